use sleutel_domain::placement::{Refusal, Source};

use super::{Pair, RuleAnswer};

pub(super) const SOURCES: &[Source] = &[Source::Ours];

/// A home is not offered to the same household twice. Rule ours.
pub(super) fn answer(pair: &Pair<'_>) -> RuleAnswer {
    if pair.person.offered.contains(&pair.at) {
        RuleAnswer::Refuses(Refusal::OfferedBefore)
    } else {
        RuleAnswer::Fits
    }
}
