//! Pictures of flow, drawn in bare numbers; the tables beside them say the same.

use std::fmt::Write;

use sleutel_actions::flow::{Curve, Point};

/// The size of a picture, in units of its own.
const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 260.0;
/// Room for figures on the left, for names below, and above.
const LEFT: f64 = 64.0;
const BELOW: f64 = 36.0;
const ABOVE: f64 = 26.0;

/// A rectangle: class, x, y, width, height.
pub(super) type Rect = (&'static str, String, String, String, String);
/// A text: class, x, y, words.
pub(super) type Text = (&'static str, String, String, String);
/// A line across: class, from, to, height.
pub(super) type Level = (&'static str, String, String, String);

/// A picture.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Picture {
    /// What it shows, in a sentence.
    pub(super) label: String,
    pub(super) levels: Vec<Level>,
    pub(super) rects: Vec<Rect>,
    /// Class and path.
    pub(super) paths: Vec<(&'static str, String)>,
    /// Where dots are.
    pub(super) dots: Vec<(String, String)>,
    pub(super) texts: Vec<Text>,
}

fn units(number: f64) -> String {
    format!("{number:.1}")
}

fn x(share: f64) -> f64 {
    LEFT + (WIDTH - LEFT - 8.0) * share
}

fn y(share: f64) -> f64 {
    HEIGHT - BELOW - (HEIGHT - BELOW - ABOVE) * share
}

/// A round step, so that there are at most five.
fn step(most: u32) -> u32 {
    let rough = most.div_ceil(5).max(1);
    let ten = 10_u32.saturating_pow(rough.ilog10());
    let round = [1, 2, 5, 10].into_iter().map(|it| ten.saturating_mul(it));
    round.into_iter().find(|it| *it >= rough).unwrap_or(rough)
}

impl Picture {
    fn scale(&mut self, step: u32, top: u32) {
        let lines = (0_u32..=5).map(|it| it.saturating_mul(step)).take_while(|it| *it <= top);
        for count in lines {
            self.level(f64::from(count) / f64::from(top.max(1)), count.to_string());
        }
    }

    fn level(&mut self, share: f64, text: String) {
        let at = y(share);
        self.levels.push(("chart-grid", units(LEFT), units(WIDTH), units(at)));
        self.texts.push(("chart-left", units(LEFT - 6.0), units(at + 5.0), text));
    }

    /// Shares in percent up the side.
    fn percents(&mut self, percent: impl Fn(f64) -> String) {
        for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
            self.level(share, percent(share));
        }
    }

    /// Columns of parts on each other, from below; a name under each that has one, and the sum on top
    /// when it is asked for.
    pub(super) fn columns(all: &[(String, Vec<u32>)], sums: bool, label: String) -> Self {
        const PARTS: [&str; 4] = ["part-0", "part-1", "part-2", "part-3"];
        let most = all.iter().map(|(_, parts)| parts.iter().sum::<u32>()).max().unwrap_or(0);
        let step = step(most);
        let top = most.div_ceil(step).max(1).saturating_mul(step);
        let mut picture = Self { label, ..Self::default() };
        picture.scale(step, top);
        let share = |count: u32| f64::from(count) / f64::from(top);
        let places = all.len().max(1) as f64;
        for (at, (name, parts)) in all.iter().enumerate() {
            let (from, to) = (x((at as f64 + 0.12) / places), x((at as f64 + 0.88) / places));
            let mut below = 0;
            for (count, class) in parts.iter().zip(PARTS) {
                let (low, high) = (y(share(below)), y(share(below + count)));
                below += count;
                if *count > 0 {
                    let (width, height) = (units(to - from), units(low - high));
                    picture.rects.push((class, units(from), units(high), width, height));
                }
            }
            let middle = units(f64::midpoint(from, to));
            if sums && below > 0 {
                let over = units(y(share(below)) - 6.0);
                picture.texts.push(("chart-below", middle.clone(), over, below.to_string()));
            }
            if !name.is_empty() {
                let foot = units(HEIGHT - 9.0);
                picture.texts.push(("chart-below", middle, foot, name.clone()));
            }
        }
        picture
    }

    /// How many are still there after so many days: the share with its band, and the term as a line.
    pub(super) fn curve(
        curve: &Curve,
        until: u32,
        term: Option<u32>,
        percent: impl Fn(f64) -> String,
        label: String,
    ) -> Self {
        let mut picture = Self { label, ..Self::default() };
        picture.percents(percent);
        let day = |it: u32| x(f64::from(it) / f64::from(until.max(1)));
        let mut line = format!("M{:.1} {:.1}", day(0), y(1.0));
        let (mut over, mut under) = (line.clone(), String::new());
        let mut before = Point { still: 1.0, low: 1.0, high: 1.0 };
        let seen = curve.longest().unwrap_or(0).min(until);
        for step in curve.steps().iter().filter(|it| it.time <= seen) {
            let at = day(step.time);
            let _ = write!(line, "H{at:.1}V{:.1}", y(step.still));
            let _ = write!(over, "H{at:.1}V{:.1}", y(step.high));
            // The way back along the lower side, so it is put in front.
            under = format!("H{at:.1}V{:.1}{under}", y(before.low));
            before = Point { still: step.still, low: step.low, high: step.high };
        }
        let end = day(seen);
        let _ = write!(line, "H{end:.1}");
        let _ = write!(over, "H{end:.1}V{:.1}{under}H{:.1}Z", y(before.low), day(0));
        picture.paths.push(("chart-band chart-0", over));
        picture.paths.push(("chart-line chart-0", line));
        if let Some(term) = term.filter(|it| *it <= until) {
            let at = day(term);
            picture.paths.push(("chart-term", format!("M{at:.1} {:.1}V{:.1}", y(1.0), y(0.0))));
        }
        for (share, days) in marks(until) {
            let foot = units(HEIGHT - 9.0);
            picture.texts.push(("chart-below", units(x(share)), foot, days.to_string()));
        }
        picture
    }

    /// For each place a share with its interval, and a dot for the plain share; a name under those that
    /// have one.
    pub(super) fn shares(
        all: &[(String, Option<Point>, Option<f64>)],
        percent: impl Fn(f64) -> String,
        label: String,
    ) -> Self {
        let mut picture = Self { label, ..Self::default() };
        picture.percents(percent);
        let places = all.len().max(1) as f64;
        for (at, (name, share, plain)) in all.iter().enumerate() {
            let (from, to) = (x((at as f64 + 0.15) / places), x((at as f64 + 0.85) / places));
            if let Some(it) = share {
                let (high, low) = (y(it.high), y(it.low));
                let (width, height) = (units(to - from), units((low - high).max(1.0)));
                picture.rects.push(("chart-band", units(from), units(high), width, height));
                picture.levels.push(("chart-mean", units(from), units(to), units(y(it.still))));
            }
            let middle = f64::midpoint(from, to);
            if let Some(plain) = plain {
                picture.dots.push((units(middle), units(y(*plain))));
            }
            if !name.is_empty() {
                let foot = units(HEIGHT - 9.0);
                picture.texts.push(("chart-below", units(middle), foot, name.clone()));
            }
        }
        picture
    }
}

/// Up to six days along the foot, the last among them: where, of the width, and which day.
pub(super) fn marks(until: u32) -> Vec<(f64, u32)> {
    let step = step(until);
    let days = (0_u32..=5).map(|it| it.saturating_mul(step)).take_while(|it| *it <= until);
    days.map(|it| (f64::from(it) / f64::from(until.max(1)), it)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_on_each_other_and_nothing_is_drawn_of_nothing() {
        let all = [("1".to_owned(), vec![2, 3]), ("2".to_owned(), vec![0, 0])];
        let picture = Picture::columns(&all, true, String::new());
        assert_eq!(picture.rects.len(), 2);
        let number = |it: &String| it.parse::<f64>().unwrap();
        let (low, high) = (&picture.rects[0], &picture.rects[1]);
        assert!((number(&high.2) + number(&high.4) - number(&low.2)).abs() < 0.2);
        assert!((number(&low.2) + number(&low.4) - y(0.0)).abs() < 0.2);
        assert!(picture.texts.iter().any(|it| it.3 == "5"), "the sum stands on top");
    }

    #[test]
    fn marks_are_round_and_lie_within_the_picture() {
        let days: Vec<u32> = marks(365).into_iter().map(|it| it.1).collect();
        assert_eq!(days, [0, 100, 200, 300]);
        assert!(marks(0).len() == 1 && marks(7).iter().all(|it| it.0 <= 1.0));
    }
}
