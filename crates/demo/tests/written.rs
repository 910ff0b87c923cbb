//! The written people are there for a reason; these are the reasons.

#![expect(clippy::unwrap_used, reason = "what a test leans on stops it when it is not there")]

use std::sync::LazyLock;

use jiff::{
    ToSpan,
    civil::{Date, date},
};
use sleutel_demo::{DemoCity, invented};
use sleutel_domain::{
    Answer,
    homes::{Adaptation, Place, Target},
    participants::{
        Direction, LikenessClass, Member, MemberRole, PriorityGround, Readiness, Strength,
        likeness, rooms_needed,
    },
};
use sleutel_exchange::records::{DwellingRecord, ParticipantRecord};

const TODAY: Date = date(2026, 11, 22);
static CITY: LazyLock<DemoCity> = LazyLock::new(|| invented(1, TODAY));

fn file(reference: &str) -> &'static ParticipantRecord {
    CITY.participants.iter().find(|it| it.reference.as_str() == reference).unwrap()
}

fn home(code: &str) -> &'static DwellingRecord {
    CITY.dwellings.iter().find(|it| it.code.as_str() == code).unwrap()
}

fn neighbourhood(code: &str) -> Place {
    Place::Area(home(code).neighbourhood.clone().unwrap())
}

fn street(code: &str) -> Place {
    Place::Street {
        neighbourhood: home(code).neighbourhood.clone().unwrap(),
        street: home(code).street.to_string(),
    }
}

fn wishes(reference: &str) -> Vec<(Direction, Strength, &'static Place)> {
    let own = CITY.wishes.iter().filter(|it| it.reference.as_str() == reference);
    own.map(|it| (it.wish.direction, it.wish.strength, &it.wish.place)).collect()
}

fn open_homes() -> impl Iterator<Item = &'static DwellingRecord> {
    CITY.open_vacancies().map(|vacancy| home(vacancy.dwelling.as_str()))
}

#[test]
fn there_are_thirty_written_people_and_they_come_first() {
    let references: Vec<_> =
        CITY.participants.iter().take(31).map(|it| it.reference.to_string()).collect();
    assert_eq!(references[0], "D-0001");
    assert_eq!(references[29], "D-0030");
    assert!(references[30].starts_with("P-"));
}

#[test]
fn the_readme_tells_of_every_written_person_and_home() {
    let readme = include_str!("../../../demo/README.md");
    let people = CITY.participants.iter().map(|it| it.reference.as_str());
    let homes = CITY.dwellings.iter().map(|it| it.code.as_str());
    for code in people.chain(homes).filter(|code| code.starts_with("D-") || code.starts_with("H-"))
    {
        assert!(readme.contains(code), "demo/README.md does not name {code}");
    }
    for account in &CITY.accounts {
        assert!(readme.contains(&account.login), "demo/README.md does not name {}", account.login);
    }
    assert!(readme.contains(sleutel_demo::PASSPHRASE));
}

#[test]
fn the_only_open_home_for_the_family_of_six_costs_too_much() {
    let others = CITY.members.iter().filter(|it| it.reference.as_str() == "D-0001").count();
    let needed = rooms_needed(u8::try_from(others + 1).unwrap());
    let large: Vec<_> = open_homes().filter(|home| home.facts.rooms >= needed).collect();
    assert_eq!(large, [home("H-11")]);
    let most = file("D-0001").limits.rent.known().unwrap();
    assert_eq!(home("H-11").facts.rent.get() - most.get(), 95_00);
}

#[test]
fn the_only_open_wheelchair_home_is_where_the_wheelchair_user_wants_to_be() {
    let adapted: Vec<_> =
        open_homes().filter(|home| home.facts.adaptation == Adaptation::Wheelchair).collect();
    assert_eq!(adapted, [home("H-01")]);
    assert_eq!(file("D-0002").limits.adaptation, Answer::Known(Adaptation::Wheelchair));
}

#[test]
fn the_only_thing_not_asked_of_d_0003_is_the_stairs() {
    let limits = &file("D-0003").limits;
    assert_eq!(limits.stairs, Answer::Unknown);
    assert!(limits.rent.known().unwrap() >= home("H-02").facts.rent);
    assert!(limits.adaptation.is_known() && limits.pets.is_known());
    assert!(limits.smokes.is_known() && limits.sharing.is_known());
    assert_eq!(wishes("D-0003"), [(Direction::Prefer, Strength::Must, &neighbourhood("H-02"))]);
    assert!(home("H-02").facts.floor > 0 && !home("H-02").facts.lift);
}

#[test]
fn no_other_home_is_open_in_the_neighbourhood_of_a_written_one() {
    let written = |home: &DwellingRecord| home.code.as_str().starts_with("H-");
    for home in open_homes().filter(|home| !written(home)) {
        let beside =
            |other: &DwellingRecord| written(other) && other.neighbourhood == home.neighbourhood;
        assert!(!open_homes().any(beside), "{} lies beside a written home", home.code);
    }
}

#[test]
fn of_two_exclusions_from_the_same_street_one_holds_and_one_has_ended() {
    let of = |reference: &str| {
        let found = CITY.exclusions.iter().find(|it| it.reference.as_str() == reference).unwrap();
        &found.exclusion
    };
    assert_eq!(of("D-0004").place, street("H-03"));
    assert_eq!(of("D-0027").place, street("H-03"));
    assert!(of("D-0004").until.unwrap() > TODAY);
    assert!(of("D-0027").until.unwrap() < TODAY);
}

#[test]
fn the_term_of_d_0005_ends_in_three_weeks() {
    assert_eq!(file("D-0005").ground, PriorityGround::TermEnds(TODAY + 21.days()));
}

