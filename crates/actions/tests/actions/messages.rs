//! Who is told what, and what becomes of a mail.

use jiff::{SignedDuration, Timestamp};
use sleutel_actions::{
    ActionError, App, Clock, FieldFault, Hold, Who, access, audit,
    messages::{self, Letter, MailDraft},
    participants::{self, ParticipantDraft},
    rounds::{self, Pair, RoundDraft},
};
use sleutel_domain::{
    access::Role,
    messages::{MailContent, MailFailure, MailFault, MailState, Message},
    placement::Verdict,
    tasks::Waiting,
};
use sleutel_store::Window;

use crate::town::{Town, now, reference, today};

const ALL: Window = Window { offset: 0, limit: 100 };

pub(crate) async fn inbox(app: &App, who: &Who) -> Vec<Message> {
    let page = messages::list(app, who, false, ALL).await.unwrap();
    page.rows.into_iter().map(|it| it.message).collect()
}

/// A coordinator and a support worker of the provider of D-0001, whose caseload it is in.
async fn two(town: &Town) -> (Who, Who) {
    let file = participants::view(&town.app, &town.operator, &reference("D-0001")).await.unwrap();
    let provider = file.file.provider.to_string();
    let login = file.file.worker.unwrap().to_string();
    let worker = town.person(&login, Role::SupportWorker, &provider).await;
    (town.person("coordinator", Role::PlacementCoordinator, &provider).await, worker)
}

async fn change(town: &Town, who: &Who) {
    let file = participants::view(&town.app, who, &reference("D-0001")).await.unwrap().file;
    let draft = ParticipantDraft::from(&file);
    participants::save_participant(&town.app, who, &draft).await.unwrap();
}

async fn wants(town: &Town, who: &Who, mail: &str) {
    let draft = MailDraft { email: "noor@zorg.example".to_owned(), mail: mail.to_owned() };
    messages::save_settings(&town.app, who, &draft).await.unwrap();
}

fn later(town: &Town, minutes: i64) -> App {
    at(town, now() + SignedDuration::from_mins(minutes))
}

fn at(town: &Town, moment: Timestamp) -> App {
    let mut app = town.app.clone();
    app.clock = Clock::Fixed(moment);
    app
}

#[tokio::test]
async fn a_worker_hears_that_somebody_else_changed_their_file() {
    let town = Town::new().await;
    let (coordinator, worker) = two(&town).await;
    change(&town, &worker).await;
    assert!(inbox(&town.app, &worker).await.is_empty(), "who acts knows already");
    change(&town, &coordinator).await;
    let told = Message::FileChanged { reference: reference("D-0001") };
    assert_eq!(inbox(&town.app, &worker).await, [told]);
    assert!(inbox(&town.app, &coordinator).await.is_empty());
    let row = messages::list(&town.app, &worker, true, ALL).await.unwrap().rows.remove(0);
    assert_eq!(row.link, "/participants/D-0001");
}

#[tokio::test]
async fn a_worker_hears_that_a_file_came_to_them() {
    let town = Town::new().await;
    let (coordinator, _) = two(&town).await;
    let file = participants::view(&town.app, &coordinator, &reference("D-0001")).await.unwrap();
    let provider = file.file.provider.to_string();
    let colleague = town.person("colleague", Role::SupportWorker, &provider).await;
    let draft =
        ParticipantDraft { worker: "colleague".to_owned(), ..ParticipantDraft::from(&file.file) };
    participants::save_participant(&town.app, &coordinator, &draft).await.unwrap();
    let told = Message::FileHandedOver { reference: reference("D-0001") };
    assert_eq!(inbox(&town.app, &colleague).await, [told]);
}

