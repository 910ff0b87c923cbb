//! What if the policy were another, over years ("wat als"): a list, a form, what came of it, and
//! several side by side.

mod chart;
mod city;
mod city_test;
mod city_words;
mod compare;
mod csv;
mod list;
mod names;
mod new;
mod parts;
mod pictures;
mod show;

use axum::{
    Router,
    extract::FromRequestParts,
    http::{HeaderValue, request::Parts},
    response::Response,
    routing::{get, post},
};
use sleutel_actions::{App, what_if::WhatIf};
use sleutel_domain::Id;

use crate::{Problem, Query, refused::refuse};

/// The address of the list.
pub(super) const HOME: &str = "/steering/what-if";

/// The addresses of this part.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/steering/what-if", get(list::list))
        .route("/steering/what-if/new", get(new::blank).post(new::create))
        .route("/steering/what-if/compare", get(compare::show))
        .route("/steering/what-if/city", get(city::show))
        .route("/steering/what-if/city.csv", get(city::download))
        .route("/steering/what-if/city-test.csv", get(city::test_file))
        .route("/steering/what-if/{id}", get(show::show))
        .route("/steering/what-if/{id}/figures.csv", get(csv::figures))
        .route("/steering/what-if/{id}/again", post(list::again))
        .route("/steering/what-if/{id}/check", post(list::check))
        .route("/steering/what-if/{id}/throw-away", post(list::throw_away))
        .route("/steering/what-if/{id}/put-back", post(list::put_back))
}

/// The what-if an address names; an extractor.
#[derive(Debug, Clone, Copy)]
struct At(Id<WhatIf>);

impl<S: Send + Sync> FromRequestParts<S> for At {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let path = axum::extract::Path::<String>::from_request_parts(parts, state).await;
        let id = path.ok().and_then(|it| it.0.parse().ok());
        id.map(|id| Self(Id::new(id))).ok_or_else(Problem::not_found)
    }
}

/// The what-if that a value of the address names, when it is an identifier.
fn named(query: &Query, name: &str) -> Option<Id<WhatIf>> {
    query.get(name).parse().ok().map(Id::new)
}

/// Asks the browser to look again after so many seconds, without script.
fn again_in(mut response: Response, seconds: &'static str) -> Response {
    response.headers_mut().insert("refresh", HeaderValue::from_static(seconds));
    response
}
