use serde_json::json;
use sleutel_domain::{
    Phrase, Reference,
    plan::{GoalEnd, GoalEnded, PlanRefusal},
};
use sleutel_store::plan as rows;

use super::around;
use crate::{ActionError, App, FieldFault, Who, fields::Fields, policy::Action};

/// That a goal ended, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EndDraft {
    /// `reached` or `stopped`.
    pub how: String,
    /// With `stopped`: why.
    pub reason: String,
    /// Since when; blank is today.
    pub on: String,
}

/// Writes down that a goal of the plan in force was reached or let go.
pub async fn end_goal(
    app: &App,
    who: &Who,
    reference: &Reference,
    goal: u16,
    draft: &EndDraft,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ChangePlan).await?;
    let around = around(&mut act, Action::ChangePlan, reference).await?;
    let programme = act.programme;
    // Two who end the same goal at once would both be believed.
    sleutel_store::audit::take_head(&mut act.tx, programme).await?;
    let plan = rows::plan_of(&mut act.tx, programme, around.id).await?;
    plan.may_end(goal)?;
    let today = act.today();
    let mut fields = Fields::default();
    let stopped = fields.choice("how", &draft.how, |text| match text {
        "reached" => Some(false),
        "stopped" => Some(true),
        _ => None,
    });
    let how = match stopped {
        Some(true) => fields
            .text("reason", &draft.reason, Phrase::new)
            .map(|reason| GoalEnd::Stopped { reason }),
        Some(false) => Some(GoalEnd::Reached),
        None => None,
    };
    let on = if draft.on.trim().is_empty() { Some(today) } else { fields.date("on", &draft.on) };
    if on.is_some_and(|on| on > today) {
        fields.bad("on", FieldFault::InFuture);
    }
    let ended = (|| Some(GoalEnded { goal, on: on?, how: how?, by: who.label() }))();
    let ended = fields.done(ended)?;
    let at = act.at;
    rows::add_goal_end(&mut act.tx, programme, around.id, &ended, at).await?;
    let reached = ended.how == GoalEnd::Reached;
    act.log("participant", reference.as_str(), &json!({ "goal": goal, "reached": reached }))
        .await?;
    act.commit().await
}

/// Takes up a goal again that had ended.
pub async fn take_up_goal(
    app: &App,
    who: &Who,
    reference: &Reference,
    goal: u16,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ChangePlan).await?;
    let around = around(&mut act, Action::ChangePlan, reference).await?;
    let programme = act.programme;
    let (at, actor) = (act.at, who.label());
    let done =
        rows::take_back_goal_end(&mut act.tx, programme, around.id, goal, &actor, at).await?;
    if !done {
        return Err(PlanRefusal::NotEnded { goal }.into());
    }
    act.log("participant", reference.as_str(), &json!({ "goal": goal, "again": true })).await?;
    act.commit().await
}
