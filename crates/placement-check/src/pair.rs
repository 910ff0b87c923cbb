use std::collections::BTreeMap;

use sleutel_domain::{
    Answer,
    homes::{Adaptation, AreaLevel, Place, Target},
    participants::{Direction, Strength, rooms_needed},
    placement::{
        Candidate, Fit, FixingKind, HomeOnOffer, Proposal, Question, RoundInput, RuleName,
    },
};

use crate::{Violation, ahead::Later, lines::Placed};

/// What a rule says, without its figures.
enum Says {
    Yes,
    No,
    Ask(Question),
}

/// Every rule and the fit of every line.
pub(crate) fn check(
    input: &RoundInput,
    proposal: &Proposal,
    placed: &[Placed<'_>],
    found: &mut Vec<Violation>,
) {
    let later = Later::new(input, proposal);
    let people: BTreeMap<_, _> = input.candidates.iter().map(|it| (&it.reference, it)).collect();
    for one in placed {
        let (candidate, vacancy) = (&one.candidate.reference, &one.home.vacancy);
        for rule in RuleName::ALL {
            match says(input, rule, one.candidate, one.home) {
                Says::Yes => {}
                Says::No => found.push(Violation::Rule {
                    candidate: candidate.clone(),
                    vacancy: vacancy.clone(),
                    rule,
                }),
                Says::Ask(question) if !one.pinned => found.push(Violation::NotAsked {
                    candidate: candidate.clone(),
                    vacancy: vacancy.clone(),
                    question,
                }),
                Says::Ask(_) => {}
            }
        }
        let line = (&one.line.candidate, one.line.fit);
        let others = one.line.runners_up.iter().map(|it| (&it.candidate, it.fit));
        for (candidate, reported) in std::iter::once(line).chain(others) {
            let Some(who) = people.get(candidate) else {
                found.push(Violation::UnknownCandidate(candidate.clone()));
                continue;
            };
            let actual = Fit { later: later.of(who, one.home), ..fit(input, who, one.home) };
            if actual != reported {
                let candidate = candidate.clone();
                found.push(Violation::Fit { candidate, reported, actual });
            }
        }
    }
}

/// An answer that is needed: a question while it is open.
fn needs<T>(answer: Answer<T>, question: Question, good: impl FnOnce(T) -> bool) -> Says {
    match answer {
        Answer::Unknown => Says::Ask(question),
        Answer::Known(value) => yes_when(good(value)),
    }
}

fn yes_when(good: bool) -> Says {
    if good { Says::Yes } else { Says::No }
}

fn says(input: &RoundInput, rule: RuleName, who: &Candidate, home: &HomeOnOffer) -> Says {
    let facts = &home.facts;
    let limits = &who.limits;
    let inside = |place: &Place| input.lies_in(home, place);
    match rule {
        RuleName::Rooms => needs(who.people, Question::People, |people| {
            let least = u32::from(rooms_needed(people));
            let rooms = u32::from(facts.rooms);
            rooms >= least && rooms <= least + u32::from(input.settings.spare_rooms)
        }),
        RuleName::Adaptation => adaptation(input, who, home),
        RuleName::Stairs if facts.lift || facts.floor == 0 => Says::Yes,
        RuleName::Stairs => needs(limits.stairs, Question::Stairs, |most| facts.floor <= most),
        RuleName::Rent => needs(limits.rent, Question::Rent, |most| facts.rent <= most),
        RuleName::Target => match facts.target {
            Target::General => Says::Yes,
            Target::Youth => needs(who.head_age, Question::HeadAge, |age| (18..28).contains(&age)),
            Target::FiftyFivePlus => needs(who.oldest_age, Question::OldestAge, |age| age >= 55),
            Target::CommunityHouse => needs(limits.sharing, Question::Sharing, |would| would),
        },
        RuleName::AreaLimit => {
            let musts = |direction| {
                who.wishes.iter().filter(move |wish| {
                    wish.strength == Strength::Must && wish.direction == direction
                })
            };
            let avoided = musts(Direction::Avoid).any(|wish| inside(&wish.place));
            let outside = musts(Direction::Prefer).next().is_some()
                && !musts(Direction::Prefer).any(|wish| inside(&wish.place));
            yes_when(!avoided && !outside)
        }
        RuleName::Exclusion => yes_when(!who.exclusions.iter().any(inside)),
        RuleName::Pets if facts.rules.pets => Says::Yes,
        RuleName::Pets => needs(limits.pets, Question::Pets, |has| !has),
        RuleName::Smoking if facts.rules.smoking => Says::Yes,
        RuleName::Smoking => needs(limits.smokes, Question::Smoking, |smokes| !smokes),
        RuleName::OfferedBefore => yes_when(!who.offered.contains(&home.dwelling)),
        RuleName::Ban => yes_when(!input.fixings.iter().any(|fixing| {
            fixing.kind == FixingKind::Ban
                && fixing.candidate == who.reference
                && fixing.vacancy == home.vacancy
        })),
    }
}

fn adaptation(input: &RoundInput, who: &Candidate, home: &HomeOnOffer) -> Says {
    let has = home.facts.adaptation;
    // Who needs just this and is not refused by anything else has the first claim.
    let claimed = || {
        input.candidates.iter().any(|other| {
            other.ready
                && other.limits.adaptation.known() == Some(has)
                && RuleName::ALL.into_iter().all(|rule| {
                    rule == RuleName::Adaptation
                        || !matches!(says(input, rule, other, home), Says::No)
                })
        })
    };
    match who.limits.adaptation.known() {
        Some(need) if need == has => Says::Yes,
        Some(need) => yes_when(need < has && !claimed()),
        None if has == Adaptation::Wheelchair && !claimed() => Says::Yes,
        None => Says::Ask(Question::Adaptation),
    }
}

fn fit(input: &RoundInput, who: &Candidate, home: &HomeOnOffer) -> Fit {
    let strongest = |direction| {
        who.wishes
            .iter()
            .filter(|wish| wish.direction == direction && input.lies_in(home, &wish.place))
            .map(|wish| if wish.strength == Strength::Slight { 250 } else { 400 })
            .max()
            .unwrap_or(0)
    };
    // A must to avoid is a refusal, never points.
    let avoided = who
        .wishes
        .iter()
        .filter(|wish| wish.direction == Direction::Avoid && wish.strength != Strength::Must)
        .filter(|wish| input.lies_in(home, &wish.place))
        .map(|wish| if wish.strength == Strength::Slight { 250 } else { 400 })
        .max()
        .unwrap_or(0);
    let below = who.limits.rent.known().map_or(0, |most| most.get() - home.facts.rent.get());
    Fit {
        wish: (strongest(Direction::Prefer) - avoided).clamp(-400, 400),
        network: who.network.iter().map(|tie| near(input, home, tie)).max().unwrap_or(0),
        rooms: match who.people.known() {
            Some(people) if rooms_needed(people) == home.facts.rooms => 100,
            Some(_) | None => 0,
        },
        rent: if below >= 10_000 {
            80
        } else if below >= 5_000 {
            40
        } else {
            0
        },
        later: 0,
    }
}

/// Points for the smallest part of the city the home and a tie share.
fn near(input: &RoundInput, home: &HomeOnOffer, tie: &Place) -> i32 {
    let place = match tie {
        Place::Street { neighbourhood, .. } => &Place::Area(neighbourhood.clone()),
        Place::Area(_) | Place::Complex(_) => tie,
    };
    let Some(start) = input.nodes.iter().position(|node| node.place == *place) else {
        return 0;
    };
    let shared = |levels: &[AreaLevel]| {
        input.path(start).any(|node| {
            levels.contains(&input.nodes[node].level)
                && input.path(home.node).any(|around| around == node)
        })
    };
    if shared(&[AreaLevel::Complex, AreaLevel::Neighbourhood]) {
        300
    } else if shared(&[AreaLevel::Quarter]) {
        160
    } else if shared(&[AreaLevel::District]) {
        60
    } else {
        0
    }
}
