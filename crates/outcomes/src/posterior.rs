//! What counts and times say about a rate or a share, with how sure it is.
//!
//! A rate: events in a time at risk are Poisson, the prior is Jeffreys's (a Gamma of shape ½), so
//! what follows is a Gamma. A share: the prior is Jeffreys's (a Dirichlet of ½ each), so each share
//! by itself is a Beta. Counts of years that differ more than Poisson has it are taken for fewer
//! events than they are (quasi-Poisson). Intervals are of eighty in a hundred, as many above as below.
//!
//! Sources: Jeffreys (1946) for the priors; McCullagh and Nelder, *Generalized Linear Models* (1989),
//! for the spread by Pearson's sum. Which rows of a table they are used for is in
//! `docs/method/calibration.md`.

use crate::special::{beta_below, gamma_below, quantile};

/// The part below the lower end of an interval, and above the upper.
const TAIL: f64 = 0.1;

/// A figure with its interval of eighty in a hundred.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// On average, over what may be so.
    pub mean: f64,
    /// One in ten times it is less.
    pub low: f64,
    /// One in ten times it is more.
    pub high: f64,
}

impl Figure {
    /// Something that was counted, and is certain.
    pub fn certain(value: f64) -> Self {
        Self { mean: value, low: value, high: value }
    }

    /// The same, so many times.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self { mean: self.mean * factor, low: self.low * factor, high: self.high * factor }
    }

    /// The same with what is certain added.
    #[must_use]
    pub fn plus(self, more: f64) -> Self {
        Self { mean: self.mean + more, low: self.low + more, high: self.high + more }
    }

    /// Whether a value lies within the interval.
    pub fn holds(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }
}

/// A rate: so many events in so much time at risk, with a spread as of [`spread`] (1: Poisson).
///
/// `None` without time.
pub fn rate(events: u32, time: f64, spread: f64) -> Option<Figure> {
    let spread = spread.max(1.0);
    let (shape, per) = (f64::from(events) / spread + 0.5, time / spread);
    if !per.is_finite() || per <= 0.0 {
        return None;
    }
    // Far beyond: forty times the standard deviation, and more for a small shape.
    let most = shape + 40.0 * shape.sqrt() + 40.0;
    let at = |part| quantile(part, (0.0, most), |x| gamma_below(shape, x)) / per;
    Some(Figure { mean: shape / per, low: at(TAIL), high: at(1.0 - TAIL) })
}

/// The share of one of `kinds` kinds: so many of so many. `None` with fewer than two kinds, or when there are more than all.
pub fn share(of: u32, all: u32, kinds: u32) -> Option<Figure> {
    let others = all.checked_sub(of)?;
    if kinds < 2 {
        return None;
    }
    let a = f64::from(of) + 0.5;
    let b = f64::from(others) + 0.5 * f64::from(kinds - 1);
    let at = |part| quantile(part, (0.0, 1.0), |x| beta_below(a, b, x));
    Some(Figure { mean: a / (a + b), low: at(TAIL), high: at(1.0 - TAIL) })
}

/// How much more counts of years of one length differ than Poisson has it: Pearson's sum over its
/// degrees of freedom, over several rows of years together; never below 1. Rows of fewer than two
/// years, or in which nothing happened, say nothing.
pub fn spread(rows: &[Vec<u32>]) -> f64 {
    let (mut sum, mut freedom) = (0.0, 0.0);
    for row in rows.iter().filter(|it| it.len() > 1) {
        let mean = row.iter().copied().map(f64::from).sum::<f64>() / row.len() as f64;
        if mean > 0.0 {
            sum += row.iter().map(|it| (f64::from(*it) - mean).powi(2) / mean).sum::<f64>();
            freedom += row.len() as f64 - 1.0;
        }
    }
    if freedom > 0.0 { (sum / freedom).max(1.0) } else { 1.0 }
}

