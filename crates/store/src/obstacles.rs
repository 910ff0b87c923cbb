//! Obstacles: each as it stands, and everything that was written down about it.

use jiff::{Timestamp, civil::Date};
use sleutel_domain::{
    AreaCode, GroupCode, Id, LongText, OrganisationCode, Phrase, RouteCode, StepCode,
    access::{Account, Programme},
    steering::{
        ObstacleCost, ObstacleKind, ObstacleStatus, ObstacleUpdate as UpdateKind,
        kept::WorkAgreement,
    },
};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, date, time},
};

/// What is in the way, as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObstacleRow {
    /// From 1 in a programme.
    pub number: u32,
    /// What it is called.
    pub title: Phrase,
    /// More about it.
    pub description: Option<LongText>,
    /// What kind of thing it is.
    pub kind: ObstacleKind,
    /// The step of a road it concerns.
    pub step: Option<(RouteCode, StepCode)>,
    /// The target group it concerns.
    pub group: Option<GroupCode>,
    /// The place it concerns.
    pub area: Option<AreaCode>,
    /// The association it concerns.
    pub association: Option<OrganisationCode>,
    /// The work agreement that is not kept because of it.
    pub agreement: Option<WorkAgreement>,
    /// Whose it is to clear.
    pub owner: Id<Account>,
    /// Their log-in name.
    pub owner_login: String,
    /// Their name.
    pub owner_name: String,
    /// Whom they work for.
    pub owner_organisation: String,
    /// Whether their account still is in use.
    pub owner_active: bool,
    /// The day it was found.
    pub found: Date,
    /// The day it has to be cleared.
    pub due: Date,
    /// What it costs, when somebody reckoned that.
    pub cost: Option<ObstacleCost>,
    /// What that rests on.
    pub ground: Option<Phrase>,
    /// How far it is.
    pub status: ObstacleStatus,
    /// Counts the changes, from 1.
    pub version: u32,
    /// Who put it on the list.
    pub made_by: String,
    /// When.
    pub made_at: Timestamp,
}

/// Something that was written down about an obstacle. Rows are only ever added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObstacleUpdateRow {
    /// From 1, without gaps.
    pub number: u32,
    /// When.
    pub at: Timestamp,
    /// Who, by name and organisation.
    pub actor: String,
    /// What.
    pub kind: UpdateKind,
    /// How far it was and is, when that changed.
    pub status: Option<(ObstacleStatus, ObstacleStatus)>,
    /// What they wrote with it.
    pub words: Option<LongText>,
    /// Which fields were changed, with what was in them before and after, as JSON.
    pub changes: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    number: i64,
    title: String,
    description: Option<String>,
    kind: String,
    route: Option<String>,
    step: Option<String>,
    target_group: Option<String>,
    area: Option<String>,
    association: Option<String>,
    agreement: Option<String>,
    owner: Uuid,
    login: String,
    name: String,
    works_for: String,
    active: bool,
    found_on: jiff_sqlx::Date,
    due_on: jiff_sqlx::Date,
    people: Option<i64>,
    weeks: Option<i64>,
    ground: Option<String>,
    status: String,
    version: i64,
    made_by: String,
    made_at: jiff_sqlx::Timestamp,
}

impl Row {
    fn into_row(self) -> Result<ObstacleRow, StoreError> {
        let key = self.number.to_string();
        let at = At { table: "obstacle", key: &key };
        let route = at.read_opt("route", self.route, |it| RouteCode::new(it).ok())?;
        let step = at.read_opt("step", self.step, |it| StepCode::new(it).ok())?;
        let people = at.small_opt("people", self.people)?;
        let weeks = at.small_opt("weeks", self.weeks)?;
        Ok(ObstacleRow {
            number: at.small("number", self.number)?,
            title: at.read("title", self.title, |it| Phrase::new(it).ok())?,
            description: at
                .read_opt("description", self.description, |it| LongText::new(it).ok())?,
            kind: at.read("kind", self.kind, |it| ObstacleKind::from_code(it))?,
            step: route.zip(step),
            group: at.read_opt("target_group", self.target_group, |it| GroupCode::new(it).ok())?,
            area: at.read_opt("area", self.area, |it| AreaCode::new(it).ok())?,
            association: at
                .read_opt("association", self.association, |it| OrganisationCode::new(it).ok())?,
            agreement: at.read_opt("agreement", self.agreement, WorkAgreement::from_code)?,
            owner: Id::new(self.owner),
            owner_login: self.login,
            owner_name: self.name,
            owner_organisation: self.works_for,
            owner_active: self.active,
            found: self.found_on.to_jiff(),
            due: self.due_on.to_jiff(),
            cost: people.zip(weeks).map(|(people, weeks)| ObstacleCost { people, weeks }),
            ground: at.read_opt("ground", self.ground, |it| Phrase::new(it).ok())?,
            status: at.read("status", self.status, |it| ObstacleStatus::from_code(it))?,
            version: at.small("version", self.version)?,
            made_by: self.made_by,
            made_at: self.made_at.to_jiff(),
        })
    }
}

