use jiff::civil::Date;
use sleutel_domain::{Id, access::Programme, cases::SpellEnd};
use sqlx::AssertSqlSafe;

use super::FlowFilter;
use crate::{
    StoreError, Tx,
    db::run,
    dialect,
    rows::{At, date, list_of, plain},
};

/// Files that stand in a step with the same last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NowRow {
    /// The road.
    pub route: String,
    /// The open step.
    pub step: String,
    /// Whether they rest.
    pub rests: bool,
    /// The first last day of anything that waits.
    pub due: Option<Date>,
    /// How many.
    pub files: u32,
}

/// One time that a step was open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpellTimeRow {
    /// The step.
    pub step: String,
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
}

/// How many files came into a step and went out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrafficRow {
    /// The road.
    pub route: String,
    /// The step.
    pub step: String,
    /// How many came into it.
    pub came: u32,
    /// How many went out of it.
    pub went: u32,
}

/// What a file came past on its way to a home: one time in a step that counts for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeysRow {
    /// Which file; only to tell one from another.
    pub file: uuid::Uuid,
    /// The target group.
    pub group: String,
    /// The word for the kind of step.
    pub kind: String,
    /// The first day.
    pub opened: Date,
    /// The day it ended, and how.
    pub ended: Option<(Date, SpellEnd)>,
    /// Whether the road of the file ended.
    pub over: bool,
}

/// Households that got their keys on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreedRow {
    /// The word for where they lived until then, when that is known.
    pub lived: Option<String>,
    /// The day.
    pub on: Date,
    /// How many.
    pub households: u32,
}

/// Files within a filter; a file that was set aside is left out, it is the second of one household.
const FILES: &str = "from case_file c \
     join participant p on p.programme = c.programme and p.reference = c.reference";
const SPELLS: &str = "from case_spell s join case_file c on c.id = s.case_file \
     join participant p on p.programme = c.programme and p.reference = c.reference";
const FREED: &str = "from case_spell s join case_file c on c.id = s.case_file \
     join case_flow f on f.case_file = c.id \
     join participant p on p.programme = c.programme and p.reference = c.reference";

fn narrowed(tx: &Tx, from: &str, route: &str) -> String {
    let of_them = dialect::within_list(tx, "p.worker", "$6");
    format!(
        "{from} where c.programme = $1 and p.goes_on_as is null and ($2 = '' or {route} = $2) \
         and ($3 = '' or p.target_group = $3) and ($4 = '' or p.provider = $4) \
         and ($5 = '' or c.association = $5) and {of_them}"
    )
}

/// Runs a query with what the filter binds, in the order of [`narrowed`].
macro_rules! narrow {
    ($tx:expr, $row:ty, $sql:expr, $programme:expr, $filter:expr $(, $more:expr)*) => {{
        let filter: &FlowFilter = $filter;
        run!(
            $tx,
            $row,
            fetch_all,
            AssertSqlSafe($sql.as_str()),
            $programme.uuid(),
            plain(&filter.route),
            plain(&filter.group),
            plain(&filter.provider),
            plain(&filter.association),
            list_of(&filter.caseload)
            $(, $more)*
        )
    }};
}

/// How many files stand in each step of each road.
pub async fn now(
    tx: &mut Tx,
    programme: Id<Programme>,
    filter: &FlowFilter,
) -> Result<Vec<NowRow>, StoreError> {
    let sql = format!(
        "select c.route, c.step, c.standing, c.next_due, count(*) {} \
         and c.standing <> 'ended' and c.step is not null \
         group by c.route, c.step, c.standing, c.next_due \
         order by c.route, c.step",
        narrowed(tx, FILES, "c.route")
    );
    type Row = (String, String, String, Option<jiff_sqlx::Date>, i64);
    let rows = narrow!(tx, Row, sql, programme, filter)?;
    let at = At { table: "case_file", key: "" };
    rows.into_iter()
        .map(|(route, step, standing, due, files)| {
            let due = due.map(jiff_sqlx::Date::to_jiff);
            let files = at.small("files", files)?;
            Ok(NowRow { route, step, rests: standing == "paused", due, files })
        })
        .collect()
}

fn ended(
    at: At<'_>,
    closed: Option<jiff_sqlx::Date>,
    how: Option<String>,
) -> Result<Option<(Date, SpellEnd)>, StoreError> {
    let how = at.read_opt("ended", how, SpellEnd::from_code)?;
    Ok(closed.map(jiff_sqlx::Date::to_jiff).zip(how))
}

