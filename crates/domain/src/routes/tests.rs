//! A small sound route, and each way to spoil it.

use std::collections::BTreeMap;

use jiff::civil::date;

use super::{
    calendar::{Length, Term, Unit},
    *,
};
use crate::{CriterionCode, RouteCode, StepCode, Wording, access::Party};

fn words(text: &str) -> Wording {
    Wording { nl: text.to_owned(), en: text.to_owned() }
}

fn code(text: &str) -> StepCode {
    StepCode::new(text).unwrap()
}

fn to(step: &str) -> Next {
    Next::Step(code(step))
}

fn done() -> Next {
    Next::End(EndReason::Completed)
}

fn step(name: &str, kind: StepKind, outcomes: &[(Outcome, Next)]) -> Step {
    Step {
        code: code(name),
        name: words(name),
        explanation: words(name),
        kind,
        owner: Party::Provider,
        involved: vec![Party::Participant],
        term: None,
        forms: Vec::new(),
        needs: Vec::new(),
        outcomes: outcomes.iter().cloned().collect(),
        back_to: Vec::new(),
    }
}

fn decision(name: &str, kind: DecisionKind, outcomes: &[(Outcome, Next)]) -> Step {
    let (extension, objection) = (Length::EXTENSION, Length::OBJECTION);
    let kind = StepKind::Decision(Decision { kind, extension, objection });
    let term = StepTerm { term: Term { length: Length::DECISION, legal: true }, from: None };
    Step { owner: Party::Municipality, term: Some(term), ..step(name, kind, outcomes) }
}

/// Talk (0), decide (1), match (2), offer (3), lease (4), keys (5), evaluation (6), test (7),
/// definitive decision (8), conversion (9).
pub(crate) fn sound() -> Route {
    use Outcome::{
        Accepted, Continue, Declined, Done, Expired, Granted, Met, NotMet, Ready, Refused,
    };
    let over = Next::End(EndReason::Refused);
    let criterion = Criterion {
        code: CriterionCode::new("day").unwrap(),
        text: words("something to do in the day"),
        with_children: false,
    };
    let explained = |conflict| Explained { conflict, reason: words("agreed so") };
    Route {
        code: RouteCode::new("small").unwrap(),
        version: std::num::NonZeroU16::MIN,
        valid: Validity::new(date(2026, 1, 1), None).unwrap(),
        name: words("Small"),
        summary: words("A small road."),
        source: words("Made for a test."),
        urgency: true,
        start: code("talk"),
        refusal: RefusalRule::EndsRoute,
        conversion: ConversionTest::AllGoals { criteria: vec![criterion] },
        evaluation: Some(Rhythm {
            first: Length::new(6, Unit::Weeks).unwrap(),
            every: Length::new(12, Unit::Months).unwrap(),
        }),
        may_withdraw: vec![Party::Participant],
        may_pause: vec![Party::Provider],
        explained: vec![
            explained(Conflict::OneOffer),
            explained(Conflict::LeaseOfProvider),
            explained(Conflict::GoalsBeforeLease),
        ],
        steps: vec![
            step("talk", StepKind::Conversation, &[(Done, to("decide"))]),
            decision(
                "decide",
                DecisionKind::Urgency,
                &[(Granted, to("match")), (Refused, over.clone())],
            ),
            step("match", StepKind::Match, &[(Done, to("offer"))]),
            step(
                "offer",
                StepKind::Offer,
                &[
                    (Accepted, to("lease")),
                    (Declined, Next::End(EndReason::OfferDeclined)),
                    (Expired, to("match")),
                ],
            ),
            step(
                "lease",
                StepKind::Agreement(Signed::Lease(LeaseKind::Intermediate)),
                &[(Done, to("keys"))],
            ),
            step("keys", StepKind::Keys, &[(Done, to("look"))]),
            step("look", StepKind::Evaluation, &[(Continue, to("look")), (Ready, to("test"))]),
            Step {
                owner: Party::ThirdPerson,
                ..step("test", StepKind::Test, &[(Met, to("own")), (NotMet, to("look"))])
            },
            decision(
                "own",
                DecisionKind::Definitive,
                &[(Granted, to("convert")), (Refused, to("look"))],
            ),
            step("convert", StepKind::Conversion(LeaseKind::Own), &[(Outcome::Done, done())]),
        ],
    }
}

