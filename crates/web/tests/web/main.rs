//! The pages as a browser gets them, without a database.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

mod gallery;
mod map;
mod pages;
mod shell;
