//! Complexes and the dwellings in them.

use sleutel_domain::{
    OrganisationCode,
    homes::{Adaptation, DwellingFacts, EnergyLabel, HouseRules, Target},
};
use sleutel_exchange::records::{ComplexRecord, DwellingRecord};

use crate::{
    chance::Chance,
    organisations::ASSOCIATIONS,
    sure,
    town::{STREETS, Style, Town},
};

const COMPLEXES: usize = 400;
const DWELLINGS: usize = 2_590;

/// Something let, with the index of its neighbourhood.
#[derive(Debug)]
pub(crate) struct Let<T> {
    pub(crate) hood: usize,
    pub(crate) record: T,
}

/// What the dwellings of a complex have in common.
struct Block {
    hood: usize,
    complex: ComplexRecord,
    storeys: i64,
    lift: bool,
    energy: EnergyLabel,
    target: Target,
    rules: HouseRules,
    first_number: i64,
}

/// About four hundred complexes, spread by the households of the neighbourhoods, and
/// some 2,600 dwellings in them.
pub(crate) fn build(seed: u64, town: &Town) -> (Vec<Let<ComplexRecord>>, Vec<Let<DwellingRecord>>) {
    let mut chance = Chance::new(seed, "homes");
    let weights = town.by_households();
    let blocks: Vec<Block> = (0..COMPLEXES)
        .map(|nth| {
            // In the invented city each neighbourhood has at least three complexes.
            let slot = nth % crate::town::SLOTS;
            let by_turn = nth < 3 * crate::town::SLOTS;
            let hood = if by_turn { town.slot(slot) } else { chance.weighted(&weights) };
            block(nth, hood, town, &mut chance)
        })
        .collect();
    let dwellings = (0..DWELLINGS)
        .map(|nth| {
            let block = &blocks[nth % blocks.len()];
            let record = dwelling(nth, block, town, &mut chance);
            Let { hood: block.hood, record }
        })
        .collect();
    let complexes =
        blocks.into_iter().map(|block| Let { hood: block.hood, record: block.complex }).collect();
    (complexes, dwellings)
}

fn block(nth: usize, at: usize, town: &Town, chance: &mut Chance) -> Block {
    let hood = &town.hoods[at];
    let street = &hood.streets[chance.index(STREETS)];
    // An association has its homes in some quarters more than in others.
    let home_ground = (at / 4 * 5) % ASSOCIATIONS.len();
    let association =
        if chance.percent(55) { home_ground } else { chance.index(ASSOCIATIONS.len()) };
    let code = ASSOCIATIONS[association].0;
    let storeys = match hood.style {
        Style::GardenVillage => chance.between(1, 2),
        Style::OldTown => chance.between(2, 4),
        Style::PostWar => chance.pick(&[2, 3, 4, 4, 5, 8, 10]),
        Style::Harbour => chance.between(3, 7),
        Style::New => chance.between(2, 6),
    };
    let lift = storeys > 5 || (storeys > 2 && chance.percent(lift_percent(hood.style)));
    let target = [Target::General, Target::Youth, Target::FiftyFivePlus, Target::CommunityHouse]
        [chance.weighted(&[84, 7, if lift || storeys == 1 { 9 } else { 2 }, 2])];
    let energy = match hood.style {
        Style::OldTown => [EnergyLabel::C, EnergyLabel::D, EnergyLabel::E, EnergyLabel::F],
        Style::GardenVillage | Style::PostWar => {
            [EnergyLabel::B, EnergyLabel::C, EnergyLabel::D, EnergyLabel::E]
        }
        Style::Harbour => [EnergyLabel::A, EnergyLabel::A, EnergyLabel::B, EnergyLabel::C],
        Style::New => [EnergyLabel::A, EnergyLabel::A, EnergyLabel::A, EnergyLabel::B],
    };
    let kind = chance.pick(&["Blok", "Hof", "Huizen", "Rij", "Pand"]);
    Block {
        hood: at,
        complex: ComplexRecord {
            code: sure::complex(&format!("{code}-{:03}", nth + 1)),
            name: sure::phrase(&format!("{kind} {street} {}", nth + 1)),
            association: sure::organisation(code),
            neighbourhood: hood.code.clone(),
            street: sure::phrase(street),
        },
        storeys,
        lift,
        energy: chance.pick(&energy),
        target,
        rules: HouseRules {
            pets: target != Target::CommunityHouse && chance.percent(84),
            smoking: target != Target::CommunityHouse && chance.percent(72),
        },
        first_number: chance.between(1, 90),
    }
}

fn lift_percent(style: Style) -> u64 {
    match style {
        Style::OldTown => 12,
        Style::GardenVillage => 0,
        Style::PostWar => 35,
        Style::Harbour => 80,
        Style::New => 90,
    }
}

fn dwelling(nth: usize, block: &Block, town: &Town, chance: &mut Chance) -> DwellingRecord {
    let association: &OrganisationCode = &block.complex.association;
    let rooms = rooms(block, chance);
    let floor = sure::small(chance.between(0, block.storeys - 1));
    let adaptation = match (floor == 0 || block.lift, chance.below(100)) {
        (true, 0..=1) => Adaptation::Wheelchair,
        (true, 2..=19) => Adaptation::StepFree,
        (_, _) => Adaptation::Ordinary,
    };
    let round = i64::try_from(nth / COMPLEXES).unwrap_or(0);
    let digits = 8_900 + town.hoods[block.hood].post_digits % 100;
    let letter = |at: usize| char::from(b"ABCDEGHJKLMNPRTVWXZ"[at % 19]);
    DwellingRecord {
        code: sure::dwelling(&format!("{association}-{:05}", 10_001 + nth)),
        association: association.clone(),
        complex: Some(block.complex.code.clone()),
        neighbourhood: Some(block.complex.neighbourhood.clone()),
        street: block.complex.street.clone(),
        house_number: sure::phrase(&format!("{}", block.first_number + 2 * round)),
        postcode: Some(sure::phrase(&format!(
            "{digits}{}{}",
            letter(nth % COMPLEXES),
            letter(nth % COMPLEXES / 19)
        ))),
        bag_id: Some(sure::phrase(&format!("999001{nth:010}"))),
        energy: Some(block.energy),
        facts: DwellingFacts {
            rooms,
            surface: u16::try_from(
                chance.between(14, 19) * i64::from(rooms) + chance.between(8, 18),
            )
            .ok(),
            floor,
            lift: block.lift,
            adaptation,
            rent: sure::cents(rent(rooms, block, chance)),
            target: block.target,
            rules: block.rules,
        },
    }
}

fn rooms(block: &Block, chance: &mut Chance) -> u8 {
    let weights = match block.target {
        Target::General => [9, 33, 35, 17, 5, 1],
        Target::Youth => [70, 30, 0, 0, 0, 0],
        Target::FiftyFivePlus => [4, 66, 30, 0, 0, 0],
        Target::CommunityHouse => [100, 0, 0, 0, 0, 0],
    };
    sure::small(i64::try_from(chance.weighted(&weights)).unwrap_or(0) + 1)
}

/// Rents as they were in social housing in 2026, with service costs, in cents.
fn rent(rooms: u8, block: &Block, chance: &mut Chance) -> i64 {
    let (low, high) = match rooms {
        1 => (37_000, 49_500),
        2 => (49_000, 69_500),
        3 => (57_500, 74_500),
        4 => (62_000, 79_500),
        _ => (69_000, 89_000),
    };
    let newer = i64::from(matches!(block.energy, EnergyLabel::A | EnergyLabel::B)) * 1_800;
    chance.between(low, high) / 50 * 50 + newer
}
