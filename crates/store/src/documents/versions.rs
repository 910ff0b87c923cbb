use jiff::Timestamp;
use sleutel_domain::{
    Id, OrganisationCode, Phrase, Reference,
    access::Programme,
    documents::{Document, FileKind, FileName, HowReleased, ScanFailure, VersionState, WhyRefused},
};
use uuid::Uuid;

use super::{
    content::WrapRow,
    one::{DocumentRow, Row as DocumentColumns},
};
use crate::{
    Page, StoreError, Tx, Window,
    db::{exec, run},
    rows::{At, time},
};

/// One version of a document, without what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionRow {
    /// Of which document.
    pub document: Id<Document>,
    /// Its number, from 1.
    pub number: u32,
    /// What it is called when somebody saves it.
    pub name: FileName,
    /// What kind of file it is.
    pub file: FileKind,
    /// Its size in bytes, unsealed.
    pub size: u64,
    /// How many chunks it lies in.
    pub chunks: u32,
    /// Who added it, by name and organisation.
    pub added_by: String,
    /// When.
    pub added_at: Timestamp,
    /// Why, for a version in the place of another.
    pub why: Option<Phrase>,
    /// How far it has come.
    pub state: VersionState,
    /// How often the scanner was asked in vain.
    pub tries: u32,
    /// Why it was in vain the last time.
    pub failure: Option<ScanFailure>,
}

/// Which versions a list over all files holds. Empty text lets everything through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentFilter {
    /// In files of people of this provider.
    pub provider: String,
    /// In this state.
    pub state: String,
}

/// A version with its document, in a list over all files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    /// The document.
    pub document: DocumentRow,
    /// The version.
    pub version: VersionRow,
    /// Whose file it is in.
    pub provider: OrganisationCode,
    /// The support worker's log-in name.
    pub worker: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Row {
    document: Uuid,
    number: i64,
    name: String,
    file_kind: String,
    size: i64,
    chunks: i64,
    added_by: String,
    added_at: jiff_sqlx::Timestamp,
    why: Option<String>,
    state: String,
    state_by: Option<String>,
    state_how: Option<String>,
    state_why: Option<String>,
    state_at: jiff_sqlx::Timestamp,
    tries: i64,
    failure: Option<String>,
}

impl Row {
    fn into_row(self) -> Result<VersionRow, StoreError> {
        let key = format!("{} {}", self.document, self.number);
        let at = At { table: "document_version", key: &key };
        Ok(VersionRow {
            document: Id::new(self.document),
            number: at.small("number", self.number)?,
            state: self.state(at)?,
            name: at.read("name", self.name, |it| FileName::kept(it))?,
            file: at.read("file_kind", self.file_kind, |it| FileKind::from_code(it))?,
            size: at.small("size", self.size)?,
            chunks: at.small("chunks", self.chunks)?,
            added_by: self.added_by,
            added_at: self.added_at.to_jiff(),
            why: at.read_opt("why", self.why, |it| Phrase::new(it).ok())?,
            tries: at.small("tries", self.tries)?,
            failure: at.read_opt("failure", self.failure, ScanFailure::from_code)?,
        })
    }

    fn state(&self, at: At<'_>) -> Result<VersionState, StoreError> {
        let when = self.state_at.to_jiff();
        if self.state == "in-quarantine" {
            return Ok(VersionState::InQuarantine { since: when });
        }
        let by = self.state_by.clone().ok_or_else(|| at.bad("state_by", "null"))?;
        let why = || {
            let why = self.state_why.clone().unwrap_or_default();
            at.read("state_why", why, |it| Phrase::new(it).ok())
        };
        let how = self.state_how.as_deref().unwrap_or_default();
        Ok(match (self.state.as_str(), how) {
            ("released", "scanner") => {
                VersionState::Released { by, how: HowReleased::Scanner, at: when }
            }
            ("released", "person") => {
                let how = HowReleased::Person { reason: why()? };
                VersionState::Released { by, how, at: when }
            }
            ("refused", "scanner") => {
                let why = WhyRefused::Scanner { found: why()? };
                VersionState::Refused { by, why, at: when }
            }
            ("refused", "person") => {
                let why = WhyRefused::Person { reason: why()? };
                VersionState::Refused { by, why, at: when }
            }
            (other, _) => return Err(at.bad("state", other)),
        })
    }
}

