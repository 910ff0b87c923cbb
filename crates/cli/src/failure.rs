//! Why a command ends otherwise than well, in words that say what to do.

use std::{io, path::Path};

use sleutel_actions::ActionError;
use sleutel_store::{OpenError, StoreError};
use sleutel_web::{form::FieldError, refused};
use sleutel_words::Words;

/// The end of a command that did not do what was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command was given wrongly.
    Use(String),
    /// It was given well and could not be done.
    Failed(String),
    /// The same, and everything was said already.
    Told,
    /// There is no plan within the floors and ceilings; everything was said already.
    Impossible,
    /// No plan was found, and it is not proven that there is none; everything was said
    /// already.
    NotFound,
}

impl Failure {
    /// What the process ends with.
    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::Use(_) => 2,
            Self::Failed(_) | Self::Told => 1,
            Self::Impossible => 3,
            Self::NotFound => 4,
        }
    }

    pub(crate) fn message(&self) -> Option<&str> {
        match self {
            Self::Use(text) | Self::Failed(text) => Some(text),
            Self::Told | Self::Impossible | Self::NotFound => None,
        }
    }
}

/// An action that was not done.
pub(crate) fn action(words: Words, error: &ActionError) -> Failure {
    Failure::Failed(match error {
        ActionError::Denied(denied) => {
            words.t_with("cli-denied", &[("action", denied.action.code().into())])
        }
        ActionError::NotFound => words.t("cli-not-found"),
        ActionError::Changed => words.t("cli-changed"),
        ActionError::Hold(hold) => refused::hold_words(hold, words),
        ActionError::Fields(errors) => {
            let said = errors.iter().map(|it| {
                format!("{}: {}", it.field, FieldError::Fault(it.fault.clone()).words(words))
            });
            said.collect::<Vec<_>>().join("\n")
        }
        ActionError::Unsound(violations) => {
            words.t_with("cli-unsound", &[("what", format!("{violations:?}").into())])
        }
        ActionError::Store(error) => store(words, error),
        ActionError::Internal(cause) => words.t_with("cli-internal", &[("cause", cause.into())]),
    })
}

fn store(words: Words, error: &StoreError) -> String {
    let with = |key: &str, cause: String| words.t_with(key, &[("cause", cause.into())]);
    match error {
        StoreError::Busy => words.t("cli-database-busy"),
        StoreError::Full => words.t("cli-database-full"),
        StoreError::Unreachable(cause) => with("cli-database-unreachable", cause.clone()),
        StoreError::Exists(_)
        | StoreError::Changed { .. }
        | StoreError::Row { .. }
        | StoreError::Fraction(_)
        | StoreError::Packed { .. }
        | StoreError::Other(_) => with("cli-database-other", error.to_string()),
    }
}

/// A database that cannot be opened.
pub(crate) fn open(words: Words, error: &OpenError) -> Failure {
    let with = |key: &str, address: &str, cause: &str| {
        words.t_with(key, &[("address", address.into()), ("cause", sentence(cause).into())])
    };
    match error {
        OpenError::Address(address) => {
            Failure::Use(words.t_with("cli-database-address", &[("address", address.into())]))
        }
        OpenError::Open { address, cause } => {
            Failure::Failed(with("cli-database-open", address, cause))
        }
        OpenError::Migrate { address, cause } if cause.contains("locked") => {
            tracing::debug!(address, cause, "locked");
            Failure::Failed(words.t("cli-database-busy"))
        }
        OpenError::Migrate { address, cause } => {
            Failure::Failed(with("cli-database-migrate", address, cause))
        }
    }
}

/// A file or folder that cannot be read.
pub(crate) fn reading(words: Words, path: &Path, cause: &io::Error) -> Failure {
    let file = path.display().to_string();
    if cause.kind() == io::ErrorKind::NotFound {
        return Failure::Failed(words.t_with("cli-no-file", &[("file", file.into())]));
    }
    let values = [("file", file.into()), ("cause", sentence(&cause.to_string()).into())];
    Failure::Failed(words.t_with("cli-cannot-read", &values))
}

/// A file or folder that cannot be written.
pub(crate) fn writing(words: Words, path: &Path, cause: &io::Error) -> Failure {
    if cause.kind() == io::ErrorKind::StorageFull {
        return Failure::Failed(words.t("cli-database-full"));
    }
    let file = path.display().to_string();
    let values = [("file", file.into()), ("cause", sentence(&cause.to_string()).into())];
    Failure::Failed(words.t_with("cli-folder", &values))
}

/// Somebody else's words as a sentence that more can follow on.
pub(crate) fn sentence(cause: &str) -> String {
    let cause = cause.trim();
    if cause.ends_with('.') { cause.to_owned() } else { format!("{cause}.") }
}
