//! One table a rule: who, which home, what the rules say of them together.

use jiff::civil::date;

use super::*;
use crate::judge::Judge;
use sleutel_domain::{
    Answer::{self, Known, Unknown},
    AreaCode, Cents, ComplexCode, DwellingCode, GroupCode, OrganisationCode, Reference,
    VacancyCode,
    homes::{Adaptation, AreaLevel, DwellingFacts, HouseRules, Place, Target},
    participants::{Direction, Limits, PriorityGround, Strength},
    placement::{
        Agreed, Candidate, CandidateWish, Fixing, FixingKind, GroupShare, HomeOnOffer, Node,
        PairVerdict, RoundInput, RoundSettings,
    },
};

fn buurt(code: &str) -> Place {
    Place::Area(AreaCode::new(code).unwrap())
}

/// A city with two neighbourhoods, a building in the first, and one home in it.
fn round() -> RoundInput {
    let node = |place, level, parent| Node {
        place,
        name: String::new(),
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
            node(buurt("GM"), AreaLevel::Municipality, None),
            node(buurt("BU1"), AreaLevel::Neighbourhood, Some(0)),
            node(buurt("BU2"), AreaLevel::Neighbourhood, Some(0)),
            node(Place::Complex(ComplexCode::new("CX1").unwrap()), AreaLevel::Complex, Some(1)),
        ],
        groups: vec![GroupShare {
            code: GroupCode::new("G").unwrap(),
            name: String::new(),
            expected: 1,
            agreed: Agreed::default(),
            parent: None,
        }],
        candidates: vec![candidate("P1")],
        homes: vec![HomeOnOffer {
            vacancy: VacancyCode::new("V1").unwrap(),
            dwelling: DwellingCode::new("D1").unwrap(),
            association: OrganisationCode::new("A").unwrap(),
            node: 3,
            street: "Dorpsstraat".to_owned(),
            facts: DwellingFacts {
                rooms: 2,
                surface: None,
                floor: 2,
                lift: false,
                adaptation: Adaptation::Ordinary,
                rent: euro(600),
                target: Target::General,
                rules: HouseRules { pets: true, smoking: true },
            },
        }],
        fixings: Vec::new(),
        associations: Vec::new(),
        together: Vec::new(),
    }
}

