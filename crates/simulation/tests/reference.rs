//! The chain beside the same chain in another tool. `reference/ciw_chain.py` made the table, and
//! says with which version; no network is needed here.

#![expect(clippy::unwrap_used, reason = "a helper of tests may fail like a test")]

mod support;

use sleutel_simulation::{Horizon, Model, Tenancy};
use support::{group, model, omslag};

const TABLE: &str = include_str!("reference/ciw.csv");
const REPLICATIONS: u32 = 2_000;

/// The cases of the script, figure for figure.
fn city(case: &str) -> Model {
    let (arrivals, places, converts, lost, leaves, gives_up, returns) = match case {
        "patient" => (30.0, 45.0, 0.8, 0.2, 0.1, 0.0, 0.8),
        "overloaded" => (60.0, 45.0, 0.8, 0.2, 0.1, 0.3, 0.8),
        "small" => (3.0, 4.0, 0.5, 0.3, 0.2, 0.5, 0.5),
        other => panic!("the table has a case `{other}` that is not here"),
    };
    let tenancy =
        Tenancy { lost_per_year: [lost; 3], leaves_per_year: leaves, returns_share: returns };
    let mut city = model(vec![group(arrivals)]);
    city.homes_at_start = vec![1_000];
    city.homes_back_share = 1.0;
    city.support_hours = places;
    city.leaves_waiting_per_year = gives_up;
    city.groups[0].policy = omslag(tenancy, converts);
    city
}

/// Mean and standard error of the people in a state at the end of each of ten years.
fn ours(case: &str) -> Vec<[(f64, f64); 3]> {
    let city = city(case);
    let mut sums = vec![[(0.0, 0.0); 3]; 10];
    for replication in 0..REPLICATIONS {
        let horizon = Horizon { years: 10, wait_within_years: 1.0, seed: 5 };
        let run = city.run(horizon, replication).unwrap();
        for (sum, year) in sums.iter_mut().zip(&run.years) {
            use sleutel_simulation::Measure::{InHome, OwnLease, Waiting};
            let [waiting, home, own] = [Waiting, InHome, OwnLease].map(|it| year.get(it).unwrap());
            for (sum, figure) in sum.iter_mut().zip([waiting, home - own, own]) {
                sum.0 += figure;
                sum.1 += figure * figure;
            }
        }
    }
    let number = f64::from(REPLICATIONS);
    let estimate = |(sum, squares): (f64, f64)| {
        let mean = sum / number;
        (mean, ((squares / number - mean * mean) / (number - 1.0)).sqrt())
    };
    sums.into_iter().map(|states| states.map(estimate)).collect()
}

/// Two simulations of the same chain differ by chance. Of 45 figures about one in 370 may be off by
/// more than three standard errors; none is by four. The error of both together is at most 3 % of
/// the figure, or 0.12 people, so agreement is not for want of precision.
#[test]
fn the_other_tool_counts_the_same_people_in_the_same_places() {
    let mut rows = 0;
    let mut far = 0;
    for case in ["patient", "overloaded", "small"] {
        let ours = ours(case);
        for line in TABLE.lines().skip(1) {
            let cells: Vec<_> = line.split(',').collect();
            let &[tool, _, of, year, state, mean, error] = cells.as_slice() else {
                panic!("`{line}`")
            };
            if of != case {
                continue;
            }
            let column = match state {
                "waiting" => 0,
                "provider_lease" => 1,
                "own_lease" => 2,
                other => panic!("`{other}`"),
            };
            let year: usize = year.parse().unwrap();
            let theirs: (f64, f64) = (mean.parse().unwrap(), error.parse().unwrap());
            let here = ours[year - 1][column];
            let both = here.1.hypot(theirs.1);
            let off = (here.0 - theirs.0).abs();
            let seen = format!("{tool} {case} {year} {state}: {here:?} and {theirs:?}");
            println!("{seen}: {:.2}", if both > 0.0 { off / both } else { 0.0 });
            assert!(off <= 4.0 * both + 1e-9, "{seen}");
            assert!(both < 0.03 * theirs.0 || both < 0.12, "{seen}");
            far += usize::from(off > 3.0 * both + 1e-9);
            rows += 1;
        }
    }
    assert_eq!(rows, 45);
    assert!(far <= 1, "{far} figures are off by more than three standard errors");
}
