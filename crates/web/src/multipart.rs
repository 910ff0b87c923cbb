//! Forms of several parts, with files in them.

use axum::{
    extract::{Multipart, multipart::MultipartError},
    http::StatusCode,
};

use crate::{CsrfToken, Form, Problem, csrf};

/// A file as a browser sent it: the name it claims, and what is in it.
pub(crate) type Sent = (String, Vec<u8>);

/// Reads the parts: the token of the session first, then fields and files. Files that come
/// before the right token are not read, and neither is more than `most` bytes of them. When
/// the sending is broken off, nothing of it is kept.
pub(crate) async fn read(
    token: &CsrfToken,
    mut parts: Multipart,
    most: usize,
) -> Result<(Form, Vec<Sent>), Problem> {
    let (mut ours, mut form, mut files, mut size) = (false, Form::new(), Vec::new(), 0_usize);
    while let Some(mut part) = parts.next_field().await.map_err(|error| refused(&error))? {
        let field = part.name().unwrap_or_default().to_owned();
        let Some(name) = part.file_name().map(str::to_owned) else {
            let text = part.text().await.map_err(|error| refused(&error))?;
            if field == csrf::FIELD {
                ours = csrf::verify(&token.0, &text);
            }
            form.set(&field, text);
            continue;
        };
        if !ours {
            return Err(Problem::forbidden());
        }
        let mut bytes = Vec::new();
        while let Some(piece) = part.chunk().await.map_err(|error| refused(&error))? {
            size = size.saturating_add(piece.len());
            if size > most {
                return Err(Problem::too_large());
            }
            bytes.extend_from_slice(&piece);
        }
        // A browser sends an empty part when nothing was chosen.
        if !name.is_empty() {
            files.push((name, bytes));
        }
    }
    if ours { Ok((form, files)) } else { Err(Problem::forbidden()) }
}

fn refused(error: &MultipartError) -> Problem {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::too_large(),
        _ => Problem::bad_request(),
    }
}
