//! How long each step takes, with the times that are still running handled rightly.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use jiff::civil::Date;
use sleutel_actions::{
    App, Who,
    flow::{self, Curve, Quantile, Since, StepTimes, Times},
};
use sleutel_domain::routes::{
    Route,
    calendar::{Term, due},
};
use sleutel_words::Words;

use super::{
    Narrow, TIMES, asked, names, parts,
    picture::{Picture, marks},
    problem_on, road, road_name, roads, share_band, step_name, with_question,
};
use crate::{
    Acting, Page, Problem, Query,
    homes::csv,
    listing::encode,
    lists::Facet,
    show::{Choice, Tab},
    steering::tabs,
};

/// Fewer times than this that ended say too little for a median. Ours.
const LEAST: u32 = 5;

#[derive(Debug)]
struct Row {
    href: String,
    step: String,
    current: bool,
    times: String,
    median: String,
    three_quarters: String,
    term: String,
    in_time: String,
    open: String,
    left: String,
}

/// A step with its curve.
#[derive(Debug)]
struct Shown {
    name: String,
    said: String,
    picture: Picture,
    /// Days, share with its band, and how many were seen that long.
    rows: Vec<(String, String, String)>,
    mean: Option<String>,
}

#[derive(Debug, Template)]
#[template(path = "steering/flow/times.html")]
struct TimesPage {
    page: Page,
    tabs: Vec<Tab>,
    parts: Vec<Tab>,
    narrow: Narrow,
    csv: String,
    road: String,
    rows: Vec<Row>,
    shown: Option<Shown>,
}

/// Days in words, with the interval.
fn days(words: Words, it: Quantile) -> String {
    let number = |it: Option<u32>| it.map(|it| words.number(it));
    match (number(it.time), number(it.low), number(it.high)) {
        (Some(time), Some(low), Some(high)) => {
            let values = [("days", time.into()), ("low", low.into()), ("high", high.into())];
            words.t_with("flow-days-band", &values)
        }
        (Some(time), Some(low), None) => {
            words.t_with("flow-days-from", &[("days", time.into()), ("low", low.into())])
        }
        (Some(time), None, _) => words.t_with("flow-days", &[("days", time.into())]),
        (None, Some(low), _) => words.t_with("flow-days-longer", &[("low", low.into())]),
        (None, None, _) => words.t("flow-days-unknown"),
    }
}

fn quantile(words: Words, it: &StepTimes, share: f64) -> String {
    if it.curve.ended() < LEAST {
        return words.t_with("flow-too-few", &[("least", LEAST.into())]);
    }
    days(words, it.curve.quantile(share))
}

fn term(words: Words, route: Option<&Route>, it: &StepTimes) -> String {
    let step = route.and_then(|route| route.step(&it.step).map(|step| (route, step)));
    let term = step.and_then(|(route, step)| words.step_term(route, step));
    term.unwrap_or_else(|| words.t("cases-no-term"))
}

/// The term as days in the picture; a term that runs from something else than the opening of the step
/// has no place there.
fn term_days(route: Option<&Route>, it: &StepTimes) -> Option<u32> {
    let term = route?.step(&it.step)?.term.as_ref()?;
    if term.from.is_some() {
        return None;
    }
    let from = Date::constant(2025, 1, 6);
    let days =
        from.until(due(Term { legal: false, ..term.term }, from)).map_or(0, |it| it.get_days());
    u32::try_from(days).ok()
}

fn in_time(words: Words, it: &StepTimes) -> String {
    let (kept, all) = it.in_time;
    if all == 0 {
        return "–".to_owned();
    }
    let share = words.percent(f64::from(kept) / f64::from(all), 0);
    words.t_with("flow-of", &[("share", share.into()), ("all", all.into())])
}

/// How far the picture goes: until one in twenty is left, or as far as somebody was seen.
fn until(curve: &Curve) -> u32 {
    let longest = curve.longest().unwrap_or(1).max(1);
    curve
        .quantile(0.95)
        .time
        .map_or(longest, |it| it.saturating_mul(5) / 4)
        .clamp(7, longest.max(7))
}

fn shown(words: Words, app: &App, times: &Times, it: &StepTimes) -> Shown {
    let name = step_name(words, app, (&times.route, times.version), &it.step);
    let until = until(&it.curve);
    let route = road(app, &times.route, times.version);
    let values = [
        ("name", name.clone().into()),
        ("median", quantile(words, it, 0.5).into()),
        ("quarters", quantile(words, it, 0.75).into()),
        ("term", term(words, route, it).into()),
    ];
    let said = words.t_with("flow-times-said", &values);
    let term = term_days(route, it);
    let percent = |it: f64| words.percent(it, 0);
    let rows = marks(until).into_iter().map(|(_, day)| {
        let at = it.curve.at(day).map_or_else(|| "–".to_owned(), |it| share_band(words, it));
        (words.number(day), at, words.number(it.curve.at_risk(day)))
    });
    let mean = it.curve.mean(365).filter(|_| it.curve.ended() >= LEAST).map(|it| {
        let values = [
            ("days", words.decimal(it.mean, 0).into()),
            ("error", words.decimal(it.error, 0).into()),
        ];
        words.t_with("flow-mean", &values)
    });
    Shown {
        rows: rows.collect(),
        picture: Picture::curve(&it.curve, until, term, percent, said.clone()),
        name,
        said,
        mean,
    }
}

