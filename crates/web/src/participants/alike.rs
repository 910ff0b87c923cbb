//! Two files that may be about one person: side by side, and what somebody says of them.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, Who,
    participants::{self, Alike, CompareView, Lists},
    policy::Action,
};
use sleutel_domain::{Reference, participants::LikenessClass};
use sleutel_store::participants::{NotTheSame, ParticipantFile};
use sleutel_words::Words;

use super::{naming, sees};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, access::moment, listing::encode,
    refused, session, show::Tone,
};

const LABELS: &[(&str, &str)] = &[("reason", "participants-alike-reason")];

/// A file that looks like another, as the page of the other tells it.
#[derive(Debug)]
pub(super) struct Other {
    /// The file itself, and the page with both side by side once both are kept.
    pub(super) href: String,
    pub(super) compare: Option<String>,
    pub(super) name: String,
    pub(super) tone: Tone,
    pub(super) class: String,
    pub(super) reasons: String,
}

/// What somebody is told of files like one: those they may see, and where others are.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) within: Vec<Other>,
    pub(super) elsewhere: Vec<String>,
    pub(super) tokens: Vec<String>,
}

impl Told {
    /// `beside`: the file they look like, when it is kept already.
    pub(super) fn new(
        words: Words,
        lists: &Lists,
        alike: &[Alike],
        beside: Option<&Reference>,
    ) -> Self {
        let mut told = Self::default();
        for it in alike {
            told.tokens.push(it.token());
            match it {
                Alike::Within { reference, name, likeness } => told.within.push(Other {
                    href: naming::href(reference.as_str()),
                    compare: beside.map(|beside| href(beside, reference)),
                    name: format!("{name}, {reference}"),
                    tone: tone(likeness.class),
                    class: words.name(&likeness.class),
                    reasons: reasons(words, &likeness.reasons),
                }),
                Alike::Elsewhere { provider } => {
                    told.elsewhere.push(naming::provider(lists, provider));
                }
            }
        }
        told
    }

    pub(super) fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }
}

/// The address of two files side by side.
pub(super) fn href(one: &Reference, other: &Reference) -> String {
    format!("{}/alike/{}", naming::href(one.as_str()), encode(other.as_str()))
}

pub(super) fn tone(class: LikenessClass) -> Tone {
    match class {
        LikenessClass::VeryLikely => Tone::Attention,
        LikenessClass::Possible => Tone::Info,
    }
}

pub(super) fn reasons(
    words: Words,
    all: &[sleutel_domain::participants::LikenessReason],
) -> String {
    let all: Vec<String> = all.iter().map(|it| words.name(it)).collect();
    all.join("; ")
}

/// What somebody said of two files, in a sentence.
pub(super) fn said(words: Words, app: &App, said: &NotTheSame) -> String {
    let key = if said.judged { "participants-alike-judged" } else { "participants-alike-claimed" };
    words.t_with(
        key,
        &[
            ("who", said.actor.clone().into()),
            ("when", moment(words, said.at, &app.zone).into()),
            ("reason", said.reason.to_string().into()),
        ],
    )
}

/// One thing about both.
struct Row {
    label: String,
    one: String,
    other: String,
}

impl Row {
    fn differs(&self) -> bool {
        self.one != self.other
    }
}

struct Head {
    name: String,
    reference: String,
    href: String,
}

#[derive(Template)]
#[template(path = "participants/alike.html")]
struct AlikePage {
    page: Page,
    form: Form,
    action: String,
    one: Head,
    other: Head,
    class: Option<(Tone, String)>,
    reasons: Vec<String>,
    rows: Vec<Row>,
    said: Option<String>,
    judged: bool,
    may_judge: bool,
    merges: [(String, String); 2],
    sees_identity: Vec<String>,
}

fn name(file: &ParticipantFile) -> String {
    file.head().map(|head| format!("{} {}", head.given, head.family)).unwrap_or_default()
}

fn head(file: &ParticipantFile) -> Head {
    Head {
        name: name(file),
        reference: file.reference.to_string(),
        href: naming::href(file.reference.as_str()),
    }
}

fn rows(words: Words, lists: &Lists, [one, other]: &[ParticipantFile; 2]) -> Vec<Row> {
    let born = |date: Option<jiff::civil::Date>| {
        date.map_or_else(|| words.t("answer-unknown"), |date| words.date(date))
    };
    let household = |file: &ParticipantFile| {
        let all: Vec<String> = file
            .members
            .iter()
            .skip(1)
            .map(|it| format!("{} {} ({})", it.given, it.family, born(it.born)))
            .collect();
        if all.is_empty() { words.t("participants-nobody-else") } else { all.join(", ") }
    };
    let worker = |file: &ParticipantFile| {
        file.worker.as_ref().map_or_else(
            || words.t("participants-nothing"),
            |it| naming::worker(lists, it.as_str()),
        )
    };
    let both = |key: &str, of: &dyn Fn(&ParticipantFile) -> String| Row {
        label: words.t(key),
        one: of(one),
        other: of(other),
    };
    vec![
        both("participants-name", &name),
        both("participants-born", &|it| born(it.head().and_then(|head| head.born))),
        both("participants-section-household", &household),
        both("participants-provider", &|it| naming::provider(lists, &it.provider)),
        both("participants-worker", &worker),
        both("participants-group", &|it| naming::group(words, lists, &it.group)),
        both("participants-waiting", &|it| words.date(it.waiting_since)),
        both("participants-readiness", &|it| naming::readiness_words(words, &it.readiness)),
    ]
}

