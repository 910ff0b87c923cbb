//! Ceilings and floors of the parts of the city.
//!
//! The rule: a part's share is its part of the city's households, of 1,800 homes. The
//! smaller the part, the more play around its share; the whole city gets 1,800.

use std::collections::BTreeMap;

use sleutel_domain::{
    ComplexCode,
    homes::{AreaLevel, Place, VacancyStatus},
};
use sleutel_exchange::records::{
    CeilingRecord, ComplexRecord, DwellingRecord, GroupQuotaRecord, VacancyRecord,
};

use crate::{
    chance::Chance,
    groups::{self, HOMES_A_YEAR},
    homes::Let,
    town::Town,
};

/// Neighbourhoods of the plan that are full this year.
pub(crate) const FULL: &[usize] = &[30, 45];
/// Neighbourhoods of the plan with one place left or two.
const NEARLY_FULL: &[usize] = &[13, 25, 52];
/// Neighbourhoods of the plan with much room and few homes so far.
const QUIET: &[usize] = &[6, 20, 33, 49, 59];
/// Neighbourhoods of the plan that cannot carry much more support, with the most points for
/// what is decided this year. No written home stands in one, and none is full.
const TENDER: &[(usize, u32)] =
    &[(3, 6), (8, 7), (14, 5), (20, 8), (28, 6), (36, 7), (47, 6), (59, 8)];
/// Neighbourhoods written homes stand in: with room, whatever the lot brings.
pub(crate) const OPEN: &[usize] = &[2, 5, 9, 11, 17, 24, 27, 35, 39, 54, 55];

/// The numbers of each part in one year, in the order of the areas.
#[derive(Debug)]
struct Year {
    lower: Vec<u32>,
    upper: Vec<u32>,
    /// For each neighbourhood.
    realised: Vec<u32>,
}

/// The ceilings of all years.
#[derive(Debug)]
pub(crate) struct Ceilings {
    years: BTreeMap<i16, Year>,
    this_year: i16,
}

/// Percent of the share that is the ceiling, and that is the floor.
fn play(level: AreaLevel) -> (u64, u64) {
    match level {
        AreaLevel::Municipality => (100, 95),
        AreaLevel::District => (110, 80),
        AreaLevel::Area => (116, 72),
        AreaLevel::Quarter => (122, 62),
        AreaLevel::Neighbourhood | AreaLevel::Complex => (134, 48),
    }
}

impl Ceilings {
    /// Shares the homes of each year out over the neighbourhoods.
    pub(crate) fn new(seed: u64, town: &Town, quotas: &[GroupQuotaRecord], this_year: i16) -> Self {
        let mut chance = Chance::new(seed, "ceilings");
        let years = quotas.iter().map(|row| row.quota.year);
        let mut all = BTreeMap::new();
        for year in years {
            all.entry(year).or_insert_with(|| {
                let homes = groups::realised(quotas, year);
                year_of(town, homes, year == this_year, &mut chance)
            });
        }
        Self { years: all, this_year }
    }

    /// Homes that count in a year, for each neighbourhood.
    pub(crate) fn realised(&self, year: i16) -> Vec<u32> {
        self.years.get(&year).map(|year| year.realised.clone()).unwrap_or_default()
    }

    /// The rows of the areas, oldest year first.
    pub(crate) fn records(&self, town: &Town) -> Vec<CeilingRecord> {
        let rows = |(&year, numbers): (&i16, &Year)| {
            let realised = summed(town, &numbers.realised);
            let tender = if year == self.this_year { tender(town) } else { BTreeMap::new() };
            let row = |(at, area): (usize, &sleutel_exchange::records::AreaRecord)| CeilingRecord {
                year,
                place: Place::Area(area.code.clone()),
                lower: numbers.lower[at],
                upper: Some(numbers.upper[at]),
                realised: realised[at],
                load: tender.get(&at).copied(),
            };
            town.areas.iter().enumerate().map(row).collect::<Vec<_>>()
        };
        self.years.iter().flat_map(rows).collect()
    }
}

/// The places with a limit on support load, by their place among the areas: the tender
/// neighbourhoods, and the part around the first of them.
fn tender(town: &Town) -> BTreeMap<usize, u32> {
    let mut limits = BTreeMap::new();
    for &(slot, points) in TENDER {
        if let Some(hood) = town.hoods.get(town.slot(slot))
            && let Some(&at) = hood.path.first()
        {
            limits.insert(at, points);
            if limits.len() == 1
                && let Some(&around) = hood.path.get(1)
            {
                limits.insert(around, 14);
            }
        }
    }
    limits
}

fn year_of(town: &Town, homes: u32, now: bool, chance: &mut Chance) -> Year {
    let mut households = vec![0_u64; town.areas.len()];
    for hood in &town.hoods {
        for &at in &hood.path {
            households[at] += u64::from(hood.households);
        }
    }
    let city: u64 = town.hoods.iter().map(|hood| u64::from(hood.households)).sum::<u64>().max(1);
    let of_share = |at: usize, percent: u64, up: bool| {
        let whole = u64::from(HOMES_A_YEAR) * households[at] * percent;
        let part = if up { whole.div_ceil(city * 100) } else { whole / (city * 100) };
        u32::try_from(part).unwrap_or(HOMES_A_YEAR)
    };
    let levels = town.areas.iter().map(|area| play(area.level)).enumerate();
    let (mut upper, lower): (Vec<u32>, Vec<u32>) = levels
        .map(|(at, (most, least))| (of_share(at, most, true), of_share(at, least, false)))
        .unzip();
    let weights = weights(town, now, chance);
    let mut realised = shared_out(town, homes, &weights, &upper);
    if now {
        fill(town, &mut realised, &upper);
    }
    for (at, sum) in summed(town, &realised).into_iter().enumerate() {
        upper[at] = upper[at].max(sum);
    }
    Year { lower, upper, realised }
}

