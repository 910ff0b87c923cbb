//! What the state asks for a group: the form, the rows of the group's page, and all as a file.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use sleutel_actions::{
    ActionError, App,
    steering::groups::{self, GroupQuery, NationalDraft, OneGroup},
};
use sleutel_domain::{GroupCode, steering::groups::YearPart};
use sleutel_words::Words;

use super::{HREF, code_in, forms::may_change, href, name_on, part, show};
use crate::{
    Acting, Form, Page, Posted, Problem,
    access::{actor_words, moment},
    homes::csv,
    refused::{self, problem_on},
    session,
    show::Choice,
};

const LABELS: &[(&str, &str)] = &[
    ("year", "groups-national-year"),
    ("part", "groups-national-part"),
    ("homes", "groups-national-homes"),
    ("people", "groups-national-people"),
    ("source", "groups-national-source"),
    ("source_date", "groups-national-source-date"),
];

/// A number of the state on the page of its group.
#[derive(Debug)]
pub(super) struct NationalLine {
    pub(super) number: u32,
    pub(super) year: String,
    pub(super) part: String,
    pub(super) homes: String,
    pub(super) people: String,
    pub(super) source: String,
    /// Who wrote it down and when.
    pub(super) by: String,
    /// Whether it holds: no other came in its place, and nobody took it back.
    pub(super) holds: bool,
    /// Whether it says that another was taken back.
    pub(super) withdrawn: bool,
}

/// Every number of the state of a group, the newest first.
pub(super) fn lines(words: Words, app: &App, it: &OneGroup) -> Vec<NationalLine> {
    let line = |row: &sleutel_store::groups::NationalRow| NationalLine {
        number: row.number,
        year: row.year.to_string(),
        part: part(words, row.part),
        homes: row.homes.map_or_else(|| "–".to_owned(), |it| words.number(it)),
        people: row.people.map_or_else(|| "–".to_owned(), |it| words.number(it)),
        source: {
            let date = words.date(row.source_date).into();
            let values = [("source", row.source.to_string().into()), ("date", date)];
            words.t_with("groups-national-from", &values)
        },
        by: format!("{}, {}", moment(words, row.at, &app.zone), actor_words(words, &row.actor)),
        holds: it.line.national.iter().any(|one| one.number == row.number),
        withdrawn: row.homes.is_none(),
    };
    it.national.iter().map(line).collect()
}

#[derive(Debug, Template)]
#[template(path = "steering/groups/national.html")]
struct NationalPage {
    page: Page,
    form: Form,
    parts: Vec<Choice>,
    back: String,
    changed: bool,
}

fn national_page(page: Page, app: &App, it: &OneGroup, form: Form) -> NationalPage {
    let words = page.words;
    let code = &it.line.code;
    let name = name_on(words, code, &it.line.times, app.today());
    let title = page.t1("groups-national-title", "name", name.as_str());
    NationalPage {
        form: form.labelled(LABELS),
        parts: YearPart::ALL.map(|it| Choice::new(it.code(), part(words, it))).to_vec(),
        back: href(code),
        changed: false,
        page: page.under(HREF, "groups-title").under_named(href(code), name).called(title),
    }
}

fn last(it: &OneGroup) -> String {
    it.national.iter().map(|it| it.number).max().unwrap_or(0).to_string()
}

/// `GET /steering/groups/{code}/national`.
pub(super) async fn form(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    may_change(&who)?;
    let it = groups::one(&app, &who, &code_in(&code)?).await.map_err(problem_on(&page))?;
    let form = Form::new()
        .filled("year", (app.today().year() + 1).to_string())
        .filled("part", YearPart::Whole.code())
        .filled("was", last(&it));
    let view = national_page(page, &app, &it, form);
    Ok(view.page.render(&view))
}

/// `POST /steering/groups/{code}/national`.
pub(super) async fn set(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(code): Path<String>,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    let code: GroupCode = code_in(&code)?;
    let text = |name: &str| form.value(name).trim().to_owned();
    let draft = NationalDraft {
        year: text("year"),
        part: text("part"),
        homes: text("homes"),
        people: text("people"),
        source: text("source"),
        source_date: text("source_date"),
        was: text("was"),
    };
    match groups::set_national(&app, &who, &code, &draft).await {
        Ok(()) => show::done(&page, &code, Ok(()), "groups-national-saved"),
        Err(error) => {
            let changed = matches!(error, ActionError::Changed);
            if !changed {
                refused::at_fields(&mut form, error).map_err(problem_on(&page))?;
            }
            let it = groups::one(&app, &who, &code).await.map_err(problem_on(&page))?;
            if changed {
                form.set("was", last(&it));
                let view = NationalPage { changed, ..national_page(page, &app, &it, form) };
                return Ok(view.page.render_with(StatusCode::CONFLICT, &view));
            }
            let view = national_page(page, &app, &it, form);
            Ok(session::unprocessable(&view.page, &view))
        }
    }
}

/// `POST /steering/groups/{code}/national/{number}/withdraw`.
pub(super) async fn withdraw(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path((code, number)): Path<(String, u32)>,
) -> Result<Response, Problem> {
    let code = code_in(&code)?;
    let result = groups::withdraw_national(&app, &who, &code, number).await;
    show::done(&page, &code, result, "groups-national-withdrawn")
}

/// `GET /steering/national-targets.csv`: every number of the state that holds.
pub(super) async fn table(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
) -> Result<Response, Problem> {
    let all = GroupQuery::default();
    let found = groups::list(&app, &who, &all).await.map_err(problem_on(&page))?;
    let words = page.words;
    let heads = [
        "groups-code",
        "groups-name",
        "groups-national-year",
        "groups-national-part",
        "groups-national-homes",
        "groups-national-people",
        "groups-national-source",
        "groups-national-source-date",
    ];
    let mut rows: Vec<Vec<String>> = vec![heads.map(|it| words.t(it)).to_vec()];
    let text = |it: Option<u32>| it.map(|it| it.to_string()).unwrap_or_default();
    for group in &found.rows {
        let name = name_on(words, &group.code, &group.times, app.today());
        rows.extend(group.national.iter().map(|it| {
            vec![
                group.code.to_string(),
                name.clone(),
                it.year.to_string(),
                part(words, it.part),
                text(it.homes),
                text(it.people),
                it.source.to_string(),
                it.source_date.to_string(),
            ]
        }));
    }
    Ok(csv(&format!("{}.csv", words.t("groups-national-file")), rows))
}
