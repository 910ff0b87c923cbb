//! A picture of what came and what is expected: bars for the past, a band for what is to come.
//! The text beside it and the table below it say the same.

use super::{FEW, is_few, periods::Periods};

/// The size of a picture, in units of its own.
pub(super) const WIDTH: f64 = 720.0;
pub(super) const HEIGHT: f64 = 240.0;
/// Room for figures on the left, for years below, and above.
const LEFT: f64 = 64.0;
const BELOW: f64 = 34.0;
const ABOVE: f64 = 20.0;

/// A rectangle.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rect {
    pub(super) class: &'static str,
    pub(super) x: String,
    pub(super) y: String,
    pub(super) width: String,
    pub(super) height: String,
}

/// A line from left to right.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Level {
    pub(super) class: &'static str,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) y: String,
}

/// A dot.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Dot {
    pub(super) x: String,
    pub(super) y: String,
}

/// A text on an axis.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mark {
    pub(super) x: String,
    pub(super) y: String,
    pub(super) text: String,
}

/// The whole picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Picture {
    /// What it shows, in a sentence.
    pub(super) label: String,
    pub(super) rects: Vec<Rect>,
    pub(super) levels: Vec<Level>,
    pub(super) dots: Vec<Dot>,
    pub(super) left: Vec<Mark>,
    pub(super) below: Vec<Mark>,
}

/// From counts and places to units of the picture.
#[derive(Debug, Clone, Copy)]
struct Frame {
    places: f64,
    top: f64,
}

impl Frame {
    fn new(places: usize, most: u32) -> (Self, u32) {
        let step = step(most);
        let top = most.div_ceil(step).max(1).saturating_mul(step);
        let places = f64::from(u32::try_from(places.max(1)).unwrap_or(u32::MAX));
        (Self { places, top: f64::from(top) }, step)
    }

    fn x(self, place: f64) -> f64 {
        LEFT + (WIDTH - LEFT) * place / self.places
    }

    fn y(self, count: f64) -> f64 {
        HEIGHT - BELOW - (HEIGHT - BELOW - ABOVE) * count / self.top
    }

    fn rect(self, class: &'static str, (from, to): (f64, f64), (low, high): (f64, f64)) -> Rect {
        Rect {
            class,
            x: units(self.x(from)),
            y: units(self.y(high)),
            width: units(self.x(to) - self.x(from)),
            height: units(self.y(low) - self.y(high)),
        }
    }

    fn scale(self, step: u32, picture: &mut Picture) {
        let steps = (0_u32..=5).map(|it| it.saturating_mul(step));
        for count in steps.filter(|it| f64::from(*it) <= self.top) {
            let y = self.y(f64::from(count));
            picture.levels.push(Level {
                class: "chart-grid",
                from: units(LEFT),
                to: units(WIDTH),
                y: units(y),
            });
            picture.left.push(Mark {
                x: units(LEFT - 6.0),
                y: units(y + 5.0),
                text: count.to_string(),
            });
        }
    }
}

/// Round steps, so that there are at most five.
fn step(most: u32) -> u32 {
    let rough = most.div_ceil(5).max(1);
    let ten = 10_u32.saturating_pow(rough.ilog10());
    [1, 2, 5, 10]
        .into_iter()
        .map(|it| ten.saturating_mul(it))
        .find(|it| *it >= rough)
        .unwrap_or(rough)
}

fn units(number: f64) -> String {
    format!("{number:.1}")
}

impl Picture {
    /// Bars for what came, a band with its mean for what is expected. Few people are drawn half
    /// as high as they can be at most, and lighter.
    pub(super) fn of_periods(periods: &Periods, label: String) -> Self {
        let list = &periods.list;
        let highest =
            |it: &super::periods::Period| it.expected.map_or(0, |it| it.high).max(it.came);
        let most = list.iter().map(highest).max().unwrap_or(0);
        let (frame, step) = Frame::new(list.len(), most);
        let mut picture = Self { label, ..Self::default() };
        frame.scale(step, &mut picture);
        for (at, it) in (0_u32..).zip(list) {
            let (from, to) = (f64::from(at), f64::from(at) + 1.0);
            let inner = (from + 0.12, to - 0.12);
            if let Some(expected) = it.expected {
                // The bottom of the band would say how many of a few came.
                let low = if is_few(expected.low) { 0 } else { expected.low };
                let band = (f64::from(low), f64::from(expected.high));
                picture.rects.push(frame.rect("chart-band", (from, to), band));
                picture.levels.push(Level {
                    class: "chart-mean",
                    from: units(frame.x(from)),
                    to: units(frame.x(to)),
                    y: units(frame.y(expected.mean)),
                });
            }
            let few = is_few(it.came);
            let (class, high) = if few {
                ("chart-few", f64::from(FEW) / 2.0)
            } else {
                ("chart-bar", f64::from(it.came))
            };
            if it.came > 0 {
                picture.rects.push(frame.rect(class, inner, (0.0, high)));
            }
            let january = it.first.number() == 1;
            if january {
                // A year is named in the middle of its months.
                let months = f64::from(12 / periods.length.months());
                picture.below.push(Mark {
                    x: units(frame.x(from + months / 2.0)),
                    y: units(HEIGHT - 9.0),
                    text: it.first.year().to_string(),
                });
            }
        }
        picture
    }

    /// For each place a band with its mean and a dot for what came: name, low, mean, high, came.
    pub(super) fn of_bands(bands: &[(String, u32, f64, u32, u32)], label: String) -> Self {
        let most = bands.iter().map(|it| it.3.max(it.4)).max().unwrap_or(0);
        let (frame, step) = Frame::new(bands.len(), most);
        let mut picture = Self { label, ..Self::default() };
        frame.scale(step, &mut picture);
        for (at, (name, low, mean, high, came)) in (0_u32..).zip(bands) {
            let middle = f64::from(at) + 0.5;
            let (from, to) = (middle - 0.22, middle + 0.22);
            let band = (f64::from(*low), f64::from(*high));
            picture.rects.push(frame.rect("chart-band", (from, to), band));
            picture.levels.push(Level {
                class: "chart-mean",
                from: units(frame.x(from)),
                to: units(frame.x(to)),
                y: units(frame.y(*mean)),
            });
            let x = frame.x(middle);
            picture.dots.push(Dot { x: units(x), y: units(frame.y(f64::from(*came))) });
            picture.below.push(Mark { x: units(x), y: units(HEIGHT - 9.0), text: name.clone() });
        }
        picture
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_has_round_steps_and_at_most_five_of_them() {
        for (most, expected) in [(0, 1), (4, 1), (7, 2), (24, 5), (50, 10), (51, 20), (1_136, 500)]
        {
            assert_eq!(step(most), expected, "{most}");
            let (frame, step) = Frame::new(3, most);
            assert!(frame.top / f64::from(step) <= 5.0);
        }
    }

    #[test]
    fn a_band_lies_between_its_bounds_and_within_the_picture() {
        let bands = [("2025".to_owned(), 10, 15.0, 20, 30)];
        let picture = Picture::of_bands(&bands, String::new());
        let band = &picture.rects[0];
        let (y, height): (f64, f64) = (band.y.parse().unwrap(), band.height.parse().unwrap());
        assert!(y > ABOVE && y + height < HEIGHT - BELOW && height > 0.0);
        assert!(picture.dots[0].y.parse::<f64>().unwrap() < y, "what came lies above");
    }
}
