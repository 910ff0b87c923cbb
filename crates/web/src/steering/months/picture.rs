//! Two pictures of a year: its months beside an even pace and one with the season, and the line
//! of what is realised with what is expected. The table below them says the same.

use sleutel_actions::steering::{MonthLine, YearByMonth};

/// The size of a picture in units of its own.
pub(super) const WIDTH: f64 = 720.0;
pub(super) const HEIGHT: f64 = 240.0;
const LEFT: f64 = 60.0;
const BELOW: f64 = 30.0;
const ABOVE: f64 = 16.0;

/// A bar: its place, and a part from below.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    pub(super) class: &'static str,
    pub(super) x: String,
    pub(super) y: String,
    pub(super) width: String,
    pub(super) height: String,
}

/// A line or a surface.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Path {
    pub(super) class: &'static str,
    pub(super) d: String,
}

/// A figure on the left.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mark {
    pub(super) y: String,
    pub(super) text_y: String,
    pub(super) homes: u32,
}

/// One picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Picture {
    pub(super) marks: Vec<Mark>,
    pub(super) parts: Vec<Part>,
    pub(super) paths: Vec<Path>,
}

#[derive(Debug, Clone, Copy)]
struct Frame {
    top: f64,
}

fn units(value: f64) -> String {
    format!("{value:.1}")
}

impl Frame {
    fn new(most: f64, picture: &mut Picture) -> Self {
        let ten = 10.0_f64.powf((most.max(1.0) / 4.0).log10().floor()).max(1.0);
        let steps = [1.0, 2.0, 5.0, 10.0].map(|it| it * ten);
        let step = steps.into_iter().find(|it| it * 4.0 >= most).unwrap_or(most.max(1.0));
        let frame = Self { top: (most / step).ceil().max(1.0) * step };
        for at in 0..=4_u32 {
            let homes = step * f64::from(at);
            if homes <= frame.top {
                let y = frame.y(homes);
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a whole number of homes, never below nought"
                )]
                let homes = homes as u32;
                picture.marks.push(Mark { y: units(y), text_y: units(y + 5.0), homes });
            }
        }
        frame
    }

    fn y(self, homes: f64) -> f64 {
        HEIGHT - BELOW - (HEIGHT - BELOW - ABOVE) * homes / self.top
    }
}

/// Where a month is: 0 is the first day of January, 12 the last of December.
fn x(months: f64) -> f64 {
    LEFT + (WIDTH - LEFT) * months / 12.0
}

fn place(at: usize) -> f64 {
    f64::from(u32::try_from(at).unwrap_or(0))
}

/// The middle of a month, for its name.
pub(super) fn middle(at: usize) -> String {
    units(x(place(at) + 0.5))
}

fn path(class: &'static str, frame: Frame, points: &[(f64, f64)]) -> Path {
    let step = |(at, (month, homes)): (usize, &(f64, f64))| {
        let letter = if at == 0 { 'M' } else { 'L' };
        format!("{letter}{} {}", units(x(*month)), units(frame.y(*homes)))
    };
    Path { class, d: points.iter().enumerate().map(step).collect() }
}

/// Of a running sum what each month adds.
fn steps(months: &[MonthLine; 12], which: usize) -> Option<Vec<f64>> {
    let mut before = 0.0;
    months
        .iter()
        .map(|it| {
            let sum = *it.pace?.get(which)?;
            let step = sum - before;
            before = sum;
            Some(step)
        })
        .collect()
}

/// The months: bars, with the two paces as steps.
pub(super) fn by_month(year: &YearByMonth) -> Picture {
    let mut picture = Picture::default();
    let paces: Vec<Vec<f64>> =
        [0, 1].into_iter().filter_map(|it| steps(&year.months, it)).collect();
    let bars = year.months.iter().map(|it| f64::from(it.known) + f64::from(it.spread));
    let most = bars.chain(paces.iter().flatten().copied()).fold(1.0, f64::max);
    let frame = Frame::new(most, &mut picture);
    for (at, month) in year.months.iter().enumerate() {
        let (known, spread) = (f64::from(month.known), f64::from(month.spread));
        let parts = [("month-known", 0.0, known), ("month-spread", known, known + spread)];
        for (class, low, high) in parts.into_iter().filter(|(_, low, high)| high > low) {
            picture.parts.push(Part {
                class,
                x: units(x(place(at) + 0.15)),
                y: units(frame.y(high)),
                width: units(x(0.7) - x(0.0)),
                height: units(frame.y(low) - frame.y(high)),
            });
        }
    }
    for (class, pace) in ["pace-even", "pace-season"].into_iter().zip(&paces) {
        let points: Vec<(f64, f64)> = pace
            .iter()
            .enumerate()
            .flat_map(|(at, homes)| [(place(at), *homes), (place(at) + 1.0, *homes)])
            .collect();
        picture.paths.push(path(class, frame, &points));
    }
    picture
}

/// The running sum: what is realised, what is expected with its band, and the two paces up to
/// what was agreed. `now` is how far the year is, in months.
pub(super) fn running(year: &YearByMonth, now: f64) -> Picture {
    let mut picture = Picture::default();
    let sums = year.months.iter().filter_map(|it| it.sum).map(f64::from);
    let highs = year.months.iter().filter_map(|it| it.ends).map(|it| f64::from(it[2]));
    let goals = year.months.iter().filter_map(|it| it.pace).flatten();
    let frame = Frame::new(sums.chain(highs).chain(goals).fold(1.0, f64::max), &mut picture);
    let realised = f64::from(year.line.realised);
    let mut done = vec![(0.0, 0.0)];
    let mut bounds: [Vec<(f64, f64)>; 3] = std::array::from_fn(|_| vec![(now, realised)]);
    for (at, month) in year.months.iter().enumerate() {
        let end = place(at) + 1.0;
        if let Some(sum) = month.sum {
            done.push((end.min(now), f64::from(sum)));
        }
        if let Some(ends) = month.ends {
            for (bound, homes) in bounds.iter_mut().zip(ends) {
                bound.push((end, f64::from(homes)));
            }
        }
    }
    let [low, middle, high] = bounds;
    if low.len() > 1 {
        let around: Vec<_> = low.iter().copied().chain(high.into_iter().rev()).collect();
        picture.paths.push(path("month-band", frame, &around));
        picture.paths.push(path("month-middle", frame, &middle));
    }
    for (class, which) in [("pace-even", 0), ("pace-season", 1)] {
        let sums = year.months.iter().enumerate().filter_map(|(at, it)| {
            let sum = *it.pace?.get(which)?;
            Some((place(at) + 1.0, sum))
        });
        let points: Vec<_> = std::iter::once((0.0, 0.0)).chain(sums).collect();
        if points.len() > 1 {
            picture.paths.push(path(class, frame, &points));
        }
    }
    picture.paths.push(path("month-done", frame, &done));
    picture
}
