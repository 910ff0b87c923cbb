use std::{cmp::Reverse, collections::BTreeMap};

use jiff::civil::Date;
use sleutel_domain::{
    GroupCode, OrganisationCode, RouteCode, StepCode,
    access::OrganisationKind,
    steering::{BeyondTerm, ObstacleStatus, ObstacleUpdate, by_day, is_overdue},
};
use sleutel_store::{
    access, homes,
    numbers::GroupRow,
    obstacles::{self as rows, ObstacleRow, ObstacleUpdateRow},
};

use super::draft::ObstacleDraft;
use crate::{
    ActionError, App, Who,
    act::Act,
    colleagues::Choosable,
    homes::AreaNames,
    policy::{self, Action, Reach},
};

/// What people call the things obstacles are about.
#[derive(Debug, Clone, Default)]
pub struct ObstacleNames {
    /// Target groups.
    pub groups: BTreeMap<GroupCode, GroupRow>,
    /// Places.
    pub areas: AreaNames,
    /// Associations.
    pub associations: BTreeMap<OrganisationCode, String>,
}

/// Which obstacles are wanted, as a page asks for them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ObstacleQuery {
    /// The code of a status; blank for what is not over, `all` for everything.
    pub status: String,
    /// The account of an owner, or blank.
    pub owner: String,
    /// The code of a kind, or blank.
    pub kind: String,
    /// The code of a work agreement, or blank.
    pub agreement: String,
    /// By what they cost, most first, instead of by day with what is overdue first.
    pub by_cost: bool,
}

/// What a list of obstacles comes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// Those that are not over.
    pub standing: u32,
    /// Of those, the ones whose day is over.
    pub overdue: u32,
    /// What those that are not over cost together, people times weeks.
    pub person_weeks: u64,
    /// Of those, the ones of which nobody reckoned what they cost.
    pub not_reckoned: u32,
}

/// A list of obstacles.
#[derive(Debug, Clone)]
pub struct Obstacles {
    /// Those that were asked for, in the order asked for.
    pub rows: Vec<ObstacleRow>,
    /// What all of them come to, whatever was asked for.
    pub sum: Sum,
    /// How many there are, whatever was asked for.
    pub all: usize,
    /// Those who own one, to choose from.
    pub owners: Vec<(String, String)>,
    /// Names.
    pub names: ObstacleNames,
    /// Whether whoever looks may change the list.
    pub may_change: bool,
}

/// One field that was changed.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FieldChange {
    /// The name of the field.
    pub field: String,
    /// What was in it.
    pub before: String,
    /// What is in it.
    pub after: String,
}

/// Something that was written down about an obstacle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    /// What.
    pub row: ObstacleUpdateRow,
    /// The fields that were changed with it.
    pub changes: Vec<FieldChange>,
}

/// An obstacle with everything that is known about it.
#[derive(Debug, Clone)]
pub struct OneObstacle {
    /// As it stands.
    pub row: ObstacleRow,
    /// What was written down about it, in order.
    pub updates: Vec<Update>,
    /// Who stands at its step longer than the term, as the files tell it; `None` when it is about
    /// no step.
    pub beyond: Option<BeyondTerm>,
    /// How far it was before that was changed last, to put it back.
    pub was: Option<ObstacleStatus>,
    /// Names.
    pub names: ObstacleNames,
    /// Whether whoever looks may change it.
    pub may_change: bool,
}

/// What the form of an obstacle begins with and chooses from.
#[derive(Debug, Clone)]
pub struct ObstacleForm {
    /// What is in it.
    pub draft: ObstacleDraft,
    /// Who can own one: oneself first.
    pub owners: Vec<Choosable>,
    /// Names to choose from.
    pub names: ObstacleNames,
    /// What was written down last, for whoever was second.
    pub last: Option<ObstacleUpdateRow>,
}

/// An obstacle that waits for whoever looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnObstacle {
    /// Its number.
    pub number: u32,
    /// What it is called.
    pub title: String,
    /// The day it has to be cleared.
    pub due: Date,
    /// The name of the absent colleague whose it is, when it is theirs as a deputy.
    pub for_whom: Option<String>,
}

