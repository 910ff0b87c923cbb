use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use sleutel_actions::{
    App,
    documents::{self, Opened},
};
use sleutel_domain::documents::{FileKind, FileName};

use super::naming;
use crate::{Acting, Page, Problem, Query, refused};

/// What somebody handed in may do nothing at all, should a browser show it after all.
const NOTHING: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

#[derive(Template)]
#[template(path = "documents/warning.html")]
struct WarningPage {
    page: Page,
    document: String,
    href: String,
    name: String,
}

/// `GET /documents/{id}/versions/{number}`: always as a download, and after a warning
/// (`?sure=yes`) when nothing checked it.
pub(super) async fn open(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path((id, number)): Path<(String, String)>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let id = naming::id(&id)?;
    let number: u32 = number.parse().map_err(|_| Problem::not_found())?;
    let sure = Query::parse(raw.as_deref()).get("sure") == "yes";
    let opened =
        documents::open(&app, &who, id, number, sure).await.map_err(refused::problem_on(&page))?;
    Ok(match opened {
        Opened::Content { name, file, bytes } => download(&name, file, bytes),
        Opened::Warning { name } => {
            let document = naming::href(id);
            let view = WarningPage {
                href: format!("{document}/versions/{number}?sure=yes"),
                document,
                name: name.to_string(),
                page: page.titled("documents-warning-title"),
            };
            view.page.render(&view)
        }
    })
}

/// Under a plain name for old browsers and its own for the rest (RFC 6266).
fn download(name: &FileName, file: FileKind, bytes: Vec<u8>) -> Response {
    let own = utf8_percent_encode(name.as_str(), NON_ALPHANUMERIC);
    let said = format!("attachment; filename=\"document.{}\"; filename*=UTF-8''{own}", file.code());
    let said = HeaderValue::from_str(&said).unwrap_or(HeaderValue::from_static("attachment"));
    (
        [
            (header::CONTENT_TYPE, HeaderValue::from_static(file.media_type())),
            (header::CONTENT_DISPOSITION, said),
            (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(NOTHING)),
            (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
        ],
        bytes,
    )
        .into_response()
}
