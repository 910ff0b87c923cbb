//! Small networks against trying every flow.

#![expect(clippy::unwrap_used, reason = "a helper of tests may fail like a test")]

use proptest::prelude::*;
use sleutel_netflow::{Network, Solver};

#[derive(Debug, Clone)]
struct Small {
    nodes: u32,
    arcs: Vec<(u32, u32, i64)>,
    costs: Vec<Vec<i64>>,
}

fn small() -> impl Strategy<Value = Small> {
    (2_u32..5, 1_usize..8).prop_flat_map(|(nodes, arcs)| {
        let arc = (0..nodes, 0..nodes, 0_i64..3);
        let costs = proptest::collection::vec(-3_i64..4, arcs);
        (proptest::collection::vec(arc, arcs), proptest::collection::vec(costs, 3))
            .prop_map(move |(arcs, costs)| Small { nodes, arcs, costs })
    })
}

fn total(costs: &[i64], flow: &[i64]) -> i64 {
    costs.iter().zip(flow).map(|(cost, flow)| cost * flow).sum()
}

fn balanced(small: &Small, flow: &[i64]) -> bool {
    (0..small.nodes).all(|node| {
        small
            .arcs
            .iter()
            .zip(flow)
            .map(|(&(from, to, _), flow)| flow * (i64::from(to == node) - i64::from(from == node)))
            .sum::<i64>()
            == 0
    })
}

/// The best vector of goals over every flow there is.
fn best(small: &Small) -> Vec<i64> {
    let mut best: Option<Vec<i64>> = None;
    let mut flow = vec![0; small.arcs.len()];
    loop {
        if balanced(small, &flow) {
            let goals: Vec<_> = small.costs.iter().map(|costs| total(costs, &flow)).collect();
            if best.as_ref().is_none_or(|best| goals < *best) {
                best = Some(goals);
            }
        }
        let Some(at) = (0..flow.len()).find(|&at| flow[at] < small.arcs[at].2) else {
            return best.unwrap();
        };
        flow[at] += 1;
        flow[..at].fill(0);
    }
}

fn network(small: &Small, arcs: usize) -> Network {
    let mut network = Network::new(small.nodes);
    for &(from, to, capacity) in &small.arcs[..arcs] {
        network.add_arc(from, to, capacity).unwrap();
    }
    network
}

fn goals(solver: &Solver) -> Vec<i64> {
    (0..3).map(|tier| solver.objective(tier)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(2_000)
    })]

    #[test]
    fn the_flow_is_the_best_of_all_for_every_goal_in_order(small in small()) {
        let mut solver = Solver::new(network(&small, small.arcs.len()));
        solver.solve(&small.costs).unwrap();
        prop_assert_eq!(goals(&solver), best(&small));
        let flow: Vec<_> = (0_u32..).take(small.arcs.len()).map(|arc| solver.flow(arc)).collect();
        prop_assert!(balanced(&small, &flow));
        prop_assert!(flow.iter().zip(&small.arcs).all(|(flow, arc)| (0..=arc.2).contains(flow)));
        for (tier, costs) in small.costs.iter().enumerate() {
            prop_assert_eq!(solver.objective(tier), total(costs, &flow));
            prop_assert_eq!(solver.objective(tier), solver.bound(tier));
        }
    }

    #[test]
    fn arcs_added_to_a_solved_network_give_the_same_answer_as_a_fresh_one(
        small in small(), later in 0_usize..4,
    ) {
        let first = small.arcs.len().saturating_sub(later);
        let mut solver = Solver::new(network(&small, first));
        solver.solve(&small.costs).unwrap();
        for &(from, to, capacity) in &small.arcs[first..] {
            solver.add_arc(from, to, capacity).unwrap();
        }
        solver.solve(&small.costs).unwrap();
        prop_assert_eq!(goals(&solver), best(&small));
    }

    #[test]
    fn reduced_costs_in_order_say_which_arcs_are_better_empty_and_which_better_full(
        small in small(),
    ) {
        let mut solver = Solver::new(network(&small, small.arcs.len()));
        solver.solve(&small.costs).unwrap();
        for (arc, &(from, to, capacity)) in (0_u32..).zip(&small.arcs) {
            let first = (0..3)
                .map(|tier| {
                    solver.reduced_cost(tier, from, to, small.costs[tier][arc as usize])
                })
                .find(|&reduced| reduced != 0)
                .unwrap_or(0);
            prop_assert!(first <= 0 || solver.flow(arc) == 0);
            prop_assert!(first >= 0 || solver.flow(arc) == capacity);
        }
    }
}

#[test]
fn costs_too_large_to_add_up_are_refused() {
    let mut network = Network::new(2);
    network.add_arc(0, 1, 1).unwrap();
    let mut solver = Solver::new(network);
    assert!(solver.solve(&[vec![i64::MAX / 2]]).is_err());
}
