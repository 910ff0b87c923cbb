use sleutel_domain::participants::MergePart;
use sleutel_store::{
    StoreError, Window,
    participants::{self, Filter, MergeRow, ParticipantFile, Sort},
};
use uuid::Uuid;

use crate::{
    given::{self, CITY, ELSEWHERE, bare_file, full_file, phrase, reference, second},
    support::{Fresh, on_both},
};

on_both!(
    a_file_set_aside_is_in_no_list_and_comes_back_as_it_was,
    only_one_of_two_who_set_a_file_aside_comes_first,
    a_version_of_a_file_becomes_that_file_again,
    a_file_set_aside_is_with_whoever_has_the_one_it_goes_on_as,
);

fn row() -> MergeRow {
    MergeRow {
        id: Uuid::from_u128(7),
        kept: reference("P-1"),
        aside: reference("P-2"),
        reason: phrase("confirmed"),
        parts: vec![MergePart::Waiting, MergePart::Words],
        version_before: 1,
        version_after: 2,
        actor: "Noor (care)".to_owned(),
        at: second(9),
    }
}

async fn one(fresh: &Fresh, code: &str) -> ParticipantFile {
    let mut tx = fresh.read().await.unwrap();
    participants::file(&mut tx, CITY, &reference(code)).await.unwrap().unwrap()
}

async fn aside(fresh: &Fresh, file: &ParticipantFile) -> Result<(), StoreError> {
    let mut tx = fresh.write().await.unwrap();
    participants::set_file_aside(&mut tx, CITY, file, &row()).await?;
    tx.commit().await
}

async fn listed(fresh: &Fresh) -> (u64, usize, usize, u64) {
    let mut tx = fresh.read().await.unwrap();
    let window = Window { offset: 0, limit: 10 };
    let page =
        participants::list(&mut tx, CITY, &Filter::default(), Sort::Name, false, window).await;
    let counts = participants::readiness_counts(&mut tx, CITY, "", "", &[]).await.unwrap();
    let files = participants::files(&mut tx, CITY, false).await.unwrap().len();
    let identities = participants::all_identities(&mut tx, CITY).await.unwrap().len();
    (page.unwrap().total, files, identities, counts.values().sum())
}

async fn a_file_set_aside_is_in_no_list_and_comes_back_as_it_was(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[bare_file(1, "Bo", "Bakker"), full_file(2)]).await;
    let before = one(fresh, "P-2").await;
    assert_eq!(listed(fresh).await, (2, 2, 2, 2));
    aside(fresh, &before).await.unwrap();
    assert_eq!(listed(fresh).await, (1, 1, 1, 1));
    let now = one(fresh, "P-2").await;
    assert_eq!(now.goes_on_as, Some(reference("P-1")));
    let mut tx = fresh.write().await.unwrap();
    for code in ["P-1", "P-2"] {
        let found = participants::merges_of(&mut tx, CITY, &reference(code)).await.unwrap();
        assert_eq!(found, [row()]);
        let elsewhere = participants::merges_of(&mut tx, ELSEWHERE, &reference(code)).await;
        assert!(elsewhere.unwrap().is_empty());
    }
    let all = participants::set_aside(&mut tx, CITY).await.unwrap();
    assert_eq!(all.into_iter().collect::<Vec<_>>(), [(reference("P-2"), reference("P-1"))]);
    let late = participants::save_file(&mut tx, CITY, &now, "Noor", second(10)).await;
    assert!(matches!(late, Err(StoreError::Changed { .. })), "{late:?}");
    let why = phrase("two sisters");
    let how = ("Noor", &why, second(11));
    let id = row().id;
    assert!(participants::take_file_back(&mut tx, CITY, &now, id, how).await.unwrap());
    assert!(!participants::take_file_back(&mut tx, CITY, &now, id, how).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(one(fresh, "P-2").await, ParticipantFile { version: 3, ..before });
    assert_eq!(listed(fresh).await, (2, 2, 2, 2));
}

async fn only_one_of_two_who_set_a_file_aside_comes_first(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[bare_file(1, "Bo", "Bakker"), bare_file(2, "Bo", "Bakker")]).await;
    let seen = one(fresh, "P-2").await;
    aside(fresh, &seen).await.unwrap();
    let second = aside(fresh, &seen).await;
    assert!(matches!(second, Err(StoreError::Changed { .. })), "{second:?}");
}

async fn a_version_of_a_file_becomes_that_file_again(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[full_file(1)]).await;
    let before = one(fresh, "P-1").await;
    let bare = ParticipantFile { id: before.id, version: 1, ..bare_file(1, "Bo", "Zwart") };
    let mut tx = fresh.write().await.unwrap();
    participants::save_file(&mut tx, CITY, &bare, "Noor", second(3)).await.unwrap();
    let first = participants::history(&mut tx, CITY, before.id).await.unwrap().pop().unwrap();
    let now = participants::file(&mut tx, CITY, &reference("P-1")).await.unwrap().unwrap();
    let again = first.snapshot.back_to(&now).unwrap();
    assert_eq!(again, ParticipantFile { version: 2, ..before });
}

async fn a_file_set_aside_is_with_whoever_has_the_one_it_goes_on_as(fresh: &Fresh) {
    given::programmes(fresh).await;
    let kept = ParticipantFile { worker: Some(phrase("noor")), ..bare_file(1, "Bo", "Bakker") };
    let before = ParticipantFile { worker: Some(phrase("ank")), ..bare_file(2, "Bo", "Bakker") };
    given::save(fresh, &[kept.clone(), before]).await;
    let with = async || {
        let mut tx = fresh.read().await.unwrap();
        let whose = reference("P-2");
        participants::supported_by(&mut tx, CITY, &whose).await.unwrap().unwrap()
    };
    assert_eq!(with().await.1, Some(phrase("ank")));
    let seen = one(fresh, "P-2").await;
    aside(fresh, &seen).await.unwrap();
    assert_eq!(with().await, (kept.provider, kept.worker));
    let mut tx = fresh.read().await.unwrap();
    let nobody = participants::supported_by(&mut tx, ELSEWHERE, &reference("P-2")).await;
    assert_eq!(nobody.unwrap(), None);
}
