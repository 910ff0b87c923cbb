//! One small round at a time: what is said of who is placed, who is not, which homes
//! stay empty, and what would help.
#![expect(clippy::unwrap_used, reason = "a helper of tests may fail like a test")]

use jiff::civil::date;
use sleutel_domain::{
    Answer::{Known, Unknown},
    AreaCode, Cents, ComplexCode, DwellingCode, GroupCode, OrganisationCode, Reference,
    VacancyCode,
    homes::{Adaptation, AreaLevel, DwellingFacts, HouseRules, Place, Target},
    participants::{Direction, Limits, PriorityGround, Strength},
    placement::{
        Agreed, Bound, BoundUse, Candidate, CandidateWish, Change, Fixing, FixingKind, Goal,
        GroupShare, HomeOnOffer, Node, Proposal, Question, Refusal, RoundInput, RoundSettings,
        RuleName, Shortfall, Standing, Unplaced, WhyEmpty, WhyNot,
    },
};
use sleutel_placement::{Changes, first_change, propose, propose_in_full, standings};
use sleutel_placement_check::check;

fn euro(amount: i64) -> Cents {
    Cents::new(amount * 100).unwrap()
}

fn buurt(code: &str) -> Place {
    Place::Area(AreaCode::new(code).unwrap())
}

fn code(text: &str) -> VacancyCode {
    VacancyCode::new(text).unwrap()
}

fn person(reference: &str) -> Candidate {
    Candidate {
        reference: Reference::new(reference).unwrap(),
        group: GroupCode::new("G").unwrap(),
        ready: true,
        people: Known(1),
        head_age: Known(40),
        oldest_age: Known(40),
        waiting_since: date(2026, 1, 7),
        ground: PriorityGround::None,
        limits: Limits {
            rent: Known(euro(600)),
            adaptation: Known(Adaptation::Ordinary),
            stairs: Known(4),
            pets: Known(false),
            smokes: Known(false),
            sharing: Known(false),
        },
        wishes: Vec::new(),
        network: Vec::new(),
        exclusions: Vec::new(),
        offered: Vec::new(),
        load: Unknown,
    }
}

fn home(vacancy: &str, node: usize) -> HomeOnOffer {
    HomeOnOffer {
        vacancy: code(vacancy),
        dwelling: DwellingCode::new(vacancy).unwrap(),
        association: OrganisationCode::new("A").unwrap(),
        node,
        street: "Dorpsstraat".to_owned(),
        facts: DwellingFacts {
            rooms: 1,
            surface: None,
            floor: 0,
            lift: false,
            adaptation: Adaptation::Ordinary,
            rent: euro(600),
            target: Target::General,
            rules: HouseRules { pets: true, smoking: true },
        },
    }
}

fn prefers(code: &str, strength: Strength) -> CandidateWish {
    CandidateWish { place: buurt(code), direction: Direction::Prefer, strength }
}

/// A city of two neighbourhoods, people `A`, `B`, … and homes `1`, `2`, … all in the
/// first neighbourhood; everybody fits everywhere.
fn round(people: &[&str], homes: &[&str]) -> RoundInput {
    let node = |code, level, parent| Node {
        place: buurt(code),
        name: code.to_owned(),
        level,
        parent,
        agreed: Agreed::default(),
        load: None,
    };
    RoundInput {
        ahead: None,
        date: date(2026, 7, 1),
        seed: 1,
        settings: RoundSettings::default(),
        nodes: vec![
            node("GM", AreaLevel::Municipality, None),
            node("BU1", AreaLevel::Neighbourhood, Some(0)),
            node("BU2", AreaLevel::Neighbourhood, Some(0)),
        ],
        groups: vec![GroupShare {
            code: GroupCode::new("G").unwrap(),
            name: "G".to_owned(),
            expected: 10,
            agreed: Agreed::default(),
            parent: None,
        }],
        candidates: people.iter().map(|reference| person(reference)).collect(),
        homes: homes.iter().map(|vacancy| home(vacancy, 1)).collect(),
        fixings: Vec::new(),
        associations: Vec::new(),
        together: Vec::new(),
    }
}