const SELECT: &str = "select b.number, b.title, b.description, b.kind, b.route, b.step, \
     b.target_group, b.area, b.association, b.agreement, b.owner, a.login, a.name, \
     o.name as works_for, a.active, b.found_on, b.due_on, b.people, b.weeks, b.ground, b.status, \
     b.version, b.made_by, b.made_at from obstacle b join account a on a.id = b.owner \
     join organisation o on o.id = a.organisation ";

/// Every obstacle, those that are out of the way too, by number.
pub async fn obstacles(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<ObstacleRow>, StoreError> {
    let sql = format!("{SELECT}where b.programme = $1 order by b.number");
    let rows = run!(tx, Row, fetch_all, AssertSqlSafe(sql.as_str()), programme.uuid())?;
    rows.into_iter().map(Row::into_row).collect()
}

/// One obstacle.
pub async fn obstacle(
    tx: &mut Tx,
    programme: Id<Programme>,
    number: u32,
) -> Result<Option<ObstacleRow>, StoreError> {
    let sql = format!("{SELECT}where b.programme = $1 and b.number = $2");
    let row = run!(
        tx,
        Row,
        fetch_optional,
        AssertSqlSafe(sql.as_str()),
        programme.uuid(),
        i64::from(number)
    )?;
    row.map(Row::into_row).transpose()
}

/// The number the next obstacle gets. Whoever asks holds the head of the log, so that no other
/// gets the same.
pub async fn next_obstacle(tx: &mut Tx, programme: Id<Programme>) -> Result<u32, StoreError> {
    let (last,): (i64,) = run!(
        tx,
        (i64,),
        fetch_one,
        "select cast(coalesce(max(number), 0) as bigint) from obstacle where programme = $1",
        programme.uuid()
    )?;
    let at = At { table: "obstacle", key: "" };
    at.small("number", last.saturating_add(1))
}

/// Keeps a new obstacle. What is known of its owner besides the account is not written.
pub async fn add_obstacle(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &ObstacleRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into obstacle (programme, number, title, description, kind, route, step, \
         target_group, area, association, agreement, owner, found_on, due_on, people, weeks, \
         ground, status, is_over, version, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, \
         $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)",
        programme.uuid(),
        i64::from(row.number),
        row.title.as_str(),
        row.description.as_ref().map(LongText::as_str),
        row.kind.code(),
        row.step.as_ref().map(|(route, _)| route.as_str()),
        row.step.as_ref().map(|(_, step)| step.as_str()),
        row.group.as_ref().map(GroupCode::as_str),
        row.area.as_ref().map(AreaCode::as_str),
        row.association.as_ref().map(OrganisationCode::as_str),
        row.agreement.map(WorkAgreement::code),
        row.owner.uuid(),
        date(row.found),
        date(row.due),
        row.cost.map(|it| i64::from(it.people)),
        row.cost.map(|it| i64::from(it.weeks)),
        row.ground.as_ref().map(Phrase::as_str),
        row.status.code(),
        row.status.is_over(),
        i64::from(row.version),
        row.made_by.as_str(),
        time(row.made_at)?
    )?;
    Ok(())
}

