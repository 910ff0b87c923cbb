//! Standing in, handing files over, guests: who reaches what, until when, and who is told.

use jiff::Timestamp;
use sleutel_actions::{
    ActionError, App, Clock, FieldFault, HandOverHold, Hold, Who, access, audit, cases,
    cases::{ActDraft, Doing},
    colleagues::{self, FileDraft, GuestDraft, HandOverDraft, LeaveDraft},
    lists::{self, Chosen, Many, ManyDraft},
    participants::{self, ParticipantDraft},
};
use sleutel_domain::{
    Reference,
    access::{AbsenceRefusal, GuestRefusal, Role},
    messages::Message,
};
use sleutel_store::{
    Window,
    participants::{Filter, Sort},
};

use crate::{
    cases::{begin, outcome, step_is, to_a_decision, to_an_offer, try_to},
    messages::inbox,
    postgres::Fresh,
    town::{PASSPHRASE, Town, reference, today},
};

const ALL: Window = Window { offset: 0, limit: 1000 };

pub(crate) fn at(town: &Town, moment: &str) -> App {
    let mut app = town.app.clone();
    app.clock = Clock::Fixed(moment.parse::<Timestamp>().unwrap());
    app
}

/// Somebody whose account is there already, as a new session finds them.
pub(crate) async fn again(app: &App, login: &str) -> Who {
    let session = access::log_in(app, login, PASSPHRASE, "192.0.2.7").await.unwrap();
    access::session(app, &session.token).await.unwrap().unwrap().who
}

fn id(who: &Who) -> String {
    who.account().unwrap().to_string()
}

/// The support worker of D-0001, a colleague, and the coordinator of their provider.
pub(crate) struct Team {
    pub(crate) worker: Who,
    pub(crate) colleague: Who,
    pub(crate) coordinator: Who,
    login: String,
    provider: String,
}

pub(crate) async fn team(town: &Town) -> Team {
    let file = participants::view(&town.app, &town.operator, &reference("D-0001")).await.unwrap();
    let (provider, login) = (file.file.provider.to_string(), file.file.worker.unwrap().to_string());
    Team {
        worker: town.person(&login, Role::SupportWorker, &provider).await,
        colleague: town.person("colleague", Role::SupportWorker, &provider).await,
        coordinator: town.person("coordinator", Role::PlacementCoordinator, &provider).await,
        login,
        provider,
    }
}

fn leave(deputy: &Who, from: &str, until: &str) -> LeaveDraft {
    let (from, until) = (from.to_owned(), until.to_owned());
    LeaveDraft { absent: String::new(), deputy: id(deputy), from, until }
}

async fn opens(app: &App, who: &Who) -> bool {
    participants::view(app, who, &reference("D-0001")).await.is_ok()
}

fn fault(error: ActionError) -> (String, FieldFault) {
    let ActionError::Fields(mut errors) = error else { panic!("{error:?}") };
    let error = errors.remove(0);
    (error.field, error.fault)
}

async fn away(town: &Town, team: &Team) {
    let draft = leave(&team.colleague, "2026-06-15", "2026-06-17");
    colleagues::arrange_leave(&town.app, &team.worker, &draft).await.unwrap();
}

#[tokio::test]
async fn a_deputy_reaches_the_files_of_who_is_away_until_the_last_day_ends() {
    let town = Town::new().await;
    let team = team(&town).await;
    assert!(!opens(&town.app, &team.colleague).await);
    away(&town, &team).await;
    for (moment, expected) in [
        ("2026-06-15T08:00:00Z", true),
        ("2026-06-17T21:59:59Z", true),
        ("2026-06-17T22:00:00Z", false),
    ] {
        let app = at(&town, moment);
        let deputy = again(&app, "colleague").await;
        assert_eq!(opens(&app, &deputy).await, expected, "{moment}");
        let found =
            participants::list(&app, &deputy, &Filter::default(), Sort::Name, false, ALL).await;
        let found = found.unwrap().page.rows;
        let has = found.iter().any(|it| it.reference == reference("D-0001"));
        assert_eq!(has, expected, "{moment}");
    }
    let other = town.person("outsider", Role::SupportWorker, &team.provider).await;
    assert!(!opens(&town.app, &other).await, "nobody else does");
    assert!(opens(&town.app, &team.worker).await, "who is away still does");
}

