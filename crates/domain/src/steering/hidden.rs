//! Small counts in a tree of areas, hidden so that sums and differences give none of them away.
//!
//! A count from 1 up to [`FEW`] is hidden. Where a reader could work out from what is shown — the
//! parent less the other children, over all levels — that a hidden count is one of fewer than
//! [`FEW`] numbers, another count is hidden beside it: the smallest sibling that is shown, or else
//! the parent. What such a reader knows is worked out exactly: in a tree the bounds of each count
//! follow from going up once and down once (M. Fischetti and J. J. Salazar, *Management Science*
//! 47, 2001, give the problem; which counts are hidden beside the small ones is a rule of ours).

use std::collections::BTreeSet;

/// Counts below this say too much about the people in them.
pub const FEW: u32 = 10;

/// What a reader is told of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// The count.
    Count(u32),
    /// Nothing but what follows from other counts.
    Hidden {
        /// The most it can be, as anybody can work out.
        most: u32,
    },
}

impl Told {
    /// The count, when it is told.
    pub fn count(self) -> Option<u32> {
        match self {
            Self::Count(count) => Some(count),
            Self::Hidden { .. } => None,
        }
    }

    /// The most it can be, as anybody can work out.
    pub fn most(self) -> u32 {
        match self {
            Self::Count(most) | Self::Hidden { most } => most,
        }
    }
}

/// What is told of each count in a tree. `parents` gives for each the place of the one it is part
/// of, which comes before it. Where parts do not add up to the whole, the sum of the parts is what
/// is protected.
///
/// ```
/// use sleutel_domain::steering::{Told, protect};
///
/// // A city with three neighbourhoods. One is hidden, so one more is: 40 - 21 - 16 would say it.
/// let told = protect(&[None, Some(0), Some(0), Some(0)], &[40, 3, 21, 16]);
/// assert_eq!(told[2], Told::Count(21));
/// assert_eq!(told[1], Told::Hidden { most: 18 });
/// assert_eq!(told[3], Told::Hidden { most: 18 });
/// ```
pub fn protect(parents: &[Option<usize>], counts: &[u32]) -> Vec<Told> {
    let mut tree = Tree::new(parents, counts);
    while tree.hide_more() {}
    let bounds = tree.bounds();
    let told = tree.hidden.iter().zip(counts).zip(&bounds);
    told.map(|((hidden, count), (_, most))| {
        let most = u32::try_from(*most).unwrap_or(u32::MAX);
        if *hidden { Told::Hidden { most } } else { Told::Count(*count) }
    })
    .collect()
}

/// More than anybody counts: no bound is known.
const NO_BOUND: u64 = 1 << 40;

struct Tree {
    parents: Vec<Option<usize>>,
    children: Vec<Vec<usize>>,
    /// What adds up: the count of a part without parts, the sum of the parts of another.
    counts: Vec<u64>,
    /// What says too much about people.
    few: Vec<bool>,
    hidden: Vec<bool>,
}

impl Tree {
    fn new(parents: &[Option<usize>], told: &[u32]) -> Self {
        let mut children = vec![Vec::new(); told.len()];
        for (at, parent) in parents.iter().enumerate() {
            if let Some(slot) = parent.and_then(|it| children.get_mut(it)) {
                slot.push(at);
            }
        }
        let told: Vec<u64> = told.iter().copied().map(u64::from).collect();
        let mut counts = told.clone();
        for (at, parts) in children.iter().enumerate().rev().filter(|(_, it)| !it.is_empty()) {
            let sum = parts.iter().filter_map(|it| counts.get(*it)).sum();
            if let Some(count) = counts.get_mut(at) {
                *count = sum;
            }
        }
        let is_few = |count: &u64| (1..u64::from(FEW)).contains(count);
        let few: Vec<bool> =
            counts.iter().zip(&told).map(|(sum, own)| is_few(sum) || is_few(own)).collect();
        Self { parents: parents.to_vec(), children, counts, hidden: few.clone(), few }
    }

