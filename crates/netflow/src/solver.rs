use crate::{Network, NetworkError, pricing::Search, tree::Tree};

/// An arc outside the tree that carries nothing.
pub(crate) const EMPTY: i8 = 1;
/// An arc outside the tree that carries all it can.
pub(crate) const FULL: i8 = -1;
/// An arc in the tree.
pub(crate) const TREE: i8 = 0;

/// The costs of every arc for every goal; goals in strict order, lower is better.
pub trait Objectives {
    /// How many goals.
    fn tiers(&self) -> usize;
    /// Cost of one unit on an arc for a goal. Asked once for each arc and goal in
    /// each solve, arcs in order.
    fn cost(&self, tier: usize, arc: u32) -> i64;
}

impl<const N: usize> Objectives for [Vec<i64>; N] {
    fn tiers(&self) -> usize {
        N
    }

    fn cost(&self, tier: usize, arc: u32) -> i64 {
        self[tier][arc as usize]
    }
}

impl Objectives for Vec<Vec<i64>> {
    fn tiers(&self) -> usize {
        self.len()
    }

    fn cost(&self, tier: usize, arc: u32) -> i64 {
        self[tier][arc as usize]
    }
}

/// What is known of a goal once it is optimal.
#[derive(Debug, Clone)]
struct Tier {
    objective: i64,
    bound: i64,
    price: Vec<i64>,
}

/// A network with its flow, its spanning tree and what is proven about it.
///
/// 25 bytes an arc on top of [`Network`]'s 16 while it solves. To try a change,
/// clone it, add nodes or arcs, and solve again: it starts from the tree it has, so
/// that a small change costs little more than one look at every arc for each goal.
/// A higher capacity is a parallel arc. Anything else needs a new solver.
#[derive(Debug, Clone)]
pub struct Solver {
    pub(crate) network: Network,
    pub(crate) tree: Tree,
    /// [`EMPTY`], [`FULL`] or [`TREE`] for each arc.
    pub(crate) rest: Vec<i8>,
    /// Arcs that may still change in this tier, in order.
    pub(crate) active: Vec<u32>,
    cost: Vec<i64>,
    tiers: Vec<Tier>,
}

impl Solver {
    /// Nothing flows yet. Quickest when everything flows back to node 0.
    pub fn new(network: Network) -> Self {
        let mut tree = Tree::star(network.nodes());
        let mut rest = vec![EMPTY; network.arcs()];
        crate::start::lead_home(&network, &mut tree, &mut rest);
        Self { network, tree, rest, active: Vec::new(), cost: Vec::new(), tiers: Vec::new() }
    }

    /// The network as it stands.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// One more node; gives its number.
    pub fn add_node(&mut self) -> Result<u32, NetworkError> {
        let node = self.network.add_node()?;
        self.tree.grow();
        Ok(node)
    }

    /// One more arc, carrying nothing until the next solve; gives its number.
    pub fn add_arc(&mut self, from: u32, to: u32, capacity: i64) -> Result<u32, NetworkError> {
        let arc = self.network.add_arc(from, to, capacity)?;
        self.rest.push(EMPTY);
        Ok(arc)
    }

    /// Finds the best flow for all goals in order. Deterministic: the same network,
    /// costs and start give the same flow.
    ///
    /// Fails when costs are too large to add up exactly; the flow is then still a
    /// valid one, and optimal for the goals before the one named.
    pub fn solve(&mut self, goals: &impl Objectives) -> Result<(), NetworkError> {
        let arcs = u32::try_from(self.network.arcs()).map_err(|_| NetworkError::TooLarge)?;
        self.tiers.clear();
        self.active = (0..arcs).collect();
        for tier in 0..goals.tiers() {
            self.cost.clear();
            self.cost.extend((0..arcs).map(|arc| goals.cost(tier, arc)));
            self.guard(tier)?;
            self.tree.reprice(&self.cost);
            let mut search = Search::default();
            while let Some(arc) = search.find(self) {
                self.pivot(arc);
            }
            let solved = self.prove().ok_or(NetworkError::Overflow { tier })?;
            self.tiers.push(solved);
            self.freeze();
        }
        self.active = Vec::new();
        self.cost = Vec::new();
        Ok(())
    }

