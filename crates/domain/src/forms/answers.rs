use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use jiff::civil::Date;

use super::QuestionKey;
use crate::{Cents, LongText, Phrase};

/// An answer, by the kind of its question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// One line.
    Short(Phrase),
    /// Several lines.
    Long(LongText),
    /// The choice made.
    One(String),
    /// The choices made, at least one.
    Many(BTreeSet<String>),
    /// Yes or no.
    YesNo(bool),
    /// A day.
    Date(Date),
    /// An amount.
    Amount(Cents),
    /// A whole number.
    Whole(i64),
    /// The answers for each, in the order they were given.
    Rows(Vec<Answers>),
    /// Somebody agreed.
    Agreement {
        /// Who.
        name: Phrase,
        /// On which day.
        on: Date,
    },
}

impl Value {
    /// The rows, of an answer that has them.
    pub fn rows(&self) -> Option<&[Answers]> {
        match self {
            Self::Rows(rows) => Some(rows),
            Self::Short(_)
            | Self::Long(_)
            | Self::One(_)
            | Self::Many(_)
            | Self::YesNo(_)
            | Self::Date(_)
            | Self::Amount(_)
            | Self::Whole(_)
            | Self::Agreement { .. } => None,
        }
    }
}

/// The answers to a form, or to one row of a question that repeats. A question without an
/// answer is not in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers(pub(super) BTreeMap<QuestionKey, Value>);

impl Answers {
    /// The answer to a question.
    pub fn get(&self, key: &QuestionKey) -> Option<&Value> {
        self.0.get(key)
    }

    /// The answer at a spot, in a row or by itself.
    pub fn at(&self, spot: &Spot) -> Option<&Value> {
        match &spot.row {
            None => self.get(&spot.key),
            Some((group, number)) => self.get(group)?.rows()?.get(*number)?.get(&spot.key),
        }
    }

    /// Gives or replaces an answer.
    pub fn set(&mut self, key: QuestionKey, value: Value) {
        self.0.insert(key, value);
    }

    /// Takes an answer away.
    pub fn clear(&mut self, key: &QuestionKey) {
        self.0.remove(key);
    }

    /// The answers, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&QuestionKey, &Value)> {
        self.0.iter()
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(QuestionKey, Value)> for Answers {
    fn from_iter<I: IntoIterator<Item = (QuestionKey, Value)>>(answers: I) -> Self {
        Self(answers.into_iter().collect())
    }
}

/// Where an answer stands: a question, and for a question of a row also which row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// The question that repeats, and the row, from 0.
    pub row: Option<(QuestionKey, usize)>,
    /// The question.
    pub key: QuestionKey,
}

impl Spot {
    /// A question that stands by itself.
    pub fn top(key: &QuestionKey) -> Self {
        Self { row: None, key: key.clone() }
    }

    /// A question of a row.
    pub fn row(group: &QuestionKey, number: usize, key: &QuestionKey) -> Self {
        Self { row: Some((group.clone(), number)), key: key.clone() }
    }
}

/// As the field of a page is called: `reason`, or `children.1.name` with rows from 1. A key
/// holds no point, so no two spots are called the same.
impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.row {
            None => write!(f, "{}", self.key),
            Some((group, number)) => write!(f, "{group}.{}.{}", number + 1, self.key),
        }
    }
}