fn fixing(candidate: &str, vacancy: &str, kind: FixingKind) -> Fixing {
    Fixing { candidate: Reference::new(candidate).unwrap(), vacancy: code(vacancy), kind }
}

fn sound(input: &RoundInput) -> Proposal {
    let proposal = propose(input).unwrap();
    assert_eq!(check(input, &proposal), []);
    assert!(proposal.proven());
    proposal
}

fn pairs(proposal: &Proposal) -> Vec<(&str, &str)> {
    let lines = proposal.placements.iter();
    lines.map(|line| (line.candidate.as_str(), line.vacancy.as_str())).collect()
}

fn left(proposal: &Proposal, reference: &str) -> Unplaced {
    let line = proposal.unplaced.iter().find(|line| line.candidate.as_str() == reference);
    line.unwrap().clone()
}

fn change(input: &RoundInput, reference: &str) -> Option<Change> {
    first_change(input, &sound(input), &Reference::new(reference).unwrap())
}

#[test]
fn a_home_goes_to_whose_wish_it_is_and_the_other_hears_by_how_much() {
    let mut input = round(&["A", "B"], &["1"]);
    input.candidates[1].wishes = vec![prefers("BU1", Strength::Strong)];
    let proposal = sound(&input);
    assert_eq!(pairs(&proposal), [("B", "1")]);
    let why = WhyNot::Outweighed { vacancy: code("1"), decided_by: Goal::Fit, loss: 400 };
    assert_eq!(left(&proposal, "A").why, why);
    let near = &proposal.placements[0].runners_up[0];
    assert_eq!((near.candidate.as_str(), near.decided_by, near.loss), ("A", Goal::Fit, 400));
}

#[test]
fn an_unsafe_household_goes_before_any_wish() {
    let mut input = round(&["A", "B"], &["1"]);
    input.candidates[0].ground = PriorityGround::Safety;
    input.candidates[1].wishes = vec![prefers("BU1", Strength::Strong)];
    let proposal = sound(&input);
    assert_eq!(pairs(&proposal), [("A", "1")]);
    assert!(proposal.placements[0].on_ground);
    let why = WhyNot::Outweighed { vacancy: code("1"), decided_by: Goal::Ground, loss: 1 };
    assert_eq!(left(&proposal, "B").why, why);
}

#[test]
fn a_longer_wait_decides_when_the_fit_is_equal() {
    let mut input = round(&["A", "B"], &["1"]);
    input.candidates[1].waiting_since = date(2025, 12, 31);
    let proposal = sound(&input);
    assert_eq!(pairs(&proposal), [("B", "1")]);
    let why = WhyNot::Outweighed { vacancy: code("1"), decided_by: Goal::Waiting, loss: 1 };
    assert_eq!(left(&proposal, "A").why, why);
}

#[test]
fn the_group_that_is_least_far_comes_first() {
    let mut input = round(&["A", "B"], &["1"]);
    input.candidates[1].group = GroupCode::new("H").unwrap();
    let mut other = input.groups[0].clone();
    other.code = GroupCode::new("H").unwrap();
    input.groups.push(other);
    // One of ten is further than one of a hundred.
    input.groups[0].agreed.realised = 1;
    input.groups[1].agreed.realised = 1;
    input.groups[1].expected = 100;
    assert_eq!(pairs(&sound(&input)), [("B", "1")]);
}

#[test]
fn a_pin_goes_before_everything_but_the_rules() {
    let mut input = round(&["A", "B"], &["1"]);
    input.candidates[0].ground = PriorityGround::Safety;
    input.candidates[1].limits.rent = Unknown;
    input.fixings = vec![fixing("B", "1", FixingKind::Pin)];
    let proposal = sound(&input);
    assert_eq!(pairs(&proposal), [("B", "1")]);
    assert!(proposal.placements[0].pinned);
}

