use sleutel_domain::{
    Answer,
    placement::{Question, Refusal, Source},
};

use super::{Pair, RuleAnswer};

pub(super) const SOURCES: &[Source] = &[Source::House];

/// Nobody who smokes indoors into a house that does not allow it. Rule of the house.
pub(super) fn answer(pair: &Pair<'_>) -> RuleAnswer {
    if pair.home.offer.facts.rules.smoking {
        return RuleAnswer::Fits;
    }
    match pair.person.candidate.limits.smokes {
        Answer::Known(true) => RuleAnswer::Refuses(Refusal::NoSmoking),
        Answer::Known(false) => RuleAnswer::Fits,
        Answer::Unknown => RuleAnswer::Ask(Question::Smoking),
    }
}
