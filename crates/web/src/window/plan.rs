//! One's own plan: what was agreed, what lies ready to answer, and what is still to arrange.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, Who,
    plan::{AnswerDraft, PlanView, SeenVersion},
    window::{self, OwnPlan},
};
use sleutel_domain::access::Party;
use sleutel_words::Words;

use super::turn_of;
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem,
    plan::shown::{self, GoalShown},
    refused, session,
    show::{Choice, Tone},
};

const PLAN: &str = "/my/plan";
const LABELS: &[(&str, &str)] =
    &[("answer", "window-plan-question"), ("reason", "window-plan-reason")];

/// A version, with what each party says of it.
struct Shown {
    goals: Vec<GoalShown>,
    says: Vec<Says>,
}

/// A party and what it said.
struct Says {
    who: String,
    tone: Tone,
    answer: String,
    reason: Option<String>,
}

/// A version that waits for an answer of one's own.
struct Waiting {
    shown: Shown,
    /// Where one answers; one may answer again as long as it lies ready.
    action: String,
    answered: bool,
}

struct Line {
    what: String,
    whose: String,
    tone: Tone,
    state: String,
    due: Option<String>,
}

#[derive(Template)]
#[template(path = "window/plan.html")]
struct PlanPage {
    page: Page,
    form: Form,
    choices: Vec<Choice>,
    waiting: Option<Waiting>,
    agreed: Option<Shown>,
    lines: Vec<Line>,
}

fn says(words: Words, version: &SeenVersion) -> Vec<Says> {
    let last = |party: Party| version.answers.iter().rev().find(|it| it.party == party);
    version
        .parties
        .iter()
        .map(|party| {
            let (tone, key) = match last(*party).map(|it| it.agrees) {
                None => (Tone::Attention, "window-plan-none"),
                Some(true) => (Tone::Good, "window-plan-agrees"),
                Some(false) => (Tone::Bad, "window-plan-disagrees"),
            };
            let reason = last(*party).and_then(|it| it.reason.as_ref()).map(ToString::to_string);
            Says { who: turn_of(words, *party), tone, answer: words.t(key), reason }
        })
        .collect()
}

fn version(words: Words, app: &App, plan: &PlanView, it: &SeenVersion, closes: bool) -> Shown {
    Shown { goals: shown::goals(words, plan, it, app.today(), closes), says: says(words, it) }
}

fn view(page: Page, app: &App, seen: &OwnPlan, form: Form) -> PlanPage {
    let words = page.words;
    let plan = &seen.plan;
    let waiting = plan.open().map(|it| Waiting {
        shown: version(words, app, plan, it, false),
        action: format!("{PLAN}/{}", it.number),
        answered: it.answers.iter().any(|it| it.party == Party::Participant),
    });
    let lines = seen.basics.iter().map(|line| {
        let item = &line.item;
        let (tone, state) = shown::basic_state(words, &item.state);
        Line {
            what: words.name(&item.basic),
            whose: turn_of(words, item.owner),
            tone,
            state,
            due: item.due.map(|it| words.date(it)),
        }
    });
    PlanPage {
        choices: vec![
            Choice::new("yes", page.t("window-plan-yes")),
            Choice::new("no", page.t("window-plan-no")),
        ],
        form: form.labelled(LABELS),
        waiting,
        agreed: plan.in_force().map(|it| version(words, app, plan, it, true)),
        lines: lines.collect(),
        page: page.titled("window-plan"),
    }
}

async fn load(app: &App, who: &Who) -> Result<OwnPlan, Problem> {
    window::plan(app, who).await.map_err(|error| refused::problem(&error))
}

/// `GET /my/plan`.
pub(super) async fn show(page: Page, State(app): State<App>, Acting(who): Acting) -> Response {
    match load(&app, &who).await {
        Ok(seen) => {
            let view = view(page, &app, &seen, Form::new());
            view.page.render(&view)
        }
        Err(problem) => problem.into_response(),
    }
}

/// `POST /my/plan/{version}`: whether one agrees.
pub(super) async fn answer(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(version): Path<String>,
    Posted(mut form): Posted,
) -> Response {
    let Ok(version) = version.parse() else { return Problem::not_found().into_response() };
    let draft = AnswerDraft {
        answer: form.value("answer").to_owned(),
        reason: form.value("reason").to_owned(),
        ..AnswerDraft::default()
    };
    let error = match window::answer_plan(&app, &who, version, &draft).await {
        Ok(()) => {
            return Page::redirect(PLAN, &Flash::new(FlashKind::Success, "window-plan-done"));
        }
        Err(error @ ActionError::Hold(_)) => {
            return match refused::flash(&error, page.words) {
                Some(flash) => Page::redirect(PLAN, &flash),
                None => refused::problem(&error).into_response(),
            };
        }
        Err(error) => error,
    };
    if let Err(error) = refused::at_fields(&mut form, error) {
        return refused::problem(&error).into_response();
    }
    match load(&app, &who).await {
        Ok(seen) => {
            let view = view(page, &app, &seen, form);
            session::unprocessable(&view.page, &view)
        }
        Err(problem) => problem.into_response(),
    }
}
