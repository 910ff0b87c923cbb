//! Expected demand ("verwachte vraag"): how many households come to need a home, per target group
//! and month, and how sure that is.
//!
//! The model, in words; `docs/method/demand.md` has the formulas. Each group has a level, people a
//! month, that is not known but has a Gamma distribution; what comes in a month is counted round
//! that level with more spread than a Poisson count has. Months long ago count for less and less
//! (discounted Gamma–Poisson updating: M. West and J. Harrison, *Bayesian Forecasting and Dynamic
//! Models*, 2nd ed. 1997, chapter 14; J. Q. Smith and J. E. Miller, *J. R. Statist. Soc. B* 48, 1986).
//! The months of the year are shared by all groups and drawn towards one, as are groups about which
//! little is known towards all groups together (empirical Bayes: B. Efron and C. Morris, *JASA* 70,
//! 1975). Everything is worked out in closed form: no lots are drawn, so there is no seed either.

mod back_test;
mod counts;
mod fit;
mod month;
mod past;

pub use back_test::{BackTest, PastYear, Score, Size, back_test};
pub use counts::Expected;
pub use month::Month;
pub use past::{GroupPast, MOST_MONTHS, Past};

use std::ops::Range;

use counts::Spread;
use fit::{Fit, Found};

use crate::GroupCode;

/// Months a forecast reaches at most.
pub const HORIZON: u8 = 24;

/// Extra people that somebody knows will come ("aangekondigde instroom"), such as a shelter that
/// closes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announced {
    /// Of which group.
    pub group: GroupCode,
    /// In which month.
    pub month: Month,
    /// How many, on top of who comes otherwise.
    pub people: u32,
}

/// What a forecast of a group rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Nobody of the group ever came, so all it rests on is the other groups.
    Nothing,
    /// Less than a year.
    Short {
        /// Whole months since the first of the group came.
        months: u16,
    },
    /// A year or more.
    Enough {
        /// Whole months since the first of the group came.
        months: u16,
    },
}

/// How a group, or all together, goes on from here.
#[derive(Debug, Clone, PartialEq)]
struct Course {
    /// People a month, were all months of the year alike.
    level: f64,
    /// Variance of the level now.
    unsure: f64,
    dispersion: f64,
    forgetting: f64,
    /// What is still to come in each month, the running one first.
    months: Vec<Ahead>,
}

/// One month ahead.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Ahead {
    /// What the month is of an average one, for as far as it is still to come.
    exposure: f64,
    announced: f64,
}

impl Course {
    fn new(found: &Found, months: Vec<Ahead>) -> Self {
        let (level, unsure) = (found.level(), found.unsure());
        let Found { dispersion, forgetting, .. } = *found;
        Self { level, unsure, dispersion, forgetting, months }
    }

    /// Mean and variance of the sum over months. One level holds for all of them, and moves on from
    /// month to month, so the months are not independent: the spread of a sum is wider than spreads
    /// of months apart would make it.
    fn spread(&self, months: &Range<usize>) -> Spread {
        let ahead: Vec<(usize, Ahead)> =
            self.months.iter().copied().enumerate().filter(|(at, _)| months.contains(at)).collect();
        let mean: f64 = ahead.iter().map(|(_, it)| it.exposure * self.level).sum();
        let announced: f64 = ahead.iter().map(|(_, it)| it.announced).sum();
        let mut level = 0.0;
        for (one, this) in &ahead {
            for (other, that) in &ahead {
                let steps = (*one.min(other) as f64) + 1.0;
                level += this.exposure * that.exposure * self.unsure / self.forgetting.powf(steps);
            }
        }
        Spread { mean: mean + announced, variance: self.dispersion * mean + level + announced }
    }
}

/// What is expected in one group.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupForecast {
    /// Which group.
    pub group: GroupCode,
    /// What it rests on.
    pub basis: Basis,
    course: Course,
}

impl GroupForecast {
    /// Who is still to come in these months, counted from the running one (0). Months past the
    /// horizon count for nothing.
    pub fn over(&self, months: Range<usize>) -> Expected {
        self.course.spread(&months).expected()
    }

