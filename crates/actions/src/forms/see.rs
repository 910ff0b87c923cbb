use jiff::Timestamp;
use serde_json::json;
use sleutel_domain::{
    FormCode, Id, OrganisationCode, Wording,
    access::Party,
    cases::Refusal,
    forms::{
        Answers, Completeness, Difference, Form, FormAct, FormFile, FormStatus, differences,
        seen_by,
    },
};
use sleutel_exchange::forms::{TypedText, typed_from_json};
use sleutel_store::{
    access,
    forms::{self as rows, FormFileRow, FormVersionRow},
    participants,
};

use super::{
    Seen, answers_of, definition_of, judge, party,
    road::{action_of, is_own_work, receivers},
    seen, typed_of,
};
use crate::{
    ActionError, App, FieldError, Who,
    act::Act,
    cases::ended_as_done,
    policy::{self, Action},
};

/// On which side of the sending somebody stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Where it is filled in.
    Sender,
    /// Where it is sent to.
    Receiver,
}

/// A form as somebody may see it.
#[derive(Debug, Clone)]
pub struct FormView {
    /// Where it is.
    pub file: FormFileRow,
    /// The version of the form it was started on.
    pub form: Form,
    /// On which side the reader stands.
    pub side: Side,
    /// The party the answers are shown to.
    pub party: Party,
    /// Whose it is; only where it is filled in.
    pub name: Option<String>,
    /// The answers this party may see.
    pub answers: Answers,
    /// The draft, for somebody who may go on filling in.
    pub draft: Option<DraftView>,
    /// What is still wrong, by field; empty for a receiver.
    pub faults: Vec<FieldError>,
    /// How much is filled in.
    pub completeness: Completeness,
    /// The answers that were handed over last, when the draft has gone on since.
    pub before: Option<Answers>,
    /// What happened, newest first; a receiver sees what happened between the two.
    pub history: Vec<VersionLine>,
    /// What may be done now.
    pub may: Vec<FormAct>,
    /// Where it may be sent.
    pub receivers: Vec<(OrganisationCode, String)>,
    /// To whom it went, by name.
    pub recipient: Option<String>,
    /// The road of the household, for who may see it.
    pub road: Option<FormRoad>,
}

/// What a form is to the road of its household.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormRoad {
    /// What people call the open step, when it asks this form.
    pub step: Option<Wording>,
    /// Whether the step can end when the form is sent, and what the road has against it;
    /// `None` where that is not theirs, or the step does not ask it.
    pub ends: Option<Result<(), Refusal>>,
}

/// What is being filled in.
#[derive(Debug, Clone)]
pub struct DraftView {
    /// What stands in the fields.
    pub typed: TypedText,
    /// The counter to save with.
    pub counter: i64,
    /// Who saved it last.
    pub saved_by: String,
    /// When.
    pub saved_at: Timestamp,
}

/// One line of a form's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionLine {
    /// Its number.
    pub number: i64,
    /// What happened.
    pub act: FormAct,
    /// Where the form was afterwards.
    pub status: FormStatus,
    /// What was said with it.
    pub remarks: Option<String>,
    /// Who did it.
    pub actor: String,
    /// When.
    pub at: Timestamp,
}

/// Two versions beside each other, as far as a party may see them.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// Where the form is.
    pub file: FormFileRow,
    /// Its definition.
    pub form: Form,
    /// The older of the two.
    pub from: VersionLine,
    /// The newer.
    pub to: VersionLine,
    /// The versions there are to choose from, newest first.
    pub history: Vec<VersionLine>,
    /// What is not the same.
    pub differences: Vec<Difference>,
}

/// One form, with what its reader may see of it and do to it.
pub async fn view(app: &App, who: &Who, id: Id<FormFile>) -> Result<FormView, ActionError> {
    read(app, who, id, Action::SeeForms).await
}

/// The same, to take along on paper.
pub async fn paper(app: &App, who: &Who, id: Id<FormFile>) -> Result<FormView, ActionError> {
    read(app, who, id, Action::ExportForm).await
}

