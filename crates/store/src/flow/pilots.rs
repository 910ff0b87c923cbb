use jiff::{Timestamp, civil::Date};
use sleutel_domain::{
    Id, LongText, OrganisationCode, Phrase, Reference, RouteCode, StepCode,
    access::{Party, Programme},
};
use uuid::Uuid;

use super::FlowFilter;
use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, date, date_opt, list_of, plain, time},
};

/// Files that are followed together ("pilot").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PilotRow {
    /// Its identifier.
    pub id: Uuid,
    /// What people call it.
    pub name: Phrase,
    /// What it is to find out.
    pub aim: LongText,
    /// The day it began.
    pub began: Date,
    /// Who made it, by name and organisation.
    pub actor: String,
    /// When.
    pub at: Timestamp,
    /// The day it was closed.
    pub closed_on: Option<Date>,
    /// How many lines its log has: what a change has to name.
    pub changes: u32,
}

/// A file in a pilot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PilotCaseRow {
    /// Whose.
    pub reference: Reference,
    /// Since when.
    pub added_on: Date,
    /// The day it was taken out.
    pub removed_on: Option<Date>,
}

/// Something that happened to a pilot, with how its files stood then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PilotLogRow {
    /// From 1, without gaps.
    pub number: u32,
    /// When.
    pub at: Timestamp,
    /// Who, by name and organisation.
    pub actor: String,
    /// The word for what.
    pub kind: String,
    /// The file it was about.
    pub reference: Option<Reference>,
    /// What they wrote with it.
    pub note: Option<LongText>,
    /// How many files stood in which phase, as the actions write it.
    pub stood: String,
}

/// Where the last file of a household stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandRow {
    /// Whose.
    pub reference: Reference,
    /// Whose file it is.
    pub provider: OrganisationCode,
    /// The road, with its version.
    pub route: Option<(RouteCode, u16)>,
    /// `open`, `paused` or `ended`; empty without a file.
    pub standing: String,
    /// The open step.
    pub step: Option<StepCode>,
    /// The word for its kind.
    pub kind: String,
    /// Who has the ball.
    pub owner: Option<Party>,
    /// Since when the step is open.
    pub since: Option<Date>,
    /// The first last day of anything that waits.
    pub next_due: Option<Date>,
    /// Whether the keys were handed over.
    pub housed: bool,
    /// Whether the lease became their own.
    pub own_lease: bool,
}

#[derive(sqlx::FromRow)]
struct PilotTuple {
    id: Uuid,
    name: String,
    aim: String,
    began: jiff_sqlx::Date,
    actor: String,
    at: jiff_sqlx::Timestamp,
    closed_on: Option<jiff_sqlx::Date>,
    changes: i64,
}

/// Every pilot, the newest first.
pub async fn pilots(tx: &mut Tx, programme: Id<Programme>) -> Result<Vec<PilotRow>, StoreError> {
    let rows = run!(
        tx,
        PilotTuple,
        fetch_all,
        "select id, name, aim, began, actor, at, closed_on, changes from pilot \
         where programme = $1 order by began desc, at desc, id desc",
        programme.uuid()
    )?;
    rows.into_iter()
        .map(|row| {
            let key = row.id.to_string();
            let at = At { table: "pilot", key: &key };
            Ok(PilotRow {
                id: row.id,
                name: at.read("name", row.name, |it| Phrase::new(it).ok())?,
                aim: at.read("aim", row.aim, |it| LongText::new(it).ok())?,
                began: row.began.to_jiff(),
                actor: row.actor,
                at: row.at.to_jiff(),
                closed_on: row.closed_on.map(jiff_sqlx::Date::to_jiff),
                changes: at.small("changes", row.changes)?,
            })
        })
        .collect()
}

/// Keeps a new pilot.
pub async fn add_pilot(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &PilotRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into pilot (id, programme, name, aim, began, actor, at, closed_on, changes) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        row.id,
        programme.uuid(),
        row.name.as_str(),
        row.aim.as_str(),
        date(row.began),
        row.actor.as_str(),
        time(row.at)?,
        date_opt(row.closed_on),
        i64::from(row.changes)
    )?;
    Ok(())
}

/// Says whether a pilot is closed, and counts the change. [`StoreError::Changed`] when it had another
/// number of changes than `before`: somebody else was first.
pub async fn change_pilot(
    tx: &mut Tx,
    programme: Id<Programme>,
    pilot: Uuid,
    closed_on: Option<Date>,
    before: u32,
) -> Result<(), StoreError> {
    let touched = exec!(
        tx,
        "update pilot set closed_on = $3, changes = changes + 1 \
         where programme = $1 and id = $2 and changes = $4",
        programme.uuid(),
        pilot,
        date_opt(closed_on),
        i64::from(before)
    )?;
    if touched == 1 {
        Ok(())
    } else {
        Err(StoreError::Changed { table: "pilot", key: pilot.to_string() })
    }
}

