//! The plan all agree on, and what has to be arranged before a move: seen by each party as
//! far as it is theirs, written by the provider, answered by each party for itself.

mod agree;
mod basics;
mod goals;
mod see;
mod write;

pub(crate) use agree::agree_in;
pub use agree::{AnswerDraft, agree, way_for};
pub(crate) use basics::lines;
pub use basics::{BasicDraft, BasicLine, BasicsView, basics_of, save_basic};
pub use goals::{EndDraft, end_goal, take_up_goal};
pub(crate) use see::seen;
pub use see::{Overview, PlanView, SeenAnswer, SeenEnd, SeenVersion, overview, plan_of};
pub use write::{DraftView, GoalDraft, PlanDraft, draft, propose, save_plan};

use std::collections::BTreeSet;

use serde_json::json;
use sleutel_domain::{
    Id, Reference,
    access::{Party, Role},
    cases::Act as Happened,
    messages::Message,
    participants::Participant,
    plan::PlanRefusal,
    routes::Fact,
};
use sleutel_store::audit;

use crate::{
    ActionError, Hold, Who,
    act::Act,
    cases::{Loaded, Whose, sees_name},
    messages::{People, link_to_plan, notify},
    participants::file_of,
    policy::{self, Action},
};

impl From<PlanRefusal> for ActionError {
    fn from(refusal: PlanRefusal) -> Self {
        Hold::Plan(refusal).into()
    }
}

/// A household as somebody meets it who comes for its plan, network or list.
#[derive(Debug)]
pub(crate) struct Around<'a> {
    pub(crate) id: Id<Participant>,
    pub(crate) reference: Reference,
    /// The name of the head, for who may see it.
    pub(crate) name: Option<String>,
    /// The party that looks.
    pub(crate) party: Party,
    whose: Whose,
    /// The file on its road, also when it ended.
    case: Option<Loaded<'a>>,
}

impl Around<'_> {
    pub(crate) fn may(&self, who: &Who, action: Action) -> bool {
        // At one's own window one answers for oneself, and changes nothing.
        if who.resident().is_some() {
            return action == Action::AnswerPlan && policy::may(who, Action::ActOnOwnFile);
        }
        policy::may_for(who, action, self.whose.subject(who))
    }
}

/// The household, for somebody who may do this to it; for anybody else there is none. Whoever
/// is not of the provider has to do with a household only once it is on a road.
pub(crate) async fn around<'a>(
    act: &mut Act<'a>,
    action: Action,
    reference: &Reference,
) -> Result<Around<'a>, ActionError> {
    let party = act.who.kind().map(Party::from).ok_or(ActionError::NotFound)?;
    if action != Action::SeePlan {
        // Two who answer or change at once come one after the other.
        let programme = act.programme;
        audit::take_head(&mut act.tx, programme).await?;
    }
    let file = file_of(act, reference).await?;
    let case = act.case(reference, true).await?;
    let whose = Whose {
        provider: file.provider.clone(),
        worker: file.worker.as_ref().map(ToString::to_string),
        association: case.as_ref().and_then(|it| it.row.association.clone()),
    };
    let subject = whose.subject(act.who);
    act.require(Action::SeePlan, subject).map_err(|_| ActionError::NotFound)?;
    if party != Party::Provider && case.is_none() {
        return Err(ActionError::NotFound);
    }
    act.require(action, subject)?;
    if action != Action::SeePlan
        && let Some(kept) = &file.goes_on_as
    {
        return Err(Hold::GoesOnAs { kept: kept.clone() }.into());
    }
    let named = party == Party::Provider
        || case.as_ref().is_some_and(|it| sees_name(act.who, &whose, &it.file));
    let name = file.head().filter(|_| named).map(|it| format!("{} {}", it.given, it.family));
    Ok(Around { id: file.id, reference: reference.clone(), name, party, whose, case })
}

/// The household of whoever looks at their own plan, at their own window.
pub(crate) async fn around_own<'a>(act: &mut Act<'a>) -> Result<Around<'a>, ActionError> {
    let (programme, reference) = (act.programme, act.resident()?.reference);
    if act.action != Action::SeeOwnFile {
        audit::take_head(&mut act.tx, programme).await?;
    }
    let file = file_of(act, &reference).await?;
    let case = act.case(&reference, true).await?;
    let whose = Whose {
        provider: file.provider.clone(),
        worker: file.worker.as_ref().map(ToString::to_string),
        association: case.as_ref().and_then(|it| it.row.association.clone()),
    };
    let name = file.head().map(|it| format!("{} {}", it.given, it.family));
    Ok(Around { id: file.id, reference, name, party: Party::Participant, whose, case })
}

/// Tells those who have to agree that a plan lies before them. Whoever it is about finds it at
/// their own window.
async fn tell_waits(
    act: &mut Act<'_>,
    around: &Around<'_>,
    parties: &BTreeSet<Party>,
) -> Result<(), ActionError> {
    let people = People::read(act).await?;
    let message = Message::PlanWaits { reference: around.reference.clone() };
    let link = link_to_plan(&around.reference);
    if parties.contains(&Party::Municipality) {
        notify(act, people.officers(), &message, &link).await?;
    }
    match &around.whose.association {
        Some(association) if parties.contains(&Party::Association) => {
            notify(act, people.of(Role::LettingConsultant, association), &message, &link).await
        }
        Some(_) | None => Ok(()),
    }
}

/// Tells whoever supports the household that a party answered its plan.
async fn tell_answered(act: &mut Act<'_>, around: &Around<'_>) -> Result<(), ActionError> {
    let people = People::read(act).await?;
    let support = people.support(&around.whose.provider, around.whose.worker.as_deref());
    let message = Message::PlanAnswered { reference: around.reference.clone() };
    notify(act, support, &message, &link_to_plan(&around.reference)).await
}

/// Puts a fact on the road of the household, when it is on one and the road takes it from
/// this party; otherwise whoever has the ball says it.
async fn establish(
    act: &mut Act<'_>,
    case: Option<Loaded<'_>>,
    fact: Fact,
) -> Result<(), ActionError> {
    let Some(mut loaded) = case else { return Ok(()) };
    let before = loaded.row.changes;
    let (actor, days, at) = (act.actor(None)?, act.days(None), act.at);
    if loaded.file.act(Happened::FactEstablished { fact }, actor, days, at).is_err() {
        return Ok(());
    }
    act.keep_case(&mut loaded, before).await?;
    let detail = json!({ "act": "fact-established", "fact": fact.code() });
    act.log("participant", loaded.row.reference.as_str(), &detail).await
}
