use jiff::{Timestamp, civil::Date};
use sleutel_domain::{
    Id,
    access::{Account, Programme},
    messages::{Address, MailChoice},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, date, time},
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
}

/// Whoever chose one mail a day, has unread messages from before a moment, and has had no
/// mail of that day or later yet.
pub async fn digests_due(
    tx: &mut Tx,
    programme: Id<Programme>,
    today: Date,
    before: Timestamp,
) -> Result<Vec<DigestDue>, StoreError> {
    let rows: Vec<(Uuid, String, i64)> = run!(
        tx,
        (Uuid, String, i64),
        fetch_all,
        "select a.id, a.email, count(*) from account a \
         join message m on m.account = a.id and m.read_at is null and m.at <= $3 \
         where a.programme = $1 and a.active and a.mail = 'daily' and a.email is not null \
         and (a.digest_on is null or a.digest_on < $2) group by a.id, a.email order by a.id",
        programme.uuid(),
        date(today),
        time(before)?
    )?;
    rows.into_iter()
        .map(|(account, email, unread)| {
            let key = account.to_string();
            let at = At { table: "account", key: &key };
            Ok(DigestDue {
                account: Id::new(account),
                address: at.read("email", email, |it| Address::new(it).ok())?,
                unread: u32::try_from(unread).unwrap_or(u32::MAX),
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
