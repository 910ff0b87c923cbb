//! Which target groups a year can be agreed for, and what the state asks for them.

use std::collections::{BTreeMap, BTreeSet};

use sleutel_domain::{GroupCode, steering::GroupTerms};
use sleutel_store::{
    groups::{self as rows, described},
    numbers::GroupRow,
};

use super::YearDraft;
use crate::{
    ActionError, FieldFault,
    act::Act,
    fields::Fields,
    steering::groups::{NationalYear, floors, histories},
};

/// The target groups of a year.
#[derive(Debug, Clone)]
pub(super) struct YearGroups {
    /// Which year.
    pub(super) year: i16,
    /// All groups as they are described in the year.
    pub(super) names: BTreeMap<GroupCode, GroupRow>,
    /// Those that are there on some day of it.
    pub(super) there: BTreeSet<GroupCode>,
    /// What the state asks for in it.
    pub(super) national: BTreeMap<GroupCode, NationalYear>,
}

/// The groups of a year.
pub(super) async fn groups_in(act: &mut Act<'_>, year: i16) -> Result<YearGroups, ActionError> {
    let (mut names, mut there) = (BTreeMap::new(), BTreeSet::new());
    for (code, found) in histories(act).await? {
        if found.times.in_year(year) {
            there.insert(code.clone());
        }
        if let Some(is) = found.times.described_in(year).cloned() {
            names.insert(code.clone(), described(code, is));
        }
    }
    let national = rows::national_targets(&mut act.tx, act.programme).await?;
    Ok(YearGroups { year, names, there, national: floors(&national, year) })
}

/// A floor below the national target of its group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BelowNational {
    /// Which group.
    pub group: GroupCode,
    /// Homes at least, as typed.
    pub floor: u32,
    /// Homes the national target comes to.
    pub homes: u32,
}

/// The floors below the national target of their group.
pub fn below_national<'a>(
    terms: impl Iterator<Item = &'a GroupTerms>,
    national: &BTreeMap<GroupCode, NationalYear>,
) -> Vec<BelowNational> {
    let one = |it: &GroupTerms| {
        let homes = national.get(&it.group)?.homes;
        let (group, floor) = (it.group.clone(), it.floor);
        (floor < homes).then_some(BelowNational { group, floor, homes })
    };
    terms.filter_map(one).collect()
}

/// Floors below a national target that somebody was shown, as a form hands them back.
pub fn seen_below(below: &[BelowNational]) -> String {
    let one = |it: &BelowNational| format!("{} {} {}", it.group, it.floor, it.homes);
    below.iter().map(one).collect::<Vec<_>>().join(", ")
}

impl YearGroups {
    /// Notes every floor below a national target at its field, unless the draft confirms exactly
    /// those. Gives them.
    pub(super) fn below(
        &self,
        fields: &mut Fields,
        draft: &YearDraft,
        terms: &[GroupTerms],
    ) -> Vec<BelowNational> {
        let below = below_national(terms.iter(), &self.national);
        if draft.below != seen_below(&below) {
            for it in &below {
                let at = draft.groups.iter().position(|one| one.code == it.group.as_str());
                let field = format!("group-{}-floor", at.unwrap_or_default());
                fields.bad(&field, FieldFault::BelowNational { homes: it.homes });
            }
        }
        below
    }
}