fn view(page: Page, app: &App, lists: &Lists, seen: &CompareView, form: Form) -> AlikePage {
    let words = page.words;
    let [one, other] = &seen.files;
    let likeness = seen.likeness.as_ref();
    let reason = |it: &sleutel_domain::participants::LikenessReason| words.name(it);
    AlikePage {
        form: form.labelled(LABELS),
        action: href(&one.reference, &other.reference),
        one: head(one),
        other: head(other),
        class: likeness.map(|it| (tone(it.class), words.name(&it.class))),
        reasons: likeness.map_or_else(Vec::new, |it| it.reasons.iter().map(reason).collect()),
        rows: rows(words, lists, &seen.files),
        said: seen.said.as_ref().map(|it| said(words, app, it)),
        judged: seen.said.as_ref().is_some_and(|it| it.judged),
        may_judge: seen.may_judge,
        merges: [(one, other), (other, one)].map(|(kept, aside)| {
            let reference = kept.reference.to_string();
            let values = [("reference", reference.into())];
            let label = words.t_with("participants-merge-choose", &values);
            (super::merge::href(&kept.reference, &aside.reference), label)
        }),
        sees_identity: sees::who(words, Action::SeeIdentity),
        page: page
            .titled("participants-alike-compare")
            .under("/participants", "nav-participants")
            .under("/participants/duplicates", "participants-duplicates"),
    }
}

fn both(one: &str, other: &str) -> Result<(Reference, Reference), Problem> {
    match (Reference::new(one), Reference::new(other)) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(_), _) | (_, Err(_)) => Err(Problem::not_found()),
    }
}

async fn load(
    app: &App,
    who: &Who,
    one: &Reference,
    other: &Reference,
) -> Result<(CompareView, Lists), Problem> {
    let seen = participants::compare(app, who, one, other).await;
    match (seen, participants::lists(app, who).await) {
        (Ok(seen), Ok(lists)) => Ok((seen, lists)),
        (Err(error), _) | (_, Err(error)) => Err(refused::problem(&error)),
    }
}

/// `GET /participants/{reference}/alike/{other}`.
pub(super) async fn compare(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path((one, other)): Path<(String, String)>,
) -> Response {
    let (one, other) = match both(&one, &other) {
        Ok(both) => both,
        Err(problem) => return problem.into_response(),
    };
    match load(&app, &who, &one, &other).await {
        Ok((seen, lists)) => {
            let view = view(page, &app, &lists, &seen, Form::new());
            view.page.render(&view)
        }
        Err(problem) => problem.into_response(),
    }
}

/// `POST /participants/{reference}/alike/{other}`: they are not the same person.
pub(super) async fn tell_apart(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path((one, other)): Path<(String, String)>,
    Posted(mut form): Posted,
) -> Response {
    let (one, other) = match both(&one, &other) {
        Ok(both) => both,
        Err(problem) => return problem.into_response(),
    };
    match participants::tell_apart(&app, &who, &one, &other, form.value("reason")).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "participants-alike-told-apart");
            Page::redirect(&href(&one, &other), &flash)
        }
        Err(error) => match refused::at_fields(&mut form, error) {
            Ok(()) => match load(&app, &who, &one, &other).await {
                Ok((seen, lists)) => {
                    let view = view(page, &app, &lists, &seen, form);
                    session::unprocessable(&view.page, &view)
                }
                Err(problem) => problem.into_response(),
            },
            Err(error) => back(&page, &one, &other, &error),
        },
    }
}

/// `POST /participants/{reference}/alike/{other}/again`: takes that back.
pub(super) async fn look_again(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path((one, other)): Path<(String, String)>,
    Posted(_): Posted,
) -> Response {
    let (one, other) = match both(&one, &other) {
        Ok(both) => both,
        Err(problem) => return problem.into_response(),
    };
    match participants::look_again(&app, &who, &one, &other).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "participants-alike-again-now");
            Page::redirect(&href(&one, &other), &flash)
        }
        Err(error) => back(&page, &one, &other, &error),
    }
}

/// Goes back to the two files with the message of a conflict.
fn back(page: &Page, one: &Reference, other: &Reference, error: &ActionError) -> Response {
    match refused::flash(error, page.words) {
        Some(flash) => Page::redirect(&href(one, other), &flash),
        None => refused::problem(error).into_response(),
    }
}
