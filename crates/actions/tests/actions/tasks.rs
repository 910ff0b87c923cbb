//! Tasks: for whom, by when, done and undone, and how many wait.

use sleutel_actions::{
    ActionError, FieldFault, Who,
    cases::{self, ActDraft, BeginDraft, Doing},
    colleagues::{self, FileDraft, HandOverDraft, LeaveDraft},
    messages::{self as told, MailDraft},
    tasks::{self, TaskDraft, TaskQuery},
};
use sleutel_domain::{
    access::Role,
    messages::{MailContent, Message},
    tasks::Waiting,
};
use sleutel_store::Window;

use crate::{
    colleagues::{again, at, team},
    messages::inbox,
    town::{Town, reference},
};

const ALL: Window = Window { offset: 0, limit: 100 };

fn draft(what: &str, due: &str, owner: Option<&Who>) -> TaskDraft {
    TaskDraft {
        what: what.to_owned(),
        due: due.to_owned(),
        owner: owner.map(|it| it.account().unwrap().to_string()).unwrap_or_default(),
    }
}

async fn mine(town: &Town, who: &Who) -> Vec<String> {
    let found = tasks::list(&town.app, who, &TaskQuery::default(), ALL).await.unwrap();
    found.page.rows.into_iter().map(|it| it.row.what.to_string()).collect()
}

#[tokio::test]
async fn a_task_goes_to_a_colleague_who_may_open_the_file_and_to_nobody_else() {
    let town = Town::new().await;
    let team = team(&town).await;
    let whose = reference("D-0001");
    let given = draft("bel de gemeente", "2026-06-18", Some(&team.worker));
    tasks::add(&town.app, &team.coordinator, &whose, &given).await.unwrap();
    let own = draft("gordijnen opmeten", "2026-06-16", None);
    tasks::add(&town.app, &team.worker, &whose, &own).await.unwrap();
    assert_eq!(mine(&town, &team.worker).await, ["gordijnen opmeten", "bel de gemeente"]);
    assert_eq!(mine(&town, &team.coordinator).await, [""; 0]);
    let all = TaskQuery { team: true, ..TaskQuery::default() };
    let found = tasks::list(&town.app, &team.coordinator, &all, ALL).await.unwrap();
    assert_eq!(found.page.total, 2);
    let found = tasks::list(&town.app, &team.colleague, &all, ALL).await.unwrap();
    assert_eq!(found.page.total, 0, "not within reach");
    let message = Message::TaskGiven { reference: whose.clone() };
    assert_eq!(inbox(&town.app, &team.worker).await, [message]);
    let refused = draft("bel", "2026-06-14", Some(&team.colleague));
    let error = tasks::add(&town.app, &team.worker, &whose, &refused).await.unwrap_err();
    let ActionError::Fields(errors) = error else { panic!("{error:?}") };
    assert_eq!(errors.iter().map(|it| it.field.as_str()).collect::<Vec<_>>(), ["due", "owner"]);
    assert_eq!(errors[1].fault, FieldFault::CannotOpen);
    let outside = tasks::add(&town.app, &team.colleague, &whose, &own).await;
    assert!(matches!(outside, Err(ActionError::NotFound)), "{outside:?}");
}

#[tokio::test]
async fn a_task_is_done_and_undone_and_the_second_of_two_is_told() {
    let town = Town::new().await;
    let team = team(&town).await;
    let whose = reference("D-0001");
    let own = draft("gordijnen opmeten", "2026-06-16", None);
    let id = tasks::add(&town.app, &team.worker, &whose, &own).await.unwrap();
    tasks::set_done(&town.app, &team.worker, id, true, 1).await.unwrap();
    let second = tasks::set_done(&town.app, &team.coordinator, id, true, 1).await;
    assert!(matches!(second, Err(ActionError::Changed)), "{second:?}");
    assert_eq!(mine(&town, &team.worker).await, [""; 0]);
    let on_file = tasks::of_file(&town.app, &team.worker, &whose).await.unwrap();
    assert_eq!((on_file.open.len(), on_file.done.len()), (0, 1));
    tasks::set_done(&town.app, &team.worker, id, false, 2).await.unwrap();
    assert_eq!(mine(&town, &team.worker).await, ["gordijnen opmeten"]);
    let outsider = town.person("outsider", Role::LettingConsultant, "wendelhuis").await;
    let outside = tasks::set_done(&town.app, &outsider, id, true, 3).await;
    assert!(matches!(outside, Err(ActionError::NotFound)), "{outside:?}");
}

