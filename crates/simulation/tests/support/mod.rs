//! A chain in which nothing happens but what a test puts in.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::allow_attributes,
    reason = "each test file uses a part of it, so an expectation would fail in another"
)]

use sleutel_simulation::{Areas, Group, HousingFirst, Model, Omslag, Policy, Tenancy};

/// Nobody loses a home or leaves it.
pub const FOR_EVER: Tenancy =
    Tenancy { lost_per_year: [0.0; 3], leaves_per_year: 0.0, returns_share: 1.0 };

/// People who come at a rate, wait outside and need support.
pub fn group(arrivals_per_year: f64) -> Group {
    Group {
        with_support: true,
        arrivals_per_year,
        waiting_at_start: 0,
        housed_at_start: 0,
        share: 1.0,
        places: [0.0, 0.0, 0.0, 1.0],
        kinds: vec![1.0],
        policy: housing_first(FOR_EVER),
    }
}

/// One group, no homes, no places, support without end, nobody leaves.
pub fn model(groups: Vec<Group>) -> Model {
    Model {
        groups,
        homes_per_year: vec![0.0],
        homes_at_start: vec![0],
        home_kept_years: f64::INFINITY,
        homes_back_share: 0.0,
        places: [0, 0],
        family_share: 0.5,
        leaves_waiting_per_year: 0.0,
        support_hours: 1e9,
        without_support: FOR_EVER,
        areas: Areas::default(),
    }
}

/// Support of an hour a week, for ever.
pub fn housing_first(tenancy: Tenancy) -> Policy {
    Policy::HousingFirst(HousingFirst { tenancy, support_ends_per_year: 0.0, support_hours: 1.0 })
}

/// Support of an hour a week until the lease is converted.
pub fn omslag(tenancy: Tenancy, converts_per_year: f64) -> Policy {
    Policy::Omslag(Omslag { tenancy, converts_per_year, support_hours: 1.0 })
}
