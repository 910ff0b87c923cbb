//! Which target groups are groups of the table.

use std::collections::BTreeMap;

use sleutel_domain::GroupCode;
use sleutel_simulation::GroupName;
use sleutel_store::numbers::GroupRow;

use super::record::{Record, Span12};

/// Groups of the table at most: so that it can be read. Ours.
const MOST_GROUPS: usize = 8;
/// Households that came, below which a group is put together with others. Ours.
pub const LEAST_CAME: u32 = 30;
/// Who waits, below which a group is put together with others: no small number of people is told.
const LEAST_WAIT: u32 = sleutel_domain::steering::FEW;

/// A group of the table: a target group, or several of one main group together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableGroup {
    /// Its code in the table.
    pub code: String,
    /// Its main group, as the files call it.
    pub main_group: String,
    /// Whether a home goes with support.
    pub with_support: bool,
    /// The target groups in it: code, and name in Dutch and in English.
    pub members: Vec<(GroupCode, String, String)>,
}

impl TableGroup {
    /// Whether it stands for several target groups.
    pub fn is_pool(&self) -> bool {
        self.members.len() > 1
    }

    pub(super) fn holds(&self, group: &GroupCode) -> bool {
        self.members.iter().any(|it| it.0 == *group)
    }

    pub(super) fn named(&self) -> GroupName {
        GroupName { code: self.code.clone(), with_support: self.with_support }
    }
}

/// The groups of the table, by main group and size: those that count in the programme. The smallest
/// are put together, by main group, until each is large enough and there are eight at most.
pub(super) fn groups<'r>(record: &'r Record, span: &Span12) -> Vec<TableGroup> {
    let counting: Vec<&GroupRow> = record.groups.iter().filter(|it| it.counts).collect();
    let (mut came, mut wait) = (BTreeMap::new(), BTreeMap::new());
    for it in &record.people {
        *came.entry(&it.group).or_insert(0_u32) += u32::from(span.holds(it.since));
        *wait.entry(&it.group).or_insert(0_u32) += u32::from(it.placed_on.is_none());
    }
    let of = |counts: &BTreeMap<&GroupCode, u32>, it: &GroupRow| {
        counts.get(&it.code).copied().unwrap_or_default()
    };
    // The largest first; of two as large the one whose code comes first.
    let mut alone = counting;
    alone.sort_by_key(|it| (std::cmp::Reverse(of(&came, it)), &it.code));
    let mut pools: BTreeMap<(&str, bool), Vec<&GroupRow>> = BTreeMap::new();
    let pool = |it: &'r GroupRow, pools: &mut BTreeMap<(&'r str, bool), Vec<&'r GroupRow>>| {
        pools.entry((it.main_group.as_str(), it.with_support)).or_default().push(it);
    };
    // Few may wait of a group of which many came.
    for it in alone.extract_if(.., |it| of(&wait, it) < LEAST_WAIT) {
        pool(it, &mut pools);
    }
    while let Some(smallest) = alone.last() {
        let too_many = alone.len() + pools.len() > MOST_GROUPS;
        if !too_many && of(&came, smallest) >= LEAST_CAME {
            break;
        }
        if let Some(it) = alone.pop() {
            pool(it, &mut pools);
        }
    }
    let member = |it: &GroupRow| (it.code.clone(), it.name_nl.to_string(), it.name_en.to_string());
    let mut all: Vec<TableGroup> = alone
        .into_iter()
        .map(|it| TableGroup {
            code: it.code.to_string(),
            main_group: it.main_group.clone(),
            with_support: it.with_support,
            members: vec![member(it)],
        })
        .collect();
    all.extend(pools.into_iter().map(|((main_group, with_support), of)| TableGroup {
        code: match &of[..] {
            [one] => one.code.to_string(),
            // Two pools of one main group differ in this.
            _ if with_support => format!("rest-supported-{main_group}"),
            _ => format!("rest-{main_group}"),
        },
        main_group: main_group.to_owned(),
        with_support,
        members: of.into_iter().map(member).collect(),
    }));
    all.sort_by(|one, other| {
        (!one.with_support, &one.main_group, one.is_pool(), &one.code).cmp(&(
            !other.with_support,
            &other.main_group,
            other.is_pool(),
            &other.code,
        ))
    });
    all
}
