use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use serde_json::json;
use sleutel_domain::{
    Id, Reference, VacancyCode,
    placement::{Placement, Round},
};
use sleutel_store::participants;

use super::{
    cache::Solved,
    see::{Household, RoundFrame, frame_of, household, may_for},
    what_if::{NumberChange, limits},
    which::{Made, Which},
};
use crate::{
    ActionError, App, Hold, Who,
    policy::{self, Action, Subject},
};

/// One of two outcomes laid side by side.
#[derive(Debug, Clone)]
pub struct Compared {
    /// Which.
    pub made: Made,
    /// Its input and what was proposed.
    pub solved: Arc<Solved>,
}

/// Two outcomes of a round side by side, as somebody may see them.
#[derive(Debug, Clone)]
pub struct ComparedView {
    /// The round.
    pub frame: RoundFrame,
    /// The one compared with.
    pub from: Compared,
    /// The one looked at.
    pub to: Compared,
    /// Homes with another outcome, within reach, by code.
    pub homes: Vec<Differing>,
    /// Households with another outcome, within reach, by reference.
    pub people: Vec<Moved>,
    /// Households with another outcome out of reach.
    pub hidden: usize,
    /// Floors and ceilings that were not the same.
    pub numbers: Vec<NumberChange>,
}

/// A home with another outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differing {
    /// Which home.
    pub vacancy: VacancyCode,
    /// What the one compared with gives.
    pub from: Given,
    /// What the one looked at gives.
    pub to: Given,
}

/// Whom a proposal gives a home, as far as somebody may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// The home is not in it.
    NotInIt,
    /// To nobody.
    Nobody,
    /// To a household out of reach.
    Another,
    /// To this household.
    To(Household),
}

/// A household with another outcome.
#[derive(Debug, Clone)]
pub struct Moved {
    /// The household.
    pub household: Household,
    /// What it got in the one compared with.
    pub from: Got,
    /// What it gets in the one looked at.
    pub to: Got,
}

/// What a household gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Got {
    /// It is not in it.
    NotInIt,
    /// No home.
    Nothing,
    /// This line.
    Home(Box<Placement>),
}

/// Two outcomes of a round side by side.
pub async fn compare(
    app: &App,
    who: &Who,
    id: Id<Round>,
    from: Which,
    to: Which,
) -> Result<ComparedView, ActionError> {
    let mut act = app.begin(who, Action::SeeRounds).await?;
    let programme = act.programme;
    let frame = frame_of(&mut act, id).await?;
    let mut sides = Vec::new();
    for which in [from, to] {
        let made = frame.outcomes.wanted(which)?.ok_or(Hold::NothingProposed)?;
        let solved = app.cache.get(&mut act.tx, programme, made.row.id).await?;
        sides.push(Compared { made, solved });
    }
    let [from, to] = <[Compared; 2]>::try_from(sides).map_err(|_| ActionError::NotFound)?;
    let homes = homes_that_differ(&from.solved, &to.solved);
    let people = people_that_differ(&from.solved, &to.solved);
    let mut wanted: BTreeSet<&Reference> = people.keys().copied().collect();
    wanted.extend(homes.iter().flat_map(|it| [it.1, it.2]).flatten().flatten());
    let wanted: Vec<&Reference> = wanted.into_iter().collect();
    let briefs = participants::briefs(&mut act.tx, programme, &wanted).await?;
    let seen = |reference: &Reference| {
        let row = briefs.get(reference)?;
        may_for(who, Action::SeeProposal, row).then(|| household(who, row, false))
    };
    let given = |given: Option<Option<&Reference>>| match given {
        None => Given::NotInIt,
        Some(None) => Given::Nobody,
        Some(Some(reference)) => seen(reference).map_or(Given::Another, Given::To),
    };
    let differing = homes.iter().filter_map(|(vacancy, from, to)| {
        let home = frame.homes.get(*vacancy)?;
        let (from, to) = (given(*from), given(*to));
        let own = Subject { organisation: Some(&home.association), worker: None };
        let reach = policy::may_for(who, Action::SeeProposal, own)
            || matches!(from, Given::To(_))
            || matches!(to, Given::To(_));
        reach.then(|| Differing { vacancy: (*vacancy).clone(), from, to })
    });
    let moved = people.iter().filter_map(|(reference, (from, to))| {
        Some(Moved { household: seen(reference)?, from: from.clone(), to: to.clone() })
    });
    let (differing, moved): (Vec<_>, Vec<_>) = (differing.collect(), moved.collect());
    let mut shown: BTreeSet<String> =
        moved.iter().map(|it| it.household.reference.to_string()).collect();
    shown.extend(differing.iter().flat_map(|it| [&it.from, &it.to]).filter_map(|it| match it {
        Given::To(household) => Some(household.reference.to_string()),
        Given::NotInIt | Given::Nobody | Given::Another => None,
    }));
    let hidden = people.len() - moved.len();
    let numbers = numbers_that_differ(&from.solved, &to.solved);
    drop(people);
    act.log("round", &id.to_string(), &json!({ "compared": shown })).await?;
    act.commit().await?;
    Ok(ComparedView { frame, homes: differing, people: moved, hidden, numbers, from, to })
}

