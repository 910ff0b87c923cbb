//! Time in whole seconds since the start of a run: sums are exact, and two events are at the
//! same moment or they are not.

/// Seconds in a year of 365.25 days.
pub(crate) const YEAR: u64 = 31_557_600;

const YEAR_LONG: f64 = YEAR as f64;

/// Longer than any run: what never happens.
const NEVER: f64 = 1e15;

/// So many years in whole seconds, to the nearest; what is not a number is never.
pub(crate) fn seconds(years: f64) -> u64 {
    let exact = years * YEAR_LONG;
    if exact.is_nan() || exact >= NEVER {
        return whole(NEVER);
    }
    whole(exact + 0.5)
}

/// Seconds as years.
pub(crate) fn years(seconds: u64) -> f64 {
    seconds as f64 / YEAR_LONG
}

/// The whole part of a number, 0 for what is below it.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the conversion saturates: below 0 becomes 0, above the most becomes the most"
)]
pub(crate) fn whole(number: f64) -> u64 {
    number as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_31_557_600_seconds_and_half_a_second_is_rounded() {
        assert_eq!(seconds(1.0), YEAR);
        assert_eq!(seconds(1.6 / 31_557_600.0), 2);
    }

    #[test]
    fn never_is_later_than_any_run_and_nothing_is_before_the_start() {
        assert_eq!(seconds(f64::INFINITY), whole(NEVER));
        assert_eq!(seconds(f64::NAN), whole(NEVER));
        assert_eq!(seconds(-1.0), 0);
    }
}
