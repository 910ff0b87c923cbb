//! What a proposal reached, in words.

use sleutel_domain::placement::{Goal, Proposal};
use sleutel_words::Words;

/// A goal with what it reached.
#[derive(Debug, Clone)]
pub(super) struct Reached {
    pub name: String,
    pub what: String,
    pub proven: bool,
}

/// The goals in order with what each reached.
pub(super) fn goals(words: Words, proposal: &Proposal) -> Vec<Reached> {
    proposal
        .goals
        .iter()
        .map(|it| Reached {
            name: words.name(&it.goal),
            what: match key(it.goal) {
                (key, true) => words.t_with(key, &[("count", it.reached.into())]),
                (key, false) => words.t(key),
            },
            proven: it.reached == it.bound,
        })
        .collect()
}

/// The key of what a goal reached, and whether its figure means something to a reader.
fn key(goal: Goal) -> (&'static str, bool) {
    match goal {
        Goal::Pins => ("rounds-reached-pins", true),
        Goal::Floors => ("rounds-reached-floors", true),
        Goal::Ground => ("rounds-reached-ground", true),
        Goal::Comparable => ("rounds-reached-comparable", false),
        Goal::HomesUsed => ("rounds-reached-homes-used", true),
        Goal::Fit => ("rounds-reached-fit", true),
        Goal::Waiting => ("rounds-reached-waiting", true),
        Goal::Spread => ("rounds-reached-spread", false),
        Goal::Lot => ("rounds-reached-lot", false),
    }
}
