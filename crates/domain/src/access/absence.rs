use jiff::{Span, civil::Date};

use super::{Account, Role};
use crate::{Id, OrganisationCode};

/// The most days somebody can be away in one go; what lasts longer asks for a hand-over of
/// the caseload. Ours, and marked as such in `docs/sources.md`.
pub const LONGEST_ABSENCE: i32 = 366;

/// A time somebody is away and a colleague stands in for them ("verlof en waarneming").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Absence {
    /// Who is away.
    pub absent: Id<Account>,
    /// Who stands in ("waarnemer").
    pub deputy: Id<Account>,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
}

impl Absence {
    /// Whether the deputy stands in on this day; the last day counts.
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && day <= self.until
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.from <= other.until && other.from <= self.until
    }
}

/// Somebody who can log in, as far as standing in asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colleague<'a> {
    /// Who.
    pub account: Id<Account>,
    /// What they are there for.
    pub role: Role,
    /// Whom they work for.
    pub organisation: &'a OrganisationCode,
    /// Whether they can log in.
    pub active: bool,
}

impl Colleague<'_> {
    /// Whether they may do the work of somebody with this role: the same, or the coordinator
    /// who reaches the files of all workers of the provider already.
    pub fn can_do(&self, work: Role) -> bool {
        self.role == work
            || (work == Role::SupportWorker && self.role == Role::PlacementCoordinator)
    }
}

/// Why a colleague cannot stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AbsenceRefusal {
    /// The last day is before the first.
    Backwards,
    /// The first day is over.
    Past {
        /// The first day that can be chosen.
        today: Date,
    },
    /// Longer than can be arranged this way.
    TooLong {
        /// Days at most.
        most: i32,
    },
    /// Nobody stands in for themselves.
    Oneself,
    /// The deputy works for another organisation.
    OtherOrganisation,
    /// The deputy may not do this work.
    OtherWork {
        /// What the absent one does.
        work: Role,
        /// What the deputy does.
        deputy: Role,
    },
    /// The deputy cannot log in any more.
    Closed,
    /// Whoever is away has arranged part of that time already.
    Overlaps {
        /// First day of that.
        from: Date,
        /// Last day of that.
        until: Date,
    },
    /// The deputy is away then.
    DeputyAway {
        /// First day of that.
        from: Date,
        /// Last day of that.
        until: Date,
    },
    /// Whoever is away stands in for somebody then, and a deputy does not pass that on.
    StandsInThen {
        /// First day of that.
        from: Date,
        /// Last day of that.
        until: Date,
    },
}

