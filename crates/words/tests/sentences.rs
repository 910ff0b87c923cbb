//! Sentences say exactly what the figures say, in both languages.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

use sleutel_domain::{
    AreaCode, Cents, CodeError, ComplexCode, GroupCode, OrganisationCode, Reference, TextError,
    VacancyCode,
    access::Language,
    homes::{Adaptation, Place, Target},
    placement::{
        Bound, BoundUse, Change, Collision, Demand, Fit, Goal, InputError, LoadUse, PairVerdict,
        Question, Refusal, RuleName, RunnerUp, Shortfall, Standing, WayOut, WhyEmpty, WhyNot,
        Worth,
    },
};
use sleutel_words::{Codes, Lookup, Words};

struct Town;

impl Lookup for Town {
    fn area(&self, code: &AreaCode) -> Option<String> {
        (code.as_str() == "BU01").then(|| "Laakdijk".to_owned())
    }
    fn group(&self, _: &GroupCode) -> Option<String> {
        Some("Uit de opvang".to_owned())
    }
    fn home(&self, _: &VacancyCode) -> Option<String> {
        Some("Kade 12".to_owned())
    }
}

fn area() -> Place {
    Place::Area(AreaCode::new("BU01").unwrap())
}
fn home() -> VacancyCode {
    VacancyCode::new("V-7").unwrap()
}
fn group() -> GroupCode {
    GroupCode::new("shelter").unwrap()
}
fn euro(amount: i64) -> Cents {
    Cents::new(amount * 100).unwrap()
}

fn refusals() -> Vec<Refusal> {
    vec![
        Refusal::TooFewRooms { needed: 3, has: 1 },
        Refusal::TooManyRooms { most: 2, has: 4 },
        Refusal::NotAdapted { needs: Adaptation::Wheelchair, has: Adaptation::StepFree },
        Refusal::KeptForAdapted { has: Adaptation::Wheelchair },
        Refusal::Stairs { most: 0, floor: 3 },
        Refusal::Rent { most: euro(600), rent: euro(690) },
        Refusal::TargetAge { target: Target::Youth, age: 34 },
        Refusal::NoSharing,
        Refusal::Avoided { place: area() },
        Refusal::OutsideMust,
        Refusal::Excluded { place: Place::Complex(ComplexCode::new("C-1").unwrap()) },
        Refusal::NoPets,
        Refusal::NoSmoking,
        Refusal::OfferedBefore,
        Refusal::Banned,
    ]
}

fn association() -> OrganisationCode {
    OrganisationCode::new("duinrand").unwrap()
}

fn changes() -> Vec<Change> {
    let refusal = || Refusal::Avoided { place: area() };
    vec![
        Change::Answer { question: Question::Rent, vacancy: home() },
        Change::Rent { limit: euro(690), vacancy: home() },
        Change::Stairs { floor: 2, vacancy: home() },
        Change::Place { refusal: refusal(), vacancy: home() },
        Change::Lift { refusal: Refusal::NoPets, vacancy: home() },
        Change::GroupCeiling { group: group(), upper: 41 },
        Change::AreaCeiling { place: area(), upper: 5 },
        Change::LoadCeiling { place: area(), upper: 9 },
        Change::AssociationCeiling { association: association(), upper: 31 },
        Change::Apart { from: Reference::new("P-3").unwrap() },
        Change::OneMoreLike { vacancy: home() },
        Change::MakeReady,
        Change::HomeWith { rooms: 3, adaptation: Adaptation::StepFree, rent: None },
        Change::HomeWith { rooms: 1, adaptation: Adaptation::Ordinary, rent: Some(euro(600)) },
    ]
}

