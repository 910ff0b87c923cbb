use std::collections::{BTreeMap, BTreeSet};

use sleutel_domain::{
    GroupCode,
    homes::VacancyStatus,
    placement::{
        Agreed, Candidate, GroupShare, HomeOnOffer, InputError, RoundInput, RoundSettings,
    },
};

use super::{
    Parts, ROUND_FILE,
    ahead::{Nodes, ahead},
    candidates::candidates,
    places::{Tree, tree},
};
use crate::{
    Finding, Kind,
    finding::{FindingKind, Log},
    records::{DwellingRecord, Located},
};

/// Puts together what the engine takes, or says everything that stands in the way.
///
/// Groups and ceilings count with their row for the year of the round. Every open
/// vacancy is on offer, whatever year it counts for. A single root is put on top when
/// the areas have none. Names, birth dates and people's own words stay behind.
pub fn assemble(parts: &Parts) -> Result<RoundInput, Vec<Finding>> {
    let mut logs = Vec::new();
    let tree = tree(parts, &mut logs);
    let groups = groups(parts);
    let candidates = candidates(parts, &tree, &mut logs);
    check_groups(parts, &groups, &candidates, &mut logs);
    let nodes = dwelling_nodes(parts, &tree, &mut logs);
    let homes = homes(parts, &nodes, &mut logs);
    let ahead = ahead(parts, &nodes, &tree.nodes, &groups, &mut logs);
    check_fixings(parts, &candidates, &homes, &mut logs);
    let mut input = RoundInput {
        date: parts.round.date,
        seed: parts.round.seed,
        settings: RoundSettings {
            spare_rooms: parts.round.spare_rooms,
            unknown_load: parts.round.unknown_load,
        },
        nodes: tree.nodes.clone(),
        groups,
        candidates,
        homes,
        fixings: parts.fixings.iter().map(|it| it.record.fixing.clone()).collect(),
        associations: Vec::new(),
        together: Vec::new(),
        ahead,
    };
    parts.limits.lay(&mut input, &parts.groups, &tree, &mut logs);
    let findings: Vec<Finding> = logs.into_iter().flat_map(|log| log.findings).collect();
    if !findings.is_empty() {
        return Err(findings);
    }
    let findings = contradictions(&input);
    if findings.is_empty() { Ok(input) } else { Err(findings) }
}

fn groups(parts: &Parts) -> Vec<GroupShare> {
    let year = parts.round.date.year();
    let rows = parts.groups.iter().filter(|it| it.record.quota.year == year);
    rows.map(|Located { record, .. }| GroupShare {
        code: record.group.code.clone(),
        name: record.group.name_nl.to_string(),
        expected: record.quota.expected,
        agreed: Agreed {
            lower: record.quota.lower,
            upper: record.quota.upper,
            realised: record.quota.realised,
        },
        parent: None,
    })
    .collect()
}

fn check_groups(
    parts: &Parts,
    groups: &[GroupShare],
    candidates: &[Candidate],
    logs: &mut Vec<Log>,
) {
    let mut log = Log::new(&Kind::Participants.file_name());
    let known: BTreeSet<&GroupCode> = groups.iter().map(|group| &group.code).collect();
    let waiting: BTreeSet<_> = candidates.iter().map(|it| &it.reference).collect();
    for Located { row, record } in &parts.participants {
        if waiting.contains(&record.reference) && !known.contains(&record.group) {
            let year = i64::from(parts.round.date.year());
            let group = record.group.to_string();
            log.cell(*row, "group", FindingKind::NoShare { group, year });
        }
    }
    logs.push(log);
}

fn homes(parts: &Parts, nodes: &Nodes<'_>, logs: &mut Vec<Log>) -> Vec<HomeOnOffer> {
    let dwellings: BTreeMap<_, _> =
        parts.dwellings.iter().map(|it| (&it.record.code, &it.record)).collect();
    let mut log = Log::new(&Kind::Vacancies.file_name());
    let mut homes = Vec::new();
    let mut offered = BTreeSet::new();
    for Located { row, record } in &parts.vacancies {
        let found = record.dwelling.to_string();
        let Some(dwelling) = dwellings.get(&record.dwelling) else {
            log.cell(*row, "dwelling", FindingKind::NoSuch { kind: Kind::Dwellings, found });
            continue;
        };
        if record.status != VacancyStatus::Open {
            continue;
        }
        if !offered.insert(&record.dwelling) {
            log.cell(*row, "dwelling", FindingKind::OfferedTwice { dwelling: found });
            continue;
        }
        // A dwelling without a node is among the findings already.
        let Some(node) = nodes.get(&dwelling.code).copied() else { continue };
        homes.push(HomeOnOffer {
            vacancy: record.code.clone(),
            dwelling: dwelling.code.clone(),
            association: dwelling.association.clone(),
            node,
            street: dwelling.street.to_string(),
            facts: dwelling.facts.clone(),
        });
    }
    logs.push(log);
    homes
}

