//! Pages: routes, forms and templates around the actions.
//!
//! A page is a [`Page`] (language, viewer, title, messages) and a template beside
//! it; the reusable parts are in `src/parts/`. Everything works without script.

pub mod assets;
pub mod csrf;
pub mod flash;
pub mod form;
pub mod headers;
pub mod language;
pub mod listing;
pub mod map;
pub mod page;
pub mod pages;
pub mod places;
pub mod problem;
pub mod refused;
pub mod session;
pub mod shell;
pub mod show;
pub mod site;

mod access;
mod agreements;
mod cases;
mod colleagues;
mod documents;
mod forms;
mod homes;
mod import;
mod lists;
mod messages;
mod method;
mod multipart;
mod paper;
mod participants;
mod plan;
mod rounds;
mod routes;
mod steering;
mod tasks;
mod window;

pub use flash::{Flash, FlashKind};
pub use form::{FieldError, Form};
pub use listing::{Pager, Query};
pub use page::{Crumb, Page};
pub use problem::Problem;
pub use session::{Acting, Posted};
pub use site::{CsrfToken, Site, Viewer};

use axum::{
    Router,
    extract::State,
    http::StatusCode,
    middleware,
    response::{IntoResponse, Response},
    routing::get,
};
use sleutel_actions::App;

/// The whole site on an app: every page behind the session layer, every file, the
/// questions a load balancer asks.
pub fn site(app: App, site: Site) -> Router {
    let pages = Router::new()
        .merge(access::routes())
        .merge(participants::routes())
        .merge(plan::routes())
        .merge(agreements::routes())
        .merge(forms::routes())
        .merge(cases::routes())
        .merge(documents::routes(app.documents().limits))
        .merge(homes::routes())
        .merge(import::routes())
        .merge(lists::routes())
        .merge(rounds::routes())
        .merge(messages::routes())
        .merge(colleagues::routes())
        .merge(tasks::routes())
        .merge(method::routes())
        .merge(routes::routes())
        .merge(steering::routes())
        .merge(window::routes())
        .route("/about", get(pages::about))
        .route("/accessibility", get(pages::accessibility))
        .route("/healthz", get(healthz))
        .route("/readyz", get(readyz));
    let guarded =
        shell::inner(pages).layer(middleware::from_fn_with_state(app.clone(), session::layer));
    shell::outer(guarded, site).with_state(app)
}

/// `GET /healthz`: the process answers.
async fn healthz() -> &'static str {
    "ok"
}

/// `GET /readyz`: the database answers too.
async fn readyz(State(app): State<App>) -> Response {
    match app.db.ping().await {
        Ok(()) => "ok".into_response(),
        Err(error) => {
            tracing::error!(%error, "not ready");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}
