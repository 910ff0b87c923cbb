//! What was agreed for a year with main groups and with associations.

use sleutel_domain::{Id, OrganisationCode, access::Programme, placement::Agreed};

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::At,
};

/// A main group's numbers in a year, over its target groups together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MainGroupRow {
    /// Which main group, as the files call it.
    pub main_group: String,
    /// Which year.
    pub year: i16,
    /// At least this many homes (0: no floor).
    pub lower: u32,
    /// At most this many; `None`: no ceiling.
    pub upper: Option<u32>,
}

/// An association's numbers in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetRow {
    /// Which association.
    pub association: OrganisationCode,
    /// Which year.
    pub year: i16,
    /// Floor, ceiling, and what counted before decisions were kept here.
    pub agreed: Agreed,
}

#[derive(sqlx::FromRow)]
struct MainGroupTuple {
    main_group: String,
    lower_bound: i64,
    upper_bound: Option<i64>,
}

/// The main groups' numbers in a year, by their word.
pub async fn main_groups(
    tx: &mut Tx,
    programme: Id<Programme>,
    year: i16,
) -> Result<Vec<MainGroupRow>, StoreError> {
    let rows = run!(
        tx,
        MainGroupTuple,
        fetch_all,
        "select main_group, lower_bound, upper_bound from main_group_quota \
         where programme = $1 and year = $2 order by main_group",
        programme.uuid(),
        i64::from(year)
    )?;
    rows.into_iter()
        .map(|row| {
            let key = format!("{} {year}", row.main_group);
            let at = At { table: "main_group_quota", key: &key };
            Ok(MainGroupRow {
                lower: at.small("lower_bound", row.lower_bound)?,
                upper: at.small_opt("upper_bound", row.upper_bound)?,
                main_group: row.main_group,
                year,
            })
        })
        .collect()
}

/// Adds a main group's numbers in a year, or replaces them.
pub async fn save_main_group(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &MainGroupRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into main_group_quota (programme, main_group, year, lower_bound, upper_bound) \
         values ($1, $2, $3, $4, $5) on conflict (programme, main_group, year) do update set \
         lower_bound = excluded.lower_bound, upper_bound = excluded.upper_bound",
        programme.uuid(),
        row.main_group.as_str(),
        i64::from(row.year),
        i64::from(row.lower),
        row.upper.map(i64::from)
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct TargetTuple {
    association: String,
    lower_bound: i64,
    upper_bound: Option<i64>,
    realised: i64,
}

/// The associations' numbers in a year, by code.
pub async fn targets(
    tx: &mut Tx,
    programme: Id<Programme>,
    year: i16,
) -> Result<Vec<TargetRow>, StoreError> {
    let rows = run!(
        tx,
        TargetTuple,
        fetch_all,
        "select association, lower_bound, upper_bound, realised from association_target \
         where programme = $1 and year = $2 order by association",
        programme.uuid(),
        i64::from(year)
    )?;
    rows.into_iter()
        .map(|row| {
            let key = format!("{} {year}", row.association);
            let at = At { table: "association_target", key: &key };
            let association = row.association;
            Ok(TargetRow {
                association: at
                    .read("association", association, |it| OrganisationCode::new(it).ok())?,
                year,
                agreed: Agreed {
                    lower: at.small("lower_bound", row.lower_bound)?,
                    upper: at.small_opt("upper_bound", row.upper_bound)?,
                    realised: at.small("realised", row.realised)?,
                },
            })
        })
        .collect()
}

/// Adds an association's numbers in a year, or replaces them.
pub async fn save_target(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &TargetRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into association_target (programme, association, year, lower_bound, \
         upper_bound, realised) values ($1, $2, $3, $4, $5, $6) \
         on conflict (programme, association, year) do update set \
         lower_bound = excluded.lower_bound, upper_bound = excluded.upper_bound, \
         realised = excluded.realised",
        programme.uuid(),
        row.association.as_str(),
        i64::from(row.year),
        i64::from(row.agreed.lower),
        row.agreed.upper.map(i64::from),
        i64::from(row.agreed.realised)
    )?;
    Ok(())
}
