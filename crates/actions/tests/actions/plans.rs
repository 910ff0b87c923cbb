//! Plans from draft to force, each party with what is its own; who stands around; the list
//! before a move.

use sleutel_actions::{
    ActionError, FieldFault, Hold, Who,
    cases::{self, ActDraft, BeginDraft, Doing},
    participants::{self, ContactDraft, ParticipantDraft},
    plan::{
        self, AnswerDraft, BasicDraft, EndDraft, GoalDraft, PlanDraft, PlanView, agree, plan_of,
    },
};
use sleutel_domain::{
    Answer, Reference,
    access::{Party, Role},
    participants::{Custody, Nights, PartnerStanding},
    plan::{Basic, PlanFault, PlanRefusal, VersionState},
    routes::Fact,
};

use crate::town::{Town, reference};

fn text(text: &str) -> String {
    text.to_owned()
}

fn goal(area: &str, audience: &str, what: &str) -> GoalDraft {
    GoalDraft {
        area: text(area),
        audience: text(audience),
        what: text(what),
        own_part: text("Ik doe mijn deel"),
        sign: text("Het is zo"),
        ..GoalDraft::default()
    }
}

fn three() -> Vec<GoalDraft> {
    vec![
        goal("home", "housing", "Rust in het trappenhuis"),
        goal("money", "condition", "Elke maand op tijd betalen"),
        goal("wellbeing", "care", "Beter slapen"),
    ]
}

fn yes() -> AnswerDraft {
    AnswerDraft { answer: text("yes"), by: text("Test Testers"), ..AnswerDraft::default() }
}

fn no() -> AnswerDraft {
    AnswerDraft { answer: text("no"), reason: text("Het gaat mij te snel"), ..yes() }
}

async fn worker(town: &Town, whose: &Reference) -> Who {
    let file = participants::view(&town.app, &town.operator, whose).await.unwrap().file;
    let login = file.worker.unwrap().to_string();
    town.person(&login, Role::SupportWorker, file.provider.as_str()).await
}

async fn saved(
    town: &Town,
    who: &Who,
    whose: &Reference,
    goals: Vec<GoalDraft>,
    parties: &[&str],
) -> i64 {
    let changes = plan::draft(&town.app, who, whose).await.unwrap().draft.changes;
    let parties = parties.iter().map(|it| text(it)).collect();
    let draft = PlanDraft { goals, parties, changes };
    plan::save_plan(&town.app, who, whose, &draft).await.unwrap();
    plan::draft(&town.app, who, whose).await.unwrap().draft.changes
}

fn held(result: Result<impl std::fmt::Debug, ActionError>) -> PlanRefusal {
    match result {
        Err(ActionError::Hold(Hold::Plan(refusal))) => refusal,
        other => panic!("{other:?}"),
    }
}

fn read(view: &PlanView) -> Vec<String> {
    let last = view.versions.last();
    last.map(|it| it.goals.iter().map(|it| it.what.to_string()).collect()).unwrap_or_default()
}

#[tokio::test]
async fn a_plan_is_in_force_when_all_its_parties_agreed_to_that_very_version() {
    comes_into_force(&Town::new().await).await;
}

