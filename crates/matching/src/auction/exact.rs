use std::collections::VecDeque;

use super::{Auction, NONE, Stay, tree::NEVER};
use crate::{Arc, Prices};

/// Prices in whole weights at which nobody wants anything else, found by raising
/// what is too cheap.
///
/// A plan has such prices exactly when it is optimal; when raising does not come to
/// rest within a budget, it probably is not.
struct Exact<'a, 'b> {
    auction: &'a Auction<'b>,
    home: Vec<i64>,
    place: Vec<i64>,
    pool: Vec<i64>,
    ground: i64,
    /// People to be looked at, and whether somebody already stands in it.
    queue: VecDeque<u32>,
    queued: Vec<bool>,
    /// Nodes with homes that nobody can be let into: they cost what the ground costs until
    /// everything else is settled.
    closed: Vec<u32>,
    /// Nodes whose price rose.
    risen: Vec<u32>,
    /// Who is in which pool.
    members: Vec<Vec<u32>>,
}

impl Auction<'_> {
    /// Prices that prove the plan, or `None` when they are not found while looking at
    /// people at most so many times.
    pub(super) fn exact_prices(&self, budget: u64) -> Option<Prices> {
        let scale = self.bids.scale;
        let whole = |price: i64| if price >= NEVER / 2 { NEVER } else { price.div_euclid(scale) };
        let people = self.stay.len();
        let mut members = vec![Vec::new(); self.pools.len()];
        for (person, &stay) in (0..).zip(&self.stay) {
            if stay == Stay::Pool {
                members[self.group(person)].push(person);
            }
        }
        let ground = whole(self.tree.ground);
        let mut place = self.tree.place_prices();
        let mut closed = Vec::new();
        for (at, price) in place.iter_mut().enumerate() {
            if *price < NEVER / 2 {
                *price = whole(*price);
                continue;
            }
            *price = ground;
            if !self.tree.homes(at).is_empty() {
                closed.push(u32::try_from(at).unwrap_or(NONE));
            }
        }
        let mut exact = Exact {
            auction: self,
            home: self.tree.price.iter().map(|&price| whole(price)).collect(),
            place,
            closed,
            pool: self.pools.iter().map(|pool| whole(pool.price)).collect(),
            ground,
            queue: (0..people).map(|person| u32::try_from(person).unwrap_or(NONE)).collect(),
            queued: vec![true; people],
            risen: Vec::new(),
            members,
        };
        exact.settle(budget).then(|| exact.prices())
    }
}

impl Exact<'_, '_> {
    fn settle(&mut self, budget: u64) -> bool {
        for at in 0..self.place.len() {
            self.risen.push(u32::try_from(at).unwrap_or(NONE));
        }
        for group in 0..self.pool.len() {
            self.pool_rose(group);
        }
        let ground = self.ground;
        self.ground = i64::MIN;
        self.raise_ground(ground);
        let mut left = budget;
        if !self.spread(&mut left) {
            return false;
        }
        self.close();
        self.spread(&mut left)
    }

    /// Where nobody can be let in, a price at which nobody wants in.
    fn close(&mut self) {
        if self.closed.is_empty() {
            return;
        }
        let people = u32::try_from(self.queued.len()).unwrap_or(NONE);
        let wanted = (0..people).map(|person| self.wanted(person)).max().unwrap_or(0);
        let arcs = self.auction.instance.arcs().iter();
        let price = wanted + arcs.map(|arc| i64::from(arc.weight)).max().unwrap_or(0);
        for at in std::mem::take(&mut self.closed) {
            self.raise_place(at, price);
        }
    }

    fn spread(&mut self, left: &mut u64) -> bool {
        let tree = &self.auction.tree;
        loop {
            while let Some(at) = self.risen.pop() {
                let price = self.place[at as usize];
                for &home in tree.homes(at as usize) {
                    if tree.counts[home as usize] {
                        self.raise_home(home, price);
                    }
                }
                for &child in tree.children(at as usize) {
                    if tree.can_give(child as usize) {
                        self.raise_place(child, price);
                    }
                }
                if !tree.is_full(at as usize) {
                    match tree.parent[at as usize] {
                        NONE => self.raise_ground(price),
                        parent => self.raise_place(parent, price),
                    }
                }
            }
            let Some(person) = self.queue.pop_front() else { return true };
            if *left == 0 {
                return false;
            }
            *left -= 1;
            self.queued[person as usize] = false;
            self.content(person);
        }
    }

