//! Working days, Dutch public holidays and the day a term ends.

mod holidays;
#[cfg(test)]
mod laws;
mod term;

pub use holidays::{Holiday, easter, holiday_on, holidays, is_working_day};
pub use term::{Length, Term, Unit, due};
