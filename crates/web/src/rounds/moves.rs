//! Who moves where: the homes of a proposal on the map, with the room around them.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::response::Response;
use sleutel_actions::{
    ActionError, homes,
    homes::CityMap,
    rounds::{self, LineView, Made, RoundView},
};
use sleutel_domain::{
    AreaCode, Reference,
    homes::Place,
    participants::Direction,
    placement::{Bound, BoundUse, Candidate},
};
use sleutel_words::Words;

use super::{
    Visit, asked,
    filter::{around, lies_in},
    places::{Look, Parts},
    refuse,
};
use crate::{
    Form, Page, Pager, Query,
    listing::encode,
    map::{MapLine, MapView},
    show::{Choice, Tab, Tone},
};

/// Rows on one page of the table.
const PER_PAGE: u32 = 50;

/// What a part of the city gets.
#[derive(Debug, Clone, Default)]
struct Gets {
    homes: u32,
    /// Households that come where they wish to live, and near their own people.
    wished: u32,
    near: u32,
}

/// The least room here and in every part around it, before and after; `None` when nothing
/// limits it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Room {
    before: Option<u32>,
    after: Option<u32>,
}

/// A row of the table.
#[derive(Debug)]
struct Row {
    href: String,
    name: String,
    within: String,
    homes: u32,
    room: String,
    full: bool,
    wished: u32,
    near: u32,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "rounds/moves.html")]
