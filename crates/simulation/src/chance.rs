//! Draws with a name: the same seed, replication, purpose, person and spell give the same
//! number under every policy, whatever else happens in the city. That makes differences
//! between policies differences of the same people ("common random numbers").

/// What a draw is for. The numbers are part of the recipe: another number, another city.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Draw {
    Arrival = 1,
    Prevented = 2,
    Kind = 3,
    Place = 4,
    Fallback = 5,
    LeavesWaiting = 6,
    Climb = 7,
    Fall = 8,
    Loses = 9,
    LeavesHome = 10,
    SupportEnds = 11,
    Returns = 12,
    HomeBack = 13,
    Home = 20,
    HomeLot = 21,
    HomeArea = 22,
    Anywhere = 23,
    Wanted = 24,
    Start = 30,
    Assumption = 40,
}

const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// The chance of one replication.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64, replication: u32) -> Self {
        let replication = u64::from(replication).wrapping_add(1);
        Self(mixed(mixed(seed).wrapping_add(replication.wrapping_mul(STEP))))
    }

    /// 64 bits. `which` tells the draws of one purpose for one person or home apart.
    pub(crate) fn bits(self, draw: Draw, who: u64, which: u32) -> u64 {
        let stream = ((draw as u64) << 32) | u64::from(which);
        let base = mixed(self.0 ^ stream.wrapping_mul(0xD1B5_4A32_D192_ED03));
        mixed(base.wrapping_add(who.wrapping_mul(STEP)))
    }

    /// Evenly between 0 and 1, never 0 and never 1.
    pub(crate) fn even(self, draw: Draw, who: u64, which: u32) -> f64 {
        const PARTS: f64 = (1_u64 << 52) as f64;
        ((self.bits(draw, who, which) >> 12) as f64 + 0.5) / PARTS
    }

    /// Exponential with mean 1: the waiting time for something that happens once a unit.
    pub(crate) fn exponential(self, draw: Draw, who: u64, which: u32) -> f64 {
        -logarithm(self.even(draw, who, which))
    }
}

/// An index, each as likely as its weight says; `even` lies between 0 and 1. The first one
/// when no weight is above 0.
pub(crate) fn pick(even: f64, weights: impl Iterator<Item = f64> + Clone) -> usize {
    let mut left = even * weights.clone().sum::<f64>();
    let mut last = 0;
    for (index, weight) in weights.enumerate() {
        if weight > 0.0 {
            last = index;
            if left < weight {
                return index;
            }
            left -= weight;
        }
    }
    last
}

/// The one index that [`pick`] can give, when there is but one: then nothing has to be drawn.
pub(crate) fn only(weights: &[f64]) -> Option<usize> {
    let mut heavy = weights.iter().enumerate().filter(|it| *it.1 > 0.0);
    let first = heavy.next()?.0;
    heavy.next().is_none().then_some(first)
}

/// The most likely value is `mode`, the ends have no chance: the triangular distribution.
pub(crate) fn triangular(even: f64, low: f64, mode: f64, high: f64) -> f64 {
    let width = high - low;
    if width <= 0.0 {
        return mode;
    }
    let below = (mode - low) / width;
    if even < below {
        low + (even * width * (mode - low)).sqrt()
    } else {
        high - ((1.0 - even) * width * (high - mode)).sqrt()
    }
}

