use std::collections::BTreeMap;

use sleutel_domain::{
    AreaCode, ComplexCode,
    homes::{AreaLevel, Place},
    placement::{Agreed, LoadCeiling, Node},
};

use super::Parts;
use crate::{
    Kind,
    finding::{FindingKind, Log},
    records::Located,
};

/// The code of the part of the city that holds all others when the files name none.
/// No publisher uses it, and it has no floor and no ceiling.
const WHOLE: &str = "ALL";

/// The tree of areas and complexes, and where each stands in it.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
    areas: BTreeMap<AreaCode, usize>,
    complexes: BTreeMap<ComplexCode, usize>,
}

impl Tree {
    pub(super) fn area(&self, code: &AreaCode) -> Option<usize> {
        self.areas.get(code).copied()
    }

    pub(super) fn complex(&self, code: &ComplexCode) -> Option<usize> {
        self.complexes.get(code).copied()
    }

    /// Tells the log when a place does not exist.
    pub(super) fn check(&self, place: &Place, row: u32, log: &mut Log) {
        let (column, kind, found, known) = match place {
            Place::Area(code) | Place::Street { neighbourhood: code, .. } => {
                ("area", Kind::Areas, code.to_string(), self.areas.contains_key(code))
            }
            Place::Complex(code) => {
                ("complex", Kind::Complexes, code.to_string(), self.complexes.contains_key(code))
            }
        };
        if !known {
            log.cell(row, column, FindingKind::NoSuch { kind, found });
        }
    }
}

/// Larger parts first, of one size in the order of the file, complexes last.
pub(super) fn tree(parts: &Parts, logs: &mut Vec<Log>) -> Tree {
    let mut tree = Tree::default();
    add_areas(parts, &mut tree, logs);
    add_complexes(parts, &mut tree, logs);
    let mut log = Log::new(&Kind::Ceilings.file_name());
    for Located { row, record } in &parts.ceilings {
        if record.year != parts.round.date.year() {
            continue;
        }
        tree.check(&record.place, *row, &mut log);
        let index = match &record.place {
            Place::Area(code) => tree.area(code),
            Place::Complex(code) => tree.complex(code),
            Place::Street { .. } => None,
        };
        if let Some(node) = index.and_then(|index| tree.nodes.get_mut(index)) {
            let (lower, upper, realised) = (record.lower, record.upper, record.realised);
            node.agreed = Agreed { lower, upper, realised };
            node.load = record.load.map(|upper| LoadCeiling { upper, carried: 0 });
        }
    }
    logs.push(log);
    tree
}

fn add_areas(parts: &Parts, tree: &mut Tree, logs: &mut Vec<Log>) {
    let mut log = Log::new(&Kind::Areas.file_name());
    let by_code: BTreeMap<_, _> =
        parts.areas.iter().map(|area| (&area.record.code, area)).collect();
    let mut order = Vec::with_capacity(parts.areas.len());
    for (index, Located { row, record }) in parts.areas.iter().enumerate() {
        let parent = record.parent.as_ref();
        if let Some(code) = parent.filter(|code| !by_code.contains_key(code)) {
            let what = FindingKind::NoSuch { kind: Kind::Areas, found: code.to_string() };
            log.cell(*row, "parent", what);
        }
        // As deep as there are areas means going round.
        let above = std::iter::successors(parent, |code| by_code.get(code)?.record.parent.as_ref());
        let depth = above.take(parts.areas.len() + 1).count();
        if depth > parts.areas.len() {
            log.cell(*row, "parent", FindingKind::Circle { code: record.code.to_string() });
        }
        if let Some(above) = parent.and_then(|code| by_code.get(code))
            && above.record.level >= record.level
        {
            let (code, parent) = (record.code.to_string(), above.record.code.to_string());
            log.cell(*row, "parent", FindingKind::LevelOrder { code, parent });
        }
        order.push((depth, index));
    }
    order.sort_unstable();
    let roots = parts.areas.iter().filter(|area| area.record.parent.is_none()).count();
    if roots != 1
        && let Ok(code) = AreaCode::new(WHOLE)
    {
        let name = WHOLE.to_owned();
        tree.nodes.push(node(Place::Area(code), name, AreaLevel::Municipality, None));
    }
    let whole = if roots == 1 { None } else { Some(0) };
    for (_, index) in order {
        let Some(area) = parts.areas.get(index).map(|area| &area.record) else { continue };
        let parent = area.parent.as_ref().and_then(|code| tree.area(code)).or(whole);
        tree.areas.insert(area.code.clone(), tree.nodes.len());
        let place = Place::Area(area.code.clone());
        tree.nodes.push(node(place, area.name.to_string(), area.level, parent));
    }
    logs.push(log);
}

fn add_complexes(parts: &Parts, tree: &mut Tree, logs: &mut Vec<Log>) {
    let mut log = Log::new(&Kind::Complexes.file_name());
    for Located { row, record } in &parts.complexes {
        let Some(parent) = tree.area(&record.neighbourhood) else {
            let found = record.neighbourhood.to_string();
            log.cell(*row, "neighbourhood", FindingKind::NoSuch { kind: Kind::Areas, found });
            continue;
        };
        tree.complexes.insert(record.code.clone(), tree.nodes.len());
        let place = Place::Complex(record.code.clone());
        tree.nodes.push(node(place, record.name.to_string(), AreaLevel::Complex, Some(parent)));
    }
    logs.push(log);
}

fn node(place: Place, name: String, level: AreaLevel, parent: Option<usize>) -> Node {
    Node { place, name, level, parent, agreed: Agreed::default(), load: None }
}
