//! Where a home lies and where somebody wants to live.

use crate::{
    chance::{Chance, Draw},
    model::Areas,
};

/// The areas of a run. Without them every home lies in area 0 and everybody would go anywhere.
#[derive(Debug)]
pub(super) struct Map {
    /// Weights of the areas, each added to those before it.
    homes: Vec<f64>,
    wanted: Vec<f64>,
    anywhere_share: f64,
}

impl Map {
    pub(super) fn new(areas: &Areas) -> Self {
        let number = areas.homes.len().min(areas.wanted.len());
        let added_up = |weights: &[f64]| {
            let mut sum = 0.0;
            let upto = |weight: &f64| {
                sum += weight;
                sum
            };
            weights.iter().take(number).map(upto).collect()
        };
        Self {
            homes: added_up(&areas.homes),
            wanted: added_up(&areas.wanted),
            anywhere_share: areas.anywhere_share,
        }
    }

    /// Areas a home can lie in: one when the city is not divided.
    pub(super) fn places(&self) -> usize {
        self.homes.len().max(1)
    }

    /// What somebody can want: an area, or, with the last number, any.
    pub(super) fn wishes(&self) -> usize {
        self.wanted.len() + 1
    }

    /// Whether the city is divided.
    pub(super) fn is_divided(&self) -> bool {
        !self.homes.is_empty()
    }

    /// The wish of whoever would live anywhere.
    pub(super) fn anywhere(&self) -> u16 {
        number(self.wanted.len())
    }

    /// Where somebody wants to live: the same under every policy and in every spell.
    pub(super) fn wish(&self, chance: Chance, key: u64) -> u16 {
        if !self.is_divided() || chance.even(Draw::Anywhere, key, 0) < self.anywhere_share {
            return self.anywhere();
        }
        drawn(&self.wanted, chance.even(Draw::Wanted, key, 0))
    }

    /// Where a home lies; `which` tells homes of the stream from those of the first day.
    pub(super) fn place(&self, chance: Chance, key: u64, which: u32) -> u16 {
        if !self.is_divided() {
            return 0;
        }
        drawn(&self.homes, chance.even(Draw::HomeArea, key, which))
    }
}

/// An index, each as likely as what it adds; the first one when nothing adds anything.
fn drawn(added_up: &[f64], even: f64) -> u16 {
    let all = added_up.last().copied().unwrap_or(0.0);
    let last = added_up.partition_point(|&upto| upto < all);
    number(added_up.partition_point(|&upto| upto <= even * all).min(last))
}

/// INVARIANT: [`super::run`] refuses more than can be numbered.
fn number(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_is_drawn_by_its_weight_and_never_without_one() {
        let map = Map::new(&Areas {
            homes: vec![0.0, 1.0, 0.0, 3.0, 0.0],
            wanted: vec![1.0; 5],
            anywhere_share: 0.0,
        });
        let at = |even| drawn(&map.homes, even);
        assert_eq!([0.0, 0.24, 0.26, 0.999_999].map(at), [1, 1, 3, 3]);
        assert_eq!(drawn(&[0.0, 0.0], 0.7), 0);
    }

    #[test]
    fn a_city_that_is_not_divided_has_one_place_and_one_wish() {
        let map = Map::new(&Areas::default());
        let chance = Chance::new(1, 1);
        assert_eq!([map.places(), map.wishes()], [1, 1]);
        assert_eq!([map.wish(chance, 7), map.place(chance, 7, 0)], [0, 0]);
    }
}
