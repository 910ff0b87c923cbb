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
    room::{Links, Room},
    tell,
};
use crate::{
    ActionError, App, Denied, Hold, Who,
    act::{Act, new_uuid},
    cases,
    fields::Fields,
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
/// transaction. Households that move together are agreed together or not at all. Agreeing takes the home out of the open ones and marks the household
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
    let mut lines: Vec<Line> = Vec::new();
    for pair in pairs {
        let (provider, worker) = subject_of(&mut act, &pair.reference).await?;
        act.require(
            Action::Decide,
            Subject { organisation: Some(&provider), worker: worker.as_deref() },
        )?;
        let proposed = solved
            .proposal
            .placements
            .iter()
            .any(|it| it.candidate == pair.reference && it.vacancy == pair.vacancy);
        let group = group_of(&solved.input, &pair.reference).filter(|_| proposed);
        let held = if group.is_none() {
            Some(Hold::NotALine)
        } else if lines.iter().any(|it| it.pair == *pair) {
            Some(Hold::AlreadyDecided)
        } else if now.as_ref().is_some_and(|now| forbidden_in(now, pair)) {
            Some(Hold::NoLongerFits { reference: pair.reference.clone() })
        } else {
            None
        };
        let row = group.map(|group| DecisionRow {
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
        });
        let points = points(now.as_ref(), &solved.input, &pair.reference);
        lines.push(Line { pair: pair.clone(), row, points, held });
    }
    let deciding: Vec<Pair> = pairs.to_vec();
    let links = Links::new(now.as_ref(), &deciding);
    for at in 0..lines.len() {
        let company = links.company(at);
        // All lines of a company are taken with the first of them.
        if company.first() != Some(&at) {
            continue;
        }
        together(&mut act, &mut lines, &company, &links, &mut room, &solved.input).await?;
    }
    let kept: Vec<Pair> =
        lines.iter().filter(|it| it.held.is_none()).map(|it| it.pair.clone()).collect();
    tell::decided(&mut act, id, verdict, &kept).await?;
    act.commit().await?;
    Ok(lines.into_iter().map(|it| Outcome { pair: it.pair, held: it.held }).collect())
}

/// A line on its way to a decision; without a row it is no line of the proposal.
struct Line {
    pair: Pair,
    row: Option<DecisionRow>,
    points: u32,
    held: Option<Hold>,
}

/// Decides the lines of households that move together: all of them, or none and each is told
/// why. Somebody who moves with nobody is a company of one.
async fn together(
    act: &mut Act<'_>,
    lines: &mut [Line],
    company: &[usize],
    links: &Links<'_>,
    room: &mut Room,
    input: &RoundInput,
) -> Result<(), ActionError> {
    let programme = act.programme;
    let mut left = room.clone();
    for &at in company {
        let Some(line) = lines.get_mut(at) else { continue };
        let Some(row) = line.row.as_ref().filter(|_| line.held.is_none()) else { continue };
        line.held = held(act, programme, row).await?;
        if line.held.is_none() && row.verdict == Verdict::Agreed {
            line.held = left.take(row, input, line.points).err();
        }
        if line.held.is_none() {
            line.held = links.hold(at);
        }
    }
    let held = company.iter().find(|at| lines.get(**at).is_some_and(|it| it.held.is_some()));
    if let Some(other) = held.and_then(|at| lines.get(*at)).map(|it| it.pair.reference.clone()) {
        for &at in company {
            if let Some(line) = lines.get_mut(at).filter(|it| it.held.is_none()) {
                let (reference, other) = (line.pair.reference.clone(), other.clone());
                line.held = Some(Hold::MovesTogether { reference, other });
            }
        }
        return Ok(());
    }
    *room = left;
    for &at in company {
        if let Some(row) = lines.get(at).and_then(|it| it.row.as_ref()) {
            keep(act, row).await?;
        }
    }
    Ok(())
}

