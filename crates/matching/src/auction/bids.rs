use super::tree::Tree;
use crate::{Arc, Instance};

/// For each person the pairs that were best when all were last looked at.
///
/// Prices only rise, so what is not among them is worth at most what the best of
/// the rest was worth then: as long as the best remembered pair is worth more,
/// nothing else needs to be looked at.
#[derive(Debug)]
pub(super) struct Bids {
    of: Vec<Remembered>,
    pub(super) scale: i64,
    /// The lane whose best is the least that is remembered.
    last: usize,
}

/// How many pairs are remembered of each person at most: measured, more does not pay.
const WIDTH: usize = 5;

/// Which lane's best is the least that is remembered: measured. With a step of more than
/// so many weights everything remembered is too dear at the next bid, and only the best
/// and the second best are worth finding.
const FINE: usize = 4;
const COARSE: usize = 1;
const COARSE_STEP: i64 = 100;

/// What is remembered of one person: one line of the processor's cache.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
struct Remembered {
    best: [Arc; WIDTH],
    /// How many there are.
    known: u8,
    /// What any other pair is worth at most.
    rest: i64,
}

impl Remembered {
    fn known(&self) -> &[Arc] {
        &self.best[..usize::from(self.known)]
    }
}

/// Nothing is worth this little.
pub(super) const WORTHLESS: i64 = i64::MIN / 4;

/// What a person would bid for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Best {
    pub(super) arc: Arc,
    /// What it is worth at today's prices.
    pub(super) worth: i64,
    /// What anything else is worth at most.
    pub(super) second: i64,
}

impl Bids {
    pub(super) fn new(instance: &Instance, scale: i64) -> Self {
        let nothing = Remembered { best: [NO_ARC; WIDTH], known: 0, rest: i64::MAX };
        Self { of: vec![nothing; instance.people().len()], scale, last: FINE }
    }

    /// People bid with this step from now on.
    pub(super) fn step_is(&mut self, epsilon: i64) {
        let coarse = epsilon / self.scale > COARSE_STEP;
        self.last = if coarse { COARSE } else { FINE };
    }

    /// The pairs remembered of a person, and what any other is worth at most.
    pub(super) fn known(&self, person: usize) -> (&[Arc], i64) {
        let of = &self.of[person];
        (of.known(), of.rest)
    }

    /// Reads what a bid of this person will read, without waiting for it.
    pub(super) fn fetch(&self, instance: &Instance, person: usize) {
        std::hint::black_box(self.of[person].known);
        for row in instance.pairs(person).chunks(LANES) {
            std::hint::black_box(row[0].home);
        }
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
            let rest = self.of[person].rest;
            if best.worth < rest {
                if rest <= enough {
                    return Err(rest);
                }
                self.of[person] = self.look_at_all(tree, instance.pairs(person));
                best = self.among_known(tree, person);
            }
            if best.worth <= enough {
                return Err(best.worth);
            }
            let home = best.arc.home as usize;
            if tree.counts[home] {
                return Ok(best);
            }
            let price = tree.entry_price(best.arc.home);
            if price <= tree.price[home] {
                return Ok(best);
            }
            tree.price[home] = price;
        }
    }

    fn among_known(&self, tree: &Tree, person: usize) -> Best {
        let of = &self.of[person];
        let mut found = Best { arc: NO_ARC, worth: WORTHLESS, second: of.rest };
        for &arc in of.known() {
            let worth = self.worth(arc, tree);
            if worth > found.worth {
                let second = found.second.max(found.worth);
                found = Best { arc, worth, second };
            } else if worth > found.second {
                found.second = worth;
            }
        }
        found
    }

    /// Finds what to remember among all pairs.
    fn look_at_all(&self, tree: &Tree, pairs: &[Arc]) -> Remembered {
        let (first, others) = pairs.split_at(pairs.len().min(BLOCK));
        let mut top = self.best_of(tree, first);
        for chunk in others.chunks(LANES) {
            let mut worths = [WORTHLESS; LANES];
            for (worth, &arc) in worths.iter_mut().zip(chunk) {
                *worth = self.worth(arc, tree);
            }
            for (&worth, &arc) in worths.iter().zip(chunk) {
                top.put(worth, arc);
            }
        }
        top.remembered()
    }

    /// The best of at most a block of pairs. Looking at a pair costs little and putting it
    /// in its place much: so only those are put in place that are worth as much as the best
    /// of one of the best lanes.
    fn best_of(&self, tree: &Tree, block: &[Arc]) -> Top {
        let mut worths = [WORTHLESS; BLOCK];
        let mut lanes = [WORTHLESS; LANES];
        let (rows, few) = block.as_chunks::<LANES>();
        let (out, _) = worths.as_chunks_mut::<LANES>();
        for (row, out) in rows.iter().zip(out) {
            for lane in 0..LANES {
                out[lane] = self.worth(row[lane], tree);
                lanes[lane] = lanes[lane].max(out[lane]);
            }
        }
        let out = &mut worths[block.len() - few.len()..];
        for (lane, (&arc, out)) in few.iter().zip(out).enumerate() {
            *out = self.worth(arc, tree);
            lanes[lane] = lanes[lane].max(*out);
        }
        let enough = in_order(lanes)[self.last];
        let mut picked = [0_u8; BLOCK];
        let mut count = 0;
        for (at, &worth) in (0_u8..).zip(&worths[..block.len()]) {
            picked[count % BLOCK] = at;
            count += usize::from(worth >= enough);
        }
        let mut top = Top::default();
        if count < block.len() {
            top.rest = enough - 1;
        }
        for &at in &picked[..count] {
            top.put(worths[usize::from(at)], block[usize::from(at)]);
        }
        top
    }
}

