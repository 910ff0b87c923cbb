//! Files sent from a page: kept for an hour, looked at first, brought in on a second word.
//!
//! An upload moves `received → checking → checked → importing → done`. That it is done is
//! written in the very transaction that brings it in, and only when it still is
//! `importing`; so whoever finds it silent may call it `stopped`, and then nothing of it
//! is kept and nothing of it can be kept any more.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use sleutel_domain::{Id, access::Account};
use sleutel_exchange::{Finding, FindingKind, Kind, ReadResult, Severity, read};
use sleutel_store::{
    Db, StoreError,
    uploads::{self as rows, UploadFile, UploadRow, UploadState},
};
use uuid::Uuid;

use super::{
    apply::{self, Incoming, preview_text},
    guess::guess,
    outcome::{FileOutcome, Outcome},
};
use crate::{
    ActionError, App, Who,
    act::{Act, new_uuid},
    policy::Action,
};

/// How long files are kept.
const KEPT: SignedDuration = SignedDuration::from_hours(1);
/// How long whoever works on an upload may be silent.
const SILENCE: SignedDuration = SignedDuration::from_secs(30);
/// Lines of a file that are shown.
const LINES: usize = 5;

/// One file as it was sent.
#[derive(Debug, Clone)]
pub struct Sent {
    /// Its name.
    pub name: String,
    /// What it is, when somebody said so.
    pub kind: Option<Kind>,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// An upload as it stands.
#[derive(Debug, Clone)]
pub struct Upload {
    /// Its identifier.
    pub id: Uuid,
    /// How far it is.
    pub state: UploadState,
    /// When it was sent.
    pub created_at: Timestamp,
    /// What came of looking at it.
    pub outcome: Option<Outcome>,
}

/// How far a job has come; shared with whoever shows it.
#[derive(Debug, Default)]
pub struct Steps {
    done: AtomicU64,
    total: AtomicU64,
}

impl Steps {
    /// Notes how far it is.
    pub fn set(&self, done: u64, total: u64) {
        self.total.store(total, Ordering::Relaxed);
        self.done.store(done, Ordering::Relaxed);
    }

    /// How much is done, and of how much; both 0 while that is not known.
    pub fn get(&self) -> (u64, u64) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }
}

fn account(who: &Who) -> Result<Id<Account>, ActionError> {
    who.account().ok_or_else(|| ActionError::Internal("an upload belongs to an account".to_owned()))
}

/// Keeps files that were sent, to be looked at. Throws away what is past its time.
pub async fn receive(app: &App, who: &Who, sent: Vec<Sent>) -> Result<Uuid, ActionError> {
    let mut act = app.begin(who, Action::Import).await?;
    let now = act.at;
    rows::forget_expired(&mut act.tx, now).await?;
    let id = new_uuid();
    let row = UploadRow {
        id,
        account: account(who)?,
        state: UploadState::Received,
        created_at: now,
        heard_at: now,
        expires_at: now.checked_add(KEPT).unwrap_or(now),
        outcome: String::new(),
    };
    let files: Vec<_> = (0..)
        .zip(sent)
        .map(|(number, file)| UploadFile {
            number,
            kind: file
                .kind
                .or_else(|| guess(&file.name, &file.bytes))
                .map(|it| it.code().to_owned())
                .unwrap_or_default(),
            name: file.name,
            bytes: file.bytes,
        })
        .collect();
    let names: Vec<&str> = files.iter().map(|it| it.name.as_str()).collect();
    let detail = json!({ "what": "sent", "files": names });
    rows::put(&mut act.tx, act.programme, &row, &files).await?;
    act.log("upload", &id.to_string(), &detail).await?;
    act.commit().await?;
    Ok(id)
}

/// What somebody sent in the last hour, newest first.
pub async fn mine(app: &App, who: &Who) -> Result<Vec<Upload>, ActionError> {
    let account = account(who)?;
    let mut act = app.look(who, Action::Import).await?;
    let (programme, now) = (act.programme, act.at);
    let found = rows::of_account(&mut act.tx, programme, account, now).await?;
    found.iter().map(upload).collect()
}

fn upload(row: &UploadRow) -> Result<Upload, ActionError> {
    let outcome = match row.outcome.as_str() {
        "" => None,
        text => Some(serde_json::from_str(text).map_err(|cause| {
            ActionError::Internal(format!("the outcome of an upload: {cause}"))
        })?),
    };
    Ok(Upload { id: row.id, state: row.state, created_at: row.created_at, outcome })
}

async fn load(act: &mut Act<'_>, id: Uuid) -> Result<UploadRow, ActionError> {
    let account = account(act.who)?;
    let (programme, now) = (act.programme, act.at);
    rows::get(&mut act.tx, programme, account, id, now).await?.ok_or(ActionError::NotFound)
}

