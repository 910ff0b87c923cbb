//! One function for each thing a person can do.
//!
//! Every action knows who acts and for which organisation, checks the policy, changes
//! the data and writes its log line, all in one transaction. The command line, an
//! import and a button go through the same function, so they do the same thing.
//!
//! # To add an action
//!
//! 1. Give it a name in [`Action`](policy::Action) and a row in the table of `policy.rs`.
//! 2. Write the function: begin with [`App::begin`], load, `Act::require` for the thing
//!    it is about, change through `store`, `Act::log`, `Act::commit`.
//! 3. Add it to `tests/everyone.rs`, which tries every action as every role and as nobody.

mod act;
mod error;
mod fields;
mod hold;

pub mod access;
pub mod agreements;
pub mod audit;
pub mod cases;
pub mod colleagues;
pub mod documents;
pub mod flow;
pub mod forms;
pub mod homes;
pub mod import;
pub mod lists;
pub mod messages;
pub mod method;
pub mod numbers;
pub mod participants;
pub mod plan;
pub mod policy;
pub mod rounds;
pub mod steering;
pub mod tasks;
pub mod what_if;
mod who;
pub mod window;

pub use act::{Act, App, Clock, purposes};
pub use error::{ActionError, Denied, FieldError, FieldFault};
pub use hold::{FormHold, HandOverHold, Hold};
pub use who::{Person, Who};
