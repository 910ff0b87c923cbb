//! From rows to what the engine may know.

use std::collections::{BTreeMap, BTreeSet};

use sleutel_domain::{
    GroupCode, Phrase, VacancyCode,
    homes::{Place, VacancyStatus},
    participants::Readiness,
    placement::{Agreed, Fixing, FixingKind, RoundInput, RoundSettings, Verdict},
};
use sleutel_exchange::{
    folder::{LoadCeilingRecord, Parts, assemble},
    records::{
        AreaRecord, AssociationTargetRecord, CeilingRecord, ComplexRecord, DwellingRecord,
        FixingRecord, Geometry, GroupQuotaRecord, GroupRecord, Located, MainGroup, MainGroupRecord,
        QuotaRecord, RoundRecord, TogetherRecord, VacancyRecord,
    },
};
use sleutel_store::{
    homes::{self, DwellingRow},
    participants::{self, ParticipantFile},
    placement::{self as rows, RoundRow},
};

use crate::{ActionError, Hold, act::Act, import::file_records, numbers};

fn here<T>(record: T) -> Located<T> {
    Located { row: 0, record }
}

/// Everything a round knows at this moment. Homes already decided, people already placed
/// and pairs turned down in this round are left out.
pub(crate) async fn put_together(
    act: &mut Act<'_>,
    round: &RoundRow,
) -> Result<RoundInput, ActionError> {
    let programme = act.programme;
    let year = round.held_on.year();
    let mut parts = Parts::new(RoundRecord {
        date: round.held_on,
        seed: u64::try_from(round.lot.seed()).unwrap_or_default(),
        spare_rooms: round.spare_rooms,
        unknown_load: RoundSettings::default().unknown_load,
        ahead: round.ahead,
    });
    let areas = homes::areas(&mut act.tx, programme, false).await?;
    if areas.is_empty() {
        return Err(Hold::NoAreas.into());
    }
    let complexes = homes::complexes(&mut act.tx, programme).await?;
    let tree = numbers::tree(&mut act.tx, programme, year, &areas, &complexes).await?;
    parts.ceilings = tree
        .nodes
        .iter()
        .filter(|node| {
            areas.iter().any(|it| Place::Area(it.code.clone()) == node.place)
                || matches!(node.place, Place::Complex(_))
        })
        .map(|node| {
            here(CeilingRecord {
                year,
                place: node.place.clone(),
                lower: node.agreed.lower,
                upper: node.agreed.upper,
                realised: node.agreed.realised,
                load: node.load.map(|it| it.upper),
            })
        })
        .collect();
    // A ceiling says the most a place carries; this says what it carries already as well.
    parts.limits.ceilings = tree
        .nodes
        .iter()
        .filter_map(|node| Some((node.place.clone(), node.load?)))
        .map(|(place, ceiling)| here(LoadCeilingRecord { place, ceiling }))
        .collect();
    parts.areas = areas
        .into_iter()
        .map(|row| {
            here(AreaRecord {
                code: row.code,
                name: row.name,
                level: row.level,
                parent: row.parent,
                geometry: Geometry::default(),
            })
        })
        .collect();
    parts.complexes = complexes
        .into_iter()
        .map(|row| {
            here(ComplexRecord {
                code: row.code,
                name: row.name,
                association: row.association,
                neighbourhood: row.neighbourhood,
                street: row.street,
            })
        })
        .collect();
    add_numbers(act, year, &mut parts).await?;
    let open = take_homes(act, round, &mut parts).await?;
    if open.is_empty() {
        return Err(Hold::NoHomes.into());
    }
    let looks_ahead = round.ahead > 0;
    if looks_ahead {
        add_past(act, round, &mut parts).await?;
    }
    // Who is placed does not wait, and counts among those who joined.
    let files = participants::files(&mut act.tx, programme, !looks_ahead).await?;
    let waits = |file: &&ParticipantFile| !matches!(file.readiness, Readiness::Placed { .. });
    let waiting: BTreeSet<_> =
        files.iter().filter(waits).map(|file| file.reference.clone()).collect();
    for file in files {
        file_records(file, &mut parts);
    }
    parts.fixings = fixings(act, round)
        .await?
        .into_values()
        .filter(|it| open.contains(&it.vacancy) && waiting.contains(&it.candidate))
        .map(|fixing| here(FixingRecord { fixing }))
        .collect();
    // Whoever has a home already does not wait for anybody.
    let links = participants::links(&mut act.tx, programme).await?.into_iter();
    parts.limits.together = links
        .map(|row| row.link)
        .filter(|it| waiting.contains(&it.one) && waiting.contains(&it.other))
        .map(|link| here(TogetherRecord { link, reason: None }))
        .collect();
    assemble(&parts).map_err(|findings| {
        // The same rules are kept when data comes in, so this is a fault of ours.
        // Only codes and places go into the program's log: values may be about people.
        let places: Vec<String> = findings
            .iter()
            .map(|it| {
                let column = it.column.as_deref().unwrap_or_default();
                format!("{} {} {column}", it.what.code(), it.file)
            })
            .collect();
        ActionError::Internal(format!("the round cannot be put together: {}", places.join(", ")))
    })
}

