use std::{
    collections::BTreeSet,
    sync::{Arc, LazyLock, OnceLock},
};

use jiff::{Timestamp, Zoned, civil::Date, tz::TimeZone};
use sleutel_domain::{
    Id, Reference,
    access::Programme,
    forms::{Form, Library},
    routes::RouteSet,
};
use sleutel_store::{Db, Tx, audit, participants, window::ResidentRow};
use tokio::sync::Semaphore;
use uuid::Uuid;

use crate::{
    ActionError, Denied, Who,
    cases::Whose,
    documents::Desk,
    participants::subject_of,
    policy::{self, Action, Subject},
    rounds::Cache,
    what_if::Bench,
};

/// Where the time comes from. The product runs on the machine's clock; the demo and
/// the tests can stand still.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// Always this moment.
    Fixed(Timestamp),
}

impl Clock {
    /// Now, in whole seconds.
    pub fn now(&self) -> Timestamp {
        let now = match self {
            #[expect(clippy::disallowed_methods, reason = "the edge where time comes in")]
            Self::System => Timestamp::now(),
            Self::Fixed(at) => *at,
        };
        Timestamp::from_second(now.as_second()).unwrap_or(now)
    }
}

/// The routes that come with the program, read once.
static SHIPPED_ROUTES: LazyLock<Arc<RouteSet>> =
    LazyLock::new(|| Arc::new(sleutel_exchange::routes::shipped()));

/// The forms that come with the program, read once.
static SHIPPED_FORMS: LazyLock<Arc<Library>> =
    LazyLock::new(|| Arc::new(Library::new(sleutel_exchange::forms::shipped().0)));

/// What every action needs: the database and the sources of time and chance.
#[derive(Debug, Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// Where the time comes from.
    pub clock: Clock,
    /// Where dates are reckoned.
    pub zone: TimeZone,
    /// Proposals read before; they never change.
    pub(crate) cache: Arc<Cache>,
    /// The routes of the programme, in all their versions.
    pub(crate) routes: Arc<RouteSet>,
    /// The forms of the programme, in all their versions.
    pub(crate) forms: Arc<Library>,
    /// Keys, scanner and limits of documents.
    pub(crate) documents: Arc<Desk>,
    /// What-ifs that are worked out, and those that wait for it.
    pub(crate) bench: Arc<Bench>,
    /// Log-ins are tried one after the other: many at once would each be counted after all
    /// were tried, and each takes 19 MiB of memory.
    pub(crate) door: Arc<Semaphore>,
}

impl App {
    /// An app on a database, with dates reckoned in the Netherlands.
    pub fn new(db: Db, clock: Clock) -> Self {
        let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
        let door = Arc::new(Semaphore::new(1));
        let routes = Arc::clone(&SHIPPED_ROUTES);
        let forms = Arc::clone(&SHIPPED_FORMS);
        let (cache, documents) = (Arc::new(Cache::default()), Arc::new(Desk::default()));
        let bench = Arc::new(Bench::default());
        Self { db, clock, zone, cache, routes, forms, documents, bench, door }
    }

    /// The same with a programme's own routes instead of those that come with the program.
    #[must_use]
    pub fn with_routes(mut self, routes: RouteSet) -> Self {
        self.routes = Arc::new(routes);
        self
    }

    /// The routes of the programme. They are public.
    pub fn routes(&self) -> &RouteSet {
        &self.routes
    }

    /// The same with a programme's own forms instead of those that come with the program.
    #[must_use]
    pub fn with_forms(mut self, forms: Library) -> Self {
        self.forms = Arc::new(forms);
        self
    }

    /// The forms of the programme, in all their versions. What they ask is public.
    pub fn forms(&self) -> &Library {
        &self.forms
    }

    /// The same with keys, a scanner and limits for documents.
    #[must_use]
    pub fn with_documents(mut self, desk: Desk) -> Self {
        self.documents = Arc::new(desk);
        self
    }

    /// Keys, scanner and limits of documents.
    pub fn documents(&self) -> &Desk {
        &self.documents
    }

    /// The newest version of each form, for filters and names.
    pub fn newest_forms(&self) -> impl Iterator<Item = &Form> {
        let mut last = None;
        self.forms.iter().filter(move |form| last.replace(&form.code) != Some(&form.code))
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Today, where the programme is.
    pub fn today(&self) -> Date {
        Zoned::new(self.now(), self.zone.clone()).date()
    }

    /// Starts an action that may write: it checks that whoever acts may do this to
    /// anything at all, and opens the transaction.
    pub async fn begin<'a>(&'a self, who: &'a Who, action: Action) -> Result<Act<'a>, ActionError> {
        let programme = allowed(who, action)?;
        let tx = self.db.write().await?;
        Ok(Act {
            app: self,
            who,
            action,
            programme,
            tx,
            at: self.now(),
            processing: new_uuid(),
            stands_in: OnceLock::new(),
        })
    }

    /// The same for an action on what is of the whole programme, such as the numbers of a year:
    /// from here on nobody else changes anything in the programme until it is done.
    pub(crate) async fn begin_change<'a>(
        &'a self,
        who: &'a Who,
        action: Action,
    ) -> Result<Act<'a>, ActionError> {
        let mut act = self.begin(who, action).await?;
        act.require(action, Subject::default())?;
        audit::take_head(&mut act.tx, act.programme).await?;
        Ok(act)
    }

    /// Starts an action that only reads and needs no line in the log: public facts such as
    /// homes and numbers, never a person.
    pub async fn look<'a>(&'a self, who: &'a Who, action: Action) -> Result<Act<'a>, ActionError> {
        let programme = allowed(who, action)?;
        let tx = self.db.read().await?;
        Ok(Act {
            app: self,
            who,
            action,
            programme,
            tx,
            at: self.now(),
            processing: new_uuid(),
            stands_in: OnceLock::new(),
        })
    }
}