#[tokio::test]
async fn what_a_deputy_does_is_logged_as_themselves_for_the_other() {
    let town = Town::new().await;
    let team = team(&town).await;
    away(&town, &team).await;
    let deputy = again(&town.app, "colleague").await;
    let file = participants::view(&town.app, &deputy, &reference("D-0001")).await.unwrap().file;
    let draft = ParticipantDraft::from(&file);
    participants::save_participant(&town.app, &deputy, &draft).await.unwrap();
    let lines = audit::lines(&town.app, &town.operator, "participant", "D-0001", ALL).await;
    let line = lines.unwrap().rows.remove(0).line;
    assert_eq!(line.account, deputy.account());
    assert_eq!(participants::done_for(&line), std::slice::from_ref(&team.login));
    let lines = audit::lines(&town.app, &town.operator, "participants", "", ALL).await.unwrap();
    assert!(lines.rows.iter().all(|it| participants::done_for(&it.line).is_empty()));
    let all = Filter::default();
    participants::list(&town.app, &deputy, &all, Sort::Name, false, ALL).await.unwrap();
    let lines = audit::lines(&town.app, &town.operator, "participants", "", ALL).await.unwrap();
    assert_eq!(participants::done_for(&lines.rows[0].line), [team.login]);
}

#[tokio::test]
async fn messages_go_to_both_and_stop_when_it_is_ended_early() {
    let town = Town::new().await;
    let team = team(&town).await;
    away(&town, &team).await;
    let (from, until) = ("2026-06-15".parse().unwrap(), "2026-06-17".parse().unwrap());
    let arranged = Message::DeputyArranged { from, until };
    assert_eq!(inbox(&town.app, &team.colleague).await, std::slice::from_ref(&arranged));
    let file = participants::view(&town.app, &team.coordinator, &reference("D-0001")).await;
    let draft = ParticipantDraft::from(&file.unwrap().file);
    participants::save_participant(&town.app, &team.coordinator, &draft).await.unwrap();
    let changed = Message::FileChanged { reference: reference("D-0001") };
    assert_eq!(inbox(&town.app, &team.worker).await, std::slice::from_ref(&changed));
    assert!(inbox(&town.app, &team.colleague).await.contains(&changed));
    let found = colleagues::leaves(&town.app, &team.coordinator, "now", ALL).await.unwrap();
    let leave = found.page.rows[0].id;
    let refused = colleagues::end_leave(&town.app, &team.colleague, leave).await;
    assert!(refused.is_err(), "a deputy does not send themselves home");
    colleagues::end_leave(&town.app, &team.coordinator, leave).await.unwrap();
    let second = colleagues::end_leave(&town.app, &team.worker, leave).await;
    assert!(matches!(second, Err(ActionError::Changed)), "{second:?}");
    let deputy = again(&town.app, "colleague").await;
    assert!(!opens(&town.app, &deputy).await);
    let ended = Message::DeputyEnded { from, until };
    assert!(inbox(&town.app, &team.worker).await.contains(&ended));
}

#[tokio::test]
async fn a_deputy_who_is_away_or_would_pass_it_on_is_refused_with_the_days() {
    let town = Town::new().await;
    let team = team(&town).await;
    let third = town.person("third", Role::SupportWorker, &team.provider).await;
    let app = &town.app;
    away(&town, &team).await;
    let (from, until) = ("2026-06-15".parse().unwrap(), "2026-06-17".parse().unwrap());
    let draft = leave(&third, "2026-06-17", "2026-06-20");
    let error = colleagues::arrange_leave(app, &team.colleague, &draft).await.unwrap_err();
    let chain = FieldFault::Absence(AbsenceRefusal::StandsInThen { from, until });
    assert_eq!(fault(error), ("from".to_owned(), chain));
    let draft = leave(&team.worker, "2026-06-17", "2026-06-20");
    let error = colleagues::arrange_leave(app, &third, &draft).await.unwrap_err();
    let gone = FieldFault::Absence(AbsenceRefusal::DeputyAway { from, until });
    assert_eq!(fault(error), ("deputy".to_owned(), gone));
    let stranger = town.person("stranger", Role::SupportWorker, "lichtwaard").await;
    let draft = leave(&stranger, "2026-06-18", "2026-06-20");
    let error = colleagues::arrange_leave(app, &third, &draft).await.unwrap_err();
    let other = FieldFault::Absence(AbsenceRefusal::OtherOrganisation);
    assert_eq!(fault(error), ("deputy".to_owned(), other));
    let for_another =
        LeaveDraft { absent: id(&third), ..leave(&team.colleague, "2026-06-18", "2026-06-20") };
    let denied = colleagues::arrange_leave(app, &team.worker, &for_another).await;
    assert!(matches!(denied, Err(ActionError::Denied(_))), "{denied:?}");
    colleagues::arrange_leave(app, &team.coordinator, &for_another).await.unwrap();
}

