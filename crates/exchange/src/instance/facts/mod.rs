//! The file with everything but the pairs.

use std::io::Read;

use sleutel_matching::{Arc, Bounds, Instance, InstanceError, Node, Person};

use super::{log::Few, tree::Tree, unpack};
use crate::finding::FindingKind;

pub(super) mod fields;

use fields::Fields;

/// Everything but the pairs, in the order of the file: a list has one value for each
/// group, part of the city, person or home.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// What the instance is called; empty when the file does not say.
    pub name: String,
    /// Names of the groups; empty when the file gives none.
    pub group_names: Vec<String>,
    /// Floor of each group.
    pub group_lower: Vec<u32>,
    /// Ceiling of each group.
    pub group_upper: Vec<u32>,
    /// How small each part of the city is, 0 the whole and 5 a complex or a street;
    /// empty when the file does not say.
    pub level: Vec<u32>,
    /// The part each part lies in, `None` for a root.
    pub parent: Vec<Option<u32>>,
    /// Floor of each part.
    pub node_lower: Vec<u32>,
    /// Ceiling of each part.
    pub node_upper: Vec<u32>,
    /// The most load each part can carry, `None` where that is not limited.
    pub load_cap: Vec<Option<u32>>,
    /// The group of each person.
    pub group: Vec<u32>,
    /// How much support each person asks of the neighbourhood.
    pub load: Vec<u32>,
    /// The part of the city each home lies in.
    pub complex: Vec<u32>,
    /// How many pairs there have to be.
    pub pairs: u32,
    /// The place in the file of each part of the city as the engine has them: a parent
    /// comes before its children there, and need not in the file.
    pub order: Vec<u32>,
}

/// Fields of the format that nothing here needs.
const UNUSED_OF_PEOPLE: [&str; 3] = ["household_size", "municipality", "bonus"];
const UNUSED_OF_HOMES: [&str; 4] = ["corporation", "rooms", "accessible", "rent_class"];

pub(super) fn read(bytes: impl Read, log: &mut Few) -> Option<Facts> {
    let text = unpack::whole(bytes, log)?;
    let tree = match Tree::read(&text) {
        Ok(tree) => tree,
        Err((line, position)) => {
            log.file(FindingKind::NotJsonText { line, position });
            return None;
        }
    };
    drop(text);
    let mut file = Fields::top(tree, log)?;
    file.only("format", "hfm-1", log);
    file.only("sense", "maximise", log);
    file.take("seed");
    let name = file.may_text("name", log).unwrap_or_default();
    let counts = file.fields("counts", log);
    let [groups, nodes, people, dwellings] =
        ["groups", "nodes", "people", "dwellings"].map(|it| file.fields(it, log));
    file.rest(log);
    let (mut counts, mut groups, mut nodes) = (counts?, groups?, nodes?);
    let (mut people, mut dwellings) = (people?, dwellings?);

    let most = i64::try_from(Instance::MOST).unwrap_or(i64::MAX);
    let [people_count, home_count, node_count, group_count] =
        ["people", "dwellings", "nodes", "groups"].map(|it| counts.count(it, most, log));
    let pairs = counts.count("arcs", u32::MAX.into(), log);
    counts.rest(log);

    let all = u32::MAX.into();
    let group_names = groups.may_texts("name", group_count, log);
    let group_lower = groups.list("lower", group_count, (0, all), log);
    let group_upper = groups.list("upper", group_count, (0, all), log);
    groups.rest(log);
    let level = nodes.may_list("level", node_count, (0, 100), log);
    let last = |count: Option<u32>| count.map_or(all, i64::from) - 1;
    let parent = nodes.list("parent", node_count, (-1, last(node_count)), log);
    let node_lower = nodes.list("lower", node_count, (0, all), log);
    let node_upper = nodes.list("upper", node_count, (0, all), log);
    let load_cap = nodes.list("load_cap", node_count, (-1, all), log);
    nodes.rest(log);
    let group = people.list("group", people_count, (0, last(group_count)), log);
    let load = people.list("load", people_count, (0, u8::MAX.into()), log);
    let complex = dwellings.list("complex", home_count, (0, last(node_count)), log);
    for name in UNUSED_OF_PEOPLE {
        people.may_list(name, people_count, (i64::MIN, i64::MAX), log);
    }
    for name in UNUSED_OF_HOMES {
        dwellings.may_list(name, home_count, (i64::MIN, i64::MAX), log);
    }
    people.rest(log);
    dwellings.rest(log);

    // Without a count nothing is known of the lengths and the places above.
    people_count.and(home_count).and(node_count).and(group_count)?;
    // -1 stands for none.
    let none = |list: Vec<i64>| list.into_iter().map(|it| u32::try_from(it).ok()).collect();
    let plain = |list: Vec<i64>| list.into_iter().filter_map(|it| u32::try_from(it).ok()).collect();
    let mut facts = Facts {
        name,
        group_names,
        group_lower: plain(group_lower?),
        group_upper: plain(group_upper?),
        level: level.map(plain).unwrap_or_default(),
        parent: none(parent?),
        node_lower: plain(node_lower?),
        node_upper: plain(node_upper?),
        load_cap: none(load_cap?),
        group: plain(group?),
        load: plain(load?),
        complex: plain(complex?),
        pairs: pairs?,
        order: Vec::new(),
    };
    facts.order = match parents_first(&facts.parent) {
        Ok(order) => order,
        Err(within) => {
            let code = within.to_string();
            log.field(format!("nodes.parent[{within}]"), FindingKind::Circle { code });
            return None;
        }
    };
    // Everything but the pairs, so that it is judged before any pair is read.
    if let Err(kinds) = facts.instance(vec![0; facts.group.len() + 1], Vec::new()) {
        for (field, what) in kinds {
            log.field(field, what);
        }
        return None;
    }
    Some(facts)
}

