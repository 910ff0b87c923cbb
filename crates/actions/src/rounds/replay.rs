//! A stored proposal once more: worked out again, and gone over by the checker.

use sleutel_domain::{
    Id,
    placement::{GoalReached, StoredProposal},
};
use sleutel_exchange::stored;
use sleutel_placement_check::Violation;
use sleutel_store::placement as rows;

use super::propose::work;
use crate::{ActionError, App, Who, policy::Action};

/// What a replay showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replayed {
    /// The stored input gives the stored answer again, to the last bit.
    pub same: bool,
    /// The stored input is the one the fingerprint was taken of.
    pub input_whole: bool,
    /// Name and version of the engine that made the proposal.
    pub engine_then: String,
    /// Those of the engine that worked it out again.
    pub engine_now: &'static str,
}

impl Replayed {
    /// The same engine, the same input, the same answer.
    pub fn sound(&self) -> bool {
        self.same && self.input_whole
    }

    /// Whether another version of the engine worked it out again: then another answer
    /// need not be a fault.
    pub fn other_engine(&self) -> bool {
        self.engine_then != self.engine_now
    }
}

/// What the checker showed, from the stored input and the stored answer alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Everything wrong; empty when it is sound.
    pub violations: Vec<Violation>,
    /// The goals in order, with what each reached and the bound.
    pub goals: Vec<GoalReached>,
    /// Households placed.
    pub placed: usize,
    /// Name and version of the engine that made it.
    pub engine: String,
}

/// What is stored of one proposal or trial.
struct Kept {
    input: Vec<u8>,
    outcome: Vec<u8>,
    engine: String,
    fingerprint: String,
}

async fn kept(app: &App, who: &Who, proposal: Id<StoredProposal>) -> Result<Kept, ActionError> {
    let mut act = app.look(who, Action::SeeRounds).await?;
    let programme = act.programme;
    let row = match rows::proposal(&mut act.tx, programme, proposal).await? {
        Some(row) => row,
        None => {
            let trial = rows::trial(&mut act.tx, programme, proposal).await?;
            trial.ok_or(ActionError::NotFound)?.made
        }
    };
    let input = rows::stored_input(&mut act.tx, programme, proposal).await?;
    let outcome = rows::outcome(&mut act.tx, programme, proposal).await?;
    let (Some(input), Some(outcome)) = (input, outcome) else { return Err(ActionError::NotFound) };
    Ok(Kept { input, outcome, engine: row.engine, fingerprint: row.fingerprint })
}

async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ActionError> + Send + 'static,
) -> Result<T, ActionError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|cause| ActionError::Internal(cause.to_string()))?
}

fn unreadable(error: &stored::StoredError) -> ActionError {
    ActionError::Internal(error.to_string())
}

/// Whether the stored input gives the stored answer again, bit for bit.
pub async fn replay(
    app: &App,
    who: &Who,
    proposal: Id<StoredProposal>,
) -> Result<Replayed, ActionError> {
    let kept = kept(app, who, proposal).await?;
    apart(move || {
        let input_whole = stored::fingerprint(&kept.input) == kept.fingerprint;
        let input = stored::from_json(&kept.input).map_err(|error| unreadable(&error))?;
        let again = work(input)?.outcome;
        // Kept in an older written form, the same answer has other bytes.
        let kept_now = stored::proposal_from_json(&kept.outcome)
            .map(|proposal| stored::proposal_to_json(&proposal))
            .map_err(|error| unreadable(&error))?;
        let same = again == kept_now;
        let engine_now = sleutel_placement::ENGINE;
        Ok(Replayed { same, input_whole, engine_then: kept.engine, engine_now })
    })
    .await
}

/// What the checker says of a stored proposal.
pub async fn check(
    app: &App,
    who: &Who,
    proposal: Id<StoredProposal>,
) -> Result<Checked, ActionError> {
    let kept = kept(app, who, proposal).await?;
    apart(move || {
        let input = stored::from_json(&kept.input).map_err(|error| unreadable(&error))?;
        let proposal =
            stored::proposal_from_json(&kept.outcome).map_err(|error| unreadable(&error))?;
        Ok(Checked {
            violations: sleutel_placement_check::check(&input, &proposal),
            placed: proposal.placements.len(),
            goals: proposal.goals,
            engine: proposal.engine,
        })
    })
    .await
}
