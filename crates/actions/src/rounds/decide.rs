use std::collections::BTreeMap;

use serde_json::json;
use sleutel_domain::{
    Id, Phrase, Reference, VacancyCode,
    access::Programme,
    homes::VacancyStatus,
    participants::Readiness,
    placement::{PairVerdict, Round, RoundInput, StoredProposal, Verdict},
};
use sleutel_store::{
    audit, homes, participants,
    placement::{self as rows, DecisionRow, RoundRow},
};
use uuid::Uuid;

use super::{
    manage::{open, round_row},
    put_together::{group_of, put_together},
};
use crate::{
    ActionError, App, Denied, Hold, Who,
    act::{Act, new_uuid},
    fields::Fields,
    numbers,
    participants::subject_of,
    policy::{Action, Subject},
};

/// A line of a proposal, by its two ends.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// Whose household.
    pub reference: Reference,
    /// Which home.
    pub vacancy: VacancyCode,
}

/// What became of one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Which line.
    pub pair: Pair,
    /// Decided, or what holds it.
    pub held: Option<Hold>,
}

/// Decides lines of the newest proposal, each with the same reason, as a named person.
///
/// Lines that cannot be decided any more (the home went, the household was placed,
/// somebody else decided) are left and told; the others are kept, all in one
/// transaction. Agreeing takes the home out of the open ones and marks the household
/// placed; turning down keeps the pair apart for the rest of the round.
pub async fn decide(
    app: &App,
    who: &Who,
    id: Id<Round>,
    proposal: Id<StoredProposal>,
    pairs: &[Pair],
    verdict: Verdict,
    reason: &str,
) -> Result<Vec<Outcome>, ActionError> {
    let mut act = app.begin(who, Action::Decide).await?;
    let programme = act.programme;
    // From here on nobody else changes anything in the programme until we are done.
    audit::take_head(&mut act.tx, programme).await?;
    let round = round_row(&mut act, id).await?;
    open(&round)?;
    let newest = rows::proposals(&mut act.tx, programme, id)
        .await?
        .into_iter()
        .next()
        .ok_or(Hold::NothingProposed)?;
    if newest.id != proposal {
        let trials = rows::trials(&mut act.tx, programme, id).await?;
        if trials.iter().any(|it| it.made.id == proposal) {
            return Err(Hold::OnlyATrial.into());
        }
        return Err(Hold::OlderProposal { newest: newest.number }.into());
    }
    let mut fields = Fields::default();
    let reason = fields.text("reason", reason, Phrase::new);
    if pairs.is_empty() {
        fields.bad("lines", crate::FieldFault::Required);
    }
    let reason = fields.done(reason)?;
    let Some(account) = who.account() else {
        return Err(Denied { action: Action::Decide, logged_in: false }.into());
    };
    let solved = app.cache.get(&mut act.tx, programme, proposal).await?;
    let mut room = Room::read(&mut act, &round).await?;
    let now = match verdict {
        Verdict::Agreed => as_it_is_now(&mut act, &round).await?,
        Verdict::Rejected => None,
    };
    let mut outcomes = Vec::new();
    for pair in pairs {
        let (provider, worker) = subject_of(&mut act, &pair.reference).await?;
        act.require(
            Action::Decide,
            Subject { organisation: Some(&provider), worker: worker.as_deref() },
        )?;
        let line = solved
            .proposal
            .placements
            .iter()
            .any(|it| it.candidate == pair.reference && it.vacancy == pair.vacancy);
        let group = group_of(&solved.input, &pair.reference);
        let held = match group {
            Some(group) if line => {
                let row = DecisionRow {
                    id: new_uuid(),
                    round: id,
                    proposal,
                    vacancy: pair.vacancy.clone(),
                    reference: pair.reference.clone(),
                    group,
                    year: round.held_on.year(),
                    verdict,
                    reason: reason.clone(),
                    actor: who.label(),
                    account,
                    at: act.at,
                };
                match now.as_ref().filter(|now| forbidden_in(now, pair)) {
                    Some(_) => Some(Hold::NoLongerFits { reference: pair.reference.clone() }),
                    None => {
                        let points = points(now.as_ref(), &solved.input, &pair.reference);
                        one(&mut act, &row, &mut room, &solved.input, points).await?
                    }
                }
            }
            _ => Some(Hold::NotALine),
        };
        outcomes.push(Outcome { pair: pair.clone(), held });
    }
    act.commit().await?;
    Ok(outcomes)
}

