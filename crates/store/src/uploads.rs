//! Files somebody sent, kept between looking at them and bringing them in.

use jiff::Timestamp;
use sleutel_domain::{
    Id,
    access::{Account, Programme},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, plain, time},
};

/// How far an upload has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UploadState {
    /// Sent, not looked at yet.
    Received,
    /// Being read and tried out.
    Checking,
    /// Looked at; can be brought in when nothing stands in the way.
    Checked,
    /// Being brought in.
    Importing,
    /// Brought in.
    Done,
    /// Stopped half-way. Nothing of it is kept.
    Stopped,
}

impl UploadState {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Received, Self::Checking, Self::Checked, Self::Importing, Self::Done, Self::Stopped];

    /// The word in rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Checking => "checking",
            Self::Checked => "checked",
            Self::Importing => "importing",
            Self::Done => "done",
            Self::Stopped => "stopped",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// One upload as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadRow {
    /// Its identifier.
    pub id: Uuid,
    /// Who sent it.
    pub account: Id<Account>,
    /// How far it is.
    pub state: UploadState,
    /// When it was sent.
    pub created_at: Timestamp,
    /// When somebody who works on it last said so.
    pub heard_at: Timestamp,
    /// From when on it is gone.
    pub expires_at: Timestamp,
    /// What came of looking at it, as JSON; empty before.
    pub outcome: String,
}

/// One file of an upload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadFile {
    /// Its place among the files, from 0.
    pub number: i64,
    /// Its name as it was sent.
    pub name: String,
    /// The code of its kind; empty when that is not known.
    pub kind: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    account: Uuid,
    state: String,
    created_at: jiff_sqlx::Timestamp,
    heard_at: jiff_sqlx::Timestamp,
    expires_at: jiff_sqlx::Timestamp,
    outcome: String,
}

impl Row {
    fn into_row(self) -> Result<UploadRow, StoreError> {
        let key = self.id.to_string();
        let at = At { table: "upload", key: &key };
        Ok(UploadRow {
            id: self.id,
            account: Id::new(self.account),
            state: at.read("state", self.state, |it| UploadState::from_code(it))?,
            created_at: self.created_at.to_jiff(),
            heard_at: self.heard_at.to_jiff(),
            expires_at: self.expires_at.to_jiff(),
            outcome: self.outcome,
        })
    }
}

/// Keeps an upload with its files. The state and times are those of the row given.
pub async fn put(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &UploadRow,
    files: &[UploadFile],
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into upload (id, programme, account, state, created_at, heard_at, expires_at, \
         outcome) values ($1, $2, $3, $4, $5, $6, $7, $8)",
        row.id,
        programme.uuid(),
        row.account.uuid(),
        row.state.code(),
        time(row.created_at)?,
        time(row.heard_at)?,
        time(row.expires_at)?,
        row.outcome.as_str()
    )?;
    for file in files {
        exec!(
            tx,
            "insert into upload_file (upload, number, name, kind, bytes) \
             values ($1, $2, $3, $4, $5)",
            row.id,
            file.number,
            plain(&file.name),
            file.kind.as_str(),
            file.bytes.as_slice()
        )?;
    }
    Ok(())
}

/// The upload, when this account sent it and it is not past its time.
pub async fn get(
    tx: &mut Tx,
    programme: Id<Programme>,
    account: Id<Account>,
    id: Uuid,
    now: Timestamp,
) -> Result<Option<UploadRow>, StoreError> {
    let row = run!(
        tx,
        Row,
        fetch_optional,
        "select id, account, state, created_at, heard_at, expires_at, outcome from upload \
         where programme = $1 and account = $2 and id = $3 and expires_at > $4",
        programme.uuid(),
        account.uuid(),
        id,
        time(now)?
    )?;
    row.map(Row::into_row).transpose()
}

/// What this account sent that is not past its time, newest first.
pub async fn of_account(
    tx: &mut Tx,
    programme: Id<Programme>,
    account: Id<Account>,
    now: Timestamp,
) -> Result<Vec<UploadRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select id, account, state, created_at, heard_at, expires_at, outcome from upload \
         where programme = $1 and account = $2 and expires_at > $3 \
         order by created_at desc, id desc",
        programme.uuid(),
        account.uuid(),
        time(now)?
    )?;
    rows.into_iter().map(Row::into_row).collect()
}

/// The files of an upload, in the order they were sent.
pub async fn files(tx: &mut Tx, id: Uuid) -> Result<Vec<UploadFile>, StoreError> {
    let rows = run!(
        tx,
        (i64, String, String, Vec<u8>),
        fetch_all,
        "select number, name, kind, bytes from upload_file where upload = $1 order by number",
        id
    )?;
    Ok(rows
        .into_iter()
        .map(|(number, name, kind, bytes)| UploadFile { number, name, kind, bytes })
        .collect())
}

/// Says what kind of file one of them is.
pub async fn set_kind(tx: &mut Tx, id: Uuid, number: i64, kind: &str) -> Result<(), StoreError> {
    exec!(
        tx,
        "update upload_file set kind = $3 where upload = $1 and number = $2",
        id,
        number,
        kind
    )?;
    Ok(())
}

/// Moves an upload on, when it still is in the state it is moved from; whether it was.
/// With an outcome that is written too.
pub async fn advance(
    tx: &mut Tx,
    id: Uuid,
    from: UploadState,
    to: UploadState,
    outcome: Option<&str>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let touched = exec!(
        tx,
        "update upload set state = $3, heard_at = $4, outcome = coalesce($5, outcome) \
         where id = $1 and state = $2",
        id,
        from.code(),
        to.code(),
        time(now)?,
        outcome
    )?;
    Ok(touched == 1)
}

/// Notes that whoever works on an upload is still there.
pub async fn heard(tx: &mut Tx, id: Uuid, now: Timestamp) -> Result<(), StoreError> {
    exec!(tx, "update upload set heard_at = $2 where id = $1", id, time(now)?)?;
    Ok(())
}

/// Throws away the files of an upload; what came of it stays to be seen.
pub async fn forget_files(tx: &mut Tx, id: Uuid) -> Result<(), StoreError> {
    exec!(tx, "delete from upload_file where upload = $1", id)?;
    Ok(())
}

/// Throws away an upload with its files.
pub async fn forget(tx: &mut Tx, id: Uuid) -> Result<(), StoreError> {
    exec!(tx, "delete from upload where id = $1", id)?;
    Ok(())
}

/// Throws away every upload that is past its time; how many that were.
pub async fn forget_expired(tx: &mut Tx, now: Timestamp) -> Result<u64, StoreError> {
    exec!(tx, "delete from upload where expires_at <= $1", time(now)?)
}
