use jiff::civil::{Date, date};
use sleutel_domain::{
    Id,
    access::{
        Absence, Account, Guest, GuestRole, GuestState, HandOver, Leave, OrganisationKind, Role,
    },
    tasks::{Task, Waiting},
};
use sleutel_store::{
    StoreError, access, audit,
    colleagues::{self, GuestRow, HandOverRow, HandedRow, LeaveFilter},
    participants,
    tasks::{self, TaskFilter, TaskRow},
};
use uuid::Uuid;

use crate::{
    given::{self, ALL, CITY, ELSEWHERE, bare_file, party, phrase, reference, second, uuid},
    support::{Fresh, on_both},
};

on_both!(
    a_time_away_holds_on_its_days_until_it_is_ended,
    times_away_are_listed_by_state_and_by_who_is_part_of_them,
    a_guest_comes_back_with_every_field_and_is_let_in_after_yes_only,
    a_hand_over_comes_back_with_its_files_and_is_undone_once,
    a_caseload_shows_what_is_open_in_it,
    what_somebody_did_to_single_things_is_found_from_a_moment_on,
    a_task_comes_back_with_every_field_and_is_done_once,
    tasks_are_found_by_owner_caseload_file_and_day,
    tasks_go_along_with_a_hand_over_and_back,
);

const NOOR: Id<Account> = Id::new(Uuid::from_u128(201));
const SAM: Id<Account> = Id::new(Uuid::from_u128(202));
const TODAY: Date = date(2026, 3, 2);

/// Noor and Sam of one provider, `org-1`; P-1 carries Noor's name, P-2 Sam's, P-3 nobody's.
async fn two_people(fresh: &Fresh) {
    given::programmes(fresh).await;
    let organisation = given::organisation(1, "Zorg", OrganisationKind::Provider);
    let mut tx = fresh.write().await.unwrap();
    access::save_organisation(&mut tx, CITY, &organisation).await.unwrap();
    for (number, login) in [(1, "noor"), (2, "sam")] {
        let mut row = given::account(number, login, &organisation);
        row.role = Role::SupportWorker;
        access::add_account(&mut tx, &row, second(0)).await.unwrap();
    }
    tx.commit().await.unwrap();
    let file = |number, worker: Option<&str>| {
        let mut file = bare_file(number, "Bo", "Bakker");
        file.provider = party("org-1");
        file.worker = worker.map(phrase);
        file
    };
    given::save(fresh, &[file(1, Some("noor")), file(2, Some("sam")), file(3, None)]).await;
}

fn leave_id(number: u128) -> Id<Leave> {
    Id::new(uuid(9000 + number))
}

fn away(from: i8, until: i8) -> Absence {
    let day = |day| date(2026, 3, day);
    Absence { absent: NOOR, deputy: SAM, from: day(from), until: day(until) }
}

