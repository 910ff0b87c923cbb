use jiff::civil::Date;

use super::{Agreement, Fault, Kind, Signatory};
use crate::{Id, PersonName, Phrase};

/// How far an agreement is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Being written; can still be changed.
    Drafted,
    /// Put before the parties; some may have signed.
    Offered {
        /// The day it was put before them.
        on: Date,
    },
    /// All parties have signed; it begins on its first day.
    Signed,
    /// People live by it.
    InForce {
        /// The first day.
        from: Date,
        /// The last day, when there is one.
        until: Option<Date>,
    },
    /// It is over.
    Ended {
        /// The last day.
        on: Date,
        /// Why.
        reason: EndReason,
    },
    /// It never began.
    Cancelled {
        /// The day that was decided.
        on: Date,
        /// Why.
        why: Dropped,
    },
    /// Another came in its place ("omgeklapt").
    Converted {
        /// The first day of the other.
        on: Date,
        /// Which other.
        into: Id<Agreement>,
    },
}

impl State {
    /// The words in files and rows, in the order they are shown.
    pub const CODES: [&'static str; 7] =
        ["drafted", "offered", "signed", "in-force", "ended", "cancelled", "converted"];

    /// The word in files and rows.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Drafted => "drafted",
            Self::Offered { .. } => "offered",
            Self::Signed => "signed",
            Self::InForce { .. } => "in-force",
            Self::Ended { .. } => "ended",
            Self::Cancelled { .. } => "cancelled",
            Self::Converted { .. } => "converted",
        }
    }
}

/// Why an agreement never began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dropped {
    /// As somebody said.
    Said(Phrase),
    /// The household does not take the home it is about after all. The road has more to say
    /// of that, and not to every party.
    HomeNotTaken,
}

impl Dropped {
    /// The word in rows for what follows from the road.
    pub const HOME_NOT_TAKEN: &'static str = "home-not-taken";
}

/// Why an agreement ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EndReason {
    /// Its term ran out.
    TermOver,
    /// The resident gave notice.
    Notice,
    /// The lease is in the resident's own name now.
    Converted,
    /// The household moved to another home.
    Moved,
    /// Support is no longer needed.
    NotNeeded,
    /// A judge ended it.
    Court,
    /// The resident died.
    Death,
    /// The parties agreed to end it.
    Agreed,
}

impl EndReason {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 8] = [
        Self::TermOver,
        Self::Notice,
        Self::Converted,
        Self::Moved,
        Self::NotNeeded,
        Self::Court,
        Self::Death,
        Self::Agreed,
    ];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::TermOver => "term-over",
            Self::Notice => "notice",
            Self::Converted => "converted",
            Self::Moved => "moved",
            Self::NotNeeded => "not-needed",
            Self::Court => "court",
            Self::Death => "death",
            Self::Agreed => "agreed",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// How somebody signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignedHow {
    /// On paper that was sent back.
    OnPaper,
    /// At a desk or at home, with somebody present.
    InPerson,
}

impl SignedHow {
    /// Both, in the order they are shown.
    pub const ALL: [Self; 2] = [Self::OnPaper, Self::InPerson];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::OnPaper => "on-paper",
            Self::InPerson => "in-person",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// A signature somebody wrote down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// For which party.
    pub party: Signatory,
    /// Who signed.
    pub by: PersonName,
    /// On which day.
    pub on: Date,
    /// How.
    pub how: SignedHow,
    /// Who wrote it down, by name and organisation.
    pub recorded_by: String,
}

/// Why an agreement stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It is not far enough for that, or too far.
    WrongState {
        /// How far it is, as a word.
        is: &'static str,
    },
    /// It has faults that have to be mended first; all of them.
    Faulty(Vec<Fault>),
    /// This party has no part in it.
    NotAParty {
        /// Which party.
        party: Signatory,
    },
    /// This party has signed already.
    SignedAlready {
        /// Which party.
        party: Signatory,
        /// When.
        on: Date,
    },
    /// Nobody can sign what was not yet put before them.
    SignedBeforeOffer {
        /// The day it was put before them.
        offered: Date,
    },
    /// The day has not come yet.
    InFuture {
        /// Today.
        today: Date,
    },
    /// Not everybody has signed.
    NotSigned {
        /// Who has not.
        waiting: Vec<Signatory>,
    },
    /// The lease it rests on is not signed by all.
    LeaseAboveNotSigned,
    /// It cannot end before it began.
    EndsBeforeStart {
        /// The first day.
        from: Date,
    },
    /// It cannot end later than it would by itself.
    EndsAfterTerm {
        /// The last day by its terms.
        until: Date,
    },
    /// The one cannot come in the place of the other.
    NotConvertible {
        /// What there is.
        from: Kind,
        /// What should come.
        into: Kind,
    },
    /// The other says of itself that it replaces something else, or nothing.
    NotReplacing,
}

