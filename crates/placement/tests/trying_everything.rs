//! Tiny towns: the proposal against every set of pairs there is.

mod support;

use std::{cmp::Ordering, collections::BTreeMap};

use proptest::prelude::*;
use sleutel_domain::{
    homes::AreaLevel,
    placement::{Agreed, FixingKind, PairVerdict, RoundInput},
};
use sleutel_placement::{Judge, propose};
use support::{Shape, town};

/// A fraction of what is expected or allowed.
#[derive(Debug, Clone, Copy)]
struct Filled(u32, u32);

impl Ord for Filled {
    fn cmp(&self, other: &Self) -> Ordering {
        (u64::from(self.0) * u64::from(other.1)).cmp(&(u64::from(other.0) * u64::from(self.1)))
    }
}

impl PartialOrd for Filled {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Filled {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Filled {}

/// How many homes went to something filled that far, least filled first; the more
/// at the least filled the better, then at the next.
type Even = BTreeMap<Filled, i64>;

/// Each goal of a set of pairs, so that more is better, in order. The lot is left
/// out: it is the same person for person as the engine's by definition.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Goals {
    pins: i64,
    floors: i64,
    ground: i64,
    comparable: Even,
    used: i64,
    fit: i64,
    waiting: i64,
    spread: Even,
}

/// More at the least filled place where the two differ is better.
fn evenness(one: &Even, two: &Even) -> Ordering {
    let places: std::collections::BTreeSet<_> = one.keys().chain(two.keys()).collect();
    let at = |even: &Even, place| even.get(place).copied().unwrap_or(0);
    let mut orders = places.into_iter().map(|place| at(one, place).cmp(&at(two, place)));
    orders.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

fn compare(one: &Goals, two: &Goals) -> Ordering {
    one.pins
        .cmp(&two.pins)
        .then(one.floors.cmp(&two.floors))
        .then(one.ground.cmp(&two.ground))
        .then_with(|| evenness(&one.comparable, &two.comparable))
        .then(one.used.cmp(&two.used))
        .then(one.fit.cmp(&two.fit))
        .then(one.waiting.cmp(&two.waiting))
        .then_with(|| evenness(&one.spread, &two.spread))
}

fn fill(even: &mut Even, agreed: Agreed, given: u32, out_of: u32) {
    for more in 0..given {
        *even.entry(Filled(agreed.realised + more, out_of)).or_default() += 1;
    }
}

/// `None` when a ceiling is broken.
fn goals(input: &RoundInput, judge: &Judge<'_>, chosen: &[Option<usize>]) -> Option<Goals> {
    let mut goals = Goals {
        pins: 0,
        floors: 0,
        ground: 0,
        comparable: Even::new(),
        used: 0,
        fit: 0,
        waiting: 0,
        spread: Even::new(),
    };
    let mut in_nodes = vec![0_u32; input.nodes.len()];
    let mut in_groups = vec![0_u32; input.groups.len()];
    for (at, home) in chosen.iter().enumerate().filter_map(|(at, home)| Some((at, (*home)?))) {
        let who = &input.candidates[at];
        input.path(input.homes[home].node).for_each(|node| in_nodes[node] += 1);
        in_groups[input.groups.iter().position(|it| it.code == who.group)?] += 1;
        goals.pins += i64::from(pinned(input, at, home));
        goals.ground += i64::from(who.ground.counts(input.date));
        goals.used += 1;
        goals.fit += i64::from(judge.fit(at, home).total());
        goals.waiting += i64::from(((input.date - who.waiting_since).get_days() / 7).min(520));
    }
    for (group, &given) in input.groups.iter().zip(&in_groups) {
        if group.agreed.room().is_some_and(|room| given > room) {
            return None;
        }
        goals.floors += i64::from(given.min(group.agreed.due(input.date)));
        fill(&mut goals.comparable, group.agreed, given, group.expected);
    }
    for (at, (node, &given)) in input.nodes.iter().zip(&in_nodes).enumerate() {
        if node.agreed.room().is_some_and(|room| given > room) {
            return None;
        }
        goals.floors += i64::from(given.min(node.agreed.due(input.date)));
        if node.level == AreaLevel::Neighbourhood {
            let below = input.homes.iter().filter(|it| input.path(it.node).any(|it| it == at));
            let below = u32::try_from(below.count()).ok()?;
            fill(&mut goals.spread, node.agreed, given, node.agreed.upper.unwrap_or(below));
        }
    }
    Some(goals)
}

fn pinned(input: &RoundInput, candidate: usize, home: usize) -> bool {
    input.fixings.iter().any(|fixing| {
        fixing.kind == FixingKind::Pin
            && fixing.candidate == input.candidates[candidate].reference
            && fixing.vacancy == input.homes[home].vacancy
    })
}

fn possible(input: &RoundInput, judge: &Judge<'_>, candidate: usize, home: usize) -> bool {
    input.candidates[candidate].ready
        && match judge.verdict(candidate, home) {
            PairVerdict::Fits => true,
            PairVerdict::Ask(_) => pinned(input, candidate, home),
            PairVerdict::Refused(_) => false,
        }
}

/// Tries every choice for the candidates from `chosen` on.
fn best(
    input: &RoundInput,
    judge: &Judge<'_>,
    chosen: &mut Vec<Option<usize>>,
    found: &mut Option<Goals>,
) {
    if chosen.len() == input.candidates.len() {
        if let Some(goals) = goals(input, judge, chosen)
            && found.as_ref().is_none_or(|found| compare(&goals, found).is_gt())
        {
            *found = Some(goals);
        }
        return;
    }
    chosen.push(None);
    best(input, judge, chosen, found);
    chosen.pop();
    for home in 0..input.homes.len() {
        if !chosen.contains(&Some(home)) && possible(input, judge, chosen.len(), home) {
            chosen.push(Some(home));
            best(input, judge, chosen, found);
            chosen.pop();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(1_500)
    })]

    #[test]
    fn no_set_of_pairs_is_better_than_the_proposal(
        seed: u64,
        (people, homes) in (0_usize..8, 1_usize..6),
        (neighbourhoods, groups) in (1_usize..5, 1_usize..4),
        (unknown, fixings, slack) in (0_u64..20, 0_usize..4, 1_u32..4),
    ) {
        let shape = Shape { people, homes, neighbourhoods, groups, unknown, fixings, slack };
        let mut input = town(seed, shape);
        // Roomier rules than in a real town, so that homes are fought over.
        input.settings.spare_rooms = 3;
        for candidate in &mut input.candidates {
            candidate.exclusions.clear();
            candidate.ready = true;
        }
        let judge = Judge::new(&input);
        let mut found = None;
        best(&input, &judge, &mut Vec::new(), &mut found);
        let proposal = propose(&input).unwrap();
        let chosen: Vec<_> = input
            .candidates
            .iter()
            .map(|candidate| {
                let line =
                    proposal.placements.iter().find(|it| it.candidate == candidate.reference)?;
                input.homes.iter().position(|home| home.vacancy == line.vacancy)
            })
            .collect();
        let reached = goals(&input, &judge, &chosen);
        let order = reached.as_ref().zip(found.as_ref()).map(|(one, two)| compare(one, two));
        prop_assert_eq!(order, Some(Ordering::Equal), "{:?}\n{:?}", reached, found);
    }
}
