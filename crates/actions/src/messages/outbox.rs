use std::collections::BTreeMap;

use serde_json::json;
use sleutel_domain::{
    Id,
    messages::{Mail, MailState},
};
use sleutel_store::{
    Page, Window,
    messages::{self as rows, MailRow},
};

use crate::{ActionError, App, Hold, Who, policy::Action};

/// The outbox as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutboxView {
    /// A page of mails, newest first.
    pub page: Page<MailRow>,
    /// How many stand where, by the word of the state; of all, whatever is filtered.
    pub counts: BTreeMap<String, u64>,
}

/// Mail on its way and mail that was sent; an empty state means any.
pub async fn outbox(
    app: &App,
    who: &Who,
    state: &str,
    window: Window,
) -> Result<OutboxView, ActionError> {
    let mut act = app.look(who, Action::ManageOutbox).await?;
    let programme = act.programme;
    Ok(OutboxView {
        page: rows::mails(&mut act.tx, programme, state, window).await?,
        counts: rows::mail_counts(&mut act.tx, programme).await?,
    })
}

/// Tries a mail again that failed or was given up: at once, with all its tries anew, and to
/// the address its reader has by now.
pub async fn try_again(app: &App, who: &Who, id: Id<Mail>) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ManageOutbox).await?;
    let (programme, at) = (act.programme, act.at);
    let row = rows::mail(&mut act.tx, programme, id).await?.ok_or(ActionError::NotFound)?;
    match row.state {
        MailState::Failed | MailState::GivenUp => {}
        MailState::Waiting | MailState::Sent => return Err(ActionError::Changed),
    }
    let account = row.mail.account;
    let settings = rows::mail_settings(&mut act.tx, account).await?;
    let address = settings.and_then(|it| it.address).ok_or(Hold::NoMailAddress)?;
    let row =
        MailRow { state: MailState::Waiting, tries: 0, next_try_at: at, settled_at: None, ..row };
    if !rows::save_mail(&mut act.tx, &row, None, at).await? {
        return Err(ActionError::Changed);
    }
    rows::follow_address(&mut act.tx, account, Some(&address), at).await?;
    act.log("mail", &id.to_string(), &json!({ "what": "try again" })).await?;
    act.commit().await
}

/// Gives up a mail that was not sent yet. While a try is under way it cannot be.
pub async fn give_up(app: &App, who: &Who, id: Id<Mail>) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ManageOutbox).await?;
    let (programme, at) = (act.programme, act.at);
    let row = rows::mail(&mut act.tx, programme, id).await?.ok_or(ActionError::NotFound)?;
    match row.state {
        MailState::Waiting | MailState::Failed => {}
        MailState::GivenUp | MailState::Sent => return Err(ActionError::Changed),
    }
    let row = MailRow { state: MailState::GivenUp, settled_at: Some(at), ..row };
    if !rows::save_mail(&mut act.tx, &row, None, at).await? {
        return Err(ActionError::Changed);
    }
    act.log("mail", &id.to_string(), &json!({ "what": "given up" })).await?;
    act.commit().await
}