#[test]
fn a_pin_a_rule_refuses_is_not_kept_and_said_to_be_broken() {
    let mut input = round(&["A", "B"], &["1"]);
    input.candidates[1].limits.rent = Known(euro(1));
    input.fixings = vec![fixing("B", "1", FixingKind::Pin)];
    let proposal = sound(&input);
    assert_eq!(pairs(&proposal), [("A", "1")]);
    assert_eq!(proposal.pins_broken, [(Reference::new("B").unwrap(), code("1"))]);
}

#[test]
fn a_banned_pair_gives_way_to_the_next_best() {
    let mut input = round(&["A", "B"], &["1"]);
    input.candidates[1].wishes = vec![prefers("BU1", Strength::Strong)];
    input.fixings = vec![fixing("B", "1", FixingKind::Ban)];
    let proposal = sound(&input);
    assert_eq!(pairs(&proposal), [("A", "1")]);
    assert_eq!(
        left(&proposal, "B").why,
        WhyNot::NoHomeFits { refused_by: vec![(RuleName::Ban, 1)] }
    );
}

#[test]
fn a_full_group_is_named_with_its_ceiling_and_one_more_would_help() {
    let mut input = round(&["A", "B"], &["1", "2"]);
    input.groups[0].agreed = Agreed { lower: 0, upper: Some(3), realised: 2 };
    input.candidates[0].wishes = vec![prefers("BU1", Strength::Strong)];
    let proposal = sound(&input);
    let group = GroupCode::new("G").unwrap();
    let why = WhyNot::GroupFull { group: group.clone(), upper: 3 };
    assert_eq!(left(&proposal, "B").why, why);
    assert_eq!(change(&input, "B"), Some(Change::GroupCeiling { group, upper: 4 }));
    assert_eq!(proposal.empty[0].why, WhyEmpty::OthersWentElsewhere);
}

#[test]
fn a_full_neighbourhood_is_named_with_its_ceiling_and_one_more_would_help() {
    let mut input = round(&["A", "B"], &["1", "2"]);
    input.nodes[1].agreed = Agreed { lower: 0, upper: Some(1), realised: 0 };
    input.candidates[0].wishes = vec![prefers("BU1", Strength::Strong)];
    let proposal = sound(&input);
    let place = buurt("BU1");
    let why = WhyNot::AreaFull { place: place.clone(), upper: 1 };
    assert_eq!(left(&proposal, "B").why, why);
    assert_eq!(change(&input, "B"), Some(Change::AreaCeiling { place: place.clone(), upper: 2 }));
    assert_eq!(proposal.empty[0].why, WhyEmpty::AreaFull { place, upper: 1 });
}

#[test]
fn an_open_question_is_put_and_its_answer_would_help() {
    let mut input = round(&["A"], &["1"]);
    input.candidates[0].limits.rent = Unknown;
    let proposal = sound(&input);
    let why = WhyNot::AskFirst { questions: vec![Question::Rent] };
    assert_eq!(left(&proposal, "A").why, why);
    assert_eq!(proposal.empty[0].why, WhyEmpty::NobodyFits { once_asked: 1 });
    let answer = Change::Answer { question: Question::Rent, vacancy: code("1") };
    assert_eq!(change(&input, "A"), Some(answer));
}

#[test]
fn a_higher_rent_limit_would_help() {
    let mut input = round(&["A"], &["1"]);
    input.candidates[0].limits.rent = Known(euro(550));
    let limit = euro(600);
    assert_eq!(change(&input, "A"), Some(Change::Rent { limit, vacancy: code("1") }));
}

#[test]
fn a_higher_storey_would_help() {
    let mut input = round(&["A"], &["1"]);
    input.candidates[0].limits.stairs = Known(1);
    input.homes[0].facts.floor = 3;
    assert_eq!(change(&input, "A"), Some(Change::Stairs { floor: 3, vacancy: code("1") }));
}