#[tokio::test]
async fn a_decided_line_is_told_to_the_worker_and_to_the_association() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let draft = RoundDraft {
        name: "Week 25".to_owned(),
        held_on: today().to_string(),
        vacancies: (1..=13).map(|it| format!("VH-{it:02}")).collect(),
        ..RoundDraft::default()
    };
    let round = rounds::create(&town.app, &desk, &draft).await.unwrap();
    let proposal = rounds::propose(&town.app, &desk, round, 1).await.unwrap();
    let view = rounds::view(&town.app, &desk, round, None).await.unwrap();
    let line = view.lines[0].placement.clone();
    let file = participants::view(&town.app, &desk, &line.candidate).await.unwrap().file;
    let home = sleutel_actions::homes::vacancy(&town.app, &desk, &line.vacancy).await.unwrap();
    let (login, provider) = (file.worker.unwrap().to_string(), file.provider.to_string());
    let worker = town.person(&login, Role::SupportWorker, &provider).await;
    let own = home.dwelling.association.to_string();
    let other = if own == "papiermolen" { "wendelhuis" } else { "papiermolen" };
    let consultant = town.person("consultant", Role::LettingConsultant, &own).await;
    let stranger = town.person("stranger", Role::LettingConsultant, other).await;
    let pairs = [Pair { reference: line.candidate.clone(), vacancy: line.vacancy.clone() }];
    let verdict = Verdict::Agreed;
    let done = rounds::decide(&town.app, &desk, round, proposal, &pairs, verdict, "past");
    assert_eq!(done.await.unwrap()[0].held, None);
    // A line that is held the second time is told to nobody.
    let done = rounds::decide(&town.app, &desk, round, proposal, &pairs, verdict, "past").await;
    assert!(done.unwrap()[0].held.is_some());
    let told = Message::PlacementDecided { reference: line.candidate.clone(), verdict };
    assert_eq!(inbox(&town.app, &worker).await, std::slice::from_ref(&told));
    let told_home = Message::HomeDecided { vacancy: line.vacancy.clone(), verdict };
    assert_eq!(inbox(&town.app, &consultant).await, std::slice::from_ref(&told_home));
    assert!(inbox(&town.app, &stranger).await.is_empty());
    let file = participants::view(&town.app, &desk, &line.candidate).await.unwrap();
    let decision = file.decisions[0].id;
    rounds::undo(&town.app, &desk, round, decision).await.unwrap();
    let undone = Message::DecisionUndone { reference: line.candidate };
    assert_eq!(inbox(&town.app, &worker).await, [undone, told]);
    let undone = Message::HomeUndone { vacancy: line.vacancy };
    assert_eq!(inbox(&town.app, &consultant).await, [undone, told_home]);
}

#[tokio::test]
async fn nobody_reads_or_marks_the_message_of_another() {
    let town = Town::new().await;
    let (coordinator, worker) = two(&town).await;
    change(&town, &coordinator).await;
    let id = messages::list(&town.app, &worker, true, ALL).await.unwrap().rows[0].id;
    for attempt in [
        messages::one(&town.app, &coordinator, id).await.map(|_| ()),
        messages::mark_read(&town.app, &coordinator, id).await.map(|_| ()),
    ] {
        assert!(matches!(attempt, Err(ActionError::NotFound)), "{attempt:?}");
    }
    assert_eq!(messages::mark_all_read(&town.app, &coordinator).await.unwrap(), 0);
    assert_eq!(messages::unread(&town.app, &worker).await.unwrap(), 1);
    let read = messages::mark_read(&town.app, &worker, id).await.unwrap();
    assert_eq!(read.link, "/participants/D-0001");
    assert_eq!(messages::unread(&town.app, &worker).await.unwrap(), 0);
}

