//! Reading what somebody typed: every fault at its field, and the numbers as people write them.

use std::collections::BTreeMap;

use sleutel_domain::Phrase;
use sleutel_simulation::{Assumption, Assumptions, GroupName, PolicyName, Source, Unit};

use super::{REPLICATIONS, YEARS};
use crate::{FieldFault, fields::Fields};

/// A what-if as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WhatIfDraft {
    /// What people will call it.
    pub name: String,
    /// Codes of the policies that are ticked.
    pub policies: Vec<String>,
    /// The code of the policy the others are compared with.
    pub first: String,
    /// Years.
    pub years: String,
    /// Replications.
    pub replications: String,
    /// The number the draws come from.
    pub seed: String,
    /// Whether to carry the uncertainty.
    pub uncertain: bool,
    /// The areas, as [`area_codes`] reads them; `None` leaves those that were there.
    pub areas: Option<String>,
    /// Codes of policies by the code of the group whose road they are ([`PolicyName::Mixed`]); a group
    /// that is left out keeps its road.
    pub mix: BTreeMap<String, String>,
    /// Numbers by the name of their field ([`number_field`]); one left out stays as it is.
    pub numbers: BTreeMap<String, String>,
}

/// Which number of an assumption a field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The value.
    Value,
    /// The lower end of its range.
    Low,
    /// The upper end.
    High,
}

impl Side {
    /// In the order of a row.
    pub const ALL: [Self; 3] = [Self::Value, Self::Low, Self::High];

    fn code(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Low => "low",
            Self::High => "high",
        }
    }

    /// The number of an assumption.
    pub fn of(self, row: &Assumption) -> f64 {
        match self {
            Self::Value => row.value,
            Self::Low => row.low,
            Self::High => row.high,
        }
    }
}

/// The name of the field of a number, such as `low-homes.small`.
pub fn number_field(side: Side, name: &str) -> String {
    format!("{}-{name}", side.code())
}

/// The name of the field that puts a row back to what comes with the product.
pub fn back_field(name: &str) -> String {
    format!("back-{name}")
}

/// The codes of areas that somebody typed with commas between them, each once. A blank within one
/// becomes a dash.
pub fn area_codes(text: &str) -> Vec<String> {
    let mut codes = Vec::new();
    for part in text.split([',', ';', '\n']) {
        let kept: String =
            part.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        let code = kept.split_whitespace().collect::<Vec<_>>().join("-");
        if !code.is_empty() && !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// The table for the areas that were typed.
pub(super) fn divided(table: Assumptions, areas: Option<&str>) -> Assumptions {
    match areas.map(area_codes) {
        Some(areas) if areas != table.areas() => table.with_parts(table.groups().to_vec(), areas),
        _ => table,
    }
}

/// The name of the field of a group's road, such as `mix-young`.
pub fn road_field(group: &str) -> String {
    format!("mix-{group}")
}

/// The roads a group can have: one without support has a home of its own at once, so only whether
/// a part of them is prevented from coming can differ.
pub fn roads_of(group: &GroupName) -> &'static [PolicyName] {
    if group.with_support {
        &PolicyName::ROADS
    } else {
        &[PolicyName::Omslag, PolicyName::Prevention]
    }
}

/// A number as it stands in its field, with a decimal point: six digits that count, and never three
/// decimals after more than a nought, which would read as thousands.
pub fn number_shown(value: f64) -> String {
    let mut shown = six_digits(value);
    let three = shown.split_once('.').is_some_and(|(whole, part)| whole != "0" && part.len() == 3);
    if three {
        shown.push('0');
    }
    shown
}

fn six_digits(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return value.to_string();
    }
    // What is written in the table itself stays as it is.
    let exact = value.to_string();
    if exact.len() <= 8 {
        return exact;
    }
    let rounded: f64 = format!("{value:.5e}").parse().unwrap_or(value);
    rounded.to_string()
}

/// What was read, but for the assumptions.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Basics {
    pub(super) name: Phrase,
    pub(super) policies: Vec<PolicyName>,
    pub(super) years: u32,
    pub(super) replications: u32,
    pub(super) seed: u64,
}

