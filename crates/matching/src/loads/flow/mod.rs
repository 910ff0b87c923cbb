mod lists;
mod ways;

use crate::loads::dual::QuarterPrices;
use crate::loads::quarters::{Quarters, short};
use crate::{Instance, Plan};
use lists::Lists;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

const NOBODY: u32 = u32::MAX;
const FAR: i64 = i64::MAX / 4;

/// The best placement when every home has a label, the heaviest class it takes: a flow,
/// kept optimal while labels change, and put back when a change did not help.
///
/// A unit goes round from the hub to a group, a person, a home, up the tree and back.
/// `value` is what a unit standing somewhere can still gain; a step with room never
/// gains by it.
#[derive(Debug)]
pub(super) struct Flow<'a> {
    instance: &'a Instance,
    /// What a placement too few for a floor costs: more than any weights gain.
    debt: i64,
    /// The class of each person, counted from 1.
    class_of: Vec<u16>,
    /// The heaviest class each home takes; 0 takes nobody.
    label: Vec<u16>,
    tenant: Vec<u32>,
    home_of: Vec<u32>,
    drawn: Vec<bool>,
    open: Vec<bool>,
    in_node: Vec<u32>,
    in_group: Vec<u32>,
    /// The most that can ever be in it.
    node_most: Vec<u32>,
    group_most: Vec<u32>,
    value: Vec<i64>,
    surplus: Vec<i32>,
    sources: Vec<u32>,
    sinks: Vec<u32>,
    objective: i64,
    short: u32,
    first: Firsts,
    takers: Lists<(u32, i32)>,
    members: Lists<u32>,
    inside: Lists<u32>,
    far: Vec<i64>,
    from: Vec<u32>,
    stamp: Vec<u32>,
    now: u32,
    done: Vec<u32>,
    heap: BinaryHeap<Reverse<(i64, u32)>>,
    journal: Vec<Undo>,
}

/// Where each kind of place begins: the hub is 0, groups follow it.
#[derive(Debug, Clone, Copy)]
struct Firsts {
    person: u32,
    home: u32,
    node: u32,
}

/// What something was before a change.
#[derive(Debug, Clone, Copy)]
enum Undo {
    Value(u32, i64),
    Label(u32, u16),
    Drawn(u32),
    Open(u32),
    Tenant(u32, u32),
    HomeOf(u32, u32),
    Node(u32, u32),
    Group(u32, u32),
}

impl<'a> Flow<'a> {
    /// Everybody is asked the price given for them, and every home goes to whoever bids
    /// most: what is too much here and too little there is left to [`Flow::settle`].
    pub(super) fn new(
        instance: &'a Instance,
        quarters: &Quarters,
        prices: &QuarterPrices,
        label: Vec<u16>,
    ) -> Self {
        let people = instance.people().len();
        let homes = instance.homes().len();
        let nodes = instance.nodes().len();
        let groups = instance.groups().len();
        let first = Firsts {
            person: short(1 + groups),
            home: short(1 + groups + people),
            node: short(1 + groups + people + homes),
        };
        let size = 1 + groups + people + homes + nodes;
        let pairs = (0..people).flat_map(|person| {
            instance.pairs(person).iter().map(move |arc| (arc.home, (short(person), arc.weight)))
        });
        let members = (0..).zip(instance.people()).map(|(person, it)| (it.group, person));
        // List 0 is what lies directly under the hub, list 1 + node what lies in it.
        let under = |parent: Option<u32>| parent.map_or(0, |parent| parent + 1);
        let parents = (0..).zip(instance.nodes());
        let parents = parents.map(|(at, it): (u32, _)| (under(it.parent), first.node + at));
        let inside = (0..).zip(instance.homes());
        let inside = inside.map(|(home, &node): (u32, _)| (node + 1, first.home + home));
        let heaviest = instance.arcs().iter().map(|arc| i64::from(arc.weight.unsigned_abs())).max();
        let all = 2 * i64::from(short(homes)) + 2;
        let mut flow = Self {
            instance,
            debt: ((heaviest.unwrap_or(0) + 1) * all).min(1 << 40),
            class_of: quarters.class_of.iter().map(|&class| u16::from(class) + 1).collect(),
            label,
            tenant: vec![NOBODY; homes],
            home_of: vec![NOBODY; people],
            drawn: vec![false; people],
            open: vec![false; homes],
            in_node: vec![0; nodes],
            in_group: vec![0; groups],
            node_most: vec![0; nodes],
            group_most: vec![0; groups],
            value: vec![0; size],
            surplus: vec![0; size],
            sources: Vec::new(),
            sinks: Vec::new(),
            objective: 0,
            short: 0,
            first,
            takers: Lists::new(homes, pairs),
            members: Lists::new(groups, members),
            inside: Lists::new(nodes + 1, inside.chain(parents)),
            far: vec![FAR; size],
            from: vec![0; size],
            stamp: vec![0; size],
            now: 0,
            done: Vec::new(),
            heap: BinaryHeap::new(),
            journal: Vec::new(),
        };
        flow.start(quarters, prices);
        flow
    }

