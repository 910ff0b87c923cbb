use std::collections::BTreeMap;

use jiff::civil::Date;
use sleutel_domain::{
    AreaCode, ComplexCode, GroupCode, OrganisationCode, Phrase,
    access::OrganisationKind,
    homes::{AreaLevel, Place},
};

use super::{Progress, bounds, floor_and_ceiling};
use crate::{
    Kind,
    columns::{self, columns},
    finding::{FindingKind, Log},
    records::{
        AreaFigureRecord, AreaRecord, AssociationTargetRecord, CeilingRecord, Geometry,
        GroupQuotaRecord, GroupRecord, Located, MainGroup, MainGroupRecord, OrganisationRecord,
        QuotaRecord,
    },
    table::{
        self, Aliases, Row,
        cells::{self, Parsed},
    },
};

pub(super) fn organisation(row: &mut Row<'_>) -> Option<OrganisationRecord> {
    let code = row.must("code", cells::code(OrganisationCode::new));
    let name = row.must("name", cells::words(Phrase::new));
    let kinds = columns::organisation_kinds();
    let kind = row.must("kind", cells::one_of(OrganisationKind::from_code, &kinds));
    Some(OrganisationRecord { code: code?, name: name?, kind: kind? })
}

pub(super) fn area(row: &mut Row<'_>) -> Option<AreaRecord> {
    let code = row.must("code", cells::code(AreaCode::new));
    let name = row.must("name", cells::words(Phrase::new));
    let level = row.must("level", level);
    let parent = row.may("parent", cells::code(AreaCode::new));
    Some(AreaRecord {
        code: code?,
        name: name?,
        level: level?,
        parent: parent?,
        geometry: Geometry::default(),
    })
}

/// Any level but the complex, which has a file of its own.
pub(super) fn level(text: &str) -> Parsed<AreaLevel> {
    let known = |word: &str| AreaLevel::from_code(word).filter(|it| *it != AreaLevel::Complex);
    cells::one_of(known, &columns::area_levels())(text)
}

pub(super) fn ceiling(row: &mut Row<'_>) -> Option<CeilingRecord> {
    let year = row.must("year", cells::year);
    let area = row.may("area", cells::code(AreaCode::new));
    let complex = row.may("complex", cells::code(ComplexCode::new));
    let bounds = bounds(row);
    let load = row.may("load_upper", cells::count);
    let place = match (area?, complex?) {
        (Some(area), None) => Place::Area(area),
        (None, Some(complex)) => Place::Complex(complex),
        (None, None) | (Some(_), Some(_)) => {
            row.find("area", FindingKind::NotOnePlace {});
            return None;
        }
    };
    let (lower, upper, realised) = bounds?;
    Some(CeilingRecord { year: year?, place, lower, upper, realised, load: load? })
}

pub(super) fn main_group(row: &mut Row<'_>) -> Option<MainGroupRecord> {
    let year = row.must("year", cells::year);
    let main_groups = columns::main_groups();
    let main_group = row.must("main_group", cells::one_of(MainGroup::from_code, &main_groups));
    let (lower, upper) = floor_and_ceiling(row)?;
    Some(MainGroupRecord { year: year?, main_group: main_group?, lower, upper })
}

/// Without a year in the row, that in the name of the file counts.
pub(super) fn association_target(
    row: &mut Row<'_>,
    file_year: Option<i16>,
) -> Option<AssociationTargetRecord> {
    let year = row.may("year", cells::year);
    let association = row.must("association", cells::code(OrganisationCode::new));
    let name = row.may("name", cells::words(Phrase::new));
    let (lower, upper, realised) = bounds(row)?;
    let year = year?.or(file_year);
    Some(AssociationTargetRecord {
        year,
        association: association?,
        name: name?,
        lower,
        upper,
        realised,
    })
}

pub(super) fn group_quota(row: &mut Row<'_>) -> Option<GroupQuotaRecord> {
    let year = row.must("year", cells::year);
    let code = row.must("group", cells::code(GroupCode::new));
    let name_nl = row.must("name_nl", cells::words(Phrase::new));
    let name_en = row.must("name_en", cells::words(Phrase::new));
    let main_groups = columns::main_groups();
    let main_group = row.must("main_group", cells::one_of(MainGroup::from_code, &main_groups));
    let with_support = row.must("with_support", cells::yes_no);
    let counts = row.must("counts", cells::yes_no);
    let expected = row.must("expected", cells::whole(1_u32, 1_000_000));
    let bounds = bounds(row);
    let valid_from = row.may("valid_from", cells::date);
    let valid_until = row.may("valid_until", cells::date);
    if let (Some(Some(earlier)), Some(Some(date))) = (valid_from, valid_until)
        && date < earlier
    {
        let other = "valid_from".to_owned();
        row.find("valid_until", FindingKind::DateOrder { date, other, earlier });
    }
    let (code, (lower, upper, realised)) = (code?, bounds?);
    Some(GroupQuotaRecord {
        quota: QuotaRecord {
            year: year?,
            group: code.clone(),
            expected: expected?,
            lower,
            upper,
            realised,
        },
        group: GroupRecord {
            code,
            name_nl: name_nl?,
            name_en: name_en?,
            main_group: main_group?,
            with_support: with_support?,
            counts: counts?,
            valid_from: valid_from?,
            valid_until: valid_until?,
        },
    })
}