/// Reads all but the assumptions; `None` with the faults in `fields`.
pub(super) fn basics(fields: &mut Fields, draft: &WhatIfDraft) -> Option<Basics> {
    let name = fields.text("name", &draft.name, Phrase::new);
    let policies = policies(fields, draft);
    let small = |it: i64| u32::try_from(it).ok();
    let years = fields.number("years", &draft.years, YEARS.0, YEARS.1).and_then(small);
    let (least, most) = REPLICATIONS;
    let replications = fields.number("replications", &draft.replications, least, most);
    let replications = replications.and_then(small);
    let seed = fields.number("seed", &draft.seed, 0, i64::MAX);
    let seed = seed.and_then(|it| u64::try_from(it).ok());
    Some(Basics {
        name: name?,
        policies: policies?,
        years: years?,
        replications: replications?,
        seed: seed?,
    })
}

/// The policies in the order of the list, the first one first.
fn policies(fields: &mut Fields, draft: &WhatIfDraft) -> Option<Vec<PolicyName>> {
    let mut policies: Vec<PolicyName> = (PolicyName::ALL.into_iter())
        .filter(|it| draft.policies.iter().any(|code| code == it.code()))
        .collect();
    let strange = draft.policies.iter().any(|code| PolicyName::from_code(code).is_none());
    if strange {
        fields.bad("policies", FieldFault::NotAChoice);
        return None;
    }
    if policies.is_empty() {
        fields.bad("policies", FieldFault::Required);
        return None;
    }
    let first = match draft.first.trim() {
        "" => policies.first().copied(),
        code => fields.choice("first", code, PolicyName::from_code),
    }?;
    match policies.iter().position(|it| *it == first) {
        Some(at) => {
            let first = policies.remove(at);
            policies.insert(0, first);
        }
        // Whoever compares with a policy wants to see it.
        None => policies.insert(0, first),
    }
    Some(policies)
}

/// The table with the roads that were chosen; `None` with the faults in `fields`.
pub(super) fn mix(
    fields: &mut Fields,
    mut table: Assumptions,
    chosen: &BTreeMap<String, String>,
) -> Option<Assumptions> {
    let groups = table.groups().to_vec();
    let mut sound = true;
    for group in &groups {
        let Some(code) = chosen.get(&group.code) else { continue };
        let known = |code: &str| {
            let road = PolicyName::from_code(code)?;
            let now = table.mix().any(|(of, it)| of == group && it == road);
            (now || roads_of(group).contains(&road)).then_some(road)
        };
        let road = fields.choice(&road_field(&group.code), code, known);
        // INVARIANT: the group is one of the table's own.
        sound &= road.is_some_and(|road| table.set_road(&group.code, road).is_ok());
    }
    sound.then_some(table)
}

/// The table with what was typed; `None` with the faults in `fields`. A value beyond its own range takes the range with it, unless
/// the range was changed too.
pub(super) fn numbers(
    fields: &mut Fields,
    mut table: Assumptions,
    typed: &BTreeMap<String, String>,
) -> Option<Assumptions> {
    let mut sound = true;
    let rows = table.rows().to_vec();
    let shipped = Assumptions::city();
    for row in &rows {
        // What comes with the product, whatever else was typed.
        if let Some(own) =
            shipped.get(&row.name).filter(|_| typed.contains_key(&back_field(&row.name)))
        {
            // INVARIANT: the name is one of the table's own.
            let _ = table.set(&row.name, own.value);
            let _ = table.set_range(&row.name, own.low, own.high);
            let _ = table.set_sources(&row.name, own.sources);
            continue;
        }
        let [value, low, high] = Side::ALL.map(|side| {
            let before = side.of(row);
            let field = number_field(side, &row.name);
            let Some(text) = typed.get(&field) else { return Some((before, false)) };
            match number(text, row.unit) {
                Ok(number) if same(number, before) => Some((before, false)),
                Ok(number) => Some((number, true)),
                Err(fault) => {
                    fields.bad(&field, fault);
                    None
                }
            }
        });
        let (Some(value), Some(low), Some(high)) = (value, low, high) else {
            sound = false;
            continue;
        };
        if !(value.1 || low.1 || high.1) {
            continue;
        }
        let low = if low.1 { low.0 } else { low.0.min(value.0) };
        let high = if high.1 { high.0 } else { high.0.max(value.0) };
        // INVARIANT: the name is one of the table's own.
        let _ = table.set(&row.name, value.0);
        let _ = table.set_range(&row.name, low, high);
        // What somebody put in its place is not what history says.
        if row.sources == [Source::OwnHistory] {
            let _ = table.set_sources(&row.name, &[Source::Ours]);
        }
    }
    sound.then_some(table)
}

/// The same number but for how it was shown.
fn same(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-5 * other.abs()
}

