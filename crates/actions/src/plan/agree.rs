use serde_json::json;
use sleutel_domain::{
    LongText, PersonName, Reference,
    access::Party,
    plan::{Given, Says, Way},
    routes::Fact,
};
use sleutel_store::plan as rows;

use super::{Around, around, establish, tell_answered};
use crate::{ActionError, App, Denied, FieldFault, Who, act::Act, fields::Fields, policy::Action};

/// An answer to a version of a plan, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnswerDraft {
    /// `yes` or `no`.
    pub answer: String,
    /// With a no: what would have to be otherwise.
    pub reason: String,
    /// Who spoke for the party; whoever answers for their own party is it themselves.
    pub by: String,
    /// The day it was said; blank is today.
    pub on: String,
}

/// In what way somebody may answer for a party; `None` when they may not. A provider writes
/// down what the person and the third person said. Nobody else speaks for another party.
pub fn way_for(who: &Who, party: Party) -> Option<Way> {
    let own = who.party()?;
    if own == party {
        return Some(Way::Themselves);
    }
    match party {
        Party::Participant | Party::ThirdPerson if own == Party::Provider => {
            Some(Way::RecordedBy(who.label()))
        }
        Party::Participant
        | Party::ThirdPerson
        | Party::Provider
        | Party::Municipality
        | Party::Association => None,
    }
}

/// Keeps what a party says of the version that lies before the parties. When it was the last
/// that had to agree, the plan is in force.
pub async fn agree(
    app: &App,
    who: &Who,
    reference: &Reference,
    version: u32,
    party: Party,
    draft: &AnswerDraft,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::AnswerPlan).await?;
    let around = around(&mut act, Action::AnswerPlan, reference).await?;
    agree_in(&mut act, around, version, party, draft).await?;
    act.commit().await
}

/// The same within a transaction that is open.
pub(crate) async fn agree_in(
    act: &mut Act<'_>,
    around: Around<'_>,
    version: u32,
    party: Party,
    draft: &AnswerDraft,
) -> Result<(), ActionError> {
    let (who, programme) = (act.who, act.programme);
    let way = way_for(who, party).ok_or(Denied { action: Action::AnswerPlan, logged_in: true })?;
    let mut plan = rows::plan_of(&mut act.tx, programme, around.id).await?;
    plan.may_answer(version, party)?;
    let open = plan.versions.iter_mut().find(|it| it.number == version);
    let open = open.ok_or(ActionError::NotFound)?;
    let own = who.person().map(|it| it.name.clone()).or_else(|| around.name.clone());
    let days = (open.proposed, act.today());
    let given = read(own.as_deref().unwrap_or_default(), draft, party, way, days)?;
    let number = i64::try_from(open.answers.len()).unwrap_or(i64::MAX).saturating_add(1);
    let at = act.at;
    rows::add_answer(&mut act.tx, programme, around.id, version, number, &given, at).await?;
    let agrees = matches!(given.says, Says::Agrees);
    let recorded = matches!(given.way, Way::RecordedBy(_));
    let detail = json!({
        "plan": version, "party": party.code(), "agrees": agrees, "recorded": recorded,
    });
    act.log("participant", around.reference.as_str(), &detail).await?;
    open.answers.push(given);
    if who.party() != Some(Party::Provider) {
        tell_answered(act, &around).await?;
    }
    if plan.in_force().is_some_and(|it| it.number == version) {
        establish(act, around.case, Fact::PlanAgreed).await?;
    }
    Ok(())
}

/// Reads an answer; `own` is the name of whoever answers for themselves.
fn read(
    own: &str,
    draft: &AnswerDraft,
    party: Party,
    way: Way,
    (proposed, today): (Option<jiff::civil::Date>, jiff::civil::Date),
) -> Result<Given, ActionError> {
    let mut fields = Fields::default();
    let agrees = fields.choice("answer", &draft.answer, |text| match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    });
    let says = match agrees {
        Some(true) => Some(Says::Agrees),
        Some(false) => fields
            .text("reason", &draft.reason, LongText::new)
            .map(|reason| Says::Disagrees { reason }),
        None => None,
    };
    let by = match &way {
        Way::Themselves => {
            let short: String = own.chars().take(PersonName::MOST).collect();
            fields.text("by", &short, PersonName::new)
        }
        Way::RecordedBy(_) => fields.text("by", &draft.by, PersonName::new),
    };
    let on = match (&way, draft.on.trim()) {
        (Way::Themselves, _) | (_, "") => Some(today),
        (Way::RecordedBy(_), typed) => fields.date("on", typed),
    };
    if let Some(on) = on
        && (on > today || proposed.is_some_and(|it| on < it))
    {
        fields.bad("on", FieldFault::DateRange { least: proposed, most: Some(today) });
    }
    fields.done((|| Some(Given { party, says: says?, on: on?, by: by?, way }))())
}
