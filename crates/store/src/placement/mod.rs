//! Rounds, what was proposed in them, and what people laid down and decided.

mod decisions;
mod proposals;
mod rounds;
mod trials;

pub use decisions::{
    DecisionRow, active_decisions, add_decision, agreed_loads, agreed_totals,
    decisions_of_household, undo_decision, undone_agreement,
};
pub use proposals::{
    NewProposal, ProposalRow, add_proposal, outcome, proposal, proposals, stored_input,
};
pub(crate) use proposals::{pack, unpack};
pub use rounds::{
    FixingRow, RoundLot, RoundRow, RoundStatus, add_fixing, add_round, advance_round, fixings,
    lift_fixing, note_homes_changed, round, round_vacancies, rounds, set_round_vacancies, show_lot,
};
pub use trials::{TrialRow, add_trial, next_trial, throw_away_trial, trial, trials};