/// An upload of one's own. `working`: a job for it runs in this process. When nobody works
/// on one that says somebody does, it is stopped.
pub async fn see(app: &App, who: &Who, id: Uuid, working: bool) -> Result<Upload, ActionError> {
    let row = {
        let mut act = app.look(who, Action::Import).await?;
        load(&mut act, id).await?
    };
    let busy = matches!(row.state, UploadState::Checking | UploadState::Importing);
    if !busy || working {
        return upload(&row);
    }
    // A server's file has one process; a server's database may have several, and the one
    // that works says so every few seconds.
    let silent = match app.db {
        Db::Sqlite { .. } => true,
        Db::Postgres(_) => app.now().duration_since(row.heard_at) > SILENCE,
    };
    if silent { stopped(app, who, row).await } else { upload(&row) }
}

async fn stopped(app: &App, who: &Who, row: UploadRow) -> Result<Upload, ActionError> {
    let mut act = app.begin(who, Action::Import).await?;
    let (now, id) = (act.at, row.id);
    rows::advance(&mut act.tx, id, row.state, UploadState::Stopped, None, now).await?;
    // Read again: whoever worked on it may have been just in time.
    let row = load(&mut act, id).await?;
    act.commit().await?;
    upload(&row)
}

/// Says that a job could not go on. Nothing of it is kept.
pub async fn stop(app: &App, who: &Who, id: Uuid) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::Import).await?;
    let now = act.at;
    for from in [UploadState::Checking, UploadState::Importing] {
        rows::advance(&mut act.tx, id, from, UploadState::Stopped, None, now).await?;
    }
    act.commit().await
}

/// Says that a job still runs. On SQLite the job itself holds the only connection that
/// writes, and no other process needs to know.
pub async fn heard(app: &App, id: Uuid) -> Result<(), StoreError> {
    if let Db::Postgres(_) = app.db {
        let mut tx = app.db.write().await?;
        rows::heard(&mut tx, id, app.now()).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Says what kind each file is, in their order; what is looked at again then.
pub async fn set_kinds(
    app: &App,
    who: &Who,
    id: Uuid,
    kinds: &[(i64, Option<Kind>)],
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::Import).await?;
    match load(&mut act, id).await?.state {
        UploadState::Received | UploadState::Checked | UploadState::Stopped => {}
        UploadState::Checking | UploadState::Importing | UploadState::Done => {
            return Err(ActionError::Changed);
        }
    }
    for (number, kind) in kinds {
        let code = kind.map_or("", Kind::code);
        rows::set_kind(&mut act.tx, id, *number, code).await?;
    }
    act.commit().await
}

/// Throws an upload away. One that is being brought in stays.
pub async fn discard(app: &App, who: &Who, id: Uuid) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::Import).await?;
    if load(&mut act, id).await?.state == UploadState::Importing {
        return Err(ActionError::Changed);
    }
    rows::forget(&mut act.tx, id).await?;
    act.log("upload", &id.to_string(), &json!({ "what": "thrown away" })).await?;
    act.commit().await
}

/// Marks the beginning of looking at an upload; `false` when somebody is at it already or
/// it is done.
pub async fn begin_check(app: &App, who: &Who, id: Uuid) -> Result<bool, ActionError> {
    let from = [UploadState::Received, UploadState::Checked, UploadState::Stopped];
    begin(app, who, id, &from, UploadState::Checking).await
}

/// Marks the beginning of bringing in; `false` when somebody is at it already, when it is
/// done, or when something stands in the way. A second press does nothing.
pub async fn begin_keep(app: &App, who: &Who, id: Uuid) -> Result<bool, ActionError> {
    begin(app, who, id, &[UploadState::Checked], UploadState::Importing).await
}

async fn begin(
    app: &App,
    who: &Who,
    id: Uuid,
    from: &[UploadState],
    to: UploadState,
) -> Result<bool, ActionError> {
    let mut act = app.begin(who, Action::Import).await?;
    let row = load(&mut act, id).await?;
    let state = row.state;
    let free = match to {
        UploadState::Importing => upload(&row)?.outcome.is_some_and(|it| it.errors == 0),
        UploadState::Received
        | UploadState::Checking
        | UploadState::Checked
        | UploadState::Done
        | UploadState::Stopped => true,
    };
    let now = act.at;
    let begun = free
        && from.contains(&state)
        && rows::advance(&mut act.tx, id, state, to, None, now).await?;
    act.commit().await?;
    Ok(begun)
}

