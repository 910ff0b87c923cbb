use crate::{
    solver::{EMPTY, FULL, Solver, TREE},
    tree::{Link, NONE},
};

/// The tree arc that stops a change of flow first.
struct Stop {
    /// The arc above this node.
    node: u32,
    /// It lies on the side the flow comes from.
    behind: bool,
}

impl Solver {
    /// Brings an arc into the tree: as much flow as fits goes round the circle it
    /// closes, and the arc that stops it leaves the tree.
    ///
    /// Of several that stop it, the last one seen from the top of the circle in the
    /// direction of the flow leaves; that keeps the tree strongly feasible
    /// (Cunningham, "A network simplex method", 1976).
    pub(crate) fn pivot(&mut self, entering: u32) {
        let (from, to) = self.ends(entering);
        let empty = self.rest[entering as usize] == EMPTY;
        let (behind, ahead) = if empty { (from, to) } else { (to, from) };
        let capacity = self.network.capacity[entering as usize];
        let (amount, stop) = self.most_round(behind, ahead, capacity);
        if amount > 0 {
            self.send_round(behind, ahead, amount);
        }
        let Some(stop) = stop else {
            self.rest[entering as usize] = if empty { FULL } else { EMPTY };
            return;
        };
        let flow = if empty { amount } else { capacity - amount };
        let (below, above) = if stop.behind { (behind, ahead) } else { (ahead, behind) };
        let reduced = self.reduced_now(entering);
        self.retire(stop.node);
        self.rest[entering as usize] = TREE;
        self.hang(below, above, stop.node, (entering, below == from, flow));
        self.tree.shift(below, if below == from { -reduced } else { reduced });
    }

    /// How much fits round the circle, and which tree arc stops it; no arc when the
    /// entering arc itself does.
    fn most_round(&self, behind: u32, ahead: u32, capacity: i64) -> (i64, Option<Stop>) {
        let links = &self.tree.links;
        let (mut back, mut front) = (behind, ahead);
        let (mut amount, mut stop) = (capacity, None);
        while back != front {
            if links[back as usize].depth >= links[front as usize].depth {
                let link = &links[back as usize];
                let room = if link.up { link.flow } else { self.spare(link) };
                if room < amount {
                    amount = room;
                    stop = Some(Stop { node: back, behind: true });
                }
                back = link.parent;
            } else {
                let link = &links[front as usize];
                let room = if link.up { self.spare(link) } else { link.flow };
                if room <= amount {
                    amount = room;
                    stop = Some(Stop { node: front, behind: false });
                }
                front = link.parent;
            }
        }
        (amount, stop)
    }

    fn spare(&self, link: &Link) -> i64 {
        if link.arc == NONE {
            i64::MAX
        } else {
            self.network.capacity[link.arc as usize] - link.flow
        }
    }

    fn send_round(&mut self, behind: u32, ahead: u32, amount: i64) {
        let links = &mut self.tree.links;
        let (mut back, mut front) = (behind, ahead);
        while back != front {
            if links[back as usize].depth >= links[front as usize].depth {
                let link = &mut links[back as usize];
                link.flow += if link.up { -amount } else { amount };
                back = link.parent;
            } else {
                let link = &mut links[front as usize];
                link.flow += if link.up { amount } else { -amount };
                front = link.parent;
            }
        }
    }

    /// Notes at which of its ends the arc above a node stays when it leaves.
    fn retire(&mut self, node: u32) {
        let link = &self.tree.links[node as usize];
        if link.arc != NONE {
            self.rest[link.arc as usize] = if link.flow == 0 { EMPTY } else { FULL };
        }
    }

    /// Hangs the part cut off at `cut` under `above` by `node`, turning the links
    /// between the two round.
    fn hang(&mut self, node: u32, above: u32, cut: u32, arc: (u32, bool, i64)) {
        let (mut node, mut above, mut arc) = (node, above, arc);
        loop {
            let old = self.tree.links[node as usize];
            self.tree.detach(node);
            self.tree.attach(node, above);
            let link = &mut self.tree.links[node as usize];
            (link.arc, link.up, link.flow) = arc;
            if node == cut {
                return;
            }
            arc = (old.arc, !old.up, old.flow);
            above = node;
            node = old.parent;
        }
    }
}
