use std::collections::BTreeMap;

use jiff::civil::Date;
use sleutel_domain::{
    GroupCode, OrganisationCode,
    placement::Agreed,
    steering::{Outlook, ShareStanding, SoFar, Warning},
};
use sleutel_exchange::records::MainGroup;
use sleutel_store::{
    numbers::GroupRow,
    year::{self as rows, ShareOutRow, YearRow},
};

use super::{shares::days_left, years};
use crate::{ActionError, App, Who, numbers, policy::Action};

/// The margin of a warning when nobody asks for another, in percent.
pub const AGAINST: u8 = 10;

/// What a year is to come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Goal {
    /// At least this many homes.
    pub least: u32,
    /// At most this many; `None`: no ceiling.
    pub most: Option<u32>,
}

impl Goal {
    fn exactly(homes: u32) -> Self {
        Self { least: homes, most: Some(homes) }
    }

    /// Between floor and ceiling; nothing when there is neither.
    fn between(agreed: Agreed) -> Option<Self> {
        let Agreed { lower, upper, .. } = agreed;
        (lower > 0 || upper.is_some()).then_some(Self { least: lower, most: upper })
    }
}

/// How something goes in a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// Homes realised: agreed for a household.
    pub realised: u32,
    /// Of these, how many wait for the keys; counted for groups only.
    pub keys_to_come: u32,
    /// What it is to come to.
    pub goal: Option<Goal>,
    /// What the year ends with when it goes on like this: one in ten below, the middle, one in
    /// ten above.
    pub ends: [u32; 3],
    /// That it ends too far from the goal.
    pub warning: Option<Warning>,
}

/// What a line is about.
#[derive(Debug, Clone, PartialEq)]
pub enum Measured {
    /// A target group.
    Group(GroupRow),
    /// A main group.
    MainGroup(MainGroup),
    /// An association.
    Association {
        /// Which.
        code: OrganisationCode,
        /// What people call it.
        name: String,
    },
}

/// How a year goes.
#[derive(Debug, Clone, PartialEq)]
pub struct YearSoFar {
    /// Which year.
    pub year: i16,
    /// Days of it that are over, and days that are left.
    pub days: (u32, u32),
    /// The margin of a warning, in percent.
    pub against: u8,
    /// All groups that count.
    pub total: Line,
    /// Each main group.
    pub main_groups: Vec<(Measured, Line)>,
    /// Each target group.
    pub groups: Vec<(Measured, Line)>,
    /// Each association.
    pub associations: Vec<(Measured, Line)>,
    /// The newest version of what was agreed.
    pub agreement: Option<YearRow>,
    /// The share-out that was decided last.
    pub decided: Option<ShareOutRow>,
    /// The share-outs that wait for the steering group, by number.
    pub waiting: Vec<u32>,
    /// This year and those before it, the oldest first: homes realised by main group, and what
    /// was agreed in all.
    pub before: Vec<PastYear>,
}

/// What came of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastYear {
    /// Which.
    pub year: i16,
    /// Homes by main group, of the groups that count.
    pub realised: Vec<(MainGroup, u32)>,
    /// Homes agreed, when that is known.
    pub agreed: Option<u32>,
}

/// How many years are shown beside each other.
const YEARS: i16 = 6;

