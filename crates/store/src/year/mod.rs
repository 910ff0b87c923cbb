//! What was agreed for a year, in versions, and how its homes were shared out.

mod assents;
mod force;
mod places;
mod shares;
mod targets;
mod waiting;

use std::collections::BTreeMap;

use jiff::Timestamp;
use sleutel_domain::{
    GroupCode, Id, LongText,
    access::Programme,
    steering::{GroupTerms, YearTotal},
};
use uuid::Uuid;

pub use assents::{AssentRow, add_assent, assents};
pub use force::{ForceRow, add_in_force, in_force};
pub use places::{AgreedPlaces, add_places, places_of};
pub use shares::{Settled, ShareOutRow, add_share_out, settle_share_out, share_outs, shares};
pub use targets::{AgreedTargets, add_targets, targets_of};
pub use waiting::{keys_to_come, waited_on, waiting};

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, time},
};

/// A version of what was agreed for a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearRow {
    /// Its identifier.
    pub id: Uuid,
    /// Which year.
    pub year: i16,
    /// From 1 within the year.
    pub version: u32,
    /// How many homes.
    pub total: YearTotal,
    /// What somebody wrote with it.
    pub note: Option<LongText>,
    /// Who wrote it down, with their organisation.
    pub actor: String,
    /// When.
    pub at: Timestamp,
}

/// A target group in a version, as the group was then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearGroupRow {
    /// What was agreed for it.
    pub terms: GroupTerms,
    /// Its main group, as the files call it.
    pub main_group: String,
    /// Its households get support.
    pub with_support: bool,
}

#[derive(sqlx::FromRow)]
struct YearTuple {
    id: Uuid,
    version: i64,
    kind: String,
    homes: Option<i64>,
    per_mille: Option<i64>,
    vacancies: Option<i64>,
    note: Option<String>,
    actor: String,
    at: jiff_sqlx::Timestamp,
}

impl YearTuple {
    fn into_row(self, year: i16) -> Result<YearRow, StoreError> {
        let key = format!("{year} {}", self.version);
        let at = At { table: "year_agreement", key: &key };
        let homes = at.small_opt("homes", self.homes)?;
        let per_mille = at.small_opt("per_mille", self.per_mille)?;
        let vacancies = at.small_opt("vacancies", self.vacancies)?;
        let total = match (self.kind.as_str(), homes, per_mille, vacancies) {
            ("fixed", Some(homes), ..) => YearTotal::Fixed(homes),
            ("part-of-vacancies", _, Some(per_mille), Some(vacancies)) => {
                YearTotal::PartOfVacancies { per_mille, vacancies }
            }
            _ => return Err(at.bad("kind", &self.kind)),
        };
        Ok(YearRow {
            id: self.id,
            year,
            version: at.small("version", self.version)?,
            total,
            note: at.read_opt("note", self.note, |it| LongText::new(it).ok())?,
            actor: self.actor,
            at: self.at.to_jiff(),
        })
    }
}

/// What was agreed for a year, the newest version first.
pub async fn versions(
    tx: &mut Tx,
    programme: Id<Programme>,
    year: i16,
) -> Result<Vec<YearRow>, StoreError> {
    let rows = run!(
        tx,
        YearTuple,
        fetch_all,
        "select id, version, kind, homes, per_mille, vacancies, note, actor, at \
         from year_agreement where programme = $1 and year = $2 order by version desc",
        programme.uuid(),
        i64::from(year)
    )?;
    rows.into_iter().map(|row| row.into_row(year)).collect()
}

/// Adds a version with its groups. [`StoreError::Exists`] when the year has that version.
pub async fn add_version(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &YearRow,
    groups: &[YearGroupRow],
) -> Result<(), StoreError> {
    let (homes, per_mille, vacancies) = match row.total {
        YearTotal::Fixed(homes) => (Some(i64::from(homes)), None, None),
        YearTotal::PartOfVacancies { per_mille, vacancies } => {
            (None, Some(i64::from(per_mille)), Some(i64::from(vacancies)))
        }
    };
    exec!(
        tx,
        "insert into year_agreement (id, programme, year, version, kind, homes, per_mille, \
         vacancies, note, actor, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        row.id,
        programme.uuid(),
        i64::from(row.year),
        i64::from(row.version),
        row.total.code(),
        homes,
        per_mille,
        vacancies,
        row.note.as_ref().map(LongText::as_str),
        row.actor.as_str(),
        time(row.at)?
    )?;
    for YearGroupRow { terms, main_group, with_support } in groups {
        exec!(
            tx,
            "insert into year_group (agreement, programme, target_group, main_group, \
             with_support, counts, lower_bound, upper_bound, ground) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            row.id,
            programme.uuid(),
            terms.group.as_str(),
            main_group.as_str(),
            *with_support,
            terms.counts,
            i64::from(terms.floor),
            terms.ceiling.map(i64::from),
            terms.ground.as_str()
        )?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct GroupTuple {
    target_group: String,
    main_group: String,
    with_support: bool,
    counts: bool,
    lower_bound: i64,
    upper_bound: Option<i64>,
    ground: String,
}

/// The groups of a version, by code.
pub async fn groups_of(
    tx: &mut Tx,
    programme: Id<Programme>,
    agreement: Uuid,
) -> Result<Vec<YearGroupRow>, StoreError> {
    let rows = run!(
        tx,
        GroupTuple,
        fetch_all,
        "select target_group, main_group, with_support, counts, lower_bound, upper_bound, ground \
         from year_group where programme = $1 and agreement = $2 order by target_group",
        programme.uuid(),
        agreement
    )?;
    rows.into_iter()
        .map(|row| {
            let key = format!("{agreement} {}", row.target_group);
            let at = At { table: "year_group", key: &key };
            let terms = GroupTerms {
                group: at.read("target_group", row.target_group, |it| GroupCode::new(it).ok())?,
                counts: row.counts,
                floor: at.small("lower_bound", row.lower_bound)?,
                ceiling: at.small_opt("upper_bound", row.upper_bound)?,
                ground: row.ground,
            };
            let (main_group, with_support) = (row.main_group, row.with_support);
            Ok(YearGroupRow { terms, main_group, with_support })
        })
        .collect()
}

#[derive(sqlx::FromRow)]
struct CountsTuple {
    target_group: String,
    counts: bool,
}

/// Whether each group of the newest version of a year counts in its number; nothing for a year
/// without a version.
pub async fn counting(
    tx: &mut Tx,
    programme: Id<Programme>,
    year: i16,
) -> Result<BTreeMap<GroupCode, bool>, StoreError> {
    let rows = run!(
        tx,
        CountsTuple,
        fetch_all,
        "select target_group, counts from year_group where agreement = (select id \
         from year_agreement where programme = $1 and year = $2 order by version desc limit 1)",
        programme.uuid(),
        i64::from(year)
    )?;
    rows.into_iter()
        .map(|row| {
            let key = format!("{year} {}", row.target_group);
            let at = At { table: "year_group", key: &key };
            let group = at.read("target_group", row.target_group, |it| GroupCode::new(it).ok())?;
            Ok((group, row.counts))
        })
        .collect()
}
