use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};
use sleutel_domain::{
    DwellingCode,
    homes::{DwellingFacts, VacancyStatus},
    placement::{Ahead, ExpectedHomes, ExpectedNewcomers, GroupShare, Node},
};

use super::Parts;
use crate::{
    Kind,
    finding::{FindingKind, Log},
    records::Located,
};

/// How far a round looks ahead, in weeks. Ours, `docs/sources.md#looking-ahead`.
const WEEKS: u8 = 26;
/// How far it looks back for homes that came free, and the least to go by. Ours.
const WEEKS_BACK: i64 = 104;
const LEAST_WEEKS_BACK: u64 = 13;
/// Newcomers of a year are those who came in the year before.
const YEAR: i64 = 52;

/// Where each dwelling lies, by its code.
pub(super) type Nodes<'a> = BTreeMap<&'a DwellingCode, usize>;

/// What the round expects of the weeks to come; `None` when it does not look ahead.
///
/// Homes: what somebody wrote down, else what came free in the two years before, else the
/// homes of the year's plan spread over all dwellings. Newcomers: as many of each group as
/// joined in the year before.
pub(super) fn ahead(
    parts: &Parts,
    nodes: &Nodes<'_>,
    tree: &[Node],
    groups: &[GroupShare],
    logs: &mut Vec<Log>,
) -> Option<Ahead> {
    let written = written(parts, logs);
    if parts.round.ahead == 0 {
        return None;
    }
    let kinds = if !parts.expected.is_empty() {
        written
    } else {
        let before = came_free(parts);
        if before.is_empty() { planned(parts, tree, groups) } else { before }
    };
    Some(Ahead {
        futures: parts.round.ahead,
        weeks: WEEKS,
        homes: merged(parts, nodes, &kinds),
        newcomers: newcomers(parts, groups),
    })
}

fn back(date: Date, weeks: i64) -> Date {
    date.checked_sub(weeks.weeks()).unwrap_or(Date::MIN)
}

/// Homes somebody expects: so many like a dwelling there is.
fn written<'a>(parts: &'a Parts, logs: &mut Vec<Log>) -> Vec<(&'a DwellingCode, u64)> {
    let mut log = Log::new(super::EXPECTED_FILE);
    for Located { row, record } in &parts.expected {
        if !parts.dwellings.iter().any(|it| it.record.code == record.dwelling) {
            let found = record.dwelling.to_string();
            log.cell(*row, "dwelling", FindingKind::NoSuch { kind: Kind::Dwellings, found });
        }
    }
    logs.push(log);
    let of = |it: &'a Located<crate::records::ExpectedRecord>| {
        (&it.record.dwelling, u64::from(it.record.homes) * 1_000)
    };
    parts.expected.iter().map(of).collect()
}

/// Homes that came free in the two years before, each counting for its part of the weeks
/// to come. Nothing when the list does not go back a quarter of a year.
fn came_free(parts: &Parts) -> Vec<(&DwellingCode, u64)> {
    let on = parts.round.date;
    let since = back(on, WEEKS_BACK);
    let vacancies = parts.vacancies.iter().map(|it| &it.record);
    let recent: Vec<_> = vacancies
        .filter(|it| it.status != VacancyStatus::Withdrawn)
        .filter(|it| (since..=on).contains(&it.available_from))
        .collect();
    let first = recent.iter().map(|it| it.available_from).min().unwrap_or(on);
    let weeks = u64::from((on - first).get_days().unsigned_abs()).div_ceil(7);
    if weeks < LEAST_WEEKS_BACK {
        return Vec::new();
    }
    let each = 1_000 * u64::from(WEEKS) / weeks;
    recent.into_iter().map(|it| (&it.dwelling, each)).collect()
}

/// The homes the year's plan leaves room for, as if every dwelling came free as easily.
fn planned<'a>(
    parts: &'a Parts,
    tree: &[Node],
    groups: &[GroupShare],
) -> Vec<(&'a DwellingCode, u64)> {
    let of_groups = groups.iter().filter(|it| it.parent.is_none());
    let of_groups: u64 =
        of_groups.map(|it| u64::from(it.agreed.upper.unwrap_or(it.expected))).sum();
    let city = tree.iter().find(|it| it.parent.is_none());
    let most = city.and_then(|it| it.agreed.upper).map_or(u64::MAX, u64::from);
    let homes = of_groups.min(most) * 1_000 * u64::from(WEEKS) / YEAR.unsigned_abs();
    let dwellings = u64::try_from(parts.dwellings.len()).unwrap_or(u64::MAX).max(1);
    parts.dwellings.iter().map(|it| (&it.record.code, homes / dwellings)).collect()
}

/// Homes that are alike in everything a rule or the fit reads become one kind.
fn merged(parts: &Parts, nodes: &Nodes<'_>, of: &[(&DwellingCode, u64)]) -> Vec<ExpectedHomes> {
    let facts: BTreeMap<_, _> =
        parts.dwellings.iter().map(|it| (&it.record.code, &it.record.facts)).collect();
    let mut kinds = BTreeMap::new();
    for (code, thousandths) in of {
        if let (Some(&node), Some(&facts)) = (nodes.get(code), facts.get(code)) {
            let alike = DwellingFacts { surface: None, ..facts.clone() };
            let key = (
                (node, alike.rooms, alike.floor, alike.lift, alike.adaptation),
                (alike.rent, alike.target, alike.rules.pets, alike.rules.smoking),
            );
            kinds.entry(key).or_insert((node, alike, 0)).2 += thousandths;
        }
    }
    let kinds = kinds.into_values().map(|(node, facts, thousandths)| ExpectedHomes {
        node,
        facts,
        thousandths: u32::try_from(thousandths).unwrap_or(u32::MAX),
    });
    kinds.collect()
}

fn newcomers(parts: &Parts, groups: &[GroupShare]) -> Vec<ExpectedNewcomers> {
    let on = parts.round.date;
    let since = back(on, YEAR);
    let mut joined: BTreeMap<_, u32> = BTreeMap::new();
    for it in parts.participants.iter().map(|it| &it.record) {
        if (since..=on).contains(&it.waiting_since) {
            *joined.entry(&it.group).or_default() += 1;
        }
    }
    let year = u32::try_from(YEAR).unwrap_or(u32::MAX);
    let known = groups.iter().filter_map(|it| Some((&it.code, *joined.get(&it.code)?)));
    known
        .map(|(group, joined)| ExpectedNewcomers {
            group: group.clone(),
            households: joined * u32::from(WEEKS) / year,
        })
        .collect()
}