fn row(
    words: Words,
    app: &App,
    query: &Query,
    (times, chosen): (&Times, Option<&StepTimes>),
    it: &StepTimes,
) -> Row {
    let route = road(app, &times.route, times.version);
    let (base, step) = (query.without(&["step", "route"]), encode(it.step.as_str()));
    let and = if base.is_empty() { "" } else { "&" };
    let road = encode(times.route.as_str());
    Row {
        href: format!("{TIMES}?{base}{and}route={road}&step={step}#curve"),
        step: step_name(words, app, (&times.route, times.version), &it.step),
        current: chosen.is_some_and(|chosen| chosen.step == it.step),
        times: words.number(it.times),
        median: quantile(words, it, 0.5),
        three_quarters: quantile(words, it, 0.75),
        term: term(words, route, it),
        in_time: in_time(words, it),
        open: words.number(it.open),
        left: words.number(it.left),
    }
}

async fn found(app: &App, who: &Who, page: &Page, query: &Query) -> Result<Times, Problem> {
    let since = Since::from_code(query.get("since"));
    flow::times(app, who, &asked(query), since).await.map_err(problem_on(page))
}

fn since(words: Words) -> Facet {
    let choice = |it: Since| {
        let key = match it {
            Since::Ever => "flow-since-ever",
            Since::ThreeYears => "flow-since-three-years",
            Since::Year => "flow-since-year",
        };
        Choice::new(it.code(), words.t(key))
    };
    // Everything is what nothing chosen means.
    let choices = Since::ALL.into_iter().filter(|it| *it != Since::Ever);
    Facet::new("since", "flow-since", choices.map(choice).collect())
}

/// `GET /steering/flow/times`.
pub(super) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let times = found(&app, &who, &page, &query).await?;
    let lists = names(&app, &who, &page).await?;
    let words = page.words;
    let used = times.steps.iter().filter(|it| it.times > 0);
    let asked = times.steps.iter().find(|it| it.step.as_str() == query.get("step"));
    let match_step = used.clone().find(|it| it.step.as_str() == "match");
    let chosen = asked.filter(|it| it.times > 0).or(match_step).or_else(|| used.clone().next());
    let more = vec![Facet::new("route", "cases-route", roads(words, &app)), since(words)];
    let mut narrow = Narrow::new(words, &app, &who, &lists, &query, (false, more));
    narrow.form = narrow.form.filled("route", times.route.to_string());
    let view = TimesPage {
        tabs: tabs(&page, super::HREF),
        parts: parts(&page, TIMES),
        narrow,
        csv: with_question("/steering/flow/times.csv", &query),
        road: road_name(words, &app, &times.route, times.version),
        rows: used.map(|it| row(words, &app, &query, (&times, chosen), it)).collect(),
        shown: chosen.map(|it| shown(words, &app, &times, it)),
        page: page.titled("flow-times-title").under(super::HREF, "steering-tab-flow"),
    };
    Ok(view.page.render(&view))
}

/// `GET /steering/flow/times.csv`: every step of the road.
pub(super) async fn download(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let times = found(&app, &who, &page, &query).await?;
    let words = page.words;
    let heads = ["route", "step", "name", "times", "done", "open", "left", "median_days"];
    let more = ["median_low", "median_high", "three_quarters_days", "three_quarters_low"];
    let last = ["three_quarters_high", "in_time", "with_term"];
    let heads: Vec<String> = heads.into_iter().chain(more).chain(last).map(str::to_owned).collect();
    let blank = |it: Option<u32>| it.map(|it| it.to_string()).unwrap_or_default();
    let lines = times.steps.iter().map(|it| {
        let name = step_name(words, &app, (&times.route, times.version), &it.step);
        let mut cells = vec![times.route.to_string(), it.step.to_string(), name];
        let counts = [it.times, it.curve.ended(), it.open, it.left];
        cells.extend(counts.map(|it| it.to_string()));
        for share in [0.5, 0.75] {
            let of = it.curve.quantile(share);
            let of = if it.curve.ended() < LEAST { [None; 3] } else { [of.time, of.low, of.high] };
            cells.extend(of.map(blank));
        }
        cells.extend([it.in_time.0, it.in_time.1].map(|it| it.to_string()));
        cells
    });
    Ok(csv("times.csv", [heads].into_iter().chain(lines)))
}
