use std::collections::BTreeMap;

use sleutel_domain::placement::{
    Candidate, FixingKind, HomeOnOffer, Placement, Proposal, RoundInput,
};

use crate::Violation;

/// A line of the proposal with what it is about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Placed<'a> {
    pub(crate) line: &'a Placement,
    pub(crate) candidate: &'a Candidate,
    pub(crate) home: &'a HomeOnOffer,
    pub(crate) pinned: bool,
}

/// Everybody and everything once, in order, and each line true to the input.
pub(crate) fn check<'a>(
    input: &'a RoundInput,
    proposal: &'a Proposal,
    found: &mut Vec<Violation>,
) -> Vec<Placed<'a>> {
    let candidates: BTreeMap<_, _> =
        input.candidates.iter().enumerate().map(|(at, it)| (&it.reference, at)).collect();
    let homes: BTreeMap<_, _> =
        input.homes.iter().enumerate().map(|(at, it)| (&it.vacancy, at)).collect();
    let mut people_seen = vec![0; input.candidates.len()];
    let mut homes_seen = vec![0; input.homes.len()];
    let placed = proposal.placements.iter().map(|line| &line.candidate);
    for reference in placed.chain(proposal.unplaced.iter().map(|it| &it.candidate)) {
        match candidates.get(reference) {
            Some(&at) => people_seen[at] += 1,
            None => found.push(Violation::UnknownCandidate(reference.clone())),
        }
    }
    let given = proposal.placements.iter().map(|line| &line.vacancy);
    for vacancy in given.chain(proposal.empty.iter().map(|it| &it.vacancy)) {
        match homes.get(vacancy) {
            Some(&at) => homes_seen[at] += 1,
            None => found.push(Violation::UnknownVacancy(vacancy.clone())),
        }
    }
    for (candidate, times) in input.candidates.iter().zip(people_seen) {
        if times != 1 {
            let candidate = candidate.reference.clone();
            found.push(Violation::CandidateTimes { candidate, times });
        }
    }
    for (home, times) in input.homes.iter().zip(homes_seen) {
        if times != 1 {
            found.push(Violation::VacancyTimes { vacancy: home.vacancy.clone(), times });
        }
    }
    let in_order = proposal.placements.is_sorted_by_key(|line| homes.get(&line.vacancy))
        && proposal.empty.is_sorted_by_key(|line| homes.get(&line.vacancy))
        && proposal.unplaced.is_sorted_by_key(|line| candidates.get(&line.candidate));
    if !in_order {
        found.push(Violation::Order);
    }
    let known = proposal.placements.iter().filter_map(|line| {
        let candidate = &input.candidates[*candidates.get(&line.candidate)?];
        let home = &input.homes[*homes.get(&line.vacancy)?];
        let pinned = input.fixings.iter().any(|fixing| {
            fixing.kind == FixingKind::Pin
                && fixing.candidate == line.candidate
                && fixing.vacancy == line.vacancy
        });
        Some(Placed { line, candidate, home, pinned })
    });
    let known: Vec<_> = known.collect();
    for placed in &known {
        if !placed.candidate.ready {
            found.push(Violation::NotReady(placed.candidate.reference.clone()));
        }
        let true_to_input = placed.line.pinned == placed.pinned
            && placed.line.weeks_waited == weeks(input, placed.candidate)
            && placed.line.on_ground == placed.candidate.ground.counts(input.date);
        if !true_to_input {
            found.push(Violation::Line(placed.candidate.reference.clone()));
        }
    }
    known
}

/// Whole weeks between two dates, by counting days.
pub(crate) fn weeks(input: &RoundInput, candidate: &Candidate) -> u32 {
    let days = (input.date - candidate.waiting_since).get_days();
    if days < 0 { 0 } else { days.unsigned_abs() / 7 }
}
