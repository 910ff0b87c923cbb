//! What a city has written down about everybody at once: who came and got a home, how their files
//! went, the agreements they live under, and homes that came free. Without names: what is counted
//! from it is about nobody in particular.

use jiff::civil::Date;
use sleutel_domain::{
    AreaCode, GroupCode, Id, Reference, RouteCode, StepCode,
    access::Programme,
    agreements::{EndReason, Kind},
    cases::SpellEnd,
    homes::VacancyStatus,
    participants::LivingSituation,
    routes::Outcome,
};

use crate::{
    StoreError, Tx,
    db::run,
    rows::{At, date},
};

/// A household, as far as it is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// Whose file; only to lay it beside what else is known.
    pub reference: Reference,
    /// The group they are in now.
    pub group: GroupCode,
    /// Since when they wait, or waited.
    pub since: Date,
    /// The day a home was decided for them.
    pub placed_on: Option<Date>,
    /// Where they live while they wait.
    pub lives: Option<LivingSituation>,
    /// How many people they are.
    pub people: Option<u8>,
}

/// One time a step of a file was open, with whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StretchRow {
    /// Whose file.
    pub reference: Reference,
    /// Which file; only to tell one from another.
    pub file: uuid::Uuid,
    /// The day the file began.
    pub began: Date,
    /// The road, and its version then.
    pub route: (RouteCode, u16),
    /// The step.
    pub step: StepCode,
    /// The word for its kind.
    pub kind: String,
    /// The first day.
    pub opened: Date,
    /// The day it ended, and how.
    pub ended: Option<(Date, SpellEnd)>,
    /// How the step was done.
    pub outcome: Option<Outcome>,
}

/// An agreement that was in force, or is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermRow {
    /// Whose.
    pub reference: Reference,
    /// What kind.
    pub kind: Kind,
    /// The first day.
    pub from: Date,
    /// The day it was written down; nothing was known of it before.
    pub known: Date,
    /// The day it ended, and why; without a reason another came in its place.
    pub ended: Option<(Date, Option<EndReason>)>,
}

/// A home that came free for these groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreeRow {
    /// From when.
    pub from: Date,
    /// Whether it is to be let, was, or went elsewhere.
    pub status: VacancyStatus,
    /// Its rooms.
    pub rooms: u8,
    /// The neighbourhood it lies in.
    pub area: AreaCode,
}

/// Every household that came by a day; a file that was set aside is left out, it is the second of
/// one household.
pub async fn people(
    tx: &mut Tx,
    programme: Id<Programme>,
    until: Date,
) -> Result<Vec<PersonRow>, StoreError> {
    type Row =
        (String, String, jiff_sqlx::Date, Option<jiff_sqlx::Date>, Option<String>, Option<i64>);
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select reference, target_group, waiting_since, placed_on, living_situation, people \
         from participant where programme = $1 and goes_on_as is null and waiting_since <= $2 \
         order by reference",
        programme.uuid(),
        date(until)
    )?;
    rows.into_iter()
        .map(|(reference, group, since, placed_on, lives, people)| {
            let at = At { table: "participant", key: &reference.clone() };
            Ok(PersonRow {
                reference: at.read("reference", reference, |it| Reference::new(it).ok())?,
                group: at.read("target_group", group, |it| GroupCode::new(it).ok())?,
                since: since.to_jiff(),
                placed_on: placed_on.map(jiff_sqlx::Date::to_jiff),
                lives: at.read_opt("living_situation", lives, LivingSituation::from_code)?,
                people: at.small_opt("people", people)?,
            })
        })
        .collect()
}

/// How long each step of each file was open, by household, file and order.
pub async fn stretches(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<StretchRow>, StoreError> {
    type Row = (
        String,
        uuid::Uuid,
        jiff_sqlx::Date,
        String,
        i64,
        String,
        String,
        jiff_sqlx::Date,
        Option<jiff_sqlx::Date>,
        Option<String>,
        Option<String>,
    );
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select c.reference, c.id, c.began, s.route, s.version, s.step, s.kind, s.opened, \
         s.closed, s.ended, s.outcome from case_spell s join case_file c on c.id = s.case_file \
         join participant p on p.programme = c.programme and p.reference = c.reference \
         where c.programme = $1 and p.goes_on_as is null \
         order by c.reference, c.began, c.id, s.number",
        programme.uuid()
    )?;
    rows.into_iter()
        .map(|(reference, file, began, route, version, step, kind, opened, closed, how, out)| {
            let at = At { table: "case_spell", key: &file.to_string() };
            let how = at.read_opt("ended", how, SpellEnd::from_code)?;
            Ok(StretchRow {
                reference: at.read("reference", reference, |it| Reference::new(it).ok())?,
                file,
                began: began.to_jiff(),
                route: (
                    at.read("route", route, |it| RouteCode::new(it).ok())?,
                    at.small("version", version)?,
                ),
                step: at.read("step", step, |it| StepCode::new(it).ok())?,
                kind,
                opened: opened.to_jiff(),
                ended: closed.map(jiff_sqlx::Date::to_jiff).zip(how),
                outcome: at.read_opt("outcome", out, Outcome::from_code)?,
            })
        })
        .collect()
}

