use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{ActionError, App, messages};
use sleutel_domain::messages::MailState;
use sleutel_store::{Window, messages::MailRow};

use super::id_of;
use crate::{
    Acting, Flash, FlashKind, Form, Page, Pager, Posted, Problem, Query,
    access::moment,
    refused,
    show::{Choice, Tone},
};

const PER_PAGE: u32 = 50;

struct Row {
    id: String,
    address: String,
    link: String,
    written: String,
    state: MailState,
    tone: Tone,
    tries: u32,
    why: Option<String>,
    next: Option<String>,
    may_try: bool,
    may_give_up: bool,
}

impl Row {
    fn new(page: &Page, app: &App, row: MailRow) -> Self {
        let open = matches!(row.state, MailState::Waiting | MailState::Failed);
        let next = (row.state == MailState::Failed).then(|| {
            page.t1("outbox-next", "moment", moment(page.words, row.next_try_at, &app.zone))
        });
        Self {
            id: row.mail.id.to_string(),
            address: row.mail.address.to_string(),
            link: row.mail.link,
            written: moment(page.words, row.mail.at, &app.zone),
            tone: match row.state {
                MailState::Waiting => Tone::Neutral,
                MailState::Failed => Tone::Attention,
                MailState::Sent => Tone::Good,
                MailState::GivenUp => Tone::Bad,
            },
            state: row.state,
            tries: row.tries,
            why: row.failure.map(|it| page.words.mail_failure(it)),
            next,
            may_try: matches!(row.state, MailState::Failed | MailState::GivenUp),
            may_give_up: open,
        }
    }
}

#[derive(Template)]
#[template(path = "messages/outbox.html")]
struct OutboxPage {
    page: Page,
    filter: Form,
    states: Vec<Choice>,
    rows: Vec<Row>,
    pager: Pager,
}

/// `GET /outbox`: mail on its way and mail that was sent.
pub(super) async fn list(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    let query = Query::parse(raw.as_deref());
    let state = MailState::from_code(query.get("state")).map_or("", MailState::code);
    let offset = (query.page() - 1).saturating_mul(PER_PAGE);
    let window = Window { offset, limit: PER_PAGE };
    let view = match messages::outbox(&app, &who, state, window).await {
        Ok(view) => view,
        Err(error) => return refused::problem(&error).into_response(),
    };
    let pager = Pager::new(&query, u32::try_from(view.page.total).unwrap_or(u32::MAX), PER_PAGE);
    let states = MailState::ALL
        .iter()
        .map(|state| {
            let count = view.counts.get(state.code()).copied().unwrap_or_default();
            Choice::new(state.code(), format!("{} ({count})", page.name(state)))
        })
        .collect();
    let rows = view.page.rows.into_iter().map(|row| Row::new(&page, &app, row)).collect();
    let filter = Form::new().filled("state", state);
    let page = page.titled("outbox-title");
    let view = OutboxPage { page, filter, states, rows, pager };
    view.page.render(&view)
}

fn answered(page: &Page, done: Result<(), ActionError>, key: &'static str) -> Response {
    match done {
        Ok(()) => Page::redirect("/outbox", &Flash::new(FlashKind::Success, key)),
        Err(error) => match refused::flash(&error, page.words) {
            Some(flash) => Page::redirect("/outbox", &flash),
            None => refused::problem(&error).into_response(),
        },
    }
}

/// `POST /outbox/{id}/again`.
pub(super) async fn try_again(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
    Posted(_): Posted,
) -> Response {
    let Some(id) = id_of(&id) else { return Problem::not_found().into_response() };
    answered(&page, messages::try_again(&app, &who, id).await, "outbox-tried-again")
}

/// `POST /outbox/{id}/give-up`.
pub(super) async fn give_up(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
    Posted(_): Posted,
) -> Response {
    let Some(id) = id_of(&id) else { return Problem::not_found().into_response() };
    answered(&page, messages::give_up(&app, &who, id).await, "outbox-gave-up")
}
