use jiff::civil::date;
use sleutel_domain::{
    Answer, AreaCode, Cents, ComplexCode, DwellingCode, GroupCode, OrganisationCode, Reference,
    VacancyCode,
    homes::{Adaptation, AreaLevel, DwellingFacts, HouseRules, Place, Target},
    participants::{Direction, Limits, PriorityGround, Strength},
    placement::{
        Agreed, Ahead, AheadPrices, AssociationTarget, Bound, BoundUse, Candidate, CandidateWish,
        Change, Collision, Demand, EmptyHome, ExpectedHomes, ExpectedNewcomers, Fit, Fixing,
        FixingKind, Goal, GoalReached, GroupShare, HomeOnOffer, LoadCeiling, LoadUse, Node,
        Placement, Proposal, Question, Refusal, RoundInput, RoundSettings, RuleName, RunnerUp,
        Shortfall, SupportLoad, Together, Unplaced, WayOut, WhyEmpty, WhyNot, Worth,
    },
};
use sleutel_exchange::stored::{
    StoredError, fingerprint, from_json, proposal_from_json, proposal_to_json, to_json,
};

fn area() -> Place {
    Place::Area(AreaCode::new("B1").unwrap())
}
fn complex() -> Place {
    Place::Complex(ComplexCode::new("C1").unwrap())
}
fn street() -> Place {
    Place::Street { neighbourhood: AreaCode::new("B1").unwrap(), street: "Kade \"Ö\"".to_owned() }
}
fn person(number: u8) -> Reference {
    Reference::new(&format!("P{number}")).unwrap()
}
fn vacancy() -> VacancyCode {
    VacancyCode::new("V1").unwrap()
}
fn group() -> GroupCode {
    GroupCode::new("hf").unwrap()
}
fn association() -> OrganisationCode {
    OrganisationCode::new("A").unwrap()
}
fn euros(cents: i64) -> Cents {
    Cents::new(cents).unwrap()
}

fn candidate(number: u8, ground: PriorityGround, limits: Limits) -> Candidate {
    let wish = |place, strength| CandidateWish { place, direction: Direction::Avoid, strength };
    Candidate {
        reference: person(number),
        group: group(),
        ready: number == 1,
        people: Answer::Known(2),
        head_age: Answer::Unknown,
        oldest_age: Answer::Known(36),
        waiting_since: date(2025, 1, 1),
        ground,
        limits,
        wishes: vec![wish(area(), Strength::Slight), wish(street(), Strength::Must)],
        network: vec![complex()],
        exclusions: vec![street()],
        offered: vec![DwellingCode::new("D9").unwrap()],
        load: if number == 1 { Answer::Known(SupportLoad::Heavy) } else { Answer::Unknown },
    }
}

fn input() -> RoundInput {
    let limits = Limits {
        rent: Answer::Known(euros(61_250)),
        adaptation: Answer::Known(Adaptation::StepFree),
        stairs: Answer::Known(2),
        pets: Answer::Known(false),
        smokes: Answer::Known(true),
        sharing: Answer::Unknown,
    };
    let agreed = Agreed { lower: 1, upper: Some(3), realised: 2 };
    let node = |place, level, parent: Option<usize>, agreed| Node {
        place,
        name: "x".to_owned(),
        level,
        parent,
        agreed,
        load: parent.map(|_| LoadCeiling { upper: 9, carried: 4 }),
    };
    RoundInput {
        date: date(2026, 6, 1),
        seed: u64::MAX,
        settings: RoundSettings { spare_rooms: 2, unknown_load: SupportLoad::Medium },
        nodes: vec![
            node(area(), AreaLevel::Neighbourhood, None, agreed),
            node(complex(), AreaLevel::Complex, Some(0), Agreed::default()),
        ],
        groups: vec![GroupShare {
            code: group(),
            name: "HF".to_owned(),
            expected: 40,
            agreed,
            parent: Some(group()),
        }],
        candidates: vec![
            candidate(1, PriorityGround::TermEnds(date(2026, 8, 1)), limits),
            candidate(2, PriorityGround::Safety, Limits::default()),
            candidate(3, PriorityGround::None, Limits::default()),
        ],
        homes: vec![HomeOnOffer {
            vacancy: vacancy(),
            dwelling: DwellingCode::new("D1").unwrap(),
            association: OrganisationCode::new("A").unwrap(),
            node: 1,
            street: "Kade".to_owned(),
            facts: DwellingFacts {
                rooms: 2,
                surface: Some(48),
                floor: 1,
                lift: true,
                adaptation: Adaptation::Wheelchair,
                rent: euros(60_000),
                target: Target::Youth,
                rules: HouseRules { pets: true, smoking: false },
            },
        }],
        fixings: vec![Fixing { candidate: person(1), vacancy: vacancy(), kind: FixingKind::Pin }],
        associations: vec![AssociationTarget {
            code: association(),
            name: "Duinrand".to_owned(),
            agreed,
        }],
        together: vec![Together {
            one: person(1),
            other: person(2),
            within: AreaLevel::Neighbourhood,
        }],
        ahead: Some(Ahead {
            futures: 5,
            weeks: 26,
            homes: vec![ExpectedHomes {
                node: 1,
                facts: DwellingFacts {
                    rooms: 3,
                    surface: None,
                    floor: 0,
                    lift: false,
                    adaptation: Adaptation::StepFree,
                    rent: euros(55_000),
                    target: Target::General,
                    rules: HouseRules { pets: false, smoking: true },
                },
                thousandths: 1_500,
            }],
            newcomers: vec![ExpectedNewcomers { group: group(), households: 12 }],
        }),
    }
}

