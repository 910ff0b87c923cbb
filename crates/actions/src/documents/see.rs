use std::collections::BTreeMap;

use serde_json::json;
use sleutel_domain::{
    Id, OrganisationCode, Reference,
    agreements::Agreement,
    documents::{Closed, Document, Door, FileKind, FileName, Standing, Tie, VersionState, door},
    routes::Step,
};
use sleutel_store::{
    Page, Window, access,
    audit::{self, Chained},
    documents::{self as rows, DocumentFilter, DocumentRow, ListRow, VersionRow},
    forms::FormFileRow,
};

use super::{
    DocumentHold, Limits, Whose, add::ties, content::load, is_own, knows, may_erase, reach,
    speaks_for_adder, within,
};
use crate::{
    ActionError, App, Who,
    act::Act,
    policy::{self, Action, Reach},
};

/// Which documents of a file are wanted. Empty text means all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of one kind, by code.
    pub kind: String,
    /// With the newest version in this state, or `withdrawn` or `erased`.
    pub state: String,
}

/// A version with what the reader can do with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedVersion {
    /// The version.
    pub row: VersionRow,
    /// Whether it can be opened.
    pub door: Door,
}

/// A document with its versions, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The document.
    pub row: DocumentRow,
    /// Its versions; there is at least one.
    pub versions: Vec<ListedVersion>,
    /// Whether the reader's own organisation added it.
    pub own: bool,
}

impl Listed {
    /// The newest version.
    pub fn newest(&self) -> Option<&ListedVersion> {
        self.versions.first()
    }

    /// The word its state is filtered by.
    pub fn state(&self) -> &'static str {
        match &self.row.standing {
            Standing::Withdrawn { .. } | Standing::Erased { .. } => self.row.standing.code(),
            Standing::Kept => self.newest().map_or("", |it| it.row.state.code()),
        }
    }
}

/// The documents of a file as somebody may see them.
#[derive(Debug, Clone)]
pub struct ListView {
    /// Whose file.
    pub reference: Reference,
    /// Those the filter lets through, newest first.
    pub rows: Vec<Listed>,
    /// How many there are without the filter.
    pub all: usize,
    /// What organisations are called, by code.
    pub organisations: BTreeMap<OrganisationCode, String>,
    /// Whether they may add one.
    pub may_add: bool,
    /// Whether a scanner checks.
    pub scanner: bool,
    /// Whether they may open the participant's own file.
    pub opens_participant: bool,
    /// Whether there is a file on a road they may open.
    pub opens_case: bool,
    /// How much is taken in.
    pub limits: Limits,
}

/// One document as somebody may see it.
#[derive(Debug, Clone)]
pub struct DocumentView {
    /// The document.
    pub document: Listed,
    /// What organisations are called, by code.
    pub organisations: BTreeMap<OrganisationCode, String>,
    /// Who supports the household.
    pub provider: OrganisationCode,
    /// What it belongs to, as far as the reader knows of that.
    pub tie: Option<TieView>,
    /// What was done with it and who looked, newest first. For whoever added it and the
    /// provider.
    pub log: Option<Page<Chained>>,
    /// Whether they may release or refuse a version.
    pub may_release: bool,
    /// Whether they may add a version.
    pub may_replace: bool,
    /// Whether they may share it otherwise.
    pub may_change: bool,
    /// Whether they may take it back, or undo that.
    pub may_withdraw: bool,
    /// Whether they may throw away what is in it.
    pub may_erase: bool,
    /// Whether a scanner checks.
    pub scanner: bool,
    /// How much is taken in.
    pub limits: Limits,
}

/// What a document belongs to.
#[derive(Debug, Clone)]
pub enum TieView {
    /// A step of the road.
    Step(Box<Step>),
    /// A form.
    Form(Box<FormFileRow>),
    /// An agreement.
    Agreement(Box<Agreement>),
}

/// What came of opening a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// Nothing checked it: whoever opens it has to say that they want to.
    Warning {
        /// What it is called.
        name: FileName,
    },
    /// What is in it.
    Content {
        /// What it is called.
        name: FileName,
        /// What kind of file it is.
        file: FileKind,
        /// The bytes.
        bytes: Vec<u8>,
    },
}

/// A page of what waits in quarantine. Names of files are not in it: they can say as much as
/// a page.
#[derive(Debug, Clone)]
pub struct QuarantineView {
    /// The versions, those that wait longest first.
    pub page: Page<ListRow>,
    /// What organisations are called, by code.
    pub organisations: BTreeMap<OrganisationCode, String>,
    /// Whether a scanner checks.
    pub scanner: bool,
    /// Whether they may open the document's own page.
    pub opens: bool,
}

