//! Homes: the parts of the city, who lets what, and what comes free when.

mod area;
mod dwelling;

pub use area::{AreaLevel, Place};
pub use dwelling::{Adaptation, DwellingFacts, EnergyLabel, HouseRules, Target, VacancyStatus};

/// A part of the city.
#[derive(Debug)]
pub enum Area {}
/// A building or block.
#[derive(Debug)]
pub enum Complex {}
/// A home.
#[derive(Debug)]
pub enum Dwelling {}
/// One time a home comes free.
#[derive(Debug)]
pub enum Vacancy {}
