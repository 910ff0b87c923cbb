use std::io::{Read, Write};

use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use jiff::Timestamp;
use sleutel_domain::{
    Id,
    access::Programme,
    placement::{Round, StoredProposal},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::time,
};

/// A proposal without its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalRow {
    /// Its identifier.
    pub id: Id<StoredProposal>,
    /// The round it is of.
    pub round: Id<Round>,
    /// Counts from 1 within the round.
    pub number: i64,
    /// When it was made.
    pub at: Timestamp,
    /// Who asked for it.
    pub actor: String,
    /// Name and version of the engine.
    pub engine: String,
    /// SHA-256 of the stored input.
    pub fingerprint: String,
    /// Every goal is proven as good as can be.
    pub proven: bool,
    /// Households placed.
    pub placed: i64,
    /// Households not placed.
    pub unplaced: i64,
    /// Homes left empty.
    pub empty: i64,
}

/// Everything of a proposal that is kept.
#[derive(Debug, Clone)]
pub struct NewProposal<'a> {
    /// The proposal.
    pub row: &'a ProposalRow,
    /// The input, as it replays.
    pub input: &'a [u8],
    /// The whole outcome, as it compares.
    pub outcome: &'a [u8],
}

pub(crate) fn pack(what: &'static str, bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
    let packed = |cause: std::io::Error| StoreError::Packed { what, cause: cause.to_string() };
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).map_err(packed)?;
    encoder.finish().map_err(packed)
}

pub(crate) fn unpack(what: &'static str, bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
    let mut plain = Vec::new();
    GzDecoder::new(bytes)
        .read_to_end(&mut plain)
        .map_err(|cause| StoreError::Packed { what, cause: cause.to_string() })?;
    Ok(plain)
}

/// Keeps a proposal with its input and its outcome. It never changes afterwards.
pub async fn add_proposal(
    tx: &mut Tx,
    programme: Id<Programme>,
    new: &NewProposal<'_>,
) -> Result<(), StoreError> {
    let row = new.row;
    exec!(
        tx,
        "insert into proposal (id, programme, round, number, at, actor, engine, fingerprint, \
         proven, placed, unplaced, empty, input, outcome) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        row.id.uuid(),
        programme.uuid(),
        row.round.uuid(),
        row.number,
        time(row.at)?,
        row.actor.as_str(),
        row.engine.as_str(),
        row.fingerprint.as_str(),
        row.proven,
        row.placed,
        row.unplaced,
        row.empty,
        pack("input", new.input)?,
        pack("outcome", new.outcome)?
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: Uuid,
    round: Uuid,
    number: i64,
    at: jiff_sqlx::Timestamp,
    actor: String,
    engine: String,
    fingerprint: String,
    proven: bool,
    placed: i64,
    unplaced: i64,
    empty: i64,
}

impl Row {
    pub(super) fn into_row(self) -> ProposalRow {
        ProposalRow {
            id: Id::new(self.id),
            round: Id::new(self.round),
            number: self.number,
            at: self.at.to_jiff(),
            actor: self.actor,
            engine: self.engine,
            fingerprint: self.fingerprint,
            proven: self.proven,
            placed: self.placed,
            unplaced: self.unplaced,
            empty: self.empty,
        }
    }
}

/// The proposals of a round, newest first.
pub async fn proposals(
    tx: &mut Tx,
    programme: Id<Programme>,
    round: Id<Round>,
) -> Result<Vec<ProposalRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select id, round, number, at, actor, engine, fingerprint, proven, placed, unplaced, \
         empty from proposal where programme = $1 and round = $2 order by number desc",
        programme.uuid(),
        round.uuid()
    )?;
    Ok(rows.into_iter().map(Row::into_row).collect())
}

/// The proposal with this identifier.
pub async fn proposal(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<StoredProposal>,
) -> Result<Option<ProposalRow>, StoreError> {
    let row = run!(
        tx,
        Row,
        fetch_optional,
        "select id, round, number, at, actor, engine, fingerprint, proven, placed, unplaced, \
         empty from proposal where programme = $1 and id = $2",
        programme.uuid(),
        id.uuid()
    )?;
    Ok(row.map(Row::into_row))
}

/// The input a proposal or a trial was made from, as it replays; `None` when there is none.
pub async fn stored_input(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<StoredProposal>,
) -> Result<Option<Vec<u8>>, StoreError> {
    let row: Option<(Vec<u8>,)> = run!(
        tx,
        (Vec<u8>,),
        fetch_optional,
        "select input from proposal where programme = $1 and id = $2 \
         union all select input from trial \
         where programme = $1 and id = $2 and thrown_away_at is null",
        programme.uuid(),
        id.uuid()
    )?;
    row.map(|(bytes,)| unpack("input", &bytes)).transpose()
}

/// The whole outcome of a proposal or a trial, as it compares; `None` when there is none.
pub async fn outcome(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<StoredProposal>,
) -> Result<Option<Vec<u8>>, StoreError> {
    let row: Option<(Vec<u8>,)> = run!(
        tx,
        (Vec<u8>,),
        fetch_optional,
        "select outcome from proposal where programme = $1 and id = $2 \
         union all select outcome from trial \
         where programme = $1 and id = $2 and thrown_away_at is null",
        programme.uuid(),
        id.uuid()
    )?;
    row.map(|(bytes,)| unpack("outcome", &bytes)).transpose()
}