#[test]
fn looking_again_at_a_must_would_help() {
    let mut input = round(&["A"], &["1"]);
    input.candidates[0].wishes = vec![prefers("BU2", Strength::Must)];
    let place = Change::Place { refusal: Refusal::OutsideMust, vacancy: code("1") };
    assert_eq!(change(&input, "A"), Some(place));
}

#[test]
fn one_more_home_would_help_who_is_only_outweighed() {
    let mut input = round(&["A", "B"], &["1"]);
    input.candidates[1].wishes = vec![prefers("BU1", Strength::Strong)];
    assert_eq!(change(&input, "A"), Some(Change::OneMoreLike { vacancy: code("1") }));
}

#[test]
fn who_is_not_ready_is_told_to_get_ready() {
    let mut input = round(&["A"], &["1"]);
    input.candidates[0].ready = false;
    assert_eq!(left(&sound(&input), "A").why, WhyNot::NotReady);
    assert_eq!(change(&input, "A"), Some(Change::MakeReady));
}

#[test]
fn a_family_too_large_for_every_home_hears_what_has_to_come_free() {
    let mut input = round(&["A"], &["1"]);
    input.candidates[0].people = Known(5);
    let with =
        Change::HomeWith { rooms: 4, adaptation: Adaptation::Ordinary, rent: Some(euro(600)) };
    assert_eq!(change(&input, "A"), Some(with));
}

#[test]
fn a_floor_that_cannot_be_kept_pace_with_is_reported() {
    let mut input = round(&["A"], &["1"]);
    input.nodes[2].agreed = Agreed { lower: 4, upper: None, realised: 0 };
    let proposal = sound(&input);
    let short = Shortfall { bound: Bound::Area(buurt("BU2")), due: 1, given: 0 };
    assert_eq!(proposal.shortfalls, [short]);
    assert_eq!(proposal.goals[Goal::Floors as usize].reached, 1);
}

/// At the end of the year: four homes of one complex in the first neighbourhood and two
/// homes in the second, which everybody would rather have.
fn four_of_one_complex(people: &[&str]) -> (RoundInput, Place) {
    let mut input = round(people, &["1", "2", "3", "4", "5", "6"]);
    input.date = date(2026, 12, 31);
    let place = Place::Complex(ComplexCode::new("CX").unwrap());
    input.nodes.push(Node {
        place: place.clone(),
        name: "CX".to_owned(),
        level: AreaLevel::Complex,
        parent: Some(1),
        agreed: Agreed { lower: 3, upper: Some(4), realised: 1 },
        load: None,
    });
    for (at, home) in input.homes.iter_mut().enumerate() {
        home.node = if at < 4 { 3 } else { 2 };
    }
    for candidate in &mut input.candidates {
        candidate.wishes = vec![prefers("BU2", Strength::Strong)];
    }
    (input, place)
}

#[test]
fn several_homes_of_one_complex_are_given_up_to_its_ceiling_and_no_further() {
    let (input, place) = four_of_one_complex(&["A", "B", "C", "D", "E", "F"]);
    let proposal = sound(&input);
    let bound = Bound::Area(place.clone());
    let used = BoundUse { bound, before: 1, after: 4, lower: 3, upper: Some(4) };
    assert!(proposal.bounds.contains(&used), "{:?}", proposal.bounds);
    assert_eq!(proposal.placements.len(), 5);
    let why = WhyEmpty::AreaFull { place: place.clone(), upper: 4 };
    assert_eq!(proposal.empty.iter().map(|it| &it.why).collect::<Vec<_>>(), [&why]);
    let [unplaced] = proposal.unplaced.as_slice() else { panic!("{:?}", proposal.unplaced) };
    let one_more = Change::AreaCeiling { place, upper: 5 };
    assert_eq!(change(&input, unplaced.candidate.as_str()), Some(one_more));
}

