use crate::Instance;
use crate::loads::quarters::short;
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
pub struct Flow<'a> {
    instance: &'a Instance,
    /// The class of each person, counted from 1.
    class_of: Vec<u8>,
    /// The heaviest class each home takes; 0 takes nobody.
    label: Vec<u8>,
    tenant: Vec<u32>,
    home_of: Vec<u32>,
    drawn: Vec<bool>,
    open: Vec<bool>,
    in_node: Vec<u32>,
    in_group: Vec<u32>,
    value: Vec<i64>,
    surplus: Vec<i32>,
    sources: Vec<u32>,
    sinks: Vec<u32>,
    objective: i64,
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
    pub settled: u64,
    pub paths: u64,
}

#[derive(Debug, Clone, Copy)]
struct Firsts {
    person: u32,
    home: u32,
    node: u32,
}

#[derive(Debug, Clone, Copy)]
enum Undo {
    Value(u32, i64),
    Label(u32, u8),
    Drawn(u32),
    Open(u32),
    Tenant(u32, u32),
    HomeOf(u32, u32),
    Node(u32, u32),
    Group(u32, u32),
}

/// How a search ended.
#[derive(Debug, Clone, Copy)]
enum Found {
    /// A unit can go to, or come from, here.
    Way(u32),
    /// There is no way, or none that pays.
    NoWay,
    /// Not near: a larger region is needed.
    Farther,
}

/// Lists one after another.
#[derive(Debug, Clone)]
struct Lists<T> {
    starts: Vec<u32>,
    all: Vec<T>,
}

impl<T: Copy + Default> Lists<T> {
    fn new(lists: usize, items: impl Iterator<Item = (u32, T)> + Clone) -> Self {
        let mut starts = vec![0_u32; lists + 1];
        for (list, _) in items.clone() {
            starts[list as usize + 1] += 1;
        }
        for at in 0..lists {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut all = vec![T::default(); starts[lists] as usize];
        for (list, item) in items {
            let at = &mut next[list as usize];
            all[*at as usize] = item;
            *at += 1;
        }
        Self { starts, all }
    }

    fn get(&self, at: u32) -> &[T] {
        &self.all[self.starts[at as usize] as usize..self.starts[at as usize + 1] as usize]
    }
}

impl<'a> Flow<'a> {
    /// `class_of` counts from 1.
    pub fn new(instance: &'a Instance, class_of: Vec<u8>, label: Vec<u8>) -> Self {
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
        let inside = ((0..).zip(instance.homes()))
            .map(|(home, &node): (u32, _)| (node + 1, first.home + home))
            .chain((0..).zip(instance.nodes()).map(|(at, it): (u32, _)| (under(it.parent), first.node + at)));
        let mut flow = Self {
            instance,
            class_of,
            label,
            tenant: vec![NOBODY; homes],
            home_of: vec![NOBODY; people],
            drawn: vec![false; people],
            open: vec![false; homes],
            in_node: vec![0; nodes],
            in_group: vec![0; groups],
            value: vec![0; size],
            surplus: vec![0; size],
            sources: Vec::new(),
            sinks: Vec::new(),
            objective: 0,
            first,
            takers: Lists::new(homes, pairs),
            members: Lists::new(groups, members),
            inside: Lists::new(nodes + 1, inside),
            far: vec![FAR; size],
            from: vec![0; size],
            stamp: vec![0; size],
            now: 0,
            done: Vec::new(),
            heap: BinaryHeap::new(),
            journal: Vec::new(),
            settled: 0,
            paths: 0,
        };
        flow.start();
        flow
    }

