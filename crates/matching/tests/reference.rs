//! Published problems solved to their known optima, each proven by its own prices.
//!
//! Of the shared reference problems this model covers the assignment problems and the
//! saved towns. It does not cover two kinds:
//!
//! - *generalised assignment* (`matching-reference/gap`): there a task asks something else
//!   of each agent, while a household asks the same of every neighbourhood. A test below
//!   looks whether that is so in each of the published problems;
//! - *minimum-cost flow on any network* (`matching-reference/min-cost-flow`): the tests of
//!   `sleutel-netflow` solve that one to its published cost.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a helper of tests may fail like a test, and a skipped test says so"
)]

mod support;

use sleutel_matching::{Instance, solve};

/// Solves; everything the answer says of itself is worked out again.
#[track_caller]
fn check(instance: &Instance, optimum: i64) {
    let solution = solve(instance).unwrap();
    assert_eq!(instance.faults(&solution.plan, false), []);
    assert_eq!(instance.objective(&solution.plan), optimum);
    assert_eq!(solution.objective, optimum);
    assert_eq!(instance.bound(&solution.prices), solution.bound);
    assert_eq!(solution.bound.floor(), i128::from(optimum));
}

#[track_caller]
fn assignment(name: &str, cost: i64) {
    let path = format!("matching-reference/orlib-assign/{name}.txt.gz");
    if let Some(path) = support::shared(&path) {
        check(&support::assignment(&path), -cost);
    }
}

#[track_caller]
fn town(name: &str, optimum: i64, placed: usize) {
    let Some(instance) = support::town(name) else { return };
    check(&instance, optimum);
    let plan = solve(&instance).unwrap().plan;
    assert_eq!(plan.home_of.iter().flatten().count(), placed);
}

#[test]
fn the_assignment_of_500_is_solved_to_its_published_cost() {
    assignment("assign500", 991);
}

#[test]
fn the_assignment_of_600_is_solved_to_its_published_cost() {
    assignment("assign600", 1_176);
}

#[test]
fn the_small_town_is_solved_to_its_known_worth() {
    town("S", 296_037, 85);
}

#[test]
fn the_city_is_solved_to_its_known_worth() {
    town("M", 5_095_485, 1_495);
}

#[test]
fn the_region_is_solved_to_its_known_worth() {
    town("L", 23_097_551, 6_668);
}

#[test]
fn in_every_published_generalised_assignment_a_task_asks_something_else_of_each_agent() {
    let Some(folder) = support::shared("matching-reference/gap") else { return };
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut seen = 0;
    for file in files.filter(|it| it.extension().is_some_and(|end| end == "txt")) {
        // Agents and tasks; then costs, and what is asked, agent by agent.
        let numbers = support::numbers(&file);
        let (agents, tasks) = (numbers[0].unsigned_abs(), numbers[1].unsigned_abs());
        let (agents, tasks) = (usize::try_from(agents).unwrap(), usize::try_from(tasks).unwrap());
        let asked = &numbers[2 + agents * tasks..2 + 2 * agents * tasks];
        let same = |task: &usize| (1..agents).all(|it| asked[it * tasks + task] == asked[*task]);
        assert_eq!((0..tasks).find(same), None, "{}", file.display());
        seen += 1;
    }
    assert_eq!(seen, 11);
}
