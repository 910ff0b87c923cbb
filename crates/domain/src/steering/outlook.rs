//! What a year will have come to at its end, when homes go on coming as they did.
//!
//! Homes come one by one at a rate nobody knows. Of the rate we know what this year brought so
//! far and, for as long as [`BEFORE_DAYS`], what the year before brought: a gamma distribution.
//! What is still to come in the days that are left is then negative binomial (A. Gelman and
//! others, *Bayesian Data Analysis*, 3rd edition, 2013, section 2.6). It says what happens when
//! nobody steers, so a ceiling does not hold it back.

/// The year before counts for so many days of this year.
pub const BEFORE_DAYS: u32 = 30;

/// How a year went so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SoFar {
    /// Homes realised.
    pub realised: u32,
    /// Days of the year that are over.
    pub days_gone: u32,
    /// Days that are left.
    pub days_left: u32,
    /// Homes of the whole year before, where that is known.
    pub year_before: Option<u32>,
}

/// What is to be expected at the end of a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    realised: u32,
    /// The chance of each number of homes still to come, from `first` on; adds up to 1.
    chances: Vec<f64>,
    first: u32,
}

impl Outlook {
    /// Works it out.
    ///
    /// ```
    /// use sleutel_domain::steering::{Outlook, SoFar};
    ///
    /// let half = SoFar { realised: 100, days_gone: 182, days_left: 183, year_before: Some(200) };
    /// let year = Outlook::new(half);
    /// assert!((195..=205).contains(&year.quantile(0.5)));
    /// assert!(year.quantile(0.1) < 190 && year.quantile(0.9) > 210);
    /// assert!(year.chance_below(150) < 0.001);
    /// ```
    pub fn new(so_far: SoFar) -> Self {
        let SoFar { realised, days_gone, days_left, year_before } = so_far;
        // Jeffreys' half keeps a group without homes so far from being held to none for ever.
        let before = year_before.map_or((0.5, 0.0), |homes| {
            let days = f64::from(BEFORE_DAYS);
            (f64::from(homes) * days / 365.0 + 0.5, days)
        });
        let shape = f64::from(realised) + before.0;
        let days = (f64::from(days_gone) + before.1).max(1.0);
        let (first, chances) = still_to_come(shape, days, f64::from(days_left));
        Self { realised, chances, first }
    }

    /// The least number of homes that the year ends with or below with this chance, from 0 to 1.
    pub fn quantile(&self, chance: f64) -> u32 {
        let mut sum = 0.0;
        let mut at = self.first;
        for one in &self.chances {
            sum += one;
            if sum >= chance {
                break;
            }
            at = at.saturating_add(1);
        }
        let last = u32::try_from(self.chances.len()).unwrap_or(u32::MAX).saturating_sub(1);
        self.realised.saturating_add(at.min(self.first.saturating_add(last)))
    }

    /// The mean.
    pub fn mean(&self) -> f64 {
        let from = f64::from(self.realised) + f64::from(self.first);
        let weighed = self.chances.iter().zip(0_u32..).map(|(one, at)| one * f64::from(at));
        from + weighed.sum::<f64>()
    }

    /// The chance that the year ends with fewer homes than this.
    pub fn chance_below(&self, homes: u32) -> f64 {
        let before = i64::from(homes) - i64::from(self.realised) - i64::from(self.first);
        let before = usize::try_from(before).unwrap_or(0);
        self.chances.iter().take(before).sum::<f64>().clamp(0.0, 1.0)
    }

    /// The chance that the year ends with more homes than this.
    pub fn chance_above(&self, homes: u32) -> f64 {
        (1.0 - self.chance_below(homes.saturating_add(1))).clamp(0.0, 1.0)
    }
}

/// The chances of each number of homes in the days left, and the number the first is of. What
/// is less likely than one in 10^14 beside the likeliest is left out.
fn still_to_come(shape: f64, days: f64, days_left: f64) -> (u32, Vec<f64>) {
    const LEAST: f64 = 1e-14;
    const MOST: u32 = 10_000_000;
    if days_left <= 0.0 {
        return (0, vec![1.0]);
    }
    let chance = days_left / (days + days_left);
    // From one number to the next: p(k + 1) / p(k).
    let step = |k: u32| (shape + f64::from(k)) / (f64::from(k) + 1.0) * chance;
    let likeliest = ((shape - 1.0) * days_left / days).max(0.0).floor().min(f64::from(MOST));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and MOST"
    )]
    let likeliest = likeliest as u32;
    let mut below = Vec::new();
    let mut weight = 1.0;
    let mut first = likeliest;
    while first > 0 && weight > LEAST {
        weight /= step(first - 1);
        first -= 1;
        below.push(weight);
    }
    let mut chances: Vec<f64> = below.into_iter().rev().collect();
    weight = 1.0;
    let mut at = likeliest;
    while weight > LEAST && at < MOST.saturating_mul(2) {
        chances.push(weight);
        weight *= step(at);
        at += 1;
    }
    let sum: f64 = chances.iter().sum();
    for one in &mut chances {
        *one /= sum;
    }
    (first, chances)
}

/// That a year will probably end too far from what was agreed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Warning {
    /// More than the margin below.
    Short {
        /// With this chance, from 0 to 1.
        chance: f64,
    },
    /// More than the margin above.
    Over {
        /// With this chance, from 0 to 1.
        chance: f64,
    },
}

