//! Which lines of a proposal are wanted, in which order, on which page.

use std::collections::BTreeMap;

use sleutel_actions::{
    homes::AreaNames,
    rounds::{LineView, RoundView},
};
use sleutel_domain::{AreaCode, homes::Place};

use super::names::{address, district};
use crate::{Form, Pager, Query, show::Choice};

/// Lines on one page.
pub(super) const PER_PAGE: u32 = 50;

/// The names of the filters in an address, the order last.
const NAMES: [&str; 8] =
    ["q", "state", "group", "association", "district", "area", "ground", "sort"];

/// The filters as the form shows them.
pub(super) fn form(query: &Query) -> Form {
    NAMES.into_iter().fold(Form::new(), |form, name| form.filled(name, query.get(name)))
}

/// The lines the filters leave, in the order asked for.
pub(super) fn lines<'a>(query: &Query, view: &'a RoundView) -> Vec<&'a LineView> {
    let mut lines: Vec<&LineView> =
        view.lines.iter().filter(|line| wanted(query, view, line)).collect();
    match query.get("sort") {
        "waiting" => lines.sort_by_key(|it| std::cmp::Reverse(it.placement.weeks_waited)),
        "fit" => lines.sort_by_key(|it| std::cmp::Reverse(it.placement.fit.total())),
        "street" => lines.sort_by_key(|it| address(&it.home)),
        _ => {}
    }
    lines
}

fn wanted(query: &Query, view: &RoundView, line: &LineView) -> bool {
    let is = |name: &str, value: &str| {
        let wanted = query.get(name);
        wanted.is_empty() || wanted == value
    };
    let state = line.decision.as_ref().map_or("undecided", |it| it.verdict.code());
    let part = district(&view.names, &line.home.neighbourhood)
        .map(|place| view.names.name(&place))
        .unwrap_or_default();
    is("state", state)
        && is("group", line.household.group.as_str())
        && is("association", line.home.association.as_str())
        && is("district", &part)
        && lies_in(&view.names, &line.home.neighbourhood, query.get("area"))
        && (query.get("ground").is_empty() || line.placement.on_ground)
        && has_words(query.get("q"), line)
}

/// Whether a neighbourhood is this part of the city or lies in it; no part is every part.
pub(super) fn lies_in(names: &AreaNames, neighbourhood: &AreaCode, code: &str) -> bool {
    code.is_empty() || around(names, neighbourhood).any(|it| is_area(&it, code))
}

fn is_area(place: &Place, code: &str) -> bool {
    match place {
        Place::Area(it) => it.as_str() == code,
        Place::Complex(_) | Place::Street { .. } => false,
    }
}

/// A neighbourhood and every part of the city around it, smallest first.
pub(super) fn around<'a>(
    names: &'a AreaNames,
    neighbourhood: &AreaCode,
) -> impl Iterator<Item = Place> + use<'a> {
    let start = Place::Area(neighbourhood.clone());
    std::iter::successors(Some(start), |place| names.parent(place).cloned())
}

/// Names are left out: what is searched for stands in the address of the page.
fn has_words(words: &str, line: &LineView) -> bool {
    let words = words.to_lowercase();
    [address(&line.home), line.placement.vacancy.to_string(), line.household.reference.to_string()]
        .iter()
        .any(|it| it.to_lowercase().contains(&words))
}

/// The page of the list: the one asked for, or the one with the home asked for.
pub(super) fn pager(query: &Query, lines: &[&LineView]) -> Pager {
    let total = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    let home = query.get("home");
    let found = lines.iter().position(|it| it.placement.vacancy.as_str() == home);
    // Whoever turns the pages from there no longer asks for that home.
    let bare = query.with("home", "");
    let page = match found.and_then(|at| u32::try_from(at).ok()) {
        Some(at) if query.get("page").is_empty() => at / PER_PAGE + 1,
        Some(_) | None => query.page(),
    };
    let query = Query::parse(bare.strip_prefix('?'));
    let query = Query::parse(query.with("page", &page.to_string()).strip_prefix('?'));
    Pager::new(&query, total, PER_PAGE)
}

/// Each choice once, in the order of its words.
pub(super) fn choices(all: impl Iterator<Item = (String, String)>) -> Vec<Choice> {
    let by_code: BTreeMap<String, String> = all.collect();
    let mut list: Vec<Choice> =
        by_code.into_iter().map(|(code, name)| Choice::new(code, name)).collect();
    list.sort_by(|a, b| a.label.cmp(&b.label));
    list
}
