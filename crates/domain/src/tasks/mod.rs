//! Tasks people set themselves or a colleague, beside the steps of a road ("taken").

use jiff::{Span, civil::Date};

/// Something somebody has to do for a file by a day.
#[derive(Debug)]
pub enum Task {}

/// How pressing a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pressing {
    /// Its day is over ("te laat").
    Overdue,
    /// It is for today.
    Today,
    /// Within a week from today.
    Week,
    /// After that.
    Later,
}

impl Pressing {
    /// All of them, most pressing first.
    pub const ALL: [Self; 4] = [Self::Overdue, Self::Today, Self::Week, Self::Later];

    /// The word in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Today => "today",
            Self::Week => "week",
            Self::Later => "later",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Of something due on a day.
    pub fn of(today: Date, due: Date) -> Self {
        if due < today {
            Self::Overdue
        } else if due == today {
            Self::Today
        } else if due <= today.saturating_add(Span::new().days(7)) {
            Self::Week
        } else {
            Self::Later
        }
    }
}

/// How many things wait for somebody; what is later is not counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Too late by now.
    pub overdue: u32,
    /// For today.
    pub today: u32,
    /// Within a week from today.
    pub week: u32,
}

impl Waiting {
    /// All together.
    pub fn total(self) -> u32 {
        self.overdue.saturating_add(self.today).saturating_add(self.week)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_task_is_late_the_day_after_and_waits_this_week_for_seven_days() {
        let today = date(2026, 6, 15);
        let of = |day| Pressing::of(today, date(2026, 6, day));
        assert_eq!(of(14), Pressing::Overdue);
        assert_eq!(of(15), Pressing::Today);
        assert_eq!((of(16), of(22)), (Pressing::Week, Pressing::Week));
        assert_eq!(of(23), Pressing::Later);
    }

    #[test]
    fn every_word_comes_back() {
        for it in Pressing::ALL {
            assert_eq!(Pressing::from_code(it.code()), Some(it));
        }
    }
}
