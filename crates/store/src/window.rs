//! The participant's window: keys handed over, secrets chosen, sessions.

use jiff::Timestamp;
use sleutel_domain::{
    Id, OrganisationCode, Reference,
    access::Programme,
    participants::Participant,
    window::{Key, KeyWay},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, fold, plain, time},
};

/// What became of a key. One that ran out is still open here: that depends on the hour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyStanding {
    /// Nobody used it.
    Open,
    /// It was used, once.
    Used {
        /// When.
        at: Timestamp,
        /// How.
        way: KeyWay,
    },
    /// It was taken back.
    Withdrawn {
        /// When.
        at: Timestamp,
        /// By whom, as people read it.
        by: String,
    },
}

/// A key to somebody's window. Of its link and its code only fingerprints are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// Its identifier.
    pub id: Id<Key>,
    /// Whose window.
    pub participant: Id<Participant>,
    /// SHA-256 of the token of the link, in hexadecimal.
    pub token_hash: String,
    /// The first group of the code.
    pub selector: String,
    /// The rest of the code (argon2id, PHC string).
    pub code_hash: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// By whom, as people read it.
    pub made_by: String,
    /// From when it opens nothing any more.
    pub valid_until: Timestamp,
    /// What became of it.
    pub standing: KeyStanding,
}

/// Whose window it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResidentRow {
    /// In which programme.
    pub programme: Id<Programme>,
    /// Their file.
    pub participant: Id<Participant>,
    /// What it is called between parties.
    pub reference: Reference,
    /// Who supports them.
    pub provider: OrganisationCode,
}

/// A secret somebody chose, with whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretRow {
    /// Whose.
    pub resident: ResidentRow,
    /// Its hash (argon2id, PHC string).
    pub hash: String,
}

/// A session at a window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WindowSessionRow {
    /// In which programme.
    pub programme: Id<Programme>,
    /// Whose window.
    pub participant: Id<Participant>,
    /// The token forms must carry.
    pub csrf: String,
    /// When it was last used.
    pub seen_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct KeyTuple {
    programme: Uuid,
    id: Uuid,
    participant: Uuid,
    token_hash: String,
    selector: String,
    code_hash: String,
    made_at: jiff_sqlx::Timestamp,
    made_by: String,
    valid_until: jiff_sqlx::Timestamp,
    used_at: Option<jiff_sqlx::Timestamp>,
    used_way: Option<String>,
    withdrawn_at: Option<jiff_sqlx::Timestamp>,
    withdrawn_by: Option<String>,
}

fn key(row: KeyTuple) -> Result<(Id<Programme>, KeyRow), StoreError> {
    let name = row.id.to_string();
    let at = At { table: "window_key", key: &name };
    let standing = match (row.used_at, row.withdrawn_at) {
        (Some(used), _) => {
            let way = row.used_way.unwrap_or_default();
            let way = at.read("used_way", way, |it| KeyWay::from_code(it))?;
            KeyStanding::Used { at: used.to_jiff(), way }
        }
        (None, Some(withdrawn)) => KeyStanding::Withdrawn {
            at: withdrawn.to_jiff(),
            by: row.withdrawn_by.unwrap_or_default(),
        },
        (None, None) => KeyStanding::Open,
    };
    let key = KeyRow {
        id: Id::new(row.id),
        participant: Id::new(row.participant),
        token_hash: row.token_hash,
        selector: row.selector,
        code_hash: row.code_hash,
        made_at: row.made_at.to_jiff(),
        made_by: row.made_by,
        valid_until: row.valid_until.to_jiff(),
        standing,
    };
    Ok((Id::new(row.programme), key))
}

macro_rules! select_key {
    ($rest:literal) => {
        concat!(
            "select programme, id, participant, token_hash, selector, code_hash, made_at, ",
            "made_by, valid_until, used_at, used_way, withdrawn_at, withdrawn_by ",
            "from window_key ",
            $rest
        )
    };
}

/// Adds a key that nobody used.
pub async fn add_key(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &KeyRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into window_key (id, programme, participant, token_hash, selector, code_hash, \
         made_at, made_by, valid_until) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        row.id.uuid(),
        programme.uuid(),
        row.participant.uuid(),
        row.token_hash.as_str(),
        row.selector.as_str(),
        row.code_hash.as_str(),
        time(row.made_at)?,
        row.made_by.as_str(),
        time(row.valid_until)?
    )?;
    Ok(())
}

