use std::collections::BTreeSet;

use jiff::civil::Date;
use sleutel_domain::{
    Id, OrganisationCode, Phrase, Reference,
    access::{OrganisationKind, Party, Programme},
    cases::{Act as Happened, Case, CaseFile, Event, Refusal, Standing, Wait, Who as Actor},
    routes::{Fact, RouteSet},
};
use sleutel_exchange::stored;
use sleutel_store::{
    Tx,
    cases::{self as rows, CaseRow, EventRow},
    homes, participants,
};

use crate::{
    ActionError, Hold, Who,
    act::{Act, new_uuid},
    policy::{self, Action, Subject},
};

/// A file on a road as it is stored, read.
#[derive(Debug, Clone)]
pub(crate) struct Loaded<'a> {
    pub(crate) row: CaseRow,
    pub(crate) file: CaseFile<'a>,
}

/// Whose a file is, for the policy.
#[derive(Debug, Clone)]
pub(crate) struct Whose {
    pub(crate) provider: OrganisationCode,
    pub(crate) worker: Option<String>,
    pub(crate) association: Option<OrganisationCode>,
}

impl Whose {
    /// As the policy looks at it: an association reaches what concerns a home of its own.
    pub(crate) fn subject(&self, who: &Who) -> Subject<'_> {
        if who.kind() == Some(OrganisationKind::Association) {
            Subject { organisation: self.association.as_ref(), worker: None }
        } else {
            Subject { organisation: Some(&self.provider), worker: self.worker.as_deref() }
        }
    }

    /// Whether somebody who was let in is no more than a guest there.
    pub(crate) fn is_guest(&self, who: &Who, action: Action) -> bool {
        who.resident().is_none() && !policy::may_for(who, action, self.subject(who))
    }
}

impl<'a> Act<'a> {
    /// The household's file that did not end; else the last that did, when asked for.
    pub(crate) async fn case(
        &mut self,
        reference: &Reference,
        ended: bool,
    ) -> Result<Option<Loaded<'a>>, ActionError> {
        let Some(row) = self.case_row(reference, ended).await? else { return Ok(None) };
        self.read_case(row).await.map(Some)
    }

    /// The file that is under way; when asked for, the last that ended instead.
    pub(crate) async fn case_row(
        &mut self,
        reference: &Reference,
        ended: bool,
    ) -> Result<Option<CaseRow>, ActionError> {
        let programme = self.programme;
        let rows = rows::cases_of(&mut self.tx, programme, reference).await?;
        let open = rows.iter().position(|it| !is_over(it));
        let at = open.or_else(|| (ended && !rows.is_empty()).then_some(0));
        Ok(at.and_then(|at| rows.into_iter().nth(at)))
    }

    pub(crate) async fn read_case(&mut self, row: CaseRow) -> Result<Loaded<'a>, ActionError> {
        let events = rows::events(&mut self.tx, self.programme, row.id).await?;
        let file = file_of(&self.app.routes, row.id, events)?;
        Ok(Loaded { row, file })
    }

    /// Numbers of the events of a file that whoever acts wrote down.
    pub(crate) async fn wrote(&mut self, row: &CaseRow) -> Result<BTreeSet<u32>, ActionError> {
        let account = self.who.account();
        let all = rows::events(&mut self.tx, self.programme, row.id).await?;
        let own = all.into_iter().filter(|it| account.is_some() && it.account == account);
        Ok(own.map(|it| it.number).collect())
    }

    pub(crate) async fn whose(&mut self, loaded: &Loaded<'_>) -> Result<Whose, ActionError> {
        let reference = &loaded.row.reference;
        let (provider, worker) = crate::participants::subject_of(self, reference).await?;
        Ok(Whose { provider, worker, association: loaded.row.association.clone() })
    }

    /// The file, for somebody who may do this to it; for anybody else there is none.
    pub(crate) async fn case_for(
        &mut self,
        action: Action,
        reference: &Reference,
    ) -> Result<(Loaded<'a>, Whose), ActionError> {
        let loaded = self.case(reference, true).await?.ok_or(ActionError::NotFound)?;
        let whose = self.whose(&loaded).await?;
        let subject = whose.subject(self.who);
        self.require_on_file(Action::SeeCase, subject, reference)
            .map_err(|_| ActionError::NotFound)?;
        self.require_on_file(action, subject, reference)?;
        if action != Action::SeeCase {
            crate::participants::not_set_aside(self, reference).await?;
        }
        Ok((loaded, whose))
    }

    /// Writes down what happened since the file had `before` events, and where it stands.
    pub(crate) async fn keep_case(
        &mut self,
        loaded: &mut Loaded<'_>,
        before: u32,
    ) -> Result<(), ActionError> {
        let programme = self.programme;
        let association = self.association_of(loaded).await?;
        bring_up_to_date(&mut loaded.row, &loaded.file, association);
        loaded.row.changed_at = self.at;
        if before == 0 {
            rows::add_case(&mut self.tx, programme, &loaded.row).await.map_err(|error| {
                let there = matches!(error, sleutel_store::StoreError::Exists(_));
                if there { Hold::Road(Refusal::Started).into() } else { ActionError::from(error) }
            })?;
        } else {
            rows::change_case(&mut self.tx, programme, &loaded.row, before).await?;
        }
        let account = self.who.account();
        let new = loaded.file.events().iter().filter(|it| it.number > before);
        for event in new {
            let row = event_row(event, account);
            rows::add_event(&mut self.tx, programme, loaded.row.id, &row).await?;
        }
        self.keep_flow(loaded, None).await
    }

    async fn association_of(
        &mut self,
        loaded: &Loaded<'_>,
    ) -> Result<Option<OrganisationCode>, ActionError> {
        let state = loaded.file.state();
        // Of a home that was not lived in when the road ended the file is nothing to it any more.
        let over = state.open().is_none() && !state.facts.contains_key(&Fact::MovedIn);
        let home = state.held().or(state.home.as_ref()).filter(|_| !over);
        let Some(code) = home else { return Ok(None) };
        if loaded.row.vacancy.as_ref() == Some(code) && loaded.row.association.is_some() {
            return Ok(loaded.row.association.clone());
        }
        let Some(vacancy) = homes::vacancy(&mut self.tx, self.programme, code).await? else {
            return Ok(None);
        };
        let dwelling = homes::dwelling(&mut self.tx, self.programme, &vacancy.dwelling).await?;
        Ok(dwelling.map(|it| it.association))
    }

    /// Who acts, as events keep it.
    pub(crate) fn actor(&self, for_party: Option<Party>) -> Result<Actor, ActionError> {
        actor(self.who, for_party)
    }

    /// The day something is true from and the day it is.
    pub(crate) fn days(&self, on: Option<Date>) -> (Date, Date) {
        let today = self.today();
        (on.unwrap_or(today), today)
    }
}

