//! Answers as they are kept: typed answers with the version of the form they belong to, and
//! what somebody typed so far, which may not make sense yet.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use sleutel_domain::{
    FormCode, LongText, Phrase,
    forms::{Answers, QuestionKey, Value},
};

use crate::stored::{Read, StoredError, bad, bytes, cents, code, date, read};

const ANSWERS: [&str; 1] = ["sleutel-form-answers/1"];
const TYPED: [&str; 1] = ["sleutel-form-typed/1"];

/// What stands in the fields of a form: the field's name and its texts, several where
/// several can be chosen.
pub type TypedText = BTreeMap<String, Vec<String>>;

/// The answers as bytes, with form and version: the same answers give the same bytes.
pub fn answers_to_json(form: &FormCode, version: u16, answers: &Answers) -> Vec<u8> {
    let format = ANSWERS[0].to_owned();
    bytes(&Stored { format, form: form.to_string(), version, answers: put(answers) })
}

/// Form, version and answers from their bytes. Whether the answers fit the form is
/// [`sleutel_domain::forms::check`].
pub fn answers_from_json(bytes: &[u8]) -> Result<(FormCode, u16, Answers), StoredError> {
    let stored: Stored = read(bytes, &ANSWERS)?;
    let form = code("form", &stored.form, FormCode::new)?;
    Ok((form, stored.version, take(stored.answers)?))
}

/// What was typed, as bytes.
pub fn typed_to_json(typed: &TypedText) -> Vec<u8> {
    bytes(&StoredTyped { format: TYPED[0].to_owned(), fields: typed.clone() })
}

/// What was typed, from its bytes.
pub fn typed_from_json(bytes: &[u8]) -> Result<TypedText, StoredError> {
    let stored: StoredTyped = read(bytes, &TYPED)?;
    Ok(stored.fields)
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredTyped {
    format: String,
    fields: TypedText,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    format: String,
    form: String,
    version: u16,
    answers: BTreeMap<String, StoredValue>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum StoredValue {
    Short(String),
    Long(String),
    One(String),
    Many(BTreeSet<String>),
    YesNo(bool),
    Date(String),
    Amount(i64),
    Whole(i64),
    Rows(Vec<BTreeMap<String, StoredValue>>),
    Agreement { name: String, on: String },
}

fn put(answers: &Answers) -> BTreeMap<String, StoredValue> {
    answers.iter().map(|(key, value)| (key.to_string(), put_value(value))).collect()
}

fn put_value(value: &Value) -> StoredValue {
    match value {
        Value::Short(text) => StoredValue::Short(text.to_string()),
        Value::Long(text) => StoredValue::Long(text.to_string()),
        Value::One(code) => StoredValue::One(code.clone()),
        Value::Many(codes) => StoredValue::Many(codes.clone()),
        Value::YesNo(yes) => StoredValue::YesNo(*yes),
        Value::Date(day) => StoredValue::Date(day.to_string()),
        Value::Amount(amount) => StoredValue::Amount(amount.get()),
        Value::Whole(number) => StoredValue::Whole(*number),
        Value::Rows(rows) => StoredValue::Rows(rows.iter().map(put).collect()),
        Value::Agreement { name, on } => {
            StoredValue::Agreement { name: name.to_string(), on: on.to_string() }
        }
    }
}

fn take(stored: BTreeMap<String, StoredValue>) -> Read<Answers> {
    stored
        .into_iter()
        .map(|(key, value)| {
            let key = QuestionKey::new(&key).map_err(|_| bad("key", &key))?;
            Ok((key, take_value(value)?))
        })
        .collect()
}

fn take_value(stored: StoredValue) -> Read<Value> {
    let phrase = |text: &str| Phrase::new(text).map_err(|_| bad("short", text));
    Ok(match stored {
        StoredValue::Short(text) => Value::Short(phrase(&text)?),
        StoredValue::Long(text) => {
            Value::Long(LongText::new(&text).map_err(|_| bad("long", &text))?)
        }
        StoredValue::One(code) => Value::One(code),
        StoredValue::Many(codes) => Value::Many(codes),
        StoredValue::YesNo(yes) => Value::YesNo(yes),
        StoredValue::Date(text) => Value::Date(date("date", &text)?),
        StoredValue::Amount(amount) => Value::Amount(cents("amount", amount)?),
        StoredValue::Whole(number) => Value::Whole(number),
        StoredValue::Rows(rows) => {
            Value::Rows(rows.into_iter().map(take).collect::<Read<Vec<Answers>>>()?)
        }
        StoredValue::Agreement { name, on } => {
            Value::Agreement { name: phrase(&name)?, on: date("on", &on)? }
        }
    })
}