/// The columns of a state: who, how, why, when.
type StateColumns<'a> =
    (Option<&'a str>, Option<&'static str>, Option<&'a str>, jiff_sqlx::Timestamp);

fn state_columns(state: &VersionState) -> Result<StateColumns<'_>, StoreError> {
    Ok(match state {
        VersionState::InQuarantine { since } => (None, None, None, time(*since)?),
        VersionState::Released { by, how: HowReleased::Scanner, at } => {
            (Some(by), Some("scanner"), None, time(*at)?)
        }
        VersionState::Released { by, how: HowReleased::Person { reason }, at } => {
            (Some(by), Some("person"), Some(reason.as_str()), time(*at)?)
        }
        VersionState::Refused { by, why: WhyRefused::Scanner { found }, at } => {
            (Some(by), Some("scanner"), Some(found.as_str()), time(*at)?)
        }
        VersionState::Refused { by, why: WhyRefused::Person { reason }, at } => {
            (Some(by), Some("person"), Some(reason.as_str()), time(*at)?)
        }
    })
}

/// Keeps a new version with its wrapped key. [`StoreError::Exists`] when there is one with
/// this number.
pub async fn add_version(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &VersionRow,
    wrap: &WrapRow,
) -> Result<(), StoreError> {
    let (by, how, why, at) = state_columns(&row.state)?;
    let size = i64::try_from(row.size).unwrap_or(i64::MAX);
    exec!(
        tx,
        "insert into document_version (document, programme, number, name, file_kind, size, \
         chunks, added_by, added_at, why, state, state_by, state_how, state_why, state_at, \
         tries, failure, key_id, salt, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, \
         $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
        row.document.uuid(),
        programme.uuid(),
        i64::from(row.number),
        row.name.as_str(),
        row.file.code(),
        size,
        i64::from(row.chunks),
        row.added_by.as_str(),
        time(row.added_at)?,
        row.why.as_ref().map(Phrase::as_str),
        row.state.code(),
        by,
        how,
        why,
        at,
        i64::from(row.tries),
        row.failure.map(ScanFailure::code),
        wrap.key.as_str(),
        wrap.salt.as_slice(),
        wrap.sealed.as_slice()
    )?;
    Ok(())
}

/// All versions of a document, newest first.
pub async fn versions(
    tx: &mut Tx,
    programme: Id<Programme>,
    document: Id<Document>,
) -> Result<Vec<VersionRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select document, number, name, file_kind, size, chunks, added_by, added_at, why, state, \
         state_by, state_how, state_why, state_at, tries, failure from document_version \
         where programme = $1 and document = $2 order by number desc",
        programme.uuid(),
        document.uuid()
    )?;
    rows.into_iter().map(Row::into_row).collect()
}

/// All versions of all documents of a file, newest first within each.
pub async fn versions_of_household(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
) -> Result<Vec<VersionRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select v.document, v.number, v.name, v.file_kind, v.size, v.chunks, v.added_by, \
         v.added_at, v.why, v.state, v.state_by, v.state_how, v.state_why, v.state_at, v.tries, \
         v.failure from document_version v join document d on d.id = v.document \
         where d.programme = $1 and d.reference = $2 order by v.document, v.number desc",
        programme.uuid(),
        reference.as_str()
    )?;
    rows.into_iter().map(Row::into_row).collect()
}

