//! Obstacles: the list, one of them, and the form.

mod form;
mod list;
mod show;

use axum::{
    Router,
    routing::{get, post},
};
use jiff::civil::Date;
use sleutel_actions::{App, steering::obstacles::ObstacleNames};
use sleutel_domain::{
    GroupCode, OrganisationCode, RouteCode, StepCode,
    homes::Place,
    routes::RouteSet,
    steering::{FEW, ObstacleCost, ObstacleStatus, is_overdue, kept::WorkAgreement},
};
use sleutel_words::Words;

use crate::{refused::problem_on, rounds::names::group_in, show::Tone};

/// The address of the list.
pub(super) const HREF: &str = "/steering/obstacles";

/// The addresses of this slice.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route(HREF, get(list::show))
        .route("/steering/obstacles.csv", get(list::table))
        .route("/steering/obstacles/new", get(form::new).post(form::add))
        .route("/steering/obstacles/{number}", get(show::show))
        .route("/steering/obstacles/{number}/edit", get(form::edit).post(form::save))
        .route("/steering/obstacles/{number}/note", post(show::note))
        .route("/steering/obstacles/{number}/status", post(show::set_status))
        .route("/steering/obstacles/{number}/back", post(show::put_back))
}

/// The page of one obstacle.
pub(crate) fn href(number: u32) -> String {
    format!("{HREF}/{number}")
}

fn tone(status: ObstacleStatus) -> Tone {
    match status {
        ObstacleStatus::Open => Tone::Attention,
        ObstacleStatus::UnderWay => Tone::Info,
        ObstacleStatus::Solved => Tone::Good,
        ObstacleStatus::NotHere => Tone::Neutral,
    }
}

/// By when, and how that looks.
fn due(words: Words, status: ObstacleStatus, due: Date, today: Date) -> (String, Tone) {
    let overdue = is_overdue(status, due, today);
    let key = if overdue { "obstacles-is-overdue" } else { "obstacles-by" };
    let tone = if overdue { Tone::Bad } else { Tone::Neutral };
    (words.t_with(key, &[("date", words.date(due).into())]), tone)
}

/// A sum of person-weeks, written.
fn weeks(words: Words, sum: u64) -> String {
    words.number(i64::try_from(sum).unwrap_or(i64::MAX))
}

fn cost(words: Words, cost: Option<ObstacleCost>) -> String {
    match cost {
        None => words.t("obstacles-cost-unknown"),
        Some(it) => {
            words.t_with("obstacles-cost-sum", &[("weeks", weeks(words, it.person_weeks()).into())])
        }
    }
}

fn agreement(words: Words, it: WorkAgreement) -> String {
    let values = [("number", u32::from(it.number()).into()), ("name", words.name(&it).into())];
    words.t_with("obstacles-agreement-name", &values)
}

/// A step with the road it is on, by the newest version that has it.
fn step(words: Words, routes: &RouteSet, (route, step): &(RouteCode, StepCode)) -> String {
    let found = routes.all().iter().rfind(|it| it.code == *route && it.step(step).is_some());
    match found {
        Some(road) => format!("{}: {}", words.wording(&road.name), words.step_name(road, step)),
        None => format!("{route}: {step}"),
    }
}

fn group(words: Words, names: &ObstacleNames, code: &GroupCode) -> String {
    names.groups.get(code).map_or_else(|| code.to_string(), |it| group_in(words, it))
}

fn area(names: &ObstacleNames, code: &sleutel_domain::AreaCode) -> String {
    names.areas.name(&Place::Area(code.clone()))
}

fn association(names: &ObstacleNames, code: &OrganisationCode) -> String {
    names.associations.get(code).cloned().unwrap_or_else(|| code.to_string())
}