async fn whole(town: &Town, team: &Team) -> HandOverDraft {
    let workers = colleagues::workers(&town.app, &team.coordinator).await.unwrap();
    let key = |login: &str| workers.iter().find(|it| it.login == login).unwrap().key.clone();
    let (from, to) = (key(&team.login), key("colleague"));
    let seen =
        colleagues::preview(&town.app, &team.coordinator, &from, std::slice::from_ref(&to), None);
    let seen = seen.await.unwrap();
    assert!(!seen.files.is_empty());
    assert_eq!(usize::try_from(seen.to[0].gets).unwrap(), seen.files.len());
    let files = seen.files.iter().map(|(it, to)| FileDraft {
        reference: it.reference.to_string(),
        to: to.clone(),
        note: String::new(),
        version: it.version,
    });
    HandOverDraft { from, on: String::new(), note: "nieuw team".to_owned(), files: files.collect() }
}

#[tokio::test]
async fn a_caseload_is_handed_over_in_one_act_and_undone_as_long_as_nothing_was_done() {
    let town = Town::new().await;
    let team = team(&town).await;
    let draft = whole(&town, &team).await;
    let count = u32::try_from(draft.files.len()).unwrap();
    let done = colleagues::hand_over(&town.app, &team.coordinator, &draft).await.unwrap();
    assert!(opens(&town.app, &team.colleague).await && !opens(&town.app, &team.worker).await);
    let told = Message::CaseloadHandedOver { files: count };
    assert_eq!(inbox(&town.app, &team.colleague).await, std::slice::from_ref(&told));
    assert_eq!(inbox(&town.app, &team.worker).await, [told]);
    let history = participants::history(&town.app, &team.colleague, &reference("D-0001")).await;
    let handed = history.unwrap().handed.remove(0);
    assert_eq!((handed.on, handed.files.len()), (today(), 1), "only this file's own line");
    assert_eq!(handed.note.unwrap().as_str(), "nieuw team");
    colleagues::undo(&town.app, &team.coordinator, done).await.unwrap();
    assert!(!opens(&town.app, &team.colleague).await && opens(&town.app, &team.worker).await);
    let twice = colleagues::undo(&town.app, &team.coordinator, done).await;
    let hold = Hold::HandOver(HandOverHold::Undone);
    assert!(matches!(twice, Err(ActionError::Hold(it)) if it == hold));
}

#[tokio::test]
async fn a_hand_over_stays_once_the_new_worker_did_something_or_the_week_is_over() {
    let town = Town::new().await;
    let team = team(&town).await;
    let draft = whole(&town, &team).await;
    let done = colleagues::hand_over(&town.app, &team.coordinator, &draft).await.unwrap();
    let late = at(&town, "2026-06-23T08:00:00Z");
    let refused = colleagues::undo(&late, &team.coordinator, done).await;
    let until = "2026-06-22".parse().unwrap();
    let hold = Hold::HandOver(HandOverHold::TooLate { until });
    assert!(matches!(refused, Err(ActionError::Hold(it)) if it == hold));
    let file = participants::view(&town.app, &team.colleague, &reference("D-0001")).await;
    let seen = colleagues::hand_over_view(&town.app, &team.coordinator, done).await.unwrap();
    assert_eq!(seen.against, None, "looking is not doing");
    let changed = ParticipantDraft::from(&file.unwrap().file);
    participants::save_participant(&town.app, &team.colleague, &changed).await.unwrap();
    let refused = colleagues::undo(&town.app, &team.coordinator, done).await;
    let hold = Hold::HandOver(HandOverHold::Touched { files: vec![reference("D-0001")] });
    assert!(matches!(refused, Err(ActionError::Hold(it)) if it == hold));
}

