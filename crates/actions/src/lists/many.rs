//! One act on many rows. Each goes through the action it would go through by itself, with its
//! own question to the policy and its own line in the log; one that is refused does not hold the
//! others. What decides about a person is not among them: that is done file by file.

use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use sleutel_domain::{
    Id, Reference,
    cases::Refusal,
    forms::{FormAct, FormFile},
};
use sleutel_store::{
    StoreError,
    lists::{self as rows, ManyLine, ManyRow},
};
use uuid::Uuid;

use super::List;
use crate::{
    ActionError, App, Denied, FieldFault, FormHold, Hold, Who,
    act::{Act, new_uuid},
    cases::{self, ActDraft, Doing},
    forms::{self, Step},
    policy::Action,
};

/// Rows in one act at most.
pub const MOST: u32 = 200;
/// How long an act on many rows can be undone as one, in minutes.
pub const UNDO_MINUTES: i64 = 60;

/// What can be done with many rows at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Many {
    /// Let files rest until a day.
    Pause,
    /// Let files go on.
    Resume,
    /// Send forms that were checked.
    SendForms,
}

impl Many {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Pause, Self::Resume, Self::SendForms];

    /// The word in rows and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::SendForms => "send-forms",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// The list it is done from.
    pub fn list(self) -> List {
        match self {
            Self::Pause | Self::Resume => List::Cases,
            Self::SendForms => List::Forms,
        }
    }

    /// What the policy is asked, for each row again.
    pub fn action(self) -> Action {
        match self {
            Self::Pause | Self::Resume => Action::ActOnCase,
            Self::SendForms => Action::FillForm,
        }
    }
}

/// A row somebody chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The reference of a file, or the identifier of a form.
    pub subject: String,
    /// Whose it is, as the page said.
    pub reference: Reference,
    /// Its counter as the page had it.
    pub mark: i64,
}

/// What somebody wants done with which rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManyDraft {
    /// What.
    pub many: Many,
    /// With which.
    pub chosen: Vec<Chosen>,
    /// Why; a pause has a reason.
    pub reason: String,
    /// Until when files rest.
    pub until: String,
    /// Where forms for the municipality go.
    pub municipality: String,
    /// Where forms for an association go.
    pub association: String,
}

/// Why a row was refused, or could not be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// Something happened to it in the meantime.
    Changed,
    /// It is not there for this person.
    NotThere,
    /// This person may not, or it is another party's.
    NotYours,
    /// The road ended.
    Ended,
    /// The file rests already.
    Resting,
    /// The file does not rest.
    NotResting,
    /// The day lies before what happened last.
    TooEarly,
    /// Later events depend on it.
    LaterDepends,
    /// The form cannot be sent, or taken back, where it is now.
    NotNow,
    /// Answers are missing.
    Incomplete,
    /// No receiver was chosen for a form of this kind, or it goes to nobody.
    NoReceiver,
    /// The road does not allow it.
    Road,
}

impl Why {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Changed,
        Self::NotThere,
        Self::NotYours,
        Self::Ended,
        Self::Resting,
        Self::NotResting,
        Self::TooEarly,
        Self::LaterDepends,
        Self::NotNow,
        Self::Incomplete,
        Self::NoReceiver,
        Self::Road,
    ];

    /// The word in rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::NotThere => "not-there",
            Self::NotYours => "not-yours",
            Self::Ended => "ended",
            Self::Resting => "resting",
            Self::NotResting => "not-resting",
            Self::TooEarly => "too-early",
            Self::LaterDepends => "later-depends",
            Self::NotNow => "not-now",
            Self::Incomplete => "incomplete",
            Self::NoReceiver => "no-receiver",
            Self::Road => "road",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// A refusal of one row; what went wrong for all of them comes back.
    fn of(error: ActionError) -> Result<Self, ActionError> {
        match error {
            ActionError::Changed | ActionError::Store(StoreError::Changed { .. }) => {
                Ok(Self::Changed)
            }
            ActionError::NotFound => Ok(Self::NotThere),
            ActionError::Denied(_) => Ok(Self::NotYours),
            ActionError::Fields(_) => Ok(Self::NoReceiver),
            ActionError::Hold(Hold::Road(refusal)) => Ok(Self::of_road(&refusal)),
            ActionError::Hold(Hold::Form(FormHold::NotNow(_))) => Ok(Self::NotNow),
            ActionError::Hold(Hold::Form(FormHold::Incomplete { .. })) => Ok(Self::Incomplete),
            ActionError::Hold(Hold::Form(FormHold::GoesNowhere)) => Ok(Self::NoReceiver),
            other @ (ActionError::Hold(_)
            | ActionError::Unsound(_)
            | ActionError::Store(_)
            | ActionError::Internal(_)) => Err(other),
        }
    }

    fn of_road(refusal: &Refusal) -> Self {
        let is = |found: bool, why: Self| found.then_some(why);
        is(matches!(refusal, Refusal::AlreadyEnded), Self::Ended)
            .or(is(matches!(refusal, Refusal::Paused { .. }), Self::Resting))
            .or(is(matches!(refusal, Refusal::NotPaused), Self::NotResting))
            .or(is(
                matches!(refusal, Refusal::UntilBefore { .. } | Refusal::TooEarlyOnRoad { .. }),
                Self::TooEarly,
            ))
            .or(is(matches!(refusal, Refusal::LaterDependsOnIt { .. }), Self::LaterDepends))
            .or(is(
                matches!(refusal, Refusal::NotThisParty { .. } | Refusal::CannotActFor { .. }),
                Self::NotYours,
            ))
            .unwrap_or(Self::Road)
    }
}

