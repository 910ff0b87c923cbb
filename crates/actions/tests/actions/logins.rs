use sleutel_actions::{ActionError, FieldFault, Hold, access};
use sleutel_domain::access::Role;

use crate::town::{PASSPHRASE, Town};

async fn fails(town: &Town, login: &str, passphrase: &str) -> Hold {
    match access::log_in(&town.app, login, passphrase, "192.0.2.7").await {
        Err(ActionError::Hold(hold)) => hold,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_wrong_pass_phrase_and_an_unknown_name_get_the_same_answer() {
    let town = Town::new().await;
    town.desk().await;
    assert_eq!(fails(&town, "desk", "niet deze wachtzin").await, Hold::WrongLogin);
    assert_eq!(fails(&town, "nobody", PASSPHRASE).await, Hold::WrongLogin);
}

#[tokio::test]
async fn after_five_wrong_tries_even_the_right_pass_phrase_has_to_wait() {
    let town = Town::new().await;
    town.desk().await;
    for _ in 0..5 {
        assert_eq!(fails(&town, "desk", "niet deze wachtzin").await, Hold::WrongLogin);
    }
    assert_eq!(fails(&town, "desk", PASSPHRASE).await, Hold::TooManyTries { minutes: 15 });
}

#[tokio::test]
async fn many_wrong_tries_at_once_are_counted_like_tries_one_after_the_other() {
    let town = Town::new().await;
    town.desk().await;
    let mut tries = tokio::task::JoinSet::new();
    for _ in 0..12 {
        let app = town.app.clone();
        tries.spawn(async move {
            access::log_in(&app, "desk", "niet deze wachtzin", "192.0.2.7").await
        });
    }
    let wrong = tries
        .join_all()
        .await
        .into_iter()
        .filter(|it| matches!(it, Err(ActionError::Hold(Hold::WrongLogin))))
        .count();
    assert_eq!(wrong, 5);
}

#[tokio::test]
async fn a_session_ends_when_somebody_logs_out_or_the_account_is_closed() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let first = access::log_in(&town.app, "desk", PASSPHRASE, "192.0.2.7").await.unwrap();
    access::log_out(&town.app, &desk, &first.token).await.unwrap();
    assert!(access::session(&town.app, &first.token).await.unwrap().is_none());
    let second = access::log_in(&town.app, "DESK ", PASSPHRASE, "192.0.2.7").await.unwrap();
    access::set_active(&town.app, &town.operator, "desk", false).await.unwrap();
    assert!(access::session(&town.app, &second.token).await.unwrap().is_none());
    assert_eq!(fails(&town, "desk", PASSPHRASE).await, Hold::WrongLogin);
}

#[tokio::test]
async fn a_token_somebody_made_up_opens_nothing() {
    let town = Town::new().await;
    town.desk().await;
    for token in ["", "0", &"a".repeat(64)] {
        assert!(access::session(&town.app, token).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_new_pass_phrase_asks_for_the_old_one_and_tells_every_fault_at_once() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let result = access::change_passphrase(&town.app, &desk, "fout", "kort", "anders").await;
    let Err(ActionError::Fields(errors)) = result else { panic!("{result:?}") };
    let faults: Vec<_> = errors.iter().map(|it| (it.field.as_str(), &it.fault)).collect();
    assert_eq!(
        faults,
        [
            ("old", &FieldFault::WrongPassphrase),
            ("new", &FieldFault::TooShort { least: 12 }),
            ("again", &FieldFault::NotTheSame),
        ]
    );
    let new = "een nieuwe wachtzin";
    access::change_passphrase(&town.app, &desk, PASSPHRASE, new, new).await.unwrap();
    assert_eq!(fails(&town, "desk", PASSPHRASE).await, Hold::WrongLogin);
    access::log_in(&town.app, "desk", new, "192.0.2.7").await.unwrap();
}

#[tokio::test]
async fn a_role_that_does_not_fit_the_organisation_is_refused() {
    let town = Town::new().await;
    let new = access::NewAccount {
        login: "x".to_owned(),
        name: "X".to_owned(),
        role: Role::LettingConsultant,
        organisation: sleutel_domain::OrganisationCode::new("gemeente").unwrap(),
        passphrase: PASSPHRASE.to_owned(),
    };
    let result = access::add_account(&town.app, &town.operator, &new).await;
    let Err(ActionError::Fields(errors)) = result else { panic!("{result:?}") };
    assert_eq!(errors[0].field, "role");
}
