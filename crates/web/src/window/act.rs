//! What somebody can do on their own road: each on a page of its own, with what it means.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, Who,
    cases::{ActDraft, CaseView, Doing},
    window::{self, OwnPage, OwnView},
};
use sleutel_domain::access::Party;

use super::home::contact_words;
use crate::{Acting, Flash, FlashKind, Form, Page, Posted, Problem, refused, show::Choice};

/// What is asked in words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// Nothing.
    None,
    /// One line, which has to be there.
    Line,
    /// As much as somebody wants, or nothing.
    Free,
}

/// One thing to do, as its page asks it.
pub(super) struct Asking {
    pub(super) title: &'static str,
    pub(super) about: Vec<String>,
    pub(super) warning: Option<String>,
    pub(super) choices: Vec<Choice>,
    pub(super) reason: Reason,
    pub(super) label: &'static str,
    pub(super) hint: &'static str,
    pub(super) button: &'static str,
    pub(super) action: String,
    pub(super) back: &'static str,
}

#[derive(Template)]
#[template(path = "window/ask.html")]
struct AskPage {
    page: Page,
    form: Form,
    asking: Asking,
    line: bool,
    free: bool,
}

const LABELS: &[(&str, &str)] = &[("outcome", "window-step-outcome"), ("reason", "window-reason")];

/// The page, filled with how the file stands now.
pub(super) fn asked(page: Page, road: &CaseView<'_>, asking: Asking, form: Form) -> Response {
    let status = if form.has_errors() {
        axum::http::StatusCode::UNPROCESSABLE_ENTITY
    } else {
        axum::http::StatusCode::OK
    };
    let mut form = form.labelled(LABELS);
    if !form.has_errors() {
        form.set("changes", road.row.changes.to_string());
        let step = road.row.step.as_ref().map(ToString::to_string).unwrap_or_default();
        form.set("step", step);
    }
    let (line, free) = (asking.reason == Reason::Line, asking.reason == Reason::Free);
    let view = AskPage { page: page.titled(asking.title), form, asking, line, free };
    view.page.render_with(status, &view)
}

/// Reads how the file stands, for a page that asks something.
pub(super) async fn load<'a>(app: &'a App, who: &'a Who) -> Result<OwnView<'a>, Problem> {
    window::see(app, who, OwnPage::Act).await.map_err(|it| refused::problem(&it))
}

/// Somebody was first, or it cannot be done any more: the road shows how it stands.
pub(super) fn no_longer(back: &str) -> Response {
    Page::redirect(back, &Flash::new(FlashKind::Warning, "window-changed"))
}

