use sleutel_domain::{
    Id,
    participants::Participant,
    window::{Key, KeyWay},
};
use sleutel_store::{
    StoreError,
    audit::{self, Line},
    window::{self, KeyRow, KeyStanding, WindowSessionRow},
};

use crate::{
    given::{self, CITY, ELSEWHERE, bare_file, reference, second, uuid},
    support::{Fresh, on_both},
};

on_both!(
    a_key_comes_back_with_every_field_newest_first,
    a_key_is_used_once_by_one_of_two,
    a_key_that_was_taken_back_opens_nothing,
    whose_window_it_is_follows_the_file,
    a_secret_is_found_by_the_reference_whatever_its_capitals,
    a_window_session_lasts_until_it_ends_and_old_ones_are_forgotten,
    other_sessions_end_and_one_stays,
    who_looked_is_everybody_but_oneself,
);

const NOOR: Id<Participant> = Id::new(uuid::Uuid::from_u128(1001));
const BO: Id<Participant> = Id::new(uuid::Uuid::from_u128(1002));

async fn two_files(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[bare_file(1, "Noor", "Bakker"), bare_file(2, "Bo", "Bakker")]).await;
}

fn key(number: u128, participant: Id<Participant>) -> KeyRow {
    KeyRow {
        id: Id::<Key>::new(uuid(9000 + number)),
        participant,
        token_hash: format!("hash-{number}"),
        selector: "AB12".to_owned(),
        code_hash: "$argon2id$".to_owned(),
        made_at: second(i64::try_from(number).unwrap()),
        made_by: "Sam (Zorg)".to_owned(),
        valid_until: second(1_000),
        standing: KeyStanding::Open,
    }
}

async fn add(fresh: &Fresh, rows: &[KeyRow]) {
    let mut tx = fresh.write().await.unwrap();
    for row in rows {
        window::add_key(&mut tx, CITY, row).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn a_key_comes_back_with_every_field_newest_first(fresh: &Fresh) {
    two_files(fresh).await;
    add(fresh, &[key(1, NOOR), key(2, NOOR), key(3, BO)]).await;
    let mut tx = fresh.write().await.unwrap();
    assert_eq!(window::keys(&mut tx, CITY, NOOR).await.unwrap(), [key(2, NOOR), key(1, NOOR)]);
    assert_eq!(window::keys(&mut tx, ELSEWHERE, NOOR).await.unwrap(), []);
    let found = window::open_key_of_link(&mut tx, "hash-3").await.unwrap();
    assert_eq!(found, Some((CITY, key(3, BO))));
    let found = window::open_keys_of_code(&mut tx, "AB12").await.unwrap();
    assert_eq!(found.len(), 3, "chance may give two keys the same beginning");
    assert_eq!(window::open_keys_of_code(&mut tx, "ZZ99").await.unwrap(), []);
}

async fn a_key_is_used_once_by_one_of_two(fresh: &Fresh) {
    two_files(fresh).await;
    add(fresh, &[key(1, NOOR)]).await;
    let mut tx = fresh.write().await.unwrap();
    let id = key(1, NOOR).id;
    window::use_key(&mut tx, CITY, id, KeyWay::Link, second(5)).await.unwrap();
    let again = window::use_key(&mut tx, CITY, id, KeyWay::Code, second(6)).await;
    assert!(matches!(again, Err(StoreError::Changed { .. })), "{again:?}");
    assert_eq!(window::open_key_of_link(&mut tx, "hash-1").await.unwrap(), None);
    let used = KeyStanding::Used { at: second(5), way: KeyWay::Link };
    assert_eq!(window::keys(&mut tx, CITY, NOOR).await.unwrap()[0].standing, used);
}

async fn a_key_that_was_taken_back_opens_nothing(fresh: &Fresh) {
    two_files(fresh).await;
    add(fresh, &[key(1, NOOR), key(2, NOOR), key(3, BO)]).await;
    let mut tx = fresh.write().await.unwrap();
    let (one, by) = (Some(key(1, NOOR).id), "Sam (Zorg)");
    let other = window::withdraw_keys(&mut tx, CITY, BO, one, by, second(7)).await.unwrap();
    assert_eq!(other, 0, "a key of somebody else's window");
    assert_eq!(window::withdraw_keys(&mut tx, CITY, NOOR, one, by, second(7)).await.unwrap(), 1);
    assert_eq!(window::withdraw_keys(&mut tx, CITY, NOOR, None, by, second(8)).await.unwrap(), 1);
    assert_eq!(window::withdraw_keys(&mut tx, CITY, NOOR, None, by, second(9)).await.unwrap(), 0);
    let standing = KeyStanding::Withdrawn { at: second(7), by: by.to_owned() };
    assert_eq!(window::keys(&mut tx, CITY, NOOR).await.unwrap()[1].standing, standing);
    let left = window::open_keys_of_code(&mut tx, "AB12").await.unwrap();
    assert_eq!(left, [(CITY, key(3, BO))]);
}

async fn whose_window_it_is_follows_the_file(fresh: &Fresh) {
    two_files(fresh).await;
    let mut tx = fresh.read().await.unwrap();
    let noor = window::resident(&mut tx, CITY, NOOR).await.unwrap().unwrap();
    assert_eq!((noor.reference, noor.provider.as_str()), (reference("P-1"), "care"));
    assert_eq!(window::resident(&mut tx, ELSEWHERE, NOOR).await.unwrap(), None);
}

async fn a_secret_is_found_by_the_reference_whatever_its_capitals(fresh: &Fresh) {
    two_files(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    assert_eq!(window::secret_since(&mut tx, CITY, NOOR).await.unwrap(), None);
    window::set_secret(&mut tx, CITY, NOOR, "first", second(1)).await.unwrap();
    window::set_secret(&mut tx, CITY, NOOR, "second", second(2)).await.unwrap();
    assert_eq!(window::secret_since(&mut tx, CITY, NOOR).await.unwrap(), Some(second(2)));
    let found = window::secrets_of(&mut tx, " p-1 ").await.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].resident.participant, found[0].hash.as_str()), (NOOR, "second"));
    assert_eq!(window::secrets_of(&mut tx, "P-2").await.unwrap(), []);
    window::forget_secret(&mut tx, CITY, NOOR).await.unwrap();
    assert_eq!(window::secrets_of(&mut tx, "P-1").await.unwrap(), []);
}

