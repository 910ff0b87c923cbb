use jiff::civil::Date;
use serde_json::json;
use sleutel_domain::{access::Party, homes::DwellingFacts};
use sleutel_store::{
    Page, Window, access as accounts,
    audit::{self, Chained},
    homes,
    participants::{self as rows, ParticipantFile},
    plan as plans, window as keys,
};

use crate::{
    ActionError, App, Who,
    act::Act,
    cases::{self, ActDraft, CaseView, Doing},
    participants::{Lists, lists_in},
    policy::Action,
};

/// Which page of the window somebody looks at; the log keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnPage {
    /// The first.
    Home,
    /// Their road.
    Road,
    /// A home on offer.
    Offer,
    /// Something to do.
    Act,
    /// Whom to ask.
    Help,
    /// Their own secret.
    Key,
}

impl OwnPage {
    fn code(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Road => "road",
            Self::Offer => "offer",
            Self::Act => "act",
            Self::Help => "help",
            Self::Key => "key",
        }
    }
}

/// Whom somebody can ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Their support worker, when there is one.
    pub worker: Option<String>,
    /// The organisation that supports them.
    pub provider: String,
}

/// The home on offer, or the one that was accepted.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnHome {
    /// Street and number.
    pub address: String,
    /// What is known of it.
    pub facts: DwellingFacts,
    /// First day it can be lived in.
    pub from: Date,
}

/// What a page of the window shows.
#[derive(Debug, Clone)]
pub struct OwnView<'r> {
    /// The given name, to greet with.
    pub given: String,
    /// The reference, which one's own secret goes with.
    pub reference: String,
    /// The road; `None` when they are on none.
    pub road: Option<CaseView<'r>>,
    /// The home on offer or accepted.
    pub home: Option<OwnHome>,
    /// Whom to ask.
    pub contact: Contact,
    /// Whether they have a secret of their own.
    pub has_secret: bool,
    /// Whether a plan lies ready that they did not answer.
    pub plan_waits: bool,
}

/// What a page of one's own window shows.
pub async fn see<'a>(
    app: &'a App,
    who: &'a Who,
    page: OwnPage,
) -> Result<OwnView<'a>, ActionError> {
    let mut act = app.begin(who, Action::SeeOwnFile).await?;
    let (programme, resident) = (act.programme, act.resident()?);
    let file = own_file(&mut act).await?;
    let road = cases::own(&mut act, &resident.reference).await?;
    let home = match road.as_ref().and_then(|it| it.row.vacancy.clone()) {
        Some(code) => home(&mut act, &code).await?,
        None => None,
    };
    let contact = contact(&mut act, &file).await?;
    let has_secret = keys::secret_since(&mut act.tx, programme, file.id).await?.is_some();
    let plan = plans::plan_of(&mut act.tx, programme, file.id).await?;
    let plan_waits = plan.open().is_some_and(|it| {
        it.parties.contains(&Party::Participant)
            && !it.answers.iter().any(|it| it.party == Party::Participant)
    });
    act.log("participant", resident.reference.as_str(), &json!({ "own": page.code() })).await?;
    act.commit().await?;
    let given = file.head().map(|it| it.given.to_string()).unwrap_or_default();
    let reference = resident.reference.to_string();
    Ok(OwnView { given, reference, road, home, contact, has_secret, plan_waits })
}

async fn own_file(act: &mut Act<'_>) -> Result<ParticipantFile, ActionError> {
    let (programme, resident) = (act.programme, act.resident()?);
    let file = rows::file(&mut act.tx, programme, &resident.reference).await?;
    file.ok_or(ActionError::NotFound)
}

async fn home(
    act: &mut Act<'_>,
    code: &sleutel_domain::VacancyCode,
) -> Result<Option<OwnHome>, ActionError> {
    let programme = act.programme;
    let Some(vacancy) = homes::vacancy(&mut act.tx, programme, code).await? else {
        return Ok(None);
    };
    let dwelling = homes::dwelling(&mut act.tx, programme, &vacancy.dwelling).await?;
    Ok(dwelling.map(|it| OwnHome {
        address: format!("{} {}", it.street, it.house_number),
        facts: it.facts,
        from: vacancy.available_from,
    }))
}

async fn contact(act: &mut Act<'_>, file: &ParticipantFile) -> Result<Contact, ActionError> {
    let programme = act.programme;
    let organisations = accounts::organisations(&mut act.tx, programme).await?;
    let provider = organisations.into_iter().find(|it| it.code == file.provider);
    let provider = provider.map_or_else(|| file.provider.to_string(), |it| it.name.to_string());
    let worker = match &file.worker {
        Some(login) => accounts::account_by_login(&mut act.tx, login.as_str())
            .await?
            .filter(|it| it.active && it.organisation.code == file.provider)
            .map(|it| it.name),
        None => None,
    };
    Ok(Contact { worker, provider })
}

/// Everything that is recorded about somebody, for themselves.
#[derive(Debug, Clone)]
pub struct OwnRecord {
    /// The file, whole.
    pub file: ParticipantFile,
    /// What codes in it are called.
    pub lists: Lists,
}

/// Everything that is recorded about whoever looks.
pub async fn record(app: &App, who: &Who) -> Result<OwnRecord, ActionError> {
    let mut act = app.begin(who, Action::SeeOwnFile).await?;
    let resident = act.resident()?;
    let file = own_file(&mut act).await?;
    let lists = lists_in(&mut act).await?;
    act.log("participant", resident.reference.as_str(), &json!({ "own": "file" })).await?;
    act.commit().await?;
    Ok(OwnRecord { file, lists })
}

/// Who else saw or changed one's own file, newest first: every time it was opened, not the
/// lists it stood in.
pub async fn looks(app: &App, who: &Who, window: Window) -> Result<Page<Chained>, ActionError> {
    let mut act = app.begin(who, Action::SeeOwnFile).await?;
    let (programme, resident, own) = (act.programme, act.resident()?, who.label());
    let page = audit::looks(&mut act.tx, programme, &resident.reference, &own, window).await?;
    act.log("participant", resident.reference.as_str(), &json!({ "own": "looks" })).await?;
    act.commit().await?;
    Ok(page)
}

/// The planned viewing as a calendar file; see [`cases::viewing_file`].
pub async fn viewing_file(app: &App, who: &Who, summary: &str) -> Result<String, ActionError> {
    let mut act = app.begin(who, Action::SeeOwnFile).await?;
    let resident = act.resident()?;
    let loaded = act.case(&resident.reference, true).await?.ok_or(ActionError::NotFound)?;
    let file = cases::calendar(&mut act, &loaded, summary).await?;
    act.log("participant", resident.reference.as_str(), &json!({ "own": "viewing" })).await?;
    act.commit().await?;
    Ok(file)
}

/// Does something on one's own road: answers, objects, ends one's own step, leaves. `changes` is
/// how many events the file had when the page was made: whoever comes second is told, and
/// nothing is overwritten. What others do is refused, whatever the road says.
pub async fn act(
    app: &App,
    who: &Who,
    doing: Doing,
    draft: &ActDraft,
    changes: u32,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, doing.action_for(who)).await?;
    let (programme, resident) = (act.programme, act.resident()?);
    // A home may become free, which nobody else may take in the meantime.
    audit::take_head(&mut act.tx, programme).await?;
    let loaded = act.case(&resident.reference, true).await?.ok_or(ActionError::NotFound)?;
    let whose = act.whose(&loaded).await?;
    cases::happens(&mut act, loaded, &whose, doing, (draft, changes)).await?;
    act.commit().await
}
