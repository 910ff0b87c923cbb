use sleutel_domain::{
    Answer,
    placement::{Question, Refusal, Source},
};

use super::{Pair, RuleAnswer};

pub(super) const SOURCES: &[Source] = &[Source::Person, Source::Ours];

/// Without a lift, no higher than the household can reach by stairs. On the ground
/// floor and with a lift nothing need be known. Rule ours.
pub(super) fn answer(pair: &Pair<'_>) -> RuleAnswer {
    let facts = &pair.home.offer.facts;
    if facts.floor == 0 || facts.lift {
        return RuleAnswer::Fits;
    }
    match pair.person.candidate.limits.stairs {
        Answer::Known(most) if facts.floor > most => {
            RuleAnswer::Refuses(Refusal::Stairs { most, floor: facts.floor })
        }
        Answer::Known(_) => RuleAnswer::Fits,
        Answer::Unknown => RuleAnswer::Ask(Question::Stairs),
    }
}
