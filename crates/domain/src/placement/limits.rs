use super::{Agreed, Bound, Goal};
use crate::{
    OrganisationCode, Reference, VacancyCode,
    homes::{AreaLevel, Place},
};

/// How much support a household takes from its surroundings ("ondersteuningslast"),
/// in points from 1 to 3. It limits where several may live near each other and
/// nothing else: no household goes before or after another for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SupportLoad {
    /// Little or none: 1 point.
    Light,
    /// Some: 2 points.
    Medium,
    /// Much: 3 points.
    Heavy,
}

impl SupportLoad {
    /// All of them, lightest first.
    pub const ALL: [Self; 3] = [Self::Light, Self::Medium, Self::Heavy];

    /// The points it weighs.
    pub fn points(self) -> u32 {
        match self {
            Self::Light => 1,
            Self::Medium => 2,
            Self::Heavy => 3,
        }
    }

    /// Reads the points back; `None` for any other number.
    pub fn from_points(points: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.points() == points)
    }
}

/// The most support load a part of the city can carry, with what it carries already.
/// Whether that is counted over the year or over everybody who lives there is up to
/// whoever sets it; both figures are of the same count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoadCeiling {
    /// At most this many points.
    pub upper: u32,
    /// Points carried before the round.
    pub carried: u32,
}

impl LoadCeiling {
    /// How many points this round may add.
    pub fn room(self) -> u32 {
        self.upper.saturating_sub(self.carried)
    }
}

/// What an association promised for the year ("taakstelling van een corporatie"),
/// and the most it gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssociationTarget {
    /// Which association.
    pub code: OrganisationCode,
    /// What people call it.
    pub name: String,
    /// Its floor, its ceiling and what is realised.
    pub agreed: Agreed,
}

/// Two households that move together or not at all: both get a home within the same
/// part of the city, or neither gets one. Three are held together by two of these.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Together {
    /// The one.
    pub one: Reference,
    /// The other.
    pub other: Reference,
    /// How near: the same complex, neighbourhood, and so on.
    pub within: AreaLevel,
}

/// Something laid down that can stand in the way of something else laid down.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Demand {
    /// A person laid down this pair.
    Pin {
        /// Whose household.
        candidate: Reference,
        /// Which home.
        vacancy: VacancyCode,
    },
    /// What a floor asks of this round.
    Floor(Bound),
    /// The ceiling of a year.
    Ceiling(Bound),
    /// The load a part of the city can carry.
    Load(Place),
    /// Two households move together or not at all.
    Together {
        /// The one.
        one: Reference,
        /// The other.
        other: Reference,
    },
}

/// One way out of a collision, tried by solving: with it the others of the collision
/// can all be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayOut {
    /// What gives way.
    pub demand: Demand,
    /// A floor asks so many homes less of this round, a ceiling lets through so many
    /// homes more, a place carries so many points more; 1 for what is dropped.
    pub by: u32,
}

/// Things laid down that cannot all be kept, though every one of them could be if any
/// other were dropped. One alone means that the homes and households of the round
/// cannot give what it asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collision {
    /// What collides, pins first, then floors, then ceilings.
    pub demands: Vec<Demand>,
    /// What would resolve it, least first; each suffices by itself.
    pub ways_out: Vec<WayOut>,
}

/// What one more would be worth to the round, found by solving again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worth {
    /// A ceiling one higher, or a place that carries one point more.
    pub limit: Demand,
    /// The first goal that would gain, and by how much; `None` when nothing would.
    pub gain: Option<(Goal, i64)>,
}

/// The load of a part of the city before and after this round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadUse {
    /// Which part.
    pub place: Place,
    /// Points before the round.
    pub before: u32,
    /// Points when every line is agreed.
    pub after: u32,
    /// The most it can carry.
    pub upper: u32,
}
