//! Colleagues who stand in for one another, files that go from one support worker to another,
//! and guests from other organisations.

mod guests;
mod hand_over;
mod leave;

pub use guests::{
    GuestRow, Pass, add_guest, guest, guests_by_account, guests_of, passes, save_guest,
};
pub use hand_over::{
    Carried, Done, HandOverRow, HandedRow, add_hand_over, carried, done_since, hand_over,
    hand_overs, hand_overs_of, mark_undone, workers_with_files,
};
pub use leave::{
    LeaveFilter, LeaveRow, StoodInFor, add_leave, arranged_leaves, end_leave, leave, leaves,
    stood_in_for,
};
