//! The separate checker sees what is wrong with a proposal somebody has changed.

mod support;

use sleutel_domain::{
    Answer, Reference, VacancyCode,
    homes::{Adaptation, AreaLevel},
    placement::{Bound, Goal, LoadCeiling, PairVerdict, Proposal, RoundInput, RuleName, Together},
};
use sleutel_placement::{Judge, propose};
use sleutel_placement_check::{Violation, check};
use support::{Shape, town, with_limits};

/// A town where some are placed, some are not, and a home stays empty.
fn round() -> (RoundInput, Proposal) {
    let shape = Shape {
        people: 40,
        homes: 20,
        neighbourhoods: 4,
        groups: 3,
        unknown: 5,
        fixings: 0,
        slack: 3,
    };
    let input = town(7, shape);
    let Ok(proposal) = propose(&input) else { panic!("the town is sound") };
    assert!(proposal.placements.len() > 3 && proposal.unplaced.len() > 3);
    assert!(!proposal.empty.is_empty());
    (input, proposal)
}

#[track_caller]
fn check_finds(
    tamper: impl FnOnce(&mut RoundInput, &mut Proposal),
    expected: impl Fn(&Violation) -> bool,
) {
    let (mut input, mut proposal) = round();
    assert_eq!(check(&input, &proposal), []);
    tamper(&mut input, &mut proposal);
    let found = check(&input, &proposal);
    assert!(found.iter().any(expected), "found only {found:?}");
}

/// The candidate on the first line, to change what the rules read.
fn first<'a>(
    input: &'a mut RoundInput,
    proposal: &Proposal,
) -> &'a mut sleutel_domain::placement::Candidate {
    let reference = &proposal.placements[0].candidate;
    let Some(own) = input.candidates.iter_mut().find(|it| it.reference == *reference) else {
        panic!("the line is about somebody in the round")
    };
    own
}

fn breaks(rule: RuleName) -> impl Fn(&Violation) -> bool {
    move |violation| matches!(violation, Violation::Rule { rule: broken, .. } if *broken == rule)
}

#[test]
fn somebody_left_out_is_missed() {
    check_finds(
        |_, proposal| drop(proposal.unplaced.remove(0)),
        |it| matches!(it, Violation::CandidateTimes { times: 0, .. }),
    );
}

#[test]
fn a_home_given_twice_is_seen() {
    check_finds(
        |_, proposal| proposal.placements[1].vacancy = proposal.placements[0].vacancy.clone(),
        |it| matches!(it, Violation::VacancyTimes { times: 2, .. }),
    );
}

#[test]
fn somebody_from_elsewhere_is_seen() {
    let stranger = Reference::new("X").unwrap();
    check_finds(
        |_, proposal| proposal.placements[0].candidate = Reference::new("X").unwrap(),
        |it| *it == Violation::UnknownCandidate(stranger.clone()),
    );
}

#[test]
fn lines_out_of_order_are_seen() {
    check_finds(|_, proposal| proposal.placements.reverse(), |it| *it == Violation::Order);
}

#[test]
fn somebody_who_is_not_ready_is_seen() {
    check_finds(
        |input, proposal| first(input, proposal).ready = false,
        |it| matches!(it, Violation::NotReady(_)),
    );
}

#[test]
fn a_household_that_has_grown_no_longer_fits() {
    check_finds(
        |input, proposal| first(input, proposal).people = Answer::Known(20),
        breaks(RuleName::Rooms),
    );
}

#[test]
fn a_rent_above_the_limit_is_seen() {
    check_finds(
        |input, _| {
            for home in &mut input.homes {
                home.facts.rent = sleutel_domain::Cents::new(500_000).unwrap();
            }
        },
        breaks(RuleName::Rent),
    );
}

#[test]
fn a_need_the_home_is_not_fitted_for_is_seen() {
    check_finds(
        |input, proposal| {
            first(input, proposal).limits.adaptation = Answer::Known(Adaptation::Wheelchair);
            for home in &mut input.homes {
                home.facts.adaptation = Adaptation::Ordinary;
            }
        },
        breaks(RuleName::Adaptation),
    );
}

#[test]
fn an_exclusion_of_the_whole_city_is_seen() {
    check_finds(
        |input, proposal| {
            let city = input.nodes[0].place.clone();
            first(input, proposal).exclusions = vec![city];
        },
        breaks(RuleName::Exclusion),
    );
}

#[test]
fn an_open_question_is_seen() {
    check_finds(
        |input, proposal| first(input, proposal).people = Answer::Unknown,
        |it| matches!(it, Violation::NotAsked { .. }),
    );
}

