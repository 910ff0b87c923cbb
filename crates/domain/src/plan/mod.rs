//! The plan a household and the parties around it agree on, and what has to be arranged
//! before a move.

mod basics;
mod difference;
mod goal;
#[cfg(test)]
mod tests;
mod version;

pub use basics::{Basic, BasicItem, BasicState, Progress, basics};
pub use difference::{GoalChange, GoalField, differences};
pub use goal::{Audience, Goal, GoalEnd, GoalEnded, LifeArea};
pub use version::{Given, Plan, PlanFault, PlanRefusal, Says, Version, VersionState, Way};
