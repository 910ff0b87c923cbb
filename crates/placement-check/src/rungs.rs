//! The goals whose unit is a rung or a lot, worked out from their definition in
//! `docs/decisions/0004-comparable-help.md` and `docs/sources.md`.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
};

use sleutel_domain::{
    homes::AreaLevel,
    placement::{Agreed, RoundInput},
};

use crate::lines::Placed;

/// How far something is filled before one home more. Nothing to fill is fullest.
#[derive(Debug, Clone, Copy)]
struct Height {
    before: u64,
    of: u64,
}

impl Ord for Height {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.of, other.of) {
            (0, 0) => Ordering::Equal,
            (0, _) => Ordering::Greater,
            (_, 0) => Ordering::Less,
            (_, _) => (self.before * other.of).cmp(&(other.before * self.of)),
        }
    }
}
impl PartialOrd for Height {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl PartialEq for Height {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}
impl Eq for Height {}

/// One ladder: how many rungs it has, how many are used, and how high each is.
struct Ladder {
    realised: u32,
    of: u32,
    rungs: u32,
    used: u32,
}

impl Ladder {
    fn height(&self, rung: u32) -> Height {
        Height { before: u64::from(self.realised.saturating_add(rung)), of: u64::from(self.of) }
    }
}

/// The highest rung counts 1, each lower height one more.
fn sum(ladders: &[Ladder]) -> i64 {
    let heights: BTreeSet<_> =
        ladders.iter().flat_map(|it| (0..it.rungs).map(|rung| it.height(rung))).collect();
    let worth: BTreeMap<_, _> = heights.into_iter().rev().zip(1_i64..).collect();
    ladders
        .iter()
        .flat_map(|it| (0..it.used).map(|rung| it.height(rung)))
        .filter_map(|height| worth.get(&height))
        .sum()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn room(agreed: Agreed) -> u32 {
    agreed.upper.map_or(u32::MAX, |upper| upper.saturating_sub(agreed.realised))
}

/// Households straight in a group stand on the rungs of that group.
pub(crate) fn comparable(input: &RoundInput, placed: &[Placed<'_>]) -> i64 {
    let ladders: Vec<_> = input
        .groups
        .iter()
        .map(|group| {
            let members = input.candidates.iter().filter(|it| it.ready && it.group == group.code);
            let used = placed.iter().filter(|one| one.candidate.group == group.code);
            Ladder {
                realised: group.agreed.realised,
                of: group.expected,
                rungs: number(members.count())
                    .min(number(input.homes.len()) + 1)
                    .min(room(group.agreed)),
                used: number(used.count()),
            }
        })
        .collect();
    sum(&ladders)
}

/// Neighbourhoods against their ceiling, or the homes on offer there.
pub(crate) fn spread(input: &RoundInput, placed: &[Placed<'_>]) -> i64 {
    let quarters = input.nodes.iter().filter(|node| node.level == AreaLevel::Neighbourhood);
    let ladders: Vec<_> = quarters
        .map(|node| {
            let on_offer = input.homes.iter().filter(|home| input.lies_in(home, &node.place));
            let on_offer = number(on_offer.count());
            let used = placed.iter().filter(|one| input.lies_in(one.home, &node.place));
            Ladder {
                realised: node.agreed.realised,
                of: node.agreed.upper.unwrap_or(on_offer),
                rungs: (on_offer + 1).min(room(node.agreed)),
                used: number(used.count()),
            }
        })
        .collect();
    sum(&ladders)
}

/// The lot of a household: SplitMix64 over the seed, mixed with FNV-1a of its reference.
pub(crate) fn lot(seed: u64, reference: &str) -> i64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in reference.as_bytes() {
        hash ^= u64::from(*byte);
        hash = hash.wrapping_mul(0x100_0000_01b3);
    }
    let drawn = split_mix(split_mix(seed) ^ hash);
    i64::try_from(drawn >> 33).unwrap_or(0)
}

fn split_mix(seed: u64) -> u64 {
    let step = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let once = (step ^ (step >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let twice = (once ^ (once >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    twice ^ (twice >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_rungs_count_most_and_equal_ones_the_same() {
        let ladder = |realised, of, rungs, used| Ladder { realised, of, rungs, used };
        // Heights 0/2 1/2 and 1/4 2/4: three different ones.
        let (two, four) = (ladder(0, 2, 2, 2), ladder(1, 4, 2, 1));
        assert_eq!(sum(&[two, four]), 3 + 1 + 2);
    }

    #[test]
    fn nothing_to_fill_is_fullest_and_leaves_the_others_in_order() {
        let ladder = |realised, of, used| Ladder { realised, of, rungs: 1, used };
        // Heights 0/0 as the highest, then 4/3, 1/3 and 0/5.
        let others = |used: [u32; 3]| {
            let [full, third, none] = used;
            sum(&[ladder(1, 3, third), ladder(0, 0, 0), ladder(4, 3, full), ladder(0, 5, none)])
        };
        assert_eq!([others([1, 0, 0]), others([0, 1, 0]), others([0, 0, 1])], [2, 3, 4]);
    }
}
