//! From what stands in the fields of a page to answers, and back.
//!
//! A question's field is called by its key; one in rows `children.1.name`, with rows from 1;
//! an agreement has two, `agreed.name` and `agreed.on`.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use sleutel_domain::{
    LongText, Phrase,
    forms::{
        AnswerFault, Answers, Asked, Completeness, Fault, Form, Kind, Question, Spot, Value, asked,
        check, completeness,
    },
};
use sleutel_exchange::forms::TypedText;

use crate::{
    FieldError, FieldFault,
    fields::{read_date, read_money, text_fault},
};

/// More rows than any question has are not read.
const MOST_ROWS: usize = 60;

/// What was typed, as far as it makes sense, and what does not.
#[derive(Debug, Clone)]
pub struct Judged {
    /// What was typed, without blank rows and unknown fields.
    pub typed: TypedText,
    /// The answers that can be read.
    pub answers: Answers,
    /// Everything that is wrong, by field, in the order of the form; hidden questions left out.
    pub faults: Vec<FieldError>,
    /// How many of those are answers that cannot be read at all.
    pub unreadable: usize,
    /// How much of what has to be answered is answered well.
    pub completeness: Completeness,
}

/// Reads what was typed.
pub fn judge(form: &Form, typed: &TypedText, today: Date) -> Judged {
    let typed = tidy(form, typed);
    let (answers, bad) = read(form, &typed);
    let asked = asked(form, &answers);
    let place = |spot: &Spot| asked.iter().position(|one| one.spot == *spot);
    let mut faults: Vec<(usize, FieldError)> = Vec::new();
    for (spot, field, fault) in bad {
        if let Some(place) = place(&spot) {
            faults.push((place, FieldError { field, fault }));
        }
    }
    let unreadable = faults.len();
    for AnswerFault { spot, what } in check(form, &answers, today) {
        let Some(place) = place(&spot) else { continue };
        // What cannot be read is not missing as well.
        if !faults.iter().any(|(other, _)| *other == place) {
            faults.push((place, fault_at(asked.get(place), &spot, &what)));
        }
    }
    faults.sort_by_key(|(place, _)| *place);
    let faults = faults.into_iter().map(|(_, fault)| fault).collect();
    let completeness = completeness(form, &answers, today);
    Judged { typed, answers, faults, unreadable, completeness }
}

fn fault_at(asked: Option<&Asked<'_>>, spot: &Spot, what: &Fault) -> FieldError {
    let kind = asked.map(|one| &one.question.kind);
    let euros = matches!(kind, Some(Kind::Amount { .. }));
    let part = match (kind, what) {
        (Some(Kind::Agreement), Fault::InFuture { .. }) => ".on",
        (Some(Kind::Agreement), _) => ".name",
        _ => "",
    };
    let fault = match what {
        Fault::Required => FieldFault::Required,
        Fault::OtherKind | Fault::NotAChoice => FieldFault::NotAChoice,
        Fault::NotInFuture { .. } => FieldFault::NotInFuture,
        Fault::InFuture { .. } => FieldFault::InFuture,
        Fault::DateRange { least, most } => FieldFault::DateRange { least: *least, most: *most },
        Fault::Range { least, most } if euros => {
            FieldFault::Range { least: least / 100, most: most / 100 }
        }
        Fault::Range { least, most } => FieldFault::Range { least: *least, most: *most },
        Fault::TooFewRows { least } => FieldFault::TooFewRows { least: *least },
        Fault::TooManyRows { most } => FieldFault::TooManyRows { most: *most },
        Fault::NoSuchQuestion => FieldFault::Unknown,
    };
    FieldError { field: format!("{spot}{part}"), fault }
}

/// The fields of a question by itself.
fn parts(question: &Question) -> &'static [&'static str] {
    if question.kind == Kind::Agreement { &[".name", ".on"] } else { &[""] }
}

/// Leaves out blanks, unknown fields and blank rows, and numbers the rows anew.
fn tidy(form: &Form, typed: &TypedText) -> TypedText {
    let mut tidied = TypedText::new();
    for question in form.questions() {
        let key = question.key.as_str();
        let Some(inner) = question.rows() else {
            keep(typed, &mut tidied, key, key, question);
            continue;
        };
        let mut number = 0;
        for from in row_numbers(typed, key) {
            let mut row = TypedText::new();
            for one in inner {
                let at = |row: usize| format!("{key}.{row}.{}", one.key);
                keep(typed, &mut row, &at(from), &at(number + 1), one);
            }
            if !row.is_empty() {
                number += 1;
                tidied.extend(row);
            }
        }
    }
    tidied
}

fn row_numbers(typed: &TypedText, key: &str) -> BTreeSet<usize> {
    typed
        .keys()
        .filter_map(|field| {
            field.strip_prefix(key)?.strip_prefix('.')?.split('.').next()?.parse().ok()
        })
        .filter(|number| (1..=MOST_ROWS).contains(number))
        .collect()
}

