//! A picture of bands by year, drawn here: an area between two lines, a line through the middle
//! with a dash and a mark of its own.

use std::fmt::Write;

/// Most lines in one picture; each has its own dash, mark and colour.
pub(super) const MOST_LINES: usize = 8;

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 84.0;
const RIGHT: f64 = 14.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 34.0;

/// Three figures of a year: one in ten below, the middle, one in ten above.
pub(super) type Point = [f64; 3];

/// A line to draw: a point a year, `None` where there is no figure.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) name: String,
    pub(super) points: Vec<Option<Point>>,
    /// Which dash, mark and colour, from 0.
    pub(super) look: usize,
}

/// What is drawn of a line.
#[derive(Debug)]
pub(super) struct Drawn {
    pub(super) name: String,
    pub(super) look: usize,
    /// The band, as a path.
    pub(super) band: String,
    /// The middle, as a path.
    pub(super) middle: String,
    /// The marks, as a path.
    pub(super) marks: String,
    /// The mark by itself, for the legend.
    pub(super) mark: String,
}

/// A picture.
#[derive(Debug)]
pub(super) struct Chart {
    pub(super) title: String,
    /// The same in words.
    pub(super) alt: String,
    pub(super) drawn: Vec<Drawn>,
    /// Where a line across stands, and the number beside it.
    pub(super) across: Vec<(f64, String)>,
    /// Where a year stands, and the year.
    pub(super) along: Vec<(f64, String)>,
    /// Where zero is, when the picture goes below it.
    pub(super) zero: Option<f64>,
    pub(super) table: Table,
}

/// The same figures: heads, then rows that begin with the year.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) label: String,
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Chart {
    /// Draws lines; `None` when not one of them has a figure.
    pub(super) fn draw(
        lines: &[Line],
        (title, alt): (String, String),
        table: Table,
        number: impl Fn(f64) -> String,
    ) -> Option<Self> {
        let points = || lines.iter().flat_map(|it| it.points.iter().flatten()).flatten().copied();
        points().next()?;
        let years = lines.iter().map(|it| it.points.len()).max().unwrap_or(1);
        let low = points().fold(0.0_f64, f64::min);
        let high = points().fold(0.0_f64, f64::max);
        let step = nice((high - low).max(1e-9) / 4.0);
        let (bottom, top) = ((low / step).floor() * step, end(high, step));
        let y = |value: f64| TOP + (top - value) / (top - bottom) * (HEIGHT - TOP - BOTTOM);
        let x = |year: usize| {
            let parts = years.max(2) as f64 - 1.0;
            let at = if years == 1 { 0.5 } else { year as f64 };
            LEFT + 12.0 + at / parts * (WIDTH - LEFT - RIGHT - 24.0)
        };
        let mut across = Vec::new();
        let mut at = bottom;
        while at <= top + step / 2.0 {
            across.push((y(at), number(if at.abs() < step / 1e6 { 0.0 } else { at })));
            at += step;
        }
        let every = years.div_ceil(10);
        let along = (0..years).filter(|it| it % every == 0);
        let along = along.map(|it| (x(it), (it + 1).to_string())).collect();
        let drawn = lines.iter().map(|line| {
            let points: Vec<(f64, [f64; 3])> = (line.points.iter().enumerate())
                .filter_map(|(year, it)| it.map(|it| (x(year), it.map(y))))
                .collect();
            drawn(line, &points)
        });
        let drawn = drawn.collect();
        let zero = (low < 0.0).then(|| y(0.0));
        Some(Self { title, alt, drawn, across, along, zero, table })
    }

    pub(super) fn width(&self) -> f64 {
        WIDTH
    }

    pub(super) fn height(&self) -> f64 {
        HEIGHT
    }

    pub(super) fn left(&self) -> f64 {
        LEFT
    }

    pub(super) fn right(&self) -> f64 {
        WIDTH - RIGHT
    }

    pub(super) fn foot(&self) -> f64 {
        HEIGHT - BOTTOM + 22.0
    }
}