#[tokio::test]
async fn a_file_that_changed_since_the_preview_stops_the_whole_hand_over() {
    let town = Town::new().await;
    let team = team(&town).await;
    let draft = whole(&town, &team).await;
    let file = participants::view(&town.app, &team.worker, &reference("D-0001")).await;
    let changed = ParticipantDraft::from(&file.unwrap().file);
    participants::save_participant(&town.app, &team.worker, &changed).await.unwrap();
    let second = colleagues::hand_over(&town.app, &team.coordinator, &draft).await;
    assert!(matches!(second, Err(ActionError::Changed)), "{second:?}");
    let workers = colleagues::workers(&town.app, &team.coordinator).await.unwrap();
    let has = workers.iter().find(|it| it.login == "colleague").unwrap().files;
    assert_eq!(has, 0, "none of them went over");
    let outsider = town.person("outsider", Role::SupportWorker, &team.provider).await;
    let refused = colleagues::hand_over(&town.app, &outsider, &draft).await;
    assert!(matches!(refused, Err(ActionError::NotFound)), "not from somebody else's caseload");
}

#[tokio::test]
async fn a_closed_account_with_files_is_told_to_the_coordinator() {
    let town = Town::new().await;
    let team = team(&town).await;
    let left = access::set_active(&town.app, &town.operator, &team.login, false).await.unwrap();
    assert!(left > 0);
    let row = sleutel_actions::messages::list(&town.app, &team.coordinator, true, ALL).await;
    let row = row.unwrap().rows.remove(0);
    assert_eq!(row.message, Message::WorkerLeft { files: left });
    assert!(row.link.starts_with("/colleagues/hand-over?from="));
    assert!(!row.link.contains(&team.login), "no name in an address: {}", row.link);
    assert_eq!(access::set_active(&town.app, &town.operator, "colleague", false).await.unwrap(), 0);
}

fn guest_draft(guest: &Who, role: &str, until: &str) -> GuestDraft {
    GuestDraft {
        guest: id(guest),
        role: role.to_owned(),
        purpose: "samen de verhuizing voorbereiden".to_owned(),
        until: until.to_owned(),
    }
}

async fn sees(app: &App, who: &Who) -> bool {
    cases::view(app, who, &reference("D-0001")).await.is_ok()
}

async fn accepted(town: &Town, guest: &Who, yes: bool) {
    let asked = colleagues::invitations(&town.app, guest).await.unwrap().remove(0);
    colleagues::answer(&town.app, guest, asked.id, yes, asked.version).await.unwrap();
}

#[tokio::test]
async fn a_guest_sees_the_road_from_yes_until_the_last_day_ends_and_never_the_file() {
    let town = Town::new().await;
    let team = team(&town).await;
    let whose = reference("D-0001");
    to_a_decision(&town, &team.worker, &whose).await;
    let guest = town.person("guest", Role::LettingConsultant, "wendelhuis").await;
    assert!(!sees(&town.app, &guest).await);
    let draft = guest_draft(&guest, "look", "2026-07-01");
    colleagues::invite(&town.app, &team.worker, &whose, &draft).await.unwrap();
    let told = Message::GuestInvited { reference: whose.clone() };
    assert_eq!(inbox(&town.app, &guest).await, [told]);
    assert!(!sees(&town.app, &again(&town.app, "guest").await).await, "not before they say yes");
    accepted(&town, &guest, true).await;
    let answered = Message::GuestAnswered { reference: whose.clone(), accepted: true };
    assert!(inbox(&town.app, &team.worker).await.contains(&answered));
    for (moment, expected) in [
        ("2026-06-15T08:00:00Z", true),
        ("2026-07-01T21:59:59Z", true),
        ("2026-07-01T22:00:00Z", false),
    ] {
        let app = at(&town, moment);
        let guest = again(&app, "guest").await;
        assert_eq!(sees(&app, &guest).await, expected, "{moment}");
    }
    let guest = again(&town.app, "guest").await;
    let seen = cases::view(&town.app, &guest, &whose).await.unwrap().unwrap();
    assert_eq!((seen.name, seen.opens_participant), (None, false));
    assert!(seen.choices.is_empty(), "who looks along does nothing: {:?}", seen.choices);
    assert!(!opens(&town.app, &guest).await, "care records stay at the provider");
    let lines = audit::lines(&town.app, &town.operator, "participant", "D-0001", ALL).await;
    let line = lines.unwrap().rows.remove(0).line;
    assert_eq!((line.account, line.purpose.as_str()), (guest.account(), "guest"));
}

