use serde_json::json;
use sleutel_domain::{LongText, Phrase, Reference};
use sleutel_store::flow::{self as rows, FlowFilter, PilotCaseRow, PilotLogRow, PilotRow};
use uuid::Uuid;

use super::{PilotView, one};
use crate::{
    ActionError, App, FieldFault, Who,
    act::{Act, new_uuid},
    fields::Fields,
    policy::{Action, Subject},
};

/// Files in one pilot at most: it is followed case by case.
const MOST: usize = 100;

/// What somebody typed to begin a pilot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PilotDraft {
    /// What it is called.
    pub name: String,
    /// What it is to find out.
    pub aim: String,
    /// The day it begins.
    pub began: String,
    /// References, with spaces, commas or lines between them.
    pub references: String,
}

/// What somebody typed about a pilot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NoteDraft {
    /// What there is to say.
    pub note: String,
    /// How many changes it had when the page was made.
    pub was: String,
}

/// Begins a pilot with some files, and gives its identifier.
pub async fn create_pilot(app: &App, who: &Who, draft: &PilotDraft) -> Result<Uuid, ActionError> {
    let mut act = begin(app, who).await?;
    let today = act.today();
    let mut fields = Fields::default();
    let name = fields.text("name", &draft.name, Phrase::new);
    let aim = fields.text("aim", &draft.aim, LongText::new);
    let began = fields.date("began", &draft.began);
    if began.is_some_and(|it| it > today) {
        fields.bad("began", FieldFault::InFuture);
    }
    let references = known(&mut act, &mut fields, &draft.references).await?;
    let whole = name.zip(aim).zip(began.zip(references));
    let ((name, aim), (began, references)) = fields.done(whole)?;
    let (id, actor, at) = (new_uuid(), who.label(), act.at);
    let row = PilotRow { id, name, aim, began, actor, at, closed_on: None, changes: 0 };
    rows::add_pilot(&mut act.tx, act.programme, &row).await?;
    for reference in references.iter().cloned() {
        let case = PilotCaseRow { reference, added_on: today, removed_on: None };
        rows::put_pilot_case(&mut act.tx, act.programme, id, &case).await?;
    }
    let detail = json!({ "did": "began", "files": references.len() });
    settle(act, (id, 0, None), ("began", None, None), &detail).await?;
    Ok(id)
}

/// Puts more files into a pilot; one that was taken out can be put back.
pub async fn put_in_pilot(
    app: &App,
    who: &Who,
    id: Uuid,
    references: &str,
    was: &str,
) -> Result<(), ActionError> {
    let (mut act, view) = open(app, who, id, was).await?;
    let today = act.today();
    let mut fields = Fields::default();
    let found = known(&mut act, &mut fields, references).await?;
    if references.trim().is_empty() {
        fields.bad("references", FieldFault::Required);
    }
    let already = |it: &Reference| view.cases.iter().any(|case| case.row.reference == *it);
    if found.as_ref().is_some_and(|found| found.iter().any(already)) {
        fields.bad("references", FieldFault::Taken);
    }
    let found = fields.done(found)?;
    if view.cases.len() + found.len() > MOST {
        return Err(ActionError::field("references", FieldFault::TooManyRows { most: 100 }));
    }
    for reference in found.iter().cloned() {
        let case = PilotCaseRow { reference, added_on: today, removed_on: None };
        rows::put_pilot_case(&mut act.tx, act.programme, id, &case).await?;
    }
    let names: Vec<&str> = found.iter().map(Reference::as_str).collect();
    let detail = json!({ "did": "added", "references": names });
    let about = if let [one] = &found[..] { Some(one.clone()) } else { None };
    settle(act, (id, view.row.changes, None), ("added", about, None), &detail).await
}

/// Takes a file out of a pilot, with a reason. It can be put back.
pub async fn take_out_of_pilot(
    app: &App,
    who: &Who,
    id: Uuid,
    reference: &Reference,
    draft: &NoteDraft,
) -> Result<(), ActionError> {
    let (mut act, view) = open(app, who, id, &draft.was).await?;
    let case = view.cases.iter().find(|it| it.row.reference == *reference);
    let case = case.ok_or(ActionError::NotFound)?;
    let note = note_of(draft)?;
    let row = PilotCaseRow { removed_on: Some(act.today()), ..case.row.clone() };
    rows::put_pilot_case(&mut act.tx, act.programme, id, &row).await?;
    let detail = json!({ "did": "taken-out", "references": [reference.as_str()] });
    let about = ("taken-out", Some(reference.clone()), Some(note));
    settle(act, (id, view.row.changes, None), about, &detail).await
}

