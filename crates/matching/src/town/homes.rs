use super::{
    Figures,
    chance::{Chance, Draw},
    map::Map,
};

/// A home that comes free, and the areas it lies in (nodes).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dwelling {
    /// The municipality, counted from 0.
    pub municipality: u32,
    /// The building or street.
    pub complex: u32,
    /// The small neighbourhood.
    pub buurt: u32,
    /// The neighbourhood.
    pub wijk: u32,
    /// The district.
    pub district: u32,
    /// The housing association ("corporatie"), 0 to 8; one for a whole complex.
    pub corporation: u8,
    /// Rooms, 1 to 5.
    pub rooms: u8,
    /// Whether somebody in a wheelchair can live there.
    pub accessible: bool,
    /// From 1, the cheapest, to 3.
    pub rent_class: u8,
}

/// How many in a hundred have one room, two, and so on.
const ROOMS: [u32; 5] = [22, 35, 26, 13, 4];
/// How many in a hundred are of each rent class.
const RENTS: [u32; 3] = [50, 35, 15];

pub(super) fn all(figures: Figures, chance: Chance, map: &Map) -> Vec<Dwelling> {
    let weights = map.weights();
    let dwelling = |index: u32| {
        let at = u64::from(index);
        let municipality = chance.pick(Draw::HomeMunicipality, at, &weights);
        let complexes = map.municipalities[municipality].complexes;
        let complex = complexes.first + chance.below(Draw::HomeComplex, at, complexes.count);
        let buurt = map.around(complex);
        let wijk = map.around(buurt);
        let whose = chance.below(Draw::Corporation, u64::from(complex), 9);
        Dwelling {
            municipality: u32::try_from(municipality).unwrap_or(u32::MAX),
            complex,
            buurt,
            wijk,
            district: map.around(wijk),
            corporation: u8::try_from(whose).unwrap_or(u8::MAX),
            rooms: from_one(chance.pick(Draw::Rooms, at, &ROOMS)),
            accessible: chance.happens(Draw::Accessible, at, 15),
            rent_class: from_one(chance.pick(Draw::Rent, at, &RENTS)),
        }
    };
    (0..figures.homes).map(dwelling).collect()
}

/// The choice with index 0 is called 1.
pub(super) fn from_one(index: usize) -> u8 {
    u8::try_from(index + 1).unwrap_or(u8::MAX)
}
