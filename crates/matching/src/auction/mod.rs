//! The auction: people bid for homes until nobody wants another.

mod again;
mod bids;
mod cut;
mod exact;
mod pools;
mod tree;

use std::collections::VecDeque;

use bids::{Best, Bids};
use pools::{Pool, pools};
use tree::{Entry, NEVER, NONE, Tree};

use crate::{Arc, Infeasible, Instance, Plan, Prices, SolveError};

/// How much smaller each step is than the one before, and how much smaller the first
/// is than the largest weight: measured on the reference towns.
const FINER: i64 = 16;
const FIRST: i64 = 14;

/// What somebody reads who bids so many bids later is asked for already: it comes from
/// memory in the meantime.
const SOON: usize = 2;

/// The largest weight times the scale that leaves prices room to rise.
const LARGEST: i64 = 1 << 44;

/// What came of it.
pub(crate) struct Outcome {
    pub(crate) plan: Plan,
    pub(crate) prices: Prices,
}

/// Runs the auction to the end; from an earlier outcome when there is one.
pub(crate) fn run(
    instance: &Instance,
    before: Option<(&Plan, &Prices)>,
) -> Result<Outcome, SolveError> {
    let others = instance.homes().len() + instance.groups().len();
    // Whoever moves in a round of changes loses less than one step, and nobody moves
    // twice in it: with steps of one over more than that, no change gains anything.
    let scale = i64::try_from(instance.people().len().min(others) + 2).unwrap_or(i64::MAX);
    let heaviest = instance.arcs().iter().map(|arc| i64::from(arc.weight.abs())).max();
    let range = heaviest.unwrap_or(0).max(1).saturating_mul(scale);
    if range > LARGEST {
        return Err(SolveError::TooLarge);
    }
    let mut auction = Auction::new(instance, scale, 2 * range).map_err(SolveError::Infeasible)?;
    let mut step = (range / FIRST).max(1);
    if let Some((plan, prices)) = before.filter(|(_, prices)| prices.unit == 1) {
        auction.start_from(plan, prices);
        // Little has to change, and prices are nearly right.
        step = scale.min(step);
    }
    loop {
        auction.phase(step)?;
        // Often proven well before the last step.
        if step <= scale / 8 || step == 1 {
            let people = instance.people().len() as u64;
            let budget = if step == 1 { 1000 * people + 1000 } else { 2 * people + 100 };
            if let Some(prices) = auction.exact_prices(budget) {
                return Ok(Outcome { plan: auction.plan(), prices });
            }
        }
        if step == 1 {
            return Err(SolveError::NotProven);
        }
        step = (step / FINER).max(1);
    }
}

/// Where somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stay {
    /// Nowhere: stands in line.
    Looking,
    /// In the pool of the group.
    Pool,
    /// In the home of this pair.
    Home(Arc),
}

#[derive(Debug)]
struct Auction<'a> {
    instance: &'a Instance,
    tree: Tree,
    bids: Bids,
    pools: Vec<Pool>,
    /// Who lives in each home.
    occupant: Vec<u32>,
    /// Where each person is.
    stay: Vec<Stay>,
    looking: VecDeque<u32>,
    /// Places promised that wait for somebody.
    lacking: u64,
    epsilon: i64,
    /// As far as the worths of two homes lie apart at the same price, or further.
    far: i64,
    /// Bids left before it is looked at whether the places that wait can be reached.
    patience: u64,
}

impl<'a> Auction<'a> {
    fn new(instance: &'a Instance, scale: i64, far: i64) -> Result<Self, Infeasible> {
        let tree = Tree::new(instance).map_err(|found| cut::narrow(instance, found))?;
        let pools = pools(instance)
            .map_err(|group| Infeasible { group_floors: vec![group], ..Infeasible::default() })?;
        let lacking = pools.iter().map(|pool| u64::from(pool.places)).sum::<u64>()
            + tree.lack.iter().map(|&lack| u64::from(lack)).sum::<u64>();
        let people = instance.people().len();
        let everybody = 0..u32::try_from(people).unwrap_or(NONE);
        Ok(Self {
            instance,
            bids: Bids::new(instance, scale),
            occupant: vec![NONE; tree.node.len()],
            stay: vec![Stay::Looking; people],
            looking: everybody.collect(),
            pools,
            tree,
            lacking,
            epsilon: 1,
            far,
            patience: 0,
        })
    }

