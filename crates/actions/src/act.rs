use std::sync::{Arc, LazyLock};

use jiff::{Timestamp, Zoned, civil::Date, tz::TimeZone};
use sleutel_domain::{
    Id,
    access::Programme,
    forms::{Form, Library},
    routes::RouteSet,
};
use sleutel_store::{Db, Tx, audit};
use tokio::sync::Semaphore;
use uuid::Uuid;

use crate::{
    ActionError, Denied, Who,
    policy::{self, Action, Subject},
    rounds::Cache,
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
        Self { db, clock, zone, cache: Arc::new(Cache::default()), routes, forms, door }
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
        Ok(Act { app: self, who, action, programme, tx, at: self.now(), processing: new_uuid() })
    }

    /// Starts an action that only reads and needs no line in the log: public facts such as
    /// homes and numbers, never a person.
    pub async fn look<'a>(&'a self, who: &'a Who, action: Action) -> Result<Act<'a>, ActionError> {
        let programme = allowed(who, action)?;
        let tx = self.db.read().await?;
        Ok(Act { app: self, who, action, programme, tx, at: self.now(), processing: new_uuid() })
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
}

impl Act<'_> {
    /// Checks the policy for the thing the action is about.
    pub(crate) fn require(&self, action: Action, subject: Subject<'_>) -> Result<(), ActionError> {
        policy::require(self.who, action, subject).inspect_err(|denied| {
            tracing::warn!(action = denied.action.code(), "refused for this subject");
        })?;
        Ok(())
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
        let line = audit::Line {
            at: self.at,
            account: self.who.account(),
            actor: self.who.label(),
            action: action.code().to_owned(),
            subject_kind: subject_kind.to_owned(),
            subject: subject.to_owned(),
            purpose: purpose(action).to_owned(),
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
        Action::SeeNumbers | Action::ChangeNumbers => "steering",
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
        Action::SeeForms | Action::FillForm | Action::CheckForm | Action::TreatForm => {
            "route-to-a-home"
        }
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
        Action::SeeLog => "accountability",
        Action::ManageAccounts | Action::ChangeOwnAccount => "access",
        Action::ReadMessages | Action::ManageOutbox | Action::SendMail => "messages",
    }
}
