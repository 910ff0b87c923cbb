//! Instances that once went wrong (`regression/solve`), solved again.

#![expect(clippy::unwrap_used, reason = "a helper of tests may fail like a test")]

#[path = "support/instance.rs"]
mod instance;

use std::path::PathBuf;

use sleutel_matching::{SolveError, solve};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../regression/solve")
}

/// What the best plan is worth; `None` when no plan keeps all bounds.
#[track_caller]
fn check(name: &str, worth: Option<i64>) {
    let facts = folder().join(format!("{name}.json"));
    let instance = instance::read(&facts, &folder().join(format!("{name}-arcs.csv")));
    match solve(&instance) {
        Ok(solution) => {
            assert_eq!(Some(solution.objective), worth);
            assert_eq!(instance.faults(&solution.plan, false), []);
            assert!(solution.is_optimal());
            assert_eq!(instance.bound(&solution.prices), solution.bound);
        }
        Err(SolveError::Infeasible(_)) => assert_eq!(worth, None),
        Err(SolveError::TooLarge | SolveError::NotProven) => panic!("the weights are small"),
    }
}

#[test]
fn a_floor_is_kept_when_the_only_pair_is_worth_less_than_nothing() {
    check("floor-that-costs", Some(-10));
}

#[test]
fn the_better_of_two_homes_that_are_nearly_alike_is_taken() {
    check("two-homes-nearly-alike", Some(79_101));
}

#[test]
fn two_people_cannot_both_have_the_only_home() {
    check("impossible-two-people-one-home", None);
}

#[test]
fn floors_of_groups_that_need_the_same_homes_are_said_to_collide() {
    check("impossible-fifteen-people-sixteen-homes", None);
    check("impossible-one-municipality", None);
    check("impossible-three-municipalities", None);
    check("impossible-every-pair", None);
}

#[test]
fn every_file_is_replayed() {
    let here = include_str!("regression.rs");
    for entry in folder().read_dir().unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        let name = file.strip_suffix(".json").or(file.strip_suffix("-arcs.csv")).unwrap();
        assert!(here.contains(&format!("check(\"{name}\"")), "{name} is not replayed");
    }
}
