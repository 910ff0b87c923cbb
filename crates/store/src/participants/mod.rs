//! The files of people who wait, with their households, wishes, network and history.

mod file;
mod list;
mod parts;
mod snapshot;

pub use file::{ParticipantFile, file, files, history, references, save_file, set_readiness};
pub use list::{Filter, ListRow, Sort, briefs, list, readiness_counts};
pub use snapshot::{
    Snapshot, SnapshotExclusion, SnapshotMember, SnapshotPlace, SnapshotTie, SnapshotWish,
    VersionRow,
};
