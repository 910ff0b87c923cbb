//! The city the product comes with: figures of Amsterdam where a source has them, ours elsewhere.
//! A city puts its own in their place.

use super::{Assumption, Assumptions, GroupName, PolicyName, Source, Unit};

const OURS: &[Source] = &[Source::Ours];
const LETTINGS: &[Source] = &[Source::AmsterdamLettings, Source::Ours];
const NEED: &[Source] = &[Source::AmsterdamLettings, Source::AmsterdamNeed2021, Source::Ours];

/// A group: code, support, then value, low and high of what comes in a year and who waits, who
/// lives in a home with us already, and the weights of where they wait and what they need.
struct GroupRow {
    code: &'static str,
    with_support: bool,
    arrivals: [f64; 3],
    waiting: [f64; 3],
    housed: [f64; 3],
    share: [f64; 3],
    /// Shelter, protected living, family, outside.
    places: [f64; 4],
    /// Of ten homes, how many are small.
    small: f64,
    sources: &'static [Source],
}

/// Lettings of 2018 to 2021 are what came through, and so the least that came; the 1,700 people of
/// 2021 are a need with its backlog. How the sums divide over groups is ours.
const GROUPS: [GroupRow; 5] = [
    GroupRow {
        code: "adults",
        with_support: true,
        arrivals: [620.0, 430.0, 950.0],
        waiting: [600.0, 400.0, 900.0],
        housed: [900.0, 600.0, 1200.0],
        share: [26.0, 20.0, 32.0],
        places: [45.0, 35.0, 10.0, 10.0],
        small: 9.5,
        sources: NEED,
    },
    GroupRow {
        code: "families",
        with_support: true,
        arrivals: [140.0, 90.0, 220.0],
        waiting: [150.0, 100.0, 250.0],
        housed: [200.0, 120.0, 300.0],
        share: [6.0, 4.0, 8.0],
        places: [60.0, 5.0, 35.0, 0.0],
        small: 1.0,
        sources: NEED,
    },
    GroupRow {
        code: "young",
        with_support: true,
        arrivals: [180.0, 110.0, 280.0],
        waiting: [140.0, 90.0, 250.0],
        housed: [250.0, 150.0, 350.0],
        share: [7.0, 5.0, 9.0],
        places: [30.0, 30.0, 35.0, 5.0],
        small: 10.0,
        sources: NEED,
    },
    GroupRow {
        code: "urgent",
        with_support: false,
        arrivals: [680.0, 557.0, 800.0],
        waiting: [300.0, 150.0, 500.0],
        housed: [0.0, 0.0, 0.0],
        share: [32.0, 28.0, 36.0],
        places: [20.0, 0.0, 75.0, 5.0],
        small: 4.0,
        sources: LETTINGS,
    },
    GroupRow {
        code: "status-holders",
        with_support: false,
        arrivals: [500.0, 444.0, 620.0],
        waiting: [500.0, 400.0, 912.0],
        housed: [0.0, 0.0, 0.0],
        share: [29.0, 25.0, 33.0],
        places: [0.0, 0.0, 100.0, 0.0],
        small: 5.0,
        sources: LETTINGS,
    },
];

/// A group of which nothing is known.
const NOBODY: GroupRow = GroupRow {
    code: "",
    with_support: true,
    arrivals: [0.0; 3],
    waiting: [0.0; 3],
    housed: [0.0; 3],
    share: [1.0; 3],
    places: [1.0; 4],
    small: 5.0,
    sources: OURS,
};

/// Name, unit, value, low, high, sources.
type Row = (&'static str, Unit, [f64; 3], &'static [Source]);