fn keep(from: &TypedText, into: &mut TypedText, old: &str, new: &str, question: &Question) {
    for part in parts(question) {
        let texts = from.get(&format!("{old}{part}"));
        let texts: Vec<String> =
            texts.into_iter().flatten().filter(|text| !text.trim().is_empty()).cloned().collect();
        if !texts.is_empty() {
            into.insert(format!("{new}{part}"), texts);
        }
    }
}

type Bad = (Spot, String, FieldFault);

fn read(form: &Form, typed: &TypedText) -> (Answers, Vec<Bad>) {
    let mut answers = Answers::default();
    let mut bad = Vec::new();
    for question in form.questions() {
        let spot = Spot::top(&question.key);
        let value = match question.rows() {
            Some(inner) => rows(question, inner, typed, &mut bad),
            None => one(question, &spot, typed, &mut bad),
        };
        if let Some(value) = value {
            answers.set(question.key.clone(), value);
        }
    }
    (answers, bad)
}

fn rows(
    question: &Question,
    inner: &[Question],
    typed: &TypedText,
    bad: &mut Vec<Bad>,
) -> Option<Value> {
    let numbers = row_numbers(typed, question.key.as_str());
    let rows: Vec<Answers> = (0..numbers.len())
        .map(|number| {
            let mut row = Answers::default();
            for it in inner {
                let spot = Spot::row(&question.key, number, &it.key);
                if let Some(value) = one(it, &spot, typed, bad) {
                    row.set(it.key.clone(), value);
                }
            }
            row
        })
        .collect();
    (!rows.is_empty()).then_some(Value::Rows(rows))
}

fn one(question: &Question, spot: &Spot, typed: &TypedText, bad: &mut Vec<Bad>) -> Option<Value> {
    let texts = |part: &str| typed.get(&format!("{spot}{part}")).map_or(&[][..], Vec::as_slice);
    let text = texts("").first().map_or("", |it| it.trim());
    let mut wrong = |part: &str, fault| {
        bad.push((spot.clone(), format!("{spot}{part}"), fault));
        None
    };
    if question.kind == Kind::Agreement {
        let (name, on) = (texts(".name").first(), texts(".on").first());
        return match (name.map(|it| Phrase::new(it)), on.map(|it| read_date(it.trim()))) {
            (None, None) => None,
            (None, Some(_)) => wrong(".name", FieldFault::Required),
            (Some(Err(error)), _) => wrong(".name", text_fault(error)),
            (Some(Ok(_)), None) => wrong(".on", FieldFault::Required),
            (Some(Ok(_)), Some(None)) => wrong(".on", FieldFault::NotADate),
            (Some(Ok(name)), Some(Some(on))) => Some(Value::Agreement { name, on }),
        };
    }
    if text.is_empty() {
        return None;
    }
    match read_one(&question.kind, text, texts("")) {
        Ok(value) => Some(value),
        Err(fault) => wrong("", fault),
    }
}

fn read_one(kind: &Kind, text: &str, all: &[String]) -> Result<Value, FieldFault> {
    match kind {
        Kind::Short => Phrase::new(text).map(Value::Short).map_err(text_fault),
        Kind::Long { .. } => LongText::new(text).map(Value::Long).map_err(text_fault),
        Kind::One { .. } => Ok(Value::One(text.to_owned())),
        Kind::Many { .. } => Ok(Value::Many(all.iter().map(|it| it.trim().to_owned()).collect())),
        Kind::YesNo => match text {
            "yes" => Ok(Value::YesNo(true)),
            "no" => Ok(Value::YesNo(false)),
            _ => Err(FieldFault::NotAChoice),
        },
        Kind::Date { .. } => read_date(text).map(Value::Date).ok_or(FieldFault::NotADate),
        Kind::Amount { .. } => read_money(text).map(Value::Amount),
        Kind::Whole { .. } => text.parse().map(Value::Whole).map_err(|_| FieldFault::NotANumber),
        // Read by their callers.
        Kind::Rows { .. } | Kind::Agreement => Err(FieldFault::NotAChoice),
    }
}

/// Answers as they stand in the fields of a page.
pub fn typed_of(answers: &Answers) -> TypedText {
    let mut typed = TypedText::new();
    for (key, value) in answers.iter() {
        match value {
            Value::Rows(rows) => {
                for (number, row) in rows.iter().enumerate() {
                    for (inner, value) in row.iter() {
                        put(&mut typed, &Spot::row(key, number, inner), value);
                    }
                }
            }
            Value::Short(_)
            | Value::Long(_)
            | Value::One(_)
            | Value::Many(_)
            | Value::YesNo(_)
            | Value::Date(_)
            | Value::Amount(_)
            | Value::Whole(_)
            | Value::Agreement { .. } => put(&mut typed, &Spot::top(key), value),
        }
    }
    typed
}

