//! What was agreed for a year ("jaarafspraak"): its versions, who agrees with them, and another.

mod agree;
mod assent;
mod draft;
mod see;

use std::collections::BTreeMap;

use sleutel_domain::GroupCode;
use sleutel_store::numbers::{self, GroupRow};

pub use agree::agree_year;
pub use assent::{AssentDraft, assent};
pub use draft::{TermsDraft, YearDraft, YearForm, year_form};
pub use see::{Partner, YearOf, year_of};

use crate::{ActionError, act::Act};

/// The most homes a year can have.
const MOST: i64 = 1_000_000;

pub(super) async fn names(act: &mut Act<'_>) -> Result<BTreeMap<GroupCode, GroupRow>, ActionError> {
    let groups = numbers::groups(&mut act.tx, act.programme).await?;
    Ok(groups.into_iter().map(|it| (it.code.clone(), it)).collect())
}

fn small(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
