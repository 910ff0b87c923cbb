use sleutel_domain::{
    Reference,
    placement::{
        AheadPrices, Change, Collision, FixingKind, Goal, GoalReached, InputError, PairVerdict,
        Proposal, RoundInput, Unplaced, Worth,
    },
};

use crate::{
    Changes, ahead,
    change::{self, Looked},
    collisions, explain,
    judge::Judge,
    model::Model,
    net::{Costs, TIERS},
    pairs::{Row, row},
    worth,
};

/// A round with its best proposal, kept to ask more of it.
#[derive(Debug)]
pub struct SolvedRound<'a> {
    pub(crate) judge: Judge<'a>,
    pub(crate) rows: Vec<Row>,
    pub(crate) model: Model,
    /// The home of each candidate and the candidate of each home.
    pub(crate) home_of: Vec<Option<usize>>,
    pub(crate) taker_of: Vec<Option<usize>>,
    /// What looking ahead said.
    pub(crate) ahead: Option<AheadPrices>,
}

impl<'a> SolvedRound<'a> {
    /// Finds the best proposal; fails with every contradiction in the input.
    ///
    /// # Panics
    /// When more than four thousand million pairs are possible.
    pub fn new(input: &'a RoundInput) -> Result<Self, Vec<InputError>> {
        let sound = input.ahead.is_some() && input.errors().is_empty();
        let ahead = if sound { ahead::prices(input) } else { None };
        Self::with_pair(input, None, ahead)
    }

    /// The same, with one pair possible whatever the rules say, and with what looking
    /// ahead said before.
    pub(crate) fn with_pair(
        input: &'a RoundInput,
        pair: Option<(usize, usize)>,
        ahead: Option<AheadPrices>,
    ) -> Result<Self, Vec<InputError>> {
        let errors = input.errors();
        if !errors.is_empty() {
            return Err(errors);
        }
        let judge = match &ahead {
            Some(prices) => Judge::looking_ahead(input, prices),
            None => Judge::new(input),
        };
        let mut rows: Vec<_> = (0..input.candidates.len()).map(|it| row(&judge, it)).collect();
        if let Some((candidate, home)) = pair
            && let Ok(home) = u32::try_from(home)
            && let Err(at) = rows[candidate].fits.binary_search(&home)
        {
            rows[candidate].fits.insert(at, home);
        }
        let model = Model::solve(&judge, &rows);
        let mut home_of = vec![None; rows.len()];
        let mut taker_of = vec![None; input.homes.len()];
        for (candidate, own) in home_of.iter_mut().enumerate() {
            *own = model.home_of(candidate);
            if let Some(home) = *own {
                taker_of[home] = Some(candidate);
            }
        }
        Ok(Self { judge, rows, model, home_of, taker_of, ahead })
    }

    /// Whether a household gets a home, and nothing better is left open.
    pub(crate) fn is_placed(&self, candidate: usize) -> bool {
        self.home_of[candidate].is_some() && self.is_proven()
    }

    /// Whether every goal is proven as good as can be.
    pub(crate) fn is_proven(&self) -> bool {
        let goals = Goal::ALL.len();
        self.model.value[..goals] == self.model.bound[..goals]
    }