async fn organisations(
    act: &mut Act<'_>,
) -> Result<BTreeMap<OrganisationCode, String>, ActionError> {
    let programme = act.programme;
    let rows = access::organisations(&mut act.tx, programme).await?;
    Ok(rows.into_iter().map(|it| (it.code, it.name.to_string())).collect())
}

fn listed(act: &Act<'_>, whose: &Whose, row: DocumentRow, versions: Vec<VersionRow>) -> Listed {
    let own = is_own(act.who, &row);
    let scanner = act.app.documents.scanner.is_some();
    let (kind, read) = (row.kind, knows(act, &row, whose));
    let seen = versions.into_iter().filter(|it| own || whose.tells(act, kind, it.added_at));
    let versions = seen.map(|mut it| {
        let mut door = door(&row.standing, &it.state, own, scanner);
        // Who may throw it away has to know that it is there, and no more.
        if !read && door != Door::Closed(Closed::Erased) {
            (door, it.why) = (Door::Closed(Closed::OfBefore), None);
        }
        // The name of a file can say as much as what is in it.
        if !own && matches!(door, Door::Closed(_)) {
            it.name = FileName::clean("", it.file);
        }
        ListedVersion { row: it, door }
    });
    Listed { versions: versions.collect(), own, row }
}

/// The documents of a file that somebody knows of.
pub async fn list(
    app: &App,
    who: &Who,
    reference: &Reference,
    filter: &Filter,
) -> Result<ListView, ActionError> {
    let mut act = app.begin(who, Action::SeeDocuments).await?;
    let programme = act.programme;
    let whose = reach(&mut act, Action::SeeDocuments, reference).await?;
    let mut versions: BTreeMap<Id<Document>, Vec<VersionRow>> = BTreeMap::new();
    for row in rows::versions_of_household(&mut act.tx, programme, reference).await? {
        versions.entry(row.document).or_default().push(row);
    }
    let found = rows::documents_of(&mut act.tx, programme, reference).await?;
    let mut all: Vec<Listed> = found
        .into_iter()
        .filter(|row| knows(&act, row, &whose) || may_erase(who, &whose))
        .map(|row| {
            let versions = versions.remove(&row.id).unwrap_or_default();
            listed(&act, &whose, row, versions)
        })
        .collect();
    let count = all.len();
    all.retain(|it| {
        let kind = filter.kind.is_empty() || it.row.kind.code() == filter.kind;
        kind && (filter.state.is_empty() || it.state() == filter.state)
    });
    let shown: Vec<String> = all.iter().map(|it| it.row.id.to_string()).collect();
    act.log("participant", reference.as_str(), &json!({ "documents": shown })).await?;
    let organisations = organisations(&mut act).await?;
    let case = act.case(reference, true).await?.is_some();
    act.commit().await?;
    Ok(ListView {
        reference: reference.clone(),
        rows: all,
        all: count,
        organisations,
        may_add: whose.may(who, Action::AddDocument),
        scanner: app.documents.scanner.is_some(),
        opens_participant: whose.may(who, Action::SeeParticipant),
        opens_case: case && whose.may(who, Action::SeeCase),
        limits: app.documents.limits,
    })
}

/// One document, with its versions.
pub async fn view(app: &App, who: &Who, id: Id<Document>) -> Result<DocumentView, ActionError> {
    let mut act = app.begin(who, Action::SeeDocuments).await?;
    let programme = act.programme;
    let (row, whose) = within(&mut act, Action::SeeDocuments, id).await?;
    let versions = rows::versions(&mut act.tx, programme, id).await?;
    let tie = tied(&mut act, &row).await?;
    let document = listed(&act, &whose, row, versions);
    let inside = document.own || who.organisation() == Some(&whose.provider);
    let log = if inside {
        let window = Window { offset: 0, limit: 100 };
        Some(audit::lines(&mut act.tx, programme, "document", &id.to_string(), window).await?)
    } else {
        None
    };
    act.log("document", &id.to_string(), &json!({})).await?;
    let detail = json!({ "document": id.to_string() });
    act.log("participant", document.row.reference.as_str(), &detail).await?;
    let organisations = organisations(&mut act).await?;
    let speaks = speaks_for_adder(&mut act, &document.row, &whose).await?;
    act.commit().await?;
    let gone = matches!(document.row.standing, Standing::Erased { .. });
    let adds = !gone && whose.may(who, Action::AddDocument);
    Ok(DocumentView {
        organisations,
        tie,
        log,
        may_release: !gone && whose.may(who, Action::ReleaseDocument),
        may_replace: !gone && document.own && whose.may(who, Action::AddDocument),
        may_change: adds && speaks,
        may_withdraw: adds && (speaks || may_erase(who, &whose)),
        may_erase: !gone && may_erase(who, &whose),
        provider: whose.provider,
        document,
        scanner: app.documents.scanner.is_some(),
        limits: app.documents.limits,
    })
}

