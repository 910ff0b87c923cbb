//! Where what-ifs are worked out: beside the pages, one at a time, on threads of their own. What
//! waits is in the database, so that a process that is stopped loses nothing.

use std::{
    collections::BTreeMap,
    num::NonZero,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
};

use serde_json::json;
use sleutel_domain::Id;
use sleutel_exchange::stored::fingerprint;
use sleutel_simulation::{ENGINE, Fault, Outcome, StudyError};
use sleutel_store::what_if::{self as rows, WhatIf, WhatIfCheck, WhatIfState};
use tokio::sync::{Semaphore, oneshot, watch};
use uuid::Uuid;

use super::stored::{self, Asked};
use crate::{ActionError, App, Who, policy::Action};

/// How far one is that is worked out or stands in line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// It stands in line, after so many others.
    InLine {
        /// Those before it.
        before: usize,
    },
    /// So many replications of all policies are done, of so many.
    Running {
        /// Done.
        done: usize,
        /// In all.
        all: usize,
    },
}

/// Why one is worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Task {
    /// For its outcome.
    First,
    /// To see whether the same comes out.
    Again,
}

#[derive(Debug)]
struct Job {
    /// Its place in line: the smaller, the earlier.
    number: u64,
    task: Task,
    all: usize,
    done: AtomicUsize,
    begun: AtomicBool,
    stop: AtomicBool,
    ended: watch::Sender<bool>,
}

#[derive(Debug, Default)]
struct Line {
    next: u64,
    jobs: BTreeMap<Uuid, Arc<Job>>,
}

/// What is worked out now, and what waits for it.
#[derive(Debug)]
pub(crate) struct Bench {
    turn: Arc<Semaphore>,
    line: Mutex<Line>,
}

impl Default for Bench {
    fn default() -> Self {
        Self { turn: Arc::new(Semaphore::new(1)), line: Mutex::default() }
    }
}

impl Bench {
    fn line(&self) -> MutexGuard<'_, Line> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place in line; `None` when it has one.
    fn enter(&self, id: Id<WhatIf>, task: Task, all: usize) -> Option<Arc<Job>> {
        let mut line = self.line();
        if line.jobs.contains_key(&id.uuid()) {
            return None;
        }
        let job = Arc::new(Job {
            number: line.next,
            task,
            all,
            done: AtomicUsize::new(0),
            begun: AtomicBool::new(false),
            stop: AtomicBool::new(false),
            ended: watch::Sender::new(false),
        });
        line.next += 1;
        line.jobs.insert(id.uuid(), Arc::clone(&job));
        Some(job)
    }

    fn leave(&self, id: Id<WhatIf>) {
        if let Some(job) = self.line().jobs.remove(&id.uuid()) {
            job.ended.send_replace(true);
        }
    }

    /// Tells one to stop, because nobody wants it any more.
    pub(super) fn stop(&self, id: Id<WhatIf>) {
        if let Some(job) = self.line().jobs.get(&id.uuid()) {
            job.stop.store(true, Ordering::Relaxed);
        }
    }

    /// How far one is, and whether that is to see whether the same comes out; `None` when it is not
    /// in line.
    pub(super) fn progress(&self, id: Id<WhatIf>) -> Option<(Progress, bool)> {
        let line = self.line();
        let job = line.jobs.get(&id.uuid())?;
        let progress = if job.begun.load(Ordering::Relaxed) {
            Progress::Running { done: job.done.load(Ordering::Relaxed).min(job.all), all: job.all }
        } else {
            let before = line.jobs.values().filter(|it| it.number < job.number).count();
            Progress::InLine { before }
        };
        Some((progress, job.task == Task::Again))
    }
}

/// Threads one may use: one core stays for the pages.
pub(super) fn threads() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).saturating_sub(1).max(1)
}

/// Puts one in line.
pub(super) fn start(
    app: &App,
    who: &Who,
    id: Id<WhatIf>,
    task: Task,
    policies: usize,
    replications: u32,
) {
    let all = policies * usize::try_from(replications).unwrap_or(usize::MAX);
    let Some(job) = app.bench.enter(id, task, all) else { return };
    let (app, who) = (app.clone(), who.clone());
    tokio::spawn(async move {
        // The line is never closed.
        if let Ok(_turn) = Arc::clone(&app.bench.turn).acquire_owned().await
            && let Err(error) = work(&app, &who, id, &job).await
        {
            // What it would have come to is not there, and whoever asked is told so.
            tracing::error!(cause = error.for_log(), "a what-if could not be worked out");
        }
        app.bench.leave(id);
    });
}

/// Waits until one is not in line any more.
pub async fn settled(app: &App, id: Id<WhatIf>) {
    let ended = app.bench.line().jobs.get(&id.uuid()).map(|job| job.ended.subscribe());
    if let Some(mut ended) = ended {
        // A sender that is gone has ended too.
        let _ = ended.wait_for(|it| *it).await;
    }
}

