use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use sleutel_actions::{
    ActionError, App,
    policy::{self, Action},
    what_if::{self, Progress, Summary, WhatIf, WhatIfState},
};
use sleutel_domain::Id;

use super::{At, HOME, again_in, named, names, refuse};
use crate::{
    Acting, Flash, FlashKind, Page, Query,
    access::{actor_words, moment},
    refused,
    show::{Tab, Tone},
    steering,
};

/// One in the list.
#[derive(Debug)]
struct Row {
    id: String,
    name: String,
    who: String,
    when: String,
    policies: Vec<String>,
    years: u32,
    state: Badge,
    done: bool,
    /// How far it is.
    progress: Option<String>,
}

/// How far one is.
#[derive(Debug)]
pub(super) struct Badge {
    pub(super) tone: Tone,
    pub(super) key: &'static str,
}

/// The list.
#[derive(Debug, Template)]
#[template(path = "steering/what_if/list.html")]
struct ListPage {
    page: Page,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    may_run: bool,
    /// What was thrown away just now, and its name.
    gone: Option<(String, String)>,
    can_compare: bool,
}

pub(super) fn badge(state: WhatIfState, progress: Option<Progress>) -> Badge {
    let (tone, key) = match (state, progress) {
        (WhatIfState::Done, _) => (Tone::Good, "what-if-done"),
        (WhatIfState::Failed, _) => (Tone::Bad, "what-if-failed"),
        (WhatIfState::Waiting, Some(Progress::Running { .. })) => (Tone::Info, "what-if-running"),
        (WhatIfState::Waiting, Some(Progress::InLine { .. })) => (Tone::Info, "what-if-waiting"),
        (WhatIfState::Waiting, None) => (Tone::Attention, "what-if-stopped"),
    };
    Badge { tone, key }
}

/// How far it is, in a sentence.
pub(super) fn progress_words(page: &Page, progress: Progress) -> String {
    match progress {
        Progress::InLine { before } => page.t1("what-if-in-line", "before", before),
        Progress::Running { done, all } => page.t2("what-if-progress", "done", done, "all", all),
    }
}

/// `GET /steering/what-if`.
pub(super) async fn list(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Response {
    let gone = named(&Query::parse(raw.as_deref()), "gone");
    let (found, name) = match what_if::list(&app, &who, gone).await {
        Ok(found) => found,
        Err(error) => return refuse(&page, &error),
    };
    let page = page.titled("what-if-title");
    let under_way = found.iter().any(|it| it.progress.is_some());
    let rows: Vec<Row> = found.into_iter().map(|it| row(&app, &page, it)).collect();
    let view = ListPage {
        tabs: steering::tabs(&page, HOME),
        can_compare: rows.iter().filter(|it| it.done).count() > 1,
        gone: gone.zip(name).map(|(id, name)| (id.to_string(), name)),
        may_run: policy::may(&who, Action::RunWhatIf),
        rows,
        page,
    };
    let answer = view.page.render(&view);
    if under_way { again_in(answer, "5") } else { answer }
}

fn row(app: &App, page: &Page, summary: Summary) -> Row {
    let words = page.words;
    let row = summary.row;
    Row {
        id: row.id.to_string(),
        who: actor_words(words, &row.actor),
        when: moment(words, row.at, &app.zone),
        policies: row.policies.iter().map(|it| names::policy_code(words, it)).collect(),
        years: row.years,
        state: badge(row.state, summary.progress),
        done: row.state == WhatIfState::Done,
        progress: summary.progress.map(|it| progress_words(page, it)),
        name: row.name.to_string(),
    }
}

/// `POST /steering/what-if/{id}/again`: works out once more what was cut off or went wrong.
pub(super) async fn again(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    At(id): At,
) -> Response {
    let done = what_if::retry(&app, &who, id).await;
    answer(&page, done, "what-if-again-done", &at(id))
}

/// `POST /steering/what-if/{id}/check`: works out again what is done, to compare.
pub(super) async fn check(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    At(id): At,
) -> Response {
    let done = what_if::check(&app, &who, id).await;
    answer(&page, done, "what-if-check-begun", &format!("{}#check", at(id)))
}

/// `POST /steering/what-if/{id}/throw-away`.
pub(super) async fn throw_away(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    At(id): At,
) -> Response {
    let done = what_if::throw_away(&app, &who, id).await;
    answer(&page, done, "what-if-thrown-away", &format!("{HOME}?gone={id}"))
}

/// `POST /steering/what-if/{id}/put-back`.
pub(super) async fn put_back(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    At(id): At,
) -> Response {
    let done = what_if::put_back(&app, &who, id).await;
    answer(&page, done, "what-if-put-back-done", &at(id))
}

fn at(id: Id<WhatIf>) -> String {
    format!("{HOME}/{id}")
}

fn answer(page: &Page, done: Result<(), ActionError>, key: &'static str, to: &str) -> Response {
    match done {
        Ok(()) => Page::redirect(to, &Flash::new(FlashKind::Success, key)),
        Err(error) => match refused::flash(&error, page.words) {
            Some(flash) => Page::redirect(HOME, &flash),
            None => refuse(page, &error),
        },
    }
}
