//! People who wait: lists, files, forms, history.

mod list;
mod naming;

use axum::{Router, routing::get};
use sleutel_actions::App;

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/participants", get(list::list))
        .route("/participants/export", get(list::export))
}
