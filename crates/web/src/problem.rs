//! What goes wrong, as a page that says what to do, or as `application/problem+json`.

use axum::{
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use tower_http::request_id::RequestId;

use crate::{Page, Viewer, pages::ProblemPage, window};

/// An answer that is not what was asked for. Handlers return it; [`shown`] turns it
/// into a page in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    status: StatusCode,
    detail: Option<String>,
    /// Seconds after which trying again makes sense.
    retry_after: Option<u64>,
}

impl Problem {
    fn new(status: StatusCode) -> Self {
        Self { status, detail: None, retry_after: None }
    }
    /// 400: the request cannot be understood.
    pub fn bad_request() -> Self {
        Self::new(StatusCode::BAD_REQUEST)
    }
    /// 403: not for this role.
    pub fn forbidden() -> Self {
        Self::new(StatusCode::FORBIDDEN)
    }
    /// 404: not there, or not for this reader, which must look the same.
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND)
    }
    /// 409: somebody else was first.
    pub fn conflict() -> Self {
        Self::new(StatusCode::CONFLICT)
    }
    /// 413: larger than we take.
    pub fn too_large() -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE)
    }
    /// 422: understood, but not possible.
    pub fn unprocessable() -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY)
    }
    /// 429: too often; try again after so many seconds.
    pub fn too_many(retry_after: u64) -> Self {
        Self { retry_after: Some(retry_after), ..Self::new(StatusCode::TOO_MANY_REQUESTS) }
    }
    /// 500: our fault.
    pub fn internal() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR)
    }
    /// 503: cannot be answered now.
    pub fn unavailable() -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE)
    }

    /// The same with a sentence for the reader, in words already.
    #[must_use]
    pub fn because(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Shows every bare error as a page or as JSON, whoever made it: a handler, an
/// extractor, the router, a limit. What is a page or JSON already is left alone.
pub async fn shown(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let page = Page::read(&parts.uri, &parts.headers, &parts.extensions);
    let json = wants_json(&parts.headers);
    let number = parts
        .extensions
        .get::<RequestId>()
        .and_then(|id| id.header_value().to_str().ok().map(str::to_owned));
    let response = next.run(Request::from_parts(parts, body)).await;
    if !is_bare(&response) {
        return response;
    }
    let problem = response
        .extensions()
        .get::<Problem>()
        .cloned()
        .unwrap_or_else(|| Problem::new(response.status()));
    let mut page = page;
    if let Some(viewer) = response.extensions().get::<Viewer>() {
        page.viewer = Some(viewer.clone());
    }
    let mut shown = if json {
        as_json(&problem, &page, number.as_deref())
    } else {
        as_page(&problem, page, number)
    };
    if let Some(seconds) = problem.retry_after {
        shown.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    for name in [header::ALLOW, header::SET_COOKIE] {
        for value in response.headers().get_all(&name) {
            shown.headers_mut().append(name.clone(), value.clone());
        }
    }
    shown
}

fn is_bare(response: &Response) -> bool {
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return false;
    }
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    !kind.is_some_and(|kind| kind.starts_with("text/html") || kind.contains("json"))
}

fn wants_json(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT).and_then(|list| list.to_str().ok()).unwrap_or("");
    accepted.contains("json") && !accepted.contains("text/html")
}

/// Keys of the title and of what to do.
fn keys(status: StatusCode) -> (&'static str, &'static str) {
    match status.as_u16() {
        400 => ("problem-400-title", "problem-400-what"),
        401 | 403 => ("problem-403-title", "problem-403-what"),
        404 => ("problem-404-title", "problem-404-what"),
        405 => ("problem-405-title", "problem-405-what"),
        408 | 503 | 504 => ("problem-503-title", "problem-503-what"),
        409 => ("problem-409-title", "problem-409-what"),
        413 => ("problem-413-title", "problem-413-what"),
        415 | 422 => ("problem-422-title", "problem-422-what"),
        429 => ("problem-429-title", "problem-429-what"),
        code if code < 500 => ("problem-400-title", "problem-400-what"),
        _ => ("problem-500-title", "problem-500-what"),
    }
}

fn as_page(problem: &Problem, page: Page, number: Option<String>) -> Response {
    let (title, what) = keys(problem.status);
    let what = page.t(what);
    let view = ProblemPage {
        page: page.titled(title),
        status: problem.status.as_u16(),
        what,
        detail: problem.detail.clone(),
        number: if problem.status.is_server_error() { number } else { None },
    };
    let path = view.page.here().split('?').next().unwrap_or_default();
    if window::is_of_window(path) && !window::is_open(path) {
        return window::problem(&view, problem.status);
    }
    view.page.render_with(problem.status, &view)
}

fn as_json(problem: &Problem, page: &Page, number: Option<&str>) -> Response {
    let (title, what) = keys(problem.status);
    let detail = problem.detail.clone().unwrap_or_else(|| page.t(what));
    let body = serde_json::json!({
        "type": "about:blank",
        "title": page.t(title),
        "status": problem.status.as_u16(),
        "detail": detail,
        "instance": number,
    });
    let kind = HeaderValue::from_static("application/problem+json");
    (problem.status, [(header::CONTENT_TYPE, kind)], body.to_string()).into_response()
}
