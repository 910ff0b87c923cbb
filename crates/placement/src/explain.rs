use std::collections::BTreeSet;

use sleutel_domain::{
    OrganisationCode,
    homes::Place,
    placement::{
        Agreed, Bound, BoundUse, EmptyHome, FixingKind, Goal, LoadUse, Placement, Proposal,
        RunnerUp, Shortfall, Unplaced, WhyEmpty, WhyNot,
    },
};

use crate::{
    ENGINE,
    net::{Costs, TIERS, tiers},
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
        loads: context.loads(),
        collisions: Vec::new(),
        worth: Vec::new(),
        branches: round.model.branches,
        ahead: round.ahead.clone(),
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
    from_associations: Vec<u32>,
    loads: Vec<u32>,
    /// Ready households each home fits, and those it may fit once asked.
    fits: Vec<u32>,
    asks: Vec<u32>,
    /// The least load of anybody ready that each home fits.
    lightest: Vec<u32>,
    /// What each household would give up: the price of where it is now.
    given_up: Vec<Costs>,
    /// What moving the household in each home would cost.
    moving: Vec<Costs>,
}

impl<'a> Context<'a> {
    fn new(round: &'a SolvedRound<'a>) -> Self {
        let homes = round.judge.homes.len();
        let (mut fits, mut asks) = (vec![0; homes], vec![0; homes]);
        let mut lightest = vec![u32::MAX; homes];
        for (row, person) in round.rows.iter().zip(&round.judge.people) {
            if person.candidate.ready {
                let load = round.judge.input.load_points(person.candidate);
                for home in row.fits.iter().map(|&home| home as usize) {
                    fits[home] += 1;
                    lightest[home] = load.min(lightest[home]);
                }
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
            from_associations: round.given_by_associations(),
            loads: round.loads(),
            fits,
            asks,
            lightest,
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
                let loss = self.loss(candidate, home, pair);
                if self.round.model.is_beyond(&loss) {
                    continue;
                }
                let entry = (loss, candidate);
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
        for at in input.group_path(self.round.model.group_of(candidate)) {
            let group = &input.groups[at];
            if let Some(upper) = full(group.agreed, self.in_groups[at]) {
                return WhyNot::GroupFull { group: group.code.clone(), upper };
            }
        }
        self.all_full(candidate)
            .or_else(|| self.moves_with(candidate))
            .unwrap_or_else(|| self.outweighed(candidate))
    }

    /// Somebody it moves together with, when the household by itself is not refused.
    fn moves_with(&self, candidate: usize) -> Option<WhyNot> {
        let input = self.round.judge.input;
        let links = self.round.model.limits.links.iter();
        let other = links.filter_map(|link| match candidate {
            it if it == link.one => Some(link.other),
            it if it == link.other => Some(link.one),
            _ => None,
        });
        let with = other.min_by_key(|&it| &input.candidates[it].reference)?;
        Some(WhyNot::Together { with: input.candidates[with].reference.clone() })
    }

    /// Every home that fits lies in a part of the city without room or that can carry no
    /// more, or belongs to an association that gives no more, and at least one of them is
    /// free; what stands around the free one that fits best.
    fn all_full(&self, candidate: usize) -> Option<WhyNot> {
        let load =
            self.round.judge.input.load_points(&self.round.judge.input.candidates[candidate]);
        let homes = self.round.rows[candidate].fits.iter().map(|&home| home as usize);
        let full: Vec<_> =
            homes.map(|home| Some((home, self.full_around(home, load)?))).collect::<Option<_>>()?;
        let free = full.into_iter().filter(|(home, _)| self.round.taker_of[*home].is_none());
        let fit = |home| self.round.judge.fit(candidate, home).total();
        let (_, full) = free.min_by_key(|(home, _)| (-fit(*home), *home))?;
        Some(match full {
            Full::Area(place, upper) => WhyNot::AreaFull { place, upper },
            Full::Load(place, upper) => WhyNot::LoadFull { place, upper },
            Full::Association(association, upper) => WhyNot::AssociationFull { association, upper },
        })
    }

    fn outweighed(&self, candidate: usize) -> WhyNot {
        let homes = &self.round.judge.input.homes;
        let least = self
            .round
            .model
            .pairs(candidate)
            .map(|(pair, home, _)| (self.loss(candidate, home, pair), &homes[home].vacancy))
            .filter(|(loss, _)| !self.round.model.is_beyond(loss))
            .min();
        match least {
            Some((loss, vacancy)) => {
                let (decided_by, loss) = decided(loss);
                WhyNot::Outweighed { vacancy: vacancy.clone(), decided_by, loss }
            }
            None => self.closed(candidate).unwrap_or_else(|| WhyNot::NoHomeFits {
                refused_by: self.round.rows[candidate].refused_by.list(),
            }),
        }
    }

    /// Homes that fit are in a place others fill, though it has room for somebody
    /// lighter: the first of them that stands in the way.
    fn closed(&self, candidate: usize) -> Option<WhyNot> {
        let input = self.round.judge.input;
        let homes = self.round.rows[candidate].fits.iter().map(|&home| home as usize);
        let mut around = homes.flat_map(|home| input.path(input.homes[home].node));
        around.find_map(|node| {
            let upper = input.nodes[node].load?.upper;
            Some(WhyNot::LoadFull { place: input.nodes[node].place.clone(), upper })
        })
    }

    /// What around a home is full after this round for a household of this load: the
    /// smallest part of the city without room, then the smallest that can carry no more,
    /// then the association.
    fn full_around(&self, home: usize, load: u32) -> Option<Full> {
        let input = self.round.judge.input;
        let offer = &input.homes[home];
        let room = || {
            input.path(offer.node).find_map(|node| {
                let upper = full(input.nodes[node].agreed, self.in_areas[node])?;
                Some(Full::Area(input.nodes[node].place.clone(), upper))
            })
        };
        let carried = || {
            input.path(offer.node).find_map(|node| {
                let ceiling = input.nodes[node].load?;
                (self.loads[node].saturating_add(load) > ceiling.room())
                    .then(|| Full::Load(input.nodes[node].place.clone(), ceiling.upper))
            })
        };
        let association = || {
            let mut targets = input.associations.iter().zip(&self.from_associations);
            let (target, &given) = targets.find(|(it, _)| it.code == offer.association)?;
            Some(Full::Association(target.code.clone(), full(target.agreed, given)?))
        };
        room().or_else(carried).or_else(association)
    }

    fn why_empty(&self, home: usize) -> WhyEmpty {
        if self.fits[home] == 0 {
            return WhyEmpty::NobodyFits { once_asked: self.asks[home] };
        }
        match self.full_around(home, self.lightest[home]) {
            Some(Full::Area(place, upper)) => WhyEmpty::AreaFull { place, upper },
            Some(Full::Load(place, upper)) => WhyEmpty::LoadFull { place, upper },
            Some(Full::Association(association, upper)) => {
                WhyEmpty::AssociationFull { association, upper }
            }
            None => WhyEmpty::OthersWentElsewhere,
        }
    }

    fn loads(&self) -> Vec<LoadUse> {
        let nodes = self.round.judge.input.nodes.iter().zip(&self.loads);
        nodes
            .filter_map(|(node, &load)| {
                let ceiling = node.load?;
                Some(LoadUse {
                    place: node.place.clone(),
                    before: ceiling.carried,
                    after: ceiling.carried.saturating_add(load),
                    upper: ceiling.upper,
                })
            })
            .collect()
    }

    fn bounds(&self) -> (Vec<BoundUse>, Vec<Shortfall>) {
        let input = self.round.judge.input;
        let groups = input.groups.iter().zip(&self.in_groups);
        let groups =
            groups.map(|(group, given)| (Bound::Group(group.code.clone()), group.agreed, *given));
        let areas = input.nodes.iter().zip(&self.in_areas);
        let areas =
            areas.map(|(node, given)| (Bound::Area(node.place.clone()), node.agreed, *given));
        let associations = input.associations.iter().zip(&self.from_associations);
        let associations = associations
            .map(|(it, given)| (Bound::Association(it.code.clone()), it.agreed, *given));
        let (mut bounds, mut shortfalls) = (Vec::new(), Vec::new());
        for (bound, agreed, given) in groups.chain(areas).chain(associations) {
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

/// What is full around a home, with its ceiling.
enum Full {
    Area(Place, u32),
    Load(Place, u32),
    Association(OrganisationCode, u32),
}

/// The ceiling, when these placements fill it.
fn full(agreed: Agreed, given: u32) -> Option<u32> {
    agreed.upper.filter(|_| agreed.room().is_some_and(|room| given >= room))
}
