use sleutel_domain::{
    Answer,
    placement::{Law, Question, Refusal, Source},
};

use super::{Pair, RuleAnswer};

pub(super) const SOURCES: &[Source] = &[Source::Law(Law::SuitableRent)];

/// Rent with service costs within what the household may pay ("passend toewijzen",
/// Woningwet art. 46). The limit itself is set in the file, not worked out here.
pub(super) fn answer(pair: &Pair<'_>) -> RuleAnswer {
    let rent = pair.home.offer.facts.rent;
    match pair.person.candidate.limits.rent {
        Answer::Known(most) if rent > most => RuleAnswer::Refuses(Refusal::Rent { most, rent }),
        Answer::Known(_) => RuleAnswer::Fits,
        Answer::Unknown => RuleAnswer::Ask(Question::Rent),
    }
}