/// A file from its events as they are stored.
pub(crate) fn file_of(
    routes: &RouteSet,
    id: Id<Case>,
    rows: Vec<EventRow>,
) -> Result<CaseFile<'_>, ActionError> {
    let mut events = Vec::new();
    for it in rows {
        let act = stored::act_from_json(it.payload.as_bytes()).map_err(|error| {
            ActionError::Internal(format!("event {} of file {id}: {error}", it.number))
        })?;
        let who = Actor { party: it.party, name: it.actor, for_party: it.for_party };
        events.push(Event { number: it.number, recorded: it.recorded, on: it.on, who, act });
    }
    CaseFile::read(routes, events).map_err(|broken| {
        let (number, why) = (broken.event, broken.why);
        ActionError::Internal(format!("file {id}, event {number}: {why:?}"))
    })
}

pub(crate) fn actor(who: &Who, for_party: Option<Party>) -> Result<Actor, ActionError> {
    let denied = || crate::Denied { action: Action::ActOnCase, logged_in: *who != Who::Nobody };
    let party = who.party().ok_or_else(denied)?;
    let short: String = who.label().chars().take(Phrase::MOST).collect();
    let name = Phrase::new(&short).map_err(|_| denied())?;
    Ok(Actor { party, name, for_party })
}

fn event_row(event: &Event, account: Option<Id<sleutel_domain::access::Account>>) -> EventRow {
    let payload = stored::act_to_json(&event.act);
    EventRow {
        number: event.number,
        recorded: event.recorded,
        on: event.on,
        party: event.who.party,
        for_party: event.who.for_party,
        actor: event.who.name.clone(),
        account,
        kind: event.act.code().to_owned(),
        payload: String::from_utf8_lossy(&payload).into_owned(),
    }
}

