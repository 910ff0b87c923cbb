//! Looking ahead: what it changes, and what it never may.
#![expect(clippy::unwrap_used, reason = "a helper of tests may fail like a test")]

mod support;

use proptest::prelude::*;
use sleutel_domain::{
    Answer, Cents,
    homes::Adaptation,
    participants::{Direction, PriorityGround, Strength},
    placement::{
        Agreed, Ahead, CandidateWish, ExpectedHomes, ExpectedNewcomers, Goal, Proposal, RoundInput,
    },
};
use sleutel_placement::propose;
use sleutel_placement_check::{Violation, check};
use support::{Shape, town, with_limits};

const SMALL: Shape =
    Shape { people: 2, homes: 1, neighbourhoods: 2, groups: 1, unknown: 0, fixings: 0, slack: 9 };

/// Two households, one home on offer in the first neighbourhood, no numbers anywhere, and
/// a home like it expected in the second.
fn two_and_one_home() -> RoundInput {
    let mut input = town(1, SMALL);
    for node in &mut input.nodes {
        node.agreed = Agreed::default();
    }
    input.groups[0].agreed = Agreed::default();
    let (first, second) = (input.nodes.len() - 4, input.nodes.len() - 2);
    input.homes[0].node = first;
    let facts = &mut input.homes[0].facts;
    facts.rooms = 1;
    facts.floor = 0;
    facts.adaptation = Adaptation::Ordinary;
    facts.target = sleutel_domain::homes::Target::General;
    facts.rent = Cents::new(50_000).unwrap();
    for candidate in &mut input.candidates {
        candidate.ready = true;
        candidate.people = Answer::Known(1);
        candidate.ground = PriorityGround::None;
        candidate.waiting_since = input.date;
        candidate.limits.adaptation = Answer::Known(Adaptation::Ordinary);
        candidate.limits.rent = Answer::Known(Cents::new(50_000).unwrap());
        candidate.limits.pets = Answer::Known(false);
        candidate.limits.smokes = Answer::Known(false);
        candidate.wishes.clear();
        candidate.network.clear();
        candidate.exclusions.clear();
        candidate.offered.clear();
    }
    input.ahead = Some(Ahead {
        futures: 3,
        weeks: 26,
        homes: vec![ExpectedHomes {
            node: second,
            facts: input.homes[0].facts.clone(),
            thousandths: 1_000,
        }],
        newcomers: Vec::new(),
    });
    input
}

fn wants(input: &mut RoundInput, candidate: usize, node: usize, strength: Strength) {
    let place = input.nodes[node].place.clone();
    let wish = CandidateWish { place, direction: Direction::Prefer, strength };
    input.candidates[candidate].wishes.push(wish);
}

/// The first household wants both neighbourhoods, the second a little and only the first.
fn who_can_wait() -> RoundInput {
    let mut input = two_and_one_home();
    let (first, second) = (input.nodes.len() - 4, input.nodes.len() - 2);
    wants(&mut input, 0, first, Strength::Strong);
    wants(&mut input, 0, second, Strength::Strong);
    wants(&mut input, 1, first, Strength::Slight);
    input
}

fn sound(input: &RoundInput) -> Proposal {
    let proposal = propose(input).unwrap();
    assert_eq!(check(input, &proposal), []);
    proposal
}

/// By its place in the input, who gets the first home.
fn taker(input: &RoundInput) -> usize {
    let proposal = sound(input);
    let reference = &proposal.placements[0].candidate;
    input.candidates.iter().position(|it| it.reference == *reference).unwrap()
}

fn not_ahead(input: &RoundInput) -> RoundInput {
    RoundInput { ahead: None, ..input.clone() }
}

#[test]
fn a_home_goes_to_who_cannot_expect_another_as_good() {
    let input = who_can_wait();
    assert_eq!(taker(&not_ahead(&input)), 0);
    assert_eq!(taker(&input), 1);
}

