//! Bringing in files, with a preview.

mod findings;
mod formats;
mod jobs;
mod pages;
mod sent;
mod upload;

use axum::{
    Extension, Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use sleutel_actions::App;

/// Bytes that may be sent at once, all files together.
const MOST: usize = 64 * 1024 * 1024;

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route(
            "/import",
            get(upload::start).post(upload::send).layer(DefaultBodyLimit::max(MOST + 64 * 1024)),
        )
        .route("/import/formats", get(formats::list))
        .route("/import/formats/{file}", get(formats::template))
        .route("/import/{id}", get(upload::show))
        .route("/import/{id}/findings.csv", get(upload::findings_csv))
        .route("/import/{id}/check", post(upload::check_again))
        .route("/import/{id}/keep", post(upload::keep))
        .route("/import/{id}/discard", post(upload::discard))
        .layer(Extension(jobs::Jobs::default()))
}
