//! Figures by group or by area: bars with bands, with the same in a table.

use sleutel_actions::what_if::{Band, Cut, Measure, Outcome, Part, PolicyName, WhatIfView};
use sleutel_words::Words;

use super::{chart::mark, names, pictures::band_in_words};
use crate::Page;

/// Most parts in a picture; the table has all of them.
const MOST_DRAWN: usize = 24;

const WIDTH: f64 = 640.0;
const LEFT: f64 = 14.0;
const RIGHT: f64 = 30.0;
const NAME: f64 = 24.0;
const BAR: f64 = 20.0;
const FOOT: f64 = 30.0;

/// What the parts are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// Groups.
    Group,
    /// Areas, and last who would live anywhere.
    Area,
}

impl By {
    pub(super) fn measures(self) -> [Measure; 4] {
        match self {
            Self::Group => Part::OF_A_GROUP,
            Self::Area => Part::OF_AN_AREA,
        }
    }

    fn head(self) -> &'static str {
        match self {
            Self::Group => "what-if-part-group",
            Self::Area => "what-if-part-area",
        }
    }
}

/// A part: its code, empty for who would live anywhere, and what it is called.
pub(super) type Named = (String, String);

/// The parts of a what-if, in the order of its figures.
pub(super) fn parts(words: Words, view: &WhatIfView, by: By) -> Vec<Named> {
    match by {
        By::Group => {
            let called = names::groups(view);
            let groups = view.asked.groups().iter();
            groups.map(|it| (it.code.clone(), names::group(words, called, &it.code))).collect()
        }
        By::Area if view.asked.areas.is_empty() => Vec::new(),
        By::Area => {
            let areas = view.asked.areas.iter().map(|it| (it.clone(), it.clone()));
            areas.chain([(String::new(), words.t("what-if-anywhere"))]).collect()
        }
    }
}

/// The figures of a part of a variant in a year, by the code of the part.
pub(super) struct Series<'a> {
    pub(super) name: String,
    pub(super) look: usize,
    years: usize,
    codes: Vec<String>,
    by: By,
    variant: usize,
    outcome: &'a Outcome,
}

impl Series<'_> {
    fn band(&self, code: &str, year: usize, measure: Measure) -> Option<Band> {
        let at = self.codes.iter().position(|it| it == code)?;
        self.outcome.part_band(self.variant, year, cut(self.by, at), measure)
    }
}

/// The part at a place.
pub(super) fn cut(by: By, at: usize) -> Cut {
    match by {
        By::Group => Cut::Group(at),
        By::Area => Cut::Area(at),
    }
}

/// A series a policy of a what-if; `name` says what each is called.
pub(super) fn series<'a>(
    words: Words,
    view: &'a WhatIfView,
    by: By,
    from: usize,
    name: impl Fn(PolicyName) -> String,
) -> Vec<Series<'a>> {
    let Some(outcome) = &view.outcome else { return Vec::new() };
    let codes: Vec<String> = parts(words, view, by).into_iter().map(|it| it.0).collect();
    if codes.is_empty() {
        return Vec::new();
    }
    let policies = view.asked.policies().into_iter().enumerate();
    let one = |(variant, policy)| Series {
        name: name(policy),
        look: from + variant,
        years: usize::try_from(view.asked.years).unwrap_or(0),
        codes: codes.clone(),
        by,
        variant,
        outcome,
    };
    policies.map(one).collect()
}

/// A bar: the path of its band, of the line to its middle, of its mark, and how it looks.
#[derive(Debug)]
pub(super) struct Bar {
    pub(super) look: usize,
    pub(super) band: String,
    pub(super) line: String,
    pub(super) mark: String,
}

/// A picture of one measure by part.
#[derive(Debug)]
pub(super) struct Bars {
    pub(super) title: String,
    pub(super) alt: String,
    pub(super) height: f64,
    /// Where a name stands, and the name.
    pub(super) names: Vec<(f64, String)>,
    pub(super) bars: Vec<Bar>,
    /// Where a line down stands, and the number under it.
    pub(super) down: Vec<(f64, String)>,
    /// How each series looks: look, mark, name.
    pub(super) legend: Vec<(usize, String, String)>,
    pub(super) label: String,
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<(String, Vec<String>)>,
}

/// The pictures by group and by area.
#[derive(Debug)]
pub(super) struct Both {
    pub(super) groups: Vec<Bars>,
    pub(super) areas: Vec<Bars>,
}