/// `SplitMix64`, one step.
fn mixed(state: u64) -> u64 {
    let mut bits = state.wrapping_add(STEP);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

/// The numbers from 1 to 2 are cut into pieces by so many of their first bits.
const PIECE_BITS: u32 = 7;
const PIECES: usize = 1 << PIECE_BITS;

/// Middle of each piece, and its logarithm.
const MIDDLES: [(f64, f64); PIECES] = {
    let mut middles = [(0.0, 0.0); PIECES];
    let mut part = 0;
    while part < PIECES {
        let middle = 1.0 + (part as f64 + 0.5) / PIECES as f64;
        middles[part] = (middle, series((middle - 1.0) / (middle + 1.0), 19));
        part += 1;
    }
    middles
};

/// ln((1 + r) / (1 - r)) = 2 (r + r³/3 + r⁵/5 + …), the last term first.
const fn series(ratio: f64, terms: u32) -> f64 {
    let square = ratio * ratio;
    let mut sum = 0.0;
    let mut term = terms;
    while term > 0 {
        term -= 1;
        sum = sum * square + 1.0 / (2 * term + 1) as f64;
    }
    2.0 * ratio * sum
}

/// The natural logarithm of a number above 0, by sums and products only. That of the machine
/// may differ in its last bit from another machine's, and a run has to be replayed anywhere.
///
/// ln(2ᵉ m) = e ln 2 + ln c + ln(m / c), with c the middle of the piece that m is in, and m / c so
/// near to 1 that three terms are enough: the next is below rounding.
fn logarithm(number: f64) -> f64 {
    const MANTISSA: u64 = (1 << 52) - 1;
    let bits = number.to_bits();
    let exponent = (bits >> 52) as f64 - 1023.0;
    let part = f64::from_bits((bits & MANTISSA) | (1023 << 52));
    let (middle, log) = MIDDLES[((bits & MANTISSA) >> (52 - PIECE_BITS)) as usize];
    let ratio = (part - middle) / (part + middle);
    let square = ratio * ratio;
    let near = 2.0 * ratio * (1.0 + square * (1.0 / 3.0 + square * (1.0 / 5.0)));
    exponent * std::f64::consts::LN_2 + (log + near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_that_of_the_machine_within_rounding() {
        let chance = Chance::new(1, 1);
        for who in 0..10_000 {
            let even = chance.even(Draw::Home, who, 0);
            let [ours, theirs] = [logarithm(even), even.ln()];
            assert!((ours - theirs).abs() <= 4e-16 * theirs.abs().max(1.0), "{even}");
        }
    }

    #[test]
    fn draws_have_the_mean_and_spread_they_should() {
        let chance = Chance::new(7, 3);
        let (mut sum, mut squares) = (0.0, 0.0);
        for who in 0..100_000 {
            let draw = chance.exponential(Draw::Arrival, who, 2);
            sum += draw;
            squares += draw * draw;
        }
        assert!((sum / 1e5 - 1.0).abs() < 0.015);
        assert!((squares / 1e5 - 2.0).abs() < 0.08);
    }

    #[test]
    fn purpose_person_spell_replication_and_seed_each_give_another_draw() {
        let here = Chance::new(7, 0).bits(Draw::Home, 1, 0);
        assert_eq!(here, Chance::new(7, 0).bits(Draw::Home, 1, 0));
        assert_ne!(here, Chance::new(7, 0).bits(Draw::Kind, 1, 0));
        assert_ne!(here, Chance::new(7, 0).bits(Draw::Home, 2, 0));
        assert_ne!(here, Chance::new(7, 0).bits(Draw::Home, 1, 1));
        assert_ne!(here, Chance::new(7, 1).bits(Draw::Home, 1, 0));
        assert_ne!(here, Chance::new(8, 0).bits(Draw::Home, 1, 0));
    }

    #[test]
    fn a_weight_of_nothing_is_never_picked() {
        let weights = [0.0, 1.0, 3.0, 0.0];
        let picked = |even| pick(even, weights.into_iter());
        assert_eq!([0.0, 0.24, 0.26, 0.999].map(picked), [1, 1, 2, 2]);
        assert_eq!(only(&weights), None);
        assert_eq!(only(&[0.0, 2.0, 0.0]), Some(1));
    }

    #[test]
    fn a_triangle_stays_within_its_range() {
        let at = |even| triangular(even, 1.0, 2.0, 4.0);
        assert!((at(0.0) - 1.0).abs() < 1e-12 && (at(1.0) - 4.0).abs() < 1e-12);
        assert!((at(1.0 / 3.0) - 2.0).abs() < 1e-12);
        assert!((triangular(0.3, 2.0, 2.0, 2.0) - 2.0).abs() < 1e-12);
    }
}
