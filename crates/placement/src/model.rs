use sleutel_domain::{
    homes::AreaLevel,
    placement::{Agreed, Goal, RoundInput},
};
use sleutel_netflow::{Network, NetworkError, Objectives, Solver};

use crate::{judge::Judge, lot, pairs::Row, ranks, weeks};

/// The goals, and a last word that makes the answer the only one.
pub(crate) const TIERS: usize = Goal::ALL.len() + 1;

/// One number for each goal in order. Costs and losses: lower is better.
pub(crate) type Costs = [i64; TIERS];

/// A round as a network and its best flow.
///
/// What flows is households: out of the city's one pool, through the group, the
/// household, its home, the building, the neighbourhood, and so on up to the root
/// and back into the pool.
///
/// * A group and every part of the city let through what there is room for; the
///   units up to what is due are rewarded for [`Goal::Floors`], and each unit less
///   than the one before it for [`Goal::Comparable`] or [`Goal::Spread`].
/// * A household's arc carries its ground, its weeks and its lot.
/// * A pair's arc is there when the rules let it be and neither the group nor any
///   part of the city is full before the round; it carries its fit and its pin.
#[derive(Debug)]
pub(crate) struct Model {
    costs: ArcCosts,
    /// The pair arcs of candidate `c` are those from `starts[c]` to `starts[c + 1]`.
    starts: Vec<u32>,
    /// The home of each pair arc, and whether the best flow uses it.
    pair_home: Vec<u32>,
    used: Vec<bool>,
    /// Prices at each group, home, part of the city and household, and the costs of each household's own arc.
    group_price: Vec<Costs>,
    home_price: Vec<Costs>,
    node_price: Vec<Costs>,
    person_price: Vec<Costs>,
    person: Vec<Costs>,
    /// The group of each candidate, by its place in the input.
    pub(crate) group_of: Vec<usize>,
    pub(crate) objective: Costs,
    pub(crate) bound: Costs,
    /// Everything floors ask for in this round.
    pub(crate) due: i64,
}

/// Costs of all arcs: written out for the few that are not pairs, packed for pairs.
#[derive(Debug, Default)]
struct ArcCosts {
    fixed: Vec<Costs>,
    fit: Vec<i16>,
    last_word: Vec<i32>,
    /// Pair arcs laid down by people, counted from the first pair, in order.
    pinned: Vec<u32>,
}

impl Objectives for ArcCosts {
    fn tiers(&self) -> usize {
        TIERS
    }

    fn cost(&self, tier: usize, arc: u32) -> i64 {
        match self.fixed.get(arc as usize) {
            Some(costs) => costs[tier],
            None => self.pair(tier, arc as usize - self.fixed.len()),
        }
    }
}

impl ArcCosts {
    fn pair(&self, tier: usize, pair: usize) -> i64 {
        if tier == Goal::Fit as usize {
            -i64::from(self.fit[pair])
        } else if tier == TIERS - 1 {
            -i64::from(self.last_word[pair])
        } else if tier == Goal::Pins as usize {
            let number = u32::try_from(pair).unwrap_or(u32::MAX);
            -i64::from(self.pinned.binary_search(&number).is_ok())
        } else {
            0
        }
    }
}

/// Node numbers: the pool, the parts of the city, groups, homes, households.
struct Numbers {
    groups: u32,
    homes: u32,
    people: u32,
}

fn short(count: usize) -> u32 {
    // INVARIANT: the network refuses more than 32 bits can name before this matters.
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A network within the size of `u32` refuses nothing; beyond it no machine that
/// could hold the input remains.
fn sized<T>(result: Result<T, NetworkError>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("a round beyond four thousand million pairs: {error}"),
    }
}

fn reward(goal: Goal, amount: i64) -> Costs {
    let mut costs = [0; TIERS];
    costs[goal as usize] = -amount;
    costs
}

struct Builder<'a> {
    judge: &'a Judge<'a>,
    network: Network,
    costs: ArcCosts,
    numbers: Numbers,
    due: i64,
}

