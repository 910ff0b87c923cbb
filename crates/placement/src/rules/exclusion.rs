use sleutel_domain::placement::{Refusal, Source};

use super::{Pair, RuleAnswer};

pub(super) const SOURCES: &[Source] = &[Source::Agreement];

/// Places where partners agreed somebody cannot be housed ("uitsluiting"), for as
/// long as that holds on the round's date. Rule of the partners' agreement.
pub(super) fn answer(pair: &Pair<'_>) -> RuleAnswer {
    match pair.person.excluded.iter().find(|(number, _)| pair.lies_in(*number)) {
        Some((_, place)) => RuleAnswer::Refuses(Refusal::Excluded { place: (*place).clone() }),
        None => RuleAnswer::Fits,
    }
}
