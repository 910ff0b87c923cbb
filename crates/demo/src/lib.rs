//! The demo: an invented city with its associations, homes and people, the same from
//! the same seed on every machine; or the same people and homes in somebody's own
//! neighbourhoods. Nobody in it exists. Who the thirty written people are stands in
//! `demo/README.md`.
//!
//! ```
//! use jiff::civil::date;
//!
//! let city = sleutel_demo::invented(1, date(2026, 11, 22));
//! assert_eq!(city.name, "Wendelmonde");
//! assert_eq!(city.participants.len(), 4_000);
//! ```

mod ceilings;
mod chance;
mod forms;
mod groups;
mod history;
mod homes;
mod organisations;
mod people;
mod plans;
mod roads;
mod sure;
mod targets;
mod town;
mod written;

use std::collections::BTreeMap;

use jiff::civil::Date;
use sleutel_domain::{
    Reference,
    homes::{AreaLevel, VacancyStatus},
    participants::{LivingSituation, Readiness},
};
use sleutel_exchange::{
    Kind, Records,
    records::{
        AreaFigureRecord, AreaRecord, AssociationTargetRecord, CeilingRecord, ComplexRecord,
        DwellingRecord, ExclusionRecord, GroupQuotaRecord, Located, MainGroupRecord, MemberRecord,
        NetworkRecord, OrganisationRecord, ParticipantRecord, TogetherRecord, VacancyRecord,
        WishRecord,
    },
};

pub use forms::{DemoForm, DemoStep, forms};
pub use groups::HOMES_A_YEAR;
pub use organisations::{DemoAccount, PASSPHRASE, accounts};
pub use plans::{DemoContact, DemoGoal, DemoPlan, plans};
pub use roads::{DemoRoad, roads};
use town::Town;

/// A city's worth of records, each list in the order of its file.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoCity {
    /// What the city is called.
    pub name: String,
    /// The day all dates and numbers are seen from.
    pub today: Date,
    /// The municipality first, then associations, then providers.
    pub organisations: Vec<OrganisationRecord>,
    /// A part always before what lies within it.
    pub areas: Vec<AreaRecord>,
    /// Public figures of the parts.
    pub figures: Vec<AreaFigureRecord>,
    /// This year's numbers of the groups and those of five years before.
    pub quotas: Vec<GroupQuotaRecord>,
    /// What was agreed for the main groups in the same years.
    pub main_groups: Vec<MainGroupRecord>,
    /// What the associations promised for this year.
    pub targets: Vec<AssociationTargetRecord>,
    /// Buildings and blocks.
    pub complexes: Vec<ComplexRecord>,
    /// The numbers of the parts in the same years, and of some complexes in this one.
    pub ceilings: Vec<CeilingRecord>,
    /// Homes; the written ones, `H-..`, first.
    pub dwellings: Vec<DwellingRecord>,
    /// Times homes come free; those of the written homes, `VH-..`, first.
    pub vacancies: Vec<VacancyRecord>,
    /// Files; the written ones, `D-0001` to `D-0030`, first.
    pub participants: Vec<ParticipantRecord>,
    /// Everyone in a household but its head.
    pub members: Vec<MemberRecord>,
    /// Where people want to live or not.
    pub wishes: Vec<WishRecord>,
    /// Whom people have in the city.
    pub network: Vec<NetworkRecord>,
    /// Where people cannot be housed.
    pub exclusions: Vec<ExclusionRecord>,
    /// Households that move together or not at all.
    pub together: Vec<TogetherRecord>,
    /// Who can log in.
    pub accounts: Vec<DemoAccount>,
}

/// The invented city, which lies where there is only water.
pub fn invented(seed: u64, today: Date) -> DemoCity {
    let town = Town::invented(seed, today);
    city(seed, today, town::CITY, "Gemeente Wendelmonde", town)
}

/// The invented people, associations and homes in neighbourhoods from elsewhere, such
/// as those of one's own city. Homes and numbers follow the households in `figures`;
/// a neighbourhood without figures counts as one of a thousand households.
///
/// `areas` may leave levels out and come in any order. Without areas the city is empty
/// of everything that needs one, so that case gives the invented city.
pub fn in_areas(
    seed: u64,
    today: Date,
    areas: Vec<AreaRecord>,
    figures: Vec<AreaFigureRecord>,
) -> DemoCity {
    if areas.is_empty() {
        return invented(seed, today);
    }
    let municipality = areas.iter().find(|area| area.level == AreaLevel::Municipality);
    let name = municipality.map_or("Demo", |area| area.name.as_str()).to_owned();
    city(seed, today, &name, "Gemeente (demo)", Town::own(areas, figures))
}

