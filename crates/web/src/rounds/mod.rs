//! Placement rounds: from homes chosen and people waiting to decisions by named people.

mod aside;
mod asked;
mod changes;
mod check;
mod choose;
mod compare;
mod decide;
mod differences;
mod export;
mod filter;
mod fix;
mod letter;
mod limits;
mod lines;
mod list;
mod lot;
mod moves;
mod names;
mod people;
mod person;
mod places;
mod proposed;
mod round;
mod summary;
mod what_if;

use axum::{
    Router,
    extract::{FromRequestParts, RawPathParams},
    http::request::Parts,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use sleutel_actions::{ActionError, App};
use sleutel_domain::{Id, placement::Round};

use crate::{Page, Problem, refused};

/// The addresses of this slice.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/rounds", get(list::list))
        .route("/rounds/new", get(choose::blank).post(choose::create))
        .route("/rounds/{id}", get(round::show).post(decide::decide))
        .route("/rounds/{id}/propose", post(decide::propose))
        .route("/rounds/{id}/what-if", get(what_if::form).post(what_if::propose))
        .route("/rounds/{id}/throw-away", post(what_if::throw_away))
        .route("/rounds/{id}/map", get(moves::map))
        .route("/rounds/{id}/compare", get(compare::show))
        .route("/rounds/{id}/undo", post(decide::undo))
        .route("/rounds/{id}/close", post(decide::close))
        .route("/rounds/{id}/reopen", post(decide::reopen))
        .route("/rounds/{id}/homes", get(choose::homes).post(choose::change))
        .route("/rounds/{id}/fix", get(fix::blank).post(fix::fix))
        .route("/rounds/{id}/lift", post(fix::lift))
        .route("/rounds/{id}/people", get(people::standings))
        .route("/rounds/{id}/unplaced", get(people::unplaced))
        .route("/rounds/{id}/people/{reference}", get(person::person))
        .route("/rounds/{id}/people/{reference}/letter", get(letter::letter))
        .route("/rounds/{id}/people/{reference}/letter.txt", get(letter::text))
        .route("/rounds/{id}/check", get(check::ask).post(check::check))
        .route("/rounds/{id}/export.xlsx", get(export::spreadsheet))
        .route("/rounds/{id}/print", get(export::print))
}

/// The round an address names; an extractor.
#[derive(Debug, Clone, Copy)]
struct At(Id<Round>);

impl<S: Send + Sync> FromRequestParts<S> for At {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let params = RawPathParams::from_request_parts(parts, state)
            .await
            .map_err(|_| Problem::not_found())?;
        let id = params.iter().find(|(name, _)| *name == "id").and_then(|(_, id)| id.parse().ok());
        id.map(|id| Self(Id::new(id))).ok_or_else(Problem::not_found)
    }
}

/// A refusal that is a page of its own.
fn refuse(page: &Page, error: &ActionError) -> Response {
    refused::problem_in(error, page.words).into_response()
}