/// Everything against a time away, given what was arranged before and did not end.
pub fn against_absence(
    today: Date,
    wanted: &Absence,
    absent: Colleague<'_>,
    deputy: Colleague<'_>,
    arranged: &[Absence],
) -> Vec<AbsenceRefusal> {
    use AbsenceRefusal as R;
    let mut found = Vec::new();
    if wanted.until < wanted.from {
        found.push(R::Backwards);
    } else if wanted.from < today {
        found.push(R::Past { today });
    } else if wanted.until >= wanted.from.saturating_add(Span::new().days(LONGEST_ABSENCE)) {
        found.push(R::TooLong { most: LONGEST_ABSENCE });
    }
    if absent.account == deputy.account {
        found.push(R::Oneself);
    } else if absent.organisation != deputy.organisation {
        found.push(R::OtherOrganisation);
    } else if !deputy.active {
        found.push(R::Closed);
    } else if !deputy.can_do(absent.role) {
        found.push(R::OtherWork { work: absent.role, deputy: deputy.role });
    }
    if !found.is_empty() {
        return found;
    }
    for it in arranged.iter().filter(|it| it.overlaps(wanted)) {
        let (from, until) = (it.from, it.until);
        if it.absent == absent.account {
            found.push(R::Overlaps { from, until });
        }
        if it.absent == deputy.account {
            found.push(R::DeputyAway { from, until });
        }
        if it.deputy == absent.account {
            found.push(R::StandsInThen { from, until });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 6, 15);

    fn id(number: u128) -> Id<Account> {
        Id::new(uuid::Uuid::from_u128(number))
    }

    fn away(absent: u128, deputy: u128, from: i8, until: i8) -> Absence {
        let day = |day| date(2026, 7, day);
        Absence { absent: id(absent), deputy: id(deputy), from: day(from), until: day(until) }
    }

    fn check(wanted: Absence, role: Role, arranged: &[Absence], expected: &[AbsenceRefusal]) {
        let home = OrganisationCode::new("brug").unwrap();
        let of = |account, role| Colleague { account, role, organisation: &home, active: true };
        let absent = of(wanted.absent, Role::SupportWorker);
        let found = against_absence(TODAY, &wanted, absent, of(wanted.deputy, role), arranged);
        assert_eq!(found, expected);
    }

    #[test]
    fn a_colleague_with_the_same_work_or_a_coordinator_stands_in() {
        check(away(1, 2, 1, 20), Role::SupportWorker, &[], &[]);
        check(away(1, 2, 1, 20), Role::PlacementCoordinator, &[], &[]);
        let refused = AbsenceRefusal::OtherWork {
            work: Role::SupportWorker,
            deputy: Role::LettingConsultant,
        };
        check(away(1, 2, 1, 20), Role::LettingConsultant, &[], &[refused]);
    }

    #[test]
    fn days_are_in_order_not_over_and_not_too_many() {
        check(away(1, 2, 5, 4), Role::SupportWorker, &[], &[AbsenceRefusal::Backwards]);
        let past = Absence { from: date(2026, 6, 14), ..away(1, 2, 1, 4) };
        check(past, Role::SupportWorker, &[], &[AbsenceRefusal::Past { today: TODAY }]);
        let year = Absence { from: TODAY, until: date(2027, 6, 15), ..away(1, 2, 1, 4) };
        check(year, Role::SupportWorker, &[], &[]);
        let longer = Absence { until: date(2027, 6, 16), ..year };
        let refused = AbsenceRefusal::TooLong { most: 366 };
        check(longer, Role::SupportWorker, &[], &[refused]);
    }

    #[test]
    fn nobody_stands_in_for_themselves_or_for_another_organisation() {
        check(away(1, 1, 1, 4), Role::SupportWorker, &[], &[AbsenceRefusal::Oneself]);
        let (one, other) =
            (OrganisationCode::new("brug").unwrap(), OrganisationCode::new("anker").unwrap());
        let role = Role::SupportWorker;
        let absent = Colleague { account: id(1), role, organisation: &one, active: true };
        let deputy = Colleague { account: id(2), role, organisation: &other, active: true };
        let wanted = away(1, 2, 1, 4);
        let found = against_absence(TODAY, &wanted, absent, deputy, &[]);
        assert_eq!(found, [AbsenceRefusal::OtherOrganisation]);
        let closed = Colleague { organisation: &one, active: false, ..deputy };
        let found = against_absence(TODAY, &wanted, absent, closed, &[]);
        assert_eq!(found, [AbsenceRefusal::Closed]);
    }

    #[test]
    fn a_time_that_touches_another_by_one_day_is_refused_with_that_other() {
        let dates = |from, until| (date(2026, 7, from), date(2026, 7, until));
        let (from, until) = dates(4, 9);
        let overlaps = AbsenceRefusal::Overlaps { from, until };
        check(away(1, 2, 1, 4), Role::SupportWorker, &[away(1, 3, 4, 9)], &[overlaps]);
        check(away(1, 2, 1, 3), Role::SupportWorker, &[away(1, 3, 4, 9)], &[]);
        let deputy_away = AbsenceRefusal::DeputyAway { from, until };
        check(away(1, 2, 1, 4), Role::SupportWorker, &[away(2, 3, 4, 9)], &[deputy_away]);
        let stands_in = AbsenceRefusal::StandsInThen { from, until };
        check(away(1, 2, 1, 4), Role::SupportWorker, &[away(3, 1, 4, 9)], &[stands_in]);
    }

    #[test]
    fn the_last_day_counts_and_the_next_does_not() {
        let it = away(1, 2, 4, 9);
        let covered: Vec<i8> = (1..=12).filter(|day| it.covers(date(2026, 7, *day))).collect();
        assert_eq!(covered, [4, 5, 6, 7, 8, 9]);
    }
}
