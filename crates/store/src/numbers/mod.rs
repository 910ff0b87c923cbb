//! The year's numbers: target groups with their shares, ceilings and floors of areas, main
//! groups, targets of associations.

mod targets;

use sleutel_domain::{GroupCode, Id, Phrase, access::Programme, homes::Place, placement::Agreed};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, place_columns},
};

pub use targets::{MainGroupRow, TargetRow, main_groups, save_main_group, save_target, targets};

/// A target group as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRow {
    /// Its code.
    pub code: GroupCode,
    /// Its name in Dutch.
    pub name_nl: Phrase,
    /// Its name in English.
    pub name_en: Phrase,
    /// Its main group, as the files call it.
    pub main_group: String,
    /// Its households get support.
    pub with_support: bool,
    /// Its homes count in the yearly number.
    pub counts: bool,
}

/// A group's numbers in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotaRow {
    /// Which group.
    pub group: GroupCode,
    /// Which year.
    pub year: i16,
    /// Households expected to need a home.
    pub expected: u32,
    /// Floor, ceiling, and what counted before decisions were kept here.
    pub agreed: Agreed,
}

/// A place's numbers in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CeilingRow {
    /// An area or a complex.
    pub place: Place,
    /// Which year.
    pub year: i16,
    /// Floor, ceiling, and what counted before decisions were kept here.
    pub agreed: Agreed,
    /// The most points of support load it can carry; `None`: no such limit.
    pub load: Option<u32>,
}

#[derive(sqlx::FromRow)]
struct GroupTuple {
    code: String,
    name_nl: String,
    name_en: String,
    main_group: String,
    with_support: bool,
    counts: bool,
}

/// All target groups, by code.
pub async fn groups(tx: &mut Tx, programme: Id<Programme>) -> Result<Vec<GroupRow>, StoreError> {
    let rows = run!(
        tx,
        GroupTuple,
        fetch_all,
        "select code, name_nl, name_en, main_group, with_support, counts from target_group \
         where programme = $1 order by code",
        programme.uuid()
    )?;
    rows.into_iter()
        .map(|row| {
            let key = row.code.clone();
            let at = At { table: "target_group", key: &key };
            Ok(GroupRow {
                code: at.read("code", row.code, |it| GroupCode::new(it).ok())?,
                name_nl: at.read("name_nl", row.name_nl, |it| Phrase::new(it).ok())?,
                name_en: at.read("name_en", row.name_en, |it| Phrase::new(it).ok())?,
                main_group: row.main_group,
                with_support: row.with_support,
                counts: row.counts,
            })
        })
        .collect()
}

/// Adds a target group, or changes the one with this code.
pub async fn save_group(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Uuid,
    row: &GroupRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into target_group (id, programme, code, name_nl, name_en, main_group, \
         with_support, counts) values ($1, $2, $3, $4, $5, $6, $7, $8) \
         on conflict (programme, code) do update set name_nl = excluded.name_nl, \
         name_en = excluded.name_en, main_group = excluded.main_group, \
         with_support = excluded.with_support, counts = excluded.counts",
        id,
        programme.uuid(),
        row.code.as_str(),
        row.name_nl.as_str(),
        row.name_en.as_str(),
        row.main_group.as_str(),
        row.with_support,
        row.counts
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct QuotaTuple {
    target_group: String,
    expected: i64,
    lower_bound: i64,
    upper_bound: Option<i64>,
    realised: i64,
}

/// The groups' numbers in a year, by code.
pub async fn quotas(
    tx: &mut Tx,
    programme: Id<Programme>,
    year: i16,
) -> Result<Vec<QuotaRow>, StoreError> {
    let rows = run!(
        tx,
        QuotaTuple,
        fetch_all,
        "select target_group, expected, lower_bound, upper_bound, realised from group_quota \
         where programme = $1 and year = $2 order by target_group",
        programme.uuid(),
        i64::from(year)
    )?;
    rows.into_iter()
        .map(|row| {
            let key = format!("{} {year}", row.target_group);
            let at = At { table: "group_quota", key: &key };
            Ok(QuotaRow {
                group: at.read("target_group", row.target_group, |it| GroupCode::new(it).ok())?,
                year,
                expected: at.small("expected", row.expected)?,
                agreed: Agreed {
                    lower: at.small("lower_bound", row.lower_bound)?,
                    upper: at.small_opt("upper_bound", row.upper_bound)?,
                    realised: at.small("realised", row.realised)?,
                },
            })
        })
        .collect()
}

/// Adds a group's numbers in a year, or replaces them.
pub async fn save_quota(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &QuotaRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into group_quota (programme, target_group, year, expected, lower_bound, \
         upper_bound, realised) values ($1, $2, $3, $4, $5, $6, $7) \
         on conflict (programme, target_group, year) do update set expected = excluded.expected, \
         lower_bound = excluded.lower_bound, upper_bound = excluded.upper_bound, \
         realised = excluded.realised",
        programme.uuid(),
        row.group.as_str(),
        i64::from(row.year),
        i64::from(row.expected),
        i64::from(row.agreed.lower),
        row.agreed.upper.map(i64::from),
        i64::from(row.agreed.realised)
    )?;
    Ok(())
}

