use std::collections::BTreeMap;

use jiff::{Span, civil::Date};
use serde_json::json;
use sha2::{Digest, Sha256};
use sleutel_domain::{
    Id, OrganisationCode, Phrase, Reference,
    access::{Account, GuestState, HandOver, Role},
    messages::Message,
};
use sleutel_store::{
    access::{self, AccountRow},
    cases,
    colleagues::{self as rows, Carried, HandOverRow, HandedRow},
    participants, tasks,
};

use crate::{
    ActionError, App, FieldFault, HandOverHold, Hold, Who,
    act::{Act, new_uuid},
    fields::{Fields, text_fault},
    messages::{People, link_to_file, link_to_road, notify},
    policy::{self, Action, Reach, Subject},
};

/// A hand-over can say it holds since at most so many days.
const BACK_DAYS: i32 = 31;

/// A support worker, or a log-in name that files carry, in the forms of a hand-over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkerLine {
    /// What stands for them in addresses and forms: no name and no log-in name.
    pub key: String,
    /// The log-in name; blank for files that carry none.
    pub login: String,
    /// Their name; the log-in name when there is no such account, blank for files that carry none.
    pub name: String,
    /// Their account, when there is one.
    pub account: Option<Id<Account>>,
    /// Whether files can go to them: they can log in as a support worker.
    pub active: bool,
    /// How many files carry their name now.
    pub files: u32,
}

/// What a new worker would get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receiver {
    /// Who.
    pub worker: WorkerLine,
    /// How many files.
    pub gets: u32,
    /// How many of those have a term that is over or runs out within a week.
    pub pressing: u32,
    /// Forms under way in them.
    pub forms: u32,
    /// Agreements not signed or not begun.
    pub agreements: u32,
    /// Tasks that are open.
    pub tasks: u32,
}

/// A hand-over before it is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// Whose files.
    pub from: WorkerLine,
    /// The files with what is open in them, by name, and the key of who would get each.
    pub files: Vec<(Carried, String)>,
    /// What each would get.
    pub to: Vec<Receiver>,
    /// Everybody files can go to.
    pub choices: Vec<WorkerLine>,
    /// The day it is.
    pub today: Date,
}

/// One file of a hand-over, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileDraft {
    /// Whose.
    pub reference: String,
    /// The key of who gets it.
    pub to: String,
    /// What is said about this one.
    pub note: String,
    /// The version of the file that was looked at.
    pub version: i64,
}

/// A hand-over, as typed: only the files that were chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HandOverDraft {
    /// The key of who has them.
    pub from: String,
    /// The day it holds from; blank is today.
    pub on: String,
    /// What is said about all of them.
    pub note: String,
    /// The files.
    pub files: Vec<FileDraft>,
}

/// What stands for a log-in name in an address.
pub(crate) fn key_of(login: &str) -> String {
    if login.is_empty() {
        return "none".to_owned();
    }
    let mut key = crate::access::hex(&Sha256::digest(login.as_bytes()));
    key.truncate(16);
    key
}

/// Everybody whose files this person may hand over or who can get them: own colleagues with
/// the support worker's role, and log-in names that files carry without an account. By name.
pub async fn workers(app: &App, who: &Who) -> Result<Vec<WorkerLine>, ActionError> {
    let mut act = app.look(who, Action::HandOverFiles).await?;
    lines(&mut act).await
}

async fn lines(act: &mut Act<'_>) -> Result<Vec<WorkerLine>, ActionError> {
    let programme = act.programme;
    let own = act.who.organisation().cloned().ok_or(ActionError::NotFound)?;
    let carried = rows::workers_with_files(&mut act.tx, programme, own.as_str()).await?;
    let accounts = access::accounts(&mut act.tx, programme).await?;
    let of = |it: &AccountRow| it.organisation.code == own;
    let mut lines: BTreeMap<String, WorkerLine> = BTreeMap::new();
    for it in accounts.iter().filter(|it| of(it) && it.role == Role::SupportWorker) {
        lines.insert(it.login.clone(), line(&it.login, Some(it), 0));
    }
    for (login, files) in carried {
        let account = accounts.iter().find(|it| of(it) && it.login == login);
        lines.insert(login.clone(), line(&login, account, files));
    }
    let mut lines: Vec<WorkerLine> = lines.into_values().collect();
    // A worker hands over their own files and those of whoever they stand in for.
    if policy::reach_of(act.who, Action::HandOverFiles) == Reach::Caseload {
        let logins = act.who.logins();
        lines.retain(|it| it.active || logins.contains(&it.login));
    }
    lines.retain(|it| it.active || it.files > 0);
    lines.sort_by_key(|it| (it.login.is_empty(), sleutel_store::fold(&it.name)));
    Ok(lines)
}

