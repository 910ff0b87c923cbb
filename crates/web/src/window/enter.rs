//! Getting in: by the code on a card, by a link, or with one's own secret. And out again.

use std::{net::SocketAddr, sync::Arc};

use askama::Template;
use axum::{
    Extension,
    extract::{ConnectInfo, Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use sleutel_actions::{
    ActionError, App, Hold,
    window::{self, Entered},
};
use sleutel_domain::access::Language;

use super::{DOOR, START};
use crate::{
    Acting, FieldError, Flash, FlashKind, Form, Page, Posted, Site,
    access::visitor,
    language,
    page::cookie,
    refused,
    session::{self, WINDOW_COOKIE},
};

const LABELS: &[(&str, &str)] = &[
    ("code", "window-enter-code"),
    ("reference", "window-enter-reference"),
    ("secret", "window-enter-secret"),
];

#[derive(Template)]
#[template(path = "window/enter.html")]
struct CodePage {
    page: Page,
    form: Form,
}

#[derive(Template)]
#[template(path = "window/own.html")]
struct OwnPage {
    page: Page,
    form: Form,
}

#[derive(Template)]
#[template(path = "window/link.html")]
struct LinkPage {
    page: Page,
    action: String,
    /// Why it did not open, when it was tried.
    refused: bool,
}

type Peer = Option<Extension<ConnectInfo<SocketAddr>>>;

fn address(site: &Site, headers: &HeaderMap, peer: Peer) -> String {
    visitor(site.behind_proxy, headers, peer.map(|Extension(ConnectInfo(address))| address))
}

/// In: the browser keeps the token, and the first page opens.
fn inside(entered: &Entered, https: bool) -> Response {
    let mut response = Redirect::to(START).into_response();
    if let Some(line) = session::cookie_line_at(WINDOW_COOKIE, &entered.token, START, https) {
        response.headers_mut().append(header::SET_COOKIE, line);
    }
    response
}

fn code_page(page: Page, status: StatusCode, form: Form) -> Response {
    let view = CodePage { page: page.titled("window-enter"), form: form.labelled(LABELS) };
    view.page.render_with(status, &view)
}

fn own_page(page: Page, status: StatusCode, form: Form) -> Response {
    let view = OwnPage { page: page.titled("window-own"), form: form.labelled(LABELS) };
    view.page.render_with(status, &view)
}

/// `GET /my/enter`.
pub(super) async fn ask_code(page: Page) -> Response {
    code_page(page, StatusCode::OK, Form::new())
}

/// `GET /my/enter/own`.
pub(super) async fn ask_own(page: Page) -> Response {
    own_page(page, StatusCode::OK, Form::new())
}

/// `POST /my/enter`.
pub(super) async fn with_code(
    page: Page,
    State(app): State<App>,
    Extension(site): Extension<Arc<Site>>,
    peer: Peer,
    headers: HeaderMap,
    Posted(mut form): Posted,
) -> Response {
    if form.value("code").trim().is_empty() {
        form.refuse("code", FieldError::Required);
        return code_page(page, StatusCode::UNPROCESSABLE_ENTITY, form);
    }
    let from = address(&site, &headers, peer);
    match window::open_with_code(&app, form.value("code"), &from).await {
        Ok(entered) => inside(&entered, site.https),
        Err(error) => shut_out(page, form, ("code", "window-enter-wrong"), &error, code_page),
    }
}

/// `POST /my/enter/own`.
pub(super) async fn with_own(
    page: Page,
    State(app): State<App>,
    Extension(site): Extension<Arc<Site>>,
    peer: Peer,
    headers: HeaderMap,
    Posted(mut form): Posted,
) -> Response {
    for name in ["reference", "secret"] {
        if form.value(name).trim().is_empty() {
            form.refuse(name, FieldError::Required);
        }
    }
    if form.has_errors() {
        return own_page(page, StatusCode::UNPROCESSABLE_ENTITY, form);
    }
    let from = address(&site, &headers, peer);
    let (reference, secret) = (form.value("reference"), form.value("secret"));
    match window::open_with_secret(&app, reference, secret, &from).await {
        Ok(entered) => inside(&entered, site.https),
        Err(error) => shut_out(page, form, ("secret", "window-own-wrong"), &error, own_page),
    }
}

/// Why it did not open, at the field: not right, or too often tried.
fn shut_out(
    page: Page,
    mut form: Form,
    (field, key): (&str, &'static str),
    error: &ActionError,
    shown: fn(Page, StatusCode, Form) -> Response,
) -> Response {
    match error {
        ActionError::Hold(hold @ Hold::TooManyTries { minutes }) => {
            form.refuse(field, FieldError::Said(refused::hold_words(hold, page.words)));
            let mut response = shown(page, StatusCode::TOO_MANY_REQUESTS, form);
            let seconds = HeaderValue::from(minutes.saturating_mul(60));
            response.headers_mut().insert(header::RETRY_AFTER, seconds);
            response
        }
        ActionError::Hold(_) => {
            form.refuse(field, FieldError::Key(key));
            shown(page, StatusCode::UNPROCESSABLE_ENTITY, form)
        }
        ActionError::Denied(_)
        | ActionError::NotFound
        | ActionError::Fields(_)
        | ActionError::Changed
        | ActionError::Unsound(_)
        | ActionError::Store(_)
        | ActionError::Internal(_) => refused::problem(error).into_response(),
    }
}

fn link_page(page: Page, token: &str, refused: bool) -> Response {
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let action = format!("/my/open/{}", crate::listing::encode(token));
    let view = LinkPage { page: page.titled("window-open"), action, refused };
    view.page.render_with(status, &view)
}

/// `GET /my/open/{token}`: a page with one button. Mail and message programs open links to look
/// at them; that does not use the key up, and tells them nothing.
pub(super) async fn ask_link(page: Page, Path(token): Path<String>) -> Response {
    link_page(page, &token, false)
}

/// `POST /my/open/{token}`.
pub(super) async fn with_link(
    page: Page,
    State(app): State<App>,
    Extension(site): Extension<Arc<Site>>,
    Path(token): Path<String>,
    Posted(_): Posted,
) -> Response {
    match window::open_with_link(&app, &token).await {
        Ok(entered) => inside(&entered, site.https),
        Err(ActionError::Hold(_)) => link_page(page, &token, true),
        Err(error) => refused::problem(&error).into_response(),
    }
}

/// `POST /my/leave`.
pub(super) async fn leave(
    State(app): State<App>,
    Acting(who): Acting,
    headers: HeaderMap,
    Posted(_): Posted,
) -> Response {
    let token = cookie(&headers, WINDOW_COOKIE).unwrap_or_default();
    if let Err(error) = window::leave(&app, &who, &token).await {
        return refused::problem(&error).into_response();
    }
    let mut response = Page::redirect(DOOR, &Flash::new(FlashKind::Success, "window-left"));
    if let Some(line) = session::forget_line_at(WINDOW_COOKIE, START) {
        response.headers_mut().append(header::SET_COOKIE, line);
    }
    response
}

/// `POST /my/language`: keeps the choice in this browser, and goes back to where one was.
pub(super) async fn language(
    Extension(site): Extension<Arc<Site>>,
    Posted(form): Posted,
) -> Response {
    let next = language::local(form.value("next"));
    let next =
        if super::is_of_window(next.split('?').next().unwrap_or_default()) { next } else { START };
    let mut response = Redirect::to(next).into_response();
    let chosen = Language::from_code(form.value("language"));
    if let Some(line) = chosen.and_then(|it| language::cookie_line(it, site.https)) {
        response.headers_mut().append(header::SET_COOKIE, line);
    }
    response
}
