use super::tree::Tree;
use crate::{Arc, Instance};

/// For each person the pairs that were best when all were last looked at.
///
/// Prices only rise, so what is not among them is worth at most what the best of
/// the rest was worth then: as long as the best remembered pair is worth more,
/// nothing else needs to be looked at.
#[derive(Debug)]
pub(super) struct Bids {
    /// The pairs of each person, together so that looking at them is cheap.
    best: Vec<[Arc; WIDTH]>,
    /// Their places among all pairs.
    places: Vec<[u32; WIDTH]>,
    /// How many are remembered.
    known: Vec<u8>,
    /// What any other pair is worth at most.
    rest: Vec<i64>,
    pub(super) scale: i64,
}

/// How many pairs are remembered of each person: measured, more does not pay.
const WIDTH: usize = 5;

/// Nothing is worth this little.
pub(super) const WORTHLESS: i64 = i64::MIN / 4;

/// What a person would bid for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Best {
    /// Which of the remembered pairs it is.
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
        Self {
            best: vec![[Arc { home: 0, weight: 0 }; WIDTH]; people],
            places: vec![[0; WIDTH]; people],
            known: vec![0; people],
            rest: vec![i64::MAX; people],
            scale,
        }
    }

    /// The pairs remembered of a person, and what any other is worth at most.
    pub(super) fn known(&self, person: usize) -> (&[Arc], i64) {
        (&self.best[person][..usize::from(self.known[person])], self.rest[person])
    }

    /// The place among all pairs of a person's best.
    pub(super) fn place(&self, person: usize, best: Best) -> u32 {
        self.places[person][best.at]
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
        let known = &self.best[person][..usize::from(self.known[person])];
        let mut found = Best { at: 0, home: 0, worth: WORTHLESS, second: self.rest[person] };
        for (at, &arc) in known.iter().enumerate() {
            let worth = self.worth(arc, tree);
            if worth > found.worth {
                let second = found.second.max(found.worth);
                found = Best { at, home: arc.home, worth, second };
            } else if worth > found.second {
                found.second = worth;
            }
        }
        found
    }

    fn look_at_all(&mut self, instance: &Instance, tree: &Tree, person: usize) {
        /// As many worths are worked out before they are compared: none of them waits
        /// for another.
        const TOGETHER: usize = 8;
        let begin = instance.starts()[person];
        let pairs = instance.pairs(person);
        let mut worths = [WORTHLESS; WIDTH + 1];
        let mut places = [0_u32; WIDTH + 1];
        let mut at = begin;
        let mut put = |worth: i64| {
            if worth > worths[WIDTH] {
                let mut to = WIDTH;
                while to > 0 && worths[to - 1] < worth {
                    worths[to] = worths[to - 1];
                    places[to] = places[to - 1];
                    to -= 1;
                }
                worths[to] = worth;
                places[to] = at;
            }
            at += 1;
        };
        let (chunks, few) = pairs.as_chunks::<TOGETHER>();
        for chunk in chunks {
            chunk.map(|arc| self.worth(arc, tree)).into_iter().for_each(&mut put);
        }
        few.iter().for_each(|&arc| put(self.worth(arc, tree)));
        let known = worths[..WIDTH].iter().filter(|&&worth| worth > WORTHLESS).count();
        for (to, &place) in places[..known].iter().enumerate() {
            self.best[person][to] = instance.arcs()[place as usize];
            self.places[person][to] = place;
        }
        // INVARIANT: at most `WIDTH`.
        self.known[person] = u8::try_from(known).unwrap_or(0);
        self.rest[person] = worths[WIDTH];
    }
}