/// What was agreed for the year with groups, main groups and associations.
async fn add_numbers(act: &mut Act<'_>, year: i16, parts: &mut Parts) -> Result<(), ActionError> {
    let programme = act.programme;
    let numbers = numbers::year(&mut act.tx, programme, year).await?;
    parts.groups = numbers
        .groups
        .into_iter()
        .map(|it| {
            let Agreed { lower, upper, realised } = it.share.agreed;
            here(GroupQuotaRecord {
                group: GroupRecord {
                    code: it.group.code.clone(),
                    name_nl: it.group.name_nl,
                    name_en: it.group.name_en,
                    main_group: MainGroup::from_code(&it.group.main_group)
                        .unwrap_or(MainGroup::WithoutSupport),
                    with_support: it.group.with_support,
                    counts: it.group.counts,
                    valid_from: None,
                    valid_until: None,
                },
                quota: QuotaRecord {
                    year,
                    group: it.group.code,
                    expected: it.share.expected,
                    lower,
                    upper,
                    realised,
                },
            })
        })
        .collect();
    parts.limits.main_groups = numbers
        .main_groups
        .into_iter()
        .filter(|it| it.told)
        .map(|it| {
            let Agreed { lower, upper, realised: _ } = it.agreed;
            here(MainGroupRecord { year, main_group: it.main_group, lower, upper })
        })
        .collect();
    parts.limits.targets = numbers
        .associations
        .into_iter()
        .filter(|it| it.told)
        .map(|it| {
            let Agreed { lower, upper, realised } = it.agreed;
            let name = Phrase::new(&it.name).ok();
            let (year, association) = (Some(year), it.code);
            here(AssociationTargetRecord { year, association, name, lower, upper, realised })
        })
        .collect();
    Ok(())
}

async fn take_homes(
    act: &mut Act<'_>,
    round: &RoundRow,
    parts: &mut Parts,
) -> Result<BTreeSet<VacancyCode>, ActionError> {
    let programme = act.programme;
    let dwellings = homes::dwellings_of_round(&mut act.tx, programme, round.id).await?;
    let mut open = BTreeSet::new();
    for vacancy in homes::open_vacancies(&mut act.tx, programme).await? {
        let Some(dwelling) = dwellings.get(&vacancy.code) else { continue };
        open.insert(vacancy.code.clone());
        parts.vacancies.push(here(VacancyRecord {
            code: vacancy.code,
            dwelling: vacancy.dwelling,
            available_from: vacancy.available_from,
            year: vacancy.year,
            status: VacancyStatus::Open,
        }));
        parts.dwellings.push(here(dwelling_record(dwelling)));
    }
    Ok(open)
}

fn dwelling_record(dwelling: &DwellingRow) -> DwellingRecord {
    DwellingRecord {
        code: dwelling.code.clone(),
        association: dwelling.association.clone(),
        complex: dwelling.complex.clone(),
        neighbourhood: Some(dwelling.neighbourhood.clone()),
        street: dwelling.street.clone(),
        house_number: dwelling.house_number.clone(),
        postcode: None::<Phrase>,
        bag_id: None,
        energy: None,
        facts: dwelling.facts.clone(),
    }
}

/// Every other dwelling, and the vacancies that were decided: what a round that looks ahead
/// goes by.
async fn add_past(
    act: &mut Act<'_>,
    round: &RoundRow,
    parts: &mut Parts,
) -> Result<(), ActionError> {
    let programme = act.programme;
    let there: BTreeSet<_> = parts.dwellings.iter().map(|it| it.record.code.clone()).collect();
    let dwellings = homes::dwellings_by_code(&mut act.tx, programme).await?;
    let others = dwellings.iter().filter(|it| !there.contains(&it.code));
    parts.dwellings.extend(others.map(|it| here(dwelling_record(it))));
    let vacancies = homes::vacancies(&mut act.tx, programme).await?.into_iter();
    let decided = vacancies
        .filter(|it| it.status == VacancyStatus::Decided && it.available_from <= round.held_on);
    parts.vacancies.extend(decided.map(|it| {
        here(VacancyRecord {
            code: it.code,
            dwelling: it.dwelling,
            available_from: it.available_from,
            year: it.year,
            status: it.status,
        })
    }));
    Ok(())
}

/// Pins and bans in force; a pair turned down in this round counts as banned.
async fn fixings(
    act: &mut Act<'_>,
    round: &RoundRow,
) -> Result<BTreeMap<(String, String), Fixing>, ActionError> {
    let programme = act.programme;
    let mut all = BTreeMap::new();
    let mut put = |fixing: Fixing| {
        all.insert((fixing.candidate.to_string(), fixing.vacancy.to_string()), fixing);
    };
    for row in rows::fixings(&mut act.tx, programme, round.id).await? {
        put(Fixing { candidate: row.reference, vacancy: row.vacancy, kind: row.kind });
    }
    for row in rows::active_decisions(&mut act.tx, programme, round.id).await? {
        if row.verdict == Verdict::Rejected {
            put(Fixing { candidate: row.reference, vacancy: row.vacancy, kind: FixingKind::Ban });
        }
    }
    Ok(all)
}

/// The group of a code, for decisions.
pub(crate) fn group_of(
    input: &RoundInput,
    reference: &sleutel_domain::Reference,
) -> Option<GroupCode> {
    input.candidates.iter().find(|it| it.reference == *reference).map(|it| it.group.clone())
}
