use super::tree::Tree;
use crate::{Arc, Instance};

/// For each person the pairs that were best when all were last looked at.
///
/// Prices only rise, so what is not among them is worth at most what the best of
/// the rest was worth then: as long as the best remembered pair is worth more,
/// nothing else needs to be looked at.
#[derive(Debug)]
pub(super) struct Bids {
    width: usize,
    /// `width` for each person: the pairs, together so that looking at them is cheap.
    best: Vec<Arc>,
    /// Their places among all pairs.
    places: Vec<u32>,
    /// How many are remembered.
    known: Vec<u8>,
    /// What any other pair is worth at most.
    rest: Vec<i64>,
    pub(super) scale: i64,
}

/// Nothing is worth this little.
pub(super) const WORTHLESS: i64 = i64::MIN / 4;

/// What a person would bid for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Best {
    /// Where the pair is remembered.
    at: usize,
    pub(super) home: u32,
    /// What it is worth at today's prices.
    pub(super) worth: i64,
    /// What anything else is worth at most.
    pub(super) second: i64,
}

impl Bids {
    pub(super) fn new(instance: &Instance, scale: i64) -> Self {
        let people = instance.people().len();
        let each = instance.arcs().len() / people.max(1);
        // Measured: more pays only where there is much to look at.
        let width = if each > 200 { 8 } else { 5 };
        Self {
            width,
            best: vec![Arc { home: 0, weight: 0 }; width * people],
            places: vec![0; width * people],
            known: vec![0; people],
            rest: vec![i64::MAX; people],
            scale,
        }
    }

    /// The pairs remembered of a person, and what any other is worth at most.
    pub(super) fn known(&self, person: usize) -> (&[Arc], i64) {
        let from = person * self.width;
        (&self.best[from..from + usize::from(self.known[person])], self.rest[person])
    }

    /// The place among all pairs of the one that is best.
    pub(super) fn place(&self, best: Best) -> u32 {
        self.places[best.at]
    }

    pub(super) fn worth(&self, arc: Arc, tree: &Tree) -> i64 {
        i64::from(arc.weight) * self.scale - tree.price[arc.home as usize]
    }

    /// The best pair of a person, when it may be worth more than `enough`, and what the
    /// second best is worth at most; otherwise the most that any pair may be worth.
    /// Homes that do not count are looked at again: what a place costs there may have
    /// risen since.
    pub(super) fn best(
        &mut self,
        instance: &Instance,
        tree: &mut Tree,
        person: usize,
        enough: i64,
    ) -> Result<Best, i64> {
        loop {
            let mut best = self.among_known(tree, person);
            if best.worth < self.rest[person] {
                if self.rest[person] <= enough {
                    return Err(self.rest[person]);
                }
                self.look_at_all(instance, tree, person);
                best = self.among_known(tree, person);
            }
            if best.worth <= enough {
                return Err(best.worth);
            }
            let home = best.home as usize;
            if tree.counts[home] {
                return Ok(best);
            }
            let price = tree.entry_price(best.home);
            if price <= tree.price[home] {
                return Ok(best);
            }
            tree.price[home] = price;
        }
    }

    fn among_known(&self, tree: &Tree, person: usize) -> Best {
        let from = person * self.width;
        let known = &self.best[from..from + usize::from(self.known[person])];
        let mut found = Best { at: 0, home: 0, worth: WORTHLESS, second: WORTHLESS };
        for (at, &arc) in known.iter().enumerate() {
            let worth = self.worth(arc, tree);
            if worth > found.worth {
                found = Best { at: from + at, home: arc.home, worth, second: found.worth };
            } else if worth > found.second {
                found.second = worth;
            }
        }
        found.second = found.second.max(self.rest[person]);
        found
    }

    fn look_at_all(&mut self, instance: &Instance, tree: &Tree, person: usize) {
        let from = person * self.width;
        let begin = instance.starts()[person];
        let mut worths = [WORTHLESS; 9];
        let mut places = [0_u32; 9];
        let mut held = 0;
        for (at, &arc) in (begin..).zip(instance.pairs(person)) {
            let worth = self.worth(arc, tree);
            if held <= self.width {
                held += 1;
            } else if worth <= worths[self.width] {
                continue;
            }
            let mut to = held - 1;
            while to > 0 && worths[to - 1] < worth {
                worths[to] = worths[to - 1];
                places[to] = places[to - 1];
                to -= 1;
            }
            worths[to] = worth;
            places[to] = at;
        }
        let known = held.min(self.width);
        for (to, &at) in (from..).zip(&places[..known]) {
            self.best[to] = instance.arcs()[at as usize];
            self.places[to] = at;
        }
        // INVARIANT: the width is at most 8.
        self.known[person] = u8::try_from(known).unwrap_or(0);
        self.rest[person] = if held > self.width { worths[self.width] } else { WORTHLESS };
    }
}