    fn plan(&self) -> Plan {
        let home = |stay: &Stay| match stay {
            Stay::Home(arc) => Some(arc.home),
            Stay::Pool | Stay::Looking => None,
        };
        Plan { home_of: self.stay.iter().map(home).collect() }
    }

    /// Until everybody is content within epsilon.
    fn phase(&mut self, epsilon: i64) -> Result<(), SolveError> {
        self.epsilon = epsilon;
        self.bids.step_is(epsilon);
        self.patience = 100 * (self.stay.len() as u64 + self.occupant.len() as u64);
        let ground = self.tree.ground;
        self.pools.iter_mut().for_each(|pool| pool.level(ground));
        self.send_away();
        self.give_up_cheap();
        loop {
            while let Some(person) = self.looking.pop_front() {
                if let Some(&soon) = self.looking.get(SOON) {
                    self.bids.fetch(self.instance, soon as usize);
                }
                self.bid(person)?;
            }
            if self.lacking == 0 {
                return Ok(());
            }
            self.raise_ground()?;
        }
    }

    /// After very many bids, looks whether the places that wait can be reached at
    /// all: prices would rise for ever when they cannot.
    fn grow_impatient(&mut self, person: Option<u32>) -> Result<(), SolveError> {
        if self.patience == 0 {
            if let Some(cut) = self.cut(person) {
                return Err(SolveError::Infeasible(cut));
            }
            if self.tree.ground > NEVER / 4 {
                return Err(SolveError::TooLarge);
            }
            self.patience = 100 * (self.stay.len() as u64 + self.occupant.len() as u64);
        }
        self.patience -= 1;
        Ok(())
    }

    /// Somebody cannot be anywhere, or a place cannot be filled.
    fn stuck(&self, person: Option<u32>) -> SolveError {
        self.cut(person).map_or(SolveError::TooLarge, SolveError::Infeasible)
    }

    fn group(&self, person: u32) -> usize {
        self.instance.people()[person as usize].group as usize
    }

    /// Who could do better by more than epsilon looks again; what they had waits.
    fn send_away(&mut self) {
        for person in 0..self.stay.len() {
            let group = self.instance.people()[person].group as usize;
            let own = match self.stay[person] {
                Stay::Looking => continue,
                Stay::Pool => -self.pools[group].price,
                Stay::Home(arc) => self.bids.worth(arc, &self.tree),
            };
            let content = own.saturating_add(self.epsilon);
            if -self.pool_price(group) <= content
                && self.bids.best(self.instance, &mut self.tree, person, content).is_err()
            {
                continue;
            }
            match std::mem::replace(&mut self.stay[person], Stay::Looking) {
                Stay::Home(arc) => self.occupant[arc.home as usize] = NONE,
                Stay::Pool | Stay::Looking => self.pools[group].people -= 1,
            }
            self.lacking += 1;
            self.looking.push_back(u32::try_from(person).unwrap_or(NONE));
        }
    }

    /// What is cheaper than the ground by more than epsilon is given up, where it may.
    fn give_up_cheap(&mut self) {
        loop {
            let (price, root) = self.tree.cheapest_at_root();
            if price >= self.tree.ground - self.epsilon {
                return;
            }
            self.give_up(root);
        }
    }

    fn give_up(&mut self, root: usize) {
        let out = self.tree.give_up(root);
        let before = std::mem::replace(&mut self.occupant[out as usize], NONE);
        self.leave(before);
    }

    /// What it costs to come into a pool, at least.
    fn pool_price(&self, group: usize) -> i64 {
        let pool = &self.pools[group];
        if pool.people < pool.places || pool.is_full() || !pool.can_give() {
            pool.price
        } else {
            pool.price.max(self.tree.ground)
        }
    }

