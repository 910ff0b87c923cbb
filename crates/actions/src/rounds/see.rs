use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use serde_json::json;
use sleutel_domain::{
    Answer, GroupCode, Id, OrganisationCode, Reference, VacancyCode,
    placement::{Bound, BoundUse, Placement, Round, Verdict, WhyNot},
};
use sleutel_store::{
    access,
    homes::{self, DwellingRow},
    numbers::GroupRow,
    participants::{self, ListRow},
    placement::{self as rows, DecisionRow, FixingRow, ProposalRow, RoundRow, TrialRow},
};

use super::{
    cache::Solved,
    compare::count_that_differ,
    manage::round_row,
    which::{Outcomes, Which, outcomes},
};
use crate::{
    ActionError, App, Who,
    act::Act,
    homes::{AreaNames, see_names},
    policy::{self, Action, Subject},
};

/// A household as somebody may see it in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Household {
    /// Its reference.
    pub reference: Reference,
    /// The name of the head, for somebody who may see it.
    pub name: Option<String>,
    /// The group it counts for.
    pub group: GroupCode,
    /// Who supports them.
    pub provider: OrganisationCode,
    /// People who move along.
    pub people: Answer<u8>,
    /// Whether this person may open the file.
    pub may_open: bool,
}

/// A line of a proposal, or a decision on one.
#[derive(Debug, Clone)]
pub struct LineView {
    /// The proposed pair.
    pub placement: Placement,
    /// The home.
    pub home: DwellingRow,
    /// The household.
    pub household: Household,
    /// Others who could have had the home, as this person may see them.
    pub runners_up: Vec<Household>,
    /// The group's share before and after this proposal.
    pub group_use: Option<BoundUse>,
    /// Room around the home before and after, smallest part first, where there is a ceiling.
    pub area_uses: Vec<BoundUse>,
    /// The decision that stands on this pair.
    pub decision: Option<DecisionRow>,
    /// Whether this person may decide it.
    pub may_decide: bool,
}

/// A pin or a ban with its household.
#[derive(Debug, Clone)]
pub struct FixingView {
    /// The pin or ban.
    pub fixing: FixingRow,
    /// The household.
    pub household: Household,
    /// Whether this person may lift it.
    pub may_lift: bool,
}

/// A round as somebody may see it.
#[derive(Debug, Clone)]
pub struct RoundView {
    /// The round.
    pub round: RoundRow,
    /// Its homes, by vacancy.
    pub homes: BTreeMap<VacancyCode, DwellingRow>,
    /// All proposals and trials, newest first, without their lines.
    pub outcomes: Outcomes,
    /// The proposal or trial looked at, with everything in it.
    pub current: Option<(ProposalRow, Arc<Solved>)>,
    /// What makes that a trial; `None` for a proposal.
    pub trial: Option<TrialRow>,
    /// The lines of it within reach.
    pub lines: Vec<LineView>,
    /// Lines out of reach: of other organisations.
    pub hidden: usize,
    /// Pins and bans in force, within reach.
    pub fixings: Vec<FixingView>,
    /// Decisions in this round that are not on a line of the proposal looked at.
    pub decided_before: Vec<(DecisionRow, Household)>,
    /// The groups, by code.
    pub groups: BTreeMap<GroupCode, GroupRow>,
    /// Names of places.
    pub names: AreaNames,
    /// Names of organisations.
    pub organisations: BTreeMap<OrganisationCode, String>,
    /// How many are not placed, for each reason.
    pub why_counts: BTreeMap<&'static str, usize>,
    /// How much differs from the proposal before, from the newest when an older one is
    /// looked at, or from the one a trial is of; `None` when there is only one.
    pub differs: Option<Differs>,
}

/// How much two outcomes differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Differs {
    /// Number of the other proposal.
    pub with: i64,
    /// Homes of both that do not go to the same household.
    pub homes: usize,
}

impl RoundView {
    /// How the outcome looked at is asked for again.
    pub fn which(&self) -> Which {
        match (&self.current, &self.trial) {
            (None, _) => Which::Newest,
            (Some((row, _)), None) => Which::Proposal(row.number),
            (Some((row, _)), Some(_)) => Which::Trial(row.number),
        }
    }

    /// Every household that is shown, for the log: on a line, beside it as a runner-up, with
    /// a pin, a ban or an earlier decision.
    pub(crate) fn shown(&self) -> BTreeSet<&str> {
        let lines =
            self.lines.iter().flat_map(|it| std::iter::once(&it.household).chain(&it.runners_up));
        let fixings = self.fixings.iter().map(|it| &it.household);
        let decided = self.decided_before.iter().map(|(_, it)| it);
        let all = lines.chain(fixings).chain(decided);
        all.map(|it| it.reference.as_str()).collect()
    }
}