/// Puts in line what was waiting when the process stopped, oldest first; gives how many.
pub async fn take_up(app: &App, who: &Who) -> Result<usize, ActionError> {
    let mut act = app.look(who, Action::RunWhatIf).await?;
    let programme = act.programme;
    let kept = rows::what_ifs(&mut act.tx, programme).await?;
    drop(act);
    let waiting: Vec<_> =
        kept.into_iter().rev().filter(|it| it.state == WhatIfState::Waiting).collect();
    for it in &waiting {
        start(app, who, it.id, Task::First, it.policies.len(), it.replications);
    }
    Ok(waiting.len())
}

async fn work(app: &App, who: &Who, id: Id<WhatIf>, job: &Arc<Job>) -> Result<(), ActionError> {
    if job.stop.load(Ordering::Relaxed) {
        return Ok(());
    }
    let mut look = app.look(who, Action::SeeWhatIf).await?;
    let programme = look.programme;
    let bytes = rows::what_if_bytes(&mut look.tx, programme, id).await?;
    drop(look);
    // Thrown away in the meantime.
    let Some((input, kept)) = bytes else { return Ok(()) };
    job.begun.store(true, Ordering::Relaxed);
    let ran = match Asked::from_json(&input) {
        Ok(asked) => run(asked, Arc::clone(job)).await,
        Err(_) => Err(Wrong::Fault("unreadable")),
    };
    match (ran, job.task) {
        (Err(Wrong::Stopped), _) => Ok(()),
        (Ok(bytes), Task::First) => finish(app, who, id, &bytes).await,
        (Ok(bytes), Task::Again) => note(app, who, id, bytes == kept).await,
        (Err(Wrong::Fault(fault)), Task::First) => fail(app, who, id, fault).await,
        (Err(Wrong::Fault(_)), Task::Again) => note(app, who, id, false).await,
    }
}

/// Why there is no outcome.
enum Wrong {
    Stopped,
    Fault(&'static str),
}

/// Works it out on a thread of its own, which a process that ends does not wait for.
async fn run(asked: Asked, job: Arc<Job>) -> Result<Vec<u8>, Wrong> {
    let (answer, answered) = oneshot::channel();
    let spawned = thread::Builder::new().name("what-if".to_owned()).spawn(move || {
        // Nobody waits for it when the process ends.
        let _ = answer.send(worked(&asked, &job));
    });
    match spawned {
        Ok(_) => answered.await.unwrap_or(Err(Wrong::Fault("internal"))),
        Err(cause) => {
            tracing::error!(%cause, "no thread for a what-if");
            Err(Wrong::Fault("internal"))
        }
    }
}

fn worked(asked: &Asked, job: &Job) -> Result<Vec<u8>, Wrong> {
    let (study, table) = asked.study(threads());
    let go_on = |done: usize| {
        job.done.store(done, Ordering::Relaxed);
        !job.stop.load(Ordering::Relaxed)
    };
    let outcome: Outcome = study.run_watched(&table, &go_on).map_err(|error| match error {
        StudyError::Stopped => Wrong::Stopped,
        StudyError::Findings(found) => {
            tracing::error!(count = found.len(), "a what-if that was taken is refused");
            Wrong::Fault("findings")
        }
        StudyError::Fault { replication, fault, .. } => {
            tracing::error!(replication, %fault, "a replication went wrong");
            Wrong::Fault(match fault {
                Fault::NotConserved { .. } => "not-conserved",
                Fault::OverCapacity { .. } => "over-capacity",
                Fault::TooMany { .. } => "too-many",
            })
        }
    })?;
    stored::outcome_to_json(asked, &outcome).map_err(|_| Wrong::Fault("internal"))
}

async fn finish(app: &App, who: &Who, id: Id<WhatIf>, bytes: &[u8]) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::RunWhatIf).await?;
    let (programme, at) = (act.programme, act.at);
    let print = fingerprint(bytes);
    let done = (bytes, print.as_str());
    if rows::finish_what_if(&mut act.tx, programme, id, at, done).await? {
        act.log("what-if", &id.to_string(), &json!({ "done": print })).await?;
        act.commit().await?;
    }
    Ok(())
}

async fn fail(app: &App, who: &Who, id: Id<WhatIf>, fault: &str) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::RunWhatIf).await?;
    let (programme, at) = (act.programme, act.at);
    if rows::fail_what_if(&mut act.tx, programme, id, at, fault).await? {
        act.log("what-if", &id.to_string(), &json!({ "failed": fault })).await?;
        act.commit().await?;
    }
    Ok(())
}

async fn note(app: &App, who: &Who, id: Id<WhatIf>, same: bool) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::RunWhatIf).await?;
    let programme = act.programme;
    let check = WhatIfCheck { at: act.at, by: who.label(), engine: ENGINE.to_owned(), same };
    if rows::check_what_if(&mut act.tx, programme, id, &check).await? {
        act.log("what-if", &id.to_string(), &json!({ "again": same })).await?;
        act.commit().await?;
    }
    Ok(())
}
