use jiff::{Timestamp, civil::Date};
use sleutel_domain::{
    Id, OrganisationCode,
    access::{Absence, Account, Leave, Programme},
};
use uuid::Uuid;

use crate::{
    Page, StoreError, Tx, Window,
    db::{exec, run},
    rows::{At, date, plain, time},
};

/// A time away as it was arranged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaveRow {
    /// Its identifier.
    pub id: Id<Leave>,
    /// Who, for whom, when.
    pub absence: Absence,
    /// The name of who is away.
    pub absent: String,
    /// The name of who stands in.
    pub deputy: String,
    /// Whom both work for.
    pub organisation: OrganisationCode,
    /// Who arranged it.
    pub actor: String,
    /// When.
    pub at: Timestamp,
    /// When and by whom it was ended before its last day.
    pub ended: Option<(Timestamp, String)>,
}

/// Which times away are wanted. Empty text and `None` mean all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeaveFilter {
    /// Of one organisation.
    pub organisation: String,
    /// Of who is away or stands in.
    pub account: Option<Id<Account>>,
    /// `now`, `coming` or `over` (ended early counts as over).
    pub state: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    absent: Uuid,
    deputy: Uuid,
    absent_name: String,
    deputy_name: String,
    organisation: String,
    from_date: jiff_sqlx::Date,
    until_date: jiff_sqlx::Date,
    actor: String,
    at: jiff_sqlx::Timestamp,
    ended_at: Option<jiff_sqlx::Timestamp>,
    ended_by: Option<String>,
}

impl Row {
    fn into_row(self) -> Result<LeaveRow, StoreError> {
        let key = self.id.to_string();
        let at = At { table: "absence", key: &key };
        let code = |it: &String| OrganisationCode::new(it).ok();
        Ok(LeaveRow {
            id: Id::new(self.id),
            absence: Absence {
                absent: Id::new(self.absent),
                deputy: Id::new(self.deputy),
                from: self.from_date.to_jiff(),
                until: self.until_date.to_jiff(),
            },
            absent: self.absent_name,
            deputy: self.deputy_name,
            organisation: at.read("organisation", self.organisation, code)?,
            actor: self.actor,
            at: self.at.to_jiff(),
            ended: self.ended_at.map(|it| (it.to_jiff(), self.ended_by.unwrap_or_default())),
        })
    }
}

macro_rules! leave_columns {
    ($rest:literal) => {
        concat!(
            "select l.id, l.absent, l.deputy, a.name as absent_name, d.name as deputy_name, ",
            "o.code as organisation, l.from_date, l.until_date, l.actor, l.at, l.ended_at, ",
            "l.ended_by from absence l join account a on a.id = l.absent ",
            "join account d on d.id = l.deputy join organisation o on o.id = a.organisation ",
            $rest
        )
    };
}

fn read(rows: Vec<Row>) -> Result<Vec<LeaveRow>, StoreError> {
    rows.into_iter().map(Row::into_row).collect()
}

/// Keeps a time away.
pub async fn add_leave(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<Leave>,
    absence: &Absence,
    actor: &str,
    at: Timestamp,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into absence (id, programme, absent, deputy, from_date, until_date, actor, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        id.uuid(),
        programme.uuid(),
        absence.absent.uuid(),
        absence.deputy.uuid(),
        date(absence.from),
        date(absence.until),
        actor,
        time(at)?
    )?;
    Ok(())
}

/// One time away.
pub async fn leave(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<Leave>,
) -> Result<Option<LeaveRow>, StoreError> {
    let row = run!(
        tx,
        Row,
        fetch_optional,
        leave_columns!("where l.programme = $1 and l.id = $2"),
        programme.uuid(),
        id.uuid()
    )?;
    row.map(Row::into_row).transpose()
}

/// Every time away that was not ended and has not gone by on a day.
pub async fn arranged_leaves(
    tx: &mut Tx,
    programme: Id<Programme>,
    day: Date,
) -> Result<Vec<LeaveRow>, StoreError> {
    read(run!(
        tx,
        Row,
        fetch_all,
        leave_columns!(
            "where l.programme = $1 and l.ended_at is null and l.until_date >= $2 \
             order by l.from_date, l.id"
        ),
        programme.uuid(),
        date(day)
    )?)
}

/// A page of times away, last first day first.
pub async fn leaves(
    tx: &mut Tx,
    programme: Id<Programme>,
    filter: &LeaveFilter,
    today: Date,
    window: Window,
) -> Result<Page<LeaveRow>, StoreError> {
    macro_rules! condition {
        () => {
            "where l.programme = $1 and ($2 = '' or o.code = $2) \
             and (not $3 or l.absent = $4 or l.deputy = $4) and ($5 = '' \
             or ($5 = 'now' and l.ended_at is null and l.from_date <= $6 and l.until_date >= $6) \
             or ($5 = 'coming' and l.ended_at is null and l.from_date > $6) \
             or ($5 = 'over' and (l.ended_at is not null or l.until_date < $6)))"
        };
    }
    let account = filter.account.map_or(Uuid::nil(), Id::uuid);
    let rows = run!(
        tx,
        Row,
        fetch_all,
        concat!(
            leave_columns!(""),
            condition!(),
            " order by l.from_date desc, l.id desc limit $7 offset $8"
        ),
        programme.uuid(),
        plain(&filter.organisation),
        filter.account.is_some(),
        account,
        plain(&filter.state),
        date(today),
        i64::from(window.limit),
        i64::from(window.offset)
    )?;
    let (total,): (i64,) = run!(
        tx,
        (i64,),
        fetch_one,
        concat!(
            "select count(*) from absence l join account a on a.id = l.absent \
             join organisation o on o.id = a.organisation ",
            condition!()
        ),
        programme.uuid(),
        plain(&filter.organisation),
        filter.account.is_some(),
        account,
        plain(&filter.state),
        date(today)
    )?;
    Ok(Page { rows: read(rows)?, total: u64::try_from(total).unwrap_or_default() })
}

/// Ends a time away. Gives whether it had not been ended before.
pub async fn end_leave(
    tx: &mut Tx,
    id: Id<Leave>,
    actor: &str,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let touched = exec!(
        tx,
        "update absence set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null",
        id.uuid(),
        time(at)?,
        actor
    )?;
    Ok(touched > 0)
}

/// A colleague somebody stands in for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoodInFor {
    /// Who is away.
    pub account: Id<Account>,
    /// Their log-in name, which their files carry.
    pub login: String,
    /// Their name.
    pub name: String,
    /// The last day.
    pub until: Date,
}

/// Whom somebody stands in for on a day, by log-in name: only who works for the same
/// organisation still.
pub async fn stood_in_for(
    tx: &mut Tx,
    deputy: Id<Account>,
    day: Date,
) -> Result<Vec<StoodInFor>, StoreError> {
    let rows: Vec<(Uuid, String, String, jiff_sqlx::Date)> = run!(
        tx,
        (Uuid, String, String, jiff_sqlx::Date),
        fetch_all,
        "select a.id, a.login, a.name, l.until_date from absence l \
         join account a on a.id = l.absent join account d on d.id = l.deputy \
         where l.deputy = $1 and l.ended_at is null and l.from_date <= $2 \
         and l.until_date >= $2 and a.organisation = d.organisation order by a.login",
        deputy.uuid(),
        date(day)
    )?;
    Ok(rows
        .into_iter()
        .map(|(account, login, name, until)| StoodInFor {
            account: Id::new(account),
            login,
            name,
            until: until.to_jiff(),
        })
        .collect())
}