/// The word of a reason, for filters and counts.
pub(crate) fn why_code(why: &WhyNot) -> &'static str {
    match why {
        WhyNot::NotReady => "not-ready",
        WhyNot::NoHomeFits { .. } => "no-home-fits",
        WhyNot::AskFirst { .. } => "ask-first",
        WhyNot::GroupFull { .. } => "group-full",
        WhyNot::AreaFull { .. } => "area-full",
        WhyNot::LoadFull { .. } => "load-full",
        WhyNot::AssociationFull { .. } => "association-full",
        WhyNot::Together { .. } => "together",
        WhyNot::Outweighed { .. } => "outweighed",
    }
}

/// Turns list rows into what somebody may see.
pub(crate) fn household(who: &Who, row: &ListRow, known_to_association: bool) -> Household {
    let subject = Subject {
        organisation: Some(&row.provider),
        worker: row.worker.as_ref().map(sleutel_domain::Phrase::as_str),
    };
    let identity = known_to_association || policy::may_for(who, Action::SeeIdentity, subject);
    Household {
        reference: row.reference.clone(),
        name: identity.then(|| format!("{} {}", row.given, row.family)),
        group: row.group.clone(),
        provider: row.provider.clone(),
        people: row.people,
        may_open: policy::may_for(who, Action::SeeParticipant, subject),
    }
}

fn within_reach(who: &Who, provider: &OrganisationCode, association: &OrganisationCode) -> bool {
    [provider, association].into_iter().any(|organisation| {
        let subject = Subject { organisation: Some(organisation), worker: None };
        policy::may_for(who, Action::SeeProposal, subject)
    })
}

pub(crate) fn may_for(who: &Who, action: Action, row: &ListRow) -> bool {
    let worker = row.worker.as_ref().map(sleutel_domain::Phrase::as_str);
    policy::may_for(who, action, Subject { organisation: Some(&row.provider), worker })
}

/// A round with one of its proposals or trials, the newest proposal unless another is asked
/// for.
pub async fn view(
    app: &App,
    who: &Who,
    id: Id<Round>,
    which: impl Into<Which>,
) -> Result<RoundView, ActionError> {
    let mut act = app.begin(who, Action::SeeRounds).await?;
    let view = load(&mut act, who, id, which.into()).await?;
    act.log("round", &id.to_string(), &json!({ "shown": view.shown() })).await?;
    act.commit().await?;
    Ok(view)
}

pub(crate) async fn load(
    act: &mut Act<'_>,
    who: &Who,
    id: Id<Round>,
    which: Which,
) -> Result<RoundView, ActionError> {
    let programme = act.programme;
    let round = round_row(act, id).await?;
    let homes = homes::dwellings_of_round(&mut act.tx, programme, id).await?;
    let outcomes = outcomes(act, id).await?;
    let (current, trial) = match outcomes.wanted(which)? {
        None => (None, None),
        Some(made) => {
            let solved = act.app.cache.get(&mut act.tx, programme, made.row.id).await?;
            (Some((made.row, solved)), made.trial)
        }
    };
    let groups = crate::steering::groups::named(act)
        .await?
        .into_iter()
        .map(|group| (group.code.clone(), group))
        .collect();
    let names = see_names(&mut act.tx, programme).await?;
    let organisations = organisations(act).await?;
    let mut view = RoundView {
        round,
        homes,
        outcomes,
        current,
        trial,
        lines: Vec::new(),
        hidden: 0,
        fixings: Vec::new(),
        decided_before: Vec::new(),
        groups,
        names,
        organisations,
        why_counts: BTreeMap::new(),
        differs: None,
    };
    fill(act, who, &mut view).await?;
    view.differs = differs(act, &view).await?;
    Ok(view)
}

async fn organisations(
    act: &mut Act<'_>,
) -> Result<BTreeMap<OrganisationCode, String>, ActionError> {
    let programme = act.programme;
    let rows = access::organisations(&mut act.tx, programme).await?;
    Ok(rows.into_iter().map(|row| (row.code, row.name.to_string())).collect())
}

async fn differs(act: &mut Act<'_>, view: &RoundView) -> Result<Option<Differs>, ActionError> {
    let programme = act.programme;
    let Some((row, solved)) = &view.current else { return Ok(None) };
    let newest = view.outcomes.proposals.first().map(|it| it.number);
    let other = match &view.trial {
        Some(trial) => view.outcomes.proposals.iter().find(|it| it.id == trial.of),
        None if Some(row.number) == newest => view.outcomes.proposals.get(1),
        None => view.outcomes.proposals.first(),
    };
    let Some(other) = other else { return Ok(None) };
    let with = other.number;
    let other = act.app.cache.get(&mut act.tx, programme, other.id).await?;
    Ok(Some(Differs { with, homes: count_that_differ(&other, solved) }))
}

/// What a page about a round needs beside its people: nothing in it is about a person.
#[derive(Debug, Clone)]
pub struct RoundFrame {
    /// The round.
    pub round: RoundRow,
    /// Its homes, by vacancy.
    pub homes: BTreeMap<VacancyCode, DwellingRow>,
    /// All proposals and trials, newest first, without their lines.
    pub outcomes: Outcomes,
    /// The groups, by code.
    pub groups: BTreeMap<GroupCode, GroupRow>,
    /// Names of places.
    pub names: AreaNames,
    /// Names of organisations.
    pub organisations: BTreeMap<OrganisationCode, String>,
}

