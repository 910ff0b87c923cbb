use sleutel_domain::{
    homes::{AreaLevel, Place},
    participants::Strength,
    placement::{Fit, FitPoints, RoundInput},
};

use crate::{places::Places, rules::Pair};

/// What each part gives. Ours, `docs/sources.md#fit-points`.
pub(crate) const POINTS: FitPoints = FitPoints {
    wish: 400,
    slight_wish: 250,
    same_neighbourhood: 300,
    same_quarter: 160,
    same_district: 60,
    rooms: 100,
    rent: 40,
    rent_step: 5_000,
    rent_most: 80,
};

/// Points for a wish, and taken off for a place somebody would rather avoid.
/// A must weighs no more than a strong wish: it is a limit already.
pub(crate) fn wish_points(strength: Strength) -> i32 {
    match strength {
        Strength::Must | Strength::Strong => POINTS.wish,
        Strength::Slight => POINTS.slight_wish,
    }
}

/// Points for living near people or activities, by part of the city. A tie to a
/// street or building counts for its neighbourhood. Levels a city leaves out give
/// nothing.
pub(crate) fn network_points(
    input: &RoundInput,
    places: &Places,
    ties: &[Place],
) -> Vec<(i32, usize)> {
    ties.iter()
        .filter_map(|tie| places.node(tie))
        .flat_map(|node| input.path(node))
        .filter_map(|node| {
            let points = match input.nodes[node].level {
                AreaLevel::Complex | AreaLevel::Neighbourhood => POINTS.same_neighbourhood,
                AreaLevel::Quarter => POINTS.same_quarter,
                AreaLevel::District => POINTS.same_district,
                AreaLevel::Area | AreaLevel::Municipality => return None,
            };
            Some((points, node))
        })
        .collect()
}

/// The parts of the fit.
///
/// * Wish: the strongest wish the home lies in, less the strongest place to avoid.
/// * Network: the nearest tie.
/// * Rooms: exactly the rooms needed.
/// * Rent: each whole step a month below the limit, up to a most.
/// * Later: what the household, its group's share and the room around the home are
///   expected to be worth later, taken off, in a round that looks ahead.
///
/// What we do not know gives no points.
pub(crate) fn of(pair: &Pair<'_>) -> Fit {
    let person = pair.person;
    let facts = &pair.home.offer.facts;
    let first = |points: &[(i32, usize)]| {
        points.iter().find(|(_, place)| pair.lies_in(*place)).map_or(0, |(points, _)| *points)
    };
    let rent = person.candidate.limits.rent.known().map_or(0, |limit| {
        let steps = (limit.get() - facts.rent.get()).max(0) / POINTS.rent_step;
        i32::try_from(steps)
            .map_or(POINTS.rent_most, |steps| steps.saturating_mul(POINTS.rent))
            .min(POINTS.rent_most)
    });
    Fit {
        wish: (first(&person.preferred) - first(&person.disliked)).clamp(-POINTS.wish, POINTS.wish),
        network: first(&person.network),
        rooms: if person.rooms.known() == Some(facts.rooms) { POINTS.rooms } else { 0 },
        rent,
        later: -(person.later + pair.home.later),
    }
}
