//! What the contracts start from: two programmes, and rows with everything in them.

use jiff::{
    Timestamp,
    civil::{Date, date},
};
use sleutel_domain::{
    Answer, AreaCode, Cents, ComplexCode, DwellingCode, GroupCode, Id, LongText, OrganisationCode,
    PersonName, Phrase, Reference, VacancyCode,
    access::{Language, OrganisationKind, Programme, Role},
    homes::{Adaptation, DwellingFacts, EnergyLabel, HouseRules, Place, Target, VacancyStatus},
    participants::{
        AreaWish, Custody, Direction, Exclusion, Limits, LivingSituation, Member, MemberRole,
        NetworkTie, Nights, PartnerStanding, PriorityGround, Readiness, Strength, ThreeQuestions,
        TieKind,
    },
    placement::{SupportLoad, Verdict},
};
use sleutel_store::{
    Db, Window,
    access::{self, AccountRow, OrganisationRow, ProgrammeRow},
    homes::{self, DwellingRow, VacancyRow},
    participants::{self, ParticipantFile},
    placement::{self, DecisionRow, NewProposal, ProposalRow, RoundLot, RoundRow, RoundStatus},
};
use uuid::Uuid;

pub(crate) const CITY: Id<Programme> = Id::new(Uuid::from_u128(1));
pub(crate) const ELSEWHERE: Id<Programme> = Id::new(Uuid::from_u128(2));
pub(crate) const ALL: Window = Window { offset: 0, limit: 1000 };

/// An identifier by its number.
pub(crate) fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// So many seconds into the first of March 2026.
pub(crate) fn second(number: i64) -> Timestamp {
    Timestamp::from_second(1_772_323_200 + number).unwrap()
}

pub(crate) fn phrase(text: &str) -> Phrase {
    Phrase::new(text).unwrap()
}
pub(crate) fn reference(text: &str) -> Reference {
    Reference::new(text).unwrap()
}
pub(crate) fn area(text: &str) -> AreaCode {
    AreaCode::new(text).unwrap()
}
pub(crate) fn complex(text: &str) -> ComplexCode {
    ComplexCode::new(text).unwrap()
}
pub(crate) fn home(text: &str) -> DwellingCode {
    DwellingCode::new(text).unwrap()
}
pub(crate) fn vacancy(text: &str) -> VacancyCode {
    VacancyCode::new(text).unwrap()
}
pub(crate) fn group(text: &str) -> GroupCode {
    GroupCode::new(text).unwrap()
}
pub(crate) fn party(text: &str) -> OrganisationCode {
    OrganisationCode::new(text).unwrap()
}

/// Two programmes that know nothing of each other.
pub(crate) async fn programmes(db: &Db) {
    let mut tx = db.write().await.unwrap();
    let rows = [
        ProgrammeRow { id: CITY, code: "city".to_owned(), name: "Stad".to_owned(), demo: true },
        ProgrammeRow {
            id: ELSEWHERE,
            code: "elsewhere".to_owned(),
            name: "Élders".to_owned(),
            demo: false,
        },
    ];
    for (row, started) in rows.iter().zip([second(1), second(0)]) {
        access::add_programme(&mut tx, row, started).await.unwrap();
    }
    tx.commit().await.unwrap();
}

pub(crate) fn organisation(number: u128, name: &str, kind: OrganisationKind) -> OrganisationRow {
    OrganisationRow {
        id: Id::new(uuid(100 + number)),
        code: party(&format!("org-{number}")),
        name: phrase(name),
        kind,
    }
}

pub(crate) fn account(number: u128, login: &str, organisation: &OrganisationRow) -> AccountRow {
    AccountRow {
        id: Id::new(uuid(200 + number)),
        programme: CITY,
        organisation: organisation.clone(),
        login: login.to_owned(),
        name: "Noor Testers".to_owned(),
        role: Role::SupportWorker,
        language: Some(Language::English),
        password_hash: "$argon2id$v=19$hash".to_owned(),
        active: true,
    }
}

