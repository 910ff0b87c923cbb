//! Papers as a download.

use axum::response::{IntoResponse, Response};
use sleutel_actions::App;
use sleutel_papers::{Fault, Frame, Press};
use sleutel_words::Words;

use crate::{Page, Problem, homes::file};

/// What all papers of this installation have, in the language of the paper.
pub(crate) fn frame(app: &App, page: &Page, words: Words, title: &str, reference: &str) -> Frame {
    let owner = &page.site.owner;
    let sender = [&owner.organisation, &owner.department, &owner.contact];
    let programme = &page.site.programme;
    Frame {
        language: words.language(),
        title: title.to_owned(),
        date: app.today(),
        programme: programme.clone(),
        sender: sender.into_iter().flatten().filter(|it| *it != programme).cloned().collect(),
        reference: Some(reference.to_owned()),
        foot: programme.clone(),
    }
}

/// Typesets a paper beside the other work, and hands it over as a file.
pub(crate) async fn download(
    page: &Page,
    name: &str,
    make: impl FnOnce(&Press) -> Result<Vec<u8>, Fault> + Send + 'static,
) -> Response {
    let press = page.site.press.clone();
    match tokio::task::spawn_blocking(move || make(&press)).await {
        Ok(Ok(bytes)) => file("application/pdf", name, bytes),
        Ok(Err(fault)) => failed(page, &fault.to_string()),
        Err(cause) => failed(page, &cause.to_string()),
    }
}

fn failed(page: &Page, cause: &str) -> Response {
    tracing::error!(cause, "a paper could not be typeset");
    Problem::internal().because(page.t("paper-cannot")).into_response()
}
