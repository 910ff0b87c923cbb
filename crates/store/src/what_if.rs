//! What-ifs over years: what was asked, on which assumptions, and what came of it.

use jiff::Timestamp;
use sleutel_domain::{Id, Phrase, access::Programme};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    placement::{pack, unpack},
    rows::{At, time},
};

/// A what-if that is kept.
#[derive(Debug)]
pub enum WhatIf {}

/// How far a what-if is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhatIfState {
    /// It is to be worked out, or is being worked out now; which of the two, only the process
    /// that does it knows.
    Waiting,
    /// There is an outcome.
    Done,
    /// It went wrong.
    Failed,
}

impl WhatIfState {
    const ALL: [Self; 3] = [Self::Waiting, Self::Done, Self::Failed];

    fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }
}

/// What came of working it out a second time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIfCheck {
    /// When.
    pub at: Timestamp,
    /// Who asked for it.
    pub by: String,
    /// The engine it was done with.
    pub engine: String,
    /// The outcome was the same to the last bit.
    pub same: bool,
}

/// A what-if, without its input and outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIfRow {
    /// Its identifier.
    pub id: Id<WhatIf>,
    /// What people call it.
    pub name: Phrase,
    /// Who asked for it.
    pub actor: String,
    /// When it was asked for.
    pub at: Timestamp,
    /// The number the draws come from.
    pub seed: u64,
    /// Years played through.
    pub years: u32,
    /// How often each policy is played through.
    pub replications: u32,
    /// Whether each replication draws the assumptions from their ranges.
    pub uncertain: bool,
    /// The codes of the policies, the one the others are compared with first.
    pub policies: Vec<String>,
    /// The assumptions that are others than those the product comes with, as JSON.
    pub changes: String,
    /// Name and version of the engine.
    pub engine: String,
    /// The fingerprint of the table of assumptions the product came with.
    pub assumptions: String,
    /// How far it is.
    pub state: WhatIfState,
    /// The code of what went wrong.
    pub fault: Option<String>,
    /// When it was done or went wrong.
    pub ended_at: Option<Timestamp>,
    /// The fingerprint of the outcome; empty until there is one.
    pub fingerprint: String,
    /// The last time it was worked out again.
    pub checked: Option<WhatIfCheck>,
}

/// Keeps a what-if that is to be worked out, with its input.
pub async fn add_what_if(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &WhatIfRow,
    input: &[u8],
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into what_if (id, programme, name, actor, at, seed, years, replications, \
         uncertain, policies, changes, engine, assumptions, input, state, fingerprint, outcome) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, '', $16)",
        row.id.uuid(),
        programme.uuid(),
        row.name.as_str(),
        row.actor.as_str(),
        time(row.at)?,
        row.seed.to_string(),
        i64::from(row.years),
        i64::from(row.replications),
        row.uncertain,
        row.policies.join(","),
        row.changes.as_str(),
        row.engine.as_str(),
        row.assumptions.as_str(),
        pack("input", input)?,
        WhatIfState::Waiting.code(),
        Vec::<u8>::new()
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    actor: String,
    at: jiff_sqlx::Timestamp,
    seed: String,
    years: i64,
    replications: i64,
    uncertain: bool,
    policies: String,
    changes: String,
    engine: String,
    assumptions: String,
    state: String,
    fault: Option<String>,
    ended_at: Option<jiff_sqlx::Timestamp>,
    fingerprint: String,
    checked_at: Option<jiff_sqlx::Timestamp>,
    checked_by: Option<String>,
    checked_engine: Option<String>,
    checked_same: Option<bool>,
}

impl Row {
    fn into_row(self) -> Result<WhatIfRow, StoreError> {
        let key = self.id.to_string();
        let at = At { table: "what_if", key: &key };
        let checked = match (self.checked_at, self.checked_by, self.checked_engine) {
            (Some(when), Some(by), Some(engine)) => {
                let same = self.checked_same.unwrap_or(false);
                Some(WhatIfCheck { at: when.to_jiff(), by, engine, same })
            }
            _ => None,
        };
        let states = WhatIfState::ALL.into_iter();
        Ok(WhatIfRow {
            id: Id::new(self.id),
            name: at.read("name", self.name, |it| Phrase::new(it).ok())?,
            actor: self.actor,
            at: self.at.to_jiff(),
            seed: at.read("seed", self.seed, |it| it.parse().ok())?,
            years: at.small("years", self.years)?,
            replications: at.small("replications", self.replications)?,
            uncertain: self.uncertain,
            policies: self.policies.split(',').map(str::to_owned).collect(),
            changes: self.changes,
            engine: self.engine,
            assumptions: self.assumptions,
            state: at
                .read("state", self.state, |it| states.clone().find(|s| s.code() == it.as_str()))?,
            fault: self.fault,
            ended_at: self.ended_at.map(|it| it.to_jiff()),
            fingerprint: self.fingerprint,
            checked,
        })
    }
}

/// The what-ifs that are kept, newest first.
pub async fn what_ifs(tx: &mut Tx, programme: Id<Programme>) -> Result<Vec<WhatIfRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select id, name, actor, at, seed, years, replications, uncertain, policies, changes, \
         engine, assumptions, state, fault, ended_at, fingerprint, checked_at, checked_by, \
         checked_engine, checked_same from what_if \
         where programme = $1 and thrown_away_at is null order by at desc, id desc",
        programme.uuid()
    )?;
    rows.into_iter().map(Row::into_row).collect()
}

