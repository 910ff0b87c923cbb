use std::collections::{BTreeMap, btree_map::Entry};

use serde_json::json;
use sleutel_domain::{
    Id,
    homes::VacancyStatus,
    participants::{AreaWish, Exclusion, NetworkTie},
};
use sleutel_exchange::{
    Finding, Kind, Records, Severity,
    records::{AreaFigureRecord, Located},
};
use sleutel_store::{
    access::{self, OrganisationRow},
    audit,
    homes::{self, AreaFigures, ComplexRow, DwellingRow, VacancyRow},
    numbers::{self, CeilingRow, QuotaRow},
    participants,
};

use super::{alike, areas, groups, parts::Files, plan::Known};
use crate::{
    ActionError, App, Who,
    act::{Act, new_uuid},
    policy::Action,
};

/// One file that was read.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// Its name, for findings.
    pub file: String,
    /// What was understood of it.
    pub records: Records,
}

/// What became of the rows of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// New.
    pub added: u64,
    /// There already, and different.
    pub changed: u64,
    /// There already, and the same.
    pub unchanged: u64,
}

impl Counts {
    pub(super) fn note(&mut self, existed: bool, same: bool) {
        match (existed, same) {
            (false, _) => self.added += 1,
            (true, false) => self.changed += 1,
            (true, true) => self.unchanged += 1,
        }
    }

    /// All rows.
    pub fn total(self) -> u64 {
        self.added + self.changed + self.unchanged
    }
}

/// What an import did, or would do.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// Per kind of file what became of its rows. Members, wishes, network and exclusions
    /// count with the file of the person they belong to.
    pub counts: BTreeMap<Kind, Counts>,
    /// What stands in the way: codes that nothing has.
    pub findings: Vec<Finding>,
    /// Whether it was kept. A dry run and an import with an error keep nothing.
    pub kept: bool,
}

impl Report {
    /// Whether something has to be mended before anything can be kept.
    pub fn stands_in_the_way(&self) -> bool {
        self.findings.iter().any(|it| it.severity == Severity::Error)
    }
}

pub(super) type Progress<'p> = &'p mut (dyn FnMut(u64, u64) + Send);

/// Brings in files that were read, all of it or nothing. A second time changes nothing.
///
/// `progress` hears rows done and rows in all. Codes may refer to what is there already
/// or to another file of the same import. Somebody placed by a decision stays placed,
/// and a home decided stays decided, whatever an older file says.
pub async fn bring_in(
    app: &App,
    who: &Who,
    incoming: &[Incoming],
    dry_run: bool,
    progress: Progress<'_>,
) -> Result<Report, ActionError> {
    let mut act = app.begin(who, Action::Import).await?;
    let mut report = all(&mut act, incoming, progress).await?;
    if dry_run || report.stands_in_the_way() {
        act.tx.rollback().await?;
        return Ok(report);
    }
    act.commit().await?;
    report.kept = true;
    Ok(report)
}

/// Codes in what comes in that nothing has, without bringing anything in.
pub(super) async fn missing(
    act: &mut Act<'_>,
    incoming: &[Incoming],
) -> Result<Vec<Finding>, ActionError> {
    let mut known = Known::read(act).await?;
    let today = act.today();
    incoming.iter().for_each(|it| known.add(&it.records, today));
    Ok(incoming.iter().flat_map(|it| known.check(it)).collect())
}

/// Everything but the end: whoever calls keeps it or takes it back. When something stands
/// in the way nothing was written.
pub(super) async fn all(
    act: &mut Act<'_>,
    incoming: &[Incoming],
    progress: Progress<'_>,
) -> Result<Report, ActionError> {
    let programme = act.programme;
    audit::take_head(&mut act.tx, programme).await?;
    let mut report = Report { findings: missing(act, incoming).await?, ..Report::default() };
    if report.stands_in_the_way() {
        return Ok(report);
    }
    report.findings.extend(alike::findings(act, incoming).await?);
    let total = incoming.iter().map(|it| it.records.len() as u64).sum();
    let mut run = Run { report: &mut report, progress, done: 0, total };
    // The order in which things refer to each other, whatever the order of the files.
    for kind in Kind::ALL {
        for it in incoming.iter().filter(|it| it.records.kind() == kind) {
            run.one(act, &it.records).await?;
        }
    }
    run.people(act, incoming).await?;
    // Only now everybody who is named is there.
    for it in incoming {
        if let Records::Together(rows) = &it.records {
            run.together(act, rows).await?;
        }
    }
    let names: Vec<&str> = incoming.iter().map(|it| it.file.as_str()).collect();
    let detail = json!({ "files": names, "rows": total });
    act.log("import", "", &detail).await?;
    if total > 5_000 {
        act.tx.refresh_statistics().await?;
    }
    Ok(report)
}

