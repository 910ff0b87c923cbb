//! Limits on load: small instances against every plan there is, the reference towns
//! against what is known of them.

#![expect(clippy::unwrap_used, reason = "a helper of tests may fail like a test")]

use proptest::prelude::*;
use sleutel_matching::loads::{
    LoadInfeasible, LoadSolution, Options, QuarterPrices, solve, solve_watched,
};
use sleutel_matching::town::{Size, Town};
use sleutel_matching::{Arc, Bounds, Instance, Node, Person, Plan, SolveError};

fn town(size: Size) -> Instance {
    Town::new(size.figures()).unwrap().instance
}

fn steps(instance: &Instance, most: u64) -> Result<LoadSolution, LoadInfeasible> {
    solve(instance, &Options { seed: 7, max_steps: Some(most) }, &mut || false)
}

/// Everything an answer says of itself is worked out again.
#[track_caller]
fn check(instance: &Instance, solution: &LoadSolution) {
    assert_eq!(instance.faults(&solution.plan, true), []);
    assert_eq!(instance.objective(&solution.plan), solution.objective);
    assert_eq!(instance.bound(&solution.prices), solution.bound);
    assert_eq!(instance.quarter_bound(&solution.quarter_prices), Some(solution.quarter_bound));
    assert!(i128::from(solution.objective) <= solution.most());
}

fn best_of_all(instance: &Instance) -> Option<i64> {
    fn place(instance: &Instance, plan: &mut Plan, best: &mut Option<i64>) {
        let person = plan.home_of.len();
        if person == instance.people().len() {
            if instance.faults(plan, true).is_empty() {
                *best = (*best).max(Some(instance.objective(plan)));
            }
            return;
        }
        let homes = instance.pairs(person).iter().map(|arc| Some(arc.home));
        for home in homes.chain([None]) {
            if home.is_none() || !plan.home_of.contains(&home) {
                plan.home_of.push(home);
                place(instance, plan, best);
                plan.home_of.pop();
            }
        }
    }
    let mut best = None;
    place(instance, &mut Plan::default(), &mut best);
    best
}

fn bounds(most: u32) -> impl Strategy<Value = Bounds> {
    (0..=most, 0..=most).prop_map(|(one, other)| Bounds {
        lower: one.min(other).saturating_sub(2),
        upper: one.max(other),
    })
}

prop_compose! {
    fn instances()(
        people in 1..6_usize, homes in 1..6_usize, nodes in 1..6_usize, groups in 1..3_usize,
        spread in prop_oneof![Just(9), Just(100), Just(100_000)],
        heavy in prop_oneof![Just(4_u8), Just(255)],
    )(
        group_bounds in prop::collection::vec(bounds(5), groups),
        node_bounds in prop::collection::vec(bounds(5), nodes),
        caps in prop::collection::vec(prop::option::of(0..u32::from(heavy) * 3), nodes),
        parents in prop::collection::vec(any::<prop::sample::Index>(), nodes),
        roots in prop::collection::vec(prop::bool::weighted(0.15), nodes),
        members in prop::collection::vec((0..groups, 0..heavy), people),
        places in prop::collection::vec(0..nodes, homes),
        pairs in prop::collection::vec(prop::option::weighted(0.7, -spread / 4..spread), people * homes),
    ) -> Instance {
        let short = |count: usize| u32::try_from(count).unwrap();
        let node = |at: usize| Node {
            parent: (at > 0 && !roots[at]).then(|| short(parents[at].index(at))),
            bounds: node_bounds[at],
            load_cap: caps[at],
        };
        let (mut starts, mut arcs) = (vec![0], vec![]);
        for row in pairs.chunks(places.len()) {
            for (home, weight) in row.iter().enumerate() {
                arcs.extend(weight.map(|weight| Arc { home: short(home), weight }));
            }
            starts.push(short(arcs.len()));
        }
        let people = members.iter().map(|&(group, load)| Person { group: short(group), load });
        let homes = places.iter().map(|&node| short(node)).collect();
        let nodes = (0..node_bounds.len()).map(node).collect();
        Instance::new(group_bounds, nodes, people.collect(), homes, starts, arcs).unwrap()
    }
}