    fn start(&mut self, quarters: &Quarters, prices: &QuarterPrices) {
        let instance = self.instance;
        for (at, &price) in prices.group.iter().enumerate() {
            self.value[1 + at] = price / prices.unit;
        }
        for (at, it) in instance.nodes().iter().enumerate() {
            let price = if quarters.above[at] { prices.node[at] / prices.unit } else { 0 };
            let above = self.value[self.up(it.parent) as usize];
            self.value[self.first.node as usize + at] = above - price;
        }
        let mut drawn = vec![0; self.in_group.len()];
        for (at, it) in instance.people().iter().enumerate() {
            let price = prices.person[at] / prices.unit;
            let person = self.first.person + short(at);
            self.value[person as usize] = self.value[1 + it.group as usize] + price;
            self.group_most[it.group as usize] += 1;
            if price > 0 {
                self.drawn[at] = true;
                drawn[it.group as usize] += 1;
                self.gain(person, 1);
            }
        }
        for (at, drawn) in drawn.into_iter().enumerate() {
            let bounds = instance.groups()[at];
            self.group_most[at] = self.group_most[at].min(bounds.upper);
            let price = self.value[1 + at] - self.value[0];
            self.in_group[at] = place(price, drawn, bounds.lower, self.group_most[at]);
            self.account(bounds.lower, self.in_group[at], bounds.lower);
            self.gain(short(1 + at), balance(self.in_group[at], drawn));
            self.gain(0, balance(0, self.in_group[at]));
        }
        self.start_homes();
    }

    fn start_homes(&mut self) {
        let instance = self.instance;
        let mut into = vec![0; self.in_node.len()];
        for (home, &node) in (0..).zip(instance.homes()) {
            let inside = self.value[(self.first.node + node) as usize];
            let label = self.label[home as usize];
            let bids = self.takers.get(home).iter().filter_map(|&(who, weight)| {
                let own = self.value[(self.first.person + who) as usize];
                (self.class_of[who as usize] <= label).then(|| i64::from(weight) + inside - own)
            });
            let price = bids.max().unwrap_or(0).max(0);
            self.value[(self.first.home + home) as usize] = inside - price;
            self.node_most[node as usize] += 1;
            if price > 0 {
                self.open[home as usize] = true;
                self.gain(self.first.home + home, -1);
                into[node as usize] += 1;
            }
        }
        for at in (0..into.len()).rev() {
            let it = instance.nodes()[at];
            if let Some(parent) = it.parent {
                self.node_most[parent as usize] += self.node_most[at];
            }
            self.node_most[at] = self.node_most[at].min(it.bounds.upper);
            let up = self.up(it.parent);
            let price = self.value[up as usize] - self.value[self.first.node as usize + at];
            self.in_node[at] = place(price, into[at], it.bounds.lower, self.node_most[at]);
            self.account(it.bounds.lower, self.in_node[at], it.bounds.lower);
            self.gain(self.first.node + short(at), balance(into[at], self.in_node[at]));
            match it.parent {
                Some(parent) => into[parent as usize] += self.in_node[at],
                None => self.gain(0, balance(self.in_node[at], 0)),
            }
        }
    }

    fn up(&self, parent: Option<u32>) -> u32 {
        parent.map_or(0, |parent| self.first.node + parent)
    }

    fn gain(&mut self, vertex: u32, units: i32) {
        let surplus = &mut self.surplus[vertex as usize];
        if *surplus <= 0 && *surplus + units > 0 {
            self.sources.push(vertex);
        }
        if *surplus >= 0 && *surplus + units < 0 {
            self.sinks.push(vertex);
        }
        *surplus += units;
    }

    /// The weights of the plan together, less what it owes for floors.
    pub(super) fn objective(&self) -> i64 {
        self.objective
    }

    /// The heaviest class a home takes.
    pub(super) fn label(&self, home: u32) -> u16 {
        self.label[home as usize]
    }

    /// Who lives where.
    pub(super) fn plan(&self) -> Plan {
        let home = |&home: &u32| Some(home).filter(|&it| it != NOBODY);
        Plan { home_of: self.home_of.iter().map(home).collect() }
    }

    /// How many placements all floors together are short of.
    pub(super) fn short(&self) -> u32 {
        self.short
    }

