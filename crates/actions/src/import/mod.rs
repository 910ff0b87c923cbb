//! Bringing in files: everything is looked at first, then all of it is kept or none.

mod alike;
mod apply;
mod areas;
mod groups;
mod guess;
mod limits;
mod outcome;
mod parts;
mod plan;
mod stored;
pub mod uploads;

pub use apply::{Counts, Incoming, Report, bring_in, preview_text};
pub use guess::guess;
pub use outcome::{CountRow, FigureRow, FileOutcome, FindingRow, NoteRow, Outcome};
pub(crate) use parts::file_records;
pub use stored::{Stored, stored};
