//! Agreements: the worklist, one with its road, drafting, on paper.

mod draft;
mod list;
mod naming;
mod one;
mod paper;

pub(crate) use naming::Line as AgreementLine;

use axum::{
    Router,
    routing::{get, post},
};
use sleutel_actions::App;

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/agreements", get(list::list))
        .route("/agreements.xlsx", get(list::export))
        .route("/agreements.csv", get(list::export))
        .route("/agreements/new", get(draft::new).post(draft::add))
        .route("/agreements/{id}", get(one::show))
        .route("/agreements/{id}/edit", get(draft::edit).post(draft::change))
        .route("/agreements/{id}/step", post(one::step))
        .route("/agreements/{id}/agreement.pdf", get(paper::pdf))
}
