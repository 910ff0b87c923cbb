use crate::Instance;

/// No node, no home, nobody.
pub(super) const NONE: u32 = u32::MAX;

/// A price nobody can pay.
pub(super) const NEVER: i64 = i64::MAX / 4;

/// More children than this are put under nodes of their own, so that finding the
/// cheapest among them stays short.
const WIDEST: usize = 8;

/// The areas, how many places are promised in each, and the cheapest home that
/// could be given up again.
///
/// A home *counts* when its place is promised in all areas around it: it is lived in,
/// or it waits for somebody at its price. Prices of homes are whole prices: what the
/// areas around ask is in them.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) parent: Vec<u32>,
    pub(super) roots: Vec<u32>,
    pub(super) lower: Vec<u32>,
    pub(super) upper: Vec<u32>,
    /// The children of node `k` are those from `first_child[k]` to `first_child[k + 1]`.
    first_child: Vec<u32>,
    children: Vec<u32>,
    /// The homes right in node `k`, in the same way.
    first_home: Vec<u32>,
    homes: Vec<u32>,
    /// The node of each home.
    pub(super) node: Vec<u32>,
    /// Places promised.
    pub(super) flow: Vec<u32>,
    /// Places promised to reach a floor, that no home counts for yet.
    pub(super) lack: Vec<u32>,
    /// What a place costs where a floor is not reached.
    pub(super) floor_price: Vec<i64>,
    /// The price of the cheapest home below that counts and could be given up.
    pub(super) cheapest: Vec<i64>,
    pub(super) counts: Vec<bool>,
    pub(super) price: Vec<i64>,
    /// What a place costs where nothing is scarce.
    pub(super) ground: i64,
}

/// How a home comes to count.
pub(super) enum Entry {
    /// There was room all the way.
    Room,
    /// It helps to reach a floor.
    Floor,
    /// This home no longer counts.
    Instead(u32),
}

/// Where the price of a place is set.
enum Stop {
    Ground,
    Floor(usize),
    Instead(usize),
}

/// A floor that cannot be reached under the ceilings and homes below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Narrow {
    pub(super) node: u32,
    pub(super) asked: u64,
    pub(super) room: u64,
}

fn short(count: usize) -> u32 {
    // INVARIANT: an instance has at most `Instance::MOST` of anything.
    u32::try_from(count).unwrap_or(NONE)
}

/// Lists of lists: where each begins, and all after one another.
fn gather(lists: usize, of: impl Iterator<Item = (u32, u32)> + Clone) -> (Vec<u32>, Vec<u32>) {
    let mut first = vec![0_u32; lists + 1];
    for (list, _) in of.clone() {
        first[list as usize + 1] += 1;
    }
    for at in 0..lists {
        first[at + 1] += first[at];
    }
    let mut next = first.clone();
    let mut all = vec![0; first[lists] as usize];
    for (list, item) in of {
        all[next[list as usize] as usize] = item;
        next[list as usize] += 1;
    }
    (first, all)
}

impl Tree {
    /// The tree with nothing promised but what floors ask for.
    pub(super) fn new(instance: &Instance) -> Result<Self, Narrow> {
        let nodes = instance.nodes();
        let mut parent: Vec<_> = nodes.iter().map(|node| node.parent.unwrap_or(NONE)).collect();
        let mut node = instance.homes().to_vec();
        let mut asked = asked(instance)?;
        divide(&mut parent, &mut node, &mut asked);
        let count = parent.len();
        let mut lower: Vec<_> = nodes.iter().map(|node| node.bounds.lower).collect();
        let mut upper: Vec<_> = nodes.iter().map(|node| node.bounds.upper).collect();
        lower.resize(count, 0);
        upper.resize(count, NONE);
        let inner = (0..).zip(&parent).filter(|&(_, &up)| up != NONE);
        let (first_child, children) = gather(count, inner.map(|(at, &up)| (up, at)));
        let (first_home, homes) = gather(count, (0..).zip(&node).map(|(home, &at)| (at, home)));
        let mut lack = asked.clone();
        for (at, &up) in parent.iter().enumerate() {
            if up != NONE {
                lack[up as usize] -= asked[at];
            }
        }
        let roots = (0..).zip(&parent).filter(|&(_, &up)| up == NONE).map(|(at, _)| at).collect();
        Ok(Self {
            roots,
            flow: asked,
            lack,
            floor_price: vec![0; count],
            cheapest: vec![NEVER; count],
            counts: vec![false; node.len()],
            price: vec![0; node.len()],
            ground: 0,
            parent,
            lower,
            upper,
            first_child,
            children,
            first_home,
            homes,
            node,
        })
    }

