use sleutel_domain::placement::{Refusal, Source};

use super::{Pair, RuleAnswer};

pub(super) const SOURCES: &[Source] = &[Source::Staff];

/// A person laid down, with a reason, that this household does not get this home in
/// this round.
pub(super) fn answer(pair: &Pair<'_>) -> RuleAnswer {
    if pair.person.banned.contains(&pair.at) {
        RuleAnswer::Refuses(Refusal::Banned)
    } else {
        RuleAnswer::Fits
    }
}