fn refusals() -> Vec<Refusal> {
    let (has, needs) = (Adaptation::Ordinary, Adaptation::Wheelchair);
    vec![
        Refusal::TooFewRooms { needed: 3, has: 2 },
        Refusal::TooManyRooms { most: 3, has: 4 },
        Refusal::NotAdapted { needs, has },
        Refusal::KeptForAdapted { has: needs },
        Refusal::Stairs { most: 1, floor: 3 },
        Refusal::Rent { most: euros(1), rent: euros(2) },
        Refusal::TargetAge { target: Target::FiftyFivePlus, age: 40 },
        Refusal::NoSharing,
        Refusal::Avoided { place: area() },
        Refusal::OutsideMust,
        Refusal::Excluded { place: street() },
        Refusal::NoPets,
        Refusal::NoSmoking,
        Refusal::OfferedBefore,
        Refusal::Banned,
    ]
}

fn proposal() -> Proposal {
    let fit = Fit { wish: -400, network: 300, rooms: 100, rent: 80, later: -60 };
    let mut changes = vec![
        None,
        Some(Change::Answer { question: Question::Rent, vacancy: vacancy() }),
        Some(Change::Rent { limit: euros(70_000), vacancy: vacancy() }),
        Some(Change::Stairs { floor: 3, vacancy: vacancy() }),
        Some(Change::GroupCeiling { group: group(), upper: 31 }),
        Some(Change::AreaCeiling { place: complex(), upper: 4 }),
        Some(Change::LoadCeiling { place: area(), upper: 9 }),
        Some(Change::AssociationCeiling { association: association(), upper: 9 }),
        Some(Change::Apart { from: person(3) }),
        Some(Change::OneMoreLike { vacancy: vacancy() }),
        Some(Change::MakeReady),
        Some(Change::HomeWith { rooms: 3, adaptation: Adaptation::StepFree, rent: None }),
        Some(Change::HomeWith { rooms: 3, adaptation: Adaptation::StepFree, rent: Some(euros(5)) }),
    ];
    changes.extend(
        refusals().into_iter().map(|refusal| Some(Change::Place { refusal, vacancy: vacancy() })),
    );
    changes.extend(
        refusals().into_iter().map(|refusal| Some(Change::Lift { refusal, vacancy: vacancy() })),
    );
    let whys = [
        WhyNot::NotReady,
        WhyNot::NoHomeFits { refused_by: RuleName::ALL.map(|rule| (rule, 3)).to_vec() },
        WhyNot::AskFirst { questions: Question::ALL.to_vec() },
        WhyNot::GroupFull { group: group(), upper: 30 },
        WhyNot::AreaFull { place: area(), upper: 3 },
        WhyNot::LoadFull { place: complex(), upper: 3 },
        WhyNot::AssociationFull { association: association(), upper: 3 },
        WhyNot::Together { with: person(3) },
        WhyNot::Outweighed { vacancy: vacancy(), decided_by: Goal::Fit, loss: -4 },
    ];
    let whys = whys.iter().cycle().cloned();
    let unplaced = changes.into_iter().zip(whys).map(|(change, why)| Unplaced {
        candidate: person(2),
        why,
        possible: 7,
        change,
    });
    let empty = [
        WhyEmpty::NobodyFits { once_asked: 2 },
        WhyEmpty::AreaFull { place: area(), upper: 1 },
        WhyEmpty::LoadFull { place: area(), upper: 1 },
        WhyEmpty::AssociationFull { association: association(), upper: 1 },
        WhyEmpty::OthersWentElsewhere,
    ];
    let bounds = [Bound::Group(group()), Bound::Area(complex()), Bound::Association(association())];
    let demands = vec![
        Demand::Pin { candidate: person(1), vacancy: vacancy() },
        Demand::Floor(Bound::Group(group())),
        Demand::Ceiling(Bound::Area(area())),
        Demand::Load(complex()),
        Demand::Together { one: person(1), other: person(2) },
    ];
    Proposal {
        engine: "test 1".to_owned(),
        placements: vec![Placement {
            candidate: person(1),
            vacancy: vacancy(),
            fit,
            pinned: true,
            weeks_waited: 74,
            on_ground: true,
            runners_up: vec![RunnerUp {
                candidate: person(3),
                fit: Fit::default(),
                decided_by: Goal::Lot,
                loss: i64::MAX,
            }],
        }],
        unplaced: unplaced.collect(),
        empty: empty.map(|why| EmptyHome { vacancy: vacancy(), why }).to_vec(),
        goals: Goal::ALL.map(|goal| GoalReached { goal, reached: i64::MIN, bound: 0 }).to_vec(),
        bounds: bounds
            .clone()
            .map(|bound| BoundUse { bound, before: 1, after: 2, lower: 0, upper: None })
            .to_vec(),
        shortfalls: bounds.map(|bound| Shortfall { bound, due: 2, given: 1 }).to_vec(),
        pins_broken: vec![(person(2), vacancy())],
        loads: vec![LoadUse { place: area(), before: 2, after: 5, upper: 6 }],
        worth: demands
            .iter()
            .zip([None, Some((Goal::HomesUsed, 1))].into_iter().cycle())
            .map(|(limit, gain)| Worth { limit: limit.clone(), gain })
            .collect(),
        collisions: vec![Collision {
            ways_out: vec![WayOut { demand: demands[1].clone(), by: 2 }],
            demands,
        }],
        branches: 12,
        ahead: Some(AheadPrices {
            waiting: vec![(person(3), 250)],
            areas: vec![(area(), 40), (complex(), 3)],
            groups: vec![(group(), 17)],
        }),
    }
}

