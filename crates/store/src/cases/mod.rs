//! Files under way on a road, with their events, and homes that go to the next household.

mod events;
mod files;
mod list;
mod next;

pub use events::{EventRow, add_event, events};
pub use files::{CaseRow, add_case, cases_of, change_case, current_case};
pub use list::{CaseFilter, CaseListRow, CaseSort, case_counts, list_cases};
pub use next::{
    NextOfferRow, NextStanding, add_next_offer, next_offers, next_offers_tried, settle_next_offer,
    take_next_offer_back,
};