/// The measures of parts that have figures, each in the last year in which all of them do.
pub(super) fn pictures(page: &Page, by: By, parts: &[Named], series: &[Series<'_>]) -> Vec<Bars> {
    if parts.is_empty() || series.is_empty() {
        return Vec::new();
    }
    by.measures().into_iter().filter_map(|it| picture(page, by, parts, series, it)).collect()
}

fn picture(
    page: &Page,
    by: By,
    parts: &[Named],
    series: &[Series<'_>],
    measure: Measure,
) -> Option<Bars> {
    let words = page.words;
    let years = series.iter().map(|it| it.years).min()?;
    let known = |year: usize| {
        let each = series.iter().flat_map(|it| parts.iter().map(move |part| (it, &part.0)));
        each.filter(|(it, code)| it.band(code, year, measure).is_some()).count()
    };
    // The latest of the years with most figures: a run is too short to know the last ones.
    let year = (0..years).max_by_key(|&year| known(year)).filter(|&year| known(year) > 0)?;
    let (counts, times, digits) = names::counts(measure);
    let band = |it: &Series<'_>, code: &str| {
        let band = it.band(code, year, measure)?;
        Some([band.low, band.middle, band.high].map(|figure| times * figure))
    };
    let values = [
        ("measure", names::measure(words, measure).into()),
        ("counts", words.t(counts).into()),
        ("year", (year + 1).into()),
    ];
    let title = words.t_with("what-if-part-of", &values);
    let cell = |it: &Series<'_>, code: &str| {
        band(it, code)
            .map_or_else(|| words.t("what-if-no-figure"), |it| band_in_words(words, it, digits))
    };
    let rows: Vec<(String, Vec<String>)> = (parts.iter())
        .map(|(code, name)| (name.clone(), series.iter().map(|it| cell(it, code)).collect()))
        .collect();
    let heads = std::iter::once(page.t(by.head())).chain(series.iter().map(|it| it.name.clone()));
    let label = page.t1("what-if-chart-table-of", "title", title.as_str());
    let alt = page.t2("what-if-chart-alt", "title", title.as_str(), "list", said(&rows, series));
    let mut picture = Bars {
        alt,
        height: 0.0,
        names: Vec::new(),
        bars: Vec::new(),
        down: Vec::new(),
        legend: (series.iter())
            .map(|it| (look(it), mark(it.look, 20.0, 9.0), it.name.clone()))
            .collect(),
        label,
        heads: heads.collect(),
        rows,
        title,
    };
    let figures: Vec<(&str, Vec<Option<[f64; 3]>>)> = (parts.iter())
        .map(|(code, name)| (name.as_str(), series.iter().map(|it| band(it, code)).collect()))
        .filter(|(_, bands): &(&str, Vec<Option<[f64; 3]>>)| bands.iter().any(Option::is_some))
        .take(MOST_DRAWN)
        .collect();
    let looks: Vec<usize> = series.iter().map(|it| it.look).collect();
    picture.draw(&figures, &looks, |it, step| {
        words.decimal(it, if step < 1.0 { digits.max(1) } else { 0 })
    });
    Some(picture)
}

fn look(it: &Series<'_>) -> usize {
    it.look % super::chart::MOST_LINES
}

/// Every figure in words, for who cannot see the picture.
fn said(rows: &[(String, Vec<String>)], series: &[Series<'_>]) -> String {
    let row = |(name, cells): &(String, Vec<String>)| {
        let cells = series.iter().zip(cells).map(|(it, cell)| format!("{} {cell}", it.name));
        format!("{name}: {}.", cells.collect::<Vec<_>>().join(", "))
    };
    rows.iter().map(row).collect::<Vec<_>>().join(" ")
}

impl Bars {
    fn draw(
        &mut self,
        parts: &[(&str, Vec<Option<[f64; 3]>>)],
        looks: &[usize],
        number: impl Fn(f64, f64) -> String,
    ) {
        let figures = parts.iter().flat_map(|it| it.1.iter().flatten().flatten());
        let most = figures.copied().fold(0.0_f64, f64::max).max(1e-9);
        let step = super::chart::nice(most / 4.0);
        let top = super::chart::end(most, step);
        let x = |value: f64| LEFT + value / top * (WIDTH - LEFT - RIGHT);
        let mut y = 0.0;
        for (name, bands) in parts {
            self.names.push((y + NAME - 7.0, (*name).to_owned()));
            y += NAME;
            for (band, &look) in bands.iter().zip(looks) {
                if let Some(band) = band {
                    self.bars.push(bar(look, band.map(x), y + BAR / 2.0));
                }
                y += BAR;
            }
        }
        self.height = y + FOOT;
        let mut at = 0.0;
        while at <= top + step / 2.0 {
            self.down.push((x(at), number(at, step)));
            at += step;
        }
    }

    pub(super) fn width(&self) -> f64 {
        WIDTH
    }

    pub(super) fn left(&self) -> f64 {
        LEFT
    }

    pub(super) fn bottom(&self) -> f64 {
        self.height - FOOT
    }

    pub(super) fn foot(&self) -> f64 {
        self.height - 10.0
    }
}

fn bar(look: usize, [low, middle, high]: [f64; 3], y: f64) -> Bar {
    let (above, below) = (y - 7.0, y + 7.0);
    // A band without width is still to be seen.
    let low = low.min(high - 1.0);
    Bar {
        look: look % super::chart::MOST_LINES,
        band: format!("M{low:.1} {above:.1}H{high:.1}V{below:.1}H{low:.1}Z"),
        line: format!("M{LEFT:.1} {y:.1}H{middle:.1}"),
        mark: mark(look, middle, y),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_goes_from_nought_to_its_middle_with_its_band_around() {
        let mut bars = Bars {
            title: String::new(),
            alt: String::new(),
            height: 0.0,
            names: Vec::new(),
            bars: Vec::new(),
            down: Vec::new(),
            legend: Vec::new(),
            label: String::new(),
            heads: Vec::new(),
            rows: Vec::new(),
        };
        let parts = [("Noord", vec![Some([5.0, 10.0, 20.0]), None]), ("Zuid", vec![None; 2])];
        bars.draw(&parts, &[0, 1], |it, _| format!("{it:.0}"));
        assert_eq!(bars.bars.len(), 1);
        assert!(bars.bars[0].line.starts_with("M14.0 34.0H"), "{}", bars.bars[0].line);
        let numbers: Vec<_> = bars.down.iter().map(|it| it.1.as_str()).collect();
        assert_eq!(numbers, ["0", "5", "10", "15", "20"]);
        assert_eq!(bars.names.len(), 2);
        assert!((bars.height - (2.0 * (NAME + 2.0 * BAR) + FOOT)).abs() < 1e-9);
    }
}
