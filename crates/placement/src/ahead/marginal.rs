use std::collections::VecDeque;

use sleutel_matching::{Instance, Plan};

/// No way leads there.
const NOWHERE: i64 = i64::MAX;

/// What the best matching would lose without one household, or gain with one place more.
///
/// A best matching has many vectors of prices that prove it. Of these the one is taken in
/// which homes cost least and so being there is worth most: that worth is exactly what
/// the matching would lose if the household were not in it. It hangs on the instance
/// alone, not on the way it was solved, so another solver gives the same prices.
///
/// It is the length of a shortest way in the network of what could still be changed: out
/// of the pool, through a group with room or against a home that was given, to the
/// household. Length is weight given up.
#[derive(Debug)]
pub(super) struct Marginal {
    first_group: usize,
    first_person: usize,
    length: Vec<i64>,
}

/// Positions that belong to each of some numbers: those of `n` are
/// `of[first[n]..first[n + 1]]`.
struct Lists {
    first: Vec<usize>,
    of: Vec<usize>,
}

impl Lists {
    fn new(lists: usize, belongs: impl Iterator<Item = usize> + Clone) -> Self {
        let mut first = vec![0; lists + 1];
        belongs.clone().for_each(|to| first[to + 1] += 1);
        for at in 0..lists {
            first[at + 1] += first[at];
        }
        let mut next = first.clone();
        let mut of = vec![0; first[lists]];
        for (at, to) in belongs.enumerate() {
            of[next[to]] = at;
            next[to] += 1;
        }
        Self { first, of }
    }

    fn of(&self, number: usize) -> &[usize] {
        &self.of[self.first[number]..self.first[number + 1]]
    }
}

/// The network of what could still be changed. Nodes are numbered: the pool, the parts of
/// the city, groups, homes, people.
struct Residual<'a> {
    instance: &'a Instance,
    plan: &'a Plan,
    taker: Vec<Option<usize>>,
    in_area: Vec<u32>,
    in_group: Vec<u32>,
    /// Parts by the part they lie in (the roots in the last list), homes by part, people
    /// by group.
    parts: Lists,
    homes: Lists,
    members: Lists,
    first_group: usize,
    first_home: usize,
    first_person: usize,
}

impl<'a> Residual<'a> {
    fn new(instance: &'a Instance, plan: &'a Plan) -> Self {
        let areas = instance.nodes().len();
        let mut taker = vec![None; instance.homes().len()];
        let mut in_area = vec![0; areas];
        let mut in_group = vec![0; instance.groups().len()];
        for (person, home) in plan.home_of.iter().enumerate() {
            let Some(home) = home.map(|it| it as usize) else { continue };
            taker[home] = Some(person);
            in_group[instance.people()[person].group as usize] += 1;
            let mut around = Some(instance.homes()[home]);
            while let Some(node) = around {
                in_area[node as usize] += 1;
                around = instance.nodes()[node as usize].parent;
            }
        }
        let parents = instance.nodes().iter();
        let parents = parents.map(|it| it.parent.map_or(areas, |parent| parent as usize));
        let first_home = 1 + areas + instance.groups().len();
        Self {
            instance,
            plan,
            taker,
            in_area,
            in_group,
            parts: Lists::new(areas + 1, parents),
            homes: Lists::new(areas, instance.homes().iter().map(|&it| it as usize)),
            members: Lists::new(
                instance.groups().len(),
                instance.people().iter().map(|it| it.group as usize),
            ),
            first_group: 1 + areas,
            first_home,
            first_person: first_home + instance.homes().len(),
        }
    }

    /// Every step that can still be taken from a node, with its length.
    fn steps(&self, from: usize, mut step: impl FnMut(usize, i64)) {
        let instance = self.instance;
        if from >= self.first_person {
            let person = from - self.first_person;
            let own = self.plan.home_of[person];
            if own.is_some() {
                step(self.first_group + instance.people()[person].group as usize, 0);
            }
            for arc in instance.pairs(person).iter().filter(|arc| own != Some(arc.home)) {
                step(self.first_home + arc.home as usize, -i64::from(arc.weight));
            }
        } else if from >= self.first_home {
            let home = from - self.first_home;
            match self.taker[home] {
                Some(person) => step(self.first_person + person, self.given(person)),
                None => step(1 + instance.homes()[home] as usize, 0),
            }
        } else if from >= self.first_group {
            let group = from - self.first_group;
            if self.in_group[group] > 0 {
                step(0, 0);
            }
            let members = self.members.of(group).iter();
            let without = members.filter(|&&person| self.plan.home_of[person].is_none());
            without.for_each(|&person| step(self.first_person + person, 0));
        } else if from > 0 {
            let area = from - 1;
            let node = &instance.nodes()[area];
            if self.in_area[area] < node.bounds.upper {
                step(node.parent.map_or(0, |parent| 1 + parent as usize), 0);
            }
            let homes = self.homes.of(area).iter().filter(|&&home| self.taker[home].is_some());
            homes.for_each(|&home| step(self.first_home + home, 0));
            self.parts_within(area, step);
        } else {
            for (group, bounds) in instance.groups().iter().enumerate() {
                if self.in_group[group] < bounds.upper {
                    step(self.first_group + group, 0);
                }
            }
            self.parts_within(instance.nodes().len(), step);
        }
    }

    fn parts_within(&self, list: usize, mut step: impl FnMut(usize, i64)) {
        let parts = self.parts.of(list).iter().filter(|&&part| self.in_area[part] > 0);
        parts.for_each(|&part| step(1 + part, 0));
    }

    /// The weight of the pair a household has.
    fn given(&self, person: usize) -> i64 {
        let weight = self.plan.home_of[person].and_then(|home| self.instance.weight(person, home));
        i64::from(weight.unwrap_or(0))
    }
}

