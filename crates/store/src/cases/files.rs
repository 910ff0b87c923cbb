use jiff::{Timestamp, civil::Date};
use sleutel_domain::{
    Id, OrganisationCode, Reference, RouteCode, StepCode, VacancyCode,
    access::{Party, Programme},
    cases::Case,
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, date, date_opt, time},
};

/// A file on a road, with what lists need to know of where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// Its identifier.
    pub id: Id<Case>,
    /// Whose.
    pub reference: Reference,
    /// The road it is on.
    pub route: RouteCode,
    /// The version of it.
    pub version: u16,
    /// The day it began.
    pub began: Date,
    /// `open`, `paused` or `ended`.
    pub standing: String,
    /// The open step.
    pub step: Option<StepCode>,
    /// The word for what kind of step that is.
    pub kind: Option<String>,
    /// Who has the ball.
    pub owner: Option<Party>,
    /// Since when the step is open.
    pub since: Option<Date>,
    /// The last day of the step.
    pub due: Option<Date>,
    /// The last day of the first objection that is not answered.
    pub objection_due: Option<Date>,
    /// The first last day of anything that waits.
    pub next_due: Option<Date>,
    /// Whether the term of the step was put off.
    pub extended: bool,
    /// The home that is offered, accepted or lived in.
    pub vacancy: Option<VacancyCode>,
    /// Whose home that is.
    pub association: Option<OrganisationCode>,
    /// How many events there are.
    pub changes: u32,
    /// When the last was written down.
    pub changed_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    reference: String,
    route: String,
    version: i64,
    began: jiff_sqlx::Date,
    standing: String,
    step: Option<String>,
    kind: Option<String>,
    owner: Option<String>,
    since: Option<jiff_sqlx::Date>,
    due: Option<jiff_sqlx::Date>,
    objection_due: Option<jiff_sqlx::Date>,
    next_due: Option<jiff_sqlx::Date>,
    extended: bool,
    vacancy: Option<String>,
    association: Option<String>,
    changes: i64,
    changed_at: jiff_sqlx::Timestamp,
}

impl Row {
    fn into_row(self) -> Result<CaseRow, StoreError> {
        let key = self.id.to_string();
        let at = At { table: "case_file", key: &key };
        Ok(CaseRow {
            id: Id::new(self.id),
            reference: at.read("reference", self.reference, |it| Reference::new(it).ok())?,
            route: at.read("route", self.route, |it| RouteCode::new(it).ok())?,
            version: at.small("version", self.version)?,
            began: self.began.to_jiff(),
            standing: self.standing,
            step: at.read_opt("step", self.step, |it| StepCode::new(it).ok())?,
            kind: self.kind,
            owner: at.read_opt("owner", self.owner, Party::from_code)?,
            since: self.since.map(jiff_sqlx::Date::to_jiff),
            due: self.due.map(jiff_sqlx::Date::to_jiff),
            objection_due: self.objection_due.map(jiff_sqlx::Date::to_jiff),
            next_due: self.next_due.map(jiff_sqlx::Date::to_jiff),
            extended: self.extended,
            vacancy: at.read_opt("vacancy", self.vacancy, |it| VacancyCode::new(it).ok())?,
            association: at
                .read_opt("association", self.association, |it| OrganisationCode::new(it).ok())?,
            changes: at.small("changes", self.changes)?,
            changed_at: self.changed_at.to_jiff(),
        })
    }
}

/// Every file of a household, the newest first.
pub async fn cases_of(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
) -> Result<Vec<CaseRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select id, reference, route, version, began, standing, step, kind, owner, since, due, \
         objection_due, next_due, extended, vacancy, association, changes, changed_at \
         from case_file where programme = $1 and reference = $2 order by id desc",
        programme.uuid(),
        reference.as_str()
    )?;
    rows.into_iter().map(Row::into_row).collect()
}

/// The file of a household that did not end.
pub async fn current_case(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
) -> Result<Option<CaseRow>, StoreError> {
    let cases = cases_of(tx, programme, reference).await?;
    Ok(cases.into_iter().find(|it| it.standing != "ended"))
}

/// Keeps a new file. A household that is on a road already gives [`StoreError::Exists`]: the
/// database itself guards it.
pub async fn add_case(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &CaseRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into case_file (id, programme, reference, route, version, began, standing, \
         step, kind, owner, since, due, objection_due, next_due, extended, vacancy, \
         association, changes, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, \
         $11, $12, $13, $14, $15, $16, $17, $18, $19)",
        row.id.uuid(),
        programme.uuid(),
        row.reference.as_str(),
        row.route.as_str(),
        i64::from(row.version),
        date(row.began),
        row.standing.as_str(),
        row.step.as_ref().map(StepCode::as_str),
        row.kind.as_deref(),
        row.owner.map(Party::code),
        date_opt(row.since),
        date_opt(row.due),
        date_opt(row.objection_due),
        date_opt(row.next_due),
        row.extended,
        row.vacancy.as_ref().map(VacancyCode::as_str),
        row.association.as_ref().map(OrganisationCode::as_str),
        i64::from(row.changes),
        time(row.changed_at)?
    )?;
    Ok(())
}

/// Brings a file up to date after events. [`StoreError::Changed`] when it had another number
/// of events than `before`: somebody else was first.
pub async fn change_case(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &CaseRow,
    before: u32,
) -> Result<(), StoreError> {
    let touched = exec!(
        tx,
        "update case_file set route = $3, version = $4, standing = $5, step = $6, kind = $7, \
         owner = $8, since = $9, due = $10, objection_due = $11, next_due = $12, \
         extended = $13, vacancy = $14, association = $15, changes = $16, changed_at = $17 \
         where programme = $1 and id = $2 and changes = $18",
        programme.uuid(),
        row.id.uuid(),
        row.route.as_str(),
        i64::from(row.version),
        row.standing.as_str(),
        row.step.as_ref().map(StepCode::as_str),
        row.kind.as_deref(),
        row.owner.map(Party::code),
        date_opt(row.since),
        date_opt(row.due),
        date_opt(row.objection_due),
        date_opt(row.next_due),
        row.extended,
        row.vacancy.as_ref().map(VacancyCode::as_str),
        row.association.as_ref().map(OrganisationCode::as_str),
        i64::from(row.changes),
        time(row.changed_at)?,
        i64::from(before)
    )?;
    if touched == 1 {
        Ok(())
    } else {
        Err(StoreError::Changed { table: "case_file", key: row.id.to_string() })
    }
}
