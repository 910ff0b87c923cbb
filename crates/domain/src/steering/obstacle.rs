//! Obstacles ("knelpunten"): what is in the way of the work, whose it is to clear, by when, and
//! what it costs until then.

use jiff::civil::Date;

use crate::routes::coded::coded;

coded! {
    /// What kind of thing is in the way. Ours, and marked as such.
    ObstacleKind {
        /// Too few homes of a kind, or in a place.
        TooFewHomes = "too-few-homes",
        /// Something takes longer than was agreed.
        TermsNotKept = "terms-not-kept",
        /// Rent, income, debts, costs.
        Money = "money",
        /// Neighbours and the neighbourhood.
        Neighbours = "neighbours",
        /// A law or a rule that does not fit.
        Rules = "rules",
        /// Too little support, or of another kind than is needed.
        Support = "support",
        /// What one party knows and another needs.
        Information = "information",
        /// Anything else.
        Other = "other",
    }
}

coded! {
    /// How far an obstacle is.
    ObstacleStatus {
        /// Nobody works on it yet.
        Open = "open",
        /// Somebody does.
        UnderWay = "under-way",
        /// It is out of the way.
        Solved = "solved",
        /// The partners cannot clear it themselves.
        NotHere = "not-here",
    }
}

impl ObstacleStatus {
    /// Whether nothing more is expected of its owner.
    pub fn is_over(self) -> bool {
        match self {
            Self::Open | Self::UnderWay => false,
            Self::Solved | Self::NotHere => true,
        }
    }
}

coded! {
    /// What was written down about an obstacle. Nothing of it is ever taken away.
    ObstacleUpdate {
        /// It was put on the list.
        Made = "made",
        /// How it goes.
        Note = "note",
        /// What is known of it was changed.
        Changed = "changed",
        /// It is somewhere else on its way to being solved.
        Moved = "moved",
        /// That was put back as it was before.
        PutBack = "put-back",
    }
}

/// What an obstacle costs while it stands, as somebody reckoned it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ObstacleCost {
    /// People it concerns.
    pub people: u32,
    /// Weeks each of them loses.
    pub weeks: u32,
}

impl ObstacleCost {
    /// The most people and the most weeks that can be written down.
    pub const MOST: u32 = 100_000;

    /// People times weeks.
    pub fn person_weeks(self) -> u64 {
        u64::from(self.people) * u64::from(self.weeks)
    }
}

/// Whether the day an obstacle was to be cleared is over, and it was not.
pub fn is_overdue(status: ObstacleStatus, due: Date, today: Date) -> bool {
    !status.is_over() && due < today
}

/// Where an obstacle stands in a list by day: what is overdue first, then what is due, then what
/// is over; each by its day.
pub fn by_day(status: ObstacleStatus, due: Date, today: Date) -> (u8, Date) {
    let rank = match (status.is_over(), is_overdue(status, due, today)) {
        (_, true) => 0,
        (false, false) => 1,
        (true, false) => 2,
    };
    (rank, due)
}

/// People who stand at a step longer than its term, as the files tell it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BeyondTerm {
    /// How many.
    pub people: u32,
    /// Days after the last day of the term, of all of them together.
    pub days: u64,
}

impl BeyondTerm {
    /// Adds a file with this last day, when that is over.
    pub fn add(&mut self, due: Date, today: Date) {
        let days = due.until(today).map_or(0, |it| it.get_days());
        if let Ok(days @ 1..) = u64::try_from(days) {
            self.people = self.people.saturating_add(1);
            self.days = self.days.saturating_add(days);
        }
    }

    /// Weeks over, for one of them on average; `None` when there is nobody.
    pub fn mean_weeks(self) -> Option<f64> {
        let days = f64::from(u32::try_from(self.days).unwrap_or(u32::MAX));
        (self.people > 0).then(|| days / 7.0 / f64::from(self.people))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 6, 15);

    #[test]
    fn an_obstacle_is_overdue_the_day_after_and_never_when_it_is_over() {
        let of = |status, day| is_overdue(status, date(2026, 6, day), TODAY);
        assert!(of(ObstacleStatus::Open, 14) && of(ObstacleStatus::UnderWay, 14));
        assert!(!of(ObstacleStatus::Open, 15));
        assert!(!of(ObstacleStatus::Solved, 1) && !of(ObstacleStatus::NotHere, 1));
    }

    #[test]
    fn what_is_overdue_comes_first_and_what_is_over_last() {
        let day = |day| date(2026, 6, day);
        let mut all = [
            (ObstacleStatus::Solved, day(1)),
            (ObstacleStatus::Open, day(20)),
            (ObstacleStatus::Open, day(14)),
            (ObstacleStatus::UnderWay, day(2)),
        ];
        all.sort_by_key(|(status, due)| by_day(*status, *due, TODAY));
        let days: Vec<i8> = all.iter().map(|(_, due)| due.day()).collect();
        assert_eq!(days, [2, 14, 20, 1]);
    }

    #[test]
    fn whoever_is_in_time_today_is_not_beyond_the_term() {
        let mut beyond = BeyondTerm::default();
        assert_eq!(beyond.mean_weeks(), None);
        for day in [15, 16, 1, 8] {
            beyond.add(date(2026, 6, day), TODAY);
        }
        assert_eq!((beyond.people, beyond.days), (2, 21));
        assert_eq!(beyond.mean_weeks(), Some(1.5));
    }

    #[test]
    fn costs_are_people_times_weeks() {
        let most = ObstacleCost::MOST;
        let cost = ObstacleCost { people: most, weeks: most };
        assert_eq!(cost.person_weeks(), 10_000_000_000);
    }

    #[test]
    fn every_word_comes_back() {
        for it in ObstacleKind::ALL {
            assert_eq!(ObstacleKind::from_code(it.code()), Some(*it));
        }
        for it in ObstacleStatus::ALL {
            assert_eq!(ObstacleStatus::from_code(it.code()), Some(*it));
        }
        for it in ObstacleUpdate::ALL {
            assert_eq!(ObstacleUpdate::from_code(it.code()), Some(*it));
        }
    }
}
