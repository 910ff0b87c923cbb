use sleutel_domain::{
    Answer,
    placement::{Question, Refusal, Source},
};

use super::{Pair, RuleAnswer};

pub(super) const SOURCES: &[Source] = &[Source::Ours];

/// Rooms fit the household ("passend aantal kamers"): at least what it needs, at most
/// the round's stated number more. Rule ours, `docs/sources.md#rooms-needed`.
pub(super) fn answer(pair: &Pair<'_>) -> RuleAnswer {
    let has = pair.home.offer.facts.rooms;
    let Answer::Known(needed) = pair.person.rooms else {
        return RuleAnswer::Ask(Question::People);
    };
    let most = needed.saturating_add(pair.judge.input.settings.spare_rooms);
    if has < needed {
        RuleAnswer::Refuses(Refusal::TooFewRooms { needed, has })
    } else if has > most {
        RuleAnswer::Refuses(Refusal::TooManyRooms { most, has })
    } else {
        RuleAnswer::Fits
    }
}
