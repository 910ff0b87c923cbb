use askama::Template;
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use sleutel_actions::{App, Who, access};

use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted,
    messages::{MailForm, mail_form},
    refused,
    session::{self, COOKIE},
};

const LABELS: &[(&str, &str)] =
    &[("old", "account-old"), ("new", "account-new"), ("again", "account-again")];

#[derive(Debug, Template)]
#[template(path = "access/account.html")]
pub(crate) struct AccountPage {
    pub(crate) page: Page,
    facts: Vec<(String, String)>,
    form: Form,
    shortest: usize,
    mail: MailForm,
}

/// One's own account with both its forms.
pub(crate) fn account_page(page: Page, who: &Who, form: Form, mail: MailForm) -> AccountPage {
    let page = page.titled("account-title");
    let facts = who.person().map_or_else(Vec::new, |person| {
        let language = person
            .language
            .map_or_else(|| page.t("account-language-none"), |language| page.name(&language));
        vec![
            (page.t("account-name"), person.name.clone()),
            (page.t("login-name"), person.login.clone()),
            (page.t("account-role"), page.name(&person.role)),
            (page.t("account-organisation"), person.organisation.name.to_string()),
            (page.t("account-language"), language),
        ]
    });
    let shortest = access::SHORTEST_PASSPHRASE;
    AccountPage { page, facts, form: form.labelled(LABELS), shortest, mail }
}

/// `GET /account`.
pub(super) async fn show(page: Page, State(app): State<App>, Acting(who): Acting) -> Response {
    match mail_form(&page, &app, &who).await {
        Ok(mail) => {
            let view = account_page(page, &who, Form::new(), mail);
            view.page.render(&view)
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}

/// `POST /account`: another pass phrase. All sessions end, this one too.
pub(super) async fn change(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Posted(mut form): Posted,
) -> Response {
    let (old, new, again) = (form.value("old"), form.value("new"), form.value("again"));
    match access::change_passphrase(&app, &who, old, new, again).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "account-changed");
            let mut response = Page::redirect("/login", &flash);
            if let Some(line) = session::forget_line(COOKIE) {
                response.headers_mut().append(header::SET_COOKIE, line);
            }
            response
        }
        Err(error) => match refused::at_fields(&mut form, error) {
            Ok(()) => match mail_form(&page, &app, &who).await {
                Ok(mail) => {
                    let view = account_page(page, &who, form, mail);
                    session::unprocessable(&view.page, &view)
                }
                Err(error) => refused::problem(&error).into_response(),
            },
            Err(error) => refused::refuse(&page, &error),
        },
    }
}
