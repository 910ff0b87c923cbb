use jiff::Timestamp;
use sleutel_domain::{
    Id,
    access::{Account, Programme},
    forms::FormFile,
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::time,
};

/// What is being filled in, letter for letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// What stands in the fields, as `exchange` writes it.
    pub typed: Vec<u8>,
    /// Who saved it last, by name and organisation.
    pub saved_by: String,
    /// Who saved it last; `None`: the command line.
    pub account: Option<Id<Account>>,
    /// When.
    pub saved_at: Timestamp,
    /// Counts the saves, from 1; guards against two people at once.
    pub counter: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    typed: Vec<u8>,
    saved_by: String,
    account: Option<Uuid>,
    saved_at: jiff_sqlx::Timestamp,
    counter: i64,
}

/// Keeps the first draft of a form.
pub async fn add_draft(
    tx: &mut Tx,
    programme: Id<Programme>,
    file: Id<FormFile>,
    row: &DraftRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into form_draft (form_file, programme, typed, saved_by, account, saved_at, \
         counter) values ($1, $2, $3, $4, $5, $6, $7)",
        file.uuid(),
        programme.uuid(),
        row.typed.as_slice(),
        row.saved_by.as_str(),
        row.account.map(Id::uuid),
        time(row.saved_at)?,
        row.counter
    )?;
    Ok(())
}

/// The draft of a form.
pub async fn draft(
    tx: &mut Tx,
    programme: Id<Programme>,
    file: Id<FormFile>,
) -> Result<Option<DraftRow>, StoreError> {
    let row = run!(
        tx,
        Row,
        fetch_optional,
        "select typed, saved_by, account, saved_at, counter from form_draft \
         where programme = $1 and form_file = $2",
        programme.uuid(),
        file.uuid()
    )?;
    Ok(row.map(|row| DraftRow {
        typed: row.typed,
        saved_by: row.saved_by,
        account: row.account.map(Id::new),
        saved_at: row.saved_at.to_jiff(),
        counter: row.counter,
    }))
}

/// Saves a draft over the one with the counter of `row`, and counts on.
/// [`StoreError::Changed`] when somebody saved in between: nothing is overwritten.
pub async fn save_draft(
    tx: &mut Tx,
    programme: Id<Programme>,
    file: Id<FormFile>,
    row: &DraftRow,
) -> Result<(), StoreError> {
    let touched = exec!(
        tx,
        "update form_draft set typed = $4, saved_by = $5, account = $6, saved_at = $7, \
         counter = counter + 1 where programme = $1 and form_file = $2 and counter = $3",
        programme.uuid(),
        file.uuid(),
        row.counter,
        row.typed.as_slice(),
        row.saved_by.as_str(),
        row.account.map(Id::uuid),
        time(row.saved_at)?
    )?;
    if touched == 1 {
        Ok(())
    } else {
        Err(StoreError::Changed { table: "form_draft", key: file.to_string() })
    }
}
