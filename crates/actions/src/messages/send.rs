use jiff::{SignedDuration, Timestamp, Zoned};
use serde_json::json;
use sleutel_domain::{
    Id,
    access::Language,
    messages::{Address, Mail, MailContent, MailFailure, MailState, next_try},
};
use sleutel_store::messages::{self as rows, MailRow, NewMail};
use uuid::Uuid;

use crate::{ActionError, App, Who, act::new_uuid, policy::Action};

/// How long one process holds a mail; longer than any try lasts.
const LEASE: SignedDuration = SignedDuration::from_mins(10);
/// From this hour of the day the mail of the day is written.
pub const DIGEST_HOUR: i8 = 7;

/// A mail taken for sending. Until its lease is over nobody else sends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Which mail; the same on every try.
    pub id: Id<Mail>,
    /// Where to.
    pub address: Address,
    /// What it says.
    pub content: MailContent,
    /// The page it leads to, as a path.
    pub link: String,
    /// The language of its reader.
    pub language: Language,
    /// When it was written.
    pub at: Timestamp,
    lease: Uuid,
}

/// Takes the mail that waits longest; `None` when nothing is due.
pub async fn take_mail(app: &App, who: &Who) -> Result<Option<Letter>, ActionError> {
    let mut look = app.look(who, Action::SendMail).await?;
    let (programme, at) = (look.programme, look.at);
    if rows::due_mail(&mut look.tx, programme, at).await?.is_none() {
        return Ok(None);
    }
    drop(look);
    loop {
        let mut act = app.begin(who, Action::SendMail).await?;
        let (lease, at) = (new_uuid(), act.at);
        let Some(id) = rows::due_mail(&mut act.tx, programme, at).await? else { return Ok(None) };
        // Another process may have been first; then the next one is looked for.
        let taken = rows::lease_mail(&mut act.tx, id, lease, at, at + LEASE).await?;
        let row = rows::mail(&mut act.tx, programme, id).await?;
        // A lease changes nothing that anybody sees, so it has no line in the log.
        act.commit().await?;
        if let Some(row) = row.filter(|_| taken) {
            return Ok(Some(letter(row, lease)));
        }
    }
}

fn letter(row: MailRow, lease: Uuid) -> Letter {
    Letter {
        id: row.mail.id,
        address: row.mail.address,
        content: row.mail.content,
        link: row.mail.link,
        language: row.language.unwrap_or(Language::Dutch),
        at: row.mail.at,
        lease,
    }
}

/// Keeps what became of a try: sent, to be tried again later, or given up when another try
/// cannot help or there were enough. A holder whose lease ran out changes nothing.
pub async fn settle_mail(
    app: &App,
    who: &Who,
    letter: &Letter,
    outcome: Result<(), MailFailure>,
) -> Result<MailState, ActionError> {
    let mut act = app.begin(who, Action::SendMail).await?;
    let (programme, at) = (act.programme, act.at);
    let mut row =
        rows::mail(&mut act.tx, programme, letter.id).await?.ok_or(ActionError::NotFound)?;
    row.tries = row.tries.saturating_add(1);
    row.failure = outcome.err();
    let again = match outcome {
        Ok(()) => None,
        Err(failure) if failure.fault.is_final() => None,
        Err(_) => next_try(row.tries, at),
    };
    row.state = match (outcome, again) {
        (Ok(()), _) => MailState::Sent,
        (Err(_), Some(_)) => MailState::Failed,
        (Err(_), None) => MailState::GivenUp,
    };
    row.settled_at = again.is_none().then_some(at);
    row.next_try_at = again.unwrap_or(row.next_try_at);
    if !rows::save_mail(&mut act.tx, &row, Some(letter.lease), at).await? {
        return Err(ActionError::Changed);
    }
    let why = row.failure.map(|it| it.to_string());
    let detail = json!({ "state": row.state.code(), "tries": row.tries, "why": why });
    act.log("mail", &letter.id.to_string(), &detail).await?;
    act.commit().await?;
    Ok(row.state)
}

/// Writes the mail of the day for whoever chose one and has unread messages or
/// something that waits; once a day each,
/// from [`DIGEST_HOUR`]. Gives how many were written.
pub async fn write_digests(app: &App, who: &Who) -> Result<usize, ActionError> {
    let mut look = app.look(who, Action::SendMail).await?;
    let (programme, at, today) = (look.programme, look.at, look.today());
    if Zoned::new(at, app.zone.clone()).hour() < DIGEST_HOUR
        || rows::digests_due(&mut look.tx, programme, today, at).await?.is_empty()
    {
        return Ok(0);
    }
    drop(look);
    let mut act = app.begin(who, Action::SendMail).await?;
    let mut written = 0;
    for due in rows::digests_due(&mut act.tx, programme, today, at).await? {
        if !rows::set_digest_on(&mut act.tx, due.account, today).await? {
            continue;
        }
        let mail = NewMail {
            id: Id::new(new_uuid()),
            account: due.account,
            address: due.address,
            content: MailContent::Digest { unread: due.unread, waiting: due.waiting },
            link: if due.unread > 0 { "/messages" } else { "/tasks" }.to_owned(),
            at,
        };
        rows::add_mail(&mut act.tx, programme, &mail).await?;
        written += 1;
    }
    if written > 0 {
        act.log("mail", "", &json!({ "what": "mail of the day", "written": written })).await?;
    }
    act.commit().await?;
    Ok(written)
}
