use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use serde_json::json;
use sleutel_domain::{
    Answer, GroupCode, Id, OrganisationCode, Reference, VacancyCode,
    placement::{Bound, BoundUse, Placement, Round, StoredProposal, Unplaced, Verdict, WhyNot},
};
use sleutel_store::{
    Page, Window, fold,
    homes::{self, DwellingRow},
    numbers::{self, GroupRow},
    participants::{self, ListRow},
    placement::{self as rows, DecisionRow, FixingRow, ProposalRow, RoundRow},
};

use super::{cache::Solved, manage::round_row};
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
    /// All proposals, newest first, without their lines.
    pub proposals: Vec<ProposalRow>,
    /// The proposal looked at, with everything in it.
    pub current: Option<(ProposalRow, Arc<Solved>)>,
    /// The lines of that proposal within reach.
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
    /// How many are not placed, for each reason.
    pub why_counts: BTreeMap<&'static str, usize>,
}

/// The word of a reason, for filters and counts.
pub(crate) fn why_code(why: &WhyNot) -> &'static str {
    match why {
        WhyNot::NotReady => "not-ready",
        WhyNot::NoHomeFits { .. } => "no-home-fits",
        WhyNot::AskFirst { .. } => "ask-first",
        WhyNot::GroupFull { .. } => "group-full",
        WhyNot::AreaFull { .. } => "area-full",
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

fn may_for(who: &Who, action: Action, row: &ListRow) -> bool {
    let worker = row.worker.as_ref().map(sleutel_domain::Phrase::as_str);
    policy::may_for(who, action, Subject { organisation: Some(&row.provider), worker })
}

/// A round with one of its proposals, the newest unless another is asked for by number.
pub async fn view(
    app: &App,
    who: &Who,
    id: Id<Round>,
    number: Option<i64>,
) -> Result<RoundView, ActionError> {
    let mut act = app.begin(who, Action::SeeRounds).await?;
    let programme = act.programme;
    let round = round_row(&mut act, id).await?;
    let homes = homes::dwellings_of_round(&mut act.tx, programme, id).await?;
    let proposals = rows::proposals(&mut act.tx, programme, id).await?;
    let row = match number {
        None => proposals.first().cloned(),
        Some(number) => Some(
            proposals
                .iter()
                .find(|it| it.number == number)
                .cloned()
                .ok_or(ActionError::NotFound)?,
        ),
    };
    let current = match row {
        None => None,
        Some(row) => {
            let solved = app.cache.get(&mut act.tx, programme, row.id).await?;
            Some((row, solved))
        }
    };
    let groups = numbers::groups(&mut act.tx, programme)
        .await?
        .into_iter()
        .map(|group| (group.code.clone(), group))
        .collect();
    let names = see_names(&mut act.tx, programme).await?;
    let mut view = RoundView {
        round,
        homes,
        proposals,
        current,
        lines: Vec::new(),
        hidden: 0,
        fixings: Vec::new(),
        decided_before: Vec::new(),
        groups,
        names,
        why_counts: BTreeMap::new(),
    };
    fill(&mut act, who, &mut view).await?;
    let shown: Vec<&str> = view.lines.iter().map(|it| it.household.reference.as_str()).collect();
    act.log("round", &id.to_string(), &json!({ "shown": shown })).await?;
    act.commit().await?;
    Ok(view)
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

/// Which of those not placed are wanted. Empty text means all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnplacedFilter {
    /// For one reason.
    pub why: String,
    /// Of one group.
    pub group: String,
    /// Words in the name or reference.
    pub words: String,
}

/// One who is not placed.
#[derive(Debug, Clone)]
pub struct UnplacedView {
    /// The household.
    pub household: Household,
    /// Why not, with its figures.
    pub unplaced: Unplaced,
    /// Whether this person may answer questions about it.
    pub may_answer: bool,
}

/// A page of those not placed in a proposal, within reach; a ready household first where
/// questions are open, then by reference.
pub async fn unplaced(
    app: &App,
    who: &Who,
    id: Id<Round>,
    proposal: Id<StoredProposal>,
    filter: &UnplacedFilter,
    window: Window,
) -> Result<Page<UnplacedView>, ActionError> {
    let mut act = app.begin(who, Action::SeeProposal).await?;
    let programme = act.programme;
    round_row(&mut act, id).await?;
    let solved = app.cache.get(&mut act.tx, programme, proposal).await?;
    let found: Vec<&Unplaced> = solved
        .proposal
        .unplaced
        .iter()
        .filter(|it| filter.why.is_empty() || filter.why == why_code(&it.why))
        .collect();
    let references: Vec<&Reference> = found.iter().map(|it| &it.candidate).collect();
    let briefs = participants::briefs(&mut act.tx, programme, &references).await?;
    let words = fold(filter.words.trim());
    let mut views: Vec<(&Unplaced, &ListRow)> = found
        .into_iter()
        .filter_map(|it| Some((it, briefs.get(&it.candidate)?)))
        .filter(|(_, row)| may_for(who, Action::SeeProposal, row))
        .filter(|(_, row)| filter.group.is_empty() || row.group.as_str() == filter.group)
        .filter(|(_, row)| {
            let name = if may_for(who, Action::SeeIdentity, row) {
                format!("{} {} {}", row.reference, row.given, row.family)
            } else {
                row.reference.to_string()
            };
            words.is_empty() || fold(&name).contains(&words)
        })
        .collect();
    views.sort_by_key(|(it, row)| {
        let ask = matches!(it.why, WhyNot::AskFirst { .. });
        (!ask, row.waiting_since, row.reference.clone())
    });
    let total = u64::try_from(views.len()).unwrap_or(u64::MAX);
    let offset = usize::try_from(window.offset).unwrap_or(usize::MAX);
    let limit = usize::try_from(window.limit).unwrap_or(usize::MAX);
    let rows: Vec<UnplacedView> = views
        .into_iter()
        .skip(offset)
        .take(limit)
        .map(|(unplaced, row)| UnplacedView {
            household: household(who, row, false),
            unplaced: unplaced.clone(),
            may_answer: may_for(who, Action::ChangeParticipant, row),
        })
        .collect();
    let shown: Vec<&str> = rows.iter().map(|it| it.household.reference.as_str()).collect();
    act.log("round", &id.to_string(), &json!({ "unplaced": shown })).await?;
    act.commit().await?;
    Ok(Page { rows, total })
}