/// How a year goes: what is realised, what it will come to, and where that is more than
/// `against` percent off.
pub async fn year_so_far(
    app: &App,
    who: &Who,
    year: i16,
    against: u8,
) -> Result<YearSoFar, ActionError> {
    let mut act = app.look(who, Action::SeeNumbers).await?;
    let programme = act.programme;
    if !years(act.today()).contains(&year) {
        return Err(ActionError::NotFound);
    }
    let mut all = BTreeMap::new();
    let mut agreed = BTreeMap::new();
    for one in year - YEARS + 1..=year {
        all.insert(one, numbers::year(&mut act.tx, programme, one).await?);
        let newest = rows::versions(&mut act.tx, programme, one).await?.into_iter().next();
        agreed.insert(one, newest);
    }
    let agreement = agreed.get(&year).cloned().flatten();
    let made = rows::share_outs(&mut act.tx, programme, year).await?;
    let open = made.iter().filter(|it| it.standing == ShareStanding::Proposed);
    let waiting = open.map(|it| it.number).collect();
    let decided = made.into_iter().find(|it| it.standing == ShareStanding::Decided);
    let shares: BTreeMap<GroupCode, u32> = match &decided {
        Some(row) => {
            let shares = rows::shares(&mut act.tx, programme, row.id).await?;
            shares.into_iter().map(|it| (it.demand.group, it.homes)).collect()
        }
        None => BTreeMap::new(),
    };
    let keys = if act.today().year() == year {
        rows::keys_to_come(&mut act.tx, programme).await?
    } else {
        BTreeMap::new()
    };
    let left = days_left(year, act.today());
    let in_year =
        Date::new(year, 12, 31).map_or(365, |it| u32::from(it.day_of_year().unsigned_abs()));
    let days = (in_year - left.min(in_year), left);
    let of_year = |at: i16| all.get(&at);
    let (now, last) = (of_year(year).ok_or(ActionError::NotFound)?, of_year(year - 1));
    let line = |realised: u32, keys_to_come: u32, before: Option<u32>, goal: Option<Goal>| {
        let year_before = before.filter(|it| *it > 0);
        let outlook =
            Outlook::new(SoFar { realised, days_gone: days.0, days_left: days.1, year_before });
        let warning = goal.and_then(|it| Warning::of(&outlook, it.least, it.most, against));
        let ends = [0.1, 0.5, 0.9].map(|chance| outlook.quantile(chance));
        Line { realised, keys_to_come, goal, ends, warning }
    };
    let counted = |it: &numbers::Year| -> u32 {
        let counting = it.groups.iter().filter(|one| one.group.counts);
        counting.map(|one| one.share.agreed.realised).sum()
    };
    let groups = now.groups.iter().map(|it| {
        let code = &it.group.code;
        let same = |one: &&numbers::GroupYear| one.group.code == *code;
        let before = last.and_then(|year| year.groups.iter().find(same));
        let before = before.map(|one| one.share.agreed.realised);
        let share = shares.get(code).map(|homes| Goal::exactly(*homes));
        let goal = share.or_else(|| Goal::between(it.share.agreed));
        let to_come = keys.get(code).copied().unwrap_or_default();
        let line = line(it.share.agreed.realised, to_come, before, goal);
        (Measured::Group(it.group.clone()), line)
    });
    let main_groups = now.main_groups.iter().map(|it| {
        let same = |one: &&numbers::MainGroupYear| one.main_group == it.main_group;
        let before = last.and_then(|year| year.main_groups.iter().find(same));
        let before = before.map(|one| one.agreed.realised);
        let goal = Goal::between(it.agreed).filter(|_| it.told);
        (Measured::MainGroup(it.main_group), line(it.agreed.realised, 0, before, goal))
    });
    let associations = now.associations.iter().map(|it| {
        let same = |one: &&numbers::AssociationYear| one.code == it.code;
        let before = last.and_then(|year| year.associations.iter().find(same));
        let before = before.map(|one| one.agreed.realised);
        let goal = Goal::between(it.agreed).filter(|_| it.told);
        let what = Measured::Association { code: it.code.clone(), name: it.name.clone() };
        (what, line(it.agreed.realised, 0, before, goal))
    });
    let goal = agreement.as_ref().map(|it| Goal::exactly(it.total.homes()));
    let before = all.iter().map(|(&at, it)| PastYear {
        year: at,
        realised: it.main_groups.iter().map(|one| (one.main_group, one.agreed.realised)).collect(),
        agreed: agreed.get(&at).and_then(Option::as_ref).map(|row| row.total.homes()),
    });
    Ok(YearSoFar {
        year,
        days,
        against,
        total: line(counted(now), keys.values().sum(), last.map(counted), goal),
        main_groups: main_groups.collect(),
        groups: groups.collect(),
        associations: associations.collect(),
        before: before.collect(),
        agreement,
        decided,
        waiting,
    })
}
