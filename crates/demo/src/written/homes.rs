//! The written homes: each answers to one or two of the written people.

use sleutel_domain::homes::{
    Adaptation, DwellingFacts, EnergyLabel, HouseRules, Target, VacancyStatus,
};
use sleutel_exchange::records::{DwellingRecord, VacancyRecord};

use super::person::Scene;
use crate::sure;

/// A home in the plan: where, how large, and what sets it apart.
struct Home {
    number: u8,
    association: &'static str,
    slot: usize,
    street: usize,
    rooms: u8,
    floor: u8,
    lift: bool,
    adaptation: Adaptation,
    rent: i64,
    target: Target,
    rules: HouseRules,
}

const ALLOWED: HouseRules = HouseRules { pets: true, smoking: true };
const NEITHER: HouseRules = HouseRules { pets: false, smoking: false };

/// An ordinary home for anyone on the first storey, without a lift.
const HOME: Home = Home {
    number: 0,
    association: "wendelhuis",
    slot: 0,
    street: 0,
    rooms: 2,
    floor: 1,
    lift: false,
    adaptation: Adaptation::Ordinary,
    rent: 59_850,
    target: Target::General,
    rules: ALLOWED,
};

const HOMES: &[Home] = &[
    // For D-0002.
    Home { number: 1, slot: 9, floor: 0, adaptation: Adaptation::Wheelchair, rent: 68_900, ..HOME },
    // For D-0003, whose stairs nobody has asked about.
    Home { number: 2, slot: 5, floor: 3, association: "nieuwevest", rent: 61_240, ..HOME },
    // In the street D-0004 is excluded from, and D-0027 no longer is.
    Home { number: 3, slot: 2, street: 1, rooms: 1, association: "aldert", rent: 46_610, ..HOME },
    // Twenty euro above what D-0011 may pay.
    Home { number: 4, slot: 39, rooms: 2, association: "kamerland", rent: 66_000, ..HOME },
    // For D-0007, as long as he is 27.
    Home {
        number: 5,
        slot: 54,
        rooms: 1,
        floor: 4,
        lift: true,
        association: "zilverhaven",
        rent: 48_990,
        target: Target::Youth,
        ..HOME
    },
    // For D-0008.
    Home {
        number: 6,
        slot: 35,
        floor: 0,
        adaptation: Adaptation::StepFree,
        association: "papiermolen",
        rent: 64_125,
        target: Target::FiftyFivePlus,
        ..HOME
    },
    // A room in a house with others, where D-0026 would have to smoke outside.
    Home {
        number: 7,
        slot: 11,
        rooms: 1,
        association: "lindebezit",
        rent: 43_200,
        target: Target::CommunityHouse,
        rules: NEITHER,
        ..HOME
    },
    // Two alike for D-0009, of which one allows the dog.
    Home { number: 8, slot: 24, floor: 0, association: "overwendel", rent: 65_530, ..HOME },
    Home {
        number: 9,
        slot: 24,
        street: 3,
        floor: 0,
        association: "overwendel",
        rent: 64_880,
        rules: NEITHER,
        ..HOME
    },
    // For D-0006, in the middle of everyone she knows.
    Home { number: 10, slot: 17, rooms: 3, association: "lindebezit", rent: 70_215, ..HOME },
    // The only home with five rooms; 95 euro above what D-0001 may pay.
    Home {
        number: 11,
        slot: 27,
        rooms: 5,
        floor: 0,
        association: "overwendel",
        rent: 85_914,
        ..HOME
    },
    // In the neighbourhood that is full, the only one D-0028 can live in.
    Home { number: 12, slot: 30, association: "zesroeden", rent: 67_100, ..HOME },
    // High up with a lift, for D-0030.
    Home {
        number: 13,
        slot: 55,
        floor: 6,
        lift: true,
        adaptation: Adaptation::StepFree,
        association: "zilverhaven",
        rent: 69_800,
        ..HOME
    },
];

/// The written homes and the times they come free.
pub(super) fn homes(scene: Scene<'_>) -> (Vec<DwellingRecord>, Vec<VacancyRecord>) {
    HOMES.iter().map(|home| records(scene, home)).unzip()
}

fn records(scene: Scene<'_>, home: &Home) -> (DwellingRecord, VacancyRecord) {
    let hood = &scene.town.hoods[scene.town.slot(home.slot)];
    let code = sure::dwelling(&format!("H-{:02}", home.number));
    let letter = char::from(b'A' + home.number);
    let vacancy = VacancyRecord {
        code: sure::vacancy(&format!("VH-{:02}", home.number)),
        dwelling: code.clone(),
        available_from: scene.in_days(i64::from(home.number) + 3),
        year: scene.today.year(),
        status: VacancyStatus::Open,
    };
    let dwelling = DwellingRecord {
        code,
        association: sure::organisation(home.association),
        complex: None,
        neighbourhood: Some(hood.code.clone()),
        street: sure::phrase(&hood.streets[home.street]),
        house_number: sure::phrase(&format!("{}{letter}", 100 + home.number)),
        postcode: Some(sure::phrase(&format!("{}Z{letter}", 8_900 + hood.post_digits % 100))),
        bag_id: Some(sure::phrase(&format!("9990029{:09}", home.number))),
        energy: Some(EnergyLabel::C),
        facts: DwellingFacts {
            rooms: home.rooms,
            surface: Some(12 + 17 * u16::from(home.rooms)),
            floor: home.floor,
            lift: home.lift,
            adaptation: home.adaptation,
            rent: sure::cents(home.rent),
            target: home.target,
            rules: home.rules,
        },
    };
    (dwelling, vacancy)
}
