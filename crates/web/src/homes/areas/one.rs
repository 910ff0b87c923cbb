use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::Response,
};
use sleutel_actions::{
    App,
    homes::{self, CityMap, MapArea as Part, OpenHome},
};
use sleutel_words::Words;

use super::{
    city::{self, City},
    overview::{self, Line},
};
use crate::{
    Acting, Crumb, Page, Problem, Query,
    homes::{
        numbers,
        shared::{self, HomeRow},
    },
    listing::{SortHead, encode},
    refused,
    show::Bar,
};

/// Free homes shown on the page of a part; the list of homes has them all.
const MOST_HOMES: usize = 100;

#[derive(Debug, Template)]
#[template(path = "homes/areas/one.html")]
struct AreaPage {
    page: Page,
    level: String,
    path: Vec<Crumb>,
    bar: Bar,
    text: String,
    numbers: Vec<(String, String)>,
    figures: Vec<(String, String)>,
    source: Option<String>,
    map: String,
    zoom: Option<String>,
    heads: Vec<SortHead>,
    children: Vec<Line>,
    homes: Vec<HomeRow>,
    more: usize,
}

/// `GET /areas/{code}`.
pub(crate) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(wanted): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let map = homes::city_map(&app, &who).await.map_err(refused::problem_on(&page))?;
    let city = City::new(&map);
    let at = city.find(&wanted).ok_or_else(Problem::not_found)?;
    let part = city.part(at).ok_or_else(Problem::not_found)?;
    let code = city::code(part).ok_or_else(Problem::not_found)?;
    let (open, names) =
        homes::open_homes_in(&app, &who, code).await.map_err(refused::problem_on(&page))?;
    let words = page.words;
    let homes = |homes: &[OpenHome]| {
        homes.iter().take(MOST_HOMES).map(|it| HomeRow::new(words, &names, it)).collect()
    };
    let query = Query::parse(raw.as_deref());
    let (children, heads) = children(&city, at, &query);
    let view = AreaPage {
        level: words.name(&part.level),
        path: path(&city, at),
        bar: numbers::bar(part.agreed),
        text: numbers::bar_text(words, part.agreed),
        numbers: year(&page, &city, at, part, &map),
        figures: figures(words, part),
        source: part.figures.as_ref().map(|it| {
            let year = it.year.to_string();
            page.t2("areas-source", "source", it.source.to_string(), "year", year)
        }),
        map: little_map(&page, &city, at, part),
        zoom: city.has_children(at).then(|| format!("/areas?area={}", encode(code.as_str()))),
        heads,
        children: children.iter().filter_map(|it| Line::new(words, &city, *it)).collect(),
        homes: homes(&open),
        more: open.len().saturating_sub(MOST_HOMES),
        page: page.called(part.name.clone()).under("/areas", "nav-areas"),
    };
    Ok(view.page.render(&view))
}

fn path(city: &City<'_>, at: usize) -> Vec<Crumb> {
    let mut path: Vec<_> = std::iter::successors(city.parent(at), |at| city.parent(*at))
        .filter_map(|at| city.part(at))
        .filter_map(|it| {
            Some(Crumb { href: shared::area_href(city::code(it)?), label: it.name.clone() })
        })
        .collect();
    path.reverse();
    path
}

fn children(city: &City<'_>, at: usize, query: &Query) -> (Vec<usize>, Vec<SortHead>) {
    let level = city.levels(Some(at)).first().copied();
    let mut rows = level.map(|level| city.at_level(Some(at), level)).unwrap_or_default();
    let sorted = query.sort(&overview::COLUMNS, ("name", false));
    overview::sort(city, &mut rows, sorted);
    (rows, overview::heads(query, sorted))
}

fn year(
    page: &Page,
    city: &City<'_>,
    at: usize,
    part: &Part,
    map: &CityMap,
) -> Vec<(String, String)> {
    let words = page.words;
    let none = || page.t("areas-room-none");
    let mut rows = vec![
        (page.t("homes-free"), words.number(part.free)),
        (page.t("areas-column-realised"), words.number(part.agreed.realised)),
        (page.t("areas-column-floor"), words.number(part.agreed.lower)),
        (
            page.t("areas-column-ceiling"),
            part.agreed.upper.map_or_else(none, |it| words.number(it)),
        ),
        (page.t("areas-column-room"), numbers::room(words, part.room)),
    ];
    if let Some(load) = part.load {
        rows.push((page.t("areas-load"), numbers::load(words, load)));
    }
    if let Some(share) = city.share(at) {
        rows.push((page.t("areas-column-share"), words.decimal(share, 1)));
    }
    rows.push((page.t("homes-year"), map.year.to_string()));
    rows
}

fn figures(words: Words, part: &Part) -> Vec<(String, String)> {
    let Some(it) = &part.figures else { return Vec::new() };
    let whole = |it: Option<u32>| it.map(|it| words.number(it));
    [
        ("areas-households", whole(it.households)),
        ("areas-inhabitants", whole(it.inhabitants)),
        ("areas-average-household", it.average_household.map(|it| words.decimal(it, 1))),
        ("areas-owner-occupied", it.owner_occupied.map(|it| words.percent(it / 100.0, 0))),
        ("areas-surface", whole(it.surface_ha)),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some((words.t(key), value?)))
    .collect()
}

/// The parts of a part, or the part among its neighbours when it has none.
fn little_map(page: &Page, city: &City<'_>, at: usize, part: &Part) -> String {
    let (rows, current) = if city.has_children(at) {
        let level = city.levels(Some(at)).first().copied();
        (level.map(|level| city.at_level(Some(at), level)).unwrap_or_default(), None)
    } else {
        (city.at_level(city.parent(at), part.level), Some(at))
    };
    overview::drawing(page, city, &rows, current, None, part.name.clone())
}
