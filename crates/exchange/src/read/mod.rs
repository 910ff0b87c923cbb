//! Reading: one function a kind, one call for all.

mod areas;
mod city;
mod demand;
mod homes;
mod people;
mod round;

use jiff::civil::Date;
use sleutel_domain::homes::Place;

use crate::{
    Finding, Kind, Note, Records, Severity,
    columns::columns,
    finding::{FindingKind, Log},
    table::{
        self, Row,
        cells::{self, Parsed},
    },
    text::decode,
};
pub use demand::read_demand;
pub(crate) use round::{expected, fixings, offered};

/// How far reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Rows or features done.
    pub rows: u64,
    /// Bytes of text done.
    pub read: usize,
    /// Bytes of text in all.
    pub size: usize,
}

/// Everything that was understood of a file, and everything that was not.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadResult {
    /// The sound rows, in the order of the file.
    pub records: Records,
    /// What is wrong, in the order of the file.
    pub findings: Vec<Finding>,
    /// How it was read.
    pub notes: Vec<Note>,
}

impl ReadResult {
    /// Whether there is a finding that keeps the file from being taken in.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}

/// Reads a whole file. Never fails: what is wrong stands in the findings, and a row
/// with an error is not among the records. `today` is what days of birth and the like
/// may not be after; `progress` is called every thousand rows and at the end.
///
/// References to other files are not judged here, see [`crate::folder`].
pub fn read(
    kind: Kind,
    file_name: &str,
    bytes: &[u8],
    today: Date,
    progress: &mut dyn FnMut(Progress),
) -> ReadResult {
    let mut log = Log::new(file_name);
    let text = decode(bytes, &mut log);
    let records = by_kind(kind, &text, today, &mut log, progress);
    let (mut findings, notes) = (log.findings, log.notes);
    findings.sort_by_key(|finding| finding.row);
    ReadResult { records, findings, notes }
}

fn by_kind(
    kind: Kind,
    text: &str,
    today: Date,
    log: &mut Log,
    progress: &mut dyn FnMut(Progress),
) -> Records {
    macro_rules! rows {
        ($build:expr, $key:expr) => {
            table::read(text, columns(kind), &[], log, progress, $build, $key)
        };
    }
    match kind {
        Kind::Organisations => {
            Records::Organisations(rows!(city::organisation, |it| ("code", it.code.to_string())))
        }
        Kind::Areas if text.trim_start().starts_with(['{', '[']) || log.file.ends_with("json") => {
            Records::Areas(areas::read(text, log, progress))
        }
        Kind::Areas => Records::Areas(rows!(city::area, |it| ("code", it.code.to_string()))),
        Kind::AreaFigures => Records::AreaFigures(city::figures(text, log, progress)),
        Kind::GroupQuotas => {
            let rows = rows!(city::group_quota, |it| {
                ("group", format!("{}\u{1f}{}", it.quota.year, it.group.code))
            });
            city::one_description_a_group(&rows, log);
            Records::GroupQuotas(rows)
        }
        Kind::MainGroups => Records::MainGroups(rows!(city::main_group, |it| {
            ("main_group", format!("{}\u{1f}{}", it.year, it.main_group.code()))
        })),
        Kind::AssociationTargets => {
            let file_year = city::year_in(&log.file);
            let build = |row: &mut Row<'_>| city::association_target(row, file_year);
            Records::AssociationTargets(rows!(build, |it| {
                ("association", format!("{:?}\u{1f}{}", it.year, it.association))
            }))
        }
        Kind::Ceilings => Records::Ceilings(rows!(city::ceiling, |it| {
            ("area", format!("{}\u{1f}{}", it.year, place_key(&it.place)))
        })),
        Kind::Complexes => {
            Records::Complexes(rows!(homes::complex, |it| ("code", it.code.to_string())))
        }
        Kind::Dwellings => {
            Records::Dwellings(rows!(homes::dwelling, |it| ("code", it.code.to_string())))
        }
        Kind::Vacancies => {
            Records::Vacancies(rows!(homes::vacancy, |it| ("code", it.code.to_string())))
        }
        Kind::Participants => {
            let build = |row: &mut Row<'_>| people::participant(row, today);
            Records::Participants(rows!(build, |it| ("reference", it.reference.to_string())))
        }
        Kind::Members => {
            let build = |row: &mut Row<'_>| people::member(row, today);
            Records::Members(rows!(build, |it| {
                ("number", format!("{}\u{1f}{}", it.reference, it.number))
            }))
        }
        Kind::Wishes => Records::Wishes(rows!(people::wish, |it| {
            ("area", format!("{}\u{1f}{}", it.reference, place_key(&it.wish.place)))
        })),
        Kind::Network => Records::Network(rows!(people::tie, |it| {
            let note = it.tie.note.as_ref().map_or("", |note| note.as_str());
            let place = place_key(&it.tie.place);
            (
                "area",
                format!("{}\u{1f}{}\u{1f}{place}\u{1f}{note}", it.reference, it.tie.kind.code()),
            )
        })),
        Kind::Exclusions => Records::Exclusions(rows!(people::exclusion, |it| {
            ("area", format!("{}\u{1f}{}", it.reference, place_key(&it.exclusion.place)))
        })),
        // Both ways round it is the same link.
        Kind::Together => Records::Together(rows!(people::together, |it| {
            let (one, other) = (&it.link.one, &it.link.other);
            ("one", format!("{}\u{1f}{}", one.min(other), one.max(other)))
        })),
    }
}

/// A place as one text, streets without regard to case.
pub(crate) fn place_key(place: &Place) -> String {
    match place {
        Place::Area(code) => code.to_string(),
        Place::Street { neighbourhood, street } => {
            format!("{neighbourhood}\u{1f}{}", street.to_lowercase())
        }
        Place::Complex(code) => format!("complex\u{1f}{code}"),
    }
}

/// The columns `area`, `street` and `complex` together.
pub(crate) fn place(row: &mut Row<'_>) -> Option<Place> {
    let area = row.may("area", cells::code(sleutel_domain::AreaCode::new));
    let street = row.may("street", cells::words(sleutel_domain::Phrase::new));
    let complex = row.may("complex", cells::code(sleutel_domain::ComplexCode::new));
    match (area?, street?, complex?) {
        (Some(area), None, None) => Some(Place::Area(area)),
        (Some(neighbourhood), Some(street), None) => {
            Some(Place::Street { neighbourhood, street: street.to_string() })
        }
        (None, None, Some(complex)) => Some(Place::Complex(complex)),
        (None, _, _) | (Some(_), _, Some(_)) => {
            row.find("area", FindingKind::NotOnePlace {});
            None
        }
    }
}

/// A cell that has to be filled when another column holds a certain word, and has no
/// meaning otherwise.
fn when<T>(
    row: &mut Row<'_>,
    wanted: bool,
    other: &str,
    column: &str,
    parse: impl Fn(&str) -> Parsed<T>,
) -> Option<Option<T>> {
    let pair = (other.to_owned(), row.get(other).to_owned());
    if wanted {
        let value = row.may(column, parse)?;
        if value.is_none() {
            let (other, value) = pair;
            row.find(column, FindingKind::NeededWith { other, value });
        }
        return value.map(Some);
    }
    if !row.get(column).is_empty() {
        let (other, value) = pair;
        row.find(column, FindingKind::NotUsedWith { other, value });
    }
    Some(None)
}

/// A floor, a ceiling and what is realised.
pub(crate) fn bounds(row: &mut Row<'_>) -> Option<(u32, Option<u32>, u32)> {
    let limits = floor_and_ceiling(row);
    let realised = row.may("realised", cells::count);
    let (lower, upper) = limits?;
    Some((lower, upper, realised?.unwrap_or(0)))
}

/// A floor and a ceiling that do not cross.
fn floor_and_ceiling(row: &mut Row<'_>) -> Option<(u32, Option<u32>)> {
    let lower = row.may("lower", cells::count);
    let upper = row.may("upper", cells::count);
    let (lower, upper) = (lower?.unwrap_or(0), upper?);
    if let Some(upper) = upper
        && lower > upper
    {
        let what = FindingKind::Bounds { lower: i64::from(lower), upper: i64::from(upper) };
        row.find("lower", what);
        return None;
    }
    Some((lower, upper))
}
