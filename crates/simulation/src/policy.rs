//! What a city does with whoever waits and needs support.

/// How long people stay in a home, and how a stay ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tenancy {
    /// Chance per year of losing the home against one's will, as a rate: in the first year, in
    /// the second, and in every later year.
    pub lost_per_year: [f64; 3],
    /// Rate per year of leaving the home and the city's care for good: a planned move, death.
    pub leaves_per_year: f64,
    /// Of those who lose the home, the share that waits again; the others leave for good.
    pub returns_share: f64,
}

/// First show that you can live by yourself, step by step, then a home ("trapmodel").
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Staircase {
    /// Mean time on the steps, in years; only in shelter or protected living somebody climbs.
    pub climb_years: f64,
    /// Rate per year of falling off the steps: the place is lost and the climb begins again.
    pub falls_per_year: f64,
    /// The stay that follows, on an own lease from the first day.
    pub tenancy: Tenancy,
    /// Rate per year at which aftercare ends.
    pub support_ends_per_year: f64,
    /// Support a person gets in the home, in hours a week.
    pub support_hours: f64,
}

/// A home at once on the provider's lease, converted when the goals are met ("omklap").
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Omslag {
    /// The stay.
    pub tenancy: Tenancy,
    /// Rate per year at which the lease is converted, with which the support ends.
    pub converts_per_year: f64,
    /// Support a person gets until then, in hours a week.
    pub support_hours: f64,
}

/// A home at once on an own lease, with support for as long as it is wanted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HousingFirst {
    /// The stay.
    pub tenancy: Tenancy,
    /// Rate per year at which the support ends.
    pub support_ends_per_year: f64,
    /// Support a person gets, in hours a week.
    pub support_hours: f64,
}

/// Fewer people come to need a home of the city; who still does goes the road of the Omslag.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prevention {
    /// Share of the arrivals that does not come about, 0 to 1.
    pub prevented_share: f64,
    /// The road of the others.
    pub omslag: Omslag,
}

/// What a city does, with its figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Policy {
    /// Steps first.
    Staircase(Staircase),
    /// The provider's lease first.
    Omslag(Omslag),
    /// The own lease first, for all who need support.
    HousingFirst(HousingFirst),
    /// Fewer arrivals.
    Prevention(Prevention),
}

/// What the chain needs to know of a policy.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Road {
    pub(crate) prevented_share: f64,
    /// Mean years on the steps, and the rate of falling off.
    pub(crate) steps: Option<(f64, f64)>,
    pub(crate) own_lease_at_once: bool,
    pub(crate) tenancy: Tenancy,
    pub(crate) support_ends_per_year: f64,
    pub(crate) support_hours: f64,
}

impl Policy {
    pub(crate) fn road(&self) -> Road {
        match *self {
            Self::Staircase(it) => Road {
                prevented_share: 0.0,
                steps: Some((it.climb_years, it.falls_per_year)),
                own_lease_at_once: true,
                tenancy: it.tenancy,
                support_ends_per_year: it.support_ends_per_year,
                support_hours: it.support_hours,
            },
            Self::Omslag(it) => Road {
                prevented_share: 0.0,
                steps: None,
                own_lease_at_once: false,
                tenancy: it.tenancy,
                support_ends_per_year: it.converts_per_year,
                support_hours: it.support_hours,
            },
            Self::HousingFirst(it) => Road {
                prevented_share: 0.0,
                steps: None,
                own_lease_at_once: true,
                tenancy: it.tenancy,
                support_ends_per_year: it.support_ends_per_year,
                support_hours: it.support_hours,
            },
            Self::Prevention(it) => {
                Road { prevented_share: it.prevented_share, ..Self::Omslag(it.omslag).road() }
            }
        }
    }
}