async fn tied(act: &mut Act<'_>, row: &DocumentRow) -> Result<Option<TieView>, ActionError> {
    let Some(tie) = &row.tie else { return Ok(None) };
    let (steps, forms, agreements) = ties(act, &row.reference).await?;
    Ok(match tie {
        Tie::Step(code) => {
            steps.into_iter().find(|it| it.code == *code).map(|it| TieView::Step(Box::new(it)))
        }
        Tie::Form(id) => {
            forms.into_iter().find(|it| it.id == *id).map(|it| TieView::Form(Box::new(it)))
        }
        Tie::Agreement(id) => agreements
            .into_iter()
            .find(|it| it.id == *id)
            .map(|it| TieView::Agreement(Box::new(it))),
    })
}

/// What is in a version, for whoever may open it; `sure` when they were warned. Every
/// opening has its line in the log, before a byte leaves.
pub async fn open(
    app: &App,
    who: &Who,
    id: Id<Document>,
    number: u32,
    sure: bool,
) -> Result<Opened, ActionError> {
    let mut act = app.begin(who, Action::SeeDocuments).await?;
    let programme = act.programme;
    let (row, whose) = within(&mut act, Action::SeeDocuments, id).await?;
    let versions = rows::versions(&mut act.tx, programme, id).await?;
    let document = listed(&act, &whose, row, versions);
    let found = document.versions.into_iter().find(|it| it.row.number == number);
    let version = found.ok_or(ActionError::NotFound)?;
    match version.door {
        Door::Open => {}
        Door::Warned if sure => {}
        Door::Warned => return Ok(Opened::Warning { name: version.row.name }),
        Door::Closed(why) => return Err(DocumentHold::Closed(why).into()),
    }
    let bytes = load(&mut act, &version.row).await?;
    let unchecked = matches!(version.row.state, VersionState::InQuarantine { .. });
    let detail = json!({ "opened": number, "unchecked": unchecked });
    act.log("document", &id.to_string(), &detail).await?;
    let detail = json!({ "document": id.to_string(), "opened": number });
    act.log("participant", document.row.reference.as_str(), &detail).await?;
    act.commit().await?;
    debug_assert!(version.door != Door::Closed(Closed::Erased));
    Ok(Opened::Content { name: version.row.name, file: version.row.file, bytes })
}

/// What waits in quarantine for somebody who may release it.
pub async fn quarantine(
    app: &App,
    who: &Who,
    window: Window,
) -> Result<QuarantineView, ActionError> {
    let mut act = app.begin(who, Action::ReleaseDocument).await?;
    let provider = match policy::reach_of(who, Action::ReleaseDocument) {
        Reach::All => String::new(),
        Reach::Own | Reach::Caseload | Reach::Nothing => {
            who.organisation().map(ToString::to_string).unwrap_or_default()
        }
    };
    let filter = DocumentFilter { provider, state: "in-quarantine".to_owned() };
    let programme = act.programme;
    let page = rows::list(&mut act.tx, programme, &filter, window).await?;
    let ids: Vec<String> = page.rows.iter().map(|it| it.document.id.to_string()).collect();
    let shown: Vec<&str> = page.rows.iter().map(|it| it.document.reference.as_str()).collect();
    act.log("documents", "", &json!({ "shown": shown, "documents": ids })).await?;
    let organisations = organisations(&mut act).await?;
    act.commit().await?;
    let scanner = app.documents.scanner.is_some();
    let opens = policy::may(who, Action::SeeDocuments);
    Ok(QuarantineView { page, organisations, scanner, opens })
}

/// Versions over all files, for whoever runs the installation.
pub async fn list_everywhere(
    app: &App,
    who: &Who,
    state: &str,
    window: Window,
) -> Result<Page<ListRow>, ActionError> {
    let mut act = app.begin(who, Action::KeepDocuments).await?;
    let filter = DocumentFilter { state: state.to_owned(), ..DocumentFilter::default() };
    let programme = act.programme;
    let page = rows::list(&mut act.tx, programme, &filter, window).await?;
    act.log("documents", "", &json!({ "listed": page.rows.len() })).await?;
    act.commit().await?;
    Ok(page)
}
