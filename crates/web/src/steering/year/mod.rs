//! What was agreed for a year, who agreed when, and another version of it.

mod form;
mod see;

pub(super) use form::{edit, save};
pub(super) use see::{assent, show, total, when};