impl Builder<'_> {
    fn input(&self) -> &RoundInput {
        self.judge.input
    }

    fn arc(&mut self, from: u32, to: u32, capacity: u32, costs: Costs) {
        if capacity > 0 {
            sized(self.network.add_arc(from, to, i64::from(capacity)));
            self.costs.fixed.push(costs);
        }
    }

    /// What flows from the pool into each group.
    fn groups(&mut self) {
        let input = self.judge.input;
        // One more than there are, so that only real ceilings have a price.
        let homes = short(input.homes.len()) + 1;
        let mut units = Vec::new();
        let mut places = Vec::new();
        for (at, group) in input.groups.iter().enumerate() {
            let members = input.candidates.iter().filter(|it| it.ready && it.group == group.code);
            let most = short(members.count()).min(homes).min(group.agreed.room().unwrap_or(homes));
            self.due += i64::from(group.agreed.due(input.date));
            for more in 0..most {
                let before = group.agreed.realised.saturating_add(more);
                units.push(ranks::Unit { before, out_of: group.expected });
                places.push((at, more));
            }
        }
        for ((at, more), rank) in places.into_iter().zip(ranks::rewards(&units)) {
            let mut costs = reward(Goal::Comparable, rank);
            let due = input.groups[at].agreed.due(input.date);
            costs[Goal::Floors as usize] = -i64::from(more < due);
            self.arc(0, self.numbers.groups + short(at), 1, costs);
        }
    }

    /// What flows up from each part of the city.
    fn tree(&mut self) {
        let input = self.judge.input;
        let mut below = vec![0_u32; input.nodes.len()];
        for home in &input.homes {
            for node in input.path(home.node) {
                below[node] += 1;
            }
        }
        // One more than there are, so that only real ceilings have a price.
        let most =
            |at: usize, agreed: Agreed| (below[at] + 1).min(agreed.room().unwrap_or(u32::MAX));
        let mut units = Vec::new();
        let mut places = Vec::new();
        for (at, node) in input.nodes.iter().enumerate() {
            self.due += i64::from(node.agreed.due(input.date));
            if node.level == AreaLevel::Neighbourhood {
                for more in 0..most(at, node.agreed) {
                    let before = node.agreed.realised.saturating_add(more);
                    let out_of = node.agreed.upper.unwrap_or(below[at]);
                    units.push(ranks::Unit { before, out_of });
                    places.push((at, more));
                }
            } else {
                let (from, to) = (short(at) + 1, node.parent.map_or(0, |parent| short(parent) + 1));
                let most = most(at, node.agreed);
                let due = node.agreed.due(input.date).min(most);
                self.arc(from, to, due, reward(Goal::Floors, 1));
                self.arc(from, to, most - due, [0; TIERS]);
            }
        }
        for ((at, more), rank) in places.into_iter().zip(ranks::rewards(&units)) {
            let node = &input.nodes[at];
            let mut costs = reward(Goal::Spread, rank);
            costs[Goal::Floors as usize] = -i64::from(more < node.agreed.due(input.date));
            let to = node.parent.map_or(0, |parent| short(parent) + 1);
            self.arc(short(at) + 1, to, 1, costs);
        }
    }

    fn homes(&mut self) {
        let input = self.judge.input;
        for (at, home) in input.homes.iter().enumerate() {
            let (from, to) = (self.numbers.homes + short(at), short(home.node) + 1);
            self.arc(from, to, 1, reward(Goal::HomesUsed, 1));
        }
    }

    /// The arc's costs for one household.
    fn person(&self, candidate: usize) -> Costs {
        let input = self.input();
        let person = &input.candidates[candidate];
        let mut costs = reward(Goal::Ground, i64::from(person.ground.counts(input.date)));
        costs[Goal::Waiting as usize] = -i64::from(weeks::weeks_counted(input, person));
        let drawn = lot::drawn(input.seed, person.reference.as_str());
        costs[Goal::Lot as usize] = -lot::number(drawn);
        costs
    }

    /// Pairs that can be, candidate after candidate, homes in order.
    fn pairs(&mut self, rows: &[Row], takes_part: &[bool]) -> (Vec<u32>, Vec<u32>) {
        let input = self.judge.input;
        let open: Vec<_> = input.homes.iter().map(|home| has_room(input, home.node)).collect();
        let drawn: Vec<_> =
            input.homes.iter().map(|home| lot::drawn(input.seed, home.vacancy.as_str())).collect();
        let total = rows.iter().map(|row| row.fits.len()).sum();
        self.network.reserve(total);
        self.costs.fit.reserve_exact(total);
        self.costs.last_word.reserve_exact(total);
        let (mut starts, mut homes) = (vec![0], Vec::with_capacity(total));
        for (candidate, row) in rows.iter().enumerate() {
            let person = &self.judge.people[candidate];
            let from = self.numbers.people + short(candidate);
            let own = lot::drawn(input.seed, person.candidate.reference.as_str());
            let homes_for =
                if takes_part[candidate] { possible(&person.pinned, row) } else { vec![] };
            for home in homes_for {
                let at = home as usize;
                if !open[at] {
                    continue;
                }
                sized(self.network.add_arc(from, self.numbers.homes + home, 1));
                if person.pinned.contains(&at) {
                    self.costs.pinned.push(short(homes.len()));
                }
                let fit = self.judge.fit(candidate, at).total();
                self.costs.fit.push(i16::try_from(fit).unwrap_or(i16::MAX));
                let word = lot::pair(own, drawn[at]);
                self.costs.last_word.push(i32::try_from(word).unwrap_or(i32::MAX));
                homes.push(home);
            }
            starts.push(short(homes.len()));
        }
        (starts, homes)
    }
}

