use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use sleutel_actions::App;
use sleutel_domain::{
    RouteCode, StepCode,
    forms::Library,
    routes::{Next, Route, Step, StepForm},
};
use sleutel_exchange::routes;
use sleutel_words::Words;

use super::{
    drawing::{Drawing, draw},
    form_title,
    list::version,
};
use crate::{Page, Problem, forms::blank_href, homes::file as download};

/// Which version; the one in force when nothing is said.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    version: Option<u16>,
}

/// Where an outcome leads, as a sign and in words.
#[derive(Debug)]
struct Way {
    outcome: String,
    target: String,
    /// To the step on this page; `None` at an end.
    href: Option<String>,
    /// Down the list, up, to itself, or out of it.
    sign: &'static str,
}

/// One step with all that is said about it.
#[derive(Debug)]
struct Card {
    id: String,
    number: usize,
    name: String,
    kind: String,
    explanation: String,
    facts: Vec<(String, String)>,
    /// The address of each form it asks, blank, and its name.
    forms: Vec<(String, String)>,
    ways: Vec<Way>,
}

/// One line of the table of who does what.
#[derive(Debug)]
struct TableRow {
    number: usize,
    name: String,
    owner: String,
    involved: String,
    term: Option<String>,
    forms: Vec<(String, String)>,
}

/// Something that stands at odds with a principle, and why.
#[derive(Debug)]
struct Odds {
    conflict: String,
    principle: String,
    reason: String,
}

/// One version of a route.
#[derive(Debug, Template)]
#[template(path = "routes/show.html")]
struct RoutePage {
    page: Page,
    summary: String,
    version: String,
    closed: bool,
    facts: Vec<(String, String)>,
    drawing: Drawing,
    cards: Vec<Card>,
    rows: Vec<TableRow>,
    odds: Vec<Odds>,
    file: String,
    /// The other versions, and where the difference with each is told.
    others: Vec<(String, String, String)>,
}

/// The version that is asked for, or else the one in force.
pub(super) fn find<'a>(app: &'a App, code: &str, version: Option<u16>) -> Option<&'a Route> {
    let code = RouteCode::new(code).ok()?;
    match version {
        Some(version) => app.routes().get(&code, version),
        None => app.routes().current(&code, app.today()),
    }
}

/// `GET /routes/{code}`.
pub(super) async fn show(
    State(app): State<App>,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
    page: Page,
) -> Response {
    let Some(route) = find(&app, &code, asked.version) else {
        return Problem::not_found().into_response();
    };
    let words = page.words;
    let page = page.under("/routes", "routes-title").called(words.wording(&route.name));
    let (_, own) = version(&page, route);
    let others = app.routes().versions(&route.code).filter(|it| it.version != route.version);
    let others = others.map(|it| {
        let (href, name) = version(&page, it);
        let (older, newer) = (it.version.min(route.version), it.version.max(route.version));
        (href, name, format!("/routes/{code}/differences?from={older}&to={newer}"))
    });
    let view = RoutePage {
        summary: words.wording(&route.summary).to_owned(),
        version: own,
        closed: !route.valid.holds(app.today()),
        facts: words.route_lines(route).into_iter().map(|it| (it.label, it.text)).collect(),
        drawing: draw(words, route),
        cards: (1..)
            .zip(&route.steps)
            .map(|(at, it)| card(&page, app.forms(), route, it, at))
            .collect(),
        rows: (1..)
            .zip(&route.steps)
            .map(|(at, it)| table_row(&page, app.forms(), route, it, at))
            .collect(),
        odds: odds(&page, route),
        file: format!("/routes/{code}/toml?version={}", route.version),
        others: others.collect(),
        page,
    };
    view.page.render(&view)
}

/// `GET /routes/{code}/toml`: the route as the file it can be written in.
pub(super) async fn file(
    State(app): State<App>,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    let Some(route) = find(&app, &code, asked.version) else {
        return Problem::not_found().into_response();
    };
    let plain = |it: char| if it.is_ascii_alphanumeric() { it } else { '-' };
    let name: String = route.code.as_str().chars().map(plain).collect();
    let name = format!("{name}-{}.toml", route.version);
    download("application/toml", &name, routes::to_toml(route).into_bytes())
}

fn card(page: &Page, forms: &Library, route: &Route, step: &Step, number: usize) -> Card {
    let words = page.words;
    let lines = words.step_lines(route, step, |it| form_title(words, forms, it));
    let ways = words.step_ways(route, step).into_iter().map(|it| {
        let (href, sign) = match &it.next {
            Next::Step(code) => (Some(anchor(code)), sign(route, step, code)),
            Next::End(_) => (None, "■"),
        };
        Way { outcome: it.outcome, target: it.target, href: href.map(|it| format!("#{it}")), sign }
    });
    Card {
        id: anchor(&step.code),
        number,
        name: words.wording(&step.name).to_owned(),
        kind: words.step_kind(step),
        explanation: words.wording(&step.explanation).to_owned(),
        facts: lines.into_iter().map(|it| (it.label, it.text)).collect(),
        forms: links(words, forms, step),
        ways: ways.collect(),
    }
}

/// The forms of a step, each with where it can be read.
fn links(words: Words, forms: &Library, step: &Step) -> Vec<(String, String)> {
    let link = |it: &StepForm| (blank_href(&it.code, it.version), form_title(words, forms, it));
    step.forms.iter().map(link).collect()
}

/// What a step is called within the page.
pub(super) fn anchor(code: &StepCode) -> String {
    let plain = |it: char| if it.is_alphanumeric() { it } else { '-' };
    format!("step-{}", code.as_str().chars().map(plain).collect::<String>())
}

fn sign(route: &Route, step: &Step, to: &StepCode) -> &'static str {
    let at = |code: &StepCode| route.steps.iter().position(|it| it.code == *code);
    match at(to).cmp(&at(&step.code)) {
        std::cmp::Ordering::Less => "↑",
        std::cmp::Ordering::Equal => "↻",
        std::cmp::Ordering::Greater => "↓",
    }
}

fn table_row(page: &Page, forms: &Library, route: &Route, step: &Step, number: usize) -> TableRow {
    let words = page.words;
    let involved: Vec<_> = step.involved.iter().map(|it| words.name(it)).collect();
    TableRow {
        number,
        name: words.wording(&step.name).to_owned(),
        owner: words.name(&step.owner),
        involved: words.list(&involved),
        term: words.step_term(route, step),
        forms: links(words, forms, step),
    }
}

fn odds(page: &Page, route: &Route) -> Vec<Odds> {
    let explained = route.explained.iter();
    explained
        .map(|it| Odds {
            conflict: page.words.name(&it.conflict),
            principle: page.words.name(&it.conflict.principle()),
            reason: page.words.wording(&it.reason).to_owned(),
        })
        .collect()
}
