use std::sync::Arc;

use serde_json::json;
use sleutel_domain::{
    Id,
    placement::{Proposal, Round, RoundInput, StoredProposal},
};
use sleutel_exchange::stored;
use sleutel_placement::{Changes, propose_in_full};
use sleutel_store::placement::{self as rows, NewProposal, ProposalRow, RoundStatus};

use super::{
    cache::Solved,
    manage::{open, round_row},
    put_together::put_together,
};
use crate::{
    ActionError, App, Hold, Who,
    act::{Act, new_uuid},
    policy::Action,
};

/// What comes out of the engine and the checker together.
pub(super) struct Worked {
    pub(super) input: RoundInput,
    pub(super) proposal: Proposal,
    pub(super) stored_input: Vec<u8>,
    pub(super) outcome: Vec<u8>,
}

pub(super) fn work(input: RoundInput) -> Result<Worked, ActionError> {
    let proposal = propose_in_full(&input, Changes::NONE).map_err(Hold::Input)?;
    let violations = sleutel_placement_check::check(&input, &proposal);
    if !violations.is_empty() {
        return Err(ActionError::Unsound(violations));
    }
    let stored_input = stored::to_json(&input);
    let outcome = stored::proposal_to_json(&proposal);
    Ok(Worked { input, proposal, stored_input, outcome })
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// What is kept of it beside input and outcome.
pub(super) fn row_of(act: &Act<'_>, round: Id<Round>, number: i64, worked: &Worked) -> ProposalRow {
    let proposal = &worked.proposal;
    ProposalRow {
        id: Id::new(new_uuid()),
        round,
        number,
        at: act.at,
        actor: act.who.label(),
        engine: proposal.engine.clone(),
        fingerprint: stored::fingerprint(&worked.stored_input),
        proven: proposal.proven(),
        placed: count(proposal.placements.len()),
        unplaced: count(proposal.unplaced.len()),
        empty: count(proposal.empty.len()),
    }
}

/// Proposes who could live where, checks the answer, and keeps it with its input.
/// `seen` is the version of the round that was looked at: when somebody else proposed,
/// pinned or changed the homes in the meantime, nothing is done and they are told.
pub async fn propose(
    app: &App,
    who: &Who,
    id: Id<Round>,
    seen: i64,
) -> Result<Id<StoredProposal>, ActionError> {
    let mut look = app.look(who, Action::Propose).await?;
    let round = round_row(&mut look, id).await?;
    open(&round)?;
    if round.version != seen {
        return Err(ActionError::Changed);
    }
    let input = put_together(&mut look, &round).await?;
    drop(look);
    let worked = tokio::task::spawn_blocking(move || work(input))
        .await
        .map_err(|cause| ActionError::Internal(cause.to_string()))??;
    let mut act = app.begin(who, Action::Propose).await?;
    let programme = act.programme;
    rows::advance_round(&mut act.tx, programme, id, seen, RoundStatus::Open).await?;
    let number =
        rows::proposals(&mut act.tx, programme, id).await?.first().map_or(0, |it| it.number) + 1;
    let row = row_of(&act, id, number, &worked);
    let new = NewProposal { row: &row, input: &worked.stored_input, outcome: &worked.outcome };
    rows::add_proposal(&mut act.tx, programme, &new).await?;
    let mut detail = json!({
        "proposal": number, "placed": row.placed, "fingerprint": row.fingerprint,
    });
    // From here on anybody can work the lots out, so the log says what they came from.
    if rows::show_lot(&mut act.tx, programme, id, act.at).await? {
        detail["lot"] = json!({ "seed": round.lot.seed(), "salt": round.lot.salt() });
    }
    act.log("round", &id.to_string(), &detail).await?;
    act.commit().await?;
    app.cache.put(row.id, Arc::new(Solved::new(worked.input, worked.proposal)));
    Ok(row.id)
}

/// Every proposal of a round, newest first, without its lines.
pub async fn proposals(
    app: &App,
    who: &Who,
    round: Id<Round>,
) -> Result<Vec<ProposalRow>, ActionError> {
    let mut act = app.look(who, Action::SeeRounds).await?;
    let programme = act.programme;
    Ok(rows::proposals(&mut act.tx, programme, round).await?)
}
