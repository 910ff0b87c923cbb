//! From what came to level, season, spread and how fast the past is forgotten.

use super::{Announced, GroupPast, Month, Past};

/// What a month may count for after one month more. Which of them holds is read from the past.
const FORGETTING: [f64; 6] = [0.85, 0.90, 0.94, 0.97, 0.985, 1.0];
/// The same as long as the past is too short to tell.
const FORGETTING_UNTOLD: f64 = 0.97;
/// Months of a group that only warm up before forecasts of them are judged.
const WARM_UP: usize = 12;
/// Months before anything is said about the season: two times each month of the year, with half
/// a year on either side.
const SEASON_FROM: usize = 36;
/// Months the pool counts for when the spread of one group is told.
const POOL_MONTHS: f64 = 24.0;
/// The most the spread may be, as times that of a Poisson count.
const MOST_DISPERSION: f64 = 25.0;

/// Gamma distribution of a level.
#[derive(Debug, Clone, Copy)]
struct Level {
    shape: f64,
    rate: f64,
}

impl Level {
    fn mean(self) -> f64 {
        self.shape / self.rate
    }

    fn variance(self) -> f64 {
        self.shape / (self.rate * self.rate)
    }
}

/// What was found of one group, or of all together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    level: Level,
    pub(super) dispersion: f64,
    /// What a month counts for after one month more.
    pub(super) forgetting: f64,
    /// Whole months since the first of the group came.
    pub(super) months: usize,
}

impl Found {
    pub(super) fn level(&self) -> f64 {
        self.level.mean()
    }

    /// Variance of the level.
    pub(super) fn unsure(&self) -> f64 {
        self.level.variance()
    }
}

/// What was found of all groups.
#[derive(Debug, Clone)]
pub(super) struct Fit {
    pub(super) season: [f64; 12],
    pub(super) groups: Vec<Found>,
    /// Of the sums over all groups, as if they were one.
    pub(super) together: Found,
}

/// The months of one group, from the first in which anybody came: what came and what the month is
/// of an average one.
type Series = Vec<(f64, f64)>;

impl Fit {
    pub(super) fn of(past: &Past, announced: &[Announced]) -> Self {
        let counts: Vec<Vec<f64>> =
            past.groups().iter().map(|it| ordinary(past, it, announced)).collect();
        let sums: Vec<f64> =
            (0..past.months()).map(|at| counts.iter().filter_map(|it| it.get(at)).sum()).collect();
        let season = season(&sums, past);
        let series = |counts: &Vec<f64>| -> Series {
            let months = (0_i32..).map(|at| factor(&season, past.from().plus(at)));
            let months = counts.iter().copied().zip(months);
            months.skip_while(|(came, _)| *came < 0.5).collect()
        };
        let each: Vec<Series> = counts.iter().map(series).collect();
        let sums = [series(&sums)];
        let groups = found(&each, pool(&each));
        let together = found(&sums, pool(&sums)).into_iter().next();
        let nobody = || walk(&Series::new(), pool(&[]), FORGETTING_UNTOLD, 1.0).0;
        let together = together.unwrap_or_else(|| Found {
            level: nobody(),
            dispersion: 1.0,
            forgetting: FORGETTING_UNTOLD,
            months: 0,
        });
        Self { season, groups, together }
    }

    /// What a month is of an average one.
    pub(super) fn exposure(&self, month: Month) -> f64 {
        factor(&self.season, month)
    }
}

/// Level, spread and forgetting of each group. How fast a group forgets is what would have
/// forecast it best, with all groups together counting for [`POOL_MONTHS`] months more.
fn found(series: &[Series], prior: Level) -> Vec<Found> {
    let tried: Vec<(f64, Vec<f64>, Vec<Judged>)> = FORGETTING
        .iter()
        .map(|forgetting| {
            let spreads = spreads(series, prior, *forgetting);
            let judge = |(it, spread): (&Series, &f64)| walk(it, prior, *forgetting, *spread).1;
            let judged = series.iter().zip(&spreads).map(judge).collect();
            (*forgetting, spreads, judged)
        })
        .collect();
    let each = series.iter().enumerate().map(|(at, it)| {
        let best = tried.iter().filter_map(|(forgetting, spreads, judged)| {
            let months: usize = judged.iter().map(|it| it.months).sum();
            let pooled = judged.iter().map(|it| it.score).sum::<f64>() / months.max(1) as f64;
            let score = judged.get(at)?.score + POOL_MONTHS * pooled;
            (months > 0).then_some((*forgetting, *spreads.get(at)?, score))
        });
        let best = best.min_by(|a, b| a.2.total_cmp(&b.2));
        let (forgetting, dispersion) = best.map_or((FORGETTING_UNTOLD, 1.0), |it| (it.0, it.1));
        let (level, _) = walk(it, prior, forgetting, dispersion);
        Found { level, dispersion, forgetting, months: it.len() }
    });
    each.collect()
}

fn factor(season: &[f64; 12], month: Month) -> f64 {
    let at = usize::try_from(month.number() - 1).unwrap_or(0);
    season.get(at).copied().unwrap_or(1.0)
}

/// What came, without people who had been announced.
fn ordinary(past: &Past, group: &GroupPast, announced: &[Announced]) -> Vec<f64> {
    let months = (0_i32..).map(|at| past.from().plus(at));
    let extra = |month: Month| -> u32 {
        let of = announced.iter().filter(|it| it.group == group.group && it.month == month);
        of.map(|it| it.people).fold(0, u32::saturating_add)
    };
    let counts = group.counts.iter().zip(months);
    counts.map(|(count, month)| f64::from(count.saturating_sub(extra(month)))).collect()
}

