use sleutel_domain::{
    GroupCode,
    placement::{Agreed, Bound, BoundUse, FixingKind, Proposal, RoundInput, Shortfall},
};

use crate::{Violation, lines::Placed};

/// Placements in each group, area and association with its numbers, in this order.
pub(crate) fn given(input: &RoundInput, placed: &[Placed<'_>]) -> Vec<(Bound, Agreed, u32)> {
    let count = |belongs: &dyn Fn(&Placed<'_>) -> bool| {
        u32::try_from(placed.iter().filter(|one| belongs(one)).count()).unwrap_or(u32::MAX)
    };
    let groups = input.groups.iter().map(|group| {
        let given = count(&|one| is_of(input, &one.candidate.group, &group.code));
        (Bound::Group(group.code.clone()), group.agreed, given)
    });
    let areas = input.nodes.iter().map(|node| {
        let given = count(&|one| input.lies_in(one.home, &node.place));
        (Bound::Area(node.place.clone()), node.agreed, given)
    });
    let associations = input.associations.iter().map(|target| {
        let given = count(&|one| one.home.association == target.code);
        (Bound::Association(target.code.clone()), target.agreed, given)
    });
    groups.chain(areas).chain(associations).collect()
}

/// Whether a group is another, or a part of it, or a part of a part.
fn is_of(input: &RoundInput, group: &GroupCode, whole: &GroupCode) -> bool {
    if group == whole {
        return true;
    }
    let own = input.groups.iter().find(|it| it.code == *group);
    own.and_then(|it| it.parent.as_ref()).is_some_and(|parent| is_of(input, parent, whole))
}

/// Ceilings, the reported use, shortfalls and broken pins.
pub(crate) fn check(
    input: &RoundInput,
    proposal: &Proposal,
    placed: &[Placed<'_>],
    found: &mut Vec<Violation>,
) {
    let mut reported = proposal.bounds.iter();
    let mut short = Vec::new();
    for (bound, agreed, given) in given(input, placed) {
        if let Some(room) = agreed.room()
            && given > room
        {
            found.push(Violation::Ceiling { bound: bound.clone(), room, given });
        }
        let due = agreed.due(input.date);
        if given < due {
            short.push(Shortfall { bound: bound.clone(), due, given });
        }
        let actual = BoundUse {
            bound,
            before: agreed.realised,
            after: agreed.realised.saturating_add(given),
            lower: agreed.lower,
            upper: agreed.upper,
        };
        let reported = reported.next();
        if reported != Some(&actual) {
            found.push(Violation::Use { actual, reported: reported.cloned() });
        }
    }
    let differs = |one: &&Shortfall, others: &[Shortfall]| !others.contains(one);
    let missing = short.iter().filter(|one| differs(one, &proposal.shortfalls));
    let invented = proposal.shortfalls.iter().filter(|one| differs(one, &short));
    found.extend(missing.chain(invented).map(|it| Violation::Shortfall {
        bound: it.bound.clone(),
        due: it.due,
        given: it.given,
    }));
    pins(input, proposal, placed, found);
}

fn pins(
    input: &RoundInput,
    proposal: &Proposal,
    placed: &[Placed<'_>],
    found: &mut Vec<Violation>,
) {
    for fixing in input.fixings.iter().filter(|fixing| fixing.kind == FixingKind::Pin) {
        let kept = placed.iter().any(|one| {
            one.candidate.reference == fixing.candidate && one.home.vacancy == fixing.vacancy
        });
        let broken = proposal.pins_broken.iter().any(|(candidate, vacancy)| {
            *candidate == fixing.candidate && *vacancy == fixing.vacancy
        });
        if kept == broken {
            found.push(Violation::Pin {
                candidate: fixing.candidate.clone(),
                vacancy: fixing.vacancy.clone(),
            });
        }
    }
    for (candidate, vacancy) in &proposal.pins_broken {
        let laid_down = input.fixings.iter().any(|fixing| {
            fixing.kind == FixingKind::Pin
                && fixing.candidate == *candidate
                && fixing.vacancy == *vacancy
        });
        if !laid_down {
            let (candidate, vacancy) = (candidate.clone(), vacancy.clone());
            found.push(Violation::Pin { candidate, vacancy });
        }
    }
}
