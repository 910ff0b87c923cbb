use jiff::civil::Date;

use super::{Agreement, Kind, Length, RentKind, Signatory, State, kind::last_day};
use crate::{Cents, Id};

/// What else there is that an agreement has to fit with.
#[derive(Debug, Clone, Copy, Default)]
pub struct Around<'a> {
    /// Other agreements on the same home and of the same household.
    pub others: &'a [Agreement],
    /// When the resident was born, if known.
    pub born: Option<Date>,
}

/// One thing that is wrong with an agreement. A draft may have faults; it cannot be put
/// before the parties with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A party its kind has is not named.
    NoParty {
        /// Which party.
        party: Signatory,
    },
    /// It is about a home, and none is named.
    NoHome,
    /// Rent is paid by it, and there is no bare rent.
    NoRent,
    /// The last day comes before the first.
    EndBeforeStart {
        /// The first day.
        from: Date,
        /// The last day.
        until: Date,
    },
    /// It needs a last day.
    NoEnd {
        /// The latest day it can be.
        latest: Date,
    },
    /// It may have no last day.
    HasEnd {
        /// The day it has.
        until: Date,
    },
    /// It runs longer than the law allows.
    TooLong {
        /// The last day it has.
        until: Date,
        /// The latest day it can be.
        latest: Date,
        /// The longest it may run, in months.
        months: i32,
    },
    /// It runs shorter than its kind has to.
    TooShort {
        /// The last day it has.
        until: Date,
        /// The day it has to be.
        needed: Date,
        /// How long it has to run, in months.
        months: i32,
    },
    /// It is temporary, on no ground the law names.
    NoGround,
    /// The resident is too young or too old for a youth lease on its first day.
    Age {
        /// Whole years.
        age: u8,
        /// The youngest.
        least: u8,
        /// The oldest.
        most: u8,
    },
    /// The deposit is more than the law allows: twice the bare rent.
    DepositTooHigh {
        /// The deposit.
        deposit: Cents,
        /// The most it may be, in cents.
        most: i64,
    },
    /// The lease it rests on is not named, or is over.
    NoLeaseAbove,
    /// The lease it rests on is about another home or another household.
    OtherLeaseAbove,
    /// It runs outside the time of the lease it rests on.
    OutsideLeaseAbove {
        /// First day of that lease.
        from: Date,
        /// Last day of that lease.
        until: Option<Date>,
    },
    /// Another lease of the same home runs at the same time and is not replaced by it.
    LeaseRuns {
        /// Which.
        other: Id<Agreement>,
        /// What kind it is.
        kind: Kind,
    },
}

/// Ages at which somebody can get a youth lease.
const YOUTH: (u8, u8) = (18, 27);
/// The most a deposit may be, in bare rents of a month: good landlordship act ("Wet goed
/// verhuurderschap"), art. 7:261b of the civil code.
const DEPOSIT_RENTS: i64 = 2;

impl Agreement {
    /// Everything wrong with it, given what else there is.
    pub fn check(&self, around: Around<'_>) -> Vec<Fault> {
        let mut faults = self.missing();
        faults.extend(self.length());
        faults.extend(self.limits(around.born));
        faults.extend(self.above(around.others));
        faults.extend(self.beside(around.others));
        faults
    }

    fn missing(&self) -> Vec<Fault> {
        let terms = &self.terms;
        let kind = terms.kind;
        let parties = kind.parties().iter().filter(|it| !terms.names(**it));
        let mut faults: Vec<Fault> = parties.map(|it| Fault::NoParty { party: *it }).collect();
        if kind.needs_home() && terms.dwelling.is_none() {
            faults.push(Fault::NoHome);
        }
        if kind.has_rent() && terms.part(RentKind::Bare) == 0 {
            faults.push(Fault::NoRent);
        }
        if kind == Kind::TemporaryLease && terms.ground.is_none() {
            faults.push(Fault::NoGround);
        }
        faults
    }