fn may_change(who: &Who) -> bool {
    policy::may(who, Action::ChangeObstacles)
}

async fn names(act: &mut Act<'_>) -> Result<ObstacleNames, ActionError> {
    let programme = act.programme;
    let groups = crate::steering::groups::named(act).await?;
    let areas = homes::areas(&mut act.tx, programme, false).await?;
    let organisations = access::organisations(&mut act.tx, programme).await?;
    let associations =
        organisations.into_iter().filter(|it| it.kind == OrganisationKind::Association);
    Ok(ObstacleNames {
        groups: groups.into_iter().map(|it| (it.code.clone(), it)).collect(),
        areas: AreaNames::new(&areas, &[]),
        associations: associations.map(|it| (it.code, it.name.to_string())).collect(),
    })
}

fn is_wanted(query: &ObstacleQuery, it: &ObstacleRow) -> bool {
    let status = match query.status.as_str() {
        "" => !it.status.is_over(),
        "all" => true,
        code => it.status.code() == code,
    };
    let is = |asked: &str, code: &str| asked.is_empty() || asked == code;
    status
        && is(&query.owner, &it.owner.to_string())
        && is(&query.kind, it.kind.code())
        && is(&query.agreement, it.agreement.map_or("none", |it| it.code()))
}

fn sum(rows: &[ObstacleRow], today: Date) -> Sum {
    let standing = rows.iter().filter(|it| !it.status.is_over());
    standing.fold(Sum::default(), |sum, it| Sum {
        standing: sum.standing + 1,
        overdue: sum.overdue + u32::from(is_overdue(it.status, it.due, today)),
        person_weeks: sum.person_weeks + it.cost.map_or(0, |it| it.person_weeks()),
        not_reckoned: sum.not_reckoned + u32::from(it.cost.is_none()),
    })
}

/// The obstacles that are wanted, in the order wanted.
pub async fn list(app: &App, who: &Who, query: &ObstacleQuery) -> Result<Obstacles, ActionError> {
    let mut act = app.look(who, Action::SeeNumbers).await?;
    let (programme, today) = (act.programme, act.today());
    let mut all = rows::obstacles(&mut act.tx, programme).await?;
    let sum = sum(&all, today);
    let count = all.len();
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    for it in &all {
        owners.insert(it.owner.to_string(), it.owner_name.clone());
    }
    let mut owners: Vec<(String, String)> = owners.into_iter().collect();
    owners.sort_by_key(|(_, name)| sleutel_store::fold(name));
    all.retain(|it| is_wanted(query, it));
    all.sort_by_key(|it| by_day(it.status, it.due, today));
    if query.by_cost {
        // What nobody reckoned comes last; among equals the day decides.
        all.sort_by_key(|it| Reverse(it.cost.map(|it| it.person_weeks())));
    }
    let names = names(&mut act).await?;
    Ok(Obstacles { rows: all, sum, all: count, owners, names, may_change: may_change(who) })
}

/// An obstacle with everything that was written down about it.
pub async fn one(app: &App, who: &Who, number: u32) -> Result<OneObstacle, ActionError> {
    let mut act = app.look(who, Action::SeeNumbers).await?;
    let programme = act.programme;
    let row = rows::obstacle(&mut act.tx, programme, number).await?;
    let row = row.ok_or(ActionError::NotFound)?;
    let updates = rows::obstacle_updates(&mut act.tx, programme, number).await?;
    let was = before_last(&updates).filter(|_| may_change(who));
    let beyond = match &row.step {
        Some(step) => Some(beyond(&mut act, step).await?),
        None => None,
    };
    let read = |row: ObstacleUpdateRow| {
        let changes = serde_json::from_str(&row.changes).map_err(|cause| {
            ActionError::Internal(format!("changes {} of obstacle {number}: {cause}", row.number))
        })?;
        Ok(Update { row, changes })
    };
    let updates = updates.into_iter().map(read).collect::<Result<_, ActionError>>()?;
    let names = names(&mut act).await?;
    Ok(OneObstacle { row, updates, beyond, was, names, may_change: may_change(who) })
}