async fn read(
    app: &App,
    who: &Who,
    id: Id<FormFile>,
    action: Action,
) -> Result<FormView, ActionError> {
    let mut act = app.begin(who, action).await?;
    let programme = act.programme;
    let seen = seen(&mut act, id).await?;
    let form = definition_of(&act, &seen.row)?;
    let party = party(who);
    let versions = rows::versions(&mut act.tx, programme, id).await?;
    let mut may = may(&act, &seen, &form);
    if is_own_work(&mut act, id, &versions).await? {
        may.retain(|it| !matches!(it, FormAct::Approve | FormAct::AskChange));
    }
    let fills = policy::may_for(who, Action::FillForm, seen.sender());
    let draft = if fills && seen.row.status.is_open() { draft(&mut act, id).await? } else { None };
    let handed_over = versions.last().map(answers_of).transpose()?.unwrap_or_default();
    let typed = draft.as_ref().map_or_else(|| typed_of(&handed_over), |it| it.typed.clone());
    let judged = judge(&form, &typed, act.today());
    let answers = if draft.is_some() { &judged.answers } else { &handed_over };
    let answers = seen_by(&form, answers, party);
    // A form that only began has nothing that was handed over.
    let before = (draft.is_some() && versions.len() > 1)
        .then(|| seen_by(&form, &handed_over, party))
        .filter(|it| *it != answers);
    let detail = json!({ "form": form.code.as_str(), "as": party.code() });
    act.log("participant", seen.row.reference.as_str(), &detail).await?;
    let road = road(&mut act, &seen, &form).await?;
    let organisations = access::organisations(&mut act.tx, programme).await?;
    let name_of = |code: &OrganisationCode| {
        organisations.iter().find(|it| it.code == *code).map(|it| it.name.to_string())
    };
    let view = FormView {
        name: name(&mut act, &seen).await?,
        receivers: match form.to {
            Some(kind) if may.contains(&FormAct::Send) => receivers(&mut act, kind).await?,
            _ => Vec::new(),
        },
        recipient: seen.row.recipient.as_ref().and_then(name_of),
        history: history(&seen, &versions),
        faults: if seen.side == Side::Sender { judged.faults } else { Vec::new() },
        completeness: judged.completeness,
        side: seen.side,
        road,
        file: seen.row,
        form,
        party,
        answers,
        draft,
        before,
        may,
    };
    act.commit().await?;
    Ok(view)
}

/// The road the form stands on, as far as the reader may see it.
async fn road(
    act: &mut Act<'_>,
    seen: &Seen,
    form: &Form,
) -> Result<Option<FormRoad>, ActionError> {
    let reference = &seen.row.reference;
    let Some(loaded) = act.case(reference, false).await? else { return Ok(None) };
    let whose = act.whose(&loaded).await?;
    if !policy::may_for(act.who, Action::SeeCase, whose.subject(act.who)) {
        return Ok(None);
    }
    let mut stored = act.beside(reference, loaded.file.state()).await?;
    let asks = |step: &&sleutel_domain::routes::Step| {
        let mut asked = step.forms.iter().filter(|it| it.code == form.code);
        asked.any(|it| {
            let found = loaded.file.form_in(step, it, &stored.beside.forms);
            found.and_then(|at| stored.forms.get(at)).is_some_and(|it| it.id == seen.row.id)
        })
    };
    let Some(step) = loaded.file.state().step().filter(asks) else {
        return Ok(Some(FormRoad { step: None, ends: None }));
    };
    let acts = policy::may_for(act.who, Action::ActOnCase, whose.subject(act.who));
    let sends = seen.row.status.after(FormAct::Send).is_ok() && form.to.is_some();
    let ends = if acts && sends && loaded.file.state().ball() == Some(act.actor(None)?.party) {
        for (file, at) in stored.forms.iter().zip(&mut stored.beside.forms) {
            if file.id == seen.row.id {
                at.status = FormStatus::Sent;
            }
        }
        let done = ended_as_done(step);
        let (actor, days, at) = (act.actor(None)?, act.days(None), act.at);
        let may = loaded.file.may(done.clone(), actor, days, at);
        Some(may.and_then(|_| loaded.file.held_by(&done, &stored.beside, &act.app.forms)))
    } else {
        None
    };
    Ok(Some(FormRoad { step: Some(step.name.clone()), ends }))
}