impl Warning {
    /// A warning when the year ends more than `percent` below `least` homes or above `most`
    /// with a chance of a half or more. On a number that small that the margin is less than a
    /// home, the margin is a home.
    pub fn of(outlook: &Outlook, least: u32, most: Option<u32>, percent: u8) -> Option<Self> {
        let margin = |homes: u32| {
            let margin = (u64::from(homes) * u64::from(percent) / 100).max(1);
            u32::try_from(margin).unwrap_or(u32::MAX)
        };
        let short = outlook.chance_below(least.saturating_sub(margin(least)));
        let over = most.map_or(0.0, |it| outlook.chance_above(it.saturating_add(margin(it))));
        match (short >= 0.5, over >= 0.5) {
            (true, _) => Some(Self::Short { chance: short }),
            (_, true) => Some(Self::Over { chance: over }),
            (false, false) => None,
        }
    }

    /// How sure, from a half to 1.
    pub fn chance(self) -> f64 {
        let (Self::Short { chance } | Self::Over { chance }) = self;
        chance
    }
}

/// Weeks until whoever waits now has a home, when `homes` still come in `days` days and nobody
/// new goes first; `None` when no home comes and somebody waits (Little's law, read as a bound:
/// whoever comes last in line waits so long).
pub fn weeks_to_help(waiting: u32, homes: u32, days: u32) -> Option<f64> {
    match (waiting, homes, days) {
        (0, ..) => Some(0.0),
        (_, 0, _) | (_, _, 0) => None,
        (waiting, homes, days) => {
            Some(f64::from(waiting) * f64::from(days) / f64::from(homes) / 7.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn so_far(realised: u32, gone: u32, before: Option<u32>) -> SoFar {
        SoFar { realised, days_gone: gone, days_left: 365 - gone, year_before: before }
    }

    #[test]
    fn the_chances_are_those_of_the_negative_binomial() {
        // Shape 2.5 (two homes and a half), a year half over: p(0) = 2^-2.5, and from there
        // p(1) = 2.5 / 2 p(0), p(2) = 3.5 / 4 p(1).
        let year =
            Outlook::new(SoFar { realised: 2, days_gone: 100, days_left: 100, year_before: None });
        let nought = 0.5_f64.powf(2.5);
        assert!((year.chance_below(3) - nought).abs() < 1e-12);
        assert!((year.chance_below(4) - nought * 2.25).abs() < 1e-12);
        assert!((year.chance_below(5) - nought * (2.25 + 1.25 * 0.875)).abs() < 1e-12);
        assert!((year.mean() - 4.5).abs() < 1e-9, "{}", year.mean());
        assert!((year.chance_above(4) + year.chance_below(5) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn on_the_last_day_nothing_is_uncertain() {
        let year = Outlook::new(so_far(120, 365, Some(100)));
        assert_eq!([0.0, 0.1, 0.5, 0.9, 1.0].map(|it| year.quantile(it)), [120; 5]);
        assert!(year.chance_below(120) < 1e-12 && year.chance_above(120) < 1e-12);
    }

    #[test]
    fn on_the_first_day_the_year_before_says_what_to_expect() {
        let year = Outlook::new(so_far(0, 0, Some(1_825)));
        assert!((year.mean() - 1_825.0).abs() < 10.0, "{}", year.mean());
        let alone = Outlook::new(so_far(0, 0, None));
        assert!(alone.quantile(0.9) > 100, "knows nothing, and says so");
    }

    #[test]
    fn bands_close_as_the_year_goes_by_and_countries_do_not_break_it() {
        let wide = |gone: u32, realised| {
            let it = Outlook::new(so_far(realised, gone, Some(365)));
            it.quantile(0.9) - it.quantile(0.1)
        };
        assert!(wide(60, 60) > wide(180, 180) && wide(180, 180) > wide(330, 330));
        let country = Outlook::new(so_far(20_000, 182, Some(40_000)));
        assert!((country.mean() - 40_110.0).abs() < 60.0, "{}", country.mean());
        assert!(country.quantile(0.1) < country.quantile(0.5));
    }

    #[test]
    fn a_warning_says_how_sure() {
        let slow = Outlook::new(so_far(50, 182, Some(200)));
        let Some(Warning::Short { chance }) = Warning::of(&slow, 200, Some(200), 10) else {
            panic!("half of what was agreed")
        };
        assert!(chance > 0.99);
        assert!(Warning::of(&slow, 108, Some(108), 10).is_none());
        let fast = Outlook::new(so_far(150, 182, Some(200)));
        assert!(
            matches!(Warning::of(&fast, 200, Some(200), 10), Some(Warning::Over { chance }) if chance > 0.99)
        );
        assert!(Warning::of(&fast, 200, None, 10).is_none(), "without a ceiling");
        // Of three homes one more or less is no reason to worry.
        let few = Outlook::new(so_far(2, 365, None));
        assert!(Warning::of(&few, 3, Some(3), 10).is_none());
    }

    #[test]
    fn who_waits_is_helped_at_the_pace_of_the_homes() {
        assert_eq!(weeks_to_help(0, 0, 0), Some(0.0));
        assert_eq!(weeks_to_help(5, 0, 100), None);
        assert_eq!(weeks_to_help(52, 52, 364), Some(52.0));
    }
}
