//! Checks on the repository itself: what the compiler cannot see and a reviewer
//! should not have to.
//!
//! Each check is a function that returns everything it found, one line a finding;
//! `tests/tidy.rs` makes an ordinary test of each, so that `cargo test` is enough.
//!
//! To add one: write it in the module it belongs to, with a unit test that shows a
//! mistake it finds, and give it a sentence in `tests/tidy.rs`.

pub mod arrows;
pub mod bench;
pub mod files;
pub mod hygiene;
pub mod locales;
pub mod migrations;
pub mod papers;
pub mod store;
