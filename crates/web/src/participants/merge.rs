//! Making one file of two, and taking them apart again.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, Who,
    participants::{self, ApartView, FileView, Lists, MergeDraft, MergeView},
};
use sleutel_domain::{
    Reference,
    participants::{MergeChoice, MergePart},
};
use sleutel_store::participants::{MergeRow, Snapshot};
use sleutel_words::{Named, Words};

use super::{alike, compare::Comparer, naming};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, access::moment, listing::encode,
    refused, session, show::Choice,
};

const LABELS: &[(&str, &str)] = &[
    ("household", "merge-part-household"),
    ("group", "merge-part-group"),
    ("support", "merge-part-support"),
    ("living", "merge-part-living"),
    ("waiting", "merge-part-waiting"),
    ("readiness", "merge-part-readiness"),
    ("ground", "merge-part-ground"),
    ("limits", "merge-part-limits"),
    ("load", "merge-part-load"),
    ("words", "merge-part-words"),
    ("wishes", "merge-part-wishes"),
    ("network", "merge-part-network"),
    ("exclusions", "merge-part-exclusions"),
    ("reason", "participants-merge-reason"),
];

/// The address where `aside` goes on as `kept`.
pub(super) fn href(kept: &Reference, aside: &Reference) -> String {
    format!("{}/merge/{}", naming::href(kept.as_str()), encode(aside.as_str()))
}

/// A file another took up, on the page of the one that goes on.
#[derive(Debug)]
pub(super) struct TookUp {
    pub(super) reference: String,
    pub(super) href: String,
    pub(super) said: String,
    pub(super) parts: Option<String>,
    pub(super) apart: Option<String>,
}

impl TookUp {
    /// Every file this one took up.
    pub(super) fn all(words: Words, app: &App, file: &FileView) -> Vec<Self> {
        let own = &file.file.reference;
        let took = file.merges.iter().filter(|it| it.kept == *own);
        took.map(|it| Self::new(words, app, it, file.may_change)).collect()
    }

    fn new(words: Words, app: &App, row: &MergeRow, may_change: bool) -> Self {
        let parts: Vec<String> = row.parts.iter().map(|it| words.name(it)).collect();
        let parts = (!parts.is_empty()).then(|| parts.join(", "));
        Self {
            reference: row.aside.to_string(),
            href: naming::href(row.aside.as_str()),
            said: words.t_with(
                "participants-merge-took-up",
                &[
                    ("who", row.actor.clone().into()),
                    ("aside", row.aside.to_string().into()),
                    ("when", moment(words, row.at, &app.zone).into()),
                    ("reason", row.reason.to_string().into()),
                ],
            ),
            parts: parts
                .map(|it| words.t_with("participants-merge-took-over", &[("parts", it.into())])),
            apart: may_change.then(|| format!("{}/apart", href(&row.kept, &row.aside))),
        }
    }
}

struct Part {
    name: &'static str,
    label: &'static str,
    choices: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "participants/merge.html")]
struct MergePage {
    page: Page,
    form: Form,
    lead: String,
    holds: Vec<String>,
    parts: Vec<Part>,
    swap: String,
    swap_label: String,
    back: String,
}

#[derive(Template)]
#[template(path = "participants/merged.html")]
struct ApartPage {
    page: Page,
    form: Form,
    lead: String,
    put_back: Option<String>,
    stays: String,
    back: String,
}

fn both(kept: &str, aside: &str) -> Result<(Reference, Reference), Problem> {
    match (Reference::new(kept), Reference::new(aside)) {
        (Ok(kept), Ok(aside)) => Ok((kept, aside)),
        (Err(_), _) | (_, Err(_)) => Err(Problem::not_found()),
    }
}

fn part(words: Words, lists: &Lists, seen: &MergeView, part: MergePart) -> Part {
    let comparer = Comparer { words, lists };
    let from = |file: &sleutel_store::participants::ParticipantFile| {
        let said = comparer.part(&Snapshot::of(file), part);
        let text = if said.is_empty() { words.t("participants-merge-nothing") } else { said };
        let reference = file.reference.to_string();
        let values = [("reference", reference.into()), ("text", text.into())];
        words.t_with("participants-merge-from", &values)
    };
    let mut choices = vec![
        Choice::new(MergeChoice::Kept.code(), from(&seen.kept)),
        Choice::new(MergeChoice::Aside.code(), from(&seen.aside)),
    ];
    if part.can_be_both() {
        let label = words.t("participants-merge-both");
        choices.push(Choice::new(MergeChoice::Both.code(), label));
    }
    Part { name: part.code(), label: part.key(), choices }
}

/// The form as it is first shown: nothing is lost by leaving it as it stands.
fn blank(seen: &MergeView) -> Form {
    let mut form = Form::new()
        .filled("kept_version", seen.kept.version.to_string())
        .filled("aside_version", seen.aside.version.to_string());
    for (part, choice) in &seen.differ {
        form.set(part.code(), choice.code());
    }
    form
}