/// Takes a group's numbers in a year away, when it got nothing yet. Whether there were any.
pub async fn remove_quota(
    tx: &mut Tx,
    programme: Id<Programme>,
    (group, year): (&GroupCode, i16),
) -> Result<bool, StoreError> {
    let touched = exec!(
        tx,
        "delete from group_quota where programme = $1 and target_group = $2 and year = $3 \
         and realised = 0",
        programme.uuid(),
        group.as_str(),
        i64::from(year)
    )?;
    Ok(touched > 0)
}

#[derive(sqlx::FromRow)]
struct CeilingTuple {
    place_kind: String,
    place_code: String,
    lower_bound: i64,
    upper_bound: Option<i64>,
    realised: i64,
    load_upper: Option<i64>,
}

/// The places' numbers in a year, by kind and code.
pub async fn ceilings(
    tx: &mut Tx,
    programme: Id<Programme>,
    year: i16,
) -> Result<Vec<CeilingRow>, StoreError> {
    let rows = run!(
        tx,
        CeilingTuple,
        fetch_all,
        "select place_kind, place_code, lower_bound, upper_bound, realised, load_upper \
         from ceiling where programme = $1 and year = $2 order by place_kind, place_code",
        programme.uuid(),
        i64::from(year)
    )?;
    rows.into_iter()
        .map(|row| {
            let key = format!("{} {} {year}", row.place_kind, row.place_code);
            let at = At { table: "ceiling", key: &key };
            Ok(CeilingRow {
                place: at.place(&row.place_kind, &row.place_code, None)?,
                year,
                agreed: Agreed {
                    lower: at.small("lower_bound", row.lower_bound)?,
                    upper: at.small_opt("upper_bound", row.upper_bound)?,
                    realised: at.small("realised", row.realised)?,
                },
                load: at.small_opt("load_upper", row.load_upper)?,
            })
        })
        .collect()
}

/// Adds a place's numbers in a year, or replaces them. [`StoreError::Row`] for a street,
/// which has no numbers.
pub async fn save_ceiling(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &CeilingRow,
) -> Result<(), StoreError> {
    let (kind, code, street) = place_columns(&row.place);
    if let Some(street) = street {
        return Err(At { table: "ceiling", key: code }.bad("place", street));
    }
    exec!(
        tx,
        "insert into ceiling (programme, place_kind, place_code, year, lower_bound, \
         upper_bound, realised, load_upper) values ($1, $2, $3, $4, $5, $6, $7, $8) \
         on conflict (programme, place_kind, place_code, year) do update set \
         lower_bound = excluded.lower_bound, upper_bound = excluded.upper_bound, \
         realised = excluded.realised, load_upper = excluded.load_upper",
        programme.uuid(),
        kind,
        code,
        i64::from(row.year),
        i64::from(row.agreed.lower),
        row.agreed.upper.map(i64::from),
        i64::from(row.agreed.realised),
        row.load.map(i64::from)
    )?;
    Ok(())
}
