use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use sleutel_actions::{ActionError, App, Who, messages};
use sleutel_store::{Window, messages::MessageRow};

use super::id_of;
use crate::{
    Acting, Flash, FlashKind, Form, Page, Pager, Posted, Problem, Query,
    access::moment,
    refused,
    show::{Choice, Tone},
};

const PER_PAGE: u32 = 25;

struct Row {
    id: String,
    text: String,
    when: String,
    unread: bool,
    tone: Tone,
}

impl Row {
    fn new(page: &Page, app: &App, row: &MessageRow) -> Self {
        let unread = row.read_at.is_none();
        Self {
            id: row.id.to_string(),
            text: page.words.message(&row.message),
            when: moment(page.words, row.at, &app.zone),
            unread,
            tone: if unread { Tone::Info } else { Tone::Neutral },
        }
    }
}

#[derive(Template)]
#[template(path = "messages/inbox.html")]
struct InboxPage {
    page: Page,
    filter: Form,
    choices: Vec<Choice>,
    all: bool,
    unread: u32,
    rows: Vec<Row>,
    pager: Pager,
}

/// `GET /messages`: what is new, or everything.
pub(super) async fn list(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    let query = Query::parse(raw.as_deref());
    match shown(page, &app, &who, &query).await {
        Ok(view) => view.page.render(&view),
        Err(error) => refused::problem(&error).into_response(),
    }
}

async fn shown(page: Page, app: &App, who: &Who, query: &Query) -> Result<InboxPage, ActionError> {
    let all = query.get("show") == "all";
    let offset = (query.page() - 1).saturating_mul(PER_PAGE);
    let list = messages::list(app, who, !all, Window { offset, limit: PER_PAGE }).await?;
    let unread = messages::unread(app, who).await?;
    let pager = Pager::new(query, u32::try_from(list.total).unwrap_or(u32::MAX), PER_PAGE);
    let rows = list.rows.iter().map(|row| Row::new(&page, app, row)).collect();
    let choices = vec![
        Choice::new("unread", page.t("messages-filter-unread")),
        Choice::new("all", page.t("messages-filter-all")),
    ];
    let filter = Form::new().filled("show", if all { "all" } else { "unread" });
    let page = page.titled("messages-title");
    Ok(InboxPage { page, filter, choices, all, unread, rows, pager })
}

#[derive(Template)]
#[template(path = "messages/one.html")]
struct OnePage {
    page: Page,
    row: Row,
}

/// `GET /messages/{id}`: where a mail leads. Looking changes nothing.
pub(super) async fn one(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
) -> Response {
    let Some(id) = id_of(&id) else { return Problem::not_found().into_response() };
    match messages::one(&app, &who, id).await {
        Ok(row) => {
            let row = Row::new(&page, &app, &row);
            let page = page.titled("messages-one-title").under("/messages", "messages-title");
            let view = OnePage { page, row };
            view.page.render(&view)
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}

/// `POST /messages/{id}/read`: marks it as read, and goes to what it is about when asked to.
pub(super) async fn mark(
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Response {
    let Some(id) = id_of(&id) else { return Problem::not_found().into_response() };
    match messages::mark_read(&app, &who, id).await {
        Ok(row) if form.value("open") == "yes" => Redirect::to(&row.link).into_response(),
        Ok(_) => Page::redirect("/messages", &Flash::new(FlashKind::Success, "messages-marked")),
        Err(error) => refused::problem(&error).into_response(),
    }
}

/// `POST /messages/read`: marks everything as read.
pub(super) async fn mark_all(
    State(app): State<App>,
    Acting(who): Acting,
    Posted(_): Posted,
) -> Response {
    match messages::mark_all_read(&app, &who).await {
        Ok(count) => {
            let flash = Flash::new(FlashKind::Success, "messages-marked-all")
                .with("count", count.to_string());
            Page::redirect("/messages", &flash)
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}
