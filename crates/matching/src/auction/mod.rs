//! The auction: people bid for homes until nobody wants another.

mod bids;
mod pools;
mod tree;

use bids::{Best, Bids};
use pools::{Pool, pools};
use tree::{Entry, NEVER, NONE, Tree};

use crate::Instance;

/// In the pool of the group.
const POOL: u32 = NONE - 1;

#[derive(Debug)]
pub struct Auction<'a> {
    instance: &'a Instance,
    tree: Tree,
    bids: Bids,
    pools: Vec<Pool>,
    /// Who lives in each home.
    occupant: Vec<u32>,
    /// The pair of each person that has a home, [`POOL`], or [`NONE`] while looking.
    pair: Vec<u32>,
    looking: std::collections::VecDeque<u32>,
    /// Places promised that wait for somebody.
    lacking: u64,
    epsilon: i64,
    pub count_bids: u64,
    pub count_raises: u64,
}

#[derive(Debug)]
pub enum Stuck {
    Narrow,
    Group(u32),
    NoRoom,
}

impl<'a> Auction<'a> {
    pub fn new(instance: &'a Instance, scale: i64) -> Result<Self, Stuck> {
        let tree = Tree::new(instance).map_err(|_| Stuck::Narrow)?;
        let pools = pools(instance).map_err(Stuck::Group)?;
        let lacking = pools.iter().map(|pool| u64::from(pool.places)).sum::<u64>()
            + tree.lack.iter().map(|&lack| u64::from(lack)).sum::<u64>();
        let people = instance.people().len();
        let name = |at: usize| u32::try_from(at).unwrap_or(NONE);
        Ok(Self {
            instance,
            bids: Bids::new(instance, scale),
            occupant: vec![NONE; tree.node.len()],
            pair: vec![NONE; people],
            looking: (0..people).rev().map(name).collect(),
            pools,
            tree,
            lacking,
            epsilon: 1,
            count_bids: 0,
            count_raises: 0,
        })
    }

    /// Until everybody is content within epsilon.
    pub fn phase(&mut self, epsilon: i64) -> Result<(), Stuck> {
        self.epsilon = epsilon;
        for pool in &mut self.pools {
            if pool.places > pool.lower {
                pool.price = pool.price.max(self.tree.ground);
            }
        }
        self.send_away();
        loop {
            while let Some(person) = self.looking.pop_front() {
                self.bid(person)?;
            }
            if self.lacking == 0 {
                return Ok(());
            }
            self.raise_ground()?;
        }
    }

    fn scale(&self) -> i64 {
        self.bids.scale
    }

    fn group(&self, person: u32) -> usize {
        self.instance.people()[person as usize].group as usize
    }

    /// Who could do better by more than epsilon looks again; what they had waits.
    fn send_away(&mut self) {
        for person in 0..self.pair.len() {
            let at = self.pair[person];
            if at == NONE {
                continue;
            }
            let group = self.instance.people()[person].group as usize;
            let own = if at == POOL {
                -self.pools[group].price
            } else {
                self.bids.worth(self.instance.arcs()[at as usize], &self.tree)
            };
            let content = own.saturating_add(self.epsilon);
            if -self.pool_price(group) <= content
                && self.bids.best(self.instance, &mut self.tree, person, content).is_err()
            {
                continue;
            }
            if at == POOL {
                self.pools[group].people -= 1;
            } else {
                self.occupant[self.instance.arcs()[at as usize].home as usize] = NONE;
            }
            self.lacking += 1;
            self.pair[person] = NONE;
            self.looking.push_back(u32::try_from(person).unwrap_or(NONE));
        }
    }

    /// What it costs to come into a pool, at least.
    fn pool_price(&self, group: usize) -> i64 {
        let pool = &self.pools[group];
        if pool.people < pool.places || pool.places == pool.upper || pool.places == pool.lower {
            pool.price
        } else {
            pool.price.max(self.tree.ground)
        }
    }

    /// Who in the pool would gain most from a home.
    fn keenest(&mut self, group: usize) -> Option<(i64, u32)> {
        let Self { pools, bids, tree, instance, pair, .. } = self;
        pools[group].keenest(|person| {
            if pair[person as usize] != POOL {
                return None;
            }
            let best = bids.best(instance, tree, person as usize, bids::WORTHLESS);
            Some(best.map_or(bids::WORTHLESS, |best| best.worth))
        })
    }