fn why_nots() -> Vec<WhyNot> {
    let mut all = vec![
        WhyNot::NotReady,
        WhyNot::NoHomeFits { refused_by: vec![] },
        WhyNot::NoHomeFits { refused_by: vec![(RuleName::Rooms, 12), (RuleName::Rent, 1)] },
        WhyNot::AskFirst { questions: vec![Question::Pets, Question::People] },
        WhyNot::GroupFull { group: group(), upper: 40 },
        WhyNot::AreaFull { place: area(), upper: 4 },
        WhyNot::LoadFull { place: area(), upper: 9 },
        WhyNot::AssociationFull { association: association(), upper: 30 },
        WhyNot::Together { with: Reference::new("P-3").unwrap() },
    ];
    all.extend(Goal::ALL.map(|decided_by| WhyNot::Outweighed {
        vacancy: home(),
        decided_by,
        loss: 2,
    }));
    all
}

fn input_errors() -> Vec<InputError> {
    vec![
        InputError::Parent { node: 3, parent: 5 },
        InputError::Roots(2),
        InputError::HomeNode { vacancy: home(), node: 9 },
        InputError::Group { candidate: Reference::new("P-1").unwrap(), group: group() },
        InputError::Twice("V-7".to_owned()),
        InputError::Fixing("P-9".to_owned()),
        InputError::StreetNode(4),
        InputError::GroupParent { group: group(), parent: GroupCode::new("T").unwrap() },
        InputError::Together {
            one: Reference::new("P-1").unwrap(),
            other: Reference::new("P-2").unwrap(),
        },
        InputError::Bounds { name: "Laakdijk".to_owned(), lower: 5, upper: 4 },
    ]
}

fn limits(words: Words, names: &dyn Lookup) -> Vec<String> {
    let one = || Reference::new("P-1").unwrap();
    let demands = [
        Demand::Pin { candidate: one(), vacancy: home() },
        Demand::Floor(Bound::Area(area())),
        Demand::Ceiling(Bound::Association(association())),
        Demand::Load(area()),
        Demand::Together { one: one(), other: Reference::new("P-2").unwrap() },
    ];
    let gains = Goal::ALL.map(|goal| Some((goal, 2)));
    let mut all: Vec<_> = gains
        .into_iter()
        .chain([None, Some((Goal::Floors, 1))])
        .zip(demands.iter().cycle())
        .map(|(gain, limit)| words.worth(&Worth { limit: limit.clone(), gain }, names))
        .collect();
    for demand in &demands {
        for by in [1, 3] {
            all.push(words.way_out(&WayOut { demand: demand.clone(), by }, names));
        }
        let alone = Collision { demands: vec![demand.clone()], ways_out: vec![] };
        all.push(words.collision(&alone, names));
    }
    all.push(words.collision(&Collision { demands: demands.into(), ways_out: vec![] }, names));
    all.push(words.load_use(&LoadUse { place: area(), before: 2, after: 5, upper: 6 }, names));
    all
}

fn everything(words: Words, names: &dyn Lookup) -> Vec<String> {
    let mut all: Vec<_> = refusals().iter().map(|it| words.refusal(it, names)).collect();
    all.extend(changes().iter().map(|it| words.change(it, names)));
    all.extend(why_nots().iter().map(|it| words.why_not(it, names)));
    all.extend(input_errors().iter().map(|it| words.input_error(it)));
    let questions = vec![Question::Rent];
    for standing in [
        Standing::In { possible: 1, once_asked: 0, questions: vec![] },
        Standing::In { possible: 12, once_asked: 2, questions: questions.clone() },
        Standing::Ask { once_asked: 1, questions: questions.clone() },
        Standing::NotReady,
        Standing::NoHomeFits { refused_by: vec![(RuleName::Pets, 3)] },
    ] {
        all.push(words.standing(&standing));
    }
    for why in [
        WhyEmpty::NobodyFits { once_asked: 0 },
        WhyEmpty::NobodyFits { once_asked: 1 },
        WhyEmpty::AreaFull { place: area(), upper: 4 },
        WhyEmpty::LoadFull { place: area(), upper: 9 },
        WhyEmpty::AssociationFull { association: association(), upper: 30 },
        WhyEmpty::OthersWentElsewhere,
    ] {
        all.push(words.why_empty(&why, names));
    }
    for verdict in
        [PairVerdict::Fits, PairVerdict::Ask(questions), PairVerdict::Refused(refusals())]
    {
        all.extend(words.pair_verdict(&verdict, names));
    }
    all.push(words.shortfall(&Shortfall { bound: Bound::Area(area()), due: 3, given: 1 }, names));
    all.extend(limits(words, names));
    let fit = Fit { wish: 400, network: 300, rooms: 100, rent: 80, later: -60 };
    all.extend(words.fit(fit).into_iter().map(|(label, _)| label));
    let candidate = Reference::new("P-2").unwrap();
    all.push(words.runner_up(&RunnerUp { candidate, fit, decided_by: Goal::Fit, loss: 40 }));
    for upper in [None, Some(20)] {
        let bound = Bound::Group(group());
        all.push(words.bound_use(&BoundUse { bound, before: 12, after: 14, lower: 0, upper }));
    }
    all.push(words.text_error(TextError::TooLong { length: 90, most: 80 }));
    all.push(words.code_error(&CodeError::Character(' ')));
    all.push(words.cents_error(Cents::new(-1).unwrap_err()));
    all
}

