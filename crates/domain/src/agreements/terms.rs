use jiff::civil::Date;

use super::{Kind, Signatory, Signature, State};
use crate::{Cents, DwellingCode, Id, LongText, OrganisationCode, Reference};

/// A part of the rent ("huurdeel").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RentKind {
    /// For the home itself ("kale huur").
    Bare,
    /// For what is shared ("servicekosten").
    Service,
    /// An advance on gas, water and light ("voorschot energie").
    Energy,
    /// For furniture and floors ("meubilering en stoffering").
    Furnishing,
}

impl RentKind {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::Bare, Self::Service, Self::Energy, Self::Furnishing];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Bare => "bare",
            Self::Service => "service",
            Self::Energy => "energy",
            Self::Furnishing => "furnishing",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What is paid each month for one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RentPart {
    /// For what.
    pub kind: RentKind,
    /// How much a month.
    pub amount: Cents,
}

/// Why the law lets a lease be temporary (Stb. 2024, 152): the grounds that occur in this
/// work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TemporaryGround {
    /// From shelter, or in urgent need for social reasons.
    Shelter,
    /// A second chance after a lease was lost ("tweedekanscontract").
    SecondChance,
    /// The resident's own home is being renovated or pulled down.
    Renovation,
    /// A parent who has to stay near children after a separation.
    Separation,
}

impl TemporaryGround {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 4] =
        [Self::Shelter, Self::SecondChance, Self::Renovation, Self::Separation];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Shelter => "shelter",
            Self::SecondChance => "second-chance",
            Self::Renovation => "renovation",
            Self::Separation => "separation",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What is agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// What kind of agreement it is.
    pub kind: Kind,
    /// Whose household it is for; whoever's file it is signs as resident, where the kind
    /// has one.
    pub household: Reference,
    /// The association, where it is a party.
    pub association: Option<OrganisationCode>,
    /// The provider, where it is a party.
    pub provider: Option<OrganisationCode>,
    /// The home, where it is about one.
    pub dwelling: Option<DwellingCode>,
    /// The first day.
    pub from: Date,
    /// The last day; `None` is without an end.
    pub until: Option<Date>,
    /// What is paid each month, at most one part of each kind.
    pub rent: Vec<RentPart>,
    /// Paid once and given back at the end ("waarborgsom").
    pub deposit: Option<Cents>,
    /// Why it may be temporary.
    pub ground: Option<TemporaryGround>,
    /// What else they agree on; a line is a condition.
    pub conditions: Option<LongText>,
}

impl Terms {
    /// Whether this party is named.
    pub fn names(&self, party: Signatory) -> bool {
        match party {
            Signatory::Association => self.association.is_some(),
            Signatory::Provider => self.provider.is_some(),
            Signatory::Resident => true,
        }
    }

    /// The part of the rent for one thing, in cents; 0 when there is none.
    pub fn part(&self, kind: RentKind) -> i64 {
        self.rent.iter().filter(|it| it.kind == kind).map(|it| it.amount.get()).sum()
    }

    /// All parts of the rent together, in cents a month.
    pub fn rent_in_all(&self) -> i64 {
        self.rent.iter().map(|it| it.amount.get()).sum()
    }

    /// Whether it runs on a day that the other runs on too.
    pub fn meets(&self, other: &Self) -> bool {
        let ends_before = |one: &Self, other: &Self| one.until.is_some_and(|it| it < other.from);
        !ends_before(self, other) && !ends_before(other, self)
    }
}

/// How an agreement hangs together with others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Links {
    /// The lease it cannot be without: of a use agreement the intermediate lease above it.
    pub rests_on: Option<Id<Agreement>>,
    /// The lease it goes with: of a three-party or support agreement.
    pub belongs_to: Option<Id<Agreement>>,
    /// What it comes in the place of.
    pub replaces: Option<Id<Agreement>>,
}

/// An agreement as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// Which one.
    pub id: Id<Agreement>,
    /// What is agreed.
    pub terms: Terms,
    /// How it hangs together with others.
    pub links: Links,
    /// Who has signed, in the order they did.
    pub signatures: Vec<Signature>,
    /// How far it is.
    pub state: State,
}

impl Agreement {
    /// Who still has to sign.
    pub fn unsigned(&self) -> Vec<Signatory> {
        let signed = |party: Signatory| self.signatures.iter().any(|it| it.party == party);
        self.terms.kind.parties().iter().copied().filter(|it| !signed(*it)).collect()
    }

    /// Whether it can still be what people live by: it runs, or it may come to that.
    pub fn is_live(&self) -> bool {
        match self.state {
            State::Drafted | State::Offered { .. } | State::Signed | State::InForce { .. } => true,
            State::Ended { .. } | State::Cancelled { .. } | State::Converted { .. } => false,
        }
    }

    /// The last day it is known to run; `None` is without an end.
    pub fn last_day(&self) -> Option<Date> {
        match self.state {
            State::Ended { on, .. } => Some(on),
            State::Converted { on, .. } => on.yesterday().ok(),
            State::InForce { until, .. } => until,
            State::Drafted | State::Offered { .. } | State::Signed | State::Cancelled { .. } => {
                self.terms.until
            }
        }
    }
}
