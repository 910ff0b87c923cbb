//! Exact network flow for goals in strict order.
//!
//! A [`Network`] is a circulation: nodes, and arcs that carry between nothing and
//! their capacity, with as much flowing into each node as out of it. [`Solver`]
//! finds the flow of least cost for the first goal ("tier"), among all those the
//! one of least cost for the second, and so on, in whole numbers throughout: no
//! large weights, no tolerance, no rounding.
//!
//! How the order is kept: when a tier is optimal, every arc outside the spanning
//! tree whose reduced cost is not zero keeps its flow for good. By complementary
//! slackness the flows that are left are exactly the optimal ones, so the next tier
//! is again a network flow, and starts from the tree it finds.
//!
//! Lower bounds, supplies and "as much as possible" are rewards (negative costs)
//! in an early tier: the flow of nothing at all is then always a valid start, and
//! a demand that cannot be met shows as a shortfall instead of "infeasible".
//!
//! ```
//! use sleutel_netflow::{Network, Solver};
//!
//! // Two people, one home: place as many as can be, then let the fit decide.
//! let mut network = Network::new(4);
//! let (city, ann, bob, home) = (0, 1, 2, 3);
//! network.add_arc(city, ann, 1)?;
//! network.add_arc(city, bob, 1)?;
//! let ann_moves = network.add_arc(ann, home, 1)?;
//! let bob_moves = network.add_arc(bob, home, 1)?;
//! network.add_arc(home, city, 1)?;
//!
//! let placed = vec![0, 0, 0, 0, -1];
//! let fit = vec![0, 0, -250, -400, 0];
//! let mut solver = Solver::new(network);
//! solver.solve(&[placed, fit])?;
//!
//! assert_eq!((solver.flow(ann_moves), solver.flow(bob_moves)), (0, 1));
//! assert_eq!(solver.objective(1), -400);
//! assert_eq!(solver.bound(1), -400);
//! # Ok::<(), sleutel_netflow::NetworkError>(())
//! ```

mod network;
mod pivot;
mod pricing;
mod solver;
mod start;
mod tree;

pub use network::{Network, NetworkError};
pub use solver::{Objectives, Solver};
