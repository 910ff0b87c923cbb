use serde_json::json;
use sleutel_domain::{Id, messages::Received};
use sleutel_store::{
    Page, Window,
    messages::{self as rows, MessageRow},
};

use crate::{ActionError, App, Person, Who, policy::Action};

fn reader(who: &Who) -> Result<&Person, ActionError> {
    who.person().ok_or(ActionError::NotFound)
}

/// A page of one's own messages, newest first.
pub async fn list(
    app: &App,
    who: &Who,
    only_unread: bool,
    window: Window,
) -> Result<Page<MessageRow>, ActionError> {
    let mut act = app.look(who, Action::ReadMessages).await?;
    let reader = reader(who)?.account;
    let programme = act.programme;
    Ok(rows::messages(&mut act.tx, programme, reader, only_unread, window).await?)
}

/// One of one's own messages.
pub async fn one(app: &App, who: &Who, id: Id<Received>) -> Result<MessageRow, ActionError> {
    let mut act = app.look(who, Action::ReadMessages).await?;
    let reader = reader(who)?.account;
    rows::message(&mut act.tx, reader, id).await?.ok_or(ActionError::NotFound)
}

/// How many of one's own messages are unread.
pub async fn unread(app: &App, who: &Who) -> Result<u32, ActionError> {
    let mut act = app.look(who, Action::ReadMessages).await?;
    Ok(rows::unread_messages(&mut act.tx, reader(who)?.account).await?)
}

/// Marks one message as read and gives it back. Once is enough: a second time changes nothing.
pub async fn mark_read(app: &App, who: &Who, id: Id<Received>) -> Result<MessageRow, ActionError> {
    let mut act = app.begin(who, Action::ReadMessages).await?;
    let reader = reader(who)?;
    let at = act.at;
    let row = rows::message(&mut act.tx, reader.account, id).await?.ok_or(ActionError::NotFound)?;
    if rows::mark_read(&mut act.tx, reader.account, id, at).await? {
        act.log("messages", &reader.login, &json!({ "read": 1 })).await?;
    }
    act.commit().await?;
    Ok(row)
}

/// Marks all one's messages as read; gives how many there were.
pub async fn mark_all_read(app: &App, who: &Who) -> Result<u64, ActionError> {
    let mut act = app.begin(who, Action::ReadMessages).await?;
    let reader = reader(who)?;
    let at = act.at;
    let read = rows::mark_all_read(&mut act.tx, reader.account, at).await?;
    if read > 0 {
        act.log("messages", &reader.login, &json!({ "read": read })).await?;
    }
    act.commit().await?;
    Ok(read)
}
