use std::{collections::BTreeSet, fmt};

use jiff::civil::Date;

use super::Condition;
use crate::{Cents, Wording, access::Party};

/// What a question is called in files and in the fields of a page: small letters, digits
/// and hyphens, beginning with a letter, at most 40.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionKey(String);

/// A question's key was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a key has 1 to 40 small letters, digits and hyphens, and begins with a letter")]
pub struct KeyError;

impl QuestionKey {
    /// Refuses anything but small letters, digits and hyphens.
    pub fn new(text: &str) -> Result<Self, KeyError> {
        let begins = text.starts_with(|c: char| c.is_ascii_lowercase());
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if begins && text.len() <= 40 && text.chars().all(fits) {
            Ok(Self(text.to_owned()))
        } else {
            Err(KeyError)
        }
    }

    /// The key as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for QuestionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One question of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its key, the only one of its form.
    pub key: QuestionKey,
    /// What an answer looks like.
    pub kind: Kind,
    /// The question in words.
    pub label: Wording,
    /// What helps to answer it.
    pub help: Option<Wording>,
    /// When it is asked at all.
    pub shown: Condition,
    /// When it has to be answered, once it is asked.
    pub required: Condition,
    /// Who may see the answer.
    pub sees: BTreeSet<Party>,
    /// What this answer is for, where the form's own purpose does not say it.
    pub purpose: Option<Wording>,
    /// On what ground, where it is another than the form's.
    pub ground: Option<Wording>,
    /// Where the first answer comes from when the form is started.
    pub prefill: Option<Prefill>,
}

impl Question {
    /// The questions of each row, for a question that repeats.
    pub fn rows(&self) -> Option<&[Question]> {
        match &self.kind {
            Kind::Rows { questions, .. } => Some(questions),
            Kind::Short
            | Kind::Long { .. }
            | Kind::One { .. }
            | Kind::Many { .. }
            | Kind::YesNo
            | Kind::Date { .. }
            | Kind::Amount { .. }
            | Kind::Whole { .. }
            | Kind::Agreement => None,
        }
    }
}

/// What an answer looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One line, at most 200 characters.
    Short,
    /// Several lines, at most 4,000 characters.
    Long {
        /// The page says beside it that no medical facts belong here, and why.
        medical_hint: bool,
    },
    /// Exactly one of these.
    One {
        /// What there is to choose.
        choices: Vec<Choice>,
    },
    /// Any of these; none is no answer.
    Many {
        /// What there is to choose.
        choices: Vec<Choice>,
    },
    /// Yes or no.
    YesNo,
    /// A day.
    Date {
        /// On which side of the day of answering it has to lie.
        when: When,
        /// The first day allowed.
        least: Option<Date>,
        /// The last day allowed.
        most: Option<Date>,
    },
    /// An amount of money.
    Amount {
        /// The most allowed.
        most: Option<Cents>,
    },
    /// A whole number.
    Whole {
        /// The least allowed.
        least: i64,
        /// The most allowed.
        most: i64,
    },
    /// The same questions again for each of several (children, goals).
    Rows {
        /// What is asked of each.
        questions: Vec<Question>,
        /// Fewest rows once the question has to be answered.
        least: u8,
        /// Most rows.
        most: u8,
    },
    /// Somebody agrees, with name and day ("akkoord").
    Agreement,
}

impl Kind {
    /// The words in files, in the order of the page about the format.
    pub const CODES: [&'static str; 10] =
        ["short", "long", "one", "many", "yes-no", "date", "amount", "whole", "rows", "agreement"];

    /// The word in files.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Long { .. } => "long",
            Self::One { .. } => "one",
            Self::Many { .. } => "many",
            Self::YesNo => "yes-no",
            Self::Date { .. } => "date",
            Self::Amount { .. } => "amount",
            Self::Whole { .. } => "whole",
            Self::Rows { .. } => "rows",
            Self::Agreement => "agreement",
        }
    }

    /// What can be chosen: the choices, or `yes` and `no`. `None` when the answer is free.
    pub fn words(&self) -> Option<Vec<&str>> {
        match self {
            Self::One { choices } | Self::Many { choices } => {
                Some(choices.iter().map(|choice| choice.code.as_str()).collect())
            }
            Self::YesNo => Some(vec!["yes", "no"]),
            Self::Short
            | Self::Long { .. }
            | Self::Date { .. }
            | Self::Amount { .. }
            | Self::Whole { .. }
            | Self::Rows { .. }
            | Self::Agreement => None,
        }
    }
}

/// One thing to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The word in rows and in the field of a page.
    pub code: String,
    /// What people read.
    pub label: Wording,
}

/// On which side of the day of answering a date has to lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum When {
    /// Either side.
    #[default]
    Any,
    /// After it.
    Future,
    /// On it or before.
    Past,
}

impl When {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Any, Self::Future, Self::Past];

    /// The word in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Future => "future",
            Self::Past => "past",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Where the first answer to a question comes from: the participant's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Prefill {
    /// Given and family name; within rows, of that member.
    Name,
    /// Date of birth; within rows, of that member.
    BirthDate,
    /// Whether that member moves along.
    MovesAlong,
    /// A row for each partner of the household.
    Partners,
    /// A row for each child of the household.
    Children,
    /// The name of the target group.
    Group,
    /// The name of the care provider.
    Provider,
    /// What the file is called.
    Reference,
    /// The number in the regional register of home seekers; most files do not have it.
    RegistrationNumber,
}

impl Prefill {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Name,
        Self::BirthDate,
        Self::MovesAlong,
        Self::Partners,
        Self::Children,
        Self::Group,
        Self::Provider,
        Self::Reference,
        Self::RegistrationNumber,
    ];

    /// The word in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::BirthDate => "birth-date",
            Self::MovesAlong => "moves-along",
            Self::Partners => "partners",
            Self::Children => "children",
            Self::Group => "group",
            Self::Provider => "provider",
            Self::Reference => "reference",
            Self::RegistrationNumber => "registration-number",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}
