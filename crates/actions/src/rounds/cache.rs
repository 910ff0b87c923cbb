use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use sleutel_domain::{
    Id, Reference,
    access::Programme,
    placement::{Change, Proposal, RoundInput, StoredProposal},
};
use sleutel_exchange::stored;
use sleutel_store::{Tx, placement as rows};
use uuid::Uuid;

use crate::ActionError;

/// How many proposals are kept at hand. One of a city takes some megabytes.
const KEPT: usize = 8;

/// A stored proposal, read. It never changes, so it may be kept by any replica.
#[derive(Debug)]
pub struct Solved {
    /// What it was made from.
    pub input: RoundInput,
    /// What was proposed.
    pub proposal: Proposal,
    /// First changes looked for so far.
    changes: Mutex<BTreeMap<Reference, Option<Change>>>,
}

impl Solved {
    pub(crate) fn new(input: RoundInput, proposal: Proposal) -> Self {
        Self { input, proposal, changes: Mutex::default() }
    }

    /// The first change that would help somebody; each is looked for once. Takes about as
    /// long as a proposal: call it on a thread of its own.
    pub(crate) fn first_change(&self, reference: &Reference) -> Option<Change> {
        let lock = || self.changes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(change) = lock().get(reference) {
            return change.clone();
        }
        let change = sleutel_placement::first_change(&self.input, &self.proposal, reference);
        lock().insert(reference.clone(), change.clone());
        change
    }
}

/// Proposals read lately, oldest out first.
#[derive(Debug, Default)]
pub struct Cache {
    kept: Mutex<Vec<(Uuid, Arc<Solved>)>>,
}

impl Cache {
    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<(Uuid, Arc<Solved>)>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn put(&self, id: Id<StoredProposal>, solved: Arc<Solved>) {
        let mut kept = self.lock();
        kept.retain(|(key, _)| *key != id.uuid());
        if kept.len() >= KEPT {
            kept.remove(0);
        }
        kept.push((id.uuid(), solved));
    }

    /// Forgets what is kept no longer.
    pub(crate) fn forget(&self, id: Id<StoredProposal>) {
        self.lock().retain(|(key, _)| *key != id.uuid());
    }

    /// The proposal, from memory or from the database.
    pub(crate) async fn get(
        &self,
        tx: &mut Tx,
        programme: Id<Programme>,
        id: Id<StoredProposal>,
    ) -> Result<Arc<Solved>, ActionError> {
        let found = self.lock().iter().find(|(key, _)| *key == id.uuid()).map(|(_, it)| it.clone());
        if let Some(solved) = found {
            return Ok(solved);
        }
        let input = rows::stored_input(tx, programme, id).await?.ok_or(ActionError::NotFound)?;
        let outcome = rows::outcome(tx, programme, id).await?.ok_or(ActionError::NotFound)?;
        let solved = tokio::task::spawn_blocking(move || read(&input, &outcome))
            .await
            .map_err(|cause| ActionError::Internal(cause.to_string()))??;
        let solved = Arc::new(solved);
        self.put(id, solved.clone());
        Ok(solved)
    }
}

fn read(input: &[u8], outcome: &[u8]) -> Result<Solved, ActionError> {
    let broken = |error: stored::StoredError| ActionError::Internal(error.to_string());
    Ok(Solved::new(
        stored::from_json(input).map_err(broken)?,
        stored::proposal_from_json(outcome).map_err(broken)?,
    ))
}