/// Every agreement about living somewhere that came into force by a day, by household and first day.
pub async fn terms(
    tx: &mut Tx,
    programme: Id<Programme>,
    until: Date,
) -> Result<Vec<TermRow>, StoreError> {
    type Row = (
        String,
        String,
        jiff_sqlx::Date,
        jiff_sqlx::Timestamp,
        String,
        Option<jiff_sqlx::Date>,
        Option<String>,
    );
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select a.household, a.kind, a.from_date, a.made_at, a.state, a.state_on, a.end_reason \
         from agreement a join participant p on p.programme = a.programme \
         and p.reference = a.household where a.programme = $1 and p.goes_on_as is null \
         and a.state in ('in-force', 'ended', 'converted') and a.from_date <= $2 \
         and a.kind in ('intermediate-use', 'temporary-lease', 'own-lease', 'youth-lease') \
         order by a.household, a.from_date, a.id",
        programme.uuid(),
        date(until)
    )?;
    rows.into_iter()
        .map(|(reference, kind, from, made_at, state, state_on, reason)| {
            let at = At { table: "agreement", key: &reference.clone() };
            let reason = at.read_opt("end_reason", reason, EndReason::from_code)?;
            let over = state != "in-force";
            // What came into force is dated by its first day; the hour it was typed is in UTC, and
            // no more than a day off.
            let known = made_at.to_jiff().to_zoned(jiff::tz::TimeZone::UTC).date();
            Ok(TermRow {
                reference: at.read("household", reference, |it| Reference::new(it).ok())?,
                kind: at.read("kind", kind, |it| Kind::from_code(it))?,
                from: from.to_jiff(),
                known,
                ended: state_on.map(|it| (it.to_jiff(), reason)).filter(|_| over),
            })
        })
        .collect()
}

/// Every home that came free by a day, by day.
pub async fn free(
    tx: &mut Tx,
    programme: Id<Programme>,
    until: Date,
) -> Result<Vec<FreeRow>, StoreError> {
    let rows = run!(
        tx,
        (String, jiff_sqlx::Date, String, i64, String),
        fetch_all,
        "select v.code, v.available_from, v.status, d.rooms, d.neighbourhood from vacancy v \
         join dwelling d on d.programme = v.programme and d.code = v.dwelling \
         where v.programme = $1 and v.available_from <= $2 order by v.available_from, v.code",
        programme.uuid(),
        date(until)
    )?;
    rows.into_iter()
        .map(|(code, from, status, rooms, area)| {
            let at = At { table: "vacancy", key: &code };
            Ok(FreeRow {
                from: from.to_jiff(),
                status: at.read("status", status, |it| VacancyStatus::from_code(it))?,
                rooms: at.small("rooms", rooms)?,
                area: at.read("neighbourhood", area, |it| AreaCode::new(it).ok())?,
            })
        })
        .collect()
}

/// The parts of the city in which households want to live and nowhere else, by household.
pub async fn musts(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<(Reference, AreaCode)>, StoreError> {
    let rows = run!(
        tx,
        (String, String),
        fetch_all,
        "select p.reference, w.place_code from wish w join participant p on p.id = w.participant \
         where p.programme = $1 and p.goes_on_as is null and w.direction = 'prefer' \
         and w.strength = 'must' and w.place_kind = 'area' order by p.reference, w.number",
        programme.uuid()
    )?;
    rows.into_iter()
        .map(|(reference, area)| {
            let at = At { table: "wish", key: &reference.clone() };
            let reference = at.read("reference", reference, |it| Reference::new(it).ok())?;
            Ok((reference, at.read("place_code", area, |it| AreaCode::new(it).ok())?))
        })
        .collect()
}
