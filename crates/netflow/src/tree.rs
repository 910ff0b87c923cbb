/// No node, or the arc that ties a node to the tree's own root.
pub(crate) const NONE: u32 = u32::MAX;

/// A spanning tree over the nodes and one extra root, with the flow on its arcs.
///
/// At the start each node hangs on the extra root by an arc of its own. Those arcs
/// point at the root and nothing leaves the root, so in a circulation they never
/// carry anything: they need no cost and no large weight, and once out of the tree
/// they never come back.
///
/// INVARIANT (strongly feasible): from every node some flow could still be sent up
/// to the root. `pivot.rs` keeps it; it is what rules out going round in circles.
#[derive(Debug, Clone)]
pub(crate) struct Tree {
    pub(crate) root: u32,
    pub(crate) links: Vec<Link>,
    /// Prices of the tier at hand; an arc's reduced cost is its cost, plus the price
    /// where it starts, less the price where it ends.
    pub(crate) price: Vec<i64>,
    stack: Vec<u32>,
}

/// How one node hangs in the tree.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Link {
    pub(crate) parent: u32,
    /// The arc to the parent; [`NONE`] for the arc to the extra root.
    pub(crate) arc: u32,
    /// The arc points from the node to its parent.
    pub(crate) up: bool,
    pub(crate) depth: u32,
    pub(crate) flow: i64,
    first_child: u32,
    next: u32,
    previous: u32,
}

impl Link {
    const LOOSE: Self = Self {
        parent: NONE,
        arc: NONE,
        up: true,
        depth: 0,
        flow: 0,
        first_child: NONE,
        next: NONE,
        previous: NONE,
    };
}

impl Tree {
    pub(crate) fn star(nodes: u32) -> Self {
        let mut tree =
            Self { root: 0, links: vec![Link::LOOSE], price: vec![0], stack: Vec::new() };
        for _ in 0..nodes {
            tree.grow();
        }
        tree
    }

    /// One more node, hanging on the root. The root has number 0 in here and node
    /// `n` has `n + 1`, so that nodes can be added later.
    pub(crate) fn grow(&mut self) {
        let node = self.links.len();
        self.links.push(Link { depth: 1, ..Link::LOOSE });
        self.price.push(0);
        // INVARIANT: `Network` counts its nodes in 32 bits and keeps two in hand.
        self.attach(u32::try_from(node).unwrap_or(NONE), self.root);
    }

    pub(crate) fn attach(&mut self, node: u32, parent: u32) {
        let sibling = self.links[parent as usize].first_child;
        let link = &mut self.links[node as usize];
        link.parent = parent;
        link.next = sibling;
        link.previous = NONE;
        if sibling != NONE {
            self.links[sibling as usize].previous = node;
        }
        self.links[parent as usize].first_child = node;
    }

    pub(crate) fn detach(&mut self, node: u32) {
        let Link { parent, next, previous, .. } = self.links[node as usize];
        if previous == NONE {
            self.links[parent as usize].first_child = next;
        } else {
            self.links[previous as usize].next = next;
        }
        if next != NONE {
            self.links[next as usize].previous = previous;
        }
    }

    /// Moves all prices below and at a node by the same amount, and sets depths anew.
    pub(crate) fn shift(&mut self, node: u32, by: i64) {
        let mut stack = std::mem::take(&mut self.stack);
        stack.push(node);
        while let Some(at) = stack.pop() {
            self.price[at as usize] += by;
            let Link { parent, first_child, .. } = self.links[at as usize];
            self.links[at as usize].depth = self.links[parent as usize].depth + 1;
            let mut child = first_child;
            while child != NONE {
                stack.push(child);
                child = self.links[child as usize].next;
            }
        }
        self.stack = stack;
    }

    /// Prices for new costs: the reduced cost of every tree arc is zero.
    pub(crate) fn reprice(&mut self, cost: &[i64]) {
        let mut stack = std::mem::take(&mut self.stack);
        self.price[self.root as usize] = 0;
        stack.push(self.root);
        while let Some(at) = stack.pop() {
            let price = self.price[at as usize];
            let mut child = self.links[at as usize].first_child;
            while child != NONE {
                let link = self.links[child as usize];
                let cost = if link.arc == NONE { 0 } else { cost[link.arc as usize] };
                self.price[child as usize] = if link.up { price - cost } else { price + cost };
                stack.push(child);
                child = link.next;
            }
        }
        self.stack = stack;
    }
}
