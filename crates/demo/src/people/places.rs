//! Where people want to live, whom they have in the city, and where they cannot go.

use jiff::civil::Date;
use sleutel_domain::{
    Phrase,
    homes::{AreaLevel, Place},
    participants::{AreaWish, Direction, Exclusion, NetworkTie, Strength, TieKind},
};
use sleutel_exchange::records::ComplexRecord;

use super::words;
use crate::{
    chance::Chance,
    homes::Let,
    sure,
    town::{STREETS, Town},
};

/// What is needed to point somewhere.
#[derive(Clone, Copy)]
pub(super) struct Map<'a> {
    pub(super) town: &'a Town,
    pub(super) weights: &'a [u32],
    pub(super) complexes: &'a [Let<ComplexRecord>],
}

impl Map<'_> {
    /// A place around a neighbourhood; weights from the smallest (street, complex,
    /// neighbourhood, quarter, area, district).
    fn around(self, hood: usize, weights: [u32; 6], chance: &mut Chance) -> Place {
        let level = match chance.weighted(&weights) {
            0 => return self.town.street(hood, chance.index(STREETS)),
            1 => {
                let complex = self.complexes.iter().find(|complex| complex.hood == hood);
                return complex.map_or_else(
                    || self.town.street(hood, 0),
                    |complex| Place::Complex(complex.record.code.clone()),
                );
            }
            2 => AreaLevel::Neighbourhood,
            3 => AreaLevel::Quarter,
            4 => AreaLevel::Area,
            _ => AreaLevel::District,
        };
        self.town.at(hood, level)
    }
}

fn words(chance: &mut Chance, percent: u64, list: &[&str]) -> Option<Phrase> {
    chance.percent(percent).then(|| sure::phrase(chance.pick(list)))
}

pub(super) fn wishes(map: Map<'_>, home: usize, chance: &mut Chance) -> Vec<AreaWish> {
    let mut wishes: Vec<AreaWish> = Vec::new();
    let number = chance.weighted(&[24, 34, 26, 12, 4]);
    for nth in 0..number {
        let prefer = if nth == 0 { chance.percent(80) } else { chance.percent(52) };
        let near = nth == 0 || chance.percent(40);
        let hood = if near && prefer { home } else { chance.weighted(map.weights) };
        let (place, direction, must) = if prefer {
            let place = map.around(hood, [2, 1, 30, 32, 18, 17], chance);
            // Somebody who must be in one place names a large one.
            let large = matches!(&place, Place::Area(_)) && chance.percent(7);
            (
                if large { map.town.at(hood, AreaLevel::District) } else { place },
                Direction::Prefer,
                large,
            )
        } else {
            let place = map.around(hood, [14, 6, 36, 24, 10, 10], chance);
            (place, Direction::Avoid, chance.percent(22))
        };
        if wishes.iter().any(|wish| wish.place == place) {
            continue;
        }
        let strength = match (must, chance.percent(45)) {
            (true, _) => Strength::Must,
            (false, true) => Strength::Strong,
            (false, false) => Strength::Slight,
        };
        let list = if prefer { words::PREFER } else { words::AVOID };
        wishes.push(AreaWish { place, direction, strength, reason: words(chance, 70, list) });
    }
    wishes
}

pub(super) fn network(
    map: Map<'_>,
    home: usize,
    children: bool,
    chance: &mut Chance,
) -> Vec<NetworkTie> {
    let number = chance.weighted(&[30, 34, 24, 12]);
    let mut ties: Vec<NetworkTie> = Vec::new();
    for _ in 0..number {
        let school = if children { 20 } else { 0 };
        let kind = TieKind::ALL[chance.weighted(&[30, 24, 24, school, 14])];
        let hood = if chance.percent(62) { home } else { chance.weighted(map.weights) };
        let place = map.around(hood, [10, 4, 70, 16, 0, 0], chance);
        if ties.iter().any(|tie| tie.place == place && tie.kind == kind) {
            continue;
        }
        let list = match kind {
            TieKind::Family => words::FAMILY,
            TieKind::Friend => words::FRIEND,
            TieKind::Activity => words::ACTIVITY,
            TieKind::School => words::SCHOOL,
            TieKind::Support => words::SUPPORT,
        };
        ties.push(NetworkTie { place, kind, note: words(chance, 85, list) });
    }
    ties
}

pub(super) fn exclusion(map: Map<'_>, today: Date, chance: &mut Chance) -> Exclusion {
    let hood = chance.weighted(map.weights);
    Exclusion {
        place: map.around(hood, [34, 16, 34, 10, 2, 4], chance),
        until: chance.percent(72).then(|| sure::days_before(today, chance.between(-700, 120))),
        reason: sure::phrase(chance.pick(words::AGREED)),
    }
}
