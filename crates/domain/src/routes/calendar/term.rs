use std::fmt;

use jiff::{Span, civil::Date};

use super::is_working_day;
use crate::routes::coded::coded;

coded! {
    /// What a term is counted in.
    Unit {
        /// Neither Saturday, Sunday nor a holiday ("werkdagen").
        WorkingDays = "working-days",
        /// Every day counts ("kalenderdagen").
        Days = "days",
        /// Seven days each ("kalenderweken").
        Weeks = "weeks",
        /// To the same day of a later month, or its last ("maanden").
        Months = "months",
    }
}

/// How long something may take: at least 1 of a unit, at most [`Length::MOST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length {
    unit: Unit,
    count: u16,
}

impl Length {
    /// The most there can be of any unit.
    pub const MOST: u16 = 999;
    /// Within which a decision is taken unless a route says otherwise: eight weeks
    /// (article 4:13 of the Algemene wet bestuursrecht).
    pub const DECISION: Self = Self { unit: Unit::Weeks, count: 8 };
    /// By which a decision may be put off once, unless a route says otherwise: six weeks.
    pub const EXTENSION: Self = Self { unit: Unit::Weeks, count: 6 };
    /// Within which somebody can object: six weeks (article 6:7 of the same act).
    pub const OBJECTION: Self = Self { unit: Unit::Weeks, count: 6 };

    /// `None` for nothing at all and for more than [`Self::MOST`].
    pub fn new(count: u16, unit: Unit) -> Option<Self> {
        (1..=Self::MOST).contains(&count).then_some(Self { unit, count })
    }

    /// Reads `6 weeks`, as [`fmt::Display`] writes it.
    pub fn read(text: &str) -> Option<Self> {
        let (count, unit) = text.trim().split_once(' ')?;
        Self::new(count.parse().ok()?, Unit::from_code(unit.trim())?)
    }

    /// How many.
    pub fn count(self) -> u16 {
        self.count
    }

    /// Of what.
    pub fn unit(self) -> Unit {
        self.unit
    }

    /// This long after a day; the day itself does not count.
    fn after(self, from: Date) -> Date {
        let count = i32::from(self.count);
        match self.unit {
            Unit::WorkingDays => nth_working_day(from, self.count),
            Unit::Days => from.saturating_add(Span::new().days(count)),
            Unit::Weeks => from.saturating_add(Span::new().weeks(count)),
            Unit::Months => from.saturating_add(Span::new().months(count)),
        }
    }

    /// Whether the Algemene termijnenwet moves the end (its article 4: not over ninety
    /// days, twelve weeks or three months).
    fn is_moved(self) -> bool {
        let most = match self.unit {
            Unit::WorkingDays => Self::MOST,
            Unit::Days => 90,
            Unit::Weeks => 12,
            Unit::Months => 3,
        };
        self.count <= most
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.count, self.unit.code())
    }
}

/// A length of time at whose end something has to be done ("termijn").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
    /// How long.
    pub length: Length,
    /// Whether a law sets it, so that the Algemene termijnenwet moves its end away from
    /// weekends and holidays ("wettelijke termijn").
    pub legal: bool,
}

/// The last day of a term that begins with something on `from`; `from` itself does not
/// count. A legal term that would end on a Saturday, a Sunday or a holiday ends on the next
/// working day, and one of three days or more holds at least two working days (articles 1,
/// 2 and 4 of the Algemene termijnenwet).
pub fn due(term: Term, from: Date) -> Date {
    let end = term.length.after(from);
    if !term.legal || !term.length.is_moved() {
        return end;
    }
    let short = term.length.unit == Unit::Days && term.length.count < 3;
    let end = if short { end } else { end.max(nth_working_day(from, 2)) };
    if is_working_day(end) || term.length.unit == Unit::WorkingDays {
        end
    } else {
        nth_working_day(end, 1)
    }
}

/// The nth working day after a day. The calendar's last day when there are no more.
fn nth_working_day(from: Date, count: u16) -> Date {
    let mut day = from;
    let mut left = count;
    while left > 0 {
        let Ok(next) = day.tomorrow() else { return day };
        day = next;
        if is_working_day(day) {
            left -= 1;
        }
    }
    day
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn check(length: &str, legal: bool, from: Date, expected: Date) {
        let term = Term { length: Length::read(length).unwrap(), legal };
        assert_eq!(due(term, from), expected, "{length} from {from}");
    }

    #[test]
    fn a_term_of_nothing_cannot_be_written() {
        assert_eq!(Length::new(0, Unit::Weeks), None);
        assert_eq!(Length::read("0 weeks"), None);
        assert_eq!(Length::read("6weeks"), None);
        assert_eq!(Length::read("six weeks"), None);
    }

    #[test]
    fn two_working_days_go_over_a_weekend_and_over_easter() {
        check("2 working-days", false, date(2026, 11, 20), date(2026, 11, 24));
        // Thursday before Good Friday: Tuesday and Wednesday are the two days.
        check("2 working-days", false, date(2026, 4, 2), date(2026, 4, 8));
    }

    #[test]
    fn six_weeks_after_a_monday_is_a_monday() {
        check("6 weeks", true, date(2026, 11, 16), date(2026, 12, 28));
    }

    #[test]
    fn a_legal_term_moves_to_the_next_working_day_and_another_does_not() {
        // Eight weeks after 31 October 2025 is Boxing Day, a Friday.
        check("8 weeks", false, date(2025, 10, 31), date(2025, 12, 26));
        check("8 weeks", true, date(2025, 10, 31), date(2025, 12, 29));
        // Ascension Day, the Thursday; the Friday after it is an ordinary day.
        check("6 weeks", true, date(2026, 4, 2), date(2026, 5, 15));
    }

    #[test]
    fn a_legal_term_of_three_days_holds_two_working_days() {
        // Thursday before Easter: without the rule it would end on Tuesday.
        check("3 days", true, date(2026, 4, 2), date(2026, 4, 8));
        check("2 days", true, date(2026, 4, 2), date(2026, 4, 7));
    }

    #[test]
    fn a_long_legal_term_ends_where_it_ends() {
        // Article 4: more than twelve weeks. A Saturday.
        check("13 weeks", true, date(2026, 2, 7), date(2026, 5, 9));
    }

    #[test]
    fn a_month_after_the_last_day_of_january_is_the_last_day_of_february() {
        check("1 months", false, date(2026, 1, 31), date(2026, 2, 28));
    }
}
