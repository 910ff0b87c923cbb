use sleutel_domain::{Id, Phrase};
use sleutel_store::{
    Db,
    what_if::{self, WhatIfCheck, WhatIfRow, WhatIfState},
};

use crate::{
    given::{self, CITY, ELSEWHERE, second, uuid},
    support::{Fresh, on_both},
};

on_both!(
    a_what_if_comes_back_as_it_was_kept_newest_first,
    what_came_of_a_what_if_is_kept_once_and_read_back,
    one_that_went_wrong_waits_again_and_one_that_is_done_does_not,
    a_what_if_is_thrown_away_and_put_back,
);

fn a_what_if(number: u128, name: &str) -> WhatIfRow {
    WhatIfRow {
        id: Id::new(uuid(800 + number)),
        name: Phrase::new(name).unwrap(),
        actor: "Mia".to_owned(),
        at: second(i64::try_from(number).unwrap()),
        seed: u64::MAX,
        years: 5,
        replications: 20,
        uncertain: true,
        policies: vec!["staircase".to_owned(), "omslag".to_owned()],
        changes: r#"{"homes.small":[1,1,1]}"#.to_owned(),
        engine: "engine 1".to_owned(),
        assumptions: "ab12".to_owned(),
        state: WhatIfState::Waiting,
        fault: None,
        ended_at: None,
        fingerprint: String::new(),
        checked: None,
    }
}

async fn two(db: &Db) -> [WhatIfRow; 2] {
    given::programmes(db).await;
    let rows = [a_what_if(1, "Meer kleine woningen"), a_what_if(2, "Preventie")];
    let mut tx = db.write().await.unwrap();
    for row in &rows {
        what_if::add_what_if(&mut tx, CITY, row, b"input").await.unwrap();
    }
    tx.commit().await.unwrap();
    rows
}

async fn a_what_if_comes_back_as_it_was_kept_newest_first(db: &Fresh) {
    let [older, newer] = two(db).await;
    let mut tx = db.read().await.unwrap();
    let kept = what_if::what_ifs(&mut tx, CITY).await.unwrap();
    assert_eq!(kept, [newer.clone(), older]);
    assert_eq!(what_if::what_if(&mut tx, CITY, newer.id).await.unwrap(), Some(newer.clone()));
    assert_eq!(what_if::what_if(&mut tx, ELSEWHERE, newer.id).await.unwrap(), None);
    let bytes = what_if::what_if_bytes(&mut tx, CITY, newer.id).await.unwrap();
    assert_eq!(bytes, Some((b"input".to_vec(), Vec::new())));
}

async fn what_came_of_a_what_if_is_kept_once_and_read_back(db: &Fresh) {
    let [row, _] = two(db).await;
    let mut tx = db.write().await.unwrap();
    let done = (b"outcome".as_slice(), "cd34");
    assert!(what_if::finish_what_if(&mut tx, CITY, row.id, second(9), done).await.unwrap());
    assert!(!what_if::finish_what_if(&mut tx, CITY, row.id, second(9), done).await.unwrap());
    let check =
        WhatIfCheck { at: second(10), by: "Mia".into(), engine: "engine 1".into(), same: true };
    assert!(what_if::check_what_if(&mut tx, CITY, row.id, &check).await.unwrap());
    let found = what_if::what_if(&mut tx, CITY, row.id).await.unwrap().unwrap();
    assert_eq!((found.state, found.ended_at), (WhatIfState::Done, Some(second(9))));
    assert_eq!((found.fingerprint.as_str(), found.checked), ("cd34", Some(check)));
    let bytes = what_if::what_if_bytes(&mut tx, CITY, row.id).await.unwrap();
    assert_eq!(bytes.unwrap().1, b"outcome");
    tx.commit().await.unwrap();
}

async fn one_that_went_wrong_waits_again_and_one_that_is_done_does_not(db: &Fresh) {
    let [wrong, done] = two(db).await;
    let mut tx = db.write().await.unwrap();
    let at = second(9);
    assert!(what_if::fail_what_if(&mut tx, CITY, wrong.id, at, "fault").await.unwrap());
    assert!(!what_if::fail_what_if(&mut tx, CITY, wrong.id, at, "fault").await.unwrap());
    let found = what_if::what_if(&mut tx, CITY, wrong.id).await.unwrap().unwrap();
    assert_eq!((found.state, found.fault.as_deref()), (WhatIfState::Failed, Some("fault")));
    assert!(what_if::retry_what_if(&mut tx, CITY, wrong.id).await.unwrap());
    let found = what_if::what_if(&mut tx, CITY, wrong.id).await.unwrap();
    assert_eq!(found, Some(wrong));
    what_if::finish_what_if(&mut tx, CITY, done.id, at, (b"outcome", "cd34")).await.unwrap();
    assert!(!what_if::retry_what_if(&mut tx, CITY, done.id).await.unwrap());
    tx.commit().await.unwrap();
}

async fn a_what_if_is_thrown_away_and_put_back(db: &Fresh) {
    let [row, other] = two(db).await;
    let mut tx = db.write().await.unwrap();
    let at = second(9);
    assert!(what_if::throw_away_what_if(&mut tx, CITY, row.id, "Mia", at).await.unwrap());
    assert!(!what_if::throw_away_what_if(&mut tx, CITY, row.id, "Mia", at).await.unwrap());
    assert_eq!(what_if::what_ifs(&mut tx, CITY).await.unwrap(), std::slice::from_ref(&other));
    assert_eq!(what_if::what_if(&mut tx, CITY, row.id).await.unwrap(), None);
    assert_eq!(what_if::what_if_bytes(&mut tx, CITY, row.id).await.unwrap(), None);
    let name = what_if::thrown_away_what_if(&mut tx, CITY, row.id).await.unwrap();
    assert_eq!(name.as_deref(), Some(row.name.as_str()));
    assert_eq!(what_if::thrown_away_what_if(&mut tx, CITY, other.id).await.unwrap(), None);
    assert!(what_if::put_back_what_if(&mut tx, CITY, row.id).await.unwrap());
    assert!(!what_if::put_back_what_if(&mut tx, CITY, row.id).await.unwrap());
    assert_eq!(what_if::what_if(&mut tx, CITY, row.id).await.unwrap(), Some(row));
    tx.commit().await.unwrap();
}
