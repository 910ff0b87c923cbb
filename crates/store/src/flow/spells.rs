use jiff::civil::Date;
use sleutel_domain::{
    Id, Reference, RouteCode, StepCode,
    access::Programme,
    cases::{Case, SpellEnd},
    participants::LivingSituation,
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, date, date_opt},
};

/// One time that a step of a file was open, as it is kept beside the events it follows from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpellRow {
    /// The road.
    pub route: RouteCode,
    /// Its version.
    pub version: u16,
    /// The step.
    pub step: StepCode,
    /// The word for its kind.
    pub kind: String,
    /// The first day.
    pub opened: Date,
    /// The last day by its term.
    pub due: Option<Date>,
    /// Days the file rested meanwhile.
    pub rested: i32,
    /// Since when it rests.
    pub rests_since: Option<Date>,
    /// The day it ended, and how.
    pub ended: Option<(Date, SpellEnd)>,
    /// The word for how the step was done.
    pub outcome: Option<String>,
}

/// What is kept beside the times of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FlowRow {
    /// Where the household lived until the keys, or lives while they have to come.
    pub lived: Option<LivingSituation>,
    /// Whether the keys were handed over.
    pub housed: bool,
    /// How many events the times follow from.
    pub changes: u32,
}

/// What is kept of a file; `None` when its times were never worked out.
pub async fn flow_of(
    tx: &mut Tx,
    programme: Id<Programme>,
    case: Id<Case>,
) -> Result<Option<FlowRow>, StoreError> {
    let row = run!(
        tx,
        (Option<String>, bool, i64),
        fetch_optional,
        "select lived, housed, changes from case_flow where programme = $1 and case_file = $2",
        programme.uuid(),
        case.uuid()
    )?;
    let key = case.to_string();
    let at = At { table: "case_flow", key: &key };
    row.map(|(lived, housed, changes)| {
        let lived = at.read_opt("lived", lived, LivingSituation::from_code)?;
        Ok(FlowRow { lived, housed, changes: at.small("changes", changes)? })
    })
    .transpose()
}

/// Where a household lives, by its participant's file.
pub async fn lives(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
) -> Result<Option<LivingSituation>, StoreError> {
    let row = run!(
        tx,
        (Option<String>,),
        fetch_optional,
        "select living_situation from participant where programme = $1 and reference = $2",
        programme.uuid(),
        reference.as_str()
    )?;
    let at = At { table: "participant", key: reference.as_str() };
    at.read_opt("living_situation", row.and_then(|it| it.0), LivingSituation::from_code)
}

/// Puts the times of a file in the place of those that were kept.
pub async fn keep_flow(
    tx: &mut Tx,
    programme: Id<Programme>,
    case: Id<Case>,
    row: &FlowRow,
    spells: &[SpellRow],
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into case_flow (case_file, programme, lived, housed, changes) \
         values ($1, $2, $3, $4, $5) on conflict (case_file) do update set \
         lived = excluded.lived, housed = excluded.housed, changes = excluded.changes",
        case.uuid(),
        programme.uuid(),
        row.lived.map(LivingSituation::code),
        row.housed,
        i64::from(row.changes)
    )?;
    exec!(
        tx,
        "delete from case_spell where programme = $1 and case_file = $2",
        programme.uuid(),
        case.uuid()
    )?;
    for (number, it) in (1_i64..).zip(spells) {
        exec!(
            tx,
            "insert into case_spell (case_file, programme, number, route, version, step, kind, \
             opened, due, rested, rests_since, closed, ended, outcome) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
            case.uuid(),
            programme.uuid(),
            number,
            it.route.as_str(),
            i64::from(it.version),
            it.step.as_str(),
            it.kind.as_str(),
            date(it.opened),
            date_opt(it.due),
            i64::from(it.rested),
            date_opt(it.rests_since),
            date_opt(it.ended.map(|(on, _)| on)),
            it.ended.map(|(_, how)| how.code()),
            it.outcome.as_deref()
        )?;
    }
    Ok(())
}

/// Whose files have events that their times do not follow from: those from before times were kept.
pub async fn behind(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<(Id<Case>, Reference)>, StoreError> {
    let rows = run!(
        tx,
        (Uuid, String),
        fetch_all,
        "select c.id, c.reference from case_file c \
         left join case_flow f on f.case_file = c.id and f.changes = c.changes \
         where c.programme = $1 and f.case_file is null order by c.id",
        programme.uuid()
    )?;
    rows.into_iter()
        .map(|(id, reference)| {
            let key = id.to_string();
            let at = At { table: "case_file", key: &key };
            let reference = at.read("reference", reference, |it| Reference::new(it).ok())?;
            Ok((Id::new(id), reference))
        })
        .collect()
}
