use std::collections::BTreeMap;

use jiff::Timestamp;
use sleutel_domain::{
    Id, LongText, PersonName, Phrase,
    access::{Party, Programme},
    participants::Participant,
    plan::{Audience, Given, Goal, GoalEnd, GoalEnded, LifeArea, Plan, Says, Version, Way},
};

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, date, date_opt, time},
};

/// What the database knows beside a version of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionRow {
    /// Which version.
    pub number: u32,
    /// Counts the changes to the draft; a change names what it saw.
    pub changes: i64,
    /// Who began it, with their organisation.
    pub made_by: String,
    /// When it was begun.
    pub made_at: Timestamp,
    /// When it last changed.
    pub changed_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    number: i64,
    changes: i64,
    parties: String,
    proposed: Option<jiff_sqlx::Date>,
    made_by: String,
    made_at: jiff_sqlx::Timestamp,
    changed_at: jiff_sqlx::Timestamp,
}

#[derive(sqlx::FromRow)]
struct GoalRow {
    plan_number: i64,
    number: i64,
    area: String,
    audience: String,
    what: String,
    own_part: Option<String>,
    others_part: Option<String>,
    by_date: Option<jiff_sqlx::Date>,
    sign: Option<String>,
}

impl GoalRow {
    fn into_goal(self, participant: Id<Participant>) -> Result<Goal, StoreError> {
        let key = format!("{participant} {} {}", self.plan_number, self.number);
        let at = At { table: "plan_goal", key: &key };
        let words =
            |column, text: Option<String>| at.read_opt(column, text, |it| LongText::new(it).ok());
        Ok(Goal {
            number: at.small("number", self.number)?,
            area: at.read("area", self.area, |it| LifeArea::from_code(it))?,
            audience: at.read("audience", self.audience, |it| Audience::from_code(it))?,
            what: at.read("what", self.what, |it| LongText::new(it).ok())?,
            own_part: words("own_part", self.own_part)?,
            others_part: words("others_part", self.others_part)?,
            by: self.by_date.map(jiff_sqlx::Date::to_jiff),
            sign: words("sign", self.sign)?,
        })
    }
}

#[derive(sqlx::FromRow)]
struct AnswerRow {
    plan_number: i64,
    number: i64,
    party: String,
    agrees: bool,
    reason: Option<String>,
    on_date: jiff_sqlx::Date,
    by_name: String,
    recorded_by: Option<String>,
}

impl AnswerRow {
    fn into_given(self, participant: Id<Participant>) -> Result<Given, StoreError> {
        let key = format!("{participant} {} {}", self.plan_number, self.number);
        let at = At { table: "plan_answer", key: &key };
        let says = if self.agrees {
            Says::Agrees
        } else {
            let reason = self.reason.unwrap_or_default();
            Says::Disagrees { reason: at.read("reason", reason, |it| LongText::new(it).ok())? }
        };
        Ok(Given {
            party: at.read("party", self.party, |it| Party::from_code(it))?,
            says,
            on: self.on_date.to_jiff(),
            by: at.read("by_name", self.by_name, |it| PersonName::new(it).ok())?,
            way: self.recorded_by.map_or(Way::Themselves, Way::RecordedBy),
        })
    }
}

#[derive(sqlx::FromRow)]
struct EndRow {
    goal: i64,
    on_date: jiff_sqlx::Date,
    reason: Option<String>,
    actor: String,
}

async fn rows_of(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
) -> Result<Vec<Row>, StoreError> {
    run!(
        tx,
        Row,
        fetch_all,
        "select number, changes, parties, proposed, made_by, made_at, changed_at \
         from plan_version where programme = $1 and participant = $2 order by number",
        programme.uuid(),
        participant.uuid()
    )
}

/// What the database knows beside each version, in order.
pub async fn version_rows(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
) -> Result<Vec<VersionRow>, StoreError> {
    let at = At { table: "plan_version", key: "" };
    rows_of(tx, programme, participant)
        .await?
        .into_iter()
        .map(|row| {
            Ok(VersionRow {
                number: at.small("number", row.number)?,
                changes: row.changes,
                made_by: row.made_by,
                made_at: row.made_at.to_jiff(),
                changed_at: row.changed_at.to_jiff(),
            })
        })
        .collect()
}

