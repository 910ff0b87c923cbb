use jiff::civil::Date;

use crate::{LongText, Phrase, access::Party, routes::coded::coded};

coded! {
    /// The part of somebody's life a goal is about ("levensgebied").
    LifeArea {
        /// The home, the neighbours, the house rules.
        Home = "home",
        /// Income, rent, debts.
        Money = "money",
        /// Work, learning, what fills a day.
        Day = "day",
        /// Family, friends, somebody to call.
        People = "people",
        /// The children of the household.
        Family = "family",
        /// Rest, sleep, feeling safe. Never leaves the provider and the person.
        Wellbeing = "wellbeing",
    }
}

coded! {
    /// Who a goal is for ("voor wie"). Each audience takes in the person and the provider.
    Audience {
        /// Nobody else: a goal of the support.
        Care = "care",
        /// The association and the municipality too: a goal about living in the home.
        Housing = "housing",
        /// The municipality and the third person too: a goal that urgency was made to
        /// depend on, and that is judged before a conversion.
        Condition = "condition",
    }
}

impl Audience {
    /// Whether a party may read a goal of this audience.
    pub fn includes(self, party: Party) -> bool {
        match party {
            Party::Participant | Party::Provider => true,
            Party::Association => self == Self::Housing,
            Party::Municipality => self != Self::Care,
            Party::ThirdPerson => self == Self::Condition,
        }
    }
}

impl LifeArea {
    /// Whether a goal in this area may have this audience. An association has no business
    /// with anything but the home, and nobody outside the support with how somebody feels.
    pub fn may_be(self, audience: Audience) -> bool {
        match audience {
            Audience::Care => true,
            Audience::Housing => self == Self::Home,
            Audience::Condition => self != Self::Wellbeing,
        }
    }
}

/// Something somebody wants to reach, in their own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// Stays the same over all versions of a plan; from 1, never used twice.
    pub number: u16,
    /// What it is about.
    pub area: LifeArea,
    /// Who may read it.
    pub audience: Audience,
    /// What they want.
    pub what: LongText,
    /// What they do for it themselves.
    pub own_part: Option<LongText>,
    /// What others do, and who.
    pub others_part: Option<LongText>,
    /// By when.
    pub by: Option<Date>,
    /// How everybody will see that it is reached.
    pub sign: Option<LongText>,
}

/// How a goal ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GoalEnd {
    /// It was reached.
    Reached,
    /// It was let go.
    Stopped {
        /// Why.
        reason: Phrase,
    },
}

/// That a goal ended, until somebody takes that back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalEnded {
    /// Which goal.
    pub goal: u16,
    /// The day it is true from.
    pub on: Date,
    /// How.
    pub how: GoalEnd,
    /// Who wrote it down, with their organisation.
    pub by: String,
}
