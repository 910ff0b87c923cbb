use jiff::civil::Date;
use sleutel_domain::{
    GroupCode, Reference, VacancyCode,
    agreements::Refused,
    cases::Refusal,
    forms::NotNow,
    participants::MergeHold,
    placement::InputError,
    plan::PlanRefusal,
    steering::{ShareFault, YearFault},
};

use crate::{documents::DocumentHold, participants::Alike};

/// A rule of the road that stops an action, with what somebody needs to know to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hold {
    /// The round is closed.
    RoundClosed,
    /// Nothing was agreed for the year yet.
    NoYearAgreed {
        /// Which year.
        year: i16,
    },
    /// The partner agreed already.
    AgreedAlready,
    /// The homes of the year cannot be shared out.
    CannotShareOut {
        /// All that is in the way.
        faults: Vec<ShareFault>,
    },
    /// The numbers of places and associations do not fit.
    YearDoesNotFit {
        /// All that does not.
        faults: Vec<YearFault>,
    },
    /// The year is over.
    YearIsOver {
        /// Which year.
        year: i16,
    },
    /// The version says nothing of places or associations.
    NothingToPutInForce,
    /// The share-out was decided or put aside already.
    SharesSettled,
    /// Something else was agreed for the year since the share-out was made.
    OtherYearAgreed,
    /// More homes were given since than the share-out has.
    SharesOvertaken {
        /// To which groups.
        groups: Vec<GroupCode>,
    },
    /// The share-out is not the one the rounds keep to.
    SharesNotInForce,
    /// Somebody changed numbers after the share-out was decided.
    NumbersChanged {
        /// Of which groups and main groups, by code.
        of: Vec<String>,
    },
    /// The round has no homes yet.
    NoHomes,
    /// There is nothing proposed yet.
    NothingProposed,
    /// The proposal looked at is not the newest.
    OlderProposal {
        /// Number of the newest.
        newest: i64,
    },
    /// It is a trial with other numbers than those agreed.
    OnlyATrial,
    /// The pair is not a line of the proposal.
    NotALine,
    /// The home was agreed for somebody already.
    HomeTaken {
        /// Which home.
        vacancy: VacancyCode,
    },
    /// The household was agreed a home already.
    HouseholdPlaced {
        /// Whose.
        reference: Reference,
    },
    /// The line was decided already.
    AlreadyDecided,
    /// The home is not open any more.
    HomeNotOpen {
        /// Which home.
        vacancy: VacancyCode,
    },
    /// The household is no longer ready.
    HouseholdNotReady {
        /// Whose.
        reference: Reference,
    },
    /// By what is known now, a rule forbids the pair; the proposal was made before that.
    NoLongerFits {
        /// Whose.
        reference: Reference,
    },
    /// The road the household is on does not allow an offer now.
    NotOnTheirRoad {
        /// Whose.
        reference: Reference,
        /// What the road has against it.
        refusal: Refusal,
    },
    /// The file was set aside as a second one of the same person.
    GoesOnAs {
        /// The one it goes on as.
        kept: Reference,
    },
    /// The two files cannot become one now.
    Merge(Vec<MergeHold>),
    /// The road does not allow it.
    Road(Refusal),
    /// The share of the group or of its main group, what the association gives, or a part
    /// of the city is full by now.
    NoRoomLeft {
        /// Which home.
        vacancy: VacancyCode,
    },
    /// The support load in a part of the city would pass its ceiling by now.
    TooMuchLoad {
        /// Which home.
        vacancy: VacancyCode,
    },
    /// The household moves together with another, which would not get a home now.
    MovesTogether {
        /// Whose.
        reference: Reference,
        /// The other.
        other: Reference,
    },
    /// The household moves together with another, and their homes are too far apart.
    TooFarApart {
        /// Whose.
        reference: Reference,
        /// The other.
        other: Reference,
    },
    /// The pair has a pin or a ban already.
    PairFixed,
    /// Only a decision that agreed can be waited on; there is none to take back.
    NoDecision,
    /// An agreement stays as it is.
    Agreement(Refused),
    /// The dwelling has an open vacancy already.
    VacancyOpen {
        /// Which one.
        vacancy: VacancyCode,
    },
    /// The vacancy was decided; take back the decision first.
    VacancyDecided,
    /// The input contradicts itself; all contradictions.
    Input(Vec<InputError>),
    /// The programme has no area at all.
    NoAreas,
    /// The programme has people or accounts already.
    NotEmpty,
    /// There are files that may be of the same person as a new one; somebody has to look, and
    /// to say why this is somebody else.
    LooksAlike(Vec<Alike>),
    /// Too many failed log-ins; wait.
    TooManyTries {
        /// Minutes to wait.
        minutes: i64,
    },
    /// Whoever a mail is for has no address any more.
    NoMailAddress,
    /// The name or the pass phrase is not right.
    WrongLogin,
    /// The link or the code opens nothing: not a key, used, too old, or taken back.
    WrongKey,
    /// The key was used or taken back already.
    KeyUsed,
    /// A form cannot go on.
    Form(FormHold),
    /// More rows than may leave in one file, or go through one act.
    TooManyRows {
        /// How many there are.
        found: u64,
        /// How many there may be.
        most: u32,
    },
    /// The time in which an act on many rows can be undone as one is over.
    TooLateToUndo {
        /// How long it was, in minutes.
        minutes: i64,
    },
    /// A document cannot be taken in, opened or changed.
    Document(DocumentHold),
    /// An objection on the road before waits for an answer.
    ObjectionWaits,
    /// A plan stays as it is.
    Plan(PlanRefusal),
    /// A hand-over of files cannot be done or undone.
    HandOver(HandOverHold),
}

/// What keeps a hand-over of files from being done or undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandOverHold {
    /// It was too long ago.
    TooLate {
        /// The last day it could be undone.
        until: Date,
    },
    /// The new support workers, or others, did something in these files since.
    Touched {
        /// Which files.
        files: Vec<Reference>,
    },
    /// It was undone before.
    Undone,
    /// No file was chosen.
    NoFiles,
}

/// What keeps a form from going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormHold {
    /// This cannot be done where the form is now.
    NotNow(NotNow),
    /// No version of the form may be started today.
    NotToday,
    /// The household has this form under way already.
    UnderWay,
    /// Some answers cannot be read yet.
    Unreadable {
        /// How many.
        faults: usize,
    },
    /// Something that has to be answered is open, or no longer right.
    Incomplete {
        /// How many answers.
        open: usize,
    },
    /// A colleague has to look, not whoever filled it in or asked for the check.
    SamePerson,
    /// The form goes to nobody.
    GoesNowhere,
}
