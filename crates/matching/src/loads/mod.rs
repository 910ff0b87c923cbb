//! The best placement when neighbourhoods can carry only so much ("draagkracht").
//!
//! A household asks a load of its neighbourhood, and in parts of the city the loads of
//! those placed may not add up to more than a limit. That makes the question hard: no
//! flow has it, and the best plan cannot always be proven. So the answer is a plan with
//! a bound, and the gap between them.
//!
//! Three things take turns. A price on every limit ([`LoadSolution::prices`]) gives a
//! first bound, by the fast engine. Then the city is cut in quarters so small that each
//! can be solved exactly with its limits, and only people and what lies above the
//! quarters need prices ([`QuarterPrices`]): a stronger bound. Its prices say which home
//! should take how heavy a household; with that settled the best plan is a flow, and a
//! search changes it quarter by quarter.
//!
//! The same instance, seed and number of steps give the same answer, bit for bit.

mod ascent;
mod dual;
mod flow;
mod labels;
mod linear;
mod pace;
mod quarters;
mod search;

pub use dual::QuarterPrices;

use crate::{Instance, Plan, Prices, Ratio, SolveError};
use ascent::{Ascent, Stuck};
use linear::Linear;
use quarters::Quarters;
use search::Search;

/// How long to go on, and which of many equal roads to take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Every seed gives a good plan; the same seed the same.
    pub seed: u64,
    /// The most steps; without it, until the plan is proven or the clock stops it.
    pub max_steps: Option<u64>,
}

/// A plan that keeps all limits, and what proves how good it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadSolution {
    /// Who gets which home.
    pub plan: Plan,
    /// The weights of the plan together.
    pub objective: i64,
    /// A price for each limit on load.
    pub prices: Prices,
    /// What no plan can pass by `prices`: [`Instance::bound`].
    pub bound: Ratio,
    /// Prices by which the quarters are solved exactly.
    pub quarter_prices: QuarterPrices,
    /// What no plan can pass by `quarter_prices`: [`Instance::quarter_bound`].
    pub quarter_bound: Ratio,
    /// Steps taken.
    pub steps: u64,
}

impl LoadSolution {
    /// What no plan of whole weights can pass.
    pub fn most(&self) -> i128 {
        self.bound.floor().min(self.quarter_bound.floor())
    }

    /// Whether no plan is better.
    pub fn is_optimal(&self) -> bool {
        self.most() == i128::from(self.objective)
    }

    /// How much better a plan could be at most, as a part of this one; 0 when proven.
    pub fn gap(&self) -> f64 {
        let above = self.most() - i128::from(self.objective);
        if above == 0 { 0.0 } else { above as f64 / (self.objective as f64).abs().max(1.0) }
    }
}

/// Why there is no plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoadInfeasible {
    /// There is none even without limits on load, or none that can be proven.
    #[error(transparent)]
    Without(#[from] SolveError),
    /// In this part of the city the floors cannot be reached within the limits on load,
    /// whoever comes.
    #[error("in node {node} no plan keeps the floors and the limits on load")]
    Quarter {
        /// The part.
        node: u32,
    },
    /// None was found; it is not proven that there is none.
    #[error("no plan was found that keeps all floors and limits on load")]
    NotFound {
        /// How many placements the nearest plan falls short of the floors.
        short: u32,
    },
}

/// What there is so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Steps taken.
    pub steps: u64,
    /// The best plan's weights together, once there is one.
    pub objective: Option<i64>,
    /// What no plan can pass.
    pub most: i128,
}

/// Steps for prices of limits, before quarters are looked at.
const LINEAR: u64 = 260;
/// Steps for prices of quarters, before the search begins.
const QUARTER: u64 = 800;
/// Steps for prices of quarters in all, the rest in turns with the search.
const QUARTER_ALL: u64 = 4_000;
/// Steps of the search for one step for prices.
const TURN: u64 = 24;

/// Looks for the plan of most weight that keeps all bounds and all limits on load.
///
/// `stop` is asked at every step, and answers that time is up; the best plan so far is
/// given. Fails when there is none, or none was found.
pub fn solve(
    instance: &Instance,
    options: &Options,
    stop: &mut dyn FnMut() -> bool,
) -> Result<LoadSolution, LoadInfeasible> {
    solve_watched(instance, options, stop, &mut |_| ())
}