    /// What a home would have to cost less than its weight to be wanted by somebody.
    fn wanted(&self, person: u32) -> i64 {
        match self.auction.stay[person as usize] {
            Stay::Home(arc) => self.home[arc.home as usize] - i64::from(arc.weight),
            Stay::Pool | Stay::Looking => self.pool[self.auction.group(person)],
        }
    }

    /// Makes everything else too dear for somebody.
    fn content(&mut self, person: u32) {
        let auction = self.auction;
        let group = auction.group(person);
        let wanted = self.wanted(person);
        if wanted > self.pool[group] {
            self.pool[group] = wanted;
            self.pool_rose(group);
        }
        let (known, rest) = auction.bids.known(person as usize);
        // Whole prices lie less than one below those that the rest was measured by.
        let rest = rest.div_euclid(auction.bids.scale) + 2;
        if rest + wanted <= 0 {
            known.iter().for_each(|&arc| self.dear(arc, wanted));
        } else {
            let all = auction.instance.pairs(person as usize);
            all.iter().for_each(|&arc| self.dear(arc, wanted));
        }
    }

    fn dear(&mut self, arc: Arc, wanted: i64) {
        let price = wanted + i64::from(arc.weight);
        if self.auction.tree.counts[arc.home as usize] {
            self.raise_home(arc.home, price);
        } else {
            self.raise_place(self.auction.tree.node[arc.home as usize], price);
        }
    }

    fn raise_home(&mut self, home: u32, price: i64) {
        if price > self.home[home as usize] {
            self.home[home as usize] = price;
            self.look_at(self.auction.occupant[home as usize]);
        }
    }

    fn raise_place(&mut self, at: u32, price: i64) {
        if price > self.place[at as usize] {
            self.place[at as usize] = price;
            self.risen.push(at);
        }
    }

    fn raise_ground(&mut self, price: i64) {
        if price <= self.ground {
            return;
        }
        self.ground = price;
        for at in 0..self.auction.tree.roots().len() {
            let root = self.auction.tree.roots()[at];
            if self.auction.tree.can_give(root as usize) {
                self.raise_place(root, price);
            }
        }
        for group in 0..self.pool.len() {
            let pool = &self.auction.pools[group];
            if pool.can_give() && price > self.pool[group] {
                self.pool[group] = price;
                self.pool_rose(group);
            }
        }
    }

    fn pool_rose(&mut self, group: usize) {
        for at in 0..self.members[group].len() {
            self.look_at(self.members[group][at]);
        }
        let pool = &self.auction.pools[group];
        if !pool.is_full() {
            self.raise_ground(self.pool[group]);
        }
    }

    fn look_at(&mut self, person: u32) {
        if person != NONE && !std::mem::replace(&mut self.queued[person as usize], true) {
            self.queue.push_back(person);
        }
    }

    /// The prices as areas, homes and groups ask them.
    fn prices(&self) -> Prices {
        let instance = self.auction.instance;
        let above = |parent: Option<u32>| parent.map_or(self.ground, |at| self.place[at as usize]);
        let nodes = instance.nodes().iter().enumerate();
        let own = |(home, &at): (usize, &u32)| {
            let counts = self.auction.tree.counts[home];
            if counts { (self.home[home] - self.place[at as usize]).max(0) } else { 0 }
        };
        Prices {
            unit: 1,
            home: instance.homes().iter().enumerate().map(own).collect(),
            node: nodes.map(|(at, node)| self.place[at] - above(node.parent)).collect(),
            group: self.pool.iter().map(|&pool| self.ground - pool).collect(),
            load: Vec::new(),
        }
    }
}
