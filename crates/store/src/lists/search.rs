use jiff::Timestamp;
use sleutel_domain::{
    Id,
    access::{Account, Programme},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{plain, time},
};

/// Keeps words somebody searched for, so that a page can be addressed without them, and throws
/// away what the same person searched for before `since`.
pub async fn keep_search(
    tx: &mut Tx,
    programme: Id<Programme>,
    account: Id<Account>,
    (id, words): (Uuid, &str),
    at: Timestamp,
    since: Timestamp,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "delete from kept_search where account = $1 and at < $2",
        account.uuid(),
        time(since)?
    )?;
    exec!(
        tx,
        "insert into kept_search (id, programme, account, words, at) values ($1, $2, $3, $4, $5)",
        id,
        programme.uuid(),
        account.uuid(),
        plain(words),
        time(at)?
    )?;
    Ok(())
}

/// The words of a search; `None` for one of somebody else, or that is gone.
pub async fn kept_search(
    tx: &mut Tx,
    programme: Id<Programme>,
    account: Id<Account>,
    id: Uuid,
) -> Result<Option<String>, StoreError> {
    let row: Option<(String,)> = run!(
        tx,
        (String,),
        fetch_optional,
        "select words from kept_search where programme = $1 and account = $2 and id = $3",
        programme.uuid(),
        account.uuid(),
        id
    )?;
    Ok(row.map(|(words,)| words))
}