/// Every time that steps were open which opened on or after a day, by step.
pub async fn spell_times(
    tx: &mut Tx,
    programme: Id<Programme>,
    filter: &FlowFilter,
    since: Date,
) -> Result<Vec<SpellTimeRow>, StoreError> {
    let sql = format!(
        "select s.step, s.opened, s.due, s.rested, s.rests_since, s.closed, s.ended {} \
         and s.opened >= $7 order by s.step",
        narrowed(tx, SPELLS, "s.route")
    );
    type Row = (
        String,
        jiff_sqlx::Date,
        Option<jiff_sqlx::Date>,
        i64,
        Option<jiff_sqlx::Date>,
        Option<jiff_sqlx::Date>,
        Option<String>,
    );
    let rows = narrow!(tx, Row, sql, programme, filter, date(since))?;
    let at = At { table: "case_spell", key: "" };
    rows.into_iter()
        .map(|(step, opened, due, rested, rests_since, closed, how)| {
            Ok(SpellTimeRow {
                step,
                opened: opened.to_jiff(),
                due: due.map(jiff_sqlx::Date::to_jiff),
                rested: at.small("rested", rested)?,
                rests_since: rests_since.map(jiff_sqlx::Date::to_jiff),
                ended: ended(at, closed, how)?,
            })
        })
        .collect()
}

/// How many files came into each step, and went out of it, on or after a day.
pub async fn traffic(
    tx: &mut Tx,
    programme: Id<Programme>,
    filter: &FlowFilter,
    since: Date,
) -> Result<Vec<TrafficRow>, StoreError> {
    let sql = format!(
        "select s.route, s.step, count(case when s.opened >= $7 then 1 end), \
         count(case when s.closed >= $7 then 1 end) {} and (s.opened >= $7 or s.closed >= $7) \
         group by s.route, s.step order by s.route, s.step",
        narrowed(tx, SPELLS, "s.route")
    );
    type Row = (String, String, i64, i64);
    let rows = narrow!(tx, Row, sql, programme, filter, date(since))?;
    let at = At { table: "case_spell", key: "" };
    rows.into_iter()
        .map(|(route, step, came, went)| {
            let (came, went) = (at.small("came", came)?, at.small("went", went)?);
            Ok(TrafficRow { route, step, came, went })
        })
        .collect()
}

/// What each file came past on its way to a home, in order: steps in which a form is filled in, a home
/// is looked for or keys are handed over, and the last of a road that ended.
pub async fn milestones(
    tx: &mut Tx,
    programme: Id<Programme>,
    filter: &FlowFilter,
) -> Result<Vec<KeysRow>, StoreError> {
    let sql = format!(
        "select s.case_file, p.target_group, s.kind, s.opened, s.closed, s.ended, c.standing {} \
         and (s.kind in ('form', 'match', 'keys') or (c.standing = 'ended' and s.number = \
         (select max(l.number) from case_spell l where l.case_file = s.case_file))) \
         order by s.case_file, s.number",
        narrowed(tx, SPELLS, "s.route")
    );
    type Row = (
        uuid::Uuid,
        String,
        String,
        jiff_sqlx::Date,
        Option<jiff_sqlx::Date>,
        Option<String>,
        String,
    );
    let rows = narrow!(tx, Row, sql, programme, filter)?;
    let at = At { table: "case_spell", key: "" };
    rows.into_iter()
        .map(|(file, group, kind, opened, closed, how, standing)| {
            let (opened, ended) = (opened.to_jiff(), ended(at, closed, how)?);
            Ok(KeysRow { file, group, kind, opened, ended, over: standing == "ended" })
        })
        .collect()
}

/// How many households got their keys on which day, by where they lived until then. Keys of a second
/// home on the same road free no second place.
pub async fn freed(
    tx: &mut Tx,
    programme: Id<Programme>,
    filter: &FlowFilter,
) -> Result<Vec<FreedRow>, StoreError> {
    let sql = format!(
        "select f.lived, s.closed, count(*) {} and s.kind = 'keys' and s.ended = 'done' \
         and not exists (select 1 from case_spell e where e.case_file = s.case_file \
         and e.kind = 'keys' and e.ended = 'done' and e.number < s.number) \
         group by f.lived, s.closed order by s.closed",
        narrowed(tx, FREED, "s.route")
    );
    type Row = (Option<String>, jiff_sqlx::Date, i64);
    let rows = narrow!(tx, Row, sql, programme, filter)?;
    let at = At { table: "case_spell", key: "" };
    rows.into_iter()
        .map(|(lived, on, households)| {
            let households = at.small("households", households)?;
            Ok(FreedRow { lived, on: on.to_jiff(), households })
        })
        .collect()
}
