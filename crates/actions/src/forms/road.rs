use serde_json::json;
use sleutel_domain::{
    Id, LongText, OrganisationCode,
    access::{OrganisationKind, Role},
    forms::{Answers, Form, FormAct, FormFile, FormStatus, check, visible},
    messages::Message,
};
use sleutel_exchange::forms::{answers_to_json, typed_from_json};
use sleutel_store::{
    access,
    forms::{self as rows, FormFileRow, FormVersionRow},
};

use super::{Seen, answers_of, definition_of, judge, seen};
use crate::{
    ActionError, App, FieldFault, FormHold, Hold, Who,
    act::Act,
    cases::end_with_form,
    fields::text_fault,
    messages::{People, notify},
    policy::Action,
};

/// One step of a form as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What is done.
    pub act: FormAct,
    /// The form's counter as the page showed it.
    pub version: i64,
    /// What is said with it, as typed.
    pub remarks: String,
    /// To which organisation it is sent, as typed; blank for other steps.
    pub recipient: String,
    /// Whether sending it ends the step of the road that asks it, as done.
    pub ends_step: bool,
}

/// Takes a step: asks for a check, checks, sends, receives, gives back or takes back. Each
/// keeps an unchangeable version of the answers as they are then.
pub async fn step(
    app: &App,
    who: &Who,
    id: Id<FormFile>,
    step: &Step,
) -> Result<FormStatus, ActionError> {
    let mut act = app.begin(who, action_of(step.act)).await?;
    let (status, _) = step_in(&mut act, who, id, step).await?;
    act.commit().await?;
    Ok(status)
}

/// The kind of organisation a form goes to, of a form whoever acts may know of.
pub(crate) async fn goes_to(
    act: &mut Act<'_>,
    id: Id<FormFile>,
) -> Result<Option<OrganisationKind>, ActionError> {
    let seen = seen(act, id).await?;
    Ok(definition_of(act, &seen.row)?.to)
}

/// The same within a transaction that is open; gives the form's counter then too.
pub(crate) async fn step_in(
    act: &mut Act<'_>,
    who: &Who,
    id: Id<FormFile>,
    step: &Step,
) -> Result<(FormStatus, i64), ActionError> {
    let action = action_of(step.act);
    let programme = act.programme;
    let seen = seen(act, id).await?;
    allowed(act, action, &seen)?;
    crate::participants::not_set_aside(act, &seen.row.reference).await?;
    if seen.row.version != step.version {
        return Err(ActionError::Changed);
    }
    let status =
        seen.row.status.after(step.act).map_err(|not_now| Hold::Form(FormHold::NotNow(not_now)))?;
    let remarks = remarks(step)?;
    let form = definition_of(act, &seen.row)?;
    let versions = rows::versions(&mut act.tx, programme, id).await?;
    let judges = matches!(step.act, FormAct::Approve | FormAct::AskChange);
    if judges && is_own_work(act, id, &versions).await? {
        return Err(Hold::Form(FormHold::SamePerson).into());
    }
    let answers = match step.act {
        FormAct::AskCheck => from_draft(act, id, &form).await?,
        FormAct::Start
        | FormAct::Approve
        | FormAct::AskChange
        | FormAct::Reopen
        | FormAct::Send
        | FormAct::Receive
        | FormAct::Return
        | FormAct::TakeBack => last_answers(&versions)?,
    };
    let recipient = match step.act {
        FormAct::Send => {
            let open = check(&form, &answers, act.today()).len();
            if open > 0 {
                return Err(Hold::Form(FormHold::Incomplete { open }).into());
            }
            Some(receiver(act, &form, &step.recipient).await?)
        }
        FormAct::Start
        | FormAct::AskCheck
        | FormAct::Approve
        | FormAct::AskChange
        | FormAct::Reopen
        | FormAct::Receive
        | FormAct::Return
        | FormAct::TakeBack => seen.row.recipient.clone(),
    };
    let version = FormVersionRow {
        number: versions.len().try_into().map_or(i64::MAX, |many: i64| many + 1),
        act: step.act,
        status,
        remarks,
        recipient: recipient.clone(),
        actor: who.label(),
        account: who.account(),
        at: act.at,
        answers: answers_to_json(&form.code, form.version, &answers),
    };
    let row = FormFileRow { status, recipient, changed_at: act.at, ..seen.row };
    rows::move_file(&mut act.tx, programme, &row).await?;
    rows::add_version(&mut act.tx, programme, id, &version).await?;
    let detail = json!({
        "form": form.code.as_str(),
        "step": step.act.code(),
        "to": row.recipient.as_ref().map(OrganisationCode::as_str),
    });
    act.log("participant", row.reference.as_str(), &detail).await?;
    tell(act, step.act, &row, (&seen.provider, seen.worker.as_deref())).await?;
    if step.act == FormAct::Send && step.ends_step {
        end_with_form(act, &row.reference, &row.form).await?;
    }
    Ok((status, row.version.saturating_add(1)))
}