fn any_prices(instance: &Instance, prices: &[i64], quarters: bool) -> QuarterPrices {
    let mut prices = prices.iter().copied().cycle();
    let mut some = |count: usize| prices.by_ref().take(count).collect::<Vec<_>>();
    let roots = (0..).zip(instance.nodes()).filter(|(_, node)| node.parent.is_none());
    QuarterPrices {
        unit: 3,
        quarters: if quarters { roots.map(|(at, _)| at).collect() } else { Vec::new() },
        person: some(instance.people().len()),
        node: some(instance.nodes().len()),
        group: some(instance.groups().len()),
        load: some(instance.nodes().len()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn a_small_instance_gets_a_plan_and_a_bound_with_the_best_of_all_between_them(instance in instances()) {
        match (best_of_all(&instance), steps(&instance, 4_000)) {
            (Some(best), Ok(solution)) => {
                check(&instance, &solution);
                prop_assert!(solution.most() >= i128::from(best));
                // The search promises no optimum; what it may miss is of no account.
                prop_assert!((0..=1.max(best / 50)).contains(&(best - solution.objective)));
            }
            (None, Err(_)) => {}
            (best, found) => prop_assert!(false, "the best is {best:?}, found was {found:?}"),
        }
    }

    #[test]
    fn no_prices_whatever_prove_less_than_the_best_plan(
        instance in instances(),
        prices in prop::collection::vec(-300..600_i64, 23),
        quarters: bool,
    ) {
        let prices = any_prices(&instance, &prices, quarters);
        if let (Some(best), Some(bound)) = (best_of_all(&instance), instance.quarter_bound(&prices)) {
            prop_assert!(bound.floor() >= i128::from(best));
        }
    }
}

#[test]
fn the_small_town_gets_its_best_plan() {
    let instance = town(Size::S);
    let solution = steps(&instance, 25_000).unwrap();
    check(&instance, &solution);
    assert_eq!(solution.objective, 291_869);
    assert!(solution.quarter_bound.floor() < 291_960, "{:?}", solution.quarter_bound);
    assert!(solution.quarter_bound.floor() < solution.bound.floor());
}

#[test]
fn a_city_gets_a_plan_within_a_thousandth_of_its_bound() {
    let instance = town(Size::M);
    let solution = steps(&instance, 9_000).unwrap();
    check(&instance, &solution);
    assert!(solution.gap() <= 0.001, "{}", solution.gap());
}

#[test]
fn the_same_seed_and_steps_give_the_same_answer() {
    let instance = town(Size::S);
    assert_eq!(steps(&instance, 3_000), steps(&instance, 3_000));
}

#[test]
fn the_clock_stops_the_search_with_the_best_so_far() {
    let instance = town(Size::S);
    let mut asked = 0;
    let mut news = Vec::new();
    let mut stop = || {
        asked += 1;
        asked > 2_000
    };
    let solution =
        solve_watched(&instance, &Options::default(), &mut stop, &mut |it| news.push(it)).unwrap();
    check(&instance, &solution);
    assert_eq!(solution.steps, 2_000);
    let last = news.last().unwrap();
    assert_eq!((last.objective, last.most), (Some(solution.objective), solution.most()));
    assert!(news.is_sorted_by(|a, b| a.objective <= b.objective && a.most >= b.most));
}

#[test]
fn a_stop_at_the_first_step_still_gives_a_plan() {
    let instance = town(Size::S);
    let solution = solve(&instance, &Options::default(), &mut || true).unwrap();
    check(&instance, &solution);
}

/// `homes` in one part of the city that carries `cap`, and as many people of each load
/// from 1 to 3, the heavy worth more.
fn one_part(homes: u32, floor: u32, cap: u32) -> Instance {
    let people: Vec<_> = (0..3 * homes)
        .map(|at| Person { group: 0, load: u8::try_from(at % 3 + 1).unwrap() })
        .collect();
    let node =
        Node { parent: None, bounds: Bounds { lower: floor, upper: homes }, load_cap: Some(cap) };
    let arcs = people.iter().flat_map(|it| {
        let weight = 100 + 20 * i32::from(it.load);
        (0..homes).map(move |home| Arc { home, weight })
    });
    Instance::new(
        vec![Bounds { lower: 0, upper: 3 * homes }],
        vec![node],
        people.clone(),
        vec![0; homes as usize],
        (0..=3 * homes).map(|person| person * homes).collect(),
        arcs.collect(),
    )
    .unwrap()
}

#[test]
fn a_limit_over_a_part_too_large_to_solve_exactly_is_kept_by_its_price() {
    let instance = one_part(80, 0, 130);
    let solution = steps(&instance, 20_000).unwrap();
    check(&instance, &solution);
    assert!(solution.quarter_prices.quarters.is_empty());
    // Eighty homes, and fifty units of load above one each.
    assert_eq!(solution.objective, 80 * 120 + 50 * 20);
    assert!(solution.is_optimal());
}

#[test]
fn limits_that_bind_nobody_are_proven_at_once() {
    let instance = one_part(8, 0, 24);
    let solution = steps(&instance, 1).unwrap();
    check(&instance, &solution);
    assert!(solution.is_optimal());
}

#[test]
fn a_floor_the_limit_cannot_carry_is_named() {
    let instance = one_part(8, 8, 7);
    assert_eq!(steps(&instance, 100), Err(LoadInfeasible::Quarter { node: 0 }));
}

#[test]
fn a_floor_there_are_no_people_for_is_infeasible_without_limits() {
    let mut instance = one_part(4, 0, 12);
    instance.set_group(0, Bounds { lower: 20, upper: 20 });
    let refused = steps(&instance, 100);
    assert!(
        matches!(refused, Err(LoadInfeasible::Without(SolveError::Infeasible(_)))),
        "{refused:?}"
    );
}

#[test]
fn a_dearer_or_cheaper_person_never_proves_a_wrong_plan() {
    let instance = town(Size::S);
    let solution = steps(&instance, 1_500).unwrap();
    for person in 0..instance.people().len() {
        for change in [-5_000_000, -40_000, 40_000, 5_000_000] {
            let mut prices = solution.quarter_prices.clone();
            prices.person[person] += change;
            let bound = instance.quarter_bound(&prices).unwrap();
            assert!(bound.floor() >= 291_869, "{person} {change}");
        }
    }
}

#[test]
fn prices_that_are_not_of_the_instance_prove_nothing() {
    let instance = town(Size::S);
    let good = steps(&instance, 10).unwrap().quarter_prices;
    let refused = |change: &dyn Fn(&mut QuarterPrices)| {
        let mut prices = good.clone();
        change(&mut prices);
        instance.quarter_bound(&prices).is_none()
    };
    assert!(!refused(&|_| ()));
    assert!(refused(&|prices| prices.unit = 0));
    assert!(refused(&|prices| prices.person.clear()));
    assert!(refused(&|prices| prices.group[0] = i64::MIN));
    assert!(refused(&|prices| prices.quarters.push(1_000_000)));
    assert!(refused(&|prices| prices.quarters.reverse()));
    assert!(refused(&|prices| {
        // A building within a quarter.
        prices.quarters.push(u32::try_from(instance.nodes().len() - 1).unwrap());
    }));
}
