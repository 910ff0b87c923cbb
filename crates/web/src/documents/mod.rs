//! Documents of a participant's file: the list, one with its versions, adding, opening, and
//! what waits for a check.

mod add;
mod list;
mod naming;
mod one;
mod open;
mod quarantine;

pub(crate) use naming::list_href;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use sleutel_actions::{App, documents::Limits};

/// Room for the other fields of a form with files.
const FIELDS: usize = 64 * 1024;

/// Bytes of files that may come in one request.
fn most(limits: Limits) -> usize {
    usize::try_from(limits.request()).unwrap_or(usize::MAX)
}

/// The addresses of this slice.
pub(crate) fn routes(limits: Limits) -> Router<App> {
    let body = || DefaultBodyLimit::max(most(limits).saturating_add(FIELDS));
    Router::new()
        .route("/participants/{reference}/documents", get(list::list))
        .route(
            "/participants/{reference}/documents/new",
            get(add::ask).post(add::send).layer(body()),
        )
        .route("/documents/quarantine", get(quarantine::list))
        .route("/documents/{id}", get(one::show))
        .route("/documents/{id}/step", post(one::step))
        .route(
            "/documents/{id}/versions/new",
            get(add::ask_version).post(add::send_version).layer(body()),
        )
        .route("/documents/{id}/versions/{number}", get(open::open))
}