#[tokio::test]
async fn a_guest_of_another_provider_reads_no_words_and_either_can_end_it() {
    let town = Town::new().await;
    let team = team(&town).await;
    let whose = reference("D-0001");
    to_a_decision(&town, &team.worker, &whose).await;
    let other = town.person("other", Role::SupportWorker, "lichtwaard").await;
    let draft = guest_draft(&other, "take-part", "2026-12-15");
    colleagues::invite(&town.app, &team.coordinator, &whose, &draft).await.unwrap();
    accepted(&town, &other, true).await;
    let guest = again(&town.app, "other").await;
    let seen = cases::view(&town.app, &guest, &whose).await.unwrap().unwrap();
    assert!(!seen.events.is_empty() && seen.events.iter().all(|it| !it.words));
    assert_eq!(seen.name, None);
    let row = colleagues::invitations(&town.app, &guest).await.unwrap().remove(0);
    let stale = colleagues::end_visit(&town.app, &guest, row.id, row.version - 1).await;
    assert!(matches!(stale, Err(ActionError::Changed)), "{stale:?}");
    colleagues::prolong(&town.app, &team.worker, row.id, "2026-12-10", row.version).await.unwrap();
    colleagues::end_visit(&town.app, &guest, row.id, row.version + 1).await.unwrap();
    assert!(!sees(&town.app, &again(&town.app, "other").await).await);
    assert!(inbox(&town.app, &team.coordinator).await.iter().any(|it| it.kind() == "guest-ended"));
}

/// Lets somebody of another organisation in on a file, who says yes.
async fn let_in(town: &Town, worker: &Who, whose: &Reference, guest: &Who, role: &str) -> Who {
    let draft = guest_draft(guest, role, "2026-07-01");
    colleagues::invite(&town.app, worker, whose, &draft).await.unwrap();
    accepted(town, guest, true).await;
    again(&town.app, &guest.person().unwrap().login).await
}

/// Somebody of a provider that is not that of the file.
async fn of_another_provider(town: &Town, login: &str, whose: &Reference) -> Who {
    let file = participants::view(&town.app, &town.operator, whose).await.unwrap().file;
    let own = file.provider.as_str();
    let other = if own == "lichtwaard" { "eigendrempel" } else { "lichtwaard" };
    town.person(login, Role::SupportWorker, other).await
}

#[tokio::test]
async fn only_a_guest_who_takes_part_does_what_is_their_partys_to_do() {
    let town = Town::new().await;
    let team = team(&town).await;
    let whose = reference("D-0001");
    begin(&town, &team.worker, &whose, "omslag-amsterdam").await;
    for (login, role, may) in [("looks", "look", false), ("takes", "take-part", true)] {
        let guest = of_another_provider(&town, login, &whose).await;
        let guest = let_in(&town, &team.worker, &whose, &guest, role).await;
        let seen = cases::view(&town.app, &guest, &whose).await.unwrap().unwrap();
        assert_eq!(!seen.choices.is_empty(), may, "{login}");
        let draft = ActDraft { fact: "plan-agreed".to_owned(), ..ActDraft::default() };
        let done = try_to(&town, &guest, &whose, Doing::Establish, &draft).await;
        let refused = matches!(done, Err(ActionError::Denied(_)));
        assert_eq!((refused, done.is_ok()), (!may, may), "{login}: {done:?}");
    }
}

