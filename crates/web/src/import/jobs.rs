//! What this process is busy with: reading and bringing in go on when the request that
//! started them has been answered.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use sleutel_actions::{
    App, Who,
    import::uploads::{self, Steps},
};
use uuid::Uuid;

/// How often a job says that it still runs.
const BEAT: Duration = Duration::from_secs(5);

/// The uploads that are worked on here.
#[derive(Debug, Clone, Default)]
pub(super) struct Jobs(Arc<Mutex<BTreeMap<Uuid, Arc<Steps>>>>);

/// What a job does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Work {
    /// Read it and try it out.
    Check,
    /// Bring it in.
    Keep,
}

/// Takes the job off the list, however it ends.
struct Listed {
    jobs: Jobs,
    id: Uuid,
}

impl Drop for Listed {
    fn drop(&mut self) {
        self.jobs.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.id);
    }
}

impl Jobs {
    /// How far a job of this process is; `None` when it does not run here.
    pub(super) fn steps(&self, id: Uuid) -> Option<Arc<Steps>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&id).cloned()
    }

    /// Starts a job whose beginning has been marked.
    pub(super) fn start(&self, app: App, who: Who, id: Uuid, work: Work) {
        let steps = Arc::new(Steps::default());
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(id, Arc::clone(&steps));
        let listed = Listed { jobs: self.clone(), id };
        tokio::spawn(async move {
            run(&app, &who, id, work, &steps).await;
            drop(listed);
        });
    }
}

async fn run(app: &App, who: &Who, id: Uuid, work: Work, steps: &Arc<Steps>) {
    let job = async {
        match work {
            Work::Check => uploads::check(app, who, id, steps).await,
            Work::Keep => uploads::keep(app, who, id, steps).await,
        }
    };
    let mut job = std::pin::pin!(job);
    let mut beat = tokio::time::interval(BEAT);
    let done = loop {
        tokio::select! {
            done = &mut job => break done,
            _ = beat.tick() => {
                if let Err(error) = uploads::heard(app, id).await {
                    tracing::warn!(%error, "an import could not say that it still runs");
                }
            }
        }
    };
    let Err(error) = done else { return };
    tracing::error!(?error, ?work, "an import stopped");
    if let Err(error) = uploads::stop(app, who, id).await {
        tracing::error!(?error, "and that could not be noted");
    }
}
