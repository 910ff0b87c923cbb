use sleutel_domain::{
    Answer,
    placement::{Question, Refusal, Source},
};

use super::{Pair, RuleAnswer};

pub(super) const SOURCES: &[Source] = &[Source::House];

/// No dog or cat into a house that allows none. Rule of the house.
pub(super) fn answer(pair: &Pair<'_>) -> RuleAnswer {
    if pair.home.offer.facts.rules.pets {
        return RuleAnswer::Fits;
    }
    match pair.person.candidate.limits.pets {
        Answer::Known(true) => RuleAnswer::Refuses(Refusal::NoPets),
        Answer::Known(false) => RuleAnswer::Fits,
        Answer::Unknown => RuleAnswer::Ask(Question::Pets),
    }
}
