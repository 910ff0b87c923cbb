use serde_json::json;
use sleutel_domain::access::Party;
use sleutel_store::plan as rows;

use crate::{
    ActionError, App, Who,
    plan::{self, AnswerDraft, BasicLine, PlanView},
    policy::Action,
};

/// The plan of whoever looks, and what has to be arranged before they move.
#[derive(Debug, Clone)]
pub struct OwnPlan {
    /// Every version and every answer; there is nothing in it that is not theirs to read.
    pub plan: PlanView,
    /// The lines of what to arrange that are theirs to see.
    pub basics: Vec<BasicLine>,
}

/// One's own plan.
pub async fn plan(app: &App, who: &Who) -> Result<OwnPlan, ActionError> {
    let mut act = app.begin(who, Action::SeeOwnFile).await?;
    let around = plan::around_own(&mut act).await?;
    let programme = act.programme;
    let found = rows::plan_of(&mut act.tx, programme, around.id).await?;
    let beside = rows::version_rows(&mut act.tx, programme, around.id).await?;
    let basics = plan::lines(&mut act, &around).await?;
    act.log("participant", around.reference.as_str(), &json!({ "own": "plan" })).await?;
    act.commit().await?;
    Ok(OwnPlan { plan: plan::seen(who, &around, &found, &beside), basics })
}

/// Says for oneself whether one agrees with the version that lies before the parties. Refused
/// when that is another version by now, or when one answered it the same before.
pub async fn answer_plan(
    app: &App,
    who: &Who,
    version: u32,
    draft: &AnswerDraft,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ActOnOwnFile).await?;
    let around = plan::around_own(&mut act).await?;
    plan::agree_in(&mut act, around, version, Party::Participant, draft).await?;
    act.commit().await
}