async fn draft(act: &mut Act<'_>, id: Id<FormFile>) -> Result<Option<DraftView>, ActionError> {
    let programme = act.programme;
    let Some(row) = rows::draft(&mut act.tx, programme, id).await? else { return Ok(None) };
    let typed = typed_from_json(&row.typed)
        .map_err(|error| ActionError::Internal(format!("kept draft: {error}")))?;
    let (counter, saved_by, saved_at) = (row.counter, row.saved_by, row.saved_at);
    Ok(Some(DraftView { typed, counter, saved_by, saved_at }))
}

async fn name(act: &mut Act<'_>, seen: &Seen) -> Result<Option<String>, ActionError> {
    if seen.side == Side::Receiver {
        return Ok(None);
    }
    let programme = act.programme;
    let file = participants::file(&mut act.tx, programme, &seen.row.reference).await?;
    Ok(file.and_then(|it| it.head().map(|head| format!("{} {}", head.given, head.family))))
}

/// The steps somebody may take now. That a colleague has to be another person is found out
/// when they try.
fn may(act: &Act<'_>, seen: &Seen, form: &Form) -> Vec<FormAct> {
    let fits = |step: &FormAct| {
        let action = action_of(*step);
        let subject = if action == Action::TreatForm {
            seen.receiver()
        } else if action == Action::CheckForm {
            seen.colleague()
        } else {
            seen.sender()
        };
        policy::may_for(act.who, action, subject)
            && seen.row.status.after(*step).is_ok()
            && (*step != FormAct::Send || form.to.is_some())
    };
    FormAct::ALL.into_iter().filter(fits).collect()
}

/// What a receiver does not see of the history is what the sender did among themselves.
fn is_between(act: FormAct) -> bool {
    matches!(act, FormAct::Send | FormAct::Receive | FormAct::Return | FormAct::TakeBack)
}

fn history(seen: &Seen, versions: &[FormVersionRow]) -> Vec<VersionLine> {
    versions.iter().rev().filter(|it| shows(seen, it)).map(line).collect()
}

fn shows(seen: &Seen, version: &FormVersionRow) -> bool {
    reads(seen.side, &seen.row, version)
}

/// Whether a version of a form is in its history for somebody on this side.
pub(crate) fn reads(side: Side, file: &FormFileRow, version: &FormVersionRow) -> bool {
    match side {
        Side::Sender => true,
        Side::Receiver => is_between(version.act) && version.recipient == file.recipient,
    }
}

/// A version as a line of a history.
pub(crate) fn line(version: &FormVersionRow) -> VersionLine {
    VersionLine {
        number: version.number,
        act: version.act,
        status: version.status,
        remarks: version.remarks.as_ref().map(ToString::to_string),
        actor: version.actor.clone(),
        at: version.at,
    }
}

/// What changed between two versions of a form; numbers the reader may not see, or that are
/// not there, are not found.
pub async fn compare(
    app: &App,
    who: &Who,
    id: Id<FormFile>,
    from: i64,
    to: i64,
) -> Result<Comparison, ActionError> {
    let mut act = app.begin(who, Action::SeeForms).await?;
    let programme = act.programme;
    let seen = seen(&mut act, id).await?;
    let form = definition_of(&act, &seen.row)?;
    let versions = rows::versions(&mut act.tx, programme, id).await?;
    let find = |number: i64| {
        versions
            .iter()
            .find(|it| it.number == number && shows(&seen, it))
            .ok_or(ActionError::NotFound)
    };
    let (from, to) = (find(from.min(to))?, find(from.max(to))?);
    let party = party(who);
    let before = seen_by(&form, &answers_of(from)?, party);
    let after = seen_by(&form, &answers_of(to)?, party);
    let detail = json!({ "form": form.code.as_str(), "compared": [from.number, to.number] });
    act.log("participant", seen.row.reference.as_str(), &detail).await?;
    act.commit().await?;
    Ok(Comparison {
        from: line(from),
        to: line(to),
        history: history(&seen, &versions),
        differences: differences(&before, &after),
        file: seen.row,
        form,
    })
}

/// The newest version of a form, for its name in lists and filters.
pub fn definition<'a>(app: &'a App, code: &FormCode) -> Option<&'a Form> {
    app.forms.iter().find(|form| form.code == *code)
}
