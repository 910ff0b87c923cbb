use sleutel_domain::{
    homes::{AreaLevel, Place},
    participants::Strength,
    placement::{Fit, RoundInput},
};

use crate::{places::Places, rules::Pair};

/// Points for a wish, and taken off for a place somebody would rather avoid. Ours.
/// A must weighs no more than a strong wish: it is a limit already.
pub(crate) fn wish_points(strength: Strength) -> i32 {
    match strength {
        Strength::Must | Strength::Strong => 400,
        Strength::Slight => 250,
    }
}

/// Points for living near people or activities, by part of the city: 300 within the
/// same neighbourhood (a tie to a street or building counts there), 160 within the
/// same quarter, 60 within the same district. Ours. Levels a city leaves out give
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
                AreaLevel::Complex | AreaLevel::Neighbourhood => 300,
                AreaLevel::Quarter => 160,
                AreaLevel::District => 60,
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
/// * Rooms: 100 for exactly the rooms needed.
/// * Rent: 40 for each whole 50 euro a month below the limit, at most 80.
///
/// What we do not know gives no points. Ours, `docs/sources.md#fit-points`.
pub(crate) fn of(pair: &Pair<'_>) -> Fit {
    let person = pair.person;
    let facts = &pair.home.offer.facts;
    let first = |points: &[(i32, usize)]| {
        points.iter().find(|(_, place)| pair.lies_in(*place)).map_or(0, |(points, _)| *points)
    };
    let rent = person.candidate.limits.rent.known().map_or(0, |limit| {
        let steps = (limit.get() - facts.rent.get()).max(0) / 5_000;
        i32::try_from(steps.min(2)).unwrap_or(2) * 40
    });
    Fit {
        wish: (first(&person.preferred) - first(&person.disliked)).clamp(-400, 400),
        network: first(&person.network),
        rooms: if person.rooms.known() == Some(facts.rooms) { 100 } else { 0 },
        rent,
    }
}