/// Writes down how a pilot goes, beside how its files stand.
pub async fn note_pilot(
    app: &App,
    who: &Who,
    id: Uuid,
    draft: &NoteDraft,
) -> Result<(), ActionError> {
    let (act, view) = open(app, who, id, &draft.was).await?;
    let note = note_of(draft)?;
    let about = ("noted", None, Some(note));
    settle(act, (id, view.row.changes, None), about, &json!({ "did": "noted" })).await
}

/// Closes a pilot, with what came of it. Its page stays.
pub async fn close_pilot(
    app: &App,
    who: &Who,
    id: Uuid,
    draft: &NoteDraft,
) -> Result<(), ActionError> {
    let (act, view) = open(app, who, id, &draft.was).await?;
    let note = note_of(draft)?;
    let closed = Some(act.today());
    let about = ("closed", None, Some(note));
    settle(act, (id, view.row.changes, closed), about, &json!({ "did": "closed" })).await
}

/// Opens a pilot again that was closed.
pub async fn reopen_pilot(app: &App, who: &Who, id: Uuid, was: &str) -> Result<(), ActionError> {
    let mut act = begin(app, who).await?;
    let view = one(&mut act, id).await?;
    if view.row.closed_on.is_none() || was.trim() != view.row.changes.to_string() {
        return Err(ActionError::Changed);
    }
    let about = ("reopened", None, None);
    settle(act, (id, view.row.changes, None), about, &json!({ "did": "reopened" })).await
}

async fn begin<'a>(app: &'a App, who: &'a Who) -> Result<Act<'a>, ActionError> {
    let act = app.begin(who, Action::ChangePilot).await?;
    act.require(Action::ChangePilot, Subject::default())?;
    Ok(act)
}

/// A pilot that is under way and has not changed since the page was made.
async fn open<'a>(
    app: &'a App,
    who: &'a Who,
    id: Uuid,
    was: &str,
) -> Result<(Act<'a>, PilotView), ActionError> {
    let mut act = begin(app, who).await?;
    let view = one(&mut act, id).await?;
    if view.row.closed_on.is_some() || was.trim() != view.row.changes.to_string() {
        return Err(ActionError::Changed);
    }
    Ok((act, view))
}

fn note_of(draft: &NoteDraft) -> Result<LongText, ActionError> {
    let mut fields = Fields::default();
    let note = fields.text("note", &draft.note, LongText::new);
    fields.done(note)
}

/// The households that somebody typed, each once. One that is not there is a fault of the field.
async fn known(
    act: &mut Act<'_>,
    fields: &mut Fields,
    typed: &str,
) -> Result<Option<Vec<Reference>>, ActionError> {
    let parts = typed.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
    let mut wanted: Vec<String> = parts.filter(|it| !it.is_empty()).map(str::to_owned).collect();
    wanted.sort();
    wanted.dedup();
    if wanted.len() > MOST {
        fields.bad("references", FieldFault::TooManyRows { most: 100 });
        return Ok(None);
    }
    let found = rows::stands(&mut act.tx, act.programme, &FlowFilter::default(), &wanted).await?;
    if found.len() < wanted.len() {
        fields.bad("references", FieldFault::Unknown);
        return Ok(None);
    }
    Ok(Some(found.into_iter().map(|it| it.reference).collect()))
}

/// Counts the change, writes it in the pilot's log with how the files stand now, and in the log.
async fn settle(
    mut act: Act<'_>,
    (id, before, closed_on): (Uuid, u32, Option<jiff::civil::Date>),
    (kind, reference, note): (&str, Option<Reference>, Option<LongText>),
    detail: &serde_json::Value,
) -> Result<(), ActionError> {
    rows::change_pilot(&mut act.tx, act.programme, id, closed_on, before).await?;
    let stood = one(&mut act, id).await?.stood.code();
    let row = PilotLogRow {
        number: before.saturating_add(1),
        at: act.at,
        actor: act.who.label(),
        kind: kind.to_owned(),
        reference,
        note,
        stood,
    };
    rows::add_pilot_log(&mut act.tx, act.programme, id, &row).await?;
    act.log("pilot", &id.to_string(), detail).await?;
    act.commit().await
}
