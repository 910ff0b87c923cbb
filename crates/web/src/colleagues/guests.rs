use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App, Who,
    colleagues::{self, GuestDraft, GuestsView},
};
use sleutel_domain::{
    Reference,
    access::{GuestRole, LONGEST_VISIT, OrganisationKind, Party},
};

use super::{id_of, people, visits::state};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem,
    participants::href,
    refused, session,
    show::{Choice, Tone},
};

const LABELS: &[(&str, &str)] = &[
    ("guest", "guests-guest"),
    ("role", "guests-role"),
    ("purpose", "guests-purpose"),
    ("until", "guests-until"),
];

/// Somebody who takes part, and what they see.
struct Taking {
    who: String,
    what: String,
}

struct Row {
    id: String,
    version: i64,
    name: String,
    organisation: String,
    sees: String,
    role: String,
    purpose: String,
    until: String,
    until_raw: String,
    by: String,
    state: String,
    tone: Tone,
    stands: bool,
}

#[derive(Template)]
#[template(path = "colleagues/guests.html")]
struct GuestsPage {
    page: Page,
    parties: Vec<Taking>,
    rows: Vec<Row>,
    form: Form,
    may_invite: bool,
    invitees: Vec<Choice>,
    roles: Vec<Choice>,
    last_day: String,
    here: String,
}

fn parties(page: &Page, seen: &GuestsView) -> Vec<Taking> {
    let of = |who: String, key: &str| Taking { who, what: page.t(key) };
    let mut found = Vec::new();
    let worker = seen.worker.clone().unwrap_or_else(|| page.t("guests-no-worker"));
    let provider = page.t2("guests-provider", "provider", &seen.provider, "worker", worker);
    found.push(of(provider, "guests-sees-provider"));
    for deputy in &seen.deputies {
        found.push(of(page.t1("guests-deputy", "name", deputy), "guests-sees-deputy"));
    }
    found.push(of(page.name(&Party::Municipality), "guests-sees-municipality"));
    if let Some(association) = &seen.association {
        found.push(of(association.clone(), "guests-sees-association"));
    }
    found
}

fn view(page: Page, seen: &GuestsView, form: Form) -> GuestsPage {
    let here = format!("{}/guests", href(seen.reference.as_str()));
    let rows = seen
        .guests
        .iter()
        .map(|it| {
            let (state, tone) = state(&page, it, seen.today);
            let sees = match it.kind {
                OrganisationKind::Association => "guests-sees-guest-association",
                OrganisationKind::Provider | OrganisationKind::Municipality => {
                    "guests-sees-guest-provider"
                }
            };
            Row {
                id: it.id.to_string(),
                version: it.version,
                name: it.name.clone(),
                organisation: it.organisation_name.clone(),
                sees: page.t(sees),
                role: page.name(&it.role),
                purpose: it.purpose.to_string(),
                until: page.date(&it.until),
                until_raw: it.until.to_string(),
                by: it.actor.clone(),
                state,
                tone,
                stands: it.state.stands(it.until, seen.today),
            }
        })
        .collect();
    GuestsPage {
        parties: parties(&page, seen),
        rows,
        form: form.labelled(LABELS),
        may_invite: !seen.invitees.is_empty(),
        invitees: people(&page, &seen.invitees),
        roles: GuestRole::ALL.iter().map(|it| Choice::new(it.code(), page.name(it))).collect(),
        last_day: page.t2(
            "guests-limit",
            "months",
            LONGEST_VISIT,
            "date",
            page.date(&seen.last_day),
        ),
        here,
        page: page
            .titled("guests-title")
            .under("/participants", "nav-participants")
            .under_named(href(seen.reference.as_str()), seen.name.clone()),
    }
}

async fn load(app: &App, who: &Who, reference: &str) -> Result<GuestsView, Problem> {
    let reference = Reference::new(reference).map_err(|_| Problem::not_found())?;
    colleagues::guests(app, who, &reference).await.map_err(|error| refused::problem(&error))
}

/// `GET /participants/{reference}/guests`: who takes part and who can see what.
pub(super) async fn list(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
) -> Response {
    match load(&app, &who, &reference).await {
        Ok(seen) => {
            let form = Form::new().filled("role", GuestRole::Look.code());
            let view = view(page, &seen, form);
            view.page.render(&view)
        }
        Err(problem) => problem.into_response(),
    }
}

/// `POST /participants/{reference}/guests`.
pub(super) async fn invite(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
    Posted(mut form): Posted,
) -> Response {
    let seen = match load(&app, &who, &reference).await {
        Ok(seen) => seen,
        Err(problem) => return problem.into_response(),
    };
    let text = |name: &str| form.value(name).to_owned();
    let draft = GuestDraft {
        guest: text("guest"),
        role: text("role"),
        purpose: text("purpose"),
        until: text("until"),
    };
    match colleagues::invite(&app, &who, &seen.reference, &draft).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "guests-invited");
            Page::redirect(&format!("{}/guests", href(&reference)), &flash)
        }
        Err(error) => match refused::at_fields(&mut form, error) {
            Ok(()) => {
                let view = view(page, &seen, form);
                session::unprocessable(&view.page, &view)
            }
            Err(error) => refused::refuse(&page, &error),
        },
    }
}

/// `POST /participants/{reference}/guests/{id}/end`.
pub(super) async fn end(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path((reference, id)): Path<(String, String)>,
    Posted(form): Posted,
) -> Response {
    let Some(id) = id_of(&id) else { return Problem::not_found().into_response() };
    let version = form.value("version").parse().unwrap_or_default();
    let flash = match colleagues::end_visit(&app, &who, id, version).await {
        Ok(_) => Flash::new(FlashKind::Success, "guests-ended"),
        Err(error) => match refused::flash(&error, page.words) {
            Some(flash) => flash,
            None => return refused::problem(&error).into_response(),
        },
    };
    Page::redirect(&format!("{}/guests", href(&reference)), &flash)
}

/// `POST /participants/{reference}/guests/{id}/prolong`. A day that cannot be is told above
/// the list, where the form with what was typed is not.
pub(super) async fn prolong(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path((reference, id)): Path<(String, String)>,
    Posted(mut form): Posted,
) -> Response {
    let Some(id) = id_of(&id) else { return Problem::not_found().into_response() };
    let version = form.value("version").parse().unwrap_or_default();
    let until = form.value("until").to_owned();
    let error = match colleagues::prolong(&app, &who, id, &until, version).await {
        Ok(_) => {
            let flash = Flash::new(FlashKind::Success, "guests-prolonged");
            return Page::redirect(&format!("{}/guests", href(&reference)), &flash);
        }
        Err(error) => error,
    };
    match refused::at_fields(&mut form, error) {
        Ok(()) => {
            let why = form.error("until").map(|it| it.words(page.words)).unwrap_or_default();
            let flash = Flash::new(FlashKind::Warning, "flash-hold").with("why", why);
            Page::redirect(&format!("{}/guests", href(&reference)), &flash)
        }
        Err(error) => match refused::flash(&error, page.words) {
            Some(flash) => Page::redirect(&format!("{}/guests", href(&reference)), &flash),
            None => refused::problem(&error).into_response(),
        },
    }
}
