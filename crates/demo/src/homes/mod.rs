//! What is let, and what comes free.

mod buildings;
mod vacancies;

pub(crate) use buildings::{Let, build};
pub(crate) use vacancies::vacancies;
