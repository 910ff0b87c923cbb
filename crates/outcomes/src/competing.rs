//! Times of which some are still running: Kaplan and Meier's estimate, and Aalen and Johansen's
//! where a time can end in two ways.

/// How a time ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It was still running when we stopped looking.
    Open,
    /// By what we look for: a home for somebody who waits, losing it for somebody who has one.
    Event,
    /// By something else, after which the event cannot happen any more: leaving for good.
    Other,
}

/// A time that somebody waited or lived somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spell {
    /// When it began, in seconds since the start of the run.
    pub began: u64,
    /// How long it has lasted, in seconds.
    pub length: u64,
    /// How it ended.
    pub end: End,
}

/// What follows from times within a limit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// Mean length in seconds, each counted up to the limit at most ("restricted mean").
    pub mean: f64,
    /// Share that ended by the event, within the limit and at the limit.
    pub by_event: f64,
    /// Share that ended otherwise.
    pub by_other: f64,
}

/// The estimate from these times within a limit in seconds.
///
/// A time that is still running counts for as long as it was seen. `None` when there are no times,
/// or when nobody was watched up to the limit, so that the last part would be a guess.
pub fn estimate(spells: &[Spell], limit: u64) -> Option<Estimate> {
    let mut sorted: Vec<(u64, End)> = spells.iter().map(|it| (it.length, it.end)).collect();
    sorted.sort_unstable_by_key(|&(length, _)| length);
    estimate_sorted(sorted.iter().copied(), sorted.len(), limit)
}

/// The same from times that are in order already, the shortest first: how long each was and how it
/// ended. Of `all` times, those that are not given are longer than the limit.
pub fn estimate_sorted(
    times: impl Iterator<Item = (u64, End)>,
    all: usize,
    limit: u64,
) -> Option<Estimate> {
    let mut at_risk = all as f64;
    let mut running = 1.0;
    let mut result = Estimate { mean: 0.0, by_event: 0.0, by_other: 0.0 };
    let mut before = 0;
    let mut times = times.take_while(|&(length, _)| length <= limit).peekable();
    while let Some(&(length, _)) = times.peek() {
        // Times of one length end together.
        let (mut same, mut event, mut other) = (0_u32, 0_u32, 0_u32);
        while let Some((_, end)) = times.next_if(|it| it.0 == length) {
            same += 1;
            match end {
                End::Open => {}
                End::Event => event += 1,
                End::Other => other += 1,
            }
        }
        let (event, other) = (f64::from(event), f64::from(other));
        result.mean += running * (length - before) as f64;
        result.by_event += running * event / at_risk;
        result.by_other += running * other / at_risk;
        running *= 1.0 - (event + other) / at_risk;
        at_risk -= f64::from(same);
        before = length;
    }
    let nobody_left = at_risk < 0.5;
    if nobody_left && (all == 0 || (running > 1e-12 && before < limit)) {
        return None;
    }
    result.mean += running * (limit - before) as f64;
    Some(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spells(of: &[(u64, End)]) -> Vec<Spell> {
        of.iter().map(|&(length, end)| Spell { began: 0, length, end }).collect()
    }

    #[track_caller]
    fn check(of: &[(u64, End)], limit: u64, expected: Option<[f64; 3]>) {
        let found = estimate(&spells(of), limit).map(|it| [it.mean, it.by_event, it.by_other]);
        match (found, expected) {
            (None, None) => {}
            (Some(found), Some(expected)) => {
                for (one, other) in found.into_iter().zip(expected) {
                    assert!((one - other).abs() < 1e-9, "{found:?}");
                }
            }
            (found, expected) => panic!("{found:?} and not {expected:?}"),
        }
    }

    #[test]
    fn without_open_times_it_is_the_plain_mean() {
        check(&[(1, End::Event), (2, End::Event), (6, End::Event)], 10, Some([3.0, 1.0, 0.0]));
    }

    #[test]
    fn a_longer_time_counts_up_to_the_limit() {
        check(&[(1, End::Event), (9, End::Event)], 5, Some([3.0, 0.5, 0.0]));
    }

    /// Worked out by hand: 1 at risk of 4 ends, then one is lost from sight, then 1 of 2.
    #[test]
    fn an_open_time_counts_as_long_as_it_was_seen() {
        let of = [(2, End::Event), (3, End::Open), (4, End::Event), (9, End::Open)];
        check(&of, 8, Some([2.0 + 0.75 * 2.0 + 0.375 * 4.0, 0.25 + 0.375, 0.0]));
    }

    #[test]
    fn the_two_ways_to_end_add_up_with_those_still_running() {
        let of = [(1, End::Event), (2, End::Other), (3, End::Other), (8, End::Open)];
        check(&of, 5, Some([0.25 + 0.5 + 0.75 + 0.25 * 5.0, 0.25, 0.5]));
    }

    #[test]
    fn what_nobody_was_watched_for_is_not_guessed() {
        check(&[(1, End::Event), (2, End::Open)], 5, None);
        check(&[], 5, None);
        check(&[(1, End::Event), (5, End::Open)], 5, Some([3.0, 0.5, 0.0]));
    }
}