fn line(login: &str, account: Option<&AccountRow>, files: u32) -> WorkerLine {
    WorkerLine {
        key: key_of(login),
        login: login.to_owned(),
        name: account.map_or_else(|| login.to_owned(), |it| it.name.clone()),
        account: account.map(|it| it.id),
        active: account.is_some_and(|it| it.active && it.role == Role::SupportWorker),
        files,
    }
}

fn may_give(who: &Who, own: &OrganisationCode, login: &str) -> bool {
    let worker = (!login.is_empty()).then_some(login);
    policy::may_for(who, Action::HandOverFiles, Subject { organisation: Some(own), worker })
}

/// Which files somebody has, what is open in them, and what each of the new workers would get.
/// Files are dealt out so that caseloads come out even; every one can be changed. `only` names
/// one file.
pub async fn preview(
    app: &App,
    who: &Who,
    from: &str,
    to: &[String],
    only: Option<&Reference>,
) -> Result<Preview, ActionError> {
    let mut act = app.begin(who, Action::HandOverFiles).await?;
    let (programme, today) = (act.programme, act.today());
    let own = who.organisation().cloned().ok_or(ActionError::NotFound)?;
    let lines = lines(&mut act).await?;
    let found = lines.iter().find(|it| it.key == from && may_give(who, &own, &it.login));
    let from = found.cloned().ok_or(ActionError::NotFound)?;
    let mut files = rows::carried(&mut act.tx, programme, own.as_str(), &from.login).await?;
    files.retain(|it| only.is_none_or(|only| it.reference == *only));
    let choices: Vec<WorkerLine> =
        lines.into_iter().filter(|it| it.active && it.login != from.login).collect();
    let chosen: Vec<&WorkerLine> = choices.iter().filter(|it| to.contains(&it.key)).collect();
    let files = deal(files, &chosen);
    let to = chosen.iter().map(|it| receiver(it, &files, today)).collect();
    let shown: Vec<&str> = files.iter().map(|(it, _)| it.reference.as_str()).collect();
    act.stands_in_for(Some(&from.login));
    act.log("participants", "", &json!({ "shown": shown, "for": "hand-over" })).await?;
    act.commit().await?;
    Ok(Preview { from, files, to, choices, today })
}

fn deal(files: Vec<Carried>, chosen: &[&WorkerLine]) -> Vec<(Carried, String)> {
    let mut loads: Vec<(u32, &str)> = chosen.iter().map(|it| (it.files, it.key.as_str())).collect();
    let mut dealt = Vec::with_capacity(files.len());
    for file in files {
        let least = loads.iter_mut().min_by_key(|it| it.0);
        let key = least.map(|it| {
            it.0 = it.0.saturating_add(1);
            it.1.to_owned()
        });
        dealt.push((file, key.unwrap_or_default()));
    }
    dealt
}

fn receiver(worker: &WorkerLine, files: &[(Carried, String)], today: Date) -> Receiver {
    let week = today.saturating_add(Span::new().days(7));
    let theirs = || files.iter().filter(|it| it.1 == worker.key).map(|it| &it.0);
    let sum = |count: fn(&Carried) -> u32| theirs().map(count).sum();
    let count = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
    Receiver {
        worker: worker.clone(),
        gets: count(theirs().count()),
        pressing: count(theirs().filter(|it| it.next_due.is_some_and(|due| due <= week)).count()),
        forms: sum(|it| it.forms),
        agreements: sum(|it| it.agreements),
        tasks: sum(|it| it.tasks),
    }
}

/// A hand-over as read from what was typed.
struct Wanted {
    from: WorkerLine,
    on: Date,
    note: Option<Phrase>,
    files: Vec<(Reference, WorkerLine, Option<Phrase>, i64)>,
}

