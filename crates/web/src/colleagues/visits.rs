use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use jiff::civil::Date;
use sleutel_actions::{ActionError, App, colleagues};
use sleutel_domain::access::GuestState;
use sleutel_store::colleagues::GuestRow;

use super::{id_of, tabs};
use crate::{
    Acting, Flash, FlashKind, Page, Posted, Problem, refused,
    show::{Tab, Tone},
};

struct Visit {
    id: String,
    version: i64,
    reference: String,
    href: Option<String>,
    role: String,
    purpose: String,
    until: String,
    by: String,
    state: String,
    tone: Tone,
    asks: bool,
    may_end: bool,
}

#[derive(Template)]
#[template(path = "colleagues/visits.html")]
struct VisitsPage {
    page: Page,
    tabs: Vec<Tab>,
    visits: Vec<Visit>,
}

/// The state of an invitation in words, and how that looks.
pub(super) fn state(page: &Page, row: &GuestRow, today: Date) -> (String, Tone) {
    let over = row.until < today;
    let tone = match row.state {
        GuestState::Invited if !over => Tone::Attention,
        GuestState::Accepted if !over => Tone::Good,
        GuestState::Invited | GuestState::Accepted => {
            return (page.t("guests-state-over"), Tone::Neutral);
        }
        GuestState::Refused | GuestState::Ended => Tone::Neutral,
    };
    (page.name(&row.state), tone)
}

fn visit(page: &Page, row: &GuestRow, today: Date) -> Visit {
    let (state, tone) = state(page, row, today);
    let inside = row.state.lets_in(row.until, today);
    Visit {
        id: row.id.to_string(),
        version: row.version,
        reference: row.reference.to_string(),
        href: inside.then(|| crate::cases::href(row.reference.as_str())),
        role: page.name(&row.role),
        purpose: row.purpose.to_string(),
        until: page.date(&row.until),
        by: row.actor.clone(),
        state,
        tone,
        asks: row.state == GuestState::Invited && row.state.stands(row.until, today),
        may_end: inside,
    }
}

/// `GET /colleagues/guest`: the files of others somebody was asked for.
pub(super) async fn list(page: Page, State(app): State<App>, Acting(who): Acting) -> Response {
    match colleagues::invitations(&app, &who).await {
        Ok(rows) => {
            let today = app.today();
            let visits = rows.iter().map(|it| visit(&page, it, today)).collect();
            let tabs = tabs(&page, &who, "/colleagues/guest");
            let view = VisitsPage { page: page.titled("visits-title"), tabs, visits };
            view.page.render(&view)
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}

/// `POST /colleagues/guest/{id}/answer`: yes or no.
pub(super) async fn answer(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Response {
    let Some(id) = id_of(&id) else { return Problem::not_found().into_response() };
    let version = form.value("version").parse().unwrap_or_default();
    let accept = form.value("answer") == "yes";
    let done = colleagues::answer(&app, &who, id, accept, version).await;
    back(&page, done, if accept { "visits-accepted" } else { "visits-refused" })
}

/// `POST /colleagues/guest/{id}/end`.
pub(super) async fn end(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Response {
    let Some(id) = id_of(&id) else { return Problem::not_found().into_response() };
    let version = form.value("version").parse().unwrap_or_default();
    let done = colleagues::end_visit(&app, &who, id, version).await;
    back(&page, done.map(|_| ()), "visits-ended")
}

fn back(page: &Page, done: Result<(), ActionError>, key: &str) -> Response {
    let flash = match done {
        Ok(()) => Flash::new(FlashKind::Success, key),
        Err(error) => match refused::flash(&error, page.words) {
            Some(flash) => flash,
            None => return refused::problem(&error).into_response(),
        },
    };
    Page::redirect("/colleagues/guest", &flash)
}
