//! Events and time at risk of people who were watched for a part of the time only.
//!
//! Somebody counts as at risk from the day they came into sight (left truncation) until the day it
//! happened, or until the day nobody looked any more (right censoring). The rate over a part of the
//! time is then the events in it over the time at risk in it: the likelihood of a rate that is
//! constant over that part (an occurrence/exposure rate; Berry, *Biometrics* 39, 1983).

/// A stretch of time somebody was watched, counted in days since it began for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Watched {
    /// From when they were in sight.
    pub from: u32,
    /// Until when.
    pub until: u32,
    /// Whether it happened on that day; otherwise nobody looked any more.
    pub happened: bool,
}

/// What was seen.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Seen {
    /// How often it happened.
    pub events: u32,
    /// Days at risk.
    pub days: u64,
}

impl Seen {
    /// Years at risk, of 365.25 days.
    pub fn years(self) -> f64 {
        self.days as f64 / 365.25
    }
}

/// Events and days at risk from a day on, up to but not on another, over all of them.
pub fn seen(all: &[Watched], from: u32, until: u32) -> Seen {
    all.iter().fold(Seen::default(), |sum, it| {
        let (begin, end) = (it.from.max(from), it.until.min(until));
        let happened = it.happened && (from..until).contains(&it.until) && it.until >= it.from;
        Seen {
            events: sum.events + u32::from(happened),
            days: sum.days + u64::from(end.saturating_sub(begin)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const YEAR: u32 = 365;

    fn watched(from: u32, until: u32, happened: bool) -> Watched {
        Watched { from, until, happened }
    }

    #[test]
    fn who_is_still_there_counts_as_long_as_they_were_seen() {
        let all = [watched(0, 100, true), watched(0, 400, false)];
        assert_eq!(seen(&all, 0, YEAR), Seen { events: 1, days: 465 });
        assert_eq!(seen(&all, YEAR, 2 * YEAR), Seen { events: 0, days: 35 });
    }

    /// Somebody of whom nothing was known for their first 200 days cannot have been seen to lose
    /// the home in them: counting those days would make the rate too low.
    #[test]
    fn who_came_into_sight_later_counts_from_then_on() {
        assert_eq!(seen(&[watched(200, 300, true)], 0, YEAR), Seen { events: 1, days: 100 });
        assert_eq!(seen(&[watched(200, 900, true)], 0, YEAR), Seen { events: 0, days: 165 });
        assert_eq!(seen(&[watched(500, 900, false)], 0, YEAR), Seen::default());
    }

    #[test]
    fn the_first_day_of_the_next_part_counts_in_that_part() {
        let all = [watched(0, YEAR, true)];
        assert_eq!(seen(&all, 0, YEAR).events, 0);
        assert_eq!(seen(&all, YEAR, u32::MAX).events, 1);
    }
}