/// What the round would be made from at this moment; `None` when no home of it is open any
/// more, which every line is then told by itself.
pub(crate) async fn as_it_is_now(
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
    if file.goes_on_as.is_some() && row.verdict == Verdict::Agreed {
        return Ok(Some(Hold::HouseholdNotReady { reference: row.reference.clone() }));
    }
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
        (VacancyStatus::Open, _, Verdict::Agreed) => {
            cases::may_be_offered(act, &row.reference, &row.vacancy).await?.err()
        }
        (VacancyStatus::Open, _, Verdict::Rejected) => None,
    })
}

/// Agrees one pair by itself, or says what holds it: it may have to move with others.
pub(crate) async fn one(
    act: &mut Act<'_>,
    row: &DecisionRow,
    now: Option<&RoundInput>,
    room: &mut Room,
    input: &RoundInput,
) -> Result<Option<Hold>, ActionError> {
    let programme = act.programme;
    if let Some(hold) = held(act, programme, row).await? {
        return Ok(Some(hold));
    }
    let pair = Pair { reference: row.reference.clone(), vacancy: row.vacancy.clone() };
    if let Some(hold) = moves_with_others(now, &pair) {
        return Ok(Some(hold));
    }
    if let Err(hold) = room.take(row, input, points(now, input, &row.reference)) {
        return Ok(Some(hold));
    }
    keep(act, row).await?;
    Ok(None)
}

/// Whether a household has to move with others, who are not in this pair.
pub(crate) fn moves_with_others(now: Option<&RoundInput>, pair: &Pair) -> Option<Hold> {
    let alone = std::slice::from_ref(pair);
    Links::new(now, alone).hold(0)
}

/// Lets an agreement stand again that fell away by a mistake: still that of who agreed it, on the
/// day they did. The road has its answer already and is offered nothing. Held when the room was
/// given away since.
pub(crate) async fn put_back(act: &mut Act<'_>, row: DecisionRow) -> Result<(), ActionError> {
    let programme = act.programme;
    let round = round_row(act, row.round).await?;
    let solved = act.app.cache.get(&mut act.tx, programme, row.proposal).await?;
    let now = as_it_is_now(act, &round).await?;
    let points = points(now.as_ref(), &solved.input, &row.reference);
    Room::read(act, &round).await?.take(&row, &solved.input, points)?;
    taken(act, &row).await?;
    rows::add_decision(&mut act.tx, programme, &row).await?;
    let detail = json!({ "stands-again": row.vacancy.as_str(), "round": row.round.to_string() });
    act.log("participant", row.reference.as_str(), &detail).await
}

/// The home is no longer open, and the household waits no longer.
async fn taken(act: &mut Act<'_>, row: &DecisionRow) -> Result<(), ActionError> {
    let programme = act.programme;
    homes::set_vacancy_status(
        &mut act.tx,
        programme,
        &row.vacancy,
        VacancyStatus::Open,
        VacancyStatus::Decided,
    )
    .await?;
    let (placed, label) = (Readiness::Placed { on: act.today() }, act.who.label());
    participants::set_readiness(&mut act.tx, programme, &row.reference, &placed, &label, act.at)
        .await?;
    Ok(())
}

/// Writes a decision down. An agreed home becomes an offer on the road the household is on.
async fn keep(act: &mut Act<'_>, row: &DecisionRow) -> Result<(), ActionError> {
    let programme = act.programme;
    if row.verdict == Verdict::Agreed {
        taken(act, row).await?;
        if let Some(offering) = cases::may_be_offered(act, &row.reference, &row.vacancy).await?? {
            cases::offered(act, offering).await?;
        }
    }
    rows::add_decision(&mut act.tx, programme, row).await?;
    let detail = json!({
        "verdict": row.verdict.code(), "vacancy": row.vacancy.as_str(),
        "round": row.round.to_string(),
    });
    act.log("participant", row.reference.as_str(), &detail).await
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
        cases::take_offer_back(&mut act, &row.reference, &row.vacancy, &row.reason).await?;
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
    tell::undone(&mut act, &row, (&provider, worker.as_deref())).await?;
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

/// Ready again, since the day it was before.
pub(crate) async fn ready_before(
    act: &mut Act<'_>,
    reference: &Reference,
) -> Result<Readiness, ActionError> {
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