/// The keys of somebody's window, newest first.
pub async fn keys(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
) -> Result<Vec<KeyRow>, StoreError> {
    let rows = run!(
        tx,
        KeyTuple,
        fetch_all,
        select_key!("where programme = $1 and participant = $2 order by made_at desc, id desc"),
        programme.uuid(),
        participant.uuid()
    )?;
    rows.into_iter().map(|row| key(row).map(|(_, key)| key)).collect()
}

/// The key of this link that nobody used or took back, with its programme.
pub async fn open_key_of_link(
    tx: &mut Tx,
    token_hash: &str,
) -> Result<Option<(Id<Programme>, KeyRow)>, StoreError> {
    let row = run!(
        tx,
        KeyTuple,
        fetch_optional,
        select_key!("where token_hash = $1 and used_at is null and withdrawn_at is null"),
        plain(token_hash)
    )?;
    row.map(key).transpose()
}

/// The keys whose code begins so and that nobody used or took back, newest first: one, but
/// for chance.
pub async fn open_keys_of_code(
    tx: &mut Tx,
    selector: &str,
) -> Result<Vec<(Id<Programme>, KeyRow)>, StoreError> {
    let rows = run!(
        tx,
        KeyTuple,
        fetch_all,
        select_key!(
            "where selector = $1 and used_at is null and withdrawn_at is null \
             order by made_at desc, id desc"
        ),
        plain(selector)
    )?;
    rows.into_iter().map(key).collect()
}

/// Uses a key up. [`StoreError::Changed`] when somebody used it or took it back before.
pub async fn use_key(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<Key>,
    way: KeyWay,
    at: Timestamp,
) -> Result<(), StoreError> {
    let touched = exec!(
        tx,
        "update window_key set used_at = $3, used_way = $4 \
         where programme = $1 and id = $2 and used_at is null and withdrawn_at is null",
        programme.uuid(),
        id.uuid(),
        time(at)?,
        way.code()
    )?;
    if touched == 0 {
        return Err(StoreError::Changed { table: "window_key", key: id.to_string() });
    }
    Ok(())
}

/// Takes back the keys of somebody's window that nobody used: one of them, or all. Gives how
/// many.
pub async fn withdraw_keys(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
    only: Option<Id<Key>>,
    by: &str,
    at: Timestamp,
) -> Result<u64, StoreError> {
    exec!(
        tx,
        "update window_key set withdrawn_at = $4, withdrawn_by = $5 \
         where programme = $1 and participant = $2 and ($3 is null or id = $3) \
         and used_at is null and withdrawn_at is null",
        programme.uuid(),
        participant.uuid(),
        only.map(Id::uuid),
        time(at)?,
        by
    )
}

#[derive(sqlx::FromRow)]
struct ResidentTuple {
    programme: Uuid,
    id: Uuid,
    reference: String,
    provider: String,
    secret_hash: Option<String>,
}

fn resident_of(row: ResidentTuple) -> Result<(ResidentRow, Option<String>), StoreError> {
    let key = row.reference.clone();
    let at = At { table: "participant", key: &key };
    let resident = ResidentRow {
        programme: Id::new(row.programme),
        participant: Id::new(row.id),
        reference: at.read("reference", row.reference, |it| Reference::new(it).ok())?,
        provider: at.read("provider", row.provider, |it| OrganisationCode::new(it).ok())?,
    };
    Ok((resident, row.secret_hash))
}

/// Whose window this is, as their file says now.
pub async fn resident(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
) -> Result<Option<ResidentRow>, StoreError> {
    let row = run!(
        tx,
        ResidentTuple,
        fetch_optional,
        "select p.programme, p.id, p.reference, p.provider, s.secret_hash from participant p \
         left join window_secret s on s.participant = p.id \
         where p.programme = $1 and p.id = $2 and p.goes_on_as is null",
        programme.uuid(),
        participant.uuid()
    )?;
    Ok(row.map(resident_of).transpose()?.map(|(resident, _)| resident))
}

