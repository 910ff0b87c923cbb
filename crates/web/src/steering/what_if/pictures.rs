//! Pictures of the measures of one or more outcomes, with the same in a table.

use sleutel_actions::what_if::{Band, Measure};
use sleutel_words::Words;

use super::{
    chart::{Chart, Line, Table},
    names,
};
use crate::Page;

/// The measures that are shown first.
pub(super) const FIRST: [Measure; 4] =
    [Measure::Housed, Measure::Waiting, Measure::TimeWaited, Measure::InHome];

/// One measure: its picture, and that of the difference.
#[derive(Debug)]
pub(super) struct Picture {
    pub(super) title: String,
    pub(super) chart: Option<Chart>,
    pub(super) difference: Option<Chart>,
}

/// What a line is called, how it looks, and its band in a year.
pub(super) struct Series<'a> {
    pub(super) name: String,
    pub(super) look: usize,
    pub(super) years: usize,
    pub(super) band: Box<dyn Fn(usize, Measure) -> Option<Band> + 'a>,
}

/// What a measure counts.
fn titled(words: Words, measure: Measure) -> String {
    let values = [
        ("measure", names::measure(words, measure).into()),
        ("counts", words.t(names::counts(measure).0).into()),
    ];
    words.t_with("what-if-chart-of", &values)
}

/// Measures without a difference.
pub(super) fn picture(page: &Page, measure: Measure, series: &[Series<'_>]) -> Picture {
    let title = titled(page.words, measure);
    Picture { chart: chart(page, &title, measure, series), difference: None, title }
}

/// The same with the difference with the first policy.
pub(super) fn with_difference(
    page: &Page,
    measure: Measure,
    series: &[Series<'_>],
    first: &str,
    differences: &[Series<'_>],
) -> Picture {
    let values = [("measure", names::measure(page.words, measure).into()), ("first", first.into())];
    let title = page.words.t_with("what-if-difference-title", &values);
    let difference = chart(page, &title, measure, differences);
    Picture { difference, ..picture(page, measure, series) }
}

fn chart(page: &Page, title: &str, measure: Measure, series: &[Series<'_>]) -> Option<Chart> {
    let words = page.words;
    let (_, times, digits) = names::counts(measure);
    let lines: Vec<Line> = series
        .iter()
        .map(|it| Line {
            name: it.name.clone(),
            look: it.look,
            points: (0..it.years)
                .map(|year| {
                    let band = (it.band)(year, measure)?;
                    Some([band.low, band.middle, band.high].map(|figure| times * figure))
                })
                .collect(),
        })
        .collect();
    let alt = page.t2("what-if-chart-alt", "title", title, "list", in_words(words, &lines, digits));
    let table = Table {
        label: page.t1("what-if-chart-table-of", "title", title),
        heads: std::iter::once(page.t("what-if-chart-year"))
            .chain(lines.iter().map(|it| it.name.clone()))
            .collect(),
        rows: rows(words, &lines, digits),
    };
    let most = lines
        .iter()
        .flat_map(|it| it.points.iter().flatten().flatten())
        .fold(0.0, |most, it| f64::max(most, it.abs()));
    // Beside a small picture whole numbers would all be the same.
    let digits = if most < 4.0 { digits.max(1) } else { 0 };
    Chart::draw(&lines, (title.to_owned(), alt), table, |it| words.decimal(it, digits))
}

/// From the first year there is a figure to the last.
fn in_words(words: Words, lines: &[Line], digits: usize) -> String {
    let said: Vec<String> = lines
        .iter()
        .filter_map(|line| {
            let figures = || {
                line.points
                    .iter()
                    .enumerate()
                    .filter_map(|(year, it)| it.map(|[_, middle, _]| (year + 1, middle)))
            };
            let (from, first) = figures().next()?;
            let (to, last) = figures().next_back()?;
            let values = [
                ("name", line.name.as_str().into()),
                ("from", from.into()),
                ("first", words.decimal(first, digits).into()),
                ("to", to.into()),
                ("last", words.decimal(last, digits).into()),
            ];
            Some(words.t_with("what-if-chart-alt-of", &values))
        })
        .collect();
    said.join(" ")
}

fn rows(words: Words, lines: &[Line], digits: usize) -> Vec<Vec<String>> {
    let years = lines.iter().map(|it| it.points.len()).max().unwrap_or(0);
    let cell = |line: &Line, year: usize| {
        line.points.get(year).copied().flatten().map_or_else(
            || words.t("what-if-no-figure"),
            |[low, middle, high]| band_in_words(words, [low, middle, high], digits),
        )
    };
    let row = |year: usize| {
        let cells = lines.iter().map(|line| cell(line, year));
        std::iter::once((year + 1).to_string()).chain(cells).collect()
    };
    (0..years).map(row).collect()
}

/// The middle, and between brackets where eight of ten lie.
pub(super) fn band_in_words(words: Words, [low, middle, high]: [f64; 3], digits: usize) -> String {
    let figures = [("low", low), ("middle", middle), ("high", high)];
    let figures = figures.map(|(name, it)| (name, words.decimal(it, digits).into()));
    words.t_with("what-if-band", &figures)
}