#[track_caller]
fn check(name: &str, spoil: impl FnOnce(&mut Route), expected: &[(At, Wrong)]) {
    let mut route = sound();
    spoil(&mut route);
    let faults: Vec<_> = route.check().into_iter().map(|it| (it.at, it.what)).collect();
    assert_eq!(faults, expected, "{name}");
}

fn lead(route: &mut Route, step: usize, outcome: Outcome, next: Next) {
    route.steps[step].outcomes.insert(outcome, next);
}

#[test]
fn a_sound_route_has_no_faults() {
    check("sound", |_| {}, &[]);
}

#[test]
fn a_way_to_a_step_that_is_not_there_is_told_once_and_not_what_follows_from_it() {
    check(
        "way",
        |it| lead(it, 5, Outcome::Done, to("lok")),
        &[(At::Outcome(5, Outcome::Done), Wrong::NoSuchStep(code("lok")))],
    );
    check(
        "start",
        |it| it.start = code("tlak"),
        &[(At::Route("start"), Wrong::NoSuchStep(code("tlak")))],
    );
}

#[test]
fn a_step_that_no_way_leads_to_is_found() {
    check(
        "island",
        |it| it.steps.push(step("island", StepKind::Task, &[(Outcome::Done, done())])),
        &[(At::Step(10, "code"), Wrong::Unreachable)],
    );
}

#[test]
fn a_circle_without_a_way_out_is_found() {
    check(
        "circle",
        |it| {
            lead(it, 9, Outcome::Done, to("convert"));
        },
        &[
            (At::Route("steps"), Wrong::NeverCompleted),
            (At::Step(4, "outcomes"), Wrong::NoEnd),
            (At::Step(5, "outcomes"), Wrong::NoEnd),
            (At::Step(6, "outcomes"), Wrong::NoEnd),
            (At::Step(7, "outcomes"), Wrong::NoEnd),
            (At::Step(8, "outcomes"), Wrong::NoEnd),
            (At::Step(9, "outcomes"), Wrong::NoEnd),
        ],
    );
}

#[test]
fn two_steps_of_one_code_are_found() {
    let mut route = sound();
    route.steps.push(route.steps[0].clone());
    let faults = route.check();
    assert!(faults.contains(&RouteFault { at: At::Step(10, "code"), what: Wrong::StepTwice(0) }));
}

#[test]
fn a_need_that_can_never_be_met_is_told_from_one_that_may_not_be() {
    let need = |fact| vec![Need::Fact(fact)];
    check(
        "never",
        |it| it.steps[2].needs = need(Fact::MovedIn),
        &[(At::Step(2, "needs"), Wrong::NeverBefore(Need::Fact(Fact::MovedIn)))],
    );
    check(
        "not always",
        |it| it.steps[6].needs = need(Fact::TestMet),
        &[(At::Step(6, "needs"), Wrong::NotAlwaysBefore(Need::Fact(Fact::TestMet)))],
    );
    check("of the file", |it| it.steps[0].needs = need(Fact::PersonAgrees), &[]);
    check("of a step", |it| it.steps[9].needs = vec![Need::Step(code("talk"))], &[]);
    check(
        "no step",
        |it| it.steps[1].needs = vec![Need::Step(code("talks"))],
        &[(At::Step(1, "needs"), Wrong::NoSuchStep(code("talks")))],
    );
}

#[test]
fn a_term_that_counts_from_what_is_not_there_yet_is_found() {
    check(
        "term",
        |it| {
            let term = Term { length: Length::new(6, Unit::Weeks).unwrap(), legal: false };
            let from = Some(Need::Fact(Fact::MovedIn));
            it.steps[4].term = Some(StepTerm { term, from });
        },
        &[(At::Step(4, "term"), Wrong::NeverBefore(Need::Fact(Fact::MovedIn)))],
    );
}

#[test]
fn going_back_is_to_what_came_before() {
    check(
        "back",
        |it| it.steps[2].back_to = vec![code("decide"), code("keys"), code("decid")],
        &[
            (At::Step(2, "back_to"), Wrong::BackToLater(code("keys"))),
            (At::Step(2, "back_to"), Wrong::NoSuchStep(code("decid"))),
        ],
    );
}

#[test]
fn only_the_municipality_decides_and_within_a_term() {
    check(
        "owner",
        |it| it.steps[1].owner = Party::Provider,
        &[(At::Step(1, "owner"), Wrong::OwnerOfDecision(Party::Provider))],
    );
    check(
        "term",
        |it| it.steps[1].term = None,
        &[(At::Step(1, "term"), Wrong::DecisionWithoutTerm)],
    );
}