fn drawn(line: &Line, points: &[(f64, [f64; 3])]) -> Drawn {
    let mut band = String::new();
    let mut middle = String::new();
    let mut marks = String::new();
    if let [(x, [low, _, high])] = points {
        // One year has no width: the band is a bar.
        let _ = write!(band, "M{:.1} {low:.1}H{:.1}V{high:.1}H{:.1}Z", x - 7.0, x + 7.0, x - 7.0);
    } else {
        let there = points.iter().map(|(x, [_, _, high])| (*x, *high));
        let back = points.iter().rev().map(|(x, [low, _, _])| (*x, *low));
        for (at, (x, y)) in there.chain(back).enumerate() {
            let _ = write!(band, "{}{x:.1} {y:.1}", if at == 0 { 'M' } else { 'L' });
        }
        band.push('Z');
    }
    for (at, (x, [_, y, _])) in points.iter().enumerate() {
        let _ = write!(middle, "{}{x:.1} {y:.1}", if at == 0 { 'M' } else { 'L' });
        marks.push_str(&mark(line.look, *x, *y));
    }
    if points.is_empty() {
        band.clear();
    }
    let look = line.look % MOST_LINES;
    Drawn { name: line.name.clone(), look, band, middle, marks, mark: mark(look, 20.0, 9.0) }
}

/// A mark around a point: circle, square, triangle, diamond, and the same again.
pub(super) fn mark(look: usize, x: f64, y: f64) -> String {
    match look % 4 {
        0 => format!("M{:.1} {y:.1}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z", x - 4.0),
        1 => format!("M{:.1} {:.1}h7v7h-7Z", x - 3.5, y - 3.5),
        2 => format!("M{x:.1} {:.1}l5 8.5h-10Z", y - 5.0),
        _ => format!("M{x:.1} {:.1}l5 5l-5 5l-5 -5Z", y - 5.0),
    }
}

/// A step that people count in: 1, 2 or 5 with noughts, at least as large.
pub(super) fn nice(step: f64) -> f64 {
    let mut power = 1.0_f64;
    while power < step {
        power *= 10.0;
    }
    while power >= step * 10.0 {
        power /= 10.0;
    }
    [0.1, 0.2, 0.5, 1.0]
        .into_iter()
        .map(|it| it * power)
        .find(|it| *it >= step * 0.999)
        .unwrap_or(power)
}

/// Where an axis ends: at the step that holds the highest figure, which may lie above it by a hair
/// of rounding.
pub(super) fn end(high: f64, step: f64) -> f64 {
    (high / step - 1e-9).ceil().max(1.0) * step
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        Table { label: String::new(), heads: Vec::new(), rows: Vec::new() }
    }

    fn line(points: Vec<Option<Point>>) -> Line {
        Line { name: "Omslag".to_owned(), points, look: 1 }
    }

    fn draw(points: Vec<Option<Point>>) -> Option<Chart> {
        let named = (String::new(), String::new());
        Chart::draw(&[line(points)], named, table(), |it| format!("{it:.0}"))
    }

    #[test]
    fn steps_are_those_people_count_in() {
        for (step, expected) in
            [(0.07, 0.1), (1.0, 1.0), (130.0, 200.0), (2.1, 5.0), (480.0, 500.0)]
        {
            assert!((nice(step) - expected).abs() < 1e-9, "{step}: {}", nice(step));
        }
    }

    #[test]
    fn a_picture_begins_at_nought_and_holds_every_figure() {
        let chart =
            draw(vec![Some([90.0, 100.0, 110.0]), None, Some([150.0, 180.0, 210.0])]).unwrap();
        let numbers: Vec<_> = chart.across.iter().map(|it| it.1.as_str()).collect();
        assert_eq!(numbers, ["0", "100", "200", "300"]);
        assert_eq!(chart.along.len(), 3);
        assert_eq!(chart.zero, None);
        assert_eq!(chart.drawn[0].middle.matches(['M', 'L']).count(), 2);
        assert!(chart.across.iter().all(|it| (0.0..=HEIGHT).contains(&it.0)));
    }

    #[test]
    fn a_hair_above_a_step_is_that_step() {
        let chart = draw(vec![Some([10.0, 50.0, 100.0 + 1e-12])]).unwrap();
        let numbers: Vec<_> = chart.across.iter().map(|it| it.1.as_str()).collect();
        assert_eq!(numbers, ["0", "50", "100"]);
    }

    #[test]
    fn what_goes_below_nought_has_a_line_at_nought() {
        let chart = draw(vec![Some([-40.0, -10.0, 20.0])]).unwrap();
        assert!(chart.zero.is_some());
        assert!(chart.drawn[0].band.contains('H'), "one year is a bar");
    }

    #[test]
    fn without_a_figure_there_is_no_picture() {
        assert!(draw(vec![None, None]).is_none());
    }
}
