//! A round as a network, its side limits, and the search for the best that keeps both.
//!
//! What flows is households: out of the city's one pool, through the main group, the
//! group, the household, its home, the building, the neighbourhood, and so on up to the
//! root and back into the pool.
//!
//! * A group and every part of the city let through what there is room for; the units
//!   up to what is due are rewarded for [`Goal::Floors`], and each unit less than the
//!   one before it for [`Goal::Comparable`] or [`Goal::Spread`].
//! * A household's arc carries its ground, its weeks and its lot.
//! * A pair's arc is there when the rules let it be; it carries its fit and its pin.
//!
//! What does not fit a network (support load, associations, moving together) is in
//! `limits`, and kept by `search`.

pub(crate) mod figures;
pub(crate) mod lay;
pub(crate) mod limits;
mod relay;
pub(crate) mod search;
pub(crate) mod tally;

use sleutel_domain::placement::{Goal, RoundInput};
use sleutel_netflow::{Network, NetworkError, Objectives, Solver};

use self::{figures::Figures, lay::Layout};
use crate::{judge::Judge, lot, pairs::Row};

/// The goals, and a last word that makes the answer the only one.
pub(crate) const TIERS: usize = Goal::ALL.len() + 1;

/// One number for each goal in order. Costs and losses: lower is better.
pub(crate) type Costs = [i64; TIERS];

pub(crate) fn tiers(mut of: impl FnMut(usize) -> i64) -> Costs {
    let mut costs = [0; TIERS];
    for (tier, cost) in costs.iter_mut().enumerate() {
        *cost = of(tier);
    }
    costs
}

pub(crate) fn add(to: &mut Costs, more: &Costs) {
    to.iter_mut().zip(more).for_each(|(to, more)| *to += more);
}

pub(crate) fn short(count: usize) -> u32 {
    // INVARIANT: the network refuses more than 32 bits can name before this matters.
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A network within the size of `u32` refuses nothing; beyond it no machine that
/// could hold the input remains.
pub(crate) fn sized<T>(result: Result<T, NetworkError>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("a round beyond four thousand million pairs: {error}"),
    }
}

/// One home less short.
pub(crate) fn reward_floor() -> Costs {
    lay::reward(Goal::Floors, 1)
}

/// Everything there is to choose from: who, which home.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pairs {
    /// Those of candidate `c` are from `starts[c]` to `starts[c + 1]`, homes in order;
    /// pairs that were added later follow after all of these.
    pub(crate) starts: Vec<u32>,
    pub(crate) person: Vec<u32>,
    pub(crate) home: Vec<u32>,
}

impl Pairs {
    pub(crate) fn of(&self, candidate: usize) -> impl Iterator<Item = usize> + '_ {
        let base = self.starts.last().map_or(0, |&it| it as usize);
        let own = self.starts[candidate] as usize..self.starts[candidate + 1] as usize;
        own.chain(
            (base..self.person.len()).filter(move |&it| self.person[it] as usize == candidate),
        )
    }
}

/// Costs of all arcs: written out for the few that are not pairs, packed for pairs.
#[derive(Debug, Clone, Default)]
pub(crate) struct ArcCosts {
    pub(crate) fixed: Vec<Costs>,
    pub(crate) fit: Vec<i32>,
    last_word: Vec<i32>,
    /// Pairs laid down by people, in order.
    pub(crate) pinned: Vec<u32>,
    /// Pairs that may not be, in order: pinned with questions open, and no longer pinned.
    pub(crate) never: Vec<u32>,
    /// Arcs that were added later.
    extra: Vec<Costs>,
}

impl ArcCosts {
    /// The costs of a pair; of one that was added later too.
    pub(crate) fn pair(&self, tier: usize, pair: usize) -> i64 {
        let Some(&fit) = self.fit.get(pair) else {
            return self.extra[pair - self.fit.len()][tier];
        };
        if tier == Goal::Fit as usize {
            -i64::from(fit)
        } else if tier == TIERS - 1 {
            -i64::from(self.last_word[pair])
        } else if tier == Goal::Pins as usize {
            -i64::from(self.pinned.binary_search(&short(pair)).is_ok())
        } else {
            0
        }
    }

    /// The costs of an arc that is no pair.
    pub(crate) fn of(&self, arc: u32) -> &Costs {
        let at = arc as usize;
        match self.fixed.get(at) {
            Some(costs) => costs,
            None => &self.extra[at - self.fixed.len() - self.fit.len()],
        }
    }