#[test]
fn no_home_is_looked_for_before_urgency_is_granted() {
    check(
        "around",
        |it| {
            lead(it, 0, Outcome::OtherRoute, to("match"));
        },
        &[(At::Step(2, "kind"), Wrong::BeforeUrgency), (At::Step(3, "kind"), Wrong::BeforeUrgency)],
    );
    check(
        "nobody decides",
        |it| {
            it.steps[1] = step("decide", StepKind::Task, &[(Outcome::Done, to("match"))]);
        },
        &[
            (At::Route("urgency"), Wrong::NobodyDecidesUrgency),
            (At::Step(2, "kind"), Wrong::BeforeUrgency),
            (At::Step(3, "kind"), Wrong::BeforeUrgency),
        ],
    );
}

#[test]
fn no_lease_is_converted_without_its_test_and_its_decision() {
    check(
        "without both",
        |it| lead(it, 6, Outcome::Ready, to("convert")),
        &[
            (At::Step(7, "code"), Wrong::Unreachable),
            (At::Step(8, "code"), Wrong::Unreachable),
            (At::Step(9, "kind"), Wrong::BeforeTest),
            (At::Step(9, "kind"), Wrong::BeforeDecision),
        ],
    );
    check(
        "without decision",
        |it| lead(it, 7, Outcome::Met, to("convert")),
        &[(At::Step(8, "code"), Wrong::Unreachable), (At::Step(9, "kind"), Wrong::BeforeDecision)],
    );
    check(
        "judged by the provider itself",
        |it| it.steps[7].owner = Party::Provider,
        &[(At::Step(7, "owner"), Wrong::TestWithoutThirdPerson)],
    );
    check(
        "no rule",
        |it| {
            it.conversion = ConversionTest::None;
            it.explained.pop();
        },
        &[
            (At::Step(7, "kind"), Wrong::NoConversion),
            (At::Step(8, "kind"), Wrong::NoConversion),
            (At::Step(9, "kind"), Wrong::NoConversion),
        ],
    );
}

#[test]
fn keys_come_after_a_signature() {
    check(
        "keys",
        |it| lead(it, 3, Outcome::Accepted, to("keys")),
        &[(At::Step(4, "code"), Wrong::Unreachable), (At::Step(5, "kind"), Wrong::KeysBeforeLease)],
    );
}

#[test]
fn outcomes_are_those_of_the_kind_and_all_of_them() {
    check(
        "other kind",
        |it| lead(it, 0, Outcome::Granted, to("match")),
        &[
            (At::Outcome(0, Outcome::Granted), Wrong::NotAnOutcome(Outcome::Granted)),
            (At::Step(2, "kind"), Wrong::BeforeUrgency),
            (At::Step(3, "kind"), Wrong::BeforeUrgency),
        ],
    );
    check(
        "missing",
        |it| {
            it.steps[3].outcomes.remove(&Outcome::Expired);
        },
        &[(At::Step(3, "outcomes"), Wrong::OutcomeMissing(Outcome::Expired))],
    );
}

#[test]
fn what_declining_means_is_what_the_edge_does() {
    check(
        "goes on",
        |it| lead(it, 3, Outcome::Declined, to("match")),
        &[(At::Outcome(3, Outcome::Declined), Wrong::DeclinedGoesOn)],
    );
    let next = |then: &str| RefusalRule::NextOffer {
        most: std::num::NonZeroU8::new(2).unwrap(),
        then: code(then),
    };
    check(
        "ends",
        |it| {
            it.refusal = next("talk");
            it.explained.remove(0);
        },
        &[(At::Outcome(3, Outcome::Declined), Wrong::DeclinedEnds)],
    );
    check(
        "back to nowhere",
        |it| {
            it.refusal = next("tolk");
            it.explained.remove(0);
            lead(it, 3, Outcome::Declined, to("match"));
        },
        &[(At::Route("refusal"), Wrong::NoSuchStep(code("tolk")))],
    );
}

