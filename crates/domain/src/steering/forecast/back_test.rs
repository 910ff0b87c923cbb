//! How good the forecasts would have been: for each month of the past the next twelve are
//! forecast from what was known then, and laid beside what came (rolling origin; L. J. Tashman,
//! *Int. J. of Forecasting* 16, 2000).

use super::{Expected, Month, Past, counts::loss, forecast};

/// Months of history before a forecast is tried.
const FIRST_ORIGIN: usize = 24;
/// Months each forecast is held against what came.
const AHEAD: usize = 12;

/// How big a group was in the year before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// Fewer than 2 households a month.
    Small,
    /// 2 up to 10 a month.
    Medium,
    /// 10 or more a month.
    Large,
}

impl Size {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Large];

    fn of(last_year: f64) -> Self {
        match last_year / 12.0 {
            it if it < 2.0 => Self::Small,
            it if it < 10.0 => Self::Medium,
            _ => Self::Large,
        }
    }
}

/// How forecasts did.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Score {
    /// Forecasts held against what came.
    pub forecasts: u32,
    /// Of which what came lay within the band of eighty in a hundred.
    pub within: u32,
    /// Mean pinball loss, in people.
    pub loss: f64,
    /// The same for who says: as many as in the same month of last year.
    pub same_month: f64,
    /// The same for who says: the mean of the last twelve months.
    pub last_year: f64,
}

impl Score {
    /// Which part lay within the band; `None` when nothing was forecast.
    pub fn coverage(&self) -> Option<f64> {
        (self.forecasts > 0).then(|| f64::from(self.within) / f64::from(self.forecasts))
    }

    /// Adds up; the losses are sums until [`Score::mean`].
    fn add(&mut self, expected: &Expected, came: u32, [same_month, last_year]: [f64; 2]) {
        let real = f64::from(came);
        self.forecasts += 1;
        self.within += u32::from(expected.holds(came));
        self.loss += expected.loss(real);
        self.same_month += loss([same_month; 3], real);
        self.last_year += loss([last_year; 3], real);
    }

    fn mean(self) -> Self {
        let number = f64::from(self.forecasts.max(1));
        Self {
            loss: self.loss / number,
            same_month: self.same_month / number,
            last_year: self.last_year / number,
            ..self
        }
    }
}

/// Twelve months as they would have been forecast, all groups together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PastYear {
    /// The first of the months.
    pub from: Month,
    /// What would have been expected.
    pub expected: Expected,
    /// What came.
    pub came: u32,
}

/// How good the forecasts would have been.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BackTest {
    /// Months of the past a forecast was made in.
    pub origins: u32,
    /// Single months of single groups.
    pub months: Score,
    /// Sums over twelve months of single groups.
    pub years: Score,
    /// Single months by how big the group was, in the order of [`Size::ALL`].
    pub by_size: [Score; 3],
    /// Years that follow on each other, the earliest first.
    pub past_years: Vec<PastYear>,
}

/// Makes a forecast at the beginning of each month that has two years before it
/// and a year after it. A group nobody had come in before is left out there. With too short a past
/// everything is empty.
pub fn back_test(past: &Past) -> BackTest {
    let mut result = BackTest::default();
    let Some(last) = past.months().checked_sub(AHEAD) else { return result };
    for origin in FIRST_ORIGIN..=last {
        let then = forecast(&past.first(origin), &[], 12);
        result.origins += 1;
        if (last - origin).is_multiple_of(AHEAD) {
            let came =
                past.groups().iter().flat_map(|it| it.counts.iter().skip(origin).take(AHEAD));
            result.past_years.push(PastYear {
                from: then.from,
                expected: then.over(0..AHEAD),
                came: came.sum(),
            });
        }
        for (group, made) in past.groups().iter().zip(&then.groups) {
            let came = group.counts.iter().copied().skip(origin).take(AHEAD);
            let before: Vec<f64> = (group.counts.iter().skip(origin - AHEAD).take(AHEAD))
                .map(|it| f64::from(*it))
                .collect();
            let year_before: f64 = before.iter().sum();
            if made.basis == super::Basis::Nothing {
                continue;
            }
            let size = Size::of(year_before);
            for ((at, real), same) in came.clone().enumerate().zip(before) {
                let expected = made.over(at..at + 1);
                let peers = [same, year_before / 12.0];
                result.months.add(&expected, real, peers);
                let of_size = Size::ALL.iter().zip(&mut result.by_size).find(|it| *it.0 == size);
                if let Some((_, score)) = of_size {
                    score.add(&expected, real, peers);
                }
            }
            result.years.add(&made.over(0..AHEAD), came.sum(), [year_before; 2]);
        }
    }
    result.months = result.months.mean();
    result.years = result.years.mean();
    result.by_size = result.by_size.map(Score::mean);
    result
}