fn allowed(who: &Who, action: Action) -> Result<Id<Programme>, ActionError> {
    match who.programme() {
        Some(programme) if policy::may(who, action) => Ok(programme.id),
        _ => {
            tracing::warn!(action = action.code(), role = ?who.person().map(|p| p.role), "refused");
            Err(Denied { action, logged_in: *who != Who::Nobody }.into())
        }
    }
}

/// A new identifier.
#[expect(clippy::disallowed_methods, reason = "the edge where identifiers are made")]
pub(crate) fn new_uuid() -> Uuid {
    Uuid::now_v7()
}

/// One action under way.
#[derive(Debug)]
pub struct Act<'a> {
    pub(crate) app: &'a App,
    pub(crate) who: &'a Who,
    pub(crate) action: Action,
    pub(crate) programme: Id<Programme>,
    pub(crate) tx: Tx,
    pub(crate) at: Timestamp,
    processing: Uuid,
    /// The log-in name of the absent colleague it is done for, once that is known.
    stands_in: OnceLock<String>,
}

impl Act<'_> {
    /// Checks the policy for the thing the action is about.
    pub(crate) fn require(&self, action: Action, subject: Subject<'_>) -> Result<(), ActionError> {
        policy::require(self.who, action, subject).inspect_err(|denied| {
            tracing::warn!(action = denied.action.code(), "refused for this subject");
        })?;
        self.stands_in_for(subject.worker);
        Ok(())
    }

    /// The person whose own file it is about; nobody else is let in here.
    pub(crate) fn resident(&self) -> Result<ResidentRow, ActionError> {
        let denied = Denied { action: self.action, logged_in: *self.who != Who::Nobody };
        self.who.resident().cloned().ok_or_else(|| denied.into())
    }

    /// The same for a file on a road, which a guest may have been let in on.
    pub(crate) fn require_on_file(
        &self,
        action: Action,
        subject: Subject<'_>,
        reference: &Reference,
    ) -> Result<(), ActionError> {
        if policy::may_as_guest(self.who, action, reference) {
            return Ok(());
        }
        self.require(action, subject)
    }

    /// Notes that this is done for an absent colleague, when the file carries the name of one
    /// that whoever acts stands in for.
    pub(crate) fn stands_in_for(&self, worker: Option<&str>) {
        let found = self.who.person().zip(worker).and_then(|(it, login)| it.stands_in_for(login));
        if let Some(absent) = found {
            let _ = self.stands_in.set(absent.login.clone());
        }
    }

    /// For whom a line of the log is done: for a file the absent colleague whose name it
    /// carries, for a list all that somebody stands in for, for anything else whoever the
    /// action turned out to be for.
    async fn done_for(&mut self, kind: &str, subject: &str) -> Result<Vec<String>, ActionError> {
        let Some(person) = self.who.person().filter(|it| !it.stands_in.is_empty()) else {
            return Ok(Vec::new());
        };
        let list = matches!(kind, "participants" | "cases" | "forms" | "agreements" | "tasks");
        if list {
            return Ok(person.stands_in.iter().map(|it| it.login.clone()).collect());
        }
        if kind == "participant"
            && let Ok(reference) = Reference::new(subject)
        {
            let programme = self.programme;
            let found = participants::briefs(&mut self.tx, programme, &[&reference]).await?;
            let worker = found.get(&reference).and_then(|it| it.worker.as_ref());
            let absent = worker.and_then(|it| person.stands_in_for(it.as_str()));
            // Whoever changed whose it is did so for whom it was before.
            if let Some(absent) = absent {
                return Ok(vec![absent.login.clone()]);
            }
        }
        Ok(self.stands_in.get().cloned().into_iter().collect())
    }

    /// The purpose of a line of the log: that of the action, or that somebody is there as a guest
    /// and has no reach of their own.
    async fn purpose(
        &mut self,
        action: Action,
        kind: &str,
        subject: &str,
    ) -> Result<&'static str, ActionError> {
        let who = self.who;
        let pass = who
            .person()
            .filter(|_| kind == "participant")
            .and_then(|it| it.guest_on.iter().find(|it| it.reference.as_str() == subject));
        let Some(pass) = pass else { return Ok(purpose(action)) };
        let (provider, worker) = subject_of(self, &pass.reference).await?;
        let case = self.case_row(&pass.reference, true).await?;
        let whose = Whose { provider, worker, association: case.and_then(|it| it.association) };
        Ok(if whose.is_guest(who, Action::SeeCase) { GUEST } else { purpose(action) })
    }

    /// The day it is, where the programme is.
    pub(crate) fn today(&self) -> Date {
        Zoned::new(self.at, self.app.zone.clone()).date()
    }

    /// Writes a line in the log: what kind of thing, which one, and facts as JSON.
    pub(crate) async fn log(
        &mut self,
        subject_kind: &str,
        subject: &str,
        detail: &serde_json::Value,
    ) -> Result<(), ActionError> {
        self.log_as(self.action, subject_kind, subject, detail).await
    }

    /// The same under another action's name, for an action that has several parts.
    pub(crate) async fn log_as(
        &mut self,
        action: Action,
        subject_kind: &str,
        subject: &str,
        detail: &serde_json::Value,
    ) -> Result<(), ActionError> {
        let purpose = self.purpose(action, subject_kind, subject).await?;
        let mut detail = detail.clone();
        let done_for = self.done_for(subject_kind, subject).await?;
        if let (false, Some(facts)) = (done_for.is_empty(), detail.as_object_mut()) {
            facts.insert("for".to_owned(), done_for.into());
        }
        let line = audit::Line {
            at: self.at,
            account: self.who.account(),
            actor: self.who.label(),
            action: action.code().to_owned(),
            subject_kind: subject_kind.to_owned(),
            subject: subject.to_owned(),
            purpose: purpose.to_owned(),
            detail: detail.to_string(),
            processing: self.processing,
        };
        audit::append(&mut self.tx, self.programme, &line).await?;
        Ok(())
    }

    /// Makes it permanent.
    pub(crate) async fn commit(self) -> Result<(), ActionError> {
        self.tx.commit().await?;
        Ok(())
    }
}

