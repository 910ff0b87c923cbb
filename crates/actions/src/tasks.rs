//! Tasks: a note to oneself or to a colleague on a file, by a day.

use serde_json::json;
use sleutel_domain::{
    Id, Reference,
    access::OrganisationKind,
    messages::Message,
    tasks::{Task, Waiting},
};
use sleutel_store::{
    Page, Window, access,
    tasks::{self as rows, TaskFilter, TaskRow},
};

use crate::{
    ActionError, App, FieldFault, Who,
    act::{Act, new_uuid},
    colleagues::{Choosable, account_of, as_who},
    fields::{Fields, text_fault},
    messages::{People, link_to_file, link_to_road, notify},
    participants::subject_of,
    policy::{self, Action, Reach, Subject},
};

/// A task, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaskDraft {
    /// What has to be done.
    pub what: String,
    /// By when.
    pub due: String,
    /// The account of who does it; blank is whoever types.
    pub owner: String,
}

/// Which tasks are wanted, as a page asks for them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaskQuery {
    /// Those of everybody within reach instead of one's own.
    pub team: bool,
    /// `overdue`, `today`, `week` or `later`; blank for all.
    pub pressing: String,
    /// Those that are done instead of those that wait.
    pub done: bool,
}

/// A task as somebody may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskLine {
    /// The task. The name is blank for somebody who may not see it.
    pub row: TaskRow,
    /// The name of the absent colleague it is done for, when it is one's own only as a deputy.
    pub for_whom: Option<String>,
    /// The page of the file.
    pub link: String,
}

/// A page of tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TasksView {
    /// What is due first.
    pub page: Page<TaskLine>,
    /// How many of one's own wait, whatever is filtered; road steps are among it.
    pub waiting: Waiting,
}

/// The tasks of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileTasks {
    /// Those that wait, what is due first.
    pub open: Vec<TaskLine>,
    /// Those that are done, last first; a few.
    pub done: Vec<TaskLine>,
    /// Who of one's own organisation can be given one: who may open the file. Oneself first.
    pub colleagues: Vec<Choosable>,
    /// The name of the head of the household, for who may see it.
    pub name: Option<String>,
}

fn own(who: &Who) -> String {
    who.organisation().map(ToString::to_string).unwrap_or_default()
}

/// A filter that lets through what is within somebody's reach.
fn reach(who: &Who, today: jiff::civil::Date) -> TaskFilter {
    let caseload = match policy::reach_of(who, Action::SeeTasks) {
        Reach::Caseload => who.logins(),
        Reach::Own | Reach::All | Reach::Nothing => Vec::new(),
    };
    TaskFilter {
        organisation: own(who),
        owners: Vec::new(),
        caseload,
        reference: String::new(),
        pressing: String::new(),
        done: false,
        today,
    }
}

fn line(who: &Who, mut row: TaskRow) -> TaskLine {
    let worker = row.worker.as_ref().map(sleutel_domain::Phrase::as_str);
    let subject = Subject { organisation: Some(&row.provider), worker };
    let identity = policy::may_for(who, Action::SeeIdentity, subject);
    let link = if policy::may_for(who, Action::SeeParticipant, subject) {
        link_to_file(&row.reference)
    } else {
        link_to_road(&row.reference)
    };
    let stands_in = who.person().and_then(|it| it.stands_in_for(&row.owner_login));
    let for_whom = stands_in.map(|it| it.name.clone());
    if !identity {
        row.name.clear();
    }
    TaskLine { row, for_whom, link }
}

/// A page of tasks: one's own and those of whoever one stands in for, or all within reach.
pub async fn list(
    app: &App,
    who: &Who,
    query: &TaskQuery,
    window: Window,
) -> Result<TasksView, ActionError> {
    let mut act = app.begin(who, Action::SeeTasks).await?;
    let (programme, today) = (act.programme, act.today());
    let filter = TaskFilter {
        owners: if query.team { Vec::new() } else { who.logins() },
        pressing: query.pressing.clone(),
        done: query.done,
        ..reach(who, today)
    };
    let page = rows::tasks(&mut act.tx, programme, &filter, window).await?;
    let waiting = waiting_for(&mut act).await?;
    let shown: Vec<&str> = page.rows.iter().map(|it| it.reference.as_str()).collect();
    act.log("tasks", "", &json!({ "shown": shown })).await?;
    act.commit().await?;
    let rows = page.rows.into_iter().map(|it| line(who, it)).collect();
    Ok(TasksView { page: Page { rows, total: page.total }, waiting })
}