/// The first lines of a file, to be shown beside its findings.
pub fn preview_text(bytes: &[u8], lines: usize) -> Vec<String> {
    String::from_utf8_lossy(bytes).lines().take(lines).map(str::to_owned).collect()
}

pub(super) struct Run<'a, 'p> {
    report: &'a mut Report,
    progress: Progress<'p>,
    done: u64,
    total: u64,
}

impl Run<'_, '_> {
    fn note(&mut self, kind: Kind, existed: bool, same: bool) {
        self.report.counts.entry(kind).or_default().note(existed, same);
        self.step(1);
    }

    /// Counts a row as new, changed or the same, and says whether it has to be written.
    pub(super) fn differs<R: PartialEq>(&mut self, kind: Kind, old: Option<&R>, row: &R) -> bool {
        let same = old == Some(row);
        self.note(kind, old.is_some(), same);
        !same
    }

    fn step(&mut self, rows: u64) {
        let before = self.done / 500;
        self.done += rows;
        if self.done / 500 != before || self.done == self.total {
            (self.progress)(self.done, self.total);
        }
    }

    async fn one(&mut self, act: &mut Act<'_>, records: &Records) -> Result<(), ActionError> {
        match records {
            Records::Organisations(_) => self.organisations(act, records).await,
            Records::Areas(rows) => {
                let counts = areas::bring_in(act, rows).await?;
                self.report.counts.insert(Kind::Areas, counts);
                self.step(counts.total());
                Ok(())
            }
            Records::AreaFigures(rows) => self.figures(act, rows).await,
            Records::GroupQuotas(_) => self.groups(act, records).await,
            Records::MainGroups(rows) => self.main_groups(act, rows).await,
            Records::AssociationTargets(rows) => self.targets(act, rows).await,
            Records::Ceilings(_) => self.ceilings(act, records).await,
            Records::Complexes(_) => self.complexes(act, records).await,
            Records::Dwellings(_) => self.dwellings(act, records).await,
            Records::Vacancies(_) => self.vacancies(act, records).await,
            Records::Participants(_)
            | Records::Members(_)
            | Records::Wishes(_)
            | Records::Network(_)
            | Records::Exclusions(_)
            | Records::Together(_) => Ok(()),
        }
    }

    async fn organisations(
        &mut self,
        act: &mut Act<'_>,
        records: &Records,
    ) -> Result<(), ActionError> {
        let Records::Organisations(rows) = records else { return Ok(()) };
        let programme = act.programme;
        let before: BTreeMap<_, _> = access::organisations(&mut act.tx, programme)
            .await?
            .into_iter()
            .map(|row| (row.code.clone(), row))
            .collect();
        for Located { record, .. } in rows {
            let old = before.get(&record.code);
            let same = old.is_some_and(|old| old.name == record.name && old.kind == record.kind);
            if !same {
                let row = OrganisationRow {
                    id: old.map_or_else(|| Id::new(new_uuid()), |old| old.id),
                    code: record.code.clone(),
                    name: record.name.clone(),
                    kind: record.kind,
                };
                access::save_organisation(&mut act.tx, programme, &row).await?;
            }
            self.note(Kind::Organisations, old.is_some(), same);
        }
        Ok(())
    }

    async fn figures(
        &mut self,
        act: &mut Act<'_>,
        rows: &[Located<AreaFigureRecord>],
    ) -> Result<(), ActionError> {
        let programme = act.programme;
        let before: BTreeMap<_, _> = homes::area_figures(&mut act.tx, programme)
            .await?
            .into_iter()
            .map(|row| ((row.area.clone(), row.year), row))
            .collect();
        for Located { record, .. } in rows {
            let row = AreaFigures {
                area: record.area.clone(),
                year: record.year,
                households: record.households,
                inhabitants: record.inhabitants,
                average_household: record.average_household,
                owner_occupied: record.owner_occupied_percent,
                surface_ha: record.surface_ha,
                association_homes: record.association_homes,
                source: record.source.clone(),
            };
            if self.differs(Kind::AreaFigures, before.get(&(row.area.clone(), row.year)), &row) {
                homes::save_area_figures(&mut act.tx, programme, &row).await?;
            }
        }
        Ok(())
    }