impl Agreement {
    fn wrong_state(&self) -> Refused {
        Refused::WrongState { is: self.state.code() }
    }

    /// Puts a draft without faults before the parties.
    pub fn offer(&self, on: Date, faults: Vec<Fault>) -> Result<State, Refused> {
        match self.state {
            State::Drafted if faults.is_empty() => Ok(State::Offered { on }),
            State::Drafted => Err(Refused::Faulty(faults)),
            State::Offered { .. }
            | State::Signed
            | State::InForce { .. }
            | State::Ended { .. }
            | State::Cancelled { .. }
            | State::Converted { .. } => Err(self.wrong_state()),
        }
    }

    /// How far it is once this party has signed: the last one makes it signed.
    pub fn sign(&self, today: Date, signature: &Signature) -> Result<State, Refused> {
        let State::Offered { on: offered } = self.state else {
            return Err(self.wrong_state());
        };
        let party = signature.party;
        if !self.terms.kind.parties().contains(&party) {
            return Err(Refused::NotAParty { party });
        }
        if let Some(before) = self.signatures.iter().find(|it| it.party == party) {
            return Err(Refused::SignedAlready { party, on: before.on });
        }
        if signature.on < offered {
            return Err(Refused::SignedBeforeOffer { offered });
        }
        if signature.on > today {
            return Err(Refused::InFuture { today });
        }
        let last = self.unsigned() == [party];
        Ok(if last { State::Signed } else { State::Offered { on: offered } })
    }

    /// Puts it in force from its first day, once all have signed and the lease it rests
    /// on (`above`) is signed by all too.
    pub fn start(&self, above: Option<&Self>) -> Result<State, Refused> {
        match self.state {
            State::Signed => {}
            State::Offered { .. } => return Err(Refused::NotSigned { waiting: self.unsigned() }),
            State::Drafted
            | State::InForce { .. }
            | State::Ended { .. }
            | State::Cancelled { .. }
            | State::Converted { .. } => return Err(self.wrong_state()),
        }
        let above = above.filter(|it| Some(it.id) == self.links.rests_on);
        let firm =
            above.is_some_and(|it| matches!(it.state, State::Signed | State::InForce { .. }));
        if self.links.rests_on.is_some() && !firm {
            return Err(Refused::LeaseAboveNotSigned);
        }
        Ok(State::InForce { from: self.terms.from, until: self.terms.until })
    }

    /// Ends it on a last day, for a reason.
    pub fn end(&self, on: Date, reason: EndReason) -> Result<State, Refused> {
        let State::InForce { from, until } = self.state else {
            return Err(self.wrong_state());
        };
        if on < from {
            return Err(Refused::EndsBeforeStart { from });
        }
        match until.filter(|until| on > *until) {
            Some(until) => Err(Refused::EndsAfterTerm { until }),
            None => Ok(State::Ended { on, reason }),
        }
    }

    /// Drops one that never began.
    pub fn cancel(&self, on: Date, why: Dropped) -> Result<State, Refused> {
        match self.state {
            State::Drafted | State::Offered { .. } | State::Signed => {
                Ok(State::Cancelled { on, why })
            }
            State::InForce { .. }
            | State::Ended { .. }
            | State::Cancelled { .. }
            | State::Converted { .. } => Err(self.wrong_state()),
        }
    }

    /// Puts `into`, signed by all, in the place of this one ("omklap"): gives how far this
    /// one is after it, and the other. The old one's last day is the day before the new
    /// one's first.
    pub fn convert(&self, into: &Self) -> Result<(State, State), Refused> {
        let State::InForce { from, .. } = self.state else {
            return Err(self.wrong_state());
        };
        if !self.terms.kind.converts_into(into.terms.kind) {
            return Err(Refused::NotConvertible { from: self.terms.kind, into: into.terms.kind });
        }
        if into.links.replaces != Some(self.id) {
            return Err(Refused::NotReplacing);
        }
        let on = into.terms.from;
        if on <= from {
            return Err(Refused::EndsBeforeStart { from });
        }
        let begun = into.start(None)?;
        Ok((State::Converted { on, into: into.id }, begun))
    }
}
