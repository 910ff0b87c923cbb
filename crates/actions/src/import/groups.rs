//! Target groups as a file describes them, over the days that are known already.

use std::collections::BTreeMap;

use jiff::civil::Date;
use sleutel_domain::{
    GroupCode,
    steering::groups::{GroupChange, GroupDescription, GroupFault, GroupPeriod, GroupTimes},
};
use sleutel_exchange::records::{GroupQuotaRecord, GroupRecord, Located};

use crate::{
    ActionError,
    act::Act,
    steering::groups::{histories, write_down},
};

fn description(it: &GroupRecord) -> GroupDescription {
    GroupDescription {
        name_nl: it.name_nl.clone(),
        name_en: it.name_en.clone(),
        main_group: it.main_group.code().to_owned(),
        with_support: it.with_support,
        counts: it.counts,
    }
}

/// Every way a file describes each group, by its first day; one without comes first.
fn by_group(
    rows: &[Located<GroupQuotaRecord>],
) -> BTreeMap<&GroupCode, BTreeMap<Option<Date>, &GroupRecord>> {
    let mut all: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
    for Located { record, .. } in rows {
        let group = &record.group;
        all.entry(&group.code).or_default().insert(group.valid_from, group);
    }
    all
}

/// What holds of a group after a file. A file without days changes none; a first or last day that is
/// left empty stays what it was.
fn after(
    known: Option<&GroupTimes>,
    told: &BTreeMap<Option<Date>, &GroupRecord>,
    today: Date,
) -> Result<GroupTimes, GroupFault> {
    let records: Vec<&GroupRecord> = told.values().copied().collect();
    if let [one] = records.as_slice()
        && one.valid_from.is_none()
        && one.valid_until.is_none()
    {
        let described = description(one);
        let Some(known) = known else { return Ok(GroupTimes::always(described)) };
        return match known.redescribed(today, described) {
            Err(GroupFault::Same) => Ok(known.clone()),
            other => other,
        };
    }
    let nexts = records.iter().skip(1).map(|it| it.valid_from.and_then(|it| it.yesterday().ok()));
    let mut periods: Vec<GroupPeriod> = records
        .iter()
        .zip(nexts.chain([None]))
        .map(|(it, before_next)| GroupPeriod {
            from: it.valid_from,
            until: it.valid_until.or(before_next),
            described: description(it),
        })
        .collect();
    let begins = known.and_then(GroupTimes::begins);
    if let Some(first) = periods.first_mut()
        && first.from.is_none()
    {
        first.from = begins.filter(|it| first.until.is_none_or(|until| *it <= until));
    }
    let ends = known.and_then(GroupTimes::ends);
    if let Some(last) = periods.last_mut()
        && last.until.is_none()
    {
        last.until = ends.filter(|it| last.from.is_none_or(|from| from <= *it));
    }
    GroupTimes::new(periods)
}

/// From when until when each group is there after a file, on top of what is known. What cannot be
/// was told when the file was read.
pub(super) fn times_after(
    known: &mut BTreeMap<GroupCode, GroupTimes>,
    rows: &[Located<GroupQuotaRecord>],
    today: Date,
) {
    for (code, told) in by_group(rows) {
        if let Ok(times) = after(known.get(code), &told, today) {
            known.insert(code.clone(), times);
        }
    }
}

/// Writes down what a file says of the groups, where that differs from what is known.
pub(super) async fn describe(
    act: &mut Act<'_>,
    rows: &[Located<GroupQuotaRecord>],
) -> Result<(), ActionError> {
    let today = act.today();
    let known = histories(act).await?;
    for (code, told) in by_group(rows) {
        let found = known.get(code);
        let times = after(found.map(|it| &it.times), &told, today)
            .map_err(|fault| ActionError::Internal(format!("days of `{code}`: {fault:?}")))?;
        let version = found.map_or(0, |it| it.version);
        if found.map(|it| &it.times) != Some(&times) {
            write_down(act, code, version, (GroupChange::Imported, None), times).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use sleutel_domain::Phrase;
    use sleutel_exchange::records::MainGroup;

    use super::*;

    fn told(name: &str, from: Option<Date>, until: Option<Date>) -> GroupRecord {
        GroupRecord {
            code: GroupCode::new("g").unwrap(),
            name_nl: Phrase::new(name).unwrap(),
            name_en: Phrase::new(name).unwrap(),
            main_group: MainGroup::WithSupport,
            with_support: true,
            counts: true,
            valid_from: from,
            valid_until: until,
        }
    }

    fn check(
        known: Option<&GroupTimes>,
        records: &[GroupRecord],
        expected: &[(&str, Option<Date>, Option<Date>)],
    ) -> GroupTimes {
        let records = records.iter().map(|it| (it.valid_from, it)).collect();
        let times = after(known, &records, date(2026, 6, 15)).unwrap();
        let one = |it: &GroupPeriod| (it.described.name_nl.to_string(), it.from, it.until);
        let found: Vec<_> = times.periods().iter().map(one).collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(name, from, until)| ((*name).to_owned(), *from, *until))
            .collect();
        assert_eq!(found, expected);
        times
    }

    #[test]
    fn a_file_without_days_changes_no_day() {
        let (first, last) = (Some(date(2020, 1, 1)), Some(date(2026, 12, 31)));
        let always = check(None, &[told("a", None, None)], &[("a", None, None)]);
        let ended = always.between(first, last).unwrap();
        check(Some(&ended), &[told("a", None, None)], &[("a", first, last)]);
        let new_year = Some(date(2026, 1, 1));
        let before = Some(date(2025, 12, 31));
        let expected = [("a", first, before), ("b", new_year, last)];
        check(Some(&ended), &[told("b", None, None)], &expected);
    }

    #[test]
    fn a_file_with_days_says_when_a_group_is_there_and_read_again_changes_nothing() {
        let (from, change) = (Some(date(2020, 1, 1)), Some(date(2024, 1, 1)));
        let before = Some(date(2023, 12, 31));
        let last = Some(date(2026, 12, 31));
        let records = [told("a", from, None), told("b", change, last)];
        let expected = [("a", from, before), ("b", change, last)];
        let once = check(None, &records, &expected);
        check(Some(&once), &records, &expected);
        // What the file leaves open stays: the first day of the first, the last of the last.
        let open = [told("a", None, before), told("c", change, None)];
        check(Some(&once), &open, &[("a", from, before), ("c", change, last)]);
    }
}