/// What the round would be made from at this moment; `None` when no home of it is open any
/// more, which every line is then told by itself.
async fn as_it_is_now(
    act: &mut Act<'_>,
    round: &RoundRow,
) -> Result<Option<RoundInput>, ActionError> {
    match put_together(act, round).await {
        Ok(input) => Ok(Some(input)),
        Err(ActionError::Hold(Hold::NoHomes | Hold::NoAreas)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether a rule forbids the pair by what is known now: the file or the home changed after
/// the proposal. Somebody who is no longer waiting, or a home no longer open, is not in the
/// input and is told of by itself.
fn forbidden_in(now: &RoundInput, pair: &Pair) -> bool {
    let candidate = now.candidates.iter().position(|it| it.reference == pair.reference);
    let home = now.homes.iter().position(|it| it.vacancy == pair.vacancy);
    candidate.zip(home).is_some_and(|(candidate, home)| {
        let verdict = sleutel_placement::judge(now, candidate, home);
        matches!(verdict, PairVerdict::Refused(_))
    })
}

/// What a household weighs by what is known now; by what was known when it was proposed,
/// when it is no longer waiting.
fn points(now: Option<&RoundInput>, then: &RoundInput, reference: &Reference) -> u32 {
    let weighed = |input: &RoundInput| {
        let candidate = input.candidates.iter().find(|it| it.reference == *reference)?;
        Some(input.load_points(candidate))
    };
    now.and_then(weighed).or_else(|| weighed(then)).unwrap_or(0)
}

/// What is left for groups and areas while several lines are agreed.
struct Room {
    groups: BTreeMap<String, Option<u32>>,
    tree: numbers::Tree,
}

impl Room {
    async fn read(act: &mut Act<'_>, round: &RoundRow) -> Result<Self, ActionError> {
        let programme = act.programme;
        let year = round.held_on.year();
        let areas = homes::areas(&mut act.tx, programme, false).await?;
        let complexes = homes::complexes(&mut act.tx, programme).await?;
        let tree = numbers::tree(&mut act.tx, programme, year, &areas, &complexes).await?;
        let groups = numbers::group_years(&mut act.tx, programme, year)
            .await?
            .into_iter()
            .map(|it| (it.group.code.to_string(), it.share.agreed.room()))
            .collect();
        Ok(Self { groups, tree })
    }

    /// Takes one place for a household that weighs so many points, or says that there is
    /// none, or that the part of the city cannot carry it.
    fn take(&mut self, row: &DecisionRow, input: &RoundInput, points: u32) -> Result<(), Hold> {
        let full = || Hold::NoRoomLeft { vacancy: row.vacancy.clone() };
        let group = self.groups.get_mut(row.group.as_str());
        if let Some(Some(0)) = group {
            return Err(full());
        }
        let place = input
            .homes
            .iter()
            .find(|home| home.vacancy == row.vacancy)
            .and_then(|home| input.nodes.get(home.node))
            .map(|node| &node.place);
        let at = place.and_then(|place| self.tree.index.get(place).copied());
        if let Some(at) = at {
            if self.tree.room(at) == Some(0) {
                return Err(full());
            }
            let path: Vec<usize> = self.tree.path(at).collect();
            let carries = |at: &usize| {
                let load = self.tree.nodes.get(*at).and_then(|node| node.load);
                load.is_none_or(|it| it.carried.saturating_add(points) <= it.upper)
            };
            if !path.iter().all(carries) {
                return Err(Hold::TooMuchLoad { vacancy: row.vacancy.clone() });
            }
            for at in path {
                if let Some(node) = self.tree.nodes.get_mut(at) {
                    node.agreed.realised += 1;
                    if let Some(load) = &mut node.load {
                        load.carried = load.carried.saturating_add(points);
                    }
                }
            }
        }
        if let Some(Some(room)) = group {
            *room -= 1;
        }
        Ok(())
    }
}

async fn held(
    act: &mut Act<'_>,
    programme: Id<Programme>,
    row: &DecisionRow,
) -> Result<Option<Hold>, ActionError> {
    let theirs = rows::decisions_of_household(&mut act.tx, programme, &row.reference).await?;
    if theirs.iter().any(|it| it.round == row.round && it.vacancy == row.vacancy) {
        return Ok(Some(Hold::AlreadyDecided));
    }
    // Told here, line by line: the index of the database would refuse all lines at once.
    if row.verdict == Verdict::Agreed && theirs.iter().any(|it| it.verdict == Verdict::Agreed) {
        return Ok(Some(Hold::HouseholdPlaced { reference: row.reference.clone() }));
    }
    let vacancy =
        homes::vacancy(&mut act.tx, programme, &row.vacancy).await?.ok_or(ActionError::NotFound)?;
    let file = participants::file(&mut act.tx, programme, &row.reference)
        .await?
        .ok_or(ActionError::NotFound)?;
    Ok(match (vacancy.status, &file.readiness, row.verdict) {
        (VacancyStatus::Decided, _, _) => Some(Hold::HomeTaken { vacancy: row.vacancy.clone() }),
        (VacancyStatus::Withdrawn, _, _) => {
            Some(Hold::HomeNotOpen { vacancy: row.vacancy.clone() })
        }
        (_, Readiness::Placed { .. }, _) => {
            Some(Hold::HouseholdPlaced { reference: row.reference.clone() })
        }
        (_, Readiness::Preparing | Readiness::Paused { .. }, Verdict::Agreed) => {
            Some(Hold::HouseholdNotReady { reference: row.reference.clone() })
        }
        (VacancyStatus::Open, _, _) => None,
    })
}

async fn one(
    act: &mut Act<'_>,
    row: &DecisionRow,
    room: &mut Room,
    input: &RoundInput,
    points: u32,
) -> Result<Option<Hold>, ActionError> {
    let programme = act.programme;
    if let Some(hold) = held(act, programme, row).await? {
        return Ok(Some(hold));
    }
    if row.verdict == Verdict::Agreed {
        if let Err(hold) = room.take(row, input, points) {
            return Ok(Some(hold));
        }
        homes::set_vacancy_status(
            &mut act.tx,
            programme,
            &row.vacancy,
            VacancyStatus::Open,
            VacancyStatus::Decided,
        )
        .await?;
        let placed = Readiness::Placed { on: act.today() };
        participants::set_readiness(
            &mut act.tx,
            programme,
            &row.reference,
            &placed,
            &row.actor,
            act.at,
        )
        .await?;
    }
    rows::add_decision(&mut act.tx, programme, row).await?;
    let detail = json!({
        "verdict": row.verdict.code(), "vacancy": row.vacancy.as_str(),
        "reason": row.reason.as_str(), "round": row.round.to_string(),
    });
    act.log("participant", row.reference.as_str(), &detail).await?;
    Ok(None)
}

/// Takes a decision back: the home is open again and the household ready again, with the
/// date it had.
pub async fn undo(app: &App, who: &Who, id: Id<Round>, decision: Uuid) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::Decide).await?;
    let programme = act.programme;
    audit::take_head(&mut act.tx, programme).await?;
    let round = round_row(&mut act, id).await?;
    open(&round)?;
    let standing = rows::active_decisions(&mut act.tx, programme, id).await?;
    let row = standing.into_iter().find(|it| it.id == decision).ok_or(Hold::NoDecision)?;
    let (provider, worker) = subject_of(&mut act, &row.reference).await?;
    act.require(
        Action::Decide,
        Subject { organisation: Some(&provider), worker: worker.as_deref() },
    )?;
    let label = who.label();
    rows::undo_decision(&mut act.tx, programme, decision, &label, act.at)
        .await?
        .ok_or(Hold::NoDecision)?;
    if row.verdict == Verdict::Agreed {
        not_on_offer_again(&mut act, &row.vacancy).await?;
        homes::set_vacancy_status(
            &mut act.tx,
            programme,
            &row.vacancy,
            VacancyStatus::Decided,
            VacancyStatus::Open,
        )
        .await?;
        let ready = ready_before(&mut act, &row.reference).await?;
        participants::set_readiness(&mut act.tx, programme, &row.reference, &ready, &label, act.at)
            .await?;
    }
    let detail = json!({
        "undone": row.verdict.code(), "vacancy": row.vacancy.as_str(), "round": id.to_string(),
    });
    act.log("participant", row.reference.as_str(), &detail).await?;
    act.commit().await
}

/// A home that was put on offer again since the decision would be open twice, and go twice.
async fn not_on_offer_again(act: &mut Act<'_>, code: &VacancyCode) -> Result<(), ActionError> {
    let programme = act.programme;
    let vacancy =
        homes::vacancy(&mut act.tx, programme, code).await?.ok_or(ActionError::NotFound)?;
    let open = homes::open_vacancies(&mut act.tx, programme).await?;
    match open.into_iter().find(|it| it.dwelling == vacancy.dwelling) {
        Some(other) => Err(Hold::VacancyOpen { vacancy: other.code }.into()),
        None => Ok(()),
    }
}

async fn ready_before(act: &mut Act<'_>, reference: &Reference) -> Result<Readiness, ActionError> {
    let programme = act.programme;
    let file = participants::file(&mut act.tx, programme, reference)
        .await?
        .ok_or(ActionError::NotFound)?;
    let since = participants::history(&mut act.tx, programme, file.id)
        .await?
        .into_iter()
        .find(|version| version.snapshot.readiness == "ready")
        .and_then(|version| version.snapshot.readiness_since);
    Ok(Readiness::Ready { since: since.unwrap_or_else(|| act.today()) })
}
