use jiff::civil::Date;

use crate::{Phrase, access::Party, routes::coded::coded};

coded! {
    /// Something to arrange before somebody moves ("basis op orde"). Ours, and marked as
    /// such: the list is made from what partners name in their papers; see
    /// `docs/sources.md#basics`.
    Basic {
        /// Wages or a benefit come in.
        Income = "income",
        /// There is a working agreement about debts.
        Debts = "debts",
        /// A valid identity document.
        Identity = "identity",
        /// An account to be paid on.
        BankAccount = "bank-account",
        /// Registered at an address ("inschrijving").
        Registration = "registration",
        /// Insured for care, as everybody has to be.
        HealthInsurance = "health-insurance",
        /// A practice that takes new people; that there is one, no more.
        Doctor = "doctor",
        /// Rent and rent allowance ("huurtoeslag") are worked out.
        Rent = "rent",
        /// A contract for energy and water.
        Energy = "energy",
        /// Bed, table, stove, floor.
        Furniture = "furniture",
        /// Insured against fire, water and harm to others.
        HomeInsurance = "home-insurance",
        /// Handed over, with who has a spare.
        Keys = "keys",
        /// Something to do by day.
        DayActivity = "day-activity",
    }
}

impl Basic {
    /// Whose it usually is.
    pub fn usual_owner(self) -> Party {
        match self {
            Self::Keys => Party::Association,
            Self::Debts | Self::Rent | Self::Furniture => Party::Provider,
            Self::Income
            | Self::Identity
            | Self::BankAccount
            | Self::Registration
            | Self::HealthInsurance
            | Self::Doctor
            | Self::Energy
            | Self::HomeInsurance
            | Self::DayActivity => Party::Participant,
        }
    }
}

/// How far something is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BasicState {
    /// This household does not need it.
    NotNeeded {
        /// Why not.
        reason: Phrase,
    },
    /// Nobody has begun.
    ToDo,
    /// It was asked for, and an answer is awaited.
    Asked {
        /// Since when.
        on: Date,
    },
    /// It is in order.
    Arranged {
        /// Since when.
        on: Date,
        /// Who did it.
        by: Phrase,
    },
}

impl BasicState {
    /// The words in files and rows, in the order they are shown.
    pub const CODES: [&'static str; 4] = ["to-do", "asked", "arranged", "not-needed"];

    /// The word in files and rows.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotNeeded { .. } => "not-needed",
            Self::ToDo => "to-do",
            Self::Asked { .. } => "asked",
            Self::Arranged { .. } => "arranged",
        }
    }

    /// Whether nothing is left to do.
    pub fn is_settled(&self) -> bool {
        matches!(self, Self::NotNeeded { .. } | Self::Arranged { .. })
    }
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasicItem {
    /// What.
    pub basic: Basic,
    /// Whose it is to do.
    pub owner: Party,
    /// Who of them, when that was said.
    pub person: Option<Phrase>,
    /// By when.
    pub due: Option<Date>,
    /// How far it is.
    pub state: BasicState,
}

impl BasicItem {
    /// As it stands before anybody said anything.
    pub fn fresh(basic: Basic) -> Self {
        let owner = basic.usual_owner();
        Self { basic, owner, person: None, due: None, state: BasicState::ToDo }
    }

    /// Whether a party may read it: whose it is, and always the person and the provider.
    pub fn seen_by(&self, party: Party) -> bool {
        match party {
            Party::Participant | Party::Provider => true,
            Party::Association | Party::Municipality | Party::ThirdPerson => self.owner == party,
        }
    }

    /// Whether it should have been in order by now.
    pub fn is_late(&self, today: Date) -> bool {
        !self.state.is_settled() && self.due.is_some_and(|due| due < today)
    }
}

/// How far a household is with the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Lines in all.
    pub all: usize,
    /// In order, or not needed.
    pub settled: usize,
    /// Asked for.
    pub asked: usize,
    /// Late.
    pub late: usize,
}

impl Progress {
    /// Of these lines.
    pub fn of<'a>(items: impl IntoIterator<Item = &'a BasicItem>, today: Date) -> Self {
        items.into_iter().fold(Self::default(), |sum, it| Self {
            all: sum.all + 1,
            settled: sum.settled + usize::from(it.state.is_settled()),
            asked: sum.asked + usize::from(matches!(it.state, BasicState::Asked { .. })),
            late: sum.late + usize::from(it.is_late(today)),
        })
    }

    /// Whether the whole list is in order.
    pub fn is_ready(self) -> bool {
        self.all > 0 && self.settled == self.all
    }
}

/// The whole list: what was said, and the rest as it stands before.
pub fn basics(said: impl IntoIterator<Item = BasicItem>) -> Vec<BasicItem> {
    let mut items: Vec<_> = Basic::ALL.iter().copied().map(BasicItem::fresh).collect();
    for it in said {
        if let Some(place) = items.iter_mut().find(|item| item.basic == it.basic) {
            *place = it;
        }
    }
    items
}