/// The ends of the triangle that has its top at the mean and the interval of eighty in a hundred as
/// its own, for whoever draws from a triangle; between `least` and `most`.
///
/// Where an end would lie beyond `least` or `most` it is put there, and the other is found with it.
pub fn triangle(of: Figure, least: f64, most: f64) -> [f64; 3] {
    let top = of.mean.clamp(of.low, of.high);
    let (below, above) = (top - of.low, of.high - top);
    // A side of length `a`, of `w` in all, has a tenth beyond `d` from the top: (a − d)² = w·a / 10.
    let side = |d: f64, w: f64| {
        let half = d + TAIL * w / 2.0;
        half + (half * half - d * d).max(0.0).sqrt()
    };
    let (room_below, room_above) = ((top - least).max(0.0), (most - top).max(0.0));
    let (mut a, mut b) = (below, above);
    // Each turn brings them nearer by two thirds at least.
    for _ in 0..200 {
        let width = a + b;
        (a, b) = (side(below, width).min(room_below), side(above, width).min(room_above));
    }
    // A value that is certain has no triangle.
    if of.low.total_cmp(&of.high).is_eq() {
        return [top; 3];
    }
    [top, top - a, top + b]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn near(found: f64, expected: f64, by: f64) {
        assert!((found - expected).abs() < by, "{found} and not {expected}");
    }

    /// Twice a Gamma is a chi-square of twice the degrees: the tables of Abramowitz and Stegun, 26.8.
    #[test]
    fn intervals_of_rates_are_those_of_the_tables_of_chi_square() {
        // No event: shape ½, one degree.
        let none = rate(0, 0.5, 1.0).unwrap();
        near(none.low, 0.015_791, 1e-5);
        near(none.high, 2.705_543, 1e-5);
        // Shape 4½, nine degrees.
        let four = rate(4, 0.5, 1.0).unwrap();
        near(four.low, 4.168_159, 1e-5);
        near(four.high, 14.683_657, 1e-5);
        near(four.mean, 9.0, 1e-12);
        assert_eq!(rate(3, 0.0, 1.0), None);
    }

    #[test]
    fn a_wider_spread_counts_for_fewer_events() {
        let (narrow, wide) = (rate(100, 5.0, 1.0).unwrap(), rate(100, 5.0, 4.0).unwrap());
        assert!(wide.low < narrow.low && wide.high > narrow.high);
        let ratio = (wide.high - wide.low) / (narrow.high - narrow.low);
        near(ratio, 2.0, 0.02);
        near(spread(&[vec![10, 10, 10]]), 1.0, 1e-12);
        // Mean 10, squares 16 + 0 + 16, over 10 and over two degrees of freedom.
        near(spread(&[vec![6, 10, 14], vec![0, 0], vec![9]]), 1.6, 1e-12);
    }

    /// With one of two kinds and nothing seen it is the arcsine distribution, whose quantiles are
    /// sin²(π p / 2).
    #[test]
    fn intervals_of_shares_are_those_of_the_arcsine_and_of_the_uniform_distribution() {
        let nothing = share(0, 0, 2).unwrap();
        near(nothing.low, (std::f64::consts::PI * 0.05).sin().powi(2), 1e-9);
        near(nothing.mean, 0.5, 1e-12);
        // Of three kinds: Beta(½, 1), whose quantiles are p².
        let third = share(0, 0, 3).unwrap();
        near(third.low, 0.01, 1e-9);
        near(third.high, 0.81, 1e-9);
        assert_eq!((share(3, 2, 2), share(1, 2, 1)), (None, None));
    }

    #[test]
    fn shares_of_all_kinds_add_up() {
        let all = [3, 0, 7, 40].map(|it| share(it, 50, 4).unwrap().mean);
        near(all.iter().sum(), 1.0, 1e-12);
    }

    /// The part of a triangle below a value.
    fn below([top, low, high]: [f64; 3], x: f64) -> f64 {
        if x <= top {
            (x - low).powi(2) / ((high - low) * (top - low))
        } else {
            1.0 - (high - x).powi(2) / ((high - low) * (high - top))
        }
    }

    #[test]
    fn a_tenth_of_the_triangle_lies_below_the_interval_and_a_tenth_above() {
        for of in [rate(40, 5.0, 1.0), rate(200, 8.0, 3.0), share(30, 80, 3)] {
            let of = of.unwrap();
            let ends = triangle(of, 0.0, f64::INFINITY);
            near(below(ends, of.low), 0.1, 1e-6);
            near(below(ends, of.high), 0.9, 1e-6);
        }
    }

    #[test]
    fn a_triangle_stays_within_what_can_be_and_a_certain_value_has_none() {
        let of = rate(0, 10.0, 1.0).unwrap();
        let ends = triangle(of, 0.0, 100.0);
        near(ends[1], 0.0, 1e-12);
        near(below(ends, of.high), 0.9, 1e-6);
        let most = share(50, 50, 2).unwrap();
        assert!(triangle(most, 0.0, 1.0)[2] <= 1.0);
        let certain = triangle(Figure::certain(7.0), 0.0, 100.0);
        assert_eq!(certain.map(f64::to_bits), [7.0_f64; 3].map(f64::to_bits));
    }
}
