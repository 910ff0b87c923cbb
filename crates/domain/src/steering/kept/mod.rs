//! The ten work agreements ("tien werkafspraken"), and how often what they promise was kept.
//!
//! An indicator counts promises: something that was to be done for one household by a day. One
//! counts once its last day is over, in the quarter of that day; what is open and late by then was
//! not kept. Definitions: `docs/method/work-agreements.md`.

mod agreement;
mod file;
mod promise;
mod tally;
#[cfg(test)]
mod tests;

pub use agreement::WorkAgreement;
pub use file::{SignedDays, promises};
pub use promise::{Outcome, Promise, Rested, last_day};
pub use tally::{Figure, Tally, YearKept, quarter, shown, tally};
