use serde_json::json;
use sleutel_domain::{
    Id, Phrase, Reference, VacancyCode,
    placement::{FixingKind, Round},
};
use sleutel_store::{
    StoreError,
    placement::{self as rows, FixingRow, RoundStatus},
};
use uuid::Uuid;

use super::manage::{open, round_row};
use crate::{
    ActionError, App, FieldFault, Hold, Who,
    act::{Act, new_uuid},
    fields::Fields,
    participants::subject_of,
    policy::Action,
};

/// Lays down a pin or a ban on a pair, with a reason. The next proposal keeps it.
/// Gives the round's new version, so that the same person can propose again at once.
pub async fn fix(
    app: &App,
    who: &Who,
    id: Id<Round>,
    kind: FixingKind,
    reference: &Reference,
    vacancy: &str,
    reason: &str,
) -> Result<i64, ActionError> {
    let mut act = app.begin(who, Action::Fix).await?;
    let programme = act.programme;
    let round = round_row(&mut act, id).await?;
    open(&round)?;
    require_for(&mut act, reference).await?;
    let mut fields = Fields::default();
    let vacancy = fields.code("vacancy", vacancy, VacancyCode::new);
    let reason = fields.text("reason", reason, Phrase::new);
    let in_round = rows::round_vacancies(&mut act.tx, programme, id).await?;
    if vacancy.as_ref().is_some_and(|code| !in_round.contains(code)) {
        fields.bad("vacancy", FieldFault::Unknown);
    }
    let (vacancy, reason) = fields.done(vacancy.zip(reason))?;
    let row = FixingRow {
        id: new_uuid(),
        reference: reference.clone(),
        vacancy,
        kind,
        reason,
        actor: who.label(),
        at: act.at,
    };
    let standing = rows::fixings(&mut act.tx, programme, id).await?;
    if standing.iter().any(|it| it.reference == row.reference && it.vacancy == row.vacancy) {
        return Err(Hold::PairFixed.into());
    }
    rows::add_fixing(&mut act.tx, programme, id, &row).await.map_err(|error| match error {
        StoreError::Exists(_) => Hold::PairFixed.into(),
        other @ (StoreError::Busy
        | StoreError::Full
        | StoreError::Unreachable(_)
        | StoreError::Changed { .. }
        | StoreError::Row { .. }
        | StoreError::Fraction(_)
        | StoreError::Packed { .. }
        | StoreError::Other(_)) => ActionError::from(other),
    })?;
    let version = advance(&mut act, id, round.version).await?;
    let detail = json!({
        "kind": kind.code(), "reference": row.reference.as_str(), "vacancy": row.vacancy.as_str(),
    });
    act.log("round", &id.to_string(), &detail).await?;
    act.commit().await?;
    Ok(version)
}

/// Lifts a pin or a ban. Gives the round's new version.
pub async fn lift(app: &App, who: &Who, id: Id<Round>, fixing: Uuid) -> Result<i64, ActionError> {
    let mut act = app.begin(who, Action::Fix).await?;
    let programme = act.programme;
    let round = round_row(&mut act, id).await?;
    open(&round)?;
    let row = rows::fixings(&mut act.tx, programme, id)
        .await?
        .into_iter()
        .find(|it| it.id == fixing)
        .ok_or(ActionError::NotFound)?;
    require_for(&mut act, &row.reference).await?;
    rows::lift_fixing(&mut act.tx, programme, id, fixing, &who.label(), act.at).await?;
    let version = advance(&mut act, id, round.version).await?;
    let detail = json!({
        "lifted": row.kind.code(), "reference": row.reference.as_str(),
        "vacancy": row.vacancy.as_str(),
    });
    act.log("round", &id.to_string(), &detail).await?;
    act.commit().await?;
    Ok(version)
}

async fn advance(act: &mut Act<'_>, id: Id<Round>, seen: i64) -> Result<i64, ActionError> {
    let programme = act.programme;
    Ok(rows::advance_round(&mut act.tx, programme, id, seen, RoundStatus::Open).await?)
}

async fn require_for(act: &mut Act<'_>, reference: &Reference) -> Result<(), ActionError> {
    let (provider, worker) = subject_of(act, reference).await?;
    act.require(
        Action::Fix,
        crate::policy::Subject { organisation: Some(&provider), worker: worker.as_deref() },
    )
}
