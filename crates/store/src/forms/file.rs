use jiff::Timestamp;
use sleutel_domain::{
    FormCode, Id, OrganisationCode, Reference,
    access::Programme,
    forms::{FormFile, FormStatus},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, time},
};

/// One form of one household, as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormFileRow {
    /// Its identifier.
    pub id: Id<FormFile>,
    /// Whose household.
    pub reference: Reference,
    /// Which form.
    pub form: FormCode,
    /// In which version; it stays on it.
    pub form_version: u16,
    /// Where it is.
    pub status: FormStatus,
    /// To which organisation it was sent last.
    pub recipient: Option<OrganisationCode>,
    /// Who began it, by name and organisation.
    pub started_by: String,
    /// When it was begun.
    pub started_at: Timestamp,
    /// When it last moved.
    pub changed_at: Timestamp,
    /// Counts its steps, from 1; guards against two people at once.
    pub version: i64,
}

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: Uuid,
    reference: String,
    form: String,
    form_version: i64,
    status: String,
    recipient: Option<String>,
    started_by: String,
    started_at: jiff_sqlx::Timestamp,
    changed_at: jiff_sqlx::Timestamp,
    version: i64,
}

impl Row {
    pub(super) fn into_row(self) -> Result<FormFileRow, StoreError> {
        let key = self.id.to_string();
        let at = At { table: "form_file", key: &key };
        Ok(FormFileRow {
            id: Id::new(self.id),
            reference: at.read("reference", self.reference, |it| Reference::new(it).ok())?,
            form: at.read("form", self.form, |it| FormCode::new(it).ok())?,
            form_version: at.small("form_version", self.form_version)?,
            status: at.read("status", self.status, |it| FormStatus::from_code(it))?,
            recipient: at
                .read_opt("recipient", self.recipient, |it| OrganisationCode::new(it).ok())?,
            started_by: self.started_by,
            started_at: self.started_at.to_jiff(),
            changed_at: self.changed_at.to_jiff(),
            version: self.version,
        })
    }
}

/// Keeps a form that was begun.
pub async fn add_file(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &FormFileRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into form_file (id, programme, reference, form, form_version, status, recipient, \
         started_by, started_at, changed_at, version) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        row.id.uuid(),
        programme.uuid(),
        row.reference.as_str(),
        row.form.as_str(),
        i64::from(row.form_version),
        row.status.code(),
        row.recipient.as_ref().map(OrganisationCode::as_str),
        row.started_by.as_str(),
        time(row.started_at)?,
        time(row.changed_at)?,
        row.version
    )?;
    Ok(())
}

/// One form.
pub async fn file(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<FormFile>,
) -> Result<Option<FormFileRow>, StoreError> {
    let row = run!(
        tx,
        Row,
        fetch_optional,
        "select id, reference, form, form_version, status, recipient, started_by, started_at, \
         changed_at, version from form_file where programme = $1 and id = $2",
        programme.uuid(),
        id.uuid()
    )?;
    row.map(Row::into_row).transpose()
}

/// The forms of one household, last moved first.
pub async fn files_of(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
) -> Result<Vec<FormFileRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select id, reference, form, form_version, status, recipient, started_by, started_at, \
         changed_at, version from form_file where programme = $1 and reference = $2 \
         order by changed_at desc, id desc",
        programme.uuid(),
        reference.as_str()
    )?;
    rows.into_iter().map(Row::into_row).collect()
}

/// Writes down where a form is now: status, recipient, time and one step more. `row` is as
/// it was read, with those three new. [`StoreError::Changed`] when somebody else was first.
pub async fn move_file(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &FormFileRow,
) -> Result<(), StoreError> {
    let touched = exec!(
        tx,
        "update form_file set status = $4, recipient = $5, changed_at = $6, \
         version = version + 1 where programme = $1 and id = $2 and version = $3",
        programme.uuid(),
        row.id.uuid(),
        row.version,
        row.status.code(),
        row.recipient.as_ref().map(OrganisationCode::as_str),
        time(row.changed_at)?
    )?;
    if touched == 1 {
        Ok(())
    } else {
        Err(StoreError::Changed { table: "form_file", key: row.id.to_string() })
    }
}