struct MovesPage {
    page: Page,
    base: String,
    question: String,
    lead: String,
    form: Form,
    field: Option<(&'static str, i64)>,
    levels: Vec<Tab>,
    level: &'static str,
    lines: Vec<Choice>,
    map: String,
    rows: Vec<Row>,
    pager: Pager,
    hidden: usize,
}

/// `GET /rounds/{id}/map`.
pub(super) async fn map(visit: Visit) -> Response {
    match found(&visit).await {
        Ok((view, map)) => {
            let view = shown(visit.page, &view, &map, &visit.query);
            view.page.render(&view)
        }
        Err(error) => refuse(&visit.page, &error),
    }
}

async fn found(visit: &Visit) -> Result<(RoundView, CityMap), ActionError> {
    let Visit { app, who, id, query, .. } = visit;
    let view = rounds::view(app, who, *id, asked::asked(query)).await?;
    if view.current.is_none() {
        return Err(sleutel_actions::Hold::NothingProposed.into());
    }
    Ok((view, homes::city_map(app, who).await?))
}

fn shown(page: Page, view: &RoundView, map: &CityMap, query: &Query) -> MovesPage {
    let base = format!("/rounds/{}", view.round.id);
    let question = asked::question(view.which());
    let page = page
        .titled("rounds-map")
        .under("/rounds", "nav-rounds")
        .under_named(base.clone(), view.round.name.as_str());
    let words = page.words;
    let parts = Parts::new(map, &view.names, query);
    let gets = gets(view, &parts);
    let uses = uses(view);
    let steps = steps(gets.values().map(|it| it.homes).max().unwrap_or(0));
    let lines_href = |code: &AreaCode| {
        let mark = if question.is_empty() { "?" } else { "&" };
        format!("{base}{question}{mark}area={}#lines", encode(code.as_str()))
    };
    let mut looks = BTreeMap::new();
    let mut rows = Vec::new();
    for (code, name) in parts.all() {
        let got = gets.get(code).cloned().unwrap_or_default();
        let room = room(view, &uses, code);
        let full = room.after == Some(0);
        let room = room_in_words(words, room);
        looks.insert(
            code.clone(),
            Look {
                class: class(got.homes, steps),
                title: words.t_with(
                    "rounds-map-part",
                    &[
                        ("name", name.into()),
                        ("homes", got.homes.into()),
                        ("room", room.as_str().into()),
                        ("wished", got.wished.into()),
                        ("near", got.near.into()),
                    ],
                ),
                mark: if got.homes > 0 { got.homes.to_string() } else { String::new() },
                outlined: full,
                href: if got.homes > 0 { lines_href(code) } else { String::new() },
            },
        );
        if got.homes > 0 {
            rows.push(Row {
                href: lines_href(code),
                name: name.to_owned(),
                within: parts.within(code),
                homes: got.homes,
                room,
                full,
                wished: got.wished,
                near: got.near,
            });
        }
    }
    rows.sort_by(|a, b| b.homes.cmp(&a.homes).then_with(|| a.name.cmp(&b.name)));
    let pager = Pager::new(query, u32::try_from(rows.len()).unwrap_or(u32::MAX), PER_PAGE);
    let skip = usize::try_from(pager.offset()).unwrap_or(usize::MAX);
    let made = view.outcomes.find(view.which());
    let called = made.map(|it: Made| asked::called(words, &it)).unwrap_or_default();
    let drawn = MapView {
        label: page.t1("rounds-map-of", "name", called.as_str()),
        legend: legend(&page, steps),
        reading: Some(page.t("rounds-map-reading")),
        outlined: looks.values().any(|it| it.outlined).then(|| page.t("rounds-map-full")),
        line_words: page.t("rounds-map-line"),
        ..MapView::default()
    };
    let lines = lines(view, &parts, query.get("lines"));
    MovesPage {
        lead: page.t1("rounds-map-lead", "name", called),
        form: Form::new().filled("lines", query.get("lines")),
        field: asked::pair(asked::asked(query)),
        level: parts.level.code(),
        levels: parts.tabs(&page, query, ""),
        lines: if view.lines.iter().any(|it| it.household.may_open) {
            ["network", "wish"]
                .into_iter()
                .zip(["rounds-map-lines-network", "rounds-map-lines-wish"])
                .map(|(value, key)| Choice::new(value, page.t(key)))
                .collect()
        } else {
            Vec::new()
        },
        map: parts.draw(&page, &looks, &Look::default(), drawn, lines),
        rows: rows.into_iter().skip(skip).take(50).collect(),
        pager,
        hidden: view.hidden,
        question,
        base,
        page,
    }
}

/// From how many homes on a part falls in the second class of the legend and those after it.
/// Districts get more homes than neighbourhoods: the steps go with the largest.
fn steps(most: u32) -> [u32; 4] {
    if most < 20 { [1, 2, 4, 8] } else { [1, 10, 20, 40] }
}

/// Where a number of homes falls in the legend.
fn class(homes: u32, steps: [u32; 4]) -> usize {
    steps.iter().filter(|step| homes >= **step).count()
}

fn legend(page: &Page, steps: [u32; 4]) -> Vec<String> {
    let mut words = vec![page.t("rounds-map-none")];
    for pair in steps.windows(2) {
        let (from, to) = (pair[0], pair[1] - 1);
        words.push(if from == to {
            page.t1("rounds-map-just", "homes", from)
        } else {
            page.t2("rounds-map-range", "from", from, "to", to)
        });
    }
    words.push(page.t1("rounds-map-more", "from", steps[3]));
    words
}

fn gets(view: &RoundView, parts: &Parts<'_>) -> BTreeMap<AreaCode, Gets> {
    let mut all: BTreeMap<AreaCode, Gets> = BTreeMap::new();
    for line in &view.lines {
        let place = Place::Area(line.home.neighbourhood.clone());
        let Some(code) = parts.of(&place) else { continue };
        let got = all.entry(code).or_default();
        got.homes += 1;
        got.wished += u32::from(line.placement.fit.wish > 0);
        got.near += u32::from(line.placement.fit.network > 0);
    }
    all
}

fn uses(view: &RoundView) -> BTreeMap<&Place, &BoundUse> {
    let all = view.current.iter().flat_map(|(_, solved)| &solved.proposal.bounds);
    all.filter_map(|it| match &it.bound {
        Bound::Area(place) => Some((place, it)),
        Bound::Group(_) | Bound::Association(_) => None,
    })
    .collect()
}

fn room(view: &RoundView, uses: &BTreeMap<&Place, &BoundUse>, code: &AreaCode) -> Room {
    let left = |it: &BoundUse, used: u32| it.upper.map(|upper| upper.saturating_sub(used));
    let limits: Vec<&BoundUse> =
        around(&view.names, code).filter_map(|place| uses.get(&place).copied()).collect();
    Room {
        before: limits.iter().filter_map(|it| left(it, it.before)).min(),
        after: limits.iter().filter_map(|it| left(it, it.after)).min(),
    }
}

fn room_in_words(words: Words, room: Room) -> String {
    match (room.before, room.after) {
        (Some(before), Some(after)) => {
            words.t_with("rounds-map-room", &[("before", before.into()), ("after", after.into())])
        }
        (_, None) | (None, _) => words.t("rounds-map-no-limit"),
    }
}

/// From where people have their own people, or wish to live, to where they go; only of files
/// this person may open, and only where somebody goes elsewhere.
fn lines(view: &RoundView, parts: &Parts<'_>, kind: &str) -> Vec<MapLine> {
    let Some((_, solved)) = &view.current else { return Vec::new() };
    let candidates: BTreeMap<&Reference, &Candidate> =
        solved.input.candidates.iter().map(|it| (&it.reference, it)).collect();
    let mut counts: BTreeMap<(AreaCode, AreaCode), u32> = BTreeMap::new();
    for line in view.lines.iter().filter(|it| it.household.may_open) {
        let Some(candidate) = candidates.get(&line.household.reference) else { continue };
        let home = Place::Area(line.home.neighbourhood.clone());
        let Some(to) = parts.of(&home) else { continue };
        for from in goes_from(view, parts, line, candidate, kind) {
            if from != to {
                *counts.entry((from, to.clone())).or_default() += 1;
            }
        }
    }
    counts
        .into_iter()
        .map(|((from, to), count)| MapLine { from: from.to_string(), to: to.to_string(), count })
        .collect()
}

/// The parts one household comes from; none when the home lies in one of the places.
fn goes_from(
    view: &RoundView,
    parts: &Parts<'_>,
    line: &LineView,
    candidate: &Candidate,
    kind: &str,
) -> BTreeSet<AreaCode> {
    let places: Vec<&Place> = match kind {
        "network" => candidate.network.iter().collect(),
        "wish" => candidate
            .wishes
            .iter()
            .filter(|it| it.direction == Direction::Prefer)
            .map(|it| &it.place)
            .collect(),
        _ => Vec::new(),
    };
    let home = &line.home.neighbourhood;
    let within = |place: &Place| match place {
        Place::Area(code) => lies_in(&view.names, home, code.as_str()),
        Place::Street { neighbourhood, .. } => neighbourhood == home,
        Place::Complex(_) => view.names.parent(place) == Some(&Place::Area(home.clone())),
    };
    if places.iter().any(|place| within(place)) {
        return BTreeSet::new();
    }
    places.into_iter().filter_map(|place| parts.of(place)).collect()
}

#[cfg(test)]
mod tests {
    use super::{class, steps};

    #[test]
    fn more_homes_never_look_like_fewer() {
        for most in [5, 60] {
            let looks: Vec<usize> = (0..60).map(|homes| class(homes, steps(most))).collect();
            assert!(looks.is_sorted());
            assert_eq!((looks[0], looks[1], looks[59]), (0, 1, 4));
        }
    }
}