/// How far an obstacle was before somebody moved it last, unless that was put back already.
pub(super) fn before_last(updates: &[ObstacleUpdateRow]) -> Option<ObstacleStatus> {
    let last = updates.iter().rfind(|it| it.status.is_some())?;
    if last.kind != ObstacleUpdate::Moved {
        return None;
    }
    last.status.map(|(before, _)| before)
}

async fn beyond(
    act: &mut Act<'_>,
    (route, step): &(RouteCode, StepCode),
) -> Result<BeyondTerm, ActionError> {
    let (programme, today) = (act.programme, act.today());
    let mut sum = BeyondTerm::default();
    for (its_route, its_step, due) in rows::days_of_steps(&mut act.tx, programme).await? {
        if its_route == *route && its_step == *step {
            sum.add(due, today);
        }
    }
    Ok(sum)
}

/// What the form begins with: an obstacle as it stands, or nothing but today and oneself.
pub async fn form(app: &App, who: &Who, number: Option<u32>) -> Result<ObstacleForm, ActionError> {
    let mut act = app.look(who, Action::ChangeObstacles).await?;
    let (programme, today) = (act.programme, act.today());
    let (draft, last) = match number {
        None => (ObstacleDraft::begun(who, today), None),
        Some(number) => {
            let row = rows::obstacle(&mut act.tx, programme, number).await?;
            let row = row.ok_or(ActionError::NotFound)?;
            let updates = rows::obstacle_updates(&mut act.tx, programme, number).await?;
            (ObstacleDraft::of(&row), updates.into_iter().next_back())
        }
    };
    let me = who.account();
    let accounts = access::accounts(&mut act.tx, programme).await?;
    let may = |it: &&access::AccountRow| it.active && may_own(it.role);
    let mut owners: Vec<Choosable> = accounts.iter().filter(may).map(Choosable::from).collect();
    owners.sort_by_key(|it| (Some(it.account) != me, sleutel_store::fold(&it.name)));
    let names = names(&mut act).await?;
    Ok(ObstacleForm { draft, owners, names, last })
}

/// Whether somebody in a role can own an obstacle: who may write down how it goes.
pub(super) fn may_own(role: sleutel_domain::access::Role) -> bool {
    policy::reach(role, Action::ChangeObstacles) != Reach::Nothing
}

/// The obstacles of whoever looks, and of those they stand in for, that are overdue or have to be
/// cleared within a week; what is due first.
pub async fn own(app: &App, who: &Who) -> Result<Vec<OwnObstacle>, ActionError> {
    let mut act = app.look(who, Action::ChangeObstacles).await?;
    let (programme, today) = (act.programme, act.today());
    let Some(person) = who.person() else { return Ok(Vec::new()) };
    let week = today.saturating_add(jiff::Span::new().days(7));
    let mut all = rows::obstacles(&mut act.tx, programme).await?;
    all.retain(|it| !it.status.is_over() && it.due <= week && person.works_for(&it.owner_login));
    all.sort_by_key(|it| it.due);
    let own = |it: ObstacleRow| OwnObstacle {
        number: it.number,
        title: it.title.to_string(),
        due: it.due,
        for_whom: person.stands_in_for(&it.owner_login).map(|it| it.name.clone()),
    };
    Ok(all.into_iter().map(own).collect())
}

/// How many obstacles that are not over have an owner who left.
pub async fn without_owner(app: &App, who: &Who) -> Result<u32, ActionError> {
    let mut act = app.look(who, Action::ChangeObstacles).await?;
    let all = rows::obstacles(&mut act.tx, act.programme).await?;
    let left = all.iter().filter(|it| !it.status.is_over() && !it.owner_active).count();
    Ok(u32::try_from(left).unwrap_or(u32::MAX))
}
