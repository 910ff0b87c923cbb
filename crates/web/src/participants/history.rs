use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{App, participants};
use sleutel_domain::Reference;
use sleutel_store::{audit::Line, colleagues::HandOverRow};
use sleutel_words::Words;

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
    handed: Vec<HistoryItem>,
    total: u64,
}

/// Who did it, and for which colleague they stood in.
fn done_by(words: Words, line: &Line, names: &BTreeMap<String, String>) -> String {
    let who = actor_words(words, &line.actor);
    let found = participants::done_for(line);
    if found.is_empty() {
        return who;
    }
    let called = |login: &String| names.get(login).cloned().unwrap_or_else(|| login.clone());
    let name = found.iter().map(called).collect::<Vec<_>>().join(", ");
    words.t_with("log-done-for", &[("who", who.into()), ("name", name.into())])
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
            who: done_by(words, &it.line, &history.names),
            what: action_words(words, &it.line.action),
        })
        .collect();
    let called = |login: &str| {
        if login.is_empty() {
            return words.t("hand-over-nobody");
        }
        history.names.get(login).cloned().unwrap_or_else(|| login.to_owned())
    };
    let handed = history.handed.iter().map(|it| handed(words, &app, it, called)).collect();
    let href = naming::href(reference.as_str());
    let page = page
        .titled("participants-history")
        .under("/participants", "nav-participants")
        .under_named(href, history.name);
    let view = HistoryPage { page, items, looks, handed, total: history.log.total };
    view.page.render(&view)
}

/// A hand-over the file was part of, with what was said about it.
fn handed(
    words: Words,
    app: &App,
    it: &HandOverRow,
    called: impl Fn(&str) -> String,
) -> HistoryItem {
    let to = it.files.iter().map(|file| called(&file.to)).collect::<Vec<_>>().join(", ");
    let values =
        [("from", called(&it.from).into()), ("to", to.into()), ("on", words.date(it.on).into())];
    let notes = it.note.iter().chain(it.files.iter().filter_map(|file| file.note.as_ref()));
    let note = |text: &sleutel_domain::Phrase| (String::new(), String::new(), text.to_string());
    let undone = it.undone.as_ref().map(|(at, by)| {
        let when = moment(words, *at, &app.zone);
        let values = [("when", when.into()), ("who", actor_words(words, by).into())];
        let said = words.t_with("hand-over-undone-by", &values);
        (words.t("hand-over-undone"), String::new(), said)
    });
    HistoryItem {
        when: moment(words, it.at, &app.zone),
        datetime: it.at.to_string(),
        who: actor_words(words, &it.actor),
        what: words.t_with("hand-over-history-line", &values),
        changes: notes.map(note).chain(undone).collect(),
    }
}
