//! What was agreed for a year, in versions, and how its homes were shared out.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sleutel_domain::{
    GroupCode, Id, LongText, OrganisationCode, Phrase,
    access::Programme,
    steering::{
        Bound, Demand, DemandBasis, GroupDemand, GroupTerms, Rule, Share, ShareStanding, YearTotal,
    },
};
use uuid::Uuid;

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

/// That an organisation agrees with a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssentRow {
    /// Which organisation.
    pub organisation: OrganisationCode,
    /// Who said so, when somebody else wrote it down.
    pub said_by: Option<Phrase>,
    /// Who wrote it down, with their organisation.
    pub actor: String,
    /// When.
    pub at: Timestamp,
}

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
struct AssentTuple {
    organisation: String,
    said_by: Option<String>,
    actor: String,
    at: jiff_sqlx::Timestamp,
}

/// Who agrees with a version, in the order they did.
pub async fn assents(
    tx: &mut Tx,
    programme: Id<Programme>,
    agreement: Uuid,
) -> Result<Vec<AssentRow>, StoreError> {
    let rows = run!(
        tx,
        AssentTuple,
        fetch_all,
        "select organisation, said_by, actor, at from year_assent \
         where programme = $1 and agreement = $2 order by at, organisation",
        programme.uuid(),
        agreement
    )?;
    rows.into_iter()
        .map(|row| {
            let key = format!("{agreement} {}", row.organisation);
            let at = At { table: "year_assent", key: &key };
            Ok(AssentRow {
                organisation: at
                    .read("organisation", row.organisation, |it| OrganisationCode::new(it).ok())?,
                said_by: at.read_opt("said_by", row.said_by, |it| Phrase::new(it).ok())?,
                actor: row.actor,
                at: row.at.to_jiff(),
            })
        })
        .collect()
}

/// Notes that an organisation agrees. [`StoreError::Exists`] when that was noted before.
pub async fn add_assent(
    tx: &mut Tx,
    programme: Id<Programme>,
    agreement: Uuid,
    row: &AssentRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into year_assent (agreement, programme, organisation, said_by, actor, at) \
         values ($1, $2, $3, $4, $5, $6)",
        agreement,
        programme.uuid(),
        row.organisation.as_str(),
        row.said_by.as_ref().map(Phrase::as_str),
        row.actor.as_str(),
        time(row.at)?
    )?;
    Ok(())
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
             lower_bound, upper_bound, realised, homes, bound) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            row.id,
            programme.uuid(),
            demand.group.as_str(),
            i64::from(demand.expected.in_thousandths()),
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
        "select target_group, expected, lower_bound, upper_bound, realised, homes, bound \
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

#[derive(sqlx::FromRow)]
struct CountTuple {
    target_group: String,
    many: i64,
}

fn counted(
    table: &'static str,
    rows: Vec<CountTuple>,
) -> Result<BTreeMap<GroupCode, u32>, StoreError> {
    rows.into_iter()
        .map(|row| {
            let key = row.target_group.clone();
            let at = At { table, key: &key };
            let group = at.read("target_group", row.target_group, |it| GroupCode::new(it).ok())?;
            Ok((group, at.small("count", row.many)?))
        })
        .collect()
}

/// How many households of each group are ready for a home and have none.
pub async fn waiting(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<BTreeMap<GroupCode, u32>, StoreError> {
    let rows = run!(
        tx,
        CountTuple,
        fetch_all,
        "select target_group, count(*) as many from participant where programme = $1 \
         and readiness = 'ready' and goes_on_as is null group by target_group",
        programme.uuid()
    )?;
    counted("participant", rows)
}

/// How many households of each group have a home that was agreed and wait for the keys.
pub async fn keys_to_come(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<BTreeMap<GroupCode, u32>, StoreError> {
    let rows = run!(
        tx,
        CountTuple,
        fetch_all,
        "select p.target_group, count(*) as many from case_file c \
         join participant p on p.programme = c.programme and p.reference = c.reference \
         where c.programme = $1 and c.standing <> 'ended' and c.vacancy is not null \
         and c.kind in ('viewing', 'offer', 'agreement', 'keys') group by p.target_group",
        programme.uuid()
    )?;
    counted("case_file", rows)
}
