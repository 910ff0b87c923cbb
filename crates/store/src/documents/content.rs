use std::collections::BTreeMap;

use sleutel_domain::{Id, access::Programme, documents::Document};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::At,
};

/// The wrapped key of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrapRow {
    /// Of which document.
    pub document: Id<Document>,
    /// Of which version.
    pub number: u32,
    /// Which key of the installation wrapped it.
    pub key: String,
    /// The salt of the wrapping.
    pub salt: Vec<u8>,
    /// The key of the version, sealed.
    pub sealed: Vec<u8>,
}

type Columns = (Uuid, i64, String, Vec<u8>, Vec<u8>);

fn row((document, number, key, salt, sealed): Columns) -> Result<WrapRow, StoreError> {
    let name = format!("{document} {number}");
    let number = At { table: "document_version", key: &name }.small("number", number)?;
    Ok(WrapRow { document: Id::new(document), number, key, salt, sealed })
}

/// Keeps one sealed chunk of a version; chunks count from 0.
pub async fn add_chunk(
    tx: &mut Tx,
    document: Id<Document>,
    number: u32,
    chunk: u32,
    sealed: &[u8],
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into document_chunk (document, number, chunk, bytes) values ($1, $2, $3, $4)",
        document.uuid(),
        i64::from(number),
        i64::from(chunk),
        sealed
    )?;
    Ok(())
}

/// One sealed chunk of a version.
pub async fn chunk(
    tx: &mut Tx,
    document: Id<Document>,
    number: u32,
    chunk: u32,
) -> Result<Option<Vec<u8>>, StoreError> {
    let row = run!(
        tx,
        (Vec<u8>,),
        fetch_optional,
        "select bytes from document_chunk where document = $1 and number = $2 and chunk = $3",
        document.uuid(),
        i64::from(number),
        i64::from(chunk)
    )?;
    Ok(row.map(|(bytes,)| bytes))
}

/// The wrapped key of a version; `None` when it was thrown away.
pub async fn wrapped(
    tx: &mut Tx,
    document: Id<Document>,
    number: u32,
) -> Result<Option<WrapRow>, StoreError> {
    let found = run!(
        tx,
        Columns,
        fetch_optional,
        "select document, number, key_id, salt, sealed from document_version \
         where document = $1 and number = $2 and key_id is not null",
        document.uuid(),
        i64::from(number)
    )?;
    found.map(row).transpose()
}

/// Wrapped keys that another key of the installation wrapped than the one given.
pub async fn to_rewrap(
    tx: &mut Tx,
    programme: Id<Programme>,
    key: &str,
    limit: u32,
) -> Result<Vec<WrapRow>, StoreError> {
    let found = run!(
        tx,
        Columns,
        fetch_all,
        "select document, number, key_id, salt, sealed from document_version \
         where programme = $1 and key_id <> $2 order by document, number limit $3",
        programme.uuid(),
        key,
        i64::from(limit)
    )?;
    found.into_iter().map(row).collect()
}

/// Puts another wrapping in the place of the one of the key named, when it is still there;
/// whether it was. What is in the version is not touched.
pub async fn set_wrapped(tx: &mut Tx, row: &WrapRow, before: &str) -> Result<bool, StoreError> {
    let touched = exec!(
        tx,
        "update document_version set key_id = $4, salt = $5, sealed = $6 \
         where document = $1 and number = $2 and key_id = $3",
        row.document.uuid(),
        i64::from(row.number),
        before,
        row.key.as_str(),
        row.salt.as_slice(),
        row.sealed.as_slice()
    )?;
    Ok(touched == 1)
}

/// How many versions each key of the installation wraps.
pub async fn keys_in_use(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<BTreeMap<String, u64>, StoreError> {
    let rows = run!(
        tx,
        (String, i64),
        fetch_all,
        "select key_id, count(*) from document_version \
         where programme = $1 and key_id is not null group by key_id",
        programme.uuid()
    )?;
    let at = At { table: "document_version", key: "" };
    rows.into_iter().map(|(key, count)| Ok((key, at.small("count", count)?))).collect()
}

/// Throws away the keys of all versions of a document, what is in them, and what they were
/// called: a name can say as much as a page. `called` is what they are called now.
pub async fn erase_content(
    tx: &mut Tx,
    document: Id<Document>,
    called: &str,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "update document_version set key_id = null, salt = null, sealed = null, why = null, \
         name = $2 || '.' || file_kind where document = $1",
        document.uuid(),
        called
    )?;
    exec!(tx, "delete from document_chunk where document = $1", document.uuid())?;
    Ok(())
}