/// Where somebody with a home lived until they got it.
pub fn lived(city: &DemoCity, reference: &Reference) -> Option<LivingSituation> {
    let person = city.participants.iter().find(|it| it.reference == *reference)?;
    people::lived(person)
}

fn city(seed: u64, today: Date, name: &str, municipality: &str, town: Town) -> DemoCity {
    let mut quotas = groups::quotas(seed, today);
    let shares = ceilings::Ceilings::new(seed, &town, &quotas, today.year());
    let (complexes, dwellings) = homes::build(seed, &town);
    let mut written = written::written(today, &town, &complexes);
    let mut people = people::people(seed, today, &town, &complexes);
    people::twice(&written.people.participants, &mut people);
    let placed: Vec<Date> = written
        .people
        .participants
        .iter()
        .chain(&people.participants)
        .filter_map(|file| match file.readiness {
            Readiness::Placed { on } => Some(on),
            Readiness::Preparing | Readiness::Ready { .. } | Readiness::Paused { .. } => None,
        })
        .collect();
    let vacancies =
        homes::vacancies(seed, today, &town, &dwellings, &placed, |year| shares.realised(year));
    let mut ceilings = shares.records(&town);
    ceilings.extend(ceilings::of_complexes(&complexes, &dwellings, &vacancies, today.year()));
    written.dwellings.extend(dwellings.into_iter().map(|dwelling| dwelling.record));
    written.vacancies.extend(vacancies);
    written.people.append(&mut people);
    groups::end(&mut quotas, &written.people.participants, today);
    let targets = targets::targets(&written.dwellings, &written.vacancies, today);
    let together = people::together(seed, &written.people.participants);
    DemoCity {
        name: name.to_owned(),
        today,
        organisations: organisations::organisations(municipality),
        areas: town.areas,
        figures: town.figures,
        main_groups: groups::main_groups(&quotas),
        targets,
        together,
        quotas,
        complexes: complexes.into_iter().map(|complex| complex.record).collect(),
        ceilings,
        dwellings: written.dwellings,
        vacancies: written.vacancies,
        participants: written.people.participants,
        members: written.people.members,
        wishes: written.people.wishes,
        network: written.people.network,
        exclusions: written.people.exclusions,
        accounts: organisations::accounts(),
    }
}

impl DemoCity {
    /// The records kind by kind in the order they load, with the rows they have in
    /// their files.
    pub fn records(&self) -> Vec<Records> {
        Kind::ALL.into_iter().map(|kind| self.of_kind(kind)).collect()
    }

    /// The files as they are imported, by name.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let file =
            |records: Records| (records.kind().file_name(), sleutel_exchange::write(&records));
        self.records().into_iter().map(file).collect()
    }

    /// The homes a round can propose now.
    pub fn open_vacancies(&self) -> impl Iterator<Item = &VacancyRecord> {
        self.vacancies.iter().filter(|vacancy| vacancy.status == VacancyStatus::Open)
    }

    fn of_kind(&self, kind: Kind) -> Records {
        match kind {
            Kind::Organisations => Records::Organisations(located(&self.organisations, 2)),
            // Features of a map file count from 1, rows below a header from 2.
            Kind::Areas => Records::Areas(located(&self.areas, 1)),
            Kind::AreaFigures => Records::AreaFigures(located(&self.figures, 2)),
            Kind::GroupQuotas => Records::GroupQuotas(located(&self.quotas, 2)),
            Kind::MainGroups => Records::MainGroups(located(&self.main_groups, 2)),
            Kind::AssociationTargets => Records::AssociationTargets(located(&self.targets, 2)),
            Kind::Ceilings => Records::Ceilings(located(&self.ceilings, 2)),
            Kind::Complexes => Records::Complexes(located(&self.complexes, 2)),
            Kind::Dwellings => Records::Dwellings(located(&self.dwellings, 2)),
            Kind::Vacancies => Records::Vacancies(located(&self.vacancies, 2)),
            Kind::Participants => Records::Participants(located(&self.participants, 2)),
            Kind::Members => Records::Members(located(&self.members, 2)),
            Kind::Wishes => Records::Wishes(located(&self.wishes, 2)),
            Kind::Network => Records::Network(located(&self.network, 2)),
            Kind::Exclusions => Records::Exclusions(located(&self.exclusions, 2)),
            Kind::Together => Records::Together(located(&self.together, 2)),
        }
    }
}

fn located<T: Clone>(records: &[T], first: u32) -> Vec<Located<T>> {
    records
        .iter()
        .zip(first..)
        .map(|(record, row)| Located { row, record: record.clone() })
        .collect()
}
