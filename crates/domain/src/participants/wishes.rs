use jiff::civil::Date;

use crate::{
    Answer, Cents, LongText, Phrase,
    homes::{Adaptation, Place},
};

/// Towards or away from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Would like to live there.
    Prefer,
    /// Would not.
    Avoid,
}

impl Direction {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Prefer, Self::Avoid];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Prefer => "prefer",
            Self::Avoid => "avoid",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// How much a wish weighs, in the person's own judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Nice to have.
    Slight,
    /// Matters.
    Strong,
    /// Has to be: a hard limit. Towards, it rules out everywhere else unless another
    /// place is also a must; away from, it rules this place out.
    Must,
}

impl Strength {
    /// All of them, least first.
    pub const ALL: [Self; 3] = [Self::Slight, Self::Strong, Self::Must];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Slight => "slight",
            Self::Strong => "strong",
            Self::Must => "must",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// One wish about where to live.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaWish {
    /// Where.
    pub place: Place,
    /// Towards or away from.
    pub direction: Direction,
    /// How much it weighs.
    pub strength: Strength,
    /// Why, in the person's own words. Never leaves the provider.
    pub reason: Option<Phrase>,
}

/// What somebody means to the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TieKind {
    /// Family.
    Family,
    /// A friend.
    Friend,
    /// Work, day activity, a course.
    Activity,
    /// A child's school.
    School,
    /// Support or care that is already there.
    Support,
}

impl TieKind {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 5] =
        [Self::Family, Self::Friend, Self::Activity, Self::School, Self::Support];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Friend => "friend",
            Self::Activity => "activity",
            Self::School => "school",
            Self::Support => "support",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Somebody or something of the person's, somewhere in the city ("netwerk").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkTie {
    /// Where.
    pub place: Place,
    /// What it is.
    pub kind: TieKind,
    /// Who, in a few words. Never leaves the provider.
    pub note: Option<Phrase>,
}

/// A place partners agreed somebody cannot be housed ("uitsluiting").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exclusion {
    /// Where.
    pub place: Place,
    /// Last day it holds; without an end it holds until somebody ends it.
    pub until: Option<Date>,
    /// Why, agreed wording.
    pub reason: Phrase,
}

/// The conversation in three questions, in the person's own words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ThreeQuestions {
    /// What do you want?
    pub want: Option<LongText>,
    /// What can you do yourself?
    pub can: Option<LongText>,
    /// What do you need?
    pub need: Option<LongText>,
}

/// What a home must have or may not have for this household.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Limits {
    /// The most rent a month with service costs.
    pub rent: Answer<Cents>,
    /// What the home must be fitted for.
    pub adaptation: Answer<Adaptation>,
    /// The highest storey that can be reached by stairs, without a lift.
    pub stairs: Answer<u8>,
    /// Has a dog or a cat that moves along.
    pub pets: Answer<bool>,
    /// Smokes indoors.
    pub smokes: Answer<bool>,
    /// Would share a house with common rooms.
    pub sharing: Answer<bool>,
}