    fn count(&self, at: usize) -> u64 {
        self.counts.get(at).copied().unwrap_or(0)
    }

    fn is_hidden(&self, at: usize) -> bool {
        self.hidden.get(at).copied().unwrap_or(false)
    }

    fn parent(&self, at: usize) -> Option<usize> {
        self.parents.get(at).copied().flatten()
    }

    fn parts(&self, at: usize) -> &[usize] {
        self.children.get(at).map_or(&[], Vec::as_slice)
    }

    /// Least and most that each count can be for a reader who sees what is not hidden, and who
    /// knows that nought is never hidden.
    fn bounds(&self) -> Vec<(u64, u64)> {
        let mut bounds: Vec<(u64, u64)> = self
            .counts
            .iter()
            .zip(&self.hidden)
            .map(|(count, hidden)| if *hidden { (1, NO_BOUND) } else { (*count, *count) })
            .collect();
        for (at, parts) in self.children.iter().enumerate().rev() {
            if parts.is_empty() {
                continue;
            }
            let (least, most) = sums(&bounds, parts);
            if let Some(it) = bounds.get_mut(at) {
                *it = (it.0.max(least), it.1.min(most));
            }
        }
        for (at, parts) in self.children.iter().enumerate() {
            let Some(&(low, high)) = bounds.get(at) else { continue };
            let (least, most) = sums(&bounds, parts);
            for part in parts {
                if let Some(it) = bounds.get_mut(*part) {
                    let (others_least, others_most) = (least - it.0, most - it.1);
                    *it = (
                        it.0.max(low.saturating_sub(others_most)),
                        it.1.min(high.saturating_sub(others_least)),
                    );
                }
            }
        }
        bounds
    }

    /// Hides one count more for each place where too much can be worked out; `false` when there
    /// is none.
    fn hide_more(&mut self) -> bool {
        let bounds = self.bounds();
        let narrow = |at: &usize| {
            let (least, most) = bounds.get(*at).copied().unwrap_or((0, NO_BOUND));
            most.saturating_sub(least) + 1 < u64::from(FEW)
        };
        let exposed: Vec<usize> = (0..self.counts.len())
            .filter(|at| self.few.get(*at).copied().unwrap_or(false))
            .filter(narrow)
            .collect();
        let mut touched = BTreeSet::new();
        let mut more = false;
        for at in exposed {
            more |= self.hide_beside(at, &mut touched);
        }
        more
    }

    /// Hides the smallest sibling, or the parent, or the same one level up; once for each parent,
    /// since it may help others too.
    fn hide_beside(&mut self, at: usize, touched: &mut BTreeSet<usize>) -> bool {
        let mut at = at;
        while let Some(parent) = self.parent(at) {
            let shown = self.parts(parent).iter().copied();
            let shown = shown.filter(|it| !self.is_hidden(*it) && self.count(*it) > 0);
            let next = shown.min_by_key(|it| (self.count(*it), *it));
            let next = next.or_else(|| (!self.is_hidden(parent)).then_some(parent));
            if let Some(next) = next {
                let first = touched.insert(parent);
                if first {
                    self.hide(next);
                }
                return first;
            }
            at = parent;
        }
        false
    }

    /// Hides a count, and of its parts one, so that they do not add up to it.
    fn hide(&mut self, at: usize) {
        let mut at = Some(at);
        while let Some(one) = at {
            if let Some(slot) = self.hidden.get_mut(one) {
                *slot = true;
            }
            let parts = self.parts(one);
            let told = parts.iter().all(|it| !self.is_hidden(*it));
            let smallest = parts.iter().copied().filter(|it| self.count(*it) > 0);
            at = smallest.min_by_key(|it| (self.count(*it), *it)).filter(|_| told);
        }
    }
}

