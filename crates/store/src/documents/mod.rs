//! Documents of participants' files: what they are, their versions, and what is in them,
//! sealed.

mod content;
mod one;
mod versions;

pub use content::{
    WrapRow, add_chunk, chunk, erase_content, keys_in_use, set_wrapped, to_rewrap, wrapped,
};
pub use one::{DocumentRow, add, document, documents_of, save};
pub use versions::{
    DocumentFilter, ListRow, VersionRow, add_version, list, note_failure, set_state, size_of,
    versions, versions_of_household,
};