/// Keeps an obstacle as it stands now, one version on. [`StoreError::Changed`] when it is not at
/// the version given any more.
pub async fn save_obstacle(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &ObstacleRow,
) -> Result<(), StoreError> {
    let touched = exec!(
        tx,
        "update obstacle set title = $4, description = $5, kind = $6, route = $7, step = $8, \
         target_group = $9, area = $10, association = $11, agreement = $12, owner = $13, \
         found_on = $14, due_on = $15, people = $16, weeks = $17, ground = $18, status = $19, \
         is_over = $20, version = version + 1 \
         where programme = $1 and number = $2 and version = $3",
        programme.uuid(),
        i64::from(row.number),
        i64::from(row.version),
        row.title.as_str(),
        row.description.as_ref().map(LongText::as_str),
        row.kind.code(),
        row.step.as_ref().map(|(route, _)| route.as_str()),
        row.step.as_ref().map(|(_, step)| step.as_str()),
        row.group.as_ref().map(GroupCode::as_str),
        row.area.as_ref().map(AreaCode::as_str),
        row.association.as_ref().map(OrganisationCode::as_str),
        row.agreement.map(WorkAgreement::code),
        row.owner.uuid(),
        date(row.found),
        date(row.due),
        row.cost.map(|it| i64::from(it.people)),
        row.cost.map(|it| i64::from(it.weeks)),
        row.ground.as_ref().map(Phrase::as_str),
        row.status.code(),
        row.status.is_over()
    )?;
    if touched == 1 {
        Ok(())
    } else {
        Err(StoreError::Changed { table: "obstacle", key: row.number.to_string() })
    }
}

#[derive(sqlx::FromRow)]
struct Update {
    number: i64,
    at: jiff_sqlx::Timestamp,
    actor: String,
    kind: String,
    status_before: Option<String>,
    status_after: Option<String>,
    words: Option<String>,
    changes: String,
}

/// Everything that was written down about an obstacle, in order.
pub async fn obstacle_updates(
    tx: &mut Tx,
    programme: Id<Programme>,
    obstacle: u32,
) -> Result<Vec<ObstacleUpdateRow>, StoreError> {
    let rows = run!(
        tx,
        Update,
        fetch_all,
        "select number, at, actor, kind, status_before, status_after, words, changes \
         from obstacle_update where programme = $1 and obstacle = $2 order by number",
        programme.uuid(),
        i64::from(obstacle)
    )?;
    rows.into_iter()
        .map(|row| {
            let key = format!("{obstacle} {}", row.number);
            let at = At { table: "obstacle_update", key: &key };
            let before =
                at.read_opt("status_before", row.status_before, ObstacleStatus::from_code)?;
            let after = at.read_opt("status_after", row.status_after, ObstacleStatus::from_code)?;
            Ok(ObstacleUpdateRow {
                number: at.small("number", row.number)?,
                at: row.at.to_jiff(),
                actor: row.actor,
                kind: at.read("kind", row.kind, |it| UpdateKind::from_code(it))?,
                status: before.zip(after),
                words: at.read_opt("words", row.words, |it| LongText::new(it).ok())?,
                changes: row.changes,
            })
        })
        .collect()
}

/// Writes down something about an obstacle. A number that is taken gives [`StoreError::Exists`].
pub async fn add_obstacle_update(
    tx: &mut Tx,
    programme: Id<Programme>,
    obstacle: u32,
    row: &ObstacleUpdateRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into obstacle_update (programme, obstacle, number, at, actor, kind, \
         status_before, status_after, words, changes) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        programme.uuid(),
        i64::from(obstacle),
        i64::from(row.number),
        time(row.at)?,
        row.actor.as_str(),
        row.kind.code(),
        row.status.map(|it| it.0.code()),
        row.status.map(|it| it.1.code()),
        row.words.as_ref().map(LongText::as_str),
        row.changes.as_str()
    )?;
    Ok(())
}

/// The last days of all steps that are open now and were to be done by a day: of which road,
/// which step, and by when. A file that rests is left out.
pub async fn days_of_steps(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<(RouteCode, StepCode, Date)>, StoreError> {
    let rows = run!(
        tx,
        (String, String, jiff_sqlx::Date),
        fetch_all,
        "select route, step, due from case_file where programme = $1 and standing = 'open' \
         and step is not null and due is not null order by route, step, due",
        programme.uuid()
    )?;
    let at = At { table: "case_file", key: "" };
    rows.into_iter()
        .map(|(route, step, due)| {
            let route = at.read("route", route, |it| RouteCode::new(it).ok())?;
            let step = at.read("step", step, |it| StepCode::new(it).ok())?;
            Ok((route, step, due.to_jiff()))
        })
        .collect()
}