/// The first of one's own tasks that wait, for the home page.
pub async fn first(app: &App, who: &Who, most: u32) -> Result<Vec<TaskLine>, ActionError> {
    let mut act = app.look(who, Action::SeeTasks).await?;
    let (programme, today) = (act.programme, act.today());
    let filter = TaskFilter { owners: who.logins(), ..reach(who, today) };
    let window = Window { offset: 0, limit: most };
    let page = rows::tasks(&mut act.tx, programme, &filter, window).await?;
    let mut lines: Vec<TaskLine> = page.rows.into_iter().map(|it| line(who, it)).collect();
    // The start page names nobody.
    lines.iter_mut().for_each(|it| it.row.name.clear());
    Ok(lines)
}

async fn waiting_for(act: &mut Act<'_>) -> Result<Waiting, ActionError> {
    let (programme, today) = (act.programme, act.today());
    let person = act.who.person().ok_or(ActionError::NotFound)?;
    let mut accounts = vec![person.account];
    accounts.extend(person.stands_in.iter().map(|it| it.account));
    Ok(rows::waiting(&mut act.tx, programme, &accounts, today).await?)
}

/// Whether somebody may open the file or its road.
async fn opens(act: &mut Act<'_>, who: &Who, reference: &Reference) -> Result<bool, ActionError> {
    let (provider, worker) = subject_of(act, reference).await?;
    let subject = Subject { organisation: Some(&provider), worker: worker.as_deref() };
    if policy::may_for(who, Action::SeeParticipant, subject) {
        return Ok(true);
    }
    let Some(case) = act.case_row(reference, true).await? else { return Ok(false) };
    let subject = if who.kind() == Some(OrganisationKind::Association) {
        Subject { organisation: case.association.as_ref(), worker: None }
    } else {
        subject
    };
    Ok(policy::may_for(who, Action::SeeCase, subject))
}

/// The tasks of one's own organisation on a file somebody may open.
pub async fn of_file(
    app: &App,
    who: &Who,
    reference: &Reference,
) -> Result<FileTasks, ActionError> {
    let mut act = app.begin(who, Action::SeeTasks).await?;
    if !opens(&mut act, who, reference).await? {
        return Err(ActionError::NotFound);
    }
    let (programme, today) = (act.programme, act.today());
    let filter = TaskFilter { reference: reference.to_string(), ..reach(who, today) };
    let window = Window { offset: 0, limit: 100 };
    let open = rows::tasks(&mut act.tx, programme, &filter, window).await?;
    let (filter, window) = (TaskFilter { done: true, ..filter }, Window { limit: 10, ..window });
    let done = rows::tasks(&mut act.tx, programme, &filter, window).await?;
    let colleagues = colleagues(&mut act, reference).await?;
    let (provider, worker) = subject_of(&mut act, reference).await?;
    let subject = Subject { organisation: Some(&provider), worker: worker.as_deref() };
    let name = if policy::may_for(who, Action::SeeIdentity, subject) {
        crate::cases::name_of(&mut act.tx, programme, reference).await?
    } else {
        None
    };
    let shown = open.rows.len() + done.rows.len();
    act.log("participant", reference.as_str(), &json!({ "tasks": shown })).await?;
    act.commit().await?;
    let lines = |rows: Vec<TaskRow>| rows.into_iter().map(|it| line(who, it)).collect();
    Ok(FileTasks { open: lines(open.rows), done: lines(done.rows), colleagues, name })
}

async fn colleagues(
    act: &mut Act<'_>,
    reference: &Reference,
) -> Result<Vec<Choosable>, ActionError> {
    let programme = act.programme;
    let mut found = Vec::new();
    for row in access::accounts(&mut act.tx, programme).await? {
        if !row.active || Some(&row.organisation.code) != act.who.organisation() {
            continue;
        }
        let choice = Choosable::from(&row);
        let them = as_who(act, row).await?;
        if policy::may(&them, Action::ChangeTask) && opens(act, &them, reference).await? {
            found.push(choice);
        }
    }
    let me = act.who.account();
    found.sort_by_key(|it| (Some(it.account) != me, sleutel_store::fold(&it.name)));
    Ok(found)
}