    /// Changes what a home takes. [`Flow::settle`] makes the flow whole again.
    pub(super) fn relabel(&mut self, home: u32, label: u16) {
        let before = self.label[home as usize];
        if before == label {
            return;
        }
        self.journal.push(Undo::Label(home, before));
        self.label[home as usize] = label;
        let vertex = self.first.home + home;
        let tenant = self.tenant[home as usize];
        if label < before {
            if tenant != NOBODY && self.class_of[tenant as usize] > label {
                self.evict(tenant, home);
            }
            return;
        }
        let own = self.value[vertex as usize];
        let mut most = 0;
        for &(person, weight) in self.takers.get(home) {
            let class = self.class_of[person as usize];
            if class > before && class <= label {
                let person = self.value[(self.first.person + person) as usize];
                most = most.max(i64::from(weight) + own - person);
            }
        }
        if most == 0 {
            return;
        }
        self.set_value(vertex, own - most);
        if tenant != NOBODY {
            let weight = self.weight(tenant, home);
            if weight + own - most < self.value[(self.first.person + tenant) as usize] {
                self.evict(tenant, home);
            }
        }
        let node = self.first.node + self.instance.homes()[home as usize];
        if !self.open[home as usize] && own - most < self.value[node as usize] {
            self.journal.push(Undo::Open(home));
            self.open[home as usize] = true;
            self.gain(vertex, -1);
            self.gain(node, 1);
        }
    }

    fn weight(&self, person: u32, home: u32) -> i64 {
        i64::from(self.instance.weight(person as usize, home).unwrap_or(0))
    }

    fn evict(&mut self, person: u32, home: u32) {
        self.unseat(person, home);
        self.gain(self.first.person + person, 1);
        self.gain(self.first.home + home, -1);
    }

    fn set_value(&mut self, vertex: u32, value: i64) {
        let old = std::mem::replace(&mut self.value[vertex as usize], value);
        self.journal.push(Undo::Value(vertex, old));
    }

    fn unseat(&mut self, person: u32, home: u32) {
        self.objective -= self.weight(person, home);
        if self.home_of[person as usize] == home {
            self.journal.push(Undo::HomeOf(person, home));
            self.home_of[person as usize] = NOBODY;
        }
        if self.tenant[home as usize] == person {
            self.journal.push(Undo::Tenant(home, person));
            self.tenant[home as usize] = NOBODY;
        }
    }

    fn seat(&mut self, person: u32, home: u32) {
        self.objective += self.weight(person, home);
        self.journal.push(Undo::HomeOf(person, self.home_of[person as usize]));
        self.home_of[person as usize] = home;
        self.journal.push(Undo::Tenant(home, self.tenant[home as usize]));
        self.tenant[home as usize] = person;
    }

    /// Lets nobody who waits, and no home that stays closed, seem worth more than it is.
    pub(super) fn tighten(&mut self) {
        for person in 0..self.drawn.len() {
            let class = self.class_of[person];
            let value = |arc: &crate::Arc| {
                i64::from(arc.weight) + self.value[(self.first.home + arc.home) as usize]
            };
            let taken = |arc: &&crate::Arc| self.label[arc.home as usize] >= class;
            let best = self.instance.pairs(person).iter().filter(taken).map(value).max();
            let own = self.first.person as usize + person;
            if let Some(best) = best.filter(|&best| !self.drawn[person] && best < self.value[own]) {
                self.value[own] = best;
            }
        }
        for (home, &node) in self.instance.homes().iter().enumerate() {
            let node = self.value[(self.first.node + node) as usize];
            let own = &mut self.value[self.first.home as usize + home];
            if !self.open[home] {
                *own = node.min(*own);
            }
        }
        self.journal.clear();
    }

    /// Begins a change that [`Flow::back`] can undo.
    pub(super) fn mark(&mut self) -> Mark {
        self.journal.clear();
        Mark { objective: self.objective, short: self.short }
    }

    /// Puts everything back to the last mark.
    pub(super) fn back(&mut self, mark: Mark) {
        while let Some(undo) = self.journal.pop() {
            match undo {
                Undo::Value(at, old) => self.value[at as usize] = old,
                Undo::Label(at, old) => self.label[at as usize] = old,
                Undo::Drawn(at) => self.drawn[at as usize] = !self.drawn[at as usize],
                Undo::Open(at) => self.open[at as usize] = !self.open[at as usize],
                Undo::Tenant(at, old) => self.tenant[at as usize] = old,
                Undo::HomeOf(at, old) => self.home_of[at as usize] = old,
                Undo::Node(at, old) => self.in_node[at as usize] = old,
                Undo::Group(at, old) => self.in_group[at as usize] = old,
            }
        }
        for at in self.sources.drain(..).chain(self.sinks.drain(..)) {
            self.surplus[at as usize] = 0;
        }
        self.objective = mark.objective;
        self.short = mark.short;
    }
}

/// How things were, to go back to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub(super) objective: i64,
    short: u32,
}

/// How many to count on where a price says which bound binds.
fn place(price: i64, near: u32, lower: u32, upper: u32) -> u32 {
    match price.cmp(&0) {
        std::cmp::Ordering::Greater => upper,
        std::cmp::Ordering::Less => lower.min(upper),
        std::cmp::Ordering::Equal => near.clamp(lower.min(upper), upper),
    }
}

/// What comes in less what goes out.
fn balance(comes: u32, goes: u32) -> i32 {
    // INVARIANT: there are fewer people and homes than 2^26.
    i32::try_from(i64::from(comes) - i64::from(goes)).unwrap_or(0)
}
