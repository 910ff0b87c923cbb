use askama::Template;
use axum::{extract::State, response::Response};
use sleutel_actions::{
    App,
    policy::{self, Action},
    rounds::{self, RoundSummary},
};
use sleutel_store::placement::RoundStatus;

use super::{lines::moment, refuse};
use crate::{Acting, Page, show::Tone};

/// A round in the list.
#[derive(Debug)]
struct Row {
    href: String,
    name: String,
    date: String,
    homes: usize,
    agreed: usize,
    newest: Option<(i64, String)>,
    tone: Tone,
    status: &'static str,
}

/// All rounds.
#[derive(Debug, Template)]
#[template(path = "rounds/list.html")]
struct ListPage {
    page: Page,
    rows: Vec<Row>,
    may_add: bool,
}

/// The key of a status, and how it looks.
pub(super) fn status(status: RoundStatus) -> (Tone, &'static str) {
    match status {
        RoundStatus::Open => (Tone::Info, "rounds-open"),
        RoundStatus::Closed => (Tone::Neutral, "rounds-closed"),
    }
}

/// `GET /rounds`.
pub(super) async fn list(State(app): State<App>, Acting(who): Acting, page: Page) -> Response {
    let found = match rounds::list(&app, &who).await {
        Ok(found) => found,
        Err(error) => return refuse(&page, &error),
    };
    let page = page.titled("nav-rounds");
    let rows = found.into_iter().map(|it| row(&app, &page, it)).collect();
    let view = ListPage { rows, may_add: policy::may(&who, Action::ChangeRound), page };
    view.page.render(&view)
}

fn row(app: &App, page: &Page, summary: RoundSummary) -> Row {
    let (tone, status) = status(summary.round.status);
    Row {
        href: format!("/rounds/{}", summary.round.id),
        name: summary.round.name.to_string(),
        date: page.date(&summary.round.held_on),
        homes: summary.homes,
        agreed: summary.agreed,
        newest: summary.newest.map(|it| (it.number, moment(page.words, it.at, &app.zone))),
        tone,
        status,
    }
}
