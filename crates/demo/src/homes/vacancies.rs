//! Homes that come free: those of past years, and those of now.

use std::collections::BTreeSet;

use jiff::civil::Date;
use sleutel_domain::{
    DwellingCode,
    homes::{Adaptation, VacancyStatus},
};
use sleutel_exchange::records::{DwellingRecord, VacancyRecord};

use super::Let;
use crate::{
    ceilings,
    chance::Chance,
    sure,
    town::{SLOTS, Town},
};

/// Homes open now, besides the written ones.
const OPEN: usize = 138;
const WITHDRAWN: usize = 40;
/// An open home of this many rooms or more exists only among the written ones.
const LARGE: u8 = 5;

/// A vacancy of each household placed, on about the day of its decision, in
/// neighbourhoods that had homes in that year; then the open ones and a few withdrawn.
///
/// `placed` are the days of decision; `realised` gives the homes of a year for each
/// neighbourhood, which the vacancies of that year stay within.
pub(crate) fn vacancies(
    seed: u64,
    today: Date,
    town: &Town,
    dwellings: &[Let<DwellingRecord>],
    placed: &[Date],
    realised: impl Fn(i16) -> Vec<u32>,
) -> Vec<VacancyRecord> {
    let mut chance = Chance::new(seed, "vacancies");
    let mut in_hood: Vec<Vec<&DwellingRecord>> = vec![Vec::new(); town.hoods.len()];
    for dwelling in dwellings {
        in_hood[dwelling.hood].push(&dwelling.record);
    }
    let mut used = BTreeSet::new();
    let mut rows: Vec<(Date, i16, VacancyStatus, DwellingCode)> = Vec::new();
    let mut rooms_of_year: Option<(i16, Vec<u32>)> = None;
    let mut days = placed.to_vec();
    days.sort();
    for day in days {
        let year = day.year();
        let mut left = rooms_of_year
            .take_if(|(of, _)| *of == year)
            .map_or_else(|| realised(year), |(_, left)| left);
        if let Some((hood, dwelling)) = fresh(&in_hood, &mut left, &mut used, year, &mut chance) {
            left[hood] -= 1;
            let from = sure::days_before(day, -chance.between(10, 40));
            rows.push((from, year, VacancyStatus::Decided, dwelling));
        }
        rooms_of_year = Some((year, left));
    }
    let mut weights = open_weights(town);
    let ordinary = |dwelling: &DwellingRecord| {
        dwelling.facts.rooms < LARGE && dwelling.facts.adaptation != Adaptation::Wheelchair
    };
    for nth in 0..OPEN + WITHDRAWN {
        let open = nth < OPEN;
        let found = (0..10_000).find_map(|_| {
            let hood = chance.weighted(&weights);
            let home = in_hood[hood].get(chance.index(in_hood[hood].len()))?;
            let fresh = used.insert((today.year(), home.code.clone()));
            if fresh && ordinary(home) { Some((hood, home.code.clone())) } else { None }
        });
        let Some((hood, dwelling)) = found else { continue };
        // The same neighbourhood comes back less often, so that the homes spread.
        weights[hood] = weights[hood] * 3 / 4;
        let (from, status) = if open {
            (sure::days_before(today, chance.between(-45, 30)), VacancyStatus::Open)
        } else {
            (sure::days_before(today, chance.between(40, 900)), VacancyStatus::Withdrawn)
        };
        let year = if open { today.year() } else { from.year() };
        rows.push((from, year, status, dwelling));
    }
    numbered(rows)
}

/// Where homes are open besides the written ones. In a city with neighbourhoods enough
/// these stay out of those of the written homes, which then are the only ones there.
fn open_weights(town: &Town) -> Vec<u32> {
    let mut weights = town.by_households();
    if weights.iter().filter(|&&weight| weight > 0).count() >= SLOTS {
        for &slot in ceilings::OPEN.iter().chain(ceilings::FULL) {
            weights[town.slot(slot)] = 0;
        }
    }
    weights
}

/// A dwelling that has not come free in the year, in a neighbourhood with homes left.
fn fresh(
    in_hood: &[Vec<&DwellingRecord>],
    left: &mut [u32],
    used: &mut BTreeSet<(i16, DwellingCode)>,
    year: i16,
    chance: &mut Chance,
) -> Option<(usize, DwellingCode)> {
    while left.iter().any(|&left| left > 0) {
        let hood = chance.weighted(left);
        let homes = &in_hood[hood];
        let start = chance.index(homes.len());
        let found = (0..homes.len())
            .map(|step| &homes[(start + step) % homes.len()].code)
            .find(|code| used.insert((year, (*code).clone())));
        if let Some(code) = found {
            return Some((hood, code.clone()));
        }
        left[hood] = 0;
    }
    None
}

fn numbered(mut rows: Vec<(Date, i16, VacancyStatus, DwellingCode)>) -> Vec<VacancyRecord> {
    rows.sort();
    let (mut year_of_last, mut number) = (0, 0);
    rows.into_iter()
        .map(|(available_from, year, status, dwelling)| {
            if available_from.year() != year_of_last {
                (year_of_last, number) = (available_from.year(), 0);
            }
            number += 1;
            VacancyRecord {
                code: sure::vacancy(&format!("V-{}-{number:04}", available_from.year())),
                dwelling,
                available_from,
                year,
                status,
            }
        })
        .collect()
}
