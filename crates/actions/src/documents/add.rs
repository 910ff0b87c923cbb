use serde_json::json;
use sleutel_domain::{
    Id, Phrase, Reference,
    access::OrganisationKind,
    agreements::Agreement,
    documents::{
        Audience, Document, DocumentKind, FileKind, FileName, Standing, StepRefused, Tie, Unfit,
        VersionState,
    },
    routes::Step,
};
use sleutel_exchange::documents::look;
use sleutel_store::{
    documents::{self as rows, DocumentRow, VersionRow},
    forms::{self, FormFileRow},
};

use super::{
    DocumentHold, Limits, agreements_seen, check, content,
    content::{chunks, keep},
    is_own, reach, within,
};
use crate::{
    ActionError, App, FieldFault, Who,
    act::{Act, new_uuid},
    fields::Fields,
    participants::not_set_aside,
    policy::{self, Action},
};

/// A file as it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentFile {
    /// What whoever sent it calls it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// With whom a document is shared, as somebody chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// As is usual for its kind.
    Usual,
    /// With these.
    With(Audience),
}

impl Shared {
    /// The words in forms, in the order they are shown.
    pub const CODES: [&'static str; 5] = ["usual", "nobody", "municipality", "association", "both"];

    /// Reads the word; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "usual" => Self::Usual,
            "nobody" => Self::With(Audience::NONE),
            "municipality" => Self::With(Audience { municipality: true, association: false }),
            "association" => Self::With(Audience { municipality: false, association: true }),
            "both" => Self::With(Audience::BOTH),
            _ => return None,
        })
    }

    /// The word of an audience.
    pub fn code_of(audience: Audience) -> &'static str {
        match (audience.municipality, audience.association) {
            (false, false) => "nobody",
            (true, false) => "municipality",
            (false, true) => "association",
            (true, true) => "both",
        }
    }

    /// Who reads it; `None` when that is more than the kind allows.
    pub(super) fn audience(self, kind: DocumentKind) -> Option<Audience> {
        match self {
            Self::Usual => Some(kind.usual()),
            Self::With(audience) => audience.is_within(kind.widest()).then_some(audience),
        }
    }
}

/// New documents as somebody sent them; the texts as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AddDraft {
    /// What they are.
    pub kind: String,
    /// What they belong to; empty for the file only.
    pub tie: String,
    /// With whom they are shared.
    pub share: String,
    /// The files.
    pub files: Vec<SentFile>,
}

/// What a page to add documents needs.
#[derive(Debug, Clone)]
pub struct BlankView {
    /// Whose file.
    pub reference: Reference,
    /// The kinds this party adds.
    pub kinds: Vec<DocumentKind>,
    /// Steps of the road they can belong to.
    pub steps: Vec<Step>,
    /// Forms they can belong to.
    pub forms: Vec<FormFileRow>,
    /// Agreements they can belong to.
    pub agreements: Vec<Agreement>,
    /// How much is taken in.
    pub limits: Limits,
    /// Whether a scanner checks.
    pub scanner: bool,
}

/// What a page to add documents needs.
pub async fn blank(app: &App, who: &Who, reference: &Reference) -> Result<BlankView, ActionError> {
    let mut act = app.begin(who, Action::AddDocument).await?;
    reach(&mut act, Action::AddDocument, reference).await?;
    let kinds = DocumentKind::ALL.into_iter().filter(|it| adds(who, *it)).collect();
    let (steps, forms, agreements) = ties(&mut act, reference).await?;
    act.log("participant", reference.as_str(), &json!({ "documents": "asked" })).await?;
    act.commit().await?;
    let (limits, scanner) = (app.documents.limits, app.documents.scanner.is_some());
    Ok(BlankView { reference: reference.clone(), kinds, steps, forms, agreements, limits, scanner })
}

fn adds(who: &Who, kind: DocumentKind) -> bool {
    who.kind().is_some_and(|it| kind.added_by(it))
}

type Ties = (Vec<Step>, Vec<FormFileRow>, Vec<Agreement>);

/// What documents of a file can belong to, as far as whoever asks knows of it.
pub(super) async fn ties(act: &mut Act<'_>, reference: &Reference) -> Result<Ties, ActionError> {
    let programme = act.programme;
    let case = act.case(reference, true).await?;
    let steps = case.map(|it| it.file.state().route.steps.clone()).unwrap_or_default();
    let forms = if act.who.kind() == Some(OrganisationKind::Provider) {
        forms::files_of(&mut act.tx, programme, reference).await?
    } else {
        Vec::new()
    };
    Ok((steps, forms, agreements_seen(act, reference).await?))
}

