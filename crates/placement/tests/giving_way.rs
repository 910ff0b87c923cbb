//! What is said about limits that collide, and about one more, against solving anew.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

mod support;

use jiff::civil::date;
use proptest::prelude::*;
use sleutel_domain::placement::{
    Agreed, Bound, Change, Demand, FixingKind, Goal, Proposal, RoundInput,
};
use sleutel_placement::{Changes, SolvedRound, first_change, propose, propose_in_full};
use sleutel_placement_check::check;
use support::{Shape, town, with_limits};

fn shape() -> impl Strategy<Value = Shape> {
    (0_usize..30, 1_usize..12, 1_usize..6, 1_usize..4, 0_u64..20, 0_usize..10, 1_u32..3).prop_map(
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

/// A town on the last day of the year, when all of every floor is due.
fn tight(seed: u64, shape: Shape, limits: bool) -> RoundInput {
    let mut input = town(seed, shape);
    if limits {
        input = with_limits(input, seed);
    }
    input.date = date(2026, 12, 31);
    input.settings.spare_rooms = 3;
    input
}

fn agreed<'a>(input: &'a mut RoundInput, bound: &Bound) -> &'a mut Agreed {
    match bound {
        Bound::Group(code) => {
            &mut input.groups.iter_mut().find(|it| it.code == *code).unwrap().agreed
        }
        Bound::Area(place) => {
            &mut input.nodes.iter_mut().find(|it| it.place == *place).unwrap().agreed
        }
        Bound::Association(code) => {
            &mut input.associations.iter_mut().find(|it| it.code == *code).unwrap().agreed
        }
    }
}

/// Lets one thing give way by so much, as a person would change the figures.
fn give(input: &mut RoundInput, demand: &Demand, by: u32) {
    let day = input.date;
    match demand {
        Demand::Pin { candidate, vacancy } => input.fixings.retain(|it| {
            it.kind != FixingKind::Pin || it.candidate != *candidate || it.vacancy != *vacancy
        }),
        Demand::Floor(bound) => {
            let agreed = agreed(input, bound);
            agreed.lower = agreed.realised + agreed.due(day).saturating_sub(by);
        }
        Demand::Ceiling(bound) => {
            let agreed = agreed(input, bound);
            agreed.upper = agreed.upper.map(|upper| upper.max(agreed.realised) + by);
        }
        Demand::Load(place) => {
            let node = input.nodes.iter_mut().find(|it| it.place == *place).unwrap();
            let load = node.load.as_mut().unwrap();
            load.upper = load.upper.max(load.carried) + by;
        }
        Demand::Together { one, other } => {
            input.together.retain(|it| it.one != *one || it.other != *other);
        }
    }
}

/// Takes one thing out of the input altogether.
fn drop_all(input: &mut RoundInput, demand: &Demand) {
    match demand {
        Demand::Floor(bound) => agreed(input, bound).lower = 0,
        Demand::Ceiling(bound) => agreed(input, bound).upper = None,
        Demand::Load(place) => {
            input.nodes.iter_mut().find(|it| it.place == *place).unwrap().load = None;
        }
        Demand::Pin { .. } | Demand::Together { .. } => give(input, demand, 1),
    }
}

fn everything(input: &RoundInput) -> Vec<Demand> {
    let mut all = Vec::new();
    for it in input.fixings.iter().filter(|it| it.kind == FixingKind::Pin) {
        let (candidate, vacancy) = (it.candidate.clone(), it.vacancy.clone());
        all.push(Demand::Pin { candidate, vacancy });
    }
    let bounds = input.groups.iter().map(|it| Bound::Group(it.code.clone()));
    let bounds = bounds.chain(input.nodes.iter().map(|it| Bound::Area(it.place.clone())));
    let bounds =
        bounds.chain(input.associations.iter().map(|it| Bound::Association(it.code.clone())));
    for bound in bounds {
        all.push(Demand::Floor(bound.clone()));
        all.push(Demand::Ceiling(bound));
    }
    all.extend(input.nodes.iter().map(|it| Demand::Load(it.place.clone())));
    let together = input.together.iter();
    all.extend(
        together.map(|it| Demand::Together { one: it.one.clone(), other: it.other.clone() }),
    );
    all
}

/// The input with nothing laid down but these.
fn only(input: &RoundInput, kept: &[&Demand]) -> RoundInput {
    let mut other = input.clone();
    for demand in everything(input).iter().filter(|it| !kept.contains(it)) {
        drop_all(&mut other, demand);
    }
    other
}

fn all_kept(input: &RoundInput) -> bool {
    let proposal = propose(input).unwrap();
    assert!(proposal.proven());
    proposal.shortfalls.is_empty() && proposal.pins_broken.is_empty()
}

