use serde_json::json;
use sleutel_domain::messages::{Address, AddressError, MailChoice};
use sleutel_store::messages::{self as rows, MailSettings};

use crate::{ActionError, App, FieldFault, Who, fields::Fields, policy::Action};

/// What somebody wants to be mailed, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of the form")]
pub struct MailDraft {
    pub email: String,
    pub mail: String,
}

impl From<&MailSettings> for MailDraft {
    fn from(settings: &MailSettings) -> Self {
        Self {
            email: settings.address.as_ref().map(ToString::to_string).unwrap_or_default(),
            mail: settings.choice.code().to_owned(),
        }
    }
}

/// One's own settings.
pub async fn settings(app: &App, who: &Who) -> Result<MailSettings, ActionError> {
    let mut act = app.look(who, Action::ChangeOwnAccount).await?;
    let account = who.account().ok_or(ActionError::NotFound)?;
    rows::mail_settings(&mut act.tx, account).await?.ok_or(ActionError::NotFound)
}

/// Keeps one's own settings. Who wants mail has to say where. Mail that waits follows to a
/// new address; who wants none any more gets none of those either.
pub async fn save_settings(app: &App, who: &Who, draft: &MailDraft) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ChangeOwnAccount).await?;
    let person = who.person().ok_or(ActionError::NotFound)?;
    let mut fields = Fields::default();
    let choice = fields.choice("mail", &draft.mail, MailChoice::from_code);
    let wanted = choice.is_some_and(|it| it != MailChoice::Nothing);
    let address = if draft.email.trim().is_empty() {
        if wanted {
            fields.bad("email", FieldFault::Required);
        }
        None
    } else {
        fields.take(
            "email",
            Address::new(&draft.email).map_err(|error| match error {
                AddressError::TooLong { length } => FieldFault::TooLong { length, most: 254 },
                AddressError::Shape => FieldFault::NotAnAddress,
            }),
        )
    };
    let choice = fields.done(choice)?;
    let settings = MailSettings { address, choice };
    rows::set_mail_settings(&mut act.tx, person.account, &settings).await?;
    let goes_to = settings.address.as_ref().filter(|_| wanted);
    let at = act.at;
    rows::follow_address(&mut act.tx, person.account, goes_to, at).await?;
    // The address itself stays out of the log, which nobody can take it out of again.
    let detail = json!({ "mail": choice.code(), "address": settings.address.is_some() });
    act.log("account", &person.login, &detail).await?;
    act.commit().await
}
