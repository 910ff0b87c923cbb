//! Reading and checking the log.

use sleutel_store::{
    Page, Window,
    audit::{self as rows, ChainState, Chained},
};

use crate::{ActionError, App, Who, policy::Action};

/// Checks the programme's chain from its first line to its head.
pub async fn verify(app: &App, who: &Who) -> Result<ChainState, ActionError> {
    let mut act = app.look(who, Action::SeeLog).await?;
    Ok(rows::verify(&mut act.tx, act.programme).await?)
}

/// Lines of the log, newest first; empty words mean any.
pub async fn lines(
    app: &App,
    who: &Who,
    subject_kind: &str,
    subject: &str,
    window: Window,
) -> Result<Page<Chained>, ActionError> {
    let mut act = app.begin(who, Action::SeeLog).await?;
    let page = rows::lines(&mut act.tx, act.programme, subject_kind, subject, window).await?;
    act.log("log", subject, &serde_json::json!({ "kind": subject_kind, "lines": page.rows.len() }))
        .await?;
    act.commit().await?;
    Ok(page)
}
