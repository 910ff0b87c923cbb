//! Files on a road: begun, moved on, decided, offered a home, seen by each party.

mod beside;
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

pub use beside::{CaseAgreement, FormEvent, FormStand, StepFormView};
pub use bring_in::{Past, PastEvent, Recorded, bring_in};
pub use choices::{Choices, Open};
pub use doing::{BeginDraft, act, begin};
pub use draft::{ActDraft, Doing};
pub use next::{NextView, next_offers, settle_next};
pub use see::{
    CaseCounts, CaseList, CaseView, SeenDecision, SeenEvent, counts, decisions, export, list,
    owner_of, view,
};
pub use viewing::viewing_file;

pub(crate) use doing::{act_in, end_with_form, ended_as_done, happens};
pub(crate) use held::{may_be_offered, offered, take_offer_back};
pub(crate) use load::{Loaded, Whose, file_of, name_of, sees_name};
pub(crate) use see::own;
pub(crate) use viewing::calendar;
