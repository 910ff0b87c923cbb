use sleutel_domain::placement::{Bound, Demand, Goal, Worth};

use crate::{
    net::{
        Costs, TIERS,
        figures::Figures,
        limits::Limits,
        search::{self, Effort},
        tally::Tally,
    },
    round::SolvedRound,
};

/// Most points one household can weigh: a place with that much left is not used up.
const HEAVIEST: u32 = 3;

/// What one more would be worth for everything that is used up, each found by solving
/// again with one more: groups, areas, associations, then loads. What could not be
/// proven is left out.
pub(crate) fn of(round: &SolvedRound<'_>) -> Vec<Worth> {
    if !round.is_proven() {
        return Vec::new();
    }
    used_up(round)
        .into_iter()
        .filter_map(|limit| {
            let mut figures = round.model.figures.clone();
            figures.give(round.judge.input, &limit, 1);
            Some(Worth { gain: gain(round, &figures)?, limit })
        })
        .collect()
}

/// Ceilings without room and places that can carry nobody heavier any more.
fn used_up(round: &SolvedRound<'_>) -> Vec<Demand> {
    let input = round.judge.input;
    let full = |room: Option<u32>, given: u32| room.is_some_and(|room| given >= room);
    let groups = input.groups.iter().zip(round.given_to_groups());
    let groups = groups
        .filter(|(it, given)| full(it.agreed.room(), *given))
        .map(|(it, _)| Demand::Ceiling(Bound::Group(it.code.clone())));
    let areas = input.nodes.iter().zip(round.given_in_areas());
    let areas = areas
        .filter(|(it, given)| full(it.agreed.room(), *given))
        .map(|(it, _)| Demand::Ceiling(Bound::Area(it.place.clone())));
    let associations = input.associations.iter().zip(round.given_by_associations());
    let associations = associations
        .filter(|(it, given)| full(it.agreed.room(), *given))
        .map(|(it, _)| Demand::Ceiling(Bound::Association(it.code.clone())));
    let loads = input.nodes.iter().zip(round.loads());
    let loads = loads
        .filter(|(it, load)| it.load.is_some_and(|it| it.room() < load + HEAVIEST))
        .map(|(it, _)| Demand::Load(it.place.clone()));
    groups.chain(areas).chain(associations).chain(loads).collect()
}

/// The first goal that gains with other figures, both counted with those figures; `None`
/// when that could not be proven.
fn gain(round: &SolvedRound<'_>, figures: &Figures) -> Option<Option<(Goal, i64)>> {
    let input = round.judge.input;
    let mut net = round.model.net.with(input, figures);
    let limits = Limits::new(input, figures);
    let before = Tally::new(input, figures, &net.statics, &limits).of(&round.model.chosen);
    let found = search::best(input, figures, &mut net, &limits, Effort::Question);
    let after: Costs = if limits.is_empty() {
        Tally::new(input, figures, &net.statics, &limits).of(&found.chosen)
    } else {
        found.value
    };
    if !found.is_proven() {
        return None;
    }
    let first = (0..TIERS).find(|&tier| before[tier] != after[tier]);
    Some(first.and_then(|first| Some((*Goal::ALL.get(first)?, before[first] - after[first]))))
}
