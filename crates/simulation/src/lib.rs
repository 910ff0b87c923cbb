//! What a year of homes sets in motion: the chain of a city from the day somebody comes to need a
//! home to the day they leave for good, event by event, under one policy or another.
//!
//! People come by group, wait in shelter, in protected living, with family or outside, get a home
//! when there is one of their kind and support to go with it, keep it or lose it, have the lease
//! converted, and come back when they lost it. [`Assumptions`] is the table of every figure
//! with its range and source. A [`Study`] runs policies side by side, with the same people and the
//! same chances, and its [`Outcome`] has bands per year and the paired differences.
//!
//! ```
//! use sleutel_simulation::{Assumptions, Horizon, Measure, PolicyName, Study, Variant};
//!
//! let mut table = Assumptions::city();
//! table.set("group.adults.arrivals", 700.0)?;
//!
//! // The Omslag as it is, and with three hundred small homes a year more.
//! let more = vec![("homes.small".to_owned(), 1_450.0)];
//! let study = Study {
//!     variants: vec![
//!         PolicyName::Omslag.into(),
//!         Variant { policy: PolicyName::Omslag, changes: more },
//!     ],
//!     horizon: Horizon { years: 3, wait_within_years: 1.0, seed: 7 },
//!     replications: 4,
//!     uncertain: true,
//!     threads: 2,
//! };
//! let outcome = study.run(&table)?;
//!
//! let totals = outcome.variants[0][0].totals;
//! assert_eq!(totals.entered, totals.left + totals.in_system);
//! let gain = outcome.difference(1, 0, 2, Measure::Housed).ok_or("no figure")?;
//! assert!(gain.low > 0.0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A [`Model`] is the same city in bare figures, for whoever wants to simulate another chain. The
//! same seed gives the same answer on any machine and any number of threads. No clock, no input or
//! output. What the model leaves out is in `docs/method/simulation.md`.

mod assumptions;
mod chain;
mod chance;
mod clock;
mod model;
mod policy;
mod result;
mod study;

/// Name and version of this engine, kept with what came of it.
pub const ENGINE: &str = concat!("sleutel-simulation ", env!("CARGO_PKG_VERSION"));

pub use assumptions::{
    Assumption, Assumptions, Cause, Finding, GroupName, PolicyName, Remedy, Source, Unit,
};
pub use chain::Room;
pub use model::{Areas, Fault, Group, Horizon, Model, State};
pub use policy::{HousingFirst, Omslag, Policy, Prevention, Staircase, Tenancy};
pub use result::{Measure, Part, Run, Totals, Year};
pub use sleutel_outcomes::competing as survival;
pub use study::{Band, Cut, Outcome, Replication, Study, StudyError, Variant};
