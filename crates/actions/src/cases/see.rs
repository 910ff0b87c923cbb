use jiff::civil::Date;
use serde_json::json;
use sleutel_domain::{
    Reference,
    access::{OrganisationKind, Party},
    agreements::Missing,
    cases::{CaseFile, Decided, Event, Seen},
    routes::Route,
};
use sleutel_store::{
    Page, Window,
    cases::{self as rows, CaseFilter, CaseListRow, CaseRow, CaseSort},
    participants,
};

use super::{
    beside::{CaseAgreement, FormEvent, StepFormView, of_the_home, of_the_step},
    choices::{Choices, choices},
    load::{Loaded, Whose, is_over, name_of, sees_name},
    next::address,
};
use crate::{
    ActionError, App, Who,
    act::Act,
    lists,
    participants::subject_of,
    policy::{self, Action, Reach, Subject},
};

/// A page of files on a road as somebody may see it.
#[derive(Debug, Clone)]
pub struct CaseList {
    /// The files. Names are blank for somebody who may not see them.
    pub page: Page<CaseListRow>,
    /// Whether names are shown.
    pub identity: bool,
    /// Whether group and support worker are shown; otherwise they are blank.
    pub support: bool,
    /// How many of all that were found are late.
    pub late: u64,
}

/// What waits for somebody, for the home page.
#[derive(Debug, Clone)]
pub struct CaseCounts {
    /// Files that wait for their party.
    pub waiting: u64,
    /// How many of those are late.
    pub late: u64,
    /// The first of them, most pressing first.
    pub first: Vec<CaseListRow>,
}

/// An event as somebody may read it.
#[derive(Debug, Clone)]
pub struct SeenEvent {
    /// What happened.
    pub event: Event,
    /// Whether the words people wrote with it are for them too.
    pub words: bool,
    /// Number of the event that struck it out.
    pub struck_by: Option<u32>,
}

/// A decision as somebody may read it.
#[derive(Debug, Clone)]
pub struct SeenDecision {
    /// What was decided.
    pub decided: Decided,
    /// Whether reasons and conditions are for them too.
    pub words: bool,
}

/// A file on a road as somebody may see it.
#[derive(Debug, Clone)]
pub struct CaseView<'r> {
    /// Whose.
    pub reference: Reference,
    /// The name, for who may see it.
    pub name: Option<String>,
    /// The party that looks.
    pub party: Party,
    /// The last day they may look as a guest, when they are no more than that.
    pub guest: Option<Date>,
    /// Whether they may have tasks on it.
    pub has_tasks: bool,
    /// The file this one goes on as, when it was set aside; nothing changes in it then.
    pub goes_on_as: Option<Reference>,
    /// Where it stands, as lists have it.
    pub row: CaseRow,
    /// The file. Only what is in [`CaseView::events`] may be shown of what happened, and of
    /// decisions what is in [`CaseView::decisions`].
    pub file: CaseFile<'r>,
    /// What happened, as far as it is theirs to know, in order.
    pub events: Vec<SeenEvent>,
    /// What was decided, as far as it is theirs to know, in order.
    pub decisions: Vec<SeenDecision>,
    /// What they may do.
    pub choices: Choices,
    /// The forms of the open step.
    pub forms: Vec<StepFormView>,
    /// What happened to forms of the household, as far as it is theirs to know, in order.
    pub form_events: Vec<FormEvent>,
    /// The agreements about the home.
    pub agreements: Vec<CaseAgreement>,
    /// What of them is missing before the keys; empty for somebody who sees none.
    pub missing: Vec<Missing>,
    /// Where the home is that is on offer or was accepted.
    pub address: Option<String>,
    /// Whether they may open the participant's own file.
    pub opens_participant: bool,
}

/// Whose turn is theirs: the word the filter of lists has for it. A provider also does what
/// waits for the person it supports; the manager has no turn.
pub fn owner_of(who: &Who) -> &'static str {
    match who.kind() {
        Some(OrganisationKind::Provider) => "support",
        Some(OrganisationKind::Municipality) => Party::Municipality.code(),
        Some(OrganisationKind::Association) => Party::Association.code(),
        None => "",
    }
}

/// Narrows a filter to what somebody may see.
fn within_reach(who: &Who, filter: &CaseFilter) -> CaseFilter {
    let mut filter = filter.clone();
    let own = || who.organisation().map(ToString::to_string).unwrap_or_default();
    match (policy::reach_of(who, Action::ListCases), who.kind()) {
        (Reach::All | Reach::Nothing, _) => {}
        (Reach::Own, Some(OrganisationKind::Association)) => filter.association = own(),
        (Reach::Own, _) => filter.provider = own(),
        (Reach::Caseload, _) => {
            filter.provider = own();
            filter.caseload = who.logins();
        }
    }
    if lists::without_support(who) {
        filter.group.clear();
        filter.worker.clear();
    }
    filter.reference_only = !policy::may(who, Action::SeeCaseName);
    filter
}