#[test]
fn after_the_last_offer_the_road_goes_back() {
    let mut route = sound();
    let most = std::num::NonZeroU8::new(2).unwrap();
    route.refusal = RefusalRule::NextOffer { most, then: code("talk") };
    lead(&mut route, 3, Outcome::Declined, to("match"));
    let offer = route.step(&code("offer")).unwrap();
    assert_eq!(route.after(offer, Outcome::Declined, 0), Some(to("match")));
    assert_eq!(route.after(offer, Outcome::Declined, 1), Some(to("talk")));
    assert_eq!(route.after(offer, Outcome::Accepted, 1), Some(to("lease")));
    assert_eq!(route.after(offer, Outcome::Granted, 0), None);
}

#[test]
fn a_rhythm_and_an_evaluation_belong_together() {
    check("no rhythm", |it| it.evaluation = None, &[(At::Step(6, "kind"), Wrong::NoRhythm)]);
    check(
        "nobody",
        |it| {
            it.steps.remove(6);
            lead(it, 5, Outcome::Done, to("test"));
            lead(it, 6, Outcome::NotMet, to("test"));
            lead(it, 7, Outcome::Refused, to("test"));
        },
        &[(At::Route("evaluation"), Wrong::NobodyEvaluates)],
    );
}

#[test]
fn the_person_can_always_withdraw_and_nobody_stands_beside_themselves() {
    check(
        "withdraw",
        |it| it.may_withdraw = vec![Party::Provider],
        &[(At::Route("may_withdraw"), Wrong::PersonCannotWithdraw)],
    );
    check(
        "twice",
        |it| it.steps[0].involved = vec![Party::Participant, Party::Provider],
        &[(At::Step(0, "involved"), Wrong::PartyTwice(Party::Provider))],
    );
}

#[test]
fn what_stands_at_odds_with_housing_first_is_explained_and_nothing_else_is() {
    check(
        "not explained",
        |it| {
            it.explained.remove(1);
        },
        &[(At::Route("explained"), Wrong::NotExplained(Conflict::LeaseOfProvider))],
    );
    check(
        "nothing",
        |it| it.explained[1].conflict = Conflict::TemporaryLease,
        &[
            (At::Route("explained"), Wrong::NotExplained(Conflict::LeaseOfProvider)),
            (At::Explained(1), Wrong::NothingToExplain(Conflict::TemporaryLease)),
        ],
    );
}

#[test]
fn what_is_certain_before_a_step_is_on_every_way_to_it() {
    let mut route = sound();
    lead(&mut route, 0, Outcome::OtherRoute, to("match"));
    let paths = Paths::of(&route);
    let decided = Need::Step(code("decide"));
    assert!(paths.is_possible(&decided, &code("match")));
    assert!(!paths.is_certain(&decided, &code("match")));
    assert!(paths.is_certain(&Need::Step(code("talk")), &code("convert")));
    assert_eq!(paths.ends(&code("look")), [EndReason::Completed].into());
}

#[test]
fn versions_in_force_on_one_day_get_in_each_others_way() {
    let with = |version: u16, from, until| {
        let version = std::num::NonZeroU16::new(version).unwrap();
        Route { version, valid: Validity::new(from, until).unwrap(), ..sound() }
    };
    let first = with(1, date(2026, 1, 1), Some(date(2026, 6, 30)));
    let second = with(2, date(2026, 7, 1), None);
    let set = RouteSet::new(vec![second.clone(), first.clone()]).unwrap();
    let code = first.code.clone();
    let version = |on| set.in_force(&code, on).map(|it| it.version.get());
    assert_eq!(version(date(2025, 12, 31)), None);
    assert_eq!(version(date(2026, 6, 30)), Some(1));
    assert_eq!(version(date(2026, 7, 1)), Some(2));
    assert_eq!(set.current(&code, date(2020, 1, 1)).map(|it| it.version.get()), Some(2));

    let early = with(2, date(2026, 6, 1), None);
    let overlap = SetFault::Overlap { index: 1, first: 0 };
    assert_eq!(RouteSet::check(&[first.clone(), early]), [overlap]);
    let twice = SetFault::Twice { index: 1, first: 0 };
    assert_eq!(RouteSet::check(&[first.clone(), first]), [twice]);
}

#[test]
fn every_word_reads_back_and_no_two_are_the_same() {
    let mut words = BTreeMap::new();
    for outcome in Outcome::ALL {
        assert_eq!(Outcome::from_code(outcome.code()), Some(*outcome));
        assert!(words.insert(outcome.code(), *outcome).is_none());
    }
    for fact in Fact::ALL {
        assert_eq!(Fact::from_code(fact.code()), Some(*fact));
    }
    assert_eq!(Outcome::from_code("perhaps"), None);
}
