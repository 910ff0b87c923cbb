use std::time::Duration;

use sleutel_actions::{
    ActionError, App, Who,
    messages::{settle_mail, take_mail, write_digests},
};
use sleutel_domain::messages::{MailFault, MailState};
use tokio::sync::watch;

use crate::Mailer;

/// How long the sender rests when nothing is due.
const REST: Duration = Duration::from_secs(15);

/// What came of one time through the outbox.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Done {
    /// Taken by the mail server.
    pub sent: usize,
    /// To be tried again.
    pub failed: usize,
    /// Not tried any more.
    pub given_up: usize,
}

/// Writes the mails of the day that are due, then sends what waits until nothing is due. A mail
/// server that cannot be reached ends it at once: the others would wait for nothing. `who` is
/// whoever runs the installation. As many processes as you like may do this at the same time.
pub async fn send_waiting(app: &App, who: &Who, mailer: &Mailer) -> Result<Done, ActionError> {
    let (_keep, go_on) = watch::channel(true);
    until_told(app, who, mailer, &go_on).await
}

async fn until_told(
    app: &App,
    who: &Who,
    mailer: &Mailer,
    go_on: &watch::Receiver<bool>,
) -> Result<Done, ActionError> {
    let mut done = Done::default();
    write_digests(app, who).await?;
    while *go_on.borrow() {
        let Some(letter) = take_mail(app, who).await? else { break };
        let outcome = mailer.send(&letter).await;
        match settle_mail(app, who, &letter, outcome).await {
            Ok(MailState::Sent) => done.sent += 1,
            Ok(MailState::Waiting | MailState::Failed) => done.failed += 1,
            Ok(MailState::GivenUp) => done.given_up += 1,
            // It took longer than our lease and somebody else has it by now.
            Err(ActionError::Changed) => {}
            Err(error) => return Err(error),
        }
        if outcome.is_err_and(|it| it.fault == MailFault::Unreachable) {
            break;
        }
    }
    Ok(done)
}

/// Sends what waits, again and again, until `go_on` says no or is dropped. A mail that is under
/// way then is finished first, so that nothing is sent whose outcome nobody keeps.
pub async fn keep_sending(app: &App, who: &Who, mailer: &Mailer, mut go_on: watch::Receiver<bool>) {
    while *go_on.borrow() {
        match until_told(app, who, mailer, &go_on).await {
            Ok(done) if done == Done::default() => {}
            Ok(Done { sent, failed, given_up }) => {
                tracing::info!(sent, failed, given_up, "mail");
            }
            Err(error) => tracing::error!(error = error.for_log(), "mail could not be sent"),
        }
        tokio::select! {
            () = tokio::time::sleep(REST) => {}
            changed = go_on.changed() => if changed.is_err() { break },
        }
    }
}
