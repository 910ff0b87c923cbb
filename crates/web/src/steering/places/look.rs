//! What part of the city is looked at, at which level, by which measure.

use sleutel_actions::steering::{PlaceYears, Places};
use sleutel_domain::homes::AreaLevel;

use super::figures::Measure;
use crate::{Query, homes::areas::city::City};

/// What the address asks for.
#[derive(Debug)]
pub(super) struct Look {
    /// The part whose parts are shown; `None` for the whole city.
    pub(super) focus: Option<usize>,
    /// The part itself when it has no smaller parts: then it is shown among those beside it.
    pub(super) current: Option<usize>,
    pub(super) level: AreaLevel,
    pub(super) levels: Vec<AreaLevel>,
    pub(super) measure: Measure,
    /// The parts that are drawn.
    pub(super) drawn: Vec<usize>,
    /// The parts in the table, in its order.
    pub(super) rows: Vec<usize>,
    pub(super) sorted: (&'static str, bool),
}

pub(super) const COLUMNS: [&str; 6] = ["name", "within", "placed", "rate", "under-way", "room"];

/// Only parts that have room and few placements.
pub(super) const OUT: &str = "out";

impl Look {
    /// Reads it; `None` when it names a part that is not there.
    pub(super) fn read(city: &City<'_>, places: &Places, query: &Query) -> Option<Self> {
        let mut focus = match query.get("area") {
            "" => None,
            code => Some(city.find(code)?),
        };
        let current = focus.filter(|at| !city.has_children(*at));
        if let Some(at) = current {
            focus = city.parent(at);
        }
        let levels = city.levels(focus);
        // Going down is one level at a time; the whole city begins with its smallest parts.
        let usual = if focus.is_some() { levels.first() } else { levels.last() };
        let own = current.and_then(|at| city.part(at)).map(|it| it.level);
        let level = AreaLevel::from_code(query.get("level"))
            .filter(|level| levels.contains(level))
            .or(own)
            .or(usual.copied())
            .unwrap_or(AreaLevel::Neighbourhood);
        let asked = query.get("measure");
        let measure = Measure::ALL.into_iter().find(|it| it.code() == asked);
        let sorted = query.sort(&COLUMNS, ("name", false));
        let drawn = city.at_level(focus, level);
        let last = |at: usize| places.parts.get(at).and_then(|it| it.years.last());
        let out = |at: &usize| last(*at).is_some_and(|it| it.stands_out);
        let all = query.get("show") != OUT;
        let mut rows: Vec<usize> = drawn.iter().copied().filter(|at| all || out(at)).collect();
        sort(city, &places.parts, &mut rows, sorted);
        let measure = measure.unwrap_or(Measure::Placed);
        Some(Self { focus, current, level, levels, measure, drawn, rows, sorted })
    }
}

fn sort(city: &City<'_>, parts: &[PlaceYears], rows: &mut [usize], (by, down): (&str, bool)) {
    let part = |at: usize| parts.get(at);
    let last = |at: usize| part(at).and_then(|it| it.years.last());
    let name = |at: usize| city.part(at).map(|it| it.name.as_str());
    rows.sort_by(|&a, &b| {
        // What is not told comes before every figure.
        let order = match by {
            "within" => city.within(a).cmp(&city.within(b)),
            "placed" => {
                let count = |at| last(at).and_then(|it| it.placed.count());
                count(a).cmp(&count(b))
            }
            "rate" => {
                let rate = |at| last(at).and_then(|it| it.rate()).unwrap_or(-1.0);
                rate(a).total_cmp(&rate(b))
            }
            "under-way" => {
                let count = |at| part(at).and_then(|it| it.under_way.count());
                count(a).cmp(&count(b))
            }
            "room" => {
                // No limit is more room than any number.
                let room = |at| last(at).map(|it| it.room.least().unwrap_or(u32::MAX));
                room(a).cmp(&room(b))
            }
            _ => name(a).cmp(&name(b)),
        };
        let order = if down { order.reverse() } else { order };
        order.then_with(|| name(a).cmp(&name(b)))
    });
}
