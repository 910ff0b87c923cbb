//! How the homes of a year were shared out over target groups.

use jiff::Timestamp;
use sleutel_domain::{
    GroupCode, Id, LongText,
    access::Programme,
    steering::{Bound, Demand, DemandBasis, GroupDemand, Rule, Share, ShareStanding},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, time},
};

/// That a share-out was decided or put aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// Who, with their organisation.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub why: Option<LongText>,
}

/// How the homes of a year are shared out, proposed or decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareOutRow {
    /// Its identifier.
    pub id: Uuid,
    /// Which year.
    pub year: i16,
    /// From 1 within the year.
    pub number: u32,
    /// The version of the year's agreement it was made with.
    pub agreement: Uuid,
    /// By which rule.
    pub rule: Rule,
    /// By which number of expected people.
    pub basis: DemandBasis,
    /// Homes shared out.
    pub total: u32,
    /// What somebody wrote with it.
    pub note: Option<LongText>,
    /// Where it stands.
    pub standing: ShareStanding,
    /// Who made it, with their organisation.
    pub actor: String,
    /// When.
    pub at: Timestamp,
    /// That it was decided or put aside.
    pub settled: Option<Settled>,
}

#[derive(sqlx::FromRow)]
struct ShareOutTuple {
    id: Uuid,
    number: i64,
    agreement: Uuid,
    rule: String,
    basis: String,
    total: i64,
    note: Option<String>,
    standing: String,
    actor: String,
    at: jiff_sqlx::Timestamp,
    settled_by: Option<String>,
    settled_at: Option<jiff_sqlx::Timestamp>,
    settled_why: Option<String>,
}

/// The share-outs of a year, the newest first.
pub async fn share_outs(
    tx: &mut Tx,
    programme: Id<Programme>,
    year: i16,
) -> Result<Vec<ShareOutRow>, StoreError> {
    let rows = run!(
        tx,
        ShareOutTuple,
        fetch_all,
        "select id, number, agreement, rule, basis, total, note, standing, actor, at, settled_by, \
         settled_at, settled_why from share_out \
         where programme = $1 and year = $2 order by number desc",
        programme.uuid(),
        i64::from(year)
    )?;
    rows.into_iter()
        .map(|row| {
            let key = format!("{year} {}", row.number);
            let at = At { table: "share_out", key: &key };
            let why = at.read_opt("settled_why", row.settled_why, |it| LongText::new(it).ok())?;
            let settled = row.settled_by.zip(row.settled_at);
            Ok(ShareOutRow {
                id: row.id,
                year,
                number: at.small("number", row.number)?,
                agreement: row.agreement,
                rule: at.read("rule", row.rule, |it| Rule::from_code(it))?,
                basis: at.read("basis", row.basis, |it| DemandBasis::from_code(it))?,
                total: at.small("total", row.total)?,
                note: at.read_opt("note", row.note, |it| LongText::new(it).ok())?,
                standing: at.read("standing", row.standing, |it| ShareStanding::from_code(it))?,
                actor: row.actor,
                at: row.at.to_jiff(),
                settled: settled.map(|(by, at)| Settled { by, at: at.to_jiff(), why }),
            })
        })
        .collect()
}

/// Adds a share-out with what each group gets. [`StoreError::Exists`] when the year has that
/// number.
pub async fn add_share_out(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &ShareOutRow,
    shares: &[Share],
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into share_out (id, programme, year, number, agreement, rule, basis, total, \
         note, standing, actor, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        row.id,
        programme.uuid(),
        i64::from(row.year),
        i64::from(row.number),
        row.agreement,
        row.rule.code(),
        row.basis.code(),
        i64::from(row.total),
        row.note.as_ref().map(LongText::as_str),
        row.standing.code(),
        row.actor.as_str(),
        time(row.at)?
    )?;
    for Share { demand, homes, bound } in shares {
        exec!(
            tx,
            "insert into share_of_group (share_out, programme, target_group, expected, \
             waiting, lower_bound, upper_bound, realised, homes, bound) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            row.id,
            programme.uuid(),
            demand.group.as_str(),
            i64::from(demand.expected.in_thousandths()),
            i64::from(demand.waiting),
            i64::from(demand.floor),
            demand.ceiling.map(i64::from),
            i64::from(demand.realised),
            i64::from(*homes),
            bound.code()
        )?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct ShareTuple {
    target_group: String,
    expected: i64,
    waiting: i64,
    lower_bound: i64,
    upper_bound: Option<i64>,
    realised: i64,
    homes: i64,
    bound: String,
}

/// What each group gets in a share-out, by code.
pub async fn shares(
    tx: &mut Tx,
    programme: Id<Programme>,
    share_out: Uuid,
) -> Result<Vec<Share>, StoreError> {
    let rows = run!(
        tx,
        ShareTuple,
        fetch_all,
        "select target_group, expected, waiting, lower_bound, upper_bound, realised, homes, bound \
         from share_of_group where programme = $1 and share_out = $2 order by target_group",
        programme.uuid(),
        share_out
    )?;
    rows.into_iter()
        .map(|row| {
            let key = format!("{share_out} {}", row.target_group);
            let at = At { table: "share_of_group", key: &key };
            let demand = GroupDemand {
                group: at.read("target_group", row.target_group, |it| GroupCode::new(it).ok())?,
                expected: at.read("expected", row.expected, |it| {
                    Demand::thousandths(u32::try_from(*it).ok()?)
                })?,
                waiting: at.small("waiting", row.waiting)?,
                floor: at.small("lower_bound", row.lower_bound)?,
                ceiling: at.small_opt("upper_bound", row.upper_bound)?,
                realised: at.small("realised", row.realised)?,
            };
            let homes = at.small("homes", row.homes)?;
            let bound = at.read("bound", row.bound, |it| Bound::from_code(it))?;
            Ok(Share { demand, homes, bound })
        })
        .collect()
}

/// Decides a share-out or puts it aside. [`StoreError::Changed`] when somebody did before.
pub async fn settle_share_out(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Uuid,
    standing: ShareStanding,
    settled: &Settled,
) -> Result<(), StoreError> {
    let touched = exec!(
        tx,
        "update share_out set standing = $3, settled_by = $4, settled_at = $5, settled_why = $6 \
         where programme = $1 and id = $2 and standing = 'proposed'",
        programme.uuid(),
        id,
        standing.code(),
        settled.by.as_str(),
        time(settled.at)?,
        settled.why.as_ref().map(LongText::as_str)
    )?;
    if touched == 0 {
        return Err(StoreError::Changed { table: "share_out", key: id.to_string() });
    }
    Ok(())
}
