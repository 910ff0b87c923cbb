use std::{collections::BTreeMap, sync::Arc};

use serde_json::json;
use sleutel_domain::{
    Id, Reference, VacancyCode,
    placement::{
        Change, PairVerdict, Placement, Proposal, Question, Round, RoundInput, RunnerUp, Standing,
        Unplaced, WhyEmpty,
    },
};
use sleutel_placement::Judge;
use sleutel_store::{
    Page, Window, fold,
    homes::{self, DwellingRow},
    participants,
    placement::{self as rows, DecisionRow, FixingRow},
};

use super::{
    cache::Solved,
    lot::PersonLot,
    manage::round_row,
    put_together::put_together,
    see::{Household, household},
    unplaced::UnplacedFilter,
    which::{Made, Which, outcomes},
};
use crate::{
    ActionError, App, Who,
    participants::subject_of,
    policy::{self, Action, Subject},
};

/// What the rules say of one home for somebody.
#[derive(Debug, Clone)]
pub struct HomeVerdict {
    /// Which home.
    pub vacancy: VacancyCode,
    /// What it is like.
    pub home: DwellingRow,
    /// What the rules say.
    pub verdict: PairVerdict,
    /// Whom the proposal gives it; `None` before anything is proposed.
    pub goes: Option<Goes>,
}

/// Whom a proposal gives a home, seen by one household.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goes {
    /// To this household.
    Here,
    /// To another.
    Elsewhere {
        /// What decided against this household, when it was among the nearest.
        nearest: Option<RunnerUp>,
        /// It has more points here than the other, but for what is expected later.
        stepped_back: bool,
    },
    /// To nobody.
    Nobody(WhyEmpty),
}

/// What looking ahead expects waiting to be worth to one household.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaitingWorth {
    /// Points, 0 or more, on average over the futures.
    pub points: i32,
    /// How many weeks the futures reach.
    pub weeks: u8,
    /// Not worked out, since nobody with a priority ground is made to wait.
    pub on_ground: bool,
}

impl WaitingWorth {
    /// `None` when the proposal did not look ahead, or not for this household.
    fn in_round(input: &RoundInput, proposal: &Proposal, wanted: &Reference) -> Option<Self> {
        let (ahead, prices) = (input.ahead.as_ref()?, proposal.ahead.as_ref()?);
        let candidate = input.candidates.iter().find(|it| it.reference == *wanted)?;
        let price = prices.waiting.iter().find(|(reference, _)| reference == wanted);
        Some(Self {
            points: price.map_or(0, |(_, points)| *points),
            weeks: ahead.weeks,
            on_ground: candidate.ground.counts(input.date),
        })
    }
}

/// One household in a round: placed or not, and every home with its answer.
#[derive(Debug, Clone)]
pub struct PersonView {
    /// The household.
    pub household: Household,
    /// Its line, when it is placed.
    pub placement: Option<Placement>,
    /// Why not, with the first change that would make a difference, when it is not.
    pub unplaced: Option<Unplaced>,
    /// The proposal or trial it is about; `None` before anything is proposed.
    pub made: Option<Made>,
    /// Its lot in that proposal.
    pub lot: Option<PersonLot>,
    /// What waiting is expected to be worth to it, in a proposal that looked ahead.
    pub waiting: Option<WaitingWorth>,
    /// Whether the first change was looked for.
    pub looked: bool,
    /// Pins and bans in force.
    pub fixings: Vec<FixingRow>,
    /// Decisions in this round that stand.
    pub decisions: Vec<DecisionRow>,
    /// The homes: possible ones first, then those to ask for, then refused ones with the
    /// fewest refusals first.
    pub homes: Vec<HomeVerdict>,
    /// Questions that stand open on any home.
    pub questions: Vec<Question>,
    /// Whether this person may answer them.
    pub may_answer: bool,
    /// Whether this person may write the household a letter.
    pub may_write: bool,
    /// Whether this person may pin and forbid.
    pub may_fix: bool,
}

