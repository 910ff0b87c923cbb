use jiff::{Timestamp, civil::Date};
use serde_json::json;
use sleutel_domain::{
    Answer, FormCode, Id, Phrase, Reference,
    access::Programme,
    forms::{
        Answers, Completeness, FileFacts, FormAct, FormFile, FormStatus, MemberFacts, NotNow,
        prefill,
    },
    participants::Member,
};
use sleutel_exchange::forms::{TypedText, answers_to_json, typed_to_json};
use sleutel_store::{
    Tx, access,
    forms::{self as rows, DraftRow, FormFileRow, FormVersionRow},
    groups,
    participants::ParticipantFile,
};

use super::{definition_of, judge, seen, typed_of};
use crate::{
    ActionError, App, FieldError, FieldFault, FormHold, Hold, Who,
    act::{Act, new_uuid},
    participants::{not_set_aside, open_file, subject},
    policy::Action,
};

/// More characters than any answer may have are not kept.
const MOST_TYPED: usize = 20_000;

/// A form that was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Started {
    /// Its identifier.
    pub id: Id<FormFile>,
}

/// A draft that was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The counter to save with next time.
    pub counter: i64,
    /// When.
    pub at: Timestamp,
    /// What was kept, without blank rows.
    pub typed: TypedText,
    /// Everything that is wrong so far, by field.
    pub faults: Vec<FieldError>,
    /// How much is filled in.
    pub completeness: Completeness,
}

/// Begins a form for a household, with what the file knows filled in. Where the household
/// stands at a step that asks the form in a version, that version is begun.
pub async fn start(
    app: &App,
    who: &Who,
    reference: &Reference,
    code: &FormCode,
) -> Result<Started, ActionError> {
    let mut act = app.begin(who, Action::FillForm).await?;
    let programme = act.programme;
    let file = open_file(&mut act, reference).await?;
    act.require(Action::FillForm, subject(&file))?;
    let pinned = asked_version(&mut act, reference, code).await?;
    let pinned = pinned.and_then(|version| app.forms.version(code, version));
    let Some(form) = pinned.or_else(|| app.forms.valid(code, act.today())) else {
        return Err(Hold::Form(FormHold::NotToday).into());
    };
    let before = rows::files_of(&mut act.tx, programme, reference).await?;
    let is_under_way = |it: &&FormFileRow| {
        it.form == *code && (it.status.is_open() || !it.status.is_with_receiver())
    };
    if before.iter().find(is_under_way).is_some_and(|it| it.status != FormStatus::TakenBack) {
        return Err(Hold::Form(FormHold::UnderWay).into());
    }
    let today = act.today();
    let facts = facts(&mut act.tx, programme, &file, today).await?;
    let answers = prefill(form, &facts);
    let id = Id::new(new_uuid());
    let row = FormFileRow {
        id,
        reference: reference.clone(),
        form: form.code.clone(),
        form_version: form.version,
        status: FormStatus::Draft,
        recipient: None,
        started_by: who.label(),
        started_at: act.at,
        changed_at: act.at,
        version: 1,
    };
    rows::add_file(&mut act.tx, programme, &row).await?;
    let draft = draft_row(who, act.at, 1, &typed_of(&answers));
    rows::add_draft(&mut act.tx, programme, id, &draft).await?;
    let version = first_version(who, act.at, &row, &answers);
    rows::add_version(&mut act.tx, programme, id, &version).await?;
    let detail = json!({ "form": form.code.as_str(), "version": form.version, "step": "start" });
    act.log("participant", reference.as_str(), &detail).await?;
    act.commit().await?;
    Ok(Started { id })
}

/// The version in which the open step of a household's road asks a form.
async fn asked_version(
    act: &mut Act<'_>,
    reference: &Reference,
    code: &FormCode,
) -> Result<Option<u16>, ActionError> {
    let Some(loaded) = act.case(reference, false).await? else { return Ok(None) };
    let forms = loaded.file.state().step().map(|it| it.forms.as_slice()).unwrap_or_default();
    Ok(forms.iter().find(|it| it.code == *code).and_then(|it| it.version))
}