/// Of bounds, what the sum of these can be.
fn sums(bounds: &[(u64, u64)], of: &[usize]) -> (u64, u64) {
    let of = of.iter().filter_map(|it| bounds.get(*it));
    of.fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_small_nothing_hidden() {
        let told = protect(&[None, Some(0), Some(0)], &[30, 10, 20]);
        assert_eq!(told, [Told::Count(30), Told::Count(10), Told::Count(20)]);
        assert_eq!(protect(&[None, Some(0), Some(0)], &[20, 0, 20])[1], Told::Count(0));
        assert!(protect(&[], &[]).is_empty());
    }

    #[test]
    fn a_small_city_is_hidden_as_a_whole() {
        let told = protect(&[None, Some(0), Some(0)], &[9, 4, 5]);
        assert!(told.iter().all(|it| it.count().is_none()), "{told:?}");
    }

    #[test]
    fn what_is_hidden_beside_it_reaches_down_to_the_smallest_part() {
        // The first district is hidden with its part; the second would give it away, so it is
        // hidden too, and with it one of its parts.
        let parents = [None, Some(0), Some(0), Some(0), Some(1), Some(2), Some(2), Some(3)];
        let told = protect(&parents, &[140, 4, 36, 100, 4, 15, 21, 100]);
        let shown: Vec<_> = told.iter().map(|it| it.count()).collect();
        assert_eq!(shown, [Some(140), None, None, Some(100), None, None, Some(21), Some(100)]);
    }

    /// Every way to fill in what is hidden that agrees with what is shown, by trying them all.
    fn possible(
        parents: &[Option<usize>],
        counts: &[u32],
        told: &[Told],
        most: u32,
    ) -> Vec<BTreeSet<u32>> {
        let leaves: Vec<usize> =
            (0..counts.len()).filter(|at| !parents.contains(&Some(*at))).collect();
        let mut found = vec![BTreeSet::new(); counts.len()];
        let mut try_out = vec![0_u32; leaves.len()];
        'all: loop {
            let mut sums = vec![0; counts.len()];
            for (leaf, count) in leaves.iter().zip(&try_out) {
                let mut at = Some(*leaf);
                while let Some(one) = at {
                    sums[one] += count;
                    at = parents[one];
                }
            }
            let fits = told.iter().zip(&sums).all(|(told, sum)| match told {
                Told::Count(count) => count == sum,
                Told::Hidden { .. } => *sum > 0,
            });
            if fits {
                for (found, sum) in found.iter_mut().zip(&sums) {
                    found.insert(*sum);
                }
            }
            for (slot, leaf) in try_out.iter_mut().zip(&leaves) {
                // What is shown needs no trying.
                let last = told[*leaf].count().unwrap_or(most);
                let first = told[*leaf].count().unwrap_or(0);
                if *slot < first {
                    *slot = first;
                    continue 'all;
                }
                if *slot < last {
                    *slot += 1;
                    continue 'all;
                }
                *slot = first;
            }
            break;
        }
        found
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn no_small_count_can_be_worked_out(
            leaves in proptest::collection::vec(0_u32..13, 4),
            split in 1_usize..4,
        ) {
            // A city of two districts with four neighbourhoods.
            let mut parents = vec![None, Some(0), Some(0)];
            parents.extend((0..4).map(|at| Some(if at < split { 1 } else { 2 })));
            let one: u32 = leaves.iter().take(split).sum();
            let two: u32 = leaves.iter().skip(split).sum();
            let mut counts = vec![one + two, one, two];
            counts.extend(&leaves);
            let told = protect(&parents, &counts);
            let found = possible(&parents, &counts, &told, 21);
            for ((count, told), found) in counts.iter().zip(&told).zip(&found) {
                prop_assert!(found.contains(count));
                if (1..FEW).contains(count) {
                    prop_assert!(told.count().is_none());
                    prop_assert!(found.len() >= FEW as usize, "{counts:?} {found:?}");
                }
                prop_assert!(told.most() >= *count);
            }
        }
    }
}
