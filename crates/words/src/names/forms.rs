use sleutel_domain::forms::{FormAct, FormStatus};

use super::named;

named!(FormStatus {
    Self::Draft => "form-status-draft",
    Self::CheckAsked => "form-status-check-asked",
    Self::Checked => "form-status-checked",
    Self::Sent => "form-status-sent",
    Self::Received => "form-status-received",
    Self::Returned => "form-status-returned",
    Self::TakenBack => "form-status-taken-back",
});

named!(FormAct {
    Self::Start => "form-did-start",
    Self::AskCheck => "form-did-ask-check",
    Self::Approve => "form-did-approve",
    Self::AskChange => "form-did-ask-change",
    Self::Reopen => "form-did-reopen",
    Self::Send => "form-did-send",
    Self::Receive => "form-did-receive",
    Self::Return => "form-did-return",
    Self::TakeBack => "form-did-take-back",
});
