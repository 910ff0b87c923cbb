use jiff::civil::Date;

use crate::Phrase;

/// Whether somebody can be proposed for a home now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Readiness {
    /// The file is being put together.
    Preparing,
    /// Can be placed, since this date.
    Ready {
        /// First day on which the file was complete.
        since: Date,
    },
    /// Not now, for a reason, perhaps until a date ("tijdelijk teruggetrokken").
    Paused {
        /// Why, in a few words.
        reason: Phrase,
        /// When to look again, if agreed.
        until: Option<Date>,
    },
    /// A home was decided for them.
    Placed {
        /// The day of the decision.
        on: Date,
    },
}

impl Readiness {
    /// The words in files and rows, in the order they are shown.
    pub const CODES: [&'static str; 4] = ["preparing", "ready", "paused", "placed"];

    /// The word in files and rows.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Preparing => "preparing",
            Self::Ready { .. } => "ready",
            Self::Paused { .. } => "paused",
            Self::Placed { .. } => "placed",
        }
    }

    /// Whether a round on this date may propose a home. A pause that has run out
    /// does not make somebody ready: a person says so.
    pub fn is_ready(&self, on: Date) -> bool {
        matches!(self, Self::Ready { since } if *since <= on)
    }
}

/// Why somebody goes before others. A published ground, never a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PriorityGround {
    /// None.
    None,
    /// The term of the present stay ends on this date.
    TermEnds(Date),
    /// Staying is unsafe; the municipality has said so.
    Safety,
}

impl PriorityGround {
    /// The words in files and rows, in the order they are shown.
    pub const CODES: [&'static str; 3] = ["none", "term-ends", "safety"];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::TermEnds(_) => "term-ends",
            Self::Safety => "safety",
        }
    }

    /// Days before its end from which a term counts: three months. Ours: the city
    /// aims at an offer within three months.
    pub const DAYS_BEFORE: i32 = 92;

    /// Whether it counts in a round on this date: safety always, a term when it
    /// ends within [`Self::DAYS_BEFORE`] or has ended.
    pub fn counts(self, on: Date) -> bool {
        match self {
            Self::None => false,
            Self::Safety => true,
            Self::TermEnds(date) => {
                date <= on || on.until(date).is_ok_and(|span| span.get_days() <= Self::DAYS_BEFORE)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_term_counts_from_three_months_before_its_end_and_after_it() {
        let ground = PriorityGround::TermEnds(date(2026, 6, 30));
        assert!(!ground.counts(date(2026, 3, 29)));
        assert!(ground.counts(date(2026, 3, 30)));
        assert!(ground.counts(date(2026, 9, 1)));
    }

    #[test]
    fn somebody_ready_from_tomorrow_is_not_ready_today() {
        let ready = Readiness::Ready { since: date(2026, 1, 2) };
        assert!(!ready.is_ready(date(2026, 1, 1)));
        assert!(ready.is_ready(date(2026, 1, 2)));
    }
}