/// How fast each neighbourhood goes, in hundredths.
fn weights(town: &Town, now: bool, chance: &mut Chance) -> Vec<u64> {
    let mut pace: Vec<u64> =
        town.hoods.iter().map(|_| u64::try_from(chance.between(78, 116)).unwrap_or(100)).collect();
    if now {
        let fixed = [(OPEN, 75), (QUIET, 18), (NEARLY_FULL, 400), (FULL, 400)];
        for (slots, percent) in fixed {
            for &slot in slots {
                pace[town.slot(slot)] = percent;
            }
        }
    }
    town.hoods.iter().zip(pace).map(|(hood, pace)| u64::from(hood.households) * pace).collect()
}

/// Gives the homes out one by one, each to the neighbourhood that is furthest behind
/// and whose parts all have room; without such, to the one furthest behind.
fn shared_out(town: &Town, homes: u32, weights: &[u64], upper: &[u32]) -> Vec<u32> {
    let mut used = vec![0_u32; town.areas.len()];
    let mut realised = vec![0_u32; town.hoods.len()];
    let lived_in: Vec<usize> = (0..town.hoods.len()).filter(|&at| weights[at] > 0).collect();
    for _ in 0..homes {
        // The full ones are filled to the brim afterwards.
        let room = |&at: &usize| {
            let path = &town.hoods[at].path;
            path.iter().enumerate().all(|(up, &area)| used[area] + u32::from(up == 0) < upper[area])
        };
        let behind = |&at: &usize| u64::from(realised[at] + 1) * 1_000_000_000 / weights[at];
        let next = lived_in
            .iter()
            .copied()
            .filter(room)
            .min_by_key(behind)
            .or_else(|| lived_in.iter().copied().min_by_key(behind));
        let Some(next) = next else { break };
        realised[next] += 1;
        for &area in &town.hoods[next].path {
            used[area] += 1;
        }
    }
    realised
}

/// Moves a home from a quiet neighbour to each neighbourhood that is to be full, until
/// it is; the sums of the city stay as they are.
fn fill(town: &Town, realised: &mut [u32], upper: &[u32]) {
    for &slot in FULL {
        let full = town.slot(slot);
        let most = upper[town.hoods[full].path[0]];
        while realised[full] < most {
            // Within the smallest part they share, so that no part above gets more.
            let kept =
                |at: &usize| *at != full && realised[*at] > 1 && !full_slots(town).contains(at);
            let near = |at: &usize| {
                let up = &town.hoods[*at].path;
                town.hoods[full].path.iter().position(|area| up.contains(area)).unwrap_or(99)
            };
            let Some(from) = (0..realised.len())
                .filter(kept)
                .min_by_key(|at| (near(at), u32::MAX - realised[*at]))
            else {
                break;
            };
            realised[from] -= 1;
            realised[full] += 1;
        }
    }
}

fn full_slots(town: &Town) -> Vec<usize> {
    FULL.iter().map(|&slot| town.slot(slot)).collect()
}

/// What the neighbourhoods add up to in each part.
fn summed(town: &Town, realised: &[u32]) -> Vec<u32> {
    let mut sums = vec![0; town.areas.len()];
    for (hood, &homes) in town.hoods.iter().zip(realised) {
        for &at in &hood.path {
            sums[at] += homes;
        }
    }
    sums
}

/// Ceilings of this year for the complexes with the most dwellings decided so far.
pub(crate) fn of_complexes(
    complexes: &[Let<ComplexRecord>],
    dwellings: &[Let<DwellingRecord>],
    vacancies: &[VacancyRecord],
    year: i16,
) -> Vec<CeilingRecord> {
    let complex_of: BTreeMap<_, _> = dwellings
        .iter()
        .map(|dwelling| (&dwelling.record.code, dwelling.record.complex.as_ref()))
        .collect();
    let mut decided: BTreeMap<&ComplexCode, u32> = BTreeMap::new();
    let of_year = |row: &&VacancyRecord| row.year == year && row.status == VacancyStatus::Decided;
    for row in vacancies.iter().filter(of_year) {
        if let Some(complex) = complex_of.get(&row.dwelling).copied().flatten() {
            *decided.entry(complex).or_default() += 1;
        }
    }
    // Every twentieth complex has agreed a number of its own.
    let chosen = complexes.iter().skip(7).step_by(20);
    chosen
        .enumerate()
        .map(|(nth, complex)| {
            let realised = decided.get(&complex.record.code).copied().unwrap_or(0);
            CeilingRecord {
                year,
                place: Place::Complex(complex.record.code.clone()),
                lower: 0,
                // One in four is full as soon as it had a home this year.
                upper: Some(if nth % 4 == 0 { realised.max(1) } else { realised + 2 }),
                realised,
                load: None,
            }
        })
        .collect()
}
