//! The log of who did or saw what: one chain a programme, each line holding the
//! fingerprint of the one before, written in the transaction of what it tells of.

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use sleutel_domain::{
    Id, Reference,
    access::{Account, Programme},
};
use uuid::Uuid;

use crate::{
    Page, StoreError, Tx, Window,
    db::{exec, run},
    dialect,
    rows::{plain, time},
};

/// The first line's predecessor.
const START: &str = "0000000000000000000000000000000000000000000000000000000000000000";

#[derive(Debug)]
pub(crate) struct Head {
    programme: Uuid,
    seq: i64,
    hash: String,
    changed: bool,
}

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// When, in whole seconds.
    pub at: Timestamp,
    /// Who, when somebody was logged in.
    pub account: Option<Id<Account>>,
    /// Name and organisation as they were then.
    pub actor: String,
    /// What was done: the action's code.
    pub action: String,
    /// What kind of thing it was done to (`participant`, `dwelling`, `round` …).
    pub subject_kind: String,
    /// Which one, by its code; empty when the action is about no one thing.
    pub subject: String,
    /// What for.
    pub purpose: String,
    /// Facts of the action as JSON; no names of people in it.
    pub detail: String,
    /// Joins this line to the log of data processing.
    pub processing: Uuid,
}

/// A line as it stands in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chained {
    /// Place in the chain, from 1.
    pub seq: i64,
    /// The line.
    pub line: Line,
    /// Its fingerprint.
    pub hash: String,
}

/// What the check of the chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChainState {
    /// Every line fits the one before it, and the head fits the last.
    Whole {
        /// How many lines.
        lines: u64,
        /// The head's fingerprint.
        head: String,
    },
    /// The first place where the chain does not fit.
    Broken {
        /// Place in the chain.
        seq: i64,
        /// What does not fit.
        fault: ChainFault,
    },
}

/// What can be wrong with a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChainFault {
    /// A line is missing.
    Missing,
    /// A line was changed.
    Changed,
    /// A line does not follow on the one before it.
    Unlinked,
    /// Lines at the end were taken off, or put on beside the product, or the head is gone.
    Head,
}

fn fingerprint(programme: Uuid, seq: i64, previous: &str, line: &Line) -> String {
    let mut hash = Sha256::new();
    // Each part goes in with its length, so that no two different lines read alike.
    let mut part = |bytes: &[u8]| {
        hash.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(bytes);
    };
    part(programme.as_bytes());
    part(&seq.to_be_bytes());
    part(previous.as_bytes());
    part(line.at.to_string().as_bytes());
    part(line.account.map(|id| id.uuid().to_string()).unwrap_or_default().as_bytes());
    part(line.actor.as_bytes());
    part(line.action.as_bytes());
    part(line.subject_kind.as_bytes());
    part(line.subject.as_bytes());
    part(line.purpose.as_bytes());
    part(line.detail.as_bytes());
    part(line.processing.as_bytes());
    hex(&hash.finalize())
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Starts a programme's chain.
pub async fn begin_chain(tx: &mut Tx, programme: Id<Programme>) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into audit_head (programme, seq, hash) values ($1, cast(0 as bigint), $2)",
        programme.uuid(),
        START
    )?;
    Ok(())
}

/// Takes the head of the log, and with it the right to write in this programme, until
/// the transaction ends. What is read after this cannot be changed by anybody else.
pub async fn take_head(tx: &mut Tx, programme: Id<Programme>) -> Result<(), StoreError> {
    let id = programme.uuid();
    if tx.head.as_ref().is_none_or(|head| head.programme != id) {
        keep_head(tx).await?;
        let sql = dialect::lock_head(tx);
        let (seq, hash): (i64, String) = run!(tx, (i64, String), fetch_one, sql, id)?;
        tx.head = Some(Head { programme: id, seq, hash, changed: false });
    }
    Ok(())
}

/// Adds a line. The head is locked from the first line of a transaction to its end,
/// and written once, when the transaction commits.
pub async fn append(tx: &mut Tx, programme: Id<Programme>, line: &Line) -> Result<(), StoreError> {
    let id = programme.uuid();
    take_head(tx, programme).await?;
    let Some(head) = tx.head.as_mut() else {
        return Err(StoreError::Other("the log has no head".to_owned()));
    };
    let at = time(line.at)?;
    let seq = head.seq + 1;
    let hash = fingerprint(id, seq, &head.hash, line);
    let previous = std::mem::replace(&mut head.hash, hash.clone());
    head.seq = seq;
    head.changed = true;
    exec!(
        tx,
        "insert into audit_line (programme, seq, at, account, actor, action, subject_kind, \
         subject, purpose, detail, processing, previous, hash) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        id,
        seq,
        at,
        line.account.map(Id::uuid),
        line.actor.as_str(),
        line.action.as_str(),
        line.subject_kind.as_str(),
        line.subject.as_str(),
        line.purpose.as_str(),
        line.detail.as_str(),
        line.processing,
        previous.as_str(),
        hash.as_str()
    )?;
    Ok(())
}

