//! Small invented towns: what is proposed holds, and is the same however it is asked.

mod support;

use proptest::prelude::*;
use sleutel_domain::{
    Answer,
    participants::Limits,
    placement::{Change, Fixing, FixingKind, Goal, PairVerdict, Proposal, RoundInput, WhyNot},
};
use sleutel_placement::{Judge, SolvedRound, first_change, propose};
use sleutel_placement_check::check;
use support::{Shape, town, with_limits};

fn shape() -> impl Strategy<Value = Shape> {
    (0_usize..60, 1_usize..20, 1_usize..8, 1_usize..5, 0_u64..30, 0_usize..8, 1_u32..4).prop_map(
        |(people, homes, neighbourhoods, groups, unknown, fixings, slack)| Shape {
            people,
            homes,
            neighbourhoods,
            groups,
            unknown,
            fixings,
            slack,
        },
    )
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

fn pairs(proposal: &Proposal) -> Vec<(String, String)> {
    let mut pairs: Vec<_> = proposal
        .placements
        .iter()
        .map(|line| (line.candidate.to_string(), line.vacancy.to_string()))
        .collect();
    pairs.sort();
    pairs
}

/// The input with its candidates, homes and fixings in another order.
fn shuffled(input: &RoundInput, by: u64) -> RoundInput {
    let mut other = input.clone();
    let key = |code: &str| {
        code.bytes().fold(by, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
    };
    other.candidates.sort_by_key(|it| key(it.reference.as_str()));
    other.homes.sort_by_key(|it| key(it.vacancy.as_str()));
    other.fixings.reverse();
    other
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn the_separate_checker_finds_nothing(seed: u64, shape in shape()) {
        let input = town(seed, shape);
        let proposal = propose(&input).unwrap();
        prop_assert_eq!(check(&input, &proposal), []);
        prop_assert!(proposal.proven());
    }

    #[test]
    fn nor_where_loads_targets_main_groups_and_links_are_kept(seed: u64, shape in shape()) {
        let input = with_limits(town(seed, shape), seed);
        let proposal = propose(&input).unwrap();
        prop_assert_eq!(check(&input, &proposal), []);
    }

    #[test]
    fn the_same_input_gives_the_same_proposal(seed: u64, shape in shape()) {
        let input = town(seed, shape);
        prop_assert_eq!(propose(&input).unwrap(), propose(&input).unwrap());
    }

    #[test]
    fn the_order_of_the_input_decides_nothing(seed: u64, by: u64, shape in shape()) {
        let input = town(seed, shape);
        let other = shuffled(&input, by);
        let (one, two) = (propose(&input).unwrap(), propose(&other).unwrap());
        prop_assert_eq!(pairs(&one), pairs(&two));
        prop_assert_eq!(one.goals, two.goals);
    }

    #[test]
    fn not_knowing_something_never_makes_a_rule_refuse(seed: u64, shape in shape()) {
        let input = town(seed, shape);
        let mut blank = input.clone();
        for candidate in &mut blank.candidates {
            candidate.limits = Limits::default();
            candidate.people = Answer::Unknown;
            candidate.head_age = Answer::Unknown;
            candidate.oldest_age = Answer::Unknown;
        }
        let (told, untold) = (Judge::new(&input), Judge::new(&blank));
        for candidate in 0..shape.people {
            for home in 0..shape.homes {
                if !matches!(told.verdict(candidate, home), PairVerdict::Refused(_)) {
                    let verdict = untold.verdict(candidate, home);
                    prop_assert!(!matches!(verdict, PairVerdict::Refused(_)));
                }
            }
        }
    }

    #[test]
    fn not_knowing_something_never_makes_a_home_possible(seed: u64, shape in shape()) {
        let input = town(seed, Shape { unknown: 0, ..shape });
        for candidate in 0..shape.people.min(10) {
            let told = Judge::new(&input);
            let mut blank = input.clone();
            // The need for an adapted home stays: it decides for others too.
            let adaptation = blank.candidates[candidate].limits.adaptation;
            blank.candidates[candidate].limits = Limits { adaptation, ..Limits::default() };
            blank.candidates[candidate].head_age = Answer::Unknown;
            let untold = Judge::new(&blank);
            for home in 0..shape.homes {
                if untold.verdict(candidate, home) == PairVerdict::Fits {
                    prop_assert_eq!(told.verdict(candidate, home), PairVerdict::Fits);
                }
            }
        }
    }

    #[test]
    fn a_promised_change_gets_somebody_a_home(seed: u64, shape in shape()) {
        let input = town(seed, shape);
        let proposal = propose(&input).unwrap();
        for unplaced in proposal.unplaced.iter().take(5) {
            let change = first_change(&input, &proposal, &unplaced.candidate).unwrap();
            prop_assert_eq!(change == Change::MakeReady, unplaced.why == WhyNot::NotReady);
            let mut changed = input.clone();
            match &change {
                Change::GroupCeiling { group, upper } => {
                    let share = changed.groups.iter_mut().find(|it| it.code == *group).unwrap();
                    prop_assert!(share.agreed.upper.unwrap() < *upper);
                    share.agreed.upper = Some(*upper);
                }
                Change::AreaCeiling { place, upper } => {
                    let node = changed.nodes.iter_mut().find(|it| it.place == *place).unwrap();
                    prop_assert!(node.agreed.upper.unwrap() < *upper);
                    node.agreed.upper = Some(*upper);
                }
                Change::Rent { limit, .. } => {
                    let mut own = changed.candidates.iter_mut();
                    let own = own.find(|it| it.reference == unplaced.candidate).unwrap();
                    own.limits.rent = Answer::Known(*limit);
                }
                Change::Stairs { floor, .. } => {
                    let mut own = changed.candidates.iter_mut();
                    let own = own.find(|it| it.reference == unplaced.candidate).unwrap();
                    own.limits.stairs = Answer::Known(*floor);
                }
                Change::Answer { .. }
                | Change::Place { .. }
                | Change::LoadCeiling { .. }
                | Change::AssociationCeiling { .. }
                | Change::Apart { .. }
                | Change::Lift { .. }
                | Change::OneMoreLike { .. }
                | Change::MakeReady
                | Change::HomeWith { .. } => continue,
            }
            let after = propose(&changed).unwrap();
            prop_assert!(after.placements.iter().any(|it| it.candidate == unplaced.candidate));
        }
    }

    #[test]
    fn what_a_reason_says_would_be_lost_is_lost_at_least(seed: u64, shape in shape()) {
        let mut input = town(seed, shape);
        input.settings.spare_rooms = 3;
        let proposal = propose(&input).unwrap();
        let runners_up = proposal.placements.iter().flat_map(|line| {
            let vacancy = &line.vacancy;
            line.runners_up.iter().map(move |it| (&it.candidate, vacancy, it.decided_by, it.loss))
        });
        let outweighed = proposal.unplaced.iter().filter_map(|line| match &line.why {
            WhyNot::Outweighed { vacancy, decided_by, loss } => {
                Some((&line.candidate, vacancy, *decided_by, *loss))
            }
            WhyNot::NotReady
            | WhyNot::NoHomeFits { .. }
            | WhyNot::AskFirst { .. }
            | WhyNot::GroupFull { .. }
            | WhyNot::AreaFull { .. }
            | WhyNot::LoadFull { .. }
            | WhyNot::AssociationFull { .. }
            | WhyNot::Together { .. } => None,
        });
        for (candidate, vacancy, decided_by, loss) in runners_up.chain(outweighed).take(8) {
            let (candidate, vacancy) = (candidate.clone(), vacancy.clone());
            if input.fixings.iter().any(|it| it.candidate == candidate && it.vacancy == vacancy) {
                continue;
            }
            let mut forced = input.clone();
            let kind = FixingKind::Pin;
            forced.fixings.push(Fixing { candidate: candidate.clone(), vacancy: vacancy.clone(), kind });
            let after = propose(&forced).unwrap();
            if after.pins_broken.contains(&(candidate, vacancy)) {
                continue;
            }
            let lost = |goal: Goal| {
                let (before, after) = (proposal.goals[goal as usize], after.goals[goal as usize]);
                match goal {
                    Goal::Floors => after.reached - before.reached,
                    // The pin that forces the pair is not one that was laid down.
                    Goal::Pins => before.reached - (after.reached - 1),
                    Goal::Ground
                    | Goal::Comparable
                    | Goal::HomesUsed
                    | Goal::Fit
                    | Goal::Waiting
                    | Goal::Spread
                    | Goal::Lot => before.reached - after.reached,
                }
            };
            let first = Goal::ALL.into_iter().map(|goal| (goal, lost(goal))).find(|it| it.1 != 0);
            let (goal, lost) = first.unwrap_or((Goal::Lot, 0));
            prop_assert!(loss >= 0);
            prop_assert!(
                goal < decided_by || (goal == decided_by && lost >= loss),
                "said {decided_by:?} {loss}, lost {goal:?} {lost}"
            );
        }
    }

    #[test]
    fn nobody_asks_for_a_change_who_has_a_home(seed: u64, shape in shape()) {
        let input = town(seed, shape);
        let round = SolvedRound::new(&input).unwrap();
        for placed in round.proposal().placements {
            prop_assert_eq!(round.first_change(&placed.candidate), None);
        }
    }
}
