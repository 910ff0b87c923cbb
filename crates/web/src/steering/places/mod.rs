//! Room and placements in the parts of the city: a map, the same map of each year, and a table.

mod figures;
mod look;
mod table;

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use sleutel_actions::{
    App, Who,
    policy::{self, Action, Reach},
    steering::{self, Places},
};
use sleutel_words::Words;

use self::{
    figures::{Measure, Scale},
    look::{Look, OUT},
    table::Line,
};
use super::{Years, asked_year, tabs};
use crate::{
    Acting, Form, Page, Problem, Query,
    homes::{
        areas::city::{self, City},
        csv,
    },
    listing::{SortHead, encode},
    map::{self, MapArea, MapView, SmallMap},
    refused,
    show::{Choice, Tab},
};

/// The address of the page.
pub(super) const HREF: &str = "/steering/map";

/// How many names fit on a map.
const NAMES: usize = 30;

#[derive(Debug, Template)]
#[template(path = "steering/places/places.html")]
struct PlacesPage {
    page: Page,
    tabs: Vec<Tab>,
    years: Years,
    year: i16,
    form: Form,
    parts: Vec<Choice>,
    levels: Vec<Choice>,
    measures: Vec<Choice>,
    shows: Vec<Choice>,
    said: String,
    exact: bool,
    other: Option<String>,
    map: String,
    small: String,
    one: Option<One>,
    heads: Vec<SortHead>,
    rows: Vec<Line>,
    now: bool,
    columns: Vec<String>,
    measure: String,
    csv: String,
    empty: bool,
}

/// The part that is looked at, with where to go on from there.
#[derive(Debug)]
struct One {
    name: String,
    facts: Vec<(String, String)>,
    links: Vec<(String, String)>,
}

async fn load(app: &App, who: &Who, page: &Page, query: &Query) -> Result<Places, Problem> {
    let exact = query.get("exact") == "yes";
    let places = steering::places(app, who, asked_year(query, app), exact).await;
    places.map_err(refused::problem_on(page))
}

/// `GET /steering/map`.
pub(super) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let places = load(&app, &who, &page, &query).await?;
    let view = view(page, &app, &places, &query).ok_or_else(Problem::not_found)?;
    Ok(view.page.render(&view))
}

/// `GET /steering/map.csv`: the table with every year; small counts are always hidden in it.
pub(super) async fn download(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let asked = asked_year(&query, &app);
    let places = steering::places(&app, &who, asked, false).await;
    let places = places.map_err(refused::problem_on(&page))?;
    let city = City::new(&places.city);
    let look = Look::read(&city, &places, &query).ok_or_else(Problem::not_found)?;
    let now = asked == app.today().year();
    let rows = table::file(page.words, &city, &places, &look, now);
    Ok(csv(&format!("{}-{asked}.csv", page.t("places-file")), rows))
}

/// The address of this page with one part looked at.
fn href(query: &Query, code: &str) -> String {
    let kept = query.without(&["area", "level", "page"]);
    let area = if code.is_empty() { String::new() } else { format!("area={}", encode(code)) };
    let both = [kept, area].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("&");
    if both.is_empty() { HREF.to_owned() } else { format!("{HREF}?{both}") }
}

fn view(page: Page, app: &App, places: &Places, query: &Query) -> Option<PlacesPage> {
    let city = City::new(&places.city);
    let look = Look::read(&city, places, query)?;
    let words = page.words;
    let year = places.city.year;
    let scale = Scale::of(places);
    let name = look.focus.and_then(|at| city.part(at)).map(|it| it.name.clone());
    let title = match &name {
        Some(name) => page.t2("places-title-in", "name", name, "year", year.to_string()),
        None => page.t1("places-title", "year", year.to_string()),
    };
    let areas: Vec<MapArea> =
        look.drawn.iter().filter_map(|at| drawn(words, &city, places, &look, query, *at)).collect();
    let known = areas.iter().any(|it| !it.rings.is_empty());
    let map_view = MapView {
        label: title.clone(),
        legend: scale.legend(words, look.measure),
        up: up(&page, &city, &look, query),
        names: areas.len() <= NAMES,
        outlined: Some(page.t("places-outlined")),
        reading: Some(page.t("places-reading")),
        ..MapView::default()
    };
    let other = places.may_exact.then(|| {
        let exact = if places.exact { "" } else { "yes" };
        format!("{HREF}{}", query.with("exact", exact))
    });
    let choice = |code: &str, label: String| Choice::new(code, label);
    let now = year == app.today().year();
    Some(PlacesPage {
        tabs: tabs(&page, HREF),
        years: Years::around(HREF, year, app),
        year,
        form: Form::new()
            .filled("area", query.get("area"))
            .filled("level", look.level.code())
            .filled("measure", look.measure.code())
            .filled("show", query.get("show")),
        parts: choices(words, &city),
        levels: look.levels.iter().map(|it| choice(it.code(), words.name(it))).collect(),
        measures: Measure::ALL.map(|it| choice(it.code(), page.t(it.key()))).to_vec(),
        shows: vec![choice(OUT, page.t("places-show-out"))],
        said: said(words, places, &look),
        exact: places.exact,
        other,
        map: if known { map::svg(&page, &areas, &map_view) } else { String::new() },
        small: if known {
            small(&page, places, &look, scale, query, &areas)
        } else {
            String::new()
        },
        one: one(&page, &city, places, &look, now),
        heads: table::heads(query, look.sorted, now),
        rows: look
            .rows
            .iter()
            .filter_map(|at| Line::new(words, &city, places, look.measure, *at, query))
            .collect(),
        now,
        columns: places.years.iter().map(i16::to_string).collect(),
        measure: page.t(look.measure.key()),
        csv: format!("/steering/map.csv{}", query.with("exact", "")),
        empty: places.parts.is_empty(),
        page: page.called(title),
    })
}

