//! A form on paper, with its answers or without.

use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App,
    forms::{self, FormView, VersionLine},
};
use sleutel_domain::forms::FormAct;
use sleutel_papers::{Form, Part, Row, Section};
use sleutel_words::{BlankQuestion, FormRow, Words};

use super::{blank, naming};
use crate::{Acting, Page, Problem, access::moment, paper, refused};

/// `GET /forms/{id}/form.pdf`: the answers the reader's party may see, in their language.
pub(super) async fn filled(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
) -> Response {
    let Some(file) = naming::id(&id) else { return Problem::not_found().into_response() };
    let seen = match forms::paper(&app, &who, file).await {
        Ok(seen) => seen,
        Err(error) => return refused::refuse(&page, &error),
    };
    let words = page.words;
    let title = words.wording(&seen.form.title).to_owned();
    let parts = words.form_parts(&seen.form, &seen.answers, |it| it.sees.contains(&seen.party));
    let form = Form {
        frame: paper::frame(&app, &page, words, &title, seen.file.reference.as_str()),
        subject: title,
        body: vec![Part::List { items: about(words, &app, &seen) }],
        sections: parts
            .into_iter()
            .map(|part| Section {
                title: part.title,
                rows: part.rows.into_iter().map(row).collect(),
            })
            .collect(),
    };
    let name = file_name(words, "forms-pdf-file", seen.file.form.as_str());
    paper::download(&page, &name, move |press| press.form(&form)).await
}

/// `GET /blank-forms/{code}/form.pdf`, for whoever has logged in: setting a paper takes a while.
pub(super) async fn blank(
    page: Page,
    State(app): State<App>,
    Acting(_): Acting,
    Path(code): Path<String>,
    Query(asked): Query<blank::Asked>,
) -> Response {
    let Some(found) = blank::find(&app, &code, asked.version) else {
        return Problem::not_found().into_response();
    };
    let words = page.words;
    let title = words.wording(&found.title).to_owned();
    let section = |part: sleutel_words::BlankPart| Section {
        title: part.title,
        rows: part.questions.into_iter().map(|it| question(words, it)).collect(),
    };
    let about = blank::about(words, found);
    let form = Form {
        frame: paper::frame(&app, &page, words, &title, found.code.as_str()),
        subject: title,
        body: vec![
            Part::text(words.t("forms-blank-lead")),
            Part::List {
                items: about.into_iter().map(|(label, text)| format!("{label}: {text}")).collect(),
            },
        ],
        sections: words.blank_form(found).into_iter().map(section).collect(),
    };
    let name = file_name(words, "forms-blank-file", &code);
    paper::download(&page, &name, move |press| press.form(&form)).await
}

fn file_name(words: Words, key: &str, code: &str) -> String {
    let plain = |it: char| if it.is_ascii_alphanumeric() { it } else { '-' };
    let code: String = code.chars().map(plain).collect();
    format!("{}-{code}-{}.pdf", words.t(key), words.language().code())
}

fn about(words: Words, app: &App, seen: &FormView) -> Vec<String> {
    let sent = seen.history.iter().find(|it| it.act == FormAct::Send);
    let sent = sent.filter(|_| seen.file.status.is_with_receiver());
    let by = |it: &VersionLine| {
        let date = moment(words, it.at, &app.zone);
        let values = [("date", date.into()), ("who", it.actor.as_str().into())];
        words.t_with("forms-pdf-sent-by", &values)
    };
    let version = [("version", i64::from(seen.form.version).into())];
    [
        ("forms-form", words.t_with("forms-version", &version)),
        ("forms-status", words.name(&seen.file.status)),
        ("forms-pdf-sent", sent.map_or_else(|| words.t("forms-pdf-not-sent"), by)),
        ("forms-pdf-party", words.name(&seen.party)),
        ("forms-purpose", words.wording(&seen.form.purpose).to_owned()),
        ("forms-ground", words.wording(&seen.form.ground).to_owned()),
    ]
    .into_iter()
    .map(|(key, text)| format!("{}: {text}", words.t(key)))
    .collect()
}

fn row(row: FormRow) -> Row {
    let lines = row.answer.iter().flat_map(|it| it.lines());
    Row {
        label: match row.heading {
            Some(heading) => format!("{heading}: {}", row.label),
            None => row.label,
        },
        answer: lines.map(str::to_owned).filter(|it| !it.trim().is_empty()).collect(),
    }
}

fn question(words: Words, it: BlankQuestion) -> Row {
    let told = |key: &str, text: &str| format!("{}: {text}", words.t(key));
    let label = match &it.of_each {
        Some(each) => {
            let each = words.t_with("forms-blank-each", &[("what", each.as_str().into())]);
            format!("{} ({each})", it.label)
        }
        None => it.label,
    };
    let mut answer: Vec<String> = it.help.into_iter().collect();
    answer.push(it.answer);
    if !it.choices.is_empty() {
        answer.push(told("forms-blank-choices", &it.choices.join("; ")));
    }
    answer.push(it.when);
    answer.push(told("forms-blank-sees", &it.sees));
    answer.extend(it.why.map(|why| told("forms-blank-why", &why)));
    Row { label, answer }
}
