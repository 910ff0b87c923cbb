use jiff::civil::Date;
use sleutel_domain::{
    access::{AbsenceRefusal, GuestRefusal},
    documents::Unfit,
    plan::{Audience, LifeArea},
    steering::groups::GroupFault,
};
use sleutel_placement_check::Violation;
use sleutel_store::StoreError;

use crate::{Hold, policy::Action};

/// Somebody may not do this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Denied {
    /// What they tried.
    pub action: Action,
    /// Whether they had logged in at all.
    pub logged_in: bool,
}

/// What is wrong with one field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name, as the form has it (`given`, `wish-2-place`).
    pub field: String,
    /// What is wrong.
    pub fault: FieldFault,
}

/// What can be wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldFault {
    /// Nothing filled in.
    Required,
    /// Too many characters.
    TooLong {
        /// Characters given.
        length: usize,
        /// Characters allowed.
        most: usize,
    },
    /// A character that does not belong there.
    Character,
    /// Not a date.
    NotADate,
    /// A date that has not come yet.
    InFuture,
    /// A date that has to come still.
    NotInFuture,
    /// A date before the first or after the last allowed.
    DateRange {
        /// The first, when there is one.
        least: Option<Date>,
        /// The last, when there is one.
        most: Option<Date>,
    },
    /// Fewer rows than there have to be.
    TooFewRows {
        /// Fewest.
        least: u8,
    },
    /// More rows than there may be.
    TooManyRows {
        /// Most.
        most: u8,
    },
    /// Not a whole number.
    NotANumber,
    /// Outside the range.
    Range {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// The floors of the groups ask for more homes than this.
    FloorsAsk {
        /// Homes they ask for.
        least: i64,
    },
    /// The days of a target group do not go together, or it is not there on that day.
    Group(GroupFault),
    /// A target group is not there on any day of that year.
    GroupNotInYear {
        /// Which year.
        year: i16,
    },
    /// A floor below the national target, which nobody confirmed.
    BelowNational {
        /// Homes the national target comes to.
        homes: u32,
    },
    /// Households are in the target group, which nobody confirmed to know.
    StillInGroup {
        /// Without a home yet.
        without_home: u32,
        /// On a road to a home.
        on_a_road: u32,
    },
    /// Not an amount of money.
    NotMoney,
    /// Not an e-mail address.
    NotAnAddress,
    /// Not a telephone number.
    NotAPhone,
    /// A goal in this part of life is not for this audience.
    NotForThem {
        /// What the goal is about.
        area: LifeArea,
        /// Who was to read it.
        audience: Audience,
    },
    /// Not one of the choices.
    NotAChoice,
    /// Nothing has this code.
    Unknown,
    /// Taken already.
    Taken,
    /// A street goes with a neighbourhood only.
    StreetNeedsNeighbourhood,
    /// Not of your own organisation.
    NotYours,
    /// Too short to be safe.
    TooShort {
        /// Characters needed.
        least: usize,
    },
    /// What others guess first: a birth date, the reference, the same sign again and again.
    EasyToGuess,
    /// Not the right pass phrase.
    WrongPassphrase,
    /// The two are not the same.
    NotTheSame,
    /// A colleague cannot stand in, or not then.
    Absence(AbsenceRefusal),
    /// Somebody cannot be a guest.
    Guest(GuestRefusal),
    /// This colleague may not open the file.
    CannotOpen,
    /// A file that is not taken in.
    Document {
        /// What whoever sent it calls it.
        name: String,
        /// Everything that is wrong with it.
        faults: Vec<Unfit>,
    },
    /// Shared with more than the kind allows.
    TooWide,
}

/// Why an action was not done. Nothing has changed.
#[derive(Debug)]
pub enum ActionError {
    /// Not allowed.
    Denied(Denied),
    /// There is no such thing, or none this person may know of.
    NotFound,
    /// Fields that need mending; all of them.
    Fields(Vec<FieldError>),
    /// Somebody else changed it in the meantime.
    Changed,
    /// A rule of the road holds it.
    Hold(Hold),
    /// The checker found the engine's answer wrong; it is not shown to anybody.
    Unsound(Vec<Violation>),
    /// The database could not.
    Store(StoreError),
    /// Something that should not happen, in words for the log.
    Internal(String),
}

impl From<Denied> for ActionError {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

impl From<Hold> for ActionError {
    fn from(hold: Hold) -> Self {
        Self::Hold(hold)
    }
}

impl From<StoreError> for ActionError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Changed { .. } => Self::Changed,
            other @ (StoreError::Busy
            | StoreError::Full
            | StoreError::Unreachable(_)
            | StoreError::Exists(_)
            | StoreError::Row { .. }
            | StoreError::Fraction(_)
            | StoreError::Packed { .. }
            | StoreError::Other(_)) => Self::Store(other),
        }
    }
}

impl ActionError {
    /// What to write in the program's log: without what stands in a row, which may be about
    /// a person.
    pub fn for_log(&self) -> String {
        match self {
            Self::Store(StoreError::Row { table, column, key, .. }) => {
                format!("table `{table}`, column `{column}`, row `{key}` cannot be read")
            }
            Self::Store(error) => error.to_string(),
            Self::Denied(denied) => format!("`{}` is refused", denied.action.code()),
            Self::Internal(cause) => cause.clone(),
            Self::NotFound => "not found".to_owned(),
            Self::Fields(_) => "fields need mending".to_owned(),
            Self::Changed => "changed by somebody else".to_owned(),
            Self::Hold(_) => "held by a rule".to_owned(),
            Self::Unsound(_) => "an unsound proposal".to_owned(),
        }
    }

    /// One field's error.
    pub fn field(field: &str, fault: FieldFault) -> Self {
        Self::Fields(vec![FieldError { field: field.to_owned(), fault }])
    }
}
