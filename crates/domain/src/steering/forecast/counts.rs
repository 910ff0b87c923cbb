//! Counts with more spread than Poisson has.

/// The parts of a hundred below which the lower, middle and upper figure lie.
const QUANTILES: [f64; 3] = [0.1, 0.5, 0.9];
/// What is less likely than the likeliest count by so much is left out.
const NEGLIGIBLE: f64 = 1e-12;
/// Counts looked at on either side of the likeliest one; a bound on time, far above any city.
const MOST_TERMS: u32 = 500_000;

/// How many people are expected, and how sure that is.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Expected {
    /// On average.
    pub mean: f64,
    /// One in ten times it is fewer.
    pub low: u32,
    /// Half of the times it is fewer.
    pub middle: u32,
    /// One in ten times it is more.
    pub high: u32,
}

impl Expected {
    /// The same with people who came already.
    #[must_use]
    pub fn plus(self, came: u32) -> Self {
        Self {
            mean: self.mean + f64::from(came),
            low: self.low.saturating_add(came),
            middle: self.middle.saturating_add(came),
            high: self.high.saturating_add(came),
        }
    }

    /// Whether what came lies within the band of eighty in a hundred.
    pub fn holds(&self, came: u32) -> bool {
        (self.low..=self.high).contains(&came)
    }

    /// How far off it is from what came: the pinball loss, averaged over the three figures (R.
    /// Koenker and G. Bassett, *Econometrica* 46, 1978). In people, and less is better.
    pub(super) fn loss(&self, came: f64) -> f64 {
        let figures = [self.low, self.middle, self.high].map(f64::from);
        loss(figures, came)
    }
}

/// The pinball loss of three figures.
pub(super) fn loss(figures: [f64; 3], came: f64) -> f64 {
    let each = figures.into_iter().zip(QUANTILES).map(|(figure, part)| {
        let above = came - figure;
        (part * above).max((part - 1.0) * above)
    });
    each.sum::<f64>() / 3.0
}

/// Mean and variance of a count.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Spread {
    pub(super) mean: f64,
    pub(super) variance: f64,
}

impl Spread {
    /// The figures of the negative binomial distribution with this mean and variance, or of the
    /// Poisson distribution where the variance is no more than the mean.
    pub(super) fn expected(self) -> Expected {
        let Self { mean, variance } = self;
        if mean.is_nan() || mean <= 1e-9 {
            return Expected::default();
        }
        // With this shape the step from one count to the next is (k + shape) / (k + 1) * odds.
        let extra = variance - mean;
        let shape = if extra > mean * 1e-9 { mean * mean / extra } else { f64::INFINITY };
        let up = |count: f64| {
            if shape.is_finite() {
                (count + shape) / (count + 1.0) * (mean / (shape + mean))
            } else {
                mean / (count + 1.0)
            }
        };
        let likeliest = if shape.is_finite() { (shape - 1.0) * mean / shape } else { mean };
        let top = whole(likeliest);
        let mut below = Vec::new();
        let mut weight = 1.0;
        for count in (0..top).rev().take(MOST_TERMS as usize) {
            weight /= up(f64::from(count));
            if weight < NEGLIGIBLE {
                break;
            }
            below.push(weight);
        }
        let least = top.saturating_sub(u32::try_from(below.len()).unwrap_or(u32::MAX));
        let mut weights: Vec<f64> = below.into_iter().rev().chain([1.0]).collect();
        let mut weight = 1.0;
        for count in (top..).take(MOST_TERMS as usize) {
            weight *= up(f64::from(count));
            if weight < NEGLIGIBLE {
                break;
            }
            weights.push(weight);
        }
        let total: f64 = weights.iter().sum();
        let at = |part: f64| {
            let mut sum = 0.0;
            let reached = weights.iter().position(|it| {
                sum += it;
                sum >= part * total
            });
            let place = reached.unwrap_or(weights.len().saturating_sub(1));
            least.saturating_add(u32::try_from(place).unwrap_or(u32::MAX))
        };
        let [low, middle, high] = QUANTILES.map(at);
        Expected { mean, low, middle, high }
    }
}

/// The whole number below, 0 for what is less.
fn whole(number: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "kept within the range just before"
    )]
    let whole = number.clamp(0.0, 1e9) as u32;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(mean: f64, variance: f64, expected: [u32; 3]) {
        let Expected { low, middle, high, .. } = Spread { mean, variance }.expected();
        assert_eq!([low, middle, high], expected, "mean {mean}, variance {variance}");
    }

    /// By the tables of the distributions, as `scipy.stats.poisson.ppf` gives them.
    #[test]
    fn without_more_spread_the_figures_are_those_of_poisson() {
        check(0.05, 0.05, [0, 0, 0]);
        check(1.0, 1.0, [0, 1, 2]);
        check(10.0, 10.0, [6, 10, 14]);
        check(2_500.0, 2_500.0, [2_436, 2_500, 2_564]);
    }

    /// A shape of 1 is the geometric distribution, whose figures are worked out by hand: with a
    /// mean of 9 the part at or below k is 1 - 0.9^(k+1).
    #[test]
    fn with_more_spread_the_figures_are_those_of_the_negative_binomial() {
        check(9.0, 90.0, [0, 6, 21]);
    }

    #[test]
    fn nobody_expected_is_nobody() {
        check(0.0, 0.0, [0, 0, 0]);
        check(f64::NAN, 1.0, [0, 0, 0]);
    }

    #[test]
    fn the_loss_is_nought_for_who_knew_and_grows_on_either_side() {
        assert!(loss([7.0; 3], 7.0).abs() < 1e-12);
        assert!((loss([5.0; 3], 7.0) - 1.0).abs() < 1e-12);
        assert!((loss([9.0; 3], 7.0) - 1.0).abs() < 1e-12);
    }
}
