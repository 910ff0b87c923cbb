use jiff::Timestamp;
use sleutel_domain::{
    Id, LongText, OrganisationCode,
    access::{Account, Programme},
    forms::{FormAct, FormFile, FormStatus},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, time},
};

/// What was handed over at one step; never changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormVersionRow {
    /// Counted from 1.
    pub number: i64,
    /// What happened.
    pub act: FormAct,
    /// Where the form was afterwards.
    pub status: FormStatus,
    /// What was said with it.
    pub remarks: Option<LongText>,
    /// To which organisation it went or had gone.
    pub recipient: Option<OrganisationCode>,
    /// Who did it, by name and organisation.
    pub actor: String,
    /// Who did it; `None`: the command line.
    pub account: Option<Id<Account>>,
    /// When.
    pub at: Timestamp,
    /// The answers, as `exchange` writes them.
    pub answers: Vec<u8>,
}

#[derive(sqlx::FromRow)]
struct Row {
    number: i64,
    act: String,
    status: String,
    remarks: Option<String>,
    recipient: Option<String>,
    actor: String,
    account: Option<Uuid>,
    at: jiff_sqlx::Timestamp,
    answers: Vec<u8>,
}

impl Row {
    fn into_row(self, file: Id<FormFile>) -> Result<FormVersionRow, StoreError> {
        let key = format!("{file} {}", self.number);
        let at = At { table: "form_version", key: &key };
        Ok(FormVersionRow {
            number: self.number,
            act: at.read("act", self.act, |it| FormAct::from_code(it))?,
            status: at.read("status", self.status, |it| FormStatus::from_code(it))?,
            remarks: at.read_opt("remarks", self.remarks, |it| LongText::new(it).ok())?,
            recipient: at
                .read_opt("recipient", self.recipient, |it| OrganisationCode::new(it).ok())?,
            actor: self.actor,
            account: self.account.map(Id::new),
            at: self.at.to_jiff(),
            answers: self.answers,
        })
    }
}

/// Adds a version. [`StoreError::Exists`] when the number is taken.
pub async fn add_version(
    tx: &mut Tx,
    programme: Id<Programme>,
    file: Id<FormFile>,
    row: &FormVersionRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into form_version (programme, form_file, number, act, status, remarks, \
         recipient, actor, account, at, answers) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        programme.uuid(),
        file.uuid(),
        row.number,
        row.act.code(),
        row.status.code(),
        row.remarks.as_ref().map(LongText::as_str),
        row.recipient.as_ref().map(OrganisationCode::as_str),
        row.actor.as_str(),
        row.account.map(Id::uuid),
        time(row.at)?,
        row.answers.as_slice()
    )?;
    Ok(())
}

/// Every version of a form, oldest first.
pub async fn versions(
    tx: &mut Tx,
    programme: Id<Programme>,
    file: Id<FormFile>,
) -> Result<Vec<FormVersionRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select number, act, status, remarks, recipient, actor, account, at, answers \
         from form_version where programme = $1 and form_file = $2 order by number",
        programme.uuid(),
        file.uuid()
    )?;
    rows.into_iter().map(|row| row.into_row(file)).collect()
}

/// One version of a form.
pub async fn version(
    tx: &mut Tx,
    programme: Id<Programme>,
    file: Id<FormFile>,
    number: i64,
) -> Result<Option<FormVersionRow>, StoreError> {
    let row = run!(
        tx,
        Row,
        fetch_optional,
        "select number, act, status, remarks, recipient, actor, account, at, answers \
         from form_version where programme = $1 and form_file = $2 and number = $3",
        programme.uuid(),
        file.uuid(),
        number
    )?;
    row.map(|row| row.into_row(file)).transpose()
}
