//! What the state asks for a group ("landelijke taakstelling").

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::json;
use sleutel_domain::{
    GroupCode, Phrase,
    steering::groups::{YearPart, national_floor},
};
use sleutel_store::groups::{self as rows, NationalRow};

use super::change::find;
use crate::{ActionError, App, FieldFault, Who, fields::Fields, policy::Action};

/// The most homes or people a number can be.
const MOST: i64 = 1_000_000;

/// A number of the state, as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NationalDraft {
    /// Which year.
    pub year: String,
    /// The word of the part of the year.
    pub part: String,
    /// How many homes it comes to.
    pub homes: String,
    /// How many people, where the source counts people; blank for none.
    pub people: String,
    /// Where it is written.
    pub source: String,
    /// The day of that text.
    pub source_date: String,
    /// How many numbers the group had when the form was made.
    pub was: String,
}

/// What the national target comes to in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NationalYear {
    /// Homes at least.
    pub homes: u32,
    /// Where that is written; of two halves the later.
    pub source: Phrase,
    /// The day of that text.
    pub source_date: Date,
}

/// The rows that hold, of those that were ever written down: of one part of a year the last, unless
/// it was taken back.
pub(crate) fn in_force(all: &[NationalRow]) -> Vec<&NationalRow> {
    let mut last: BTreeMap<(&GroupCode, i16, YearPart), &NationalRow> = BTreeMap::new();
    for row in all {
        last.insert((&row.group, row.year, row.part), row);
    }
    last.into_values().filter(|it| it.homes.is_some()).collect()
}

/// What the national targets come to in a year, by group.
pub(crate) fn floors(all: &[NationalRow], year: i16) -> BTreeMap<GroupCode, NationalYear> {
    let mut of_groups: BTreeMap<&GroupCode, Vec<&NationalRow>> = BTreeMap::new();
    for row in in_force(all).into_iter().filter(|it| it.year == year) {
        of_groups.entry(&row.group).or_default().push(row);
    }
    let floor = |(group, rows): (&GroupCode, Vec<&NationalRow>)| {
        let numbers: Vec<_> = rows.iter().filter_map(|it| Some((it.part, it.homes?))).collect();
        let newest = rows.iter().max_by_key(|it| (it.source_date, it.number))?;
        let year = NationalYear {
            homes: national_floor(&numbers)?,
            source: newest.source.clone(),
            source_date: newest.source_date,
        };
        Some((group.clone(), year))
    };
    of_groups.into_iter().filter_map(floor).collect()
}

fn small(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn last_number(all: &[NationalRow], code: &GroupCode) -> u32 {
    all.iter().filter(|it| it.group == *code).map(|it| it.number).max().unwrap_or(0)
}

/// Writes down a number of the state. It comes in the place of the one that is known of the same
/// part of the year. [`ActionError::Changed`] when somebody wrote one since the form was made.
pub async fn set_national(
    app: &App,
    who: &Who,
    code: &GroupCode,
    draft: &NationalDraft,
) -> Result<(), ActionError> {
    let mut act = app.begin_change(who, Action::ChangeGroups).await?;
    let programme = act.programme;
    let found = find(&mut act, code).await?;
    let all = rows::national_targets(&mut act.tx, programme).await?;
    let last = last_number(&all, code);
    if draft.was.trim() != last.to_string() {
        return Err(ActionError::Changed);
    }
    let today = act.today();
    let mut fields = Fields::default();
    let around = i64::from(today.year());
    let year = fields.number("year", &draft.year, around - 10, around + 5);
    let year = year.and_then(|it| i16::try_from(it).ok());
    if let Some(year) = year.filter(|it| !found.times.in_year(*it)) {
        fields.bad("year", FieldFault::GroupNotInYear { year });
    }
    let part = fields.choice("part", &draft.part, YearPart::from_code);
    let homes = fields.number("homes", &draft.homes, 0, MOST).map(small);
    let people = fields.number_opt("people", &draft.people, 0, MOST).map(small);
    let source = fields.text("source", &draft.source, Phrase::new);
    let source_date = fields.date("source_date", &draft.source_date);
    if source_date.is_some_and(|it| it > today) {
        fields.bad("source_date", FieldFault::InFuture);
    }
    let whole = year.zip(part).zip(homes).zip(source.zip(source_date));
    let (((year, part), homes), (source, source_date)) = fields.done(whole)?;
    let replaced = in_force(&all);
    let replaced = replaced.iter().find(|it| (&it.group, it.year, it.part) == (code, year, part));
    let row = NationalRow {
        group: code.clone(),
        number: last.saturating_add(1),
        year,
        part,
        homes: Some(homes),
        people,
        source,
        source_date,
        replaces: replaced.map(|it| it.number),
        actor: act.who.label(),
        at: act.at,
    };
    rows::add_national_target(&mut act.tx, programme, &row).await?;
    let detail = json!({
        "group": "national", "number": row.number, "year": year, "part": part.code(),
        "homes": homes, "people": people, "replaces": row.replaces,
    });
    act.log("group", code.as_str(), &detail).await?;
    act.commit().await
}

/// Takes a number of the state back. What was written down stays to be read.
/// [`ActionError::Changed`] when it does not hold any more.
pub async fn withdraw_national(
    app: &App,
    who: &Who,
    code: &GroupCode,
    number: u32,
) -> Result<(), ActionError> {
    let mut act = app.begin_change(who, Action::ChangeGroups).await?;
    let programme = act.programme;
    let all = rows::national_targets(&mut act.tx, programme).await?;
    if !all.iter().any(|it| it.group == *code && it.number == number) {
        return Err(ActionError::NotFound);
    }
    let standing = in_force(&all);
    let found = standing.iter().find(|it| it.group == *code && it.number == number);
    let Some(found) = found else { return Err(ActionError::Changed) };
    let row = NationalRow {
        number: last_number(&all, code).saturating_add(1),
        homes: None,
        people: None,
        replaces: Some(number),
        actor: act.who.label(),
        at: act.at,
        ..(*found).clone()
    };
    rows::add_national_target(&mut act.tx, programme, &row).await?;
    let detail = json!({
        "group": "national-taken-back", "number": number, "year": row.year,
        "part": row.part.code(),
    });
    act.log("group", code.as_str(), &detail).await?;
    act.commit().await
}
