//! Files on the roads that come with the product: walked by the people whose steps they are,
//! and what happens to a home that somebody does not take.

use std::iter;

use sleutel_actions::{
    ActionError, Hold, Who,
    agreements::{self, AgreementDraft, StepDraft},
    cases::{self, ActDraft, BeginDraft, CaseView, Doing},
    homes, messages as told, participants, plan,
    rounds::{self, Pair, RoundDraft, RoundView},
};
use sleutel_domain::{
    Reference,
    access::Role,
    agreements::{Kind, State as Stage},
    cases::{Ending, Refusal, Standing},
    homes::VacancyStatus,
    messages::Message,
    participants::Readiness,
    placement::Verdict,
    routes::EndReason,
};
use sleutel_store::{Db, Window, cases::CaseFilter, cases::CaseSort};

use crate::{
    agreements::signed,
    forms::sent,
    messages::inbox,
    town::{Town, is_placed, reference, today},
};

const WHOLE: Window = Window { offset: 0, limit: 50 };

fn text(text: &str) -> String {
    text.to_owned()
}

pub(crate) fn said() -> ActDraft {
    ActDraft { reason: text("zo is het"), ..ActDraft::default() }
}

pub(crate) fn outcome(outcome: &str) -> ActDraft {
    ActDraft { outcome: text(outcome), conditions: text("onder begeleiding"), ..said() }
}

pub(crate) async fn begin(town: &Town, who: &Who, whose: &Reference, route: &str) {
    let draft = BeginDraft { route: text(route), ..BeginDraft::default() };
    cases::begin(&town.app, who, whose, &draft).await.unwrap();
}

pub(crate) async fn seen<'a>(town: &'a Town, who: &'a Who, whose: &Reference) -> CaseView<'a> {
    cases::view(&town.app, who, whose).await.unwrap().unwrap()
}

/// Does something with the page as it is now.
pub(crate) async fn try_to(
    town: &Town,
    who: &Who,
    whose: &Reference,
    doing: Doing,
    draft: &ActDraft,
) -> Result<(), ActionError> {
    let view = seen(town, &town.operator, whose).await;
    let step = view.row.step.as_ref().map(ToString::to_string).unwrap_or_default();
    let draft = ActDraft { step, ..draft.clone() };
    cases::act(&town.app, who, whose, doing, &draft, view.row.changes).await
}

#[track_caller]
pub(crate) fn done(result: Result<(), ActionError>) {
    result.unwrap();
}

pub(crate) async fn step_is(town: &Town, whose: &Reference) -> String {
    let view = seen(town, &town.operator, whose).await;
    view.row.step.map(|it| it.to_string()).unwrap_or_default()
}

async fn fact(town: &Town, who: &Who, whose: &Reference, fact: &str) {
    let draft = ActDraft { fact: text(fact), ..ActDraft::default() };
    done(try_to(town, who, whose, Doing::Establish, &draft).await);
}

pub(crate) async fn facts(town: &Town, who: &Who, whose: &Reference) {
    for it in ["questions-asked", "household-known", "person-agrees", "plan-agreed", "basics-ready"]
    {
        fact(town, who, whose, it).await;
    }
}

/// Brings a file on the Omslag road to where the municipality decides.
pub(crate) async fn to_a_decision(town: &Town, worker: &Who, whose: &Reference) {
    begin(town, worker, whose, "omslag-amsterdam").await;
    facts(town, worker, whose).await;
    done(try_to(town, worker, whose, Doing::EndStep, &outcome("done")).await);
    sent(town, worker, whose, "omslag-application", "gemeente").await;
    done(try_to(town, worker, whose, Doing::EndStep, &outcome("done")).await);
    assert_eq!(step_is(town, whose).await, "urgency");
}

