//! A round as a folder of files, and the way from records to what the engine takes.

mod ahead;
mod assemble;
mod candidates;
mod limits;
mod places;
mod round_file;

use std::collections::BTreeMap;

use jiff::civil::Date;
use sleutel_domain::placement::{RoundInput, SupportLoad};

use crate::{
    Finding, Kind, Records, Severity,
    columns::{EXPECTED, FIXINGS, OFFERED},
    finding::{FindingKind, Log},
    read,
    records::{
        AreaRecord, CeilingRecord, ComplexRecord, DwellingRecord, ExclusionRecord, ExpectedRecord,
        FixingRecord, GroupQuotaRecord, Located, MemberRecord, NetworkRecord, OfferedRecord,
        ParticipantRecord, RoundRecord, VacancyRecord, WishRecord,
    },
    write::{expected_row, fixing_row, offered_row, table, write},
};
pub use assemble::assemble;
pub use limits::{GroupPartRecord, LimitParts, LoadCeilingRecord, LoadRecord};

/// Everything a round is put together from. What was not read from a file has row 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Parts {
    pub round: RoundRecord,
    pub areas: Vec<Located<AreaRecord>>,
    pub groups: Vec<Located<GroupQuotaRecord>>,
    pub ceilings: Vec<Located<CeilingRecord>>,
    pub complexes: Vec<Located<ComplexRecord>>,
    pub dwellings: Vec<Located<DwellingRecord>>,
    pub vacancies: Vec<Located<VacancyRecord>>,
    pub participants: Vec<Located<ParticipantRecord>>,
    pub members: Vec<Located<MemberRecord>>,
    pub wishes: Vec<Located<WishRecord>>,
    pub network: Vec<Located<NetworkRecord>>,
    pub exclusions: Vec<Located<ExclusionRecord>>,
    pub fixings: Vec<Located<FixingRecord>>,
    pub offered: Vec<Located<OfferedRecord>>,
    /// Limits beside the ceilings.
    pub limits: LimitParts,
    pub expected: Vec<Located<ExpectedRecord>>,
}

impl Parts {
    /// A round with nothing in it yet.
    pub fn new(round: RoundRecord) -> Self {
        Self {
            round,
            areas: Vec::new(),
            groups: Vec::new(),
            ceilings: Vec::new(),
            complexes: Vec::new(),
            dwellings: Vec::new(),
            vacancies: Vec::new(),
            participants: Vec::new(),
            members: Vec::new(),
            wishes: Vec::new(),
            network: Vec::new(),
            exclusions: Vec::new(),
            fixings: Vec::new(),
            offered: Vec::new(),
            limits: LimitParts::default(),
            expected: Vec::new(),
        }
    }
}

/// What a folder held.
#[derive(Debug, Clone, PartialEq)]
pub struct Folder {
    /// What the engine takes; `None` when there is an error among the findings.
    pub input: Option<RoundInput>,
    /// Everything wrong with the files and between them.
    pub findings: Vec<Finding>,
}

/// The file with the choices of the round.
pub const ROUND_FILE: &str = "round.toml";
const FIXINGS_FILE: &str = "fixings.csv";
const OFFERED_FILE: &str = "offered.csv";
const EXPECTED_FILE: &str = "expected-homes.csv";
const AREAS_TABLE: &str = "areas.csv";

/// Files a round cannot do without, besides `round.toml`.
const NEEDED: [Kind; 5] =
    [Kind::Areas, Kind::GroupQuotas, Kind::Dwellings, Kind::Vacancies, Kind::Participants];

/// Reads a round from the files of a folder, by name. Days that lie in the past are
/// judged on the day of the round.
pub fn read_folder(files: &BTreeMap<String, Vec<u8>>) -> Folder {
    read_folder_ahead(files, None)
}

/// The same, looking ahead with so many futures whatever `round.toml` says; 0: not.
pub fn read_folder_ahead(files: &BTreeMap<String, Vec<u8>>, ahead: Option<u8>) -> Folder {
    let mut findings = Vec::new();
    let mut log = Log::new(ROUND_FILE);
    let round = match files.get(ROUND_FILE) {
        Some(bytes) => round_file::read(bytes, &mut log),
        None => {
            log.file(FindingKind::MissingFile { name: ROUND_FILE.to_owned() });
            None
        }
    };
    findings.append(&mut log.findings);
    // Without a day nothing lies in the future; the missing day is an error already.
    let today = round.as_ref().map_or(Date::MAX, |round| round.date);
    let nothing = RoundRecord {
        date: today,
        seed: 0,
        spare_rooms: 0,
        unknown_load: SupportLoad::Light,
        ahead: 0,
    };
    let mut parts = Parts::new(round.clone().unwrap_or(nothing));
    parts.round.ahead = ahead.unwrap_or(parts.round.ahead);
    for (name, bytes) in files {
        if !take(name, bytes, today, files, &mut parts, &mut findings) {
            let mut log = Log::new(name);
            log.file(FindingKind::UnknownFile { name: name.clone() });
            findings.append(&mut log.findings);
        }
    }
    for kind in NEEDED {
        let name = kind.file_name();
        let there =
            files.contains_key(&name) || (kind == Kind::Areas && files.contains_key(AREAS_TABLE));
        if !there {
            let mut log = Log::new(&name);
            log.file(FindingKind::MissingFile { name: name.clone() });
            findings.append(&mut log.findings);
        }
    }
    let sound = !findings.iter().any(|finding| finding.severity == Severity::Error);
    // A row that could not be read would make everything that names it look wrong, so
    // references are judged once every file is sound in itself.
    let assembled = if sound { Some(assemble(&parts)) } else { None };
    let input = match assembled {
        Some(Ok(input)) => Some(input),
        Some(Err(more)) => {
            findings.extend(more.into_iter().map(|finding| from_table(finding, files)));
            None
        }
        None => None,
    };
    Folder { input: input.filter(|_| round.is_some()), findings }
}

