//! Distribution functions that a posterior needs, by their classical series and fractions.
//!
//! Sources: Lanczos (1964) for ln Γ, in the coefficients for g = 7 and nine terms; the series and
//! the continued fraction of the incomplete gamma and beta functions as in Abramowitz and Stegun,
//! *Handbook of Mathematical Functions* (1964), 6.5.29, 6.5.31 and 26.5.8. Quantiles are found by
//! halving, which is slow and cannot go astray.

use std::f64::consts::PI;

const LANCZOS: [f64; 9] = [
    0.999_999_999_999_809_9,
    676.520_368_121_885_1,
    -1_259.139_216_722_402_8,
    771.323_428_777_653_1,
    -176.615_029_162_140_6,
    12.507_343_278_686_905,
    -0.138_571_095_265_720_12,
    9.984_369_578_019_572e-6,
    1.505_632_735_149_311_6e-7,
];
/// Terms of a series or a fraction at most; both end far sooner.
const MOST_TERMS: u32 = 10_000;
/// Halvings of an interval: as often as a number has bits, and a few more.
const HALVINGS: u32 = 200;
/// What stands in for nought in a fraction.
const TINY: f64 = 1e-300;
const ENOUGH: f64 = 1e-14;

/// ln Γ(x) for x above 0.
fn ln_gamma(x: f64) -> f64 {
    if x < 0.5 {
        return (PI / (PI * x).sin()).ln() - ln_gamma(1.0 - x);
    }
    let x = x - 1.0;
    let sum: f64 = LANCZOS
        .iter()
        .zip(0_u32..)
        .map(|(term, at)| if at == 0 { *term } else { term / (x + f64::from(at)) })
        .sum();
    let t = x + 7.5;
    0.5 * (2.0 * PI).ln() + (x + 0.5) * t.ln() - t + sum.ln()
}

/// The part of a Gamma distribution of this shape, and of scale 1, that lies below `x`.
pub(crate) fn gamma_below(shape: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let front = (shape * x.ln() - x - ln_gamma(shape)).exp();
    if x < shape + 1.0 {
        let (mut term, mut sum) = (1.0 / shape, 1.0 / shape);
        for at in 1..MOST_TERMS {
            term *= x / (shape + f64::from(at));
            sum += term;
            if term < sum * ENOUGH {
                break;
            }
        }
        return (front * sum).min(1.0);
    }
    // Lentz's way through the fraction of the part above.
    let mut b = x + 1.0 - shape;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / b;
    let mut h = d;
    for at in 1..MOST_TERMS {
        let at = f64::from(at);
        let a = -at * (at - shape);
        b += 2.0;
        d = 1.0 / kept_off_nought(a * d + b);
        c = kept_off_nought(b + a / c);
        let change = d * c;
        h *= change;
        if (change - 1.0).abs() < ENOUGH {
            break;
        }
    }
    (1.0 - front * h).clamp(0.0, 1.0)
}

/// The part of a Beta distribution that lies below `x`.
pub(crate) fn beta_below(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return if x <= 0.0 { 0.0 } else { 1.0 };
    }
    let front = ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * x.ln() + b * (1.0 - x).ln();
    let front = front.exp();
    if x < (a + 1.0) / (a + b + 2.0) {
        (front * beta_fraction(a, b, x) / a).clamp(0.0, 1.0)
    } else {
        (1.0 - front * beta_fraction(b, a, 1.0 - x) / b).clamp(0.0, 1.0)
    }
}

fn beta_fraction(a: f64, b: f64, x: f64) -> f64 {
    let mut c = 1.0;
    let mut d = 1.0 / kept_off_nought(1.0 - (a + b) * x / (a + 1.0));
    let mut h = d;
    for at in 1..MOST_TERMS {
        let m = f64::from(at);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for step in [even, odd] {
            d = 1.0 / kept_off_nought(1.0 + step * d);
            c = kept_off_nought(1.0 + step / c);
            change = d * c;
            h *= change;
        }
        if (change - 1.0).abs() < ENOUGH {
            break;
        }
    }
    h
}

fn kept_off_nought(x: f64) -> f64 {
    if x.abs() < TINY { TINY } else { x }
}

/// The value below which this part lies, between `low` and `high`.
pub(crate) fn quantile(part: f64, (low, high): (f64, f64), below: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (low, high);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if below(middle) < part {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-9 * expected.abs().max(1.0), "{found}, {expected}");
    }

    #[test]
    fn ln_gamma_is_that_of_factorials_and_of_a_half() {
        near(ln_gamma(1.0), 0.0);
        near(ln_gamma(11.0), 3_628_800_f64.ln());
        near(ln_gamma(0.5), PI.sqrt().ln());
        near(ln_gamma(0.1), 2.252_712_651_734_206);
    }

    #[test]
    fn a_gamma_of_shape_1_is_exponential_and_of_whole_shape_a_sum_of_poisson() {
        for x in [0.01, 0.7, 1.9, 2.1, 30.0] {
            near(gamma_below(1.0, x), 1.0 - (-x).exp());
            let of_three = 1.0 - (-x).exp() * (1.0 + x + x * x / 2.0);
            near(gamma_below(3.0, x), of_three);
        }
        near(gamma_below(2.0, 0.0), 0.0);
    }

    #[test]
    fn a_beta_is_the_one_that_can_be_written_out() {
        for x in [0.001, 0.2, 0.5, 0.77, 0.999] {
            near(beta_below(1.0, 4.0, x), 1.0 - (1.0 - x).powi(4));
            near(beta_below(2.0, 2.0, x), 3.0 * x * x - 2.0 * x * x * x);
            near(beta_below(0.5, 0.5, x), 2.0 / PI * x.sqrt().asin());
        }
        near(beta_below(3.0, 2.0, 1.0), 1.0);
    }
}
