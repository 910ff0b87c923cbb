use std::collections::BTreeMap;

use jiff::Timestamp;
use sleutel_domain::{
    Id,
    access::{Account, Language, Programme},
    messages::{Address, Mail, MailContent, MailFailure, MailState},
    tasks::Waiting,
};
use uuid::Uuid;

use crate::{
    Page, StoreError, Tx, Window,
    db::{exec, run},
    rows::{At, plain, time},
};

/// A mail to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMail {
    /// Its identifier.
    pub id: Id<Mail>,
    /// To whom.
    pub account: Id<Account>,
    /// Where to.
    pub address: Address,
    /// What it says.
    pub content: MailContent,
    /// The page it leads to, as a path.
    pub link: String,
    /// When it was written.
    pub at: Timestamp,
}

/// A mail as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailRow {
    /// What was written.
    pub mail: NewMail,
    /// The language its reader chose.
    pub language: Option<Language>,
    /// Where it stands.
    pub state: MailState,
    /// How often it was tried.
    pub tries: u32,
    /// Not before.
    pub next_try_at: Timestamp,
    /// Why the last try failed.
    pub failure: Option<MailFailure>,
    /// When it was sent or given up.
    pub settled_at: Option<Timestamp>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    account: Uuid,
    address: String,
    unread: Option<i64>,
    overdue: Option<i64>,
    due_today: Option<i64>,
    due_week: Option<i64>,
    link: String,
    state: String,
    tries: i64,
    at: jiff_sqlx::Timestamp,
    next_try_at: jiff_sqlx::Timestamp,
    last_error: Option<String>,
    settled_at: Option<jiff_sqlx::Timestamp>,
    language: Option<String>,
}

impl Row {
    fn into_row(self) -> Result<MailRow, StoreError> {
        let key = self.id.to_string();
        let at = At { table: "outbox", key: &key };
        let content = match at.small_opt("unread", self.unread)? {
            Some(unread) => {
                let waiting = Waiting {
                    overdue: at.small_opt("overdue", self.overdue)?.unwrap_or_default(),
                    today: at.small_opt("due_today", self.due_today)?.unwrap_or_default(),
                    week: at.small_opt("due_week", self.due_week)?.unwrap_or_default(),
                };
                MailContent::Digest { unread, waiting }
            }
            None => MailContent::Message,
        };
        Ok(MailRow {
            mail: NewMail {
                id: Id::new(self.id),
                account: Id::new(self.account),
                address: at.read("address", self.address, |it| Address::new(it).ok())?,
                content,
                link: self.link,
                at: self.at.to_jiff(),
            },
            language: at.read_opt("language", self.language, Language::from_code)?,
            state: at.read("state", self.state, |it| MailState::from_code(it))?,
            tries: at.small("tries", self.tries)?,
            next_try_at: self.next_try_at.to_jiff(),
            failure: at.read_opt("last_error", self.last_error, MailFailure::read)?,
            settled_at: self.settled_at.map(jiff_sqlx::Timestamp::to_jiff),
        })
    }
}

macro_rules! mail_columns {
    ($rest:literal) => {
        concat!(
            "select o.id, o.account, o.address, o.unread, o.overdue, o.due_today, o.due_week, o.link, o.state, o.tries, o.at, ",
            "o.next_try_at, o.last_error, o.settled_at, a.language ",
            "from outbox o join account a on a.id = o.account ",
            $rest
        )
    };
}

/// Puts a mail in the outbox, to be sent at once.
pub async fn add_mail(
    tx: &mut Tx,
    programme: Id<Programme>,
    mail: &NewMail,
) -> Result<(), StoreError> {
    let (unread, waiting) = match mail.content {
        MailContent::Message => (None, None),
        MailContent::Digest { unread, waiting } => (Some(i64::from(unread)), Some(waiting)),
    };
    exec!(
        tx,
        "insert into outbox (id, programme, account, address, unread, link, state, tries, at, \
         next_try_at, overdue, due_today, due_week) \
         values ($1, $2, $3, $4, $5, $6, 'waiting', 0, $7, $7, $8, $9, $10)",
        mail.id.uuid(),
        programme.uuid(),
        mail.account.uuid(),
        mail.address.as_str(),
        unread,
        mail.link.as_str(),
        time(mail.at)?,
        waiting.map(|it| i64::from(it.overdue)),
        waiting.map(|it| i64::from(it.today)),
        waiting.map(|it| i64::from(it.week))
    )?;
    Ok(())
}

