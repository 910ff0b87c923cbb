//! Style, script and pictures, built in and served under their fingerprint.

use std::{fmt::Write, sync::LazyLock};

use axum::{
    extract::{Path, RawQuery},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};

use crate::Problem;

struct Asset {
    name: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
}

const ASSETS: [Asset; 6] = [
    Asset { name: "tokens.css", kind: CSS, bytes: include_bytes!("../assets/tokens.css") },
    Asset { name: "sleutel.css", kind: CSS, bytes: include_bytes!("../assets/sleutel.css") },
    Asset { name: "window.css", kind: CSS, bytes: include_bytes!("../assets/window.css") },
    Asset { name: "sleutel.js", kind: JS, bytes: include_bytes!("../assets/sleutel.js") },
    Asset { name: "icons.svg", kind: SVG, bytes: include_bytes!("../assets/icons.svg") },
    Asset { name: "mark.svg", kind: SVG, bytes: include_bytes!("../assets/mark.svg") },
];
const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

/// The first 12 hexadecimal digits of each file's SHA-256, in the order of the list.
static FINGERPRINTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    ASSETS
        .iter()
        .map(|asset| {
            Sha256::digest(asset.bytes).iter().take(6).fold(String::new(), |mut text, byte| {
                let _ = write!(text, "{byte:02x}");
                text
            })
        })
        .collect()
});

/// The address of a file, which changes with its contents. A name that is not in
/// the list gives an address that is not found.
pub fn href(name: &str) -> String {
    match find(name) {
        Some((asset, fingerprint)) => format!("/static/{}?v={fingerprint}", asset.name),
        None => format!("/static/{name}"),
    }
}

/// `GET /static/{name}`. With its fingerprint it may be kept for a year; without,
/// or with an old one, it is asked for again.
pub async fn serve(Path(name): Path<String>, RawQuery(query): RawQuery) -> Response {
    let Some((asset, fingerprint)) = find(&name) else {
        return Problem::not_found().into_response();
    };
    let current = query.and_then(|query| query.strip_prefix("v=").map(|v| v == fingerprint));
    let keep =
        if current == Some(true) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = asset.bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    response
}

fn find(name: &str) -> Option<(&'static Asset, &'static str)> {
    let at = ASSETS.iter().position(|asset| asset.name == name)?;
    Some((&ASSETS[at], FINGERPRINTS.get(at)?))
}