/// Every purpose a line of the log can have.
pub fn purposes() -> BTreeSet<&'static str> {
    Action::ALL.into_iter().map(purpose).chain([GUEST]).collect()
}

/// The purpose of a line about a file somebody was let in on as a guest.
const GUEST: &str = "guest";

/// What an action is for, in the words of the register of processing.
fn purpose(action: Action) -> &'static str {
    match action {
        Action::ListParticipants
        | Action::SeeParticipant
        | Action::SeeIdentity
        | Action::SeeOwnWords
        | Action::SeeHistory
        | Action::AddParticipant
        | Action::ChangeParticipant
        | Action::ExportParticipants => "preparing-placement",
        Action::SeeHomes | Action::ChangeHomes | Action::ChangeVacancy => "homes",
        Action::SeeNumbers
        | Action::ChangeNumbers
        | Action::AssentYear
        | Action::DecideShares
        | Action::SeeWhatIf
        | Action::RunWhatIf
        | Action::ChangePilot
        | Action::ChangeObstacles
        | Action::SetTargets
        | Action::ChangeGroups => "steering",
        Action::Import => "bringing-in-data",
        Action::SeeRounds
        | Action::SeeProposal
        | Action::ChangeRound
        | Action::Propose
        | Action::TryNumbers
        | Action::Fix
        | Action::Decide
        | Action::CloseRound
        | Action::ExportRound => "placement",
        Action::ListAgreements
        | Action::SeeAgreement
        | Action::ChangeAgreement
        | Action::ExportAgreements => "agreements",
        Action::SeeForms
        | Action::FillForm
        | Action::CheckForm
        | Action::TreatForm
        | Action::ExportForm => "route-to-a-home",
        Action::ListCases
        | Action::SeeCase
        | Action::SeeCaseName
        | Action::BeginCase
        | Action::ActOnCase
        | Action::DecideCase
        | Action::ExportCases
        | Action::ExportForms
        | Action::KeepViews
        | Action::ShareViews => "casework",
        Action::GiveKey
        | Action::SeeOwnFile
        | Action::ActOnOwnFile
        | Action::SayOwnWords
        | Action::ChangeOwnKey => "own-window",
        Action::SeePlan | Action::ChangePlan | Action::AnswerPlan => "support",
        Action::SeeDocuments
        | Action::AddDocument
        | Action::ReleaseDocument
        | Action::EraseDocument
        | Action::KeepDocuments => "documents",
        Action::SeeLog => "accountability",
        Action::ManageAccounts | Action::ChangeOwnAccount => "access",
        Action::ReadMessages | Action::ManageOutbox | Action::SendMail => "messages",
        Action::ArrangeOwnLeave | Action::ArrangeLeave => "access",
        Action::HandOverFiles
        | Action::InviteGuest
        | Action::BeGuest
        | Action::SeeTasks
        | Action::ChangeTask => "casework",
    }
}