pub(crate) async fn comes_into_force(town: &Town) {
    let whose = reference("D-0001");
    let app = &town.app;
    let worker = worker(town, &whose).await;
    let officer = town.person("officer", Role::HousingOfficer, "gemeente").await;
    let road = BeginDraft { route: text("omslag-amsterdam"), ..BeginDraft::default() };
    cases::begin(app, &worker, &whose, &road).await.unwrap();
    let mut bare = three();
    bare[0].sign = String::new();
    let changes = saved(town, &worker, &whose, bare, &["municipality"]).await;
    let faults = PlanRefusal::Faults(vec![PlanFault::NoSign { goal: 1 }]);
    assert_eq!(held(plan::propose(app, &worker, &whose, changes).await), faults);
    assert!(plan_of(app, &officer, &whose).await.unwrap().versions.is_empty(), "a draft");
    let mut whole = three();
    for (number, goal) in (1..).zip(&mut whole) {
        goal.number = i32::to_string(&number);
    }
    let changes = saved(town, &worker, &whose, whole, &["municipality"]).await;
    assert_eq!(plan::propose(app, &worker, &whose, changes).await.unwrap(), 1);
    let seen = plan_of(app, &officer, &whose).await.unwrap();
    assert_eq!(read(&seen), ["Rust in het trappenhuis", "Elke maand op tijd betalen"]);
    assert_eq!(seen.versions[0].hidden, 1);

    agree(app, &worker, &whose, 1, Party::Participant, &no()).await.unwrap();
    let seen = plan_of(app, &officer, &whose).await.unwrap();
    assert!(!seen.versions[0].answers[0].agrees);
    assert_eq!(seen.versions[0].answers[0].reason, None, "why is for who wrote it together");
    agree(app, &officer, &whose, 1, Party::Municipality, &no()).await.unwrap();
    agree(app, &worker, &whose, 1, Party::Provider, &yes()).await.unwrap();
    let state = plan_of(app, &worker, &whose).await.unwrap().versions[0].state.clone();
    let VersionState::Open { waiting, against, .. } = &state else {
        panic!("in force without the person")
    };
    let two = [Party::Participant, Party::Municipality];
    assert_eq!((waiting.as_slice(), against.as_slice()), (&[][..], &two[..]));
    agree(app, &worker, &whose, 1, Party::Participant, &yes()).await.unwrap();
    let by_hand = ActDraft { fact: text("plan-agreed"), ..ActDraft::default() };
    let changes = cases::view(app, &officer, &whose).await.unwrap().unwrap().row.changes;
    let said = cases::act(app, &officer, &whose, Doing::Establish, &by_hand, changes).await;
    assert!(matches!(said, Err(ActionError::Hold(Hold::Road(_)))), "{said:?}");
    // Whoever is last, the road hears it.
    agree(app, &officer, &whose, 1, Party::Municipality, &yes()).await.unwrap();
    let seen = plan_of(app, &worker, &whose).await.unwrap();
    assert!(seen.in_force().is_some() && seen.open().is_none());
    let case = cases::view(app, &worker, &whose).await.unwrap().unwrap();
    assert!(case.file.state().facts.contains_key(&Fact::PlanAgreed), "the road knows");
    let refused = PlanRefusal::NotOpen { version: 1 };
    let late = agree(app, &worker, &whose, 1, Party::Participant, &no()).await;
    assert_eq!(held(late), refused);
    ends_goals_and_changes(town, &worker, &whose).await;
}

/// Goes on from a plan in force: a goal ends, and the next version leaves it out.
async fn ends_goals_and_changes(town: &Town, worker: &Who, whose: &Reference) {
    let app = &town.app;
    let stop = EndDraft { how: text("stopped"), ..EndDraft::default() };
    let Err(ActionError::Fields(errors)) = plan::end_goal(app, worker, whose, 2, &stop).await
    else {
        panic!("a goal is not let go without a reason")
    };
    assert_eq!((errors[0].field.as_str(), &errors[0].fault), ("reason", &FieldFault::Required));
    let reached = EndDraft { how: text("reached"), ..EndDraft::default() };
    plan::end_goal(app, worker, whose, 2, &reached).await.unwrap();
    let twice = plan::end_goal(app, worker, whose, 2, &reached).await;
    assert_eq!(held(twice), PlanRefusal::NotUnderWay { goal: 2 });
    plan::take_up_goal(app, worker, whose, 2).await.unwrap();
    plan::end_goal(app, worker, whose, 2, &reached).await.unwrap();
    let draft = plan::draft(app, worker, whose).await.unwrap().draft;
    let numbers: Vec<_> = draft.goals.iter().map(|it| it.number.as_str()).collect();
    assert_eq!(numbers, ["1", "3"], "what ended is not agreed anew");
    let mut goals = draft.goals.clone();
    goals.push(goal("day", "care", "Vrijwilligerswerk"));
    let changes = saved(town, worker, whose, goals, &[]).await;
    plan::propose(app, worker, whose, changes).await.unwrap();
    let seen = plan_of(app, worker, whose).await.unwrap();
    assert_eq!(seen.in_force().map(|it| it.number), Some(1), "until all agree to the next");
    for party in [Party::Participant, Party::Provider] {
        agree(app, worker, whose, 2, party, &yes()).await.unwrap();
    }
    let seen = plan_of(app, worker, whose).await.unwrap();
    assert!(matches!(seen.versions[0].state, VersionState::Superseded { by: 2, .. }));
    let numbers: Vec<_> = seen.versions[1].goals.iter().map(|it| it.number).collect();
    assert_eq!(numbers, [1, 3, 4], "a number is never used twice");
}

