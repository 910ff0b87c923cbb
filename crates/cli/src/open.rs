//! Opening a database, and who acts in it.

use std::{
    env,
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
};

use sleutel_actions::{App, Clock, Who, access};
use sleutel_safe::Keyring;
use sleutel_store::Db;
use sleutel_words::Words;

use crate::{
    args::{DocumentDesk, Where},
    documents,
    failure::{self, Failure},
    out,
    settings::Settings,
};

/// A database that is gone when the command ends.
pub(crate) const IN_MEMORY: &str = "sqlite::memory:";

/// Whoever runs the installation, as the log names them.
pub(crate) fn operator_name() -> String {
    let named = ["USER", "LOGNAME", "USERNAME"].into_iter().find_map(|name| env::var(name).ok());
    named.filter(|it| !it.is_empty()).unwrap_or_else(|| "operator".to_owned())
}

pub(crate) async fn app(words: Words, url: &str) -> Result<App, Failure> {
    let db = Db::open(url).await.map_err(|error| failure::open(words, &error))?;
    Ok(App::new(db, Clock::System))
}

pub(crate) fn need_url(settings: &Settings, given: Option<&String>) -> Result<String, Failure> {
    let missing = || Failure::Use(settings.words.t("cli-need-database"));
    settings.database_url(given).ok_or_else(missing)
}

/// The database with the operator in its programme; a failure when there is none yet.
pub(crate) async fn programme(settings: &Settings, at: &Where) -> Result<(App, Who), Failure> {
    let url = need_url(settings, at.database_url.as_ref())?;
    // A look at a database that is not there would leave an empty one behind.
    if sqlite_file(&url).is_some_and(|file| !file.exists()) {
        return Err(Failure::Failed(settings.words.t("cli-no-programme")));
    }
    let app = app(settings.words, &url).await?;
    let code = settings.programme(at.programme.as_ref());
    let who = access::operator(&app, &operator_name(), code.as_deref())
        .await
        .map_err(|error| failure::action(settings.words, &error))?;
    let missing = || match code {
        None => settings.words.t("cli-no-programme"),
        Some(code) => settings.words.t_with("cli-no-such-programme", &[("code", code.into())]),
    };
    Ok((app, who.ok_or_else(|| Failure::Failed(missing()))?))
}

/// The same with what documents need.
pub(crate) async fn programme_with_documents(
    settings: &Settings,
    at: &Where,
    given: &DocumentDesk,
) -> Result<(App, Who), Failure> {
    let (app, who) = programme(settings, at).await?;
    let url = need_url(settings, at.database_url.as_ref())?;
    Ok((with_documents(settings, app, &url, given)?, who))
}

/// The file of a SQLite address; `None` for a server and for a database in memory.
pub(crate) fn sqlite_file(url: &str) -> Option<PathBuf> {
    let rest = url.strip_prefix("sqlite:")?;
    let rest = rest.strip_prefix("//").unwrap_or(rest);
    let file = rest.split('?').next().unwrap_or_default();
    (!file.is_empty() && !file.contains(":memory:")).then(|| PathBuf::from(file))
}

/// Holds a SQLite file for serving until it is dropped, so that no second server comes to
/// sit on it. A file beside it is locked: a lock on the database itself would be lost, or
/// would undo SQLite's own.
pub(crate) fn serve_alone(words: Words, url: &str) -> Result<Option<File>, Failure> {
    let Some(file) = sqlite_file(url) else { return Ok(None) };
    let path = beside(&file, "-serving");
    let failed = |cause: &std::io::Error| failure::writing(words, &path, cause);
    let options = File::options().create(true).write(true).truncate(false).open(&path);
    let lock = options.map_err(|cause| failed(&cause))?;
    match lock.try_lock() {
        Ok(()) => Ok(Some(lock)),
        Err(TryLockError::WouldBlock) => {
            let values = [("file", file.display().to_string().into())];
            Err(Failure::Failed(words.t_with("cli-served-already", &values)))
        }
        Err(TryLockError::Error(cause)) => Err(failed(&cause)),
    }
}

/// The app with what documents need. Beside a SQLite file that has no key file yet one is
/// made, which only its owner may read, and that is said.
pub(crate) fn with_documents(
    settings: &Settings,
    app: App,
    url: &str,
    given: &DocumentDesk,
) -> Result<App, Failure> {
    let named = settings.document_key(given.document_key.as_ref());
    let key_file = match (named, sqlite_file(url)) {
        (Some(named), _) => Some(named),
        (None, Some(database)) => Some(key_beside(settings.words, &database)?),
        (None, None) => None,
    };
    let mut desk = settings.documents(given, key_file.as_deref())?;
    // A database in memory is gone with its key.
    if desk.keys.is_none() && url == IN_MEMORY {
        desk.keys = Some(Keyring::one(documents::new_key(settings.words)?));
    }
    Ok(app.with_documents(desk))
}

fn key_beside(words: Words, database: &Path) -> Result<PathBuf, Failure> {
    let path = beside(database, "-document-keys");
    if !path.exists() {
        documents::create(words, &path, documents::new_key(words)?)?;
        let file = path.display().to_string();
        out::tell(words.t_with("cli-documents-key-made", &[("file", file.into())]));
    }
    Ok(path)
}

/// Takes a SQLite database away, with the files SQLite keeps beside it.
pub(crate) fn remove(words: Words, file: &Path) -> Result<(), Failure> {
    for path in [file.to_owned(), beside(file, "-wal"), beside(file, "-shm")] {
        match fs::remove_file(&path) {
            Ok(()) => {}
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {}
            Err(cause) => return Err(failure::writing(words, &path, &cause)),
        }
    }
    Ok(())
}

fn beside(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}