/// A page of files on a road. Somebody who may not see names searches references only.
pub async fn list(
    app: &App,
    who: &Who,
    filter: &CaseFilter,
    sort: CaseSort,
    backwards: bool,
    window: Window,
) -> Result<CaseList, ActionError> {
    listed(app, who, Action::ListCases, filter, (sort, backwards), window).await
}

/// The same, of what the municipality decides, for who decides.
pub async fn decisions(
    app: &App,
    who: &Who,
    filter: &CaseFilter,
    sort: CaseSort,
    backwards: bool,
    window: Window,
) -> Result<CaseList, ActionError> {
    let filter = CaseFilter { decisions: true, ..filter.clone() };
    listed(app, who, Action::DecideCase, &filter, (sort, backwards), window).await
}

async fn listed(
    app: &App,
    who: &Who,
    action: Action,
    filter: &CaseFilter,
    (sort, backwards): (CaseSort, bool),
    window: Window,
) -> Result<CaseList, ActionError> {
    let mut act = app.begin(who, action).await?;
    let programme = act.programme;
    let filter = within_reach(who, filter);
    let identity = policy::may(who, Action::SeeCaseName);
    let mut page =
        rows::list_cases(&mut act.tx, programme, &filter, sort, backwards, window).await?;
    let (_, late) = rows::case_counts(&mut act.tx, programme, &filter).await?;
    blanked(who, &mut page.rows);
    let shown: Vec<&str> = page.rows.iter().map(|row| row.reference.as_str()).collect();
    act.log("cases", "", &json!({ "shown": shown })).await?;
    act.commit().await?;
    Ok(CaseList { page, identity, support: !lists::without_support(who), late })
}

/// Every file within reach that the filter finds, for a spreadsheet; the log names them all.
pub async fn export(
    app: &App,
    who: &Who,
    filter: &CaseFilter,
    sort: CaseSort,
    backwards: bool,
) -> Result<CaseList, ActionError> {
    let mut act = app.begin(who, Action::ExportCases).await?;
    if filter.decisions && !policy::may(who, Action::DecideCase) {
        return Err(ActionError::NotFound);
    }
    let (programme, filter) = (act.programme, within_reach(who, filter));
    let identity = policy::may(who, Action::SeeCaseName);
    let mut page =
        rows::list_cases(&mut act.tx, programme, &filter, sort, backwards, lists::whole()).await?;
    blanked(who, &mut page.rows);
    let chosen = lists::chosen(
        &[
            ("standing", &filter.standing),
            ("route", &filter.route),
            ("step", &filter.step),
            ("owner", &filter.owner),
            ("provider", &filter.provider),
            ("worker", &filter.worker),
            ("association", &filter.association),
            ("group", &filter.group),
            ("area", &filter.area),
            ("term", &filter.term),
        ],
        &filter.words,
    );
    let list = if filter.decisions { "decisions" } else { "cases" };
    lists::exported(&mut act, list, &page, chosen, |it| it.reference.as_str()).await?;
    act.commit().await?;
    Ok(CaseList { page, identity, support: !lists::without_support(who), late: 0 })
}

/// Leaves out of rows what is not for whoever reads.
fn blanked(who: &Who, rows: &mut [CaseListRow]) {
    if !policy::may(who, Action::SeeCaseName) {
        rows.iter_mut().for_each(without_names);
    }
    if lists::without_support(who) {
        for row in rows {
            (row.group, row.worker) = (None, None);
        }
    }
}

fn without_names(row: &mut CaseListRow) {
    row.given.clear();
    row.family.clear();
}

/// What waits for somebody's party, most pressing first; references without names.
pub async fn counts(app: &App, who: &Who, most: u32) -> Result<CaseCounts, ActionError> {
    let mut act = app.look(who, Action::ListCases).await?;
    let programme = act.programme;
    let filter = CaseFilter { owner: owner_of(who).to_owned(), ..CaseFilter::on(app.today()) };
    let filter = within_reach(who, &filter);
    let window = Window { offset: 0, limit: most };
    let (waiting, late) = rows::case_counts(&mut act.tx, programme, &filter).await?;
    let sort = CaseSort::Due;
    let page = rows::list_cases(&mut act.tx, programme, &filter, sort, false, window).await?;
    let mut first = page.rows;
    blanked(who, &mut first);
    first.iter_mut().for_each(without_names);
    Ok(CaseCounts { waiting, late, first })
}