#[tokio::test]
async fn an_association_reads_and_answers_the_goals_about_the_home_and_nothing_else() {
    let town = Town::new().await;
    let (whose, [worker, officer, letting]) = crate::cases::to_an_offer(&town).await;
    let app = &town.app;
    let changes = saved(&town, &worker, &whose, three(), &["association"]).await;
    plan::propose(app, &worker, &whose, changes).await.unwrap();
    let seen = plan_of(app, &letting, &whose).await.unwrap();
    assert_eq!(read(&seen), ["Rust in het trappenhuis"]);
    assert_eq!(seen.name, None, "the name comes with an accepted home");
    assert!(!seen.may_change);
    agree(app, &worker, &whose, 1, Party::Participant, &yes()).await.unwrap();
    let answer = plan_of(app, &letting, &whose).await.unwrap().versions[0].answers[0].clone();
    assert_eq!(answer.by, None, "nor with what the person said");
    let theirs = agree(app, &worker, &whose, 1, Party::Association, &yes()).await;
    assert!(matches!(theirs, Err(ActionError::Denied(_))), "nobody speaks for an association");
    agree(app, &letting, &whose, 1, Party::Association, &yes()).await.unwrap();
    let other = agree(app, &letting, &whose, 1, Party::Provider, &yes()).await;
    assert!(matches!(other, Err(ActionError::Denied(_))), "{other:?}");
    let not_asked = agree(app, &officer, &whose, 1, Party::Municipality, &yes()).await;
    let refusal = PlanRefusal::NotAsked { party: Party::Municipality };
    assert_eq!(held(not_asked), refusal);
}

#[tokio::test]
async fn a_goal_about_how_somebody_feels_is_refused_for_others_at_its_field() {
    let town = Town::new().await;
    let whose = reference("D-0001");
    let worker = worker(&town, &whose).await;
    let goals = vec![goal("wellbeing", "housing", "Beter slapen"), goal("home", "", "")];
    let draft = PlanDraft { goals, ..PlanDraft::default() };
    let Err(ActionError::Fields(errors)) =
        plan::save_plan(&town.app, &worker, &whose, &draft).await
    else {
        panic!("it was kept")
    };
    let fields: Vec<_> = errors.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(fields, ["goal-1-audience", "goal-2-audience", "goal-2-what"]);
    assert!(matches!(errors[0].fault, FieldFault::NotForThem { .. }));
}

#[tokio::test]
async fn of_two_who_write_a_plan_the_second_is_told_and_nothing_is_overwritten() {
    let town = Town::new().await;
    let whose = reference("D-0001");
    let worker = worker(&town, &whose).await;
    let first = PlanDraft { goals: three(), ..PlanDraft::default() };
    plan::save_plan(&town.app, &worker, &whose, &first).await.unwrap();
    let second = PlanDraft { goals: Vec::new(), ..PlanDraft::default() };
    let done = plan::save_plan(&town.app, &worker, &whose, &second).await;
    assert!(matches!(done, Err(ActionError::Changed)), "{done:?}");
    let done = plan::propose(&town.app, &worker, &whose, 7).await;
    assert!(matches!(done, Err(ActionError::Changed)), "{done:?}");
    assert_eq!(plan_of(&town.app, &worker, &whose).await.unwrap().versions[0].goals.len(), 3);
}

#[tokio::test]
async fn who_stands_around_stays_as_past_and_partners_see_the_support_worker_only() {
    let town = Town::new().await;
    let (whose, [worker, officer, letting]) = crate::cases::to_an_offer(&town).await;
    let app = &town.app;
    let contact = |role: &str, name: &str| ContactDraft {
        role: text(role),
        name: text(name),
        phone: text("020 555 01 23"),
        ..ContactDraft::default()
    };
    for (role, name) in [
        ("support-worker", "Noor Begeleider"),
        ("family", "Een zus"),
        ("third-person", "Een derde"),
    ] {
        let draft = contact(role, name);
        participants::save_contact(app, &worker, &whose, None, &draft).await.unwrap();
    }
    let bad = ContactDraft { phone: text("bel maar"), ..contact("practice", "Dokter") };
    let Err(ActionError::Fields(errors)) =
        participants::save_contact(app, &worker, &whose, None, &bad).await
    else {
        panic!("it was kept")
    };
    let fields: Vec<_> = errors.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(fields, ["phone", "organisation"]);
    let roles = async |who: &Who| -> Vec<&'static str> {
        let seen = participants::network(app, who, &whose).await.unwrap();
        seen.contacts.iter().map(|it| it.contact.role.code()).collect()
    };
    assert_eq!(roles(&letting).await, ["support-worker"]);
    assert_eq!(roles(&officer).await, ["support-worker", "third-person"]);
    let seen = participants::network(app, &worker, &whose).await.unwrap();
    let first = seen.contacts[0].clone();
    let mut ended = ContactDraft::from(&first);
    ended.until = text("2026-06-10");
    ended.from = text("2026-01-01");
    let id = Some(first.id);
    participants::save_contact(app, &worker, &whose, id, &ended).await.unwrap();
    let again = participants::save_contact(app, &worker, &whose, id, &ended).await;
    assert!(matches!(again, Err(ActionError::Changed)), "{again:?}");
    assert_eq!(roles(&worker).await, ["family", "third-person", "support-worker"]);
    let kept = participants::contact(app, &worker, &whose, first.id).await.unwrap();
    assert_eq!(kept.versions.len(), 2);
}

