//! The figures of the map as a table and as a file.

use sleutel_actions::steering::Places;
use sleutel_domain::steering::FEW;
use sleutel_words::Words;

use super::{figures, figures::Measure, href, look::Look};
use crate::{
    Query,
    homes::areas::city::{self, City},
    listing::SortHead,
};

/// One part in the table.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) href: String,
    pub(super) name: String,
    pub(super) within: String,
    pub(super) placed: String,
    pub(super) rate: String,
    pub(super) under_way: String,
    pub(super) bounds: String,
    pub(super) room: String,
    pub(super) stands_out: bool,
    /// What the map shows, year by year.
    pub(super) years: Vec<String>,
}

impl Line {
    pub(super) fn new(
        words: Words,
        city: &City<'_>,
        places: &Places,
        measure: Measure,
        at: usize,
        query: &Query,
    ) -> Option<Self> {
        let (part, figures) = (city.part(at)?, places.parts.get(at)?);
        let year = figures.years.last()?;
        let years = figures.years.iter().map(|it| figures::rate(words, measure.of(it)));
        Some(Self {
            href: href(query, city::code(part)?.as_str()),
            name: part.name.clone(),
            within: city.within(at),
            placed: figures::told(words, year.placed),
            rate: figures::rate(words, year.rate()),
            under_way: figures::told(words, figures.under_way),
            bounds: figures::bounds(words, year),
            room: figures::room(words, year.room),
            stands_out: year.stands_out,
            years: years.collect(),
        })
    }
}

/// The heads that can be sorted by. What is under way is so now, not in a year that is over.
pub(super) fn heads(query: &Query, sorted: (&str, bool), now: bool) -> Vec<SortHead> {
    let all = [
        ("name", "areas-column-name", false),
        ("within", "areas-column-within", false),
        ("placed", "places-placed", true),
        ("rate", "places-rate", true),
        ("under-way", "places-under-way", true),
        ("room", "places-room", true),
    ];
    all.into_iter()
        .filter(|(column, ..)| now || *column != "under-way")
        .map(|(column, key, numeric)| SortHead::new(query, sorted, column, key, numeric))
        .collect()
}

/// The rows of the file, heads first: the figures of the year, and what came of each year.
pub(super) fn file(
    words: Words,
    city: &City<'_>,
    places: &Places,
    look: &Look,
    now: bool,
) -> Vec<Vec<String>> {
    let mut heads: Vec<String> = [
        "homes-column-code",
        "areas-column-name",
        "areas-column-level",
        "areas-column-within",
        "places-homes",
        "areas-column-floor",
        "areas-column-ceiling",
        "places-room",
        "places-stands-out-head",
    ]
    .map(|key| words.t(key))
    .to_vec();
    if now {
        heads.push(words.t("places-under-way"));
    }
    for year in &places.years {
        let year = year.to_string();
        heads.push(words.t_with("places-file-placed", &[("year", year.as_str().into())]));
        heads.push(words.t_with("places-file-rate", &[("year", year.as_str().into())]));
    }
    let rows = look.rows.iter().filter_map(|at| row(words, city, places, *at, now));
    std::iter::once(heads).chain(rows).collect()
}

fn row(
    words: Words,
    city: &City<'_>,
    places: &Places,
    at: usize,
    now: bool,
) -> Option<Vec<String>> {
    let (part, figures) = (city.part(at)?, places.parts.get(at)?);
    let year = figures.years.last()?;
    let some = |it: Option<u32>| it.map(|it| it.to_string()).unwrap_or_default();
    let count = |it: sleutel_domain::steering::Told| {
        it.count().map_or_else(|| words.t("places-hidden"), |it| it.to_string())
    };
    // A ceiling that is itself a small number says what a hidden count beside it can be.
    let tells = year.placed.count().is_none() && year.upper.is_some_and(|it| it < FEW);
    let bound = |it: String| if tells { words.t("places-hidden") } else { it };
    let mut cells = vec![
        city::code(part)?.to_string(),
        part.name.clone(),
        words.name(&part.level),
        city.within(at),
        some(year.homes),
        bound(year.lower.to_string()),
        bound(some(year.upper)),
        bound(figures::room(words, year.room)),
        words.t(if year.stands_out { "places-yes" } else { "places-no" }),
    ];
    if now {
        cells.push(count(figures.under_way));
    }
    for year in &figures.years {
        cells.push(count(year.placed));
        cells.push(year.rate().map(|it| words.decimal(it, 1)).unwrap_or_default());
    }
    Some(cells)
}