    /// People a month, were all months of the year alike.
    pub fn level(&self) -> f64 {
        self.course.level
    }

    /// How many times the spread of a Poisson count what comes has; at least 1.
    pub fn dispersion(&self) -> f64 {
        self.course.dispersion
    }

    /// What a month counts for after one month more: 1 when nothing is forgotten.
    pub fn forgetting(&self) -> f64 {
        self.course.forgetting
    }
}

/// What is expected in all groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// The running month.
    pub from: Month,
    /// What January to December are of an average month; all 1 while that is not known.
    pub season: [f64; 12],
    /// Each group, in the order of the past.
    pub groups: Vec<GroupForecast>,
    /// The same of the sums over all groups, for how wide those are.
    together: Course,
}

impl Forecast {
    /// Who is still to come in all groups together. The mean is the sum of the groups. Groups rise
    /// and fall together, so how wide it is is told by the sums of the past, unless the groups
    /// apart make it wider.
    pub fn over(&self, months: Range<usize>) -> Expected {
        let spreads = self.groups.iter().map(|it| it.course.spread(&months));
        let add = |sum: Spread, it: Spread| Spread {
            mean: sum.mean + it.mean,
            variance: sum.variance + it.variance,
        };
        let apart = spreads.fold(Spread::default(), add);
        let together = self.together.spread(&months).variance;
        Spread { variance: apart.variance.max(together), ..apart }.expected()
    }

    /// The months of a year that are still to come, as places in the forecast; empty for a year
    /// that is over or past the horizon.
    pub fn months_of(&self, year: i16) -> Range<usize> {
        let place = |month: Option<Month>| {
            let steps = month.map_or(0, |it| it.since(self.from));
            usize::try_from(steps).unwrap_or(0).min(usize::from(HORIZON))
        };
        place(Month::new(year, 1))..place(Month::new(year.saturating_add(1), 1))
    }
}

/// What is expected from what came before, with extra people that were announced.
///
/// Announced people of months that are over are taken out of what came, so that they do not lift
/// the level. `horizon` is in months, at most [`HORIZON`].
///
/// ```
/// use jiff::civil::date;
/// use sleutel_domain::{GroupCode, steering::forecast::{Month, Past, forecast}};
///
/// let shelter = GroupCode::new("shelter").unwrap();
/// let came = (0..48).map(|back| (shelter.clone(), date(2022 + back / 12, (back % 12 + 1) as i8, 9), 10));
/// let past = Past::count(&[shelter.clone()], came, date(2026, 1, 1));
/// let year = forecast(&past, &[], 12).over(0..12);
/// assert!((110.0..130.0).contains(&year.mean));
/// assert!(year.low < year.middle && year.middle < year.high);
/// ```
pub fn forecast(past: &Past, announced: &[Announced], horizon: u8) -> Forecast {
    let fit = Fit::of(past, announced);
    let months = i32::from(horizon.min(HORIZON));
    let ahead = |of: Option<&GroupCode>| -> Vec<Ahead> {
        let month = |at: i32| {
            let month = past.until().plus(at);
            let left = if at == 0 { past.left() } else { 1.0 };
            let extra = announced.iter().filter(|it| it.month == month);
            let extra = extra.filter(|it| of.is_some_and(|group| it.group == *group));
            let extra: f64 = extra.map(|it| f64::from(it.people)).sum();
            Ahead { exposure: fit.exposure(month) * left, announced: extra * left }
        };
        (0..months).map(month).collect()
    };
    let groups = past.groups().iter().zip(&fit.groups).map(|(it, found)| {
        let months = u16::try_from(found.months).unwrap_or(u16::MAX);
        GroupForecast {
            group: it.group.clone(),
            basis: match months {
                0 => Basis::Nothing,
                1..=11 => Basis::Short { months },
                _ => Basis::Enough { months },
            },
            course: Course::new(found, ahead(Some(&it.group))),
        }
    });
    Forecast {
        from: past.until(),
        season: fit.season,
        groups: groups.collect(),
        together: Course::new(&fit.together, ahead(None)),
    }
}

#[cfg(test)]
mod tests;
