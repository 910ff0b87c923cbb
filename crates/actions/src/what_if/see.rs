//! Looking at what-ifs, and at the form for a new one.

use sleutel_domain::Id;
use sleutel_simulation::{Assumptions, Outcome, PolicyName};
use sleutel_store::what_if::{self as rows, WhatIf, WhatIfRow};

use super::{
    bench::Progress,
    draft::{WhatIfDraft, divided},
    history,
    stored::{self, Asked},
};
use crate::{ActionError, App, Who, act::Act, policy::Action};

/// One in the list.
#[derive(Debug, Clone)]
pub struct Summary {
    /// What is kept of it.
    pub row: WhatIfRow,
    /// How far it is, when it is in line.
    pub progress: Option<Progress>,
}

/// One with what it was made from and what came of it.
#[derive(Debug, Clone)]
pub struct WhatIfView {
    /// What is kept of it.
    pub row: WhatIfRow,
    /// What was asked.
    pub asked: Asked,
    /// What came of it; `None` until it is done.
    pub outcome: Option<Outcome>,
    /// How far it is, when it is in line.
    pub progress: Option<Progress>,
    /// It is worked out again to see whether the same comes out.
    pub checking: bool,
}

/// A form to fill in.
#[derive(Debug, Clone)]
pub struct Blank {
    /// What stands in it at first; numbers that stay are left out.
    pub draft: WhatIfDraft,
    /// The assumptions it starts with.
    pub table: Assumptions,
    /// The one it starts from.
    pub from: Option<WhatIfRow>,
    /// What the product comes with, to see what was changed.
    pub shipped: Assumptions,
    /// Those to start from, newest first.
    pub kept: Vec<WhatIfRow>,
    /// What the groups are called that history gave; none where it gave none.
    pub groups: Vec<history::KeptGroup>,
}

/// The what-ifs that are kept, newest first; and what one is called that was thrown away.
pub async fn list(
    app: &App,
    who: &Who,
    gone: Option<Id<WhatIf>>,
) -> Result<(Vec<Summary>, Option<String>), ActionError> {
    let mut act = app.look(who, Action::SeeWhatIf).await?;
    let programme = act.programme;
    let kept = rows::what_ifs(&mut act.tx, programme).await?;
    let gone = match gone {
        Some(id) => rows::thrown_away_what_if(&mut act.tx, programme, id).await?,
        None => None,
    };
    let with = |row: WhatIfRow| {
        let under_way = app.bench.progress(row.id).filter(|(_, checking)| !checking);
        Summary { progress: under_way.map(|it| it.0), row }
    };
    Ok((kept.into_iter().map(with).collect(), gone))
}

/// One of them.
pub async fn view(app: &App, who: &Who, id: Id<WhatIf>) -> Result<WhatIfView, ActionError> {
    let mut act = app.look(who, Action::SeeWhatIf).await?;
    one(&mut act, id).await
}

/// Several side by side, in the order asked for; one that is not kept is left out.
pub async fn compare(
    app: &App,
    who: &Who,
    ids: &[Id<WhatIf>],
) -> Result<Vec<WhatIfView>, ActionError> {
    let mut act = app.look(who, Action::SeeWhatIf).await?;
    let mut views = Vec::new();
    for &id in ids {
        match one(&mut act, id).await {
            Ok(view) => views.push(view),
            Err(ActionError::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(views)
}

async fn one(act: &mut Act<'_>, id: Id<WhatIf>) -> Result<WhatIfView, ActionError> {
    // Asked for first: what is done between the two questions shows as done.
    let in_line = act.app.bench.progress(id);
    let programme = act.programme;
    let row = rows::what_if(&mut act.tx, programme, id).await?.ok_or(ActionError::NotFound)?;
    let bytes = rows::what_if_bytes(&mut act.tx, programme, id).await?;
    let (input, outcome) = bytes.ok_or(ActionError::NotFound)?;
    let outcome =
        if outcome.is_empty() { None } else { Some(stored::outcome_from_json(&outcome)?) };
    let checking = in_line.is_some_and(|it| it.1);
    let progress = in_line.map(|it| it.0);
    Ok(WhatIfView { asked: Asked::from_json(&input)?, outcome, progress, checking, row })
}

/// A form to fill in, empty or as an earlier one; with other areas when they were typed.
pub async fn blank(
    app: &App,
    who: &Who,
    from: Option<Id<WhatIf>>,
    areas: Option<&str>,
) -> Result<Blank, ActionError> {
    let mut act = app.look(who, Action::RunWhatIf).await?;
    let history = kept_history(&mut act, from).await?;
    let (from, table) = base(&mut act, from).await?;
    let table = divided(table, areas);
    let programme = act.programme;
    let kept = rows::what_ifs(&mut act.tx, programme).await?;
    let draft = match &from {
        Some(row) => WhatIfDraft {
            name: row.name.to_string(),
            policies: row.policies.clone(),
            first: row.policies.first().cloned().unwrap_or_default(),
            years: row.years.to_string(),
            replications: row.replications.to_string(),
            // The same draws, so that a difference is one of the assumptions.
            seed: row.seed.to_string(),
            uncertain: row.uncertain,
            ..WhatIfDraft::default()
        },
        None => {
            let drawn =
                getrandom::u32().map_err(|cause| ActionError::Internal(cause.to_string()))?;
            WhatIfDraft {
                policies: [PolicyName::Staircase, PolicyName::Omslag]
                    .map(|it| it.code().to_owned())
                    .to_vec(),
                first: PolicyName::Staircase.code().to_owned(),
                years: "5".to_owned(),
                replications: "50".to_owned(),
                seed: (drawn % 1_000_000).to_string(),
                uncertain: true,
                ..WhatIfDraft::default()
            }
        }
    };
    let shipped = stored::shipped_for(&table);
    let groups = history.map(|it| it.groups).unwrap_or_default();
    Ok(Blank { draft, table, from, shipped, kept, groups })
}

/// A form to fill in that starts with what the city's own history says today.
pub async fn blank_from_city(
    app: &App,
    who: &Who,
    areas: Option<&str>,
) -> Result<(Blank, history::CityHistory), ActionError> {
    let mut act = app.look(who, Action::RunWhatIf).await?;
    let said = history::calibrated(&mut act).await?;
    drop(act);
    let blank = blank(app, who, None, None).await?;
    let table = divided(said.table.clone(), areas);
    let groups = history::KeptHistory::of(&said).groups;
    Ok((Blank { table, groups, ..blank }, said))
}

/// The history that one rests on, when it rests on any.
pub(super) async fn kept_history(
    act: &mut Act<'_>,
    from: Option<Id<WhatIf>>,
) -> Result<Option<history::KeptHistory>, ActionError> {
    let Some(id) = from else { return Ok(None) };
    match one(act, id).await {
        Ok(view) => Ok(view.asked.history),
        Err(ActionError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The table a form starts with: that of an earlier one, or what the product comes with when there
/// is none, or it was thrown away in the meantime.
pub(super) async fn base(
    act: &mut Act<'_>,
    from: Option<Id<WhatIf>>,
) -> Result<(Option<WhatIfRow>, Assumptions), ActionError> {
    let Some(id) = from else { return Ok((None, Assumptions::city())) };
    match one(act, id).await {
        Ok(view) => {
            let (_, table) = view.asked.study(1);
            Ok((Some(view.row), table))
        }
        Err(ActionError::NotFound) => Ok((None, Assumptions::city())),
        Err(error) => Err(error),
    }
}
