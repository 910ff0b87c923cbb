use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, Who,
    participants::{self, Companion, FileView, LinkDraft},
};
use sleutel_domain::{Reference, homes::AreaLevel};
use sleutel_words::Words;

use super::naming;
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, refused, session, show::Choice,
};

const LABELS: &[(&str, &str)] = &[
    ("other", "participants-together-other"),
    ("within", "participants-together-within"),
    ("reason", "participants-together-reason"),
];

/// Somebody the household moves with, on the page of its file.
#[derive(Debug)]
pub(super) struct Beside {
    pub(super) reference: String,
    pub(super) href: Option<String>,
    pub(super) within: String,
    pub(super) reason: Option<String>,
    pub(super) may_unlink: bool,
}

impl Beside {
    pub(super) fn new(words: Words, it: &Companion) -> Self {
        Self {
            reference: it.reference.to_string(),
            href: it.may_see.then(|| naming::href(it.reference.as_str())),
            within: within(words, it.within),
            reason: it.reason.as_ref().map(ToString::to_string),
            may_unlink: it.may_unlink,
        }
    }
}

/// How near two households want to live, in words.
fn within(words: Words, level: AreaLevel) -> String {
    words.t(match level {
        AreaLevel::Municipality => "participants-within-municipality",
        AreaLevel::District => "participants-within-district",
        AreaLevel::Area => "participants-within-area",
        AreaLevel::Quarter => "participants-within-quarter",
        AreaLevel::Neighbourhood => "participants-within-neighbourhood",
        AreaLevel::Complex => "participants-within-complex",
    })
}

#[derive(Debug, Template)]
#[template(path = "participants/together.html")]
struct TogetherPage {
    page: Page,
    form: Form,
    levels: Vec<Choice>,
    back: String,
}

fn view(page: Page, file: &FileView, form: Form) -> TogetherPage {
    let name =
        file.file.head().map(|head| format!("{} {}", head.given, head.family)).unwrap_or_default();
    let href = naming::href(file.file.reference.as_str());
    // Nearest first: that is what most mean.
    let levels = AreaLevel::ALL.iter().rev();
    TogetherPage {
        levels: levels.map(|it| Choice::new(it.code(), within(page.words, *it))).collect(),
        form: form.labelled(LABELS),
        page: page
            .titled("participants-together-title")
            .under("/participants", "nav-participants")
            .under_named(&href, name),
        back: href,
    }
}

async fn load(app: &App, who: &Who, reference: &str) -> Result<FileView, Problem> {
    let reference = Reference::new(reference).map_err(|_| Problem::not_found())?;
    let file =
        participants::view(app, who, &reference).await.map_err(|it| refused::problem(&it))?;
    if file.may_change { Ok(file) } else { Err(Problem::not_found()) }
}

/// `GET /participants/{reference}/together`.
pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
) -> Response {
    match load(&app, &who, &reference).await {
        Ok(file) => {
            let view = view(page, &file, Form::new());
            view.page.render(&view)
        }
        Err(problem) => problem.into_response(),
    }
}

/// `POST /participants/{reference}/together`.
pub(super) async fn link(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
    Posted(mut form): Posted,
) -> Response {
    let file = match load(&app, &who, &reference).await {
        Ok(file) => file,
        Err(problem) => return problem.into_response(),
    };
    let draft = LinkDraft {
        other: form.value("other").trim().to_owned(),
        within: form.value("within").to_owned(),
        reason: form.value("reason").to_owned(),
    };
    match participants::link(&app, &who, &file.file.reference, &draft).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "participants-together-now");
            Page::redirect(&naming::href(&reference), &flash)
        }
        Err(error) => match refused::at_fields(&mut form, error) {
            Ok(()) => {
                let view = view(page, &file, form);
                session::unprocessable(&view.page, &view)
            }
            Err(error) => told(&page, &reference, &error),
        },
    }
}

/// `POST /participants/{reference}/apart`.
pub(super) async fn unlink(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
    Posted(form): Posted,
) -> Response {
    let (Ok(one), Ok(other)) = (Reference::new(&reference), Reference::new(form.value("other")))
    else {
        return Problem::not_found().into_response();
    };
    match participants::unlink(&app, &who, &one, &other).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "participants-apart-now");
            Page::redirect(&naming::href(&reference), &flash)
        }
        Err(error) => told(&page, &reference, &error),
    }
}

/// Goes back to the file with the message of a hold or a conflict.
fn told(page: &Page, reference: &str, error: &ActionError) -> Response {
    match refused::flash(error, page.words) {
        Some(flash) => Page::redirect(&naming::href(reference), &flash),
        None => refused::problem(error).into_response(),
    }
}
