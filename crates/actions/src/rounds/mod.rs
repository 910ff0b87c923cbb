//! Placement rounds: from open homes and waiting people to decisions by named people.

mod cache;
mod decide;
mod export;
mod fix;
mod manage;
mod propose;
mod put_together;
mod see;
mod unplaced;
mod why;

pub use cache::{Cache, Solved};
pub use decide::{Outcome, Pair, decide, undo};
pub use export::{RoundExport, export};
pub use fix::{fix, lift};
pub use manage::{
    RoundDraft, RoundSummary, change_homes, close, create, homes_to_choose, list, reopen,
};
pub use propose::{check, proposals, propose, replay};
pub use see::{
    Compared, Differing, FixingView, Given, Household, LineView, RoundFrame, RoundView, frame, view,
};
pub use unplaced::{UnplacedFilter, UnplacedView, unplaced};
pub use why::{HomeVerdict, PersonView, StandingRow, person, standings};
