//! Tasks people set themselves or a colleague.

use jiff::{Span, Timestamp, civil::Date};
use sleutel_domain::{
    Id, OrganisationCode, Phrase, Reference,
    access::{Account, HandOver, Programme},
    tasks::{Task, Waiting},
};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::{
    Page, StoreError, Tx, Window,
    db::{exec, run},
    dialect,
    rows::{At, date, list_of, plain, time},
};

/// A task as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRow {
    /// Its identifier.
    pub id: Id<Task>,
    /// Whose work it is: both who made it and who does it work there.
    pub organisation: OrganisationCode,
    /// About whom.
    pub reference: Reference,
    /// What has to be done.
    pub what: Phrase,
    /// By when.
    pub due: Date,
    /// Who does it.
    pub owner: Id<Account>,
    /// Their log-in name.
    pub owner_login: String,
    /// Their name.
    pub owner_name: String,
    /// Who made it.
    pub maker: Option<Id<Account>>,
    /// The same in words.
    pub actor: String,
    /// When it was made.
    pub at: Timestamp,
    /// When and by whom it was done.
    pub done: Option<(Timestamp, String)>,
    /// The log-in name of the support worker of the file.
    pub worker: Option<Phrase>,
    /// The provider of the file.
    pub provider: OrganisationCode,
    /// Given and family name of the head of the household.
    pub name: String,
    /// Counts the changes, from 1.
    pub version: i64,
}

/// Which tasks are wanted. Empty means all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskFilter {
    /// Of one organisation.
    pub organisation: String,
    /// To be done by one of these, by log-in name.
    pub owners: Vec<String>,
    /// To be done by one of these or about files that carry their log-in name.
    pub caseload: Vec<String>,
    /// About one file.
    pub reference: String,
    /// `overdue`, `today`, `week` or `later`; of those that are not done.
    pub pressing: String,
    /// Those that are done instead of those that are not.
    pub done: bool,
    /// The day they are looked at.
    pub today: Date,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    organisation: String,
    reference: String,
    what: String,
    due: jiff_sqlx::Date,
    owner: Uuid,
    owner_login: String,
    owner_name: String,
    maker: Option<Uuid>,
    actor: String,
    at: jiff_sqlx::Timestamp,
    done_at: Option<jiff_sqlx::Timestamp>,
    done_by: Option<String>,
    worker: Option<String>,
    provider: String,
    given: String,
    family: String,
    version: i64,
}

impl Row {
    fn into_row(self) -> Result<TaskRow, StoreError> {
        let key = self.id.to_string();
        let at = At { table: "task", key: &key };
        let code = |it: &String| OrganisationCode::new(it).ok();
        Ok(TaskRow {
            id: Id::new(self.id),
            organisation: at.read("organisation", self.organisation, code)?,
            reference: at.read("reference", self.reference, |it| Reference::new(it).ok())?,
            what: at.read("what", self.what, |it| Phrase::new(it).ok())?,
            due: self.due.to_jiff(),
            owner: Id::new(self.owner),
            owner_login: self.owner_login,
            owner_name: self.owner_name,
            maker: self.maker.map(Id::new),
            actor: self.actor,
            at: self.at.to_jiff(),
            done: self.done_at.map(|it| (it.to_jiff(), self.done_by.unwrap_or_default())),
            worker: at.read_opt("worker", self.worker, |it| Phrase::new(it).ok())?,
            provider: at.read("provider", self.provider, code)?,
            name: format!("{} {}", self.given, self.family),
            version: self.version,
        })
    }
}

const COLUMNS: &str = "select t.id, t.organisation, t.reference, t.what, t.due, t.owner, \
     a.login as owner_login, a.name as owner_name, t.maker, t.actor, t.at, t.done_at, t.done_by, \
     p.worker, p.provider, p.given, p.family, t.version ";

const FROM: &str = "from task t join account a on a.id = t.owner join participant p \
     on p.programme = t.programme and p.reference = t.reference ";

/// Keeps a task. What is known of its owner and of the file is not written.
pub async fn add_task(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &TaskRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into task (id, programme, organisation, reference, what, due, owner, maker, \
         actor, at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        row.id.uuid(),
        programme.uuid(),
        row.organisation.as_str(),
        row.reference.as_str(),
        row.what.as_str(),
        date(row.due),
        row.owner.uuid(),
        row.maker.map(Id::uuid),
        row.actor.as_str(),
        time(row.at)?,
        row.version
    )?;
    Ok(())
}

/// Keeps whether the version given is done. [`StoreError::Changed`] when somebody else was
/// first.
pub async fn save_task(tx: &mut Tx, row: &TaskRow) -> Result<(), StoreError> {
    let done_at = row.done.as_ref().map(|(at, _)| time(*at)).transpose()?;
    let touched = exec!(
        tx,
        "update task set done_at = $3, done_by = $4, version = version + 1 \
         where id = $1 and version = $2",
        row.id.uuid(),
        row.version,
        done_at,
        row.done.as_ref().map(|(_, by)| by.as_str())
    )?;
    if touched == 0 {
        return Err(StoreError::Changed { table: "task", key: row.id.to_string() });
    }
    Ok(())
}

/// One task.
pub async fn task(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<Task>,
) -> Result<Option<TaskRow>, StoreError> {
    let sql = format!("{COLUMNS}{FROM}where t.programme = $1 and t.id = $2");
    let row =
        run!(tx, Row, fetch_optional, AssertSqlSafe(sql.as_str()), programme.uuid(), id.uuid())?;
    row.map(Row::into_row).transpose()
}

