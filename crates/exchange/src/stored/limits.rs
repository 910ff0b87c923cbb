use serde::{Deserialize, Serialize};
use sleutel_domain::placement::{Bound, Collision, Demand, LoadUse, WayOut, Worth};

use super::{
    proposal::{all, association, goal, group_code, reference, vacancy_code},
    shared::{Read, StoredPlace},
};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum StoredBound {
    Group(String),
    Area(StoredPlace),
    Association(String),
}

impl StoredBound {
    pub(super) fn new(bound: &Bound) -> Self {
        match bound {
            Bound::Group(code) => Self::Group(code.to_string()),
            Bound::Area(place) => Self::Area(StoredPlace::new(place)),
            Bound::Association(code) => Self::Association(code.to_string()),
        }
    }

    pub(super) fn read(self) -> Read<Bound> {
        Ok(match self {
            Self::Group(code) => Bound::Group(group_code(&code)?),
            Self::Area(place) => Bound::Area(place.read()?),
            Self::Association(code) => Bound::Association(association(&code)?),
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum StoredDemand {
    Pin { candidate: String, vacancy: String },
    Floor(StoredBound),
    Ceiling(StoredBound),
    Load(StoredPlace),
    Together { one: String, other: String },
}

impl StoredDemand {
    fn new(demand: &Demand) -> Self {
        match demand {
            Demand::Pin { candidate, vacancy } => {
                Self::Pin { candidate: candidate.to_string(), vacancy: vacancy.to_string() }
            }
            Demand::Floor(bound) => Self::Floor(StoredBound::new(bound)),
            Demand::Ceiling(bound) => Self::Ceiling(StoredBound::new(bound)),
            Demand::Load(place) => Self::Load(StoredPlace::new(place)),
            Demand::Together { one, other } => {
                Self::Together { one: one.to_string(), other: other.to_string() }
            }
        }
    }

    fn read(self) -> Read<Demand> {
        Ok(match self {
            Self::Pin { candidate, vacancy } => {
                Demand::Pin { candidate: reference(&candidate)?, vacancy: vacancy_code(&vacancy)? }
            }
            Self::Floor(bound) => Demand::Floor(bound.read()?),
            Self::Ceiling(bound) => Demand::Ceiling(bound.read()?),
            Self::Load(place) => Demand::Load(place.read()?),
            Self::Together { one, other } => {
                Demand::Together { one: reference(&one)?, other: reference(&other)? }
            }
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredWayOut {
    demand: StoredDemand,
    by: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredCollision {
    demands: Vec<StoredDemand>,
    ways_out: Vec<StoredWayOut>,
}

impl StoredCollision {
    pub(super) fn new(it: &Collision) -> Self {
        let way =
            |way: &WayOut| StoredWayOut { demand: StoredDemand::new(&way.demand), by: way.by };
        Self {
            demands: it.demands.iter().map(StoredDemand::new).collect(),
            ways_out: it.ways_out.iter().map(way).collect(),
        }
    }

    pub(super) fn read(self) -> Read<Collision> {
        let way = |way: StoredWayOut| Ok(WayOut { demand: way.demand.read()?, by: way.by });
        Ok(Collision {
            demands: all(self.demands, StoredDemand::read)?,
            ways_out: all(self.ways_out, way)?,
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredWorth {
    limit: StoredDemand,
    gain: Option<(String, i64)>,
}

impl StoredWorth {
    pub(super) fn new(it: &Worth) -> Self {
        let gain = it.gain.map(|(goal, by)| (goal.code().to_owned(), by));
        Self { limit: StoredDemand::new(&it.limit), gain }
    }

    pub(super) fn read(self) -> Read<Worth> {
        let gain = self.gain.map(|(code, by)| Ok((goal(&code)?, by))).transpose()?;
        Ok(Worth { limit: self.limit.read()?, gain })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredLoadUse {
    place: StoredPlace,
    before: u32,
    after: u32,
    upper: u32,
}

impl StoredLoadUse {
    pub(super) fn new(it: &LoadUse) -> Self {
        let LoadUse { place, before, after, upper } = it;
        let place = StoredPlace::new(place);
        Self { place, before: *before, after: *after, upper: *upper }
    }

    pub(super) fn read(self) -> Read<LoadUse> {
        let Self { place, before, after, upper } = self;
        Ok(LoadUse { place: place.read()?, before, after, upper })
    }
}