fn session(seen: i64) -> WindowSessionRow {
    WindowSessionRow {
        programme: CITY,
        participant: NOOR,
        csrf: "form-token".to_owned(),
        seen_at: second(seen),
        expires_at: second(seen + 10),
    }
}

async fn a_window_session_lasts_until_it_ends_and_old_ones_are_forgotten(fresh: &Fresh) {
    two_files(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    window::add_window_session(&mut tx, "one", &session(0)).await.unwrap();
    assert_eq!(window::window_session(&mut tx, "one").await.unwrap(), Some(session(0)));
    window::touch_window_session(&mut tx, "one", second(5), second(15)).await.unwrap();
    assert_eq!(window::window_session(&mut tx, "one").await.unwrap(), Some(session(5)));
    window::add_window_session(&mut tx, "two", &session(20)).await.unwrap();
    assert_eq!(window::window_session(&mut tx, "one").await.unwrap(), None);
    window::end_window_session(&mut tx, "two").await.unwrap();
    assert_eq!(window::window_session(&mut tx, "two").await.unwrap(), None);
}

async fn other_sessions_end_and_one_stays(fresh: &Fresh) {
    two_files(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    for token in ["one", "two", "three"] {
        window::add_window_session(&mut tx, token, &session(0)).await.unwrap();
    }
    window::end_window_sessions(&mut tx, CITY, NOOR, "two").await.unwrap();
    assert_eq!(window::window_session(&mut tx, "one").await.unwrap(), None);
    assert!(window::window_session(&mut tx, "two").await.unwrap().is_some());
    window::end_window_sessions(&mut tx, CITY, NOOR, "").await.unwrap();
    assert_eq!(window::window_session(&mut tx, "two").await.unwrap(), None);
}

async fn who_looked_is_everybody_but_oneself(fresh: &Fresh) {
    two_files(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    for (number, actor, kind, subject) in [
        (1, "Sam (Zorg)", "participant", "P-1"),
        (2, "P-1 (participant)", "participant", "P-1"),
        (3, "Sam (Zorg)", "participant", "P-2"),
        (4, "Sam (Zorg)", "dwelling", "P-1"),
        (5, "Ada (Stad)", "participant", "P-1"),
    ] {
        let line = Line {
            at: second(number),
            account: None,
            actor: actor.to_owned(),
            action: "see-participant".to_owned(),
            subject_kind: kind.to_owned(),
            subject: subject.to_owned(),
            purpose: "casework".to_owned(),
            detail: "{}".to_owned(),
            processing: uuid(1),
        };
        audit::append(&mut tx, CITY, &line).await.unwrap();
    }
    let own = "P-1 (participant)";
    let page = audit::looks(&mut tx, CITY, &reference("P-1"), own, given::ALL).await.unwrap();
    let actors: Vec<_> = page.rows.iter().map(|it| it.line.actor.as_str()).collect();
    assert_eq!((page.total, actors), (2, vec!["Ada (Stad)", "Sam (Zorg)"]));
}
