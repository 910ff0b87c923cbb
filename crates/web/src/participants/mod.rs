//! People who wait: lists, files, forms, history.

mod alike;
mod answer;
mod compare;
mod duplicates;
mod edit;
mod file;
mod form;
mod history;
mod list;
mod merge;
pub(crate) mod naming;
pub(crate) mod sees;
mod together;

pub(crate) use naming::{group, groups, href, provider, providers, worker, workers};

use axum::{
    Router,
    routing::{get, post},
};
use sleutel_actions::App;

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/participants", get(list::list))
        .route("/participants/export", get(list::export))
        .route("/participants.xlsx", get(list::export))
        .route("/participants.csv", get(list::export))
        .route("/participants/new", get(edit::ask_new).post(edit::add))
        .route("/participants/duplicates", get(duplicates::list))
        .route("/participants/{reference}", get(file::show))
        .route("/participants/{reference}/edit", get(edit::ask).post(edit::save))
        .route("/participants/{reference}/readiness", post(edit::readiness))
        .route("/participants/{reference}/history", get(history::show))
        .route("/participants/{reference}/together", get(together::ask).post(together::link))
        .route("/participants/{reference}/apart", post(together::unlink))
        .route(
            "/participants/{reference}/alike/{other}",
            get(alike::compare).post(alike::tell_apart),
        )
        .route("/participants/{reference}/alike/{other}/again", post(alike::look_again))
        .route("/participants/{reference}/merge/{other}", get(merge::ask).post(merge::merge))
        .route(
            "/participants/{reference}/merge/{other}/apart",
            get(merge::ask_apart).post(merge::apart),
        )
        .route("/participants/{reference}/answer/{question}", get(answer::ask).post(answer::save))
}
