//! Everything of the network but the pairs: what flows out of the pool, through the
//! groups to the households, and from the homes up through the city and back.

use std::collections::BTreeMap;

use sleutel_domain::{
    homes::AreaLevel,
    placement::{Agreed, Goal, RoundInput},
};

use super::{Costs, TIERS, figures::Figures, short};
use crate::{lot, ranks, weeks};

/// An arc that is not a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Laid {
    pub(crate) from: u32,
    pub(crate) to: u32,
    pub(crate) capacity: u32,
    pub(crate) costs: Costs,
}

/// Node numbers: the pool is 0, then the parts of the city, groups, homes, households,
/// and for each group with parts the place of those who are straight in it.
#[derive(Debug, Clone)]
pub(crate) struct Numbers {
    pub(crate) groups: u32,
    pub(crate) homes: u32,
    pub(crate) people: u32,
    pub(crate) nodes: u32,
    /// Where the households of each group stand.
    pub(crate) entry: Vec<u32>,
}

/// The arcs in order, with what a count needs to be valued without them.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    pub(crate) numbers: Numbers,
    pub(crate) arcs: Vec<Laid>,
    /// The group of each candidate, by its place in the input.
    pub(crate) group_of: Vec<usize>,
    pub(crate) person_arc: Vec<Option<u32>>,
    pub(crate) home_arc: Vec<u32>,
    /// The reward of each rung: households straight in a group, homes of a neighbourhood.
    pub(crate) group_rungs: Vec<Vec<i64>>,
    pub(crate) node_rungs: Vec<Vec<i64>>,
    /// The arcs out of each part of the city; one for each home where load is limited.
    pub(crate) node_arcs: Vec<Vec<u32>>,
    /// Everything floors ask for in this round.
    pub(crate) due: i64,
}

pub(crate) fn reward(goal: Goal, amount: i64) -> Costs {
    let mut costs = [0; TIERS];
    costs[goal as usize] = -amount;
    costs
}

impl Numbers {
    fn new(input: &RoundInput) -> Self {
        let groups = short(input.nodes.len()) + 1;
        let homes = groups + short(input.groups.len());
        let people = homes + short(input.homes.len());
        let mut nodes = people + short(input.candidates.len());
        let mut entry = Vec::new();
        for (at, group) in input.groups.iter().enumerate() {
            let has_parts = input.groups.iter().any(|it| it.parent.as_ref() == Some(&group.code));
            entry.push(if has_parts { nodes } else { groups + short(at) });
            nodes += u32::from(has_parts);
        }
        Self { groups, homes, people, nodes, entry }
    }
}

struct Layer<'a> {
    input: &'a RoundInput,
    figures: &'a Figures,
    layout: Layout,
}

/// Lays every arc but the pairs.
pub(crate) fn lay(input: &RoundInput, figures: &Figures) -> Layout {
    let codes: BTreeMap<_, _> =
        input.groups.iter().enumerate().map(|(at, group)| (&group.code, at)).collect();
    let group_of = |it: &sleutel_domain::placement::Candidate| codes.get(&it.group).copied();
    let layout = Layout {
        numbers: Numbers::new(input),
        arcs: Vec::new(),
        group_of: input.candidates.iter().map(|it| group_of(it).unwrap_or(0)).collect(),
        person_arc: Vec::new(),
        home_arc: Vec::new(),
        group_rungs: vec![Vec::new(); input.groups.len()],
        node_rungs: vec![Vec::new(); input.nodes.len()],
        node_arcs: vec![Vec::new(); input.nodes.len()],
        due: figures.due(),
    };
    let mut layer = Layer { input, figures, layout };
    layer.groups();
    layer.tree();
    layer.homes();
    layer.people();
    layer.layout
}