/// Reads every file and tries everything out, and keeps nothing but what came of it.
pub async fn check(app: &App, who: &Who, id: Uuid, steps: &Arc<Steps>) -> Result<(), ActionError> {
    let files = files(app, who, id).await?;
    let Read { incoming, mut outcome, broken } = read_all(files, app.today(), steps).await?;
    let mut act = app.begin(who, Action::Import).await?;
    if outcome.errors > 0 {
        let missing = apply::missing(&mut act, &incoming).await?;
        // What a broken row would have brought counts as missing only once it is mended.
        outcome.add(missing.into_iter().filter(|it| !in_doubt(&broken, it)));
    } else {
        let shared = Arc::clone(steps);
        let mut progress = move |done, total| shared.set(done, total);
        let report = apply::all(&mut act, &incoming, &mut progress).await?;
        outcome.take(&report);
    }
    act.tx.rollback().await?;
    finish(app, who, id, UploadState::Checking, UploadState::Checked, &outcome).await
}

/// Brings an upload in, all of it or nothing.
pub async fn keep(app: &App, who: &Who, id: Uuid, steps: &Arc<Steps>) -> Result<(), ActionError> {
    let files = files(app, who, id).await?;
    let Read { incoming, mut outcome, .. } = read_all(files, app.today(), steps).await?;
    let mut act = app.begin(who, Action::Import).await?;
    let shared = Arc::clone(steps);
    let mut progress = move |done, total| shared.set(done, total);
    let report = apply::all(&mut act, &incoming, &mut progress).await?;
    outcome.take(&report);
    if outcome.errors > 0 {
        // Something it names went away since it was looked at.
        act.tx.rollback().await?;
        return finish(app, who, id, UploadState::Importing, UploadState::Checked, &outcome).await;
    }
    outcome.kept();
    let text = text_of(&outcome)?;
    let now = app.now();
    let (from, to) = (UploadState::Importing, UploadState::Done);
    if !rows::advance(&mut act.tx, id, from, to, Some(&text), now).await? {
        return Err(ActionError::Changed);
    }
    rows::forget_files(&mut act.tx, id).await?;
    act.commit().await
}

fn text_of(outcome: &Outcome) -> Result<String, ActionError> {
    serde_json::to_string(outcome)
        .map_err(|cause| ActionError::Internal(format!("the outcome of an upload: {cause}")))
}

async fn finish(
    app: &App,
    who: &Who,
    id: Uuid,
    from: UploadState,
    to: UploadState,
    outcome: &Outcome,
) -> Result<(), ActionError> {
    let text = text_of(outcome)?;
    let mut act = app.begin(who, Action::Import).await?;
    let now = act.at;
    rows::advance(&mut act.tx, id, from, to, Some(&text), now).await?;
    act.commit().await
}

async fn files(app: &App, who: &Who, id: Uuid) -> Result<Vec<UploadFile>, ActionError> {
    let mut act = app.look(who, Action::Import).await?;
    load(&mut act, id).await?;
    Ok(rows::files(&mut act.tx, id).await?)
}

/// What was read of all files.
struct Read {
    incoming: Vec<Incoming>,
    outcome: Outcome,
    broken: Vec<Kind>,
}

fn in_doubt(broken: &[Kind], finding: &Finding) -> bool {
    matches!(&finding.what, FindingKind::NoSuch { kind, .. } if broken.contains(kind))
}

async fn read_all(
    files: Vec<UploadFile>,
    today: jiff::civil::Date,
    steps: &Arc<Steps>,
) -> Result<Read, ActionError> {
    let steps = Arc::clone(steps);
    // Reading is work for the processor; it must not hold up other requests.
    tokio::task::spawn_blocking(move || {
        let mut all =
            Read { incoming: Vec::new(), outcome: Outcome::default(), broken: Vec::new() };
        for file in files {
            one(&mut all, file, today, &steps);
        }
        all
    })
    .await
    .map_err(|cause| ActionError::Internal(format!("reading stopped: {cause}")))
}

fn one(all: &mut Read, file: UploadFile, today: jiff::civil::Date, steps: &Steps) {
    let first = preview_text(&file.bytes, LINES);
    let Some(kind) = Kind::from_code(&file.kind) else {
        all.outcome.add_file(FileOutcome::unknown(&file, first));
        return;
    };
    let mut progress = |it: sleutel_exchange::Progress| {
        steps.set(u64::try_from(it.read).unwrap_or(0), u64::try_from(it.size).unwrap_or(0));
    };
    let ReadResult { records, findings, notes } =
        read(kind, &file.name, &file.bytes, today, &mut progress);
    if findings.iter().any(|it| it.severity == Severity::Error) {
        all.broken.push(kind);
    }
    all.outcome.add_file(FileOutcome::new(&file, kind, records.len(), &notes, first));
    all.outcome.add(findings);
    all.incoming.push(Incoming { file: file.name, records });
}
