//! The roads to a home, for everyone, logged in or not.

mod differences;
mod drawing;
mod list;
mod show;

use axum::{Router, routing::get};
use sleutel_actions::App;
use sleutel_domain::{FormCode, forms::Library};
use sleutel_words::Words;
use std::sync::LazyLock;

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/routes", get(list::list))
        .route("/routes/{code}", get(show::show))
        .route("/routes/{code}/toml", get(show::file))
        .route("/routes/{code}/differences", get(differences::differences))
}

static FORMS: LazyLock<Library> =
    LazyLock::new(|| Library::new(sleutel_exchange::forms::shipped().0));

/// What a form is called; its code when nobody knows it.
fn form_title(words: Words, code: &FormCode) -> String {
    let form = FORMS.iter().filter(|it| it.code == *code).last();
    form.map_or_else(|| code.to_string(), |it| words.wording(&it.title).to_owned())
}
