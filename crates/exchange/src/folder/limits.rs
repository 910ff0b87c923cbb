//! Limits beside the ceilings: main groups, targets of associations and households that move
//! together, and in files only a round's folder has support load and groups that are part of
//! another.

use std::collections::{BTreeMap, BTreeSet};

use sleutel_domain::{
    Answer, GroupCode, Reference,
    homes::Place,
    placement::{Agreed, AssociationTarget, GroupShare, LoadCeiling, RoundInput, SupportLoad},
};

use super::places::Tree;
use crate::{
    Kind, Records,
    columns::{Column, Shape, may, must},
    finding::{FindingKind, Log},
    read::place,
    records::{
        AssociationTargetRecord, GroupQuotaRecord, Located, MainGroupRecord, TogetherRecord,
    },
    table::{self, Row, cells},
    text::decode,
    write,
};

/// How much support a household takes.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadRecord {
    /// Whose file.
    pub reference: Reference,
    /// How much.
    pub load: SupportLoad,
}

/// The support load a part of the city can carry.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadCeilingRecord {
    /// An area or a complex, never a street.
    pub place: Place,
    /// Its numbers.
    pub ceiling: LoadCeiling,
}

/// A group that is part of another.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupPartRecord {
    /// The part.
    pub group: GroupCode,
    /// What it is part of.
    pub part_of: GroupCode,
}

/// Every limit beside the ceilings. What was not read from a file has row 0.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LimitParts {
    pub loads: Vec<Located<LoadRecord>>,
    pub ceilings: Vec<Located<LoadCeilingRecord>>,
    pub main_groups: Vec<Located<MainGroupRecord>>,
    pub targets: Vec<Located<AssociationTargetRecord>>,
    pub groups: Vec<Located<GroupPartRecord>>,
    pub together: Vec<Located<TogetherRecord>>,
}

/// The files, by name.
pub(crate) const LOADS_FILE: &str = "loads.csv";
pub(crate) const CEILINGS_FILE: &str = "load-ceilings.csv";
pub(crate) const GROUPS_FILE: &str = "group-parts.csv";

const LOADS: &[Column] = &[must("reference", Shape::Code), must("load", Shape::Whole)];
const CEILINGS: &[Column] = &[
    may("area", Shape::Code),
    may("complex", Shape::Code),
    must("upper", Shape::Whole),
    may("carried", Shape::Whole),
];
const GROUPS: &[Column] = &[must("group", Shape::Code), must("part_of", Shape::Code)];

impl LimitParts {
    /// Reads one of the files; `false` when it is none of them.
    pub(super) fn take(&mut self, name: &str, bytes: &[u8], log: &mut Log) -> bool {
        let text = decode(bytes, log);
        match name {
            LOADS_FILE => {
                self.loads = table::read(&text, LOADS, &[], log, &mut |_| {}, load, |it| {
                    ("reference", it.reference.to_string())
                });
            }
            CEILINGS_FILE => {
                self.ceilings =
                    table::read(&text, CEILINGS, &[], log, &mut |_| {}, ceiling, |it| {
                        ("area", crate::read::place_key(&it.place))
                    });
            }
            GROUPS_FILE => {
                self.groups = table::read(&text, GROUPS, &[], log, &mut |_| {}, part, |it| {
                    ("group", it.group.to_string())
                });
            }
            _ => return false,
        }
        true
    }

