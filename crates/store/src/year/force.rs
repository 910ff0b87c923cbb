//! Which version of a year's agreement was put in force when.

use jiff::Timestamp;
use sleutel_domain::{Id, access::Programme};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, time},
};

/// That a version was put in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForceRow {
    /// Its identifier.
    pub id: Uuid,
    /// Of which year.
    pub year: i16,
    /// From 1 within the year.
    pub number: u32,
    /// Which version.
    pub agreement: Uuid,
    /// By whom, with their organisation.
    pub actor: String,
    /// When.
    pub at: Timestamp,
}

/// Notes that a version is in force. [`StoreError::Exists`] when the year has that number.
pub async fn add_in_force(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &ForceRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into year_in_force (id, programme, year, number, agreement, actor, at) \
         values ($1, $2, $3, $4, $5, $6, $7)",
        row.id,
        programme.uuid(),
        i64::from(row.year),
        i64::from(row.number),
        row.agreement,
        row.actor.as_str(),
        time(row.at)?
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct ForceTuple {
    id: Uuid,
    number: i64,
    agreement: Uuid,
    actor: String,
    at: jiff_sqlx::Timestamp,
}

/// What was put in force for a year, the last first.
pub async fn in_force(
    tx: &mut Tx,
    programme: Id<Programme>,
    year: i16,
) -> Result<Vec<ForceRow>, StoreError> {
    let rows = run!(
        tx,
        ForceTuple,
        fetch_all,
        "select id, number, agreement, actor, at from year_in_force \
         where programme = $1 and year = $2 order by number desc",
        programme.uuid(),
        i64::from(year)
    )?;
    let read = |row: ForceTuple| {
        let key = format!("{year} {}", row.number);
        let at = At { table: "year_in_force", key: &key };
        Ok(ForceRow {
            id: row.id,
            year,
            number: at.small("number", row.number)?,
            agreement: row.agreement,
            actor: row.actor,
            at: row.at.to_jiff(),
        })
    };
    rows.into_iter().map(read).collect()
}
