use crate::{Reference, VacancyCode};

/// What a person laid down about one pair before the engine proposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FixingKind {
    /// This household gets this home.
    Pin,
    /// This household does not get this home.
    Ban,
}

impl FixingKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Pin, Self::Ban];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pin => "pin",
            Self::Ban => "ban",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// A pin or a ban ("vastzetten", "uitsluiten van een koppeling"). Who laid it down
/// and why stays with the round; the engine needs neither.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fixing {
    /// Whose household.
    pub candidate: Reference,
    /// Which home.
    pub vacancy: VacancyCode,
    /// Which of the two.
    pub kind: FixingKind,
}

/// What a named person decided on one line of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// This household will be offered this home.
    Agreed,
    /// Not this household for this home.
    Rejected,
}

impl Verdict {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Agreed, Self::Rejected];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Rejected => "rejected",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}