    async fn groups(&mut self, act: &mut Act<'_>, records: &Records) -> Result<(), ActionError> {
        let Records::GroupQuotas(rows) = records else { return Ok(()) };
        let programme = act.programme;
        groups::describe(act, rows).await?;
        let mut quotas = BTreeMap::new();
        for year in rows.iter().map(|it| it.record.quota.year) {
            if let Entry::Vacant(slot) = quotas.entry(year) {
                let rows = numbers::quotas(&mut act.tx, programme, year).await?;
                let of_year: BTreeMap<_, _> =
                    rows.into_iter().map(|row| (row.group.clone(), row)).collect();
                slot.insert(of_year);
            }
        }
        for Located { record, .. } in rows {
            let quota = QuotaRow {
                group: record.quota.group.clone(),
                year: record.quota.year,
                expected: record.quota.expected,
                agreed: sleutel_domain::placement::Agreed {
                    lower: record.quota.lower,
                    upper: record.quota.upper,
                    realised: record.quota.realised,
                },
            };
            let old = quotas.get(&quota.year).and_then(|it| it.get(&quota.group));
            if self.differs(Kind::GroupQuotas, old, &quota) {
                numbers::save_quota(&mut act.tx, programme, &quota).await?;
            }
        }
        Ok(())
    }

    async fn ceilings(&mut self, act: &mut Act<'_>, records: &Records) -> Result<(), ActionError> {
        let Records::Ceilings(rows) = records else { return Ok(()) };
        let programme = act.programme;
        let mut before = BTreeMap::new();
        for year in rows.iter().map(|it| it.record.year) {
            if let Entry::Vacant(slot) = before.entry(year) {
                let rows = numbers::ceilings(&mut act.tx, programme, year).await?;
                let of_year: BTreeMap<_, _> =
                    rows.into_iter().map(|row| (row.place.clone(), row)).collect();
                slot.insert(of_year);
            }
        }
        for Located { record, .. } in rows {
            let row = CeilingRow {
                place: record.place.clone(),
                year: record.year,
                agreed: sleutel_domain::placement::Agreed {
                    lower: record.lower,
                    upper: record.upper,
                    realised: record.realised,
                },
                load: record.load,
            };
            if self.differs(
                Kind::Ceilings,
                before.get(&row.year).and_then(|it| it.get(&row.place)),
                &row,
            ) {
                numbers::save_ceiling(&mut act.tx, programme, &row).await?;
            }
        }
        Ok(())
    }

    async fn complexes(&mut self, act: &mut Act<'_>, records: &Records) -> Result<(), ActionError> {
        let Records::Complexes(rows) = records else { return Ok(()) };
        let programme = act.programme;
        let before: BTreeMap<_, _> = homes::complexes(&mut act.tx, programme)
            .await?
            .into_iter()
            .map(|row| (row.code.clone(), row))
            .collect();
        for Located { record, .. } in rows {
            let row = ComplexRow {
                code: record.code.clone(),
                name: record.name.clone(),
                association: record.association.clone(),
                neighbourhood: record.neighbourhood.clone(),
                street: record.street.clone(),
            };
            if self.differs(Kind::Complexes, before.get(&row.code), &row) {
                homes::save_complex(&mut act.tx, programme, new_uuid(), &row).await?;
            }
        }
        Ok(())
    }