#[tokio::test]
async fn a_guest_of_another_provider_never_speaks_for_the_person_or_decides_the_road() {
    let town = Town::new().await;
    let (whose, [worker, ..]) = to_an_offer(&town).await;
    let guest = of_another_provider(&town, "takes", &whose).await;
    let guest = let_in(&town, &worker, &whose, &guest, "take-part").await;
    let all = ActDraft {
        until: "2026-07-01".to_owned(),
        to: "viewing".to_owned(),
        municipality: "Elders".to_owned(),
        accepted_by: "Een collega daar".to_owned(),
        accepted_on: today().to_string(),
        route: "housing-first/1".to_owned(),
        fact: "plan-agreed".to_owned(),
        event: "1".to_owned(),
        by: "participant".to_owned(),
        ..outcome("declined")
    };
    let denied = async |doing: Doing, draft: &ActDraft| {
        let tried = try_to(&town, &guest, &whose, doing, draft).await;
        assert!(matches!(tried, Err(ActionError::Denied(_))), "{}: {tried:?}", doing.code());
    };
    for doing in [
        Doing::Answer,
        Doing::Withdraw,
        Doing::Pause,
        Doing::Resume,
        Doing::HandOver,
        Doing::Move,
        Doing::Object,
        Doing::Expire,
        Doing::TakeFactBack,
        Doing::StrikeOut,
    ] {
        denied(doing, &all).await;
        denied(doing, &ActDraft { by: "provider".to_owned(), ..all.clone() }).await;
    }
    let seen = cases::view(&town.app, &guest, &whose).await.unwrap().unwrap();
    let can = seen.choices;
    assert!(can.ends.iter().any(|it| it.against.is_none()), "the step is their own party's");
    assert_eq!(can.others, [Doing::PlanViewing]);
    assert_eq!((can.withdraw, can.moves, can.take_back), (Vec::new(), Vec::new(), Vec::new()));
    assert_eq!((can.strike, can.object), (Vec::new(), None));
    try_to(&town, &guest, &whose, Doing::EndStep, &outcome("done")).await.unwrap();
    // The answer is the person's, and so is the way back from it.
    assert_eq!(step_is(&town, &whose).await, "offer");
    denied(Doing::EndStep, &outcome("done")).await;
    denied(Doing::GoBack, &all).await;
    let seen = cases::view(&town.app, &guest, &whose).await.unwrap().unwrap();
    assert_eq!((seen.choices.ends, seen.choices.back), (Vec::new(), Vec::new()));
    assert_eq!(seen.choices.strike, [seen.row.changes], "what they wrote down themselves");
    let own = ActDraft { event: seen.row.changes.to_string(), ..all };
    try_to(&town, &guest, &whose, Doing::StrikeOut, &own).await.unwrap();
    assert_eq!(step_is(&town, &whose).await, "viewing");
}

#[tokio::test]
async fn the_log_says_guest_only_of_who_has_no_reach_of_their_own() {
    let town = Town::new().await;
    let (whose, [worker, ..]) = to_an_offer(&town).await;
    let guest = of_another_provider(&town, "takes", &whose).await;
    let guest = let_in(&town, &worker, &whose, &guest, "look").await;
    let purpose = async |who: &Who| {
        cases::view(&town.app, who, &whose).await.unwrap();
        let lines =
            audit::lines(&town.app, &town.operator, "participant", whose.as_str(), ALL).await;
        lines.unwrap().rows.remove(0).line.purpose
    };
    assert_eq!(purpose(&guest).await, "guest");
    // Somebody of the provider itself to whom an old invitation still stands.
    let Who::Person { mut person, programme } = worker.clone() else { panic!("no person") };
    person.guest_on = guest.person().unwrap().guest_on.clone();
    assert_eq!(purpose(&Who::Person { person, programme }).await, "casework");
}

