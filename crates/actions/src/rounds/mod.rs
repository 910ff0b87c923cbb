//! Placement rounds: from open homes and waiting people to decisions by named people.

mod cache;
mod compare;
mod decide;
mod export;
mod fix;
mod letter;
mod lot;
mod manage;
mod propose;
mod put_together;
mod replay;
mod room;
mod see;
mod tell;
mod unplaced;
mod what_if;
mod which;
mod why;

pub use cache::{Cache, Solved};
pub use compare::{Compared, ComparedView, Differing, Given, Got, Moved, compare};
pub use decide::{Outcome, Pair, decide, undo};
pub(crate) use decide::{as_it_is_now, moves_with_others, one, put_back, ready_before};
pub use export::{RoundExport, export, paper};
pub use fix::{fix, lift};
pub use letter::{LetterView, letter};
pub use lot::{LotView, PersonLot, ShownLot, lot_of, lots};
pub(crate) use manage::round_row;
pub use manage::{
    RoundDraft, RoundSummary, change_homes, close, create, homes_to_choose, list, reopen,
};
pub use propose::{proposals, propose};
pub(crate) use put_together::group_of;
pub use replay::{Checked, Replayed, check, replay};
pub(crate) use room::Room;
pub use see::{Differs, FixingView, Household, LineView, RoundFrame, RoundView, frame, view};
pub use unplaced::{UnplacedFilter, UnplacedView, unplaced};
pub use what_if::{
    Limits, NumberChange, NumbersView, Side, TrialDraft, changes_of, number_field, numbers,
    throw_away, trials, try_numbers,
};
pub use which::{Made, Outcomes, Which};
pub use why::{Goes, HomeVerdict, PersonView, StandingRow, WaitingWorth, person, standings};