    /// A price is the cost along at most one path of the tree, and a reduced cost
    /// the cost along a path there and back.
    fn guard(&self, tier: usize) -> Result<(), NetworkError> {
        let largest = self.cost.iter().map(|cost| cost.unsigned_abs()).max().unwrap_or(0);
        let longest = u128::from(self.network.nodes()) + 2;
        let most = u128::from(largest) * longest * 4;
        if most > u128::from(i64::MAX.unsigned_abs()) {
            return Err(NetworkError::Overflow { tier });
        }
        Ok(())
    }

    /// The objective by adding up, and the bound by the prices: arcs that were free
    /// in this tier at their best, the others as they are. `None` when a sum does
    /// not fit.
    fn prove(&self) -> Option<Tier> {
        let (mut objective, mut bound) = (0_i128, 0_i128);
        let mut free = self.active.iter().copied().peekable();
        for (arc, &cost) in (0_u32..).zip(&self.cost) {
            let flow = i128::from(self.flow(arc));
            let reduced = i128::from(self.reduced_now(arc));
            objective += i128::from(cost) * flow;
            bound += if free.next_if_eq(&arc).is_some() {
                reduced.min(0) * i128::from(self.network.capacity[arc as usize])
            } else {
                reduced * flow
            };
        }
        Some(Tier {
            objective: i64::try_from(objective).ok()?,
            bound: i64::try_from(bound).ok()?,
            price: self.tree.price.clone(),
        })
    }

    /// Leaves only arcs that may change without touching this tier's optimum.
    fn freeze(&mut self) {
        let mut active = std::mem::take(&mut self.active);
        active.retain(|&arc| self.rest[arc as usize] == TREE || self.reduced_now(arc) == 0);
        self.active = active;
    }

    pub(crate) fn ends(&self, arc: u32) -> (u32, u32) {
        // In the tree the extra root is 0 and node `n` is `n + 1`.
        (self.network.from[arc as usize] + 1, self.network.to[arc as usize] + 1)
    }

    pub(crate) fn reduced_now(&self, arc: u32) -> i64 {
        let (from, to) = self.ends(arc);
        let price = &self.tree.price;
        self.cost[arc as usize] + price[from as usize] - price[to as usize]
    }

    /// What an arc carries.
    ///
    /// # Panics
    /// When there is no such arc.
    pub fn flow(&self, arc: u32) -> i64 {
        match self.rest[arc as usize] {
            EMPTY => 0,
            FULL => self.network.capacity[arc as usize],
            _ => {
                let (from, to) = self.ends(arc);
                let links = &self.tree.links;
                let at = if links[from as usize].arc == arc { from } else { to };
                links[at as usize].flow
            }
        }
    }

    /// The cost reached for a goal.
    ///
    /// # Panics
    /// When the goal has not been solved.
    pub fn objective(&self, tier: usize) -> i64 {
        self.tiers[tier].objective
    }

    /// The least cost any flow can have for a goal that is as good for all earlier
    /// goals, as the prices prove it. Equal to [`Self::objective`] after a solve.
    ///
    /// # Panics
    /// When the goal has not been solved.
    pub fn bound(&self, tier: usize) -> i64 {
        self.tiers[tier].bound
    }

    /// A node's price for a goal ("dual"). Any constant may be added to all.
    ///
    /// # Panics
    /// When the goal has not been solved or there is no such node.
    pub fn price(&self, tier: usize, node: u32) -> i64 {
        self.tiers[tier].price[node as usize + 1]
    }

    /// Reduced cost of an arc, there or imagined, for a goal.
    ///
    /// Read over the goals in order, the first that is not zero is positive for an
    /// arc that is better left empty, and says how much one unit on it would cost at
    /// least; negative for an arc that is better full.
    ///
    /// # Panics
    /// When the goal has not been solved or there is no such node.
    pub fn reduced_cost(&self, tier: usize, from: u32, to: u32, cost: i64) -> i64 {
        cost + self.price(tier, from) - self.price(tier, to)
    }
}