    fn length(&self) -> Option<Fault> {
        let from = self.terms.from;
        let until = self.terms.until;
        if let Some(until) = until.filter(|until| *until < from) {
            return Some(Fault::EndBeforeStart { from, until });
        }
        match (self.terms.kind.length(), until) {
            (Length::Free, _) | (Length::Indefinite, None) => None,
            (Length::Indefinite, Some(until)) => Some(Fault::HasEnd { until }),
            (Length::AtMost { months } | Length::Exactly { months }, None) => {
                Some(Fault::NoEnd { latest: last_day(from, months) })
            }
            (Length::AtMost { months }, Some(until)) => too_long(from, until, months),
            (Length::Exactly { months }, Some(until)) => {
                let needed = last_day(from, months);
                let short = (until < needed).then_some(Fault::TooShort { until, needed, months });
                short.or_else(|| too_long(from, until, months))
            }
        }
    }

    fn limits(&self, born: Option<Date>) -> Vec<Fault> {
        let mut faults = Vec::new();
        let age = born.and_then(|born| years(born, self.terms.from));
        if let Some(age) = age.filter(|_| self.terms.kind == Kind::YouthLease) {
            let (least, most) = YOUTH;
            if !(least..=most).contains(&age) {
                faults.push(Fault::Age { age, least, most });
            }
        }
        let bare = self.terms.part(RentKind::Bare);
        let most = DEPOSIT_RENTS * bare;
        if let Some(deposit) = self.terms.deposit.filter(|it| bare > 0 && it.get() > most) {
            faults.push(Fault::DepositTooHigh { deposit, most });
        }
        faults
    }

    /// A use agreement cannot be without the intermediate lease above it.
    fn above(&self, others: &[Self]) -> Option<Fault> {
        if self.terms.kind != Kind::IntermediateUse {
            return None;
        }
        let above = self.links.rests_on.and_then(|id| others.iter().find(|it| it.id == id));
        let lease = above.filter(|it| it.terms.kind == Kind::IntermediateLease && it.is_live());
        let Some(lease) = lease else { return Some(Fault::NoLeaseAbove) };
        let (ours, theirs) = (&self.terms, &lease.terms);
        if ours.dwelling != theirs.dwelling || ours.household != theirs.household {
            return Some(Fault::OtherLeaseAbove);
        }
        let late = theirs.until.is_some_and(|end| ours.until.is_none_or(|it| it > end));
        (ours.from < theirs.from || late)
            .then_some(Fault::OutsideLeaseAbove { from: theirs.from, until: theirs.until })
    }

    /// No home is let twice: by an association to a provider or a resident.
    fn beside(&self, others: &[Self]) -> Option<Fault> {
        let lets = |kind: Kind| kind == Kind::IntermediateLease || kind.in_own_name();
        if !lets(self.terms.kind) || self.terms.dwelling.is_none() {
            return None;
        }
        let runs = |it: &&Self| {
            it.id != self.id
                && lets(it.terms.kind)
                && it.terms.dwelling == self.terms.dwelling
                && it.is_firm()
                && it.terms.meets(&self.terms)
                && self.links.replaces != Some(it.id)
        };
        let other = others.iter().find(runs)?;
        Some(Fault::LeaseRuns { other: other.id, kind: other.terms.kind })
    }

    /// Whether everybody has put their name to it and it is not over.
    fn is_firm(&self) -> bool {
        matches!(self.state, State::Signed | State::InForce { .. })
    }
}

fn too_long(from: Date, until: Date, months: i32) -> Option<Fault> {
    let latest = last_day(from, months);
    (until > latest).then_some(Fault::TooLong { until, latest, months })
}

/// Whether somebody born then can get a youth lease on a day; no for who was born we do not
/// know when.
pub(super) fn is_youth(born: Option<Date>, on: Date) -> bool {
    let (least, most) = YOUTH;
    born.and_then(|born| years(born, on)).is_some_and(|age| (least..=most).contains(&age))
}

/// Whole years on a day; `None` when that is before the birth.
fn years(born: Date, on: Date) -> Option<u8> {
    let before = (on.month(), on.day()) < (born.month(), born.day());
    let years = i32::from(on.year()) - i32::from(born.year()) - i32::from(before);
    u8::try_from(years).ok()
}
