//! What was agreed for a year ("jaarafspraak"): its versions, who agrees with them, and another.

mod agree;
mod assent;
mod draft;
mod force;
mod groups;
mod places;
mod preview;
mod see;

use std::collections::BTreeMap;

use sleutel_domain::GroupCode;
use sleutel_store::numbers::GroupRow;

pub use agree::agree_year;
pub use assent::{AssentDraft, assent};
pub use draft::{NamedDraft, RuleDraft, TargetDraft, TermsDraft, YearDraft, YearForm, year_form};
pub use force::{ForceView, Moved, differing, force_view, put_in_force};
pub use groups::{BelowNational, below_national, seen_below};
pub use places::Outcome;
pub use preview::preview_year;
pub use see::{Contents, Difference, Partner, Subject as YearSubject, YearOf, year_of};

use crate::{ActionError, act::Act};

/// The most homes a year can have.
const MOST: i64 = 1_000_000;

/// The names of all groups, as they are described today.
pub(super) async fn names(act: &mut Act<'_>) -> Result<BTreeMap<GroupCode, GroupRow>, ActionError> {
    let groups = super::groups::named(act).await?;
    Ok(groups.into_iter().map(|it| (it.code.clone(), it)).collect())
}

fn small(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
