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
    /// A plan was found, but within the work set aside for it no prices in whole weights
    /// that prove it the best. Nothing is answered that is not proven.
    #[error("no prices were found that prove the best plan")]
    NotProven,
}

/// The plan of most weight, proven.
///
/// Works by an auction: everybody bids for the home that is worth most to them at
/// its price, and prices rise until nobody wants another. The step by which they
/// rise is made ever smaller; what remains is checked against prices in whole
/// weights. The same instance gives the same solution. Time grows about linearly
/// with the pairs; memory beyond the instance is some 100 bytes a person and home.
///
/// Fails when no plan keeps all floors and ceilings, with those that collide; when sums
/// could not be exact; and when the best plan cannot be proven.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Arc, Bounds, Node, Person};

    /// Everybody with a home of their own, all pairs of one weight.
    fn street(people: u32, weight: i32) -> Instance {
        let all = Bounds { lower: 0, upper: people };
        let homes = 0..people;
        let built = Instance::new(
            vec![all],
            vec![Node { parent: None, bounds: all, load_cap: None }],
            homes.clone().map(|_| Person { group: 0, load: 1 }).collect(),
            homes.clone().map(|_| 0).collect(),
            (0..=people).collect(),
            homes.map(|home| Arc { home, weight }).collect(),
        );
        built.unwrap_or_else(|errors| panic!("{errors:?}"))
    }

    #[test]
    fn weights_too_large_for_so_many_people_are_refused_and_smaller_ones_are_not() {
        let weight = Instance::HEAVIEST;
        assert_eq!(solve(&street(20_000, weight)), Err(SolveError::TooLarge));
        let fewer = solve(&street(200, weight)).map(|found| found.objective);
        assert_eq!(fewer, Ok(200 * i64::from(weight)));
        let lighter = solve(&street(20_000, 1_000)).map(|found| found.objective);
        assert_eq!(lighter, Ok(20_000_000));
    }
}
