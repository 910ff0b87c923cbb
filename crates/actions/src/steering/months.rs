//! A year month by month, and homes under way by how far they are.

use std::collections::BTreeMap;

use jiff::{
    Timestamp,
    civil::{Date, date},
};
use sleutel_domain::{
    GroupCode, OrganisationCode,
    steering::{
        Months, Outlook, SoFar, Stage,
        forecast::{Past, forecast},
    },
};
use sleutel_store::{numbers::GroupRow, placed};

use super::{
    AGAINST, Goal, Line, Measured,
    so_far::{days_of, year_so_far},
};
use crate::{ActionError, App, Who, policy::Action};

/// What a year is looked at for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum About {
    /// All groups that count.
    #[default]
    Everything,
    /// One target group.
    Group(GroupCode),
    /// One association.
    Association(OrganisationCode),
}

/// One month of a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MonthLine {
    /// Homes of which the month is known.
    pub known: u32,
    /// Homes of which only the year is known, by the days of the month.
    pub spread: u32,
    /// All homes from January up to here; `None` for a month that has not begun.
    pub sum: Option<u32>,
    /// What would have been there by the end of the month at an even pace, and with the season.
    pub pace: Option<[f64; 2]>,
    /// What is expected by the end of a month that is not over: one in ten below, the middle,
    /// one in ten above.
    pub ends: Option<[u32; 3]>,
}

/// A year month by month.
#[derive(Debug, Clone, PartialEq)]
pub struct YearByMonth {
    /// Which year.
    pub year: i16,
    /// What it is looked at for.
    pub about: About,
    /// The whole year, as the page of the year has it.
    pub line: Line,
    /// What was agreed for it.
    pub goal: Option<Goal>,
    /// From January to December.
    pub months: [MonthLine; 12],
    /// The groups that can be chosen.
    pub groups: Vec<GroupRow>,
    /// The associations that can be chosen, by code and name.
    pub associations: Vec<(OrganisationCode, String)>,
    /// Homes under way now by how far they are, of what is looked at.
    pub under_way: BTreeMap<Stage, u32>,
    /// The same of every group.
    pub by_group: BTreeMap<GroupCode, BTreeMap<Stage, u32>>,
    /// The same of every association.
    pub by_association: BTreeMap<OrganisationCode, BTreeMap<Stage, u32>>,
}

