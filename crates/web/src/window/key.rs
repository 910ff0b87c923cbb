use askama::Template;
use axum::{
    extract::State,
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App, Who,
    window::{self, OwnPage},
};

use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted,
    page::cookie,
    refused,
    session::{self, WINDOW_COOKIE},
};

const LABELS: &[(&str, &str)] = &[("new", "window-key-new"), ("again", "window-key-again")];

#[derive(Template)]
#[template(path = "window/key.html")]
struct KeyPage {
    page: Page,
    form: Form,
    reference: String,
    has_secret: bool,
}

async fn view(page: Page, app: &App, who: &Who, form: Form) -> Result<KeyPage, Response> {
    let seen = window::see(app, who, OwnPage::Key).await;
    let seen = seen.map_err(|it| refused::problem(&it).into_response())?;
    let form = form.labelled(LABELS);
    let page = page.titled("window-key");
    Ok(KeyPage { page, form, reference: seen.reference, has_secret: seen.has_secret })
}

/// `GET /my/key`: to choose a secret of one's own.
pub(super) async fn ask(page: Page, State(app): State<App>, Acting(who): Acting) -> Response {
    match view(page, &app, &who, Form::new()).await {
        Ok(view) => view.page.render(&view),
        Err(response) => response,
    }
}

/// `POST /my/key`.
pub(super) async fn save(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    headers: HeaderMap,
    Posted(mut form): Posted,
) -> Response {
    let token = cookie(&headers, WINDOW_COOKIE).unwrap_or_default();
    let (new, again) = (form.value("new").to_owned(), form.value("again").to_owned());
    let error = match window::choose_secret(&app, &who, &token, &new, &again).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "window-key-saved");
            return Page::redirect("/my/key", &flash);
        }
        Err(error) => error,
    };
    if let Err(error) = refused::at_fields(&mut form, error) {
        return refused::problem(&error).into_response();
    }
    match view(page, &app, &who, form).await {
        Ok(view) => session::unprocessable(&view.page, &view),
        Err(response) => response,
    }
}