#[test]
fn an_input_reads_back_as_stored_and_to_the_same_bytes() {
    let bytes = to_json(&input());
    let back = from_json(&bytes).unwrap();
    assert_eq!(back, input());
    assert_eq!(to_json(&back), bytes);
}

#[test]
fn a_proposal_reads_back_as_stored_and_to_the_same_bytes() {
    let bytes = proposal_to_json(&proposal());
    let back = proposal_from_json(&bytes).unwrap();
    assert_eq!(back, proposal());
    assert_eq!(proposal_to_json(&back), bytes);
}

#[test]
fn another_format_or_version_is_refused_by_name() {
    let found = from_json(&proposal_to_json(&proposal()));
    let expected = "sleutel-round-input/2";
    assert_eq!(
        found,
        Err(StoredError::Format { found: "sleutel-proposal/2".to_owned(), expected })
    );
}

#[test]
fn a_field_nobody_knows_and_a_value_that_cannot_be_are_refused() {
    let text = String::from_utf8(to_json(&input())).unwrap();
    let extra = text.replacen("\"seed\"", "\"extra\":1,\"seed\"", 1);
    assert!(matches!(from_json(extra.as_bytes()), Err(StoredError::Form { .. })));
    let wrong = text.replacen("\"P1\"", "\"P 1\"", 1);
    let found = "P 1".to_owned();
    assert_eq!(from_json(wrong.as_bytes()), Err(StoredError::Value { field: "reference", found }));
    assert!(matches!(from_json(b"{"), Err(StoredError::Form { line: 1, .. })));
}

#[test]
fn the_fingerprint_is_the_sha256_of_the_bytes() {
    // FIPS 180-4, the example of one block.
    let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(fingerprint(b"abc"), known);
}

#[test]
fn an_input_of_the_first_version_reads_with_nothing_of_what_came_later() {
    let first = r#"{"format":"sleutel-round-input/1","date":"2026-06-01","seed":"7",
        "spare_rooms":1,
        "nodes":[{"place":{"area":"B1"},"name":"x","level":"municipality","parent":null,
            "lower":0,"upper":null,"realised":0}],
        "groups":[{"code":"hf","name":"HF","expected":40,"lower":1,"upper":3,"realised":2}],
        "candidates":[{"reference":"P1","group":"hf","ready":true,"people":2,"head_age":null,
            "oldest_age":36,"waiting_since":"2025-01-01","ground":"none","rent":null,
            "adaptation":null,"stairs":null,"pets":null,"smokes":null,"sharing":null,
            "wishes":[],"network":[],"exclusions":[],"offered":[]}],
        "homes":[],"fixings":[]}"#;
    let read = from_json(first.as_bytes()).unwrap();
    assert_eq!(read.settings, RoundSettings::default());
    assert_eq!(read.candidates[0].load, Answer::Unknown);
    assert_eq!((read.nodes[0].load, &read.groups[0].parent), (None, &None));
    assert!(read.associations.is_empty() && read.together.is_empty());
    assert_eq!(read.errors(), []);
}

#[test]
fn a_proposal_of_the_first_version_reads_with_nothing_of_what_came_later() {
    let first = r#"{"format":"sleutel-proposal/1","engine":"old","placements":[],"unplaced":[],
        "empty":[],"goals":[],"bounds":[],"shortfalls":[],"pins_broken":[]}"#;
    let read = proposal_from_json(first.as_bytes()).unwrap();
    assert!(read.loads.is_empty() && read.collisions.is_empty() && read.worth.is_empty());
    assert_eq!(read.branches, 0);
}