/// A proposal of a round, and its first line with somebody who could come after.
async fn proposed(town: &Town, desk: &Who) -> (RoundView, Pair) {
    let draft = RoundDraft {
        name: text("Week 25"),
        held_on: today().to_string(),
        seed: text("7"),
        vacancies: (1..=13).map(|it| format!("VH-{it:02}")).collect(),
        ..RoundDraft::default()
    };
    let round = rounds::create(&town.app, desk, &draft).await.unwrap();
    rounds::propose(&town.app, desk, round, 1).await.unwrap();
    let view = rounds::view(&town.app, desk, round, None).await.unwrap();
    let placed: Vec<_> = view.lines.iter().map(|it| it.placement.candidate.clone()).collect();
    let line = view.lines.iter().find(|it| {
        it.placement.runners_up.iter().any(|runner| !placed.contains(&runner.candidate))
    });
    let line = &line.unwrap().placement;
    let pair = Pair { reference: line.candidate.clone(), vacancy: line.vacancy.clone() };
    (view, pair)
}

pub(crate) async fn agree(town: &Town, desk: &Who, view: &RoundView, pair: &Pair) -> Option<Hold> {
    let proposal = view.current.as_ref().unwrap().0.id;
    let pairs = std::slice::from_ref(pair);
    let app = &town.app;
    let outcomes =
        rounds::decide(app, desk, view.round.id, proposal, pairs, Verdict::Agreed, "passend").await;
    outcomes.unwrap().remove(0).held
}

pub(crate) struct People {
    pub(crate) worker: Who,
    pub(crate) officer: Who,
}

/// The support worker of somebody, and the housing officer.
pub(crate) async fn people(town: &Town, whose: &Reference) -> People {
    let file = participants::view(&town.app, &town.operator, whose).await.unwrap().file;
    let worker = file.worker.unwrap().to_string();
    People {
        worker: town.person(&worker, Role::SupportWorker, file.provider.as_str()).await,
        officer: town.person("officer", Role::HousingOfficer, "gemeente").await,
    }
}

pub(crate) async fn consultant(town: &Town, pair: &Pair, login: &str) -> Who {
    let home = homes::vacancy(&town.app, &town.operator, &pair.vacancy).await.unwrap();
    let association = home.dwelling.association.to_string();
    town.person(login, Role::LettingConsultant, &association).await
}

/// To the step in which a home is looked for, on the Omslag road.
pub(crate) async fn to_a_match(town: &Town, people: &People, whose: &Reference) {
    to_a_decision(town, &people.worker, whose).await;
    let granted = outcome("granted-under-conditions");
    done(try_to(town, &people.officer, whose, Doing::Decide, &granted).await);
    done(try_to(town, &people.worker, whose, Doing::EndStep, &outcome("done")).await);
    assert_eq!(step_is(town, whose).await, "match");
}

#[tokio::test]
async fn whoever_gets_the_ball_is_told_and_so_is_the_worker_of_a_decision() {
    let town = Town::new().await;
    let whose = reference("D-0001");
    let people = people(&town, &whose).await;
    to_a_decision(&town, &people.worker, &whose).await;
    let waits = Message::StepWaits { reference: whose.clone() };
    let form = sleutel_domain::FormCode::new("omslag-application").unwrap();
    let came = Message::FormSent { reference: whose.clone(), form };
    assert_eq!(inbox(&town.app, &people.officer).await, [waits, came]);
    assert_eq!(inbox(&town.app, &people.worker).await, [], "who acts is not told");
    let granted = outcome("granted-under-conditions");
    done(try_to(&town, &people.officer, &whose, Doing::Decide, &granted).await);
    let decided = Message::DecisionTaken { reference: whose };
    assert_eq!(inbox(&town.app, &people.worker).await, [decided]);
    let link = told::list(&town.app, &people.worker, false, WHOLE).await.unwrap();
    assert_eq!(link.rows[0].link, "/cases/D-0001");
}

/// Somebody on the Omslag road with a home on offer: the desk, their worker, and the two.
pub(crate) async fn offered_home(town: &Town) -> (Who, Who, Pair) {
    let (desk, view, pair, people) = whose_worker(town).await;
    to_a_match(town, &people, &pair.reference).await;
    assert_eq!(agree(town, &desk, &view, &pair).await, None);
    (desk, people.worker, pair)
}

