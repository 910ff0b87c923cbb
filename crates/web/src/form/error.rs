use sleutel_domain::{CentsError, CodeError, TextError};
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
    /// Something a page found out itself, by its key.
    Key(&'static str),
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
            Self::Key(key) => words.t(key),
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
