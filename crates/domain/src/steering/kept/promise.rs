use jiff::{Span, civil::Date};

use crate::routes::calendar::{Term, due};

/// What became of something that was to be done by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It was done in time.
    Kept,
    /// It was done late, or is late now.
    NotKept,
    /// Its last day is not over: it says nothing yet, whether it was done or not.
    NotYet,
    /// Nobody had to do it any more before it was due.
    FellAway,
}

/// Something that was to be done by a day, for one household.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Promise {
    /// The last day.
    pub due: Date,
    /// The day it was done.
    pub done: Option<Date>,
    /// The day from which nobody had to do it any more.
    pub over: Option<Date>,
}

impl Promise {
    /// What became of it, as it is known on a day. Nothing counts before its last day is over:
    /// who is early would otherwise count sooner than who will be late.
    pub fn outcome(&self, today: Date) -> Outcome {
        let in_time = self.done.is_some_and(|it| it <= self.due);
        if !in_time && self.over.is_some_and(|it| it <= self.due) {
            return Outcome::FellAway;
        }
        match (self.due < today, in_time) {
            (false, _) => Outcome::NotYet,
            (true, true) => Outcome::Kept,
            (true, false) => Outcome::NotKept,
        }
    }
}

/// A time a file rested: from its first day until the day it went on, which counts no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rested {
    /// The first day.
    pub from: Date,
    /// The day it went on; today while it rests.
    pub until: Date,
}

/// The last day of a term that begins with something on `from`. The days a file rested within it
/// are added, so that it never ends while the file rests; a term by law is not moved. A rest
/// after the last day moves nothing: what is late stays late.
pub fn last_day(term: Term, from: Date, rests: &[Rested]) -> Date {
    moved(due(term, from), term.legal, from, rests)
}

/// Moves a last day on by the days a file rested between `from` and it.
pub(super) fn moved(end: Date, legal: bool, from: Date, rests: &[Rested]) -> Date {
    let mut end = end;
    if legal {
        return end;
    }
    for rest in rests {
        let begins = rest.from.max(from);
        if begins <= end && begins < rest.until {
            let days = begins.until(rest.until).map_or(0, |it| it.get_days());
            end = end.saturating_add(Span::new().days(days));
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::routes::calendar::{Length, Unit};

    const TODAY: Date = date(2026, 6, 15);

    #[track_caller]
    fn check(due: Date, done: Option<Date>, over: Option<Date>, expected: Outcome) {
        assert_eq!(Promise { due, done, over }.outcome(TODAY), expected);
    }

    #[test]
    fn what_was_done_on_its_last_day_is_kept_and_a_day_later_is_not() {
        let due = date(2026, 6, 10);
        check(due, Some(due), None, Outcome::Kept);
        check(due, Some(date(2026, 6, 11)), None, Outcome::NotKept);
    }

    #[test]
    fn what_is_due_today_counts_tomorrow_done_or_not() {
        check(TODAY, None, None, Outcome::NotYet);
        check(TODAY, Some(date(2026, 6, 1)), None, Outcome::NotYet);
        check(date(2026, 6, 14), None, None, Outcome::NotKept);
        check(date(2026, 6, 14), Some(date(2026, 6, 1)), None, Outcome::Kept);
    }

    #[test]
    fn what_nobody_had_to_do_any_more_in_time_falls_away_and_what_was_late_by_then_does_not() {
        let due = date(2026, 6, 10);
        check(due, None, Some(due), Outcome::FellAway);
        check(due, None, Some(date(2026, 6, 11)), Outcome::NotKept);
        check(due, Some(due), Some(due), Outcome::Kept);
        check(date(2026, 7, 1), None, Some(date(2026, 6, 1)), Outcome::FellAway);
    }

    fn term(count: u16, unit: Unit, legal: bool) -> Term {
        Term { length: Length::new(count, unit).unwrap(), legal }
    }

    #[test]
    fn days_of_rest_are_added_but_not_to_a_term_by_law() {
        let from = date(2026, 1, 5);
        let rests = [Rested { from: date(2026, 1, 12), until: date(2026, 1, 22) }];
        let six = term(6, Unit::Weeks, false);
        assert_eq!(last_day(six, from, &[]), date(2026, 2, 16));
        assert_eq!(last_day(six, from, &rests), date(2026, 2, 26));
        let legal = term(6, Unit::Weeks, true);
        assert_eq!(last_day(legal, from, &rests), date(2026, 2, 16));
    }

    #[test]
    fn only_what_lies_within_the_term_is_added() {
        let from = date(2026, 1, 5);
        let six = term(6, Unit::Weeks, false);
        let before = Rested { from: date(2025, 12, 1), until: date(2026, 1, 7) };
        assert_eq!(last_day(six, from, &[before]), date(2026, 2, 18), "two days of it");
        let after = Rested { from: date(2026, 2, 17), until: date(2026, 3, 17) };
        assert_eq!(last_day(six, from, &[after]), date(2026, 2, 16), "late stays late");
        let moved = Rested { from: date(2026, 2, 1), until: date(2026, 2, 11) };
        assert_eq!(last_day(six, from, &[moved, after]), date(2026, 3, 26), "within by then");
    }

    #[test]
    fn two_working_days_go_over_a_weekend_and_over_holidays() {
        let two = term(2, Unit::WorkingDays, false);
        assert_eq!(last_day(two, date(2026, 11, 20), &[]), date(2026, 11, 24));
        // Thursday before Good Friday: Tuesday and Wednesday are the two days.
        assert_eq!(last_day(two, date(2026, 4, 2), &[]), date(2026, 4, 8));
    }
}