/// The marks after those of the condition: `$9`.
fn condition(tx: &Tx) -> String {
    let owners = dialect::within_list(tx, "a.login", "$3");
    let caseload = dialect::within_list(tx, "a.login", "$4");
    let worker = dialect::within_list(tx, "p.worker", "$4");
    format!(
        "where t.programme = $1 and ($2 = '' or t.organisation = $2) and {owners} \
         and ({caseload} or {worker}) and ($5 = '' or t.reference = $5) \
         and (case when $6 then t.done_at is not null else t.done_at is null end) \
         and ($7 = '' or ($7 = 'overdue' and t.due < $8) or ($7 = 'today' and t.due = $8) \
         or ($7 = 'week' and t.due > $8 and t.due <= $9) or ($7 = 'later' and t.due > $9))"
    )
}

/// A page of tasks: what is due first, of those that are done the last done first.
pub async fn tasks(
    tx: &mut Tx,
    programme: Id<Programme>,
    filter: &TaskFilter,
    window: Window,
) -> Result<Page<TaskRow>, StoreError> {
    let condition = condition(tx);
    // Only constant texts are put together here; everything typed is bound.
    let order = if filter.done { "t.done_at desc, t.id desc" } else { "t.due, t.at, t.id" };
    let sql = format!("{COLUMNS}{FROM}{condition} order by {order} limit $10 offset $11");
    let week = filter.today.saturating_add(Span::new().days(7));
    let rows = run!(
        tx,
        Row,
        fetch_all,
        AssertSqlSafe(sql.as_str()),
        programme.uuid(),
        plain(&filter.organisation),
        list_of(&filter.owners),
        list_of(&filter.caseload),
        plain(&filter.reference),
        filter.done,
        plain(&filter.pressing),
        date(filter.today),
        date(week),
        i64::from(window.limit),
        i64::from(window.offset)
    )?;
    let sql = format!("select count(*) {FROM}{condition}");
    let (total,): (i64,) = run!(
        tx,
        (i64,),
        fetch_one,
        AssertSqlSafe(sql.as_str()),
        programme.uuid(),
        plain(&filter.organisation),
        list_of(&filter.owners),
        list_of(&filter.caseload),
        plain(&filter.reference),
        filter.done,
        plain(&filter.pressing),
        date(filter.today),
        date(week)
    )?;
    let rows = rows.into_iter().map(Row::into_row).collect::<Result<_, _>>()?;
    Ok(Page { rows, total: u64::try_from(total).unwrap_or_default() })
}

/// What waits for each account of a programme until a week from today, as `account` and `due`:
/// tasks, obstacles to clear, and for a support worker the steps of the roads of their files.
/// `$1` is the programme, `$2` today, `$3` a week later.
pub(crate) const WAITING: &str = "select t.owner as account, t.due as due from task t \
     where t.programme = $1 and t.done_at is null and t.due <= $3 \
     union all select b.owner, b.due_on from obstacle b \
     where b.programme = $1 and not b.is_over and b.due_on <= $3 \
     union all select a.id, c.next_due from account a \
     join organisation o on o.id = a.organisation \
     join participant p on p.programme = a.programme and p.provider = o.code \
     and p.worker = a.login \
     join case_file c on c.programme = p.programme and c.reference = p.reference \
     where a.programme = $1 and a.role = 'support-worker' and c.standing = 'open' \
     and c.owner in ('provider', 'participant', 'third-person') and c.next_due <= $3";

/// The figures of [`WAITING`] for each account.
pub(crate) const COUNTED: &str = "count(case when due < $2 then 1 end) as overdue, \
     count(case when due = $2 then 1 end) as due_today, \
     count(case when due > $2 then 1 end) as due_week";

/// How many things wait for one of these accounts.
pub async fn waiting(
    tx: &mut Tx,
    programme: Id<Programme>,
    accounts: &[Id<Account>],
    today: Date,
) -> Result<Waiting, StoreError> {
    let week = today.saturating_add(Span::new().days(7));
    let mut sum = Waiting::default();
    for account in accounts {
        let sql = format!("select {COUNTED} from ({WAITING}) w where w.account = $4");
        let (overdue, due_today, due_week): (i64, i64, i64) = run!(
            tx,
            (i64, i64, i64),
            fetch_one,
            AssertSqlSafe(sql.as_str()),
            programme.uuid(),
            date(today),
            date(week),
            account.uuid()
        )?;
        let add = |sum: u32, more| sum.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
        sum = Waiting {
            overdue: add(sum.overdue, overdue),
            today: add(sum.today, due_today),
            week: add(sum.week, due_week),
        };
    }
    Ok(sum)
}

/// The open tasks of a file go from one colleague to another with a hand-over. Gives how many.
pub async fn move_tasks(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
    from: Id<Account>,
    to: Id<Account>,
    hand_over: Id<HandOver>,
) -> Result<u64, StoreError> {
    exec!(
        tx,
        "update task set owner = $4, hand_over = $5, version = version + 1 \
         where programme = $1 and reference = $2 and owner = $3 and done_at is null",
        programme.uuid(),
        reference.as_str(),
        from.uuid(),
        to.uuid(),
        hand_over.uuid()
    )
}

/// The tasks that went with a hand-over go back.
pub async fn move_tasks_back(
    tx: &mut Tx,
    hand_over: Id<HandOver>,
    to: Id<Account>,
) -> Result<u64, StoreError> {
    exec!(
        tx,
        "update task set owner = $2, hand_over = null, version = version + 1 \
         where hand_over = $1 and done_at is null",
        hand_over.uuid(),
        to.uuid()
    )
}