/// Sets a task on a file for oneself or for a colleague who may open the file.
pub async fn add(
    app: &App,
    who: &Who,
    reference: &Reference,
    draft: &TaskDraft,
) -> Result<Id<Task>, ActionError> {
    let mut act = app.begin(who, Action::ChangeTask).await?;
    let (programme, today) = (act.programme, act.today());
    if !opens(&mut act, who, reference).await? {
        return Err(ActionError::NotFound);
    }
    crate::participants::not_set_aside(&mut act, reference).await?;
    let person = who.person().ok_or(ActionError::NotFound)?;
    let mut fields = Fields::default();
    let what = sleutel_domain::Phrase::new(&draft.what).map_err(text_fault);
    let what = fields.take("what", what);
    let due = fields.date("due", &draft.due);
    if due.is_some_and(|due| due < today) {
        fields.bad("due", FieldFault::DateRange { least: Some(today), most: None });
    }
    let owner = if draft.owner.trim().is_empty() {
        access::account_by_id(&mut act.tx, person.account).await?
    } else {
        account_of(&mut act, &draft.owner).await?
    };
    match &owner {
        Some(owner) if owner.organisation.code == person.organisation.code && owner.active => {
            let them = as_who(&mut act, owner.clone()).await?;
            let may = policy::may(&them, Action::ChangeTask);
            if !may || !opens(&mut act, &them, reference).await? {
                fields.bad("owner", FieldFault::CannotOpen);
            }
        }
        Some(_) | None => fields.bad("owner", FieldFault::NotAChoice),
    }
    let ((what, due), owner) = fields.done(what.zip(due).zip(owner))?;
    let (provider, worker) = subject_of(&mut act, reference).await?;
    act.stands_in_for(worker.as_deref());
    let row = TaskRow {
        id: Id::new(new_uuid()),
        organisation: person.organisation.code.clone(),
        reference: reference.clone(),
        what,
        due,
        owner: owner.id,
        owner_login: owner.login,
        owner_name: owner.name,
        maker: who.account(),
        actor: who.label(),
        at: act.at,
        done: None,
        worker: None,
        provider,
        name: String::new(),
        version: 1,
    };
    rows::add_task(&mut act.tx, programme, &row).await?;
    let detail = json!({ "task": "added", "owner": row.owner_login, "due": due.to_string() });
    act.log("participant", reference.as_str(), &detail).await?;
    let people = People::read(&mut act).await?;
    let told = people.with_deputies(vec![row.owner]);
    let message = Message::TaskGiven { reference: reference.clone() };
    notify(&mut act, told, &message, "/tasks").await?;
    act.commit().await?;
    Ok(row.id)
}

/// Marks a task as done, or as not done after all. Its owner, whoever stands in for them, whoever
/// made it, and whoever has the file within reach.
pub async fn set_done(
    app: &App,
    who: &Who,
    id: Id<Task>,
    done: bool,
    version: i64,
) -> Result<TaskRow, ActionError> {
    let mut act = app.begin(who, Action::ChangeTask).await?;
    let programme = act.programme;
    let row = rows::task(&mut act.tx, programme, id).await?.ok_or(ActionError::NotFound)?;
    if !may_change(who, &row) {
        return Err(ActionError::NotFound);
    }
    if row.version != version || row.done.is_some() == done {
        return Err(ActionError::Changed);
    }
    act.stands_in_for(Some(&row.owner_login));
    let row = TaskRow { done: done.then(|| (act.at, who.label())), ..row };
    rows::save_task(&mut act.tx, &row).await?;
    let what = if done { "done" } else { "not done" };
    act.log("participant", row.reference.as_str(), &json!({ "task": what })).await?;
    act.commit().await?;
    Ok(row)
}

fn may_change(who: &Who, row: &TaskRow) -> bool {
    let Some(person) = who.person().filter(|it| it.organisation.code == row.organisation) else {
        return false;
    };
    let worker = row.worker.as_ref().map(sleutel_domain::Phrase::as_str);
    let subject = Subject { organisation: Some(&row.organisation), worker };
    person.works_for(&row.owner_login)
        || row.maker == Some(person.account)
        || policy::may_for(who, Action::ChangeTask, subject)
}