    pub(crate) fn is_never(&self, pair: usize) -> bool {
        self.never.binary_search(&short(pair)).is_ok()
    }

    pub(crate) fn is_pinned(&self, pair: usize) -> bool {
        self.pair(Goal::Pins as usize, pair) < 0
    }
}

/// What a branch of the search changes about the costs.
#[derive(Debug, Clone, Default)]
pub(crate) struct Priced {
    /// Pairs that are closed.
    pub(crate) closed: Vec<bool>,
    /// Rewards and costs on top, by arc.
    pub(crate) on_top: Vec<(u32, Costs)>,
    /// What each point of load costs in a home, when it costs anything.
    pub(crate) load_price: Vec<Costs>,
}

/// More than all pins together, so that whatever has to be is there before any pin.
fn beyond(costs: &ArcCosts) -> i64 {
    i64::from(short(costs.pinned.len())) + 1
}

/// One household through one home may be asked for twice, and pinned once.
const NEVER: i64 = 4;

struct Branch<'a> {
    net: &'a Statics,
    fixed: Vec<Costs>,
    extra: Vec<Costs>,
    priced: &'a Priced,
    beyond: i64,
}

impl Objectives for Branch<'_> {
    fn tiers(&self) -> usize {
        self.net.tiers
    }

    fn cost(&self, tier: usize, arc: u32) -> i64 {
        let at = arc as usize;
        if let Some(costs) = self.fixed.get(at) {
            return costs[tier];
        }
        let costs = &self.net.costs;
        let pair = at - self.fixed.len();
        if tier == Goal::Pins as usize
            && (self.priced.closed.get(pair) == Some(&true) || costs.is_never(pair))
        {
            return NEVER * self.beyond;
        }
        let mut cost = match pair.checked_sub(costs.fit.len()) {
            Some(extra) => self.extra[extra][tier],
            None => costs.pair(tier, pair),
        };
        if let Some(price) = self.priced.load_price.get(self.net.pairs.home[pair] as usize)
            && let Some(&load) = self.net.load_of.get(self.net.pairs.person[pair] as usize)
        {
            cost += i64::from(load) * price[tier];
        }
        cost
    }
}

/// What does not change while a network is solved.
#[derive(Debug, Clone)]
pub(crate) struct Statics {
    pub(crate) layout: Layout,
    pub(crate) pairs: Pairs,
    pub(crate) costs: ArcCosts,
    /// How many of the goals count.
    pub(crate) tiers: usize,
    /// Points of support load of each candidate.
    pub(crate) load_of: Vec<u32>,
}

/// The network of a round with its solver, to be solved again and again.
#[derive(Debug, Clone)]
pub(crate) struct Net {
    pub(crate) statics: Statics,
    pub(crate) solver: Solver,
}

impl Net {
    pub(crate) fn new(judge: &Judge<'_>, figures: &Figures, rows: &[Row]) -> Self {
        let input = judge.input;
        let layout = lay::lay(input, figures);
        let mut network = Network::new(layout.numbers.nodes);
        for arc in &layout.arcs {
            sized(network.add_arc(arc.from, arc.to, i64::from(arc.capacity)));
        }
        let fixed = layout.arcs.iter().map(|arc| arc.costs).collect();
        let load_of = input.candidates.iter().map(|it| input.load_points(it)).collect();
        let costs = ArcCosts { fixed, ..ArcCosts::default() };
        let pairs = Pairs::default();
        let mut statics = Statics { layout, pairs, costs, tiers: TIERS, load_of };
        lay_pairs(judge, rows, &mut network, &mut statics);
        Self { statics, solver: Solver::new(network) }
    }

    /// The best flow for the goals in order with what a branch changes.
    pub(crate) fn solve(&mut self, priced: &Priced) {
        let costs = &self.statics.costs;
        let beyond = beyond(costs);
        let (mut fixed, mut extra) = (costs.fixed.clone(), costs.extra.clone());
        let first = fixed.len() + costs.fit.len();
        for (arc, more) in &priced.on_top {
            let at = *arc as usize;
            let costs = if at < fixed.len() { &mut fixed[at] } else { &mut extra[at - first] };
            add(costs, more);
        }
        let branch = Branch { net: &self.statics, fixed, extra, priced, beyond };
        sized(self.solver.solve(&branch));
    }