async fn may_tie(act: &mut Act<'_>, reference: &Reference, tie: &Tie) -> Result<bool, ActionError> {
    let (steps, forms, agreements) = ties(act, reference).await?;
    Ok(match tie {
        Tie::Step(code) => steps.iter().any(|it| it.code == *code),
        Tie::Form(id) => forms.iter().any(|it| it.id == *id),
        Tie::Agreement(id) => agreements.iter().any(|it| it.id == *id),
    })
}

/// Adds documents to a file: all of them, or with any fault none. With a scanner they are
/// checked at once as far as it answers in time; the rest waits in quarantine.
pub async fn add(
    app: &App,
    who: &Who,
    reference: &Reference,
    draft: &AddDraft,
) -> Result<Vec<Id<Document>>, ActionError> {
    let looked = if policy::may(who, Action::AddDocument) {
        looked_at(&draft.files, app.documents.limits)
    } else {
        Vec::new()
    };
    let mut act = app.begin(who, Action::AddDocument).await?;
    reach(&mut act, Action::AddDocument, reference).await?;
    not_set_aside(&mut act, reference).await?;
    content::ring(app)?;
    let mut fields = Fields::default();
    let kind = fields.choice("kind", &draft.kind, DocumentKind::from_code);
    if kind.is_some_and(|it| !adds(who, it)) {
        fields.bad("kind", FieldFault::NotYours);
    }
    let tie = fields.choice_opt("tie", &draft.tie, Tie::from_code);
    if let Some(tie) = &tie
        && !may_tie(&mut act, reference, tie).await?
    {
        fields.bad("tie", FieldFault::NotAChoice);
    }
    let share = if draft.share.is_empty() { "usual" } else { &draft.share };
    let share = fields.choice("share", share, Shared::from_code);
    let audience = kind.zip(share).and_then(|(kind, share)| share.audience(kind));
    if kind.is_some() && share.is_some() && audience.is_none() {
        fields.bad("share", FieldFault::TooWide);
    }
    let files = fitting(&mut act, reference, &draft.files, looked, &mut fields).await?;
    let given = (|| Some((kind?, audience?, files?)))();
    let (kind, audience, files) = fields.done(given)?;
    let organisation = who.organisation().ok_or(ActionError::NotFound)?.clone();
    let mut added = Vec::new();
    for (sent, file) in draft.files.iter().zip(files) {
        let row = DocumentRow {
            id: Id::new(new_uuid()),
            reference: reference.clone(),
            kind,
            tie: tie.clone(),
            audience,
            organisation: organisation.clone(),
            standing: Standing::Kept,
            newest: 1,
            changes: 1,
            made_at: act.at,
        };
        let programme = act.programme;
        rows::add(&mut act.tx, programme, &row).await?;
        let version = version(&act, row.id, 1, sent, file, None);
        keep(&mut act, &version, &sent.bytes).await?;
        let detail = json!({ "added": 1, "kind": kind.code(), "file": file.code() });
        act.log("document", &row.id.to_string(), &detail).await?;
        added.push(version);
    }
    let ids: Vec<Id<Document>> = added.iter().map(|it| it.document).collect();
    let named: Vec<String> = ids.iter().map(ToString::to_string).collect();
    act.log("participant", reference.as_str(), &json!({ "added": named })).await?;
    act.commit().await?;
    let contents = draft.files.iter().map(|it| it.bytes.as_slice());
    check::at_once(app, who, added.iter().zip(contents)).await;
    Ok(ids)
}

