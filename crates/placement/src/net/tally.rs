use sleutel_domain::placement::{Goal, RoundInput};

use super::{Costs, Statics, TIERS, add, figures::Figures, limits::Limits};

/// Counts of a set of pairs, and what each pair more is worth: the goals by their
/// definition, without any flow.
#[derive(Debug, Clone)]
pub(crate) struct Tally<'a> {
    input: &'a RoundInput,
    figures: &'a Figures,
    statics: &'a Statics,
    limits: &'a Limits,
    direct: Vec<usize>,
    groups: Vec<u32>,
    nodes: Vec<u32>,
    associations: Vec<u32>,
    loads: Vec<u32>,
    taken: Vec<bool>,
    value: Costs,
}

impl<'a> Tally<'a> {
    pub(crate) fn new(
        input: &'a RoundInput,
        figures: &'a Figures,
        statics: &'a Statics,
        limits: &'a Limits,
    ) -> Self {
        Self {
            input,
            figures,
            statics,
            limits,
            direct: vec![0; input.groups.len()],
            groups: vec![0; input.groups.len()],
            nodes: vec![0; input.nodes.len()],
            associations: vec![0; limits.associations.len()],
            loads: vec![0; limits.loads.len()],
            taken: vec![false; input.homes.len() + 1],
            value: [0; TIERS],
        }
    }

    /// The value of a set of pairs; lower is better.
    pub(crate) fn of(mut self, chosen: &[Option<usize>]) -> Costs {
        chosen.iter().flatten().for_each(|&pair| self.put(pair));
        super::tiers(|tier| if tier < self.statics.tiers { self.value[tier] } else { 0 })
    }

    /// Whether a pair keeps every ceiling on top of what is there.
    pub(crate) fn fits(&self, pair: usize) -> bool {
        let (person, home) = self.pair(pair);
        let under = |room: Option<u32>, count: u32| room.is_none_or(|room| count < room);
        let input = self.input;
        !self.taken[home]
            && input
                .group_path(self.statics.layout.group_of[person])
                .all(|at| under(self.figures.groups[at].room(), self.groups[at]))
            && self.path(home).all(|at| under(self.figures.nodes[at].room(), self.nodes[at]))
            && self
                .limits
                .association_of(home)
                .is_none_or(|at| under(self.limits.associations[at].room, self.associations[at]))
            && self.limits.loads.iter().zip(&self.loads).all(|(limit, &carried)| {
                !limit.holds(home) || carried + self.statics.load_of[person] <= limit.room
            })
    }

    /// What one pair more is worth.
    pub(crate) fn gain(&self, pair: usize) -> Costs {
        let (person, home) = self.pair(pair);
        let layout = &self.statics.layout;
        let mut gain = super::tiers(|tier| self.statics.costs.pair(tier, pair));
        if let Some(arc) = layout.person_arc[person] {
            add(&mut gain, self.statics.costs.of(arc));
        }
        gain[Goal::HomesUsed as usize] -= 1;
        let due = |due: u32, count: u32| i64::from(count < due);
        let rung = |rungs: &[i64], at: usize| rungs.get(at).copied().unwrap_or(0);
        let group = layout.group_of[person];
        gain[Goal::Comparable as usize] -= rung(&layout.group_rungs[group], self.direct[group]);
        for at in self.input.group_path(group) {
            gain[Goal::Floors as usize] -= due(self.figures.groups[at].due, self.groups[at]);
        }
        for at in self.path(home) {
            let count = self.nodes[at];
            gain[Goal::Floors as usize] -= due(self.figures.nodes[at].due, count);
            gain[Goal::Spread as usize] -= rung(&layout.node_rungs[at], count as usize);
        }
        if let Some(at) = self.limits.association_of(home) {
            let count = self.associations[at];
            gain[Goal::Floors as usize] -= due(self.limits.associations[at].due, count);
        }
        gain
    }

    pub(crate) fn put(&mut self, pair: usize) {
        let gain = self.gain(pair);
        add(&mut self.value, &gain);
        let (person, home) = self.pair(pair);
        let input = self.input;
        let group = self.statics.layout.group_of[person];
        self.direct[group] += 1;
        input.group_path(group).for_each(|at| self.groups[at] += 1);
        input.path(input.homes[home].node).for_each(|at| self.nodes[at] += 1);
        if let Some(at) = self.limits.association_of(home) {
            self.associations[at] += 1;
        }
        for (limit, carried) in self.limits.loads.iter().zip(&mut self.loads) {
            if limit.holds(home) {
                *carried += self.statics.load_of[person];
            }
        }
        self.taken[home] = true;
    }

    fn pair(&self, pair: usize) -> (usize, usize) {
        let pairs = &self.statics.pairs;
        (pairs.person[pair] as usize, pairs.home[pair] as usize)
    }

    fn path(&self, home: usize) -> impl Iterator<Item = usize> + '_ {
        self.input.path(self.input.homes[home].node)
    }
}