/// One household in a round: in the newest proposal or the one asked for, or as things stand now before there is
/// one. With `look` it also finds the first change that would help, which takes about as
/// long as a proposal the first time it is asked.
pub async fn person(
    app: &App,
    who: &Who,
    id: Id<Round>,
    reference: &Reference,
    which: impl Into<Which>,
    look: bool,
) -> Result<PersonView, ActionError> {
    let mut act = app.begin(who, Action::SeeProposal).await?;
    let programme = act.programme;
    let which = which.into();
    let round = round_row(&mut act, id).await?;
    let (provider, worker) = subject_of(&mut act, reference).await?;
    let subject = Subject { organisation: Some(&provider), worker: worker.as_deref() };
    act.require(Action::SeeProposal, subject).map_err(|_| ActionError::NotFound)?;
    let made = outcomes(&mut act, id).await?.wanted(which)?;
    let source = match &made {
        Some(made) => Source::Solved(app.cache.get(&mut act.tx, programme, made.row.id).await?),
        None => Source::Now(Box::new(put_together(&mut act, &round).await?)),
    };
    let dwellings = homes::dwellings_of_round(&mut act.tx, programme, id).await?;
    let mut fixings = rows::fixings(&mut act.tx, programme, id).await?;
    fixings.retain(|it| it.reference == *reference);
    let mut decisions = rows::active_decisions(&mut act.tx, programme, id).await?;
    decisions.retain(|it| it.reference == *reference);
    let brief = participants::briefs(&mut act.tx, programme, &[reference])
        .await?
        .remove(reference)
        .ok_or(ActionError::NotFound)?;
    act.log("participant", reference.as_str(), &json!({ "round": id.to_string() })).await?;
    act.commit().await?;
    let wanted = reference.clone();
    let found = tokio::task::spawn_blocking(move || source.answer(&wanted, look))
        .await
        .map_err(|cause| ActionError::Internal(cause.to_string()))?;
    let mut view = PersonView {
        household: household(who, &brief, false),
        placement: found.placement,
        unplaced: found.unplaced,
        made,
        lot: found.lot,
        waiting: found.waiting,
        looked: look,
        fixings,
        decisions,
        homes: Vec::new(),
        questions: Vec::new(),
        may_answer: policy::may_for(who, Action::ChangeParticipant, subject),
        may_fix: policy::may_for(who, Action::Fix, subject),
        may_write: super::letter::NEEDED.iter().all(|it| policy::may_for(who, *it, subject)),
    };
    let mut goes = found.goes;
    for (vacancy, verdict) in found.verdicts {
        if let PairVerdict::Ask(questions) = &verdict {
            view.questions.extend(questions);
        }
        if let Some(home) = dwellings.get(&vacancy) {
            let goes = goes.remove(&vacancy);
            view.homes.push(HomeVerdict { vacancy, home: home.clone(), verdict, goes });
        }
    }
    view.questions.sort_unstable();
    view.questions.dedup();
    view.homes.sort_by_key(|it| match &it.verdict {
        PairVerdict::Fits => (0, 0),
        PairVerdict::Ask(questions) => (1, questions.len()),
        PairVerdict::Refused(refusals) => (2, refusals.len()),
    });
    Ok(view)
}

/// What the answers about one household come from.
pub(super) enum Source {
    Solved(Arc<Solved>),
    Now(Box<RoundInput>),
}

pub(super) struct Found {
    goes: BTreeMap<VacancyCode, Goes>,
    pub(super) verdicts: Vec<(VacancyCode, PairVerdict)>,
    pub(super) placement: Option<Placement>,
    pub(super) unplaced: Option<Unplaced>,
    pub(super) lot: Option<PersonLot>,
    waiting: Option<WaitingWorth>,
}

impl Source {
    pub(super) fn answer(&self, wanted: &Reference, look: bool) -> Found {
        let solved = match self {
            Self::Now(input) => {
                let verdicts = verdicts(input, wanted);
                return Found {
                    goes: BTreeMap::new(),
                    verdicts,
                    placement: None,
                    unplaced: None,
                    lot: None,
                    waiting: None,
                };
            }
            Self::Solved(solved) => solved,
        };
        let proposal = &solved.proposal;
        let placement = proposal.placements.iter().find(|it| it.candidate == *wanted).cloned();
        let unplaced = proposal.unplaced.iter().find(|it| it.candidate == *wanted).cloned();
        let unplaced = unplaced.map(|it| {
            let change: Option<Change> = if look { solved.first_change(wanted) } else { None };
            Unplaced { change, ..it }
        });
        let lot = PersonLot::in_round(&solved.input, wanted);
        let goes = goes(proposal, wanted);
        let waiting = WaitingWorth::in_round(&solved.input, proposal, wanted);
        let verdicts = verdicts(&solved.input, wanted);
        Found { goes, verdicts, placement, unplaced, lot, waiting }
    }
}