fn read(
    act: &Act<'_>,
    own: &OrganisationCode,
    lines: &[WorkerLine],
    draft: &HandOverDraft,
) -> Result<Wanted, ActionError> {
    let from = lines.iter().find(|it| it.key == draft.from && may_give(act.who, own, &it.login));
    let from = from.cloned().ok_or(ActionError::NotFound)?;
    let today = act.today();
    let mut fields = Fields::default();
    let on = if draft.on.trim().is_empty() { Some(today) } else { fields.date("on", &draft.on) };
    let least = today.saturating_sub(Span::new().days(BACK_DAYS));
    if on.is_some_and(|on| on < least || today < on) {
        fields.bad("on", FieldFault::DateRange { least: Some(least), most: Some(today) });
    }
    let note = fields.phrase("note", &draft.note);
    let person = act.who.person();
    let stands_in = person.is_some_and(|it| it.stands_in_for(&from.login).is_some());
    let own_login = person.map(|it| it.login.as_str());
    let mut files = Vec::new();
    for (at, file) in draft.files.iter().enumerate() {
        let field = |name: &str| format!("file-{}-{name}", at + 1);
        let to = lines.iter().find(|it| it.key == file.to && it.active && it.login != from.login);
        // Standing in ends; who stands in does not keep what they gave themselves.
        let to = to.filter(|it| !(stands_in && Some(it.login.as_str()) == own_login));
        let note = Phrase::optional(&file.note).map_err(text_fault);
        let note = fields.take(&field("note"), note);
        if to.is_none() {
            let blank = file.to.is_empty();
            let fault = if blank { FieldFault::Required } else { FieldFault::NotAChoice };
            fields.bad(&field("to"), fault);
        }
        if let (Ok(reference), Some(to), Some(note)) = (Reference::new(&file.reference), to, note) {
            files.push((reference, to.clone(), note, file.version));
        }
    }
    let (on, files) = fields.done(on.map(|on| (on, files)))?;
    if files.is_empty() {
        return Err(Hold::HandOver(HandOverHold::NoFiles).into());
    }
    Ok(Wanted { from, on, note, files })
}

/// Hands files over in one act: each gets its new support worker, open tasks go along, and
/// everybody it concerns is told. A file that somebody changed in the meantime stops all of it.
pub async fn hand_over(
    app: &App,
    who: &Who,
    draft: &HandOverDraft,
) -> Result<Id<HandOver>, ActionError> {
    let mut act = app.begin(who, Action::HandOverFiles).await?;
    let (programme, at) = (act.programme, act.at);
    let own = who.organisation().cloned().ok_or(ActionError::NotFound)?;
    sleutel_store::audit::take_head(&mut act.tx, programme).await?;
    let lines = lines(&mut act).await?;
    let wanted = read(&act, &own, &lines, draft)?;
    let id: Id<HandOver> = Id::new(new_uuid());
    let from = &wanted.from;
    act.stands_in_for(Some(&from.login));
    let mut files = Vec::with_capacity(wanted.files.len());
    for (reference, to, note, version) in &wanted.files {
        let version = give(&mut act, reference, from, to, *version).await?;
        let (reference, to, note) = (reference.clone(), to.login.clone(), note.clone());
        files.push(HandedRow { reference, to, note, version });
    }
    let row = HandOverRow {
        id,
        organisation: own,
        from: from.login.clone(),
        on: wanted.on,
        note: wanted.note.clone(),
        account: who.account(),
        actor: who.label(),
        at,
        undone: None,
        files,
    };
    rows::add_hand_over(&mut act.tx, programme, &row).await?;
    for (reference, to, ..) in &wanted.files {
        if let (Some(from), Some(to)) = (from.account, to.account) {
            tasks::move_tasks(&mut act.tx, programme, reference, from, to, id).await?;
        }
        let detail = json!({ "what": "handed over", "to": to.login, "hand-over": id.to_string() });
        act.log("participant", reference.as_str(), &detail).await?;
    }
    tell(&mut act, &wanted, id).await?;
    act.commit().await?;
    Ok(id)
}