/// Does it; a form with a fault comes back as it was typed.
pub(super) async fn does(
    (page, app, who): (Page, &App, &Who),
    doing: Doing,
    draft: ActDraft,
    mut form: Form,
    asking: impl FnOnce(&Page, &OwnView<'_>) -> Option<Asking>,
    (back, done): (&'static str, &'static str),
) -> Response {
    let draft = ActDraft { step: form.value("step").to_owned(), ..draft };
    let changes = form.value("changes").parse().unwrap_or_default();
    let error = match window::act(app, who, doing, &draft, changes).await {
        Ok(()) => return Page::redirect("/my/road", &Flash::new(FlashKind::Success, done)),
        Err(ActionError::Changed) => return no_longer(back),
        Err(error) => error,
    };
    let words = page.words;
    if let Err(error) = refused::at_fields(&mut form, error) {
        return match refused::flash(&error, words) {
            Some(flash) => Page::redirect(back, &flash),
            None => refused::problem(&error).into_response(),
        };
    }
    let seen = match load(app, who).await {
        Ok(seen) => seen,
        Err(problem) => return problem.into_response(),
    };
    match (asking(&page, &seen), &seen.road) {
        (Some(asking), Some(road)) => asked(page, road, asking, form),
        (_, _) => no_longer(back),
    }
}

/// Shows the page that asks, or the road when it cannot be done now.
pub(super) async fn shows(
    (page, app, who): (Page, &App, &Who),
    asking: impl FnOnce(&Page, &OwnView<'_>) -> Option<Asking>,
    back: &'static str,
) -> Response {
    let seen = match load(app, who).await {
        Ok(seen) => seen,
        Err(problem) => return problem.into_response(),
    };
    match (asking(&page, &seen), &seen.road) {
        (Some(asking), Some(road)) => asked(page, road, asking, Form::new()),
        (_, _) => no_longer(back),
    }
}

const ROAD: &str = "/my/road";

fn step_asking(page: &Page, seen: &OwnView<'_>) -> Option<Asking> {
    let road = seen.road.as_ref()?;
    let words = page.words;
    let step = road.file.state().step()?;
    let ends = road.choices.ends.iter().filter(|it| it.against.is_none());
    let choices: Vec<Choice> =
        ends.map(|it| Choice::new(it.outcome.code(), words.name(&it.outcome))).collect();
    (!choices.is_empty()).then(|| Asking {
        title: "window-step",
        about: vec![
            words.wording(&step.name).to_owned(),
            words.wording(&step.explanation).to_owned(),
        ],
        warning: None,
        choices,
        reason: Reason::Free,
        label: "window-step-note",
        hint: "window-no-medical",
        button: "window-step-do",
        action: "/my/step".to_owned(),
        back: ROAD,
    })
}

/// `GET /my/step`: the step that is one's own.
pub(super) async fn ask_step(page: Page, State(app): State<App>, Acting(who): Acting) -> Response {
    shows((page, &app, &who), step_asking, ROAD).await
}

/// `POST /my/step`.
pub(super) async fn step(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Posted(form): Posted,
) -> Response {
    let draft = ActDraft {
        outcome: form.value("outcome").to_owned(),
        reason: form.value("reason").to_owned(),
        ..ActDraft::default()
    };
    let to = (ROAD, "window-step-done");
    does((page, &app, &who), Doing::EndStep, draft, form, step_asking, to).await
}

fn object_asking(page: &Page, seen: &OwnView<'_>, decision: &str) -> Option<Asking> {
    let road = seen.road.as_ref()?;
    let event = road.choices.object.filter(|it| it.to_string() == decision)?;
    let state = road.file.state();
    let decided = state.decisions.iter().find(|it| it.event == event)?;
    let words = page.words;
    let step = words.step_name(state.route, &decided.step);
    let outcome = words.name(&decided.outcome);
    Some(Asking {
        title: "window-object",
        about: vec![
            page.t2("window-object-what", "step", step, "outcome", outcome),
            page.t1("window-object-term", "date", words.date(decided.objections_until)),
            contact_words(page, &seen.contact),
        ],
        warning: None,
        choices: Vec::new(),
        reason: Reason::Free,
        label: "window-object-why",
        hint: "window-object-hint",
        button: "window-object-do",
        action: format!("/my/object/{event}"),
        back: ROAD,
    })
}

/// `GET /my/object/{decision}`.
pub(super) async fn ask_object(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(decision): Path<String>,
) -> Response {
    shows((page, &app, &who), |page, seen| object_asking(page, seen, &decision), ROAD).await
}

/// `POST /my/object/{decision}`.
pub(super) async fn object(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(decision): Path<String>,
    Posted(form): Posted,
) -> Response {
    let reason = form.value("reason").to_owned();
    let draft = ActDraft { event: decision.clone(), reason, ..ActDraft::default() };
    let asking = |page: &Page, seen: &OwnView<'_>| object_asking(page, seen, &decision);
    let to = (ROAD, "window-object-done");
    does((page, &app, &who), Doing::Object, draft, form, asking, to).await
}

fn stop_asking(page: &Page, seen: &OwnView<'_>) -> Option<Asking> {
    let road = seen.road.as_ref()?;
    road.choices.withdraw.contains(&Party::Participant).then(|| Asking {
        title: "window-stop",
        about: vec![page.t("window-stop-about"), contact_words(page, &seen.contact)],
        warning: Some(page.t("window-stop-warning")),
        choices: Vec::new(),
        reason: Reason::Line,
        label: "window-reason",
        hint: "window-no-medical",
        button: "window-stop-do",
        action: "/my/stop".to_owned(),
        back: ROAD,
    })
}

/// `GET /my/stop`.
pub(super) async fn ask_stop(page: Page, State(app): State<App>, Acting(who): Acting) -> Response {
    shows((page, &app, &who), stop_asking, ROAD).await
}

/// `POST /my/stop`.
pub(super) async fn stop(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Posted(form): Posted,
) -> Response {
    let reason = form.value("reason").to_owned();
    let draft = ActDraft { reason, ..ActDraft::default() };
    let to = (ROAD, "window-stop-done");
    does((page, &app, &who), Doing::Withdraw, draft, form, stop_asking, to).await
}