fn view(page: Page, lists: &Lists, seen: &MergeView, form: Form) -> MergePage {
    let words = page.words;
    let (kept, aside) = (&seen.kept.reference, &seen.aside.reference);
    let values = [("kept", kept.to_string().into()), ("aside", aside.to_string().into())];
    MergePage {
        lead: words.t_with("participants-merge-lead", &values),
        swap_label: words.t_with("participants-merge-swap", &[("aside", aside.to_string().into())]),
        swap: href(aside, kept),
        holds: seen.holds.iter().map(|it| words.merge_hold(it)).collect(),
        parts: seen.differ.keys().map(|it| part(words, lists, seen, *it)).collect(),
        form: form.labelled(LABELS),
        back: alike::href(kept, aside),
        page: page
            .titled("participants-merge-title")
            .under("/participants", "nav-participants")
            .under("/participants/duplicates", "participants-duplicates"),
    }
}

async fn load(
    app: &App,
    who: &Who,
    kept: &Reference,
    aside: &Reference,
) -> Result<(MergeView, Lists), Problem> {
    let seen = participants::merge_view(app, who, kept, aside).await;
    match (seen, participants::lists(app, who).await) {
        (Ok(seen), Ok(lists)) => Ok((seen, lists)),
        (Err(error), _) | (_, Err(error)) => Err(refused::problem(&error)),
    }
}

/// `GET /participants/{reference}/merge/{other}`.
pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path((kept, aside)): Path<(String, String)>,
) -> Response {
    let (kept, aside) = match both(&kept, &aside) {
        Ok(both) => both,
        Err(problem) => return problem.into_response(),
    };
    match load(&app, &who, &kept, &aside).await {
        Ok((seen, lists)) => {
            let view = view(page, &lists, &seen, blank(&seen));
            view.page.render(&view)
        }
        Err(problem) => problem.into_response(),
    }
}

/// `POST /participants/{reference}/merge/{other}`.
pub(super) async fn merge(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path((kept, aside)): Path<(String, String)>,
    Posted(mut form): Posted,
) -> Response {
    let (kept, aside) = match both(&kept, &aside) {
        Ok(both) => both,
        Err(problem) => return problem.into_response(),
    };
    let version = |name: &str| form.value(name).parse().unwrap_or_default();
    let chosen = |it: &MergePart| (it.code().to_owned(), form.value(it.code()).to_owned());
    let draft = MergeDraft {
        choices: MergePart::ALL.iter().map(chosen).collect(),
        reason: form.value("reason").to_owned(),
        kept_version: version("kept_version"),
        aside_version: version("aside_version"),
    };
    match participants::merge(&app, &who, &kept, &aside, &draft).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "participants-merge-done");
            Page::redirect(&naming::href(kept.as_str()), &flash)
        }
        Err(error) => match refused::at_fields(&mut form, error) {
            Ok(()) => match load(&app, &who, &kept, &aside).await {
                Ok((seen, lists)) => {
                    let view = view(page, &lists, &seen, form);
                    session::unprocessable(&view.page, &view)
                }
                Err(problem) => problem.into_response(),
            },
            Err(error) => back(&page, &href(&kept, &aside), &error),
        },
    }
}

fn apart_page(page: Page, seen: &ApartView, form: Form) -> ApartPage {
    let words = page.words;
    let MergeRow { kept, aside, .. } = &seen.row;
    let with = |key: &str, name: &'static str, it: &Reference| {
        words.t_with(key, &[(name, it.to_string().into())])
    };
    let home = naming::href(kept.as_str());
    ApartPage {
        lead: with("participants-merge-apart-lead", "aside", aside),
        put_back: seen.can_be_put_back.then(|| with("participants-merge-put-back", "kept", kept)),
        stays: with("participants-merge-put-back-no", "kept", kept),
        form: form.labelled(&[("reason", "participants-merge-apart-reason")]),
        page: page
            .titled("participants-merge-apart-title")
            .under("/participants", "nav-participants")
            .under_named(&home, kept.to_string()),
        back: home,
    }
}

/// `GET /participants/{reference}/merge/{other}/apart`.
pub(super) async fn ask_apart(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path((kept, aside)): Path<(String, String)>,
) -> Response {
    let (kept, aside) = match both(&kept, &aside) {
        Ok(both) => both,
        Err(problem) => return problem.into_response(),
    };
    match participants::apart_view(&app, &who, &kept, &aside).await {
        Ok(seen) => {
            let view = apart_page(page, &seen, Form::new());
            view.page.render(&view)
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}

/// `POST /participants/{reference}/merge/{other}/apart`.
pub(super) async fn apart(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path((kept, aside)): Path<(String, String)>,
    Posted(mut form): Posted,
) -> Response {
    let (kept, aside) = match both(&kept, &aside) {
        Ok(both) => both,
        Err(problem) => return problem.into_response(),
    };
    let how = (form.value("reason"), form.value("put_back") == "yes");
    match participants::take_apart(&app, &who, &kept, &aside, how).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "participants-merge-apart-done");
            Page::redirect(&alike::href(&kept, &aside), &flash)
        }
        Err(error) => match refused::at_fields(&mut form, error) {
            Ok(()) => match participants::apart_view(&app, &who, &kept, &aside).await {
                Ok(seen) => {
                    let view = apart_page(page, &seen, form);
                    session::unprocessable(&view.page, &view)
                }
                Err(error) => refused::problem(&error).into_response(),
            },
            Err(error) => back(&page, &naming::href(kept.as_str()), &error),
        },
    }
}

/// Goes back with the message of a conflict.
fn back(page: &Page, href: &str, error: &ActionError) -> Response {
    match refused::flash(error, page.words) {
        Some(flash) => Page::redirect(href, &flash),
        None => refused::problem(error).into_response(),
    }
}
