//! Places that came free because somebody got the keys of a home.

use std::collections::BTreeMap;

use jiff::civil::Date;
use sleutel_domain::participants::LivingSituation;
use sleutel_store::flow::{self as rows, FlowFilter};

use super::within_reach;
use crate::{ActionError, App, Who, lists, policy::Action};

/// Where somebody lived until the keys, as far as a place comes free.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Night shelter (ETHOS Light 2).
    NightShelter,
    /// A hostel, shelter or temporary stay for people without a home (ETHOS Light 3).
    Shelter,
    /// An institution, protected living among them (ETHOS Light 4).
    Institution,
    /// On the street, in something not meant to live in, or with others: no place comes free.
    NoPlace,
    /// It was not written down.
    Unknown,
}

impl Place {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::NightShelter, Self::Shelter, Self::Institution, Self::NoPlace, Self::Unknown];

    /// The word in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::NightShelter => "night-shelter",
            Self::Shelter => "shelter",
            Self::Institution => "institution",
            Self::NoPlace => "no-place",
            Self::Unknown => "unknown",
        }
    }

    /// Whether a place that others wait for came free.
    pub fn is_freed(self) -> bool {
        match self {
            Self::NightShelter | Self::Shelter | Self::Institution => true,
            Self::NoPlace | Self::Unknown => false,
        }
    }

    fn of(lived: Option<&str>) -> Self {
        match lived.and_then(LivingSituation::from_code) {
            Some(LivingSituation::Emergency) => Self::NightShelter,
            Some(LivingSituation::Accommodation) => Self::Shelter,
            Some(LivingSituation::Institution) => Self::Institution,
            Some(
                LivingSituation::Rough
                | LivingSituation::NonConventional
                | LivingSituation::WithOthers,
            ) => Self::NoPlace,
            None => Self::Unknown,
        }
    }
}

/// By what stretch of time it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pace {
    /// By year.
    #[default]
    Year,
    /// By quarter.
    Quarter,
    /// By month.
    Month,
}

impl Pace {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Year, Self::Quarter, Self::Month];

    /// The word in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Quarter => "quarter",
            Self::Month => "month",
        }
    }

    /// Reads the word back; years for any other word.
    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|it| it.code() == code).unwrap_or_default()
    }

    fn months(self) -> i8 {
        match self {
            Self::Year => 12,
            Self::Quarter => 3,
            Self::Month => 1,
        }
    }

    /// How many stretches are shown, the last of them the running one.
    fn shown(self) -> usize {
        match self {
            Self::Year => 7,
            Self::Quarter => 12,
            Self::Month => 13,
        }
    }

    fn first_day(self, day: Date) -> Date {
        let months = self.months();
        let month = (day.month() - 1) / months * months + 1;
        Date::new(day.year(), month, 1).unwrap_or(day)
    }

    fn before(self, first: Date) -> Date {
        self.first_day(first.yesterday().unwrap_or(first))
    }
}

/// Households that got their keys, by where they lived until then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Freed {
    /// Each stretch of time by its first day, the oldest first, with how many households of each
    /// [`Place`] in that order.
    pub stretches: Vec<(Date, [u32; 5])>,
}

/// Who got their keys and from where, of the files within reach. Nothing for whoever may not know
/// where people live.
pub async fn freed(
    app: &App,
    who: &Who,
    filter: &FlowFilter,
    pace: Pace,
) -> Result<Freed, ActionError> {
    let mut act = app.look(who, Action::ListCases).await?;
    let (programme, today) = (act.programme, act.today());
    if lists::without_support(who) {
        return Ok(Freed { stretches: Vec::new() });
    }
    let filter = within_reach(who, filter);
    let found = rows::freed(&mut act.tx, programme, &filter).await?;
    let mut by: BTreeMap<Date, [u32; 5]> = BTreeMap::new();
    let mut at = pace.first_day(today);
    for _ in 0..pace.shown() {
        by.insert(at, [0; 5]);
        at = pace.before(at);
    }
    for row in &found {
        let place = Place::of(row.lived.as_deref());
        let Some(counts) = by.get_mut(&pace.first_day(row.on)) else { continue };
        let at = Place::ALL.iter().position(|it| *it == place);
        if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
            *count += row.households;
        }
    }
    // What lies before the first keys that are known says nothing.
    let first = found.first().map(|it| pace.first_day(it.on));
    let stretches = by.into_iter().filter(|(at, _)| first.is_some_and(|first| *at >= first));
    Ok(Freed { stretches: stretches.collect() })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn stretches_begin_on_their_first_day_and_go_back_without_gaps() {
        let day = date(2026, 5, 17);
        let check = |pace: Pace, first: Date, before: Date| {
            assert_eq!((pace.first_day(day), pace.before(first)), (first, before));
        };
        check(Pace::Year, date(2026, 1, 1), date(2025, 1, 1));
        check(Pace::Quarter, date(2026, 4, 1), date(2026, 1, 1));
        check(Pace::Month, date(2026, 5, 1), date(2026, 4, 1));
    }

    #[test]
    fn a_place_comes_free_in_shelter_and_institutions_only() {
        let of = |it: LivingSituation| Place::of(Some(it.code())).is_freed();
        let found: Vec<bool> = LivingSituation::ALL.into_iter().map(of).collect();
        assert_eq!(found, [false, true, true, true, false, false]);
        assert!(!Place::of(None).is_freed());
    }
}