/// Homes a household can be proposed for: those that fit, and a pinned one when only
/// questions are open.
fn possible(pinned: &[usize], row: &Row) -> Vec<u32> {
    let mut homes = row.fits.clone();
    homes.extend(row.asks.iter().filter(|&&home| pinned.contains(&(home as usize))));
    homes.sort_unstable();
    homes
}

/// Whether no part of the city around a node is full before the round.
pub(crate) fn has_room(input: &RoundInput, node: usize) -> bool {
    input.path(node).all(|node| input.nodes[node].agreed.room() != Some(0))
}

impl Model {
    pub(crate) fn solve(judge: &Judge<'_>, rows: &[Row]) -> Self {
        let input = judge.input;
        let groups = short(input.nodes.len()) + 1;
        let homes = groups + short(input.groups.len());
        let people = homes + short(input.homes.len());
        let numbers = Numbers { groups, homes, people };
        let network = Network::new(people + short(input.candidates.len()));
        let costs = ArcCosts::default();
        let mut builder = Builder { judge, network, costs, numbers, due: 0 };
        builder.groups();
        builder.tree();
        builder.homes();
        let mut person = Vec::with_capacity(rows.len());
        let mut group_of = Vec::with_capacity(rows.len());
        let mut takes_part = Vec::with_capacity(rows.len());
        for candidate in 0..rows.len() {
            let costs = builder.person(candidate);
            let own = &input.candidates[candidate];
            let group = input.groups.iter().position(|it| it.code == own.group).unwrap_or(0);
            let part = own.ready && input.groups[group].agreed.room() != Some(0);
            let to = builder.numbers.people + short(candidate);
            builder.arc(groups + short(group), to, u32::from(part), costs);
            takes_part.push(part);
            person.push(costs);
            group_of.push(group);
        }
        let (starts, pair_home) = builder.pairs(rows, &takes_part);
        let Builder { network, costs, due, .. } = builder;
        let mut solver = Solver::new(network);
        sized(solver.solve(&costs));
        let first = short(costs.fixed.len());
        let used = (first..).take(pair_home.len()).map(|arc| solver.flow(arc) == 1).collect();
        let all = |count: usize, from: u32| {
            (from..).take(count).map(|node| tiers(|tier| solver.price(tier, node))).collect()
        };
        Self {
            starts,
            pair_home,
            used,
            group_price: all(input.groups.len(), groups),
            home_price: all(input.homes.len(), homes),
            node_price: all(input.nodes.len(), 1),
            person_price: all(input.candidates.len(), people),
            person,
            group_of,
            objective: tiers(|tier| solver.objective(tier)),
            bound: tiers(|tier| solver.bound(tier)),
            due,
            costs,
        }
    }

    /// The pairs of a candidate that can be: number of the pair, home, and whether
    /// the best flow uses it.
    pub(crate) fn pairs(&self, candidate: usize) -> impl Iterator<Item = (usize, usize, bool)> {
        (self.starts[candidate] as usize..self.starts[candidate + 1] as usize)
            .map(|pair| (pair, self.pair_home[pair] as usize, self.used[pair]))
    }

    /// What placing a household in a home costs at least, by the prices of its group
    /// and the home: goals in order, the first that is not zero decides.
    pub(crate) fn price_of(&self, candidate: usize, home: usize, own: Costs) -> Costs {
        let group = &self.group_price[self.group_of[candidate]];
        let (person, home) = (&self.person[candidate], &self.home_price[home]);
        tiers(|tier| group[tier] + person[tier] + own[tier] - home[tier])
    }

    /// The same for a home that would come on top, in a part of the city.
    pub(crate) fn price_of_one_more(&self, candidate: usize, node: usize, own: Costs) -> Costs {
        let group = &self.group_price[self.group_of[candidate]];
        let (person, node) = (&self.person[candidate], &self.node_price[node]);
        let used = reward(Goal::HomesUsed, 1);
        tiers(|tier| group[tier] + person[tier] + own[tier] + used[tier] - node[tier])
    }

    /// What taking a home away from the household that has it costs at least; it may
    /// get another.
    pub(crate) fn price_of_moving(&self, taker: usize, home: usize) -> Costs {
        let pair = self.pairs(taker).find(|(.., used)| *used).map(|(pair, ..)| pair);
        let (person, home) = (&self.person_price[taker], &self.home_price[home]);
        pair.map_or([0; TIERS], |pair| {
            tiers(|tier| home[tier] - person[tier] - self.costs.pair(tier, pair))
        })
    }

    /// The costs of a pair that can be.
    pub(crate) fn pair_costs(&self, pair: usize) -> Costs {
        tiers(|tier| self.costs.pair(tier, pair))
    }
}

pub(crate) fn tiers(mut of: impl FnMut(usize) -> i64) -> Costs {
    let mut costs = [0; TIERS];
    for (tier, cost) in costs.iter_mut().enumerate() {
        *cost = of(tier);
    }
    costs
}