#[test]
fn a_floor_on_a_complex_takes_those_who_lose_least_by_it_and_no_more_than_it_asks() {
    let (mut input, _) = four_of_one_complex(&["A", "B", "C", "D"]);
    input.candidates[1].wishes = vec![prefers("BU2", Strength::Slight)];
    input.candidates[3].wishes = Vec::new();
    let proposal = sound(&input);
    let places = proposal.placements.iter();
    let mut in_complex: Vec<&str> = places
        .filter(|line| line.vacancy < code("5"))
        .map(|line| line.candidate.as_str())
        .collect();
    in_complex.sort_unstable();
    assert_eq!(in_complex, ["B", "D"]);
    assert_eq!((proposal.placements.len(), proposal.shortfalls.as_slice()), (4, &[][..]));
}

#[test]
fn homes_are_spread_over_neighbourhoods_when_nothing_else_decides() {
    let mut input = round(&["A"], &["1", "2"]);
    input.homes[1].node = 2;
    input.nodes[1].agreed = Agreed { lower: 0, upper: Some(10), realised: 3 };
    input.nodes[2].agreed = Agreed { lower: 0, upper: Some(10), realised: 2 };
    assert_eq!(pairs(&sound(&input)), [("A", "2")]);
}

#[test]
fn standings_say_who_is_in_who_is_asked_and_who_is_out() {
    let mut input = round(&["A", "B", "C", "D"], &["1"]);
    input.candidates[1].limits.rent = Unknown;
    input.candidates[2].ready = false;
    input.candidates[3].limits.rent = Known(euro(1));
    assert_eq!(
        standings(&input),
        [
            Standing::In { possible: 1, once_asked: 0, questions: vec![] },
            Standing::Ask { once_asked: 1, questions: vec![Question::Rent] },
            Standing::NotReady,
            Standing::NoHomeFits { refused_by: vec![(RuleName::Rent, 1)] },
        ]
    );
}

#[test]
fn a_round_without_homes_or_people_gives_an_empty_proposal() {
    assert_eq!(pairs(&sound(&round(&[], &[]))), []);
    assert_eq!(pairs(&sound(&round(&["A"], &[]))), []);
    assert_eq!(pairs(&sound(&round(&[], &["1"]))), []);
}

#[test]
fn contradictions_in_the_input_are_all_returned() {
    let mut input = round(&["A", "A"], &["1", "1"]);
    input.candidates[0].group = GroupCode::new("X").unwrap();
    assert_eq!(propose(&input), Err(input.errors()));
}

#[test]
fn changes_are_looked_for_only_for_as_many_as_asked() {
    let input = round(&["A", "B", "C"], &["1"]);
    let proposal = propose_in_full(&input, Changes::of(1)).unwrap();
    let looked: Vec<_> = proposal.unplaced.iter().map(|line| line.change.is_some()).collect();
    assert_eq!(looked, [true, false]);
    assert!(propose(&input).unwrap().unplaced.iter().all(|line| line.change.is_none()));
}

#[test]
fn looking_for_changes_ends_with_the_usual_number_or_when_the_work_is_used_up() {
    let people: Vec<String> = (0..30).map(|at| format!("P{at:02}")).collect();
    let people: Vec<&str> = people.iter().map(String::as_str).collect();
    let input = round(&people, &["1"]);
    let looked = |changes: Changes| {
        let proposal = propose_in_full(&input, changes).unwrap();
        assert_eq!(check(&input, &proposal), []);
        proposal.unplaced.iter().take_while(|line| line.change.is_some()).count()
    };
    assert_eq!(looked(Changes::USUAL), 25);
    assert_eq!(looked(Changes::of(27)), 27);
    // What was not looked for to the end is not said.
    let work = (0..20).map(|power| looked(Changes { work: 1 << power, ..Changes::USUAL }));
    let work: Vec<usize> = work.collect();
    assert!(work.is_sorted() && work.ends_with(&[25]), "{work:?}");
    assert!(work.starts_with(&[0]) && work.iter().any(|it| (1..25).contains(it)), "{work:?}");
    assert_eq!(looked(Changes::NONE), 0);
}
