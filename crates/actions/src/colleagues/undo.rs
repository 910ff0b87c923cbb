use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Zoned, civil::Date};
use serde_json::json;
use sleutel_domain::{
    Id, Phrase, Reference,
    access::{Account, HandOver},
    messages::Message,
};
use sleutel_store::{
    Page, Window, access, agreements,
    colleagues::{self as rows, HandOverRow},
    participants, tasks,
};

use super::hand_over::{put, tell_parties};
use crate::{
    ActionError, App, HandOverHold, Hold, Who,
    act::Act,
    messages::{People, notify},
    policy::{self, Action, Reach, Subject},
};

/// A hand-over can be undone for so many days. Ours, and marked as such in `docs/sources.md`.
pub const UNDO_DAYS: i64 = 7;

/// A hand-over as somebody may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOverView {
    /// What was done.
    pub row: HandOverRow,
    /// What people are called, by the log-in name files carry.
    pub names: BTreeMap<String, String>,
    /// The last day it can be undone.
    pub until: Date,
    /// Whether this person may undo it at all.
    pub may_undo: bool,
    /// What stands in the way of undoing it now.
    pub against: Option<HandOverHold>,
}

/// A page of hand-overs, last first: a coordinator those of the provider, a worker those they
/// gave or got.
pub async fn hand_overs(
    app: &App,
    who: &Who,
    window: Window,
) -> Result<(Page<HandOverRow>, BTreeMap<String, String>), ActionError> {
    let mut act = app.look(who, Action::HandOverFiles).await?;
    let programme = act.programme;
    let own = who.organisation().map(ToString::to_string).unwrap_or_default();
    let worker = match policy::reach_of(who, Action::HandOverFiles) {
        Reach::All | Reach::Own => String::new(),
        Reach::Caseload | Reach::Nothing => {
            who.person().map(|it| it.login.clone()).unwrap_or_default()
        }
    };
    let page = rows::hand_overs(&mut act.tx, programme, &own, &worker, window).await?;
    Ok((page, names(&mut act).await?))
}

pub(crate) async fn names(act: &mut Act<'_>) -> Result<BTreeMap<String, String>, ActionError> {
    let programme = act.programme;
    let accounts = access::accounts(&mut act.tx, programme).await?;
    Ok(accounts.into_iter().map(|it| (it.login, it.name)).collect())
}

/// One hand-over, with the files that are in it.
pub async fn hand_over_view(
    app: &App,
    who: &Who,
    id: Id<HandOver>,
) -> Result<HandOverView, ActionError> {
    let mut act = app.begin(who, Action::HandOverFiles).await?;
    let row = within(&mut act, id).await?;
    let names = names(&mut act).await?;
    let until = last_day(&act, &row);
    let may_undo = may_undo(who, &row);
    let against = if may_undo { against(&mut act, &row).await? } else { None };
    let shown: Vec<&str> = row.files.iter().map(|it| it.reference.as_str()).collect();
    act.log("participants", "", &json!({ "shown": shown })).await?;
    act.commit().await?;
    Ok(HandOverView { row, names, until, may_undo, against })
}

/// A hand-over this person may know of: a coordinator of the provider, or who gave or got files.
async fn within(act: &mut Act<'_>, id: Id<HandOver>) -> Result<HandOverRow, ActionError> {
    let programme = act.programme;
    let row = rows::hand_over(&mut act.tx, programme, id).await?.ok_or(ActionError::NotFound)?;
    let of = |login: &str| {
        let subject = Subject { organisation: Some(&row.organisation), worker: Some(login) };
        policy::may_for(act.who, Action::HandOverFiles, subject)
    };
    if of(&row.from) || row.files.iter().any(|it| of(&it.to)) || act.who.account() == row.account {
        Ok(row)
    } else {
        Err(ActionError::NotFound)
    }
}

/// Whoever did it, and whoever could have done it.
fn may_undo(who: &Who, row: &HandOverRow) -> bool {
    let worker = (!row.from.is_empty()).then_some(row.from.as_str());
    let subject = Subject { organisation: Some(&row.organisation), worker };
    policy::may_for(who, Action::HandOverFiles, subject)
        || (who.account().is_some() && who.account() == row.account)
}

fn last_day(act: &Act<'_>, row: &HandOverRow) -> Date {
    let until = row.at + SignedDuration::from_hours(24 * UNDO_DAYS);
    Zoned::new(until, act.app.zone.clone()).date()
}

/// What of an action changes something of a file; looking at it does not.
const CHANGES: [Action; 10] = [
    Action::AddParticipant,
    Action::ChangeParticipant,
    Action::FillForm,
    Action::CheckForm,
    Action::ChangeAgreement,
    Action::BeginCase,
    Action::ActOnCase,
    Action::ChangeTask,
    Action::InviteGuest,
    Action::HandOverFiles,
];

