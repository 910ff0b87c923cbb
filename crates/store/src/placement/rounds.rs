use jiff::{Timestamp, civil::Date};
use sleutel_domain::{
    Id, Phrase, Reference, VacancyCode,
    access::Programme,
    placement::{FixingKind, Round},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, date, time},
};

/// How far a round is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoundStatus {
    /// Being put together and proposed.
    Open,
    /// Nothing more is decided in it.
    Closed,
}

impl RoundStatus {
    /// The word in rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Open, Self::Closed].into_iter().find(|it| it.code() == code)
    }
}

/// Where the lots of a round come from.
#[derive(Clone, PartialEq, Eq)]
pub struct RoundLot {
    seed: i64,
    salt: Option<String>,
    shown_at: Option<Timestamp>,
}

/// Says nothing that is sealed: it may come into the program's log.
impl std::fmt::Debug for RoundLot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RoundLot").field("shown", &self.shown()).finish_non_exhaustive()
    }
}

impl RoundLot {
    /// A number that people stated; everybody may know it.
    pub fn stated(seed: i64) -> Self {
        Self { seed, salt: None, shown_at: None }
    }

    /// A number that was drawn, sealed with this salt until it is shown.
    pub fn drawn(seed: i64, salt: String) -> Self {
        Self { seed, salt: Some(salt), shown_at: None }
    }

    /// The number, sealed or not: for the engine and for making the seal.
    pub fn seed(&self) -> i64 {
        self.seed
    }

    /// What it is sealed with, sealed or not; `None` for a number that people stated.
    pub fn salt(&self) -> Option<&str> {
        self.salt.as_deref()
    }

    /// When a number that was drawn was shown.
    pub fn shown_at(&self) -> Option<Timestamp> {
        self.shown_at
    }

    /// The number, when people may see it.
    pub fn shown(&self) -> Option<i64> {
        (self.salt.is_none() || self.shown_at.is_some()).then_some(self.seed)
    }
}

/// A round as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundRow {
    /// Its identifier.
    pub id: Id<Round>,
    /// What people call it.
    pub name: Phrase,
    /// The day it is held for.
    pub held_on: Date,
    /// Where its lots come from.
    pub lot: RoundLot,
    /// How many rooms more than needed still fit.
    pub spare_rooms: u8,
    /// How many futures are drawn to look ahead; 0: it does not look ahead.
    pub ahead: u8,
    /// How far it is.
    pub status: RoundStatus,
    /// Counts the changes; a change names the version it saw.
    pub version: i64,
    /// Who made it.
    pub created_by: String,
    /// When.
    pub created_at: Timestamp,
    /// When its homes were last changed, if they were.
    pub homes_changed_at: Option<Timestamp>,
}

/// A pin or a ban as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixingRow {
    /// Its identifier.
    pub id: Uuid,
    /// Whose household.
    pub reference: Reference,
    /// Which home.
    pub vacancy: VacancyCode,
    /// Which of the two.
    pub kind: FixingKind,
    /// Why.
    pub reason: Phrase,
    /// Who laid it down.
    pub actor: String,
    /// When.
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    held_on: jiff_sqlx::Date,
    seed: i64,
    spare_rooms: i64,
    ahead: i64,
    status: String,
    version: i64,
    created_by: String,
    created_at: jiff_sqlx::Timestamp,
    lot_salt: Option<String>,
    lot_shown_at: Option<jiff_sqlx::Timestamp>,
    homes_changed_at: Option<jiff_sqlx::Timestamp>,
}

impl Row {
    fn into_row(self) -> Result<RoundRow, StoreError> {
        let key = self.id.to_string();
        let at = At { table: "round", key: &key };
        Ok(RoundRow {
            id: Id::new(self.id),
            name: at.read("name", self.name, |it| Phrase::new(it).ok())?,
            held_on: self.held_on.to_jiff(),
            lot: RoundLot {
                seed: self.seed,
                salt: self.lot_salt,
                shown_at: self.lot_shown_at.map(jiff_sqlx::Timestamp::to_jiff),
            },
            spare_rooms: at.small("spare_rooms", self.spare_rooms)?,
            ahead: at.small("ahead", self.ahead)?,
            status: at.read("status", self.status, |it| RoundStatus::from_code(it))?,
            version: self.version,
            created_by: self.created_by,
            created_at: self.created_at.to_jiff(),
            homes_changed_at: self.homes_changed_at.map(jiff_sqlx::Timestamp::to_jiff),
        })
    }
}

/// All rounds, newest first.
pub async fn rounds(tx: &mut Tx, programme: Id<Programme>) -> Result<Vec<RoundRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select id, name, held_on, seed, spare_rooms, ahead, status, version, created_by, \
         created_at, \
         lot_salt, lot_shown_at, homes_changed_at from round where programme = $1 order by held_on desc, created_at desc, name",
        programme.uuid()
    )?;
    rows.into_iter().map(Row::into_row).collect()
}

/// The round with this identifier.
pub async fn round(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<Round>,
) -> Result<Option<RoundRow>, StoreError> {
    let row = run!(
        tx,
        Row,
        fetch_optional,
        "select id, name, held_on, seed, spare_rooms, ahead, status, version, created_by, \
         created_at, \
         lot_salt, lot_shown_at, homes_changed_at from round where programme = $1 and id = $2",
        programme.uuid(),
        id.uuid()
    )?;
    row.map(Row::into_row).transpose()
}