/// What became of an act on many rows.
#[derive(Debug, Clone)]
pub struct ManyView {
    /// What it was.
    pub many: Many,
    /// The act.
    pub row: ManyRow,
    /// Each row.
    pub lines: Vec<ManyLine>,
    /// Until when it can be undone.
    pub until: Timestamp,
    /// Whether it still can.
    pub may_undo: bool,
}

fn account(who: &Who, action: Action) -> Result<Id<sleutel_domain::access::Account>, ActionError> {
    Ok(who.account().ok_or(Denied { action, logged_in: *who != Who::Nobody })?)
}

/// Does it with each row. Gives where the outcome can be read.
pub async fn do_many(app: &App, who: &Who, draft: &ManyDraft) -> Result<Uuid, ActionError> {
    let action = draft.many.action();
    let mut act = app.begin(who, action).await?;
    let found = u64::try_from(draft.chosen.len()).unwrap_or(u64::MAX);
    if draft.chosen.is_empty() {
        return Err(ActionError::field("row", FieldFault::Required));
    }
    if found > u64::from(MOST) {
        return Err(Hold::TooManyRows { found, most: MOST }.into());
    }
    if let Some(doing) = doing(draft.many) {
        act_draft(draft).check(doing)?;
    }
    let kind = draft.many.code().to_owned();
    let row = ManyRow {
        id: new_uuid(),
        account: account(who, action)?,
        kind,
        at: act.at,
        undone_at: None,
    };
    let programme = act.programme;
    rows::add_many(&mut act.tx, programme, &row).await?;
    let detail = json!({ "many": draft.many.code(), "rows": found });
    act.log("many", &row.id.to_string(), &detail).await?;
    act.commit().await?;
    for (number, chosen) in (1_u32..).zip(&draft.chosen) {
        let mut line = ManyLine {
            number,
            subject: chosen.subject.clone(),
            reference: chosen.reference.clone(),
            mark: None,
            refused: None,
            undone: false,
            kept: None,
        };
        let mut act = app.begin(who, action).await?;
        match one(&mut act, who, draft, chosen).await {
            Ok(mark) => line.mark = Some(mark),
            Err(error) => {
                line.refused = Some(Why::of(error)?.code().to_owned());
                drop(act);
                act = app.begin(who, action).await?;
            }
        }
        rows::add_line(&mut act.tx, programme, row.id, &line).await?;
        act.commit().await?;
    }
    Ok(row.id)
}

fn doing(many: Many) -> Option<Doing> {
    match many {
        Many::Pause => Some(Doing::Pause),
        Many::Resume => Some(Doing::Resume),
        Many::SendForms => None,
    }
}

fn act_draft(draft: &ManyDraft) -> ActDraft {
    let (reason, until) = (draft.reason.clone(), draft.until.clone());
    ActDraft { reason, until, ..ActDraft::default() }
}

/// Does it with one row and gives the counter it has afterwards.
async fn one(
    act: &mut Act<'_>,
    who: &Who,
    draft: &ManyDraft,
    chosen: &Chosen,
) -> Result<i64, ActionError> {
    match doing(draft.many) {
        Some(doing) => {
            let changes = u32::try_from(chosen.mark).map_err(|_| ActionError::Changed)?;
            let reference = &chosen.reference;
            let done = cases::act_in(act, reference, doing, &act_draft(draft), changes).await?;
            Ok(i64::from(done))
        }
        None => {
            let id = form(&chosen.subject)?;
            let recipient = match forms::goes_to(act, id).await? {
                Some(sleutel_domain::access::OrganisationKind::Association) => &draft.association,
                Some(_) | None => &draft.municipality,
            };
            let (recipient, version) = (recipient.clone(), chosen.mark);
            let remarks = draft.reason.clone();
            let step = Step { act: FormAct::Send, version, remarks, recipient, ends_step: false };
            forms::step_in(act, who, id, &step).await.map(|(_, version)| version)
        }
    }
}

