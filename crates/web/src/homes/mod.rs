//! Homes: what comes free, where there is room, the map.

use axum::Router;
use sleutel_actions::App;

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
}
