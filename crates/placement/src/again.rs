//! The round once more with one thing changed, from where it was solved.

use sleutel_domain::placement::{Candidate, FixingKind, Goal, PairVerdict, Refusal};

use crate::{
    fit,
    judge::Person,
    lot,
    net::{
        Costs, Net, TIERS,
        figures::Figures,
        lay::reward,
        limits::Limits,
        possible,
        search::{self, Effort, Found},
        short, sized,
    },
    pairs::row_of,
    round::SolvedRound,
};

/// A household with something changed about it.
#[derive(Debug, Clone)]
pub(crate) struct Altered {
    pub(crate) candidate: Candidate,
    /// A home the household is no longer banned from.
    pub(crate) allowed: Option<usize>,
    /// A home that becomes possible whatever the rules say.
    pub(crate) forced: Option<usize>,
}

/// What came of trying a change.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tried {
    /// Whether the household gets a home, and nothing better is left open.
    pub(crate) placed: bool,
    /// Networks that were solved.
    pub(crate) networks: u32,
}

/// Whether a household gets a home with other figures. Where the round itself is not
/// proven nothing is promised.
pub(crate) fn with_figures(round: &SolvedRound<'_>, figures: &Figures, candidate: usize) -> Tried {
    let input = round.judge.input;
    let mut net = round.model.net.with(input, figures);
    let limits = Limits::new(input, figures);
    placed(&search::best(input, figures, &mut net, &limits, Effort::Question), candidate)
}

/// Whether a household gets a home with something changed about itself.
pub(crate) fn with_person(round: &SolvedRound<'_>, candidate: usize, altered: &Altered) -> Tried {
    let model = &round.model;
    match net_with(round, candidate, altered) {
        Some(mut net) => {
            let input = round.judge.input;
            placed(
                &search::best(input, &model.figures, &mut net, &model.limits, Effort::Question),
                candidate,
            )
        }
        None => from_nothing(round, candidate, altered),
    }
}

/// What the search found is only a promise when nothing better is left open.
fn placed(found: &Found, candidate: usize) -> Tried {
    let placed = found.chosen[candidate].is_some() && found.is_proven();
    Tried { placed, networks: found.branches }
}

/// The network with the household's pairs as they become; `None` when the change also
/// decides what others can have, or takes something away.
fn net_with(round: &SolvedRound<'_>, candidate: usize, altered: &Altered) -> Option<Net> {
    let judge = &round.judge;
    let old = &judge.people[candidate];
    let mut person = Person::new(judge.input, &judge.places, &altered.candidate);
    let offer =
        |home: &usize| altered.candidate.offered.contains(&judge.homes[*home].offer.dwelling);
    person.offered = old.offered.iter().copied().filter(offer).collect();
    person.banned =
        old.banned.iter().copied().filter(|&home| Some(home) != altered.allowed).collect();
    person.pinned.clone_from(&old.pinned);
    person.later = old.later;
    let claims_otherwise = |home: usize| judge.claims(old, home) != judge.claims(&person, home);
    if (0..judge.homes.len()).any(claims_otherwise) {
        return None;
    }
    let mut row = row_of(judge, &person);
    if let Some(home) = altered.forced.map(short)
        && let Err(at) = row.fits.binary_search(&home)
    {
        row.fits.insert(at, home);
    }
    let homes = possible(&person.pinned, &row);
    let mut net = round.model.net.clone();
    let own: Vec<_> = net.statics.pairs.of(candidate).collect();
    let there: Vec<_> = own.iter().map(|&pair| net.statics.pairs.home[pair]).collect();
    if there.iter().any(|home| homes.binary_search(home).is_err()) {
        return None;
    }
    let drawn = lot::drawn(judge.input.seed, person.candidate.reference.as_str());
    for home in homes {
        let at = home as usize;
        let points = fit::of(&judge.pair_of(&person, at)).total();
        match there.binary_search(&home) {
            Ok(place) => {
                net.statics.costs.fit[own[place]] = points;
            }
            Err(_) => {
                let vacancy = judge.homes[at].offer.vacancy.as_str();
                let word = lot::pair(drawn, lot::drawn(judge.input.seed, vacancy));
                let node = net.statics.layout.numbers.homes + home;
                net.add_pair(candidate, at, node, pair_costs(points, word));
            }
        }
    }
    Some(net)
}

fn pair_costs(points: i32, word: i64) -> Costs {
    let mut costs = reward(Goal::Fit, i64::from(points));
    costs[TIERS - 1] = -i64::from(i32::try_from(word).unwrap_or(i32::MAX));
    costs
}

/// Judged and solved anew.
fn from_nothing(round: &SolvedRound<'_>, candidate: usize, altered: &Altered) -> Tried {
    let mut input = round.judge.input.clone();
    input.candidates[candidate] = altered.candidate.clone();
    if let Some(home) = altered.allowed {
        let vacancy = input.homes[home].vacancy.clone();
        input.fixings.retain(|it| {
            it.kind != FixingKind::Ban
                || it.candidate != altered.candidate.reference
                || it.vacancy != vacancy
        });
    }
    let pair = altered.forced.map(|home| (candidate, home));
    // What looking ahead said stays as it was: the change is about this round.
    SolvedRound::with_pair(&input, pair, round.ahead.clone()).map_or(
        Tried { placed: false, networks: 0 },
        |it| Tried { placed: it.is_placed(candidate), networks: it.model.branches },
    )
}

/// Whether a household gets a home when there is one more like this one, for which
/// everybody competes whom the rules let; the ladders stay as they are.
pub(crate) fn with_one_more(round: &SolvedRound<'_>, home: usize, candidate: usize) -> Tried {
    let judge = &round.judge;
    let input = judge.input;
    let mut net = round.model.net.clone();
    let node = sized(net.solver.add_node());
    let around = short(input.homes[home].node) + 1;
    net.add_arc(node, around, 1, reward(Goal::HomesUsed, 1));
    let drawn = lot::drawn(input.seed, "one-more");
    for (at, person) in judge.people.iter().enumerate() {
        if !person.candidate.ready || !could_have(round, at, home) {
            continue;
        }
        let own = lot::drawn(input.seed, person.candidate.reference.as_str());
        let points = judge.fit(at, home).total();
        net.add_pair(at, input.homes.len(), node, pair_costs(points, lot::pair(own, drawn)));
    }
    let model = &round.model;
    placed(
        &search::best(input, &model.figures, &mut net, &model.limits, Effort::Question),
        candidate,
    )
}

/// Whether the rules let somebody have a home like this one: bans and offers before are
/// about the one home only.
fn could_have(round: &SolvedRound<'_>, candidate: usize, home: usize) -> bool {
    let fits = &round.rows[candidate].fits;
    if fits.binary_search(&short(home)).is_ok() {
        return true;
    }
    let person = &round.judge.people[candidate];
    if !person.banned.contains(&home) && !person.offered.contains(&home) {
        return false;
    }
    match round.judge.verdict(candidate, home) {
        PairVerdict::Fits => true,
        PairVerdict::Ask(_) => false,
        PairVerdict::Refused(refusals) => {
            refusals.iter().all(|it| matches!(it, Refusal::Banned | Refusal::OfferedBefore))
        }
    }
}