    async fn dwellings(&mut self, act: &mut Act<'_>, records: &Records) -> Result<(), ActionError> {
        let Records::Dwellings(rows) = records else { return Ok(()) };
        let programme = act.programme;
        let before: BTreeMap<_, _> = homes::dwellings_by_code(&mut act.tx, programme)
            .await?
            .into_iter()
            .map(|row| (row.code.clone(), row))
            .collect();
        let complexes: BTreeMap<_, _> = homes::complexes(&mut act.tx, programme)
            .await?
            .into_iter()
            .map(|row| (row.code, row.neighbourhood))
            .collect();
        for Located { record, .. } in rows {
            let in_complex = record.complex.as_ref().and_then(|code| complexes.get(code)).cloned();
            let Some(neighbourhood) = record.neighbourhood.clone().or(in_complex) else {
                return Err(ActionError::Internal(format!("`{}` stands nowhere", record.code)));
            };
            let old = before.get(&record.code);
            let row = DwellingRow {
                code: record.code.clone(),
                association: record.association.clone(),
                complex: record.complex.clone(),
                neighbourhood,
                street: record.street.clone(),
                house_number: record.house_number.clone(),
                postcode: record.postcode.clone(),
                bag_id: record.bag_id.clone(),
                energy: record.energy,
                facts: record.facts.clone(),
                version: old.map_or(0, |old| old.version),
            };
            if self.differs(Kind::Dwellings, old, &row) {
                homes::save_dwelling(&mut act.tx, programme, new_uuid(), &row).await?;
            }
        }
        Ok(())
    }

    async fn vacancies(&mut self, act: &mut Act<'_>, records: &Records) -> Result<(), ActionError> {
        let Records::Vacancies(rows) = records else { return Ok(()) };
        let programme = act.programme;
        let before: BTreeMap<_, _> = homes::vacancies(&mut act.tx, programme)
            .await?
            .into_iter()
            .map(|row| (row.code.clone(), row))
            .collect();
        for Located { record, .. } in rows {
            let old = before.get(&record.code);
            let decided = old.is_some_and(|old| old.status == VacancyStatus::Decided);
            let row = VacancyRow {
                code: record.code.clone(),
                dwelling: record.dwelling.clone(),
                available_from: record.available_from,
                year: record.year,
                status: if decided { VacancyStatus::Decided } else { record.status },
                version: old.map_or(0, |old| old.version),
            };
            if self.differs(Kind::Vacancies, old, &row) {
                homes::save_vacancy(&mut act.tx, programme, new_uuid(), &row).await?;
            }
        }
        Ok(())
    }

    async fn people(
        &mut self,
        act: &mut Act<'_>,
        incoming: &[Incoming],
    ) -> Result<(), ActionError> {
        let about_people = |it: &&Incoming| {
            matches!(
                it.records.kind(),
                Kind::Participants
                    | Kind::Members
                    | Kind::Wishes
                    | Kind::Network
                    | Kind::Exclusions
            )
        };
        if !incoming.iter().any(|it| about_people(&it)) {
            return Ok(());
        }
        let programme = act.programme;
        let mut files = Files::new(participants::files(&mut act.tx, programme, false).await?);
        for it in incoming {
            if let Records::Participants(rows) = &it.records {
                rows.iter().for_each(|row| files.participant(&row.record));
            }
        }
        let mut others = 0;
        for it in incoming.iter().filter(about_people) {
            match &it.records {
                Records::Members(rows) => files.members(rows),
                Records::Wishes(rows) => files.set(
                    rows,
                    |it| (&it.reference, &it.wish),
                    |file| -> &mut Vec<AreaWish> { &mut file.wishes },
                ),
                Records::Network(rows) => files.set(
                    rows,
                    |it| (&it.reference, &it.tie),
                    |file| -> &mut Vec<NetworkTie> { &mut file.network },
                ),
                Records::Exclusions(rows) => files.set(
                    rows,
                    |it| (&it.reference, &it.exclusion),
                    |file| -> &mut Vec<Exclusion> { &mut file.exclusions },
                ),
                Records::Participants(_)
                | Records::Organisations(_)
                | Records::Areas(_)
                | Records::AreaFigures(_)
                | Records::GroupQuotas(_)
                | Records::MainGroups(_)
                | Records::AssociationTargets(_)
                | Records::Ceilings(_)
                | Records::Complexes(_)
                | Records::Dwellings(_)
                | Records::Vacancies(_)
                | Records::Together(_) => continue,
            }
            others += it.records.len() as u64;
        }
        self.step(others);
        let actor = act.who.label();
        for (before, after) in files.finished() {
            let same = before.as_ref() == Some(&after);
            if !same {
                participants::save_file(&mut act.tx, programme, &after, &actor, act.at).await?;
                let what = if before.is_some() { "changed" } else { "added" };
                let detail = json!({ "what": what });
                act.log("participant", after.reference.as_str(), &detail).await?;
            }
            self.note(Kind::Participants, before.is_some(), same);
        }
        Ok(())
    }
}
