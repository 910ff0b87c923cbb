use jiff::Timestamp;
use sleutel_domain::{
    Id,
    access::{Language, OrganisationKind, Role},
};
use sleutel_store::{
    StoreError,
    access::{self, ProgrammeRow, SessionRow},
};

use crate::{
    given::{self, CITY, ELSEWHERE, second, uuid},
    support::{Fresh, on_both},
};

on_both!(
    programmes_come_oldest_first_with_every_field,
    a_programme_with_a_code_that_is_taken_is_refused,
    a_programme_takes_another_name_and_the_others_keep_theirs,
    organisations_come_by_name_whatever_its_capitals,
    an_organisation_is_changed_by_its_code_and_keeps_its_identifier,
    an_account_comes_back_with_every_field,
    every_role_kind_and_language_comes_back,
    a_login_that_exists_is_refused_in_any_programme,
    a_language_is_kept,
    a_new_pass_phrase_ends_the_sessions_of_that_account_only,
    closing_an_account_ends_its_sessions_and_opening_it_starts_none,
    a_session_is_found_by_its_fingerprint_until_it_ends,
    a_session_that_is_used_lasts_longer,
    attempts_are_counted_by_bucket_and_moment,
    a_good_log_in_forgets_its_bucket_and_everything_old,
);

/// An organisation with two accounts.
async fn two_accounts(fresh: &Fresh) {
    given::programmes(fresh).await;
    let organisation = given::organisation(1, "Zorg", OrganisationKind::Provider);
    let mut tx = fresh.write().await.unwrap();
    access::save_organisation(&mut tx, CITY, &organisation).await.unwrap();
    for (number, login) in [(1, "noor"), (2, "sam")] {
        let row = given::account(number, login, &organisation);
        access::add_account(&mut tx, &row, second(0)).await.unwrap();
    }
    tx.commit().await.unwrap();
}

fn session(account: u128, expires_at: Timestamp) -> SessionRow {
    SessionRow {
        account: Id::new(uuid(200 + account)),
        csrf: "form-token".to_owned(),
        seen_at: second(5),
        expires_at,
    }
}

async fn start(fresh: &Fresh, token_hash: &str, row: &SessionRow) {
    let mut tx = fresh.write().await.unwrap();
    access::add_session(&mut tx, CITY, token_hash, row).await.unwrap();
    tx.commit().await.unwrap();
}

async fn found(fresh: &Fresh, token_hash: &str) -> Option<SessionRow> {
    let mut tx = fresh.read().await.unwrap();
    access::session(&mut tx, token_hash).await.unwrap()
}

async fn programmes_come_oldest_first_with_every_field(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.read().await.unwrap();
    let all = access::programmes(&mut tx).await.unwrap();
    let row = |id, code: &str, name: &str, demo| ProgrammeRow {
        id,
        code: code.to_owned(),
        name: name.to_owned(),
        demo,
    };
    let expected = [row(ELSEWHERE, "elsewhere", "Élders", false), row(CITY, "city", "Stad", true)];
    assert_eq!(all, expected);
}

async fn a_programme_with_a_code_that_is_taken_is_refused(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let row = ProgrammeRow {
        id: Id::new(uuid(3)),
        code: "city".to_owned(),
        name: "Nog een".to_owned(),
        demo: false,
    };
    let refused = access::add_programme(&mut tx, &row, second(0)).await;
    assert!(matches!(refused, Err(StoreError::Exists(_))), "{refused:?}");
}

async fn a_programme_takes_another_name_and_the_others_keep_theirs(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let before = access::programmes(&mut tx).await.unwrap();
    let city = before.iter().find(|row| row.id == CITY).unwrap();
    let changed = ProgrammeRow {
        code: "demo-7".to_owned(),
        name: "Wendelmonde".to_owned(),
        demo: !city.demo,
        ..city.clone()
    };
    access::save_programme(&mut tx, &changed).await.unwrap();
    tx.commit().await.unwrap();
    let after = access::programmes(&mut fresh.read().await.unwrap()).await.unwrap();
    let expected: Vec<_> =
        before.into_iter().map(|row| if row.id == CITY { changed.clone() } else { row }).collect();
    assert_eq!(after, expected);
}