const CITY: [Row; 12] = [
    ("homes.small", Unit::HomesAYear, [1_150.0, 1_000.0, 1_300.0], PROGRAMME),
    ("homes.family", Unit::HomesAYear, [650.0, 500.0, 800.0], PROGRAMME),
    ("homes.small.at_start", Unit::Homes, [0.0, 0.0, 0.0], OURS),
    ("homes.family.at_start", Unit::Homes, [0.0, 0.0, 0.0], OURS),
    ("homes.kept", Unit::Years, [0.115, 0.06, 0.25], OURS),
    ("homes.back", Unit::Share, [0.0, 0.0, 0.0], OURS),
    ("places.shelter", Unit::Places, [900.0, 700.0, 1_100.0], OURS),
    ("places.protected", Unit::Places, [600.0, 450.0, 750.0], OURS),
    ("places.none_family", Unit::Share, [0.7, 0.5, 0.85], OURS),
    ("waiting.leaves", Unit::PerYear, [0.12, 0.05, 0.25], OURS),
    ("support.hours", Unit::HoursAWeek, [6_500.0, 5_000.0, 8_000.0], OURS),
    ("prevention.prevented", Unit::Share, [0.2, 0.05, 0.4], OURS),
];
const PROGRAMME: &[Source] = &[Source::AmsterdamNumber, Source::Ours];

const WITHOUT_SUPPORT: [Row; 5] = [
    ("without-support.lost_first_year", Unit::PerYear, [0.02, 0.005, 0.05], OURS),
    ("without-support.lost_second_year", Unit::PerYear, [0.01, 0.005, 0.03], OURS),
    ("without-support.lost_later", Unit::PerYear, [0.01, 0.002, 0.02], OURS),
    ("without-support.leaves", Unit::PerYear, [0.05, 0.02, 0.1], OURS),
    ("without-support.returns", Unit::Share, [0.5, 0.3, 0.8], OURS),
];

const USUAL_CARE: &[Source] = &[Source::Montreal, Source::Ours];

const STAIRCASE: [Row; 9] = [
    ("staircase.climb", Unit::Years, [1.5, 0.75, 3.0], CLIMB),
    ("staircase.falls", Unit::PerYear, [0.3, 0.1, 0.6], USUAL_CARE),
    ("staircase.lost_first_year", Unit::PerYear, [0.12, 0.05, 0.3], USUAL_CARE),
    ("staircase.lost_second_year", Unit::PerYear, [0.08, 0.03, 0.2], USUAL_CARE),
    ("staircase.lost_later", Unit::PerYear, [0.05, 0.02, 0.12], OURS),
    ("staircase.leaves", Unit::PerYear, [0.05, 0.02, 0.1], OURS),
    ("staircase.returns", Unit::Share, [0.8, 0.5, 0.95], OURS),
    ("staircase.support_ends", Unit::PerYear, [1.0, 0.5, 2.0], OURS),
    ("staircase.support_hours", Unit::HoursAWeek, [2.0, 1.0, 3.0], OURS),
];
const CLIMB: &[Source] = &[Source::AuditOffice2017, Source::Ours];

const OMSLAG: [Row; 7] = [
    ("omslag.lost_first_year", Unit::PerYear, [0.08, 0.03, 0.23], KEPT),
    ("omslag.lost_second_year", Unit::PerYear, [0.05, 0.02, 0.12], KEPT),
    ("omslag.lost_later", Unit::PerYear, [0.03, 0.01, 0.08], KEPT),
    ("omslag.leaves", Unit::PerYear, [0.05, 0.02, 0.1], OURS),
    ("omslag.returns", Unit::Share, [0.8, 0.5, 0.95], OURS),
    ("omslag.converts", Unit::PerYear, [0.5, 0.25, 1.0], CONVERTS),
    ("omslag.support_hours", Unit::HoursAWeek, [3.0, 2.0, 4.0], OURS),
];
const KEPT: &[Source] = &[Source::Trimbos2023, Source::HousingFirstEurope, Source::Ours];
const CONVERTS: &[Source] = &[Source::ConversionTerms];

/// Rates that go with 97 % (Amsterdam), 92 % (Glasgow) and 79 % (Lisbon) after a year, and with
/// 88 % after five years (New York).
const HOUSING_FIRST: [Row; 7] = [
    ("housing-first.lost_first_year", Unit::PerYear, [0.07, 0.03, 0.236], FIRST_YEAR),
    ("housing-first.lost_second_year", Unit::PerYear, [0.04, 0.02, 0.11], LATER_YEARS),
    ("housing-first.lost_later", Unit::PerYear, [0.026, 0.01, 0.08], LATER_YEARS),
    ("housing-first.leaves", Unit::PerYear, [0.05, 0.02, 0.1], OURS),
    ("housing-first.returns", Unit::Share, [0.9, 0.6, 0.98], OURS),
    ("housing-first.support_ends", Unit::PerYear, [0.3, 0.1, 0.5], OURS),
    ("housing-first.support_hours", Unit::HoursAWeek, [3.0, 2.0, 5.0], OURS),
];
const FIRST_YEAR: &[Source] = &[Source::HousingFirstEurope];
const LATER_YEARS: &[Source] = &[Source::Pathways, Source::Ours];

