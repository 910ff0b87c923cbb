//! Forms with versions ("formulieren"): questions and their conditions as data, the answers
//! of one household to them, and what is still missing.
//!
//! A form goes from a party to a party. Each question says who may see its answer and why
//! it is asked; what is not shown is not asked, not required and not sent.

mod answers;
mod ask;
mod check;
mod condition;
mod definition;
mod difference;
mod library;
mod medical;
mod prefill;
mod question;
mod road;
#[cfg(test)]
mod tests;

pub use answers::{Answers, Spot, Value};
pub use ask::{Asked, asked, seen_by, visible};
pub use check::{AnswerFault, Completeness, Fault, check, check_value, completeness};
pub use condition::Condition;
pub use definition::{FormFault, FormFaultKind};
pub use difference::{Difference, differences};
pub use library::{Library, overlaps};
pub use medical::medical_word;
pub use prefill::{FileFacts, MemberFacts, prefill};
pub use question::{Choice, KeyError, Kind, Prefill, Question, QuestionKey, When};
pub use road::{FormAct, FormStatus, NotNow};

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::{
    FormCode, Wording,
    access::{OrganisationKind, Party},
};

/// One form of one household under way, with its history.
#[derive(Debug)]
pub enum FormFile {}

/// One version of a form's definition. A file that was started on a version stays on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// What the form is called in rows and addresses (`omslag-application`).
    pub code: FormCode,
    /// Counted from 1.
    pub version: u16,
    /// First day on which this version may be started.
    pub from: Date,
    /// Last day on which it may be started; `None`: until a next version says otherwise.
    pub until: Option<Date>,
    /// Its name for people.
    pub title: Wording,
    /// What it is for.
    pub purpose: Wording,
    /// On what ground the answers may be asked and shared ("grondslag").
    pub ground: Wording,
    /// What kind of organisation receives it; `None`: it stays where it was made.
    pub to: Option<OrganisationKind>,
    /// The questions, in parts.
    pub sections: Vec<Section>,
}

/// A part of a form with a heading of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub title: Wording,
    /// What to know before answering.
    pub intro: Option<Wording>,
    /// The questions in the order they are asked.
    pub questions: Vec<Question>,
}

impl Form {
    /// Whether this version may be started on a day.
    pub fn is_valid(&self, on: Date) -> bool {
        self.from <= on && self.until.is_none_or(|until| on <= until)
    }

    /// The questions that stand by themselves, over all sections.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// The question at a spot; `None` when the form has no such question.
    pub fn question(&self, spot: &Spot) -> Option<&Question> {
        let find = |key: &QuestionKey| self.questions().find(|it| it.key == *key);
        match &spot.row {
            None => find(&spot.key),
            Some((group, _)) => find(group)?.rows()?.iter().find(|it| it.key == spot.key),
        }
    }

    /// Who may see the answer at a spot; nobody when there is no such question.
    pub fn sees(&self, spot: &Spot) -> BTreeSet<Party> {
        self.question(spot).map(|it| it.sees.clone()).unwrap_or_default()
    }
}
