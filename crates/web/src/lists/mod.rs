//! What the worklists share: filters with what is active, saved views, searches whose words
//! stand in no address, files to take away, and acts on many rows at once.

mod bar;
mod facets;
mod many;
mod search;
mod table;
mod views;

pub(crate) use bar::{Bar, Opened, open};
pub(crate) use facets::{Facet, Where, areas, groups, providers, terms, workers};
pub(crate) use many::written;
pub(crate) use table::{Table, as_file};

use axum::{
    Router,
    routing::{get, post},
};
use sleutel_actions::App;

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/search/{list}", post(search::find))
        .route("/views/{list}", get(views::manage).post(views::keep))
        .route("/views/{list}/default", post(views::set_default))
        .route("/views/{list}/{id}/rename", post(views::rename))
        .route("/views/{list}/{id}/away", post(views::put_away))
        .route("/views/{list}/{id}/back", post(views::put_back))
        .route("/many/{list}", post(many::ask))
        .route("/many/{list}/do", post(many::save))
        .route("/many/done/{id}", get(many::outcome))
        .route("/many/done/{id}/undo", post(many::undo))
}
