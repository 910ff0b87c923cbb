use crate::{Phrase, Reference};

/// A part of a file somebody chooses as a whole when two files become one ("samenvoegen").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MergePart {
    /// The people, with their names and dates of birth.
    Household,
    /// The target group.
    Group,
    /// The provider and the support worker.
    Support,
    /// Where they live while waiting.
    Living,
    /// Since when they wait.
    Waiting,
    /// Whether they can be proposed.
    Readiness,
    /// Why they go before others.
    Ground,
    /// What a home must have.
    Limits,
    /// How much support they ask of where they live.
    Load,
    /// The three questions.
    Words,
    /// Where they want to live or not.
    Wishes,
    /// Where they have people.
    Network,
    /// Where they cannot be housed.
    Exclusions,
}

impl MergePart {
    /// All of them, in the order of the file.
    pub const ALL: [Self; 13] = [
        Self::Household,
        Self::Group,
        Self::Support,
        Self::Living,
        Self::Waiting,
        Self::Readiness,
        Self::Ground,
        Self::Limits,
        Self::Load,
        Self::Words,
        Self::Wishes,
        Self::Network,
        Self::Exclusions,
    ];

    /// The word in forms and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Household => "household",
            Self::Group => "group",
            Self::Support => "support",
            Self::Living => "living",
            Self::Waiting => "waiting",
            Self::Readiness => "readiness",
            Self::Ground => "ground",
            Self::Limits => "limits",
            Self::Load => "load",
            Self::Words => "words",
            Self::Wishes => "wishes",
            Self::Network => "network",
            Self::Exclusions => "exclusions",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Whether the two can stand beside each other: lists, in which nothing contradicts.
    pub fn can_be_both(self) -> bool {
        matches!(self, Self::Wishes | Self::Network | Self::Exclusions)
    }
}

/// Which of two files a part is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MergeChoice {
    /// The one that goes on.
    Kept,
    /// The one that is set aside.
    Aside,
    /// Both, each line once.
    Both,
}

impl MergeChoice {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Kept, Self::Aside, Self::Both];

    /// The word in forms and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Aside => "aside",
            Self::Both => "both",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What stands in the way of setting a file aside: something about it that is still going
/// on would be out of everybody's sight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MergeHold {
    /// One of the two was set aside before, and goes on as another.
    SetAside {
        /// Which of the two.
        reference: Reference,
        /// The one it goes on as.
        goes_on_as: Reference,
    },
    /// Somebody judged the two to be of different people.
    JudgedApart {
        /// Who.
        actor: String,
        /// Why.
        reason: Phrase,
    },
    /// It is under way on a road.
    OnARoad,
    /// It was agreed a home.
    Placed,
    /// An agreement of it is not over.
    AgreementRuns,
    /// A home that was refused is meant for it next.
    HomeWaits,
    /// It moves together with another household.
    MovesTogether {
        /// Which.
        other: Reference,
    },
    /// A round that is not closed has a pin or a ban on it.
    Fixed {
        /// What the round is called.
        round: Phrase,
    },
}
