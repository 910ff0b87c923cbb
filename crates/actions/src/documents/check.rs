//! The question to the scanner: at once when somebody adds a document, and again for what
//! had no answer.

use std::time::Duration;

use serde_json::json;
use sleutel_domain::{
    Id, Phrase,
    documents::{Document, HowReleased, VersionState, WhyRefused},
};
use sleutel_safe::{Answer, Scanner};
use sleutel_store::{
    Window,
    documents::{self as rows, DocumentFilter, VersionRow},
};

use super::{DocumentHold, content::load};
use crate::{ActionError, App, Who, policy::Action};

/// How long somebody at a browser waits for the scanner, over all their files.
const PATIENCE: Duration = Duration::from_secs(25);
/// Who released or refused it, when no person did. The pages have words for it.
pub(super) const SCANNER: &str = "scanner";

/// What came of checking what waits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Checked {
    /// Released.
    pub sound: usize,
    /// Refused.
    pub found: usize,
    /// No answer; they wait on.
    pub failed: usize,
    /// Could not be opened to be checked; they wait on.
    pub unreadable: usize,
}

/// Asks the scanner about everything that waits in quarantine. Nothing is lost when it is
/// broken off: what was settled is settled, the rest waits.
pub async fn check(app: &App, who: &Who) -> Result<Checked, ActionError> {
    let scanner = app.documents.scanner.clone().ok_or(DocumentHold::NoScanner)?;
    let mut act = app.look(who, Action::KeepDocuments).await?;
    super::content::ring(app)?;
    let filter = DocumentFilter { state: "in-quarantine".to_owned(), ..DocumentFilter::default() };
    let window = Window { offset: 0, limit: 1_000_000 };
    let programme = act.programme;
    let waiting = rows::list(&mut act.tx, programme, &filter, window).await?.rows;
    drop(act);
    let mut done = Checked::default();
    for row in waiting {
        let mut act = app.look(who, Action::KeepDocuments).await?;
        let bytes = match load(&mut act, &row.version).await {
            Ok(bytes) => bytes,
            Err(ActionError::Hold(_)) => {
                done.unreadable += 1;
                continue;
            }
            Err(other) => return Err(other),
        };
        drop(act);
        match ask(app, who, Action::KeepDocuments, &scanner, &row.version, &bytes).await? {
            Some(Answer::Sound) => done.sound += 1,
            Some(Answer::Found(_)) => done.found += 1,
            None => done.failed += 1,
        }
    }
    Ok(done)
}

/// Asks about what was just added, as long as somebody can be asked to wait. It is kept
/// already, so whatever goes wrong here only leaves it in quarantine.
pub(super) async fn at_once<'a>(
    app: &App,
    who: &Who,
    added: impl Iterator<Item = (&'a VersionRow, &'a [u8])>,
) {
    let Some(scanner) = &app.documents.scanner else { return };
    let asking = async {
        for (version, bytes) in added {
            match ask(app, who, Action::AddDocument, scanner, version, bytes).await {
                Ok(Some(_)) => {}
                // A scanner that does not answer now will not for the next either.
                Ok(None) => return,
                Err(error) => {
                    tracing::warn!(error = error.for_log(), "a check could not be kept");
                    return;
                }
            }
        }
    };
    if tokio::time::timeout(PATIENCE, asking).await.is_err() {
        tracing::warn!("the scanner took too long; documents wait in quarantine");
    }
}

/// Asks about one version and keeps the answer; `None` when there is none. No transaction is
/// open while the scanner thinks; if a person settled it meanwhile, theirs stays.
async fn ask(
    app: &App,
    who: &Who,
    action: Action,
    scanner: &Scanner,
    version: &VersionRow,
    bytes: &[u8],
) -> Result<Option<Answer>, ActionError> {
    let said = scanner.ask(bytes).await;
    let mut act = app.begin(who, action).await?;
    let (id, number): (Id<Document>, u32) = (version.document, version.number);
    let (by, at) = (SCANNER.to_owned(), act.at);
    let settled = match &said {
        Ok(Answer::Sound) => version.state.release(by, HowReleased::Scanner, at)?,
        Ok(Answer::Found(name)) => {
            let found = Phrase::new(name).or_else(|_| Phrase::new("?"));
            let found = found.map_err(|_| ActionError::Internal("no name".to_owned()))?;
            version.state.refuse(by, WhyRefused::Scanner { found }, at)?
        }
        Err(failure) => {
            tracing::warn!(%failure, "the scanner gave no answer");
            rows::note_failure(&mut act.tx, id, number, *failure).await?;
            act.commit().await?;
            return Ok(None);
        }
    };
    if rows::set_state(&mut act.tx, id, number, &version.state, &settled).await? {
        let detail = json!({ "version": number, "scanner": settled.code() });
        act.log_as(Action::KeepDocuments, "document", &id.to_string(), &detail).await?;
    }
    act.commit().await?;
    debug_assert!(matches!(version.state, VersionState::InQuarantine { .. }));
    Ok(said.ok())
}