pub(crate) fn member(given: &str, family: &str, role: MemberRole) -> Member {
    Member {
        given: PersonName::new(given).unwrap(),
        family: PersonName::new(family).unwrap(),
        born: None,
        role,
        custody: Answer::Unknown,
        standing: Answer::Unknown,
        moves_along: Answer::Known(true),
    }
}

/// A file of which nothing more is known than must be.
pub(crate) fn bare_file(number: u128, given: &str, family: &str) -> ParticipantFile {
    ParticipantFile {
        id: Id::new(uuid(1000 + number)),
        reference: reference(&format!("P-{number}")),
        group: group("shelter"),
        provider: party("care"),
        worker: None,
        members: vec![member(given, family, MemberRole::Head)],
        living_situation: None,
        load: Answer::Unknown,
        waiting_since: date(2025, 6, 1),
        readiness: Readiness::Preparing,
        ground: PriorityGround::None,
        limits: Limits::default(),
        questions: ThreeQuestions::default(),
        wishes: Vec::new(),
        network: Vec::new(),
        exclusions: Vec::new(),
        goes_on_as: None,
        version: 0,
    }
}

/// Everything a placement asks, answered.
pub(crate) fn limits() -> Limits {
    Limits {
        rent: Answer::Known(Cents::new(87_966).unwrap()),
        adaptation: Answer::Known(Adaptation::StepFree),
        stairs: Answer::Known(2),
        pets: Answer::Known(true),
        smokes: Answer::Known(false),
        sharing: Answer::Known(false),
    }
}

/// One of every kind of place.
pub(crate) fn places() -> [Place; 3] {
    [
        Place::Area(area("AA01")),
        Place::Street { neighbourhood: area("AA02"), street: "Dr. Schaepmanstraat".to_owned() },
        Place::Complex(complex("C-7")),
    ]
}

/// A file with something in every field.
pub(crate) fn full_file(number: u128) -> ParticipantFile {
    let words = |text| Some(LongText::new(text).unwrap());
    let mut members = vec![
        member("Özgür", "de Vríes", MemberRole::Head),
        member("Anna", "Bakker", MemberRole::Partner),
        member("Bo", "de Vríes", MemberRole::Child),
        member("Cas", "Zwart", MemberRole::Other),
    ];
    members[0].born = Some(date(1980, 2, 29));
    members[2].born = Some(date(2019, 12, 31));
    members[1].moves_along = Answer::Known(false);
    members[3].moves_along = Answer::Unknown;
    members[1].standing = Answer::Known(PartnerStanding::Parting);
    members[2].custody = Answer::Known(Custody::Shared(Nights::new(9)));
    let directions = Direction::ALL.into_iter().cycle();
    ParticipantFile {
        worker: Some(phrase("noor")),
        members,
        living_situation: Some(LivingSituation::WithOthers),
        load: Answer::Known(SupportLoad::Heavy),
        readiness: Readiness::Paused {
            reason: phrase("in behandeling"),
            until: Some(date(2026, 5, 1)),
        },
        ground: PriorityGround::TermEnds(date(2026, 7, 31)),
        limits: limits(),
        questions: ThreeQuestions {
            want: words("Rust,\nen een balkon."),
            can: words("Koken."),
            need: words("Iemand die langskomt. 100% €"),
        },
        wishes: places()
            .into_iter()
            .zip(directions)
            .zip(Strength::ALL)
            .map(|((place, direction), strength)| AreaWish {
                reason: (strength != Strength::Must).then(|| phrase("bij mijn zus")),
                place,
                direction,
                strength,
            })
            .collect(),
        network: places()
            .into_iter()
            .cycle()
            .zip(TieKind::ALL)
            .map(|(place, kind)| NetworkTie {
                note: (kind == TieKind::Family).then(|| phrase("zus")),
                place,
                kind,
            })
            .collect(),
        exclusions: vec![
            Exclusion {
                place: Place::Area(area("BB01")),
                until: Some(date(2027, 1, 1)),
                reason: phrase("afspraak in het driehoeksoverleg"),
            },
            Exclusion {
                place: Place::Complex(complex("C-8")),
                until: None,
                reason: phrase("eerder overlast"),
            },
        ],
        ..bare_file(number, "x", "x")
    }
}

