use jiff::civil::Date;

use crate::{
    FormCode, RouteCode, StepCode, Wording,
    access::Party,
    agreements::Missing,
    forms::FormStatus,
    routes::{Need, Outcome},
};

/// The act that has to be used where ending a step says too little.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instead {
    /// A home has to be offered.
    Offer,
    /// The person's answer has to be written down.
    Answer,
    /// The municipality has to decide, with reasons.
    Decision,
    /// The other municipality has to be named, with who accepted and when.
    HandOver,
}

/// A form that a step waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenForm {
    /// Which.
    pub code: FormCode,
    /// What people call it; `None` when nothing here has this code.
    pub title: Option<Wording>,
    /// Where it is; `None`: nobody has begun it.
    pub status: Option<FormStatus>,
}

/// Why the road does not allow something, with what somebody needs to know to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No such road, or no such version.
    NoSuchRoute(RouteCode, u16),
    /// No file may begin on this version on that day.
    NotInForce(RouteCode, u16),
    /// The file began already.
    Started,
    /// Nothing began yet.
    NotStarted,
    /// A day that has not come.
    InFuture,
    /// The last thing the road turned on happened later than this day.
    TooEarlyOnRoad {
        /// When that was.
        last: Date,
    },
    /// The road ended.
    AlreadyEnded,
    /// The file rests.
    Paused {
        /// Until when at most.
        until: Date,
    },
    /// It does not rest.
    NotPaused,
    /// The day given lies before it could begin.
    UntilBefore {
        /// From which day on it could be.
        from: Date,
    },
    /// This party does not do that here.
    NotThisParty {
        /// Who tried.
        party: Party,
        /// Who can.
        can: Vec<Party>,
    },
    /// Nobody of this party writes that down for another.
    CannotActFor {
        /// Who tried.
        party: Party,
        /// For whom.
        for_party: Party,
    },
    /// Another step is open by now.
    NotTheOpenStep {
        /// Which.
        open: StepCode,
    },
    /// The step cannot end so.
    NotAnOutcome(Outcome),
    /// Ending the step says too little.
    Use(Instead),
    /// What has to be there first is not; all of it.
    NeedsMissing(Vec<Need>),
    /// The step asks forms that were not sent; all of them.
    FormsNotSent(Vec<OpenForm>),
    /// What has to be signed, or in force before the keys, is not; all of it.
    AgreementsMissing(Vec<Missing>),
    /// The road asks urgency before a home is looked for.
    UrgencyNotGranted,
    /// The lease cannot become the person's own before the test is passed.
    TestNotMet,
    /// Nor before the municipality agreed.
    DefinitiveNotGranted,
    /// The time that has to go by first is not over.
    NotBefore {
        /// The first day it can be.
        from: Date,
    },
    /// One cannot go back to that step from here.
    NoWayBack {
        /// Where one can go back to.
        to: Vec<StepCode>,
    },
    /// The term was put off already.
    ExtendedBefore,
    /// The term is over, so it cannot be put off any more.
    TermOver {
        /// When it ended.
        due: Date,
    },
    /// Nothing of this number can be objected to, decided or struck out.
    NoSuchEvent(u32),
    /// The decision was objected to already.
    ObjectedBefore,
    /// The objection was answered already.
    ObjectionAnswered,
    /// A reason, a note or the conditions are missing.
    WordsMissing,
    /// A home is on offer already.
    OfferOpen,
    /// No home is on offer.
    NoOffer,
    /// No home can be offered in this step.
    NoOfferHere,
    /// The offer ended.
    OfferOver {
        /// Its last day.
        until: Date,
    },
    /// It can still be answered.
    OfferStillOpen {
        /// Its last day.
        until: Date,
    },
    /// It follows from a step, and cannot be set by itself.
    FactOfAStep,
    /// It is true already, or was not true.
    FactUnchanged,
    /// The open step is not there on the road one wants to move to.
    StepNotThere(StepCode),
    /// The road stands still or goes back: no newer version, or the same.
    NotNewer {
        /// The version the file is on.
        version: u16,
    },
    /// A decision is never struck out, nor what began the file, nor a striking out.
    NeverStruckOut,
    /// What happened later depends on it.
    LaterDependsOnIt {
        /// Number of the first that would not be possible any more.
        event: u32,
    },
}
