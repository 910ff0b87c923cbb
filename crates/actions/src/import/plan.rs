//! What is known already, with what comes in: every code a record may name.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use sleutel_domain::{
    AreaCode, ComplexCode, DwellingCode, GroupCode, OrganisationCode, Reference, VacancyCode,
    access::OrganisationKind,
    homes::{AreaLevel, Place, VacancyStatus},
    steering::groups::GroupTimes,
};
use sleutel_exchange::{
    Finding, FindingKind, Kind, Records, Severity,
    records::{Located, ParticipantRecord},
};
use sleutel_store::{access, groups as rows, homes, participants};

use super::{Incoming, groups};
use crate::{ActionError, act::Act};

/// Every code there is or will be.
#[derive(Debug, Default)]
pub(super) struct Known {
    organisations: BTreeMap<OrganisationCode, OrganisationKind>,
    areas: BTreeMap<AreaCode, AreaLevel>,
    groups: BTreeMap<GroupCode, GroupTimes>,
    /// The group of everybody who is known.
    in_groups: BTreeMap<Reference, GroupCode>,
    /// The day it is.
    today: Date,
    complexes: BTreeSet<ComplexCode>,
    dwellings: BTreeSet<DwellingCode>,
    references: BTreeSet<Reference>,
    /// Files that were set aside, with the one each goes on as.
    aside: BTreeMap<Reference, Reference>,
    /// Each vacancy with its dwelling and whether it is on offer.
    vacancies: BTreeMap<VacancyCode, (DwellingCode, VacancyStatus)>,
}

impl Known {
    pub(super) async fn read(act: &mut Act<'_>) -> Result<Self, ActionError> {
        let (programme, today) = (act.programme, act.today());
        let tx = &mut act.tx;
        Ok(Self {
            organisations: access::organisations(tx, programme)
                .await?
                .into_iter()
                .map(|row| (row.code, row.kind))
                .collect(),
            areas: homes::areas(tx, programme, false)
                .await?
                .into_iter()
                .map(|row| (row.code, row.level))
                .collect(),
            groups: rows::group_histories(tx, programme)
                .await?
                .into_iter()
                .map(|(code, it)| (code, it.times))
                .collect(),
            in_groups: rows::group_of_each(tx, programme).await?,
            today,
            complexes: homes::complexes(tx, programme)
                .await?
                .into_iter()
                .map(|row| row.code)
                .collect(),
            dwellings: homes::dwellings_by_code(tx, programme)
                .await?
                .into_iter()
                .map(|row| row.code)
                .collect(),
            references: participants::references(tx, programme).await?,
            aside: participants::set_aside(tx, programme).await?,
            vacancies: homes::vacancies(tx, programme)
                .await?
                .into_iter()
                .map(|row| (row.code, (row.dwelling, row.status)))
                .collect(),
        })
    }

    /// Adds what comes in.
    pub(super) fn add(&mut self, records: &Records, today: Date) {
        match records {
            Records::Organisations(rows) => {
                self.organisations
                    .extend(rows.iter().map(|it| (it.record.code.clone(), it.record.kind)));
            }
            Records::Areas(rows) => {
                self.areas.extend(rows.iter().map(|it| (it.record.code.clone(), it.record.level)));
            }
            Records::GroupQuotas(rows) => {
                groups::times_after(&mut self.groups, rows, today);
            }
            Records::Complexes(rows) => {
                self.complexes.extend(rows.iter().map(|it| it.record.code.clone()));
            }
            Records::Dwellings(rows) => {
                self.dwellings.extend(rows.iter().map(|it| it.record.code.clone()));
            }
            Records::Participants(rows) => {
                self.references.extend(rows.iter().map(|it| it.record.reference.clone()));
            }
            Records::Vacancies(rows) => {
                for Located { record, .. } in rows {
                    // A home decided stays decided, whatever an older file says.
                    let decided = self
                        .vacancies
                        .get(&record.code)
                        .is_some_and(|(_, status)| *status == VacancyStatus::Decided);
                    let status = if decided { VacancyStatus::Decided } else { record.status };
                    let offer = (record.dwelling.clone(), status);
                    self.vacancies.insert(record.code.clone(), offer);
                }
            }
            Records::AreaFigures(_)
            | Records::MainGroups(_)
            | Records::AssociationTargets(_)
            | Records::Ceilings(_)
            | Records::Members(_)
            | Records::Wishes(_)
            | Records::Network(_)
            | Records::Exclusions(_)
            | Records::Together(_) => {}
        }
    }