/// The files of every pilot, those that were taken out too: which pilot, and the file.
pub async fn pilot_cases(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<(Uuid, PilotCaseRow)>, StoreError> {
    let rows = run!(
        tx,
        (Uuid, String, jiff_sqlx::Date, Option<jiff_sqlx::Date>),
        fetch_all,
        "select pilot, reference, added_on, removed_on from pilot_case \
         where programme = $1 order by pilot, reference",
        programme.uuid()
    )?;
    rows.into_iter()
        .map(|(pilot, reference, added, removed)| {
            let key = pilot.to_string();
            let at = At { table: "pilot_case", key: &key };
            let reference = at.read("reference", reference, |it| Reference::new(it).ok())?;
            let removed_on = removed.map(jiff_sqlx::Date::to_jiff);
            Ok((pilot, PilotCaseRow { reference, added_on: added.to_jiff(), removed_on }))
        })
        .collect()
}

/// Puts a file into a pilot, takes it out, or puts it back.
pub async fn put_pilot_case(
    tx: &mut Tx,
    programme: Id<Programme>,
    pilot: Uuid,
    row: &PilotCaseRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into pilot_case (pilot, programme, reference, added_on, removed_on) \
         values ($1, $2, $3, $4, $5) on conflict (pilot, reference) do update set \
         added_on = excluded.added_on, removed_on = excluded.removed_on",
        pilot,
        programme.uuid(),
        row.reference.as_str(),
        date(row.added_on),
        date_opt(row.removed_on)
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct LogTuple {
    number: i64,
    at: jiff_sqlx::Timestamp,
    actor: String,
    kind: String,
    reference: Option<String>,
    note: Option<String>,
    stood: String,
}

/// What happened to a pilot, the latest first.
pub async fn pilot_log(
    tx: &mut Tx,
    programme: Id<Programme>,
    pilot: Uuid,
) -> Result<Vec<PilotLogRow>, StoreError> {
    let rows = run!(
        tx,
        LogTuple,
        fetch_all,
        "select number, at, actor, kind, reference, note, stood from pilot_log \
         where programme = $1 and pilot = $2 order by number desc",
        programme.uuid(),
        pilot
    )?;
    let key = pilot.to_string();
    let at = At { table: "pilot_log", key: &key };
    rows.into_iter()
        .map(|row| {
            Ok(PilotLogRow {
                number: at.small("number", row.number)?,
                at: row.at.to_jiff(),
                actor: row.actor,
                kind: row.kind,
                reference: at.read_opt("reference", row.reference, |it| Reference::new(it).ok())?,
                note: at.read_opt("note", row.note, |it| LongText::new(it).ok())?,
                stood: row.stood,
            })
        })
        .collect()
}

/// Writes down what happened to a pilot.
pub async fn add_pilot_log(
    tx: &mut Tx,
    programme: Id<Programme>,
    pilot: Uuid,
    row: &PilotLogRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into pilot_log (pilot, programme, number, at, actor, kind, reference, note, \
         stood) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        pilot,
        programme.uuid(),
        i64::from(row.number),
        time(row.at)?,
        row.actor.as_str(),
        row.kind.as_str(),
        row.reference.as_ref().map(Reference::as_str),
        row.note.as_ref().map(LongText::as_str),
        row.stood.as_str()
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct StandTuple {
    reference: String,
    provider: String,
    route: Option<String>,
    version: Option<i64>,
    standing: Option<String>,
    step: Option<String>,
    kind: Option<String>,
    owner: Option<String>,
    since: Option<jiff_sqlx::Date>,
    next_due: Option<jiff_sqlx::Date>,
    housed: Option<bool>,
    own_lease: Option<i64>,
}

/// Where the last file of each of these households stands, of those within the filter; a household
/// without a file is there too. By reference.
pub async fn stands(
    tx: &mut Tx,
    programme: Id<Programme>,
    filter: &FlowFilter,
    references: &[String],
) -> Result<Vec<StandRow>, StoreError> {
    if references.is_empty() {
        return Ok(Vec::new());
    }
    let of_them = crate::dialect::within_list(tx, "p.worker", "$5");
    let among = crate::dialect::within_list(tx, "p.reference", "$2");
    let sql = format!(
        "select p.reference, p.provider, c.route, c.version, c.standing, c.step, c.kind, \
         c.owner, c.since, c.next_due, f.housed, (select count(*) from case_spell s \
         where s.case_file = c.id and s.kind = 'conversion' and s.ended = 'done') as own_lease \
         from participant p left join case_file c on c.programme = p.programme \
         and c.reference = p.reference and c.id = (select l.id from case_file l \
         where l.programme = p.programme and l.reference = p.reference order by l.id desc limit 1) \
         left join case_flow f on f.case_file = c.id \
         where p.programme = $1 and p.goes_on_as is null and {among} \
         and ($3 = '' or p.provider = $3) and ($4 = '' or c.association = $4) and {of_them} \
         order by p.reference"
    );
    let rows = run!(
        tx,
        StandTuple,
        fetch_all,
        sqlx::AssertSqlSafe(sql.as_str()),
        programme.uuid(),
        list_of(references),
        plain(&filter.provider),
        plain(&filter.association),
        list_of(&filter.caseload)
    )?;
    rows.into_iter().map(StandTuple::into_row).collect()
}

impl StandTuple {
    fn into_row(self) -> Result<StandRow, StoreError> {
        let key = self.reference.clone();
        let at = At { table: "case_file", key: &key };
        let route = at.read_opt("route", self.route, |it| RouteCode::new(it).ok())?;
        let version = at.small_opt("version", self.version)?;
        Ok(StandRow {
            reference: at.read("reference", self.reference, |it| Reference::new(it).ok())?,
            provider: at.read("provider", self.provider, |it| OrganisationCode::new(it).ok())?,
            route: route.zip(version),
            standing: self.standing.unwrap_or_default(),
            step: at.read_opt("step", self.step, |it| StepCode::new(it).ok())?,
            kind: self.kind.unwrap_or_default(),
            owner: at.read_opt("owner", self.owner, Party::from_code)?,
            since: self.since.map(jiff_sqlx::Date::to_jiff),
            next_due: self.next_due.map(jiff_sqlx::Date::to_jiff),
            housed: self.housed.unwrap_or(false),
            own_lease: self.own_lease.unwrap_or(0) > 0,
        })
    }
}
