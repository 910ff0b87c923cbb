//! Beginning and changing pilots.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use sleutel_actions::{
    ActionError, App, Who,
    flow::{self, NoteDraft, PilotDraft},
};
use sleutel_domain::Reference;
use uuid::Uuid;

use super::{
    PILOTS,
    pilots::{may_change, of},
    problem_on,
};
use crate::{Acting, Flash, FlashKind, Form, Page, Posted, Problem, refused, session};

const LABELS: &[(&str, &str)] = &[
    ("name", "flow-pilot-name"),
    ("aim", "flow-pilot-aim"),
    ("began", "flow-pilot-began"),
    ("references", "flow-pilot-references"),
    ("note", "flow-pilot-note"),
    ("out", "flow-pilot-why"),
    ("end", "flow-pilot-end"),
];

#[derive(Debug, Template)]
#[template(path = "steering/flow/pilot_new.html")]
struct NewPage {
    page: Page,
    form: Form,
}

fn new_page(page: Page, form: Form) -> NewPage {
    let page = page.titled("flow-pilot-new").under(super::HREF, "steering-tab-flow");
    NewPage { page: page.under(PILOTS, "flow-part-pilots"), form: form.labelled(LABELS) }
}

fn text(form: &Form, name: &str) -> String {
    form.value(name).trim().to_owned()
}

/// `GET /steering/flow/pilots/new`.
pub(super) async fn blank(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
) -> Result<Response, Problem> {
    if !may_change(&who) {
        return Err(Problem::forbidden());
    }
    let view = new_page(page, Form::new().filled("began", app.today().to_string()));
    Ok(view.page.render(&view))
}

/// `POST /steering/flow/pilots/new`.
pub(super) async fn create(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    let draft = PilotDraft {
        name: text(&form, "name"),
        aim: text(&form, "aim"),
        began: text(&form, "began"),
        references: text(&form, "references"),
    };
    match flow::create_pilot(&app, &who, &draft).await {
        Ok(id) => Ok(done(id, "flow-pilot-kept")),
        Err(error) => {
            refused::at_fields(&mut form, error).map_err(problem_on(&page))?;
            let view = new_page(page, form);
            Ok(session::unprocessable(&view.page, &view))
        }
    }
}

fn done(id: Uuid, key: &'static str) -> Response {
    Page::redirect(&format!("{PILOTS}/{id}"), &Flash::new(FlashKind::Success, key))
}

fn id_of(id: &str) -> Result<Uuid, Problem> {
    Uuid::parse_str(id).map_err(|_| Problem::not_found())
}

/// What somebody typed about a pilot, under the name its form has for it.
fn note_in(form: &Form, name: &str) -> NoteDraft {
    NoteDraft { note: text(form, name), was: text(form, "was") }
}

/// The page again: with what was done, with what is wrong in the form, or told that somebody else was
/// first.
async fn answer(
    page: Page,
    (app, who): (&App, &Who),
    (id, mut form): (Uuid, Form),
    (name, key): (&str, &'static str),
    result: Result<(), ActionError>,
) -> Result<Response, Problem> {
    match result {
        Ok(()) => Ok(done(id, key)),
        Err(ActionError::Changed) => {
            let flash = Flash::new(FlashKind::Warning, "flow-pilot-changed");
            Ok(Page::redirect(&format!("{PILOTS}/{id}"), &flash))
        }
        Err(ActionError::Fields(mut errors)) => {
            // Each form of the page has a name of its own for what is written in it.
            for error in errors.iter_mut().filter(|it| it.field == "note") {
                name.clone_into(&mut error.field);
            }
            refused::at_fields(&mut form, ActionError::Fields(errors))
                .map_err(problem_on(&page))?;
            let view = of(page, app, who, id, form.labelled(LABELS)).await?;
            Ok(session::unprocessable(view.page(), &view))
        }
        Err(error) => Err(problem_on(&page)(error)),
    }
}

/// `POST /steering/flow/pilots/{id}/add`.
pub(super) async fn add(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Result<Response, Problem> {
    let id = id_of(&id)?;
    let (references, was) = (text(&form, "references"), text(&form, "was"));
    let result = flow::put_in_pilot(&app, &who, id, &references, &was).await;
    answer(page, (&app, &who), (id, form), ("references", "flow-pilot-added"), result).await
}

/// `POST /steering/flow/pilots/{id}/take-out`.
pub(super) async fn take_out(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Result<Response, Problem> {
    let id = id_of(&id)?;
    let reference = Reference::new(&text(&form, "reference")).map_err(|_| Problem::not_found())?;
    let draft = note_in(&form, "out");
    let result = flow::take_out_of_pilot(&app, &who, id, &reference, &draft).await;
    answer(page, (&app, &who), (id, form), ("out", "flow-pilot-was-out"), result).await
}

/// `POST /steering/flow/pilots/{id}/note`.
pub(super) async fn note(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Result<Response, Problem> {
    let id = id_of(&id)?;
    let result = flow::note_pilot(&app, &who, id, &note_in(&form, "note")).await;
    answer(page, (&app, &who), (id, form), ("note", "flow-pilot-noted"), result).await
}

/// `POST /steering/flow/pilots/{id}/close`.
pub(super) async fn close(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Result<Response, Problem> {
    let id = id_of(&id)?;
    let result = flow::close_pilot(&app, &who, id, &note_in(&form, "end")).await;
    answer(page, (&app, &who), (id, form), ("end", "flow-pilot-is-closed"), result).await
}

/// `POST /steering/flow/pilots/{id}/reopen`.
pub(super) async fn reopen(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Result<Response, Problem> {
    let id = id_of(&id)?;
    let result = flow::reopen_pilot(&app, &who, id, &text(&form, "was")).await;
    answer(page, (&app, &who), (id, form), ("note", "flow-pilot-reopened"), result).await
}