    /// Who in the pool would gain most from a home.
    fn keenest(&mut self, group: usize) -> Option<(i64, u32)> {
        let Self { pools, bids, tree, instance, stay, .. } = self;
        pools[group].keenest(|person, worth| {
            if stay[person as usize] != Stay::Pool {
                return None;
            }
            // What is worth less need not be known exactly.
            let enough = (worth - 1).max(bids::WORTHLESS);
            let best = bids.best(instance, tree, person as usize, enough);
            Some(best.map_or_else(|at_most| at_most, |best| best.worth))
        })
    }

    /// Somebody takes the best there is.
    fn bid(&mut self, person: u32) -> Result<(), SolveError> {
        let group = self.group(person);
        self.grow_impatient(Some(person))?;
        loop {
            let unplaced = -self.pool_price(group);
            let best = self.bids.best(self.instance, &mut self.tree, person as usize, unplaced);
            let worth = match best {
                Ok(best) => return self.take(person, best, unplaced),
                Err(worth) => worth,
            };
            let pool = &self.pools[group];
            let edge = !pool.can_give() || pool.is_full();
            if pool.people == pool.places && edge {
                // Instead of going further, the one in the pool who would gain most from
                // a home may have to go, if that is not the one who comes.
                let further = if pool.is_full() { NEVER } else { self.tree.ground };
                let keenest = self.keenest(group);
                let instead = keenest.map_or(NEVER, |(worth, _)| pools::price_of(worth));
                let price = instead.min(further);
                let far = self.far;
                let pool = &mut self.pools[group];
                if price >= NEVER / 2 && worth <= -NEVER / 2 {
                    return Err(self.stuck(Some(person)));
                }
                if price > pool.price {
                    // Nobody can be sent away and nobody let in: any price will do that
                    // makes a home worth more.
                    pool.price = price.min(pool.price.max(far - worth));
                    continue;
                }
                if instead < further {
                    pool.price += self.epsilon;
                    let out = pool.leave();
                    pool.add(person, worth);
                    self.stay[person as usize] = Stay::Pool;
                    self.stay[out as usize] = Stay::Looking;
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
            self.stay[person as usize] = Stay::Pool;
            return Ok(());
        }
    }

    fn take(&mut self, person: u32, best: Best, unplaced: i64) -> Result<(), SolveError> {
        let home = best.arc.home as usize;
        if self.tree.price[home] >= NEVER / 2 {
            return Err(self.stuck(Some(person)));
        }
        // Who has nothing else does not pay without end.
        let second = best.second.max(unplaced).max(best.worth - self.far).min(best.worth);
        let price = self.tree.price[home] + (best.worth - second) + self.epsilon;
        self.stay[person as usize] = Stay::Home(best.arc);
        let before = std::mem::replace(&mut self.occupant[home], person);
        if self.tree.counts[home] {
            self.tree.raise(best.arc.home, price);
            self.leave(before);
            return Ok(());
        }
        self.tree.price[home] = price;
        match self.tree.enter(best.arc.home) {
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
            self.stay[before as usize] = Stay::Looking;
            self.looking.push_back(before);
        }
    }

    /// Places wait and nobody looks: everything else becomes dearer, until the first
    /// who has something else would rather come.
    fn raise_ground(&mut self) -> Result<(), SolveError> {
        self.grow_impatient(None)?;
        let (mut price, root) = self.tree.cheapest_at_root();
        let mut from = None;
        for group in 0..self.pools.len() {
            let pool = &self.pools[group];
            if !pool.can_give() || pool.places == 0 {
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
            return Err(self.stuck(None));
        }
        self.tree.ground = self.tree.ground.max(price + self.epsilon);
        let Some(group) = from else {
            self.give_up(root);
            return Ok(());
        };
        let pool = &mut self.pools[group];
        pool.places -= 1;
        if pool.people > pool.places {
            let out = pool.leave();
            self.stay[out as usize] = Stay::Looking;
            self.looking.push_back(out);
        } else {
            self.lacking -= 1;
        }
        Ok(())
    }
}