/// Adds a round.
pub async fn add_round(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &RoundRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into round (id, programme, name, held_on, seed, spare_rooms, status, version, \
         created_by, created_at, lot_salt, lot_shown_at, homes_changed_at, ahead) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        row.id.uuid(),
        programme.uuid(),
        row.name.as_str(),
        date(row.held_on),
        row.lot.seed,
        i64::from(row.spare_rooms),
        row.status.code(),
        row.version,
        row.created_by.as_str(),
        time(row.created_at)?,
        row.lot.salt.as_deref(),
        row.lot.shown_at.map(time).transpose()?,
        row.homes_changed_at.map(time).transpose()?,
        i64::from(row.ahead)
    )?;
    Ok(())
}

/// Shows the sealed number of a round; `false` when it was shown already, or when people
/// stated it.
pub async fn show_lot(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<Round>,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let touched = exec!(
        tx,
        "update round set lot_shown_at = $3 \
         where programme = $1 and id = $2 and lot_salt is not null and lot_shown_at is null",
        programme.uuid(),
        id.uuid(),
        time(at)?
    )?;
    Ok(touched > 0)
}

/// Keeps when the homes of a round were last changed.
pub async fn note_homes_changed(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<Round>,
    at: Timestamp,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "update round set homes_changed_at = $3 where programme = $1 and id = $2",
        programme.uuid(),
        id.uuid(),
        time(at)?
    )?;
    Ok(())
}

/// Takes the round one version on, with the status given; gives the new version.
/// [`StoreError::Changed`] when the version seen is no longer the one that stands:
/// this is how the second of two people at work is told.
pub async fn advance_round(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<Round>,
    seen: i64,
    status: RoundStatus,
) -> Result<i64, StoreError> {
    let touched = exec!(
        tx,
        "update round set version = version + 1, status = $4 \
         where programme = $1 and id = $2 and version = $3",
        programme.uuid(),
        id.uuid(),
        seen,
        status.code()
    )?;
    if touched == 0 {
        return Err(StoreError::Changed { table: "round", key: id.to_string() });
    }
    Ok(seen + 1)
}

/// The homes of a round, by code.
pub async fn round_vacancies(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<Round>,
) -> Result<Vec<VacancyCode>, StoreError> {
    let rows = run!(
        tx,
        (String,),
        fetch_all,
        "select vacancy from round_vacancy where programme = $1 and round = $2 order by vacancy",
        programme.uuid(),
        id.uuid()
    )?;
    let at = At { table: "round_vacancy", key: "" };
    rows.into_iter()
        .map(|(code,)| at.read("vacancy", code, |it| VacancyCode::new(it).ok()))
        .collect()
}

/// Sets the homes of a round.
pub async fn set_round_vacancies(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<Round>,
    vacancies: &[VacancyCode],
) -> Result<(), StoreError> {
    exec!(
        tx,
        "delete from round_vacancy where programme = $1 and round = $2",
        programme.uuid(),
        id.uuid()
    )?;
    for vacancy in vacancies {
        exec!(
            tx,
            "insert into round_vacancy (programme, round, vacancy) values ($1, $2, $3)",
            programme.uuid(),
            id.uuid(),
            vacancy.as_str()
        )?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct FixingTuple {
    id: Uuid,
    reference: String,
    vacancy: String,
    kind: String,
    reason: String,
    actor: String,
    at: jiff_sqlx::Timestamp,
}

/// The pins and bans in force in a round, oldest first.
pub async fn fixings(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<Round>,
) -> Result<Vec<FixingRow>, StoreError> {
    let rows = run!(
        tx,
        FixingTuple,
        fetch_all,
        "select id, reference, vacancy, kind, reason, actor, at from fixing \
         where programme = $1 and round = $2 and lifted_at is null order by at, id",
        programme.uuid(),
        id.uuid()
    )?;
    rows.into_iter()
        .map(|row| {
            let key = row.id.to_string();
            let at = At { table: "fixing", key: &key };
            Ok(FixingRow {
                id: row.id,
                reference: at.read("reference", row.reference, |it| Reference::new(it).ok())?,
                vacancy: at.read("vacancy", row.vacancy, |it| VacancyCode::new(it).ok())?,
                kind: at.read("kind", row.kind, |it| FixingKind::from_code(it))?,
                reason: at.read("reason", row.reason, |it| Phrase::new(it).ok())?,
                actor: row.actor,
                at: row.at.to_jiff(),
            })
        })
        .collect()
}

/// Lays down a pin or a ban. A pair that has one already gives [`StoreError::Exists`].
pub async fn add_fixing(
    tx: &mut Tx,
    programme: Id<Programme>,
    round: Id<Round>,
    row: &FixingRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into fixing (id, programme, round, reference, vacancy, kind, reason, actor, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        row.id,
        programme.uuid(),
        round.uuid(),
        row.reference.as_str(),
        row.vacancy.as_str(),
        row.kind.code(),
        row.reason.as_str(),
        row.actor.as_str(),
        time(row.at)?
    )?;
    Ok(())
}

/// Lifts a pin or a ban; it stays in the history. [`StoreError::Changed`] when it was
/// lifted already.
pub async fn lift_fixing(
    tx: &mut Tx,
    programme: Id<Programme>,
    round: Id<Round>,
    fixing: Uuid,
    actor: &str,
    at: Timestamp,
) -> Result<(), StoreError> {
    let touched = exec!(
        tx,
        "update fixing set lifted_at = $4, lifted_by = $5 \
         where programme = $1 and round = $2 and id = $3 and lifted_at is null",
        programme.uuid(),
        round.uuid(),
        fixing,
        time(at)?,
        actor
    )?;
    if touched == 0 {
        return Err(StoreError::Changed { table: "fixing", key: fixing.to_string() });
    }
    Ok(())
}
