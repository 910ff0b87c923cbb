//! Why pins and floors could not all be kept: the fewest that collide, and what would
//! resolve it. Everything said here has been tried by solving.

use sleutel_domain::placement::{Bound, Collision, Demand, FixingKind, Goal, RoundInput, WayOut};

use crate::{
    net::{
        figures::Figures,
        limits::Limits,
        search::{self, Effort},
        short,
    },
    round::SolvedRound,
};

/// How many collisions are looked for, each with the ones before it resolved.
const MOST: usize = 5;

/// Every collision, one after the other.
pub(crate) fn of(round: &SolvedRound<'_>) -> Vec<Collision> {
    let input = round.judge.input;
    let all = demands(input, &round.model.figures);
    let mut trial = Trial { round, figures: round.model.figures.clone(), dropped: Vec::new() };
    let mut collisions = Vec::new();
    for _ in 0..MOST {
        let open: Vec<_> = all.iter().filter(|it| !trial.dropped.contains(it)).cloned().collect();
        let Some(fewest) = trial.fewest(&open) else { break };
        let ways_out = trial.ways_out(&fewest);
        let Some(least) = ways_out.first().cloned() else { break };
        collisions.push(Collision { demands: fewest, ways_out });
        trial.give(&least);
    }
    collisions
}

/// Everything laid down: pins, floors that ask for something, ceilings, loads, links.
fn demands(input: &RoundInput, figures: &Figures) -> Vec<Demand> {
    let pins = input.fixings.iter().filter(|it| it.kind == FixingKind::Pin);
    let pins =
        pins.map(|it| Demand::Pin { candidate: it.candidate.clone(), vacancy: it.vacancy.clone() });
    let groups = input.groups.iter().map(|it| Bound::Group(it.code.clone()));
    let areas = input.nodes.iter().map(|it| Bound::Area(it.place.clone()));
    let associations = input.associations.iter().map(|it| Bound::Association(it.code.clone()));
    let figures_of = figures.groups.iter().chain(&figures.nodes).chain(&figures.associations);
    let bounds: Vec<_> = groups.chain(areas).chain(associations).zip(figures_of).collect();
    let floors = bounds.iter().filter(|(_, figure)| figure.due > 0);
    let floors = floors.map(|(bound, _)| Demand::Floor(bound.clone()));
    let ceilings = bounds.iter().filter(|(_, figure)| figure.agreed.upper.is_some());
    let ceilings = ceilings.map(|(bound, _)| Demand::Ceiling(bound.clone()));
    let loads = input.nodes.iter().filter(|it| it.load.is_some());
    let loads = loads.map(|it| Demand::Load(it.place.clone()));
    let together = input.together.iter();
    let together =
        together.map(|it| Demand::Together { one: it.one.clone(), other: it.other.clone() });
    pins.chain(floors).chain(ceilings).chain(loads).chain(together).collect()
}

/// Figures of which some demands have given way already.
struct Trial<'a> {
    round: &'a SolvedRound<'a>,
    figures: Figures,
    dropped: Vec<Demand>,
}