fn candidate(reference: &str) -> Candidate {
    Candidate {
        reference: Reference::new(reference).unwrap(),
        group: GroupCode::new("G").unwrap(),
        ready: true,
        people: Known(1),
        head_age: Known(40),
        oldest_age: Known(40),
        waiting_since: date(2025, 1, 1),
        ground: PriorityGround::None,
        limits: Limits {
            rent: Known(euro(700)),
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

fn euro(amount: i64) -> Cents {
    Cents::new(amount * 100).unwrap()
}

#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "a row reads better without a borrow")]
fn check(change: impl FnOnce(&mut RoundInput), expected: PairVerdict) {
    let mut input = round();
    change(&mut input);
    assert_eq!(input.errors(), []);
    assert_eq!(Judge::new(&input).verdict(0, 0), expected);
}

const FITS: PairVerdict = PairVerdict::Fits;

fn no(refusal: Refusal) -> PairVerdict {
    PairVerdict::Refused(vec![refusal])
}

fn asks(question: Question) -> PairVerdict {
    PairVerdict::Ask(vec![question])
}

fn rooms(people: Answer<u8>, rooms: u8) -> impl FnOnce(&mut RoundInput) {
    move |input| {
        input.candidates[0].people = people;
        input.homes[0].facts.rooms = rooms;
    }
}

#[test]
fn somebody_alone_fits_in_one_room() {
    check(rooms(Known(1), 1), FITS);
}

#[test]
fn somebody_alone_fits_with_the_stated_room_to_spare() {
    check(rooms(Known(1), 2), FITS);
}

#[test]
fn somebody_alone_is_refused_three_rooms() {
    check(rooms(Known(1), 3), no(Refusal::TooManyRooms { most: 2, has: 3 }));
}

#[test]
fn a_household_of_five_is_refused_a_studio() {
    check(rooms(Known(5), 1), no(Refusal::TooFewRooms { needed: 4, has: 1 }));
}

#[test]
fn a_household_of_unknown_size_is_asked() {
    check(rooms(Unknown, 9), asks(Question::People));
}

fn adapted(needs: Answer<Adaptation>, has: Adaptation) -> impl FnOnce(&mut RoundInput) {
    move |input| {
        input.candidates[0].limits.adaptation = needs;
        input.homes[0].facts.adaptation = has;
    }
}

/// The same with somebody else who needs a home for a wheelchair.
fn adapted_beside(
    needs: Answer<Adaptation>,
    other: impl FnOnce(&mut Candidate),
) -> impl FnOnce(&mut RoundInput) {
    move |input| {
        adapted(needs, Adaptation::Wheelchair)(input);
        let mut second = candidate("P2");
        second.limits.adaptation = Known(Adaptation::Wheelchair);
        other(&mut second);
        input.candidates.push(second);
    }
}

#[test]
fn who_needs_a_home_without_steps_is_refused_an_ordinary_one() {
    check(
        adapted(Known(Adaptation::StepFree), Adaptation::Ordinary),
        no(Refusal::NotAdapted { needs: Adaptation::StepFree, has: Adaptation::Ordinary }),
    );
}

#[test]
fn who_needs_a_home_without_steps_fits_in_one_for_a_wheelchair_nobody_needs() {
    check(adapted(Known(Adaptation::StepFree), Adaptation::Wheelchair), FITS);
}

#[test]
fn an_adapted_home_goes_to_anybody_when_nobody_needs_it() {
    check(adapted(Known(Adaptation::Ordinary), Adaptation::Wheelchair), FITS);
}

#[test]
fn an_adapted_home_is_kept_when_somebody_ready_needs_it() {
    check(
        adapted_beside(Known(Adaptation::Ordinary), |_| {}),
        no(Refusal::KeptForAdapted { has: Adaptation::Wheelchair }),
    );
}

#[test]
fn an_adapted_home_is_not_kept_for_somebody_who_is_not_ready() {
    check(adapted_beside(Known(Adaptation::Ordinary), |other| other.ready = false), FITS);
}

#[test]
fn an_adapted_home_is_not_kept_for_somebody_who_cannot_pay_it() {
    let poor = |other: &mut Candidate| other.limits.rent = Known(euro(100));
    check(adapted_beside(Known(Adaptation::Ordinary), poor), FITS);
}

#[test]
fn an_adapted_home_is_kept_for_somebody_with_an_open_question() {
    check(
        adapted_beside(Known(Adaptation::Ordinary), |other| other.limits.rent = Unknown),
        no(Refusal::KeptForAdapted { has: Adaptation::Wheelchair }),
    );
}

#[test]
fn an_unknown_need_is_asked_before_an_ordinary_home() {
    check(adapted(Unknown, Adaptation::Ordinary), asks(Question::Adaptation));
}

#[test]
fn an_unknown_need_is_not_asked_for_a_home_that_suits_all_and_nobody_needs() {
    check(adapted(Unknown, Adaptation::Wheelchair), FITS);
}

#[test]
fn an_unknown_need_is_asked_before_a_home_others_need() {
    check(adapted_beside(Unknown, |_| {}), asks(Question::Adaptation));
}

fn stairs(reach: Answer<u8>, floor: u8, lift: bool) -> impl FnOnce(&mut RoundInput) {
    move |input| {
        input.candidates[0].limits.stairs = reach;
        input.homes[0].facts.floor = floor;
        input.homes[0].facts.lift = lift;
    }
}

#[test]
fn a_storey_above_the_limit_without_a_lift_is_refused() {
    check(stairs(Known(1), 2, false), no(Refusal::Stairs { most: 1, floor: 2 }));
}

#[test]
fn the_highest_storey_that_can_be_reached_fits() {
    check(stairs(Known(2), 2, false), FITS);
}

#[test]
fn with_a_lift_any_storey_fits() {
    check(stairs(Known(0), 9, true), FITS);
}

#[test]
fn on_the_ground_floor_stairs_need_not_be_known() {
    check(stairs(Unknown, 0, false), FITS);
}

#[test]
fn upstairs_without_a_lift_stairs_are_asked() {
    check(stairs(Unknown, 1, false), asks(Question::Stairs));
}

#[test]
fn a_rent_of_exactly_the_limit_fits() {
    check(|input| input.candidates[0].limits.rent = Known(euro(600)), FITS);
}

#[test]
fn a_rent_above_the_limit_is_refused() {
    check(
        |input| input.candidates[0].limits.rent = Known(euro(599)),
        no(Refusal::Rent { most: euro(599), rent: euro(600) }),
    );
}

#[test]
fn an_unknown_rent_limit_is_asked() {
    check(|input| input.candidates[0].limits.rent = Unknown, asks(Question::Rent));
}

fn meant(target: Target, head: Answer<u8>, oldest: Answer<u8>) -> impl FnOnce(&mut RoundInput) {
    move |input| {
        input.homes[0].facts.target = target;
        input.candidates[0].head_age = head;
        input.candidates[0].oldest_age = oldest;
    }
}

#[test]
fn somebody_of_27_fits_in_a_home_for_the_young() {
    check(meant(Target::Youth, Known(27), Unknown), FITS);
}

#[test]
fn somebody_of_28_is_refused_a_home_for_the_young() {
    let refusal = Refusal::TargetAge { target: Target::Youth, age: 28 };
    check(meant(Target::Youth, Known(28), Unknown), no(refusal));
}

#[test]
fn an_unknown_age_is_asked_before_a_home_for_the_young() {
    check(meant(Target::Youth, Unknown, Known(30)), asks(Question::HeadAge));
}

#[test]
fn a_household_with_somebody_of_55_fits_in_a_home_for_the_old() {
    check(meant(Target::FiftyFivePlus, Known(40), Known(55)), FITS);
}

#[test]
fn a_household_with_nobody_over_54_is_refused_a_home_for_the_old() {
    let refusal = Refusal::TargetAge { target: Target::FiftyFivePlus, age: 54 };
    check(meant(Target::FiftyFivePlus, Known(40), Known(54)), no(refusal));
}

fn sharing(sharing: Answer<bool>) -> impl FnOnce(&mut RoundInput) {
    move |input| {
        input.homes[0].facts.target = Target::CommunityHouse;
        input.candidates[0].limits.sharing = sharing;
    }
}

#[test]
fn who_would_not_share_is_refused_a_community_house() {
    check(sharing(Known(false)), no(Refusal::NoSharing));
}

#[test]
fn who_would_share_fits_in_a_community_house() {
    check(sharing(Known(true)), FITS);
}

#[test]
fn sharing_is_asked_before_a_community_house() {
    check(sharing(Unknown), asks(Question::Sharing));
}

fn wish(place: Place, direction: Direction) -> impl FnOnce(&mut RoundInput) {
    move |input| {
        let wish = CandidateWish { place, direction, strength: Strength::Must };
        input.candidates[0].wishes.push(wish);
    }
}

#[test]
fn a_place_that_must_be_avoided_is_refused() {
    let place = buurt("BU1");
    check(wish(place.clone(), Direction::Avoid), no(Refusal::Avoided { place }));
}

#[test]
fn outside_the_only_must_is_refused() {
    check(wish(buurt("BU2"), Direction::Prefer), no(Refusal::OutsideMust));
}

#[test]
fn one_of_two_musts_is_enough() {
    check(
        |input| {
            wish(buurt("BU2"), Direction::Prefer)(input);
            wish(buurt("BU1"), Direction::Prefer)(input);
        },
        FITS,
    );
}

#[test]
fn a_must_for_the_whole_city_fits() {
    check(wish(buurt("GM"), Direction::Prefer), FITS);
}

fn street(neighbourhood: &str, street: &str) -> Place {
    let neighbourhood = AreaCode::new(neighbourhood).unwrap();
    Place::Street { neighbourhood, street: street.to_owned() }
}

fn excluded(place: Place) -> impl FnOnce(&mut RoundInput) {
    move |input| input.candidates[0].exclusions.push(place)
}

#[test]
fn an_excluded_street_is_refused_whatever_its_case() {
    let place = street("BU1", "DORPSSTRAAT");
    check(excluded(place.clone()), no(Refusal::Excluded { place }));
}

#[test]
fn a_street_of_that_name_elsewhere_is_not_excluded() {
    check(excluded(street("BU2", "Dorpsstraat")), FITS);
}

#[test]
fn an_excluded_building_is_refused() {
    let place = Place::Complex(ComplexCode::new("CX1").unwrap());
    check(excluded(place.clone()), no(Refusal::Excluded { place }));
}

fn pets(has: Answer<bool>, allowed: bool) -> impl FnOnce(&mut RoundInput) {
    move |input| {
        input.candidates[0].limits.pets = has;
        input.homes[0].facts.rules.pets = allowed;
    }
}

#[test]
fn a_dog_is_refused_where_none_is_allowed() {
    check(pets(Known(true), false), no(Refusal::NoPets));
}

#[test]
fn a_dog_fits_where_it_is_allowed() {
    check(pets(Known(true), true), FITS);
}

#[test]
fn pets_are_asked_only_where_none_is_allowed() {
    check(pets(Unknown, false), asks(Question::Pets));
    check(pets(Unknown, true), FITS);
}

fn smoking(smokes: Answer<bool>, allowed: bool) -> impl FnOnce(&mut RoundInput) {
    move |input| {
        input.candidates[0].limits.smokes = smokes;
        input.homes[0].facts.rules.smoking = allowed;
    }
}

#[test]
fn a_smoker_is_refused_where_it_is_not_allowed() {
    check(smoking(Known(true), false), no(Refusal::NoSmoking));
}

#[test]
fn smoking_is_asked_only_where_it_is_not_allowed() {
    check(smoking(Unknown, false), asks(Question::Smoking));
    check(smoking(Unknown, true), FITS);
}

#[test]
fn a_home_is_not_offered_twice() {
    check(
        |input| input.candidates[0].offered = vec![DwellingCode::new("D1").unwrap()],
        no(Refusal::OfferedBefore),
    );
}

#[test]
fn a_banned_pair_is_refused() {
    check(
        |input| {
            input.fixings.push(Fixing {
                candidate: Reference::new("P1").unwrap(),
                vacancy: VacancyCode::new("V1").unwrap(),
                kind: FixingKind::Ban,
            });
        },
        no(Refusal::Banned),
    );
}

#[test]
fn all_refusals_are_given_in_rule_order_and_outweigh_questions() {
    check(
        |input| {
            rooms(Known(5), 1)(input);
            stairs(Known(0), 2, false)(input);
            input.candidates[0].limits.rent = Unknown;
        },
        PairVerdict::Refused(vec![
            Refusal::TooFewRooms { needed: 4, has: 1 },
            Refusal::Stairs { most: 0, floor: 2 },
        ]),
    );
}

#[test]
fn the_fit_adds_wish_network_rooms_and_rent() {
    let mut input = round();
    let own = &mut input.candidates[0];
    own.people = Known(2);
    own.wishes = vec![
        CandidateWish {
            place: buurt("GM"),
            direction: Direction::Prefer,
            strength: Strength::Strong,
        },
        CandidateWish {
            place: buurt("BU1"),
            direction: Direction::Avoid,
            strength: Strength::Slight,
        },
    ];
    own.network = vec![street("BU1", "Elders")];
    own.limits.rent = Known(euro(699));
    let fit = Judge::new(&input).fit(0, 0);
    assert_eq!((fit.wish, fit.network, fit.rooms, fit.rent), (150, 300, 100, 40));
}
