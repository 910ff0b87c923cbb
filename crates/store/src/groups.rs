//! The list of target groups over time: what holds, everything that was ever written down about it,
//! and the numbers the state asks for a group. Rows are only ever added.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use sleutel_domain::{
    GroupCode, Id, Phrase, Reference,
    access::Programme,
    steering::groups::{GroupChange, GroupDescription, GroupPeriod, GroupTimes, YearPart},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    numbers::{self, GroupRow},
    rows::{At, date, date_opt, time},
};

/// What holds of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupHistory {
    /// Its newest version; 0 when nobody ever wrote one down.
    pub version: u32,
    /// Its days and descriptions.
    pub times: GroupTimes,
}

/// One version of the days and descriptions of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupVersionRow {
    /// Its identifier.
    pub id: Uuid,
    /// Which group.
    pub group: GroupCode,
    /// From 1 within the group.
    pub version: u32,
    /// What was done.
    pub change: GroupChange,
    /// Why, in somebody's words.
    pub ground: Option<Phrase>,
    /// Who, by name and organisation; blank for what stood there before days were kept.
    pub actor: String,
    /// When.
    pub at: Timestamp,
    /// What held from then on.
    pub times: GroupTimes,
}

/// A number the state asks for a group in a year or half of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NationalRow {
    /// Which group.
    pub group: GroupCode,
    /// From 1 within the group.
    pub number: u32,
    /// Which year.
    pub year: i16,
    /// Which part of it.
    pub part: YearPart,
    /// How many homes it comes to; `None`: the number it replaces was taken back.
    pub homes: Option<u32>,
    /// How many people, where the source counts people.
    pub people: Option<u32>,
    /// Where it is written.
    pub source: Phrase,
    /// The day of that text.
    pub source_date: Date,
    /// The number of the row this one comes in the place of.
    pub replaces: Option<u32>,
    /// Who wrote it down, by name and organisation.
    pub actor: String,
    /// When.
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Period {
    target_group: String,
    version: i64,
    valid_from: Option<jiff_sqlx::Date>,
    valid_until: Option<jiff_sqlx::Date>,
    name_nl: String,
    name_en: String,
    main_group: String,
    with_support: bool,
    counts: bool,
}

type Versions = BTreeMap<(GroupCode, u32), Vec<GroupPeriod>>;

fn versions(rows: Vec<Period>) -> Result<Versions, StoreError> {
    let mut all = Versions::new();
    for row in rows {
        let key = format!("{} {}", row.target_group, row.version);
        let at = At { table: "target_group_period", key: &key };
        let group = at.read("target_group", row.target_group, |it| GroupCode::new(it).ok())?;
        let period = GroupPeriod {
            from: row.valid_from.map(jiff_sqlx::Date::to_jiff),
            until: row.valid_until.map(jiff_sqlx::Date::to_jiff),
            described: GroupDescription {
                name_nl: at.read("name_nl", row.name_nl, |it| Phrase::new(it).ok())?,
                name_en: at.read("name_en", row.name_en, |it| Phrase::new(it).ok())?,
                main_group: row.main_group,
                with_support: row.with_support,
                counts: row.counts,
            },
        };
        let version = at.small("version", row.version)?;
        all.entry((group, version)).or_default().push(period);
    }
    Ok(all)
}

fn times(group: &GroupCode, periods: Vec<GroupPeriod>) -> Result<GroupTimes, StoreError> {
    let at = At { table: "target_group_period", key: group.as_str() };
    GroupTimes::new(periods).map_err(|fault| at.bad("valid_from", &format!("{fault:?}")))
}

fn description(row: GroupRow) -> GroupDescription {
    let GroupRow { code: _, name_nl, name_en, main_group, with_support, counts } = row;
    GroupDescription { name_nl, name_en, main_group, with_support, counts }
}

