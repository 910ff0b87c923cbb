//! The roads to a home, for everyone, logged in or not.

mod differences;
mod drawing;
mod list;
mod show;

use axum::{Router, routing::get};
use sleutel_actions::App;
use sleutel_domain::{forms::Library, routes::StepForm};
use sleutel_words::Words;

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/routes", get(list::list))
        .route("/routes/{code}", get(show::show))
        .route("/routes/{code}/toml", get(show::file))
        .route("/routes/{code}/differences", get(differences::differences))
}

/// What a form of a step is called; its code when nobody knows it.
fn form_title(words: Words, forms: &Library, asked: &StepForm) -> String {
    let version = asked.version.and_then(|it| forms.version(&asked.code, it));
    let form = version.or_else(|| forms.iter().find(|it| it.code == asked.code));
    let name =
        form.map_or_else(|| asked.code.to_string(), |it| words.wording(&it.title).to_owned());
    match asked.version {
        None => name,
        Some(version) => {
            let values = [("form", name.into()), ("version", i64::from(version).into())];
            words.t_with("routes-form-version", &values)
        }
    }
}
