//! From files and agreements to times: who waited and left, who lived in a home and how that ended.

use std::collections::BTreeMap;

use jiff::civil::Date;
use sleutel_domain::{
    Reference,
    agreements::{EndReason, Kind},
    cases::SpellEnd,
    routes::{ConversionTest, EndReason as RoadEnd, Next, Outcome, Route, RouteSet},
};
use sleutel_outcomes::watched::Watched;
use sleutel_store::history::{PersonRow, StretchRow, TermRow};

use super::record::Record;

/// By which road somebody lives in a home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Road {
    /// On the provider's lease until it is converted.
    Omslag,
    /// On an own lease from the first day, with support.
    HousingFirst,
    /// On an own lease, without support.
    Alone,
}

/// How a stay ended, as far as it was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Against their will: the stay was stopped, a judge ended it, the term ran out, or another home had to be looked for.
    Lost,
    /// A planned move, notice, death.
    Left,
    /// Not, or nobody looked any more.
    Open,
}

/// A stay in a home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stay {
    pub(super) reference: Reference,
    pub(super) road: Road,
    /// The first day.
    pub(super) moved_in: Date,
    /// From when it was in sight.
    pub(super) seen_from: Date,
    /// The day it ended, or until when it was in sight.
    pub(super) until: Date,
    pub(super) end: End,
    /// The day the lease became their own.
    pub(super) converted: Option<Date>,
    /// The day the support ended.
    pub(super) unsupported: Option<Date>,
    /// Whether they waited again after losing it.
    pub(super) back: bool,
}

/// A time somebody waited with a file, and whether they left for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wait {
    pub(super) from: Date,
    pub(super) until: Date,
    pub(super) left: bool,
}

/// Waits and stays of everybody, as they were known on a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Times {
    pub(super) waits: Vec<Wait>,
    pub(super) stays: Vec<Stay>,
}

fn days(from: Date, to: Date) -> u32 {
    let days = from.until(to).map_or(0, |it| it.get_days()).max(0);
    u32::try_from(days).unwrap_or_default()
}

impl Stay {
    fn watched(&self, until: Date, happened: bool) -> Watched {
        let from = days(self.moved_in, self.seen_from);
        Watched { from, until: days(self.moved_in, until), happened }
    }

    /// The time until its end, by losing the home.
    pub(super) fn to_loss(&self) -> Watched {
        self.watched(self.until, self.end == End::Lost)
    }

    /// The time until its end, by leaving.
    pub(super) fn to_leaving(&self) -> Watched {
        self.watched(self.until, self.end == End::Left)
    }

    /// The time on the provider's lease.
    pub(super) fn to_conversion(&self) -> Watched {
        self.watched(self.converted.unwrap_or(self.until), self.converted.is_some())
    }

    /// The time with support.
    pub(super) fn to_end_of_support(&self) -> Watched {
        self.watched(self.unsupported.unwrap_or(self.until), self.unsupported.is_some())
    }
}

impl Wait {
    pub(super) fn to_leaving(self) -> Watched {
        Watched { from: 0, until: days(self.from, self.until), happened: self.left }
    }
}

/// All times, of everybody whose file or agreement says something.
pub(super) fn times(record: &Record, routes: &RouteSet, today: Date) -> Times {
    let supported: BTreeMap<_, _> =
        record.groups.iter().map(|it| (&it.code, it.with_support)).collect();
    let mut files: BTreeMap<&Reference, Vec<&[StretchRow]>> = BTreeMap::new();
    for file in record.files.chunk_by(|one, other| one.file == other.file) {
        if let Some(first) = file.first() {
            files.entry(&first.reference).or_default().push(file);
        }
    }
    let mut terms: BTreeMap<&Reference, &[TermRow]> = BTreeMap::new();
    for of in record.terms.chunk_by(|one, other| one.reference == other.reference) {
        if let Some(first) = of.first() {
            terms.insert(&first.reference, of);
        }
    }
    let mut times = Times::default();
    for person in &record.people {
        let of_them = files.get(&person.reference).map_or(&[][..], Vec::as_slice);
        let mut stays = Vec::new();
        for (at, file) in of_them.iter().enumerate() {
            let next = of_them.get(at + 1).and_then(|it| it.first()).map(|it| it.began);
            let walk = Walk { person, file, next, routes, today };
            times.waits.extend(walk.wait());
            walk.stays(&mut stays);
        }
        let of_them = terms.get(&person.reference).copied().unwrap_or_default();
        let with_support = supported.get(&person.group).copied().unwrap_or_default();
        by_agreement(person, of_them, with_support, today, &mut stays);
        times.stays.extend(stays);
    }
    times
}

/// One file.
struct Walk<'a> {
    person: &'a PersonRow,
    file: &'a [StretchRow],
    /// When the next file of the household began.
    next: Option<Date>,
    routes: &'a RouteSet,
    today: Date,
}

fn is_keys(it: &StretchRow) -> bool {
    it.kind == "keys" && matches!(it.ended, Some((_, SpellEnd::Done)))
}

/// A step in which a home is looked for.
fn looks_for_a_home(it: &StretchRow) -> bool {
    matches!(it.kind.as_str(), "match" | "viewing" | "offer" | "keys")
}

