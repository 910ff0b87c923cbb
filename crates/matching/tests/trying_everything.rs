//! Small instances, solved and compared with every plan there is.

use proptest::prelude::*;
use sleutel_matching::{Arc, Bounds, Instance, Node, Person, Plan, SolveError, solve, solve_from};

fn bounds(most: u32) -> impl Strategy<Value = Bounds> {
    (0..=most, 0..=most).prop_map(|(one, other)| Bounds {
        // Mostly no floor, so that most instances can be satisfied.
        lower: one.min(other).saturating_sub(2),
        upper: one.max(other),
    })
}

prop_compose! {
    fn instances()(
        people in 1..6_usize, homes in 1..6_usize, nodes in 1..6_usize, groups in 1..4_usize,
        spread in prop_oneof![Just(3), Just(50), Just(100_000)],
    )(
        group_bounds in prop::collection::vec(bounds(5), groups),
        node_bounds in prop::collection::vec(bounds(5), nodes),
        parents in prop::collection::vec(any::<prop::sample::Index>(), nodes),
        roots in prop::collection::vec(prop::bool::weighted(0.15), nodes),
        members in prop::collection::vec(0..groups, people),
        places in prop::collection::vec(0..nodes, homes),
        pairs in prop::collection::vec(prop::option::weighted(0.7, -spread / 3..spread), people * homes),
    ) -> Instance {
        let short = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let parent = |at: usize| {
            (at > 0 && !roots[at]).then(|| short(parents[at].index(at)))
        };
        let nodes = node_bounds.iter().enumerate();
        let nodes = nodes.map(|(at, &bounds)| Node { parent: parent(at), bounds, load_cap: None });
        let (mut starts, mut arcs) = (vec![0], vec![]);
        for row in pairs.chunks(places.len()) {
            for (home, weight) in row.iter().enumerate() {
                arcs.extend(weight.map(|weight| Arc { home: short(home), weight }));
            }
            starts.push(short(arcs.len()));
        }
        let people = members.iter().map(|&group| Person { group: short(group), load: 1 });
        let homes = places.iter().map(|&node| short(node)).collect();
        Instance::new(group_bounds, nodes.collect(), people.collect(), homes, starts, arcs)
            .unwrap_or_else(|errors| panic!("made wrong: {errors:?}"))
    }
}

/// Something that changes between one time and the next.
#[derive(Debug, Clone, Copy)]
enum Change {
    Ban,
    Pin,
    Group(Bounds),
    Node(Bounds),
    Newcomer,
    Weights(i32),
}

fn changes() -> impl Strategy<Value = (Change, prop::sample::Index)> {
    let change = prop_oneof![
        Just(Change::Ban),
        Just(Change::Pin),
        bounds(5).prop_map(Change::Group),
        bounds(5).prop_map(Change::Node),
        Just(Change::Newcomer),
        (-9..9).prop_map(Change::Weights),
    ];
    (change, any::<prop::sample::Index>())
}

fn make(instance: &mut Instance, change: Change, which: prop::sample::Index) {
    let person = which.index(instance.people().len());
    let home = instance.pairs(person).first().map(|arc| arc.home);
    match change {
        Change::Ban => home.into_iter().for_each(|home| instance.ban(person, home)),
        Change::Pin => home.into_iter().for_each(|home| assert!(instance.pin(person, home))),
        Change::Group(bounds) => instance.set_group(which.index(instance.groups().len()), bounds),
        Change::Node(bounds) => instance.set_node(which.index(instance.nodes().len()), bounds),
        Change::Newcomer => {
            let pairs = instance.pairs(person).to_vec();
            assert_eq!(instance.add_person(instance.people()[person], &pairs), Ok(()));
        }
        Change::Weights(by) => {
            instance.reweigh(|person, arc| arc.weight + by * i32::try_from(person).unwrap_or(0));
        }
    }
}

/// The most any plan within all bounds weighs.
fn best(instance: &Instance, plan: &mut Plan, taken: &mut [bool]) -> Option<i64> {
    let person = plan.home_of.len();
    if person == instance.people().len() {
        return instance.faults(plan, false).is_empty().then(|| instance.objective(plan));
    }
    plan.home_of.push(None);
    let mut found = best(instance, plan, taken);
    for arc in instance.pairs(person) {
        if !std::mem::replace(&mut taken[arc.home as usize], true) {
            plan.home_of[person] = Some(arc.home);
            found = found.max(best(instance, plan, taken));
            taken[arc.home as usize] = false;
        }
    }
    plan.home_of.pop();
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn no_plan_is_better_and_the_prices_prove_it(instance in instances()) {
        let all = best(&instance, &mut Plan::default(), &mut vec![false; instance.homes().len()]);
        match solve(&instance) {
            Ok(solution) => {
                prop_assert_eq!(Some(solution.objective), all);
                prop_assert!(instance.faults(&solution.plan, false).is_empty());
                prop_assert_eq!(solution.bound, instance.bound(&solution.prices));
                prop_assert!(solution.is_optimal());
            }
            Err(SolveError::Infeasible(cut)) => {
                prop_assert_eq!(all, None);
                prop_assert!(!cut.node_floors.is_empty() || !cut.group_floors.is_empty());
                // Without the floors and ceilings that are named, it can be done.
                let mut eased = instance.clone();
                let free = Bounds { lower: 0, upper: 5 };
                let nodes = cut.node_floors.iter().chain(&cut.node_ceilings);
                let named = nodes.clone().count() + cut.group_floors.len() + cut.group_ceilings.len();
                prop_assert!(named > 0);
                nodes.for_each(|&node| eased.set_node(node as usize, free));
                let groups = cut.group_floors.iter().chain(&cut.group_ceilings);
                groups.for_each(|&group| eased.set_group(group as usize, free));
                if let Err(SolveError::Infeasible(again)) = solve(&eased) {
                    prop_assert!(again != cut, "what was named makes no difference");
                }
            }
            Err(SolveError::TooLarge | SolveError::NotProven) => {
                prop_assert!(false, "small weights");
            }
        }
    }

    #[test]
    fn going_on_from_an_earlier_solution_is_as_good_as_starting_afresh(
        instance in instances(),
        changes in prop::collection::vec(changes(), 1..4),
    ) {
        let Ok(mut before) = solve(&instance) else { return Ok(()) };
        let mut instance = instance;
        for (change, which) in changes {
            make(&mut instance, change, which);
            match (solve_from(&instance, &before), solve(&instance)) {
                (Ok(again), Ok(afresh)) => {
                    prop_assert_eq!(again.objective, afresh.objective);
                    prop_assert!(again.is_optimal());
                    prop_assert!(instance.faults(&again.plan, false).is_empty());
                    before = again;
                }
                (Err(_), Err(_)) => return Ok(()),
                (again, afresh) => prop_assert!(false, "{:?} and {:?}", again, afresh),
            }
        }
    }
}
