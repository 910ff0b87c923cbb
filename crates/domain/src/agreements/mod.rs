//! Agreements between an association, a provider and a resident ("overeenkomsten"): what
//! kinds there are, what the law allows, how they hang together, and what is missing
//! before somebody gets the keys.

mod begin;
mod chain;
mod check;
mod kind;
mod state;
mod terms;

pub use begin::{Beginning, own_lease};
pub use chain::{Arrangement, Chain, Link, Missing};
pub use check::{Around, Fault};
pub use kind::{Kind, Length, Signatory};
pub use state::{Dropped, EndReason, Refused, Signature, SignedHow, State};
pub use terms::{Agreement, Links, RentKind, RentPart, TemporaryGround, Terms};
