use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App, Who,
    plan::{self, EndDraft, PlanView},
};
use sleutel_domain::Reference;

use super::{framed, href};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, refused, session, show::Choice,
};

const LABELS: &[(&str, &str)] =
    &[("how", "plan-goal-end-how"), ("reason", "plan-goal-end-reason"), ("on", "plan-goal-end-on")];

#[derive(Template)]
#[template(path = "plan/end.html")]
struct EndPage {
    page: Page,
    form: Form,
    what: String,
    choices: Vec<Choice>,
    back: String,
}

async fn load(
    app: &App,
    who: &Who,
    path: (String, String),
) -> Result<(Reference, u16, PlanView), Problem> {
    let reference = Reference::new(&path.0).map_err(|_| Problem::not_found())?;
    let goal = path.1.parse().map_err(|_| Problem::not_found())?;
    let seen = plan::plan_of(app, who, &reference).await.map_err(|it| refused::problem(&it))?;
    if seen.may_change { Ok((reference, goal, seen)) } else { Err(Problem::forbidden()) }
}

/// `None` when the goal is not in the plan in force.
fn view(page: Page, seen: &PlanView, goal: u16, form: Form) -> Option<EndPage> {
    let it = seen.in_force()?.goals.iter().find(|it| it.number == goal)?;
    let back = href(seen.reference.as_str(), "plan");
    let title = page.t1("plan-goal-end-title", "number", i64::from(goal));
    Some(EndPage {
        what: it.what.to_string(),
        choices: vec![
            Choice::new("reached", page.t("plan-goal-end-reached")),
            Choice::new("stopped", page.t("plan-goal-end-stopped")),
        ],
        form: form.labelled(LABELS),
        page: framed(page, &seen.reference, seen.name.as_deref(), seen.party)
            .under(&back, "plan-title")
            .called(title),
        back,
    })
}

/// `GET /participants/{reference}/plan/goals/{goal}/end`.
pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(path): Path<(String, String)>,
) -> Response {
    match load(&app, &who, path).await {
        Ok((_, goal, seen)) => match view(page, &seen, goal, Form::new()) {
            Some(view) => view.page.render(&view),
            None => Problem::not_found().into_response(),
        },
        Err(problem) => problem.into_response(),
    }
}

/// `POST /participants/{reference}/plan/goals/{goal}/end`.
pub(super) async fn save(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(path): Path<(String, String)>,
    Posted(mut form): Posted,
) -> Response {
    let (reference, goal, seen) = match load(&app, &who, path).await {
        Ok(loaded) => loaded,
        Err(problem) => return problem.into_response(),
    };
    let text = |name: &str| form.value(name).to_owned();
    let draft = EndDraft { how: text("how"), reason: text("reason"), on: text("on") };
    let to = href(reference.as_str(), "plan");
    let words = page.words;
    let error = match plan::end_goal(&app, &who, &reference, goal, &draft).await {
        Ok(()) => {
            return Page::redirect(&to, &Flash::new(FlashKind::Success, "plan-goal-end-done"));
        }
        Err(error) => error,
    };
    match refused::at_fields(&mut form, error) {
        Ok(()) => match view(page, &seen, goal, form) {
            Some(view) => session::unprocessable(&view.page, &view),
            None => Problem::not_found().into_response(),
        },
        Err(error) => match refused::flash(&error, words) {
            Some(flash) => Page::redirect(&to, &flash),
            None => refused::problem(&error).into_response(),
        },
    }
}

/// `POST /participants/{reference}/plan/goals/{goal}/again`.
pub(super) async fn again(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path((reference, goal)): Path<(String, String)>,
    Posted(_): Posted,
) -> Response {
    let (Ok(reference), Ok(goal)) = (Reference::new(&reference), goal.parse()) else {
        return Problem::not_found().into_response();
    };
    let to = href(reference.as_str(), "plan");
    match plan::take_up_goal(&app, &who, &reference, goal).await {
        Ok(()) => Page::redirect(&to, &Flash::new(FlashKind::Success, "plan-goal-again-done")),
        Err(error) => match refused::flash(&error, page.words) {
            Some(flash) => Page::redirect(&to, &flash),
            None => refused::problem(&error).into_response(),
        },
    }
}
