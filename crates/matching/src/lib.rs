//! The best placement of people in homes, when homes lie in a tree of areas and
//! people are of groups, each with a floor and a ceiling.
//!
//! An [`Instance`] holds people, homes, the pairs that may be with a weight each, and
//! the bounds. A [`Plan`] says who gets which home. [`Prices`] are what make a plan
//! *proven*: from any prices follows a bound no plan can pass ([`Instance::bound`]),
//! and a plan that reaches it is optimal, whoever made either.
//!
//! Nothing here knows what a weight means, no clock, no chance, no input or output.

mod auction;
mod instance;
mod solution;
mod solve;
pub mod town;

pub use instance::{Arc, Bounds, Instance, InstanceError, Node, Person};
pub use solution::{Fault, Plan, Prices, Ratio};
pub use solve::{Infeasible, Solution, SolveError, solve, solve_from};
