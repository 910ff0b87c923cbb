use sleutel_domain::placement::Refusal;

use super::{Pair, RuleAnswer};

/// A home is not offered to the same household twice. Rule ours.
pub(super) fn answer(pair: &Pair<'_>) -> RuleAnswer {
    if pair.person.offered.contains(&pair.at) {
        RuleAnswer::Refuses(Refusal::OfferedBefore)
    } else {
        RuleAnswer::Fits
    }
}
