use crate::{Instance, Plan, Prices, Ratio, auction};

/// The best plan, with the prices that prove it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// Who gets which home.
    pub plan: Plan,
    /// Prices by which nothing better exists.
    pub prices: Prices,
    /// The weights of the plan together.
    pub objective: i64,
    /// What no plan can pass, worked out from the prices alone; as large as the
    /// objective.
    pub bound: Ratio,
}

impl Solution {
    /// Whether the bound proves that no plan is better.
    pub fn is_optimal(&self) -> bool {
        self.bound.floor() == i128::from(self.objective)
    }
}

/// Floors and ceilings that cannot all be kept, by their places in the instance:
/// together they ask for more than people, pairs and homes allow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Infeasible {
    /// Parts of the city whose floor cannot be reached.
    pub node_floors: Vec<u32>,
    /// Parts of the city whose ceiling stands in the way.
    pub node_ceilings: Vec<u32>,
    /// Groups whose floor cannot be reached.
    pub group_floors: Vec<u32>,
    /// Groups whose ceiling stands in the way.
    pub group_ceilings: Vec<u32>,
}

/// Why there is no solution.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SolveError {
    /// No plan keeps all bounds.
    #[error("no plan keeps all floors and ceilings")]
    Infeasible(Infeasible),
    /// Prices would pass the largest number the engine works with.
    #[error("the weights are too large for so many people and homes")]
    TooLarge,
}

/// The plan of most weight, proven.
///
/// Works by an auction: everybody bids for the home that is worth most to them at
/// its price, and prices rise until nobody wants another. The step by which they
/// rise is made ever smaller; what remains is checked against prices in whole
/// weights. The same instance gives the same solution. Time grows about linearly
/// with the pairs; memory beyond the instance is some 100 bytes a person and home.
///
/// Fails when no plan keeps all floors and ceilings, with those that collide.
pub fn solve(instance: &Instance) -> Result<Solution, SolveError> {
    Ok(proven(instance, auction::run(instance, None)?))
}

/// The plan of most weight, when the best plan of nearly the same instance is known:
/// other weights, pairs added or left out, other bounds, people, homes or groups
/// added at the end. Much faster than [`solve`] when little has changed, and just as
/// proven; where several plans are best it may find another of them.
///
/// Fails as [`solve`] does.
pub fn solve_from(instance: &Instance, before: &Solution) -> Result<Solution, SolveError> {
    Ok(proven(instance, auction::run(instance, Some((&before.plan, &before.prices)))?))
}

fn proven(instance: &Instance, outcome: auction::Outcome) -> Solution {
    let auction::Outcome { plan, prices } = outcome;
    let objective = instance.objective(&plan);
    let bound = instance.bound(&prices);
    Solution { plan, prices, objective, bound }
}
