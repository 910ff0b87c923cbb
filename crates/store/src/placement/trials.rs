use jiff::Timestamp;
use sleutel_domain::{
    Id, Phrase,
    access::Programme,
    placement::{Round, StoredProposal},
};
use uuid::Uuid;

use super::proposals::{self, NewProposal, ProposalRow, pack};
use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, time},
};

/// A proposal made with other numbers than those agreed, to see what would come of it. It
/// lives beside the proposals, never among them: no decision can name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrialRow {
    /// What was made, as of a proposal. Its number counts trials, from 1 within the round.
    pub made: ProposalRow,
    /// What people call it.
    pub name: Phrase,
    /// The proposal whose input it takes, but for the numbers.
    pub of: Id<StoredProposal>,
    /// Which numbers are others, as JSON.
    pub changes: String,
}

/// Keeps a trial with its input and its outcome.
pub async fn add_trial(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &TrialRow,
    input: &[u8],
    outcome: &[u8],
) -> Result<(), StoreError> {
    let made = &row.made;
    let new = NewProposal { row: made, input, outcome };
    exec!(
        tx,
        "insert into trial (id, programme, round, number, name, proposal, changes, at, actor, \
         engine, fingerprint, proven, placed, unplaced, empty, input, outcome) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        made.id.uuid(),
        programme.uuid(),
        made.round.uuid(),
        made.number,
        row.name.as_str(),
        row.of.uuid(),
        row.changes.as_str(),
        time(made.at)?,
        made.actor.as_str(),
        made.engine.as_str(),
        made.fingerprint.as_str(),
        made.proven,
        made.placed,
        made.unplaced,
        made.empty,
        pack("input", new.input)?,
        pack("outcome", new.outcome)?
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    made: proposals::Row,
    name: String,
    proposal: Uuid,
    changes: String,
}

impl Row {
    fn into_row(self) -> Result<TrialRow, StoreError> {
        let made = self.made.into_row();
        let key = made.id.to_string();
        let at = At { table: "trial", key: &key };
        Ok(TrialRow {
            name: at.read("name", self.name, |it| Phrase::new(it).ok())?,
            of: Id::new(self.proposal),
            changes: self.changes,
            made,
        })
    }
}

/// The trials of a round that are kept, newest first.
pub async fn trials(
    tx: &mut Tx,
    programme: Id<Programme>,
    round: Id<Round>,
) -> Result<Vec<TrialRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select id, round, number, name, proposal, changes, at, actor, engine, fingerprint, \
         proven, placed, unplaced, empty from trial \
         where programme = $1 and round = $2 and thrown_away_at is null order by number desc",
        programme.uuid(),
        round.uuid()
    )?;
    rows.into_iter().map(Row::into_row).collect()
}

/// The number the next trial of a round gets. Those thrown away count too: a number in the
/// log never means two things.
pub async fn next_trial(
    tx: &mut Tx,
    programme: Id<Programme>,
    round: Id<Round>,
) -> Result<i64, StoreError> {
    let (last,): (Option<i64>,) = run!(
        tx,
        (Option<i64>,),
        fetch_one,
        "select max(number) from trial where programme = $1 and round = $2",
        programme.uuid(),
        round.uuid()
    )?;
    Ok(last.unwrap_or(0) + 1)
}

/// Throws a trial away: its input and outcome are emptied, so that nothing about a person
/// stays in it. `false` when it was thrown away already or never was.
pub async fn throw_away_trial(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<StoredProposal>,
    actor: &str,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let touched = exec!(
        tx,
        "update trial set thrown_away_at = $3, thrown_away_by = $4, input = $5, outcome = $5 \
         where programme = $1 and id = $2 and thrown_away_at is null",
        programme.uuid(),
        id.uuid(),
        time(at)?,
        actor,
        Vec::<u8>::new()
    )?;
    Ok(touched > 0)
}

/// The trial with this identifier, when it is kept.
pub async fn trial(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<StoredProposal>,
) -> Result<Option<TrialRow>, StoreError> {
    let row = run!(
        tx,
        Row,
        fetch_optional,
        "select id, round, number, name, proposal, changes, at, actor, engine, fingerprint, \
         proven, placed, unplaced, empty from trial \
         where programme = $1 and id = $2 and thrown_away_at is null",
        programme.uuid(),
        id.uuid()
    )?;
    row.map(Row::into_row).transpose()
}
