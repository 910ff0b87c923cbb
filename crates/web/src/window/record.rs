use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App,
    participants::Lists,
    policy::Action,
    window::{self, OwnRecord},
};
use sleutel_domain::{
    Answer,
    participants::{Direction, Strength},
};
use sleutel_store::participants::ParticipantFile;
use sleutel_words::Words;

use crate::{
    Acting, Page,
    participants::{naming, sees},
    refused,
};

/// One part of what is recorded, and who can see it.
struct Part {
    title: String,
    rows: Vec<(String, String)>,
    sees: Vec<String>,
    why: String,
}

#[derive(Template)]
#[template(path = "window/file.html")]
struct RecordPage {
    page: Page,
    parts: Vec<Part>,
}

/// `GET /my/file`: everything that is recorded, and who can see it.
pub(super) async fn show(page: Page, State(app): State<App>, Acting(who): Acting) -> Response {
    match window::record(&app, &who).await {
        Ok(record) => {
            let view =
                RecordPage { parts: parts(page.words, &record), page: page.titled("window-file") };
            view.page.render(&view)
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}

fn parts(words: Words, record: &OwnRecord) -> Vec<Part> {
    let OwnRecord { file, lists } = record;
    let part = |title: &str, rows, action, why: &str| Part {
        title: words.t(title),
        rows,
        sees: sees::who(words, action),
        why: words.t(why),
    };
    vec![
        part(
            "participants-section-household",
            people(words, file),
            Action::SeeIdentity,
            "participants-sees-identity",
        ),
        part(
            "participants-section-who",
            about(words, lists, file),
            Action::SeeIdentity,
            "participants-sees-identity",
        ),
        part(
            "participants-section-limits",
            limits(words, file),
            Action::SeeParticipant,
            "participants-sees-limits",
        ),
        part(
            "participants-section-questions",
            questions(words, file),
            Action::SeeOwnWords,
            "participants-sees-words",
        ),
        part(
            "participants-section-wishes",
            places(words, lists, file),
            Action::SeeOwnWords,
            "participants-sees-wishes",
        ),
    ]
}

fn people(words: Words, file: &ParticipantFile) -> Vec<(String, String)> {
    file.members
        .iter()
        .map(|it| {
            let born = match it.born {
                Some(date) => {
                    words.t_with("participants-born-on", &[("date", words.date(date).into())])
                }
                None => words.t("participants-born-unknown"),
            };
            (words.name(&it.role), format!("{} {}, {born}", it.given, it.family))
        })
        .collect()
}

fn about(words: Words, lists: &Lists, file: &ParticipantFile) -> Vec<(String, String)> {
    let unknown = || words.t("answer-unknown");
    let worker = file.worker.as_ref().map(|it| naming::worker(lists, it.as_str()));
    let living = file.living_situation.map(|it| words.t(naming::living_key(it)));
    let load = file.load.known().map(|it| words.t(naming::load_key(it)));
    let mut rows = vec![
        (words.t("participants-reference"), file.reference.to_string()),
        (words.t("participants-group"), naming::group(words, lists, &file.group)),
        (words.t("participants-provider"), naming::provider(lists, &file.provider)),
        (words.t("participants-worker"), worker.unwrap_or_else(|| words.t("participants-nothing"))),
        (words.t("participants-living"), living.unwrap_or_else(unknown)),
        (words.t("participants-load"), load.unwrap_or_else(unknown)),
        (words.t("participants-waiting"), words.date(file.waiting_since)),
        (words.t("window-file-readiness"), naming::readiness_words(words, &file.readiness)),
    ];
    if file.ground.code() != "none" {
        rows.push((words.t("window-file-ground"), naming::ground_words(words, file.ground)));
    }
    rows
}

fn limits(words: Words, file: &ParticipantFile) -> Vec<(String, String)> {
    let limits = &file.limits;
    let said = |value: Option<String>| value.unwrap_or_else(|| words.t("answer-unknown"));
    let yes_no = |answer: Answer<bool>| words.name(&answer);
    let floor = |it: u8| words.t_with("participants-floor", &[("floor", it.into())]);
    vec![
        (words.t("participants-rent"), said(limits.rent.known().map(|it| words.money(it)))),
        (
            words.t("participants-adaptation"),
            said(limits.adaptation.known().map(|it| words.name(&it))),
        ),
        (words.t("participants-stairs"), said(limits.stairs.known().map(floor))),
        (words.t("participants-pets"), yes_no(limits.pets)),
        (words.t("participants-smokes"), yes_no(limits.smokes)),
        (words.t("participants-sharing"), yes_no(limits.sharing)),
    ]
}

fn questions(words: Words, file: &ParticipantFile) -> Vec<(String, String)> {
    let questions = &file.questions;
    [
        ("participants-want", &questions.want),
        ("participants-can", &questions.can),
        ("participants-need", &questions.need),
    ]
    .map(|(key, text)| {
        let text = text.as_ref().map(ToString::to_string);
        (words.t(key), text.unwrap_or_else(|| words.t("participants-not-asked")))
    })
    .to_vec()
}

/// Where somebody wants to live or not, whom they have where, and where they cannot live.
fn places(words: Words, lists: &Lists, file: &ParticipantFile) -> Vec<(String, String)> {
    let names = naming::Places(&lists.names);
    let with = |place: String, more: Option<String>| match more {
        Some(more) => format!("{place} ({more})"),
        None => place,
    };
    let mut rows = Vec::new();
    for it in &file.wishes {
        let strength = match (it.direction, it.strength) {
            (Direction::Avoid, Strength::Must) => words.t("participants-avoid-must"),
            (Direction::Prefer | Direction::Avoid, strength) => words.name(&strength),
        };
        let label = format!("{}: {strength}", words.name(&it.direction));
        let reason = it.reason.as_ref().map(ToString::to_string);
        rows.push((label, with(words.place(&it.place, &names), reason)));
    }
    for it in &file.network {
        let note = it.note.as_ref().map(ToString::to_string);
        rows.push((words.name(&it.kind), with(words.place(&it.place, &names), note)));
    }
    for it in &file.exclusions {
        let place = words.place(&it.place, &names);
        let place = match it.until {
            Some(date) => {
                let until =
                    words.t_with("participants-until", &[("date", words.date(date).into())]);
                format!("{place}, {until}")
            }
            None => place,
        };
        let label = words.t("participants-section-exclusions");
        rows.push((label, with(place, Some(it.reason.to_string()))));
    }
    rows
}
