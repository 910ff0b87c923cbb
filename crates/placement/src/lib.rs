//! Who could live where: a proposal for one round, and why.
//!
//! [`propose`] takes a [`RoundInput`] and gives a [`Proposal`]. The road between:
//!
//! 1. [`Judge`] puts every household beside every home and asks each rule
//!    (`rules/`, one file a rule). An answer is yes, no, or *ask*: what we do not
//!    know never excludes anybody and never puts anybody first.
//! 2. `model` writes the pairs that fit, the shares of the groups and the room in
//!    the parts of the city as a network; a flow through it is a set of placements
//!    that keeps every ceiling.
//! 3. `sleutel-netflow` finds the best flow for the goals in strict order
//!    ([`Goal::ALL`](sleutel_domain::placement::Goal::ALL)) and proves it.
//! 4. `explain` reads from the proof why each pair, each person who is not placed
//!    and each home that stays empty came out as it did; [`first_change`] looks for
//!    the first change that would help somebody, and tries it.
//!
//! No clock, no chance, no input or output: the same input gives the same proposal,
//! and neither the order of the candidates nor that of the homes decides anything.
//! To add a rule: a file in `rules/`, a line in `rules/mod.rs`, its refusal in
//! `domain`, its twin in `sleutel-placement-check`, its sentence in `locales`.

mod again;
mod ahead;
mod change;
mod collisions;
mod explain;
mod fit;
mod judge;
mod lot;
mod method;
mod model;
mod net;
mod pairs;
mod places;
mod ranks;
mod round;
mod rules;
mod weeks;
mod worth;

use sleutel_domain::{
    Reference,
    placement::{Change, Fit, InputError, PairVerdict, Proposal, RoundInput, Standing},
};

pub use judge::Judge;
pub use method::method;
pub use round::SolvedRound;
pub use weeks::weeks_waited;

/// Name and version of the engine, as a proposal carries it.
pub const ENGINE: &str = concat!("sleutel-placement ", env!("CARGO_PKG_VERSION"), "+2");

/// The best proposal for a round, with reasons.
///
/// Fails with every contradiction in the input. Changes that would help somebody
/// are not looked for; see [`propose_in_full`] and [`first_change`].
pub fn propose(input: &RoundInput) -> Result<Proposal, Vec<InputError>> {
    Ok(SolvedRound::new(input)?.proposal())
}

/// For how many of those who are not placed the first change is looked for, in the order
/// of the input, and how much work that may be. Work is counted and not timed, so the same
/// round gives the same proposal on any machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changes {
    /// Households, at most.
    pub most: usize,
    /// Arcs of the networks solved for it, together; looking ends with the household where
    /// they are used up.
    pub work: u64,
}

impl Changes {
    /// Nothing is looked for.
    pub const NONE: Self = Self { most: 0, work: 0 };
    /// When nobody says how many: some ten seconds at most.
    pub const USUAL: Self = Self { most: 25, work: 20_000_000 };

    /// For so many, however long it takes.
    pub fn of(most: usize) -> Self {
        Self { most, work: u64::MAX }
    }
}

/// The same with everything that takes solving again: why pins and floors could not all
/// be kept, what one more would be worth, and for some of those who are not placed the
/// first change that would make a difference.
pub fn propose_in_full(input: &RoundInput, changes: Changes) -> Result<Proposal, Vec<InputError>> {
    let solved = SolvedRound::new(input)?;
    let mut proposal = solved.proposal();
    proposal.collisions = solved.collisions();
    proposal.worth = solved.worth();
    solved.look_for_changes(changes, &mut proposal.unplaced);
    Ok(proposal)
}

/// The first change that would get somebody a home in this round, each tried by
/// solving again. `None` for somebody who is placed in the proposal or not in the
/// round, and when the input has contradictions. To ask for several people, keep a
/// [`SolvedRound`].
pub fn first_change(
    input: &RoundInput,
    proposal: &Proposal,
    candidate: &Reference,
) -> Option<Change> {
    if !proposal.unplaced.iter().any(|unplaced| unplaced.candidate == *candidate) {
        return None;
    }
    SolvedRound::new(input).ok()?.first_change(candidate)
}

/// What the rules say of one household and one home, by their places in the input.
/// To ask for many pairs, keep a [`Judge`].
///
/// # Panics
/// When the input has contradictions or there is no such candidate or home.
pub fn judge(input: &RoundInput, candidate: usize, home: usize) -> PairVerdict {
    Judge::new(input).verdict(candidate, home)
}

/// How well a home fits with what a household wants, whether or not it is possible.
///
/// # Panics
/// When the input has contradictions or there is no such candidate or home.
pub fn fit(input: &RoundInput, candidate: usize, home: usize) -> Fit {
    Judge::new(input).fit(candidate, home)
}

/// The lot number of a household in a round with this seed; higher is luckier. It
/// depends on nothing else, so anybody can work it out again.
pub fn lot_number(seed: u64, candidate: &Reference) -> i64 {
    lot::number(lot::drawn(seed, candidate.as_str()))
}

/// Who takes part and who does not, in the order of the candidates.
///
/// # Panics
/// When the input has contradictions.
pub fn standings(input: &RoundInput) -> Vec<Standing> {
    let judge = Judge::new(input);
    (0..input.candidates.len()).map(|candidate| judge.standing(candidate)).collect()
}