/// Has what was begun signed by all and puts it in force; says of what kinds it is.
pub(crate) async fn in_force(town: &Town, who: &Who, whose: &Reference) -> Vec<Kind> {
    let app = &town.app;
    let mut kinds = Vec::new();
    for row in agreements::of_household(app, who, whose).await.unwrap() {
        let (id, kind) = (row.agreement.id, row.agreement.terms.kind);
        if row.agreement.state != Stage::Drafted {
            continue;
        }
        kinds.push(kind);
        let mut version = row.version;
        if kind == Kind::TemporaryLease {
            let draft = AgreementDraft { ground: text("shelter"), ..AgreementDraft::from(&row) };
            agreements::save(app, who, Some(id), &draft).await.unwrap();
            version += 1;
        }
        let signatures = kind.parties().iter().map(|party| signed(*party));
        let steps: Vec<_> = iter::once(StepDraft::Offer).chain(signatures).collect();
        for step in steps.into_iter().chain([StepDraft::Start]) {
            agreements::step(app, who, id, version, &step).await.unwrap();
            version += 1;
        }
    }
    kinds
}

/// A household with a home on offer: whose, with its support worker, the officer and the
/// consultant of the home.
pub(crate) async fn to_an_offer(town: &Town) -> (Reference, [Who; 3]) {
    let (desk, view, pair, people) = whose_worker(town).await;
    to_a_match(town, &people, &pair.reference).await;
    assert_eq!(agree(town, &desk, &view, &pair).await, None);
    let letting = consultant(town, &pair, "letting").await;
    (pair.reference, [people.worker, people.officer, letting])
}

async fn status(town: &Town, pair: &Pair) -> VacancyStatus {
    homes::vacancy(&town.app, &town.operator, &pair.vacancy).await.unwrap().vacancy.status
}

async fn readiness(town: &Town, whose: &Reference) -> Readiness {
    participants::view(&town.app, &town.operator, whose).await.unwrap().file.readiness
}

pub(crate) async fn whose_worker(town: &Town) -> (Who, RoundView, Pair, People) {
    let desk = town.person("first-desk", Role::PlacementCoordinator, "gemeente").await;
    let (view, pair) = proposed(town, &desk).await;
    let people = people(town, &pair.reference).await;
    (desk, view, pair, people)
}

#[tokio::test]
async fn the_omslag_road_is_walked_from_the_first_conversation_to_a_lease_of_ones_own() {
    walk_omslag(Town::new().await).await;
}

async fn walk_omslag(town: Town) {
    let (desk, view, pair, people) = whose_worker(&town).await;
    let whose = &pair.reference;
    to_a_match(&town, &people, whose).await;
    assert_eq!(agree(&town, &desk, &view, &pair).await, None);
    assert_eq!(step_is(&town, whose).await, "viewing");
    let letting = consultant(&town, &pair, "letting").await;
    let viewing = ActDraft {
        day: text("2026-06-18"),
        time: text("14:30"),
        place: text("aan de voordeur"),
        ..ActDraft::default()
    };
    done(try_to(&town, &letting, whose, Doing::PlanViewing, &viewing).await);
    let file = cases::viewing_file(&town.app, &people.worker, whose, "Bezichtiging").await.unwrap();
    assert!(file.contains("DTSTART:20260618T123000Z\r\n"), "{file}");
    let end = async |who: &Who, how: &str| {
        done(try_to(&town, who, whose, Doing::EndStep, &outcome(how)).await);
    };
    end(&people.worker, "done").await;
    done(try_to(&town, &people.worker, whose, Doing::Answer, &outcome("accepted")).await);
    in_force(&town, &desk, whose).await;
    for _ in ["lease", "support", "keys", "meeting"] {
        end(&people.worker, "done").await;
    }
    end(&people.worker, "continue").await;
    end(&people.worker, "ready").await;
    end(&people.worker, "done").await;
    sent(&town, &people.worker, whose, "omslag-conversion", "gemeente").await;
    end(&people.worker, "done").await;
    end(&people.worker, "met").await;
    done(try_to(&town, &people.officer, whose, Doing::Decide, &outcome("granted")).await);
    end(&letting, "done").await;
    end(&people.worker, "done").await;
    let view = seen(&town, &people.worker, whose).await;
    let completed = Standing::Ended(Ending::Road(EndReason::Completed), today());
    assert_eq!(view.file.state().standing, completed);
    assert!(is_placed(&readiness(&town, whose).await));
}