    /// The rules of this round.
    pub fn judge(&self) -> &Judge<'a> {
        &self.judge
    }

    /// What the rules say of a pair.
    ///
    /// # Panics
    /// When there is no such candidate or home.
    pub fn verdict(&self, candidate: usize, home: usize) -> PairVerdict {
        self.judge.verdict(candidate, home)
    }

    /// Who gets which home, by their places in the input, in the order of the homes.
    pub fn placed(&self) -> impl Iterator<Item = (usize, usize)> {
        let takers = self.taker_of.iter().enumerate();
        takers.filter_map(|(home, taker)| taker.map(|taker| (taker, home)))
    }

    /// The proposal with its reasons; no changes are looked for.
    pub fn proposal(&self) -> Proposal {
        explain::proposal(self)
    }

    /// The first change that would get somebody a home, each tried by solving
    /// again; `None` for somebody who is placed or not in the round.
    pub fn first_change(&self, candidate: &Reference) -> Option<Change> {
        self.look(candidate, u64::MAX)?.change
    }

    fn look(&self, candidate: &Reference, most: u64) -> Option<Looked> {
        let at = self.judge.input.candidates.iter().position(|it| it.reference == *candidate)?;
        self.home_of[at].is_none().then(|| change::first(self, at, most))
    }

    /// Looks for first changes and keeps them with those it is for.
    pub(crate) fn look_for_changes(&self, changes: Changes, unplaced: &mut [Unplaced]) {
        let arcs = u64::try_from(self.model.net.solver.network().arcs()).unwrap_or(u64::MAX);
        let mut networks = (changes.work / arcs.max(1)).max(1);
        for unplaced in unplaced.iter_mut().take(changes.most) {
            let Some(looked) = self.look(&unplaced.candidate, networks) else { continue };
            networks = networks.saturating_sub(looked.networks);
            unplaced.change = looked.change;
            if networks == 0 {
                return;
            }
        }
    }

    /// Why pins and floors could not all be kept; empty when they were. Each is found
    /// by solving again many times.
    pub fn collisions(&self) -> Vec<Collision> {
        let short = self.model.value[Goal::Floors as usize] != -self.model.due();
        let fixings = &self.judge.input.fixings;
        let pins = fixings.iter().filter(|it| it.kind == FixingKind::Pin).count();
        let kept = -self.model.value[Goal::Pins as usize];
        if short || i64::try_from(pins) != Ok(kept) { collisions::of(self) } else { Vec::new() }
    }

    /// What one more would be worth for each limit that is used up, each found by solving
    /// again.
    pub fn worth(&self) -> Vec<Worth> {
        worth::of(self)
    }

    /// What each goal reached and what the prices prove it could reach at most.
    pub(crate) fn goals(&self) -> Vec<GoalReached> {
        Goal::ALL
            .into_iter()
            .map(|goal| {
                let (reached, bound) =
                    (self.model.value[goal as usize], self.model.bound[goal as usize]);
                // Floors count homes short; all others what is reached.
                let asked = if goal == Goal::Floors { self.model.due() } else { 0 };
                let sign = if goal == Goal::Floors { 1 } else { -1 };
                GoalReached { goal, reached: asked + sign * reached, bound: asked + sign * bound }
            })
            .collect()
    }

    /// The price of a household's present place; nothing for who has none.
    pub(crate) fn given_up(&self, candidate: usize) -> Costs {
        self.model
            .pairs(candidate)
            .find(|(_, _, used)| *used)
            .map_or([0; TIERS], |(pair, home, _)| {
                self.model.price_of(candidate, home, self.model.pair_costs(pair))
            })
    }

    /// Placements in each group, in the order of the input.
    pub(crate) fn given_to_groups(&self) -> Vec<u32> {
        let input = self.judge.input;
        let mut given = vec![0; input.groups.len()];
        for (candidate, home) in self.home_of.iter().enumerate() {
            if home.is_some() {
                input.group_path(self.model.group_of(candidate)).for_each(|at| given[at] += 1);
            }
        }
        given
    }

    /// Placements by each association, in the order of the input.
    pub(crate) fn given_by_associations(&self) -> Vec<u32> {
        let input = self.judge.input;
        let count = |code| {
            let homes = input.homes.iter().zip(&self.taker_of);
            homes.filter(|(home, taker)| taker.is_some() && home.association == code).count()
        };
        let given = input.associations.iter().map(|it| count(it.code.clone()));
        given.map(|count| u32::try_from(count).unwrap_or(u32::MAX)).collect()
    }

    /// Support load placed in each part of the city, in the order of the input.
    pub(crate) fn loads(&self) -> Vec<u32> {
        let input = self.judge.input;
        let mut loads = vec![0; input.nodes.len()];
        for (home, taker) in input.homes.iter().zip(&self.taker_of) {
            if let Some(taker) = *taker {
                let load = input.load_points(&input.candidates[taker]);
                input.path(home.node).for_each(|node| loads[node] += load);
            }
        }
        loads
    }

    /// Placements in each part of the city, in the order of the input.
    pub(crate) fn given_in_areas(&self) -> Vec<u32> {
        let input = self.judge.input;
        let mut given = vec![0; input.nodes.len()];
        for (home, taker) in input.homes.iter().zip(&self.taker_of) {
            if taker.is_some() {
                for node in input.path(home.node) {
                    given[node] += 1;
                }
            }
        }
        given
    }
}