fn first_version(who: &Who, at: Timestamp, row: &FormFileRow, answers: &Answers) -> FormVersionRow {
    FormVersionRow {
        number: 1,
        act: FormAct::Start,
        status: FormStatus::Draft,
        remarks: None,
        recipient: None,
        actor: who.label(),
        account: who.account(),
        at,
        answers: answers_to_json(&row.form, row.form_version, answers),
    }
}

fn draft_row(who: &Who, at: Timestamp, counter: i64, typed: &TypedText) -> DraftRow {
    DraftRow {
        typed: typed_to_json(typed),
        saved_by: who.label(),
        account: who.account(),
        saved_at: at,
        counter,
    }
}

/// What the file knows that a form may begin with.
async fn facts(
    tx: &mut Tx,
    programme: Id<Programme>,
    file: &ParticipantFile,
    today: Date,
) -> Result<FileFacts, ActionError> {
    let groups = groups::groups_on(tx, programme, today).await?;
    let group = groups.into_iter().find(|it| it.code == file.group).map(|it| it.name_nl);
    let organisations = access::organisations(tx, programme).await?;
    let provider = organisations.into_iter().find(|it| it.code == file.provider);
    let head = file.head();
    Ok(FileFacts {
        name: head.and_then(whole_name).into(),
        born: head.and_then(|it| it.born).into(),
        group: group.into(),
        provider: provider.map(|it| it.name).into(),
        reference: Phrase::new(file.reference.as_str()).ok().into(),
        // The file does not hold it; somebody has to fill it in.
        registration: Answer::Unknown,
        members: file.members.iter().skip(1).map(member_facts).collect(),
    })
}

fn member_facts(member: &Member) -> MemberFacts {
    MemberFacts {
        role: member.role,
        name: whole_name(member).into(),
        born: member.born.into(),
        moves_along: member.moves_along,
    }
}

fn whole_name(member: &Member) -> Option<Phrase> {
    Phrase::new(&format!("{} {}", member.given, member.family)).ok()
}

/// Saves what stands in the fields, whatever it is worth. `counter` is that of the draft the
/// page was made from: when somebody else saved in between, [`ActionError::Changed`], and
/// nothing is overwritten.
pub async fn save_draft(
    app: &App,
    who: &Who,
    id: Id<FormFile>,
    counter: i64,
    typed: &TypedText,
) -> Result<Saved, ActionError> {
    let mut act = app.begin(who, Action::FillForm).await?;
    let programme = act.programme;
    let seen = seen(&mut act, id).await?;
    act.require(Action::FillForm, seen.sender())?;
    not_set_aside(&mut act, &seen.row.reference).await?;
    let status = seen.row.status;
    if !status.is_open() {
        let not_now = NotNow { act: FormAct::AskCheck, status };
        return Err(Hold::Form(FormHold::NotNow(not_now)).into());
    }
    too_long(typed)?;
    let form = definition_of(&act, &seen.row)?;
    let judged = judge(&form, typed, act.today());
    let draft = draft_row(who, act.at, counter, &judged.typed);
    rows::save_draft(&mut act.tx, programme, id, &draft).await?;
    let detail = json!({ "form": form.code.as_str(), "step": "save" });
    act.log("participant", seen.row.reference.as_str(), &detail).await?;
    let at = act.at;
    act.commit().await?;
    Ok(Saved {
        counter: counter + 1,
        at,
        typed: judged.typed,
        faults: judged.faults,
        completeness: judged.completeness,
    })
}

fn too_long(typed: &TypedText) -> Result<(), ActionError> {
    let most = MOST_TYPED;
    for (field, texts) in typed {
        let length = texts.iter().map(|text| text.chars().count()).sum::<usize>();
        if length > most {
            return Err(ActionError::field(field, FieldFault::TooLong { length, most }));
        }
    }
    Ok(())
}