/// In how many homes of both two outcomes differ.
pub(crate) fn count_that_differ(from: &Solved, to: &Solved) -> usize {
    let all = homes_that_differ(from, to);
    all.iter().filter(|(_, from, to)| from.is_some() && to.is_some()).count()
}

type HomeThatDiffers<'a> =
    (&'a VacancyCode, Option<Option<&'a Reference>>, Option<Option<&'a Reference>>);

fn homes_that_differ<'a>(from: &'a Solved, to: &'a Solved) -> Vec<HomeThatDiffers<'a>> {
    let (from, to) = (given(from), given(to));
    let all: BTreeSet<&VacancyCode> = from.keys().chain(to.keys()).copied().collect();
    all.into_iter()
        .map(|vacancy| (vacancy, from.get(vacancy).copied(), to.get(vacancy).copied()))
        .filter(|(_, from, to)| from != to)
        .collect()
}

/// Every home of an outcome with whom it goes to.
fn given(solved: &Solved) -> BTreeMap<&VacancyCode, Option<&Reference>> {
    let mut all: BTreeMap<_, _> =
        solved.input.homes.iter().map(|home| (&home.vacancy, None)).collect();
    for placement in &solved.proposal.placements {
        all.insert(&placement.vacancy, Some(&placement.candidate));
    }
    all
}

/// Households that get another home, or a home in one only. One that is in one only and gets
/// nothing there has no other outcome.
fn people_that_differ<'a>(from: &'a Solved, to: &'a Solved) -> BTreeMap<&'a Reference, (Got, Got)> {
    let got = |solved: &'a Solved| {
        let mut all: BTreeMap<&Reference, Got> =
            solved.input.candidates.iter().map(|it| (&it.reference, Got::Nothing)).collect();
        for placement in &solved.proposal.placements {
            all.insert(&placement.candidate, Got::Home(Box::new(placement.clone())));
        }
        all
    };
    let (mut from, mut to) = (got(from), got(to));
    let all: BTreeSet<&Reference> = from.keys().chain(to.keys()).copied().collect();
    let take = |all: &mut BTreeMap<&Reference, Got>, it: &Reference| {
        all.remove(it).unwrap_or(Got::NotInIt)
    };
    let home = |got: &Got| match got {
        Got::Home(placement) => Some(placement.vacancy.clone()),
        Got::Nothing | Got::NotInIt => None,
    };
    all.into_iter()
        .map(|it| (it, (take(&mut from, it), take(&mut to, it))))
        .filter(|(_, (from, to))| home(from) != home(to))
        .collect()
}

fn numbers_that_differ(from: &Solved, to: &Solved) -> Vec<NumberChange> {
    let before: BTreeMap<_, _> = limits(&from.input).into_iter().collect();
    limits(&to.input)
        .into_iter()
        .filter_map(|(bound, after)| {
            let before = *before.get(&bound)?;
            (before != after).then_some(NumberChange { bound, before, after })
        })
        .collect()
}