#[test]
fn every_value_becomes_a_whole_sentence_in_both_languages() {
    for language in Language::ALL {
        for sentence in everything(Words::new(language), &Town) {
            assert!(sentence.chars().count() > 3, "{sentence}");
            assert!(!sentence.contains(['{', '$', '\n']), "{sentence}");
            assert!(!sentence.contains("  "), "{sentence}");
        }
    }
}

#[test]
fn the_two_languages_say_it_differently() {
    let dutch = everything(Words::new(Language::Dutch), &Town);
    let english = everything(Words::new(Language::English), &Town);
    assert_eq!(dutch.len(), english.len());
    let same: Vec<_> = dutch.iter().zip(&english).filter(|(a, b)| a == b).collect();
    // Only `12 → 14` is the same everywhere.
    assert_eq!(same.len(), 1, "{same:?}");
}

#[test]
fn a_family_of_three_reads_why_a_studio_is_too_small() {
    let studio = Refusal::TooFewRooms { needed: 3, has: 1 };
    assert_eq!(
        Words::new(Language::Dutch).refusal(&studio, &Codes),
        "Te klein: de woning heeft 1 kamer. Dit huishouden heeft er minstens 3 nodig."
    );
    assert_eq!(
        Words::new(Language::English).refusal(&studio, &Codes),
        "Too small: the home has 1 room. This household needs at least 3."
    );
}

#[test]
fn a_rent_that_is_too_high_is_given_with_the_limit() {
    let rent = Refusal::Rent { most: euro(600), rent: euro(690) };
    assert_eq!(
        Words::new(Language::English).refusal(&rent, &Codes),
        "Too dear: the rent is €690.00 a month. This household's limit is €600.00."
    );
}

#[test]
fn somebody_who_cannot_climb_stairs_is_not_told_about_floor_nought() {
    let stairs = Refusal::Stairs { most: 0, floor: 3 };
    assert_eq!(
        Words::new(Language::Dutch).refusal(&stairs, &Codes),
        "Te hoog zonder lift: de voordeur is op verdieping 3. \
         Dit huishouden kan alleen op de begane grond wonen."
    );
}

#[test]
fn a_place_without_a_known_name_is_called_by_its_code() {
    let words = Words::new(Language::English);
    assert_eq!(words.place(&area(), &Town), "Laakdijk");
    assert_eq!(words.place(&area(), &Codes), "BU01");
    let street =
        Place::Street { neighbourhood: AreaCode::new("BU01").unwrap(), street: "Kade".to_owned() };
    assert_eq!(words.place(&street, &Town), "Kade (Laakdijk)");
}

#[test]
fn homes_ruled_out_are_counted_by_rule() {
    let why =
        WhyNot::NoHomeFits { refused_by: vec![(RuleName::Rooms, 12), (RuleName::Rent, 1200)] };
    assert_eq!(
        Words::new(Language::Dutch).why_not(&why, &Codes),
        "Geen enkele woning in deze ronde is mogelijk. Woningen die afvallen door: \
         aantal kamers (12) en huur (1.200). Een woning kan om meer redenen afvallen."
    );
}
