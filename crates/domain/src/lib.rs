//! The words and rules of a Housing First programme.
//!
//! No input or output, no clock, no chance, no serialisation: a value here is a
//! promise to the rest of the workspace and to nobody outside it. Outside forms
//! live in `exchange`, rows in `store`.
//!
//! A module is a slice; the same word names the slice in every crate.
//! Dutch sector words stand in the doc comments and in `docs/glossary.md`.

pub mod access;
pub mod agreements;
mod answer;
pub mod cases;
mod codes;
pub mod documents;
pub mod forms;
pub mod homes;
mod id;
pub mod messages;
mod money;
pub mod participants;
pub mod placement;
pub mod plan;
pub mod routes;
pub mod steering;
pub mod tasks;
mod text;
pub mod window;
mod wording;

pub use answer::Answer;
pub use codes::{
    AreaCode, CodeError, ComplexCode, CriterionCode, DwellingCode, FormCode, GroupCode,
    OrganisationCode, Reference, RouteCode, StepCode, VacancyCode,
};
pub use id::Id;
pub use money::{Cents, CentsError};
pub use text::{LongText, PersonName, Phrase, TextError};
pub use wording::Wording;