    fn has_place(&self, place: &Place) -> Result<(), (Kind, String)> {
        match place {
            Place::Area(code) | Place::Street { neighbourhood: code, .. } => {
                self.areas.contains_key(code).then_some(()).ok_or((Kind::Areas, code.to_string()))
            }
            Place::Complex(code) => self
                .complexes
                .contains(code)
                .then_some(())
                .ok_or((Kind::Complexes, code.to_string())),
        }
    }

    /// The dwellings that would be on offer more than once: such a home would go twice.
    fn offered_twice(&self) -> BTreeSet<&DwellingCode> {
        let mut once = BTreeSet::new();
        self.vacancies
            .values()
            .filter(|(_, status)| *status == VacancyStatus::Open)
            .map(|(dwelling, _)| dwelling)
            .filter(|dwelling| !once.insert(*dwelling))
            .collect()
    }

    /// Every code in what comes in that nothing has, and every home offered twice.
    pub(super) fn check(&self, incoming: &Incoming) -> Vec<Finding> {
        let mut missing = Missing { file: &incoming.file, findings: Vec::new() };
        match &incoming.records {
            Records::Organisations(_) | Records::GroupQuotas(_) | Records::MainGroups(_) => {}
            Records::AssociationTargets(rows) => missing.each(rows, |row, it| {
                it.organisation(self, &row.association, OrganisationKind::Association);
                if row.year.is_none() {
                    it.error("year", FindingKind::NoYear {});
                }
            }),
            Records::Areas(rows) => missing.each(rows, |row, it| {
                if let Some(parent) = &row.parent {
                    it.unless(self.areas.contains_key(parent), "parent", Kind::Areas, parent);
                }
            }),
            Records::AreaFigures(rows) => missing.each(rows, |row, it| {
                it.unless(self.areas.contains_key(&row.area), "area", Kind::Areas, &row.area);
            }),
            Records::Ceilings(rows) => {
                missing.each(rows, |row, it| it.place(self.has_place(&row.place)));
            }
            Records::Complexes(rows) => missing.each(rows, |row, it| {
                it.organisation(self, &row.association, OrganisationKind::Association);
                let area = self.areas.contains_key(&row.neighbourhood);
                it.unless(area, "neighbourhood", Kind::Areas, &row.neighbourhood);
            }),
            Records::Dwellings(rows) => missing.each(rows, |row, it| {
                it.organisation(self, &row.association, OrganisationKind::Association);
                if let Some(code) = &row.complex {
                    it.unless(self.complexes.contains(code), "complex", Kind::Complexes, code);
                }
                if let Some(code) = &row.neighbourhood {
                    it.unless(self.areas.contains_key(code), "neighbourhood", Kind::Areas, code);
                }
            }),
            Records::Vacancies(rows) => {
                let twice = self.offered_twice();
                missing.each(rows, |row, it| {
                    let known = self.dwellings.contains(&row.dwelling);
                    it.unless(known, "dwelling", Kind::Dwellings, &row.dwelling);
                    let open = self.vacancies.get(&row.code).map(|(_, status)| *status);
                    if open == Some(VacancyStatus::Open) && twice.contains(&row.dwelling) {
                        let dwelling = row.dwelling.to_string();
                        it.error("dwelling", FindingKind::OfferedTwice { dwelling });
                    }
                });
            }
            Records::Participants(rows) => missing.each(rows, |row, it| {
                it.still_open(self, "reference", &row.reference);
                it.organisation(self, &row.provider, OrganisationKind::Provider);
                match self.groups.get(&row.group) {
                    None => it.unless(false, "group", Kind::GroupQuotas, &row.group),
                    Some(times) => it.there(self, times, row),
                }
            }),
            Records::Members(rows) => {
                missing.each(rows, |row, it| it.reference(self, &row.reference));
            }
            Records::Wishes(rows) => missing.each(rows, |row, it| {
                it.reference(self, &row.reference);
                it.place(self.has_place(&row.wish.place));
            }),
            Records::Network(rows) => missing.each(rows, |row, it| {
                it.reference(self, &row.reference);
                it.place(self.has_place(&row.tie.place));
            }),
            Records::Exclusions(rows) => missing.each(rows, |row, it| {
                it.reference(self, &row.reference);
                it.place(self.has_place(&row.exclusion.place));
            }),
            Records::Together(rows) => missing.each(rows, |row, it| {
                for (column, reference) in [("one", &row.link.one), ("other", &row.link.other)] {
                    let there = self.references.contains(reference);
                    it.unless(there, column, Kind::Participants, reference);
                    it.still_open(self, column, reference);
                }
            }),
        }
        missing.findings
    }
}