/// The secrets of files with this reference, capitals or not: one, or one in each of several
/// programmes.
pub async fn secrets_of(tx: &mut Tx, reference: &str) -> Result<Vec<SecretRow>, StoreError> {
    let rows = run!(
        tx,
        ResidentTuple,
        fetch_all,
        "select p.programme, p.id, p.reference, p.provider, s.secret_hash from participant p \
         join window_secret s on s.participant = p.id \
         where p.search_reference = $1 and p.goes_on_as is null order by p.programme",
        fold(&plain(reference.trim()))
    )?;
    rows.into_iter()
        .map(|row| {
            let (resident, hash) = resident_of(row)?;
            Ok(SecretRow { resident, hash: hash.unwrap_or_default() })
        })
        .collect()
}

/// Since when somebody has a secret of their own.
pub async fn secret_since(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
) -> Result<Option<Timestamp>, StoreError> {
    let row: Option<(jiff_sqlx::Timestamp,)> = run!(
        tx,
        (jiff_sqlx::Timestamp,),
        fetch_optional,
        "select chosen_at from window_secret where programme = $1 and participant = $2",
        programme.uuid(),
        participant.uuid()
    )?;
    Ok(row.map(|(at,)| at.to_jiff()))
}

/// Keeps the secret somebody chose, in place of an earlier one.
pub async fn set_secret(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
    hash: &str,
    at: Timestamp,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into window_secret (participant, programme, secret_hash, chosen_at) \
         values ($2, $1, $3, $4) on conflict (participant) do update \
         set secret_hash = excluded.secret_hash, chosen_at = excluded.chosen_at",
        programme.uuid(),
        participant.uuid(),
        hash,
        time(at)?
    )?;
    Ok(())
}

/// Forgets somebody's secret.
pub async fn forget_secret(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "delete from window_secret where programme = $1 and participant = $2",
        programme.uuid(),
        participant.uuid()
    )?;
    Ok(())
}

/// Starts a session under the fingerprint of its token, and forgets those that ended.
pub async fn add_window_session(
    tx: &mut Tx,
    token_hash: &str,
    row: &WindowSessionRow,
) -> Result<(), StoreError> {
    exec!(tx, "delete from window_session where expires_at < $1", time(row.seen_at)?)?;
    exec!(
        tx,
        "insert into window_session (token_hash, programme, participant, csrf, created_at, \
         seen_at, expires_at) values ($1, $2, $3, $4, $5, $5, $6)",
        token_hash,
        row.programme.uuid(),
        row.participant.uuid(),
        row.csrf.as_str(),
        time(row.seen_at)?,
        time(row.expires_at)?
    )?;
    Ok(())
}

/// The session with this fingerprint, ended or not.
pub async fn window_session(
    tx: &mut Tx,
    token_hash: &str,
) -> Result<Option<WindowSessionRow>, StoreError> {
    type Row = (Uuid, Uuid, String, jiff_sqlx::Timestamp, jiff_sqlx::Timestamp);
    let row: Option<Row> = run!(
        tx,
        Row,
        fetch_optional,
        "select programme, participant, csrf, seen_at, expires_at from window_session \
         where token_hash = $1",
        plain(token_hash)
    )?;
    Ok(row.map(|(programme, participant, csrf, seen_at, expires_at)| WindowSessionRow {
        programme: Id::new(programme),
        participant: Id::new(participant),
        csrf,
        seen_at: seen_at.to_jiff(),
        expires_at: expires_at.to_jiff(),
    }))
}

/// Keeps a session alive.
pub async fn touch_window_session(
    tx: &mut Tx,
    token_hash: &str,
    seen_at: Timestamp,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "update window_session set seen_at = $2, expires_at = $3 where token_hash = $1",
        plain(token_hash),
        time(seen_at)?,
        time(expires_at)?
    )?;
    Ok(())
}

/// Ends a session.
pub async fn end_window_session(tx: &mut Tx, token_hash: &str) -> Result<(), StoreError> {
    exec!(tx, "delete from window_session where token_hash = $1", plain(token_hash))?;
    Ok(())
}

/// Ends every session at somebody's window but the one with this fingerprint; all of them
/// when it is empty.
pub async fn end_window_sessions(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
    but: &str,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "delete from window_session \
         where programme = $1 and participant = $2 and token_hash <> $3",
        programme.uuid(),
        participant.uuid(),
        but
    )?;
    Ok(())
}