async fn against(
    act: &mut Act<'_>,
    row: &HandOverRow,
) -> Result<Option<HandOverHold>, ActionError> {
    if row.undone.is_some() {
        return Ok(Some(HandOverHold::Undone));
    }
    let until = last_day(act, row);
    if until < act.today() {
        return Ok(Some(HandOverHold::TooLate { until }));
    }
    let touched = touched(act, row).await?;
    Ok((!touched.is_empty()).then_some(HandOverHold::Touched { files: touched }))
}

/// The files that were changed since, or in which their new worker did something.
async fn touched(act: &mut Act<'_>, row: &HandOverRow) -> Result<Vec<Reference>, ActionError> {
    let programme = act.programme;
    let mut done: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut files = Vec::new();
    for handed in &row.files {
        if !done.contains_key(&handed.to) {
            let did = done_by(act, &handed.to, row).await?;
            done.insert(handed.to.clone(), did);
        }
        let did = done.get(&handed.to);
        let file = participants::file(&mut act.tx, programme, &handed.reference).await?;
        let same = file.is_some_and(|it| {
            it.version == handed.version
                && it.worker.as_ref().map(Phrase::as_str) == Some(handed.to.as_str())
        });
        let mut things = vec![handed.reference.to_string()];
        let found = agreements::of_household(&mut act.tx, programme, &handed.reference).await?;
        things.extend(found.iter().map(|it| it.agreement.id.to_string()));
        if !same || did.is_some_and(|did| things.iter().any(|it| did.contains(it))) {
            files.push(handed.reference.clone());
        }
    }
    Ok(files)
}

/// What a new worker changed since the hand-over; blank for nobody's account.
async fn done_by(
    act: &mut Act<'_>,
    login: &str,
    row: &HandOverRow,
) -> Result<BTreeSet<String>, ActionError> {
    let programme = act.programme;
    // Whoever gave the file away themselves did so as their last act on it.
    let Some(account) = account(act, login).await?.filter(|it| Some(*it) != row.account) else {
        return Ok(BTreeSet::new());
    };
    let did = rows::done_since(&mut act.tx, programme, account, row.at).await?;
    let changes = |it: &rows::Done| CHANGES.iter().any(|action| action.code() == it.action);
    Ok(did.into_iter().filter(changes).map(|it| it.subject).collect())
}

async fn account(act: &mut Act<'_>, login: &str) -> Result<Option<Id<Account>>, ActionError> {
    let found = access::account_by_login(&mut act.tx, login).await?;
    Ok(found.filter(|it| it.programme == act.programme).map(|it| it.id))
}

/// Gives every file of a hand-over its former support worker back, and the tasks that went
/// along. Not once the new worker did something.
pub async fn undo(app: &App, who: &Who, id: Id<HandOver>) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::HandOverFiles).await?;
    let (programme, at) = (act.programme, act.at);
    sleutel_store::audit::take_head(&mut act.tx, programme).await?;
    let row = within(&mut act, id).await?;
    if !may_undo(who, &row) {
        return Err(ActionError::NotFound);
    }
    if let Some(hold) = against(&mut act, &row).await? {
        return Err(Hold::HandOver(hold).into());
    }
    let actor = who.label();
    for handed in &row.files {
        let file = participants::file(&mut act.tx, programme, &handed.reference).await?;
        let mut file = file.ok_or(ActionError::Changed)?;
        file.worker = put(&row.from);
        participants::save_file(&mut act.tx, programme, &file, &actor, at).await?;
        let detail = json!({ "what": "hand-over undone", "hand-over": id.to_string() });
        act.log("participant", handed.reference.as_str(), &detail).await?;
    }
    if !rows::mark_undone(&mut act.tx, id, &actor, at).await? {
        return Err(ActionError::Changed);
    }
    tell_undone(&mut act, &row).await?;
    act.commit().await
}

async fn tell_undone(act: &mut Act<'_>, row: &HandOverRow) -> Result<(), ActionError> {
    let people = People::read(act).await?;
    let link = format!("/colleagues/hand-over/{}", row.id);
    let count = |files: usize| u32::try_from(files).unwrap_or(u32::MAX);
    let logins: BTreeSet<&str> = row.files.iter().map(|it| it.to.as_str()).collect();
    for login in logins {
        let files = row.files.iter().filter(|it| it.to == login).count();
        let message = Message::HandOverUndone { files: count(files) };
        let told = people.worker(&row.organisation, login);
        notify(act, told, &message, &link).await?;
    }
    if let Some(from) = account(act, &row.from).await? {
        tasks::move_tasks_back(&mut act.tx, row.id, from).await?;
        let message = Message::HandOverUndone { files: count(row.files.len()) };
        let told = people.worker(&row.organisation, &row.from);
        notify(act, told, &message, &link).await?;
    }
    for handed in &row.files {
        tell_parties(act, &people, &handed.reference).await?;
    }
    Ok(())
}