#[tokio::test]
async fn the_omslag_road_is_walked_on_postgresql_too() {
    if let Some(fresh) = crate::postgres::Fresh::new("cases") {
        let town = Town::on(Db::open(&fresh.url()).await.unwrap()).await;
        walk_omslag(town).await;
    }
}

#[tokio::test]
async fn the_triangle_of_haarlem_is_walked_to_its_first_evaluation() {
    let town = Town::new().await;
    let (desk, view, pair, people) = whose_worker(&town).await;
    let whose = &pair.reference;
    begin(&town, &people.worker, whose, "driehoek-haarlem").await;
    facts(&town, &people.worker, whose).await;
    let end = async |who: &Who, how: &str| {
        done(try_to(&town, who, whose, Doing::EndStep, &outcome(how)).await);
    };
    end(&people.worker, "done").await;
    end(&desk, "done").await;
    assert_eq!(agree(&town, &desk, &view, &pair).await, None);
    let letting = consultant(&town, &pair, "letting").await;
    end(&letting, "done").await;
    done(try_to(&town, &people.worker, whose, Doing::Answer, &outcome("accepted")).await);
    let kinds = in_force(&town, &desk, whose).await;
    assert_eq!(kinds, [Kind::TemporaryLease, Kind::Support]);
    end(&letting, "done").await;
    end(&people.worker, "done").await;
    end(&letting, "done").await;
    end(&people.worker, "ready").await;
    // The test has its time: two years after moving in.
    let early = try_to(&town, &letting, whose, Doing::EndStep, &outcome("met")).await;
    assert!(
        matches!(early, Err(ActionError::Hold(Hold::Road(Refusal::NotBefore { .. })))),
        "{early:?}"
    );
}

#[tokio::test]
async fn housing_first_is_walked_to_a_lease_and_back_for_another_home() {
    let town = Town::new().await;
    let (desk, view, pair, people) = whose_worker(&town).await;
    let whose = &pair.reference;
    begin(&town, &people.worker, whose, "housing-first").await;
    facts(&town, &people.worker, whose).await;
    let end = async |who: &Who, how: &str| {
        done(try_to(&town, who, whose, Doing::EndStep, &outcome(how)).await);
    };
    end(&people.worker, "done").await;
    end(&people.worker, "done").await;
    assert_eq!(agree(&town, &desk, &view, &pair).await, None);
    // They know without having seen it, and nothing follows from a no.
    done(try_to(&town, &people.worker, whose, Doing::Answer, &outcome("declined")).await);
    assert_eq!(step_is(&town, whose).await, "match");
    assert!(matches!(readiness(&town, whose).await, Readiness::Ready { .. }));
}

#[tokio::test]
async fn a_line_is_held_while_the_road_of_the_household_asks_something_first() {
    let town = Town::new().await;
    let (desk, view, pair, people) = whose_worker(&town).await;
    to_a_decision(&town, &people.worker, &pair.reference).await;
    let held = agree(&town, &desk, &view, &pair).await;
    let expected =
        Hold::NotOnTheirRoad { reference: pair.reference.clone(), refusal: Refusal::NoOfferHere };
    assert_eq!(held, Some(expected));
    assert_eq!(status(&town, &pair).await, VacancyStatus::Open);
}

