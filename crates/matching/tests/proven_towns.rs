//! Invented towns of many shapes, solved: what comes out is proven, and moves as it must
//! when the question moves.

use proptest::prelude::*;
use sleutel_matching::{
    Arc, Bounds, Instance, Person, SolveError, solve,
    town::{Figures, Town},
};

prop_compose! {
    fn figures()(
        people in 0..120_u32,
        homes in 0..80_u32,
        municipalities in 1..5_u32,
        kept in prop::option::weighted(0.7, 1..15_u32),
        seed: u64,
    ) -> Figures {
        Figures { people, homes, municipalities, kept, seed }
    }
}

/// A town, with its floors or without: with them it may be impossible to satisfy.
fn town(figures: Figures, floors: bool) -> Instance {
    let made = Town::new(figures).map(|town| town.instance);
    let mut instance = made.unwrap_or_else(|errors| panic!("made wrong: {errors:?}"));
    if !floors {
        let no_floor = |bounds: Bounds| Bounds { lower: 0, ..bounds };
        for node in 0..instance.nodes().len() {
            instance.set_node(node, no_floor(instance.nodes()[node].bounds));
        }
        for group in 0..instance.groups().len() {
            instance.set_group(group, no_floor(instance.groups()[group]));
        }
    }
    instance
}

/// What the best plan is worth; `None` when none keeps all bounds.
fn worth(instance: &Instance) -> Result<Option<i64>, TestCaseError> {
    match solve(instance) {
        Ok(solution) => {
            prop_assert_eq!(instance.faults(&solution.plan, false), vec![]);
            prop_assert_eq!(instance.objective(&solution.plan), solution.objective);
            let bound = instance.bound(&solution.prices);
            prop_assert_eq!(bound.floor(), i128::from(solution.objective));
            Ok(Some(solution.objective))
        }
        Err(SolveError::Infeasible(_)) => Ok(None),
        Err(SolveError::TooLarge | SolveError::NotProven) => {
            Err(TestCaseError::fail("small weights"))
        }
    }
}

/// The same question with the people in another order, and of other pairs.
fn again(instance: &Instance, order: &[usize], homes: impl Fn(u32) -> bool) -> Instance {
    let (mut people, mut starts, mut arcs) = (Vec::<Person>::new(), vec![0], Vec::<Arc>::new());
    for &person in order {
        people.push(instance.people()[person]);
        arcs.extend(instance.pairs(person).iter().filter(|arc| homes(arc.home)));
        starts.push(u32::try_from(arcs.len()).unwrap_or(u32::MAX));
    }
    let (groups, nodes) = (instance.groups().to_vec(), instance.nodes().to_vec());
    let made = Instance::new(groups, nodes, people, instance.homes().to_vec(), starts, arcs);
    made.unwrap_or_else(|errors| panic!("made wrong: {errors:?}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_town_is_solved_and_proven_or_said_to_be_impossible(it in figures(), floors: bool) {
        let instance = town(it, floors);
        let found = worth(&instance)?;
        prop_assert!(floors || found.is_some(), "nothing is asked, so nothing is impossible");
    }

    #[test]
    fn the_same_town_gives_the_same_answer(it in figures(), floors: bool) {
        prop_assert_eq!(solve(&town(it, floors)), solve(&town(it, floors)));
    }

    #[test]
    fn the_order_of_people_changes_nothing_in_what_it_is_worth(it in figures(), floors: bool) {
        let instance = town(it, floors);
        let backwards: Vec<_> = (0..instance.people().len()).rev().collect();
        let turned = again(&instance, &backwards, |_| true);
        prop_assert_eq!(worth(&instance)?, worth(&turned)?);
    }

    #[test]
    fn weights_times_three_are_worth_three_times_as_much(it in figures(), floors: bool) {
        let instance = town(it, floors);
        let mut heavier = instance.clone();
        heavier.reweigh(|_, arc| arc.weight * 3);
        prop_assert_eq!(worth(&instance)?.map(|it| it * 3), worth(&heavier)?);
    }

    #[test]
    fn below_nothing_pairs_are_made_for_floors_alone(it in figures()) {
        let mut instance = town(it, true);
        instance.reweigh(|_, arc| arc.weight - 4_000);
        let asked = worth(&instance)?;
        let mut free = town(it, false);
        free.reweigh(|_, arc| arc.weight - 4_000);
        prop_assert!(worth(&free)? >= asked.max(Some(0)));
        free.reweigh(|_, arc| arc.weight.min(-1));
        prop_assert_eq!(worth(&free)?, Some(0));
    }

    #[test]
    fn without_a_home_nothing_is_worth_more(it in figures(), gone: prop::sample::Index) {
        let instance = town(it, false);
        if instance.homes().is_empty() {
            return Ok(());
        }
        let gone = u32::try_from(gone.index(instance.homes().len())).unwrap_or(0);
        let order: Vec<_> = (0..instance.people().len()).collect();
        let fewer = again(&instance, &order, |home| home != gone);
        let (with, without) = (worth(&instance)?, worth(&fewer)?);
        prop_assert!(without <= with);
        // A home is worth at most its heaviest pair.
        let heaviest = instance.arcs().iter().filter(|arc| arc.home == gone);
        let heaviest = heaviest.map(|arc| i64::from(arc.weight)).max().unwrap_or(0).max(0);
        prop_assert!(with <= without.map(|it| it + heaviest));
    }

    #[test]
    fn a_higher_ceiling_is_never_worse(it in figures(), which: prop::sample::Index) {
        let mut instance = town(it, true);
        let before = worth(&instance)?;
        let node = which.index(instance.nodes().len());
        let Bounds { lower, upper } = instance.nodes()[node].bounds;
        instance.set_node(node, Bounds { lower, upper: upper + 1 });
        prop_assert!(worth(&instance)? >= before);
    }
}
