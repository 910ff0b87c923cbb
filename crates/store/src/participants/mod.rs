//! The files of people who wait, with their households, wishes, network and history.

mod contacts;
mod duplicates;
mod file;
mod list;
mod merge;
mod parts;
mod snapshot;
mod together;

pub use contacts::{ContactRow, add_contact_version, contact_versions};
pub use duplicates::{
    Identity, NotTheSame, all_identities, holders, identities, keys_behind, not_the_same,
    not_the_same_as, pairs, remove_not_the_same, renew_keys, save_not_the_same,
};
pub use file::{ParticipantFile, file, files, history, references, save_file, set_readiness};
pub use list::{Filter, ListRow, Sort, briefs, list, readiness_counts};
pub use merge::{
    MergeRow, goes_on_as, merges_of, set_aside, set_file_aside, supported_by, take_file_back,
};
pub use snapshot::{
    Snapshot, SnapshotExclusion, SnapshotMember, SnapshotPlace, SnapshotTie, SnapshotWish,
    VersionRow,
};
pub use together::{LinkRow, links, links_of, remove_link, save_link};
