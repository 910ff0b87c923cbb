//! Placement with limits on load.
pub mod quarters;
pub mod ascent;
pub mod dual;
pub mod flow;
pub mod search;
