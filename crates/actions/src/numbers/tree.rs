use std::collections::BTreeMap;

use sleutel_domain::{
    AreaCode, ComplexCode, Id,
    access::Programme,
    homes::{AreaLevel, Place},
    placement::{Agreed, LoadCeiling, Node, RoundSettings, SupportLoad},
};
use sleutel_store::{
    Tx,
    homes::{AreaRow, ComplexRow},
    numbers::{self as rows, CeilingRow},
    placement as decided,
};

use crate::ActionError;

/// The tree of areas and complexes with the year's numbers, a parent before its children.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// The nodes.
    pub nodes: Vec<Node>,
    /// Where an area or a complex stands among them.
    pub index: BTreeMap<Place, usize>,
}

impl Tree {
    /// The indices from a node up to and including the root.
    pub fn path(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(node), |&at| self.nodes.get(at).and_then(|node| node.parent))
    }

    /// The least room left from a node up to the root; `None` when nothing limits it.
    pub fn room(&self, node: usize) -> Option<u32> {
        self.path(node).filter_map(|at| self.nodes.get(at)?.agreed.room()).min()
    }

    /// Counts a home in the complex or neighbourhood it stands in and in all above.
    fn count(&mut self, neighbourhood: &str, complex: Option<String>, add: impl Fn(&mut Node)) {
        let in_complex = complex
            .and_then(|code| ComplexCode::new(&code).ok())
            .and_then(|code| self.index.get(&Place::Complex(code)).copied());
        let in_area = || {
            let code = AreaCode::new(neighbourhood).ok()?;
            self.index.get(&Place::Area(code)).copied()
        };
        let Some(start) = in_complex.or_else(in_area) else { return };
        let path: Vec<usize> = self.path(start).collect();
        for at in path {
            if let Some(node) = self.nodes.get_mut(at) {
                add(node);
            }
        }
    }

    /// The indices that lie directly in a node.
    pub fn children(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        self.nodes
            .iter()
            .enumerate()
            .filter(move |(_, it)| it.parent == Some(node))
            .map(|(at, _)| at)
    }
}

/// The tree of a year, decided homes counted on top of the numbers brought in at every
/// level. What a place with a load ceiling carries is the load of the households decided there
/// this year; who was placed before decisions were kept here is a number without households and
/// weighs nothing. Several roots get one more above them, so that there is exactly one.
pub(crate) async fn tree(
    tx: &mut Tx,
    programme: Id<Programme>,
    year: i16,
    areas: &[AreaRow],
    complexes: &[ComplexRow],
) -> Result<Tree, ActionError> {
    let numbers: BTreeMap<Place, CeilingRow> = rows::ceilings(tx, programme, year)
        .await?
        .into_iter()
        .map(|row| (row.place.clone(), row))
        .collect();
    let mut tree = plant(areas, complexes, &numbers);
    let unknown = RoundSettings::default().unknown_load;
    for (points, neighbourhood, complex) in decided::agreed_loads(tx, programme, year).await? {
        let told = points.and_then(|it| u32::try_from(it).ok()).and_then(SupportLoad::from_points);
        let points = told.unwrap_or(unknown).points();
        tree.count(&neighbourhood, complex, |node| {
            node.agreed.realised += 1;
            if let Some(load) = &mut node.load {
                load.carried = load.carried.saturating_add(points);
            }
        });
    }
    Ok(tree)
}

fn plant(
    areas: &[AreaRow],
    complexes: &[ComplexRow],
    numbers: &BTreeMap<Place, CeilingRow>,
) -> Tree {
    let mut tree = Tree { nodes: Vec::new(), index: BTreeMap::new() };
    let known: BTreeMap<&AreaCode, &AreaRow> = areas.iter().map(|row| (&row.code, row)).collect();
    let has_parent =
        |row: &AreaRow| row.parent.as_ref().is_some_and(|parent| known.contains_key(parent));
    let roots = areas.iter().filter(|row| !has_parent(row)).count();
    let add = |tree: &mut Tree, place: Place, name: String, level, parent| {
        let row = numbers.get(&place);
        let agreed = row.map_or_else(Agreed::default, |row| row.agreed);
        let load = row.and_then(|row| row.load).map(|upper| LoadCeiling { upper, carried: 0 });
        tree.index.insert(place.clone(), tree.nodes.len());
        tree.nodes.push(Node { place, name, level, parent, agreed, load });
    };
    if roots != 1
        && let Ok(code) = AreaCode::new("programme")
    {
        add(&mut tree, Place::Area(code), String::new(), AreaLevel::Municipality, None);
    }
    // Areas come largest level first, so a parent is there before its children.
    for row in areas {
        let parent = row
            .parent
            .as_ref()
            .and_then(|code| tree.index.get(&Place::Area(code.clone())).copied())
            .or((roots != 1).then_some(0));
        let name = row.name.to_string();
        add(&mut tree, Place::Area(row.code.clone()), name, row.level, parent);
    }
    for row in complexes {
        let parent = tree.index.get(&Place::Area(row.neighbourhood.clone())).copied();
        if parent.is_some() {
            let name = row.name.to_string();
            add(&mut tree, Place::Complex(row.code.clone()), name, AreaLevel::Complex, parent);
        }
    }
    tree
}
