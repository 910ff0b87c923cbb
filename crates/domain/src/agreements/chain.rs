use super::{Agreement, Kind, Signatory, State};
use crate::{
    DwellingCode, Id, Reference,
    routes::{LeaseKind, Signed},
};

/// In whose name a household lives somewhere, and so which agreements there have to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Arrangement {
    /// Through the provider ("tussenhuur").
    Intermediate,
    /// With a lease in the resident's own name, bound by what three parties agree
    /// ("driehoekscontract").
    ThreeParty,
    /// With a lease in the resident's own name, support apart from it.
    Own,
}

impl Arrangement {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Intermediate, Self::ThreeParty, Self::Own];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Intermediate => "intermediate",
            Self::ThreeParty => "three-party",
            Self::Own => "own",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// What has to be signed before the keys are handed over; for `None` in a row any
    /// lease in the resident's own name will do. Support is asked where the route says so.
    fn needs(self, support: bool) -> Vec<Link> {
        let mut links = match self {
            Self::Intermediate => {
                vec![Link::Of(Kind::IntermediateLease), Link::Of(Kind::IntermediateUse)]
            }
            Self::ThreeParty => vec![Link::InOwnName, Link::Of(Kind::ThreeParty)],
            Self::Own => vec![Link::InOwnName],
        };
        if support {
            links.push(Link::Of(Kind::Support));
        }
        links
    }
}

/// One place in a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Link {
    /// An agreement of this kind.
    Of(Kind),
    /// Any lease in the resident's own name.
    InOwnName,
}

impl Link {
    /// What a step in which this is signed stands for. Intermediate letting is two leases, and
    /// what three parties agree stands beside a lease of the resident's own.
    pub fn signed(signed: Signed) -> Vec<Self> {
        match signed {
            Signed::Lease(LeaseKind::Intermediate) => Arrangement::Intermediate.needs(false),
            Signed::Lease(LeaseKind::ThreeParty) => Arrangement::ThreeParty.needs(false),
            Signed::Lease(LeaseKind::Temporary | LeaseKind::Own | LeaseKind::Youth) => {
                Arrangement::Own.needs(false)
            }
            Signed::Support => vec![Self::Of(Kind::Support)],
        }
    }

    fn fits(self, kind: Kind) -> bool {
        match self {
            Self::Of(wanted) => wanted == kind,
            Self::InOwnName => kind.in_own_name(),
        }
    }
}

/// What is missing before somebody gets the keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// There is no such agreement.
    Absent {
        /// Which place in the chain is empty.
        link: Link,
    },
    /// There is one, still being written.
    NotOffered {
        /// Which place.
        link: Link,
        /// Which agreement.
        agreement: Id<Agreement>,
    },
    /// It lies before the parties, and some have not signed.
    Unsigned {
        /// Which place.
        link: Link,
        /// Which agreement.
        agreement: Id<Agreement>,
        /// Who has not signed.
        waiting: Vec<Signatory>,
    },
    /// All have signed, and nobody has put it in force.
    NotBegun {
        /// Which place.
        link: Link,
        /// Which agreement.
        agreement: Id<Agreement>,
    },
}

/// The agreements of one household about one home, in the order of the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain<'a> {
    /// Each place with the newest live agreement in it.
    pub links: Vec<(Link, Option<&'a Agreement>)>,
}

impl<'a> Chain<'a> {
    /// The chain of a household for a home. `agreements` may hold others'; of several in
    /// one place the last made counts. Support need not name the home.
    pub fn new(
        arrangement: Arrangement,
        support: bool,
        household: &Reference,
        dwelling: &DwellingCode,
        agreements: &'a [Agreement],
    ) -> Self {
        Self::of(arrangement.needs(support), household, dwelling, agreements)
    }

    /// The chain of the places given.
    pub fn of(
        links: Vec<Link>,
        household: &Reference,
        dwelling: &DwellingCode,
        agreements: &'a [Agreement],
    ) -> Self {
        let find = |link: Link| {
            let here = |it: &&Agreement| {
                link.fits(it.terms.kind)
                    && it.is_live()
                    && it.terms.household == *household
                    && it.terms.dwelling.as_ref().is_none_or(|home| home == dwelling)
            };
            agreements.iter().filter(here).max_by_key(|it| it.id)
        };
        Self { links: links.into_iter().map(|link| (link, find(link))).collect() }
    }

    /// The arrangement a household's live agreements point to; `None` when there are none.
    pub fn arrangement(agreements: &[Agreement]) -> Option<Arrangement> {
        let any = |fits: fn(Kind) -> bool| {
            agreements.iter().any(|it| it.is_live() && fits(it.terms.kind))
        };
        if any(|it| matches!(it, Kind::IntermediateLease | Kind::IntermediateUse)) {
            Some(Arrangement::Intermediate)
        } else if any(|it| it == Kind::ThreeParty) {
            Some(Arrangement::ThreeParty)
        } else if any(Kind::in_own_name) {
            Some(Arrangement::Own)
        } else {
            None
        }
    }

    /// What is missing before the keys can be handed over, in the order of the chain.
    pub fn missing(&self) -> Vec<Missing> {
        self.links.iter().filter_map(|(link, found)| missing(*link, *found)).collect()
    }
}

fn missing(link: Link, found: Option<&Agreement>) -> Option<Missing> {
    let Some(it) = found else { return Some(Missing::Absent { link }) };
    match it.state {
        State::InForce { .. } => None,
        State::Signed => Some(Missing::NotBegun { link, agreement: it.id }),
        State::Offered { .. } => {
            Some(Missing::Unsigned { link, agreement: it.id, waiting: it.unsigned() })
        }
        State::Drafted => Some(Missing::NotOffered { link, agreement: it.id }),
        // What is over is no part of a chain.
        State::Ended { .. } | State::Cancelled { .. } | State::Converted { .. } => {
            Some(Missing::Absent { link })
        }
    }
}
