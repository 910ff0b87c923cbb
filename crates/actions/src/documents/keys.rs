use std::collections::BTreeMap;

use serde_json::json;
use sleutel_safe::{DocumentKey, Unreadable, Wrapped};
use sleutel_store::documents::{self as rows, WrapRow};

use super::content::{place, random, ring, unreadable};
use crate::{ActionError, App, Who, documents::DocumentHold, policy::Action};

/// What came of wrapping keys anew.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rekeyed {
    /// Keys of versions that the newest key wraps now.
    pub done: usize,
    /// How many versions each key of the installation wraps, by its name.
    pub in_use: BTreeMap<String, u64>,
}

/// Wraps the keys of documents with the newest key of the installation, `at_once` of them in
/// one transaction and at most `most` altogether. What is in the documents is not touched.
/// Broken off, it goes on where it stopped.
pub async fn rekey(
    app: &App,
    who: &Who,
    at_once: u32,
    most: usize,
) -> Result<Rekeyed, ActionError> {
    let ring = ring(app)?;
    let newest = ring.newest().id().as_str();
    let mut rekeyed = Rekeyed::default();
    while rekeyed.done < most {
        let mut act = app.begin(who, Action::KeepDocuments).await?;
        let programme = act.programme;
        let left = u32::try_from(most - rekeyed.done).unwrap_or(u32::MAX);
        let batch = rows::to_rewrap(&mut act.tx, programme, newest, at_once.min(left)).await?;
        if batch.is_empty() {
            break;
        }
        for row in &batch {
            let here = place(programme, row.document, row.number);
            let before = Wrapped {
                key: row.key.clone(),
                salt: row.salt.clone(),
                sealed: row.sealed.clone(),
            };
            let key = DocumentKey::unwrap(&before, ring, here).map_err(|why| match why {
                Unreadable::NoSuchKey => {
                    ActionError::from(DocumentHold::OtherKey { key: row.key.clone() })
                }
                Unreadable::Changed => unreadable(why),
            })?;
            let Wrapped { key, salt, sealed } =
                key.wrap(ring, here, random()?).map_err(unreadable)?;
            let anew = WrapRow { key, salt, sealed, ..row.clone() };
            rows::set_wrapped(&mut act.tx, &anew, &row.key).await?;
        }
        rekeyed.done += batch.len();
        let detail = json!({ "rewrapped": batch.len(), "key": newest });
        act.log("documents", "", &detail).await?;
        act.commit().await?;
    }
    let mut act = app.look(who, Action::KeepDocuments).await?;
    let programme = act.programme;
    rekeyed.in_use = rows::keys_in_use(&mut act.tx, programme).await?;
    Ok(rekeyed)
}
