use super::{Auction, LARGEST, NONE, Stay, tree::Tree};
use crate::{Instance, Plan, Prices};

impl Auction<'_> {
    /// Puts everybody where they were before, at the prices of before, as far as that
    /// can still be; the others look.
    pub(super) fn start_from(&mut self, plan: &Plan, prices: &Prices) {
        let scale = self.bids.scale;
        let mut places = vec![0_i64; self.tree.parent.len()];
        for (at, node) in self.instance.nodes().iter().enumerate() {
            let above = node.parent.map_or(0, |parent| places[parent as usize]);
            places[at] = bounded(above + scaled(prices.node.get(at), scale));
        }
        for (home, &at) in self.instance.homes().iter().enumerate() {
            let own = scaled(prices.home.get(home), scale).max(0);
            self.tree.price[home] = places[at as usize] + own;
        }
        for (group, pool) in self.pools.iter_mut().enumerate() {
            pool.price = -scaled(prices.group.get(group), scale);
        }
        for person in 0..self.stay.len() {
            let home = plan.home_of.get(person).copied().flatten();
            let Some(home) = home else { continue };
            let pairs = self.instance.pairs(person);
            let Ok(at) = pairs.binary_search_by_key(&home, |arc| arc.home) else { continue };
            if std::mem::replace(&mut self.tree.counts[home as usize], true) {
                continue;
            }
            self.stay[person] = Stay::Home(pairs[at]);
            self.occupant[home as usize] = u32::try_from(person).unwrap_or(NONE);
        }
        self.settle_pins();
        for out in self.tree.start_from(self.instance, &places) {
            let before = std::mem::replace(&mut self.occupant[out as usize], NONE);
            self.stay[before as usize] = Stay::Looking;
        }
        self.wait_in_pools(plan);
        self.looking.clear();
        for (person, &stay) in (0..).zip(&self.stay) {
            if stay == Stay::Looking {
                self.looking.push_back(person);
            }
        }
        self.lacking = self.tree.lack.iter().map(|&lack| u64::from(lack)).sum();
        for pool in &self.pools {
            self.lacking += u64::from(pool.places - pool.people);
        }
    }

    /// Who has one pair only, with a home whose own place must be filled, lives there: at
    /// a price at which they would as soon have none.
    fn settle_pins(&mut self) {
        for person in 0..self.stay.len() {
            let [arc] = self.instance.pairs(person) else { continue };
            let home = arc.home as usize;
            let node = self.tree.node[home] as usize;
            let alone = self.tree.homes(node).len() == 1 && self.tree.children(node).is_empty();
            if self.tree.counts[home] || !alone || self.tree.lower[node] == 0 {
                continue;
            }
            let group = self.instance.people()[person].group as usize;
            self.tree.price[home] =
                i64::from(arc.weight) * self.bids.scale + self.pools[group].price;
            self.tree.counts[home] = true;
            self.stay[person] = Stay::Home(*arc);
            self.occupant[home] = u32::try_from(person).unwrap_or(NONE);
        }
    }

    /// Who had no home before waits in the pool, as far as there is room.
    fn wait_in_pools(&mut self, plan: &Plan) {
        for person in 0..self.stay.len() {
            let had_none =
                self.stay[person] == Stay::Looking && plan.home_of.get(person) == Some(&None);
            let group = self.instance.people()[person].group as usize;
            let pool = &mut self.pools[group];
            if had_none && pool.has_room() {
                // What a home is worth to them is looked up when it matters.
                pool.add(u32::try_from(person).unwrap_or(NONE), i64::MAX / 4);
                self.stay[person] = Stay::Pool;
            }
        }
        self.pools.iter_mut().for_each(super::Pool::promise);
    }
}

/// Prices only say where to begin: those of quite another instance may be beyond what
/// can be added up.
fn bounded(price: i64) -> i64 {
    price.clamp(-LARGEST, LARGEST)
}

fn scaled(price: Option<&i64>, scale: i64) -> i64 {
    price.map_or(0, |price| bounded(price.saturating_mul(scale)))
}

impl Tree {
    /// Counts what is lived in, and gives up the cheapest where it is too much; these
    /// come back. `places` are the prices of a place in each node.
    fn start_from(&mut self, instance: &Instance, places: &[i64]) -> Vec<u32> {
        let order = self.children_first();
        for &at in &order {
            let at = at as usize;
            let homes = self.homes(at).iter().filter(|&&home| self.counts[home as usize]);
            let mut below = u32::try_from(homes.count()).unwrap_or(NONE);
            for &child in self.children(at) {
                below += self.flow[child as usize];
            }
            self.flow[at] = below.max(self.lower[at]);
            self.lack[at] = self.flow[at] - below;
            self.cheapest[at] = self.look(at);
        }
        let mut out = Vec::new();
        for &at in &order {
            while self.flow[at as usize] > self.upper[at as usize] {
                let home = self.find_cheapest(at as usize, NONE);
                if home == NONE {
                    break;
                }
                self.take_out(home);
                out.push(home);
            }
        }
        // A place that waits costs no more than what is open around it: once it is
        // filled, that is what the next one costs.
        for &at in order.iter().rev() {
            let node = at as usize;
            let own = places.get(node).copied().filter(|_| node < instance.nodes().len());
            let open = match self.parent[node] {
                _ if self.is_full(node) => i64::MAX,
                NONE => self.ground,
                parent => self.floor_price[parent as usize],
            };
            self.floor_price[node] = own.unwrap_or(open).min(open);
        }
        for home in 0..self.price.len() {
            if !self.counts[home] {
                self.price[home] = self.entry_price(u32::try_from(home).unwrap_or(NONE));
            }
        }
        out
    }

    /// A home no longer counts: its place is given up, as far as no floor keeps it.
    fn take_out(&mut self, home: u32) {
        self.counts[home as usize] = false;
        let mut at = self.node[home as usize];
        while at != NONE {
            if !self.can_give(at as usize) {
                self.lack[at as usize] += 1;
                break;
            }
            self.flow[at as usize] -= 1;
            at = self.parent[at as usize];
        }
        let mut at = self.node[home as usize];
        while at != NONE {
            self.cheapest[at as usize] = self.look(at as usize);
            at = self.parent[at as usize];
        }
    }

    fn children_first(&self) -> Vec<u32> {
        let mut order = self.roots.clone();
        let mut at = 0;
        while let Some(&node) = order.get(at) {
            order.extend_from_slice(self.children(node as usize));
            at += 1;
        }
        order.reverse();
        order
    }
}
