use super::{FAR, Firsts, Flow, NOBODY, Undo};
use crate::loads::quarters::short;
use std::cmp::Reverse;

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

impl Flow<'_> {
    /// Sends every unit that is too much to where one is missing, at least cost.
    /// `false` when the objective would end below `atleast`.
    ///
    /// Around every unit in turn a small region is searched, and a larger one when that
    /// was not enough. Regions without a way out already say what the change costs at
    /// least, so most changes that do not pay are turned down early.
    pub(in crate::loads) fn settle(&mut self, atleast: i64) -> bool {
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
                let placed = self.in_group[at as usize];
                if placed < self.group_most[at as usize] {
                    let value = value - self.value[1 + at as usize];
                    self.reach(
                        1 + at,
                        vertex,
                        value - self.owed(placed + 1, bounds.lower),
                        limit,
                        1,
                    );
                }
            }
            self.down(0, vertex, value, limit);
        } else if vertex < person {
            let group = vertex - 1;
            let placed = self.in_group[group as usize];
            if placed > 0 {
                let owed = self.owed(placed, instance.groups()[group as usize].lower);
                self.reach(0, vertex, value - self.value[0] + owed, limit, 1);
            }
            let (from, to) =
                (self.members.starts[group as usize], self.members.starts[vertex as usize]);
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
            let placed = self.in_node[at];
            if placed < self.node_most[at] {
                let to = self.up(it.parent);
                let owed = self.owed(placed + 1, it.bounds.lower);
                self.reach(to, vertex, value - self.value[to as usize] - owed, limit, 1);
            }
            self.down(short(at + 1), vertex, value, limit);
        }
    }

    /// Back to what lies directly in a part, as far as a placement can leave it.
    fn down(&mut self, list: u32, vertex: u32, value: i64, limit: &mut i64) {
        let (from, to) = (self.inside.starts[list as usize], self.inside.starts[list as usize + 1]);
        for at in from..to {
            let to = self.inside.all[at as usize];
            let (free, owed) = if to >= self.first.node {
                let node = (to - self.first.node) as usize;
                let placed = self.in_node[node];
                (placed > 0, self.owed(placed, self.instance.nodes()[node].bounds.lower))
            } else {
                (self.open[(to - self.first.home) as usize], 0)
            };
            if free {
                self.reach(to, vertex, value - self.value[to as usize] + owed, limit, 1);
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
                let placed = self.in_group[at as usize];
                if placed > 0 {
                    let value = value + self.value[1 + at as usize];
                    self.reach(1 + at, vertex, value + self.owed(placed, bounds.lower), limit, -1);
                }
            }
            self.rise(0, vertex, value, limit);
        } else if vertex < person {
            let group = vertex - 1;
            let placed = self.in_group[group as usize];
            if placed < self.group_most[group as usize] {
                let owed = self.owed(placed + 1, instance.groups()[group as usize].lower);
                self.reach(0, vertex, value + self.value[0] - owed, limit, -1);
            }
            let (from, to) =
                (self.members.starts[group as usize], self.members.starts[vertex as usize]);
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
            let placed = self.in_node[at];
            if placed > 0 {
                let to = self.up(it.parent);
                let owed = self.owed(placed, it.bounds.lower);
                self.reach(to, vertex, value + self.value[to as usize] + owed, limit, -1);
            }
            self.rise(short(at + 1), vertex, value, limit);
        }
    }

    /// What lies directly in a part and can still send a placement up to it.
    fn rise(&mut self, list: u32, vertex: u32, value: i64, limit: &mut i64) {
        let (from, to) = (self.inside.starts[list as usize], self.inside.starts[list as usize + 1]);
        for at in from..to {
            let to = self.inside.all[at as usize];
            let (free, owed) = if to >= self.first.node {
                let node = (to - self.first.node) as usize;
                let placed = self.in_node[node];
                let lower = self.instance.nodes()[node].bounds.lower;
                (placed < self.node_most[node], self.owed(placed + 1, lower))
            } else {
                (!self.open[(to - self.first.home) as usize], 0)
            };
            if free {
                self.reach(to, vertex, value + self.value[to as usize] - owed, limit, -1);
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
        let lower = self.instance.groups()[group as usize].lower;
        let before = self.in_group[group as usize];
        let after = before.saturating_add_signed(change);
        self.journal.push(Undo::Group(group, before));
        self.in_group[group as usize] = after;
        self.account(before, after, lower);
    }

    fn count_node(&mut self, node: u32, change: i32) {
        let lower = self.instance.nodes()[node as usize].bounds.lower;
        let before = self.in_node[node as usize];
        let after = before.saturating_add_signed(change);
        self.journal.push(Undo::Node(node, before));
        self.in_node[node as usize] = after;
        self.account(before, after, lower);
    }

    /// What the placement that makes `placed` saves in debt.
    fn owed(&self, placed: u32, lower: u32) -> i64 {
        if placed <= lower { self.debt } else { 0 }
    }

    /// Books what a floor is short of.
    pub(super) fn account(&mut self, before: u32, after: u32, lower: u32) {
        let (before, after) = (lower.saturating_sub(before), lower.saturating_sub(after));
        self.objective += self.debt * (i64::from(before) - i64::from(after));
        self.short = self.short + after - before;
    }
}
