use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, Who,
    cases::{self, CaseView, Doing, Open},
};
use sleutel_domain::{Reference, access::OrganisationKind};

use super::{
    fields::{self, Field, LABELS},
    file::{Decision, objected_to},
    href,
    shown::{doing_key, lead_key},
};
use crate::{Acting, Flash, FlashKind, Form, Page, Posted, Problem, Query, refused, session};

#[derive(Template)]
#[template(path = "cases/act.html")]
struct ActPage {
    page: Page,
    form: Form,
    lead: String,
    about: String,
    blocked: Vec<String>,
    objected: Option<Decision>,
    fields: Vec<Field>,
    back: String,
}

fn read(reference: &str, doing: &str) -> Result<(Reference, Doing), Problem> {
    let reference = Reference::new(reference).map_err(|_| Problem::not_found())?;
    let doing = Doing::from_code(doing).ok_or_else(Problem::not_found)?;
    Ok((reference, doing))
}

async fn load<'a>(
    app: &'a App,
    who: &'a Who,
    reference: &Reference,
) -> Result<CaseView<'a>, Problem> {
    let view = cases::view(app, who, reference).await.map_err(|it| refused::problem(&it))?;
    view.ok_or_else(Problem::not_found)
}

/// `None` when it cannot be done now, by this person or at all.
fn view(page: Page, app: &App, seen: &CaseView<'_>, doing: Doing, form: Form) -> Option<ActPage> {
    let words = page.words;
    let fields = fields::fields(words, app.routes(), seen, doing)?;
    let state = seen.file.state();
    let open = |open: &[Open]| -> Vec<String> {
        open.iter()
            .filter_map(|it| {
                let against = it.against.as_ref()?;
                let why = words.road_refusal(against, Some(state.route));
                let values = [("outcome", words.name(&it.outcome).into()), ("why", why.into())];
                Some(words.t_with("cases-do-blocked-line", &values))
            })
            .collect()
    };
    let blocked = match doing {
        Doing::EndStep => open(&seen.choices.ends),
        Doing::Decide => open(&seen.choices.decides),
        Doing::GoBack
        | Doing::Pause
        | Doing::Resume
        | Doing::Withdraw
        | Doing::HandOver
        | Doing::Move
        | Doing::Extend
        | Doing::Object
        | Doing::AnswerObjection
        | Doing::PlanViewing
        | Doing::Answer
        | Doing::Expire
        | Doing::Establish
        | Doing::TakeFactBack
        | Doing::StrikeOut => Vec::new(),
    };
    let step = words.case_standing(&state.standing, state.route);
    let lead = words.t_with(lead_key(doing), &[("step", step.clone().into())]);
    let reference = seen.reference.to_string();
    let name = seen.name.clone().unwrap_or_else(|| reference.clone());
    let back = href(&reference);
    Some(ActPage {
        about: format!("{name}: {step}"),
        page: page
            .titled(doing_key(doing))
            .under("/cases", "nav-cases")
            .under_named(&back, reference),
        form: form.labelled(LABELS),
        lead,
        blocked,
        objected: objected_to(words, seen).filter(|_| doing == Doing::AnswerObjection),
        fields,
        back,
    })
}

/// `GET /cases/{reference}/do/{doing}`.
pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path((reference, doing)): Path<(String, String)>,
    RawQuery(raw): RawQuery,
) -> Response {
    let (reference, doing) = match read(&reference, &doing) {
        Ok(read) => read,
        Err(problem) => return problem.into_response(),
    };
    let seen = match load(&app, &who, &reference).await {
        Ok(seen) => seen,
        Err(problem) => return problem.into_response(),
    };
    let query = Query::parse(raw.as_deref());
    let form = fields::blank(&seen, doing, query.get("event"));
    match view(page, &app, &seen, doing, form) {
        Some(view) => view.page.render(&view),
        None => no_longer(&reference),
    }
}

/// Somebody was first, or it is not theirs: the file shows what can be done.
fn no_longer(reference: &Reference) -> Response {
    let flash = Flash::new(FlashKind::Warning, "cases-changed");
    Page::redirect(&href(reference.as_str()), &flash)
}

/// `POST /cases/{reference}/do/{doing}`.
pub(super) async fn save(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path((reference, doing)): Path<(String, String)>,
    Posted(mut form): Posted,
) -> Response {
    let (reference, doing) = match read(&reference, &doing) {
        Ok(read) => read,
        Err(problem) => return problem.into_response(),
    };
    let changes = form.value("changes").parse().unwrap_or_default();
    let draft = fields::draft(&form);
    let error = match cases::act(&app, &who, &reference, doing, &draft, changes).await {
        Ok(()) => {
            // An association may have no home in the file any more, and then no file either.
            let gone = who.kind() == Some(OrganisationKind::Association);
            let to = if gone { "/cases".to_owned() } else { href(reference.as_str()) };
            return Page::redirect(&to, &Flash::new(FlashKind::Success, "cases-done"));
        }
        Err(ActionError::Changed) => return no_longer(&reference),
        Err(error) => error,
    };
    let words = page.words;
    match refused::at_fields(&mut form, error) {
        Ok(()) => {
            let seen = match load(&app, &who, &reference).await {
                Ok(seen) => seen,
                Err(problem) => return problem.into_response(),
            };
            match view(page, &app, &seen, doing, form) {
                Some(view) => session::unprocessable(&view.page, &view),
                None => no_longer(&reference),
            }
        }
        Err(error) => match refused::flash(&error, words) {
            Some(flash) => Page::redirect(&href(reference.as_str()), &flash),
            None => refused::problem(&error).into_response(),
        },
    }
}
