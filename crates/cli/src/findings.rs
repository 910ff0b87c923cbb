//! Findings in words, and for a program.

use serde_json::{Value as Json, json};
use sleutel_exchange::{Figure, Finding, Severity};
use sleutel_words::{Value, Words};

use crate::out;

fn words_of(words: Words, finding: &Finding, key: &str) -> String {
    let figures = finding.what.figures();
    let values: Vec<(&str, Value<'_>)> = figures
        .iter()
        .map(|(name, figure)| {
            let value = match figure {
                Figure::Text(text) => text.into(),
                Figure::Number(number) => number.into(),
                Figure::Date(date) => words.date(*date).into(),
            };
            (*name, value)
        })
        .collect();
    words.t_with(key, &values)
}

fn place(finding: &Finding) -> String {
    let mut place = finding.file.clone();
    if let Some(row) = finding.row {
        place.push_str(&format!(":{row}"));
    }
    if let Some(position) = finding.position {
        place.push_str(&format!(":{position}"));
    }
    if let Some(column) = &finding.column {
        place.push_str(&format!(" {column}"));
    }
    place
}

/// One finding on a line: where, which, what, what to do.
pub(crate) fn line(words: Words, finding: &Finding) -> String {
    let what = words_of(words, finding, &finding.what.what_key());
    let remedy = words_of(words, finding, &finding.what.remedy_key());
    format!("{}  {}  {what} {remedy}", place(finding), finding.what.code())
}

/// All of them under each other, each on a line: where, which, what and what to do.
pub(crate) fn table(words: Words, findings: &[Finding]) -> String {
    let rows: Vec<Vec<String>> = findings
        .iter()
        .map(|it| {
            let what = words_of(words, it, &it.what.what_key());
            let remedy = words_of(words, it, &it.what.remedy_key());
            vec![place(it), it.what.code().to_owned(), format!("{what} {remedy}")]
        })
        .collect();
    out::columns(&rows)
}

/// How many of them are errors.
pub(crate) fn errors(findings: &[Finding]) -> usize {
    findings.iter().filter(|it| it.severity == Severity::Error).count()
}

/// The same for a program; the sentences are in the reader's language.
pub(crate) fn as_json(words: Words, finding: &Finding) -> Json {
    json!({
        "file": finding.file,
        "row": finding.row,
        "position": finding.position,
        "column": finding.column,
        "code": finding.what.code(),
        "severity": finding.severity.code(),
        "what": words_of(words, finding, &finding.what.what_key()),
        "remedy": words_of(words, finding, &finding.what.remedy_key()),
    })
}

/// Whether any of them keeps the files from being taken in.
pub(crate) fn any_error(findings: &[Finding]) -> bool {
    errors(findings) > 0
}