    /// Somebody takes the best there is.
    fn bid(&mut self, person: u32) -> Result<(), Stuck> {
        self.count_bids += 1;
        let group = self.group(person);
        loop {
            let unplaced = -self.pool_price(group);
            let best = self.bids.best(self.instance, &mut self.tree, person as usize, unplaced);
            let worth = match best {
                Ok(best) => return self.take(person, best, unplaced),
                Err(worth) => worth,
            };
            let pool = &self.pools[group];
            let edge = pool.places == pool.lower || pool.places == pool.upper;
            if pool.people == pool.places && edge {
                // Instead of going further, the one in the pool who would gain most from
                // a home may have to go, if that is not the one who comes.
                let further = if pool.places < pool.upper { self.tree.ground } else { NEVER };
                let keenest = self.keenest(group);
                let instead = keenest.map_or(NEVER, |(worth, _)| pools::price_of(worth));
                let price = instead.min(further);
                let pool = &mut self.pools[group];
                if price >= NEVER / 2 && worth <= -NEVER / 2 {
                    return Err(Stuck::NoRoom);
                }
                if price > pool.price {
                    pool.price = price;
                    continue;
                }
                if instead < further {
                    pool.price += self.epsilon;
                    let out = pool.leave();
                    pool.add(person, worth);
                    self.pair[person as usize] = POOL;
                    self.pair[out as usize] = NONE;
                    self.looking.push_back(out);
                    return Ok(());
                }
            }
            let pool = &mut self.pools[group];
            if pool.people < pool.places {
                self.lacking -= 1;
            } else {
                pool.price = pool.price.max(self.tree.ground);
                pool.places += 1;
            }
            self.pools[group].add(person, worth);
            self.pair[person as usize] = POOL;
            return Ok(());
        }
    }

    fn take(&mut self, person: u32, best: Best, unplaced: i64) -> Result<(), Stuck> {
        let home = best.home as usize;
        if self.tree.price[home] >= NEVER / 2 {
            return Err(Stuck::NoRoom);
        }
        let second = best.second.max(unplaced).min(best.worth);
        let price = self.tree.price[home] + (best.worth - second) + self.epsilon;
        self.pair[person as usize] = best.arc;
        let before = std::mem::replace(&mut self.occupant[home], person);
        if self.tree.counts[home] {
            self.tree.raise(best.home, price);
            self.leave(before);
            return Ok(());
        }
        self.tree.price[home] = price;
        match self.tree.enter(best.home) {
            Entry::Room => {}
            Entry::Floor => self.lacking -= 1,
            Entry::Instead(out) => {
                let before = std::mem::replace(&mut self.occupant[out as usize], NONE);
                self.leave(before);
            }
        }
        Ok(())
    }

    /// Who lived in a home that went to another looks again; a place that waited does
    /// so no longer.
    fn leave(&mut self, before: u32) {
        if before == NONE {
            self.lacking -= 1;
        } else {
            self.pair[before as usize] = NONE;
            self.looking.push_back(before);
        }
    }

    /// Places wait and nobody looks: everything else becomes dearer, until the first
    /// who has something else would rather come.
    fn raise_ground(&mut self) -> Result<(), Stuck> {
        self.count_raises += 1;
        let (mut price, root) = self.tree.cheapest_at_root();
        let mut from = None;
        for group in 0..self.pools.len() {
            let pool = &self.pools[group];
            if pool.places == pool.lower {
                continue;
            }
            let own = if pool.people < pool.places {
                pool.price
            } else {
                self.keenest(group).map_or(NEVER, |(worth, _)| pools::price_of(worth))
            };
            if own < price {
                (price, from) = (own, Some(group));
            }
        }
        if price >= NEVER / 2 {
            return Err(Stuck::NoRoom);
        }
        self.tree.ground = self.tree.ground.max(price + self.epsilon);
        let Some(group) = from else {
            let out = self.tree.give_up(root);
            let before = std::mem::replace(&mut self.occupant[out as usize], NONE);
            self.leave(before);
            return Ok(());
        };
        let pool = &mut self.pools[group];
        pool.places -= 1;
        if pool.people > pool.places {
            let out = pool.leave();
            self.pair[out as usize] = NONE;
            self.looking.push_back(out);
        } else {
            self.lacking -= 1;
        }
        Ok(())
    }
}

impl Auction<'_> {
    pub fn objective(&self) -> i64 {
        self.pair.iter().filter(|&&at| at < POOL).map(|&at| i64::from(self.instance.arcs()[at as usize].weight)).sum()
    }
    pub fn plan(&self) -> crate::Plan {
        crate::Plan { home_of: self.pair.iter().map(|&at| (at < POOL).then(|| self.instance.arcs()[at as usize].home)).collect() }
    }
}
