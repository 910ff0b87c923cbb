//! Keys of documents, asking the scanner again, and what waits.

use std::path::Path;

use serde_json::json;
use sleutel_actions::documents;
use sleutel_safe::{KeyFileError, Keyring, MasterKey};
use sleutel_store::{Window, documents::ListRow};
use sleutel_words::Words;

use crate::{
    args::{Documents, DocumentsCheck, DocumentsList, DocumentsNewKey},
    failure::{self, Failure},
    open, out,
    settings::Settings,
};

/// How many keys are wrapped anew in one transaction.
const AT_ONCE: u32 = 200;

pub(crate) async fn run(settings: &Settings, args: &Documents) -> Result<(), Failure> {
    match args {
        Documents::NewKey(args) => make_key(settings, args),
        Documents::Check(args) => check(settings, args).await,
        Documents::Rekey(args) => rekey(settings, args).await,
        Documents::List(args) => list(settings, args).await,
    }
}

/// A new key of random bytes.
pub(crate) fn new_key(words: Words) -> Result<MasterKey, Failure> {
    let mut secret = [0; 32];
    getrandom::fill(&mut secret).map_err(|cause| {
        Failure::Failed(words.t_with("cli-internal", &[("cause", cause.to_string().into())]))
    })?;
    Ok(MasterKey::new(secret))
}

fn bad_file(words: Words, path: &Path, cause: &KeyFileError) -> Failure {
    let file = path.display().to_string();
    let cause = failure::sentence(&cause.to_string());
    let values = [("file", file.into()), ("cause", cause.into())];
    Failure::Failed(words.t_with("cli-documents-bad-key", &values))
}

/// Writes a key file that is not there yet.
pub(crate) fn create(words: Words, path: &Path, key: MasterKey) -> Result<(), Failure> {
    Keyring::one(key).create(path).map_err(|cause| bad_file(words, path, &cause))
}

fn make_key(settings: &Settings, args: &DocumentsNewKey) -> Result<(), Failure> {
    let words = settings.words;
    let path = settings.document_key(args.document_key.as_ref());
    let path = path.ok_or_else(|| Failure::Use(words.t("cli-documents-no-file")))?;
    let file = path.display().to_string();
    let key = new_key(words)?;
    let id = key.id().to_string();
    if args.add {
        let bad = |cause| bad_file(words, &path, &cause);
        let ring = Keyring::read(&path).map_err(bad)?;
        ring.with(key).replace(&path).map_err(bad)?;
    } else if path.exists() {
        return Err(Failure::Use(words.t_with("cli-documents-exists", &[("file", file.into())])));
    } else {
        create(words, &path, key)?;
    }
    let done = if args.add { "cli-documents-key-added" } else { "cli-documents-key-made" };
    out::say(words.t_with(done, &[("file", file.into())]));
    out::say(words.t_with("cli-documents-key", &[("key", id.into())]));
    Ok(())
}

fn number(it: usize) -> i64 {
    i64::try_from(it).unwrap_or(i64::MAX)
}

async fn check(settings: &Settings, args: &DocumentsCheck) -> Result<(), Failure> {
    let words = settings.words;
    let (app, who) = open::programme_with_documents(settings, &args.at, &args.documents).await?;
    let done = documents::check(&app, &who).await;
    let done = done.map_err(|error| failure::action(words, &error))?;
    app.db.close().await;
    let waiting = done.failed + done.unreadable;
    if args.json {
        out::say(
            json!({
                "sound": done.sound, "found": done.found, "failed": done.failed,
                "unreadable": done.unreadable,
            })
            .to_string(),
        );
    } else {
        out::say(words.t_with(
            "cli-documents-checked",
            &[
                ("sound", number(done.sound).into()),
                ("found", number(done.found).into()),
                ("waiting", number(waiting).into()),
            ],
        ));
    }
    // Whoever runs this by a timetable is told by the exit code that something waits.
    if waiting > 0 { Err(Failure::Told) } else { Ok(()) }
}

async fn rekey(settings: &Settings, args: &DocumentsCheck) -> Result<(), Failure> {
    let words = settings.words;
    let (app, who) = open::programme_with_documents(settings, &args.at, &args.documents).await?;
    let done = documents::rekey(&app, &who, AT_ONCE, usize::MAX).await;
    let done = done.map_err(|error| failure::action(words, &error))?;
    app.db.close().await;
    let unused: Vec<String> = app
        .documents()
        .keys
        .iter()
        .flat_map(Keyring::all)
        .map(|key| key.id().to_string())
        .filter(|id| !done.in_use.contains_key(id))
        .collect();
    if args.json {
        out::say(
            json!({ "rewrapped": done.done, "in_use": done.in_use, "unused": unused }).to_string(),
        );
        return Ok(());
    }
    out::say(words.t_with("cli-documents-rekeyed", &[("count", number(done.done).into())]));
    if !unused.is_empty() && !done.in_use.is_empty() {
        let keys = unused.join(", ");
        out::say(words.t_with("cli-documents-unused", &[("keys", keys.into())]));
    }
    Ok(())
}

async fn list(settings: &Settings, args: &DocumentsList) -> Result<(), Failure> {
    let words = settings.words;
    let (app, who) = open::programme(settings, &args.at).await?;
    let window = Window { offset: 0, limit: args.most };
    let page = documents::list_everywhere(&app, &who, args.state.code(), window).await;
    let page = page.map_err(|error| failure::action(words, &error))?;
    app.db.close().await;
    if args.json {
        let rows: Vec<_> = page.rows.iter().map(as_json).collect();
        out::say(json!({ "total": page.total, "versions": rows }).to_string());
    } else if page.rows.is_empty() {
        out::say(words.t("documents-quarantine-none-title"));
    } else {
        let rows: Vec<_> = page.rows.iter().map(|row| as_words(words, row)).collect();
        out::say(out::columns(&rows));
    }
    Ok(())
}

/// Without the names of files: they can say as much as a page.
fn as_json(row: &ListRow) -> serde_json::Value {
    json!({
        "document": row.document.id.to_string(), "version": row.version.number,
        "reference": row.document.reference.as_str(), "kind": row.document.kind.code(),
        "file": row.version.file.code(), "size": row.version.size,
        "organisation": row.document.organisation.as_str(), "state": row.version.state.code(),
        "standing": row.document.standing.code(), "added": row.version.added_at.to_string(),
        "tries": row.version.tries, "failure": row.version.failure.map(|it| it.code()),
    })
}

fn as_words(words: Words, row: &ListRow) -> Vec<String> {
    vec![
        row.version.added_at.to_string(),
        row.document.reference.to_string(),
        words.name(&row.document.kind),
        words.name(&row.version.file),
        words.bytes(row.version.size),
        words.name(&row.version.state),
        row.version.failure.map(|it| words.name(&it)).unwrap_or_default(),
    ]
}
