//! Placement with limits on load.
pub mod quarters;
pub mod dual;
pub mod flow;
pub mod search;
