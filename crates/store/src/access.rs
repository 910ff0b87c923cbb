//! Programmes, organisations, accounts, sessions, log-in attempts.

use jiff::Timestamp;
use sleutel_domain::{
    Id, OrganisationCode, Phrase,
    access::{Account, Language, Organisation, OrganisationKind, Programme, Role},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, fold, plain, time},
};

/// A programme as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgrammeRow {
    /// Its identifier.
    pub id: Id<Programme>,
    /// Its short name in addresses and files.
    pub code: String,
    /// What people call it.
    pub name: String,
    /// Everything in it is invented.
    pub demo: bool,
}

/// An organisation as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationRow {
    /// Its identifier.
    pub id: Id<Organisation>,
    /// Its code.
    pub code: OrganisationCode,
    /// What people call it.
    pub name: Phrase,
    /// What it is to the programme.
    pub kind: OrganisationKind,
}

/// Somebody who can log in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountRow {
    /// Their identifier.
    pub id: Id<Account>,
    /// The programme they work in.
    pub programme: Id<Programme>,
    /// Whom they work for.
    pub organisation: OrganisationRow,
    /// What they type to log in.
    pub login: String,
    /// Their name.
    pub name: String,
    /// What they are there for.
    pub role: Role,
    /// The language they chose.
    pub language: Option<Language>,
    /// The hash of their pass phrase (argon2id, PHC string).
    pub password_hash: String,
    /// Can log in.
    pub active: bool,
}

/// A running session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Whose.
    pub account: Id<Account>,
    /// The token forms must carry.
    pub csrf: String,
    /// When it was last used.
    pub seen_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

type ProgrammeTuple = (Uuid, String, String, bool);

fn programme((id, code, name, demo): ProgrammeTuple) -> ProgrammeRow {
    ProgrammeRow { id: Id::new(id), code, name, demo }
}

/// All programmes of this installation, oldest first.
pub async fn programmes(tx: &mut Tx) -> Result<Vec<ProgrammeRow>, StoreError> {
    let rows = run!(
        tx,
        ProgrammeTuple,
        fetch_all,
        "select id, code, name, demo from programme order by created_at, code"
    )?;
    Ok(rows.into_iter().map(programme).collect())
}

/// Adds a programme and starts its log.
pub async fn add_programme(
    tx: &mut Tx,
    row: &ProgrammeRow,
    at: Timestamp,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into programme (id, code, name, demo, created_at) values ($1, $2, $3, $4, $5)",
        row.id.uuid(),
        row.code.as_str(),
        row.name.as_str(),
        row.demo,
        time(at)?
    )?;
    crate::audit::begin_chain(tx, row.id).await
}

