//! The three-month aim: an offer, and keys, within three months of a complete application.

use std::collections::BTreeMap;

use jiff::civil::Date;
use sleutel_domain::cases::SpellEnd;
use sleutel_outcomes::survival::{Curve, Point, Time};
use sleutel_store::{
    flow::{self as rows, FlowFilter, KeysRow},
    numbers::GroupRow,
};

use super::within_reach;
use crate::{ActionError, App, Who, act::Act, lists, policy::Action};

/// Three months, in days: thirteen weeks.
pub const LIMIT: i32 = 91;

/// A quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter {
    /// The year.
    pub year: i16,
    /// From 1 to 4.
    pub number: i8,
}

impl Quarter {
    fn of(day: Date) -> Self {
        Self { year: day.year(), number: (day.month() - 1) / 3 + 1 }
    }

    fn next(self) -> Self {
        if self.number == 4 {
            Self { year: self.year.saturating_add(1), number: 1 }
        } else {
            Self { number: self.number + 1, ..self }
        }
    }
}

/// Whether something came within [`LIMIT`] days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Within {
    /// Applications that can be judged: complete long enough ago, and not stopped before.
    pub judged: u32,
    /// For how many of those it came in time.
    pub kept: u32,
    /// The share for which it came in time with everybody counted for as long as they were seen,
    /// by Kaplan and Meier, with its 95 % interval; `None` when nobody was seen that long.
    pub share: Option<Point>,
}

impl Within {
    /// The plain share of those that can be judged.
    pub fn plain(&self) -> Option<f64> {
        (self.judged > 0).then(|| f64::from(self.kept) / f64::from(self.judged))
    }
}

/// How it went with some applications.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AimRow {
    /// Applications that became complete.
    pub complete: u32,
    /// Of those still waiting for an offer.
    pub waiting: u32,
    /// An offer in time.
    pub offer: Within,
    /// Keys in time.
    pub keys: Within,
}

/// How it went with a group.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupAim {
    /// Which.
    pub group: GroupRow,
    /// How it went.
    pub row: AimRow,
}

/// How the aim was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Aim {
    /// The years in which applications became complete, the first and the last; none without any.
    pub years: Option<(i16, i16)>,
    /// All groups together, in the year that was asked for or in all of them.
    pub all: AimRow,
    /// Each group, by code. Empty for whoever may not know who is in which.
    pub groups: Vec<GroupAim>,
    /// All groups together by quarter, from the first to the last, whichever year was asked for.
    pub quarters: Vec<(Quarter, AimRow)>,
}

/// One application on its way.
#[derive(Debug, Clone)]
struct Course {
    group: String,
    complete: Date,
    offer: Option<Date>,
    keys: Option<Date>,
    /// The day the road ended.
    over: Option<Date>,
}

/// What became of an application: complete when the last form before the search for a home was done, or,
/// on a road without a form, when the search began.
fn course(of: &[KeysRow]) -> Option<Course> {
    let mut complete = None;
    let (mut offer, mut keys, mut looked) = (None, None, false);
    for row in of {
        let done = row.ended.filter(|(_, how)| *how == SpellEnd::Done).map(|(on, _)| on);
        match row.kind.as_str() {
            "form" if !looked => complete = done,
            "match" => {
                looked = true;
                complete = complete.or(Some(row.opened));
                offer = offer.or(done);
            }
            "keys" => keys = keys.or(done),
            _ => {}
        }
    }
    let last = of.last()?;
    // Narrowed to one road, it is over there on the day the file moved to another.
    let left = |how: &SpellEnd| last.over || *how == SpellEnd::Moved;
    let over = last.ended.filter(|(_, how)| left(how)).map(|(on, _)| on);
    Some(Course { group: last.group.clone(), complete: complete?, offer, keys, over })
}

fn within(of: &[&Course], when: impl Fn(&Course) -> Option<Date>, today: Date) -> Within {
    let days = |from: Date, to: Date| from.until(to).map_or(0, |it| it.get_days()).max(0);
    let (mut judged, mut kept) = (0, 0);
    let mut times = Vec::with_capacity(of.len());
    for it in of {
        let came = when(it).map(|on| days(it.complete, on));
        let seen = days(it.complete, it.over.unwrap_or(today));
        let length = came.unwrap_or(seen);
        times.push(Time {
            length: u32::try_from(length).unwrap_or_default(),
            ended: came.is_some(),
        });
        // The last day itself is not over yet.
        let long_enough = days(it.complete, today) > LIMIT;
        let stopped = came.is_none() && it.over.is_some() && seen < LIMIT;
        if long_enough && !stopped {
            judged += 1;
            kept += u32::from(came.is_some_and(|it| it <= LIMIT));
        }
    }
    let at = Curve::of(&times).at(u32::try_from(LIMIT).unwrap_or_default());
    let share =
        at.map(|it| Point { still: 1.0 - it.still, low: 1.0 - it.high, high: 1.0 - it.low });
    Within { judged, kept, share }
}

fn row(of: &[&Course], today: Date) -> AimRow {
    let waiting = of.iter().filter(|it| it.offer.is_none() && it.over.is_none()).count();
    let count = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
    AimRow {
        complete: count(of.len()),
        waiting: count(waiting),
        offer: within(of, |it| it.offer, today),
        keys: within(of, |it| it.keys, today),
    }
}

