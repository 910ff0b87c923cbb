//! Values with figures as sentences. The core never writes a sentence; these do,
//! for pages, reports and letters alike.
//!
//! No sentence names or describes the household that got a home somebody else
//! did not get.

mod agreements;
mod blank;
mod bounds;
mod cases;
mod change;
mod colleagues;
mod documents;
mod facts;
mod fields;
mod forms;
mod input;
mod limits;
mod lookup;
mod merge;
mod messages;
mod outcome;
mod plan;
mod refusal;
mod routes;
mod steering;

pub use blank::{BlankPart, BlankQuestion};
pub use forms::{FormPart, FormRow};
pub use lookup::{Codes, Lookup, RoundNames};
pub use routes::{RouteLine, RouteWay};
