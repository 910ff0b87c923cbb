//! The year's numbers with what has been decided on top: over groups and main groups, over
//! associations, and over the tree of areas.

mod change;
mod tree;

use std::collections::BTreeMap;

use jiff::civil::Date;
use sleutel_domain::{
    GroupCode, Id, OrganisationCode,
    access::{OrganisationKind, Programme},
    placement::{Agreed, GroupShare},
};
use sleutel_exchange::records::MainGroup;
use sleutel_store::{
    Tx, access, groups as histories,
    numbers::{self as rows, GroupRow, TargetRow},
    placement as decided, year as agreement,
};

pub use change::{Numbered, NumbersDraft, NumbersForm, numbers_form, save_numbers};
pub use tree::Tree;
pub(crate) use tree::tree;

use crate::{ActionError, App, Who, policy::Action};

/// A target group with its year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupYear {
    /// The group; whether it counts is as the newest version of the year's agreement says.
    pub group: GroupRow,
    /// Its share; a group without numbers for the year has neither floor nor ceiling. It is
    /// part of its main group when that has numbers and the group counts in them.
    pub share: GroupShare,
}

/// A main group with its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MainGroupYear {
    /// Which.
    pub main_group: MainGroup,
    /// Whether anything was agreed for it; without, it holds nothing up.
    pub told: bool,
    /// Households expected in its groups together.
    pub expected: u32,
    /// Floor and ceiling, and what is realised in its groups together. Groups that do not
    /// count in the yearly number do not count here.
    pub agreed: Agreed,
}

/// An association with its year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssociationYear {
    /// Which.
    pub code: OrganisationCode,
    /// What people call it.
    pub name: String,
    /// Whether it promised anything; without, it holds nothing up.
    pub told: bool,
    /// What it promised, the most it gives, and what is realised.
    pub agreed: Agreed,
}

/// The numbers of a year, areas apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Year {
    /// The target groups, by code.
    pub groups: Vec<GroupYear>,
    /// The main groups that have a target group, in their order.
    pub main_groups: Vec<MainGroupYear>,
    /// All associations, by code.
    pub associations: Vec<AssociationYear>,
}

/// The numbers of a year, decided homes counted on top of what was brought in.
pub(crate) async fn year(
    tx: &mut Tx,
    programme: Id<Programme>,
    year: i16,
) -> Result<Year, ActionError> {
    let mut of_groups: BTreeMap<String, u32> = BTreeMap::new();
    let mut of_associations: BTreeMap<String, u32> = BTreeMap::new();
    for (group, association, homes) in decided::agreed_totals(tx, programme, year).await? {
        *of_groups.entry(group).or_default() += homes;
        *of_associations.entry(association).or_default() += homes;
    }
    let agreed: BTreeMap<String, (u32, Option<u32>)> = rows::main_groups(tx, programme, year)
        .await?
        .into_iter()
        .map(|row| (row.main_group, (row.lower, row.upper)))
        .collect();
    let groups = groups_of(tx, programme, year, &of_groups, &agreed).await?;
    let main_groups = MainGroup::ALL
        .into_iter()
        .filter(|it| groups.iter().any(|group| group.group.main_group == it.code()))
        .map(|main_group| {
            let told = agreed.get(main_group.code()).copied();
            let (lower, upper) = told.unwrap_or_default();
            let parts = || {
                let of = groups.iter().filter(|it| it.group.main_group == main_group.code());
                of.filter(|it| it.group.counts)
            };
            MainGroupYear {
                main_group,
                told: told.is_some(),
                expected: parts().map(|it| it.share.expected).sum(),
                agreed: Agreed {
                    lower,
                    upper,
                    realised: parts().map(|it| it.share.agreed.realised).sum(),
                },
            }
        })
        .collect();
    let associations = associations_of(tx, programme, year, &of_associations).await?;
    Ok(Year { groups, main_groups, associations })
}

async fn groups_of(
    tx: &mut Tx,
    programme: Id<Programme>,
    year: i16,
    decided: &BTreeMap<String, u32>,
    main_groups: &BTreeMap<String, (u32, Option<u32>)>,
) -> Result<Vec<GroupYear>, ActionError> {
    let mut groups = Vec::new();
    for (code, found) in histories::group_histories(tx, programme).await? {
        let is = found.times.described_in(year).cloned();
        groups.extend(is.map(|is| histories::described(code, is)));
    }
    // What was agreed for the year goes before what the group is otherwise.
    let agreed = agreement::counting(tx, programme, year).await?;
    for group in &mut groups {
        group.counts = agreed.get(&group.code).copied().unwrap_or(group.counts);
    }
    let quotas: BTreeMap<GroupCode, _> = rows::quotas(tx, programme, year)
        .await?
        .into_iter()
        .map(|quota| (quota.group.clone(), quota))
        .collect();
    Ok(groups
        .into_iter()
        .map(|group| {
            let quota = quotas.get(&group.code);
            let mut agreed = quota.map(|quota| quota.agreed).unwrap_or_default();
            agreed.realised += decided.get(group.code.as_str()).copied().unwrap_or(0);
            let within = MainGroup::from_code(&group.main_group)
                .filter(|it| group.counts && main_groups.contains_key(it.code()));
            let share = GroupShare {
                code: group.code.clone(),
                name: group.name_nl.to_string(),
                expected: quota.map_or(1, |quota| quota.expected.max(1)),
                agreed,
                parent: within.and_then(MainGroup::share_code),
            };
            GroupYear { group, share }
        })
        .collect())
}

async fn associations_of(
    tx: &mut Tx,
    programme: Id<Programme>,
    year: i16,
    decided: &BTreeMap<String, u32>,
) -> Result<Vec<AssociationYear>, ActionError> {
    let targets: BTreeMap<OrganisationCode, TargetRow> = rows::targets(tx, programme, year)
        .await?
        .into_iter()
        .map(|row| (row.association.clone(), row))
        .collect();
    let organisations = access::organisations(tx, programme).await?.into_iter();
    let mut all: Vec<_> = organisations
        .filter(|it| it.kind == OrganisationKind::Association)
        .map(|it| {
            let target = targets.get(&it.code);
            let mut agreed = target.map(|it| it.agreed).unwrap_or_default();
            agreed.realised += decided.get(it.code.as_str()).copied().unwrap_or(0);
            let (code, name) = (it.code, it.name.to_string());
            AssociationYear { code, name, told: target.is_some(), agreed }
        })
        .collect();
    all.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(all)
}

/// The groups with their numbers in the year of a date.
pub async fn groups(app: &App, who: &Who, on: Date) -> Result<Vec<GroupYear>, ActionError> {
    Ok(of_year(app, who, on).await?.groups)
}

/// Groups, main groups and associations with their numbers in the year of a date.
pub async fn of_year(app: &App, who: &Who, on: Date) -> Result<Year, ActionError> {
    let mut act = app.look(who, Action::SeeNumbers).await?;
    year(&mut act.tx, act.programme, on.year()).await
}