/// What January to December are of an average month, over all groups together: what came against
/// the mean of the twelve months round it (ratio to moving average; W. M. Persons, *Review of
/// Economic Statistics* 1, 1919), drawn towards one as far as chance alone could make it (James
/// and Stein). All one before [`SEASON_FROM`] months.
fn season(totals: &[f64], past: &Past) -> [f64; 12] {
    let months = totals.len();
    let mut season = [1.0; 12];
    if months < SEASON_FROM {
        return season;
    }
    // Thirteen months, the first and the last by half.
    let around: Vec<(usize, f64, f64)> = totals
        .windows(13)
        .enumerate()
        .filter_map(|(at, window)| {
            let ends = window.first()? + window.last()?;
            let mean = (window.iter().sum::<f64>() - ends / 2.0) / 12.0;
            let month = past.from().plus(i32::try_from(at + 6).ok()?);
            let place = usize::try_from(month.number() - 1).ok()?;
            (mean > 0.0).then_some((place, *window.get(6)?, mean))
        })
        .collect();
    let sums = |place: usize| {
        let of = around.iter().filter(|it| it.0 == place);
        of.fold((0.0, 0.0), |sum, it| (sum.0 + it.1, sum.1 + it.2))
    };
    let ratios: Vec<(f64, f64)> = (0..12)
        .map(|place| {
            let (came, mean) = sums(place);
            if mean > 0.0 { (came / mean, mean) } else { (1.0, 0.0) }
        })
        .collect();
    let ratio = |place: usize| ratios.get(place).map_or(1.0, |it| it.0);
    let off = |it: &(usize, f64, f64)| (it.1 - ratio(it.0) * it.2).powi(2) / it.2;
    let freedom = around.len().saturating_sub(12).max(1) as f64;
    let dispersion = (around.iter().map(off).sum::<f64>() / freedom).max(1.0);
    let chance = |mean: f64| if mean > 0.0 { dispersion / mean } else { f64::INFINITY };
    let known = ratios.iter().filter(|it| it.1 > 0.0);
    let real: f64 = known.map(|(it, mean)| (it - 1.0).powi(2) - chance(*mean)).sum::<f64>() / 12.0;
    let real = real.max(0.0);
    for (factor, (ratio, mean)) in season.iter_mut().zip(&ratios) {
        let kept = if *mean > 0.0 { real / (real + chance(*mean)) } else { 0.0 };
        *factor = (1.0 + (ratio - 1.0) * kept).max(0.05);
    }
    let mean = season.iter().sum::<f64>() / 12.0;
    season.map(|it| it / mean)
}

/// How levels lie over the groups, by their moments: what is known of a group before anybody came.
fn pool(series: &[Series]) -> Level {
    let levels: Vec<f64> = series
        .iter()
        .filter(|it| !it.is_empty())
        .map(|it| {
            let (came, months) = it.iter().fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
            came / months
        })
        .collect();
    let number = levels.len() as f64;
    let mean = levels.iter().sum::<f64>() / number;
    if levels.is_empty() || mean <= 0.0 {
        // Nobody ever came in any group: about one a month, and as wide as that can be.
        return Level { shape: 0.5, rate: 0.5 };
    }
    let variance =
        levels.iter().map(|it| (it - mean).powi(2)).sum::<f64>() / (number - 1.0).max(1.0);
    let shape = if variance > 0.0 { (mean * mean / variance).clamp(0.25, 4.0) } else { 0.5 };
    Level { shape, rate: shape / mean }
}

/// What walking through the months of a group told.
#[derive(Debug, Clone, Copy, Default)]
struct Judged {
    /// Squared misses.
    missed: f64,
    /// What those would be with the spread of Poisson.
    expected: f64,
    months: usize,
    /// Sum of the scores of Dawid and Sebastiani, for mean and variance of counts (C. Czado, T.
    /// Gneiting and L. Held, *Biometrics* 65, 2009); less is better.
    score: f64,
}

/// Through the months: forget a little, forecast, look what came, learn.
fn walk(series: &Series, prior: Level, forgetting: f64, dispersion: f64) -> (Level, Judged) {
    let mut level = prior;
    let mut judged = Judged::default();
    for (at, (came, exposure)) in series.iter().copied().enumerate() {
        level = Level {
            shape: forgetting * level.shape + (1.0 - forgetting) * prior.shape,
            rate: forgetting * level.rate + (1.0 - forgetting) * prior.rate,
        };
        if at >= WARM_UP {
            let mean = exposure * level.mean();
            let unsure = exposure * exposure * level.variance();
            let variance = dispersion * mean + unsure;
            let missed = (came - mean).powi(2);
            judged.missed += missed;
            judged.expected += mean + unsure;
            judged.months += 1;
            judged.score += variance.ln() + missed / variance;
        }
        level.shape += came / dispersion;
        level.rate += exposure / dispersion;
    }
    (level, judged)
}

/// The spread of each group, drawn towards that of all groups together.
fn spreads(series: &[Series], prior: Level, forgetting: f64) -> Vec<f64> {
    let judged: Vec<Judged> = series.iter().map(|it| walk(it, prior, forgetting, 1.0).1).collect();
    let times = |it: &Judged| if it.expected > 0.0 { it.missed / it.expected } else { 1.0 };
    let weights: f64 = judged.iter().map(|it| it.months as f64).sum();
    let pooled: f64 = judged.iter().map(|it| it.months as f64 * times(it)).sum();
    let pooled = if weights > 0.0 { pooled / weights } else { 1.0 };
    let of = |it: &Judged| {
        let months = it.months as f64;
        let drawn = (months * times(it) + POOL_MONTHS * pooled) / (months + POOL_MONTHS);
        drawn.clamp(1.0, MOST_DISPERSION)
    };
    judged.iter().map(of).collect()
}
