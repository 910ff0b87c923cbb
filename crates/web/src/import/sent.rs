//! Files in a form of several parts.

use axum::extract::Multipart;
use sleutel_actions::import::uploads::Sent;
use sleutel_exchange::Kind;

use super::MOST;
use crate::{CsrfToken, Problem, multipart};

/// Reads the kind and the files.
pub(super) async fn read(token: &CsrfToken, parts: Multipart) -> Result<Vec<Sent>, Problem> {
    let (form, files) = multipart::read(token, parts, MOST).await?;
    let kind = Kind::from_code(form.value("kind"));
    let named = files.into_iter().map(|(name, bytes)| Sent { name: bare(&name), kind, bytes });
    Ok(named.filter(|it| !it.name.is_empty()).collect())
}

/// The name without any folders, at most 120 characters.
fn bare(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    name.chars().filter(|c| !c.is_control()).take(120).collect()
}