#[test]
fn a_proposal_says_what_waiting_was_expected_to_be_worth() {
    let input = who_can_wait();
    let proposal = sound(&input);
    let prices = proposal.ahead.as_ref().unwrap();
    let worth = prices.waiting.iter().find(|it| it.0 == input.candidates[0].reference);
    assert_eq!(worth.map(|it| it.1), Some(400));
    let [runner_up] = proposal.placements[0].runners_up.as_slice() else {
        panic!("somebody else could have had the home")
    };
    assert_eq!((runner_up.fit.now(), runner_up.fit.later, runner_up.fit.total()), (500, -400, 100));
}

#[test]
fn who_has_more_points_here_but_for_later_is_told_from_who_has_fewer() {
    let input = who_can_wait();
    let told = |input: &RoundInput| {
        let given = sound(input).placements.remove(0);
        given.runners_up.iter().map(|it| it.stepped_back(given.fit)).collect::<Vec<_>>()
    };
    assert_eq!(told(&input), [true]);
    assert_eq!(told(&not_ahead(&input)), [false]);
}

#[test]
fn a_step_free_home_goes_to_who_can_pay_no_other_that_is_expected() {
    let mut input = two_and_one_home();
    input.homes[0].facts.adaptation = Adaptation::StepFree;
    for candidate in &mut input.candidates {
        candidate.limits.adaptation = Answer::Known(Adaptation::StepFree);
    }
    // The first household fits better now, and can pay the home that is expected.
    let limit = Cents::new(70_000).unwrap();
    input.candidates[0].limits.rent = Answer::Known(limit);
    let expected = &mut input.ahead.as_mut().unwrap().homes[0];
    expected.facts.adaptation = Adaptation::StepFree;
    expected.facts.rent = limit;
    assert_eq!(taker(&not_ahead(&input)), 0);
    assert_eq!(taker(&input), 1);
}

#[test]
fn somebody_with_a_ground_is_never_asked_to_wait() {
    let mut input = who_can_wait();
    input.candidates[0].ground = PriorityGround::Safety;
    assert_eq!(taker(&input), 0);
    input.candidates[1].ground = PriorityGround::Safety;
    assert_eq!(taker(&input), 0);
}

#[test]
fn a_home_is_given_though_everybody_could_wait() {
    let mut input = who_can_wait();
    input.ahead.as_mut().unwrap().homes[0].thousandths = 9_000;
    assert_eq!(sound(&input).empty, []);
}

#[test]
fn expecting_nothing_is_the_same_as_not_looking_ahead() {
    let mut input = who_can_wait();
    input.ahead.as_mut().unwrap().homes.clear();
    let (with, without) = (sound(&input), sound(&not_ahead(&input)));
    assert_eq!(with.placements, without.placements);
    assert_eq!(with.goals, without.goals);
    assert!(without.ahead.is_none());
}

#[test]
fn newcomers_who_want_the_same_make_waiting_worth_less() {
    let mut input = who_can_wait();
    let group = input.groups[0].code.clone();
    input.ahead.as_mut().unwrap().newcomers = vec![ExpectedNewcomers { group, households: 40 }];
    let prices = sound(&input).ahead.unwrap();
    assert_eq!(prices.waiting, []);
}

#[track_caller]
fn check_finds(
    tamper: impl FnOnce(&mut RoundInput, &mut Proposal),
    expected: impl Fn(&Violation) -> bool,
) {
    let mut input = who_can_wait();
    let mut proposal = sound(&input);
    tamper(&mut input, &mut proposal);
    let found = check(&input, &proposal);
    assert!(found.iter().any(expected), "found only {found:?}");
}

#[test]
fn another_price_for_waiting_is_seen_by_the_checker() {
    check_finds(
        |_, proposal| proposal.ahead.as_mut().unwrap().waiting[0].1 += 1,
        |it| matches!(it, Violation::Fit { .. }),
    );
}