#[tokio::test]
async fn a_refused_home_goes_to_the_next_household_when_a_named_person_says_so() {
    let town = Town::new().await;
    let (desk, view, pair, people) = whose_worker(&town).await;
    to_a_match(&town, &people, &pair.reference).await;
    assert_eq!(agree(&town, &desk, &view, &pair).await, None);
    let no = outcome("declined");
    done(try_to(&town, &people.worker, &pair.reference, Doing::Answer, &no).await);
    // One offer: the road ended, and they are not proposed again by themselves.
    assert_eq!(readiness(&town, &pair.reference).await, Readiness::Preparing);
    let open = cases::next_offers(&town.app, &desk).await.unwrap();
    assert_eq!((open.len(), &open[0].vacancy), (1, &pair.vacancy));
    assert_ne!(open[0].reference, pair.reference);
    // Kept for them, and nobody placed by a machine.
    assert_eq!(status(&town, &pair).await, VacancyStatus::Decided);
    assert!(!is_placed(&readiness(&town, &open[0].reference).await));
    cases::settle_next(&town.app, &desk, open[0].id, true, "past ook goed").await.unwrap();
    assert!(is_placed(&readiness(&town, &open[0].reference).await));
    assert_eq!(status(&town, &pair).await, VacancyStatus::Decided);
    let twice = cases::settle_next(&town.app, &desk, open[0].id, true, "nog eens").await;
    assert!(matches!(twice, Err(ActionError::Hold(Hold::AlreadyDecided))), "{twice:?}");
}

#[tokio::test]
async fn a_home_that_no_runner_up_gets_is_open_again() {
    let town = Town::new().await;
    let (desk, view, pair, people) = whose_worker(&town).await;
    to_a_match(&town, &people, &pair.reference).await;
    assert_eq!(agree(&town, &desk, &view, &pair).await, None);
    let out = ActDraft { by: text("participant"), ..said() };
    done(try_to(&town, &people.worker, &pair.reference, Doing::Withdraw, &out).await);
    let mut turned_down = Vec::new();
    loop {
        let open = cases::next_offers(&town.app, &desk).await.unwrap();
        let Some(next) = open.first() else { break };
        assert!(!turned_down.contains(&next.reference), "nobody is asked twice");
        turned_down.push(next.reference.clone());
        cases::settle_next(&town.app, &desk, next.id, false, "woont al").await.unwrap();
    }
    assert!(!turned_down.is_empty() && turned_down.len() <= 5, "{turned_down:?}");
    assert_eq!(status(&town, &pair).await, VacancyStatus::Open);
}

#[tokio::test]
async fn who_stops_after_a_yes_frees_the_home_and_can_begin_again() {
    let town = Town::new().await;
    let (_, worker, pair) = offered_home(&town).await;
    let whose = &pair.reference;
    done(try_to(&town, &worker, whose, Doing::EndStep, &outcome("done")).await);
    done(try_to(&town, &worker, whose, Doing::Answer, &outcome("accepted")).await);
    let out = ActDraft { by: text("participant"), ..said() };
    done(try_to(&town, &worker, whose, Doing::Withdraw, &out).await);
    assert!(!is_placed(&readiness(&town, whose).await), "the household waits again");
    let over = seen(&town, &worker, whose).await;
    assert!(over.row.vacancy.is_none() && over.missing.is_empty(), "{:?}", over.row);
    let again = BeginDraft { route: text("omslag-amsterdam"), ..BeginDraft::default() };
    cases::begin(&town.app, &worker, whose, &again).await.unwrap();
}

#[tokio::test]
async fn nobody_begins_again_while_an_objection_on_the_road_before_waits() {
    let town = Town::new().await;
    let whose = reference("D-0001");
    let people = people(&town, &whose).await;
    to_a_decision(&town, &people.worker, &whose).await;
    let refused = ActDraft { reason: text("woont elders"), ..outcome("refused") };
    done(try_to(&town, &people.officer, &whose, Doing::Decide, &refused).await);
    let event = seen(&town, &people.worker, &whose).await.row.changes.to_string();
    let objects = ActDraft { event, by: text("participant"), ..said() };
    done(try_to(&town, &people.worker, &whose, Doing::Object, &objects).await);
    let again = BeginDraft { route: text("housing-first"), ..BeginDraft::default() };
    let held = cases::begin(&town.app, &people.worker, &whose, &again).await;
    assert!(matches!(held, Err(ActionError::Hold(Hold::ObjectionWaits))), "{held:?}");
}

