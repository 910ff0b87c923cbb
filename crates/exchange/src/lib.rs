//! Outside files to records and back: bytes in, records and findings out.
//!
//! Nothing here knows a database, a clock or a disk. The formats are described in
//! `docs/formats`; a test compares those pages with the columns here.

pub mod assumptions;
mod columns;
pub mod documents;
mod finding;
pub mod folder;
pub mod forms;
pub mod instance;
mod kind;
pub mod lot;
mod read;
pub mod records;
pub mod register;
pub mod routes;
pub mod stored;
mod table;
mod text;
mod toml;
mod write;
pub mod xlsx;

pub use columns::{Column, Shape, columns};
pub use finding::{Damage, Figure, Finding, FindingKind, Note, Severity};
pub use kind::{Kind, Records};
pub use read::{Progress, ReadResult, read, read_demand};
pub use write::{write, write_areas, write_csv};
