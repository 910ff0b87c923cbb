use std::cmp::Reverse;

use super::{
    Dwelling, Figures, Household,
    chance::{Chance, Draw},
    map::Map,
};
use crate::Arc;

/// With more municipalities than this each is small: people look further.
pub(super) const MANY: usize = 100;

/// A home a household could have.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    home: u32,
    /// How well it fits, 0 to about 1,000.
    fit: i32,
    lot: u64,
}

/// Where each household's pairs begin, and the pairs.
pub(super) fn all(
    figures: Figures,
    chance: Chance,
    map: &Map,
    households: &[Household],
    dwellings: &[Dwelling],
) -> (Vec<u32>, Vec<Arc>) {
    let mut homes_in = vec![Vec::new(); map.municipalities.len()];
    for (home, dwelling) in (0_u32..).zip(dwellings) {
        homes_in[dwelling.municipality as usize].push(home);
    }
    let mut starts = vec![0];
    let mut arcs = Vec::new();
    let mut candidates = Vec::new();
    for (person, household) in (0_u64..).zip(households) {
        candidates.clear();
        let taste = Taste::new(map, household);
        for municipality in within_reach(household, homes_in.len()) {
            for &home in &homes_in[municipality] {
                let dwelling = &dwellings[home as usize];
                if may_live(household, dwelling) {
                    let pair = person << 20 | u64::from(home);
                    let whim = chance.below(Draw::Taste, pair, 121);
                    let fit = taste.fit(dwelling) + i32::try_from(whim).unwrap_or(0);
                    candidates.push(Candidate { home, fit, lot: 0 });
                }
            }
        }
        if let Some(kept) = figures.kept {
            keep(&mut candidates, kept as usize, |home| {
                chance.bits(Draw::Lot, person << 20 | u64::from(home))
            });
        }
        candidates.sort_unstable_by_key(|it| it.home);
        arcs.extend(
            (candidates.iter()).map(|it| Arc { home: it.home, weight: household.bonus + it.fit }),
        );
        starts.push(u32::try_from(arcs.len()).unwrap_or(u32::MAX));
    }
    arcs.shrink_to_fit();
    (starts, arcs)
}

/// The municipalities a household looks in: its own, or a few around it on a circle.
fn within_reach(household: &Household, municipalities: usize) -> Vec<usize> {
    let own = household.municipality as usize;
    if !household.looks_further {
        return vec![own];
    }
    let radius = if municipalities > MANY { 3 } else { 1 };
    let around = own + municipalities * radius - radius..=own + municipalities * radius + radius;
    let mut reach: Vec<_> = around.map(|at| at % municipalities).collect();
    reach.sort_unstable();
    reach.dedup();
    reach
}

fn may_live(household: &Household, dwelling: &Dwelling) -> bool {
    let most_rooms = (household.rooms + 1).min(5);
    (household.rooms..=most_rooms).contains(&dwelling.rooms)
        && dwelling.accessible >= household.needs_access
        && dwelling.rent_class <= household.rent_class
        && household.avoided_buurt != Some(dwelling.buurt)
        && household.avoided_wijk != Some(dwelling.wijk)
}

/// What a household likes.
struct Taste<'a> {
    household: &'a Household,
    /// The district of its first wish.
    district: u32,
    /// Where its people are: small neighbourhood, neighbourhood, district.
    network: Option<[u32; 3]>,
}

impl<'a> Taste<'a> {
    fn new(map: &Map, household: &'a Household) -> Self {
        let network = household.network.map(|buurt| {
            let wijk = map.around(buurt);
            [buurt, wijk, map.around(wijk)]
        });
        Self { household, district: map.around(household.wishes[0]), network }
    }

    fn fit(&self, dwelling: &Dwelling) -> i32 {
        let wished = (self.household.wishes.iter().zip([400, 280, 180]))
            .find_map(|(&wijk, worth)| (wijk == dwelling.wijk).then_some(worth))
            .unwrap_or(if dwelling.district == self.district { 90 } else { 0 });
        let near = match self.network {
            Some([buurt, ..]) if buurt == dwelling.buurt => 300,
            Some([_, wijk, _]) if wijk == dwelling.wijk => 160,
            Some([.., district]) if district == dwelling.district => 60,
            Some(_) | None => 0,
        };
        let size = if dwelling.rooms == self.household.rooms { 100 } else { 40 };
        let spare = i32::from(self.household.rent_class) - i32::from(dwelling.rent_class);
        wished + near + size + 40 * spare
    }
}

/// Keeps the best four in five of `kept`, and fills up from the rest by lot.
fn keep(candidates: &mut Vec<Candidate>, kept: usize, lot: impl Fn(u32) -> u64) {
    if candidates.len() <= kept {
        return;
    }
    let best = kept * 4 / 5;
    candidates.select_nth_unstable_by_key(best, |it| (Reverse(it.fit), it.home));
    let rest = &mut candidates[best..];
    for it in &mut *rest {
        it.lot = lot(it.home);
    }
    rest.select_nth_unstable_by_key(kept - best, |it| (it.lot, it.home));
    candidates.truncate(kept);
}
