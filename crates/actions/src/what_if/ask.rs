//! Asking for a what-if.

use serde_json::{Map, json};
use sleutel_domain::Id;
use sleutel_simulation::{Assumptions, ENGINE, Finding, Horizon, Study};
use sleutel_store::what_if::{self as rows, WhatIf, WhatIfRow, WhatIfState};

use super::{
    WAIT_WITHIN_YEARS,
    bench::{self, Task},
    draft::{self, WhatIfDraft},
    history::{KeptHistory, calibrated},
    see::{base, kept_history},
    size::Size,
    stored::{self, Asked},
};
use crate::{ActionError, App, FieldError, Who, act::new_uuid, fields::Fields, policy::Action};

/// Why a what-if was not begun. Nothing has changed.
#[derive(Debug)]
pub enum Refused {
    /// What was typed needs mending: all of it.
    Draft {
        /// Fields that hold no value of their kind.
        fields: Vec<FieldError>,
        /// What the engine has against the assumptions.
        findings: Vec<Finding>,
        /// How much work it would be, when that is too much.
        size: Option<Size>,
    },
    /// Anything else.
    Other(ActionError),
}

impl From<ActionError> for Refused {
    fn from(error: ActionError) -> Self {
        Self::Other(error)
    }
}

/// Keeps a what-if and lets it be worked out beside the pages. `from`: the one it starts from,
/// whose numbers stay where nothing else was typed.
pub async fn create(
    app: &App,
    who: &Who,
    from: Option<Id<WhatIf>>,
    draft: &WhatIfDraft,
) -> Result<Id<WhatIf>, Refused> {
    let mut look = app.look(who, Action::RunWhatIf).await?;
    let table = base(&mut look, from).await?.1;
    // One that goes on from another rests on the same history.
    let history = kept_history(&mut look, from).await?;
    drop(look);
    create_on(app, who, (table, history), draft).await
}

/// The same on what the city's own history says today.
pub async fn create_from_city(
    app: &App,
    who: &Who,
    draft: &WhatIfDraft,
) -> Result<Id<WhatIf>, Refused> {
    let mut look = app.look(who, Action::RunWhatIf).await?;
    let said = calibrated(&mut look).await?;
    drop(look);
    let history = KeptHistory::of(&said);
    create_on(app, who, (said.table, Some(history)), draft).await
}

async fn create_on(
    app: &App,
    who: &Who,
    (table, history): (Assumptions, Option<KeptHistory>),
    draft: &WhatIfDraft,
) -> Result<Id<WhatIf>, Refused> {
    let table = draft::divided(table, draft.areas.as_deref());
    let mut fields = Fields::default();
    let basics = draft::basics(&mut fields, draft);
    let mixed = draft::mix(&mut fields, table.clone(), &draft.mix);
    let table = draft::numbers(&mut fields, mixed.unwrap_or(table), &draft.numbers);
    // What the engine has against the numbers is said together with what is wrong elsewhere.
    let findings = table.as_ref().map(Assumptions::findings).unwrap_or_default();
    let (read, table) = match fields.done(basics.zip(table)) {
        Ok(read) => read,
        Err(ActionError::Fields(fields)) => {
            return Err(Refused::Draft { fields, findings, size: None });
        }
        Err(other) => return Err(other.into()),
    };
    let study = Study {
        variants: read.policies.iter().map(|&it| it.into()).collect(),
        horizon: Horizon {
            years: read.years,
            wait_within_years: WAIT_WITHIN_YEARS,
            seed: read.seed,
        },
        replications: read.replications,
        uncertain: draft.uncertain,
        threads: bench::threads(),
    };
    let size = Size::of(&table, &read.policies, read.years, read.replications);
    let findings = study.findings(&table);
    let size = Some(size).filter(|it| !it.fits());
    if !findings.is_empty() || size.is_some() {
        return Err(Refused::Draft { fields: Vec::new(), findings, size });
    }
    let mut asked = Asked::new(&study, &table);
    asked.history = history;
    let input = asked.to_json()?;
    let changes: Map<_, _> =
        (asked.changes()).map(|it| (it.name.clone(), json!([it.value, it.low, it.high]))).collect();
    let mut act = app.begin(who, Action::RunWhatIf).await?;
    let id = Id::new(new_uuid());
    let row = WhatIfRow {
        id,
        name: read.name,
        actor: who.label(),
        at: act.at,
        seed: read.seed,
        years: read.years,
        replications: read.replications,
        uncertain: draft.uncertain,
        policies: read.policies.iter().map(|it| it.code().to_owned()).collect(),
        changes: serde_json::Value::Object(changes.clone()).to_string(),
        engine: ENGINE.to_owned(),
        assumptions: stored::shipped(),
        state: WhatIfState::Waiting,
        fault: None,
        ended_at: None,
        fingerprint: String::new(),
        checked: None,
    };
    let programme = act.programme;
    rows::add_what_if(&mut act.tx, programme, &row, &input).await.map_err(ActionError::from)?;
    let roads: Map<_, _> = (asked.groups().iter())
        .filter(|_| asked.is_mixed())
        .filter_map(|it| Some((it.code.clone(), it.road()?.code().into())))
        .collect();
    let detail = json!({
        "mix": roads, "areas": asked.areas.len(),
        "policies": row.policies, "years": row.years, "replications": row.replications,
        "seed": row.seed.to_string(), "uncertain": row.uncertain, "changes": changes,
        "history": asked.history.as_ref().map(|it| it.fingerprint.as_str()),
    });
    act.log("what-if", &id.to_string(), &detail).await?;
    act.commit().await?;
    bench::start(app, who, id, Task::First, row.policies.len(), row.replications);
    Ok(id)
}