#[test]
fn everybody_d_0006_knows_is_around_one_home() {
    let ties: Vec<_> = CITY.network.iter().filter(|it| it.reference.as_str() == "D-0006").collect();
    assert_eq!(ties.len(), 5);
    let hood = home("H-10").neighbourhood.clone().unwrap();
    for tie in ties {
        let there = match &tie.tie.place {
            Place::Area(code) | Place::Street { neighbourhood: code, .. } => *code == hood,
            Place::Complex(_) => false,
        };
        assert!(there, "{:?}", tie.tie.place);
    }
}

#[test]
fn d_0007_is_too_old_for_the_youth_home_in_twenty_days() {
    let birthday = file("D-0007").born.unwrap().saturating_add(28.years());
    assert_eq!(birthday, TODAY + 20.days());
    assert_eq!(home("H-05").facts.target, Target::Youth);
}

#[test]
fn of_two_like_homes_one_allows_the_dog() {
    assert_eq!(file("D-0009").limits.pets, Answer::Known(true));
    assert!(home("H-08").facts.rules.pets && !home("H-09").facts.rules.pets);
    assert_eq!(neighbourhood("H-08"), neighbourhood("H-09"));
}

#[test]
fn whether_the_child_of_d_0010_moves_along_is_open() {
    let child = CITY.members.iter().find(|it| it.reference.as_str() == "D-0010").unwrap();
    assert_eq!(child.member.moves_along, Answer::Unknown);
}

#[test]
fn d_0011_may_pay_twenty_euros_too_little() {
    let most = file("D-0011").limits.rent.known().unwrap();
    assert_eq!(home("H-04").facts.rent.get() - most.get(), 20_00);
    assert_eq!(wishes("D-0011"), [(Direction::Prefer, Strength::Must, &neighbourhood("H-04"))]);
}

#[test]
fn d_0012_must_be_where_she_must_not_be() {
    let wishes = wishes("D-0012");
    let (Place::Area(towards), Place::Area(away)) = (wishes[0].2, wishes[1].2) else {
        panic!("both wishes are about parts of the city");
    };
    let mut at = towards;
    while at != away {
        let area = CITY.areas.iter().find(|area| area.code == *at).unwrap();
        at = area.parent.as_ref().expect("the avoided part lies around the wanted one");
    }
    assert!(wishes.iter().all(|(_, strength, _)| *strength == Strength::Must));
}

#[test]
fn the_longest_name_fills_a_field_to_the_brim() {
    let name = &file("D-0013").family;
    assert!((70..=80).contains(&name.as_str().chars().count()), "{name}");
}

#[test]
fn two_people_share_a_name_and_a_day_of_birth() {
    let (one, other) = (file("D-0024"), file("D-0025"));
    assert_eq!((&one.given, &one.family, one.born), (&other.given, &other.family, other.born));
    assert_ne!(one.provider, other.provider);
}

#[test]
fn the_only_neighbourhood_for_d_0028_is_full() {
    let place = neighbourhood("H-12");
    let row = CITY.ceilings.iter().find(|row| row.year == 2026 && row.place == place).unwrap();
    assert_eq!(row.upper, Some(row.realised));
    assert_eq!(wishes("D-0028"), [(Direction::Prefer, Strength::Must, &place)]);
}

#[test]
fn the_written_homes_but_one_stand_where_there_is_room_at_every_level() {
    for code in (1..=13).filter(|&number| number != 12).map(|number| format!("H-{number:02}")) {
        let mut at = home(&code).neighbourhood.clone();
        while let Some(area) = at {
            let place = Place::Area(area.clone());
            let row =
                CITY.ceilings.iter().find(|row| row.year == 2026 && row.place == place).unwrap();
            assert!(row.realised < row.upper.unwrap(), "{code} stands in {area}, which is full");
            at = CITY.areas.iter().find(|it| it.code == area).unwrap().parent.clone();
        }
    }
}

#[test]
fn each_way_a_file_can_stand_is_among_the_written() {
    assert!(matches!(file("D-0015").readiness, Readiness::Paused { until: Some(_), .. }));
    assert!(matches!(file("D-0016").readiness, Readiness::Placed { .. }));
    assert_eq!(file("D-0017").readiness, Readiness::Preparing);
    assert_eq!(file("D-0022").readiness, Readiness::Ready { since: TODAY });
}

#[test]
fn support_workers_who_can_log_in_find_written_people() {
    let caseload = |login: &str| {
        let of =
            |it: &&ParticipantRecord| it.worker.as_ref().is_some_and(|it| it.as_str() == login);
        let written = CITY.participants.iter().take(30);
        written.filter(of).count()
    };
    assert_eq!([caseload("mees.kadelaar"), caseload("delano.wolkers-vaart")], [10, 8]);
}

#[test]
fn three_written_people_have_a_second_file_under_another_form_of_their_name() {
    let member = |it: &ParticipantRecord| {
        [Member {
            given: it.given.clone(),
            family: it.family.clone(),
            born: it.born,
            role: MemberRole::Head,
            custody: Answer::Unknown,
            standing: Answer::Unknown,
            moves_along: Answer::Known(true),
        }]
    };
    for (reference, class) in [
        ("D-0003", LikenessClass::VeryLikely),
        ("D-0004", LikenessClass::VeryLikely),
        ("D-0005", LikenessClass::Possible),
    ] {
        let first = member(file(reference));
        let found: Vec<_> = CITY
            .participants
            .iter()
            .filter(|it| it.reference.as_str() != reference)
            .filter_map(|it| Some((likeness(&first, &member(it))?.class, it)))
            .collect();
        assert_eq!(found.len(), 1, "{reference}");
        assert_eq!((found[0].0, &found[0].1.readiness), (class, &Readiness::Preparing));
    }
}