/// How the aim was kept for applications that became complete in a year, or in any: by group, and over
/// the quarters. Of the files within reach.
pub async fn aim(
    app: &App,
    who: &Who,
    filter: &FlowFilter,
    year: Option<i16>,
) -> Result<Aim, ActionError> {
    let mut act = app.look(who, Action::ListCases).await?;
    aim_of(&mut act, &within_reach(who, filter), year, !lists::without_support(who)).await
}

/// The same of any files, whoever asks; by group only where that is wanted.
pub(crate) async fn aim_of(
    act: &mut Act<'_>,
    filter: &FlowFilter,
    year: Option<i16>,
    by_group: bool,
) -> Result<Aim, ActionError> {
    let (programme, today) = (act.programme, act.today());
    let found = rows::milestones(&mut act.tx, programme, filter).await?;
    let all: Vec<Course> =
        found.chunk_by(|one, other| one.file == other.file).filter_map(course).collect();
    let chosen: Vec<&Course> =
        all.iter().filter(|it| year.is_none_or(|year| it.complete.year() == year)).collect();
    let mut groups = Vec::new();
    if by_group {
        for group in crate::steering::groups::named(act).await? {
            let of = chosen.iter().filter(|it| it.group == group.code.as_str());
            let of: Vec<&Course> = of.copied().collect();
            if !of.is_empty() {
                groups.push(GroupAim { row: row(&of, today), group });
            }
        }
    }
    let years = all.iter().map(|it| it.complete.year());
    let years = years.clone().min().zip(years.max());
    let quarters = quarters(&all, today);
    Ok(Aim { years, all: row(&chosen, today), groups, quarters })
}

fn quarters(all: &[Course], today: Date) -> Vec<(Quarter, AimRow)> {
    let mut by: BTreeMap<Quarter, Vec<&Course>> = BTreeMap::new();
    for it in all {
        by.entry(Quarter::of(it.complete)).or_default().push(it);
    }
    let (Some(first), Some(last)) = (by.keys().next().copied(), by.keys().last().copied()) else {
        return Vec::new();
    };
    let mut quarters = Vec::new();
    let mut at = first;
    while at <= last {
        let of = by.get(&at).map(Vec::as_slice).unwrap_or_default();
        quarters.push((at, row(of, today)));
        at = at.next();
    }
    quarters
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    const TODAY: Date = date(2026, 11, 23);

    fn spell(kind: &str, opened: Date, ended: Option<(Date, SpellEnd)>) -> KeysRow {
        let (file, group) = (Uuid::nil(), "urgency".to_owned());
        KeysRow { file, group, kind: kind.to_owned(), opened, ended, over: false }
    }

    fn done(on: Date) -> Option<(Date, SpellEnd)> {
        Some((on, SpellEnd::Done))
    }

    #[test]
    fn an_application_is_complete_when_its_last_form_before_the_search_is_done() {
        let again = [
            spell("form", date(2026, 1, 1), done(date(2026, 1, 10))),
            spell("form", date(2026, 1, 20), done(date(2026, 2, 1))),
            spell("match", date(2026, 3, 1), done(date(2026, 4, 1))),
            spell("match", date(2026, 5, 1), done(date(2026, 6, 1))),
            spell("keys", date(2026, 6, 2), done(date(2026, 6, 20))),
            spell("form", date(2026, 8, 1), done(date(2026, 8, 2))),
        ];
        let found = course(&again).unwrap();
        assert_eq!(found.complete, date(2026, 2, 1));
        assert_eq!(found.offer, Some(date(2026, 4, 1)), "the first home that was offered");
        assert_eq!(found.keys, Some(date(2026, 6, 20)));
        let short = [spell("match", date(2026, 3, 1), None)];
        assert_eq!(course(&short).unwrap().complete, date(2026, 3, 1));
        assert!(course(&[spell("form", date(2026, 3, 1), None)]).is_none());
    }

    fn waits(complete: Date, offer: Option<Date>, over: Option<Date>) -> Course {
        Course { group: "urgency".to_owned(), complete, offer, keys: None, over }
    }

    #[test]
    fn who_is_too_recent_or_stopped_is_not_judged_and_counts_as_long_as_they_were_seen() {
        let first = date(2026, 3, 1);
        let all = [
            waits(first, Some(date(2026, 4, 1)), None),
            waits(first, Some(date(2026, 8, 1)), None),
            // Stopped after a month; and complete a month ago.
            waits(first, None, Some(date(2026, 4, 1))),
            waits(date(2026, 10, 23), None, None),
        ];
        let all: Vec<&Course> = all.iter().collect();
        let row = row(&all, TODAY);
        assert_eq!((row.complete, row.waiting), (4, 1));
        assert_eq!((row.offer.judged, row.offer.kept), (2, 1));
        // At 31 days all four are at risk, and one gets an offer; nobody else within 91.
        let share = row.offer.share.unwrap();
        assert!((share.still - 0.25).abs() < 1e-9 && share.low < 0.25 && share.high > 0.25);
        assert_eq!((row.keys.judged, row.keys.kept), (2, 0));
    }

    #[test]
    fn every_quarter_between_the_first_and_the_last_is_there() {
        let all = [waits(date(2025, 11, 3), None, None), waits(date(2026, 5, 1), None, None)];
        let found: Vec<(i16, i8, u32)> = quarters(&all, TODAY)
            .into_iter()
            .map(|(at, row)| (at.year, at.number, row.complete))
            .collect();
        assert_eq!(found, [(2025, 4, 1), (2026, 1, 0), (2026, 2, 1)]);
    }
}