fn form(subject: &str) -> Result<Id<FormFile>, ActionError> {
    subject.parse().map(Id::new).map_err(|_| ActionError::NotFound)
}

fn until(row: &ManyRow) -> Timestamp {
    row.at.checked_add(SignedDuration::from_mins(UNDO_MINUTES)).unwrap_or(row.at)
}

async fn found(act: &mut Act<'_>, id: Uuid) -> Result<ManyRow, ActionError> {
    let (programme, account) = (act.programme, account(act.who, Action::KeepViews)?);
    rows::many_of(&mut act.tx, programme, account, id).await?.ok_or(ActionError::NotFound)
}

/// What became of each row. Only whoever did it can read it.
pub async fn many(app: &App, who: &Who, id: Uuid) -> Result<ManyView, ActionError> {
    let mut act = app.begin(who, Action::KeepViews).await?;
    let row = found(&mut act, id).await?;
    let many = Many::from_code(&row.kind).ok_or(ActionError::NotFound)?;
    let programme = act.programme;
    let lines = rows::lines_of(&mut act.tx, programme, id).await?;
    let shown: Vec<&str> = lines.iter().map(|it| it.reference.as_str()).collect();
    act.log("many", &id.to_string(), &json!({ "shown": shown })).await?;
    let until = until(&row);
    let some = lines.iter().any(|it| it.mark.is_some());
    let may_undo = some && row.undone_at.is_none() && act.at <= until;
    act.commit().await?;
    Ok(ManyView { many, row, lines, until, may_undo })
}

/// What somebody did to many rows of a list lately and can still undo, the newest first.
pub async fn recent(app: &App, who: &Who, list: List) -> Result<Vec<ManyRow>, ActionError> {
    let Some(account) = who.account() else { return Ok(Vec::new()) };
    let mut act = app.look(who, list.action()).await?;
    let (programme, at) = (act.programme, act.at);
    let since = at.checked_sub(SignedDuration::from_mins(UNDO_MINUTES)).unwrap_or(at);
    let all = rows::recent_many(&mut act.tx, programme, account, since).await?;
    let of_list = |it: &ManyRow| Many::from_code(&it.kind).is_some_and(|it| it.list() == list);
    Ok(all.into_iter().filter(of_list).collect())
}

/// Undoes it as one act: what was paused or went on is struck out, what was sent is taken back,
/// with these words as the reason. A row to which something happened since stays as it is.
pub async fn undo(app: &App, who: &Who, id: Uuid, words: &str) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::KeepViews).await?;
    let row = found(&mut act, id).await?;
    let many = Many::from_code(&row.kind).ok_or(ActionError::NotFound)?;
    if act.at > until(&row) {
        return Err(Hold::TooLateToUndo { minutes: UNDO_MINUTES }.into());
    }
    let (programme, at) = (act.programme, act.at);
    super::told(rows::close_many(&mut act.tx, programme, id, at).await)?;
    let lines = rows::lines_of(&mut act.tx, programme, id).await?;
    act.log("many", &id.to_string(), &json!({ "undone": many.code() })).await?;
    act.commit().await?;
    for line in lines {
        let Some(mark) = line.mark else { continue };
        let mut act = app.begin(who, many.action()).await?;
        let mut kept = None;
        if let Err(error) = back(&mut act, who, many, &line, mark, words).await {
            kept = Some(Why::of(error)?.code());
            drop(act);
            act = app.begin(who, many.action()).await?;
        }
        rows::settle_line(&mut act.tx, programme, id, line.number, kept).await?;
        act.commit().await?;
    }
    Ok(())
}

async fn back(
    act: &mut Act<'_>,
    who: &Who,
    many: Many,
    line: &ManyLine,
    mark: i64,
    words: &str,
) -> Result<(), ActionError> {
    let reason = words.to_owned();
    match many {
        Many::Pause | Many::Resume => {
            let changes = u32::try_from(mark).map_err(|_| ActionError::Changed)?;
            let draft = ActDraft { event: mark.to_string(), reason, ..ActDraft::default() };
            let strike = Doing::StrikeOut;
            cases::act_in(act, &line.reference, strike, &draft, changes).await.map(|_| ())
        }
        Many::SendForms => {
            let (version, recipient) = (mark, String::new());
            let step = Step {
                act: FormAct::TakeBack,
                version,
                remarks: reason,
                recipient,
                ends_step: false,
            };
            forms::step_in(act, who, form(&line.subject)?, &step).await.map(|_| ())
        }
    }
}
