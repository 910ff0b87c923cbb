//! The list of target groups ("doelgroepen") over time: what is there when, and what the state asks.

mod change;
mod draft;
mod national;
mod see;

use std::collections::BTreeMap;

use sleutel_domain::{
    GroupCode, Phrase,
    steering::groups::{GroupChange, GroupTimes},
};
use sleutel_store::{
    groups::{self as rows, GroupHistory, GroupVersionRow},
    numbers::{self, GroupRow},
};

pub use change::{add, describe, reopen, set_ends, take_back};
pub use draft::{EndsDraft, GroupDraft};
pub use national::{NationalDraft, NationalYear, set_national, withdraw_national};
pub(crate) use national::{floors, in_force};
pub use see::{GroupLine, GroupQuery, Groups, OneGroup, list, one};

use crate::{
    ActionError,
    act::{Act, new_uuid},
};

/// Every group by its code, as it is described today.
pub(crate) async fn named(act: &mut Act<'_>) -> Result<Vec<GroupRow>, ActionError> {
    let today = act.today();
    Ok(rows::groups_on(&mut act.tx, act.programme, today).await?)
}

/// What holds of every group.
pub(crate) async fn histories(
    act: &mut Act<'_>,
) -> Result<BTreeMap<GroupCode, GroupHistory>, ActionError> {
    Ok(rows::group_histories(&mut act.tx, act.programme).await?)
}

/// Writes down what holds of a group from now on, and gives its version. What was written down
/// before stays beside it. The caller writes the line in the log.
pub(crate) async fn write_down(
    act: &mut Act<'_>,
    code: &GroupCode,
    was: u32,
    (change, ground): (GroupChange, Option<Phrase>),
    times: GroupTimes,
) -> Result<u32, ActionError> {
    let programme = act.programme;
    let today = act.today();
    let version = was.saturating_add(1);
    if let Some(found) = times.described_on(today).cloned() {
        let row = rows::described(code.clone(), found);
        numbers::save_group(&mut act.tx, programme, new_uuid(), &row).await?;
    }
    let row = GroupVersionRow {
        id: new_uuid(),
        group: code.clone(),
        version,
        change,
        ground,
        actor: act.who.label(),
        at: act.at,
        times,
    };
    rows::add_group_version(&mut act.tx, programme, &row).await?;
    Ok(version)
}
