//! The city: a map of homes free and room left, and the table beside it.

pub(crate) mod city;
mod files;
mod one;
mod overview;

pub(super) use files::{table_csv, table_xlsx};
pub(super) use one::show;
pub(super) use overview::map;