/// Findings about areas name the map file; a folder may have the table instead.
fn from_table(finding: Finding, files: &BTreeMap<String, Vec<u8>>) -> Finding {
    let map = Kind::Areas.file_name();
    if finding.file == map && !files.contains_key(&map) {
        return Finding { file: AREAS_TABLE.to_owned(), ..finding };
    }
    finding
}

/// Reads one file into its part; `false` when its name means nothing to us.
fn take(
    name: &str,
    bytes: &[u8],
    today: Date,
    files: &BTreeMap<String, Vec<u8>>,
    parts: &mut Parts,
    findings: &mut Vec<Finding>,
) -> bool {
    let mut log = Log::new(name);
    match name {
        ROUND_FILE => return true,
        FIXINGS_FILE => parts.fixings = read::fixings(bytes, &mut log),
        OFFERED_FILE => parts.offered = read::offered(bytes, &mut log),
        EXPECTED_FILE => parts.expected = read::expected(bytes, &mut log),
        _ if parts.limits.take(name, bytes, &mut log) => {}
        _ => {
            let table = name == AREAS_TABLE && !files.contains_key(&Kind::Areas.file_name());
            let kind = if table {
                Some(Kind::Areas)
            } else {
                Kind::ALL.into_iter().find(|kind| kind.file_name() == name)
            };
            let Some(kind) = kind else { return false };
            let mut result = read::read(kind, name, bytes, today, &mut |_| {});
            findings.append(&mut result.findings);
            return put(result.records, parts);
        }
    }
    findings.append(&mut log.findings);
    true
}

fn put(records: Records, parts: &mut Parts) -> bool {
    match records {
        // A round needs neither, but a folder exported for import may hold them.
        Records::Organisations(_) | Records::AreaFigures(_) => {}
        Records::Areas(it) => parts.areas = it,
        Records::GroupQuotas(it) => parts.groups = it,
        Records::Ceilings(it) => parts.ceilings = it,
        Records::Complexes(it) => parts.complexes = it,
        Records::Dwellings(it) => parts.dwellings = it,
        Records::Vacancies(it) => parts.vacancies = it,
        Records::Participants(it) => parts.participants = it,
        Records::Members(it) => parts.members = it,
        Records::Wishes(it) => parts.wishes = it,
        Records::Network(it) => parts.network = it,
        Records::Exclusions(it) => parts.exclusions = it,
        Records::MainGroups(it) => parts.limits.main_groups = it,
        Records::AssociationTargets(it) => parts.limits.targets = it,
        Records::Together(it) => parts.limits.together = it,
    }
    true
}

/// The files that read back as these parts.
pub fn write_folder(parts: &Parts) -> BTreeMap<String, Vec<u8>> {
    let kinds = [
        Records::Areas(parts.areas.clone()),
        Records::GroupQuotas(parts.groups.clone()),
        Records::Ceilings(parts.ceilings.clone()),
        Records::Complexes(parts.complexes.clone()),
        Records::Dwellings(parts.dwellings.clone()),
        Records::Vacancies(parts.vacancies.clone()),
        Records::Participants(parts.participants.clone()),
        Records::Members(parts.members.clone()),
        Records::Wishes(parts.wishes.clone()),
        Records::Network(parts.network.clone()),
        Records::Exclusions(parts.exclusions.clone()),
    ];
    let mut files: BTreeMap<String, Vec<u8>> =
        kinds.into_iter().map(|it| (it.kind().file_name(), write(&it))).collect();
    files.insert(FIXINGS_FILE.to_owned(), table(FIXINGS, &parts.fixings, fixing_row));
    files.insert(OFFERED_FILE.to_owned(), table(OFFERED, &parts.offered, offered_row));
    files.extend(parts.limits.files());
    files.insert(EXPECTED_FILE.to_owned(), table(EXPECTED, &parts.expected, expected_row));
    files.insert(ROUND_FILE.to_owned(), round_file::write(&parts.round));
    files
}
