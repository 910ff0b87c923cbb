//! The public description of the method, for everyone, logged in or not.

mod lots;

use askama::Template;
use axum::{Router, response::Response, routing::get};
use sleutel_actions::{App, method};
use sleutel_exchange::register;
use sleutel_words::description::{Block, Group};

use crate::{Page, homes::file};

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/method", get(describe))
        .route("/method.json", get(entry))
        .route("/method/lots", get(lots::lots))
}

/// The description, group by group.
#[derive(Debug, Template)]
#[template(path = "method/method.html")]
struct MethodPage {
    page: Page,
    groups: Vec<Group>,
}

/// `GET /method`.
async fn describe(page: Page) -> Response {
    let page = page.titled("method-title");
    let groups = page.words.description(&method::in_force(), &page.site.owner).groups;
    let view = MethodPage { groups, page };
    view.page.render(&view)
}

/// `GET /method.json`: the same as an entry of the register, in the reader's language.
async fn entry(page: Page) -> Response {
    let description = page.words.description(&method::in_force(), &page.site.owner);
    let name = format!("sleutel-{}.json", page.lang());
    file("application/json", &name, register::to_json(&description.entry))
}