/// Tells the receiver that a form was sent, and the sender that it came back.
async fn tell(
    act: &mut Act<'_>,
    step: FormAct,
    row: &FormFileRow,
    (provider, worker): (&OrganisationCode, Option<&str>),
) -> Result<(), ActionError> {
    let (reference, form) = (row.reference.clone(), row.form.clone());
    let (to, message) = match step {
        FormAct::Send => {
            let people = People::read(act).await?;
            let Some(receiver) = &row.recipient else { return Ok(()) };
            let treat = [Role::HousingOfficer, Role::LettingConsultant];
            let to = treat.into_iter().flat_map(|role| people.of(role, receiver)).collect();
            (to, Message::FormSent { reference, form })
        }
        FormAct::Return => {
            let people = People::read(act).await?;
            (people.support(provider, worker), Message::FormReturned { reference, form })
        }
        FormAct::Start
        | FormAct::AskCheck
        | FormAct::Approve
        | FormAct::AskChange
        | FormAct::Reopen
        | FormAct::Receive
        | FormAct::TakeBack => return Ok(()),
    };
    notify(act, to, &message, &format!("/forms/{}", row.id)).await
}

/// The right a step needs.
pub(super) fn action_of(act: FormAct) -> Action {
    match act {
        FormAct::Start
        | FormAct::AskCheck
        | FormAct::Reopen
        | FormAct::Send
        | FormAct::TakeBack => Action::FillForm,
        FormAct::Approve | FormAct::AskChange => Action::CheckForm,
        FormAct::Receive | FormAct::Return => Action::TreatForm,
    }
}

fn allowed(act: &Act<'_>, action: Action, seen: &Seen) -> Result<(), ActionError> {
    if action == Action::TreatForm {
        act.require(action, seen.receiver())
    } else if action == Action::CheckForm {
        act.require(action, seen.colleague())
    } else {
        act.require(action, seen.sender())
    }
}

fn remarks(step: &Step) -> Result<Option<LongText>, ActionError> {
    let remarks = LongText::optional(&step.remarks)
        .map_err(|error| ActionError::field("remarks", text_fault(error)))?;
    if remarks.is_none() && step.act.needs_remarks() {
        return Err(ActionError::field("remarks", FieldFault::Required));
    }
    Ok(remarks)
}

/// Two pairs of eyes: whether whoever acts asked for the check or typed last, so that somebody
/// else has to judge.
pub(super) async fn is_own_work(
    act: &mut Act<'_>,
    id: Id<FormFile>,
    versions: &[FormVersionRow],
) -> Result<bool, ActionError> {
    let programme = act.programme;
    let me = act.who.account();
    let asked = versions.iter().rev().find(|it| it.act == FormAct::AskCheck);
    let typed = rows::draft(&mut act.tx, programme, id).await?;
    Ok(asked.is_some_and(|it| it.account == me) || typed.is_some_and(|it| it.account == me))
}

/// The draft as answers, hidden ones left out. What cannot be read is not handed over.
async fn from_draft(
    act: &mut Act<'_>,
    id: Id<FormFile>,
    form: &Form,
) -> Result<Answers, ActionError> {
    let programme = act.programme;
    let draft = rows::draft(&mut act.tx, programme, id).await?.ok_or(ActionError::NotFound)?;
    let typed = typed_from_json(&draft.typed)
        .map_err(|error| ActionError::Internal(format!("kept draft: {error}")))?;
    let judged = judge(form, &typed, act.today());
    if judged.unreadable > 0 {
        let faults = judged.unreadable;
        return Err(Hold::Form(FormHold::Unreadable { faults }).into());
    }
    Ok(visible(form, &judged.answers))
}

fn last_answers(versions: &[FormVersionRow]) -> Result<Answers, ActionError> {
    versions.last().map_or_else(|| Ok(Answers::default()), answers_of)
}

async fn receiver(
    act: &mut Act<'_>,
    form: &Form,
    typed: &str,
) -> Result<OrganisationCode, ActionError> {
    let Some(kind) = form.to else { return Err(Hold::Form(FormHold::GoesNowhere).into()) };
    let all = receivers(act, kind).await?;
    match all.into_iter().find(|(code, _)| code.as_str() == typed.trim()) {
        Some((code, _)) => Ok(code),
        None if typed.trim().is_empty() => {
            Err(ActionError::field("recipient", FieldFault::Required))
        }
        None => Err(ActionError::field("recipient", FieldFault::NotAChoice)),
    }
}

/// The organisations of a kind forms can be sent to, for who sends several at once.
pub async fn receivers_of(
    app: &App,
    who: &Who,
    kind: OrganisationKind,
) -> Result<Vec<(OrganisationCode, String)>, ActionError> {
    let mut act = app.look(who, Action::FillForm).await?;
    receivers(&mut act, kind).await
}

/// The organisations of a kind, by code, with their names.
pub(super) async fn receivers(
    act: &mut Act<'_>,
    kind: OrganisationKind,
) -> Result<Vec<(OrganisationCode, String)>, ActionError> {
    let programme = act.programme;
    let all = access::organisations(&mut act.tx, programme).await?;
    let fits = all.into_iter().filter(|it| it.kind == kind);
    Ok(fits.map(|it| (it.code, it.name.to_string())).collect())
}