/// A round without its people.
pub async fn frame(app: &App, who: &Who, id: Id<Round>) -> Result<RoundFrame, ActionError> {
    let mut act = app.look(who, Action::SeeRounds).await?;
    frame_of(&mut act, id).await
}

pub(crate) async fn frame_of(act: &mut Act<'_>, id: Id<Round>) -> Result<RoundFrame, ActionError> {
    let programme = act.programme;
    let round = round_row(act, id).await?;
    let homes = homes::dwellings_of_round(&mut act.tx, programme, id).await?;
    let outcomes = outcomes(act, id).await?;
    let groups = crate::steering::groups::named(act)
        .await?
        .into_iter()
        .map(|group| (group.code.clone(), group))
        .collect();
    let names = see_names(&mut act.tx, programme).await?;
    let organisations = organisations(act).await?;
    Ok(RoundFrame { round, homes, outcomes, groups, names, organisations })
}

async fn fill(act: &mut Act<'_>, who: &Who, view: &mut RoundView) -> Result<(), ActionError> {
    let programme = act.programme;
    let decisions = rows::active_decisions(&mut act.tx, programme, view.round.id).await?;
    let fixings = rows::fixings(&mut act.tx, programme, view.round.id).await?;
    let solved = view.current.as_ref().map(|(_, solved)| solved.clone());
    let mut wanted: BTreeSet<&Reference> = decisions.iter().map(|it| &it.reference).collect();
    wanted.extend(fixings.iter().map(|it| &it.reference));
    for placement in solved.iter().flat_map(|it| &it.proposal.placements) {
        wanted.insert(&placement.candidate);
        wanted.extend(placement.runners_up.iter().map(|it| &it.candidate));
    }
    let wanted: Vec<&Reference> = wanted.into_iter().collect();
    let briefs = participants::briefs(&mut act.tx, programme, &wanted).await?;
    let mut on_lines = BTreeSet::new();
    if let Some(solved) = &solved {
        for unplaced in &solved.proposal.unplaced {
            *view.why_counts.entry(why_code(&unplaced.why)).or_default() += 1;
        }
        let uses: BTreeMap<&Bound, &BoundUse> =
            solved.proposal.bounds.iter().map(|it| (&it.bound, it)).collect();
        for placement in &solved.proposal.placements {
            let (Some(row), Some(home)) =
                (briefs.get(&placement.candidate), view.homes.get(&placement.vacancy))
            else {
                continue;
            };
            let decision = decisions
                .iter()
                .find(|it| it.vacancy == placement.vacancy && it.reference == placement.candidate)
                .cloned();
            on_lines.extend(decision.as_ref().map(|it| it.id));
            if !within_reach(who, &row.provider, &home.association) {
                view.hidden += 1;
                continue;
            }
            let agreed = decision.as_ref().is_some_and(|it| it.verdict == Verdict::Agreed);
            let theirs = who.organisation() == Some(&home.association);
            let line = LineView {
                household: household(who, row, agreed && theirs),
                runners_up: placement
                    .runners_up
                    .iter()
                    .filter_map(|it| Some(household(who, briefs.get(&it.candidate)?, false)))
                    .collect(),
                group_use: uses.get(&Bound::Group(row.group.clone())).map(|it| (*it).clone()),
                area_uses: around(solved, placement, &uses),
                may_decide: may_for(who, Action::Decide, row),
                decision,
                home: home.clone(),
                placement: placement.clone(),
            };
            view.lines.push(line);
        }
    }
    for fixing in fixings {
        let Some(row) = briefs.get(&fixing.reference) else { continue };
        if may_for(who, Action::SeeProposal, row) {
            let may_lift = may_for(who, Action::Fix, row);
            view.fixings.push(FixingView {
                household: household(who, row, false),
                may_lift,
                fixing,
            });
        }
    }
    for decision in decisions.into_iter().filter(|it| !on_lines.contains(&it.id)) {
        let Some(row) = briefs.get(&decision.reference) else { continue };
        let association = view.homes.get(&decision.vacancy).map(|home| &home.association);
        let theirs = association.is_some() && who.organisation() == association;
        if may_for(who, Action::SeeProposal, row) || theirs {
            let known = theirs && decision.verdict == Verdict::Agreed;
            view.decided_before.push((decision, household(who, row, known)));
        }
    }
    Ok(())
}

fn around(
    solved: &Solved,
    placement: &Placement,
    uses: &BTreeMap<&Bound, &BoundUse>,
) -> Vec<BoundUse> {
    let input = &solved.input;
    let home = input.homes.iter().find(|home| home.vacancy == placement.vacancy);
    home.into_iter()
        .flat_map(|home| input.path(home.node))
        .filter_map(|at| input.nodes.get(at))
        .filter_map(|node| uses.get(&Bound::Area(node.place.clone())))
        .filter(|it| it.upper.is_some())
        .map(|it| (*it).clone())
        .collect()
}
