//! Checks a proposal against the input of its round, sharing no code with the
//! engine that made it: two mistakes rarely agree.
//!
//! [`check`] reads every rule again from the input in the plainest way there is,
//! counts again what is used, carried and due, who moves together, and adds up again
//! what each goal reached. It does not ask whether the proposal is the *best*; that is
//! proven by the engine's prices and tested against trying everything. [`instance`] does
//! ask it, of placement problems in figures with prices beside the plan.

mod ahead;
mod counts;
mod goals;
pub mod instance;
mod limits;
mod lines;
mod pair;
mod rungs;
mod violation;

use sleutel_domain::placement::{Proposal, RoundInput};

pub use violation::Violation;

/// Everything wrong with a proposal; empty when nothing is.
///
/// An input with contradictions gives [`Violation::Input`] alone.
pub fn check(input: &RoundInput, proposal: &Proposal) -> Vec<Violation> {
    let errors = input.errors();
    if !errors.is_empty() {
        return errors.into_iter().map(Violation::Input).collect();
    }
    let mut found = Vec::new();
    let placed = lines::check(input, proposal, &mut found);
    ahead::check(input, proposal, &mut found);
    pair::check(input, proposal, &placed, &mut found);
    counts::check(input, proposal, &placed, &mut found);
    limits::check(input, proposal, &placed, &mut found);
    goals::check(input, proposal, &placed, &mut found);
    found
}
