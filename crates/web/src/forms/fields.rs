//! The questions of a form as fields of a page.

use std::collections::{BTreeMap, BTreeSet};

use sleutel_domain::forms::{Answers, Condition, Form, Kind, Question, Spot, Value, asked};
use sleutel_exchange::forms::TypedText;
use sleutel_words::Words;

/// A part of the form.
pub(super) struct SectionView {
    pub(super) title: String,
    pub(super) intro: Option<String>,
    pub(super) hidden: bool,
    pub(super) fields: Vec<FieldView>,
}

/// One question with what stands in its field.
pub(super) struct FieldView {
    /// The field, and what its label points at.
    pub(super) name: String,
    pub(super) kind: &'static str,
    pub(super) label: String,
    pub(super) help: Option<String>,
    pub(super) text: String,
    /// The day of an agreement.
    pub(super) on: String,
    pub(super) options: Vec<Chosen>,
    pub(super) required: bool,
    pub(super) hidden: bool,
    /// Whether it comes and goes with other answers.
    pub(super) conditional: bool,
    pub(super) medical: bool,
    pub(super) sees: Vec<String>,
    pub(super) purpose: String,
    pub(super) ground: String,
    pub(super) error: Option<String>,
    pub(super) on_error: Option<String>,
    /// The answer that was handed over before, when it was another.
    pub(super) earlier: Option<String>,
    pub(super) rows: Vec<RowView>,
    pub(super) may_add: bool,
}

impl FieldView {
    /// What `aria-describedby` points at.
    pub(super) fn described(&self) -> Option<String> {
        let parts = [
            ("error", self.error.is_some()),
            ("hint", self.help.is_some()),
            ("medical", self.medical),
            ("earlier", self.earlier.is_some()),
        ];
        let ids = parts.iter().filter(|(_, there)| *there);
        let ids: Vec<_> = ids.map(|(part, _)| format!("{part}-{}", self.name)).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// One of several.
pub(super) struct RowView {
    pub(super) title: String,
    /// What its button sends; `None` for a row nothing was typed in yet.
    pub(super) remove: Option<String>,
    pub(super) fields: Vec<FieldView>,
}

/// Something to choose.
pub(super) struct Chosen {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) checked: bool,
}

/// What the fields are made from.
pub(super) struct Sources<'a> {
    pub(super) words: Words,
    pub(super) form: &'a Form,
    pub(super) typed: &'a TypedText,
    pub(super) answers: &'a Answers,
    pub(super) before: Option<&'a Answers>,
    /// What is wrong, by field.
    pub(super) errors: &'a BTreeMap<String, String>,
    /// The question to which a blank row is to be added.
    pub(super) more: &'a str,
}

/// The form's questions, hidden ones too: a page with script shows them without asking.
pub(super) fn sections(from: &Sources<'_>) -> Vec<SectionView> {
    let asked = asked(from.form, from.answers);
    let shown: BTreeMap<&Spot, bool> = asked.iter().map(|it| (&it.spot, it.required)).collect();
    let language = from.words.language();
    from.form
        .sections
        .iter()
        .map(|section| {
            let fields: Vec<FieldView> =
                section.questions.iter().map(|question| top(from, question, &shown)).collect();
            SectionView {
                title: section.title.get(language).to_owned(),
                intro: section.intro.as_ref().map(|it| it.get(language).to_owned()),
                hidden: fields.iter().all(|field| field.hidden),
                fields,
            }
        })
        .collect()
}

fn top(from: &Sources<'_>, question: &Question, shown: &BTreeMap<&Spot, bool>) -> FieldView {
    let spot = Spot::top(&question.key);
    let mut field = field(from, question, &spot, shown);
    let Kind::Rows { questions, most, .. } = &question.kind else { return field };
    let filled = from.answers.get(&question.key).and_then(Value::rows).map_or(0, <[_]>::len);
    let most = usize::from(*most);
    let blank = filled == 0 || from.more == question.key.as_str();
    let count = (filled + usize::from(blank)).min(most.max(filled));
    field.may_add = count < most;
    field.rows = (0..count)
        .map(|number| RowView {
            title: from.words.form_row_title(from.form, &spot, number),
            remove: (number < filled).then(|| format!("remove:{}.{}", question.key, number + 1)),
            fields: questions
                .iter()
                .map(|inner| {
                    let at = Spot::row(&question.key, number, &inner.key);
                    let mut view = self::field(from, inner, &at, shown);
                    // In a row nobody typed in, only what always comes is shown.
                    if number >= filled {
                        view.hidden = view.conditional;
                        view.required = false;
                    }
                    view
                })
                .collect(),
        })
        .collect();
    field
}

fn field(
    from: &Sources<'_>,
    question: &Question,
    spot: &Spot,
    shown: &BTreeMap<&Spot, bool>,
) -> FieldView {
    let language = from.words.language();
    let name = spot.to_string();
    let texts = |part: &str| from.typed.get(&format!("{name}{part}")).cloned().unwrap_or_default();
    let first = |part: &str| texts(part).into_iter().next().unwrap_or_default();
    let is_agreement = question.kind == Kind::Agreement;
    let chosen: BTreeSet<String> = texts("").into_iter().collect();
    let purpose = question.purpose.as_ref().unwrap_or(&from.form.purpose);
    let ground = question.ground.as_ref().unwrap_or(&from.form.ground);
    let error = |part: &str| from.errors.get(&format!("{name}{part}")).cloned();
    FieldView {
        kind: question.kind.code(),
        label: question.label.get(language).to_owned(),
        help: question.help.as_ref().map(|it| it.get(language).to_owned()),
        text: if is_agreement { first(".name") } else { first("") },
        on: first(".on"),
        options: options(from, &question.kind, &chosen),
        required: shown.get(spot).copied().unwrap_or_default(),
        hidden: !shown.contains_key(spot),
        conditional: question.shown != Condition::Always,
        medical: question.kind == Kind::Long { medical_hint: true },
        sees: question.sees.iter().map(|it| from.words.name(it)).collect(),
        purpose: purpose.get(language).to_owned(),
        ground: ground.get(language).to_owned(),
        error: if is_agreement { error(".name") } else { error("") },
        on_error: error(".on"),
        earlier: earlier(from, question, spot),
        rows: Vec::new(),
        may_add: false,
        name,
    }
}

fn options(from: &Sources<'_>, kind: &Kind, chosen: &BTreeSet<String>) -> Vec<Chosen> {
    let language = from.words.language();
    let one = |value: &str, label: String| Chosen {
        value: value.to_owned(),
        label,
        checked: chosen.contains(value),
    };
    match kind {
        Kind::One { choices } | Kind::Many { choices } => {
            choices.iter().map(|it| one(&it.code, it.label.get(language).to_owned())).collect()
        }
        Kind::YesNo => {
            ["yes", "no"].map(|it| one(it, from.words.t(&format!("answer-{it}")))).into()
        }
        Kind::Short
        | Kind::Long { .. }
        | Kind::Date { .. }
        | Kind::Amount { .. }
        | Kind::Whole { .. }
        | Kind::Rows { .. }
        | Kind::Agreement => Vec::new(),
    }
}

fn earlier(from: &Sources<'_>, question: &Question, spot: &Spot) -> Option<String> {
    let before = from.before?;
    if question.rows().is_some() || before.at(spot) == from.answers.at(spot) {
        return None;
    }
    Some(match before.at(spot) {
        Some(value) => from.words.form_value(&question.kind, value),
        None => from.words.t("forms-earlier-none"),
    })
}
