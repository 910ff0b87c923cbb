//! Flow ("doorstroom"): who stands where, how long it takes, the three-month aim, places that come
//! free, and pilots.

mod aim;
mod freed;
mod now;
mod picture;
mod pilot_forms;
mod pilots;
mod times;

use axum::{
    Router,
    routing::{get, post},
};
use sleutel_actions::{
    App, Who,
    flow::FlowFilter,
    flow::Point,
    participants::{self, Lists},
    policy::{self, Action, Reach},
};
use sleutel_domain::{RouteCode, StepCode, routes::Route};
use sleutel_words::Words;

use crate::{
    Form, Page, Problem, Query,
    listing::encode,
    lists::{Facet, groups, providers},
    refused::problem_on,
    show::{Choice, Tab},
};

/// The address of the first page.
pub(super) const HREF: &str = "/steering/flow";
const TIMES: &str = "/steering/flow/times";
const AIM: &str = "/steering/flow/aim";
const FREED: &str = "/steering/flow/freed";
const PILOTS: &str = "/steering/flow/pilots";

/// Counts from one up to this are not shown exactly in files that may leave the house.
const OUTSIDE: u32 = sleutel_domain::steering::FEW;

/// The addresses of this slice.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route(HREF, get(now::show))
        .route("/steering/flow.csv", get(now::download))
        .route("/steering/flow/jams.csv", get(now::jams_file))
        .route(TIMES, get(times::show))
        .route("/steering/flow/times.csv", get(times::download))
        .route(AIM, get(aim::show))
        .route("/steering/flow/aim.csv", get(aim::download))
        .route(FREED, get(freed::show))
        .route("/steering/flow/freed.csv", get(freed::download))
        .route(PILOTS, get(pilots::list))
        .route("/steering/flow/pilots/new", get(pilot_forms::blank).post(pilot_forms::create))
        .route("/steering/flow/pilots/{id}", get(pilots::show))
        .route("/steering/flow/pilots/{id}/cases.csv", get(pilots::download))
        .route("/steering/flow/pilots/{id}/add", post(pilot_forms::add))
        .route("/steering/flow/pilots/{id}/note", post(pilot_forms::note))
        .route("/steering/flow/pilots/{id}/close", post(pilot_forms::close))
        .route("/steering/flow/pilots/{id}/reopen", post(pilot_forms::reopen))
        .route("/steering/flow/pilots/{id}/take-out", post(pilot_forms::take_out))
}

/// A share with its band. Of all or of nobody there is no band to give: that it is exactly so is not known.
fn share_band(words: Words, it: Point) -> String {
    let percent = |it: f64| words.percent(it, 0);
    if it.low >= it.high {
        return percent(it.still);
    }
    let values = [
        ("share", percent(it.still).into()),
        ("low", percent(it.low).into()),
        ("high", percent(it.high).into()),
    ];
    words.t_with("flow-share-band", &values)
}

/// The pages of flow beside each other.
fn parts(page: &Page, current: &str) -> Vec<Tab> {
    let all = [
        (HREF, "flow-part-now"),
        (TIMES, "flow-part-times"),
        (AIM, "flow-part-aim"),
        (FREED, "flow-part-freed"),
        (PILOTS, "flow-part-pilots"),
    ];
    let tab = |(href, key): (&str, &str)| Tab {
        href: href.to_owned(),
        label: page.t(key),
        current: href == current,
    };
    all.into_iter().map(tab).collect()
}

/// What an address narrows the figures to.
fn asked(query: &Query) -> FlowFilter {
    FlowFilter {
        route: query.get("route").to_owned(),
        group: query.get("group").to_owned(),
        provider: query.get("provider").to_owned(),
        ..FlowFilter::default()
    }
}

/// The names of groups and providers.
async fn names(app: &App, who: &Who, page: &Page) -> Result<Lists, Problem> {
    participants::lists(app, who).await.map_err(problem_on(page))
}

/// What the figures can be narrowed by.
#[derive(Debug)]
struct Narrow {
    form: Form,
    facets: Vec<Facet>,
}

impl Narrow {
    /// Road, group and provider, as far as somebody may narrow by them; `more` comes first.
    fn new(
        words: Words,
        app: &App,
        who: &Who,
        lists: &Lists,
        query: &Query,
        (roads, more): (bool, Vec<Facet>),
    ) -> Self {
        let reach = policy::reach_of(who, Action::ListCases);
        let mut facets = more;
        if roads {
            facets.push(Facet::new("route", "cases-route", self::roads(words, app)));
        }
        facets.push(groups(words, who, lists));
        facets.push(providers(lists, reach == Reach::All));
        facets.retain(|it| !it.choices.is_empty());
        let mut form = Form::new();
        for facet in &facets {
            form = form.filled(facet.name, query.get(facet.name));
        }
        Self { form, facets }
    }
}

fn roads(words: Words, app: &App) -> Vec<Choice> {
    let codes = app.routes().codes().into_iter();
    let last = codes.filter_map(|code| app.routes().versions(code).last());
    last.map(|it| Choice::new(it.code.as_str(), words.wording(&it.name))).collect()
}

fn road<'a>(app: &'a App, code: &RouteCode, version: u16) -> Option<&'a Route> {
    app.routes().get(code, version)
}

fn road_name(words: Words, app: &App, code: &RouteCode, version: u16) -> String {
    let found = road(app, code, version);
    found.map_or_else(|| code.to_string(), |it| words.wording(&it.name).to_owned())
}

fn step_name(
    words: Words,
    app: &App,
    (code, version): (&RouteCode, u16),
    step: &StepCode,
) -> String {
    let found = road(app, code, version);
    found.map_or_else(|| step.to_string(), |it| words.step_name(it, step))
}

/// The list of the files behind a number.
fn files_at(query: &Query, route: &RouteCode, step: &StepCode, late: bool) -> String {
    let mut href =
        format!("/cases?view=all&route={}&step={}", encode(route.as_str()), encode(step.as_str()));
    for name in ["group", "provider"] {
        if !query.get(name).is_empty() {
            href.push_str(&format!("&{name}={}", encode(query.get(name))));
        }
    }
    if late {
        href.push_str("&term=overdue");
    }
    href
}

/// The address of a file with the same question.
fn with_question(file: &str, query: &Query) -> String {
    let question = query.without(&["sort"]);
    if question.is_empty() { file.to_owned() } else { format!("{file}?{question}") }
}

/// A count for a file that may leave the house: fewer than ten are not given exactly.
fn outside(words: Words, count: u32) -> String {
    if (1..OUTSIDE).contains(&count) {
        words.t_with("flow-under", &[("most", OUTSIDE.into())])
    } else {
        count.to_string()
    }
}