    pub(super) fn children(&self, at: usize) -> &[u32] {
        &self.children[self.first_child[at] as usize..self.first_child[at + 1] as usize]
    }

    pub(super) fn homes(&self, at: usize) -> &[u32] {
        &self.homes[self.first_home[at] as usize..self.first_home[at + 1] as usize]
    }

    /// Whether one place less would still reach the floor.
    pub(super) fn can_give(&self, at: usize) -> bool {
        self.flow[at] > self.lower[at]
    }

    /// Whether no place more would keep the ceiling.
    pub(super) fn is_full(&self, at: usize) -> bool {
        self.flow[at] >= self.upper[at]
    }

    /// The price of a place in each node, from the root down: what the homes that
    /// count say of it. [`NEVER`] where nothing lives and nothing can be let in.
    pub(super) fn place_prices(&self) -> Vec<i64> {
        let mut prices = vec![NEVER; self.parent.len()];
        let mut next: Vec<_> = self.roots.iter().map(|&root| (root, self.ground)).collect();
        while let Some((at, above)) = next.pop() {
            let node = at as usize;
            let open = if self.is_full(node) { NEVER } else { above };
            prices[node] = self.cheapest[node].min(open);
            next.extend(self.children(node).iter().map(|&child| (child, prices[node])));
        }
        prices
    }

    pub(super) fn roots(&self) -> &[u32] {
        &self.roots
    }

    /// What a home that does not count costs: what it takes to make it count.
    pub(super) fn entry_price(&self, home: u32) -> i64 {
        self.stop(home).0
    }

    fn stop(&self, home: u32) -> (i64, Stop) {
        let mut at = self.node[home as usize] as usize;
        let (mut best, mut best_at) = (NEVER, at);
        loop {
            if self.lack[at] > 0 && self.floor_price[at] <= best {
                return (self.floor_price[at], Stop::Floor(at));
            }
            if self.cheapest[at] < best {
                (best, best_at) = (self.cheapest[at], at);
            }
            if self.lack[at] > 0 || self.is_full(at) {
                return (best, Stop::Instead(best_at));
            }
            match self.parent[at] {
                NONE if self.ground <= best => return (self.ground, Stop::Ground),
                NONE => return (best, Stop::Instead(best_at)),
                parent => at = parent as usize,
            }
        }
    }

    /// Makes a home count at its price.
    pub(super) fn enter(&mut self, home: u32) -> Entry {
        let (_, stop) = self.stop(home);
        self.counts[home as usize] = true;
        let (entry, until) = match stop {
            Stop::Ground => (Entry::Room, NONE),
            Stop::Floor(at) => {
                self.lack[at] -= 1;
                (Entry::Floor, short(at))
            }
            Stop::Instead(at) => {
                let out = self.find_cheapest(at, home);
                self.counts[out as usize] = false;
                self.along(out, short(at), |flow| *flow -= 1);
                (Entry::Instead(out), short(at))
            }
        };
        self.along(home, until, |flow| *flow += 1);
        if let Entry::Instead(out) = entry {
            self.look_again(self.node[out as usize], until);
        }
        self.look_again(self.node[home as usize], until);
        entry
    }

    /// The cheapest home that could be given up altogether, with its root.
    pub(super) fn cheapest_at_root(&self) -> (i64, usize) {
        let giving = self.roots.iter().map(|&at| at as usize).filter(|&at| self.can_give(at));
        giving.map(|at| (self.cheapest[at], at)).min().unwrap_or((NEVER, 0))
    }

    /// Gives up the cheapest home below a root; it no longer counts.
    pub(super) fn give_up(&mut self, root: usize) -> u32 {
        let out = self.find_cheapest(root, NONE);
        self.counts[out as usize] = false;
        self.along(out, NONE, |flow| *flow -= 1);
        self.look_again(self.node[out as usize], NONE);
        out
    }

    /// Raises the price of a home that counts.
    pub(super) fn raise(&mut self, home: u32, price: i64) {
        let before = std::mem::replace(&mut self.price[home as usize], price);
        let mut at = self.node[home as usize] as usize;
        // Only who was the cheapest can change what is cheapest.
        while self.cheapest[at] == before {
            let now = self.look(at);
            if now == before {
                return;
            }
            self.cheapest[at] = now;
            match self.parent[at] {
                NONE => return,
                parent => at = parent as usize,
            }
        }
    }