/// Moves a version to another state when it still is in the one named; whether it was.
pub async fn set_state(
    tx: &mut Tx,
    document: Id<Document>,
    number: u32,
    from: &VersionState,
    to: &VersionState,
) -> Result<bool, StoreError> {
    let (by, how, why, at) = state_columns(to)?;
    let touched = exec!(
        tx,
        "update document_version set state = $4, state_by = $5, state_how = $6, state_why = $7, \
         state_at = $8 where document = $1 and number = $2 and state = $3",
        document.uuid(),
        i64::from(number),
        from.code(),
        to.code(),
        by,
        how,
        why,
        at
    )?;
    Ok(touched == 1)
}

/// Notes that the scanner was asked in vain.
pub async fn note_failure(
    tx: &mut Tx,
    document: Id<Document>,
    number: u32,
    failure: ScanFailure,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "update document_version set tries = tries + 1, failure = $3 \
         where document = $1 and number = $2",
        document.uuid(),
        i64::from(number),
        failure.code()
    )?;
    Ok(())
}

/// Bytes of all versions of all documents of a file that are still there, unsealed.
pub async fn size_of(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
) -> Result<u64, StoreError> {
    let (size,) = run!(
        tx,
        (i64,),
        fetch_one,
        "select cast(coalesce(sum(v.size), 0) as bigint) from document_version v \
         join document d on d.id = v.document \
         where d.programme = $1 and d.reference = $2 and d.standing <> 'erased'",
        programme.uuid(),
        reference.as_str()
    )?;
    At { table: "document_version", key: reference.as_str() }.small("size", size)
}

#[derive(sqlx::FromRow)]
struct ListColumns {
    #[sqlx(flatten)]
    document_columns: DocumentColumns,
    #[sqlx(flatten)]
    version: Row,
    provider: String,
    worker: Option<String>,
}

/// A page of versions over all files, those that wait longest first. What was erased is left
/// out.
pub async fn list(
    tx: &mut Tx,
    programme: Id<Programme>,
    filter: &DocumentFilter,
    window: Window,
) -> Result<Page<ListRow>, StoreError> {
    let (total,) = run!(
        tx,
        (i64,),
        fetch_one,
        "select count(*) from document_version v join document d on d.id = v.document \
         join participant p on p.programme = d.programme and p.reference = d.reference \
         where v.programme = $1 and ($2 = '' or p.provider = $2) and ($3 = '' or v.state = $3) \
         and d.standing <> 'erased'",
        programme.uuid(),
        filter.provider.as_str(),
        filter.state.as_str()
    )?;
    let rows = run!(
        tx,
        ListColumns,
        fetch_all,
        "select d.id, d.reference, d.kind, d.tie_kind, d.tie_of, d.to_municipality, \
         d.to_association, d.organisation, d.standing, d.standing_by, d.standing_why, \
         d.standing_at, d.newest, d.changes, d.made_at, \
         v.document, v.number, v.name, v.file_kind, v.size, v.chunks, v.added_by, v.added_at, \
         v.why, v.state, v.state_by, v.state_how, v.state_why, v.state_at, v.tries, v.failure, \
         p.provider, p.worker \
         from document_version v join document d on d.id = v.document \
         join participant p on p.programme = d.programme and p.reference = d.reference \
         where v.programme = $1 and ($2 = '' or p.provider = $2) and ($3 = '' or v.state = $3) \
         and d.standing <> 'erased' order by v.added_at, v.document, v.number limit $4 offset $5",
        programme.uuid(),
        filter.provider.as_str(),
        filter.state.as_str(),
        i64::from(window.limit),
        i64::from(window.offset)
    )?;
    let at = At { table: "document_version", key: "" };
    let total = at.small("count", total)?;
    let rows = rows.into_iter().map(|row| {
        let document = row.document_columns.into_row()?;
        let key = document.reference.to_string();
        let at = At { table: "participant", key: &key };
        Ok(ListRow {
            provider: at.read("provider", row.provider, |it| OrganisationCode::new(it).ok())?,
            worker: row.worker,
            version: row.version.into_row()?,
            document,
        })
    });
    Ok(Page { rows: rows.collect::<Result<_, StoreError>>()?, total })
}
