use axum::{extract::State, response::Response};
use sleutel_actions::{
    ActionError, App, Who,
    messages::{self, MailDraft},
};
use sleutel_domain::messages::MailChoice;

use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, access::account_page, refused, session,
    show::Choice,
};

const LABELS: &[(&str, &str)] = &[("email", "mail-settings-email"), ("mail", "mail-settings-mail")];

/// The part of one's account about mail.
#[derive(Debug)]
pub(crate) struct MailForm {
    pub(crate) form: Form,
    pub(crate) choices: Vec<Choice>,
}

fn with_choices(page: &Page, form: Form) -> MailForm {
    let choices = MailChoice::ALL.iter().map(|it| Choice::new(it.code(), page.name(it))).collect();
    MailForm { form: form.labelled(LABELS), choices }
}

/// The form with what is kept.
pub(crate) async fn mail_form(page: &Page, app: &App, who: &Who) -> Result<MailForm, ActionError> {
    let draft = MailDraft::from(&messages::settings(app, who).await?);
    let form = Form::new().filled("email", draft.email).filled("mail", draft.mail);
    Ok(with_choices(page, form))
}

/// `POST /account/mail`.
pub(super) async fn save(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Posted(mut form): Posted,
) -> Response {
    let draft =
        MailDraft { email: form.value("email").to_owned(), mail: form.value("mail").to_owned() };
    match messages::save_settings(&app, &who, &draft).await {
        Ok(()) => Page::redirect("/account", &Flash::new(FlashKind::Success, "mail-settings-kept")),
        Err(error) => match refused::at_fields(&mut form, error) {
            Ok(()) => {
                let mail = with_choices(&page, form);
                let view = account_page(page, &who, Form::new(), mail);
                session::unprocessable(&view.page, &view)
            }
            Err(error) => refused::refuse(&page, &error),
        },
    }
}