#[tokio::test]
async fn a_deputy_has_the_tasks_of_who_is_away_marked_as_such() {
    let town = Town::new().await;
    let team = team(&town).await;
    let own = draft("gordijnen opmeten", "2026-06-16", None);
    tasks::add(&town.app, &team.worker, &reference("D-0001"), &own).await.unwrap();
    let away = LeaveDraft {
        absent: String::new(),
        deputy: team.colleague.account().unwrap().to_string(),
        from: "2026-06-15".to_owned(),
        until: "2026-06-17".to_owned(),
    };
    colleagues::arrange_leave(&town.app, &team.worker, &away).await.unwrap();
    let deputy = again(&town.app, "colleague").await;
    let first = tasks::first(&town.app, &deputy, 5).await.unwrap();
    assert_eq!(first.len(), 1);
    let absent = team.worker.person().unwrap().name.clone();
    assert_eq!(first[0].for_whom.as_deref(), Some(absent.as_str()));
    assert_eq!(first[0].row.name, "", "the start page names nobody");
}

#[tokio::test]
async fn open_tasks_go_along_with_a_hand_over_and_come_back_with_its_undoing() {
    let town = Town::new().await;
    let team = team(&town).await;
    let own = draft("gordijnen opmeten", "2026-06-16", None);
    tasks::add(&town.app, &team.worker, &reference("D-0001"), &own).await.unwrap();
    let workers = colleagues::workers(&town.app, &team.coordinator).await.unwrap();
    let key = |login: &str| workers.iter().find(|it| it.login == login).unwrap().key.clone();
    let from = key(&team.worker.person().unwrap().login);
    let whose = reference("D-0001");
    let to = [key("colleague")];
    let seen = colleagues::preview(&town.app, &team.coordinator, &from, &to, Some(&whose)).await;
    let seen = seen.unwrap();
    assert_eq!(seen.to[0].tasks, 1);
    let file = FileDraft {
        reference: whose.to_string(),
        to: seen.files[0].1.clone(),
        note: String::new(),
        version: seen.files[0].0.version,
    };
    let wanted = HandOverDraft { from, files: vec![file], ..HandOverDraft::default() };
    let id = colleagues::hand_over(&town.app, &team.coordinator, &wanted).await.unwrap();
    assert_eq!(mine(&town, &team.colleague).await, ["gordijnen opmeten"]);
    colleagues::undo(&town.app, &team.coordinator, id).await.unwrap();
    assert_eq!(mine(&town, &team.colleague).await, [""; 0]);
    assert_eq!(mine(&town, &team.worker).await, ["gordijnen opmeten"]);
}

#[tokio::test]
async fn the_mail_of_the_day_counts_what_waits_and_says_nothing_more() {
    let town = Town::new().await;
    let team = team(&town).await;
    for due in ["2026-06-15", "2026-06-16", "2026-06-23", "2026-06-24"] {
        let own = draft("gordijnen opmeten", due, None);
        tasks::add(&town.app, &team.worker, &reference("D-0001"), &own).await.unwrap();
    }
    let wishes = MailDraft { email: "noor@zorg.example".to_owned(), mail: "daily".to_owned() };
    told::save_settings(&town.app, &team.worker, &wishes).await.unwrap();
    let next_day = at(&town, "2026-06-16T08:00:00Z");
    assert_eq!(told::write_digests(&next_day, &town.operator).await.unwrap(), 1);
    let letter = told::take_mail(&next_day, &town.operator).await.unwrap().unwrap();
    let waiting = Waiting { overdue: 1, today: 1, week: 1 };
    assert_eq!(letter.content, MailContent::Digest { unread: 0, waiting });
    assert_eq!(letter.link, "/tasks");
}

#[tokio::test]
async fn tasks_of_a_file_whose_road_ended_are_still_there_for_who_may_open_it() {
    let town = Town::new().await;
    let team = team(&town).await;
    let whose = reference("D-0001");
    let officer = town.person("officer", Role::HousingOfficer, "gemeente").await;
    assert!(tasks::of_file(&town.app, &officer, &whose).await.is_err(), "on no road");
    let route = BeginDraft { route: "omslag-amsterdam".to_owned(), ..BeginDraft::default() };
    cases::begin(&town.app, &team.worker, &whose, &route).await.unwrap();
    let own = draft("bel de zorgaanbieder", "2026-06-18", None);
    tasks::add(&town.app, &officer, &whose, &own).await.unwrap();
    let leaves = ActDraft { reason: "zelf gevonden".to_owned(), ..ActDraft::default() };
    let changes = cases::view(&town.app, &team.worker, &whose).await.unwrap().unwrap().row.changes;
    cases::act(&town.app, &team.worker, &whose, Doing::Withdraw, &leaves, changes).await.unwrap();
    let found = tasks::of_file(&town.app, &officer, &whose).await.unwrap();
    assert_eq!(found.open.len(), 1);
}