impl Marginal {
    /// From a matching that is the best.
    pub(super) fn new(instance: &Instance, plan: &Plan) -> Self {
        let residual = Residual::new(instance, plan);
        let nodes = residual.first_person + instance.people().len();
        let mut length = vec![NOWHERE; nodes];
        let mut waits = vec![false; nodes];
        let mut queue = VecDeque::from([0]);
        length[0] = 0;
        while let Some(from) = queue.pop_front() {
            waits[from] = false;
            let so_far = length[from];
            residual.steps(from, |to, more| {
                // Back at the pool a shorter way would be a better matching; there is none.
                if to != 0 && so_far + more < length[to] {
                    length[to] = so_far + more;
                    if !std::mem::replace(&mut waits[to], true) {
                        queue.push_back(to);
                    }
                }
            });
        }
        let (first_group, first_person) = (residual.first_group, residual.first_person);
        Self { first_group, first_person, length }
    }

    /// How much longer the way to one node is than to another, at least 0; 0 where no
    /// way leads.
    fn above(&self, node: usize, other: usize) -> i64 {
        let (length, other) = (self.length[node], self.length[other]);
        if length == NOWHERE || other == NOWHERE { 0 } else { (length - other).max(0) }
    }

    /// What one more place in the share of a group would gain.
    pub(super) fn group(&self, group: usize) -> i64 {
        self.above(self.first_group + group, 0)
    }

    /// What a household adds, besides the place it takes of its group's share.
    pub(super) fn person(&self, person: usize, group: usize) -> i64 {
        self.above(self.first_person + person, self.first_group + group)
    }

    /// What one more place in a part of the city would gain, besides what it takes of the
    /// part around it.
    pub(super) fn area(&self, area: usize, parent: Option<u32>) -> i64 {
        self.above(parent.map_or(0, |parent| 1 + parent as usize), 1 + area)
    }
}

#[cfg(test)]
mod tests {
    use sleutel_matching::{Arc, Bounds, Node, Person};

    use super::*;

    const FREE: Bounds = Bounds { lower: 0, upper: 100 };

    /// People of one group, homes in one area, the weights of each person for the homes.
    fn instance(weights: &[&[i32]], group: u32, area: u32) -> Instance {
        let (mut starts, mut arcs) = (vec![0], Vec::new());
        for own in weights {
            let pairs = (0..).zip(own.iter()).filter(|(_, weight)| **weight > 0);
            arcs.extend(pairs.map(|(home, &weight)| Arc { home, weight }));
            starts.push(u32::try_from(arcs.len()).unwrap());
        }
        let homes = weights.iter().map(|it| it.len()).max().unwrap_or(0);
        let root = Node { parent: None, bounds: FREE, load_cap: None };
        let inner = Bounds { lower: 0, upper: area };
        Instance::new(
            vec![Bounds { lower: 0, upper: group }],
            vec![root, Node { parent: Some(0), bounds: inner, load_cap: None }],
            vec![Person { group: 0, load: 0 }; weights.len()],
            vec![1; homes],
            starts,
            arcs,
        )
        .unwrap()
    }

    fn best(instance: &Instance) -> (i64, Plan) {
        let people = instance.people().len();
        let mut best = (0, Plan { home_of: vec![None; people] });
        let mut counter = vec![None; people];
        loop {
            let plan = Plan { home_of: counter.clone() };
            if instance.faults(&plan, false).is_empty() && instance.objective(&plan) > best.0 {
                best = (instance.objective(&plan), plan);
            }
            let homes = u32::try_from(instance.homes().len()).unwrap();
            let Some(at) = counter.iter().position(|it| *it != Some(homes - 1)) else {
                return best;
            };
            counter[..at].iter_mut().for_each(|it| *it = None);
            counter[at] = Some(counter[at].map_or(0, |it| it + 1));
        }
    }

    #[track_caller]
    fn check(weights: &[&[i32]], group: u32, area: u32) {
        let whole = instance(weights, group, area);
        let (value, plan) = best(&whole);
        let marginal = Marginal::new(&whole, &plan);
        for person in 0..weights.len() {
            let mut without = weights.to_vec();
            without[person] = &[];
            let loss = value - best(&instance(&without, group, area)).0;
            // Without somebody a place in the group's share is left over as well.
            let counted = marginal.person(person, 0) + marginal.group(0);
            assert!(loss <= counted, "{person}: loses {loss}, counted {counted}");
            if marginal.group(0) == 0 {
                assert_eq!(loss, counted, "{person}");
            }
        }
        let gain = best(&instance(weights, group, area + 1)).0 - value;
        assert_eq!(marginal.area(1, Some(0)), gain);
    }

    #[test]
    fn what_somebody_adds_is_what_would_be_lost_without_them() {
        check(&[&[2400], &[2000]], 9, 9);
        check(&[&[2400, 2100], &[2300, 2200], &[0, 2050]], 9, 9);
        check(&[&[10, 20, 30], &[30, 10, 5], &[25, 25, 25]], 9, 9);
    }

    #[test]
    fn a_full_part_of_the_city_is_worth_what_one_more_place_would_gain() {
        check(&[&[50, 40], &[45, 60]], 9, 1);
        check(&[&[50, 40], &[45, 60], &[70, 0]], 9, 1);
    }

    #[test]
    fn a_full_share_is_worth_what_its_last_place_brings() {
        check(&[&[50, 40], &[45, 60]], 1, 9);
        let whole = instance(&[&[50, 40], &[45, 60]], 1, 9);
        assert_eq!(Marginal::new(&whole, &best(&whole).1).group(0), 60);
    }
}
