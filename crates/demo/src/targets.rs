//! What the associations promised for this year.

use std::collections::BTreeMap;

use jiff::civil::Date;
use sleutel_domain::{DwellingCode, OrganisationCode, homes::VacancyStatus};
use sleutel_exchange::records::{AssociationTargetRecord, DwellingRecord, VacancyRecord};

use crate::{groups, organisations::ASSOCIATIONS, sure};

/// A promise for each association: its part of the dwellings, of the homes of a year, with a
/// floor and a ceiling around it. What is realised is what was decided this year.
pub(crate) fn targets(
    dwellings: &[DwellingRecord],
    vacancies: &[VacancyRecord],
    today: Date,
) -> Vec<AssociationTargetRecord> {
    let year = today.year();
    let mut let_by: BTreeMap<&OrganisationCode, usize> = BTreeMap::new();
    let mut whose: BTreeMap<&DwellingCode, &OrganisationCode> = BTreeMap::new();
    for dwelling in dwellings {
        *let_by.entry(&dwelling.association).or_default() += 1;
        whose.insert(&dwelling.code, &dwelling.association);
    }
    let mut decided: BTreeMap<&OrganisationCode, u32> = BTreeMap::new();
    let mut open: BTreeMap<&OrganisationCode, u32> = BTreeMap::new();
    for row in vacancies {
        let Some(&association) = whose.get(&row.dwelling) else { continue };
        match row.status {
            VacancyStatus::Decided if row.year == year => {
                *decided.entry(association).or_default() += 1;
            }
            VacancyStatus::Open => *open.entry(association).or_default() += 1,
            VacancyStatus::Decided | VacancyStatus::Withdrawn => {}
        }
    }
    // At the pace of the year so far; the numbers of groups and places count homes given
    // elsewhere too, which have no association here.
    let all: u32 = decided.values().sum();
    let homes = all * 1_000 / groups::year_gone(today).max(1);
    ASSOCIATIONS
        .iter()
        .zip(0_u32..)
        .map(|((code, _), nth)| {
            let association = sure::organisation(code);
            let own = count(let_by.get(&association).copied().unwrap_or(0));
            let share = homes * own / count(dwellings.len()).max(1);
            let realised = decided.get(&association).copied().unwrap_or(0);
            // Room for what is free now; one gives hardly more than that. A third of them
            // promised more than comes of itself.
            let free = realised + open.get(&association).copied().unwrap_or(0);
            let upper = if nth == 4 { free + 1 } else { (share * 135 / 100).max(free + 5) };
            let lower = if nth % 3 == 0 { share * 112 / 100 } else { share * 90 / 100 };
            AssociationTargetRecord {
                year: Some(year),
                association,
                name: None,
                lower: lower.min(upper),
                upper: Some(upper),
                realised,
            }
        })
        .collect()
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