    /// The least a single goal can cost whatever the others do.
    pub(crate) fn least(&mut self, priced: &Priced, tier: usize) -> i64 {
        struct Only<'a>(Branch<'a>, usize);
        impl Objectives for Only<'_> {
            fn tiers(&self) -> usize {
                2
            }
            fn cost(&self, tier: usize, arc: u32) -> i64 {
                let own = self.0.cost(self.1, arc);
                let pair = arc as usize >= self.0.fixed.len();
                match tier {
                    0 if pair && self.0.cost(0, arc) > 0 => 1,
                    0 => 0,
                    _ => own,
                }
            }
        }
        let costs = &self.statics.costs;
        let (fixed, extra) = (costs.fixed.clone(), costs.extra.clone());
        let beyond = beyond(costs);
        let branch = Branch { net: &self.statics, fixed, extra, priced, beyond };
        sized(self.solver.solve(&Only(branch, tier)));
        self.solver.objective(1)
    }

    /// What each goal that counts reached.
    pub(crate) fn reached(&self) -> Costs {
        let counts = |tier| tier < self.statics.tiers;
        tiers(|tier| if counts(tier) { self.solver.objective(tier) } else { 0 })
    }

    /// A reward that comes before all pins.
    pub(crate) fn before_all(&self) -> i64 {
        beyond(&self.statics.costs)
    }

    /// A cost that nothing makes worth while, not even all that comes before the pins.
    pub(crate) fn never(&self) -> i64 {
        NEVER * self.before_all()
    }

    pub(crate) fn pair_arc(&self, pair: usize) -> u32 {
        short(self.statics.costs.fixed.len() + pair)
    }

    /// The pair each household has in the best flow.
    pub(crate) fn chosen(&self) -> Vec<Option<usize>> {
        let pairs = &self.statics.pairs;
        let mut chosen = vec![None; self.statics.load_of.len()];
        for (pair, &person) in pairs.person.iter().enumerate() {
            if person != u32::MAX && self.solver.flow(self.pair_arc(pair)) == 1 {
                chosen[person as usize] = Some(pair);
            }
        }
        chosen
    }
}

/// Pairs that can be, candidate after candidate, homes in order.
fn lay_pairs(judge: &Judge<'_>, rows: &[Row], network: &mut Network, statics: &mut Statics) {
    let input = judge.input;
    let drawn: Vec<_> =
        input.homes.iter().map(|home| lot::drawn(input.seed, home.vacancy.as_str())).collect();
    let total = rows.iter().map(|row| row.fits.len()).sum();
    let Statics { layout, pairs, costs, .. } = statics;
    network.reserve(total);
    costs.fit.reserve_exact(total);
    costs.last_word.reserve_exact(total);
    pairs.person.reserve_exact(total);
    pairs.home.reserve_exact(total);
    pairs.starts.push(0);
    for (candidate, row) in rows.iter().enumerate() {
        let person = &judge.people[candidate];
        let from = layout.numbers.people + short(candidate);
        let own = lot::drawn(input.seed, person.candidate.reference.as_str());
        let homes = if person.candidate.ready { possible(&person.pinned, row) } else { Vec::new() };
        for home in homes {
            let at = home as usize;
            sized(network.add_arc(from, layout.numbers.homes + home, 1));
            if person.pinned.contains(&at) {
                costs.pinned.push(short(pairs.home.len()));
            }
            let fit = judge.fit(candidate, at).total();
            costs.fit.push(fit);
            let word = lot::pair(own, drawn[at]);
            costs.last_word.push(i32::try_from(word).unwrap_or(i32::MAX));
            pairs.person.push(short(candidate));
            pairs.home.push(home);
        }
        pairs.starts.push(short(pairs.home.len()));
    }
}

/// Homes a household can be proposed for: those that fit, and a pinned one when only
/// questions are open.
pub(crate) fn possible(pinned: &[usize], row: &Row) -> Vec<u32> {
    let mut homes = row.fits.clone();
    homes.extend(row.asks.iter().filter(|&&home| pinned.contains(&(home as usize))));
    homes.sort_unstable();
    homes
}

/// Whether no part of the city around a node is full before the round.
pub(crate) fn has_room(input: &RoundInput, node: usize) -> bool {
    input.path(node).all(|node| input.nodes[node].agreed.room() != Some(0))
}
