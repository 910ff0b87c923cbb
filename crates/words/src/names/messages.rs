use sleutel_domain::messages::{MailChoice, MailFault, MailState};

use super::named;

named!(MailChoice {
    Self::Nothing => "mail-choice-nothing",
    Self::Daily => "mail-choice-daily",
    Self::Each => "mail-choice-each",
});

named!(MailState {
    Self::Waiting => "outbox-state-waiting",
    Self::Failed => "outbox-state-failed",
    Self::Sent => "outbox-state-sent",
    Self::GivenUp => "outbox-state-given-up",
});

named!(MailFault {
    Self::Unreachable => "mail-failure-unreachable",
    Self::Later => "mail-failure-later",
    Self::Refused => "mail-failure-refused",
    Self::BadAddress => "mail-failure-bad-address",
});