pub(crate) async fn keep_head(tx: &mut Tx) -> Result<(), StoreError> {
    let Some(head) = tx.head.take_if(|head| head.changed) else {
        return Ok(());
    };
    exec!(
        tx,
        "update audit_head set seq = $2, hash = $3 where programme = $1",
        head.programme,
        head.seq,
        head.hash.as_str()
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct LineRow {
    seq: i64,
    at: jiff_sqlx::Timestamp,
    account: Option<Uuid>,
    actor: String,
    action: String,
    subject_kind: String,
    subject: String,
    purpose: String,
    detail: String,
    processing: Uuid,
    previous: String,
    hash: String,
}

impl LineRow {
    fn into_chained(self) -> (Chained, String) {
        let line = Line {
            at: self.at.to_jiff(),
            account: self.account.map(Id::new),
            actor: self.actor,
            action: self.action,
            subject_kind: self.subject_kind,
            subject: self.subject,
            purpose: self.purpose,
            detail: self.detail,
            processing: self.processing,
        };
        (Chained { seq: self.seq, line, hash: self.hash }, self.previous)
    }
}

/// Checks a programme's chain from its first line to its head, a thousand lines at a time.
pub async fn verify(tx: &mut Tx, programme: Id<Programme>) -> Result<ChainState, StoreError> {
    let id = programme.uuid();
    let mut before = START.to_owned();
    let mut last = 0;
    loop {
        let rows = run!(
            tx,
            LineRow,
            fetch_all,
            "select seq, at, account, actor, action, subject_kind, subject, purpose, detail, \
             processing, previous, hash from audit_line \
             where programme = $1 and seq > $2 order by seq limit 1000",
            id,
            last
        )?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            let (chained, previous) = row.into_chained();
            let fault = if chained.seq != last + 1 {
                Some((last + 1, ChainFault::Missing))
            } else if previous != before {
                Some((chained.seq, ChainFault::Unlinked))
            } else if fingerprint(id, chained.seq, &previous, &chained.line) != chained.hash {
                Some((chained.seq, ChainFault::Changed))
            } else {
                None
            };
            if let Some((seq, fault)) = fault {
                return Ok(ChainState::Broken { seq, fault });
            }
            last = chained.seq;
            before = chained.hash;
        }
    }
    let head: Option<(i64, String)> = run!(
        tx,
        (i64, String),
        fetch_optional,
        "select seq, hash from audit_head where programme = $1",
        id
    )?;
    let Some((seq, hash)) = head else {
        return Ok(ChainState::Broken { seq: last + 1, fault: ChainFault::Head });
    };
    if seq != last || hash != before {
        return Ok(ChainState::Broken { seq: last.min(seq) + 1, fault: ChainFault::Head });
    }
    Ok(ChainState::Whole { lines: u64::try_from(last).unwrap_or_default(), head: before })
}

/// The lines about one thing, newest first; with an empty subject, about all of a kind;
/// with an empty kind, all lines.
pub async fn lines(
    tx: &mut Tx,
    programme: Id<Programme>,
    subject_kind: &str,
    subject: &str,
    window: Window,
) -> Result<Page<Chained>, StoreError> {
    let rows = run!(
        tx,
        LineRow,
        fetch_all,
        "select seq, at, account, actor, action, subject_kind, subject, purpose, detail, \
         processing, previous, hash from audit_line \
         where programme = $1 and ($2 = '' or subject_kind = $2) and ($3 = '' or subject = $3) \
         order by seq desc limit $4 offset $5",
        programme.uuid(),
        plain(subject_kind),
        plain(subject),
        i64::from(window.limit),
        i64::from(window.offset)
    )?;
    let (total,): (i64,) = run!(
        tx,
        (i64,),
        fetch_one,
        "select count(*) from audit_line \
         where programme = $1 and ($2 = '' or subject_kind = $2) and ($3 = '' or subject = $3)",
        programme.uuid(),
        plain(subject_kind),
        plain(subject)
    )?;
    Ok(Page {
        rows: rows.into_iter().map(|row| row.into_chained().0).collect(),
        total: u64::try_from(total).unwrap_or_default(),
    })
}

/// Who saw or changed the file of a household, newest first, without what this actor did.
pub async fn looks(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
    without: &str,
    window: Window,
) -> Result<Page<Chained>, StoreError> {
    let rows = run!(
        tx,
        LineRow,
        fetch_all,
        "select seq, at, account, actor, action, subject_kind, subject, purpose, detail, \
         processing, previous, hash from audit_line \
         where programme = $1 and subject_kind = 'participant' and (subject = $2 \
         or subject in (select p.reference from participant p where p.programme = $1 \
         and p.goes_on_as = $2)) and actor <> $3 \
         order by seq desc limit $4 offset $5",
        programme.uuid(),
        reference.as_str(),
        without,
        i64::from(window.limit),
        i64::from(window.offset)
    )?;
    let (total,): (i64,) = run!(
        tx,
        (i64,),
        fetch_one,
        "select count(*) from audit_line \
         where programme = $1 and subject_kind = 'participant' and (subject = $2 \
         or subject in (select p.reference from participant p where p.programme = $1 \
         and p.goes_on_as = $2)) and actor <> $3",
        programme.uuid(),
        reference.as_str(),
        without
    )?;
    Ok(Page {
        rows: rows.into_iter().map(|row| row.into_chained().0).collect(),
        total: u64::try_from(total).unwrap_or_default(),
    })
}
