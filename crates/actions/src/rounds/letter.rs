use serde_json::json;
use sleutel_domain::{
    Id, Reference,
    placement::{Candidate, PairVerdict, Placement, Round, Unplaced},
};
use sleutel_store::{
    participants,
    placement::{self as rows, DecisionRow, ProposalRow, RoundRow},
};

use super::{lot::PersonLot, manage::round_row, why::Source};
use crate::{
    ActionError, App, Who,
    participants::subject_of,
    policy::{Action, Subject},
};

/// What somebody has to be allowed to write a letter: it tells what came out for a
/// person, what is in the file, and whom it is to.
pub(super) const NEEDED: [Action; 3] =
    [Action::SeeProposal, Action::SeeParticipant, Action::SeeIdentity];

/// What a letter to one person about one round tells of.
#[derive(Debug, Clone)]
pub struct LetterView {
    /// The round.
    pub round: RoundRow,
    /// The proposal it is about: the newest.
    pub proposal: ProposalRow,
    /// The name of the head.
    pub name: String,
    /// What the engine was told of the household.
    pub candidate: Candidate,
    /// With how many others it moves together.
    pub together: usize,
    /// How many homes were to be shared out.
    pub homes: usize,
    /// How many of them the rules allowed.
    pub possible: usize,
    /// Its line, when a home was proposed.
    pub placement: Option<Placement>,
    /// What was decided on that line.
    pub decision: Option<DecisionRow>,
    /// Why not, with the first change that would help, when none was.
    pub unplaced: Option<Unplaced>,
    /// Weeks it had waited on the day of the round.
    pub weeks: u32,
    /// Its lot.
    pub lot: Option<PersonLot>,
    /// The number the lots were drawn from.
    pub seed: u64,
}

/// What a letter to somebody about the newest proposal of a round tells of. The first
/// change that would help is looked for, which takes about as long as a proposal the first
/// time. Nobody who is not in the proposal gets one.
pub async fn letter(
    app: &App,
    who: &Who,
    id: Id<Round>,
    reference: &Reference,
) -> Result<LetterView, ActionError> {
    let mut act = app.begin(who, Action::SeeProposal).await?;
    let programme = act.programme;
    let round = round_row(&mut act, id).await?;
    let (provider, worker) = subject_of(&mut act, reference).await?;
    let subject = Subject { organisation: Some(&provider), worker: worker.as_deref() };
    for action in NEEDED {
        act.require(action, subject).map_err(|_| ActionError::NotFound)?;
    }
    let newest = rows::proposals(&mut act.tx, programme, id).await?.into_iter().next();
    let proposal = newest.ok_or(ActionError::NotFound)?;
    let solved = app.cache.get(&mut act.tx, programme, proposal.id).await?;
    let input = &solved.input;
    let candidate = input.candidates.iter().find(|it| it.reference == *reference).cloned();
    let candidate = candidate.ok_or(ActionError::NotFound)?;
    let brief = participants::briefs(&mut act.tx, programme, &[reference])
        .await?
        .remove(reference)
        .ok_or(ActionError::NotFound)?;
    let decisions = rows::active_decisions(&mut act.tx, programme, id).await?;
    let detail = json!({ "round": id.to_string(), "letter": proposal.number });
    act.log("participant", reference.as_str(), &detail).await?;
    act.commit().await?;
    let together =
        input.together.iter().filter(|it| it.one == *reference || it.other == *reference).count();
    let (homes, seed) = (input.homes.len(), input.seed);
    let weeks = sleutel_placement::weeks_waited(input, &candidate);
    let (source, wanted) = (Source::Solved(solved), reference.clone());
    let found = tokio::task::spawn_blocking(move || source.answer(&wanted, true))
        .await
        .map_err(|cause| ActionError::Internal(cause.to_string()))?;
    let decision = found.placement.as_ref().and_then(|line| {
        decisions.into_iter().find(|it| it.reference == *reference && it.vacancy == line.vacancy)
    });
    let possible = found.verdicts.iter().filter(|(_, it)| matches!(it, PairVerdict::Fits)).count();
    Ok(LetterView {
        round,
        proposal,
        name: format!("{} {}", brief.given, brief.family),
        candidate,
        together,
        homes,
        possible,
        placement: found.placement,
        decision,
        unplaced: found.unplaced,
        weeks,
        lot: found.lot,
        seed,
    })
}
