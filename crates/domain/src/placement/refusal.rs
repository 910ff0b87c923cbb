use crate::{
    Cents,
    homes::{Adaptation, Place, Target},
};

/// The name of a pair rule: one file in the engine, one line in the guide, one
/// page in the public description of the method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleName {
    /// Rooms fit the household ("passend aantal kamers").
    Rooms,
    /// Adapted homes go to who needs them, and who needs one gets nothing else.
    Adaptation,
    /// Stairs and lift.
    Stairs,
    /// Rent within what the household may pay ("passend toewijzen").
    Rent,
    /// Whom the home is meant for.
    Target,
    /// The person's own hard limits on where.
    AreaLimit,
    /// Places partners agreed somebody cannot be housed.
    Exclusion,
    /// Pets.
    Pets,
    /// Smoking.
    Smoking,
    /// Not offered twice.
    OfferedBefore,
    /// A ban by a person.
    Ban,
}

impl RuleName {
    /// All of them, in the order they are tried and shown.
    pub const ALL: [Self; 11] = [
        Self::Rooms,
        Self::Adaptation,
        Self::Stairs,
        Self::Rent,
        Self::Target,
        Self::AreaLimit,
        Self::Exclusion,
        Self::Pets,
        Self::Smoking,
        Self::OfferedBefore,
        Self::Ban,
    ];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Rooms => "rooms",
            Self::Adaptation => "adaptation",
            Self::Stairs => "stairs",
            Self::Rent => "rent",
            Self::Target => "target",
            Self::AreaLimit => "area-limit",
            Self::Exclusion => "exclusion",
            Self::Pets => "pets",
            Self::Smoking => "smoking",
            Self::OfferedBefore => "offered-before",
            Self::Ban => "ban",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Why a home is not possible for a household, with the figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Fewer rooms than the household needs.
    TooFewRooms {
        /// Rooms needed.
        needed: u8,
        /// Rooms there are.
        has: u8,
    },
    /// More rooms than needed and the stated margin together.
    TooManyRooms {
        /// Rooms needed plus the margin.
        most: u8,
        /// Rooms there are.
        has: u8,
    },
    /// The household needs a home fitted for more than this one.
    NotAdapted {
        /// What it needs.
        needs: Adaptation,
        /// What the home is.
        has: Adaptation,
    },
    /// The home is fitted for somebody who needs it, and such people wait.
    KeptForAdapted {
        /// What the home is.
        has: Adaptation,
    },
    /// Too high up without a lift.
    Stairs {
        /// The highest storey the household can reach by stairs.
        most: u8,
        /// The home's storey.
        floor: u8,
    },
    /// Rent above the household's limit.
    Rent {
        /// The limit.
        most: Cents,
        /// The rent.
        rent: Cents,
    },
    /// Meant for others, by age.
    TargetAge {
        /// Whom it is meant for.
        target: Target,
        /// The age that counts.
        age: u8,
    },
    /// A house shared with others, and the household would not.
    NoSharing,
    /// In a place the person avoids as a must.
    Avoided {
        /// Which place.
        place: Place,
    },
    /// Outside all places the person must be in.
    OutsideMust,
    /// In a place partners excluded.
    Excluded {
        /// Which place.
        place: Place,
    },
    /// Has a pet, and the house allows none.
    NoPets,
    /// Smokes indoors, and the house does not allow it.
    NoSmoking,
    /// Was offered before.
    OfferedBefore,
    /// Banned by a person in this round.
    Banned,
}

impl Refusal {
    /// Which rule refused.
    pub fn rule(&self) -> RuleName {
        match self {
            Self::TooFewRooms { .. } | Self::TooManyRooms { .. } => RuleName::Rooms,
            Self::NotAdapted { .. } | Self::KeptForAdapted { .. } => RuleName::Adaptation,
            Self::Stairs { .. } => RuleName::Stairs,
            Self::Rent { .. } => RuleName::Rent,
            Self::TargetAge { .. } | Self::NoSharing => RuleName::Target,
            Self::Avoided { .. } | Self::OutsideMust => RuleName::AreaLimit,
            Self::Excluded { .. } => RuleName::Exclusion,
            Self::NoPets => RuleName::Pets,
            Self::NoSmoking => RuleName::Smoking,
            Self::OfferedBefore => RuleName::OfferedBefore,
            Self::Banned => RuleName::Ban,
        }
    }
}

/// What we would have to ask before a rule can answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// How many people move along?
    People,
    /// What must the home be fitted for?
    Adaptation,
    /// Which storey can be reached by stairs?
    Stairs,
    /// What is the most rent a month?
    Rent,
    /// When was the head of household born?
    HeadAge,
    /// When was the oldest who moves along born?
    OldestAge,
    /// Would they share a house?
    Sharing,
    /// Is there a dog or a cat?
    Pets,
    /// Does somebody smoke indoors?
    Smoking,
}

impl Question {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 9] = [
        Self::People,
        Self::Adaptation,
        Self::Stairs,
        Self::Rent,
        Self::HeadAge,
        Self::OldestAge,
        Self::Sharing,
        Self::Pets,
        Self::Smoking,
    ];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Adaptation => "adaptation",
            Self::Stairs => "stairs",
            Self::Rent => "rent",
            Self::HeadAge => "head-age",
            Self::OldestAge => "oldest-age",
            Self::Sharing => "sharing",
            Self::Pets => "pets",
            Self::Smoking => "smoking",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What the rules together say of one household and one home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PairVerdict {
    /// Every rule says yes.
    Fits,
    /// No rule says no, but these questions are open.
    Ask(Vec<Question>),
    /// At least one rule says no; all of them are given, in rule order.
    Refused(Vec<Refusal>),
}
