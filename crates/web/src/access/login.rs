use std::{net::SocketAddr, sync::Arc};

use axum::{
    Extension,
    extract::{ConnectInfo, RawQuery, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use sleutel_actions::{ActionError, App, Hold, Who, access};
use sleutel_domain::access::Language;

use crate::{
    Acting, FieldError, Form, Page, Posted, Query, Site, language,
    page::cookie,
    pages::LoginPage,
    refused,
    session::{self, COOKIE},
};

const LABELS: &[(&str, &str)] = &[("login", "login-name"), ("passphrase", "login-passphrase")];

/// `GET /login`.
pub(super) async fn ask(page: Page, Acting(who): Acting, RawQuery(query): RawQuery) -> Response {
    let query = Query::parse(query.as_deref());
    let next = language::local(query.get("next")).to_owned();
    if who != Who::Nobody {
        return Redirect::to(&next).into_response();
    }
    shown(page, StatusCode::OK, Form::new().filled("next", next))
}

fn shown(page: Page, status: StatusCode, form: Form) -> Response {
    let page = page.titled("login-title");
    let demo_accounts = if page.site.demo { page.site.demo_accounts.clone() } else { Vec::new() };
    let view = LoginPage { page, form: form.labelled(LABELS), demo_accounts };
    view.page.render_with(status, &view)
}

/// `POST /login`.
pub(super) async fn log_in(
    page: Page,
    State(app): State<App>,
    Extension(site): Extension<Arc<Site>>,
    peer: Option<Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
    Posted(mut form): Posted,
) -> Response {
    for name in ["login", "passphrase"] {
        if form.value(name).trim().is_empty() {
            form.refuse(name, FieldError::Required);
        }
    }
    if form.has_errors() {
        return shown(page, StatusCode::UNPROCESSABLE_ENTITY, form);
    }
    let peer = peer.map(|Extension(ConnectInfo(address))| address);
    let address = visitor(site.behind_proxy, &headers, peer);
    let (login, passphrase) = (form.value("login"), form.value("passphrase"));
    match access::log_in(&app, login, passphrase, &address).await {
        Ok(begun) => {
            let mut response = Redirect::to(language::local(form.value("next"))).into_response();
            if let Some(line) = session::cookie_line(COOKIE, &begun.token, site.https) {
                response.headers_mut().append(header::SET_COOKIE, line);
            }
            response
        }
        Err(ActionError::Hold(hold @ Hold::TooManyTries { minutes })) => {
            form.refuse("login", FieldError::Said(refused::hold_words(&hold, page.words)));
            let mut response = shown(page, StatusCode::TOO_MANY_REQUESTS, form);
            let seconds = HeaderValue::from(minutes.saturating_mul(60));
            response.headers_mut().insert(header::RETRY_AFTER, seconds);
            response
        }
        Err(ActionError::Hold(Hold::WrongLogin)) => {
            form.refuse("passphrase", FieldError::Key("hold-wrong-login"));
            shown(page, StatusCode::UNPROCESSABLE_ENTITY, form)
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}

/// Whom tries are counted for: the other end of the connection, or, behind a proxy of our
/// own, the last address it added. Anything a visitor wrote there himself comes before it.
pub(crate) fn visitor(behind_proxy: bool, headers: &HeaderMap, peer: Option<SocketAddr>) -> String {
    let forwarded = headers
        .get_all("x-forwarded-for")
        .iter()
        .next_back()
        .filter(|_| behind_proxy)
        .and_then(|line| line.to_str().ok())
        .and_then(|line| line.rsplit(',').next())
        .map(|address| address.trim().to_owned());
    forwarded.unwrap_or_else(|| peer.map(|it| it.ip().to_string()).unwrap_or_default())
}

/// `POST /logout`.
pub(super) async fn log_out(
    State(app): State<App>,
    Acting(who): Acting,
    headers: HeaderMap,
    Posted(_): Posted,
) -> Response {
    let token = cookie(&headers, COOKIE).unwrap_or_default();
    if let Err(error) = access::log_out(&app, &who, &token).await {
        return refused::problem(&error).into_response();
    }
    let mut response = Redirect::to("/login").into_response();
    if let Some(line) = session::forget_line(COOKIE) {
        response.headers_mut().append(header::SET_COOKIE, line);
    }
    response
}

/// `POST /language`: keeps the choice with the account, and in a cookie for the pages
/// before anybody logs in; then back to where the reader was.
pub(super) async fn language(
    State(app): State<App>,
    Extension(site): Extension<Arc<Site>>,
    Acting(who): Acting,
    Posted(form): Posted,
) -> Response {
    let mut response = Redirect::to(language::local(form.value("next"))).into_response();
    let Some(language) = Language::from_code(form.value("language")) else { return response };
    if who != Who::Nobody
        && let Err(error) = access::set_language(&app, &who, language).await
    {
        return refused::problem(&error).into_response();
    }
    if let Some(line) = language::cookie_line(language, site.https) {
        response.headers_mut().append(header::SET_COOKIE, line);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(behind_proxy: bool, forwarded: &str, expected: &str) {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", forwarded.parse().unwrap());
        let peer = Some(SocketAddr::from(([10, 0, 0, 1], 4242)));
        assert_eq!(visitor(behind_proxy, &headers, peer), expected);
    }

    #[test]
    fn what_a_visitor_writes_about_their_own_address_is_not_believed() {
        check(false, "203.0.113.9", "10.0.0.1");
        check(true, "198.51.100.1, 203.0.113.9", "203.0.113.9");
    }
}