/// The sentence at the top.
fn said(words: Words, places: &Places, look: &Look) -> String {
    let last = |at: &usize| places.parts.get(*at).and_then(|it| it.years.last());
    let out = look.drawn.iter().filter_map(last).filter(|it| it.stands_out).count();
    let whole = places.whole.years.last();
    let values = [
        ("placed", whole.map(|it| figures::told(words, it.placed)).unwrap_or_default().into()),
        ("rate", figures::rate(words, whole.and_then(|it| it.rate())).into()),
        ("out", u32::try_from(out).unwrap_or(u32::MAX).into()),
    ];
    words.t_with("places-said", &values)
}

fn drawn(
    words: Words,
    city: &City<'_>,
    places: &Places,
    look: &Look,
    query: &Query,
    at: usize,
) -> Option<MapArea> {
    let part = city.part(at)?;
    let year = places.parts.get(at)?.years.last()?;
    let code = city::code(part)?;
    let mark = match look.measure {
        Measure::Placed => year.placed.count(),
        Measure::Room => year.room.least(),
    };
    Some(MapArea {
        code: code.to_string(),
        name: part.name.clone(),
        rings: city.rings(at),
        class: Scale::of(places).class(look.measure, year),
        href: href(query, code.as_str()),
        title: figures::title(words, &part.name, year),
        mark: mark.map(|it| it.to_string()).unwrap_or_default(),
        current: look.current == Some(at),
        outlined: year.stands_out,
    })
}

fn small(
    page: &Page,
    places: &Places,
    look: &Look,
    scale: Scale,
    query: &Query,
    areas: &[MapArea],
) -> String {
    let words = page.words;
    let maps = places.years.iter().enumerate().map(|(at, year)| {
        let of = |part: &usize| places.parts.get(*part).and_then(|it| it.years.get(at));
        let class = |it: &usize| of(it).map_or(0, |it| scale.class(look.measure, it));
        let whole = places.whole.years.get(at).and_then(|it| look.measure.of(it));
        SmallMap {
            label: year.to_string(),
            figure: figures::rate(words, whole),
            href: format!("{HREF}{}", query.with("year", &year.to_string())),
            current: *year == places.city.year,
            classes: look.drawn.iter().map(class).collect(),
        }
    });
    map::small(page, areas, &maps.collect::<Vec<_>>())
}

/// Where going up leads from a part.
fn up(page: &Page, city: &City<'_>, look: &Look, query: &Query) -> Option<(String, String)> {
    let from = look.current.or(look.focus)?;
    let parent = city.parent(from).and_then(|at| city.part(at));
    let to = parent.and_then(|it| Some((city::code(it)?, it.name.clone())));
    Some(match to {
        Some((code, name)) => (href(query, code.as_str()), page.t1("areas-zoom-out", "name", name)),
        None => (href(query, ""), page.t("areas-whole-city")),
    })
}

/// Every part that has parts, larger ones first.
fn choices(words: Words, city: &City<'_>) -> Vec<Choice> {
    let with_parts = city.below(None).into_iter().filter(|at| city.has_children(*at));
    with_parts
        .filter_map(|at| {
            let part = city.part(at)?;
            let label = format!("{}: {}", words.name(&part.level), part.name);
            Some(Choice::new(city::code(part)?.to_string(), label))
        })
        .collect()
}

/// The part that was chosen, with the lists behind it for whoever may open them.
fn one(page: &Page, city: &City<'_>, places: &Places, look: &Look, now: bool) -> Option<One> {
    let at = look.current.or(look.focus)?;
    let (part, figures) = (city.part(at)?, places.parts.get(at)?);
    let year = figures.years.last()?;
    let words = page.words;
    let mut facts = vec![
        (page.t("places-placed"), figures::told(words, year.placed)),
        (page.t("places-rate"), figures::rate(words, year.rate())),
        (page.t("places-bounds"), figures::bounds(words, year)),
        (page.t("places-room"), figures::room(words, year.room)),
        (page.t("places-homes"), year.homes.map_or_else(|| "–".to_owned(), |it| words.number(it))),
    ];
    if now {
        facts.insert(2, (page.t("places-under-way"), figures::told(words, figures.under_way)));
    }
    let code = encode(city::code(part)?.as_str());
    let may = |action| {
        let viewer = page.viewer.as_ref();
        viewer.is_some_and(|it| policy::reach(it.role, action) != Reach::Nothing)
    };
    let mut links = Vec::new();
    if may(Action::SeeHomes) {
        links.push((format!("/areas/{code}"), page.t("places-to-homes")));
    }
    if may(Action::ListCases) {
        links.push((format!("/cases?view=all&area={code}"), page.t("places-to-cases")));
    }
    Some(One { name: part.name.clone(), facts, links })
}