/// Changes what a programme is called, its code, and whether everything in it is invented.
pub async fn save_programme(tx: &mut Tx, row: &ProgrammeRow) -> Result<(), StoreError> {
    exec!(
        tx,
        "update programme set code = $2, name = $3, demo = $4 where id = $1",
        row.id.uuid(),
        row.code.as_str(),
        row.name.as_str(),
        row.demo
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct OrganisationTuple {
    id: Uuid,
    code: String,
    name: String,
    kind: String,
}

fn organisation(row: OrganisationTuple) -> Result<OrganisationRow, StoreError> {
    let key = row.code.clone();
    let at = At { table: "organisation", key: &key };
    Ok(OrganisationRow {
        id: Id::new(row.id),
        code: at.read("code", row.code, |it| OrganisationCode::new(it).ok())?,
        name: at.read("name", row.name, |it| Phrase::new(it).ok())?,
        kind: at.read("kind", row.kind, |it| OrganisationKind::from_code(it))?,
    })
}

/// All organisations, by name without regard to case and accents, then by code.
pub async fn organisations(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<OrganisationRow>, StoreError> {
    let rows = run!(
        tx,
        OrganisationTuple,
        fetch_all,
        "select id, code, name, kind from organisation where programme = $1 order by code",
        programme.uuid()
    )?;
    let mut all = rows.into_iter().map(organisation).collect::<Result<Vec<_>, _>>()?;
    all.sort_by_cached_key(|it| fold(it.name.as_str()));
    Ok(all)
}

/// Adds an organisation, or changes the name and kind of the one with this code.
pub async fn save_organisation(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &OrganisationRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into organisation (id, programme, code, name, kind) values ($1, $2, $3, $4, $5) \
         on conflict (programme, code) do update set name = excluded.name, kind = excluded.kind",
        row.id.uuid(),
        programme.uuid(),
        row.code.as_str(),
        row.name.as_str(),
        row.kind.code()
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct AccountTuple {
    id: Uuid,
    programme: Uuid,
    login: String,
    name: String,
    role: String,
    language: Option<String>,
    password_hash: String,
    active: bool,
    organisation: Uuid,
    organisation_code: String,
    organisation_name: String,
    organisation_kind: String,
}

fn account(row: AccountTuple) -> Result<AccountRow, StoreError> {
    let at = At { table: "account", key: &row.login };
    Ok(AccountRow {
        id: Id::new(row.id),
        programme: Id::new(row.programme),
        organisation: organisation(OrganisationTuple {
            id: row.organisation,
            code: row.organisation_code,
            name: row.organisation_name,
            kind: row.organisation_kind,
        })?,
        role: at.read("role", row.role, |it| Role::from_code(it))?,
        language: at.read_opt("language", row.language, Language::from_code)?,
        login: row.login.clone(),
        name: row.name,
        password_hash: row.password_hash,
        active: row.active,
    })
}

macro_rules! account_columns {
    ($rest:literal) => {
        concat!(
            "select a.id, a.programme, a.login, a.name, a.role, a.language, a.password_hash, ",
            "a.active, a.organisation, o.code as organisation_code, ",
            "o.name as organisation_name, o.kind as organisation_kind ",
            "from account a join organisation o on o.id = a.organisation ",
            $rest
        )
    };
}

/// All accounts of a programme, by login.
pub async fn accounts(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<AccountRow>, StoreError> {
    let rows = run!(
        tx,
        AccountTuple,
        fetch_all,
        account_columns!("where a.programme = $1 order by a.login"),
        programme.uuid()
    )?;
    rows.into_iter().map(account).collect()
}

/// The account with this login, active or not.
pub async fn account_by_login(tx: &mut Tx, login: &str) -> Result<Option<AccountRow>, StoreError> {
    let row = run!(
        tx,
        AccountTuple,
        fetch_optional,
        account_columns!("where a.login = $1"),
        plain(login)
    )?;
    row.map(account).transpose()
}

/// The account with this identifier, active or not.
pub async fn account_by_id(tx: &mut Tx, id: Id<Account>) -> Result<Option<AccountRow>, StoreError> {
    let row =
        run!(tx, AccountTuple, fetch_optional, account_columns!("where a.id = $1"), id.uuid())?;
    row.map(account).transpose()
}

/// Adds an account. A login that exists gives [`StoreError::Exists`].
pub async fn add_account(tx: &mut Tx, row: &AccountRow, at: Timestamp) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into account (id, programme, organisation, login, name, role, language, \
         password_hash, active, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        row.id.uuid(),
        row.programme.uuid(),
        row.organisation.id.uuid(),
        row.login.as_str(),
        row.name.as_str(),
        row.role.code(),
        row.language.map(Language::code),
        row.password_hash.as_str(),
        row.active,
        time(at)?
    )?;
    Ok(())
}

/// Changes what a person may change about their own account.
pub async fn set_language(
    tx: &mut Tx,
    account: Id<Account>,
    language: Language,
) -> Result<(), StoreError> {
    exec!(tx, "update account set language = $2 where id = $1", account.uuid(), language.code())?;
    Ok(())
}

/// Changes the pass phrase and ends all sessions of the account.
pub async fn set_password(
    tx: &mut Tx,
    account: Id<Account>,
    password_hash: &str,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "update account set password_hash = $2 where id = $1",
        account.uuid(),
        password_hash
    )?;
    exec!(tx, "delete from session where account = $1", account.uuid())?;
    Ok(())
}

/// Opens or closes an account; closing ends its sessions.
pub async fn set_active(tx: &mut Tx, account: Id<Account>, active: bool) -> Result<(), StoreError> {
    exec!(tx, "update account set active = $2 where id = $1", account.uuid(), active)?;
    if !active {
        exec!(tx, "delete from session where account = $1", account.uuid())?;
    }
    Ok(())
}

/// Starts a session under the fingerprint of its token.
pub async fn add_session(
    tx: &mut Tx,
    programme: Id<Programme>,
    token_hash: &str,
    row: &SessionRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into session (token_hash, programme, account, csrf, created_at, seen_at, \
         expires_at) values ($1, $2, $3, $4, $5, $5, $6)",
        token_hash,
        programme.uuid(),
        row.account.uuid(),
        row.csrf.as_str(),
        time(row.seen_at)?,
        time(row.expires_at)?
    )?;
    Ok(())
}

/// The session with this fingerprint, ended or not.
pub async fn session(tx: &mut Tx, token_hash: &str) -> Result<Option<SessionRow>, StoreError> {
    type Row = (Uuid, String, jiff_sqlx::Timestamp, jiff_sqlx::Timestamp);
    let row: Option<Row> = run!(
        tx,
        Row,
        fetch_optional,
        "select account, csrf, seen_at, expires_at from session where token_hash = $1",
        plain(token_hash)
    )?;
    Ok(row.map(|(account, csrf, seen_at, expires_at)| SessionRow {
        account: Id::new(account),
        csrf,
        seen_at: seen_at.to_jiff(),
        expires_at: expires_at.to_jiff(),
    }))
}

/// Keeps a session alive.
pub async fn touch_session(
    tx: &mut Tx,
    token_hash: &str,
    seen_at: Timestamp,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "update session set seen_at = $2, expires_at = $3 where token_hash = $1",
        plain(token_hash),
        time(seen_at)?,
        time(expires_at)?
    )?;
    Ok(())
}

/// Ends a session.
pub async fn end_session(tx: &mut Tx, token_hash: &str) -> Result<(), StoreError> {
    exec!(tx, "delete from session where token_hash = $1", plain(token_hash))?;
    Ok(())
}

/// Notes a failed log-in in a bucket (a login, or an address).
pub async fn add_login_attempt(
    tx: &mut Tx,
    id: Uuid,
    bucket: &str,
    at: Timestamp,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into login_attempt (id, bucket, at) values ($1, $2, $3)",
        id,
        plain(bucket),
        time(at)?
    )?;
    Ok(())
}

/// Failed log-ins in a bucket since a moment.
pub async fn login_attempts(
    tx: &mut Tx,
    bucket: &str,
    since: Timestamp,
) -> Result<u64, StoreError> {
    let (count,): (i64,) = run!(
        tx,
        (i64,),
        fetch_one,
        "select count(*) from login_attempt where bucket = $1 and at >= $2",
        plain(bucket),
        time(since)?
    )?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// Forgets a bucket after a good log-in, and everything older than a moment, ended
/// sessions included.
pub async fn forget_attempts(
    tx: &mut Tx,
    bucket: &str,
    before: Timestamp,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "delete from login_attempt where bucket = $1 or at < $2",
        plain(bucket),
        time(before)?
    )?;
    exec!(tx, "delete from session where expires_at < $1", time(before)?)?;
    Ok(())
}
