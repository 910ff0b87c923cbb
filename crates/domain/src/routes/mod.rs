//! Roads to a home ("routes"): versioned definitions that a city can change, what makes a
//! definition sound, and the calendar its terms are counted with.

pub mod calendar;
mod check;
pub(crate) mod coded;
mod fidelity;
mod paths;
mod route;
mod set;
mod step;
#[cfg(test)]
pub(crate) mod tests;

pub use check::{At, RouteFault, Wrong};
pub use fidelity::{Conflict, Principle};
pub use paths::Paths;
pub use route::{ConversionTest, Criterion, Explained, RefusalRule, Rhythm, Route, Validity};
pub use set::{RouteSet, SetFault};
pub use step::{
    Decision, DecisionKind, EndReason, Fact, LeaseKind, Need, Next, Outcome, Signed, Step,
    StepForm, StepKind, StepTerm,
};