#[tokio::test]
async fn an_association_has_no_file_of_a_home_that_was_not_taken_after_all() {
    let town = Town::new().await;
    let (whose, [worker, _, letting]) = to_an_offer(&town).await;
    done(try_to(&town, &worker, &whose, Doing::EndStep, &outcome("done")).await);
    done(try_to(&town, &worker, &whose, Doing::Answer, &outcome("accepted")).await);
    let listed = async || {
        let (filter, sort) = (CaseFilter::on(today()), CaseSort::Due);
        let list = cases::list(&town.app, &letting, &filter, sort, false, WHOLE).await.unwrap();
        list.page.rows.into_iter().map(|it| it.reference).collect::<Vec<_>>()
    };
    assert_eq!(listed().await, std::slice::from_ref(&whose));
    assert!(plan::plan_of(&town.app, &letting, &whose).await.is_ok());
    let agreed = async || {
        let file = participants::view(&town.app, &town.operator, &whose).await.unwrap();
        let road = seen(&town, &worker, &whose).await;
        let missing = road.missing.iter().map(std::mem::discriminant).collect::<Vec<_>>();
        (file.decisions.into_iter().map(|it| (it.actor, it.at)).collect::<Vec<_>>(), missing)
    };
    let before = agreed().await;
    assert!(!before.0.is_empty() && !before.1.is_empty(), "{before:?}");
    let out = ActDraft { by: text("participant"), ..said() };
    done(try_to(&town, &worker, &whose, Doing::Withdraw, &out).await);
    assert_eq!(listed().await, []);
    let road = cases::view(&town.app, &letting, &whose).await;
    assert!(matches!(road, Err(ActionError::NotFound)), "{road:?}");
    let plan = plan::plan_of(&town.app, &letting, &whose).await;
    assert!(matches!(plan, Err(ActionError::NotFound)), "{plan:?}");
    // A mistake: the file goes on, with the home.
    let event = seen(&town, &worker, &whose).await.row.changes.to_string();
    let strike = ActDraft { event, ..said() };
    done(try_to(&town, &worker, &whose, Doing::StrikeOut, &strike).await);
    assert_eq!(listed().await, std::slice::from_ref(&whose));
    // The agreement is still the coordinator's, and what has to be signed waits again.
    assert_eq!(agreed().await, before);
}

#[tokio::test]
async fn a_decision_taken_back_takes_the_offer_back_too() {
    let town = Town::new().await;
    let (desk, view, pair, people) = whose_worker(&town).await;
    to_a_match(&town, &people, &pair.reference).await;
    assert_eq!(agree(&town, &desk, &view, &pair).await, None);
    let file = participants::view(&town.app, &desk, &pair.reference).await.unwrap();
    rounds::undo(&town.app, &desk, view.round.id, file.decisions[0].id).await.unwrap();
    let seen = seen(&town, &people.worker, &pair.reference).await;
    assert_eq!(seen.row.step.unwrap().as_str(), "match");
    assert_eq!((seen.row.vacancy, seen.file.struck().len()), (None, 1));
    assert_eq!(status(&town, &pair).await, VacancyStatus::Open);
}

#[tokio::test]
async fn the_second_of_two_people_at_once_is_told_and_nothing_is_overwritten() {
    let town = Town::new().await;
    let people = people(&town, &reference("D-0001")).await;
    let whose = reference("D-0001");
    begin(&town, &people.worker, &whose, "omslag-amsterdam").await;
    let draft = ActDraft { fact: text("plan-agreed"), ..ActDraft::default() };
    let doing = Doing::Establish;
    done(cases::act(&town.app, &people.worker, &whose, doing, &draft, 1).await);
    let draft = ActDraft { fact: text("person-agrees"), ..ActDraft::default() };
    let second = cases::act(&town.app, &people.worker, &whose, doing, &draft, 1).await;
    assert!(matches!(second, Err(ActionError::Changed)), "{second:?}");
    assert_eq!(seen(&town, &people.worker, &whose).await.row.changes, 2);
}