impl Walk<'_> {
    fn route(&self, row: &StretchRow) -> Option<&Route> {
        self.routes.get(&row.route.0, row.route.1)
    }

    /// Whether they waited again after a day: another file, or a later first day of waiting.
    fn waits_again(&self, after: Date) -> bool {
        self.next.is_some() || self.person.since > after
    }

    /// The time with this file until the keys, leaving, the end of the road, or today.
    fn wait(&self) -> Option<Wait> {
        let first = self.file.first()?;
        let last = self.file.last()?;
        let keys = self.file.iter().find(|it| is_keys(it)).and_then(|it| it.ended);
        let over = last.ended.filter(|_| keys.is_none());
        let until = keys.or(over).map_or(self.today, |it| it.0);
        let gone = over.is_some_and(|(_, how)| how == SpellEnd::Left);
        let housed = self.person.placed_on.is_some();
        let left = gone && !housed && !self.waits_again(until);
        Some(Wait { from: first.began, until, left })
    }

    /// The stays that begin with keys in this file.
    fn stays(&self, stays: &mut Vec<Stay>) {
        for (at, keys) in self.file.iter().enumerate().filter(|(_, it)| is_keys(it)) {
            let Some((moved_in, _)) = keys.ended else { continue };
            let after = self.file.get(at + 1..).unwrap_or_default();
            let again = after.iter().position(looks_for_a_home);
            let lived = after.get(..again.unwrap_or(after.len())).unwrap_or_default();
            let converts = self.route(keys).is_some_and(|it| it.conversion != ConversionTest::None);
            let day = |fits: &dyn Fn(&StretchRow) -> bool| {
                lived.iter().find(|it| fits(it)).and_then(|it| it.ended).map(|it| it.0)
            };
            let done = |it: &StretchRow| matches!(it.ended, Some((_, SpellEnd::Done)));
            let converted = day(&|it| it.kind == "conversion" && done(it));
            let unsupported =
                day(&|it| it.kind == "evaluation" && it.outcome == Some(Outcome::Ended));
            let (until, end) = match again.and_then(|it| after.get(it)) {
                Some(looks) => (looks.opened, End::Lost),
                None => self.last_seen(lived, keys),
            };
            let lost = end == End::Lost;
            stays.push(Stay {
                reference: self.person.reference.clone(),
                road: if converts { Road::Omslag } else { Road::HousingFirst },
                moved_in,
                seen_from: moved_in,
                until,
                end,
                converted: converted.filter(|_| converts),
                unsupported: unsupported.filter(|_| !converts && !lost),
                back: lost && (again.is_some() || self.waits_again(until)),
            });
        }
    }

    /// How a stay stands at the end of the file: nobody looks any more when the road is over, unless
    /// the road itself says that the stay is.
    fn last_seen(&self, lived: &[StretchRow], keys: &StretchRow) -> (Date, End) {
        let last = lived.last().unwrap_or(keys);
        let Some((on, how)) = last.ended else { return (self.today, End::Open) };
        let outcome = last.outcome.filter(|_| how == SpellEnd::Done);
        let next = outcome.and_then(|it| {
            let route = self.route(last)?;
            route.step(&last.step)?.outcomes.get(&it)
        });
        match next {
            Some(Next::End(RoadEnd::StayEnded)) => (on, End::Lost),
            Some(Next::End(_) | Next::Step(_)) | None => (on, End::Open),
        }
    }
}

fn end_of(reason: EndReason) -> Option<End> {
    match reason {
        EndReason::Court | EndReason::TermOver => Some(End::Lost),
        EndReason::Notice | EndReason::Moved | EndReason::Death | EndReason::Agreed => {
            Some(End::Left)
        }
        EndReason::Converted | EndReason::NotNeeded => None,
    }
}

/// What agreements say beside the files, or instead of them: how long somebody stayed in sight, when
/// the lease became their own, and why it ended.
fn by_agreement(
    person: &PersonRow,
    terms: &[TermRow],
    with_support: bool,
    today: Date,
    stays: &mut Vec<Stay>,
) {
    let Some(first) = terms.first() else { return };
    let live = |it: &TermRow| it.ended.is_none();
    let over = terms.last().filter(|_| !terms.iter().any(live)).and_then(|it| it.ended);
    let end = over.and_then(|it| it.1).and_then(end_of);
    let own = |it: &&TermRow| it.kind.in_own_name();
    let converted = terms.iter().skip(1).find(own).map(|it| it.from);
    let converted = converted.filter(|_| first.kind == Kind::IntermediateUse);
    if stays.is_empty() {
        let road = match (first.kind, with_support) {
            (Kind::IntermediateUse, _) => Road::Omslag,
            (_, true) => Road::HousingFirst,
            (_, false) => Road::Alone,
        };
        stays.push(Stay {
            reference: person.reference.clone(),
            road,
            moved_in: first.from,
            seen_from: first.from.max(first.known),
            until: first.from.max(first.known),
            end: End::Open,
            converted: None,
            unsupported: None,
            back: false,
        });
    }
    let Some(stay) = stays.last_mut() else { return };
    // Of an earlier home.
    if terms.last().is_some_and(|it| it.from < stay.moved_in && it.ended.is_some()) {
        return;
    }
    stay.converted = stay.converted.or(converted);
    match (over, end) {
        (Some((on, _)), Some(end)) if stay.end != End::Lost => {
            (stay.until, stay.end) = (on, end);
            stay.back = end == End::Lost && person.since > on;
        }
        (Some((on, _)), None) if stay.end == End::Open => stay.until = stay.until.max(on),
        (None, _) if stay.end == End::Open => stay.until = today,
        (_, _) => {}
    }
}
