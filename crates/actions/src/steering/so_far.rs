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

use super::{
    shares::{days_left, in_force},
    years,
};
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
    /// Households that have a home in view or agreed and wait for the key now, whichever year the
    /// home counts in; counted for groups only.
    pub keys_to_come: u32,
    /// What it is to come to.
    pub goal: Option<Goal>,
    /// What the year ends with when it goes on like this: one in ten below, the middle, one in
    /// ten above.
    pub ends: [u32; 3],
    /// That it ends too far from the goal.
    pub warning: Option<Warning>,
    /// Homes of the whole year before, where that is known; of one that is not over what it
    /// comes to at its own pace.
    pub year_before: Option<u32>,
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

/// Days of a year.
fn days_in(year: i16) -> u32 {
    Date::new(year, 12, 31).map_or(365, |it| u32::from(it.day_of_year().unsigned_abs()))
}

/// Days of a year that are over, today among them, and days that are left.
pub(super) fn days_of(year: i16, today: Date) -> (u32, u32) {
    let left = days_left(year, today).min(days_in(year));
    (days_in(year) - left, left)
}

/// What a year comes to when it goes on as it went; `gone` of its days are over. On its first
/// day nothing is known of it.
fn annualised(homes: u32, gone: u32, in_year: u32) -> u32 {
    let days = u64::from(gone).max(1);
    let whole = (u64::from(homes) * u64::from(in_year) + days / 2) / days;
    u32::try_from(whole).unwrap_or(u32::MAX)
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
    let decided = in_force(&made).cloned();
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
    let today = act.today();
    let days = days_of(year, today);
    let running = (today.year() == year - 1).then(|| {
        let (gone, left) = days_of(year - 1, today);
        (gone, gone + left)
    });
    let of_year = |at: i16| all.get(&at);
    let (now, last) = (of_year(year).ok_or(ActionError::NotFound)?, of_year(year - 1));
    // A year that has not begun is foreseen from the running one, which is not over: what that
    // year comes to at its own pace.
    let whole = |homes: u32| match running {
        Some((gone, in_year)) => annualised(homes, gone, in_year),
        None => homes,
    };
    let line = |realised: u32, keys_to_come: u32, before: Option<u32>, goal: Option<Goal>| {
        let year_before = before.map(whole).filter(|it| *it > 0);
        let outlook =
            Outlook::new(SoFar { realised, days_gone: days.0, days_left: days.1, year_before });
        let warning = goal.and_then(|it| Warning::of(&outlook, it.least, it.most, against));
        let ends = [0.1, 0.5, 0.9].map(|chance| outlook.quantile(chance));
        Line { realised, keys_to_come, goal, ends, warning, year_before }
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
    let counting = now.groups.iter().filter(|it| it.group.counts);
    let to_come = counting.filter_map(|it| keys.get(&it.group.code)).sum();
    let before = all.iter().map(|(&at, it)| PastYear {
        year: at,
        realised: it.main_groups.iter().map(|one| (one.main_group, one.agreed.realised)).collect(),
        agreed: agreed.get(&at).and_then(Option::as_ref).map(|row| row.total.homes()),
    });
    Ok(YearSoFar {
        year,
        days,
        against,
        total: line(counted(now), to_come, last.map(counted), goal),
        main_groups: main_groups.collect(),
        groups: groups.collect(),
        associations: associations.collect(),
        before: before.collect(),
        agreement,
        decided,
        waiting,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn part_of_a_year_says_what_the_whole_of_it_comes_to() {
        assert_eq!(annualised(100, 100, 365), 365);
        assert_eq!(annualised(100, 366, 366), 100, "a whole year is itself");
        assert_eq!(annualised(1, 2, 365), 183, "of half a home a whole one");
        assert_eq!(annualised(0, 0, 365), 0);
        assert_eq!((days_in(2024), days_in(2026)), (366, 365));
    }
}