    fn along(&mut self, home: u32, until: u32, mut change: impl FnMut(&mut u32)) {
        let mut at = self.node[home as usize];
        while at != until {
            change(&mut self.flow[at as usize]);
            at = self.parent[at as usize];
        }
    }

    /// Looks again for the cheapest from a node up: as far as counts changed, and
    /// further while it makes a difference.
    fn look_again(&mut self, from: u32, until: u32) {
        let mut at = from;
        let mut changed = true;
        while at != NONE {
            let now = self.look(at as usize);
            let same = std::mem::replace(&mut self.cheapest[at as usize], now) == now;
            changed &= at != until;
            if !changed && same {
                return;
            }
            at = self.parent[at as usize];
        }
    }

    pub(super) fn look(&self, at: usize) -> i64 {
        let mut best = NEVER;
        for &home in self.homes(at) {
            if self.counts[home as usize] {
                best = best.min(self.price[home as usize]);
            }
        }
        for &child in self.children(at) {
            if self.can_give(child as usize) {
                best = best.min(self.cheapest[child as usize]);
            }
        }
        best
    }

    /// The cheapest home below a node that counts, but not the one that comes.
    pub(super) fn find_cheapest(&self, from: usize, not: u32) -> u32 {
        let mut at = from;
        loop {
            let best = self.cheapest[at];
            let fits = |&&home: &&u32| {
                home != not && self.counts[home as usize] && self.price[home as usize] == best
            };
            if let Some(&home) = self.homes(at).iter().find(fits) {
                return home;
            }
            let fits = |&&child: &&u32| {
                self.can_give(child as usize) && self.cheapest[child as usize] == best
            };
            match self.children(at).iter().find(fits) {
                Some(&child) => at = child as usize,
                // INVARIANT: `cheapest` is the price of some home below.
                None => return NONE,
            }
        }
    }
}

/// What must be placed in each node so that its floor and those below are reached.
fn asked(instance: &Instance) -> Result<Vec<u32>, Narrow> {
    let nodes = instance.nodes();
    let mut room = vec![0_u64; nodes.len()];
    let mut asked = vec![0_u64; nodes.len()];
    for &at in instance.homes() {
        room[at as usize] += 1;
    }
    for at in (0..nodes.len()).rev() {
        let node = nodes[at];
        room[at] = room[at].min(u64::from(node.bounds.upper));
        asked[at] = asked[at].max(u64::from(node.bounds.lower));
        if asked[at] > room[at] {
            return Err(Narrow { node: short(at), asked: asked[at], room: room[at] });
        }
        if let Some(parent) = node.parent {
            room[parent as usize] += room[at];
            asked[parent as usize] += asked[at];
        }
    }
    Ok(asked.into_iter().map(|it| u32::try_from(it).unwrap_or(NONE)).collect())
}

/// Puts the children of wide nodes under new nodes that bind nothing.
fn divide(parent: &mut Vec<u32>, node: &mut [u32], asked: &mut Vec<u32>) {
    let mut below = vec![0_u32; parent.len()];
    for &up in parent.iter().chain(node.iter()) {
        if up != NONE {
            below[up as usize] += 1;
        }
    }
    let given = parent.len();
    let wide: Vec<_> = (0..given).filter(|&at| below[at] as usize > WIDEST).collect();
    if wide.is_empty() {
        return;
    }
    let mut lists = vec![Vec::new(); given];
    for (at, &up) in parent.iter().enumerate() {
        if up != NONE && below[up as usize] as usize > WIDEST {
            lists[up as usize].push((false, at));
        }
    }
    for (home, &up) in node.iter().enumerate() {
        if below[up as usize] as usize > WIDEST {
            lists[up as usize].push((true, home));
        }
    }
    for at in wide {
        let mut list = std::mem::take(&mut lists[at]);
        while list.len() > WIDEST {
            let mut above = Vec::with_capacity(list.len() / WIDEST + 1);
            for part in list.chunks(WIDEST) {
                let new = parent.len();
                parent.push(short(at));
                let mut floors = 0;
                for &(is_home, child) in part {
                    if is_home {
                        node[child] = short(new);
                    } else {
                        parent[child] = short(new);
                        floors += asked[child];
                    }
                }
                asked.push(floors);
                above.push((false, new));
            }
            list = above;
        }
    }
}
