//! A round's input and its proposals as they are kept: the same bytes for the same
//! value, and the same value back from the bytes, for as long as they are kept.
//!
//! The forms carry their name and version. They are strict: a field nobody knows is
//! refused, because a replay that leaves something out is not a replay.

mod ahead;
mod event;
mod input;
mod limits;
mod proposal;
mod shared;

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

pub use event::{act_from_json, act_to_json};
pub use input::{from_json, to_json};
pub use proposal::{proposal_from_json, proposal_to_json};
pub(crate) use shared::{Read, cents, code, date};

/// Why stored bytes could not be read back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoredError {
    /// Not JSON, or not of this form.
    #[error("line {line}, character {column}: {message}")]
    Form {
        /// Line, from 1.
        line: usize,
        /// Character, from 1.
        column: usize,
        /// What the reader of JSON says, for who looks into the bytes.
        message: String,
    },
    /// Another format, or a version we do not know.
    #[error("format is `{found}`, expected `{expected}`")]
    Format {
        /// What it says it is.
        found: String,
        /// What was asked for.
        expected: &'static str,
    },
    /// A value that the domain refuses.
    #[error("field `{field}` holds `{found}`, which is not allowed")]
    Value {
        /// Which field.
        field: &'static str,
        /// What stands there.
        found: String,
    },
}

/// SHA-256 of the bytes in hexadecimal, 64 characters.
pub fn fingerprint(bytes: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[derive(Deserialize)]
struct Head {
    format: String,
}

/// Reads one of several versions of a form, the newest first.
pub(crate) fn read<T: DeserializeOwned>(
    bytes: &[u8],
    known: &[&'static str],
) -> Result<T, StoredError> {
    let head: Head = serde_json::from_slice(bytes).map_err(|error| form(&error))?;
    if !known.contains(&head.format.as_str()) {
        let expected = known.first().copied().unwrap_or_default();
        return Err(StoredError::Format { found: head.format, expected });
    }
    serde_json::from_slice(bytes).map_err(|error| form(&error))
}

fn form(error: &serde_json::Error) -> StoredError {
    let (line, column) = (error.line(), error.column());
    StoredError::Form { line, column, message: error.to_string() }
}

/// Our own forms are lists, texts and numbers under fixed names, which always can be
/// written; the empty text is for the compiler.
pub(crate) fn bytes<T: Serialize>(value: &T) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}

pub(crate) fn bad(field: &'static str, found: &(impl ToString + ?Sized)) -> StoredError {
    StoredError::Value { field, found: found.to_string() }
}