impl Layer<'_> {
    fn arc(&mut self, from: u32, to: u32, capacity: u32, costs: Costs) -> Option<u32> {
        if capacity == 0 {
            return None;
        }
        let number = short(self.layout.arcs.len());
        self.layout.arcs.push(Laid { from, to, capacity, costs });
        Some(number)
    }

    /// What flows from the pool into each group: through the group it is part of, and
    /// to the households straight in it by rungs.
    fn groups(&mut self) {
        let input = self.input;
        let numbers = self.layout.numbers.clone();
        // One more than there are, so that only real ceilings have a price.
        let homes = short(input.homes.len()) + 1;
        let mut members = vec![0_u32; input.groups.len()];
        for (candidate, &group) in input.candidates.iter().zip(&self.layout.group_of) {
            members[group] += u32::from(candidate.ready);
        }
        let mut units = Vec::new();
        let mut places = Vec::new();
        for (at, group) in input.groups.iter().enumerate() {
            let figure = self.figures.groups[at];
            let (room, due) = (figure.room().unwrap_or(homes), figure.due);
            let own = numbers.groups + short(at);
            if numbers.entry[at] != own {
                let from = above(input, &numbers, at);
                let most = room.min(homes);
                self.arc(from, own, due.min(most), reward(Goal::Floors, 1));
                self.arc(from, own, most - due.min(most), [0; TIERS]);
            }
            for more in 0..members[at].min(homes).min(room) {
                let before = figure.agreed.realised.saturating_add(more);
                units.push(ranks::Unit { before, out_of: group.expected });
                places.push((at, more));
            }
        }
        for ((at, more), rank) in places.into_iter().zip(ranks::rewards(&units)) {
            let mut costs = reward(Goal::Comparable, rank);
            let (own, entry) = (numbers.groups + short(at), numbers.entry[at]);
            let from = if own == entry {
                costs[Goal::Floors as usize] = -i64::from(more < self.figures.groups[at].due);
                above(input, &numbers, at)
            } else {
                own
            };
            self.layout.group_rungs[at].push(rank);
            self.arc(from, entry, 1, costs);
        }
    }

    /// What flows up from each part of the city.
    fn tree(&mut self) {
        let input = self.input;
        let mut below = vec![0_u32; input.nodes.len()];
        for home in &input.homes {
            for node in input.path(home.node) {
                below[node] += 1;
            }
        }
        // One more than there are, so that only real ceilings have a price.
        let most =
            |at: usize, agreed: Agreed| (below[at] + 1).min(agreed.room().unwrap_or(u32::MAX));
        let mut units = Vec::new();
        let mut places = Vec::new();
        for (at, node) in input.nodes.iter().enumerate() {
            let figure = self.figures.nodes[at];
            if node.level == AreaLevel::Neighbourhood {
                for more in 0..most(at, figure.agreed) {
                    let before = figure.agreed.realised.saturating_add(more);
                    let out_of = figure.agreed.upper.unwrap_or(below[at]);
                    units.push(ranks::Unit { before, out_of });
                    places.push((at, more));
                }
            } else {
                let (from, to) = (short(at) + 1, node.parent.map_or(0, |parent| short(parent) + 1));
                let most = most(at, figure.agreed);
                let due = figure.due.min(most);
                let units = if self.figures.loads[at].is_some() { most } else { 2 };
                for unit in 0..units {
                    let (capacity, asked) = match self.figures.loads[at] {
                        Some(_) => (1, unit < due),
                        None if unit == 0 => (due, true),
                        None => (most - due, false),
                    };
                    let costs = if asked { reward(Goal::Floors, 1) } else { [0; TIERS] };
                    let arc = self.arc(from, to, capacity, costs);
                    self.layout.node_arcs[at].extend(arc);
                }
            }
        }
        for ((at, more), rank) in places.into_iter().zip(ranks::rewards(&units)) {
            let node = &input.nodes[at];
            let mut costs = reward(Goal::Spread, rank);
            costs[Goal::Floors as usize] = -i64::from(more < self.figures.nodes[at].due);
            let to = node.parent.map_or(0, |parent| short(parent) + 1);
            self.layout.node_rungs[at].push(rank);
            let arc = self.arc(short(at) + 1, to, 1, costs);
            self.layout.node_arcs[at].extend(arc);
        }
    }

    fn homes(&mut self) {
        let input = self.input;
        for (at, home) in input.homes.iter().enumerate() {
            let (from, to) = (self.layout.numbers.homes + short(at), short(home.node) + 1);
            let arc = self.arc(from, to, 1, reward(Goal::HomesUsed, 1));
            self.layout.home_arc.extend(arc);
        }
    }

    fn people(&mut self) {
        let input = self.input;
        for (at, person) in input.candidates.iter().enumerate() {
            let mut costs = reward(Goal::Ground, i64::from(person.ground.counts(input.date)));
            costs[Goal::Waiting as usize] = -i64::from(weeks::weeks_counted(input, person));
            let drawn = lot::drawn(input.seed, person.reference.as_str());
            costs[Goal::Lot as usize] = -lot::number(drawn);
            let numbers = &self.layout.numbers;
            let from = numbers.entry[self.layout.group_of[at]];
            let to = numbers.people + short(at);
            let arc = self.arc(from, to, u32::from(person.ready), costs);
            self.layout.person_arc.push(arc);
        }
    }
}

/// The node a group is fed from: the group it is part of, or the pool.
fn above(input: &RoundInput, numbers: &Numbers, group: usize) -> u32 {
    input.group_path(group).nth(1).map_or(0, |parent| numbers.groups + short(parent))
}
