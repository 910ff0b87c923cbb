//! Files in a form of several parts.

use axum::{
    extract::{Multipart, multipart::MultipartError},
    http::StatusCode,
};
use sleutel_actions::import::uploads::Sent;
use sleutel_exchange::Kind;

use super::MOST;
use crate::{CsrfToken, Problem, csrf};

/// Reads the parts: first the token of the session, then the kind, then the files. Files
/// that come before the right token are not read.
pub(super) async fn read(token: &CsrfToken, mut parts: Multipart) -> Result<Vec<Sent>, Problem> {
    let (mut ours, mut kind, mut files, mut size) = (false, None, Vec::new(), 0_usize);
    while let Some(part) = parts.next_field().await.map_err(|error| refused(&error))? {
        let field = part.name().unwrap_or_default().to_owned();
        match field.as_str() {
            csrf::FIELD => {
                let given = part.text().await.map_err(|error| refused(&error))?;
                ours = csrf::verify(&token.0, &given);
            }
            "kind" => {
                let code = part.text().await.map_err(|error| refused(&error))?;
                kind = Kind::from_code(&code);
            }
            "files" => {
                if !ours {
                    return Err(Problem::forbidden());
                }
                let name = bare(part.file_name().unwrap_or_default());
                let bytes = part.bytes().await.map_err(|error| refused(&error))?.to_vec();
                size = size.saturating_add(bytes.len());
                if size > MOST {
                    return Err(Problem::too_large());
                }
                // A browser sends an empty part when nothing was chosen.
                if !name.is_empty() {
                    files.push(Sent { name, kind, bytes });
                }
            }
            _ => {}
        }
    }
    if ours { Ok(files) } else { Err(Problem::forbidden()) }
}

/// The name without any folders, at most 120 characters.
fn bare(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    name.chars().filter(|c| !c.is_control()).take(120).collect()
}

fn refused(error: &MultipartError) -> Problem {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::too_large(),
        _ => Problem::bad_request(),
    }
}