    /// Everybody who may be is sent on the way, and every floor is filled, whoever
    /// comes: what is too much here and too little there is solved afterwards.
    fn start(&mut self) {
        let most = self.instance.arcs().iter().map(|arc| i64::from(arc.weight)).max().unwrap_or(0);
        for at in 0..self.class_of.len() {
            let best = self.instance.pairs(at).iter().map(|arc| i64::from(arc.weight)).max();
            self.value[self.first.person as usize + at] = best.unwrap_or(0);
        }
        for (at, bounds) in self.instance.groups().iter().enumerate() {
            self.value[1 + at] = most.max(0);
            self.in_group[at] = bounds.upper;
            self.gain(short(1 + at), i32::try_from(bounds.upper).unwrap_or(i32::MAX));
            self.gain(0, -i32::try_from(bounds.upper).unwrap_or(i32::MAX));
        }
        for at in 0..self.in_node.len() {
            let node = self.instance.nodes()[at];
            let floor = i32::try_from(node.bounds.lower).unwrap_or(i32::MAX);
            self.in_node[at] = node.bounds.lower;
            self.gain(self.first.node + short(at), -floor);
            self.gain(self.up(node.parent), floor);
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

    pub fn objective(&self) -> i64 {
        self.objective
    }

    pub fn label(&self, home: u32) -> u8 {
        self.label[home as usize]
    }

    pub fn tenant(&self, home: u32) -> Option<u32> {
        Some(self.tenant[home as usize]).filter(|&it| it != NOBODY)
    }

    pub fn plan(&self) -> crate::Plan {
        let home = |&home: &u32| Some(home).filter(|&it| it != NOBODY);
        crate::Plan { home_of: self.home_of.iter().map(home).collect() }
    }

    /// What it costs elsewhere to take this person, from the hub.
    pub fn asks(&self, person: u32) -> i64 {
        let group = self.instance.people()[person as usize].group;
        let own = self.value[(self.first.person + person) as usize];
        let group = self.value[1 + group as usize];
        if self.drawn[person as usize] { own } else { group }
    }

    /// What a placement under this node still brings.
    pub fn brings(&self, node: Option<u32>) -> i64 {
        self.value[self.up(node) as usize]
    }

    pub fn takers(&self, home: u32) -> &[(u32, i32)] {
        self.takers.get(home)
    }

    /// Writes the prices of this flow.
    pub fn prices(&self, into: &mut super::dual::QuarterPrices) {
        let hub = self.value[0];
        for (at, price) in into.group.iter_mut().enumerate() {
            *price = (self.value[1 + at] - hub) * into.unit;
        }
        for (at, price) in into.person.iter_mut().enumerate() {
            let group = self.instance.people()[at].group as usize;
            let own = self.value[self.first.person as usize + at];
            *price = (own - self.value[1 + group]).max(0) * into.unit;
        }
        for (at, price) in into.node.iter_mut().enumerate() {
            let up = self.up(self.instance.nodes()[at].parent) as usize;
            *price = (self.value[up] - self.value[self.first.node as usize + at]) * into.unit;
        }
        into.load.fill(0);
    }

    /// Changes what a home takes. [`Flow::settle`] makes the flow whole again.
    pub fn relabel(&mut self, home: u32, label: u8) {
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
    pub fn tighten(&mut self) {
        for person in 0..self.drawn.len() {
            if self.drawn[person] { continue }
            let class = self.class_of[person];
            let pairs = self.instance.pairs(person).iter().filter(|arc| self.label[arc.home as usize] >= class);
            let best = pairs.map(|arc| i64::from(arc.weight) + self.value[(self.first.home + arc.home) as usize]).max();
            let at = self.first.person as usize + person;
            if let Some(best) = best { self.value[at] = self.value[at].min(best); }
        }
        for home in 0..self.open.len() {
            if !self.open[home] {
                let node = self.value[(self.first.node + self.instance.homes()[home]) as usize];
                let at = self.first.home as usize + home;
                self.value[at] = self.value[at].min(node);
            }
        }
        self.journal.clear();
    }

    /// Begins a change that [`Flow::back`] can undo.
    pub fn mark(&mut self) -> i64 {
        self.journal.clear();
        self.objective
    }

    /// Puts everything back to the last mark; `objective` is what that gave.
    pub fn back(&mut self, objective: i64) {
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
        self.objective = objective;
    }

    /// Sends every unit that is too much to where one is missing, at least cost.
    /// `false` when some cannot get there, because these labels break a floor, or when
    /// the objective would end below `atleast`.
    ///
    /// Around every unit in turn a small region is searched, and a larger one when that
    /// was not enough. Regions without a way out already say what the change costs at
    /// least, so most changes that do not pay are turned down early.
    pub fn settle(&mut self, atleast: i64) -> bool {
        let mut size = 24;
        loop {
            self.tidy();
            let ends: Vec<u32> = self.sources.iter().chain(&self.sinks).copied().collect();
            if ends.is_empty() {
                return self.objective >= atleast;
            }
            for end in ends {
                while self.surplus[end as usize] != 0 {
                    let units = self.surplus[end as usize];
                    let spare = self.most().saturating_sub(atleast);
                    if spare < 0 {
                        return false;
                    }
                    let limit = (spare / i64::from(units.abs())).saturating_add(1).min(FAR);
                    match self.search(end, units > 0, limit, size) {
                        Found::Way(other) => {
                            self.paths += 1;
                            self.send(other, units > 0);
                        }
                        Found::NoWay => return false,
                        Found::Farther => break,
                    }
                }
            }
            size *= 4;
        }
    }

    fn tidy(&mut self) {
        for list in [&mut self.sources, &mut self.sinks] {
            list.sort_unstable();
            list.dedup();
        }
        self.sources.retain(|&it| self.surplus[it as usize] > 0);
        self.sinks.retain(|&it| self.surplus[it as usize] < 0);
    }

    /// What the objective can be at most when all is settled.
    fn most(&self) -> i64 {
        let ends = self.sources.iter().chain(&self.sinks).map(|&it| it as usize);
        ends.map(|it| i64::from(self.surplus[it]) * self.value[it]).sum::<i64>() + self.objective
    }

    /// Looks forward from a unit too much, or back from one missing, over `size` places
    /// at most, and takes what it learns into the values.
    fn search(&mut self, end: u32, forward: bool, mut limit: i64, size: usize) -> Found {
        self.now = self.now.wrapping_add(1);
        if self.now == 0 {
            self.stamp.fill(0);
            self.now = 1;
        }
        self.heap.clear();
        self.done.clear();
        let sign = if forward { 1 } else { -1 };
        self.reach(end, end, 0, &mut limit, sign);
        while let Some(Reverse((far, vertex))) = self.heap.pop() {
            if far > self.far[vertex as usize] {
                continue;
            }
            let found = self.surplus[vertex as usize].signum() == -sign;
            if found || self.done.len() >= size {
                self.settled += self.done.len() as u64;
                self.learn(far, sign);
                return if found { Found::Way(vertex) } else { Found::Farther };
            }
            self.done.push(vertex);
            if forward {
                self.leave(vertex, far, &mut limit);
            } else {
                self.come(vertex, far, &mut limit);
            }
        }
        self.settled += self.done.len() as u64;
        Found::NoWay
    }

    fn learn(&mut self, far: i64, sign: i32) {
        for &it in &self.done {
            let drop = far - self.far[it as usize];
            if drop > 0 {
                let old = self.value[it as usize];
                self.journal.push(Undo::Value(it, old));
                self.value[it as usize] = old - i64::from(sign) * drop;
            }
        }
    }

    fn reach(&mut self, vertex: u32, from: u32, far: i64, limit: &mut i64, sign: i32) {
        let at = vertex as usize;
        if far >= *limit || (self.stamp[at] == self.now && self.far[at] <= far) {
            return;
        }
        self.stamp[at] = self.now;
        self.far[at] = far;
        self.from[at] = from;
        if self.surplus[at].signum() == -sign {
            *limit = far;
        }
        self.heap.push(Reverse((far, vertex)));
    }

    fn leave(&mut self, vertex: u32, far: i64, limit: &mut i64) {
        let value = self.value[vertex as usize] + far;
        let Firsts { person, home, node } = self.first;
        let instance = self.instance;
        if vertex == 0 {
            for (at, bounds) in (0..).zip(instance.groups()) {
                if self.in_group[at as usize] < bounds.upper {
                    self.reach(1 + at, vertex, value - self.value[1 + at as usize], limit, 1);
                }
            }
            self.down(0, vertex, value, limit);
        } else if vertex < person {
            let group = vertex - 1;
            if self.in_group[group as usize] > instance.groups()[group as usize].lower {
                self.reach(0, vertex, value - self.value[0], limit, 1);
            }
            let (from, to) = (self.members.starts[group as usize], self.members.starts[vertex as usize]);
            for at in from..to {
                let member = self.members.all[at as usize];
                if !self.drawn[member as usize] {
                    let to = person + member;
                    self.reach(to, vertex, value - self.value[to as usize], limit, 1);
                }
            }
        } else if vertex < home {
            let who = vertex - person;
            if self.drawn[who as usize] {
                let group = 1 + instance.people()[who as usize].group;
                self.reach(group, vertex, value - self.value[group as usize], limit, 1);
            }
            let class = self.class_of[who as usize];
            for arc in instance.pairs(who as usize) {
                let to = home + arc.home;
                let far = value - i64::from(arc.weight) - self.value[to as usize];
                if far < *limit
                    && self.label[arc.home as usize] >= class
                    && self.home_of[who as usize] != arc.home
                {
                    self.reach(to, vertex, far, limit, 1);
                }
            }
        } else if vertex < node {
            let at = (vertex - home) as usize;
            if !self.open[at] {
                let to = node + instance.homes()[at];
                self.reach(to, vertex, value - self.value[to as usize], limit, 1);
            }
            let tenant = self.tenant[at];
            if tenant != NOBODY {
                let to = person + tenant;
                let weight = self.weight(tenant, short(at));
                self.reach(to, vertex, value + weight - self.value[to as usize], limit, 1);
            }
        } else {
            let at = (vertex - node) as usize;
            let it = instance.nodes()[at];
            if self.in_node[at] < it.bounds.upper {
                let to = self.up(it.parent);
                self.reach(to, vertex, value - self.value[to as usize], limit, 1);
            }
            self.down(short(at + 1), vertex, value, limit);
        }
    }

    /// Back to what lies directly in a part, as far as a placement can leave it.
    fn down(&mut self, list: u32, vertex: u32, value: i64, limit: &mut i64) {
        let (from, to) = (self.inside.starts[list as usize], self.inside.starts[list as usize + 1]);
        for at in from..to {
            let to = self.inside.all[at as usize];
            let free = if to >= self.first.node {
                let node = (to - self.first.node) as usize;
                self.in_node[node] > self.instance.nodes()[node].bounds.lower
            } else {
                self.open[(to - self.first.home) as usize]
            };
            if free {
                self.reach(to, vertex, value - self.value[to as usize], limit, 1);
            }
        }
    }

    /// The other way round: from where a unit can come here.
    fn come(&mut self, vertex: u32, far: i64, limit: &mut i64) {
        let value = far - self.value[vertex as usize];
        let Firsts { person, home, node } = self.first;
        let instance = self.instance;
        if vertex == 0 {
            for (at, bounds) in (0..).zip(instance.groups()) {
                if self.in_group[at as usize] > bounds.lower {
                    self.reach(1 + at, vertex, value + self.value[1 + at as usize], limit, -1);
                }
            }
            self.rise(0, vertex, value, limit);
        } else if vertex < person {
            let group = vertex - 1;
            if self.in_group[group as usize] < instance.groups()[group as usize].upper {
                self.reach(0, vertex, value + self.value[0], limit, -1);
            }
            let (from, to) = (self.members.starts[group as usize], self.members.starts[vertex as usize]);
            for at in from..to {
                let member = self.members.all[at as usize];
                if self.drawn[member as usize] {
                    let to = person + member;
                    self.reach(to, vertex, value + self.value[to as usize], limit, -1);
                }
            }
        } else if vertex < home {
            let who = vertex - person;
            if !self.drawn[who as usize] {
                let group = 1 + instance.people()[who as usize].group;
                self.reach(group, vertex, value + self.value[group as usize], limit, -1);
            }
            let own = self.home_of[who as usize];
            if own != NOBODY {
                let to = home + own;
                let weight = self.weight(who, own);
                self.reach(to, vertex, value + self.value[to as usize] + weight, limit, -1);
            }
        } else if vertex < node {
            let at = vertex - home;
            if self.open[at as usize] {
                let to = node + instance.homes()[at as usize];
                self.reach(to, vertex, value + self.value[to as usize], limit, -1);
            }
            let label = self.label[at as usize];
            let (from, to) = (self.takers.starts[at as usize], self.takers.starts[at as usize + 1]);
            for taker in from..to {
                let (who, weight) = self.takers.all[taker as usize];
                let far = value + self.value[(person + who) as usize] - i64::from(weight);
                if far < *limit
                    && self.class_of[who as usize] <= label
                    && self.tenant[at as usize] != who
                {
                    self.reach(person + who, vertex, far, limit, -1);
                }
            }
        } else {
            let at = (vertex - node) as usize;
            let it = instance.nodes()[at];
            if self.in_node[at] > it.bounds.lower {
                let to = self.up(it.parent);
                self.reach(to, vertex, value + self.value[to as usize], limit, -1);
            }
            self.rise(short(at + 1), vertex, value, limit);
        }
    }

    /// What lies directly in a part and can still send a placement up to it.
    fn rise(&mut self, list: u32, vertex: u32, value: i64, limit: &mut i64) {
        let (from, to) = (self.inside.starts[list as usize], self.inside.starts[list as usize + 1]);
        for at in from..to {
            let to = self.inside.all[at as usize];
            let free = if to >= self.first.node {
                let node = (to - self.first.node) as usize;
                self.in_node[node] < self.instance.nodes()[node].bounds.upper
            } else {
                !self.open[(to - self.first.home) as usize]
            };
            if free {
                self.reach(to, vertex, value + self.value[to as usize], limit, -1);
            }
        }
    }

    /// Sends one unit along the way found: `forward` when it was searched from where
    /// there is too much.
    fn send(&mut self, found: u32, forward: bool) {
        let mut at = found;
        loop {
            let next = self.from[at as usize];
            if next == at {
                break;
            }
            if forward {
                self.push(next, at);
            } else {
                self.push(at, next);
            }
            at = next;
        }
        let sign = if forward { 1 } else { -1 };
        self.surplus[found as usize] += sign;
        self.surplus[at as usize] -= sign;
    }

    fn push(&mut self, from: u32, to: u32) {
        let Firsts { person, home, node } = self.first;
        let kind = |vertex: u32| match vertex {
            0 => 0,
            it if it < person => 1,
            it if it < home => 2,
            it if it < node => 3,
            _ => 4,
        };
        match (kind(from), kind(to)) {
            (0, 1) => self.count_group(to - 1, 1),
            (1, 0) => self.count_group(from - 1, -1),
            (1, 2) => self.draw(to - person),
            (2, 1) => self.draw(from - person),
            (2, 3) => self.seat(from - person, to - home),
            (3, 2) => self.unseat(to - person, from - home),
            (3, _) => self.flip(from - home),
            (_, 3) => self.flip(to - home),
            // Up the tree the part that is left counts, down it the part that is entered.
            (4, to_kind) if to_kind == 0 || to < from => self.count_node(from - node, 1),
            _ => self.count_node(to - node, -1),
        }
    }

    fn draw(&mut self, person: u32) {
        self.journal.push(Undo::Drawn(person));
        self.drawn[person as usize] = !self.drawn[person as usize];
    }

    fn flip(&mut self, home: u32) {
        self.journal.push(Undo::Open(home));
        self.open[home as usize] = !self.open[home as usize];
    }

    fn count_group(&mut self, group: u32, change: i32) {
        let count = &mut self.in_group[group as usize];
        self.journal.push(Undo::Group(group, *count));
        *count = count.saturating_add_signed(change);
    }

    fn count_node(&mut self, node: u32, change: i32) {
        let count = &mut self.in_node[node as usize];
        self.journal.push(Undo::Node(node, *count));
        *count = count.saturating_add_signed(change);
    }
}