/// Every part after the part it lies in, otherwise as they stand; or a part that lies
/// in itself.
fn parents_first(parent: &[Option<u32>]) -> Result<Vec<u32>, u32> {
    if (0_u32..).zip(parent).all(|(at, up)| up.is_none_or(|up| up < at)) {
        return Ok((0..).take(parent.len()).collect());
    }
    // How many parts each lies in, found by walking up to one that is known.
    let mut depths: Vec<Option<u32>> = vec![None; parent.len()];
    let mut way = Vec::new();
    for start in 0..parent.len() {
        let mut next = Some(start);
        let mut depth = 0;
        while let Some(at) = next {
            if let Some(known) = depths[at] {
                depth = known + 1;
                break;
            }
            if way.len() > parent.len() {
                return Err(u32::try_from(at).unwrap_or(u32::MAX));
            }
            way.push(at);
            next = parent[at].map(|up| up as usize);
        }
        for at in way.drain(..).rev() {
            depths[at] = Some(depth);
            depth += 1;
        }
    }
    let mut order: Vec<u32> = (0..).take(parent.len()).collect();
    order.sort_by_key(|&at| depths[at as usize]);
    Ok(order)
}

impl Facts {
    /// What the engine takes, with these pairs; every contradiction otherwise, with the
    /// field it stands in.
    pub(super) fn instance(
        &self,
        starts: Vec<u32>,
        arcs: Vec<Arc>,
    ) -> Result<Instance, Vec<(String, FindingKind)>> {
        let bounds = |(&lower, &upper): (&u32, &u32)| Bounds { lower, upper };
        let groups = self.group_lower.iter().zip(&self.group_upper).map(bounds).collect();
        let mut place = vec![0; self.order.len()];
        for (at, &of) in (0..).zip(&self.order) {
            place[of as usize] = at;
        }
        let nodes = self.order.iter().map(|&of| {
            let of = of as usize;
            Node {
                parent: self.parent[of].map(|up| place[up as usize]),
                bounds: bounds((&self.node_lower[of], &self.node_upper[of])),
                load_cap: self.load_cap[of],
            }
        });
        let people = self.group.iter().zip(&self.load).map(|(&group, &load)| Person {
            group,
            // INVARIANT: a load was read as a number up to 255.
            load: u8::try_from(load).unwrap_or(u8::MAX),
        });
        let homes = self.complex.iter().map(|&node| place[node as usize]);
        Instance::new(groups, nodes.collect(), people.collect(), homes.collect(), starts, arcs)
            .map_err(|errors| errors.into_iter().map(|it| self.finding(it)).collect())
    }

    fn finding(&self, error: InstanceError) -> (String, FindingKind) {
        let of = |node: u32| self.order.get(node as usize).copied().unwrap_or(node);
        let bounds = |lower: u32, upper: u32| FindingKind::Bounds {
            lower: lower.into(),
            upper: upper.into(),
        };
        let outside = |found: u32, many: usize| FindingKind::OutOfRange {
            found: found.to_string(),
            least: 0,
            most: i64::try_from(many).unwrap_or(i64::MAX) - 1,
        };
        match error {
            InstanceError::Parent { node, .. } => (
                format!("nodes.parent[{}]", of(node)),
                FindingKind::Circle { code: of(node).to_string() },
            ),
            InstanceError::NodeBounds { node, lower, upper } => {
                (format!("nodes.lower[{}]", of(node)), bounds(lower, upper))
            }
            InstanceError::GroupBounds { group, lower, upper } => {
                (format!("groups.lower[{group}]"), bounds(lower, upper))
            }
            InstanceError::Group { person, group } => {
                (format!("people.group[{person}]"), outside(group, self.group_lower.len()))
            }
            InstanceError::HomeNode { home, node } => {
                (format!("dwellings.complex[{home}]"), outside(of(node), self.order.len()))
            }
            InstanceError::Home { home, .. } => {
                ("dwelling".to_owned(), outside(home, self.complex.len()))
            }
            InstanceError::Order { person, home } => (
                "dwelling".to_owned(),
                FindingKind::Twice { key: format!("{person},{home}"), first: 0 },
            ),
            InstanceError::Starts => {
                let expected = self.pairs.into();
                ("counts.arcs".to_owned(), FindingKind::PairsCounted { found: 0, expected })
            }
            InstanceError::TooLarge { .. } => {
                let most = i64::try_from(Instance::MOST).unwrap_or(i64::MAX);
                ("counts".to_owned(), FindingKind::TooLarge { most })
            }
        }
    }
}
