use sleutel_domain::placement::{Refusal, Source};

use super::{Pair, RuleAnswer};

pub(super) const SOURCES: &[Source] = &[Source::Person];

/// The person's own hard limits on where: never in a place that must be avoided, and
/// in one of the places that must be, if any are. Rule of the person.
pub(super) fn answer(pair: &Pair<'_>) -> RuleAnswer {
    let person = pair.person;
    if let Some((_, place)) = person.avoided.iter().find(|(number, _)| pair.lies_in(*number)) {
        return RuleAnswer::Refuses(Refusal::Avoided { place: (*place).clone() });
    }
    if !person.musts.is_empty() && !person.musts.iter().any(|&number| pair.lies_in(number)) {
        return RuleAnswer::Refuses(Refusal::OutsideMust);
    }
    RuleAnswer::Fits
}
