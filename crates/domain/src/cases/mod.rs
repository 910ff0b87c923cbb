//! Files under way on a road ("trajecten"): what happened, as dated facts that are only ever
//! added, and what follows from them.
//!
//! An [`Event`] is never changed or removed. [`CaseFile`] folds the events of one household
//! into its [`State`] and refuses what the road does not allow, so that a file that can be
//! read is a file that kept to its road.

mod apply;
mod beside;
mod ending;
mod event;
mod file;
mod offers;
mod refusal;
mod rights;
mod spells;
mod state;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod walks;

pub use beside::{Beside, FormAt};
pub use event::{Act, Answered, Event, ObjectionOutcome, Who};
pub use file::{Broken, CaseFile};
pub use offers::Declining;
pub use refusal::{Instead, OpenForm, Refusal};
pub use rights::Seen;
pub use spells::{SpellEnd, StepSpell};
pub use state::{
    Decided, Ending, Objection, Offer, OfferEnd, OpenStep, Passed, PastOffer, Rest, Standing,
    State, Viewing, Wait, Waiting,
};

/// The file of one household on a road ("dossier", "traject"); a marker for identifiers.
#[derive(Debug)]
pub enum Case {}