/// The what-if with this identifier, when it is kept.
pub async fn what_if(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<WhatIf>,
) -> Result<Option<WhatIfRow>, StoreError> {
    let row = run!(
        tx,
        Row,
        fetch_optional,
        "select id, name, actor, at, seed, years, replications, uncertain, policies, changes, \
         engine, assumptions, state, fault, ended_at, fingerprint, checked_at, checked_by, \
         checked_engine, checked_same from what_if \
         where programme = $1 and id = $2 and thrown_away_at is null",
        programme.uuid(),
        id.uuid()
    )?;
    row.map(Row::into_row).transpose()
}

/// The name of a what-if that was thrown away; `None` when it is kept or never was.
pub async fn thrown_away_what_if(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<WhatIf>,
) -> Result<Option<String>, StoreError> {
    let row = run!(
        tx,
        (String,),
        fetch_optional,
        "select name from what_if \
         where programme = $1 and id = $2 and thrown_away_at is not null",
        programme.uuid(),
        id.uuid()
    )?;
    Ok(row.map(|it| it.0))
}

/// Its input and its outcome as they were kept; the outcome is empty until it is done. `None`
/// when it is not kept.
pub async fn what_if_bytes(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<WhatIf>,
) -> Result<Option<(Vec<u8>, Vec<u8>)>, StoreError> {
    let row = run!(
        tx,
        (Vec<u8>, Vec<u8>),
        fetch_optional,
        "select input, outcome from what_if \
         where programme = $1 and id = $2 and thrown_away_at is null",
        programme.uuid(),
        id.uuid()
    )?;
    let Some((input, outcome)) = row else { return Ok(None) };
    let outcome = if outcome.is_empty() { Vec::new() } else { unpack("outcome", &outcome)? };
    Ok(Some((unpack("input", &input)?, outcome)))
}

/// Keeps what came of it. `false` when it was not waiting for that any more.
pub async fn finish_what_if(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<WhatIf>,
    at: Timestamp,
    (outcome, fingerprint): (&[u8], &str),
) -> Result<bool, StoreError> {
    let touched = exec!(
        tx,
        "update what_if set state = $3, ended_at = $4, outcome = $5, fingerprint = $6, \
         fault = null \
         where programme = $1 and id = $2 and state = $7 and thrown_away_at is null",
        programme.uuid(),
        id.uuid(),
        WhatIfState::Done.code(),
        time(at)?,
        pack("outcome", outcome)?,
        fingerprint,
        WhatIfState::Waiting.code()
    )?;
    Ok(touched > 0)
}

/// Keeps that it went wrong, with the code of why. `false` when it was not waiting any more.
pub async fn fail_what_if(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<WhatIf>,
    at: Timestamp,
    fault: &str,
) -> Result<bool, StoreError> {
    let touched = exec!(
        tx,
        "update what_if set state = $3, ended_at = $4, fault = $5 \
         where programme = $1 and id = $2 and state = $6 and thrown_away_at is null",
        programme.uuid(),
        id.uuid(),
        WhatIfState::Failed.code(),
        time(at)?,
        fault,
        WhatIfState::Waiting.code()
    )?;
    Ok(touched > 0)
}

/// Lets one that went wrong wait again. `false` when it is done or was never kept.
pub async fn retry_what_if(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<WhatIf>,
) -> Result<bool, StoreError> {
    let touched = exec!(
        tx,
        "update what_if set state = $3, ended_at = null, fault = null \
         where programme = $1 and id = $2 and state in ($3, $4) and thrown_away_at is null",
        programme.uuid(),
        id.uuid(),
        WhatIfState::Waiting.code(),
        WhatIfState::Failed.code()
    )?;
    Ok(touched > 0)
}

/// Keeps what working it out again came to. `false` when it is not kept.
pub async fn check_what_if(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<WhatIf>,
    check: &WhatIfCheck,
) -> Result<bool, StoreError> {
    let touched = exec!(
        tx,
        "update what_if set checked_at = $3, checked_by = $4, checked_engine = $5, \
         checked_same = $6 where programme = $1 and id = $2 and thrown_away_at is null",
        programme.uuid(),
        id.uuid(),
        time(check.at)?,
        check.by.as_str(),
        check.engine.as_str(),
        check.same
    )?;
    Ok(touched > 0)
}

/// Throws a what-if away, so that it can be put back. `false` when it was before.
pub async fn throw_away_what_if(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<WhatIf>,
    actor: &str,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let touched = exec!(
        tx,
        "update what_if set thrown_away_at = $3, thrown_away_by = $4 \
         where programme = $1 and id = $2 and thrown_away_at is null",
        programme.uuid(),
        id.uuid(),
        time(at)?,
        actor
    )?;
    Ok(touched > 0)
}

/// Puts back what was thrown away. `false` when it was not.
pub async fn put_back_what_if(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<WhatIf>,
) -> Result<bool, StoreError> {
    let touched = exec!(
        tx,
        "update what_if set thrown_away_at = null, thrown_away_by = null \
         where programme = $1 and id = $2 and thrown_away_at is not null",
        programme.uuid(),
        id.uuid()
    )?;
    Ok(touched > 0)
}