#[test]
fn an_impossible_exchange_is_seen() {
    let (input, proposal) = round();
    let judge = Judge::new(&input);
    let home =
        |vacancy: &VacancyCode| input.homes.iter().position(|it| it.vacancy == *vacancy).unwrap();
    let who = |reference: &Reference| {
        input.candidates.iter().position(|it| it.reference == *reference).unwrap()
    };
    let mut tried = 0;
    for line in &proposal.unplaced {
        let refused = |at: &&sleutel_domain::placement::Placement| {
            let verdict = judge.verdict(who(&line.candidate), home(&at.vacancy));
            matches!(verdict, PairVerdict::Refused(_))
        };
        if let Some(at) = proposal.placements.iter().position(|it| refused(&it)) {
            let mut other = proposal.clone();
            other.placements[at].candidate = line.candidate.clone();
            let found = check(&input, &other);
            assert!(found.iter().any(|it| matches!(it, Violation::Rule { .. })));
            tried += 1;
        }
    }
    assert!(tried > 0);
}

#[test]
fn points_that_are_not_there_are_seen() {
    check_finds(
        |_, proposal| proposal.placements[0].fit.wish -= 1,
        |it| matches!(it, Violation::Fit { .. }),
    );
}

#[test]
fn weeks_that_were_not_waited_are_seen() {
    check_finds(
        |_, proposal| proposal.placements[0].weeks_waited += 1,
        |it| matches!(it, Violation::Line(_)),
    );
}

#[test]
fn a_lowered_ceiling_is_passed() {
    check_finds(
        |input, _| {
            input.nodes[0].agreed.lower = 0;
            input.nodes[0].agreed.upper = Some(1);
            input.nodes[0].agreed.realised = 0;
        },
        |it| matches!(it, Violation::Ceiling { bound: Bound::Area(_), room: 1, .. }),
    );
}

#[test]
fn a_group_counted_wrong_is_seen() {
    check_finds(
        |_, proposal| proposal.bounds[0].after += 1,
        |it| matches!(it, Violation::Use { .. }),
    );
}

#[test]
fn an_invented_shortfall_is_seen() {
    check_finds(
        |input, proposal| {
            let bound = Bound::Group(input.groups[0].code.clone());
            let short = sleutel_domain::placement::Shortfall { bound, due: 99, given: 0 };
            proposal.shortfalls.push(short);
        },
        |it| matches!(it, Violation::Shortfall { due: 99, .. }),
    );
}

#[test]
fn a_pin_said_to_be_broken_that_was_never_laid_down_is_seen() {
    check_finds(
        |_, proposal| {
            let line = &proposal.placements[0];
            proposal.pins_broken.push((line.candidate.clone(), line.vacancy.clone()));
        },
        |it| matches!(it, Violation::Pin { .. }),
    );
}

#[test]
fn a_goal_that_claims_more_than_it_reached_is_seen() {
    for goal in Goal::ALL {
        check_finds(
            |_, proposal| proposal.goals[goal as usize].reached += 1,
            |it| matches!(it, Violation::Goal { goal: wrong, .. } if *wrong == goal),
        );
    }
}

#[test]
fn a_goal_past_its_own_bound_is_seen() {
    check_finds(
        |_, proposal| proposal.goals[Goal::Lot as usize].bound -= 1,
        |it| matches!(it, Violation::Bound { goal: Goal::Lot, .. }),
    );
}

#[test]
fn a_goal_left_out_is_seen() {
    check_finds(
        |_, proposal| proposal.goals.truncate(8),
        |it| *it == Violation::GoalMissing(Goal::Lot),
    );
}

#[test]
fn more_support_load_than_a_place_can_carry_is_seen() {
    check_finds(
        |input, _| input.nodes[0].load = Some(LoadCeiling { upper: 9, carried: 8 }),
        |it| matches!(it, Violation::Load { carried: 8, added: 2.., .. }),
    );
}

#[test]
fn a_load_reported_wrong_is_seen() {
    let (input, _) = round();
    let input = with_limits(input, 7);
    let Ok(mut proposal) = propose(&input) else { panic!("the town is sound") };
    assert_eq!(check(&input, &proposal), []);
    proposal.loads[0].after += 1;
    let found = check(&input, &proposal);
    assert!(matches!(found.as_slice(), [Violation::LoadUse { .. }]), "found {found:?}");
}

#[test]
fn households_that_move_together_and_are_apart_are_seen() {
    check_finds(
        |input, proposal| {
            input.together.push(Together {
                one: proposal.placements[0].candidate.clone(),
                other: proposal.unplaced[0].candidate.clone(),
                within: AreaLevel::Municipality,
            });
        },
        |it| matches!(it, Violation::Together { .. }),
    );
}

#[test]
fn an_association_that_gives_too_much_is_seen() {
    check_finds(
        |input, _| {
            let association = input.homes[0].association.clone();
            input.associations.push(sleutel_domain::placement::AssociationTarget {
                code: association,
                name: String::new(),
                agreed: sleutel_domain::placement::Agreed { lower: 0, upper: Some(5), realised: 4 },
            });
        },
        |it| matches!(it, Violation::Ceiling { bound: Bound::Association(_), room: 1, .. }),
    );
}