/// The mail that waits longest for a try and that nobody holds.
pub async fn due_mail(
    tx: &mut Tx,
    programme: Id<Programme>,
    now: Timestamp,
) -> Result<Option<Id<Mail>>, StoreError> {
    let row: Option<(Uuid,)> = run!(
        tx,
        (Uuid,),
        fetch_optional,
        "select id from outbox where programme = $1 and state in ('waiting', 'failed') \
         and next_try_at <= $2 and (lease_until is null or lease_until <= $2) \
         order by next_try_at, id limit 1",
        programme.uuid(),
        time(now)?
    )?;
    Ok(row.map(|(id,)| Id::new(id)))
}

/// Takes a mail that is due for oneself until a moment. `false` when another process was
/// first: the condition is looked at again once the row is ours to change.
pub async fn lease_mail(
    tx: &mut Tx,
    id: Id<Mail>,
    lease: Uuid,
    now: Timestamp,
    until: Timestamp,
) -> Result<bool, StoreError> {
    let touched = exec!(
        tx,
        "update outbox set lease = $2, lease_until = $4 where id = $1 \
         and state in ('waiting', 'failed') and next_try_at <= $3 \
         and (lease_until is null or lease_until <= $3)",
        id.uuid(),
        lease,
        time(now)?,
        time(until)?
    )?;
    Ok(touched > 0)
}

/// One mail.
pub async fn mail(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<Mail>,
) -> Result<Option<MailRow>, StoreError> {
    let row = run!(
        tx,
        Row,
        fetch_optional,
        mail_columns!("where o.programme = $1 and o.id = $2"),
        programme.uuid(),
        id.uuid()
    )?;
    row.map(Row::into_row).transpose()
}

/// Keeps where a mail stands and lets go of it. With a lease only while that lease is the
/// mail's own; without one only while nobody holds it. `false`: somebody else does.
pub async fn save_mail(
    tx: &mut Tx,
    row: &MailRow,
    lease: Option<Uuid>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let settled = row.settled_at.map(time).transpose()?;
    let touched = exec!(
        tx,
        "update outbox set state = $2, tries = $3, next_try_at = $4, last_error = $5, \
         settled_at = $6, lease = null, lease_until = null where id = $1 \
         and (lease = $7 or ($7 is null and (lease_until is null or lease_until <= $8)))",
        row.mail.id.uuid(),
        row.state.code(),
        i64::from(row.tries),
        time(row.next_try_at)?,
        row.failure.map(|it| it.to_string()),
        settled,
        lease,
        time(now)?
    )?;
    Ok(touched > 0)
}

/// Mail that has not been sent yet goes to the address somebody has now; without one it is
/// given up.
pub async fn follow_address(
    tx: &mut Tx,
    account: Id<Account>,
    address: Option<&Address>,
    now: Timestamp,
) -> Result<(), StoreError> {
    match address {
        Some(address) => exec!(
            tx,
            "update outbox set address = $2 \
             where account = $1 and state in ('waiting', 'failed')",
            account.uuid(),
            address.as_str()
        )?,
        None => exec!(
            tx,
            "update outbox set state = 'given-up', settled_at = $2 \
             where account = $1 and state in ('waiting', 'failed')",
            account.uuid(),
            time(now)?
        )?,
    };
    Ok(())
}

/// A page of the outbox, newest first; an empty state means any.
pub async fn mails(
    tx: &mut Tx,
    programme: Id<Programme>,
    state: &str,
    window: Window,
) -> Result<Page<MailRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        mail_columns!(
            "where o.programme = $1 and ($2 = '' or o.state = $2) \
             order by o.at desc, o.id desc limit $3 offset $4"
        ),
        programme.uuid(),
        plain(state),
        i64::from(window.limit),
        i64::from(window.offset)
    )?;
    let (total,): (i64,) = run!(
        tx,
        (i64,),
        fetch_one,
        "select count(*) from outbox where programme = $1 and ($2 = '' or state = $2)",
        programme.uuid(),
        plain(state)
    )?;
    let rows = rows.into_iter().map(Row::into_row).collect::<Result<_, _>>()?;
    Ok(Page { rows, total: u64::try_from(total).unwrap_or_default() })
}

/// How many mails stand where, by the word of the state.
pub async fn mail_counts(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<BTreeMap<String, u64>, StoreError> {
    let rows: Vec<(String, i64)> = run!(
        tx,
        (String, i64),
        fetch_all,
        "select state, count(*) from outbox where programme = $1 group by state order by state",
        programme.uuid()
    )?;
    Ok(rows
        .into_iter()
        .map(|(state, count)| (state, u64::try_from(count).unwrap_or_default()))
        .collect())
}
