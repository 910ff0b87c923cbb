//! Expected demand: how many households came on which day, what somebody put in the place of a
//! forecast, and who was announced.

use jiff::{Timestamp, civil::Date};
use sleutel_domain::{GroupCode, Id, Phrase, access::Programme, steering::forecast::Month};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, date, time},
};

/// How many households of a group began to wait on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArrivalsRow {
    /// The group they are in now.
    pub group: GroupCode,
    /// The day they came to need a home.
    pub on: Date,
    /// How many.
    pub households: u32,
}

/// One version of what somebody expects of a group in a year, in the place of the forecast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverrulingRow {
    /// Its identifier.
    pub id: Uuid,
    /// Which group.
    pub group: GroupCode,
    /// Which year.
    pub year: i16,
    /// From 1 for the first of a group and year.
    pub version: u32,
    /// Households expected in the whole year; `None`: taken back, the forecast holds again.
    pub expected: Option<u32>,
    /// Why.
    pub reason: Phrase,
    /// Who, by name and organisation.
    pub actor: String,
    /// When.
    pub at: Timestamp,
}

/// People of whom it is known that they will come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnouncedRow {
    /// Its identifier.
    pub id: Uuid,
    /// Of which group.
    pub group: GroupCode,
    /// In which month.
    pub month: Month,
    /// How many households.
    pub people: u32,
    /// Why.
    pub reason: Phrase,
    /// Who said so, by name and organisation.
    pub actor: String,
    /// When.
    pub at: Timestamp,
    /// When it was withdrawn, by whom and why.
    pub withdrawn: Option<(Timestamp, String, String)>,
}

/// All households by group and the day they began to wait, those with a home among them. A file
/// that was set aside is left out: it is the second of one household. Where dates are cut into
/// months is not for the database, so that both give the same.
pub async fn arrivals(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<ArrivalsRow>, StoreError> {
    let rows = run!(
        tx,
        (String, jiff_sqlx::Date, i64),
        fetch_all,
        "select target_group, waiting_since, count(*) from participant \
         where programme = $1 and goes_on_as is null group by target_group, waiting_since \
         order by target_group, waiting_since",
        programme.uuid()
    )?;
    let at = At { table: "participant", key: "" };
    rows.into_iter()
        .map(|(group, on, households)| {
            Ok(ArrivalsRow {
                group: at.read("target_group", group, |it| GroupCode::new(it).ok())?,
                on: on.to_jiff(),
                households: at.small("waiting_since", households)?,
            })
        })
        .collect()
}

#[derive(sqlx::FromRow)]
struct OverrulingTuple {
    id: Uuid,
    target_group: String,
    year: i64,
    version: i64,
    expected: Option<i64>,
    reason: String,
    actor: String,
    at: jiff_sqlx::Timestamp,
}

/// Every version of every overruling, by group and year and of those the latest first.
pub async fn overrulings(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<OverrulingRow>, StoreError> {
    let rows = run!(
        tx,
        OverrulingTuple,
        fetch_all,
        "select id, target_group, year, version, expected, reason, actor, at \
         from demand_overruling where programme = $1 \
         order by target_group, year, version desc",
        programme.uuid()
    )?;
    rows.into_iter()
        .map(|row| {
            let key = row.id.to_string();
            let at = At { table: "demand_overruling", key: &key };
            Ok(OverrulingRow {
                id: row.id,
                group: at.read("target_group", row.target_group, |it| GroupCode::new(it).ok())?,
                year: at.read("year", row.year, |it| i16::try_from(*it).ok())?,
                version: at.small("version", row.version)?,
                expected: at.small_opt("expected", row.expected)?,
                reason: at.read("reason", row.reason, |it| Phrase::new(it).ok())?,
                actor: row.actor,
                at: row.at.to_jiff(),
            })
        })
        .collect()
}

/// Adds a version of an overruling. [`StoreError::Exists`] when that version is there already.
pub async fn add_overruling(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &OverrulingRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into demand_overruling (id, programme, target_group, year, version, expected, \
         reason, actor, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        row.id,
        programme.uuid(),
        row.group.as_str(),
        i64::from(row.year),
        i64::from(row.version),
        row.expected.map(i64::from),
        row.reason.as_str(),
        row.actor.as_str(),
        time(row.at)?
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct AnnouncedTuple {
    id: Uuid,
    target_group: String,
    month: jiff_sqlx::Date,
    people: i64,
    reason: String,
    actor: String,
    at: jiff_sqlx::Timestamp,
    withdrawn_at: Option<jiff_sqlx::Timestamp>,
    withdrawn_by: Option<String>,
    withdrawn_reason: Option<String>,
}

/// Everything that was announced, what was withdrawn too; by month and group.
pub async fn announced(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<AnnouncedRow>, StoreError> {
    let rows = run!(
        tx,
        AnnouncedTuple,
        fetch_all,
        "select id, target_group, month, people, reason, actor, at, withdrawn_at, withdrawn_by, \
         withdrawn_reason from announced_inflow where programme = $1 \
         order by month, target_group, at, id",
        programme.uuid()
    )?;
    rows.into_iter()
        .map(|row| {
            let key = row.id.to_string();
            let at = At { table: "announced_inflow", key: &key };
            let (by, why) = (row.withdrawn_by, row.withdrawn_reason);
            Ok(AnnouncedRow {
                id: row.id,
                group: at.read("target_group", row.target_group, |it| GroupCode::new(it).ok())?,
                month: Month::of(row.month.to_jiff()),
                people: at.small("people", row.people)?,
                reason: at.read("reason", row.reason, |it| Phrase::new(it).ok())?,
                actor: row.actor,
                at: row.at.to_jiff(),
                withdrawn: row
                    .withdrawn_at
                    .map(|it| (it.to_jiff(), by.unwrap_or_default(), why.unwrap_or_default())),
            })
        })
        .collect()
}

/// Keeps what was announced.
pub async fn announce(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &AnnouncedRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into announced_inflow (id, programme, target_group, month, people, reason, \
         actor, at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
        row.id,
        programme.uuid(),
        row.group.as_str(),
        date(row.month.first_day()),
        i64::from(row.people),
        row.reason.as_str(),
        row.actor.as_str(),
        time(row.at)?
    )?;
    Ok(())
}

/// Withdraws what was announced; it stays to be read. Whether there was anything to withdraw.
pub async fn withdraw_announced(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Uuid,
    (at, actor): (Timestamp, &str),
    reason: &Phrase,
) -> Result<bool, StoreError> {
    let rows = exec!(
        tx,
        "update announced_inflow set withdrawn_at = $3, withdrawn_by = $4, withdrawn_reason = $5 \
         where programme = $1 and id = $2 and withdrawn_at is null",
        programme.uuid(),
        id,
        time(at)?,
        actor,
        reason.as_str()
    )?;
    Ok(rows == 1)
}
