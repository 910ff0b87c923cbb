use jiff::civil::Date;

use super::Month;
use crate::GroupCode;

/// Months of history that are looked at, counted back from the running one. What lies longer ago
/// says nothing about next year, and is often a slip of the pen.
pub const MOST_MONTHS: u16 = 120;

/// How many households of a group came to need a home, month by month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupPast {
    /// Which group.
    pub group: GroupCode,
    /// Households in each whole month, from the first month of the past on.
    pub counts: Vec<u32>,
    /// Households in the running month so far.
    pub running: u32,
}

/// How many households came to need a home, month by month and group by group.
#[derive(Debug, Clone, PartialEq)]
pub struct Past {
    from: Month,
    until: Month,
    pub(super) left: f64,
    groups: Vec<GroupPast>,
}

impl Past {
    /// Counts who came on which day: group, day and number of households, in any order. Every
    /// group of `groups` is there, also when nobody of it came; other groups, and days that are
    /// still to come, are left out.
    pub fn count(
        groups: &[GroupCode],
        came: impl IntoIterator<Item = (GroupCode, Date, u32)>,
        today: Date,
    ) -> Self {
        let until = Month::of(today);
        let earliest = until.plus(-i32::from(MOST_MONTHS));
        let came: Vec<(usize, Month, u32)> = came
            .into_iter()
            .filter(|(_, day, _)| *day <= today && Month::of(*day) >= earliest)
            .filter_map(|(group, day, people)| {
                let at = groups.iter().position(|it| *it == group)?;
                Some((at, Month::of(day), people))
            })
            .collect();
        let from = came.iter().map(|(_, month, _)| *month).min().unwrap_or(until);
        let months = usize::try_from(until.since(from)).unwrap_or(0);
        let mut counted: Vec<GroupPast> = groups
            .iter()
            .map(|it| GroupPast { group: it.clone(), counts: vec![0; months], running: 0 })
            .collect();
        for (at, month, people) in came {
            let Some(group) = counted.get_mut(at) else { continue };
            let place = usize::try_from(month.since(from)).unwrap_or(usize::MAX);
            let cell = group.counts.get_mut(place).unwrap_or(&mut group.running);
            *cell = cell.saturating_add(people);
        }
        let days = f64::from(today.days_in_month());
        let left = (days - f64::from(today.day())) / days;
        Self { from, until, left, groups: counted }
    }

    /// The first month anybody came in, or the running month when nobody did.
    pub fn from(&self) -> Month {
        self.from
    }

    /// The running month, which is not over.
    pub fn until(&self) -> Month {
        self.until
    }

    /// Which part of the running month is still to come, from 0 to 1.
    pub fn left(&self) -> f64 {
        self.left
    }

    /// Each group.
    pub fn groups(&self) -> &[GroupPast] {
        &self.groups
    }

    /// Whole months there are.
    pub fn months(&self) -> usize {
        usize::try_from(self.until.since(self.from)).unwrap_or(0)
    }

    /// Who came in a year so far, the running month included, per group.
    pub fn came_in(&self, year: i16) -> Vec<u32> {
        let months = || (0_i32..).map(|at| self.from.plus(at).year());
        let of = |it: &GroupPast| {
            let counts = it.counts.iter().chain([&it.running]);
            counts.zip(months()).filter(|(_, of)| *of == year).map(|(count, _)| count).sum()
        };
        self.groups.iter().map(of).collect()
    }

    /// The same as it was at the beginning of a month, `months` whole months after the first.
    pub(super) fn first(&self, months: usize) -> Self {
        let cut = |it: &GroupPast| GroupPast {
            group: it.group.clone(),
            counts: it.counts.iter().copied().take(months).collect(),
            running: 0,
        };
        Self {
            from: self.from,
            until: self.from.plus(i32::try_from(months).unwrap_or(i32::MAX)),
            left: 1.0,
            groups: self.groups.iter().map(cut).collect(),
        }
    }
}
