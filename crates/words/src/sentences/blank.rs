//! A form nobody has filled in: what it asks, who sees the answer, and why.

use sleutel_domain::forms::{Condition, Form, Kind, Question, When};

use crate::Words;

/// A part of a form with its questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlankPart {
    /// Its heading.
    pub title: String,
    /// What to know before answering.
    pub intro: Option<String>,
    /// Its questions, in order.
    pub questions: Vec<BlankQuestion>,
}

/// One question as somebody reads it who has no answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlankQuestion {
    /// The question.
    pub label: String,
    /// For each of what it is asked again; a question that stands by itself has none.
    pub of_each: Option<String>,
    /// What helps to answer it.
    pub help: Option<String>,
    /// What an answer looks like.
    pub answer: String,
    /// What can be chosen.
    pub choices: Vec<String>,
    /// When it is asked and whether it has to be answered.
    pub when: String,
    /// Who may see the answer.
    pub sees: String,
    /// What the answer is for, and on what ground, where the form itself does not say it.
    pub why: Option<String>,
}

impl Words {
    /// Everything a form asks.
    pub fn blank_form(self, form: &Form) -> Vec<BlankPart> {
        let parts = form.sections.iter().map(|section| {
            let mut questions = Vec::new();
            for question in &section.questions {
                questions.push(self.blank_question(question, None));
                let label = self.wording(&question.label).to_owned();
                let rows = question.rows().unwrap_or_default().iter();
                questions.extend(rows.map(|it| self.blank_question(it, Some(label.clone()))));
            }
            BlankPart {
                title: self.wording(&section.title).to_owned(),
                intro: section.intro.as_ref().map(|it| self.wording(it).to_owned()),
                questions,
            }
        });
        parts.collect()
    }

    fn blank_question(self, it: &Question, of_each: Option<String>) -> BlankQuestion {
        let sees: Vec<String> = it.sees.iter().map(|party| self.name(party)).collect();
        let why: Vec<&str> =
            [&it.purpose, &it.ground].into_iter().flatten().map(|it| self.wording(it)).collect();
        let choices = match &it.kind {
            Kind::One { choices } | Kind::Many { choices } => {
                choices.iter().map(|it| self.wording(&it.label).to_owned()).collect()
            }
            Kind::YesNo => vec![self.t("answer-yes"), self.t("answer-no")],
            Kind::Short
            | Kind::Long { .. }
            | Kind::Date { .. }
            | Kind::Amount { .. }
            | Kind::Whole { .. }
            | Kind::Rows { .. }
            | Kind::Agreement => Vec::new(),
        };
        let shown = match it.shown {
            Condition::Always => None,
            Condition::Never
            | Condition::AnyOf { .. }
            | Condition::Answered(_)
            | Condition::HasRows(_)
            | Condition::Not(_)
            | Condition::All(_)
            | Condition::Any(_) => Some("form-blank-sometimes"),
        };
        let required = match it.required {
            Condition::Always => "form-blank-required",
            Condition::Never => "form-blank-optional",
            Condition::AnyOf { .. }
            | Condition::Answered(_)
            | Condition::HasRows(_)
            | Condition::Not(_)
            | Condition::All(_)
            | Condition::Any(_) => "form-blank-required-sometimes",
        };
        let when: Vec<String> =
            shown.into_iter().chain([required]).map(|key| self.t(key)).collect();
        BlankQuestion {
            label: self.wording(&it.label).to_owned(),
            of_each,
            help: it.help.as_ref().map(|it| self.wording(it).to_owned()),
            answer: self.blank_answer(&it.kind),
            choices,
            when: when.join(" "),
            sees: self.list(&sees),
            why: (!why.is_empty()).then(|| why.join(" ")),
        }
    }

    fn blank_answer(self, kind: &Kind) -> String {
        let key = match kind {
            Kind::Short => "form-blank-short",
            Kind::Long { .. } => "form-blank-long",
            Kind::One { .. } | Kind::YesNo => "form-blank-one",
            Kind::Many { .. } => "form-blank-many",
            Kind::Date { when, .. } => match when {
                When::Any => "form-blank-date",
                When::Future => "form-blank-date-future",
                When::Past => "form-blank-date-past",
            },
            Kind::Amount { .. } => "form-blank-amount",
            Kind::Whole { least, most } => {
                let values = [("least", (*least).into()), ("most", (*most).into())];
                return self.t_with("form-blank-whole", &values);
            }
            Kind::Rows { most, .. } => {
                return self.t_with("form-blank-rows", &[("most", i64::from(*most).into())]);
            }
            Kind::Agreement => "form-blank-agreement",
        };
        self.t(key)
    }
}
