use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App, Who,
    plan::{self, AnswerDraft, PlanView},
};
use sleutel_domain::{Reference, access::Party, plan::Way};

use super::{framed, href, shown, shown::GoalShown};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, refused, session, show::Choice,
};

const LABELS: &[(&str, &str)] = &[
    ("answer", "plan-answer-question"),
    ("reason", "plan-answer-reason"),
    ("by", "plan-answer-by"),
    ("on", "plan-answer-on"),
];

#[derive(Template)]
#[template(path = "plan/answer.html")]
struct AnswerPage {
    page: Page,
    form: Form,
    lead: String,
    recorded: bool,
    goals: Vec<GoalShown>,
    choices: Vec<Choice>,
    back: String,
}

struct Asked {
    reference: Reference,
    version: u32,
    party: Party,
    way: Way,
    seen: PlanView,
}

async fn load(app: &App, who: &Who, path: (String, String, String)) -> Result<Asked, Problem> {
    let (reference, version, party) = path;
    let reference = Reference::new(&reference).map_err(|_| Problem::not_found())?;
    let version = version.parse().map_err(|_| Problem::not_found())?;
    let party = Party::from_code(&party).ok_or_else(Problem::not_found)?;
    let seen =
        plan::plan_of(app, who, &reference).await.map_err(|error| refused::problem(&error))?;
    let way = plan::way_for(who, party).ok_or_else(Problem::forbidden)?;
    Ok(Asked { reference, version, party, way, seen })
}

/// `None` when this version does not wait for this party any more.
fn view(page: Page, app: &App, asked: &Asked, form: Form) -> Option<AnswerPage> {
    let Asked { reference, version, party, way, seen } = asked;
    let it = seen.versions.iter().find(|it| it.number == *version)?;
    it.may_answer.iter().find(|(of, _)| of == party)?;
    let words = page.words;
    let back = href(reference.as_str(), "plan");
    let title = page.t1("plan-answer-title", "party", words.name(party));
    let recorded = matches!(way, Way::RecordedBy(_));
    Some(AnswerPage {
        lead: page.t1("plan-answer-lead", "version", i64::from(*version)),
        recorded,
        goals: shown::goals(words, seen, it, app.today(), false),
        choices: vec![
            Choice::new("yes", page.t("plan-answer-choice-yes")),
            Choice::new("no", page.t("plan-answer-choice-no")),
        ],
        form: form.labelled(LABELS),
        page: framed(page, reference, seen.name.as_deref(), seen.party)
            .under(&back, "plan-title")
            .called(title),
        back,
    })
}

fn no_longer(asked: &Asked) -> Response {
    let flash =
        Flash::new(FlashKind::Warning, "plan-refusal-not-open").with("version", asked.version);
    Page::redirect(&href(asked.reference.as_str(), "plan"), &flash)
}

/// `GET /participants/{reference}/plan/versions/{number}/answer/{party}`.
pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(path): Path<(String, String, String)>,
) -> Response {
    let asked = match load(&app, &who, path).await {
        Ok(asked) => asked,
        Err(problem) => return problem.into_response(),
    };
    let mut form = Form::new();
    if asked.party == Party::Participant {
        form.set("by", asked.seen.name.clone().unwrap_or_default());
    }
    form.set("on", app.today().to_string());
    match view(page, &app, &asked, form) {
        Some(view) => view.page.render(&view),
        None => no_longer(&asked),
    }
}

/// `POST /participants/{reference}/plan/versions/{number}/answer/{party}`.
pub(super) async fn save(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(path): Path<(String, String, String)>,
    Posted(mut form): Posted,
) -> Response {
    let asked = match load(&app, &who, path).await {
        Ok(asked) => asked,
        Err(problem) => return problem.into_response(),
    };
    let text = |name: &str| form.value(name).to_owned();
    let draft = AnswerDraft {
        answer: text("answer"),
        reason: text("reason"),
        by: text("by"),
        on: text("on"),
    };
    let to = href(asked.reference.as_str(), "plan");
    let words = page.words;
    let done = plan::agree(&app, &who, &asked.reference, asked.version, asked.party, &draft).await;
    let error = match done {
        Ok(()) => {
            return Page::redirect(&to, &Flash::new(FlashKind::Success, "plan-answer-saved"));
        }
        Err(error) => error,
    };
    match refused::at_fields(&mut form, error) {
        Ok(()) => match view(page, &app, &asked, form) {
            Some(view) => session::unprocessable(&view.page, &view),
            None => no_longer(&asked),
        },
        Err(error) => match refused::flash(&error, words) {
            Some(flash) => Page::redirect(&to, &flash),
            None => refused::problem(&error).into_response(),
        },
    }
}
