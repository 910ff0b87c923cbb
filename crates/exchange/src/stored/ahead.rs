use serde::{Deserialize, Serialize};
use sleutel_domain::{
    GroupCode, Reference,
    homes::{Adaptation, DwellingFacts, HouseRules, Target},
    placement::{Ahead, AheadPrices, ExpectedHomes, ExpectedNewcomers},
};

use super::shared::{Read, StoredPlace, cents, code, word};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredAhead {
    futures: u8,
    weeks: u8,
    homes: Vec<StoredHomes>,
    newcomers: Vec<(String, u32)>,
}

impl StoredAhead {
    pub(super) fn new(ahead: &Ahead) -> Self {
        let newcomers = ahead.newcomers.iter();
        Self {
            futures: ahead.futures,
            weeks: ahead.weeks,
            homes: ahead.homes.iter().map(StoredHomes::new).collect(),
            newcomers: newcomers.map(|it| (it.group.to_string(), it.households)).collect(),
        }
    }

    pub(super) fn read(self) -> Read<Ahead> {
        let newcomers = self.newcomers.into_iter().map(|(group, households)| {
            Ok(ExpectedNewcomers { group: code("group", &group, GroupCode::new)?, households })
        });
        Ok(Ahead {
            futures: self.futures,
            weeks: self.weeks,
            homes: self.homes.into_iter().map(StoredHomes::read).collect::<Read<_>>()?,
            newcomers: newcomers.collect::<Read<_>>()?,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredHomes {
    node: usize,
    rooms: u8,
    surface: Option<u16>,
    floor: u8,
    lift: bool,
    adaptation: String,
    rent: i64,
    target: String,
    pets: bool,
    smoking: bool,
    thousandths: u32,
}

impl StoredHomes {
    fn new(homes: &ExpectedHomes) -> Self {
        let facts = &homes.facts;
        Self {
            node: homes.node,
            rooms: facts.rooms,
            surface: facts.surface,
            floor: facts.floor,
            lift: facts.lift,
            adaptation: facts.adaptation.code().to_owned(),
            rent: facts.rent.get(),
            target: facts.target.code().to_owned(),
            pets: facts.rules.pets,
            smoking: facts.rules.smoking,
            thousandths: homes.thousandths,
        }
    }

    fn read(self) -> Read<ExpectedHomes> {
        Ok(ExpectedHomes {
            node: self.node,
            facts: DwellingFacts {
                rooms: self.rooms,
                surface: self.surface,
                floor: self.floor,
                lift: self.lift,
                adaptation: word("adaptation", &self.adaptation, Adaptation::from_code)?,
                rent: cents("rent", self.rent)?,
                target: word("target", &self.target, Target::from_code)?,
                rules: HouseRules { pets: self.pets, smoking: self.smoking },
            },
            thousandths: self.thousandths,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredPrices {
    waiting: Vec<(String, i32)>,
    areas: Vec<(StoredPlace, i32)>,
    groups: Vec<(String, i32)>,
}

impl StoredPrices {
    pub(super) fn new(prices: &AheadPrices) -> Self {
        let AheadPrices { waiting, areas, groups } = prices;
        Self {
            waiting: waiting.iter().map(|(it, price)| (it.to_string(), *price)).collect(),
            areas: areas.iter().map(|(it, price)| (StoredPlace::new(it), *price)).collect(),
            groups: groups.iter().map(|(it, price)| (it.to_string(), *price)).collect(),
        }
    }

    pub(super) fn read(self) -> Read<AheadPrices> {
        let waiting = self.waiting.into_iter();
        let waiting = waiting.map(|(it, price)| Ok((code("waiting", &it, Reference::new)?, price)));
        let areas = self.areas.into_iter().map(|(it, price)| Ok((it.read()?, price)));
        let groups = self.groups.into_iter();
        let groups = groups.map(|(it, price)| Ok((code("groups", &it, GroupCode::new)?, price)));
        Ok(AheadPrices {
            waiting: waiting.collect::<Read<_>>()?,
            areas: areas.collect::<Read<_>>()?,
            groups: groups.collect::<Read<_>>()?,
        })
    }
}