const NO_ARC: Arc = Arc { home: 0, weight: 0 };

/// Pairs looked at together.
const BLOCK: usize = 64;

/// Each block is dealt out to so many lanes, and each lane keeps its best.
const LANES: usize = 8;

/// The largest first: Batcher's odd-even merge sort, which never has to guess.
#[inline]
fn in_order(mut lanes: [i64; LANES]) -> [i64; LANES] {
    #[rustfmt::skip]
    const SWAPS: [(usize, usize); 19] = [
        (0, 1), (2, 3), (4, 5), (6, 7), (0, 2), (1, 3), (4, 6), (5, 7), (1, 2), (5, 6),
        (0, 4), (1, 5), (2, 6), (3, 7), (2, 4), (3, 5), (1, 2), (3, 4), (5, 6),
    ];
    for (a, b) in SWAPS {
        let (high, low) = (lanes[a].max(lanes[b]), lanes[a].min(lanes[b]));
        lanes[a] = high;
        lanes[b] = low;
    }
    lanes
}

/// The best so far, the best first.
struct Top {
    worths: [i64; WIDTH],
    arcs: [Arc; WIDTH],
    /// What any other is worth at most.
    rest: i64,
}

impl Default for Top {
    fn default() -> Self {
        Self { worths: [WORTHLESS; WIDTH], arcs: [NO_ARC; WIDTH], rest: WORTHLESS }
    }
}

impl Top {
    fn put(&mut self, worth: i64, arc: Arc) {
        const LAST: usize = WIDTH - 1;
        if worth <= self.rest {
            return;
        }
        if worth <= self.worths[LAST] {
            self.rest = worth;
            return;
        }
        self.rest = self.rest.max(self.worths[LAST]);
        let mut to = LAST;
        while to > 0 && self.worths[to - 1] < worth {
            self.worths[to] = self.worths[to - 1];
            self.arcs[to] = self.arcs[to - 1];
            to -= 1;
        }
        self.worths[to] = worth;
        self.arcs[to] = arc;
    }

    fn remembered(&self) -> Remembered {
        let known = self.worths.iter().filter(|&&worth| worth > WORTHLESS).count();
        // INVARIANT: at most `WIDTH`.
        let known = u8::try_from(known).unwrap_or(0);
        Remembered { best: self.arcs, known, rest: self.rest }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Bounds, Node, Person};

    #[test]
    fn eight_numbers_come_in_order() {
        // What sorts all zeros and ones sorts everything.
        for bits in 0..=u8::MAX {
            let sorted = in_order(std::array::from_fn(|at| i64::from(bits >> at & 1)));
            assert!(sorted.is_sorted_by(|a, b| a >= b), "{bits:b} became {sorted:?}");
        }
    }

    fn one_person(weights: &[i32]) -> Instance {
        let homes = u32::try_from(weights.len()).unwrap();
        let bounds = Bounds { lower: 0, upper: homes };
        let arcs = (0..).zip(weights).map(|(home, &weight)| Arc { home, weight }).collect();
        Instance::new(
            vec![Bounds { lower: 0, upper: 1 }],
            vec![Node { parent: None, bounds, load_cap: None }],
            vec![Person { group: 0, load: 1 }],
            vec![0; weights.len()],
            vec![0, homes],
            arcs,
        )
        .unwrap()
    }

    proptest! {
        #[test]
        fn nothing_that_is_forgotten_is_worth_more_than_is_said(
            pairs in prop::collection::vec((-40..40_i32, 0..40_i64), 0..200),
            step in prop::sample::select(vec![1, 10_000]),
        ) {
            let weights: Vec<_> = pairs.iter().map(|&(weight, _)| weight).collect();
            let instance = one_person(&weights);
            let mut tree = Tree::new(&instance).unwrap();
            tree.price = pairs.iter().map(|&(_, price)| price).collect();
            let mut bids = Bids::new(&instance, 3);
            bids.step_is(step);
            let found = bids.look_at_all(&tree, instance.pairs(0));
            let mut best = WORTHLESS;
            for &arc in instance.arcs() {
                best = best.max(bids.worth(arc, &tree));
                let kept = found.known().contains(&arc);
                prop_assert!(kept || bids.worth(arc, &tree) <= found.rest, "{arc:?}");
            }
            let known = found.known().iter().map(|&arc| bids.worth(arc, &tree));
            prop_assert_eq!(known.max().unwrap_or(WORTHLESS), best);
        }
    }
}
