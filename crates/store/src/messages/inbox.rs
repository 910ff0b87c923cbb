use jiff::Timestamp;
use sleutel_domain::{
    Id,
    access::{Account, Programme},
    messages::{Message, Received},
};
use uuid::Uuid;

use crate::{
    Page, StoreError, Tx, Window,
    db::{exec, run},
    rows::{At, time},
};

/// A message as it stands in an inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageRow {
    /// Its identifier.
    pub id: Id<Received>,
    /// Whose inbox.
    pub account: Id<Account>,
    /// What it says.
    pub message: Message,
    /// The page it is about, as a path.
    pub link: String,
    /// When it came in.
    pub at: Timestamp,
    /// When it was marked as read.
    pub read_at: Option<Timestamp>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    account: Uuid,
    kind: String,
    about: String,
    detail: String,
    link: String,
    at: jiff_sqlx::Timestamp,
    read_at: Option<jiff_sqlx::Timestamp>,
}

impl Row {
    fn into_row(self) -> Result<MessageRow, StoreError> {
        let key = self.id.to_string();
        let at = At { table: "message", key: &key };
        let message = Message::from_parts(&self.kind, &self.about, &self.detail)
            .ok_or_else(|| at.bad("kind", &self.kind))?;
        Ok(MessageRow {
            id: Id::new(self.id),
            account: Id::new(self.account),
            message,
            link: self.link,
            at: self.at.to_jiff(),
            read_at: self.read_at.map(jiff_sqlx::Timestamp::to_jiff),
        })
    }
}

/// Puts a message in an inbox. When an unread one of the same kind about the same thing is
/// there, that one is brought up to date instead. Gives whether it is a new one.
pub async fn add_message(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &MessageRow,
) -> Result<bool, StoreError> {
    let parts = row.message.parts();
    let touched = exec!(
        tx,
        "update message set detail = $5, link = $6, at = $7 where programme = $1 \
         and account = $2 and kind = $3 and about = $4 and read_at is null",
        programme.uuid(),
        row.account.uuid(),
        parts.kind,
        parts.about.as_str(),
        parts.detail.as_str(),
        row.link.as_str(),
        time(row.at)?
    )?;
    if touched > 0 {
        return Ok(false);
    }
    exec!(
        tx,
        "insert into message (id, programme, account, kind, about, detail, link, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        row.id.uuid(),
        programme.uuid(),
        row.account.uuid(),
        parts.kind,
        parts.about.as_str(),
        parts.detail.as_str(),
        row.link.as_str(),
        time(row.at)?
    )?;
    Ok(true)
}

/// A page of somebody's messages, newest first.
pub async fn messages(
    tx: &mut Tx,
    programme: Id<Programme>,
    account: Id<Account>,
    unread: bool,
    window: Window,
) -> Result<Page<MessageRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select id, account, kind, about, detail, link, at, read_at from message \
         where programme = $1 and account = $2 and (not $3 or read_at is null) \
         order by at desc, id desc limit $4 offset $5",
        programme.uuid(),
        account.uuid(),
        unread,
        i64::from(window.limit),
        i64::from(window.offset)
    )?;
    let (total,): (i64,) = run!(
        tx,
        (i64,),
        fetch_one,
        "select count(*) from message \
         where programme = $1 and account = $2 and (not $3 or read_at is null)",
        programme.uuid(),
        account.uuid(),
        unread
    )?;
    let rows = rows.into_iter().map(Row::into_row).collect::<Result<_, _>>()?;
    Ok(Page { rows, total: u64::try_from(total).unwrap_or_default() })
}

/// One of somebody's messages.
pub async fn message(
    tx: &mut Tx,
    account: Id<Account>,
    id: Id<Received>,
) -> Result<Option<MessageRow>, StoreError> {
    let row = run!(
        tx,
        Row,
        fetch_optional,
        "select id, account, kind, about, detail, link, at, read_at from message \
         where account = $1 and id = $2",
        account.uuid(),
        id.uuid()
    )?;
    row.map(Row::into_row).transpose()
}

/// How many of somebody's messages are unread.
pub async fn unread_messages(tx: &mut Tx, account: Id<Account>) -> Result<u32, StoreError> {
    let (count,): (i64,) = run!(
        tx,
        (i64,),
        fetch_one,
        "select count(*) from message where account = $1 and read_at is null",
        account.uuid()
    )?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Marks one message as read; one that was read keeps its moment. Gives whether it changed.
pub async fn mark_read(
    tx: &mut Tx,
    account: Id<Account>,
    id: Id<Received>,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let touched = exec!(
        tx,
        "update message set read_at = $3 where account = $1 and id = $2 and read_at is null",
        account.uuid(),
        id.uuid(),
        time(at)?
    )?;
    Ok(touched > 0)
}

/// Marks all of somebody's messages as read; gives how many changed.
pub async fn mark_all_read(
    tx: &mut Tx,
    account: Id<Account>,
    at: Timestamp,
) -> Result<u64, StoreError> {
    exec!(
        tx,
        "update message set read_at = $2 where account = $1 and read_at is null",
        account.uuid(),
        time(at)?
    )
}
