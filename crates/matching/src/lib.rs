//! The best placement of people in homes, when homes lie in a tree of areas and
//! people are of groups, each with a floor and a ceiling.
//!
//! An [`Instance`] holds people, homes, the pairs that may be with a weight each, and
//! the bounds. A [`Plan`] says who gets which home. [`Prices`] are what make a plan
//! *proven*: from any prices follows a bound no plan can pass ([`Instance::bound`]),
//! and a plan that reaches it is optimal, whoever made either.
//!
//! ```
//! use sleutel_matching::{Arc, Bounds, Instance, Node, Person, solve, solve_from};
//!
//! // Two people of one group, two homes in one street; one placement at most.
//! let at_most = |upper| Bounds { lower: 0, upper };
//! let street = Node { parent: None, bounds: at_most(1), load_cap: None };
//! let person = Person { group: 0, load: 1 };
//! let pair = |home, weight| Arc { home, weight };
//! let mut instance = Instance::new(
//!     vec![at_most(2)],
//!     vec![street],
//!     vec![person, person],
//!     vec![0, 0],
//!     vec![0, 2, 4],
//!     vec![pair(0, 300), pair(1, 100), pair(0, 250), pair(1, 90)],
//! )
//! .map_err(|errors| errors[0])?;
//!
//! let best = solve(&instance)?;
//! assert_eq!(best.plan.home_of, [Some(0), None]);
//! assert!(best.is_optimal());
//!
//! // One more place in the street.
//! instance.set_node(0, at_most(2));
//! let more = solve_from(&instance, &best)?;
//! assert_eq!(more.objective, 390);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Nothing here knows what a weight means, no clock, no chance, no input or output.

mod auction;
mod instance;
pub mod loads;
mod solution;
mod solve;
pub mod town;

pub use instance::{Arc, Bounds, Instance, InstanceError, Node, Person};
pub use solution::{Fault, Plan, Prices, Ratio};
pub use solve::{Infeasible, Solution, SolveError, solve, solve_from};
