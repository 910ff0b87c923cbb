use super::{
    Figures,
    chance::{Chance, Draw},
    homes::from_one,
    map::Map,
};

/// A household that waits. Areas are nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Household {
    /// Its group, an index in [`super::GROUPS`].
    pub group: u32,
    /// How much support it asks of the neighbourhood, 1 to 3.
    pub load: u8,
    /// How many people, 1 to 6.
    pub size: u8,
    /// Where it waits, counted from 0.
    pub municipality: u32,
    /// What any home for it is worth: the longer waited and the more urgent, the more.
    pub bonus: i32,
    /// The fewest rooms it can live in.
    pub rooms: u8,
    /// Whether it needs a home that a wheelchair can enter.
    pub needs_access: bool,
    /// The dearest rent class it may have.
    pub rent_class: u8,
    /// The neighbourhoods it wishes for, the first most.
    pub wishes: [u32; 3],
    /// The small neighbourhood where its people are.
    pub network: Option<u32>,
    /// A small neighbourhood it must not live in.
    pub avoided_buurt: Option<u32>,
    /// A neighbourhood it must not live in.
    pub avoided_wijk: Option<u32>,
    /// Whether it would move to a municipality nearby.
    pub looks_further: bool,
}

/// How many in a hundred and two are of each group.
const GROUPS: [u32; 8] = [30, 8, 14, 8, 26, 6, 3, 5];
/// By group: how many in a hundred are of one person, two, and so on.
const SIZES: [[u32; 6]; 8] = [
    [70, 20, 6, 3, 1, 0],
    [92, 8, 0, 0, 0, 0],
    [0, 18, 34, 28, 14, 6],
    [94, 6, 0, 0, 0, 0],
    [48, 12, 14, 13, 9, 4],
    [52, 28, 10, 6, 3, 1],
    [88, 10, 2, 0, 0, 0],
    [60, 22, 10, 5, 2, 1],
];
/// By group: how many in a hundred are of load 1, 2 and 3.
const LOADS: [[u32; 3]; 8] = [
    [35, 40, 25],
    [10, 40, 50],
    [55, 35, 10],
    [45, 40, 15],
    [60, 32, 8],
    [40, 40, 20],
    [25, 45, 30],
    [55, 35, 10],
];
/// By how many people: the fewest rooms.
const ROOMS: [u8; 6] = [1, 2, 2, 3, 4, 4];
/// Of the groups the one that moves for its health.
const MEDICAL: usize = 5;

pub(super) fn all(figures: Figures, chance: Chance, map: &Map) -> Vec<Household> {
    let weights = map.weights();
    (0..figures.people).map(|index| one(chance, map, &weights, u64::from(index))).collect()
}

fn one(chance: Chance, map: &Map, weights: &[u32], at: u64) -> Household {
    let group = chance.pick(Draw::Group, at, &GROUPS);
    let municipality = chance.pick(Draw::Municipality, at, weights);
    let size = chance.pick(Draw::HouseholdSize, at, &SIZES[group]);
    let here = map.municipalities[municipality];
    let wish = |draw| here.wijken.first + chance.popular(draw, at, here.wijken.count);
    let buurt = |draw| here.buurten.first + chance.below(draw, at, here.buurten.count);
    let urgency = chance.pick(Draw::Urgency, at, &[70, 22, 8]);
    let weeks = chance.popular(Draw::Waiting, at, 200);
    let access = if group == MEDICAL { 35 } else { 6 };
    let further = if map.municipalities.len() > super::pairs::MANY { 60 } else { 35 };
    let yes = |draw, percent| chance.happens(draw, at, percent);
    Household {
        group: u32::try_from(group).unwrap_or(0),
        load: from_one(chance.pick(Draw::Load, at, &LOADS[group])),
        size: from_one(size),
        municipality: u32::try_from(municipality).unwrap_or(0),
        bonus: 2_000 + [0, 400, 800][urgency] + 5 * i32::try_from(weeks).unwrap_or(0),
        rooms: ROOMS[size],
        needs_access: yes(Draw::NeedsAccess, access),
        rent_class: from_one(chance.pick(Draw::Income, at, &[40, 35, 25])),
        wishes: [wish(Draw::FirstWish), wish(Draw::SecondWish), wish(Draw::ThirdWish)],
        network: yes(Draw::HasNetwork, 60).then(|| buurt(Draw::Network)),
        avoided_buurt: yes(Draw::AvoidsBuurt, 25).then(|| buurt(Draw::AvoidedBuurt)),
        avoided_wijk: yes(Draw::AvoidsWijk, 10).then(|| wish(Draw::AvoidedWijk)),
        looks_further: yes(Draw::LooksFurther, further),
    }
}
