use jiff::SignedDuration;
use sleutel_store::lists as rows;
use uuid::Uuid;

use super::List;
use crate::{ActionError, App, Denied, Who, act::new_uuid};

/// How long the words of a search are kept.
const KEPT: SignedDuration = SignedDuration::from_hours(12);
/// Longer than any name.
const LONGEST: usize = 200;

/// Keeps words somebody searches a list for, and gives what an address can hold instead.
pub async fn keep_search(
    app: &App,
    who: &Who,
    list: List,
    words: &str,
) -> Result<Uuid, ActionError> {
    let mut act = app.begin(who, list.action()).await?;
    let account = who.account().ok_or(Denied { action: list.action(), logged_in: true })?;
    let (programme, at, id) = (act.programme, act.at, new_uuid());
    let words: String = words.trim().chars().take(LONGEST).collect();
    let since = at.checked_sub(KEPT).unwrap_or(at);
    rows::keep_search(&mut act.tx, programme, account, (id, &words), at, since).await?;
    act.commit().await?;
    Ok(id)
}

/// The words of somebody's own search; `None` once they are gone.
pub async fn searched(
    app: &App,
    who: &Who,
    list: List,
    id: &str,
) -> Result<Option<String>, ActionError> {
    let mut act = app.look(who, list.action()).await?;
    let (Some(account), Ok(id)) = (who.account(), id.parse::<Uuid>()) else { return Ok(None) };
    let programme = act.programme;
    Ok(rows::kept_search(&mut act.tx, programme, account, id).await?)
}
