//! Files on a road: what waits for whom, where a file stands, and what somebody can do.

mod act;
mod beside;
mod fields;
mod file;
mod list;
mod next;
mod road;
mod shown;

use axum::{
    Router,
    routing::{get, post},
};
use sleutel_actions::App;

pub(crate) use list::matching;
pub(crate) use road::{Stop, stops};
pub(crate) use shown::{due_words, step_of};

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/cases", get(list::all))
        .route("/cases.xlsx", get(list::export))
        .route("/cases.csv", get(list::export))
        .route("/decisions", get(list::decisions))
        .route("/decisions.xlsx", get(list::export))
        .route("/decisions.csv", get(list::export))
        .route("/cases/{reference}", get(file::show))
        .route("/cases/{reference}/begin", get(file::ask_begin).post(file::begin))
        .route("/cases/{reference}/viewing.ics", get(file::viewing))
        .route("/cases/{reference}/do/{doing}", get(act::ask).post(act::save))
        .route("/next-homes", get(next::list))
        .route("/next-homes/{id}", post(next::settle))
}

/// The address of a household's file on its road.
pub(crate) fn href(reference: &str) -> String {
    format!("/cases/{}", crate::listing::encode(reference))
}
