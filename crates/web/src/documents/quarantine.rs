use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use sleutel_actions::{App, documents};
use sleutel_store::Window;

use super::naming;
use crate::{
    Acting, Page, Pager, Problem, Query,
    access::{actor_words, moment},
    refused,
};

/// Where the list is.
pub(super) const HREF: &str = "/documents/quarantine";
const PER_PAGE: u32 = 25;

struct Row {
    href: String,
    id: String,
    reference: String,
    kind: String,
    about: String,
    from: String,
    by: String,
    since: String,
    how: String,
    number: u32,
    changes: i64,
}

#[derive(Template)]
#[template(path = "documents/quarantine.html")]
struct QuarantinePage {
    page: Page,
    rows: Vec<Row>,
    pager: Pager,
    scanner: bool,
    opens: bool,
}

/// `GET /documents/quarantine`: what waits for a check, for whoever may release it.
pub(super) async fn list(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let offset = (query.page() - 1).saturating_mul(PER_PAGE);
    let window = Window { offset, limit: PER_PAGE };
    let view =
        documents::quarantine(&app, &who, window).await.map_err(refused::problem_on(&page))?;
    let pager = Pager::new(&query, u32::try_from(view.page.total).unwrap_or(u32::MAX), PER_PAGE);
    let words = page.words;
    let rows = view.page.rows.iter().map(|it| {
        let (document, version) = (&it.document, &it.version);
        Row {
            href: naming::href(document.id),
            id: document.id.to_string(),
            reference: document.reference.to_string(),
            kind: page.name(&document.kind),
            about: format!("{}, {}", page.name(&version.file), words.bytes(version.size)),
            from: naming::called(&view.organisations, &document.organisation),
            by: actor_words(words, &version.added_by),
            since: moment(words, version.added_at, &app.zone),
            how: version.failure.map(|it| page.name(&it)).unwrap_or_default(),
            number: version.number,
            changes: document.changes,
        }
    });
    let view = QuarantinePage {
        rows: rows.collect(),
        pager,
        scanner: view.scanner,
        opens: view.opens,
        page: page.titled("documents-quarantine-title"),
    };
    Ok(view.page.render(&view))
}