/// A household's file on its road; the last one when it ended. `None` when they are on none
/// and this person may see whose file it is. Somebody out of whose reach it is gets the same
/// answer as for a file that is not there.
pub async fn view<'a>(
    app: &'a App,
    who: &'a Who,
    reference: &Reference,
) -> Result<Option<CaseView<'a>>, ActionError> {
    let mut act = app.begin(who, Action::SeeCase).await?;
    let programme = act.programme;
    if act.case(reference, true).await?.is_none() {
        let (provider, worker) = subject_of(&mut act, reference).await?;
        let subject = Subject { organisation: Some(&provider), worker: worker.as_deref() };
        act.require(Action::SeeParticipant, subject).map_err(|_| ActionError::NotFound)?;
        return Ok(None);
    }
    let (loaded, whose) = act.case_for(Action::SeeCase, reference).await?;
    let party = who.party().unwrap_or(Party::Municipality);
    let name = if sees_name(who, &whose, &loaded.file) {
        name_of(&mut act.tx, programme, reference).await?
    } else {
        None
    };
    let view = shown(&mut act, loaded, &whose, party, name).await?;
    act.log("participant", reference.as_str(), &json!({ "road": true })).await?;
    act.commit().await?;
    Ok(Some(view))
}

/// The file of whoever looks at their own, at their own window; `None` when they are on no road.
pub(crate) async fn own<'a>(
    act: &mut Act<'a>,
    reference: &Reference,
) -> Result<Option<CaseView<'a>>, ActionError> {
    let Some(loaded) = act.case(reference, true).await? else { return Ok(None) };
    let whose = act.whose(&loaded).await?;
    shown(act, loaded, &whose, Party::Participant, None).await.map(Some)
}

async fn shown<'a>(
    act: &mut Act<'a>,
    loaded: Loaded<'a>,
    whose: &Whose,
    party: Party,
    name: Option<String>,
) -> Result<CaseView<'a>, ActionError> {
    let who = act.who;
    let home = loaded.row.vacancy.clone();
    let address = match &home {
        Some(code) => Some(address(act, code).await?),
        None => None,
    };
    let stored = act.beside(&loaded.row.reference, loaded.file.state()).await?;
    let beside = (&stored.beside, act.app.forms.as_ref());
    let subject = whose.subject(who);
    let reference = &loaded.row.reference;
    let guest = who.person().filter(|_| !policy::may_for(who, Action::SeeCase, subject));
    let guest = guest
        .and_then(|it| it.guest_on.iter().rfind(|it| it.reference == *reference))
        .map(|it| it.until);
    let wrote = match whose.is_guest(who, Action::ActOnCase) {
        true => Some(act.wrote(&loaded.row).await?),
        false => None,
    };
    let (programme, today) = (act.programme, act.today());
    let goes_on_as = participants::goes_on_as(&mut act.tx, programme, reference).await?;
    let choices = match goes_on_as {
        None => choices(who, (subject, reference), &loaded.file, beside, wrote, today),
        Some(_) => Choices::default(),
    };
    let form_events = act.form_events(&stored.forms, whose).await?;
    let forms = of_the_step(act, &loaded, whose, &stored);
    let agreements = of_the_home(act, &loaded.file, party, whose, &stored);
    let provider = Subject { organisation: Some(&whose.provider), worker: whose.worker.as_deref() };
    let events = seen(&loaded.file, party, guest.is_some());
    Ok(CaseView {
        reference: loaded.row.reference.clone(),
        name,
        party,
        decisions: decided(&loaded.file, &events),
        events,
        guest,
        goes_on_as,
        has_tasks: guest.is_none() && policy::may(who, Action::SeeTasks),
        choices,
        forms,
        form_events,
        missing: if agreements.is_empty() {
            Vec::new()
        } else {
            loaded.file.before_keys(&stored.beside)
        },
        agreements,
        address,
        opens_participant: policy::may_for(who, Action::SeeParticipant, provider),
        row: loaded.row,
        file: loaded.file,
    })
}

impl CaseView<'_> {
    /// Whether the household can be put on a road once more: this one ended, and no objection
    /// could bring it back.
    pub fn may_begin_again(&self) -> bool {
        is_over(&self.row) && self.row.objection_due.is_none()
    }
}

/// The decisions somebody knows of by the events they see.
fn decided(file: &CaseFile<'_>, events: &[SeenEvent]) -> Vec<SeenDecision> {
    let decisions = file.state().decisions.iter();
    let seen = decisions.filter_map(|it| {
        let event = events.iter().find(|event| event.event.number == it.event)?;
        Some(SeenDecision { decided: it.clone(), words: event.words })
    });
    seen.collect()
}

fn seen(file: &CaseFile<'_>, party: Party, guest: bool) -> Vec<SeenEvent> {
    let struck = file.struck();
    let route: &Route = file.state().route;
    file.events()
        .iter()
        .filter_map(|event| {
            let seen =
                if guest { event.seen_by_guest(party, route) } else { event.seen_by(party, route) };
            let words = match seen {
                Seen::Nothing => return None,
                Seen::WithoutWords => false,
                Seen::Whole => true,
            };
            let struck_by = struck.get(&event.number).copied();
            Some(SeenEvent { event: event.clone(), words, struck_by })
        })
        .collect()
}