/// The row of a file that begins now.
pub(crate) fn new_row(reference: &Reference, file: &CaseFile<'_>, at: jiff::Timestamp) -> CaseRow {
    let state = file.state();
    CaseRow {
        id: Id::<Case>::new(new_uuid()),
        reference: reference.clone(),
        route: state.route.code.clone(),
        version: state.route.version.get(),
        began: state.began,
        standing: String::new(),
        step: None,
        kind: None,
        owner: None,
        since: None,
        due: None,
        objection_due: None,
        next_due: None,
        extended: false,
        vacancy: None,
        association: None,
        changes: 0,
        changed_at: at,
    }
}

/// Whether the road of a file ended.
pub(super) fn is_over(row: &CaseRow) -> bool {
    row.standing == "ended"
}

fn bring_up_to_date(row: &mut CaseRow, file: &CaseFile<'_>, home_of: Option<OrganisationCode>) {
    let state = file.state();
    let open = state.open();
    let waiting = state.waiting();
    let of = |what: Wait| waiting.iter().filter(move |it| it.what == what);
    row.route = state.route.code.clone();
    row.version = state.route.version.get();
    row.standing = match state.standing {
        Standing::UnderWay(_) => "open",
        Standing::Paused(..) => "paused",
        Standing::Ended(..) => "ended",
    }
    .to_owned();
    row.step = open.map(|it| it.step.clone());
    row.kind = state.step().map(|it| it.kind.code().to_owned());
    row.owner = state.ball();
    row.since = open.map(|it| it.since);
    row.due = state.due();
    row.objection_due = of(Wait::Objection).filter_map(|it| it.due).min();
    row.next_due = waiting.iter().filter_map(|it| it.due).min();
    row.extended = open.is_some_and(|it| it.extended);
    // What somebody lived in stays with the file; what they did not move into does not.
    let lived_in = state.home.as_ref().filter(|_| state.facts.contains_key(&Fact::MovedIn));
    row.vacancy = state.held().or(lived_in).cloned();
    row.association = home_of;
    row.changes = file.events().last().map_or(0, |it| it.number);
}

/// Whether somebody may see whom a file is about. An association knows the name of who
/// accepted a home of its own, and before that the reference only.
pub(crate) fn sees_name(who: &Who, whose: &Whose, file: &CaseFile<'_>) -> bool {
    if who.kind() == Some(OrganisationKind::Association) {
        // A guest of another association works with the reference.
        return file.state().home.is_some() && whose.association.as_ref() == who.organisation();
    }
    policy::may_for(who, Action::SeeCaseName, whose.subject(who))
}

/// The name of a household's head.
pub(crate) async fn name_of(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
) -> Result<Option<String>, ActionError> {
    let found = participants::briefs(tx, programme, &[reference]).await?.remove(reference);
    Ok(found.map(|it| format!("{} {}", it.given, it.family)))
}

/// What happened, for the log: the word for it and the step, never what people wrote.
pub(crate) fn logged(act: &Happened) -> serde_json::Value {
    match act {
        Happened::StepEnded { step, outcome, .. } | Happened::Decided { step, outcome, .. } => {
            serde_json::json!({
                "act": act.code(), "step": step.as_str(), "outcome": outcome.code(),
            })
        }
        Happened::Offered { vacancy, .. } => {
            serde_json::json!({ "act": act.code(), "vacancy": vacancy.as_str() })
        }
        Happened::Answered { answer, .. } => {
            serde_json::json!({ "act": act.code(), "answer": answer.code() })
        }
        Happened::MovedTo { route, version, .. } | Happened::Started { route, version } => {
            serde_json::json!({
                "act": act.code(), "route": route.as_str(), "version": version.get(),
            })
        }
        Happened::FactEstablished { fact } | Happened::FactWithdrawn { fact, .. } => {
            serde_json::json!({ "act": act.code(), "fact": fact.code() })
        }
        Happened::StruckOut { event, .. } => {
            serde_json::json!({ "act": act.code(), "event": event })
        }
        Happened::WentBack { .. }
        | Happened::Paused { .. }
        | Happened::Resumed
        | Happened::Withdrawn { .. }
        | Happened::HandedOver { .. }
        | Happened::TermExtended { .. }
        | Happened::ObjectionLodged { .. }
        | Happened::ObjectionDecided { .. }
        | Happened::ViewingPlanned { .. }
        | Happened::OfferExpired => serde_json::json!({ "act": act.code() }),
    }
}
