//! From bytes to sealed chunks and back.

use sleutel_domain::{Id, access::Programme, documents::Document};
use sleutel_safe::{CHUNK, DocumentKey, Keyring, Place, Random, Unreadable, Wrapped};
use sleutel_store::documents::{self as rows, VersionRow, WrapRow};

use super::DocumentHold;
use crate::{ActionError, App, act::Act};

/// Random bytes for a key or a salt.
pub(super) fn random() -> Result<Random, ActionError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|cause| ActionError::Internal(cause.to_string()))?;
    Ok(bytes)
}

/// The keys of the installation.
pub(super) fn ring(app: &App) -> Result<&Keyring, ActionError> {
    app.documents.keys.as_ref().ok_or_else(|| DocumentHold::NoKey.into())
}

pub(super) fn place(programme: Id<Programme>, document: Id<Document>, version: u32) -> Place {
    let (programme, document) = (*programme.uuid().as_bytes(), *document.uuid().as_bytes());
    Place { programme, document, version }
}

/// How many chunks content of this size lies in; empty content has one.
pub(super) fn chunks(size: usize) -> u32 {
    u32::try_from(size.div_ceil(CHUNK).max(1)).unwrap_or(u32::MAX)
}

/// Keeps a version with what is in it, sealed under a key of its own.
pub(super) async fn keep(
    act: &mut Act<'_>,
    version: &VersionRow,
    bytes: &[u8],
) -> Result<(), ActionError> {
    let (programme, document, number) = (act.programme, version.document, version.number);
    let here = place(programme, document, number);
    let key = DocumentKey::new(random()?);
    let wrapped = key.wrap(ring(act.app)?, here, random()?).map_err(unreadable)?;
    let Wrapped { key: name, salt, sealed } = wrapped;
    let wrap = WrapRow { document, number, key: name, salt, sealed };
    rows::add_version(&mut act.tx, programme, version, &wrap).await?;
    let last = version.chunks.saturating_sub(1);
    for (chunk, part) in (0_u32..).zip(bytes.chunks(CHUNK)) {
        let sealed = key.seal(here, chunk, chunk == last, part.to_vec()).map_err(unreadable)?;
        rows::add_chunk(&mut act.tx, document, number, chunk, &sealed).await?;
    }
    Ok(())
}

/// What is in a version. All of it is opened before a byte of it leaves.
pub(super) async fn load(act: &mut Act<'_>, version: &VersionRow) -> Result<Vec<u8>, ActionError> {
    let (programme, document, number) = (act.programme, version.document, version.number);
    let found = rows::wrapped(&mut act.tx, document, number).await?;
    let wrap = found.ok_or(DocumentHold::Closed(sleutel_domain::documents::Closed::Erased))?;
    let here = place(programme, document, number);
    let name = wrap.key.clone();
    let wrapped = Wrapped { key: wrap.key, salt: wrap.salt, sealed: wrap.sealed };
    let key = DocumentKey::unwrap(&wrapped, ring(act.app)?, here).map_err(|why| match why {
        Unreadable::NoSuchKey => ActionError::from(DocumentHold::OtherKey { key: name }),
        Unreadable::Changed => unreadable(why),
    })?;
    let mut bytes = Vec::with_capacity(usize::try_from(version.size).unwrap_or_default());
    let last = version.chunks.saturating_sub(1);
    for chunk in 0..version.chunks {
        let sealed = rows::chunk(&mut act.tx, document, number, chunk).await?;
        let sealed = sealed.ok_or_else(|| unreadable(Unreadable::Changed))?;
        bytes.extend(key.open(here, chunk, chunk == last, sealed).map_err(unreadable)?);
    }
    Ok(bytes)
}

pub(super) fn unreadable(why: Unreadable) -> ActionError {
    tracing::error!(%why, "a stored document cannot be opened");
    DocumentHold::Damaged.into()
}