async fn a_time_away_holds_on_its_days_until_it_is_ended(fresh: &Fresh) {
    two_people(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let (id, absence) = (leave_id(1), away(2, 4));
    colleagues::add_leave(&mut tx, CITY, id, &absence, "Noor", second(1)).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = fresh.write().await.unwrap();
    let tx = &mut tx;
    let row = colleagues::leave(tx, CITY, id).await.unwrap().unwrap();
    assert_eq!((row.absence, row.actor.as_str(), row.ended.as_ref()), (absence, "Noor", None));
    assert_eq!(row.organisation, party("org-1"));
    assert_eq!(colleagues::leave(tx, ELSEWHERE, id).await.unwrap(), None);
    for (day, expected) in [(1, 0), (2, 1), (4, 1), (5, 0)] {
        let found = colleagues::stood_in_for(tx, SAM, date(2026, 3, day)).await.unwrap();
        assert_eq!(found.len(), expected, "{day}");
        assert!(found.iter().all(|it| it.login == "noor" && it.until == date(2026, 3, 4)));
    }
    assert!(colleagues::stood_in_for(tx, NOOR, TODAY).await.unwrap().is_empty());
    assert_eq!(colleagues::arranged_leaves(tx, CITY, date(2026, 3, 4)).await.unwrap(), [row]);
    assert!(colleagues::arranged_leaves(tx, CITY, date(2026, 3, 5)).await.unwrap().is_empty());
    assert!(colleagues::end_leave(tx, id, "Sam", second(2)).await.unwrap());
    assert!(!colleagues::end_leave(tx, id, "Noor", second(3)).await.unwrap());
    let ended = colleagues::leave(tx, CITY, id).await.unwrap().unwrap().ended;
    assert_eq!(ended, Some((second(2), "Sam".to_owned())));
    assert!(colleagues::stood_in_for(tx, SAM, TODAY).await.unwrap().is_empty());
    assert!(colleagues::arranged_leaves(tx, CITY, TODAY).await.unwrap().is_empty());
}

async fn times_away_are_listed_by_state_and_by_who_is_part_of_them(fresh: &Fresh) {
    two_people(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let tx = &mut tx;
    for (number, from, until) in [(1, 1, 1), (2, 2, 4), (3, 20, 25)] {
        let absence = away(from, until);
        let id = leave_id(number);
        colleagues::add_leave(tx, CITY, id, &absence, "Noor", second(1)).await.unwrap();
    }
    let filter = |organisation: &str, account, state: &str| LeaveFilter {
        organisation: organisation.to_owned(),
        account,
        state: state.to_owned(),
    };
    for (filter, expected) in [
        (filter("", None, ""), &[3, 2, 1][..]),
        (filter("org-1", None, "now"), &[2]),
        (filter("", Some(SAM), "coming"), &[3]),
        (filter("", Some(NOOR), "over"), &[1]),
        (filter("org-2", None, ""), &[]),
        (filter("", Some(Id::new(uuid(7))), ""), &[]),
    ] {
        let page = colleagues::leaves(tx, CITY, &filter, TODAY, ALL).await.unwrap();
        let found: Vec<_> = page.rows.iter().map(|it| it.id).collect();
        let expected: Vec<_> = expected.iter().map(|it| leave_id(*it)).collect();
        assert_eq!(found, expected, "{filter:?}");
        assert_eq!(page.total, u64::try_from(expected.len()).unwrap());
    }
}

fn guest_row(state: GuestState) -> GuestRow {
    GuestRow {
        id: Id::<Guest>::new(uuid(9100)),
        reference: reference("P-1"),
        account: SAM,
        name: "Noor Testers".to_owned(),
        organisation: party("org-1"),
        organisation_name: "Zorg".to_owned(),
        kind: OrganisationKind::Provider,
        role: GuestRole::TakePart,
        purpose: phrase("de verhuizing"),
        until: date(2026, 3, 4),
        state,
        inviter: Some(NOOR),
        actor: "Noor (Zorg)".to_owned(),
        at: second(1),
        settled_at: None,
        version: 1,
    }
}

async fn a_guest_comes_back_with_every_field_and_is_let_in_after_yes_only(fresh: &Fresh) {
    two_people(fresh).await;
    let row = guest_row(GuestState::Invited);
    let mut tx = fresh.write().await.unwrap();
    colleagues::add_guest(&mut tx, CITY, &row).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = fresh.write().await.unwrap();
    let tx = &mut tx;
    assert_eq!(colleagues::guest(tx, CITY, row.id).await.unwrap().as_ref(), Some(&row));
    assert_eq!(colleagues::guest(tx, ELSEWHERE, row.id).await.unwrap(), None);
    let of = colleagues::guests_of(tx, CITY, &row.reference).await.unwrap();
    assert_eq!(of, std::slice::from_ref(&row));
    let asked = colleagues::guests_by_account(tx, SAM).await.unwrap();
    assert_eq!(asked, std::slice::from_ref(&row));
    assert!(colleagues::guests_by_account(tx, NOOR).await.unwrap().is_empty());
    assert!(colleagues::passes(tx, SAM, TODAY).await.unwrap().is_empty());
    let yes = GuestRow {
        state: GuestState::Accepted,
        until: date(2026, 3, 9),
        settled_at: Some(second(2)),
        ..row.clone()
    };
    colleagues::save_guest(tx, &yes).await.unwrap();
    let kept = GuestRow { version: 2, ..yes.clone() };
    assert_eq!(colleagues::guest(tx, CITY, row.id).await.unwrap(), Some(kept));
    for (day, expected) in [(9, 1), (10, 0)] {
        let found = colleagues::passes(tx, SAM, date(2026, 3, day)).await.unwrap();
        assert_eq!(found.len(), expected, "{day}");
        assert!(found.iter().all(|it| it.role == GuestRole::TakePart));
    }
    let second = colleagues::save_guest(tx, &yes).await;
    assert!(matches!(second, Err(StoreError::Changed { .. })), "{second:?}");
}

fn hand_over_row() -> HandOverRow {
    let handed = |file: &str, note: Option<&str>| HandedRow {
        reference: reference(file),
        to: "sam".to_owned(),
        note: note.map(phrase),
        version: 2,
    };
    HandOverRow {
        id: Id::<HandOver>::new(uuid(9200)),
        organisation: party("org-1"),
        from: "noor".to_owned(),
        on: TODAY,
        note: Some(phrase("nieuw team")),
        account: Some(NOOR),
        actor: "Noor (Zorg)".to_owned(),
        at: second(1),
        undone: None,
        files: vec![handed("P-1", None), handed("P-2", Some("kent hem"))],
    }
}

async fn a_hand_over_comes_back_with_its_files_and_is_undone_once(fresh: &Fresh) {
    two_people(fresh).await;
    let row = hand_over_row();
    let mut tx = fresh.write().await.unwrap();
    let tx = &mut tx;
    colleagues::add_hand_over(tx, CITY, &row).await.unwrap();
    assert_eq!(colleagues::hand_over(tx, CITY, row.id).await.unwrap().as_ref(), Some(&row));
    assert_eq!(colleagues::hand_over(tx, ELSEWHERE, row.id).await.unwrap(), None);
    for (organisation, worker, expected) in
        [("", "", 1), ("org-1", "noor", 1), ("", "sam", 1), ("", "bo", 0), ("org-2", "", 0)]
    {
        let page = colleagues::hand_overs(tx, CITY, organisation, worker, ALL).await.unwrap();
        assert_eq!((page.rows.len(), page.total), (expected, u64::try_from(expected).unwrap()));
    }
    let of = colleagues::hand_overs_of(tx, CITY, &reference("P-2")).await.unwrap();
    assert_eq!((of.len(), of[0].files.as_slice()), (1, &row.files[1..]));
    assert!(colleagues::hand_overs_of(tx, CITY, &reference("P-3")).await.unwrap().is_empty());
    assert!(colleagues::mark_undone(tx, row.id, "Sam", second(5)).await.unwrap());
    assert!(!colleagues::mark_undone(tx, row.id, "Noor", second(6)).await.unwrap());
    let undone = colleagues::hand_over(tx, CITY, row.id).await.unwrap().unwrap().undone;
    assert_eq!(undone, Some((second(5), "Sam".to_owned())));
}

async fn a_caseload_shows_what_is_open_in_it(fresh: &Fresh) {
    two_people(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let tx = &mut tx;
    tasks::add_task(tx, CITY, &task_row(1, "P-1", NOOR, TODAY)).await.unwrap();
    let found = colleagues::workers_with_files(tx, CITY, "org-1").await.unwrap();
    let pairs: Vec<_> = found.iter().map(|(login, files)| (login.as_str(), *files)).collect();
    assert_eq!(pairs, [("", 1), ("noor", 1), ("sam", 1)]);
    let carried = colleagues::carried(tx, CITY, "org-1", "noor").await.unwrap();
    let it = &carried[0];
    assert_eq!((carried.len(), &it.reference, it.version), (1, &reference("P-1"), 1));
    assert_eq!((it.forms, it.agreements, it.tasks, it.next_due), (0, 0, 1, None));
    let nobodys = colleagues::carried(tx, CITY, "org-1", "").await.unwrap();
    assert_eq!(nobodys[0].reference, reference("P-3"));
    assert!(colleagues::carried(tx, CITY, "org-2", "noor").await.unwrap().is_empty());
    let only = ["sam".to_owned(), "bo".to_owned()];
    let filter = participants::Filter { caseload: only.to_vec(), ..Default::default() };
    let sort = participants::Sort::Reference;
    let page = participants::list(tx, CITY, &filter, sort, false, ALL).await.unwrap();
    assert_eq!((page.total, &page.rows[0].reference), (1, &reference("P-2")));
}

async fn what_somebody_did_to_single_things_is_found_from_a_moment_on(fresh: &Fresh) {
    two_people(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let tx = &mut tx;
    for (at, subject) in [(1, "P-1"), (2, ""), (3, "P-2")] {
        let line = audit::Line {
            at: second(at),
            account: Some(SAM),
            actor: "Sam".to_owned(),
            action: "change-participant".to_owned(),
            subject_kind: "participant".to_owned(),
            subject: subject.to_owned(),
            purpose: "test".to_owned(),
            detail: "{}".to_owned(),
            processing: uuid(u128::try_from(at).unwrap()),
        };
        audit::append(tx, CITY, &line).await.unwrap();
    }
    let subjects = |found: Vec<colleagues::Done>| -> Vec<String> {
        found.into_iter().map(|it| it.subject).collect()
    };
    let all = colleagues::done_since(tx, CITY, SAM, second(1)).await.unwrap();
    assert_eq!(subjects(all), ["P-1", "P-2"]);
    let later = colleagues::done_since(tx, CITY, SAM, second(2)).await.unwrap();
    assert_eq!(subjects(later), ["P-2"]);
    assert!(colleagues::done_since(tx, CITY, NOOR, second(0)).await.unwrap().is_empty());
}

fn task_row(number: u128, file: &str, owner: Id<Account>, due: Date) -> TaskRow {
    let login = if owner == NOOR { "noor" } else { "sam" };
    let worker = match file {
        "P-1" => Some(phrase("noor")),
        "P-2" => Some(phrase("sam")),
        _ => None,
    };
    TaskRow {
        id: Id::<Task>::new(uuid(9300 + number)),
        organisation: party("org-1"),
        reference: reference(file),
        what: phrase("gordijnen opmeten"),
        due,
        owner,
        owner_login: login.to_owned(),
        owner_name: "Noor Testers".to_owned(),
        maker: Some(SAM),
        actor: "Sam (Zorg)".to_owned(),
        at: second(1),
        done: None,
        worker,
        provider: party("org-1"),
        name: "Bo Bakker".to_owned(),
        version: 1,
    }
}

async fn a_task_comes_back_with_every_field_and_is_done_once(fresh: &Fresh) {
    two_people(fresh).await;
    let row = task_row(1, "P-1", NOOR, TODAY);
    let mut tx = fresh.write().await.unwrap();
    let tx = &mut tx;
    tasks::add_task(tx, CITY, &row).await.unwrap();
    assert_eq!(tasks::task(tx, CITY, row.id).await.unwrap().as_ref(), Some(&row));
    assert_eq!(tasks::task(tx, ELSEWHERE, row.id).await.unwrap(), None);
    let done = TaskRow { done: Some((second(4), "Noor".to_owned())), ..row };
    tasks::save_task(tx, &done).await.unwrap();
    let kept = tasks::task(tx, CITY, done.id).await.unwrap().unwrap();
    assert_eq!(kept, TaskRow { version: 2, ..done.clone() });
    let second = tasks::save_task(tx, &done).await;
    assert!(matches!(second, Err(StoreError::Changed { .. })), "{second:?}");
}

fn every() -> TaskFilter {
    TaskFilter {
        organisation: String::new(),
        owners: Vec::new(),
        caseload: Vec::new(),
        reference: String::new(),
        pressing: String::new(),
        done: false,
        today: TODAY,
    }
}

async fn tasks_are_found_by_owner_caseload_file_and_day(fresh: &Fresh) {
    two_people(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let tx = &mut tx;
    let rows = [
        task_row(1, "P-1", NOOR, date(2026, 3, 1)),
        task_row(2, "P-1", SAM, TODAY),
        task_row(3, "P-2", NOOR, date(2026, 3, 9)),
        task_row(4, "P-2", SAM, date(2026, 3, 10)),
        TaskRow { done: None, ..task_row(5, "P-3", SAM, TODAY) },
    ];
    for row in &rows {
        tasks::add_task(tx, CITY, row).await.unwrap();
    }
    let done = TaskRow { done: Some((second(2), "Sam".to_owned())), ..rows[4].clone() };
    tasks::save_task(tx, &done).await.unwrap();
    let text = str::to_owned;
    let noor = || vec![text("noor")];
    for (filter, expected) in [
        (every(), &[1, 2, 3, 4][..]),
        (TaskFilter { organisation: text("org-2"), ..every() }, &[]),
        (TaskFilter { owners: noor(), ..every() }, &[1, 3]),
        (TaskFilter { caseload: noor(), ..every() }, &[1, 2, 3]),
        (TaskFilter { reference: text("P-2"), ..every() }, &[3, 4]),
        (TaskFilter { pressing: text("overdue"), ..every() }, &[1]),
        (TaskFilter { pressing: text("today"), ..every() }, &[2]),
        (TaskFilter { pressing: text("week"), ..every() }, &[3]),
        (TaskFilter { pressing: text("later"), ..every() }, &[4]),
        (TaskFilter { done: true, ..every() }, &[5]),
    ] {
        let page = tasks::tasks(tx, CITY, &filter, ALL).await.unwrap();
        let found: Vec<_> = page.rows.iter().map(|it| it.id.uuid()).collect();
        let expected: Vec<_> = expected.iter().map(|it| uuid(9300 + *it)).collect();
        assert_eq!(found, expected, "{filter:?}");
        assert_eq!(page.total, u64::try_from(expected.len()).unwrap());
    }
    let waiting = tasks::waiting(tx, CITY, &[NOOR], TODAY).await.unwrap();
    assert_eq!(waiting, Waiting { overdue: 1, today: 0, week: 1 });
    let both = tasks::waiting(tx, CITY, &[NOOR, SAM], TODAY).await.unwrap();
    assert_eq!(both, Waiting { overdue: 1, today: 1, week: 1 }, "what is done or later is not");
    assert_eq!(both.total(), 3);
}

async fn tasks_go_along_with_a_hand_over_and_back(fresh: &Fresh) {
    two_people(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let tx = &mut tx;
    tasks::add_task(tx, CITY, &task_row(1, "P-1", NOOR, TODAY)).await.unwrap();
    tasks::add_task(tx, CITY, &task_row(2, "P-1", SAM, TODAY)).await.unwrap();
    let row = hand_over_row();
    colleagues::add_hand_over(tx, CITY, &row).await.unwrap();
    let file = reference("P-1");
    let moved = tasks::move_tasks(tx, CITY, &file, NOOR, SAM, row.id).await.unwrap();
    assert_eq!(moved, 1);
    let owners = TaskFilter { owners: vec!["sam".to_owned()], ..every() };
    assert_eq!(tasks::tasks(tx, CITY, &owners, ALL).await.unwrap().total, 2);
    assert_eq!(tasks::move_tasks_back(tx, row.id, NOOR).await.unwrap(), 1);
    assert_eq!(tasks::tasks(tx, CITY, &owners, ALL).await.unwrap().total, 1);
}