fn put(typed: &mut BTreeMap<String, Vec<String>>, spot: &Spot, value: &Value) {
    let texts = match value {
        Value::Short(text) => vec![text.to_string()],
        Value::Long(text) => vec![text.to_string()],
        Value::One(code) => vec![code.clone()],
        Value::Many(codes) => codes.iter().cloned().collect(),
        Value::YesNo(yes) => vec![if *yes { "yes" } else { "no" }.to_owned()],
        Value::Date(day) => vec![day.to_string()],
        Value::Amount(amount) => {
            vec![format!("{},{:02}", amount.get() / 100, amount.get() % 100)]
        }
        Value::Whole(number) => vec![number.to_string()],
        Value::Agreement { name, on } => {
            typed.insert(format!("{spot}.name"), vec![name.to_string()]);
            typed.insert(format!("{spot}.on"), vec![on.to_string()]);
            return;
        }
        // Rows do not stand in rows.
        Value::Rows(_) => return,
    };
    typed.insert(spot.to_string(), texts);
}

#[cfg(test)]
mod tests {
    use sleutel_domain::forms::Library;
    use sleutel_exchange::forms::shipped;

    use super::*;

    fn application() -> Form {
        let library = Library::new(shipped().0);
        let code = sleutel_domain::FormCode::new("omslag-application").unwrap();
        library.version(&code, 1).unwrap().clone()
    }

    fn typed(fields: &[(&str, &str)]) -> TypedText {
        fields.iter().map(|(name, text)| ((*name).to_owned(), vec![(*text).to_owned()])).collect()
    }

    fn fault(judged: &Judged, field: &str) -> Option<FieldFault> {
        judged.faults.iter().find(|it| it.field == field).map(|it| it.fault.clone())
    }

    const TODAY: Date = jiff::civil::date(2026, 6, 15);

    #[test]
    fn blank_rows_disappear_and_the_others_close_up() {
        let typed = typed(&[
            ("children.1.child-name", "  "),
            ("children.3.child-name", "Ada"),
            ("children.3.child-born", "31-2-2020"),
            ("children.99.child-name", "Bo"),
            ("shoe-size", "41"),
        ]);
        let judged = judge(&application(), &typed, TODAY);
        let fields: Vec<_> = judged.typed.keys().map(String::as_str).collect();
        assert_eq!(fields, ["children.1.child-born", "children.1.child-name"]);
        assert_eq!(fault(&judged, "children.1.child-born"), Some(FieldFault::NotADate));
        assert_eq!(judged.unreadable, 1);
    }

    #[test]
    fn what_cannot_be_read_is_told_once_and_kept_as_it_was_typed() {
        let judged = judge(&application(), &typed(&[("registration-until", "soon")]), TODAY);
        let told: Vec<_> =
            judged.faults.iter().filter(|it| it.field == "registration-until").collect();
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].fault, FieldFault::NotADate);
        assert_eq!(judged.typed["registration-until"], ["soon"]);
    }

    #[test]
    fn a_registration_has_to_be_valid_still() {
        let judged = judge(&application(), &typed(&[("registration-until", "15-6-2026")]), TODAY);
        assert_eq!(fault(&judged, "registration-until"), Some(FieldFault::NotInFuture));
        let judged = judge(&application(), &typed(&[("registration-until", "16-6-2026")]), TODAY);
        assert_eq!(fault(&judged, "registration-until"), None);
    }

    #[test]
    fn half_an_agreement_is_told_at_the_other_half() {
        let judged = judge(&application(), &typed(&[("agreed.name", "Ada")]), TODAY);
        assert_eq!(fault(&judged, "agreed.on"), Some(FieldFault::Required));
        let judged = judge(&application(), &typed(&[("agreed.on", "2026-06-15")]), TODAY);
        assert_eq!(fault(&judged, "agreed.name"), Some(FieldFault::Required));
        let both = typed(&[("agreed.on", "2026-06-16"), ("agreed.name", "Ada")]);
        let judged = judge(&application(), &both, TODAY);
        assert_eq!(fault(&judged, "agreed.on"), Some(FieldFault::InFuture));
    }

    #[test]
    fn a_hidden_answer_that_cannot_be_read_is_no_fault() {
        let hidden = [("partner", "no"), ("partner-person.1.partner-born", "never")];
        let judged = judge(&application(), &typed(&hidden), TODAY);
        assert_eq!(judged.unreadable, 0);
        assert_eq!(fault(&judged, "partner-person.1.partner-born"), None);
    }

    #[test]
    fn answers_read_back_from_their_fields_are_the_same() {
        let fields = typed(&[
            ("name", "Ada"),
            ("born", "1990-04-01"),
            ("partner", "yes"),
            ("children.1.child-name", "Bo"),
            ("children.2.child-name", "Cor"),
            ("day-goal", "Werken\nen leren"),
            ("agreed.name", "Ada"),
            ("agreed.on", "2026-06-01"),
        ]);
        let judged = judge(&application(), &fields, TODAY);
        assert_eq!(typed_of(&judged.answers), judged.typed);
    }
}