/// Puts another name on a file; gives its new version.
async fn give(
    act: &mut Act<'_>,
    reference: &Reference,
    from: &WorkerLine,
    to: &WorkerLine,
    version: i64,
) -> Result<i64, ActionError> {
    let programme = act.programme;
    let file = participants::file(&mut act.tx, programme, reference).await?;
    let mut file = file.ok_or(ActionError::NotFound)?;
    let carries = file.worker.as_ref().map(Phrase::as_str).unwrap_or_default();
    if carries != from.login || file.version != version {
        return Err(ActionError::Changed);
    }
    let subject = crate::participants::subject(&file);
    act.require(Action::HandOverFiles, subject).map_err(|_| ActionError::NotFound)?;
    file.worker = put(&to.login);
    let (actor, at) = (act.who.label(), act.at);
    Ok(participants::save_file(&mut act.tx, programme, &file, &actor, at).await?)
}

/// A log-in name as files carry it; blank is nobody.
pub(super) fn put(login: &str) -> Option<Phrase> {
    Phrase::new(login).ok()
}

async fn tell(act: &mut Act<'_>, wanted: &Wanted, id: Id<HandOver>) -> Result<(), ActionError> {
    let people = People::read(act).await?;
    let link = format!("/colleagues/hand-over/{id}");
    let mut gets: BTreeMap<Id<Account>, Vec<&Reference>> = BTreeMap::new();
    for (reference, to, ..) in &wanted.files {
        gets.entry(to.account.unwrap_or(Id::new(uuid::Uuid::nil()))).or_default().push(reference);
    }
    for (account, files) in gets {
        let told = people.with_deputies(vec![account]);
        if let [reference] = files.as_slice() {
            let message = Message::FileHandedOver { reference: (*reference).clone() };
            notify(act, told, &message, &link_to_file(reference)).await?;
        } else {
            let files = u32::try_from(files.len()).unwrap_or(u32::MAX);
            notify(act, told, &Message::CaseloadHandedOver { files }, &link).await?;
        }
    }
    if let Some(account) = wanted.from.account.filter(|_| wanted.from.active) {
        let files = u32::try_from(wanted.files.len()).unwrap_or(u32::MAX);
        notify(act, vec![account], &Message::CaseloadHandedOver { files }, &link).await?;
    }
    for (reference, ..) in &wanted.files {
        tell_parties(act, &people, reference).await?;
    }
    Ok(())
}

/// Tells the other parties on somebody's road that another worker supports them: the
/// association whose home is in it, the municipality when a step waits for it, and guests.
pub(super) async fn tell_parties(
    act: &mut Act<'_>,
    people: &People,
    reference: &Reference,
) -> Result<(), ActionError> {
    let (programme, today) = (act.programme, act.today());
    let Some(case) = cases::current_case(&mut act.tx, programme, reference).await? else {
        return Ok(());
    };
    let mut told = Vec::new();
    if let Some(association) = &case.association {
        told.extend(people.of(Role::LettingConsultant, association));
    }
    if case.owner == Some(sleutel_domain::access::Party::Municipality) {
        told.extend(people.officers());
    }
    let guests = rows::guests_of(&mut act.tx, programme, reference).await?;
    let guests = guests
        .iter()
        .filter(|it| it.state == GuestState::Accepted && it.state.lets_in(it.until, today));
    told.extend(guests.map(|it| it.account));
    let message = Message::WorkerChanged { reference: reference.clone() };
    notify(act, told, &message, &link_to_road(reference)).await
}

/// Tells the coordinators of a provider that an account was closed while files carry its name.
/// Gives how many.
pub(crate) async fn tell_of_files_left(
    act: &mut Act<'_>,
    account: &AccountRow,
) -> Result<u32, ActionError> {
    let programme = act.programme;
    let provider = &account.organisation.code;
    let carried = rows::workers_with_files(&mut act.tx, programme, provider.as_str()).await?;
    let files = carried.into_iter().find(|it| it.0 == account.login).map_or(0, |it| it.1);
    if files > 0 {
        let people = People::read(act).await?;
        let told = people.of(Role::PlacementCoordinator, provider);
        let link = format!("/colleagues/hand-over?from={}", key_of(&account.login));
        notify(act, told, &Message::WorkerLeft { files }, &link).await?;
    }
    Ok(files)
}