/// A household's plan, whole; without versions when there is none.
pub async fn plan_of(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
) -> Result<Plan, StoreError> {
    let (city, whose) = (programme.uuid(), participant.uuid());
    let rows = rows_of(tx, programme, participant).await?;
    let goals = run!(
        tx,
        GoalRow,
        fetch_all,
        "select plan_number, number, area, audience, what, own_part, others_part, by_date, sign \
         from plan_goal where programme = $1 and participant = $2 order by plan_number, number",
        city,
        whose
    )?;
    let answers = run!(
        tx,
        AnswerRow,
        fetch_all,
        "select plan_number, number, party, agrees, reason, on_date, by_name, recorded_by \
         from plan_answer where programme = $1 and participant = $2 \
         order by plan_number, number",
        city,
        whose
    )?;
    let ends = run!(
        tx,
        EndRow,
        fetch_all,
        "select goal, on_date, reason, actor from goal_end \
         where programme = $1 and participant = $2 and back_at is null order by goal, number",
        city,
        whose
    )?;
    let mut goals_of: BTreeMap<i64, Vec<Goal>> = BTreeMap::new();
    for row in goals {
        goals_of.entry(row.plan_number).or_default().push(row.into_goal(participant)?);
    }
    let mut answers_of: BTreeMap<i64, Vec<Given>> = BTreeMap::new();
    for row in answers {
        answers_of.entry(row.plan_number).or_default().push(row.into_given(participant)?);
    }
    let key = participant.to_string();
    let at = At { table: "plan_version", key: &key };
    let versions = rows
        .into_iter()
        .map(|row| {
            let parties = row.parties.split(' ').filter(|it| !it.is_empty());
            let parties = parties
                .map(|it| at.read("parties", it, |it| Party::from_code(it)))
                .collect::<Result<_, _>>()?;
            Ok(Version {
                number: at.small("number", row.number)?,
                goals: goals_of.remove(&row.number).unwrap_or_default(),
                parties,
                proposed: row.proposed.map(jiff_sqlx::Date::to_jiff),
                answers: answers_of.remove(&row.number).unwrap_or_default(),
            })
        })
        .collect::<Result<_, StoreError>>()?;
    let at = At { table: "goal_end", key: &key };
    let ended = ends
        .into_iter()
        .map(|row| {
            let reason = at.read_opt("reason", row.reason, |it| Phrase::new(it).ok())?;
            Ok(GoalEnded {
                goal: at.small("goal", row.goal)?,
                on: row.on_date.to_jiff(),
                how: reason.map_or(GoalEnd::Reached, |reason| GoalEnd::Stopped { reason }),
                by: row.actor,
            })
        })
        .collect::<Result<_, StoreError>>()?;
    Ok(Plan { versions, ended })
}

fn parties(version: &Version) -> String {
    version.parties.iter().map(|it| it.code()).collect::<Vec<_>>().join(" ")
}

/// Keeps a new version with its goals. [`StoreError::Changed`] when somebody else began that
/// version before.
pub async fn add_version(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
    version: &Version,
    actor: &str,
    at: Timestamp,
) -> Result<(), StoreError> {
    let touched = exec!(
        tx,
        "insert into plan_version (programme, participant, number, changes, parties, proposed, \
         made_by, made_at, changed_at) values ($1, $2, $3, 1, $4, $5, $6, $7, $7) \
         on conflict (participant, number) do nothing",
        programme.uuid(),
        participant.uuid(),
        i64::from(version.number),
        parties(version).as_str(),
        date_opt(version.proposed),
        actor,
        time(at)?
    )?;
    if touched == 0 {
        return Err(changed(participant));
    }
    add_goals(tx, programme, participant, version).await
}

fn changed(participant: Id<Participant>) -> StoreError {
    StoreError::Changed { table: "plan_version", key: participant.to_string() }
}

