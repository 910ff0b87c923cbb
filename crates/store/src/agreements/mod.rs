//! Agreements: one with its signatures, those of a household or a home, and the worklist.

mod list;
mod one;

pub use list::{Filter, ListRow, Sort, list};
pub use one::{AgreementRow, add, add_signature, get, of_dwelling, of_household, save};
