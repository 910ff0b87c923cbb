//! Outside files to records and back: bytes in, records and findings out.
//!
//! Nothing here knows a database, a clock or a disk. The formats are described in
//! `docs/formats`; a test compares those pages with the columns here.

mod kind;
pub mod records;

pub use kind::{Kind, Records};
