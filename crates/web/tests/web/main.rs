//! The pages as a browser gets them: by themselves, and by address on a small town.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

mod by_url;
mod gallery;
mod map;
mod pages;
mod shell;
mod town;