/// Keeps the files, all as new.
pub(crate) async fn save(db: &Db, files: &[ParticipantFile]) {
    let mut tx = db.write().await.unwrap();
    for file in files {
        participants::save_file(&mut tx, CITY, file, "Noor (care)", second(0)).await.unwrap();
    }
    tx.commit().await.unwrap();
}

pub(crate) fn dwelling(code: &str, street: &str, number: &str) -> DwellingRow {
    DwellingRow {
        code: home(code),
        association: party("wbv"),
        complex: Some(complex("C-7")),
        neighbourhood: area("AA01"),
        street: phrase(street),
        house_number: phrase(number),
        postcode: Some(phrase("1011 AB")),
        bag_id: Some(phrase("0363010000000001")),
        energy: Some(EnergyLabel::C),
        facts: DwellingFacts {
            rooms: 3,
            surface: Some(64),
            floor: 2,
            lift: true,
            adaptation: Adaptation::Ordinary,
            rent: Cents::new(65_012).unwrap(),
            target: Target::General,
            rules: HouseRules { pets: true, smoking: false },
        },
        version: 0,
    }
}

pub(crate) fn free_home(code: &str, dwelling: &str, from: Date) -> VacancyRow {
    VacancyRow {
        code: vacancy(code),
        dwelling: home(dwelling),
        available_from: from,
        year: from.year(),
        status: VacancyStatus::Open,
        version: 0,
    }
}

pub(crate) fn round(number: u128, held_on: Date) -> RoundRow {
    RoundRow {
        id: Id::new(uuid(3000 + number)),
        name: phrase(&format!("Ronde {number}")),
        held_on,
        lot: RoundLot::stated(42),
        spare_rooms: 1,
        ahead: 0,
        status: RoundStatus::Open,
        version: 1,
        created_by: "Noor (care)".to_owned(),
        created_at: second(0),
        homes_changed_at: None,
    }
}

pub(crate) fn proposal(number: u128, round: &RoundRow) -> ProposalRow {
    ProposalRow {
        id: Id::new(uuid(4000 + number)),
        round: round.id,
        number: i64::try_from(number).unwrap(),
        at: second(10),
        actor: "Noor (care)".to_owned(),
        engine: "network 1".to_owned(),
        fingerprint: "ab".repeat(32),
        proven: true,
        placed: 2,
        unplaced: 3,
        empty: 1,
    }
}

/// An agreed decision in the first round.
pub(crate) fn decision(number: u128, vacancy_code: &str, whose: &str) -> DecisionRow {
    DecisionRow {
        id: uuid(5000 + number),
        round: Id::new(uuid(3001)),
        proposal: Id::new(uuid(4001)),
        vacancy: vacancy(vacancy_code),
        reference: reference(whose),
        group: group("shelter"),
        year: 2026,
        verdict: Verdict::Agreed,
        reason: phrase("past goed"),
        actor: "Noor (care)".to_owned(),
        account: Id::new(uuid(201)),
        at: second(20),
    }
}

/// Two homes that come free, a round with both, and a proposal to decide on.
pub(crate) async fn a_round(db: &Db) -> RoundRow {
    programmes(db).await;
    let mut tx = db.write().await.unwrap();
    for (number, code) in (1..).zip(["H-1", "H-2"]) {
        let mut row = dwelling(code, "Kerkstraat", "1");
        row.complex = (code == "H-1").then(|| complex("C-7"));
        homes::save_dwelling(&mut tx, CITY, uuid(2000 + number), &row).await.unwrap();
        let row = free_home(&format!("V-{number}"), code, date(2026, 4, 1));
        homes::save_vacancy(&mut tx, CITY, uuid(2100 + number), &row).await.unwrap();
    }
    let round = round(1, date(2026, 3, 15));
    placement::add_round(&mut tx, CITY, &round).await.unwrap();
    let both = [vacancy("V-1"), vacancy("V-2")];
    placement::set_round_vacancies(&mut tx, CITY, round.id, &both).await.unwrap();
    let row = proposal(1, &round);
    let new = NewProposal { row: &row, input: b"input", outcome: b"outcome" };
    placement::add_proposal(&mut tx, CITY, &new).await.unwrap();
    tx.commit().await.unwrap();
    round
}
