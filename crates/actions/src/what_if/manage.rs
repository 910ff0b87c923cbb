//! Trying again, checking, throwing away and putting back.

use serde_json::json;
use sleutel_domain::Id;
use sleutel_store::what_if::{self as rows, WhatIf, WhatIfRow, WhatIfState};

use super::bench::{self, Task};
use crate::{ActionError, App, Who, act::Act, policy::Action};

async fn kept(act: &mut Act<'_>, id: Id<WhatIf>) -> Result<WhatIfRow, ActionError> {
    let programme = act.programme;
    rows::what_if(&mut act.tx, programme, id).await?.ok_or(ActionError::NotFound)
}

/// Works out once more what went wrong, or was cut off.
pub async fn retry(app: &App, who: &Who, id: Id<WhatIf>) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::RunWhatIf).await?;
    let row = kept(&mut act, id).await?;
    let programme = act.programme;
    if !rows::retry_what_if(&mut act.tx, programme, id).await? {
        return Err(ActionError::Changed);
    }
    act.log("what-if", &id.to_string(), &json!({ "tried_again": true })).await?;
    act.commit().await?;
    bench::start(app, who, id, Task::First, row.policies.len(), row.replications);
    Ok(())
}

/// Works out again one that is done, to see whether the same comes out to the last bit.
pub async fn check(app: &App, who: &Who, id: Id<WhatIf>) -> Result<(), ActionError> {
    let mut act = app.look(who, Action::RunWhatIf).await?;
    let row = kept(&mut act, id).await?;
    drop(act);
    if row.state != WhatIfState::Done {
        return Err(ActionError::Changed);
    }
    bench::start(app, who, id, Task::Again, row.policies.len(), row.replications);
    Ok(())
}

/// Throws one away; it is stopped when it is under way, and can be put back.
pub async fn throw_away(app: &App, who: &Who, id: Id<WhatIf>) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::RunWhatIf).await?;
    let (programme, at) = (act.programme, act.at);
    if !rows::throw_away_what_if(&mut act.tx, programme, id, &who.label(), at).await? {
        return Err(ActionError::NotFound);
    }
    act.log("what-if", &id.to_string(), &json!({ "thrown_away": true })).await?;
    act.commit().await?;
    app.bench.stop(id);
    Ok(())
}

/// Puts back what was thrown away; one without an outcome goes in line again.
pub async fn put_back(app: &App, who: &Who, id: Id<WhatIf>) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::RunWhatIf).await?;
    let programme = act.programme;
    if !rows::put_back_what_if(&mut act.tx, programme, id).await? {
        return Err(ActionError::NotFound);
    }
    let row = kept(&mut act, id).await?;
    act.log("what-if", &id.to_string(), &json!({ "put_back": true })).await?;
    act.commit().await?;
    if row.state == WhatIfState::Waiting {
        bench::start(app, who, id, Task::First, row.policies.len(), row.replications);
    }
    Ok(())
}
