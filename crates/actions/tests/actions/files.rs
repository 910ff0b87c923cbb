use sleutel_actions::{
    ActionError, FieldFault,
    participants::{self, MemberDraft, ParticipantDraft, WishDraft},
};
use sleutel_domain::access::Role;
use sleutel_store::{Window, participants::Filter, participants::Sort};

use crate::town::{Town, reference};

fn new_draft(provider: &str) -> ParticipantDraft {
    ParticipantDraft {
        reference: "P-2026-9001".to_owned(),
        group: "omslag-adults".to_owned(),
        provider: provider.to_owned(),
        given: "Noor".to_owned(),
        family: "van den Proef".to_owned(),
        waiting_since: "1-3-2026".to_owned(),
        readiness: "ready".to_owned(),
        ..ParticipantDraft::default()
    }
}

async fn group(town: &Town) -> String {
    let lists = participants::lists(&town.app, &town.operator).await.unwrap();
    lists.groups.keys().next().unwrap().to_string()
}

fn faults(result: Result<sleutel_domain::Reference, ActionError>) -> Vec<(String, FieldFault)> {
    match result {
        Err(ActionError::Fields(errors)) => {
            errors.into_iter().map(|it| (it.field, it.fault)).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn every_fault_of_a_form_is_told_at_once_at_its_field() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let draft = ParticipantDraft {
        group: "no-such".to_owned(),
        given: String::new(),
        born: "31-2-2000".to_owned(),
        rent: "veel".to_owned(),
        pets: "misschien".to_owned(),
        waiting_since: "2030-01-01".to_owned(),
        members: vec![MemberDraft { given: "Sam".to_owned(), ..MemberDraft::default() }],
        wishes: vec![WishDraft {
            place: "NOWHERE".to_owned(),
            direction: "prefer".to_owned(),
            strength: "strong".to_owned(),
            ..WishDraft::default()
        }],
        ..new_draft("dagwinst")
    };
    let found = faults(participants::save_participant(&town.app, &desk, &draft).await);
    let fields: Vec<&str> = found.iter().map(|it| it.0.as_str()).collect();
    for field in [
        "group",
        "given",
        "born",
        "rent",
        "pets",
        "waiting_since",
        "member-1-family",
        "member-1-role",
        "wish-1-place",
    ] {
        assert!(fields.contains(&field), "{field} is not among {fields:?}");
    }
}

#[tokio::test]
async fn a_file_is_added_found_changed_and_its_history_kept() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let draft = ParticipantDraft { group: group(&town).await, ..new_draft("dagwinst") };
    let made = participants::save_participant(&town.app, &desk, &draft).await.unwrap();
    let filter = Filter { words: "PROÉF".to_owned(), ..Filter::default() };
    let window = Window { offset: 0, limit: 10 };
    let list =
        participants::list(&town.app, &desk, &filter, Sort::Name, false, window).await.unwrap();
    assert_eq!(list.page.rows[0].reference, made);
    let view = participants::view(&town.app, &desk, &made).await.unwrap();
    let mut draft = ParticipantDraft::from(&view.file);
    draft.rent = "712,50".to_owned();
    participants::save_participant(&town.app, &desk, &draft).await.unwrap();
    let history = participants::history(&town.app, &desk, &made).await.unwrap();
    let rents: Vec<_> = history.versions.iter().map(|it| it.snapshot.rent).collect();
    assert_eq!(rents, [Some(71_250), None]);
    assert!(history.log.rows.iter().any(|it| it.line.action == "see-participant"));
}

#[tokio::test]
async fn the_second_of_two_people_who_change_a_file_is_told_and_nothing_is_overwritten() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let one = reference("D-0001");
    let seen = participants::view(&town.app, &desk, &one).await.unwrap().file;
    let mut first = ParticipantDraft::from(&seen);
    let mut second = first.clone();
    first.rent = "700".to_owned();
    second.rent = "800".to_owned();
    participants::save_participant(&town.app, &desk, &first).await.unwrap();
    let result = participants::save_participant(&town.app, &desk, &second).await;
    assert!(matches!(result, Err(ActionError::Changed)), "{result:?}");
    let now = participants::view(&town.app, &desk, &one).await.unwrap().file;
    assert_eq!(now.limits.rent.known().unwrap().get(), 70_000);
}

#[tokio::test]
async fn a_reference_that_is_taken_is_told_at_its_field() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let draft = ParticipantDraft {
        reference: "D-0001".to_owned(),
        group: group(&town).await,
        ..new_draft("dagwinst")
    };
    let found = faults(participants::save_participant(&town.app, &desk, &draft).await);
    assert_eq!(found, [("reference".to_owned(), FieldFault::Taken)]);
}

#[tokio::test]
async fn a_form_cannot_place_anybody() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let draft = ParticipantDraft {
        readiness: "placed".to_owned(),
        group: group(&town).await,
        ..new_draft("dagwinst")
    };
    let found = faults(participants::save_participant(&town.app, &desk, &draft).await);
    assert_eq!(found, [("readiness".to_owned(), FieldFault::NotAChoice)]);
}

#[tokio::test]
async fn a_coordinator_cannot_put_a_file_at_another_provider() {
    let town = Town::new().await;
    let own = town.person("own", Role::PlacementCoordinator, "dagwinst").await;
    let draft = ParticipantDraft { group: group(&town).await, ..new_draft("eigendrempel") };
    let found = faults(participants::save_participant(&town.app, &own, &draft).await);
    assert_eq!(found, [("provider".to_owned(), FieldFault::NotYours)]);
}

#[tokio::test]
async fn a_programme_manager_sees_no_names_and_cannot_search_them() {
    let town = Town::new().await;
    let manager = town.person("manager", Role::ProgrammeManager, "gemeente").await;
    let window = Window { offset: 0, limit: 50 };
    let all =
        participants::list(&town.app, &manager, &Filter::default(), Sort::Name, false, window)
            .await
            .unwrap();
    assert_eq!(all.page.total, 30);
    assert!(!all.identity);
    assert!(all.page.rows.iter().all(|it| it.given.is_empty() && it.family.is_empty()));
    let file =
        participants::view(&town.app, &town.operator, &reference("D-0001")).await.unwrap().file;
    let words = file.head().unwrap().family.to_string();
    let filter = Filter { words, ..Filter::default() };
    let found =
        participants::list(&town.app, &manager, &filter, Sort::Name, false, window).await.unwrap();
    assert_eq!(found.page.total, 0);
}
