//! How much work a what-if is, before it is begun.

use sleutel_simulation::{Assumptions, Model, Policy, PolicyName, Tenancy};

/// Most work at once, in happenings. On one core the engine does some three million a second, so this
/// is minutes and never an hour.
pub const MOST_WORK: f64 = 4e8;

/// How much work a what-if is: an estimate on the high side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// People and homes that come by in one replication of the largest policy.
    pub people: f64,
    /// Years.
    pub years: u32,
    /// Policies.
    pub policies: usize,
    /// Replications.
    pub replications: u32,
    /// Happenings in all of it.
    pub work: f64,
}

impl Size {
    /// Of policies on a table; a policy that cannot be read counts for nothing, since it is
    /// refused elsewhere.
    pub(super) fn of(
        table: &Assumptions,
        policies: &[PolicyName],
        years: u32,
        replications: u32,
    ) -> Self {
        let models: Vec<Model> = policies.iter().filter_map(|it| table.model(*it).ok()).collect();
        let there = |model: &Model| people(model, years) + homes(model, years);
        let events = |model: &Model| {
            let a_year = happens_a_year(model);
            people(model, years) * (4.0 + f64::from(years) * a_year / 2.0)
                + 2.0 * homes(model, years)
        };
        let work: f64 = models.iter().map(events).sum();
        Self {
            people: models.iter().map(there).fold(0.0, f64::max),
            years,
            policies: policies.len(),
            replications,
            work: work * f64::from(replications),
        }
    }

    /// Whether it can be done at once.
    pub fn fits(&self) -> bool {
        self.work <= MOST_WORK
    }
}

fn people(model: &Model, years: u32) -> f64 {
    let of = |group: &sleutel_simulation::Group| {
        f64::from(group.waiting_at_start)
            + f64::from(group.housed_at_start)
            + f64::from(years) * group.arrivals_per_year
    };
    model.groups.iter().map(of).sum()
}

fn homes(model: &Model, years: u32) -> f64 {
    let at_start: f64 = model.homes_at_start.iter().copied().map(f64::from).sum();
    at_start + f64::from(years) * model.homes_per_year.iter().sum::<f64>()
}

/// The most that can happen to one person in a year.
fn happens_a_year(model: &Model) -> f64 {
    let stay = |it: &Tenancy| it.lost_per_year.into_iter().fold(it.leaves_per_year, f64::max);
    let rates = |policy: &Policy| match policy {
        // The climb is over once, but begins again with each fall.
        Policy::Staircase(it) => {
            2.0 * it.falls_per_year + stay(&it.tenancy) + it.support_ends_per_year
        }
        Policy::Omslag(it) => stay(&it.tenancy) + it.converts_per_year,
        Policy::HousingFirst(it) => stay(&it.tenancy) + it.support_ends_per_year,
        Policy::Prevention(it) => stay(&it.omslag.tenancy) + it.omslag.converts_per_year,
    };
    let most = model.groups.iter().map(|it| rates(&it.policy)).fold(0.0, f64::max);
    most + model.leaves_waiting_per_year + stay(&model.without_support)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sleutel_simulation::{Horizon, Study};

    #[test]
    fn the_estimate_is_on_the_high_side_and_not_by_much() {
        for policy in PolicyName::ALL {
            let study = Study {
                variants: vec![policy.into()],
                horizon: Horizon { years: 10, wait_within_years: 1.0, seed: 1 },
                replications: 2,
                uncertain: false,
                threads: 2,
            };
            let outcome = study.run(&Assumptions::city()).unwrap();
            let events: u64 = outcome.variants[0].iter().map(|it| it.totals.events).sum();
            let size = Size::of(&Assumptions::city(), &[policy], 10, 2);
            let times = size.work / events as f64;
            assert!((1.0..8.0).contains(&times), "{policy:?}: {times}");
        }
    }

    #[test]
    fn the_largest_form_on_a_city_fits_and_a_country_a_hundred_times_over_does_not() {
        let city = Assumptions::city();
        assert!(Size::of(&city, &PolicyName::ALL, 10, 100).fits());
        let mut country = city;
        for group in ["adults", "families", "young", "urgent", "status-holders"] {
            country.set(&format!("group.{group}.arrivals"), 20_000.0).unwrap();
        }
        assert!(!Size::of(&country, &PolicyName::ALL, 10, 100).fits());
    }
}