async fn organisations_come_by_name_whatever_its_capitals(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let names = ["Zorg", "École", "de Key", "dEN Dam", "Fonds"];
    for (number, name) in (1..).zip(names) {
        let row = given::organisation(number, name, OrganisationKind::Association);
        access::save_organisation(&mut tx, CITY, &row).await.unwrap();
    }
    let all = access::organisations(&mut tx, CITY).await.unwrap();
    let names: Vec<_> = all.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["de Key", "dEN Dam", "École", "Fonds", "Zorg"]);
    assert!(access::organisations(&mut tx, ELSEWHERE).await.unwrap().is_empty());
}

async fn an_organisation_is_changed_by_its_code_and_keeps_its_identifier(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let first = given::organisation(1, "Zorg", OrganisationKind::Provider);
    access::save_organisation(&mut tx, CITY, &first).await.unwrap();
    let mut second = given::organisation(1, "Gemeente", OrganisationKind::Municipality);
    second.id = Id::new(uuid(999));
    access::save_organisation(&mut tx, CITY, &second).await.unwrap();
    let all = access::organisations(&mut tx, CITY).await.unwrap();
    second.id = first.id;
    assert_eq!(all, [second]);
}

async fn an_account_comes_back_with_every_field(fresh: &Fresh) {
    two_accounts(fresh).await;
    let organisation = given::organisation(1, "Zorg", OrganisationKind::Provider);
    let noor = given::account(1, "noor", &organisation);
    let sam = given::account(2, "sam", &organisation);
    let mut tx = fresh.read().await.unwrap();
    let by_login = access::account_by_login(&mut tx, "noor").await.unwrap();
    assert_eq!(by_login.as_ref(), Some(&noor));
    assert_eq!(access::account_by_id(&mut tx, sam.id).await.unwrap().as_ref(), Some(&sam));
    assert_eq!(access::accounts(&mut tx, CITY).await.unwrap(), [noor, sam]);
    assert!(access::accounts(&mut tx, ELSEWHERE).await.unwrap().is_empty());
    assert_eq!(access::account_by_login(&mut tx, "Noor").await.unwrap(), None);
    assert_eq!(access::account_by_id(&mut tx, Id::new(uuid(9))).await.unwrap(), None);
}

async fn every_role_kind_and_language_comes_back(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let mut saved = Vec::new();
    let languages = [Some(Language::Dutch), Some(Language::English), None].into_iter().cycle();
    let kinds = OrganisationKind::ALL.into_iter().cycle();
    for (((number, role), language), kind) in (1..).zip(Role::ALL).zip(languages).zip(kinds) {
        let organisation = given::organisation(number, "Partij", kind);
        access::save_organisation(&mut tx, CITY, &organisation).await.unwrap();
        let mut row = given::account(number, &format!("person-{number}"), &organisation);
        (row.role, row.language, row.active) = (role, language, number % 2 == 0);
        access::add_account(&mut tx, &row, second(0)).await.unwrap();
        saved.push(row);
    }
    assert_eq!(access::accounts(&mut tx, CITY).await.unwrap(), saved);
}

