//! Who is looking: from the cookie to [`Who`], and the guard around everything that is
//! not public.

use std::sync::Arc;

use axum::{
    extract::{FromRequest, FromRequestParts, Request, State},
    http::{HeaderValue, Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use sleutel_actions::{App, Who, access, messages, window as own};

use crate::{
    CsrfToken, Flash, FlashKind, Form, Page, Problem, Site, Viewer, csrf, page::cookie, refused,
    window,
};

/// The cookie of somebody who logged in.
pub const COOKIE: &str = "sleutel_session";
/// The cookie of a person at their own window. Browsers send it to the window only.
pub const WINDOW_COOKIE: &str = "sleutel_window";
/// The cookie with the token of forms before anybody logged in.
const VISITOR: &str = "sleutel_visitor";

/// Addresses anybody may open.
const PUBLIC: [&str; 10] = [
    "/login",
    "/about",
    "/accessibility",
    "/method",
    "/method.json",
    "/method/lots",
    "/routes",
    "/healthz",
    "/readyz",
    "/language",
];

/// Beginnings of addresses anybody may open.
const PUBLIC_BELOW: [&str; 3] = ["/static/", "/routes/", "/blank-forms/"];

fn is_public(path: &str) -> bool {
    PUBLIC.contains(&path)
        || PUBLIC_BELOW.iter().any(|it| path.starts_with(it))
        || window::is_open(path)
}

/// The session layer: finds out who is looking, keeps what is not public from who has not
/// logged in, and refuses a change that comes from another site.
pub async fn layer(
    State(app): State<App>,
    axum::Extension(site): axum::Extension<Arc<Site>>,
    mut request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path().to_owned();
    if path == "/healthz" || path.starts_with("/static/") {
        return next.run(request).await;
    }
    if changes(request.method()) && from_elsewhere(request.headers()) {
        return Problem::forbidden().into_response();
    }
    if window::is_of_window(&path) {
        return at_window(&app, site.https, &path, request, next).await;
    }
    let session = match cookie(request.headers(), COOKIE) {
        Some(token) => match access::session(&app, &token).await {
            Ok(session) => session,
            Err(error) => return refused::problem(&error).into_response(),
        },
        None => None,
    };
    let Some(session) = session else {
        return visitor(site.https, &path, request, next).await;
    };
    // Only pages show it; a form that was sent leads to one.
    let unread =
        if changes(request.method()) { Ok(0) } else { messages::unread(&app, &session.who).await };
    let unread = match unread {
        Ok(unread) => unread,
        Err(error) => return refused::problem(&error).into_response(),
    };
    let viewer = session.who.person().map(|person| Viewer {
        name: person.name.clone(),
        organisation: person.organisation.name.to_string(),
        kind: person.organisation.kind,
        role: person.role,
        language: person.language,
        unread,
    });
    request.extensions_mut().insert(session.who);
    request.extensions_mut().insert(CsrfToken(session.csrf));
    if let Some(viewer) = &viewer {
        request.extensions_mut().insert(viewer.clone());
    }
    let mut response = next.run(request).await;
    if let Some(viewer) = viewer {
        response.extensions_mut().insert(viewer);
    }
    response
}

/// The window has sessions of its own: nobody else's count there, and they count nowhere else.
async fn at_window(
    app: &App,
    https: bool,
    path: &str,
    mut request: Request,
    next: Next,
) -> Response {
    let token = cookie(request.headers(), WINDOW_COOKIE);
    let session = match &token {
        Some(token) => match own::session(app, token).await {
            Ok(session) => session,
            Err(error) => return refused::problem(&error).into_response(),
        },
        None => None,
    };
    let Some(session) = session else {
        if window::is_open(path) {
            return visitor(https, path, request, next).await;
        }
        if token.is_none() {
            return Redirect::to(window::DOOR).into_response();
        }
        return Page::redirect(window::DOOR, &Flash::new(FlashKind::Info, "window-ended"));
    };
    request.extensions_mut().insert(session.who);
    request.extensions_mut().insert(CsrfToken(session.csrf));
    next.run(request).await
}

async fn visitor(https: bool, path: &str, mut request: Request, next: Next) -> Response {
    if !is_public(path) {
        if changes(request.method()) {
            return Problem::forbidden().into_response();
        }
        let here = request.uri().path_and_query().map_or("/", |it| it.as_str());
        let here = utf8_percent_encode(here, NON_ALPHANUMERIC);
        return Redirect::to(&format!("/login?next={here}")).into_response();
    }
    request.extensions_mut().insert(Who::Nobody);
    let known = cookie(request.headers(), VISITOR).filter(|token| token.len() == 64);
    let (token, fresh) = match known {
        Some(token) => (token, false),
        None => match random() {
            Some(token) => (token, true),
            None => return Problem::internal().into_response(),
        },
    };
    request.extensions_mut().insert(CsrfToken(token.clone()));
    let mut response = next.run(request).await;
    if fresh && let Some(value) = cookie_line(VISITOR, &token, https) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

fn random() -> Option<String> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).ok()?;
    use std::fmt::Write;
    Some(bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

/// A cookie of this session only.
pub fn cookie_line(name: &str, value: &str, https: bool) -> Option<HeaderValue> {
    cookie_line_at(name, value, "/", https)
}

/// The same, sent to addresses below this path only.
pub fn cookie_line_at(name: &str, value: &str, path: &str, https: bool) -> Option<HeaderValue> {
    let secure = if https { "; Secure" } else { "" };
    let line = format!("{name}={value}; Path={path}; SameSite=Lax; HttpOnly{secure}");
    HeaderValue::from_str(&line).ok()
}

/// The same cookie, forgotten.
pub fn forget_line(name: &str) -> Option<HeaderValue> {
    forget_line_at(name, "/")
}

/// The same of a cookie for addresses below this path only.
pub fn forget_line_at(name: &str, path: &str) -> Option<HeaderValue> {
    let line = format!("{name}=; Path={path}; Max-Age=0; SameSite=Lax; HttpOnly");
    HeaderValue::from_str(&line).ok()
}

fn changes(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// Browsers say where a request comes from; one that comes from another site is refused
/// whatever token it carries.
fn from_elsewhere(headers: &axum::http::HeaderMap) -> bool {
    headers
        .get("sec-fetch-site")
        .and_then(|value| value.to_str().ok())
        .is_some_and(|site| !matches!(site, "same-origin" | "none"))
}

/// Who acts; an extractor for every handler.
#[derive(Debug, Clone)]
pub struct Acting(pub Who);

impl<S: Sync> FromRequestParts<S> for Acting {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Ok(Self(parts.extensions.get::<Who>().cloned().unwrap_or(Who::Nobody)))
    }
}

/// A form that carried the token of this session; an extractor for every handler that
/// changes something. Anything else is refused.
#[derive(Debug, Clone)]
pub struct Posted(pub Form);

impl<S: Send + Sync> FromRequest<S> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let token = request.extensions().get::<CsrfToken>().map(|it| it.0.clone());
        let body = axum::extract::RawForm::from_request(request, state)
            .await
            .map_err(IntoResponse::into_response)?;
        let form = Form::parse(&body.0);
        if csrf::verify(token.as_deref().unwrap_or_default(), form.value(csrf::FIELD)) {
            Ok(Self(form))
        } else {
            Err(Problem::forbidden().into_response())
        }
    }
}

/// Puts every error page of a form back at 422.
pub fn unprocessable(page: &Page, template: &impl askama::Template) -> Response {
    page.render_with(StatusCode::UNPROCESSABLE_ENTITY, template)
}
