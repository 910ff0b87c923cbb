//! How much support households ask of their neighbourhood, and who moves together.

use sleutel_domain::{
    Answer,
    homes::AreaLevel,
    participants::Readiness,
    placement::{SupportLoad, Together},
};
use sleutel_exchange::records::{ParticipantRecord, TogetherRecord};

use crate::{chance::Chance, groups::GroupPlan, sure};

/// Pairs of households that move together.
const PAIRS: usize = 7;

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

/// Some who are ready, of one provider, two and two.
pub(crate) fn together(seed: u64, people: &[ParticipantRecord]) -> Vec<TogetherRecord> {
    let mut chance = Chance::new(seed, "together");
    let ready: Vec<&ParticipantRecord> = people
        .iter()
        .filter(|it| matches!(it.readiness, Readiness::Ready { .. }))
        .filter(|it| it.reference.as_str().starts_with("P-"))
        .collect();
    let mut taken: Vec<&ParticipantRecord> = Vec::new();
    let mut links = Vec::new();
    while links.len() < PAIRS && taken.len() + 2 < ready.len() {
        let one = ready[chance.index(ready.len())];
        let others =
            ready.iter().filter(|it| it.provider == one.provider && it.family != one.family);
        let others: Vec<_> = others.filter(|it| !taken.contains(it)).collect();
        if taken.contains(&one) || others.is_empty() {
            taken.push(one);
            continue;
        }
        let other = others[chance.index(others.len())];
        let levels = [AreaLevel::Neighbourhood, AreaLevel::Quarter, AreaLevel::District];
        links.push(TogetherRecord {
            link: Together {
                one: one.reference.clone(),
                other: other.reference.clone(),
                within: chance.pick(&levels),
            },
            reason: Some(sure::phrase(chance.pick(REASONS))),
        });
        taken.extend([one, other]);
    }
    links
}
