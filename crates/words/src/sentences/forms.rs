use sleutel_domain::forms::{Answers, Choice, Form, Kind, Question, Spot, Value, asked};

use crate::Words;

/// A part of a form with its answers, ready to be read or printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormPart {
    /// Its heading.
    pub title: String,
    /// The answers, in the order of the form.
    pub rows: Vec<FormRow>,
}

/// One answer with its question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormRow {
    /// Where it stands.
    pub spot: Spot,
    /// Which of several it is about (`Children 2`); the first answer of each carries it.
    pub heading: Option<String>,
    /// The question.
    pub label: String,
    /// The answer, perhaps of several lines; `None`: not answered.
    pub answer: Option<String>,
}

impl Words {
    /// A form's answers as titled rows, for a page, for print and for a document: what is
    /// asked and the answers in it. Hand in the answers a party may see; what it may not
    /// see is left out by `keep`.
    pub fn form_parts(
        self,
        form: &Form,
        answers: &Answers,
        keep: impl Fn(&Question) -> bool,
    ) -> Vec<FormPart> {
        let mut parts: Vec<FormPart> = form
            .sections
            .iter()
            .map(|it| FormPart {
                title: it.title.get(self.language()).to_owned(),
                rows: Vec::new(),
            })
            .collect();
        let mut last = None;
        for one in asked(form, answers).into_iter().filter(|one| keep(one.question)) {
            // Rows are told by what is in them.
            if matches!(one.value, Some(Value::Rows(_))) {
                continue;
            }
            let heading = one.spot.row.clone().filter(|row| last.as_ref() != Some(row));
            last.clone_from(&one.spot.row);
            let row = FormRow {
                heading: heading
                    .map(|(group, number)| self.form_row_title(form, &Spot::top(&group), number)),
                label: one.question.label.get(self.language()).to_owned(),
                answer: one.value.map(|value| self.form_value(&one.question.kind, value)),
                spot: one.spot,
            };
            if let Some(part) = parts.get_mut(one.section) {
                part.rows.push(row);
            }
        }
        parts.retain(|part| !part.rows.is_empty());
        parts
    }

    /// What one of several is called: `Children 2`. `number` from 0.
    pub fn form_row_title(self, form: &Form, group: &Spot, number: usize) -> String {
        let label = form.question(group).map_or("", |it| it.label.get(self.language()));
        let alone =
            matches!(form.question(group).map(|it| &it.kind), Some(Kind::Rows { most: 1, .. }));
        if alone { label.to_owned() } else { format!("{label} {}", number + 1) }
    }

    /// The question at a spot, with which of several it is about.
    pub fn form_spot(self, form: &Form, spot: &Spot) -> String {
        let label = form.question(spot).map_or("", |it| it.label.get(self.language()));
        match &spot.row {
            None => label.to_owned(),
            Some((group, number)) => {
                format!("{}: {label}", self.form_row_title(form, &Spot::top(group), *number))
            }
        }
    }

    /// An answer in words.
    pub fn form_value(self, kind: &Kind, value: &Value) -> String {
        match value {
            Value::Short(text) => text.to_string(),
            Value::Long(text) => text.to_string(),
            Value::One(code) => self.chosen(kind, code),
            Value::Many(codes) => {
                let chosen: Vec<String> =
                    codes.iter().map(|code| self.chosen(kind, code)).collect();
                self.list(&chosen)
            }
            Value::YesNo(true) => self.t("answer-yes"),
            Value::YesNo(false) => self.t("answer-no"),
            Value::Date(day) => self.date(*day),
            Value::Amount(amount) => self.money(*amount),
            Value::Whole(number) => self.number(*number),
            Value::Rows(rows) => self.count(rows.len()),
            Value::Agreement { name, on } => self.t_with(
                "form-agreed",
                &[("name", name.as_str().into()), ("date", self.date(*on).into())],
            ),
        }
    }

    fn chosen(self, kind: &Kind, code: &str) -> String {
        let choices: &[Choice] = match kind {
            Kind::One { choices } | Kind::Many { choices } => choices,
            Kind::Short
            | Kind::Long { .. }
            | Kind::YesNo
            | Kind::Date { .. }
            | Kind::Amount { .. }
            | Kind::Whole { .. }
            | Kind::Rows { .. }
            | Kind::Agreement => &[],
        };
        let choice = choices.iter().find(|it| it.code == code);
        choice.map_or_else(|| code.to_owned(), |it| it.label.get(self.language()).to_owned())
    }
}