impl Trial<'_> {
    fn give(&mut self, way: &WayOut) {
        match way.demand {
            Demand::Pin { .. } | Demand::Together { .. } => self.dropped.push(way.demand.clone()),
            Demand::Floor(_) | Demand::Ceiling(_) | Demand::Load(_) => {
                self.figures.give(self.round.judge.input, &way.demand, way.by);
            }
        }
    }

    /// Whether these can all be kept while one of them gives way by so much; `None` when
    /// the search could not settle it.
    fn works(&self, kept: &[Demand], way: Option<&WayOut>) -> Option<bool> {
        let input = self.round.judge.input;
        let mut figures = self.figures.clone();
        for demand in demands(input, &self.figures) {
            if !kept.contains(&demand) {
                figures.drop(input, &demand);
            }
        }
        if let Some(way) = way {
            figures.give(input, &way.demand, way.by);
        }
        let given_up = |demand: &Demand| way.is_some_and(|way| way.demand == *demand);
        let pins: Vec<_> =
            kept.iter().filter(|it| matches!(it, Demand::Pin { .. }) && !given_up(it)).collect();
        let mut net = self.round.model.net.with(input, &figures);
        // Only pins and floors are asked for.
        net.statics.tiers = Goal::Floors as usize + 1;
        let (people, homes) = (&net.statics.pairs.person, &net.statics.pairs.home);
        let costs = &mut net.statics.costs;
        let (laid_down, dropped) = costs.pinned.iter().partition(|&&pair| {
            let (person, home) = (people[pair as usize], homes[pair as usize]);
            let candidate = input.candidates[person as usize].reference.clone();
            let vacancy = input.homes[home as usize].vacancy.clone();
            pins.contains(&&Demand::Pin { candidate, vacancy })
        });
        costs.pinned = laid_down;
        // With open questions a pair is there for its pin only.
        costs.never = dropped;
        costs.never.retain(|&pair| {
            let row = &self.round.rows[people[pair as usize] as usize];
            row.fits.binary_search(&homes[pair as usize]).is_err()
        });
        let limits = Limits::new(input, &figures);
        let found = search::best(input, &figures, &mut net, &limits, Effort::Question);
        let asked = [i64::from(short(pins.len())), figures.due()];
        let all = |costs: &[i64]| costs.iter().zip(asked).all(|(cost, asked)| *cost == -asked);
        match (all(&found.value[..2]), all(&found.bound[..2])) {
            (true, _) => Some(true),
            (false, false) => Some(false),
            (false, true) => None,
        }
    }

    /// The fewest that cannot all be kept, in the sense that without any one of them the
    /// others can; `None` when all can be kept.
    ///
    /// Halves are tried before single ones (Junker, "QuickXplain", 2004), so that few
    /// networks are solved for few that collide among many.
    fn fewest(&self, all: &[Demand]) -> Option<Vec<Demand>> {
        if self.works(all, None)? {
            return None;
        }
        let mut fewest = self.explain(&[], false, all)?;
        fewest.sort();
        Some(fewest)
    }

    fn explain(&self, sure: &[Demand], grown: bool, rest: &[Demand]) -> Option<Vec<Demand>> {
        if grown && !self.works(sure, None)? {
            return Some(Vec::new());
        }
        if let [one] = rest {
            return Some(vec![one.clone()]);
        }
        let (first, second) = rest.split_at(rest.len() / 2);
        let with = |more: &[Demand]| [sure, more].concat();
        let of_second = self.explain(&with(first), !first.is_empty(), second)?;
        let of_first = self.explain(&with(&of_second), !of_second.is_empty(), first)?;
        Some([of_first, of_second].concat())
    }

    /// What each of them would have to give for the others to be kept, least first.
    fn ways_out(&self, fewest: &[Demand]) -> Vec<WayOut> {
        let way = |demand: &Demand, by| WayOut { demand: demand.clone(), by };
        let works = |demand: &Demand, by| self.works(fewest, Some(&way(demand, by)));
        let mut ways: Vec<_> = fewest
            .iter()
            .filter_map(|demand| {
                if matches!(demand, Demand::Pin { .. } | Demand::Together { .. }) {
                    return Some(way(demand, 1));
                }
                // A floor that asks for nothing gives way altogether; no more homes than there
                // are in the round, of the heaviest load, can come through anywhere else.
                let input = self.round.judge.input;
                let mut most = match demand {
                    Demand::Floor(bound) => self.figures.clone().of(input, bound)?.due,
                    Demand::Pin { .. }
                    | Demand::Ceiling(_)
                    | Demand::Load(_)
                    | Demand::Together { .. } => short(input.homes.len()).saturating_mul(3),
                };
                let mut least = 1;
                while least < most {
                    let middle = least + (most - least) / 2;
                    if works(demand, middle)? {
                        most = middle;
                    } else {
                        least = middle + 1;
                    }
                }
                Some(way(demand, least))
            })
            .collect();
        ways.sort_by_key(|it| it.by);
        ways
    }
}
