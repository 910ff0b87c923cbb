//! What the partners agreed for a year ("jaarafspraak").

use super::share::{Demand, GroupDemand};
use crate::GroupCode;

/// How many homes a year has for the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearTotal {
    /// A fixed number.
    Fixed(u32),
    /// A part of the homes that come free.
    PartOfVacancies {
        /// Which part, in thousandths: 300 is 30 %.
        per_mille: u16,
        /// Homes of the associations that are expected to come free in the year.
        vacancies: u32,
    },
}

impl YearTotal {
    /// The word in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fixed(_) => "fixed",
            Self::PartOfVacancies { .. } => "part-of-vacancies",
        }
    }

    /// Homes in the year; of half a home a whole one.
    pub fn homes(self) -> u32 {
        match self {
            Self::Fixed(homes) => homes,
            Self::PartOfVacancies { per_mille, vacancies } => {
                let homes = (u64::from(vacancies) * u64::from(per_mille) + 500) / 1_000;
                u32::try_from(homes).unwrap_or(u32::MAX)
            }
        }
    }
}

/// What was agreed for a target group in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupTerms {
    /// Which group.
    pub group: GroupCode,
    /// Whether its homes count in the number of the year.
    pub counts: bool,
    /// At least this many homes, such as a national target ("taakstelling").
    pub floor: u32,
    /// At most this many; without one there is no limit.
    pub ceiling: Option<u32>,
    /// The rule behind floor and ceiling, in words; may be empty.
    pub ground: String,
}

impl GroupTerms {
    /// What is known of the group for sharing out.
    pub fn demand(&self, expected: Demand, waiting: u32, realised: u32) -> GroupDemand {
        let (group, floor, ceiling) = (self.group.clone(), self.floor, self.ceiling);
        GroupDemand { group, expected, waiting, floor, ceiling, realised }
    }
}

/// Which number of expected people homes are shared out by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DemandBasis {
    /// The one in the numbers of the year.
    Numbers,
    /// The forecast, or what somebody put in its place.
    Forecast,
}

impl DemandBasis {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Numbers, Self::Forecast];

    /// The word in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Numbers => "numbers",
            Self::Forecast => "forecast",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Where a share-out of a year's homes stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareStanding {
    /// It waits for the steering group.
    Proposed,
    /// The steering group decided it.
    Decided,
    /// It was put aside.
    PutAside,
    /// It was decided, and what it changed was put back later.
    TakenBack,
}

impl ShareStanding {
    /// The word in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Decided => "decided",
            Self::PutAside => "put-aside",
            Self::TakenBack => "taken-back",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        let all = [Self::Proposed, Self::Decided, Self::PutAside, Self::TakenBack];
        all.into_iter().find(|it| it.code() == code)
    }
}

/// One thing that cannot be agreed so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TermsFault {
    /// The floor of a group is above its ceiling.
    FloorAboveCeiling {
        /// Which group.
        group: GroupCode,
        /// Homes at least.
        floor: u32,
        /// Homes at most.
        ceiling: u32,
    },
    /// The floors of the groups that count ask for more than the year has.
    FloorsAboveTotal {
        /// Homes asked for.
        floors: u64,
        /// Homes of the year.
        total: u32,
    },
}

/// All that is wrong with what is to be agreed.
pub fn terms_faults(total: YearTotal, groups: &[GroupTerms]) -> Vec<TermsFault> {
    let crossed = |it: &GroupTerms| {
        let ceiling = it.ceiling.filter(|ceiling| *ceiling < it.floor)?;
        Some(TermsFault::FloorAboveCeiling { group: it.group.clone(), floor: it.floor, ceiling })
    };
    let mut faults: Vec<_> = groups.iter().filter_map(crossed).collect();
    let floors: u64 = groups.iter().filter(|it| it.counts).map(|it| u64::from(it.floor)).sum();
    let total = total.homes();
    if floors > u64::from(total) {
        faults.push(TermsFault::FloorsAboveTotal { floors, total });
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(code: &str, floor: u32, ceiling: Option<u32>) -> GroupTerms {
        let group = GroupCode::new(code).unwrap();
        GroupTerms { group, counts: true, floor, ceiling, ground: String::new() }
    }

    #[test]
    fn a_part_of_the_vacancies_is_rounded_to_whole_homes() {
        let homes =
            |per_mille, vacancies| YearTotal::PartOfVacancies { per_mille, vacancies }.homes();
        assert_eq!(homes(300, 6_000), 1_800);
        assert_eq!(homes(305, 101), 31);
        assert_eq!(homes(5, 100), 1);
        assert_eq!(homes(4, 100), 0);
        assert_eq!(homes(1_000, u32::MAX), u32::MAX);
        assert_eq!(YearTotal::Fixed(7).homes(), 7);
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let mut groups = vec![terms("a", 9, Some(8)), terms("b", 5, None), terms("c", 2, Some(1))];
        let faults = terms_faults(YearTotal::Fixed(15), &groups);
        assert_eq!(faults.len(), 3);
        assert_eq!(faults.last(), Some(&TermsFault::FloorsAboveTotal { floors: 16, total: 15 }));
        // Homes of a group that does not count are not of the year.
        groups[1].counts = false;
        assert_eq!(terms_faults(YearTotal::Fixed(15), &groups).len(), 2);
    }
}
