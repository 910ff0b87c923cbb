use sleutel_domain::{
    AreaCode, ComplexCode, DwellingCode, OrganisationCode, Phrase, VacancyCode,
    homes::{Adaptation, DwellingFacts, EnergyLabel, HouseRules, Target, VacancyStatus},
};

use crate::{
    columns,
    finding::FindingKind,
    records::{ComplexRecord, DwellingRecord, VacancyRecord},
    table::{Row, cells},
};

pub(super) fn complex(row: &mut Row<'_>) -> Option<ComplexRecord> {
    let code = row.must("code", cells::code(ComplexCode::new));
    let name = row.must("name", cells::words(Phrase::new));
    let association = row.must("association", cells::code(OrganisationCode::new));
    let neighbourhood = row.must("neighbourhood", cells::code(AreaCode::new));
    let street = row.must("street", cells::words(Phrase::new));
    Some(ComplexRecord {
        code: code?,
        name: name?,
        association: association?,
        neighbourhood: neighbourhood?,
        street: street?,
    })
}

pub(super) fn dwelling(row: &mut Row<'_>) -> Option<DwellingRecord> {
    let code = row.must("code", cells::code(DwellingCode::new));
    let association = row.must("association", cells::code(OrganisationCode::new));
    let complex = row.may("complex", cells::code(ComplexCode::new));
    let neighbourhood = row.may("neighbourhood", cells::code(AreaCode::new));
    if let (Some(None), Some(None)) = (&complex, &neighbourhood) {
        let needed = FindingKind::NeededWith { other: "complex".to_owned(), value: String::new() };
        row.find("neighbourhood", needed);
    }
    let street = row.must("street", cells::words(Phrase::new));
    let house_number = row.must("house_number", cells::words(Phrase::new));
    let postcode = row.may("postcode", cells::postcode);
    let bag_id = row.may("bag_id", cells::bag_id);
    let labels = columns::energy_labels();
    let label = |text: &str| EnergyLabel::from_code(&text.to_uppercase());
    let energy = row.may("energy", cells::one_of(label, &labels));
    let facts = facts(row);
    Some(DwellingRecord {
        code: code?,
        association: association?,
        complex: complex?,
        neighbourhood: neighbourhood?,
        street: street?,
        house_number: house_number?,
        postcode: postcode?,
        bag_id: bag_id?,
        energy: energy?,
        facts: facts?,
    })
}

fn facts(row: &mut Row<'_>) -> Option<DwellingFacts> {
    let rooms = row.must("rooms", cells::whole(1_u8, 20));
    let surface = row.may("surface", cells::whole(5_u16, 1_000));
    let floor = row.must("floor", cells::whole(0_u8, 60));
    let lift = row.must("lift", cells::yes_no);
    let adaptations = columns::adaptations();
    let adaptation = row.must("adaptation", cells::one_of(Adaptation::from_code, &adaptations));
    let rent = row.must("rent", cells::amount);
    let targets = columns::targets();
    let target = row.must("target", cells::one_of(Target::from_code, &targets));
    let pets = row.must("pets_allowed", cells::yes_no);
    let smoking = row.must("smoking_allowed", cells::yes_no);
    Some(DwellingFacts {
        rooms: rooms?,
        surface: surface?,
        floor: floor?,
        lift: lift?,
        adaptation: adaptation?,
        rent: rent?,
        target: target?,
        rules: HouseRules { pets: pets?, smoking: smoking? },
    })
}

pub(super) fn vacancy(row: &mut Row<'_>) -> Option<VacancyRecord> {
    let code = row.must("code", cells::code(VacancyCode::new));
    let dwelling = row.must("dwelling", cells::code(DwellingCode::new));
    let available_from = row.must("available_from", cells::date);
    let year = row.may("year", cells::year);
    let statuses = columns::vacancy_statuses();
    let status = row.may("status", cells::one_of(VacancyStatus::from_code, &statuses));
    let available_from = available_from?;
    Some(VacancyRecord {
        code: code?,
        dwelling: dwelling?,
        available_from,
        year: year?.unwrap_or(available_from.year()),
        status: status?.unwrap_or(VacancyStatus::Open),
    })
}
