//! What was agreed for a year, who agreed when, another version of it, and how one comes into force.

mod csv;
mod fields;
mod force;
mod form;
mod places;
mod see;

pub(super) use csv::download;
pub(super) use force::{look as look_force, put as put_force};
pub(super) use form::{edit, save};
pub(crate) use places::bounds;
pub(super) use see::{assent, show, total, when};
