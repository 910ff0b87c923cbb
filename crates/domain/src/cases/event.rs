use std::num::NonZeroU16;

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};

use crate::{
    LongText, Phrase, RouteCode, StepCode, VacancyCode,
    access::Party,
    routes::{Fact, Outcome, coded::coded},
};

/// Who did something, as it was at the time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// The party they belong to.
    pub party: Party,
    /// Name and organisation, as people read it.
    pub name: Phrase,
    /// For whom they wrote it down, when they did not act for their own party: a support
    /// worker for the person, or for the third person.
    pub for_party: Option<Party>,
}

impl Who {
    /// The party whose act it is.
    pub fn acts_as(&self) -> Party {
        self.for_party.unwrap_or(self.party)
    }

    /// Whether one party may write down what another did. Nobody writes down a decision of
    /// the municipality or of an association for them.
    pub fn may_act_for(&self) -> bool {
        match self.for_party {
            None => true,
            Some(Party::Participant | Party::ThirdPerson) => self.party == Party::Provider,
            Some(Party::Provider | Party::Municipality | Party::Association) => false,
        }
    }
}

coded! {
    /// What somebody said to a home.
    Answered {
        /// Yes.
        Accepted = "accepted",
        /// No.
        Declined = "declined",
    }
}

coded! {
    /// How an objection was handled ("beslissing op bezwaar").
    ObjectionOutcome {
        /// The objection is right ("gegrond").
        Upheld = "upheld",
        /// It is not ("ongegrond").
        Unfounded = "unfounded",
        /// It is in part ("deels gegrond").
        Partly = "partly",
    }
}

/// What somebody did, with the facts of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// The file began on this version of a road.
    Started {
        /// Which road.
        route: RouteCode,
        /// Which version.
        version: NonZeroU16,
    },
    /// A step was done. Decisions and answers to an offer have acts of their own.
    StepEnded {
        /// Which.
        step: StepCode,
        /// How.
        outcome: Outcome,
        /// What there is to say about it.
        note: Option<LongText>,
    },
    /// The file went back to an earlier step.
    WentBack {
        /// From.
        from: StepCode,
        /// To.
        to: StepCode,
        /// Why.
        reason: Phrase,
    },
    /// The file rests ("pauze").
    Paused {
        /// Why.
        reason: Phrase,
        /// Until when at most.
        until: Date,
    },
    /// It goes on.
    Resumed,
    /// Somebody left the road ("terugtrekken").
    Withdrawn {
        /// Why.
        reason: Phrase,
    },
    /// Another municipality took the person on ("warme overdracht").
    HandedOver {
        /// Which.
        municipality: Phrase,
        /// Who there said yes: name and organisation.
        accepted_by: Phrase,
        /// When they said so.
        accepted_on: Date,
    },
    /// The file moved to a newer version of its road, or to another road.
    MovedTo {
        /// Which road.
        route: RouteCode,
        /// Which version.
        version: NonZeroU16,
        /// Why.
        reason: Phrase,
    },
    /// The term of a decision was put off ("verdaging").
    TermExtended {
        /// The decision.
        step: StepCode,
        /// Why, as the person is told.
        reason: LongText,
    },
    /// The municipality decided ("besluit").
    Decided {
        /// The decision.
        step: StepCode,
        /// What.
        outcome: Outcome,
        /// Why ("motivering").
        reasons: LongText,
        /// Under which conditions.
        conditions: Option<LongText>,
    },
    /// Somebody objected ("bezwaar").
    ObjectionLodged {
        /// Number of the decision.
        decision: u32,
        /// Why, in their words.
        grounds: Option<LongText>,
    },
    /// The municipality answered an objection.
    ObjectionDecided {
        /// Number of the objection.
        objection: u32,
        /// How.
        outcome: ObjectionOutcome,
        /// Why.
        reasons: LongText,
    },
    /// A home is offered ("aanbieding").
    Offered {
        /// Which.
        vacancy: VacancyCode,
        /// The last day to answer.
        until: Date,
    },
    /// When the home can be seen ("bezichtiging").
    ViewingPlanned {
        /// Day and time, on the clocks of the Netherlands.
        at: DateTime,
        /// Where to meet.
        place: Phrase,
    },
    /// The person answered.
    Answered {
        /// What.
        answer: Answered,
        /// Why; a no has one.
        reason: Option<Phrase>,
    },
    /// Nobody answered in time.
    OfferExpired,
    /// Something is true of the file from this day on.
    FactEstablished {
        /// What.
        fact: Fact,
    },
    /// It is not true any more.
    FactWithdrawn {
        /// What.
        fact: Fact,
        /// Why.
        reason: Phrase,
    },
    /// An earlier event was a mistake. It stays readable, and counts no more.
    StruckOut {
        /// Its number.
        event: u32,
        /// Why.
        reason: Phrase,
    },
}

impl Act {
    /// The word in the log and in rows.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Started { .. } => "started",
            Self::StepEnded { .. } => "step-ended",
            Self::WentBack { .. } => "went-back",
            Self::Paused { .. } => "paused",
            Self::Resumed => "resumed",
            Self::Withdrawn { .. } => "withdrawn",
            Self::HandedOver { .. } => "handed-over",
            Self::MovedTo { .. } => "moved-to",
            Self::TermExtended { .. } => "term-extended",
            Self::Decided { .. } => "decided",
            Self::ObjectionLodged { .. } => "objection-lodged",
            Self::ObjectionDecided { .. } => "objection-decided",
            Self::Offered { .. } => "offered",
            Self::ViewingPlanned { .. } => "viewing-planned",
            Self::Answered { .. } => "answered",
            Self::OfferExpired => "offer-expired",
            Self::FactEstablished { .. } => "fact-established",
            Self::FactWithdrawn { .. } => "fact-withdrawn",
            Self::StruckOut { .. } => "struck-out",
        }
    }
}

/// One thing that happened to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// From 1, without gaps.
    pub number: u32,
    /// When it was written down.
    pub recorded: Timestamp,
    /// The day it is true from.
    pub on: Date,
    /// Who did it.
    pub who: Who,
    /// What.
    pub act: Act,
}