fn dwelling_nodes<'a>(parts: &'a Parts, tree: &Tree, logs: &mut Vec<Log>) -> Nodes<'a> {
    let mut log = Log::new(&Kind::Dwellings.file_name());
    let mut nodes = BTreeMap::new();
    for Located { row, record } in &parts.dwellings {
        if let Some(node) = dwelling_node(record, *row, tree, &mut log) {
            nodes.insert(&record.code, node);
        }
    }
    logs.push(log);
    nodes
}

fn dwelling_node(it: &DwellingRecord, row: u32, tree: &Tree, log: &mut Log) -> Option<usize> {
    let mut miss = |column: &str, kind: Kind, found: String| {
        log.cell(row, column, FindingKind::NoSuch { kind, found });
    };
    let area = it.neighbourhood.as_ref().map(|code| {
        let index = tree.area(code);
        if index.is_none() {
            miss("neighbourhood", Kind::Areas, code.to_string());
        }
        index
    });
    let complex = it.complex.as_ref().map(|code| {
        let index = tree.complex(code);
        if index.is_none() {
            miss("complex", Kind::Complexes, code.to_string());
        }
        index
    });
    let parent = |index: usize| tree.nodes.get(index).and_then(|node| node.parent);
    match (complex, area) {
        (None, Some(area)) => area,
        (Some(complex), None) => complex,
        (Some(complex), Some(area)) => {
            let (complex, area) = (complex?, area?);
            if parent(complex) == Some(area) {
                return Some(complex);
            }
            let text = |code: Option<String>| code.unwrap_or_default();
            let complex = text(it.complex.as_ref().map(ToString::to_string));
            let neighbourhood = text(it.neighbourhood.as_ref().map(ToString::to_string));
            let what = FindingKind::OutsideComplex { complex, neighbourhood };
            log.cell(row, "neighbourhood", what);
            None
        }
        (None, None) => {
            log.cell(row, "neighbourhood", FindingKind::Empty {});
            None
        }
    }
}

fn check_fixings(
    parts: &Parts,
    candidates: &[Candidate],
    homes: &[HomeOnOffer],
    logs: &mut Vec<Log>,
) {
    let mut log = Log::new("fixings.csv");
    let people: BTreeSet<_> = candidates.iter().map(|it| &it.reference).collect();
    let vacancies: BTreeSet<_> = homes.iter().map(|it| &it.vacancy).collect();
    for Located { row, record } in &parts.fixings {
        let fixing = &record.fixing;
        if !people.contains(&fixing.candidate) {
            let found = fixing.candidate.to_string();
            log.cell(*row, "reference", FindingKind::NotInRound { found });
        }
        if !vacancies.contains(&fixing.vacancy) {
            let found = fixing.vacancy.to_string();
            log.cell(*row, "vacancy", FindingKind::NotInRound { found });
        }
    }
    logs.push(log);
}

/// What the domain itself finds against the whole. Files cannot bring these about
/// (reading refuses doubles and crossed bounds); records from elsewhere can.
fn contradictions(input: &RoundInput) -> Vec<Finding> {
    let mut log = Log::new(ROUND_FILE);
    for error in input.errors() {
        log.file(match error {
            InputError::Twice(key) => FindingKind::Twice { key, first: 0 },
            InputError::Bounds { lower, upper, .. } => {
                FindingKind::Bounds { lower: i64::from(lower), upper: i64::from(upper) }
            }
            InputError::Fixing(found) => FindingKind::NotInRound { found },
            InputError::Group { group, .. } => FindingKind::NoShare {
                group: group.to_string(),
                year: i64::from(input.date.year()),
            },
            InputError::Parent { .. }
            | InputError::Roots(_)
            | InputError::HomeNode { .. }
            | InputError::GroupParent { .. }
            | InputError::Together { .. }
            | InputError::StreetNode(_)
            | InputError::Ahead(_) => FindingKind::NotOnePlace {},
        });
    }
    log.findings
}
