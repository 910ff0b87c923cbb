use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{App, participants};
use sleutel_domain::Reference;

use super::{compare::Comparer, naming};
use crate::{
    Acting, Page, Problem,
    access::{action_words, actor_words, moment},
    refused,
    show::HistoryItem,
};

struct Look {
    when: String,
    datetime: String,
    who: String,
    what: String,
}

#[derive(Template)]
#[template(path = "participants/history.html")]
struct HistoryPage {
    page: Page,
    items: Vec<HistoryItem>,
    looks: Vec<Look>,
    total: u64,
}

/// `GET /participants/{reference}/history`.
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
) -> Response {
    let Ok(reference) = Reference::new(&reference) else {
        return Problem::not_found().into_response();
    };
    let history = participants::history(&app, &who, &reference).await;
    let (history, lists) = match (history, participants::lists(&app, &who).await) {
        (Ok(history), Ok(lists)) => (history, lists),
        (Err(error), _) | (_, Err(error)) => return refused::problem(&error).into_response(),
    };
    let words = page.words;
    let comparer = Comparer { words, lists: &lists };
    let older = history.versions.iter().skip(1).map(Some).chain([None]);
    let items = history
        .versions
        .iter()
        .zip(older)
        .map(|(version, older)| HistoryItem {
            when: moment(words, version.at, &app.zone),
            datetime: version.at.to_string(),
            who: actor_words(words, &version.actor),
            what: words.t_with("participants-version", &[("number", version.version.into())]),
            changes: match older {
                Some(older) => comparer.changes(&older.snapshot, &version.snapshot),
                None => comparer.first(&version.snapshot),
            },
        })
        .collect();
    let looks = history
        .log
        .rows
        .iter()
        .map(|it| Look {
            when: moment(words, it.line.at, &app.zone),
            datetime: it.line.at.to_string(),
            who: actor_words(words, &it.line.actor),
            what: action_words(words, &it.line.action),
        })
        .collect();
    let href = naming::href(reference.as_str());
    let page = page
        .titled("participants-history")
        .under("/participants", "nav-participants")
        .under_named(href, history.name);
    let view = HistoryPage { page, items, looks, total: history.log.total };
    view.page.render(&view)
}
