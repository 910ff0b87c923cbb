use crate::solver::Solver;

/// Where the search for an arc that would improve the flow stopped last time.
#[derive(Debug, Default)]
pub(crate) struct Search {
    next: usize,
}

impl Search {
    /// The arc that improves most among a block of arcs, going round; `None` when no
    /// arc improves. Blocks of about the root of the number of arcs weigh the cost
    /// of looking against the quality of the find.
    pub(crate) fn find(&mut self, solver: &Solver) -> Option<u32> {
        let arcs = &solver.active;
        let block = arcs.len().isqrt().max(64);
        let mut best = None;
        let mut gain = 0;
        let mut at = if self.next < arcs.len() { self.next } else { 0 };
        let mut left = arcs.len();
        while left > 0 {
            // A stretch ends at the end of the list, of the block, or of the round.
            let stretch = block.min(left).min(arcs.len() - at);
            for &arc in &arcs[at..at + stretch] {
                let rest = solver.rest[arc as usize];
                // At nothing a negative reduced cost improves, at capacity a positive one.
                let better = -solver.reduced_now(arc) * i64::from(rest);
                if better > gain {
                    gain = better;
                    best = Some(arc);
                }
            }
            left -= stretch;
            at += stretch;
            if at == arcs.len() {
                at = 0;
            }
            if best.is_some() {
                break;
            }
        }
        self.next = at;
        best
    }
}
