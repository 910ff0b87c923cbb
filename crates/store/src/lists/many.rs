use jiff::Timestamp;
use sleutel_domain::{
    Id, Reference,
    access::{Account, Programme},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, time},
};

/// One act on many rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManyRow {
    /// Its identifier.
    pub id: Uuid,
    /// Who did it.
    pub account: Id<Account>,
    /// The word for what was done.
    pub kind: String,
    /// When.
    pub at: Timestamp,
    /// When it was undone.
    pub undone_at: Option<Timestamp>,
}

/// What became of one of the rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManyLine {
    /// From 1, in the order chosen.
    pub number: u32,
    /// What was acted on: a reference or the identifier of a form.
    pub subject: String,
    /// Whose it is.
    pub reference: Reference,
    /// The state the row was in after the act, by its own counter; `None` when it was refused.
    pub mark: Option<i64>,
    /// The word for why it was refused.
    pub refused: Option<String>,
    /// Whether it was undone.
    pub undone: bool,
    /// The word for why it could not be undone.
    pub kept: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    account: Uuid,
    kind: String,
    at: jiff_sqlx::Timestamp,
    undone_at: Option<jiff_sqlx::Timestamp>,
}

impl Row {
    fn into_row(self) -> ManyRow {
        ManyRow {
            id: self.id,
            account: Id::new(self.account),
            kind: self.kind,
            at: self.at.to_jiff(),
            undone_at: self.undone_at.map(jiff_sqlx::Timestamp::to_jiff),
        }
    }
}

#[derive(sqlx::FromRow)]
struct Line {
    number: i64,
    subject: String,
    reference: String,
    mark: Option<i64>,
    refused: Option<String>,
    undone: bool,
    kept: Option<String>,
}

impl Line {
    fn into_row(self) -> Result<ManyLine, StoreError> {
        let key = self.subject.clone();
        let at = At { table: "many_row", key: &key };
        Ok(ManyLine {
            number: at.small("number", self.number)?,
            subject: self.subject,
            reference: at.read("reference", self.reference, |it| Reference::new(it).ok())?,
            mark: self.mark,
            refused: self.refused,
            undone: self.undone,
            kept: self.kept,
        })
    }
}

/// Begins an act on many rows.
pub async fn add_many(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &ManyRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into many (id, programme, account, kind, at) values ($1, $2, $3, $4, $5)",
        row.id,
        programme.uuid(),
        row.account.uuid(),
        row.kind.as_str(),
        time(row.at)?
    )?;
    Ok(())
}

/// Writes down what became of one row.
pub async fn add_line(
    tx: &mut Tx,
    programme: Id<Programme>,
    many: Uuid,
    line: &ManyLine,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into many_row (many, programme, number, subject, reference, mark, refused, \
         undone, kept) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        many,
        programme.uuid(),
        i64::from(line.number),
        line.subject.as_str(),
        line.reference.as_str(),
        line.mark,
        line.refused.as_deref(),
        line.undone,
        line.kept.as_deref()
    )?;
    Ok(())
}

/// An act on many rows of this person; `None` for somebody else's.
pub async fn many_of(
    tx: &mut Tx,
    programme: Id<Programme>,
    account: Id<Account>,
    id: Uuid,
) -> Result<Option<ManyRow>, StoreError> {
    let row = run!(
        tx,
        Row,
        fetch_optional,
        "select id, account, kind, at, undone_at from many \
         where programme = $1 and account = $2 and id = $3",
        programme.uuid(),
        account.uuid(),
        id
    )?;
    Ok(row.map(Row::into_row))
}

/// What this person did to many rows since a moment and did not undo, the newest first.
pub async fn recent_many(
    tx: &mut Tx,
    programme: Id<Programme>,
    account: Id<Account>,
    since: Timestamp,
) -> Result<Vec<ManyRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select id, account, kind, at, undone_at from many where programme = $1 \
         and account = $2 and at >= $3 and undone_at is null order by at desc, id desc",
        programme.uuid(),
        account.uuid(),
        time(since)?
    )?;
    Ok(rows.into_iter().map(Row::into_row).collect())
}

/// What became of each row, in order.
pub async fn lines_of(
    tx: &mut Tx,
    programme: Id<Programme>,
    many: Uuid,
) -> Result<Vec<ManyLine>, StoreError> {
    let rows = run!(
        tx,
        Line,
        fetch_all,
        "select number, subject, reference, mark, refused, undone, kept from many_row \
         where programme = $1 and many = $2 order by number",
        programme.uuid(),
        many
    )?;
    rows.into_iter().map(Line::into_row).collect()
}

/// Writes down that a row was undone, or with a word why it could not be.
pub async fn settle_line(
    tx: &mut Tx,
    programme: Id<Programme>,
    many: Uuid,
    number: u32,
    kept: Option<&str>,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "update many_row set undone = $4, kept = $5 \
         where programme = $1 and many = $2 and number = $3",
        programme.uuid(),
        many,
        i64::from(number),
        kept.is_none(),
        kept
    )?;
    Ok(())
}

/// Closes an act that was undone. [`StoreError::Changed`] when it was undone before.
pub async fn close_many(
    tx: &mut Tx,
    programme: Id<Programme>,
    many: Uuid,
    at: Timestamp,
) -> Result<(), StoreError> {
    let touched = exec!(
        tx,
        "update many set undone_at = $3 where programme = $1 and id = $2 and undone_at is null",
        programme.uuid(),
        many,
        time(at)?
    )?;
    if touched == 1 {
        Ok(())
    } else {
        Err(StoreError::Changed { table: "many", key: many.to_string() })
    }
}
