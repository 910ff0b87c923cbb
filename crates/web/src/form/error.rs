use jiff::civil::Date;
use sleutel_actions::FieldFault;
use sleutel_domain::{CentsError, CodeError, TextError, steering::groups::GroupFault};
use sleutel_words::Words;

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldError {
    /// Nothing was filled in.
    Required,
    /// None of the choices was made.
    Choose,
    /// Not a date.
    Date,
    /// Not an amount.
    Money,
    /// Not a whole number, or outside these bounds (both included).
    Number {
        /// The lowest allowed.
        least: i64,
        /// The highest allowed.
        most: i64,
    },
    /// A text the domain refuses.
    Text(TextError),
    /// A code the domain refuses.
    Code(CodeError),
    /// An amount the domain refuses.
    Amount(CentsError),
    /// Something an action refused.
    Fault(FieldFault),
    /// Something a page found out itself, by its key.
    Key(&'static str),
    /// Something with figures that a page found out itself, in words already.
    Said(String),
}

impl FieldError {
    /// The error in words.
    pub fn words(&self, words: Words) -> String {
        match self {
            Self::Required => words.t("field-required"),
            Self::Choose => words.t("field-choose"),
            Self::Date => words.t("field-date"),
            Self::Money => words.t("field-money"),
            Self::Number { least, most } => words
                .t_with("field-number", &[("least", (*least).into()), ("most", (*most).into())]),
            Self::Text(error) => words.text_error(*error),
            Self::Code(error) => words.code_error(error),
            Self::Amount(error) => words.cents_error(*error),
            Self::Fault(fault) => fault_words(fault, words),
            Self::Key(key) => words.t(key),
            Self::Said(text) => text.clone(),
        }
    }
}

impl From<TextError> for FieldError {
    fn from(error: TextError) -> Self {
        Self::Text(error)
    }
}
impl From<CodeError> for FieldError {
    fn from(error: CodeError) -> Self {
        Self::Code(error)
    }
}
impl From<CentsError> for FieldError {
    fn from(error: CentsError) -> Self {
        Self::Amount(error)
    }
}

fn fault_words(fault: &FieldFault, words: Words) -> String {
    let count = |number: &usize| i64::try_from(*number).unwrap_or(i64::MAX);
    match fault {
        FieldFault::Required => words.t("field-required"),
        FieldFault::Document { name, faults } => words.document_unfit_all(name, faults),
        FieldFault::TooWide => words.t("fault-document-too-wide"),
        FieldFault::TooLong { length, most } => words.t_with(
            "fault-too-long",
            &[("length", count(length).into()), ("most", count(most).into())],
        ),
        FieldFault::Character => words.t("fault-character"),
        FieldFault::NotADate => words.t("field-date"),
        FieldFault::InFuture => words.t("fault-in-future"),
        FieldFault::NotInFuture => words.t("fault-not-in-future"),
        FieldFault::DateRange { least, most } => date_range(*least, *most, words),
        FieldFault::TooFewRows { least } => {
            words.t_with("fault-too-few-rows", &[("least", (*least).into())])
        }
        FieldFault::TooManyRows { most } => {
            words.t_with("fault-too-many-rows", &[("most", (*most).into())])
        }
        FieldFault::NotANumber => words.t("fault-not-a-number"),
        FieldFault::Range { least, most } => {
            words.t_with("field-number", &[("least", (*least).into()), ("most", (*most).into())])
        }
        FieldFault::FloorsAsk { least } => {
            words.t_with("fault-floors-ask", &[("least", (*least).into())])
        }
        FieldFault::Group(fault) => group_fault(*fault, words),
        FieldFault::GroupNotInYear { year } => {
            words.t_with("group-fault-not-in-year", &[("year", year.to_string().into())])
        }
        FieldFault::BelowNational { homes } => {
            words.t_with("group-fault-below-national", &[("homes", (*homes).into())])
        }
        FieldFault::StillInGroup { without_home, on_a_road } => words.t_with(
            "group-fault-still-in",
            &[("without", (*without_home).into()), ("road", (*on_a_road).into())],
        ),
        FieldFault::NotMoney => words.t("field-money"),
        FieldFault::NotAnAddress => words.t("fault-not-an-address"),
        FieldFault::NotAPhone => words.t("fault-not-a-phone"),
        FieldFault::NotForThem { area, audience } => {
            let area = ("area", words.name(area).into());
            words.t_with("fault-not-for-them", &[area, ("audience", words.name(audience).into())])
        }
        FieldFault::NotAChoice => words.t("field-choose"),
        FieldFault::Unknown => words.t("fault-unknown"),
        FieldFault::Taken => words.t("fault-taken"),
        FieldFault::StreetNeedsNeighbourhood => words.t("fault-street-needs-neighbourhood"),
        FieldFault::NotYours => words.t("fault-not-yours"),
        FieldFault::TooShort { least } => {
            words.t_with("fault-too-short", &[("least", count(least).into())])
        }
        FieldFault::EasyToGuess => words.t("fault-easy-to-guess"),
        FieldFault::WrongPassphrase => words.t("fault-wrong-passphrase"),
        FieldFault::NotTheSame => words.t("fault-not-the-same"),
        FieldFault::Absence(refusal) => words.absence_refusal(*refusal),
        FieldFault::Guest(refusal) => words.guest_refusal(*refusal),
        FieldFault::CannotOpen => words.t("fault-cannot-open"),
    }
}

fn group_fault(fault: GroupFault, words: Words) -> String {
    let day =
        |key: &str, name: &str, day: Date| words.t_with(key, &[(name, words.date(day).into())]);
    match fault {
        GroupFault::UntilBeforeFrom { from } => day("group-fault-until-before-from", "from", from),
        GroupFault::Overlap { day: on } => day("group-fault-overlap", "day", on),
        GroupFault::CutsLater { begins } => day("group-fault-cuts-later", "day", begins),
        GroupFault::CutsEarlier { ends } => day("group-fault-cuts-earlier", "day", ends),
        GroupFault::Same => words.t("group-fault-same"),
        GroupFault::Nothing => words.t("field-required"),
        GroupFault::NotThereThen { from, until } => match (from, until) {
            (Some(from), Some(until)) => words.t_with(
                "group-fault-there-between",
                &[("from", words.date(from).into()), ("until", words.date(until).into())],
            ),
            (Some(from), None) => day("group-fault-there-from", "from", from),
            (None, Some(until)) => day("group-fault-there-until", "until", until),
            (None, None) => words.t("group-fault-there-not"),
        },
    }
}

fn date_range(least: Option<Date>, most: Option<Date>, words: Words) -> String {
    let date = |date: Date| words.date(date).into();
    match (least, most) {
        (Some(least), Some(most)) => {
            words.t_with("fault-date-between", &[("least", date(least)), ("most", date(most))])
        }
        (Some(least), None) => words.t_with("fault-date-from", &[("least", date(least))]),
        (None, Some(most)) => words.t_with("fault-date-until", &[("most", date(most))]),
        (None, None) => words.t("field-date"),
    }
}