#[tokio::test]
async fn an_address_with_strange_characters_is_refused_at_its_field() {
    let town = Town::new().await;
    let (_, worker) = two(&town).await;
    for (email, mail, expected) in [
        ("noor@zorg.example\r\nBcc: sam@zorg.example", "each", FieldFault::NotAnAddress),
        ("noor@zorg.example, sam@zorg.example", "daily", FieldFault::NotAnAddress),
        ("<noor@zorg.example>", "nothing", FieldFault::NotAnAddress),
        ("", "each", FieldFault::Required),
    ] {
        let draft = MailDraft { email: email.to_owned(), mail: mail.to_owned() };
        match messages::save_settings(&town.app, &worker, &draft).await {
            Err(ActionError::Fields(errors)) => {
                assert_eq!(errors[0].field, "email", "{email:?}");
                assert_eq!(errors[0].fault, expected, "{email:?}");
            }
            other => panic!("{email:?}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn only_who_chose_a_mail_for_each_message_gets_one_and_it_names_nothing() {
    let town = Town::new().await;
    let (coordinator, worker) = two(&town).await;
    for mail in ["nothing", "daily"] {
        wants(&town, &worker, mail).await;
        change(&town, &coordinator).await;
        messages::mark_all_read(&town.app, &worker).await.unwrap();
        assert_eq!(messages::take_mail(&town.app, &town.operator).await.unwrap(), None, "{mail}");
    }
    wants(&town, &worker, "each").await;
    change(&town, &coordinator).await;
    change(&town, &coordinator).await;
    let id = messages::list(&town.app, &worker, true, ALL).await.unwrap().rows[0].id;
    let letter = messages::take_mail(&town.app, &town.operator).await.unwrap().unwrap();
    assert_eq!(letter.address.as_str(), "noor@zorg.example");
    assert_eq!(letter.content, MailContent::Message);
    assert_eq!(letter.link, format!("/messages/{id}"), "no reference in a mail");
    let next = messages::take_mail(&town.app, &town.operator).await.unwrap();
    assert_eq!(next, None, "the same news twice is one mail");
}

async fn a_letter(town: &Town) -> (Who, Letter) {
    let (coordinator, worker) = two(town).await;
    wants(town, &worker, "each").await;
    change(town, &coordinator).await;
    (worker, messages::take_mail(&town.app, &town.operator).await.unwrap().unwrap())
}

fn failed(fault: MailFault, reply: u16) -> Result<(), MailFailure> {
    Err(MailFailure { fault, reply: Some(reply) })
}

#[tokio::test]
async fn a_mail_that_was_not_taken_is_tried_later_and_in_the_end_given_up() {
    let town = Town::new().await;
    let (_, mut letter) = a_letter(&town).await;
    let mut minute = 0;
    for pause in [1, 5, 15, 60, 240, 720, 1440] {
        let app = later(&town, minute);
        let outcome = failed(MailFault::Later, 451);
        let state = messages::settle_mail(&app, &town.operator, &letter, outcome).await.unwrap();
        assert_eq!(state, MailState::Failed);
        let early = later(&town, minute + pause - 1);
        assert_eq!(messages::take_mail(&early, &town.operator).await.unwrap(), None);
        minute += pause;
        let next = messages::take_mail(&later(&town, minute), &town.operator).await;
        letter = next.unwrap().unwrap();
    }
    let app = later(&town, minute);
    let outcome = failed(MailFault::Later, 451);
    let state = messages::settle_mail(&app, &town.operator, &letter, outcome).await.unwrap();
    assert_eq!(state, MailState::GivenUp);
    let far = later(&town, minute + 100_000);
    assert_eq!(messages::take_mail(&far, &town.operator).await.unwrap(), None);
}

#[tokio::test]
async fn a_holder_whose_lease_ran_out_changes_nothing() {
    let town = Town::new().await;
    let (_, slow) = a_letter(&town).await;
    let app = later(&town, 10);
    let quick = messages::take_mail(&app, &town.operator).await.unwrap().unwrap();
    assert_eq!(quick.id, slow.id);
    let late = messages::settle_mail(&app, &town.operator, &slow, failed(MailFault::Later, 451));
    assert!(matches!(late.await, Err(ActionError::Changed)));
    let state = messages::settle_mail(&app, &town.operator, &quick, Ok(())).await.unwrap();
    assert_eq!(state, MailState::Sent);
}

#[tokio::test]
async fn the_administrator_tries_again_or_gives_up_and_sees_no_name() {
    let town = Town::new().await;
    let (worker, letter) = a_letter(&town).await;
    let admin = town.person("administrator", Role::Administrator, "gemeente").await;
    let (app, operator) = (&town.app, &town.operator);
    let held = messages::give_up(app, &admin, letter.id).await;
    assert!(matches!(held, Err(ActionError::Changed)), "a try is under way");
    let outcome = failed(MailFault::Refused, 550);
    let state = messages::settle_mail(app, operator, &letter, outcome).await.unwrap();
    assert_eq!(state, MailState::GivenUp);
    let view = messages::outbox(app, &admin, "given-up", ALL).await.unwrap();
    assert_eq!(view.counts.into_iter().collect::<Vec<_>>(), [("given-up".to_owned(), 1)]);
    assert_eq!(view.page.rows[0].failure, outcome.err());
    messages::try_again(app, &admin, letter.id).await.unwrap();
    let again = messages::try_again(app, &admin, letter.id).await;
    assert!(matches!(again, Err(ActionError::Changed)));
    messages::give_up(app, &admin, letter.id).await.unwrap();
    let draft = MailDraft { email: String::new(), mail: "nothing".to_owned() };
    messages::save_settings(app, &worker, &draft).await.unwrap();
    let again = messages::try_again(app, &admin, letter.id).await;
    assert!(matches!(again, Err(ActionError::Hold(Hold::NoMailAddress))));
    let lines = audit::lines(app, &admin, "mail", "", ALL).await.unwrap();
    assert_eq!(lines.total, 3);
    let log = format!("{lines:?}");
    assert!(!log.contains("noor@zorg.example") && !log.contains("D-0001"), "{log}");
}

#[tokio::test]
async fn closing_an_account_stops_its_mail() {
    let town = Town::new().await;
    let (coordinator, worker) = two(&town).await;
    wants(&town, &worker, "each").await;
    change(&town, &coordinator).await;
    let login = worker.person().unwrap().login.clone();
    access::set_active(&town.app, &town.operator, &login, false).await.unwrap();
    assert_eq!(messages::take_mail(&town.app, &town.operator).await.unwrap(), None);
}

#[tokio::test]
async fn the_mail_of_the_day_comes_once_from_seven_in_the_morning() {
    let town = Town::new().await;
    let (coordinator, worker) = two(&town).await;
    wants(&town, &worker, "daily").await;
    change(&town, &coordinator).await;
    let write = async |moment: &str| {
        let app = at(&town, moment.parse().unwrap());
        messages::write_digests(&app, &town.operator).await.unwrap()
    };
    // In summer seven in Amsterdam is five in UTC.
    assert_eq!(write("2026-06-16T04:59:59Z").await, 0);
    assert_eq!(write("2026-06-16T05:00:00Z").await, 1);
    assert_eq!(write("2026-06-16T12:00:00Z").await, 0);
    let app = at(&town, "2026-06-16T12:00:00Z".parse().unwrap());
    let letter = messages::take_mail(&app, &town.operator).await.unwrap().unwrap();
    assert_eq!(letter.content, MailContent::Digest { unread: 1, waiting: Waiting::default() });
    assert_eq!(write("2026-06-17T05:00:00Z").await, 1);
    messages::mark_all_read(&town.app, &worker).await.unwrap();
    assert_eq!(write("2026-06-18T05:00:00Z").await, 0, "nothing waits");
}

#[tokio::test]
async fn what_did_not_happen_is_told_to_nobody() {
    let town = Town::new().await;
    let (coordinator, worker) = two(&town).await;
    let file = participants::view(&town.app, &coordinator, &reference("D-0001")).await.unwrap();
    let draft = ParticipantDraft { version: 99, ..ParticipantDraft::from(&file.file) };
    let done = participants::save_participant(&town.app, &coordinator, &draft).await;
    assert!(matches!(done, Err(ActionError::Changed)), "{done:?}");
    assert!(inbox(&town.app, &worker).await.is_empty());
}