#[tokio::test]
async fn a_guest_lets_no_file_rest_in_an_act_on_many_rows() {
    let town = Town::new().await;
    let team = team(&town).await;
    let whose = reference("D-0001");
    begin(&town, &team.worker, &whose, "omslag-amsterdam").await;
    let guest = of_another_provider(&town, "takes", &whose).await;
    let guest = let_in(&town, &team.worker, &whose, &guest, "take-part").await;
    let draft = ManyDraft {
        many: Many::Pause,
        chosen: vec![Chosen { subject: whose.to_string(), reference: whose.clone(), mark: 1 }],
        reason: "zomerstop".to_owned(),
        until: "2026-07-01".to_owned(),
        municipality: String::new(),
        association: String::new(),
    };
    let id = lists::do_many(&town.app, &guest, &draft).await.unwrap();
    let line = lists::many(&town.app, &guest, id).await.unwrap().lines.remove(0);
    assert_eq!((line.mark, line.refused.as_deref()), (None, Some("not-yours")));
    let id = lists::do_many(&town.app, &team.worker, &draft).await.unwrap();
    let line = lists::many(&town.app, &team.worker, id).await.unwrap().lines.remove(0);
    assert_eq!((line.mark, line.refused), (Some(2), None));
}

#[tokio::test]
async fn an_invitation_is_refused_with_its_reason() {
    let town = Town::new().await;
    let team = team(&town).await;
    let whose = reference("D-0001");
    let guest = town.person("guest", Role::LettingConsultant, "wendelhuis").await;
    let invite = async |guest: &Who, until: &str| {
        let draft = guest_draft(guest, "look", until);
        colleagues::invite(&town.app, &team.worker, &whose, &draft).await
    };
    let why = |refusal| ("guest".to_owned(), FieldFault::Guest(refusal));
    let error = invite(&guest, "2026-07-01").await.unwrap_err();
    assert_eq!(fault(error), why(GuestRefusal::NoRoad));
    to_a_decision(&town, &team.worker, &whose).await;
    let error = invite(&team.colleague, "2026-07-01").await.unwrap_err();
    assert_eq!(fault(error), why(GuestRefusal::SameOrganisation));
    let officer = town.person("officer", Role::HousingOfficer, "gemeente").await;
    let error = invite(&officer, "2026-07-01").await.unwrap_err();
    assert_eq!(fault(error), why(GuestRefusal::SeesItAlready));
    let error = invite(&guest, "2026-12-16").await.unwrap_err();
    let (least, most) = (Some(today()), Some("2026-12-15".parse().unwrap()));
    assert_eq!(fault(error), ("until".to_owned(), FieldFault::DateRange { least, most }));
    invite(&guest, "2026-12-15").await.unwrap();
    let error = invite(&guest, "2026-07-01").await.unwrap_err();
    let until = "2026-12-15".parse().unwrap();
    assert_eq!(fault(error), why(GuestRefusal::AskedAlready { until }));
    accepted(&town, &guest, false).await;
    assert!(!sees(&town.app, &again(&town.app, "guest").await).await, "they said no");
    let asked = colleagues::invitations(&town.app, &guest).await.unwrap().remove(0);
    let twice = colleagues::answer(&town.app, &guest, asked.id, true, asked.version).await;
    assert!(matches!(twice, Err(ActionError::Changed)), "{twice:?}");
}

#[tokio::test]
async fn all_of_it_works_the_same_on_postgresql() {
    let Some(fresh) = Fresh::new("colleagues") else { return };
    let town = Town::on(sleutel_store::Db::open(&fresh.url()).await.unwrap()).await;
    let team = team(&town).await;
    let whose = reference("D-0001");
    to_a_decision(&town, &team.worker, &whose).await;
    away(&town, &team).await;
    let deputy = again(&town.app, "colleague").await;
    assert!(opens(&town.app, &deputy).await);
    let guest = town.person("guest", Role::LettingConsultant, "wendelhuis").await;
    let draft = guest_draft(&guest, "look", "2026-07-01");
    colleagues::invite(&town.app, &deputy, &whose, &draft).await.unwrap();
    accepted(&town, &guest, true).await;
    assert!(sees(&town.app, &again(&town.app, "guest").await).await);
    let draft = whole(&town, &team).await;
    // What the deputy did before is not in the way.
    let later = at(&town, "2026-06-15T08:01:00Z");
    let done = colleagues::hand_over(&later, &team.coordinator, &draft).await.unwrap();
    colleagues::undo(&later, &team.coordinator, done).await.unwrap();
    assert!(opens(&town.app, &team.worker).await);
}
