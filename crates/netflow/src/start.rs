use crate::{Network, solver::TREE, tree::Tree};

/// How often the arcs are gone through; what is not reached by then starts loose.
const ROUNDS: usize = 16;

/// A first tree in which as many nodes as can be hang on an arc that leads towards
/// node 0, so that the first flows need no rebuilding. Nothing flows on those arcs and
/// each could carry something, so the tree is strongly feasible.
pub(crate) fn lead_home(network: &Network, tree: &mut Tree, rest: &mut [i8]) {
    let mut led = vec![false; network.nodes() as usize];
    let Some(home) = led.first_mut() else {
        return;
    };
    *home = true;
    let arcs = || (0_u32..).zip(network.from.iter().zip(&network.to).zip(&network.capacity));
    for _ in 0..ROUNDS {
        let mut found = false;
        for (arc, ((&from, &to), &capacity)) in arcs() {
            if led[to as usize] && !led[from as usize] && capacity > 0 {
                led[from as usize] = true;
                found = true;
                // In the tree node `n` is `n + 1`.
                tree.detach(from + 1);
                tree.attach(from + 1, to + 1);
                tree.links[from as usize + 1].arc = arc;
                rest[arc as usize] = TREE;
            }
        }
        if !found {
            break;
        }
    }
    tree.shift(1, 0);
}
