//! `cargo xtask bench placement`: our placement engine beside others, on the same files
//! in the same run.

pub mod town_files;