fn value(proposal: &Proposal, goal: Goal) -> i64 {
    let reached = proposal.goals[goal as usize].reached;
    if goal == Goal::Floors { -reached } else { reached }
}

/// Goals whose unit is the same whatever the ceilings are.
fn comparable(goal: Goal) -> bool {
    goal != Goal::Comparable && goal != Goal::Spread
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn what_collides_cannot_be_kept_and_without_any_one_of_it_can(
        seed: u64, limits: bool, shape in shape(),
    ) {
        let input = tight(seed, shape, limits);
        let round = SolvedRound::new(&input).unwrap();
        let collisions = round.collisions();
        prop_assert_eq!(collisions.is_empty(), all_kept(&input));
        // Later ones hold with the ways out of earlier ones taken.
        if let Some(first) = collisions.first() {
            let kept: Vec<_> = first.demands.iter().collect();
            prop_assert!(!all_kept(&only(&input, &kept)), "{first:?}");
            for out in &first.demands {
                let kept: Vec<_> = first.demands.iter().filter(|it| *it != out).collect();
                prop_assert!(all_kept(&only(&input, &kept)), "{first:?} without {out:?}");
            }
            for way in &first.ways_out {
                let mut other = only(&input, &kept);
                give(&mut other, &way.demand, way.by);
                prop_assert!(all_kept(&other), "{first:?} by {way:?}");
                if way.by > 1 {
                    let mut less = only(&input, &kept);
                    give(&mut less, &way.demand, way.by - 1);
                    prop_assert!(!all_kept(&less), "{first:?} by less than {way:?}");
                }
            }
            prop_assert!(first.ways_out.is_sorted_by_key(|it| it.by));
        }
    }

    #[test]
    fn with_the_least_way_out_of_each_collision_everything_is_kept(
        seed: u64, limits: bool, shape in shape(),
    ) {
        let mut input = tight(seed, shape, limits);
        let collisions = SolvedRound::new(&input).unwrap().collisions();
        let all = collisions.len() < 5;
        for it in &collisions {
            give(&mut input, &it.ways_out[0].demand, it.ways_out[0].by);
        }
        prop_assert!(!all || all_kept(&input), "{collisions:?}");
    }

    #[test]
    fn what_one_more_is_worth_is_gained_by_solving_anew(
        seed: u64, limits: bool, shape in shape(),
    ) {
        let input = tight(seed, shape, limits);
        let proposal = propose_in_full(&input, Changes::NONE).unwrap();
        prop_assert_eq!(check(&input, &proposal), []);
        for worth in &proposal.worth {
            let mut more = input.clone();
            give(&mut more, &worth.limit, 1);
            let after = propose(&more).unwrap();
            for goal in Goal::ALL.into_iter().take_while(|it| *it <= Goal::Ground) {
                let gained = value(&after, goal) - value(&proposal, goal);
                match worth.gain {
                    Some((first, by)) if first == goal => prop_assert_eq!(gained, by),
                    Some((first, _)) if first < goal => break,
                    Some(_) | None => prop_assert_eq!(gained, 0, "{:?} {:?}", worth, goal),
                }
            }
            if worth.gain.is_none() {
                for goal in Goal::ALL.into_iter().filter(|it| comparable(*it)) {
                    prop_assert_eq!(value(&after, goal), value(&proposal, goal));
                }
            }
        }
    }

    #[test]
    fn a_change_in_what_is_laid_down_gets_somebody_a_home(
        seed: u64, shape in shape(),
    ) {
        let input = tight(seed, shape, true);
        let proposal = propose(&input).unwrap();
        for unplaced in proposal.unplaced.iter().take(4) {
            let mut changed = input.clone();
            match first_change(&input, &proposal, &unplaced.candidate).unwrap() {
                Change::LoadCeiling { place, upper } => {
                    let node = changed.nodes.iter_mut().find(|it| it.place == place).unwrap();
                    node.load.as_mut().unwrap().upper = upper;
                }
                Change::AssociationCeiling { association, upper } => {
                    agreed(&mut changed, &Bound::Association(association)).upper = Some(upper);
                }
                Change::GroupCeiling { group, upper } => {
                    agreed(&mut changed, &Bound::Group(group)).upper = Some(upper);
                }
                Change::Apart { from } => changed.together.retain(|it| {
                    ![&it.one, &it.other].contains(&&from)
                        || ![&it.one, &it.other].contains(&&unplaced.candidate)
                }),
                Change::Answer { .. }
                | Change::Rent { .. }
                | Change::Stairs { .. }
                | Change::Place { .. }
                | Change::Lift { .. }
                | Change::AreaCeiling { .. }
                | Change::OneMoreLike { .. }
                | Change::MakeReady
                | Change::HomeWith { .. } => continue,
            }
            let after = propose(&changed).unwrap();
            prop_assert!(after.placements.iter().any(|it| it.candidate == unplaced.candidate));
        }
    }
}
