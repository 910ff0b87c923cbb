//! Files on a road: begun, moved on, decided, offered a home, seen by each party.

mod bring_in;
mod choices;
mod doing;
mod draft;
mod held;
mod load;
mod next;
mod see;
mod tell;
mod viewing;

pub use bring_in::{Past, PastEvent, Recorded, bring_in};
pub use choices::{Choices, Open};
pub use doing::{BeginDraft, act, begin};
pub use draft::{ActDraft, Doing};
pub use next::{NextView, next_offers, settle_next};
pub use see::{
    CaseCounts, CaseList, CaseView, SeenEvent, counts, decisions, export, list, owner_of, view,
};
pub use viewing::viewing_file;

pub(crate) use doing::act_in;
pub(crate) use held::{may_be_offered, offered, take_offer_back};
