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
pub(crate) mod names;
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
    routing::{get, post},
};
use sleutel_actions::{App, Who};
use sleutel_domain::{Id, Reference, placement::Round};

use crate::{Acting, Page, Problem, Query, refused::refuse};

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
        .route("/rounds/{id}/people/{reference}/letter.pdf", get(letter::pdf))
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
        let id = named(parts, state, "id").await?;
        id.parse().map(|id| Self(Id::new(id))).map_err(|_| Problem::not_found())
    }
}

/// The household an address names; an extractor.
#[derive(Debug, Clone)]
struct Of(Reference);

impl<S: Send + Sync> FromRequestParts<S> for Of {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let reference = named(parts, state, "reference").await?;
        Reference::new(&reference).map(Self).map_err(|_| Problem::not_found())
    }
}

/// The part of the address with this name.
async fn named<S: Send + Sync>(
    parts: &mut Parts,
    state: &S,
    wanted: &str,
) -> Result<String, Problem> {
    let all = RawPathParams::from_request_parts(parts, state).await;
    let all = all.map_err(|_| Problem::not_found())?;
    let found = all.iter().find(|(name, _)| *name == wanted);
    found.map(|(_, part)| part.to_owned()).ok_or_else(Problem::not_found)
}

/// Who asks for a page of which round, and what more the address asks; an extractor.
struct Visit {
    app: App,
    who: Who,
    page: Page,
    id: Id<Round>,
    query: Query,
}

impl FromRequestParts<App> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let Acting(who) = Acting::from_request_parts(parts, app).await?;
        let Ok(page) = Page::from_request_parts(parts, app).await;
        let At(id) = At::from_request_parts(parts, app).await?;
        let query = Query::parse(parts.uri.query());
        Ok(Self { app: app.clone(), who, page, id, query })
    }
}
