use jiff::Timestamp;
use sleutel_domain::{
    Id, OrganisationCode, Phrase, Reference,
    access::Programme,
    documents::{Audience, Document, DocumentKind, Standing, Tie},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, time},
};

/// A document without its versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRow {
    /// Its identifier.
    pub id: Id<Document>,
    /// Whose file it is in.
    pub reference: Reference,
    /// What it is.
    pub kind: DocumentKind,
    /// What it belongs to beside the file.
    pub tie: Option<Tie>,
    /// Who reads it beside the provider and whoever added it.
    pub audience: Audience,
    /// Which organisation added it.
    pub organisation: OrganisationCode,
    /// Whether it still counts.
    pub standing: Standing,
    /// Number of the newest version.
    pub newest: u32,
    /// Counts the changes; a change names the count it saw.
    pub changes: i64,
    /// When it was added.
    pub made_at: Timestamp,
}

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    pub(super) id: Uuid,
    reference: String,
    kind: String,
    tie_kind: Option<String>,
    tie_of: Option<String>,
    to_municipality: bool,
    to_association: bool,
    organisation: String,
    standing: String,
    standing_by: Option<String>,
    standing_why: Option<String>,
    standing_at: Option<jiff_sqlx::Timestamp>,
    newest: i64,
    changes: i64,
    made_at: jiff_sqlx::Timestamp,
}

impl Row {
    pub(super) fn into_row(self) -> Result<DocumentRow, StoreError> {
        let key = self.id.to_string();
        let at = At { table: "document", key: &key };
        let tie = match (&self.tie_kind, &self.tie_of) {
            (Some(kind), Some(of)) => {
                Some(Tie::from_parts(kind, of).ok_or_else(|| at.bad("tie_kind", kind))?)
            }
            _ => None,
        };
        Ok(DocumentRow {
            id: Id::new(self.id),
            standing: self.standing(at)?,
            reference: at.read("reference", self.reference, |it| Reference::new(it).ok())?,
            kind: at.read("kind", self.kind, |it| DocumentKind::from_code(it))?,
            tie,
            audience: Audience {
                municipality: self.to_municipality,
                association: self.to_association,
            },
            organisation: at
                .read("organisation", self.organisation, |it| OrganisationCode::new(it).ok())?,
            newest: at.small("newest", self.newest)?,
            changes: self.changes,
            made_at: self.made_at.to_jiff(),
        })
    }

    fn standing(&self, at: At<'_>) -> Result<Standing, StoreError> {
        if self.standing == "kept" {
            return Ok(Standing::Kept);
        }
        let by = self.standing_by.clone().ok_or_else(|| at.bad("standing_by", "null"))?;
        let why = self.standing_why.clone().unwrap_or_default();
        let why = at.read("standing_why", why, |it| Phrase::new(it).ok())?;
        let when = self.standing_at.map(jiff_sqlx::Timestamp::to_jiff);
        let when = when.ok_or_else(|| at.bad("standing_at", "null"))?;
        match self.standing.as_str() {
            "withdrawn" => Ok(Standing::Withdrawn { by, why, at: when }),
            "erased" => Ok(Standing::Erased { by, ground: why, at: when }),
            other => Err(at.bad("standing", other)),
        }
    }
}

/// The document with this identifier.
pub async fn document(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Id<Document>,
) -> Result<Option<DocumentRow>, StoreError> {
    let row = run!(
        tx,
        Row,
        fetch_optional,
        "select id, reference, kind, tie_kind, tie_of, to_municipality, to_association, \
         organisation, standing, standing_by, standing_why, standing_at, newest, changes, made_at \
         from document where programme = $1 and id = $2",
        programme.uuid(),
        id.uuid()
    )?;
    row.map(Row::into_row).transpose()
}

/// All documents of a file, newest first.
pub async fn documents_of(
    tx: &mut Tx,
    programme: Id<Programme>,
    reference: &Reference,
) -> Result<Vec<DocumentRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select id, reference, kind, tie_kind, tie_of, to_municipality, to_association, \
         organisation, standing, standing_by, standing_why, standing_at, newest, changes, made_at \
         from document where programme = $1 and reference = $2 order by made_at desc, id desc",
        programme.uuid(),
        reference.as_str()
    )?;
    rows.into_iter().map(Row::into_row).collect()
}

/// The columns of where a document stands: who, why, when.
type StandingColumns<'a> = (Option<&'a str>, Option<&'a str>, Option<jiff_sqlx::Timestamp>);

fn standing_columns(standing: &Standing) -> Result<StandingColumns<'_>, StoreError> {
    Ok(match standing {
        Standing::Kept => (None, None, None),
        Standing::Withdrawn { by, why, at } | Standing::Erased { by, ground: why, at } => {
            (Some(by), Some(why.as_str()), Some(time(*at)?))
        }
    })
}

/// Keeps a new document; the count of changes begins at 1.
pub async fn add(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &DocumentRow,
) -> Result<(), StoreError> {
    let (by, why, at) = standing_columns(&row.standing)?;
    let tie = row.tie.as_ref().map(Tie::parts);
    exec!(
        tx,
        "insert into document (id, programme, reference, kind, tie_kind, tie_of, \
         to_municipality, to_association, organisation, standing, standing_by, standing_why, \
         standing_at, newest, changes, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, \
         $11, $12, $13, $14, 1, $15)",
        row.id.uuid(),
        programme.uuid(),
        row.reference.as_str(),
        row.kind.code(),
        tie.as_ref().map(|it| it.0),
        tie.as_ref().map(|it| it.1.as_str()),
        row.audience.municipality,
        row.audience.association,
        row.organisation.as_str(),
        row.standing.code(),
        by,
        why,
        at,
        i64::from(row.newest),
        time(row.made_at)?
    )?;
    Ok(())
}

/// Changes who reads it, where it stands and which version is the newest, when the count of
/// changes is still the one given. [`StoreError::Changed`] when somebody else was first.
pub async fn save(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &DocumentRow,
) -> Result<(), StoreError> {
    let (by, why, at) = standing_columns(&row.standing)?;
    let touched = exec!(
        tx,
        "update document set to_municipality = $3, to_association = $4, standing = $5, \
         standing_by = $6, standing_why = $7, standing_at = $8, newest = $9, \
         changes = changes + 1 where programme = $1 and id = $2 and changes = $10",
        programme.uuid(),
        row.id.uuid(),
        row.audience.municipality,
        row.audience.association,
        row.standing.code(),
        by,
        why,
        at,
        i64::from(row.newest),
        row.changes
    )?;
    if touched == 0 {
        return Err(StoreError::Changed { table: "document", key: row.id.to_string() });
    }
    Ok(())
}