/// [`solve`], telling how it goes: `watch` is called whenever there is news.
pub fn solve_watched(
    instance: &Instance,
    options: &Options,
    stop: &mut dyn FnMut() -> bool,
    watch: &mut dyn FnMut(Progress),
) -> Result<LoadSolution, LoadInfeasible> {
    let quarters = Quarters::new(instance);
    let mut run = Run { options, stop, watch, steps: 0, told: None };
    let (prices, plan) = run.linear(instance)?;
    let bound = instance.bound(&prices);
    let start = QuarterPrices::from_linear(instance, &quarters, &prices);
    let mut ascent = Ascent::new(instance, &quarters, start);
    let mut more = ascent.step().map_err(|Stuck(node)| LoadInfeasible::Quarter { node })?;
    let mut so_far = 1;
    let most = |ascent: &Ascent<'_>| {
        let by_quarters = ascent.bound.map(|of| Ratio { of, unit: ascent.best.unit }.floor());
        by_quarters.unwrap_or(i128::MAX).min(bound.floor())
    };
    let kept = plan.map(|plan| (instance.objective(&plan), plan));
    let optimal = |best: &Option<(i64, Plan)>, ascent: &Ascent<'_>| {
        best.as_ref().is_some_and(|best| i128::from(best.0) == most(ascent))
    };
    let mut best = kept;
    while more && so_far < QUARTER && !optimal(&best, &ascent) && run.goes_on() {
        more = ascent.step().unwrap_or(false);
        so_far += 1;
        run.tell(best.as_ref().map(|best| best.0), most(&ascent));
    }
    let mut short = 0;
    if !optimal(&best, &ascent) {
        let mut search = Search::new(instance, &quarters, &ascent.best, options.seed);
        loop {
            let found = search.best.as_ref().map(|found| found.0);
            if found > best.as_ref().map(|best| best.0) {
                best.clone_from(&search.best);
            }
            run.tell(best.as_ref().map(|best| best.0), most(&ascent));
            if optimal(&best, &ascent) || !run.goes_on() {
                break;
            }
            if more && so_far < QUARTER_ALL && run.steps.is_multiple_of(TURN) {
                more = ascent.step().unwrap_or(false);
                so_far += 1;
                if so_far.is_multiple_of(100) {
                    search.reprice(instance, &ascent.best);
                }
            } else {
                search.step();
            }
        }
        short = search.short();
    }
    let Some((objective, plan)) = best else { return Err(LoadInfeasible::NotFound { short }) };
    let of = ascent.bound.unwrap_or(i128::MAX);
    let quarter_bound = Ratio { of, unit: ascent.best.unit };
    let quarter_prices = ascent.best;
    let steps = run.steps;
    Ok(LoadSolution { plan, objective, prices, bound, quarter_prices, quarter_bound, steps })
}

/// The clock, and whoever looks on.
struct Run<'a> {
    options: &'a Options,
    stop: &'a mut dyn FnMut() -> bool,
    watch: &'a mut dyn FnMut(Progress),
    steps: u64,
    told: Option<(Option<i64>, i128)>,
}

impl Run<'_> {
    fn goes_on(&mut self) -> bool {
        let may = self.options.max_steps.is_none_or(|most| self.steps < most) && !(self.stop)();
        self.steps += u64::from(may);
        may
    }

    fn tell(&mut self, objective: Option<i64>, most: i128) {
        if self.told != Some((objective, most)) {
            self.told = Some((objective, most));
            (self.watch)(Progress { steps: self.steps, objective, most });
        }
    }

    /// Prices of limits, and the best plan met that happens to keep them all.
    fn linear(&mut self, instance: &Instance) -> Result<(Prices, Option<Plan>), LoadInfeasible> {
        let mut linear = Linear::new(instance);
        let mut best: Option<(i64, Plan)> = None;
        for _ in 0..LINEAR {
            let Some(plan) = linear.step()? else { break };
            if instance.faults(&plan, true).is_empty() {
                let objective = instance.objective(&plan);
                if best.as_ref().is_none_or(|best| objective > best.0) {
                    best = Some((objective, plan));
                }
            }
            let most = linear.most();
            let objective = best.as_ref().map(|best| best.0);
            self.tell(objective, most);
            if objective.map(i128::from) == Some(most) || !self.goes_on() {
                break;
            }
        }
        // INVARIANT: the first step always gives prices, or fails.
        let prices = linear.best.map(|(_, prices)| prices).ok_or(SolveError::NotProven)?;
        Ok((prices, best.map(|(_, plan)| plan)))
    }
}
