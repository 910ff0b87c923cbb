use crate::solver::Solver;

/// How many promising arcs are kept from one look to the next.
const KEPT: usize = 48;

/// Where the search for an arc that would improve the flow stopped last time, and
/// which other arcs it saw on the way.
#[derive(Debug, Default)]
pub(crate) struct Search {
    next: usize,
    kept: Vec<u32>,
    turns: usize,
}

impl Search {
    /// An arc that improves, the best of those at hand; `None` when no arc does.
    ///
    /// Looking at all arcs for the best costs too much, taking the first that improves
    /// finds poor ones. So arcs are looked at in blocks of about the root of their
    /// number, going round; those that improve are kept and looked at again first.
    pub(crate) fn find(&mut self, solver: &Solver) -> Option<u32> {
        if self.turns > 0 {
            self.turns -= 1;
            self.kept.retain(|&arc| gain(solver, arc) > 0);
            if let Some(best) = self.best(solver) {
                return Some(best);
            }
        }
        self.look(solver);
        self.turns = self.kept.len() / 2;
        self.best(solver)
    }

    fn best(&self, solver: &Solver) -> Option<u32> {
        self.kept.iter().copied().max_by_key(|&arc| (gain(solver, arc), std::cmp::Reverse(arc)))
    }

    /// Goes on from where it stopped, for at least a block and until something is found.
    fn look(&mut self, solver: &Solver) {
        let arcs = &solver.active;
        let block = arcs.len().isqrt().max(64);
        let mut at = if self.next < arcs.len() { self.next } else { 0 };
        let mut left = arcs.len();
        self.kept.clear();
        while left > 0 && self.kept.is_empty() {
            // A stretch ends at the end of the list, of the block, or of the round.
            let stretch = block.min(left).min(arcs.len() - at);
            for &arc in &arcs[at..at + stretch] {
                if gain(solver, arc) > 0 {
                    self.kept.push(arc);
                }
            }
            left -= stretch;
            at += stretch;
            if at == arcs.len() {
                at = 0;
            }
        }
        if self.kept.len() > KEPT {
            self.kept.select_nth_unstable_by_key(KEPT, |&arc| (-gain(solver, arc), arc));
            self.kept.truncate(KEPT);
        }
        self.next = at;
    }
}

/// What one unit more on an empty arc, or one less on a full one, would gain.
fn gain(solver: &Solver, arc: u32) -> i64 {
    -solver.reduced_now(arc) * i64::from(solver.rest[arc as usize])
}