/// What holds of every group, by code. One of which nothing was written down is there all the time.
pub async fn group_histories(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<BTreeMap<GroupCode, GroupHistory>, StoreError> {
    let rows = run!(
        tx,
        Period,
        fetch_all,
        "select v.target_group, v.version, p.valid_from, p.valid_until, p.name_nl, p.name_en, \
         p.main_group, p.with_support, p.counts from target_group_version v \
         join target_group_period p on p.version = v.id where v.programme = $1 \
         and not exists (select 1 from target_group_version n where n.programme = v.programme \
         and n.target_group = v.target_group and n.version > v.version) \
         order by v.target_group, p.number",
        programme.uuid()
    )?;
    let mut all: BTreeMap<GroupCode, GroupHistory> = BTreeMap::new();
    for ((group, version), periods) in versions(rows)? {
        let times = times(&group, periods)?;
        all.insert(group, GroupHistory { version, times });
    }
    for row in numbers::groups(tx, programme).await? {
        all.entry(row.code.clone()).or_insert_with(|| GroupHistory {
            version: 0,
            times: GroupTimes::always(description(row)),
        });
    }
    Ok(all)
}

/// All target groups by code, each as it is described on a day; one that is not there then as it was
/// last before, or will be first.
pub async fn groups_on(
    tx: &mut Tx,
    programme: Id<Programme>,
    day: Date,
) -> Result<Vec<GroupRow>, StoreError> {
    let histories = group_histories(tx, programme).await?;
    let row = |(code, it): (GroupCode, GroupHistory)| {
        it.times.described_on(day).cloned().map(|found| described(code, found))
    };
    Ok(histories.into_iter().filter_map(row).collect())
}

/// A group with a description as one row.
pub fn described(code: GroupCode, found: GroupDescription) -> GroupRow {
    let GroupDescription { name_nl, name_en, main_group, with_support, counts } = found;
    GroupRow { code, name_nl, name_en, main_group, with_support, counts }
}

#[derive(sqlx::FromRow)]
struct Version {
    id: Uuid,
    version: i64,
    kind: String,
    ground: Option<String>,
    actor: String,
    at: jiff_sqlx::Timestamp,
}

/// Every version of a group, the newest first.
pub async fn group_versions(
    tx: &mut Tx,
    programme: Id<Programme>,
    group: &GroupCode,
) -> Result<Vec<GroupVersionRow>, StoreError> {
    let periods = run!(
        tx,
        Period,
        fetch_all,
        "select v.target_group, v.version, p.valid_from, p.valid_until, p.name_nl, p.name_en, \
         p.main_group, p.with_support, p.counts from target_group_version v \
         join target_group_period p on p.version = v.id \
         where v.programme = $1 and v.target_group = $2 order by v.version, p.number",
        programme.uuid(),
        group.as_str()
    )?;
    let mut periods = versions(periods)?;
    let rows = run!(
        tx,
        Version,
        fetch_all,
        "select id, version, kind, ground, actor, at from target_group_version \
         where programme = $1 and target_group = $2 order by version desc",
        programme.uuid(),
        group.as_str()
    )?;
    rows.into_iter()
        .map(|row| {
            let key = format!("{group} {}", row.version);
            let at = At { table: "target_group_version", key: &key };
            let version = at.small("version", row.version)?;
            let periods = periods.remove(&(group.clone(), version)).unwrap_or_default();
            Ok(GroupVersionRow {
                id: row.id,
                group: group.clone(),
                version,
                change: at.read("kind", row.kind, |it| GroupChange::from_code(it))?,
                ground: at.read_opt("ground", row.ground, |it| Phrase::new(it).ok())?,
                actor: row.actor,
                at: row.at.to_jiff(),
                times: times(group, periods)?,
            })
        })
        .collect()
}

/// Adds a version. [`StoreError::Exists`] when the group has that version.
pub async fn add_group_version(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &GroupVersionRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into target_group_version (id, programme, target_group, version, kind, ground, \
         actor, at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
        row.id,
        programme.uuid(),
        row.group.as_str(),
        i64::from(row.version),
        row.change.code(),
        row.ground.as_ref().map(Phrase::as_str),
        row.actor.as_str(),
        time(row.at)?
    )?;
    for (number, it) in (1_i64..).zip(row.times.periods()) {
        exec!(
            tx,
            "insert into target_group_period (version, programme, number, valid_from, \
             valid_until, name_nl, name_en, main_group, with_support, counts) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            row.id,
            programme.uuid(),
            number,
            date_opt(it.from),
            date_opt(it.until),
            it.described.name_nl.as_str(),
            it.described.name_en.as_str(),
            it.described.main_group.as_str(),
            it.described.with_support,
            it.described.counts
        )?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct National {
    target_group: String,
    number: i64,
    year: i64,
    part: String,
    homes: Option<i64>,
    people: Option<i64>,
    source: String,
    source_date: jiff_sqlx::Date,
    replaces: Option<i64>,
    actor: String,
    at: jiff_sqlx::Timestamp,
}

/// Every number of the state that was ever written down, by group and in the order of writing.
pub async fn national_targets(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<NationalRow>, StoreError> {
    let rows = run!(
        tx,
        National,
        fetch_all,
        "select target_group, number, year, part, homes, people, source, source_date, replaces, \
         actor, at from national_target where programme = $1 order by target_group, number",
        programme.uuid()
    )?;
    rows.into_iter()
        .map(|row| {
            let key = format!("{} {}", row.target_group, row.number);
            let at = At { table: "national_target", key: &key };
            Ok(NationalRow {
                group: at.read("target_group", row.target_group, |it| GroupCode::new(it).ok())?,
                number: at.small("number", row.number)?,
                year: at.small("year", row.year)?,
                part: at.read("part", row.part, |it| YearPart::from_code(it))?,
                homes: at.small_opt("homes", row.homes)?,
                people: at.small_opt("people", row.people)?,
                source: at.read("source", row.source, |it| Phrase::new(it).ok())?,
                source_date: row.source_date.to_jiff(),
                replaces: at.small_opt("replaces", row.replaces)?,
                actor: row.actor,
                at: row.at.to_jiff(),
            })
        })
        .collect()
}

/// Adds a number of the state. [`StoreError::Exists`] when the group has a row of that number.
pub async fn add_national_target(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &NationalRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into national_target (programme, target_group, number, year, part, homes, people, \
         source, source_date, replaces, actor, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        programme.uuid(),
        row.group.as_str(),
        i64::from(row.number),
        i64::from(row.year),
        row.part.code(),
        row.homes.map(i64::from),
        row.people.map(i64::from),
        row.source.as_str(),
        date(row.source_date),
        row.replaces.map(i64::from),
        row.actor.as_str(),
        time(row.at)?
    )?;
    Ok(())
}

/// How many households are in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct InGroup {
    /// Without a home yet, whether they are ready for one or not.
    pub without_home: u32,
    /// On a road to a home that has not ended.
    pub on_a_road: u32,
}

/// How many households are in a group; a file that was set aside as a second one is none.
pub async fn in_group(
    tx: &mut Tx,
    programme: Id<Programme>,
    group: &GroupCode,
) -> Result<InGroup, StoreError> {
    let (without_home, on_a_road) = run!(
        tx,
        (i64, i64),
        fetch_one,
        "select (select count(*) from participant where programme = $1 and target_group = $2 \
         and readiness <> 'placed' and goes_on_as is null) as without_home, \
         (select count(*) from case_file c join participant p on p.programme = c.programme \
         and p.reference = c.reference where c.programme = $1 and c.standing <> 'ended' \
         and p.target_group = $2 and p.goes_on_as is null) as on_a_road",
        programme.uuid(),
        group.as_str()
    )?;
    let at = At { table: "participant", key: group.as_str() };
    let without_home = at.small("count", without_home)?;
    Ok(InGroup { without_home, on_a_road: at.small("count", on_a_road)? })
}

/// The newest version of each year that names a group.
pub async fn named_in_years(
    tx: &mut Tx,
    programme: Id<Programme>,
    group: &GroupCode,
) -> Result<Vec<(i16, u32)>, StoreError> {
    let rows = run!(
        tx,
        (i64, i64),
        fetch_all,
        "select a.year, a.version from year_agreement a \
         join year_group g on g.agreement = a.id and g.target_group = $2 \
         where a.programme = $1 and not exists (select 1 from year_agreement n \
         where n.programme = a.programme and n.year = a.year and n.version > a.version) \
         order by a.year",
        programme.uuid(),
        group.as_str()
    )?;
    rows.into_iter()
        .map(|(year, version)| {
            let key = format!("{year} {version}");
            let at = At { table: "year_agreement", key: &key };
            Ok((at.small("year", year)?, at.small("version", version)?))
        })
        .collect()
}

/// The group of every household there is a file of.
pub async fn group_of_each(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<BTreeMap<Reference, GroupCode>, StoreError> {
    let rows = run!(
        tx,
        (String, String),
        fetch_all,
        "select reference, target_group from participant where programme = $1 order by reference",
        programme.uuid()
    )?;
    rows.into_iter()
        .map(|(reference, group)| {
            let key = reference.clone();
            let at = At { table: "participant", key: &key };
            let reference = at.read("reference", reference, |it| Reference::new(it).ok())?;
            Ok((reference, at.read("target_group", group, |it| GroupCode::new(it).ok())?))
        })
        .collect()
}
