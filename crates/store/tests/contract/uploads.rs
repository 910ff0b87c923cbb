use jiff::Timestamp;
use sleutel_domain::{
    Id,
    access::{Account, OrganisationKind},
};
use sleutel_store::{
    Db, access,
    uploads::{self, UploadFile, UploadRow, UploadState},
};

use crate::{
    given::{self, CITY, ELSEWHERE, second, uuid},
    support::{Fresh, on_both},
};

on_both!(
    an_upload_comes_back_with_its_files_for_who_sent_it_only,
    an_upload_past_its_time_is_gone,
    an_upload_moves_on_only_from_where_it_is,
    a_kind_is_set_and_files_are_thrown_away,
    every_state_is_kept,
);

async fn accounts(db: &Db) -> [Id<Account>; 2] {
    given::programmes(db).await;
    let mut tx = db.write().await.unwrap();
    let organisation = given::organisation(1, "Gemeente", OrganisationKind::Municipality);
    access::save_organisation(&mut tx, CITY, &organisation).await.unwrap();
    let both = [given::account(1, "bea", &organisation), given::account(2, "mia", &organisation)];
    for row in &both {
        access::add_account(&mut tx, row, second(0)).await.unwrap();
    }
    tx.commit().await.unwrap();
    both.map(|row| row.id)
}

fn an_upload(number: u128, account: Id<Account>, state: UploadState) -> UploadRow {
    UploadRow {
        id: uuid(900 + number),
        account,
        state,
        created_at: second(i64::try_from(number).unwrap()),
        heard_at: second(10),
        expires_at: second(3600),
        outcome: String::new(),
    }
}

fn a_file(number: i64, name: &str, bytes: &[u8]) -> UploadFile {
    UploadFile { number, name: name.to_owned(), kind: "areas".to_owned(), bytes: bytes.to_vec() }
}

async fn put(db: &Db, row: &UploadRow, files: &[UploadFile]) {
    let mut tx = db.write().await.unwrap();
    uploads::put(&mut tx, CITY, row, files).await.unwrap();
    tx.commit().await.unwrap();
}

async fn get(db: &Db, row: &UploadRow, now: Timestamp) -> Option<UploadRow> {
    let mut tx = db.read().await.unwrap();
    uploads::get(&mut tx, CITY, row.account, row.id, now).await.unwrap()
}

async fn an_upload_comes_back_with_its_files_for_who_sent_it_only(fresh: &Fresh) {
    let [bea, mia] = accounts(fresh).await;
    let row = an_upload(1, bea, UploadState::Received);
    let files = [a_file(0, "buurten Zoë.geojson", b"\x00\xff{}"), a_file(1, "b.csv", b"")];
    put(fresh, &row, &files).await;
    put(fresh, &an_upload(2, bea, UploadState::Checked), &[]).await;
    assert_eq!(get(fresh, &row, second(0)).await.as_ref(), Some(&row));
    let mut tx = fresh.read().await.unwrap();
    assert_eq!(uploads::files(&mut tx, row.id).await.unwrap(), files);
    let mine = uploads::of_account(&mut tx, CITY, bea, second(0)).await.unwrap();
    let ids: Vec<_> = mine.iter().map(|it| it.id).collect();
    assert_eq!(ids, [uuid(902), uuid(901)], "newest first");
    assert!(uploads::of_account(&mut tx, CITY, mia, second(0)).await.unwrap().is_empty());
    assert_eq!(uploads::get(&mut tx, CITY, mia, row.id, second(0)).await.unwrap(), None);
    assert_eq!(uploads::get(&mut tx, ELSEWHERE, bea, row.id, second(0)).await.unwrap(), None);
}

async fn an_upload_past_its_time_is_gone(fresh: &Fresh) {
    let [bea, _] = accounts(fresh).await;
    let row = an_upload(1, bea, UploadState::Checked);
    put(fresh, &row, &[a_file(0, "a.csv", b"code")]).await;
    assert!(get(fresh, &row, second(3599)).await.is_some());
    assert_eq!(get(fresh, &row, second(3600)).await, None);
    let mut tx = fresh.write().await.unwrap();
    assert_eq!(uploads::forget_expired(&mut tx, second(3599)).await.unwrap(), 0);
    assert_eq!(uploads::forget_expired(&mut tx, second(3600)).await.unwrap(), 1);
    assert!(uploads::files(&mut tx, row.id).await.unwrap().is_empty(), "its files went too");
    tx.commit().await.unwrap();
}

async fn an_upload_moves_on_only_from_where_it_is(fresh: &Fresh) {
    let [bea, _] = accounts(fresh).await;
    let row = an_upload(1, bea, UploadState::Checked);
    put(fresh, &row, &[]).await;
    let (checked, importing, done) =
        (UploadState::Checked, UploadState::Importing, UploadState::Done);
    let mut tx = fresh.write().await.unwrap();
    let mut step = async |from, to, outcome| {
        uploads::advance(&mut tx, row.id, from, to, outcome, second(20)).await.unwrap()
    };
    assert!(step(checked, importing, None).await);
    assert!(!step(checked, importing, None).await, "a second press finds it under way");
    assert!(step(importing, done, Some("{}")).await);
    uploads::heard(&mut tx, row.id, second(30)).await.unwrap();
    tx.commit().await.unwrap();
    let now = get(fresh, &row, second(0)).await.unwrap();
    assert_eq!((now.state, now.outcome.as_str(), now.heard_at), (done, "{}", second(30)));
}

async fn a_kind_is_set_and_files_are_thrown_away(fresh: &Fresh) {
    let [bea, _] = accounts(fresh).await;
    let row = an_upload(1, bea, UploadState::Received);
    put(fresh, &row, &[a_file(0, "a.csv", b"1"), a_file(1, "b.csv", b"2")]).await;
    let mut tx = fresh.write().await.unwrap();
    uploads::set_kind(&mut tx, row.id, 1, "dwellings").await.unwrap();
    let kinds: Vec<_> =
        uploads::files(&mut tx, row.id).await.unwrap().into_iter().map(|it| it.kind).collect();
    assert_eq!(kinds, ["areas", "dwellings"]);
    uploads::forget_files(&mut tx, row.id).await.unwrap();
    assert!(uploads::files(&mut tx, row.id).await.unwrap().is_empty());
    uploads::forget(&mut tx, row.id).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(get(fresh, &row, second(0)).await, None);
}

async fn every_state_is_kept(fresh: &Fresh) {
    let [bea, _] = accounts(fresh).await;
    for (number, state) in (1..).zip(UploadState::ALL) {
        let row = an_upload(number, bea, state);
        put(fresh, &row, &[]).await;
        assert_eq!(get(fresh, &row, second(0)).await.unwrap().state, state);
    }
    let row = an_upload(1, bea, UploadState::Received);
    fresh.tamper("update upload set state = 'lost'").await;
    let mut tx = fresh.read().await.unwrap();
    let error = uploads::get(&mut tx, CITY, bea, row.id, second(0)).await.unwrap_err();
    assert!(error.to_string().contains("upload"), "{error}");
}