#[tokio::test]
async fn the_list_is_told_line_by_line_by_whose_it_is_and_the_road_hears_when_it_is_whole() {
    let town = Town::new().await;
    let whose = reference("D-0001");
    let app = &town.app;
    let worker = worker(&town, &whose).await;
    let officer = town.person("officer", Role::HousingOfficer, "gemeente").await;
    let road = BeginDraft { route: text("omslag-amsterdam"), ..BeginDraft::default() };
    cases::begin(app, &worker, &whose, &road).await.unwrap();
    let nothing = plan::basics_of(app, &officer, &whose).await.unwrap();
    assert!(nothing.lines.is_empty(), "no line is the municipality's yet");
    let late = BasicDraft {
        owner: text("municipality"),
        due: text("2026-06-01"),
        state: text("to-do"),
        ..BasicDraft::default()
    };
    plan::save_basic(app, &worker, &whose, Basic::Registration, &late).await.unwrap();
    assert_eq!(plan::overview(app, &worker, &whose).await.unwrap().progress.late, 1);
    let seen = plan::basics_of(app, &officer, &whose).await.unwrap();
    assert_eq!(seen.lines.len(), 1);
    let told = BasicDraft {
        owner: text("provider"),
        state: text("arranged"),
        version: 1,
        ..BasicDraft::default()
    };
    plan::save_basic(app, &officer, &whose, Basic::Registration, &told).await.unwrap();
    let other = plan::save_basic(app, &officer, &whose, Basic::Income, &late).await;
    assert!(matches!(other, Err(ActionError::NotFound)), "{other:?}");
    let seen = plan::basics_of(app, &worker, &whose).await.unwrap();
    let line = seen.lines.iter().find(|it| it.item.basic == Basic::Registration).unwrap();
    assert_eq!(line.item.owner, Party::Municipality, "whose it is the provider says");
    for line in seen.lines.iter().filter(|it| !it.item.state.is_settled()) {
        let draft = BasicDraft {
            state: text("not-needed"),
            reason: text("is er al"),
            ..BasicDraft::from(line)
        };
        plan::save_basic(app, &worker, &whose, line.item.basic, &draft).await.unwrap();
    }
    let case = cases::view(app, &worker, &whose).await.unwrap().unwrap();
    assert!(case.file.state().facts.contains_key(&Fact::BasicsReady));
}

#[tokio::test]
async fn whether_a_child_and_a_partner_count_follows_from_what_was_typed() {
    let town = Town::new().await;
    let whose = reference("D-0006");
    let file = participants::view(&town.app, &town.operator, &whose).await.unwrap().file;
    let mut draft = ParticipantDraft::from(&file);
    let (child, other) = (draft.members[0].clone(), draft.members[1].clone());
    draft.members[0].custody = text("shared");
    draft.members[0].nights = text("9");
    draft.members[0].moves_along = String::new();
    draft.members[1] = participants::MemberDraft {
        role: text("partner"),
        standing: text("parting"),
        custody: text("sole"),
        moves_along: String::new(),
        ..other
    };
    draft.members.push(participants::MemberDraft { nights: text("15"), ..child });
    draft.members[2].custody = text("shared");
    let wrong = participants::save_participant(&town.app, &town.operator, &draft).await;
    let Err(ActionError::Fields(errors)) = wrong else { panic!("{wrong:?}") };
    assert_eq!(errors[0].field, "member-3-nights");
    draft.members.pop();
    participants::save_participant(&town.app, &town.operator, &draft).await.unwrap();
    let file = participants::view(&town.app, &town.operator, &whose).await.unwrap().file;
    let [_, child, partner] = file.members.as_slice() else { panic!("three people") };
    assert_eq!(child.custody, Answer::Known(Custody::Shared(Nights::new(9))));
    assert_eq!(child.moves_along, Answer::Known(true));
    assert_eq!(partner.standing, Answer::Known(PartnerStanding::Parting));
    assert_eq!((partner.custody, partner.moves_along), (Answer::Unknown, Answer::Known(false)));
    assert_eq!(file.people(), Answer::Known(2));
}