/// Writes a draft anew, or puts it before the parties, in the state somebody saw.
/// [`StoreError::Changed`] when somebody else was first or it is no draft any more.
pub async fn save_version(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
    version: &Version,
    changes: i64,
    at: Timestamp,
) -> Result<(), StoreError> {
    let touched = exec!(
        tx,
        "update plan_version set parties = $4, proposed = $5, changed_at = $6, \
         changes = changes + 1 \
         where programme = $1 and participant = $2 and number = $3 and changes = $7 \
         and proposed is null",
        programme.uuid(),
        participant.uuid(),
        i64::from(version.number),
        parties(version).as_str(),
        date_opt(version.proposed),
        time(at)?,
        changes
    )?;
    if touched == 0 {
        return Err(changed(participant));
    }
    exec!(
        tx,
        "delete from plan_goal where participant = $1 and plan_number = $2",
        participant.uuid(),
        i64::from(version.number)
    )?;
    add_goals(tx, programme, participant, version).await
}

async fn add_goals(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
    version: &Version,
) -> Result<(), StoreError> {
    for it in &version.goals {
        exec!(
            tx,
            "insert into plan_goal (programme, participant, plan_number, number, area, \
             audience, what, own_part, others_part, by_date, sign) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            programme.uuid(),
            participant.uuid(),
            i64::from(version.number),
            i64::from(it.number),
            it.area.code(),
            it.audience.code(),
            it.what.as_str(),
            it.own_part.as_ref().map(LongText::as_str),
            it.others_part.as_ref().map(LongText::as_str),
            date_opt(it.by),
            it.sign.as_ref().map(LongText::as_str)
        )?;
    }
    Ok(())
}

/// Keeps a party's answer to a version; `number` is how many answers that version then has.
/// [`StoreError::Changed`] when another answer came in between.
pub async fn add_answer(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
    version: u32,
    number: i64,
    given: &Given,
    at: Timestamp,
) -> Result<(), StoreError> {
    let (agrees, reason) = match &given.says {
        Says::Agrees => (true, None),
        Says::Disagrees { reason } => (false, Some(reason.as_str())),
    };
    let recorded_by = match &given.way {
        Way::Themselves => None,
        Way::RecordedBy(by) => Some(by.as_str()),
    };
    let touched = exec!(
        tx,
        "insert into plan_answer (programme, participant, plan_number, number, party, agrees, \
         reason, on_date, by_name, recorded_by, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
         on conflict (participant, plan_number, number) do nothing",
        programme.uuid(),
        participant.uuid(),
        i64::from(version),
        number,
        given.party.code(),
        agrees,
        reason,
        date(given.on),
        given.by.as_str(),
        recorded_by,
        time(at)?
    )?;
    if touched == 0 { Err(changed(participant)) } else { Ok(()) }
}

/// Keeps that a goal ended.
pub async fn add_goal_end(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
    ended: &GoalEnded,
    at: Timestamp,
) -> Result<(), StoreError> {
    let reason = match &ended.how {
        GoalEnd::Reached => None,
        GoalEnd::Stopped { reason } => Some(reason.as_str()),
    };
    exec!(
        tx,
        "insert into goal_end (programme, participant, goal, number, on_date, reason, actor, at) \
         select $1, $2, $3, count(*) + 1, $4, $5, $6, $7 from goal_end \
         where participant = $2 and goal = $3",
        programme.uuid(),
        participant.uuid(),
        i64::from(ended.goal),
        date(ended.on),
        reason,
        ended.by.as_str(),
        time(at)?
    )?;
    Ok(())
}

/// Takes back that a goal ended; it is kept that it was said. Gives whether there was
/// anything to take back.
pub async fn take_back_goal_end(
    tx: &mut Tx,
    programme: Id<Programme>,
    participant: Id<Participant>,
    goal: u16,
    actor: &str,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let touched = exec!(
        tx,
        "update goal_end set back_by = $4, back_at = $5 \
         where programme = $1 and participant = $2 and goal = $3 and back_at is null",
        programme.uuid(),
        participant.uuid(),
        i64::from(goal),
        actor,
        time(at)?
    )?;
    Ok(touched > 0)
}
