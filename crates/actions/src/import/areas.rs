use std::collections::BTreeMap;

use sleutel_exchange::records::{AreaRecord, Located};
use sleutel_store::homes::{self, AreaRow};

use super::Counts;
use crate::{
    ActionError,
    act::{Act, new_uuid},
};

/// Brings in areas with their shapes. An area that a file names without a shape, or without
/// the part it lies in, keeps what it has.
pub(super) async fn bring_in(
    act: &mut Act<'_>,
    rows: &[Located<AreaRecord>],
) -> Result<Counts, ActionError> {
    let programme = act.programme;
    let before: BTreeMap<_, _> = homes::areas(&mut act.tx, programme, true)
        .await?
        .into_iter()
        .map(|row| (row.code.clone(), row))
        .collect();
    let mut counts = Counts::default();
    for Located { record, .. } in rows {
        let old = before.get(&record.code);
        let shape = if record.geometry.0.is_empty() {
            old.and_then(|old| old.geometry.clone())
        } else {
            let text = serde_json::to_string(&record.geometry.0)
                .map_err(|cause| ActionError::Internal(format!("shape of an area: {cause}")))?;
            Some(text)
        };
        let row = AreaRow {
            code: record.code.clone(),
            name: record.name.clone(),
            level: record.level,
            parent: record.parent.clone().or_else(|| old.and_then(|old| old.parent.clone())),
            geometry: shape,
        };
        let same = old == Some(&row);
        if !same {
            homes::save_area(&mut act.tx, programme, new_uuid(), &row).await?;
        }
        counts.note(old.is_some(), same);
    }
    Ok(counts)
}
