use sleutel_domain::placement::{Goal, RoundInput};

use crate::{
    judge::Judge,
    net::{
        Costs, Net, TIERS,
        figures::Figures,
        has_room,
        lay::reward,
        limits::Limits,
        search::{self, Effort, Found},
        tiers,
    },
    pairs::Row,
};

/// A round as a network with the best that keeps every limit, and its prices.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) net: Net,
    pub(crate) limits: Limits,
    pub(crate) figures: Figures,
    /// The pair of each household.
    pub(crate) chosen: Vec<Option<usize>>,
    /// Pairs that could be at all: neither group nor any part of the city full before,
    /// and not closed by what limits beside the network decided.
    open: Vec<bool>,
    /// Prices at each group, home, part of the city and household.
    group_price: Vec<Costs>,
    home_price: Vec<Costs>,
    node_price: Vec<Costs>,
    person_price: Vec<Costs>,
    pub(crate) value: Costs,
    pub(crate) bound: Costs,
    pub(crate) branches: u32,
}

impl Model {
    pub(crate) fn solve(judge: &Judge<'_>, rows: &[Row]) -> Self {
        let input = judge.input;
        let figures = Figures::new(input);
        let mut net = Net::new(judge, &figures, rows);
        let limits = Limits::new(input, &figures);
        let found = search::best(input, &figures, &mut net, &limits, Effort::Whole);
        Self::read(input, net, limits, figures, found)
    }

    fn read(input: &RoundInput, net: Net, limits: Limits, figures: Figures, found: Found) -> Self {
        let numbers = &net.statics.layout.numbers;
        let price = |node: u32| tiers(|tier| net.solver.price(tier, node));
        let all = |count: usize, from: u32| (from..).take(count).map(price).collect();
        let has_room: Vec<_> = input.homes.iter().map(|home| has_room(input, home.node)).collect();
        let takes_part: Vec<_> = net
            .statics
            .layout
            .group_of
            .iter()
            .map(|&group| {
                input.group_path(group).all(|at| input.groups[at].agreed.room() != Some(0))
            })
            .collect();
        let pairs = &net.statics.pairs;
        let open = pairs.person.iter().zip(&pairs.home);
        let open = open
            .enumerate()
            .map(|(pair, (&person, &home))| {
                has_room[home as usize]
                    && takes_part[person as usize]
                    && found.closed.get(pair) != Some(&true)
            })
            .collect();
        Self {
            open,
            group_price: numbers.entry.iter().map(|&node| price(node)).collect(),
            home_price: all(input.homes.len(), numbers.homes),
            node_price: all(input.nodes.len(), 1),
            person_price: all(input.candidates.len(), numbers.people),
            chosen: found.chosen,
            value: found.value,
            bound: found.bound,
            branches: found.branches,
            limits,
            figures,
            net,
        }
    }

    /// The group of each candidate, by its place in the input.
    pub(crate) fn group_of(&self, candidate: usize) -> usize {
        self.net.statics.layout.group_of[candidate]
    }

    /// Everything floors ask for in this round.
    pub(crate) fn due(&self) -> i64 {
        self.net.statics.layout.due
    }

    /// The pairs of a candidate that can be: number of the pair, home, and whether
    /// the best uses it.
    pub(crate) fn pairs(&self, candidate: usize) -> impl Iterator<Item = (usize, usize, bool)> {
        self.net.statics.pairs.of(candidate).filter(|&pair| self.open[pair]).map(move |pair| {
            let home = self.net.statics.pairs.home[pair] as usize;
            (pair, home, self.chosen[candidate] == Some(pair))
        })
    }

    /// The costs of a household's own arc; nothing for who is not ready.
    fn person(&self, candidate: usize) -> Costs {
        let statics = &self.net.statics;
        let arc = statics.layout.person_arc[candidate];
        arc.map_or([0; TIERS], |arc| *statics.costs.of(arc))
    }

    /// What placing a household in a home costs at least, by the prices of its group
    /// and the home: goals in order, the first that is not zero decides.
    pub(crate) fn price_of(&self, candidate: usize, home: usize, own: Costs) -> Costs {
        let group = &self.group_price[self.group_of(candidate)];
        let (person, home) = (self.person(candidate), &self.home_price[home]);
        tiers(|tier| group[tier] + person[tier] + own[tier] - home[tier])
    }

    /// The same for a home that would come on top, in a part of the city.
    pub(crate) fn price_of_one_more(&self, candidate: usize, node: usize, own: Costs) -> Costs {
        let group = &self.group_price[self.group_of(candidate)];
        let (person, node) = (self.person(candidate), &self.node_price[node]);
        let used = reward(Goal::HomesUsed, 1);
        tiers(|tier| group[tier] + person[tier] + own[tier] + used[tier] - node[tier])
    }

    /// What taking a home away from the household that has it costs at least; it may
    /// get another.
    pub(crate) fn price_of_moving(&self, taker: usize, home: usize) -> Costs {
        let (person, home) = (&self.person_price[taker], &self.home_price[home]);
        self.chosen[taker].map_or([0; TIERS], |pair| {
            let own = self.pair_costs(pair);
            tiers(|tier| home[tier] - person[tier] - own[tier])
        })
    }

    /// The costs of a pair that can be.
    pub(crate) fn pair_costs(&self, pair: usize) -> Costs {
        tiers(|tier| self.net.statics.costs.pair(tier, pair))
    }

    /// Whether a price only says that something a limit asks for would be given up.
    pub(crate) fn is_beyond(&self, loss: &Costs) -> bool {
        loss[0].abs() >= self.net.before_all()
    }

    /// The home of each candidate.
    pub(crate) fn home_of(&self, candidate: usize) -> Option<usize> {
        self.chosen[candidate].map(|pair| self.net.statics.pairs.home[pair] as usize)
    }
}

const _: () = assert!(TIERS == Goal::ALL.len() + 1, "the last word follows the goals");
