//! How much support households ask of their neighbourhood, and who moves together.

use sleutel_domain::{
    Answer,
    homes::AreaLevel,
    participants::{PriorityGround, Readiness},
    placement::{SupportLoad, Together},
};
use sleutel_exchange::records::{ParticipantRecord, TogetherRecord};

use crate::{chance::Chance, groups::GroupPlan, sure};

/// Pairs of households that move together.
const PAIRS: usize = 7;
/// Of which so many go before others.
const EARLY: usize = 3;
const WIDE: &[AreaLevel] = &[AreaLevel::Municipality, AreaLevel::District];
const NEAR: &[AreaLevel] = &[AreaLevel::Neighbourhood, AreaLevel::Quarter, AreaLevel::District];

const REASONS: &[&str] = &[
    "Moeder en volwassen dochter, zorgen voor elkaar",
    "Broers die op elkaar terugvallen",
    "Mantelzorg: komt elke dag langs",
    "Vriendinnen uit de opvang, houden elkaar op de been",
    "Grootouder past op de kinderen",
];

/// Not asked of everybody; those in support ask more.
pub(super) fn load(plan: &GroupPlan, chance: &mut Chance) -> Answer<SupportLoad> {
    let weights = if plan.support { [30, 26, 30, 14] } else { [62, 29, 8, 1] };
    match chance.weighted(&weights) {
        1 => Answer::Known(SupportLoad::Light),
        2 => Answer::Known(SupportLoad::Medium),
        3 => Answer::Known(SupportLoad::Heavy),
        _ => Answer::Unknown,
    }
}

/// Some who are ready, of one provider, two and two. The first few go before others, and mind
/// less how near: they stand a chance of two homes at once.
pub(crate) fn together(seed: u64, people: &[ParticipantRecord]) -> Vec<TogetherRecord> {
    let mut chance = Chance::new(seed, "together");
    let ready = people
        .iter()
        .filter(|it| matches!(it.readiness, Readiness::Ready { .. }))
        .filter(|it| it.reference.as_str().starts_with("P-"));
    let (mut early, mut later): (Vec<_>, Vec<_>) =
        ready.partition(|it| it.ground != PriorityGround::None);
    let mut links = Vec::new();
    for nth in 0..PAIRS {
        let first = nth < EARLY;
        let from = if first { &mut early } else { &mut later };
        let levels = if first { WIDE } else { NEAR };
        if let Some((one, other)) = two(from, &mut chance) {
            let link = Together {
                one: one.reference.clone(),
                other: other.reference.clone(),
                within: chance.pick(levels),
            };
            let reason = Some(sure::phrase(chance.pick(REASONS)));
            links.push(TogetherRecord { link, reason });
        }
    }
    links
}

/// Takes two of one provider out of a list.
fn two<'a>(
    from: &mut Vec<&'a ParticipantRecord>,
    chance: &mut Chance,
) -> Option<(&'a ParticipantRecord, &'a ParticipantRecord)> {
    if from.len() < 2 {
        return None;
    }
    let one = from.swap_remove(chance.index(from.len()));
    let others: Vec<usize> =
        (0..from.len()).filter(|&at| from[at].provider == one.provider).collect();
    let at = *others.get(chance.index(others.len().max(1)))?;
    Some((one, from.swap_remove(at)))
}
