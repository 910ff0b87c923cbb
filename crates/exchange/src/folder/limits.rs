//! Limits beside the ceilings, in files only a round's folder has: support load, targets
//! of associations, groups that are part of another, households that move together.

use std::collections::{BTreeMap, BTreeSet};

use sleutel_domain::{
    Answer, GroupCode, OrganisationCode, Phrase, Reference,
    homes::{AreaLevel, Place},
    placement::{Agreed, AssociationTarget, LoadCeiling, RoundInput, SupportLoad, Together},
};

use super::places::Tree;
use crate::{
    Kind,
    columns::{Column, Shape, may, must},
    finding::{FindingKind, Log},
    read::{bounds, place},
    records::Located,
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
    pub targets: Vec<Located<AssociationTarget>>,
    pub groups: Vec<Located<GroupPartRecord>>,
    pub together: Vec<Located<Together>>,
}

/// The files, by name.
pub(crate) const LOADS_FILE: &str = "loads.csv";
pub(crate) const CEILINGS_FILE: &str = "load-ceilings.csv";
pub(crate) const TARGETS_FILE: &str = "association-targets.csv";
pub(crate) const GROUPS_FILE: &str = "group-parts.csv";
pub(crate) const TOGETHER_FILE: &str = "together.csv";

fn levels() -> Vec<&'static str> {
    AreaLevel::ALL.iter().map(|it| it.code()).collect()
}

const LOADS: &[Column] = &[must("reference", Shape::Code), must("load", Shape::Whole)];
const CEILINGS: &[Column] = &[
    may("area", Shape::Code),
    may("complex", Shape::Code),
    must("upper", Shape::Whole),
    may("carried", Shape::Whole),
];
const TARGETS: &[Column] = &[
    must("association", Shape::Code),
    may("name", Shape::Text),
    may("lower", Shape::Whole),
    may("upper", Shape::Whole),
    may("realised", Shape::Whole),
];
const GROUPS: &[Column] = &[must("group", Shape::Code), must("part_of", Shape::Code)];
const TOGETHER: &[Column] =
    &[must("one", Shape::Code), must("other", Shape::Code), must("within", Shape::OneOf(levels))];

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
            TARGETS_FILE => {
                self.targets = table::read(&text, TARGETS, &[], log, &mut |_| {}, target, |it| {
                    ("association", it.code.to_string())
                });
            }
            GROUPS_FILE => {
                self.groups = table::read(&text, GROUPS, &[], log, &mut |_| {}, part, |it| {
                    ("group", it.group.to_string())
                });
            }
            TOGETHER_FILE => {
                self.together = table::read(&text, TOGETHER, &[], log, &mut |_| {}, both, |it| {
                    ("one", format!("{}\u{1f}{}", it.one, it.other))
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
        let targets = write::table(TARGETS, &self.targets, |it: &AssociationTarget| {
            let Agreed { lower, upper, realised } = it.agreed;
            let upper = upper.map(|it| it.to_string()).unwrap_or_default();
            let (code, name) = (it.code.to_string(), it.name.clone());
            vec![code, name, lower.to_string(), upper, realised.to_string()]
        });
        put(TARGETS_FILE, !self.targets.is_empty(), targets);
        let groups = write::table(GROUPS, &self.groups, |it: &GroupPartRecord| {
            vec![it.group.to_string(), it.part_of.to_string()]
        });
        put(GROUPS_FILE, !self.groups.is_empty(), groups);
        let together = write::table(TOGETHER, &self.together, |it: &Together| {
            vec![it.one.to_string(), it.other.to_string(), it.within.code().to_owned()]
        });
        put(TOGETHER_FILE, !self.together.is_empty(), together);
        files
    }

    /// Puts the limits into a round; whatever names something that is not there is told.
    pub(super) fn lay(&self, input: &mut RoundInput, tree: &Tree, logs: &mut Vec<Log>) {
        self.lay_loads(input, tree, logs);
        self.lay_groups(input, logs);
        input.associations = self.targets.iter().map(|it| it.record.clone()).collect();
        let mut log = Log::new(TOGETHER_FILE);
        let known: BTreeSet<_> = input.candidates.iter().map(|it| &it.reference).collect();
        for Located { row, record } in &self.together {
            for (column, who) in [("one", &record.one), ("other", &record.other)] {
                if !known.contains(who) {
                    log.cell(*row, column, FindingKind::NotInRound { found: who.to_string() });
                }
            }
        }
        logs.push(log);
        input.together = self.together.iter().map(|it| it.record.clone()).collect();
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

    /// A main group comes before its parts.
    fn lay_groups(&self, input: &mut RoundInput, logs: &mut Vec<Log>) {
        let mut log = Log::new(GROUPS_FILE);
        let known: BTreeSet<_> = input.groups.iter().map(|it| it.code.clone()).collect();
        let above: BTreeMap<_, _> =
            self.groups.iter().map(|it| (&it.record.group, &it.record.part_of)).collect();
        for Located { row, record } in &self.groups {
            for (column, group) in [("group", &record.group), ("part_of", &record.part_of)] {
                if !known.contains(group) {
                    let what =
                        FindingKind::NoSuch { kind: Kind::GroupQuotas, found: group.to_string() };
                    log.cell(*row, column, what);
                }
            }
            // As deep as there are groups means going round.
            let path = std::iter::successors(Some(&record.group), |it| above.get(it).copied());
            if path.take(self.groups.len() + 2).count() > self.groups.len() + 1 {
                let code = record.group.to_string();
                log.cell(*row, "part_of", FindingKind::Circle { code });
            }
        }
        for group in &mut input.groups {
            group.parent = above.get(&group.code).map(|it| (*it).clone());
        }
        let depth = |code: &GroupCode| {
            let path = std::iter::successors(Some(code), |it| above.get(it).copied());
            path.take(self.groups.len() + 2).count()
        };
        input.groups.sort_by_key(|it| depth(&it.code));
        logs.push(log);
    }
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

fn target(row: &mut Row<'_>) -> Option<AssociationTarget> {
    let code = row.must("association", cells::code(OrganisationCode::new));
    let name = row.may("name", cells::words(Phrase::new));
    let bounds = bounds(row);
    let (code, (lower, upper, realised)) = (code?, bounds?);
    let name = name?.map_or_else(|| code.to_string(), |name| name.to_string());
    Some(AssociationTarget { code, name, agreed: Agreed { lower, upper, realised } })
}

fn part(row: &mut Row<'_>) -> Option<GroupPartRecord> {
    let group = row.must("group", cells::code(GroupCode::new));
    let part_of = row.must("part_of", cells::code(GroupCode::new));
    Some(GroupPartRecord { group: group?, part_of: part_of? })
}

fn both(row: &mut Row<'_>) -> Option<Together> {
    let one = row.must("one", cells::code(Reference::new));
    let other = row.must("other", cells::code(Reference::new));
    let within = row.must("within", cells::one_of(AreaLevel::from_code, &levels()));
    Some(Together { one: one?, other: other?, within: within? })
}
