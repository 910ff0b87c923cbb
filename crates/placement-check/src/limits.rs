use sleutel_domain::{
    Reference,
    placement::{LoadUse, Proposal, RoundInput, Together},
};

use crate::{Violation, lines::Placed};

/// Support load against what each place can carry, and who has to move together.
pub(crate) fn check(
    input: &RoundInput,
    proposal: &Proposal,
    placed: &[Placed<'_>],
    found: &mut Vec<Violation>,
) {
    let mut reported = proposal.loads.iter();
    for node in &input.nodes {
        let Some(ceiling) = node.load else { continue };
        let inside = placed.iter().filter(|one| input.lies_in(one.home, &node.place));
        let load: u32 = inside.map(|one| points(input, one)).sum();
        if load > 0 && ceiling.carried.saturating_add(load) > ceiling.upper {
            found.push(Violation::Load {
                place: node.place.clone(),
                upper: ceiling.upper,
                carried: ceiling.carried,
                added: load,
            });
        }
        let actual = LoadUse {
            place: node.place.clone(),
            before: ceiling.carried,
            after: ceiling.carried.saturating_add(load),
            upper: ceiling.upper,
        };
        let reported = reported.next();
        if reported != Some(&actual) {
            found.push(Violation::LoadUse { actual, reported: reported.cloned() });
        }
    }
    for link in &input.together {
        if !kept(input, placed, link) {
            let (one, other) = (link.one.clone(), link.other.clone());
            found.push(Violation::Together { one, other });
        }
    }
}

fn points(input: &RoundInput, one: &Placed<'_>) -> u32 {
    match one.candidate.load.known() {
        Some(load) => load.points(),
        None => input.settings.unknown_load.points(),
    }
}

/// Both have a home in the same part of the city of the size named, or neither has one.
fn kept(input: &RoundInput, placed: &[Placed<'_>], link: &Together) -> bool {
    let of = |who: &Reference| placed.iter().find(|one| one.candidate.reference == *who);
    match (of(&link.one), of(&link.other)) {
        (None, None) => true,
        (Some(one), Some(other)) => input.nodes.iter().any(|node| {
            node.level == link.within
                && input.lies_in(one.home, &node.place)
                && input.lies_in(other.home, &node.place)
        }),
        (Some(_), None) | (None, Some(_)) => false,
    }
}