async fn a_login_that_exists_is_refused_in_any_programme(fresh: &Fresh) {
    two_accounts(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let organisation = given::organisation(1, "Zorg", OrganisationKind::Provider);
    let mut row = given::account(3, "noor", &organisation);
    row.programme = ELSEWHERE;
    let refused = access::add_account(&mut tx, &row, second(0)).await;
    assert!(matches!(refused, Err(StoreError::Exists(_))), "{refused:?}");
}

async fn a_language_is_kept(fresh: &Fresh) {
    two_accounts(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let noor = access::account_by_login(&mut tx, "noor").await.unwrap().unwrap();
    access::set_language(&mut tx, noor.id, Language::Dutch).await.unwrap();
    let all = access::accounts(&mut tx, CITY).await.unwrap();
    let languages: Vec<_> = all.iter().map(|it| it.language).collect();
    assert_eq!(languages, [Some(Language::Dutch), Some(Language::English)]);
}

async fn a_new_pass_phrase_ends_the_sessions_of_that_account_only(fresh: &Fresh) {
    two_accounts(fresh).await;
    start(fresh, "one", &session(1, second(100))).await;
    start(fresh, "two", &session(1, second(100))).await;
    start(fresh, "sam", &session(2, second(100))).await;
    let mut tx = fresh.write().await.unwrap();
    access::set_password(&mut tx, Id::new(uuid(201)), "$argon2id$new").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(found(fresh, "one").await, None);
    assert_eq!(found(fresh, "two").await, None);
    assert_eq!(found(fresh, "sam").await, Some(session(2, second(100))));
    let mut tx = fresh.read().await.unwrap();
    let all = access::accounts(&mut tx, CITY).await.unwrap();
    let hashes: Vec<_> = all.iter().map(|it| it.password_hash.as_str()).collect();
    assert_eq!(hashes, ["$argon2id$new", "$argon2id$v=19$hash"]);
}

async fn closing_an_account_ends_its_sessions_and_opening_it_starts_none(fresh: &Fresh) {
    two_accounts(fresh).await;
    start(fresh, "noor", &session(1, second(100))).await;
    start(fresh, "sam", &session(2, second(100))).await;
    for active in [false, true] {
        let mut tx = fresh.write().await.unwrap();
        access::set_active(&mut tx, Id::new(uuid(201)), active).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = fresh.read().await.unwrap();
        let all = access::accounts(&mut tx, CITY).await.unwrap();
        assert_eq!(all.iter().map(|it| it.active).collect::<Vec<_>>(), [active, true]);
        drop(tx);
        assert_eq!(found(fresh, "noor").await, None);
        assert!(found(fresh, "sam").await.is_some());
    }
}

async fn a_session_is_found_by_its_fingerprint_until_it_ends(fresh: &Fresh) {
    two_accounts(fresh).await;
    start(fresh, "noor", &session(1, second(100))).await;
    assert_eq!(found(fresh, "noor").await, Some(session(1, second(100))));
    assert_eq!(found(fresh, "other").await, None);
    let mut tx = fresh.write().await.unwrap();
    let twice = access::add_session(&mut tx, CITY, "noor", &session(2, second(1))).await;
    assert!(matches!(twice, Err(StoreError::Exists(_))), "{twice:?}");
    drop(tx);
    let mut tx = fresh.write().await.unwrap();
    access::end_session(&mut tx, "noor").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(found(fresh, "noor").await, None);
}

async fn a_session_that_is_used_lasts_longer(fresh: &Fresh) {
    two_accounts(fresh).await;
    start(fresh, "noor", &session(1, second(100))).await;
    start(fresh, "sam", &session(2, second(100))).await;
    let mut tx = fresh.write().await.unwrap();
    access::touch_session(&mut tx, "noor", second(60), second(160)).await.unwrap();
    tx.commit().await.unwrap();
    let longer = SessionRow { seen_at: second(60), ..session(1, second(160)) };
    assert_eq!(found(fresh, "noor").await, Some(longer));
    assert_eq!(found(fresh, "sam").await, Some(session(2, second(100))));
}

async fn attempts_are_counted_by_bucket_and_moment(fresh: &Fresh) {
    let mut tx = fresh.write().await.unwrap();
    for (number, bucket) in [(1, "noor"), (2, "noor"), (3, "noor"), (4, "192.0.2.1")] {
        let at = second(i64::try_from(number).unwrap());
        access::add_login_attempt(&mut tx, uuid(number), bucket, at).await.unwrap();
    }
    for (since, count) in [(0, 3), (2, 2), (3, 1), (4, 0)] {
        let counted = access::login_attempts(&mut tx, "noor", second(since)).await.unwrap();
        assert_eq!(counted, count, "since {since}");
    }
    assert_eq!(access::login_attempts(&mut tx, "192.0.2.1", second(4)).await.unwrap(), 1);
    assert_eq!(access::login_attempts(&mut tx, "sam", second(0)).await.unwrap(), 0);
}

async fn a_good_log_in_forgets_its_bucket_and_everything_old(fresh: &Fresh) {
    two_accounts(fresh).await;
    start(fresh, "ended", &session(1, second(9))).await;
    start(fresh, "running", &session(1, second(10))).await;
    let mut tx = fresh.write().await.unwrap();
    for (number, bucket, at) in [(1, "noor", 20), (2, "sam", 9), (3, "sam", 10)] {
        access::add_login_attempt(&mut tx, uuid(number), bucket, second(at)).await.unwrap();
    }
    access::forget_attempts(&mut tx, "noor", second(10)).await.unwrap();
    assert_eq!(access::login_attempts(&mut tx, "noor", second(0)).await.unwrap(), 0);
    assert_eq!(access::login_attempts(&mut tx, "sam", second(0)).await.unwrap(), 1);
    tx.commit().await.unwrap();
    assert_eq!(found(fresh, "ended").await, None);
    assert!(found(fresh, "running").await.is_some());
}