#[test]
fn a_price_left_out_is_seen_by_the_checker() {
    check_finds(
        |_, proposal| proposal.ahead.as_mut().unwrap().waiting.clear(),
        |it| matches!(it, Violation::Fit { .. }),
    );
}

#[test]
fn prices_in_a_round_that_does_not_look_ahead_are_seen_by_the_checker() {
    check_finds(|input, _| input.ahead = None, |it| *it == Violation::Ahead);
    check_finds(|_, proposal| proposal.ahead = None, |it| *it == Violation::Ahead);
}

#[test]
fn a_price_for_somebody_with_a_ground_is_seen_by_the_checker() {
    check_finds(
        |input, _| input.candidates[0].ground = PriorityGround::Safety,
        |it| *it == Violation::Ahead,
    );
}

#[test]
fn a_forecast_that_does_not_go_with_the_round_is_refused() {
    let mut input = who_can_wait();
    input.ahead.as_mut().unwrap().homes[0].node = 999;
    input.ahead.as_mut().unwrap().futures = 0;
    assert_eq!(propose(&input).unwrap_err().len(), 2);
}

fn shape() -> impl Strategy<Value = Shape> {
    (1_usize..30, 1_usize..12, 1_usize..6, 1_usize..4, 0_u64..20, 1_u32..5).prop_map(
        |(people, homes, neighbourhoods, groups, unknown, slack)| Shape {
            people,
            homes,
            neighbourhoods,
            groups,
            unknown,
            fixings: 2,
            slack,
        },
    )
}

/// A town that expects the homes of another town like it.
fn looking_ahead(seed: u64, shape: Shape) -> RoundInput {
    let mut input = town(seed, shape);
    let expected = town(seed.wrapping_add(1), shape).homes.into_iter();
    input.ahead = Some(Ahead {
        futures: 2,
        weeks: 20,
        homes: expected
            .map(|home| ExpectedHomes { node: home.node, facts: home.facts, thousandths: 1_500 })
            .collect(),
        newcomers: input
            .groups
            .iter()
            .map(|it| ExpectedNewcomers { group: it.code.clone(), households: 3 })
            .collect(),
    });
    input
}

fn before_fit(proposal: &Proposal) -> Vec<(Goal, i64)> {
    let goals = proposal.goals.iter().take_while(|it| it.goal != Goal::Fit);
    goals.map(|it| (it.goal, it.reached)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn looking_ahead_gives_up_nothing_of_any_goal_before_the_fit(seed: u64, shape in shape()) {
        let input = looking_ahead(seed, shape);
        let (with, without) = (propose(&input).unwrap(), propose(&not_ahead(&input)).unwrap());
        prop_assert_eq!(check(&input, &with), []);
        prop_assert!(with.proven());
        prop_assert_eq!(before_fit(&with), before_fit(&without));
    }

    #[test]
    fn the_checker_accepts_looking_ahead_beside_every_other_limit(seed: u64, shape in shape()) {
        let input = with_limits(looking_ahead(seed, shape), seed);
        prop_assert_eq!(check(&input, &propose(&input).unwrap()), []);
    }

    #[test]
    fn the_same_round_sees_the_same_futures(seed: u64, shape in shape()) {
        let input = looking_ahead(seed, shape);
        prop_assert_eq!(propose(&input).unwrap(), propose(&input).unwrap());
    }

    #[test]
    fn the_order_of_the_input_decides_nothing_of_the_prices(seed: u64, shape in shape()) {
        let input = looking_ahead(seed, shape);
        let mut other = input.clone();
        other.candidates.reverse();
        other.homes.reverse();
        other.ahead.as_mut().unwrap().homes.reverse();
        other.ahead.as_mut().unwrap().newcomers.reverse();
        let (one, two) = (propose(&input).unwrap(), propose(&other).unwrap());
        let mut waiting = two.ahead.unwrap().waiting;
        waiting.reverse();
        prop_assert_eq!(one.ahead.unwrap().waiting, waiting);
        prop_assert_eq!(one.goals, two.goals);
    }
}
