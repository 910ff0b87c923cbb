//! Forms of participants: the worklist, filling in, reading, sending, comparing.

mod blank;
mod compare;
mod fields;
mod fill;
mod list;
mod naming;
mod paper;
mod read;
mod save;

use axum::{
    Router,
    routing::{get, post},
};
use sleutel_actions::App;

pub(crate) use blank::blank_href;
pub(crate) use list::matching;
pub(crate) use naming::{href, status_tone};

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/forms", get(list::list))
        .route("/forms.xlsx", get(list::export))
        .route("/forms.csv", get(list::export))
        .route("/forms/{id}", get(read::show))
        .route("/forms/{id}/form.pdf", get(paper::filled))
        .route("/blank-forms/{code}", get(blank::show))
        .route("/blank-forms/{code}/form.pdf", get(paper::blank))
        .route("/forms/{id}/step", post(read::step))
        .route("/forms/{id}/fill", get(fill::ask).post(save::save))
        .route("/forms/{id}/compare", get(compare::show))
        .route("/participants/{reference}/forms", post(list::start))
}