/// Puts a new version in the place of the newest, which stays. `changes` is the count of
/// changes that was seen: of two people at once the second is told.
pub async fn replace(
    app: &App,
    who: &Who,
    id: Id<Document>,
    changes: i64,
    why: &str,
    files: &[SentFile],
) -> Result<(), ActionError> {
    let looked = if policy::may(who, Action::AddDocument) {
        looked_at(files, Limits { files: 1, ..app.documents.limits })
    } else {
        Vec::new()
    };
    let mut act = app.begin(who, Action::AddDocument).await?;
    let programme = act.programme;
    let (mut row, _) = within(&mut act, Action::AddDocument, id).await?;
    content::ring(app)?;
    if !is_own(who, &row) {
        return Err(DocumentHold::NotAdder.into());
    }
    not_set_aside(&mut act, &row.reference).await?;
    match row.standing {
        Standing::Kept => {}
        Standing::Withdrawn { .. } => return Err(StepRefused::Withdrawn.into()),
        Standing::Erased { .. } => return Err(StepRefused::Erased.into()),
    }
    if row.changes != changes {
        return Err(ActionError::Changed);
    }
    let mut fields = Fields::default();
    let why = fields.text("why", why, Phrase::new);
    if files.len() > 1 {
        fields.bad("files", FieldFault::TooManyRows { most: 1 });
    }
    let fit = fitting(&mut act, &row.reference, files, looked, &mut fields).await?;
    let given = (|| Some((why?, *fit?.first()?, files.first()?)))();
    let (why, file, sent) = fields.done(given)?;
    row.newest = row.newest.saturating_add(1);
    let version = version(&act, id, row.newest, sent, file, Some(why));
    rows::save(&mut act.tx, programme, &row).await?;
    keep(&mut act, &version, &sent.bytes).await?;
    let detail = json!({ "added": row.newest, "file": file.code() });
    act.log("document", &id.to_string(), &detail).await?;
    let detail = json!({ "document": id.to_string(), "version": row.newest });
    act.log("participant", row.reference.as_str(), &detail).await?;
    act.commit().await?;
    check::at_once(app, who, [(&version, sent.bytes.as_slice())].into_iter()).await;
    Ok(())
}

fn version(
    act: &Act<'_>,
    document: Id<Document>,
    number: u32,
    sent: &SentFile,
    file: FileKind,
    why: Option<Phrase>,
) -> VersionRow {
    VersionRow {
        document,
        number,
        name: FileName::clean(&sent.name, file),
        file,
        size: u64::try_from(sent.bytes.len()).unwrap_or(u64::MAX),
        chunks: chunks(sent.bytes.len()),
        added_by: act.who.label(),
        added_at: act.at,
        why,
        state: VersionState::InQuarantine { since: act.at },
        tries: 0,
        failure: None,
    }
}

type Looked = Result<FileKind, Vec<Unfit>>;

/// Looks at every file before the database is asked for anything.
fn looked_at(files: &[SentFile], limits: Limits) -> Vec<Looked> {
    files.iter().take(limits.files).map(|it| look(&it.name, &it.bytes, limits.file)).collect()
}

/// The kinds of the files when all of them fit; otherwise every fault stands at its file.
async fn fitting(
    act: &mut Act<'_>,
    reference: &Reference,
    files: &[SentFile],
    looked: Vec<Looked>,
    fields: &mut Fields,
) -> Result<Option<Vec<FileKind>>, ActionError> {
    let (programme, limits) = (act.programme, act.app.documents.limits);
    if files.is_empty() {
        fields.bad("files", FieldFault::Required);
        return Ok(None);
    }
    if files.len() > limits.files {
        let most = u8::try_from(limits.files).unwrap_or(u8::MAX);
        fields.bad("files", FieldFault::TooManyRows { most });
    }
    let mut together = rows::size_of(&mut act.tx, programme, reference).await?;
    let mut kinds = Vec::new();
    for (at, (sent, looked)) in files.iter().zip(looked).enumerate() {
        together = together.saturating_add(u64::try_from(sent.bytes.len()).unwrap_or(u64::MAX));
        let (kind, mut faults) = match looked {
            Ok(kind) => (Some(kind), Vec::new()),
            Err(faults) => (None, faults),
        };
        if together > limits.household {
            faults.push(Unfit::NoRoom { together, most: limits.household });
        }
        if faults.is_empty() {
            kinds.extend(kind);
        } else {
            let name = shown_name(&sent.name);
            fields.bad(&format!("files-{}", at + 1), FieldFault::Document { name, faults });
        }
    }
    Ok((kinds.len() == files.len()).then_some(kinds))
}

/// The name as somebody sent it, fit to be shown.
fn shown_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let safe = FileName::clean(last, FileKind::Text).to_string();
    let stem = safe.strip_suffix(".txt").unwrap_or(&safe);
    let ending = FileName::ending(last).filter(|it| it == "txt");
    ending.map_or_else(|| stem.to_owned(), |it| format!("{stem}.{it}"))
}