#[tokio::test]
async fn a_refusal_is_objected_to_and_opened_again() {
    let town = Town::new().await;
    let whose = reference("D-0001");
    let people = people(&town, &whose).await;
    to_a_decision(&town, &people.worker, &whose).await;
    done(try_to(&town, &people.officer, &whose, Doing::Extend, &said()).await);
    done(try_to(&town, &people.officer, &whose, Doing::Decide, &outcome("refused")).await);
    let view = seen(&town, &people.worker, &whose).await;
    let decision = view.choices.object.unwrap();
    let object = ActDraft { event: decision.to_string(), ..said() };
    done(try_to(&town, &people.worker, &whose, Doing::Object, &object).await);
    let filter = CaseFilter::on(today());
    let window = Window { offset: 0, limit: 10 };
    let list =
        cases::decisions(&town.app, &people.officer, &filter, CaseSort::Due, false, window).await;
    let rows = list.unwrap().page.rows;
    assert_eq!((rows.len(), rows[0].standing.as_str()), (1, "ended"));
    let view = seen(&town, &people.officer, &whose).await;
    let event = view.choices.objection.unwrap().to_string();
    let answer = ActDraft { event, outcome: text("upheld"), ..said() };
    done(try_to(&town, &people.officer, &whose, Doing::AnswerObjection, &answer).await);
    assert_eq!(step_is(&town, &whose).await, "urgency");
}

#[tokio::test]
async fn an_association_sees_a_file_while_a_home_of_its_own_is_in_it_and_no_decision() {
    let town = Town::new().await;
    let (desk, view, pair, people) = whose_worker(&town).await;
    let whose = &pair.reference;
    let letting = consultant(&town, &pair, "letting").await;
    to_a_match(&town, &people, whose).await;
    let hidden = cases::view(&town.app, &letting, whose).await;
    assert!(matches!(hidden, Err(ActionError::NotFound)), "{hidden:?}");
    assert_eq!(agree(&town, &desk, &view, &pair).await, None);
    let seen_now = seen(&town, &letting, whose).await;
    assert_eq!(seen_now.name, None);
    let kinds: Vec<_> = seen_now.events.iter().map(|it| it.event.act.code()).collect();
    assert_eq!(kinds, ["started", "offered"]);
    done(try_to(&town, &people.worker, whose, Doing::EndStep, &outcome("done")).await);
    done(try_to(&town, &people.worker, whose, Doing::Answer, &outcome("accepted")).await);
    assert!(seen(&town, &letting, whose).await.name.is_some());
}

#[tokio::test]
async fn what_somebody_can_do_is_what_the_page_offers() {
    let town = Town::new().await;
    let whose = reference("D-0001");
    let people = people(&town, &whose).await;
    begin(&town, &people.worker, &whose, "omslag-amsterdam").await;
    let view = seen(&town, &people.worker, &whose).await;
    let ends: Vec<_> = view.choices.ends.iter().map(|it| it.outcome.code()).collect();
    assert_eq!(ends, ["done", "other-route"]);
    assert!(view.choices.has(Doing::HandOver) && view.choices.has(Doing::Pause));
    assert!(!view.choices.has(Doing::Extend) && view.choices.decides.is_empty());
    let officer = seen(&town, &people.officer, &whose).await;
    assert!(officer.choices.ends.is_empty() && officer.choices.decides.is_empty());
    done(try_to(&town, &people.worker, &whose, Doing::EndStep, &outcome("done")).await);
    // What is missing is said, not hidden.
    let view = seen(&town, &people.worker, &whose).await;
    let against = view.choices.ends[0].against.clone();
    assert!(matches!(against, Some(Refusal::NeedsMissing(_))), "{against:?}");
}
