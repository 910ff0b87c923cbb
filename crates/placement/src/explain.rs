use std::collections::BTreeSet;

use sleutel_domain::{
    homes::Place,
    placement::{
        Agreed, Bound, BoundUse, EmptyHome, FixingKind, Goal, Placement, Proposal, RunnerUp,
        Shortfall, Unplaced, WhyEmpty, WhyNot,
    },
};

use crate::{
    ENGINE,
    model::{Costs, TIERS, tiers},
    round::SolvedRound,
    weeks::weeks_waited,
};

/// How many runners-up are named for a home.
const RUNNERS_UP: usize = 5;

/// Writes out a solved round with its reasons.
pub(crate) fn proposal(round: &SolvedRound<'_>) -> Proposal {
    let context = Context::new(round);
    let input = round.judge.input;
    let mut runners_up = context.runners_up();
    let mut placements = Vec::new();
    let mut empty = Vec::new();
    for (at, home) in input.homes.iter().enumerate() {
        match round.taker_of[at] {
            Some(taker) => {
                placements.push(context.placement(taker, at, std::mem::take(&mut runners_up[at])));
            }
            None => {
                empty.push(EmptyHome { vacancy: home.vacancy.clone(), why: context.why_empty(at) });
            }
        }
    }
    let unplaced = (0..input.candidates.len())
        .filter(|&candidate| round.home_of[candidate].is_none())
        .map(|candidate| Unplaced {
            candidate: input.candidates[candidate].reference.clone(),
            why: context.why_not(candidate),
            possible: u32::try_from(round.rows[candidate].fits.len()).unwrap_or(u32::MAX),
            change: None,
        })
        .collect();
    let kept: BTreeSet<_> =
        placements.iter().map(|placed| (&placed.candidate, &placed.vacancy)).collect();
    let pins_broken = input
        .fixings
        .iter()
        .filter(|fixing| fixing.kind == FixingKind::Pin)
        .filter(|fixing| !kept.contains(&(&fixing.candidate, &fixing.vacancy)))
        .map(|fixing| (fixing.candidate.clone(), fixing.vacancy.clone()))
        .collect();
    let (bounds, shortfalls) = context.bounds();
    Proposal {
        engine: ENGINE.to_owned(),
        placements,
        unplaced,
        empty,
        goals: round.goals(),
        bounds,
        shortfalls,
        pins_broken,
        loads: Vec::new(),
        collisions: Vec::new(),
        worth: Vec::new(),
        branches: 1,
    }
}

/// The first goal that loses, and by how much at least. The hidden last word is part
/// of the lot, without a size.
fn decided(loss: Costs) -> (Goal, i64) {
    let goals = Goal::ALL.into_iter().zip(loss);
    goals.into_iter().find(|&(_, loss)| loss != 0).unwrap_or((Goal::Lot, 0))
}

struct Context<'a> {
    round: &'a SolvedRound<'a>,
    in_groups: Vec<u32>,
    in_areas: Vec<u32>,
    /// Ready households each home fits, and those it may fit once asked.
    fits: Vec<u32>,
    asks: Vec<u32>,
    /// What each household would give up: the price of where it is now.
    given_up: Vec<Costs>,
    /// What moving the household in each home would cost.
    moving: Vec<Costs>,
}

impl<'a> Context<'a> {
    fn new(round: &'a SolvedRound<'a>) -> Self {
        let homes = round.judge.homes.len();
        let (mut fits, mut asks) = (vec![0; homes], vec![0; homes]);
        for (row, person) in round.rows.iter().zip(&round.judge.people) {
            if person.candidate.ready {
                row.fits.iter().for_each(|&home| fits[home as usize] += 1);
                row.asks.iter().for_each(|&home| asks[home as usize] += 1);
            }
        }
        let moving = |(home, taker): (usize, &Option<usize>)| {
            taker.map_or([0; TIERS], |taker| round.model.price_of_moving(taker, home))
        };
        Self {
            moving: round.taker_of.iter().enumerate().map(moving).collect(),
            round,
            in_groups: round.given_to_groups(),
            in_areas: round.given_in_areas(),
            fits,
            asks,
            given_up: (0..round.rows.len()).map(|candidate| round.given_up(candidate)).collect(),
        }
    }

    fn placement(&self, taker: usize, home: usize, runners_up: Vec<RunnerUp>) -> Placement {
        let input = self.round.judge.input;
        let candidate = &input.candidates[taker];
        Placement {
            candidate: candidate.reference.clone(),
            vacancy: input.homes[home].vacancy.clone(),
            fit: self.round.judge.fit(taker, home),
            pinned: self.round.judge.people[taker].pinned.contains(&home),
            weeks_waited: weeks_waited(input, candidate),
            on_ground: candidate.ground.counts(input.date),
            runners_up,
        }
    }

