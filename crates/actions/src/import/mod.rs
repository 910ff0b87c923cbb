//! Bringing in files: everything is looked at first, then all of it is kept or none.

mod apply;
mod areas;
mod parts;
mod plan;
mod stored;

pub use apply::{Counts, Incoming, Report, bring_in, preview_text};
pub(crate) use parts::file_records;
pub use stored::{Stored, stored};