struct Missing<'a> {
    file: &'a str,
    findings: Vec<Finding>,
}

impl<'a> Missing<'a> {
    fn each<T>(&mut self, rows: &[Located<T>], check: impl Fn(&T, &mut Row<'_, 'a>)) {
        for Located { row, record } in rows {
            check(record, &mut Row { row: *row, missing: self });
        }
    }
}

struct Row<'a, 'b> {
    row: u32,
    missing: &'a mut Missing<'b>,
}

impl Row<'_, '_> {
    fn unless(&mut self, known: bool, column: &str, kind: Kind, found: &impl ToString) {
        if !known {
            self.error(column, FindingKind::NoSuch { kind, found: found.to_string() });
        }
    }

    fn error(&mut self, column: &str, what: FindingKind) {
        self.missing.findings.push(Finding {
            file: self.missing.file.to_owned(),
            row: Some(self.row),
            position: None,
            column: Some(column.to_owned()),
            severity: Severity::Error,
            what,
        });
    }

    fn place(&mut self, known: Result<(), (Kind, String)>) {
        if let Err((kind, code)) = known {
            self.unless(false, "place", kind, &code);
        }
    }

    fn reference(&mut self, known: &Known, reference: &Reference) {
        let there = known.references.contains(reference);
        self.unless(there, "reference", Kind::Participants, reference);
        self.still_open(known, "reference", reference);
    }

    /// Nobody new comes into a group that is not there; whoever is in it stays.
    fn there(&mut self, known: &Known, times: &GroupTimes, row: &ParticipantRecord) {
        let stayed = known.in_groups.get(&row.reference) == Some(&row.group);
        if stayed || times.takes_in(known.today, row.waiting_since) {
            return;
        }
        let day = |it: Option<Date>| it.map(|it| it.to_string()).unwrap_or_default();
        let days = format!("{} – {}", day(times.begins()), day(times.ends()));
        let (group, since) = (row.group.to_string(), row.waiting_since);
        self.error("group", FindingKind::GroupNotThere { group, since, days });
    }

    /// Nothing is added to a file that was set aside as a second one of the same person.
    fn still_open(&mut self, known: &Known, column: &str, reference: &Reference) {
        if let Some(kept) = known.aside.get(reference) {
            let (reference, kept) = (reference.to_string(), kept.to_string());
            self.error(column, FindingKind::SetAside { reference, kept });
        }
    }

    fn organisation(&mut self, known: &Known, code: &OrganisationCode, kind: OrganisationKind) {
        let column = match kind {
            OrganisationKind::Provider => "provider",
            OrganisationKind::Association | OrganisationKind::Municipality => "association",
        };
        let there = known.organisations.get(code) == Some(&kind);
        self.unless(there, column, Kind::Organisations, code);
    }
}
