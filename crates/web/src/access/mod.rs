//! Logging in and out, the first page, one's own account, the log.

use axum::Router;
use sleutel_actions::App;

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
}