    /// For each home the others who could have had it, the least loss first.
    fn runners_up(&self) -> Vec<Vec<RunnerUp>> {
        let input = self.round.judge.input;
        let mut nearest: Vec<Vec<(Costs, usize)>> = vec![Vec::new(); input.homes.len()];
        for candidate in 0..input.candidates.len() {
            for (pair, home, used) in self.round.model.pairs(candidate) {
                if used
                    || self.round.rows[candidate]
                        .fits
                        .binary_search_by(|it| (*it as usize).cmp(&home))
                        .is_err()
                {
                    continue;
                }
                let near = &mut nearest[home];
                let entry = (self.loss(candidate, home, pair), candidate);
                let place = near.partition_point(|other| {
                    let name = |at: usize| &input.candidates[at].reference;
                    (other.0, name(other.1)) < (entry.0, name(entry.1))
                });
                if place < RUNNERS_UP {
                    near.insert(place, entry);
                    near.truncate(RUNNERS_UP);
                }
            }
        }
        nearest
            .into_iter()
            .enumerate()
            .map(|(home, near)| {
                near.into_iter()
                    .map(|(loss, candidate)| {
                        let (decided_by, loss) = decided(loss);
                        RunnerUp {
                            candidate: input.candidates[candidate].reference.clone(),
                            fit: self.round.judge.fit(candidate, home),
                            decided_by,
                            loss,
                        }
                    })
                    .collect()
            })
            .collect()
    }

    /// What giving the home to this household would cost at least, for each goal in
    /// order: the price of the pair, less the price of the place the household has,
    /// and the price of moving whoever has the home.
    fn loss(&self, candidate: usize, home: usize, pair: usize) -> Costs {
        let model = &self.round.model;
        let forced = model.price_of(candidate, home, model.pair_costs(pair));
        let (own, moving) = (&self.given_up[candidate], &self.moving[home]);
        tiers(|tier| forced[tier] - own[tier] + moving[tier])
    }

    fn why_not(&self, candidate: usize) -> WhyNot {
        let input = self.round.judge.input;
        let own = &input.candidates[candidate];
        let row = &self.round.rows[candidate];
        if !own.ready {
            return WhyNot::NotReady;
        }
        if row.fits.is_empty() {
            return if row.once_asked > 0 {
                WhyNot::AskFirst { questions: row.questions.list() }
            } else {
                WhyNot::NoHomeFits { refused_by: row.refused_by.list() }
            };
        }
        for (group, &given) in input.groups.iter().zip(&self.in_groups) {
            if group.code == own.group
                && let Some(upper) = full(group.agreed, given)
            {
                return WhyNot::GroupFull { group: group.code.clone(), upper };
            }
        }
        self.area_full(candidate).unwrap_or_else(|| self.outweighed(candidate))
    }

    /// Every home that fits lies in a part of the city without room, and at least one
    /// of them is free; the part around the free one that fits best.
    fn area_full(&self, candidate: usize) -> Option<WhyNot> {
        let homes = self.round.rows[candidate].fits.iter().map(|&home| home as usize);
        let full: Vec<_> =
            homes.map(|home| Some((home, self.full_around(home)?))).collect::<Option<_>>()?;
        let free = full.into_iter().filter(|&(home, _)| self.round.taker_of[home].is_none());
        let fit = |home| self.round.judge.fit(candidate, home).total();
        let (_, (place, upper)) = free.min_by_key(|&(home, _)| (-fit(home), home))?;
        Some(WhyNot::AreaFull { place, upper })
    }

    fn outweighed(&self, candidate: usize) -> WhyNot {
        let homes = &self.round.judge.input.homes;
        let least = self
            .round
            .model
            .pairs(candidate)
            .map(|(pair, home, _)| (self.loss(candidate, home, pair), &homes[home].vacancy))
            .min();
        match least {
            Some((loss, vacancy)) => {
                let (decided_by, loss) = decided(loss);
                WhyNot::Outweighed { vacancy: vacancy.clone(), decided_by, loss }
            }
            None => WhyNot::NoHomeFits { refused_by: self.round.rows[candidate].refused_by.list() },
        }
    }

    /// The smallest part of the city around a home that is full after this round.
    fn full_around(&self, home: usize) -> Option<(Place, u32)> {
        let input = self.round.judge.input;
        input.path(input.homes[home].node).find_map(|node| {
            let upper = full(input.nodes[node].agreed, self.in_areas[node])?;
            Some((input.nodes[node].place.clone(), upper))
        })
    }

    fn why_empty(&self, home: usize) -> WhyEmpty {
        if self.fits[home] == 0 {
            return WhyEmpty::NobodyFits { once_asked: self.asks[home] };
        }
        match self.full_around(home) {
            Some((place, upper)) => WhyEmpty::AreaFull { place, upper },
            None => WhyEmpty::OthersWentElsewhere,
        }
    }

    fn bounds(&self) -> (Vec<BoundUse>, Vec<Shortfall>) {
        let input = self.round.judge.input;
        let groups = input.groups.iter().zip(&self.in_groups);
        let groups =
            groups.map(|(group, given)| (Bound::Group(group.code.clone()), group.agreed, *given));
        let areas = input.nodes.iter().zip(&self.in_areas);
        let areas =
            areas.map(|(node, given)| (Bound::Area(node.place.clone()), node.agreed, *given));
        let (mut bounds, mut shortfalls) = (Vec::new(), Vec::new());
        for (bound, agreed, given) in groups.chain(areas) {
            let due = agreed.due(input.date);
            if given < due {
                shortfalls.push(Shortfall { bound: bound.clone(), due, given });
            }
            bounds.push(BoundUse {
                bound,
                before: agreed.realised,
                after: agreed.realised.saturating_add(given),
                lower: agreed.lower,
                upper: agreed.upper,
            });
        }
        (bounds, shortfalls)
    }
}

/// The ceiling, when these placements fill it.
fn full(agreed: Agreed, given: u32) -> Option<u32> {
    agreed.upper.filter(|_| agreed.room().is_some_and(|room| given >= room))
}

const _: () = assert!(TIERS == Goal::ALL.len() + 1, "the last word follows the goals");
