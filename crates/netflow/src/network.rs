/// Why a network or its goals cannot be worked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NetworkError {
    /// An arc to or from a node that does not exist.
    #[error("arc names node {node}, but there are {nodes} nodes")]
    Node {
        /// The node it names.
        node: u32,
        /// How many there are.
        nodes: u32,
    },
    /// A capacity below nothing.
    #[error("capacity {0} is negative")]
    Capacity(i64),
    /// More nodes or arcs than 32-bit numbers can name.
    #[error("network has more than four thousand million nodes or arcs")]
    TooLarge,
    /// Costs or capacities so large that a sum of them would not be exact.
    #[error("costs of tier {tier} are too large to add up exactly")]
    Overflow {
        /// The goal they belong to, counted from 0.
        tier: usize,
    },
}

/// Nodes numbered from 0 and arcs numbered in the order they are added.
///
/// 16 bytes an arc. Parallel arcs are fine and are how a price that rises with the
/// flow is written: a reward for each unit, falling from unit to unit.
#[derive(Debug, Clone, Default)]
pub struct Network {
    nodes: u32,
    pub(crate) from: Vec<u32>,
    pub(crate) to: Vec<u32>,
    pub(crate) capacity: Vec<i64>,
}

/// Above this a capacity could make a flow overflow when two are added.
const MOST: i64 = i64::MAX / 4;

impl Network {
    /// A network of nodes without arcs.
    pub fn new(nodes: u32) -> Self {
        Self { nodes, ..Self::default() }
    }

    /// How many nodes there are.
    pub fn nodes(&self) -> u32 {
        self.nodes
    }

    /// How many arcs there are.
    pub fn arcs(&self) -> usize {
        self.from.len()
    }

    /// Where an arc starts and ends, and what it can carry.
    ///
    /// # Panics
    /// When there is no such arc.
    pub fn arc(&self, arc: u32) -> (u32, u32, i64) {
        let at = arc as usize;
        (self.from[at], self.to[at], self.capacity[at])
    }

    /// Makes room for that many more arcs at once.
    pub fn reserve(&mut self, arcs: usize) {
        self.from.reserve_exact(arcs);
        self.to.reserve_exact(arcs);
        self.capacity.reserve_exact(arcs);
    }

    /// One more node; gives its number.
    pub fn add_node(&mut self) -> Result<u32, NetworkError> {
        // Two numbers are kept: the tree's own root and "none".
        if self.nodes >= u32::MAX - 2 {
            return Err(NetworkError::TooLarge);
        }
        self.nodes += 1;
        Ok(self.nodes - 1)
    }

    /// One more arc; gives its number. A capacity of nothing is allowed.
    pub fn add_arc(&mut self, from: u32, to: u32, capacity: i64) -> Result<u32, NetworkError> {
        for node in [from, to] {
            if node >= self.nodes {
                return Err(NetworkError::Node { node, nodes: self.nodes });
            }
        }
        if capacity < 0 {
            return Err(NetworkError::Capacity(capacity));
        }
        let number = u32::try_from(self.from.len()).map_err(|_| NetworkError::TooLarge)?;
        if capacity > MOST || number >= u32::MAX - 1 {
            return Err(NetworkError::TooLarge);
        }
        self.from.push(from);
        self.to.push(to);
        self.capacity.push(capacity);
        Ok(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arc_to_a_node_that_does_not_exist_is_refused() {
        let mut network = Network::new(2);
        assert_eq!(network.add_arc(0, 2, 1), Err(NetworkError::Node { node: 2, nodes: 2 }));
    }

    #[test]
    fn a_capacity_below_nothing_is_refused() {
        assert_eq!(Network::new(2).add_arc(0, 1, -1), Err(NetworkError::Capacity(-1)));
    }
}