/// A number as people write it: `0,12`, `0.12`, `1.450`, `1 450`. Of things that are counted a sign
/// with three digits after it groups thousands.
fn number(text: &str, unit: Unit) -> Result<f64, FieldFault> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{a0}').collect();
    if text.is_empty() {
        return Err(FieldFault::Required);
    }
    let counted = matches!(
        unit,
        Unit::PeopleAYear
            | Unit::HomesAYear
            | Unit::People
            | Unit::Homes
            | Unit::Places
            | Unit::HoursAWeek
    );
    let marks = text.matches([',', '.']).count();
    let (whole, part) = match text.rfind([',', '.']) {
        None => (text.as_str(), ""),
        Some(at) => {
            let (whole, part) = text.split_at(at);
            let part = part.trim_start_matches([',', '.']);
            // `1.234.567`, and `1.450` homes.
            let same = marks > 1 && (!whole.contains(',') || !text.contains('.'));
            let groups = part.len() == 3
                && (same && text.contains('.') != text.contains(',') || counted && marks == 1)
                && whole != "0"
                && !whole.is_empty();
            if groups { (text.as_str(), "") } else { (whole, part) }
        }
    };
    let whole: String = whole.chars().filter(|c| !matches!(c, ',' | '.')).collect();
    let digits = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
    if (whole.is_empty() && part.is_empty()) || !digits(&whole) || !digits(part) {
        return Err(FieldFault::NotANumber);
    }
    let whole = if whole.is_empty() { "0" } else { whole.as_str() };
    format!("{whole}.{part}0").parse().map_err(|_| FieldFault::NotANumber)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, unit: Unit, expected: f64) {
        assert_eq!(number(text, unit), Ok(expected), "{text}");
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        check("0,115", Unit::Years, 0.115);
        check("0.115", Unit::PerYear, 0.115);
        check("1.450", Unit::HomesAYear, 1_450.0);
        check("1,450", Unit::HomesAYear, 1_450.0);
        check("1 450", Unit::HomesAYear, 1_450.0);
        check("1.234.567", Unit::People, 1_234_567.0);
        check("1.234,5", Unit::HoursAWeek, 1_234.5);
        check("1,234.5", Unit::HoursAWeek, 1_234.5);
        check("1.250", Unit::Years, 1.25);
        check("7", Unit::Share, 7.0);
        check(",5", Unit::Share, 0.5);
    }

    #[test]
    fn areas_are_read_as_people_write_them() {
        let found = area_codes("Noord, Oud West;  Noord\n,'t Gooi. ");
        assert_eq!(found, ["Noord", "Oud-West", "t-Gooi"]);
        let table = divided(Assumptions::city(), Some("Noord, Zuid"));
        assert_eq!(table.areas(), ["Noord", "Zuid"]);
        assert_eq!(divided(table.clone(), None), table);
        assert_eq!(divided(table, Some("")), Assumptions::city());
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", " ", "veel", "-3", "1e9", ".", "1.2.3x", "NaN", "inf"] {
            assert!(number(text, Unit::People).is_err(), "{text}");
        }
    }

    #[test]
    fn what_stands_in_a_field_is_short_and_reads_back_as_the_same() {
        for row in Assumptions::city().rows() {
            for side in Side::ALL {
                let shown = number_shown(side.of(row));
                assert!(shown.len() <= 9, "{}: {shown}", row.name);
                let back = number(&shown, row.unit).unwrap();
                assert!(same(back, side.of(row)), "{}: {shown}", row.name);
            }
        }
        for value in [160.639, 4.185, 1_234.567_8, 0.115] {
            let shown = number_shown(value);
            assert!(same(number(&shown, Unit::PeopleAYear).unwrap(), value), "{shown}");
        }
    }

    #[test]
    fn a_value_takes_its_range_with_it_and_a_range_somebody_changed_stays() {
        let typed = |pairs: &[(&str, &str)]| {
            let all = pairs.iter().map(|(name, it)| ((*name).to_owned(), (*it).to_owned()));
            numbers(&mut Fields::default(), Assumptions::city(), &all.collect()).unwrap()
        };
        let wider = typed(&[("value-homes.small", "2.000"), ("high-homes.small", "1300")]);
        let row = wider.get("homes.small").unwrap();
        let shown = |row: &Assumption| Side::ALL.map(|side| number_shown(side.of(row)));
        assert_eq!(shown(row), ["2000", "1000", "2000"]);
        let own = typed(&[("value-homes.small", "2000"), ("high-homes.small", "1900")]);
        assert_eq!(shown(own.get("homes.small").unwrap()), ["2000", "1000", "1900"]);
        assert_eq!(typed(&[("value-homes.small", "1150")]), Assumptions::city());
    }
}
