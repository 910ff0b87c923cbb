use super::{Auction, NONE, Stay, tree::Narrow};
use crate::{Infeasible, Instance};

/// What can be reached from people and places that are too many, by moving people.
struct Reached<'a, 'b> {
    auction: &'a Auction<'b>,
    people: Vec<bool>,
    homes: Vec<bool>,
    nodes: Vec<bool>,
    pools: Vec<bool>,
    ground: bool,
    /// Fewer places are promised than there are people.
    takes_more: bool,
    /// Places that wait can be reached.
    lacking: bool,
    next: Vec<Stop>,
}

#[derive(Clone, Copy)]
enum Stop {
    Person(u32),
    Home(u32),
    Node(u32),
    Pool(usize),
    Ground,
}

impl Auction<'_> {
    /// The bounds that cannot be kept together, when no move brings this person, who
    /// looks beside those who stand in line, to a place that waits; or without a person,
    /// nobody at all. `None` when one does.
    pub(super) fn cut(&self, person: Option<u32>) -> Option<Infeasible> {
        let looking = self.looking.len() as u64 + u64::from(person.is_some());
        let mut reached = Reached {
            auction: self,
            people: vec![false; self.stay.len()],
            homes: vec![false; self.occupant.len()],
            nodes: vec![false; self.tree.parent.len()],
            pools: vec![false; self.pools.len()],
            ground: false,
            takes_more: self.lacking < looking,
            lacking: false,
            next: Vec::new(),
        };
        match person {
            Some(person) => reached.person(person),
            None => reached.ground(),
        }
        reached.all();
        (!reached.lacking).then(|| reached.bounds())
    }
}

impl Reached<'_, '_> {
    fn person(&mut self, person: u32) {
        if person != NONE && !std::mem::replace(&mut self.people[person as usize], true) {
            self.next.push(Stop::Person(person));
        }
    }

    fn home(&mut self, home: u32) {
        if !std::mem::replace(&mut self.homes[home as usize], true) {
            self.next.push(Stop::Home(home));
        }
    }

    fn node(&mut self, node: u32) {
        if !std::mem::replace(&mut self.nodes[node as usize], true) {
            self.next.push(Stop::Node(node));
        }
    }

    fn pool(&mut self, pool: usize) {
        if !std::mem::replace(&mut self.pools[pool], true) {
            self.next.push(Stop::Pool(pool));
        }
    }

    fn ground(&mut self) {
        if !std::mem::replace(&mut self.ground, true) {
            self.next.push(Stop::Ground);
        }
    }

    fn all(&mut self) {
        let auction = self.auction;
        let tree = &auction.tree;
        while let Some(stop) = self.next.pop() {
            match stop {
                Stop::Person(person) => {
                    for arc in auction.instance.pairs(person as usize) {
                        self.home(arc.home);
                    }
                    self.pool(auction.group(person));
                }
                Stop::Home(home) if tree.counts[home as usize] => {
                    let occupant = auction.occupant[home as usize];
                    self.lacking |= occupant == NONE;
                    self.person(occupant);
                }
                Stop::Home(home) => self.node(tree.node[home as usize]),
                Stop::Node(at) => self.below(at),
                Stop::Pool(at) => {
                    let pool = &auction.pools[at];
                    self.lacking |= pool.people < pool.places;
                    if !pool.is_full() {
                        self.ground();
                    }
                    for (person, &stay) in (0..).zip(&auction.stay) {
                        if stay == Stay::Pool && auction.group(person) == at {
                            self.person(person);
                        }
                    }
                }
                Stop::Ground => {
                    self.lacking |= self.takes_more;
                    for &root in tree.roots() {
                        if tree.can_give(root as usize) {
                            self.node(root);
                        }
                    }
                    for (at, pool) in auction.pools.iter().enumerate() {
                        if pool.can_give() {
                            self.pool(at);
                        }
                    }
                }
            }
        }
    }

    fn below(&mut self, node: u32) {
        let tree = &self.auction.tree;
        let at = node as usize;
        self.lacking |= tree.lack[at] > 0;
        if !tree.is_full(at) {
            match tree.parent[at] {
                NONE => self.ground(),
                parent => self.node(parent),
            }
        }
        for &home in tree.homes(at) {
            if tree.counts[home as usize] {
                self.home(home);
            }
        }
        for &child in tree.children(at) {
            if tree.can_give(child as usize) {
                self.node(child);
            }
        }
    }

    /// The bounds around what is reached: none of them can give way.
    fn bounds(&self) -> Infeasible {
        let mut found = Infeasible::default();
        let instance = self.auction.instance;
        for (at, node) in (0..).zip(instance.nodes()) {
            let own = self.nodes[at as usize];
            let above = node.parent.map_or(self.ground, |parent| self.nodes[parent as usize]);
            let tree = &self.auction.tree;
            if own && !above && tree.is_full(at as usize) {
                found.node_ceilings.push(at);
            }
            let floor = node.bounds.lower > 0 && !tree.can_give(at as usize);
            if !own && floor && (above || tree.lack[at as usize] > 0) {
                found.node_floors.push(at);
            }
        }
        for (group, pool) in (0..).zip(&self.auction.pools) {
            let own = self.pools[group as usize];
            if own && !self.ground && pool.is_full() {
                found.group_floors.push(group);
            }
            if !own && !pool.can_give() && (self.ground || pool.people < pool.places) {
                found.group_ceilings.push(group);
            }
        }
        found
    }
}

/// A floor that asks for more than there is room for in its own part of the city.
pub(super) fn narrow(instance: &Instance, found: Narrow) -> Infeasible {
    let mut below = vec![false; instance.nodes().len()];
    let mut floors = Vec::new();
    for (at, node) in (0..).zip(instance.nodes()) {
        let inside = node.parent.is_some_and(|parent| below[parent as usize]);
        below[at as usize] = at == found.node || inside;
        if below[at as usize] && node.bounds.lower > 0 {
            floors.push(at);
        }
    }
    Infeasible { node_floors: floors, node_ceilings: vec![found.node], ..Infeasible::default() }
}