    /// The files that are needed to read these back.
    pub(super) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut put = |name: &str, some: bool, bytes: Vec<u8>| {
            if some {
                files.insert(name.to_owned(), bytes);
            }
        };
        let loads = write::table(LOADS, &self.loads, |it: &LoadRecord| {
            vec![it.reference.to_string(), it.load.points().to_string()]
        });
        put(LOADS_FILE, !self.loads.is_empty(), loads);
        let ceilings = write::table(CEILINGS, &self.ceilings, |it: &LoadCeilingRecord| {
            let (area, complex) = match &it.place {
                Place::Area(code) => (code.to_string(), String::new()),
                Place::Complex(code) => (String::new(), code.to_string()),
                Place::Street { neighbourhood, .. } => (neighbourhood.to_string(), String::new()),
            };
            vec![area, complex, it.ceiling.upper.to_string(), it.ceiling.carried.to_string()]
        });
        put(CEILINGS_FILE, !self.ceilings.is_empty(), ceilings);
        let groups = write::table(GROUPS, &self.groups, |it: &GroupPartRecord| {
            vec![it.group.to_string(), it.part_of.to_string()]
        });
        put(GROUPS_FILE, !self.groups.is_empty(), groups);
        let kinds = [
            Records::MainGroups(self.main_groups.clone()),
            Records::AssociationTargets(self.targets.clone()),
            Records::Together(self.together.clone()),
        ];
        for records in &kinds {
            put(&records.kind().file_name(), !records.is_empty(), write::write(records));
        }
        files
    }

    /// Puts the limits into a round; whatever names something that is not there is told.
    pub(super) fn lay(
        &self,
        input: &mut RoundInput,
        groups: &[Located<GroupQuotaRecord>],
        tree: &Tree,
        logs: &mut Vec<Log>,
    ) {
        self.lay_loads(input, tree, logs);
        self.lay_groups(input, groups, logs);
        let year = input.date.year();
        let of_year = self.targets.iter().map(|it| &it.record);
        input.associations =
            of_year.filter(|it| it.year.is_none_or(|it| it == year)).map(target).collect();
        let mut log = Log::new(&Kind::Together.file_name());
        let known: BTreeSet<_> = input.candidates.iter().map(|it| &it.reference).collect();
        for Located { row, record } in &self.together {
            for (column, who) in [("one", &record.link.one), ("other", &record.link.other)] {
                if !known.contains(who) {
                    log.cell(*row, column, FindingKind::NotInRound { found: who.to_string() });
                }
            }
        }
        logs.push(log);
        input.together = self.together.iter().map(|it| it.record.link.clone()).collect();
    }

    fn lay_loads(&self, input: &mut RoundInput, tree: &Tree, logs: &mut Vec<Log>) {
        let mut log = Log::new(LOADS_FILE);
        let known: BTreeMap<_, _> =
            self.loads.iter().map(|it| (&it.record.reference, it.record.load)).collect();
        for candidate in &mut input.candidates {
            if let Some(&load) = known.get(&candidate.reference) {
                candidate.load = Answer::Known(load);
            }
        }
        logs.push(log);
        log = Log::new(CEILINGS_FILE);
        for Located { row, record } in &self.ceilings {
            tree.check(&record.place, *row, &mut log);
            if let Some(node) = input.nodes.iter_mut().find(|it| it.place == record.place) {
                node.load = Some(record.ceiling);
            }
        }
        logs.push(log);
    }

    /// What a group is part of: a group, as a file of this folder says, or else its main
    /// group, when that has numbers in the year. A main group comes before its parts, and
    /// what is realised in it is what is realised in them.
    fn lay_groups(
        &self,
        input: &mut RoundInput,
        groups: &[Located<GroupQuotaRecord>],
        logs: &mut Vec<Log>,
    ) {
        let mut log = Log::new(GROUPS_FILE);
        let known: BTreeSet<_> = input.groups.iter().map(|it| it.code.clone()).collect();
        let mut above: BTreeMap<GroupCode, GroupCode> = BTreeMap::new();
        for Located { record, .. } in &self.groups {
            above.insert(record.group.clone(), record.part_of.clone());
        }
        for Located { row, record } in &self.groups {
            for (column, group) in [("group", &record.group), ("part_of", &record.part_of)] {
                if !known.contains(group) {
                    let what =
                        FindingKind::NoSuch { kind: Kind::GroupQuotas, found: group.to_string() };
                    log.cell(*row, column, what);
                }
            }
            // As deep as there are groups means going round.
            if depth(&above, &record.group) > self.groups.len() + 1 {
                let code = record.group.to_string();
                log.cell(*row, "part_of", FindingKind::Circle { code });
            }
        }
        let year = input.date.year();
        let of_year = self.main_groups.iter().map(|it| &it.record).filter(|it| it.year == year);
        for record in of_year {
            let Some(code) = record.main_group.share_code() else { continue };
            let parts: Vec<_> = groups
                .iter()
                .map(|it| &it.record)
                .filter(|it| it.quota.year == year && it.group.counts)
                .filter(|it| it.group.main_group == record.main_group)
                .map(|it| &it.quota)
                .filter(|it| !above.contains_key(&it.group))
                .collect();
            if parts.is_empty() {
                continue;
            }
            input.groups.push(GroupShare {
                name: code.to_string(),
                expected: parts.iter().map(|it| it.expected).sum(),
                agreed: Agreed {
                    lower: record.lower,
                    upper: record.upper,
                    realised: parts.iter().map(|it| it.realised).sum(),
                },
                parent: None,
                code: code.clone(),
            });
            above.extend(parts.into_iter().map(|it| (it.group.clone(), code.clone())));
        }
        for group in &mut input.groups {
            group.parent = above.get(&group.code).cloned();
        }
        input.groups.sort_by_key(|it| depth(&above, &it.code));
        logs.push(log);
    }
}

/// How many groups there are from one to the topmost it is part of, both counted; more
/// than there are parts and one when they go round.
fn depth(above: &BTreeMap<GroupCode, GroupCode>, code: &GroupCode) -> usize {
    let path = std::iter::successors(Some(code), |it| above.get(*it));
    path.take(above.len() + 2).count()
}

fn target(it: &AssociationTargetRecord) -> AssociationTarget {
    let name = it.name.as_ref().map_or_else(|| it.association.to_string(), ToString::to_string);
    let agreed = Agreed { lower: it.lower, upper: it.upper, realised: it.realised };
    AssociationTarget { code: it.association.clone(), name, agreed }
}

fn load(row: &mut Row<'_>) -> Option<LoadRecord> {
    let reference = row.must("reference", cells::code(Reference::new));
    let load = row.must("load", cells::points);
    Some(LoadRecord { reference: reference?, load: load? })
}

fn ceiling(row: &mut Row<'_>) -> Option<LoadCeilingRecord> {
    let place = place(row);
    let upper = row.must("upper", cells::count);
    let carried = row.may("carried", cells::count);
    let ceiling = LoadCeiling { upper: upper?, carried: carried?.unwrap_or(0) };
    Some(LoadCeilingRecord { place: place?, ceiling })
}

fn part(row: &mut Row<'_>) -> Option<GroupPartRecord> {
    let group = row.must("group", cells::code(GroupCode::new));
    let part_of = row.must("part_of", cells::code(GroupCode::new));
    Some(GroupPartRecord { group: group?, part_of: part_of? })
}