/// A year month by month, for all groups that count, one group or one association.
pub async fn year_by_month(
    app: &App,
    who: &Who,
    year: i16,
    about: About,
) -> Result<YearByMonth, ActionError> {
    let so_far = year_so_far(app, who, year, AGAINST).await?;
    let mut act = app.look(who, Action::SeeNumbers).await?;
    let (programme, today) = (act.programme, act.today());
    let groups: Vec<GroupRow> = so_far.groups.iter().filter_map(group_of).cloned().collect();
    let associations: Vec<_> = so_far.associations.iter().filter_map(association_of).collect();
    let line = match &about {
        About::Everything => Some(so_far.total),
        About::Group(code) => {
            let is = |it: &&(Measured, Line)| group_of(it).is_some_and(|it| it.code == *code);
            so_far.groups.iter().find(is).map(|(_, line)| *line)
        }
        About::Association(code) => {
            let is = |it: &&(Measured, Line)| association_of(it).is_some_and(|it| it.0 == *code);
            so_far.associations.iter().find(is).map(|(_, line)| *line)
        }
    };
    let line = line.ok_or(ActionError::NotFound)?;
    let counted = |code: &GroupCode| match &about {
        About::Everything => groups.iter().any(|it| it.code == *code && it.counts),
        About::Group(group) => group == code,
        About::Association(_) => true,
    };
    let lets = |code: &OrganisationCode| match &about {
        About::Association(association) => association == code,
        About::Everything | About::Group(_) => true,
    };
    let mut agreed = [0_u32; 12];
    for row in placed::agreed_by_month(&mut act.tx, programme, year, month_ends(app, year)?).await?
    {
        if counted(&row.group) && lets(&row.association) {
            add(&mut agreed, row.homes);
        }
    }
    let rows = placed::moved_in(&mut act.tx, programme).await?;
    let season = {
        let codes: Vec<GroupCode> = groups.iter().map(|it| it.code.clone()).collect();
        let came = rows.iter().map(|it| (it.group.clone(), it.on, it.households));
        forecast(&Past::count(&codes, came, today), &[], 1).season
    };
    let mut moved_in = [0_u32; 12];
    // Whose home a file of before is about is not known, so of an association nothing is.
    let from_files = !matches!(about, About::Association(_));
    let here = rows.iter().filter(|it| from_files && !it.agreed_here && it.on.year() == year);
    for row in here.filter(|it| counted(&it.group)) {
        let month = usize::try_from(row.on.month() - 1).unwrap_or(0);
        if let Some(slot) = moved_in.get_mut(month) {
            *slot = slot.saturating_add(row.households);
        }
    }
    let gone = days(year, |first, last| over(first, last, today));
    let months = Months::of(line.realised, agreed, moved_in, &gone);
    let (mut under_way, mut by_group, mut by_association) =
        (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for row in placed::under_way(&mut act.tx, programme).await? {
        let one: &mut BTreeMap<Stage, u32> = by_group.entry(row.group.clone()).or_default();
        *one.entry(row.stage).or_default() += row.homes;
        let one: &mut BTreeMap<Stage, u32> =
            by_association.entry(row.association.clone()).or_default();
        *one.entry(row.stage).or_default() += row.homes;
        if counted(&row.group) && lets(&row.association) {
            *under_way.entry(row.stage).or_default() += row.homes;
        }
    }
    let lines = lines(year, today, &line, &months, season);
    Ok(YearByMonth {
        year,
        about,
        goal: line.goal,
        line,
        months: lines,
        groups,
        associations,
        under_way,
        by_group,
        by_association,
    })
}

fn group_of((what, _): &(Measured, Line)) -> Option<&GroupRow> {
    match what {
        Measured::Group(group) => Some(group),
        Measured::MainGroup(_) | Measured::Association { .. } => None,
    }
}

fn association_of((what, _): &(Measured, Line)) -> Option<(OrganisationCode, String)> {
    match what {
        Measured::Association { code, name } => Some((code.clone(), name.clone())),
        Measured::MainGroup(_) | Measured::Group(_) => None,
    }
}

fn add(sum: &mut [u32; 12], more: [u32; 12]) {
    for (sum, more) in sum.iter_mut().zip(more) {
        *sum = sum.saturating_add(more);
    }
}

/// The moments at which January to November end where the city is.
fn month_ends(app: &App, year: i16) -> Result<[Timestamp; 11], ActionError> {
    let mut ends = [Timestamp::UNIX_EPOCH; 11];
    for (end, month) in ends.iter_mut().zip(2_i8..) {
        let first = date(year, month, 1).to_zoned(app.zone.clone());
        let first = first.map_err(|cause| ActionError::Internal(format!("month: {cause}")))?;
        *end = first.timestamp();
    }
    Ok(ends)
}

/// For each month something of its first day and its last.
fn days(year: i16, of: impl Fn(Date, Date) -> f64) -> [f64; 12] {
    let mut all = [0.0; 12];
    for (slot, month) in all.iter_mut().zip(1_i8..) {
        let first = date(year, month, 1);
        *slot = of(first, first.last_of_month());
    }
    all
}

/// Days from one to another, both counted.
fn between(first: Date, last: Date) -> f64 {
    f64::from(first.until(last).map_or(0, |it| it.get_days()).saturating_add(1).max(0))
}

/// Days of these that are over, today among them.
fn over(first: Date, last: Date, today: Date) -> f64 {
    if today < first { 0.0 } else { between(first, last.min(today)) }
}

fn lines(
    year: i16,
    today: Date,
    line: &Line,
    months: &Months,
    season: [f64; 12],
) -> [MonthLine; 12] {
    let even = days(year, between);
    let seasonal: [f64; 12] = std::array::from_fn(|at| {
        even.get(at).copied().unwrap_or(0.0) * season.get(at).copied().unwrap_or(1.0)
    });
    let goal = line.goal.and_then(|it| it.most.or(Some(it.least))).map(f64::from);
    let part = |weights: &[f64; 12], at: usize| {
        weights.iter().take(at + 1).sum::<f64>() / weights.iter().sum::<f64>()
    };
    let homes = months.homes();
    std::array::from_fn(|at| {
        let month = i8::try_from(at + 1).unwrap_or(12);
        let (first, last) = (date(year, month, 1), date(year, month, 1).last_of_month());
        let begun = first <= today;
        let ends = (today < last).then(|| {
            let from = today.max(date(year, 1, 1).yesterday().unwrap_or(today));
            let left = between(from, last) - 1.0;
            expected(year, today, line, left)
        });
        MonthLine {
            known: months.known.get(at).copied().unwrap_or(0),
            spread: months.spread.get(at).copied().unwrap_or(0),
            sum: begun.then(|| homes.iter().take(at + 1).sum()),
            pace: goal.map(|goal| [goal * part(&even, at), goal * part(&seasonal, at)]),
            ends,
        }
    })
}

/// What is realised in so many days from now.
fn expected(year: i16, today: Date, line: &Line, days_left: f64) -> [u32; 3] {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "days of a year, never below nought"
    )]
    let days_left = days_left as u32;
    let (days_gone, _) = days_of(year, today);
    let year_before = line.year_before;
    let so_far = SoFar { realised: line.realised, days_gone, days_left, year_before };
    let outlook = Outlook::new(so_far);
    [0.1, 0.5, 0.9].map(|chance| outlook.quantile(chance))
}
