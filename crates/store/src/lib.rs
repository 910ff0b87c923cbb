//! All SQL of the product, one text for SQLite and PostgreSQL.
//!
//! Every function takes a [`Tx`] and the programme it works for. `actions` begins
//! and commits; dropping a [`Tx`] rolls it back, so a failure half-way leaves
//! nothing behind.
//!
//! # To add a query
//!
//! 1. Put the table in `migrations/postgres` and `migrations/sqlite` under the same
//!    number with the same columns (a test compares them).
//! 2. Write the function in the slice's module with the macros `run!` and
//!    `exec!` of `db`; row structs stay private, and a row that makes no sense becomes
//!    [`StoreError::Row`] naming table, column and key.
//! 3. Call it in `tests/contract/`, which runs on both databases (a test counts
//!    that no public function is missing).
//!
//! Where the dialects differ, the difference lives in `dialect`, nowhere else.

mod db;
mod dialect;
mod error;
mod listing;
mod rows;

pub mod access;
pub mod agreements;
pub mod audit;
pub mod cases;
pub mod colleagues;
pub mod demand;
pub mod documents;
pub mod flow;
pub mod forms;
pub mod groups;
pub mod history;
pub mod homes;
pub mod kept;
pub mod lists;
pub mod messages;
pub mod numbers;
pub mod obstacles;
pub mod participants;
pub mod placed;
pub mod placement;
pub mod plan;
pub mod reports;
pub mod shares;
pub mod tasks;
pub mod uploads;
pub mod what_if;
pub mod window;
pub mod year;

pub use db::{Db, OpenError, Tx};
pub use error::StoreError;
pub use rows::fold;

/// A page of a longer list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The rows of this page.
    pub rows: Vec<T>,
    /// How many there are over all pages.
    pub total: u64,
}

/// Which part of a list is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Rows to pass over.
    pub offset: u32,
    /// Rows to give at most.
    pub limit: u32,
}
