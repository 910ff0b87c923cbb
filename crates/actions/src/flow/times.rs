//! How long a step takes.

use std::collections::BTreeMap;

use jiff::{Span, civil::Date};
use sleutel_domain::{RouteCode, StepCode, cases::SpellEnd};
use sleutel_outcomes::survival::{Curve, Time};
use sleutel_store::flow::{self as rows, FlowFilter, NowRow, SpellTimeRow};

use super::within_reach;
use crate::{ActionError, App, Who, policy::Action};

/// From when on the times count: by the day a step opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Since {
    /// All that is known.
    #[default]
    Ever,
    /// The last three years.
    ThreeYears,
    /// The last year.
    Year,
}

impl Since {
    /// All of them, the longest first.
    pub const ALL: [Self; 3] = [Self::Ever, Self::ThreeYears, Self::Year];

    /// The word in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ever => "ever",
            Self::ThreeYears => "three-years",
            Self::Year => "year",
        }
    }

    /// Reads the word back; everything for any other word.
    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|it| it.code() == code).unwrap_or_default()
    }

    fn day(self, today: Date) -> Date {
        match self {
            Self::Ever => Date::constant(1900, 1, 1),
            Self::ThreeYears => today.saturating_sub(Span::new().years(3)),
            Self::Year => today.saturating_sub(Span::new().years(1)),
        }
    }
}

/// How long one step takes.
#[derive(Debug, Clone, PartialEq)]
pub struct StepTimes {
    /// Which.
    pub step: StepCode,
    /// How many times it was open, and how many of those it still is.
    pub times: u32,
    /// How many it still is.
    pub open: u32,
    /// How many were left without being done: went back, moved to another road, or stopped.
    pub left: u32,
    /// Of those that were done and had a last day: how many were done by it, and how many there are.
    pub in_time: (u32, u32),
    /// The share that is still open after how many days.
    pub curve: Curve,
}

/// How long the steps of a road take.
#[derive(Debug, Clone, PartialEq)]
pub struct Times {
    /// The road.
    pub route: RouteCode,
    /// Its newest version.
    pub version: u16,
    /// Its steps in the order of the road, those that never opened too.
    pub steps: Vec<StepTimes>,
}

fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |it| it.get_days()).max(0)
}

/// Days a step was open without those the file rested, and whether it was done.
fn time(row: &SpellTimeRow, today: Date) -> Time {
    let until = row.ended.map_or(today, |(on, _)| on);
    let rests = row.rests_since.map_or(0, |since| days(since, until));
    let length = (days(row.opened, until) - row.rested - rests).max(0);
    let ended = row.ended.is_some_and(|(_, how)| how == SpellEnd::Done);
    Time { length: u32::try_from(length).unwrap_or_default(), ended }
}

fn of_step(step: StepCode, of: &[&SpellTimeRow], today: Date) -> StepTimes {
    let count = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
    let all: Vec<Time> = of.iter().map(|it| time(it, today)).collect();
    let done = of.iter().filter_map(|it| match it.ended {
        Some((on, SpellEnd::Done)) => it.due.map(|due| on <= due),
        Some((_, SpellEnd::Back | SpellEnd::Moved | SpellEnd::Left)) | None => None,
    });
    let done: Vec<bool> = done.collect();
    let left = |it: &&&SpellTimeRow| it.ended.is_some_and(|(_, how)| how != SpellEnd::Done);
    StepTimes {
        step,
        times: count(of.len()),
        open: count(of.iter().filter(|it| it.ended.is_none()).count()),
        left: count(of.iter().filter(left).count()),
        in_time: (count(done.iter().filter(|it| **it).count()), count(done.len())),
        curve: Curve::of(&all),
    }
}

/// The road with most files on it; empty when there are none.
fn busiest(all: &[NowRow]) -> String {
    let mut files: BTreeMap<&str, u32> = BTreeMap::new();
    for it in all {
        *files.entry(&it.route).or_default() += it.files;
    }
    // Of two with as many the first.
    let most = files.iter().rev().max_by_key(|(_, files)| **files);
    most.map(|(route, _)| (*route).to_owned()).unwrap_or_default()
}

/// How long the steps of one road take, of the files within reach: the road that is asked for, or
/// the one with most files. [`ActionError::NotFound`] when there is no such road.
pub async fn times(
    app: &App,
    who: &Who,
    filter: &FlowFilter,
    since: Since,
) -> Result<Times, ActionError> {
    let mut act = app.look(who, Action::ListCases).await?;
    let (programme, today) = (act.programme, act.today());
    let mut filter = within_reach(who, filter);
    if filter.route.is_empty() {
        filter.route = busiest(&rows::now(&mut act.tx, programme, &filter).await?);
    }
    let codes = app.routes.codes();
    let mut codes = codes.into_iter();
    let code = codes.find(|it| filter.route.is_empty() || it.as_str() == filter.route);
    let route = code.and_then(|it| app.routes.versions(it).last());
    let route = route.ok_or(ActionError::NotFound)?;
    filter.route = route.code.to_string();
    let all = rows::spell_times(&mut act.tx, programme, &filter, since.day(today)).await?;
    let steps = route.steps.iter().map(|step| {
        let of: Vec<&SpellTimeRow> =
            all.iter().filter(|it| it.step == step.code.as_str()).collect();
        of_step(step.code.clone(), &of, today)
    });
    let (code, version) = (route.code.clone(), route.version.get());
    Ok(Times { route: code, version, steps: steps.collect() })
}
