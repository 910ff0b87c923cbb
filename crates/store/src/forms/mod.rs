//! Forms of participants: where each is, its draft, and the versions that were handed over.

mod draft;
mod file;
mod in_use;
mod list;
mod versions;

pub use draft::{DraftRow, add_draft, draft, save_draft};
pub use file::{FormFileRow, add_file, file, files_of, move_file};
pub use in_use::versions_in_use;
pub use list::{FormFilter, FormListRow, FormScope, form_counts, list};
pub use versions::{FormVersionRow, add_version, version, versions};
