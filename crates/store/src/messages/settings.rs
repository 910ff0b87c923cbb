use jiff::{Span, Timestamp, civil::Date};
use sleutel_domain::{
    Id,
    access::{Account, Programme},
    messages::{Address, MailChoice},
    tasks::Waiting,
};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, date, time},
    tasks::{COUNTED, WAITING},
};

/// What somebody wants to be mailed, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailSettings {
    /// Where; without it nothing is mailed.
    pub address: Option<Address>,
    /// What.
    pub choice: MailChoice,
}

fn read(account: Uuid, email: Option<String>, mail: String) -> Result<MailSettings, StoreError> {
    let key = account.to_string();
    let at = At { table: "account", key: &key };
    Ok(MailSettings {
        address: at.read_opt("email", email, |it| Address::new(it).ok())?,
        choice: at.read("mail", mail, |it| MailChoice::from_code(it))?,
    })
}

/// Somebody's settings; `None` when the account is not there or closed.
pub async fn mail_settings(
    tx: &mut Tx,
    account: Id<Account>,
) -> Result<Option<MailSettings>, StoreError> {
    let row: Option<(Option<String>, String)> = run!(
        tx,
        (Option<String>, String),
        fetch_optional,
        "select email, mail from account where id = $1 and active",
        account.uuid()
    )?;
    row.map(|(email, mail)| read(account.uuid(), email, mail)).transpose()
}

/// Keeps somebody's settings.
pub async fn set_mail_settings(
    tx: &mut Tx,
    account: Id<Account>,
    settings: &MailSettings,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "update account set email = $2, mail = $3 where id = $1",
        account.uuid(),
        settings.address.as_ref().map(Address::as_str),
        settings.choice.code()
    )?;
    Ok(())
}

/// Somebody for whom the mail of the day is still to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigestDue {
    /// Who.
    pub account: Id<Account>,
    /// Where.
    pub address: Address,
    /// How many messages are unread.
    pub unread: u32,
    /// How many tasks and steps wait.
    pub waiting: Waiting,
}

#[derive(sqlx::FromRow)]
struct DueRow {
    id: Uuid,
    email: String,
    unread: i64,
    overdue: i64,
    due_today: i64,
    due_week: i64,
}

/// Whoever chose one mail a day, has unread messages from before a moment or something that
/// waits until a week from that day, and has had no mail of that day or later yet.
pub async fn digests_due(
    tx: &mut Tx,
    programme: Id<Programme>,
    today: Date,
    before: Timestamp,
) -> Result<Vec<DigestDue>, StoreError> {
    let week = today.saturating_add(Span::new().days(7));
    // Only constant texts are put together here; everything else is bound.
    let sql = format!(
        "select a.id, a.email, coalesce(m.unread, 0) as unread, \
         coalesce(w.overdue, 0) as overdue, coalesce(w.due_today, 0) as due_today, \
         coalesce(w.due_week, 0) as due_week from account a \
         left join (select account, count(*) as unread from message \
         where programme = $1 and read_at is null and at <= $4 group by account) m \
         on m.account = a.id \
         left join (select account, {COUNTED} from ({WAITING}) things group by account) w \
         on w.account = a.id \
         where a.programme = $1 and a.active and a.mail = 'daily' and a.email is not null \
         and (a.digest_on is null or a.digest_on < $2) \
         and (m.account is not null or w.account is not null) order by a.id"
    );
    let rows = run!(
        tx,
        DueRow,
        fetch_all,
        AssertSqlSafe(sql.as_str()),
        programme.uuid(),
        date(today),
        date(week),
        time(before)?
    )?;
    rows.into_iter()
        .map(|row| {
            let key = row.id.to_string();
            let at = At { table: "account", key: &key };
            let count = |it: i64| u32::try_from(it).unwrap_or(u32::MAX);
            Ok(DigestDue {
                account: Id::new(row.id),
                address: at.read("email", row.email, |it| Address::new(it).ok())?,
                unread: count(row.unread),
                waiting: Waiting {
                    overdue: count(row.overdue),
                    today: count(row.due_today),
                    week: count(row.due_week),
                },
            })
        })
        .collect()
}

/// Notes that the mail of a day was written. Gives whether it was not noted before.
pub async fn set_digest_on(
    tx: &mut Tx,
    account: Id<Account>,
    day: Date,
) -> Result<bool, StoreError> {
    let touched = exec!(
        tx,
        "update account set digest_on = $2 \
         where id = $1 and (digest_on is null or digest_on < $2)",
        account.uuid(),
        date(day)
    )?;
    Ok(touched > 0)
}