fn goes(proposal: &Proposal, wanted: &Reference) -> BTreeMap<VacancyCode, Goes> {
    let given = proposal.placements.iter().map(|it| {
        let goes = if it.candidate == *wanted {
            Goes::Here
        } else {
            let nearest = it.runners_up.iter().find(|it| it.candidate == *wanted);
            let stepped_back = nearest.is_some_and(|own| own.stepped_back(it.fit));
            Goes::Elsewhere { nearest: nearest.cloned(), stepped_back }
        };
        (it.vacancy.clone(), goes)
    });
    let empty = proposal.empty.iter();
    given.chain(empty.map(|it| (it.vacancy.clone(), Goes::Nobody(it.why.clone())))).collect()
}

fn verdicts(input: &RoundInput, reference: &Reference) -> Vec<(VacancyCode, PairVerdict)> {
    let Some(at) = input.candidates.iter().position(|it| it.reference == *reference) else {
        return Vec::new();
    };
    let judge = Judge::new(input);
    input
        .homes
        .iter()
        .enumerate()
        .map(|(home, it)| (it.vacancy.clone(), judge.verdict(at, home)))
        .collect()
}

/// One household before anything is proposed.
#[derive(Debug, Clone)]
pub struct StandingRow {
    /// The household.
    pub household: Household,
    /// In, out, or unknown: ask.
    pub standing: Standing,
    /// Whether this person may answer questions about it.
    pub may_answer: bool,
}

/// Who is in, who is out and who is unknown, as things stand now; with how many of each
/// over all within reach. `filter.why` is `in`, `ask` or `out`.
pub async fn standings(
    app: &App,
    who: &Who,
    id: Id<Round>,
    filter: &UnplacedFilter,
    window: Window,
) -> Result<(Page<StandingRow>, BTreeMap<&'static str, usize>), ActionError> {
    let mut act = app.begin(who, Action::SeeProposal).await?;
    let programme = act.programme;
    let round = round_row(&mut act, id).await?;
    let input = put_together(&mut act, &round).await?;
    let references: Vec<Reference> =
        input.candidates.iter().map(|it| it.reference.clone()).collect();
    let wanted: Vec<&Reference> = references.iter().collect();
    let briefs = participants::briefs(&mut act.tx, programme, &wanted).await?;
    let standings = tokio::task::spawn_blocking(move || sleutel_placement::standings(&input))
        .await
        .map_err(|cause| ActionError::Internal(cause.to_string()))?;
    let words = fold(filter.words.trim());
    let mut counts = BTreeMap::from([("in", 0), ("ask", 0), ("out", 0)]);
    let mut found = Vec::new();
    for (reference, standing) in references.iter().zip(standings) {
        let Some(row) = briefs.get(reference) else { continue };
        let worker = row.worker.as_ref().map(sleutel_domain::Phrase::as_str);
        let subject = Subject { organisation: Some(&row.provider), worker };
        if !policy::may_for(who, Action::SeeProposal, subject) {
            continue;
        }
        let code = standing_code(&standing);
        *counts.entry(code).or_default() += 1;
        let house = household(who, row, false);
        let text = fold(&format!("{} {}", row.reference, house.name.as_deref().unwrap_or("")));
        if (filter.why.is_empty() || filter.why == code)
            && (filter.group.is_empty() || row.group.as_str() == filter.group)
            && (words.is_empty() || text.contains(&words))
        {
            let may_answer = policy::may_for(who, Action::ChangeParticipant, subject);
            let row_view = StandingRow { household: house, standing, may_answer };
            found.push(((code != "ask", row.waiting_since), row_view));
        }
    }
    found.sort_by(|a, b| (a.0, &a.1.household.reference).cmp(&(b.0, &b.1.household.reference)));
    let total = u64::try_from(found.len()).unwrap_or(u64::MAX);
    let offset = usize::try_from(window.offset).unwrap_or(usize::MAX);
    let limit = usize::try_from(window.limit).unwrap_or(usize::MAX);
    let rows: Vec<StandingRow> =
        found.into_iter().skip(offset).take(limit).map(|(_, row)| row).collect();
    let shown: Vec<&str> = rows.iter().map(|it| it.household.reference.as_str()).collect();
    act.log("round", &id.to_string(), &json!({ "standings": shown })).await?;
    act.commit().await?;
    Ok((Page { rows, total }, counts))
}

fn standing_code(standing: &Standing) -> &'static str {
    match standing {
        Standing::In { .. } => "in",
        Standing::Ask { .. } => "ask",
        Standing::NotReady | Standing::NoHomeFits { .. } => "out",
    }
}