/// A group has a row a year, and each must say the same of the group itself, unless it begins on
/// another day; then no two may hold on the same day.
pub(super) fn one_description_a_group(rows: &[Located<GroupQuotaRecord>], log: &mut Log) {
    let mut seen: BTreeMap<(&GroupCode, Option<Date>), &Located<GroupQuotaRecord>> =
        BTreeMap::new();
    for row in rows {
        let group = &row.record.group;
        let first = *seen.entry((&group.code, group.valid_from)).or_insert(row);
        if first.record.group != *group {
            let what = FindingKind::Contradiction { key: group.code.to_string(), first: first.row };
            log.cell(row.row, "group", what);
        }
    }
    // In order of group and first day: each has to end before the next begins.
    let periods: Vec<_> = seen.into_values().collect();
    for pair in periods.windows(2) {
        let [one, next] = pair else { continue };
        let (before, after) = (&one.record.group, &next.record.group);
        let holds = before.valid_until.zip(after.valid_from).is_some_and(|(end, from)| from <= end);
        if before.code == after.code && holds {
            let (key, first) = (after.code.to_string(), one.row);
            log.cell(next.row, "valid_from", FindingKind::DaysOverlap { key, first });
        }
    }
}

/// The key figures of Statistics Netherlands ("CBS kerncijfers wijken en buurten").
const CBS: Aliases = &[
    ("buurtcode", "area"),
    ("huishoudens", "households"),
    ("inwoners", "inhabitants"),
    ("gem_huishoudensgrootte", "average_household"),
    ("koopwoningen_pct", "owner_occupied_percent"),
    ("land_ha", "surface_ha"),
    ("jaar", "year"),
];
const CBS_QUARTERS: Aliases = &[
    ("wijkcode", "area"),
    ("huishoudens", "households"),
    ("inwoners", "inhabitants"),
    ("gem_huishoudensgrootte", "average_household"),
    ("koopwoningen_pct", "owner_occupied_percent"),
    ("land_ha", "surface_ha"),
    ("jaar", "year"),
];
const CBS_MUNICIPALITIES: Aliases = &[
    ("gemeentecode", "area"),
    ("huishoudens", "households"),
    ("inwoners", "inhabitants"),
    ("gem_huishoudensgrootte", "average_household"),
    ("koopwoningen_pct", "owner_occupied_percent"),
    ("land_ha", "surface_ha"),
    ("jaar", "year"),
];

pub(super) fn figures(
    text: &str,
    log: &mut Log,
    progress: &mut dyn FnMut(Progress),
) -> Vec<Located<AreaFigureRecord>> {
    // A row is about the smallest part its columns name.
    let aliases =
        [("buurtcode", CBS), ("wijkcode", CBS_QUARTERS), ("gemeentecode", CBS_MUNICIPALITIES)]
            .into_iter()
            .find(|(column, _)| table::has_column(text, column))
            .map_or(&[] as Aliases, |(_, aliases)| aliases);
    let cbs = !aliases.is_empty();
    let file_year = year_in(&log.file);
    let with_year = table::has_column(text, "year") || table::has_column(text, "jaar");
    if file_year.is_none() && !with_year && !text.trim().is_empty() {
        log.file(FindingKind::NoYear {});
    }
    let build = |row: &mut Row<'_>| figure(row, cbs, file_year);
    let columns = columns(Kind::AreaFigures);
    table::read(text, columns, aliases, log, progress, build, |it| {
        ("area", format!("{}\u{1f}{}", it.year, it.area))
    })
}

fn figure(row: &mut Row<'_>, cbs: bool, file_year: Option<i16>) -> Option<AreaFigureRecord> {
    let area = row.must("area", cells::code(AreaCode::new));
    let year = row.may("year", cells::year);
    let households = known(row, "households", cells::whole(0_u32, 50_000_000));
    let inhabitants = known(row, "inhabitants", cells::whole(0_u32, 50_000_000));
    let average = known(row, "average_household", cells::decimal(100));
    let owned = known(row, "owner_occupied_percent", cells::decimal(100));
    let surface = known(row, "surface_ha", cells::whole(0_u32, 10_000_000));
    let association = known(row, "association_homes", cells::whole(0_u32, 50_000_000));
    let source = row.may("source", cells::words(Phrase::new));
    let year = year?.or(file_year);
    if year.is_none() {
        row.find("year", FindingKind::NoYear {});
    }
    let year = year?;
    // The proper name of the publication; a file of our own form has to give one or
    // is its own source.
    let name =
        if cbs { format!("CBS kerncijfers wijken en buurten {year}") } else { "–".to_owned() };
    let source = source?.or_else(|| Phrase::new(&name).ok());
    Some(AreaFigureRecord {
        area: area?,
        year,
        households: households?,
        inhabitants: inhabitants?,
        average_household: average?,
        owner_occupied_percent: owned?,
        surface_ha: surface?,
        association_homes: association?,
        source: source?,
    })
}

/// A figure; a lone point is how statistics write that there is none.
fn known<T>(
    row: &mut Row<'_>,
    column: &str,
    parse: impl Fn(&str) -> Parsed<T>,
) -> Option<Option<T>> {
    if row.get(column) == "." { Some(None) } else { row.may(column, parse) }
}

/// The first four digits that are a year of this or the last century.
pub(super) fn year_in(name: &str) -> Option<i16> {
    let digits: Vec<&str> = name.split(|c: char| !c.is_ascii_digit()).collect();
    digits
        .into_iter()
        .filter(|part| part.len() == 4)
        .find_map(|part| part.parse().ok().filter(|year| (1900..=2100).contains(year)))
}
