//! Placement rounds: from open homes and waiting people to decisions by named people.

mod cache;
mod decide;
mod export;
mod fix;
mod letter;
mod lot;
mod manage;
mod propose;
mod put_together;
mod replay;
mod see;
mod unplaced;
mod why;

pub use cache::{Cache, Solved};
pub use decide::{Outcome, Pair, decide, undo};
pub use export::{RoundExport, export};
pub use fix::{fix, lift};
pub use letter::{LetterView, letter};
pub use lot::{LotView, PersonLot, ShownLot, lot_of, lots};
pub use manage::{
    RoundDraft, RoundSummary, change_homes, close, create, homes_to_choose, list, reopen,
};
pub use propose::{proposals, propose};
pub use replay::{Checked, Replayed, check, replay};
pub use see::{
    Compared, Differing, FixingView, Given, Household, LineView, RoundFrame, RoundView, frame, view,
};
pub use unplaced::{UnplacedFilter, UnplacedView, unplaced};
pub use why::{HomeVerdict, PersonView, StandingRow, person, standings};