/// An area of which nothing is known is as good as any other.
const AREA: [(&str, [f64; 3]); 2] = [("homes", [1.0, 0.8, 1.2]), ("wanted", [1.0, 0.8, 1.2])];

/// When the city is divided: who would live in any area. Ours.
const ANYWHERE: [f64; 3] = [0.5, 0.3, 0.7];

const KINDS: [&str; 2] = ["small", "family"];
pub(super) const PLACES: [&str; 4] = ["shelter", "protected", "family", "outside"];

impl Assumptions {
    /// The table the product comes with: its groups, and a city that is not divided.
    pub fn city() -> Self {
        Self::of(GROUPS.iter().map(|it| it.named()).collect(), Vec::new())
    }

    /// The table the product comes with, for the groups and areas of a city.
    ///
    /// A group it does not know comes in with nobody and even weights, an area with the weight of any
    /// other, both with the source [`Source::Ours`]: their figures are for the city to put in. Without
    /// areas a home is a home, wherever it lies.
    pub fn of(groups: Vec<GroupName>, areas: Vec<String>) -> Self {
        let mut rows: Vec<_> = groups.iter().flat_map(rows_of_group).collect();
        for area in &areas {
            let name = |what: &str| format!("area.{area}.{what}");
            rows.extend(AREA.map(|(what, values)| row(name(what), Unit::Weight, values, OURS)));
        }
        if !areas.is_empty() {
            rows.push(row("wanted.anywhere".to_owned(), Unit::Share, ANYWHERE, OURS));
        }
        let tables: [&[Row]; 5] = [&CITY, &STAIRCASE, &OMSLAG, &HOUSING_FIRST, &WITHOUT_SUPPORT];
        for &(name, unit, values, sources) in tables.into_iter().flatten() {
            rows.push(row(name.to_owned(), unit, values, sources));
        }
        let mix = vec![PolicyName::Omslag; groups.len()];
        Self { groups, kinds: KINDS.map(str::to_owned).to_vec(), areas, mix, rows }
    }
}

fn row(
    name: String,
    unit: Unit,
    [value, low, high]: [f64; 3],
    sources: &'static [Source],
) -> Assumption {
    Assumption { name, unit, value, default: value, low, high, sources }
}

fn rows_of_group(named: &GroupName) -> Vec<Assumption> {
    let group = GROUPS.iter().find(|it| it.code == named.code).unwrap_or(&NOBODY);
    let name = |what: &str| format!("group.{}.{what}", named.code);
    let share_sources = if group.code.is_empty() { OURS } else { LETTINGS };
    let mut rows = vec![
        row(name("arrivals"), Unit::PeopleAYear, group.arrivals, group.sources),
        row(name("waiting_at_start"), Unit::People, group.waiting, group.sources),
        row(name("housed_at_start"), Unit::People, group.housed, OURS),
        row(name("share"), Unit::Weight, group.share, share_sources),
    ];
    let places = PLACES.map(|it| format!("waits_{it}")).into_iter().zip(group.places);
    let kinds = KINDS.map(|it| format!("needs_{it}")).into_iter();
    let weights = places.chain(kinds.zip([group.small, 10.0 - group.small]));
    rows.extend(weights.map(|(what, it)| row(name(&what), Unit::Weight, around(it), OURS)));
    rows
}

impl GroupRow {
    fn named(&self) -> GroupName {
        GroupName { code: self.code.to_owned(), with_support: self.with_support }
    }
}

/// A weight of ours, a fifth more or less.
fn around(weight: f64) -> [f64; 3] {
    [weight, 0.8 * weight, 1.2 * weight]
}
