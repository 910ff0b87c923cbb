use std::collections::BTreeMap;

use jiff::civil::date;
use sleutel_domain::{
    Answer, Id,
    participants::{LivingSituation, MemberRole, PriorityGround, Readiness},
};
use sleutel_store::{
    StoreError, fold,
    participants::{self, ParticipantFile, SnapshotPlace, VersionRow},
};

use crate::{
    given::{
        self, CITY, ELSEWHERE, bare_file, full_file, group, member, party, phrase, reference,
        second, uuid,
    },
    support::{Fresh, on_both},
};

on_both!(
    a_file_comes_back_with_every_field,
    a_file_of_which_nothing_is_known_comes_back_so,
    every_readiness_ground_and_situation_comes_back,
    a_change_replaces_the_parts_and_counts,
    the_second_of_two_who_change_a_file_is_told,
    a_reference_that_is_taken_is_refused_within_its_programme,
    a_household_without_a_head_is_refused,
    files_come_by_reference_each_with_its_own_parts,
    those_who_wait_are_those_who_are_not_placed,
    references_are_all_and_only_those_of_the_programme,
    every_version_is_kept_with_what_the_file_said_then,
    readiness_changes_alone_and_is_kept_in_the_history,
    the_readiness_of_nobody_cannot_change,
    a_word_nobody_knows_is_named_with_its_table_column_and_row,
    a_damaged_history_is_named,
);

async fn one(fresh: &Fresh, name: &str) -> Option<ParticipantFile> {
    let mut tx = fresh.read().await.unwrap();
    participants::file(&mut tx, CITY, &reference(name)).await.unwrap()
}

async fn history(fresh: &Fresh, file: &ParticipantFile) -> Vec<VersionRow> {
    let mut tx = fresh.read().await.unwrap();
    participants::history(&mut tx, CITY, file.id).await.unwrap()
}

async fn a_file_comes_back_with_every_field(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[full_file(1), bare_file(2, "Bo", "Bakker")]).await;
    assert_eq!(one(fresh, "P-1").await, Some(ParticipantFile { version: 1, ..full_file(1) }));
    assert_eq!(one(fresh, "P-9").await, None);
    let mut tx = fresh.read().await.unwrap();
    assert_eq!(participants::file(&mut tx, ELSEWHERE, &reference("P-1")).await.unwrap(), None);
}

async fn a_file_of_which_nothing_is_known_comes_back_so(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[full_file(1), bare_file(2, "Bo", "Bakker")]).await;
    let expected = ParticipantFile { version: 1, ..bare_file(2, "Bo", "Bakker") };
    assert_eq!(one(fresh, "P-2").await, Some(expected));
}

async fn every_readiness_ground_and_situation_comes_back(fresh: &Fresh) {
    given::programmes(fresh).await;
    let readiness = [
        Readiness::Preparing,
        Readiness::Ready { since: date(2026, 1, 1) },
        Readiness::Paused { reason: phrase("ziek"), until: None },
        Readiness::Placed { on: date(2026, 2, 2) },
    ];
    let grounds =
        [PriorityGround::None, PriorityGround::Safety, PriorityGround::TermEnds(date(2026, 3, 3))];
    let mut files = Vec::new();
    let states = readiness.into_iter().cycle().zip(grounds.into_iter().cycle());
    for ((number, situation), (readiness, ground)) in (1..).zip(LivingSituation::ALL).zip(states) {
        let mut file = bare_file(number, "Bo", "Bakker");
        file.living_situation = Some(situation);
        (file.readiness, file.ground) = (readiness, ground);
        files.push(file);
    }
    given::save(fresh, &files).await;
    for file in &mut files {
        file.version = 1;
    }
    let mut tx = fresh.read().await.unwrap();
    assert_eq!(participants::files(&mut tx, CITY, false).await.unwrap(), files);
}

async fn a_change_replaces_the_parts_and_counts(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[full_file(1), full_file(2)]).await;
    let changed = ParticipantFile {
        group: group("other"),
        provider: party("other"),
        waiting_since: date(2024, 1, 1),
        version: 1,
        ..bare_file(1, "Bo", "Bakker")
    };
    let mut tx = fresh.write().await.unwrap();
    let version = participants::save_file(&mut tx, CITY, &changed, "Sam", second(9)).await;
    assert_eq!(version.unwrap(), 2);
    tx.commit().await.unwrap();
    assert_eq!(one(fresh, "P-1").await, Some(ParticipantFile { version: 2, ..changed }));
    assert_eq!(one(fresh, "P-2").await, Some(ParticipantFile { version: 1, ..full_file(2) }));
    let again = ParticipantFile { version: 2, ..full_file(1) };
    let mut tx = fresh.write().await.unwrap();
    participants::save_file(&mut tx, CITY, &again, "Sam", second(9)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(one(fresh, "P-1").await, Some(ParticipantFile { version: 3, ..full_file(1) }));
}

async fn the_second_of_two_who_change_a_file_is_told(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[full_file(1)]).await;
    let seen = one(fresh, "P-1").await.unwrap();
    let first = ParticipantFile { worker: Some(phrase("first")), ..seen.clone() };
    let late = ParticipantFile { worker: None, wishes: Vec::new(), ..seen };
    let mut tx = fresh.write().await.unwrap();
    participants::save_file(&mut tx, CITY, &first, "Noor", second(1)).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = fresh.write().await.unwrap();
    let refused = participants::save_file(&mut tx, CITY, &late, "Sam", second(2)).await;
    let Err(StoreError::Changed { table: "participant", key }) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(key, "P-1");
    tx.commit().await.unwrap();
    assert_eq!(one(fresh, "P-1").await, Some(ParticipantFile { version: 2, ..first.clone() }));
    assert_eq!(history(fresh, &first).await.len(), 2);
}

async fn a_reference_that_is_taken_is_refused_within_its_programme(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[bare_file(1, "Bo", "Bakker")]).await;
    let mut twin = bare_file(1, "Cas", "Zwart");
    twin.id = Id::new(uuid(99));
    let mut tx = fresh.write().await.unwrap();
    participants::save_file(&mut tx, ELSEWHERE, &twin, "Sam", second(1)).await.unwrap();
    tx.commit().await.unwrap();
    twin.id = Id::new(uuid(98));
    let mut tx = fresh.write().await.unwrap();
    let refused = participants::save_file(&mut tx, CITY, &twin, "Sam", second(1)).await;
    assert!(matches!(refused, Err(StoreError::Exists(_))), "{refused:?}");
}

async fn a_household_without_a_head_is_refused(fresh: &Fresh) {
    given::programmes(fresh).await;
    let nobody = ParticipantFile { members: Vec::new(), ..bare_file(1, "Bo", "Bakker") };
    assert_eq!(nobody.head(), None);
    let mut tx = fresh.write().await.unwrap();
    let refused = participants::save_file(&mut tx, CITY, &nobody, "Sam", second(1)).await;
    let Err(StoreError::Row { table: "participant", column: "members", .. }) = refused else {
        panic!("{refused:?}")
    };
}

async fn files_come_by_reference_each_with_its_own_parts(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut files = [full_file(3), bare_file(1, "Bo", "Bakker"), full_file(2)];
    given::save(fresh, &files).await;
    let mut other = full_file(4);
    other.id = Id::new(uuid(99));
    let mut tx = fresh.write().await.unwrap();
    participants::save_file(&mut tx, ELSEWHERE, &other, "Sam", second(1)).await.unwrap();
    let found = participants::files(&mut tx, CITY, false).await.unwrap();
    files.sort_by(|a, b| a.reference.cmp(&b.reference));
    for file in &mut files {
        file.version = 1;
    }
    assert_eq!(found, files);
}

async fn those_who_wait_are_those_who_are_not_placed(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut files = [full_file(1), full_file(2), full_file(3)];
    files[1].readiness = Readiness::Placed { on: date(2026, 2, 2) };
    files[2].readiness = Readiness::Preparing;
    given::save(fresh, &files).await;
    let mut tx = fresh.read().await.unwrap();
    let waiting = participants::files(&mut tx, CITY, true).await.unwrap();
    let names: Vec<_> = waiting.iter().map(|it| it.reference.as_str()).collect();
    assert_eq!(names, ["P-1", "P-3"]);
    assert!(waiting.iter().all(|it| it.wishes == full_file(1).wishes));
    assert_eq!(participants::files(&mut tx, CITY, false).await.unwrap().len(), 3);
}

async fn references_are_all_and_only_those_of_the_programme(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[full_file(2), bare_file(1, "Bo", "Bakker")]).await;
    let mut tx = fresh.read().await.unwrap();
    let found = participants::references(&mut tx, CITY).await.unwrap();
    assert_eq!(found.into_iter().collect::<Vec<_>>(), [reference("P-1"), reference("P-2")]);
    assert!(participants::references(&mut tx, ELSEWHERE).await.unwrap().is_empty());
}

async fn every_version_is_kept_with_what_the_file_said_then(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[full_file(1), full_file(2)]).await;
    let file = ParticipantFile { version: 1, ..bare_file(1, "Bo", "Bakker") };
    let mut tx = fresh.write().await.unwrap();
    participants::save_file(&mut tx, CITY, &file, "Sam (other)", second(60)).await.unwrap();
    tx.commit().await.unwrap();
    let versions = history(fresh, &file).await;
    let heads: Vec<_> = versions.iter().map(|it| (it.version, it.at, it.actor.as_str())).collect();
    assert_eq!(heads, [(2, second(60), "Sam (other)"), (1, second(0), "Noor (care)")]);
    let (now, then) = (&versions[0].snapshot, &versions[1].snapshot);
    assert_eq!((now.members.len(), then.members.len()), (1, 4));
    assert_eq!((now.worker.as_deref(), then.worker.as_deref()), (None, Some("noor")));
    assert_eq!(then.group, "shelter");
    assert_eq!(then.provider, "care");
    assert_eq!(then.members[0].given, "Özgür");
    assert_eq!(then.members[0].born, Some(date(1980, 2, 29)));
    let moves: Vec<_> = then.members.iter().map(|it| it.moves_along).collect();
    assert_eq!(moves, [Some(true), Some(false), Some(true), None]);
    assert_eq!(then.living_situation.as_deref(), Some("with-others"));
    assert_eq!(then.waiting_since, date(2025, 6, 1));
    assert_eq!(then.readiness, "paused");
    assert_eq!(then.readiness_since, Some(date(2026, 5, 1)));
    assert_eq!(then.readiness_reason.as_deref(), Some("in behandeling"));
    assert_eq!((then.ground.as_str(), then.ground_date), ("term-ends", Some(date(2026, 7, 31))));
    assert_eq!((then.rent, then.stairs), (Some(87_966), Some(2)));
    assert_eq!(then.adaptation.as_deref(), Some("step-free"));
    assert_eq!((now.support_load, then.support_load), (None, Some(3)));
    assert_eq!((then.pets, then.smokes, then.sharing), (Some(true), Some(false), Some(false)));
    assert_eq!(then.want.as_deref(), Some("Rust,\nen een balkon."));
    assert_eq!(then.can.as_deref(), Some("Koken."));
    assert_eq!(then.need.as_deref(), Some("Iemand die langskomt. 100% €"));
    assert_eq!((then.wishes.len(), then.network.len(), then.exclusions.len()), (3, 5, 2));
    let street = SnapshotPlace {
        kind: "street".to_owned(),
        code: "AA02".to_owned(),
        street: Some("Dr. Schaepmanstraat".to_owned()),
    };
    assert_eq!(then.wishes[1].place, street);
    assert_eq!((now.rent, now.pets, now.want.as_ref()), (None, None, None));
    let mut tx = fresh.read().await.unwrap();
    assert!(participants::history(&mut tx, ELSEWHERE, file.id).await.unwrap().is_empty());
}

async fn readiness_changes_alone_and_is_kept_in_the_history(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[full_file(1)]).await;
    let placed = Readiness::Placed { on: date(2026, 3, 1) };
    let mut tx = fresh.write().await.unwrap();
    participants::set_readiness(&mut tx, CITY, &reference("P-1"), &placed, "Sam", second(5))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let expected = ParticipantFile { readiness: placed, version: 2, ..full_file(1) };
    assert_eq!(one(fresh, "P-1").await.as_ref(), Some(&expected));
    let versions = history(fresh, &expected).await;
    assert_eq!((versions[0].version, versions[0].actor.as_str()), (2, "Sam"));
    assert_eq!(versions[0].snapshot.readiness, "placed");
}

async fn the_readiness_of_nobody_cannot_change(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[full_file(1)]).await;
    let mut tx = fresh.write().await.unwrap();
    for (programme, name) in [(CITY, "P-9"), (ELSEWHERE, "P-1")] {
        let ready = Readiness::Preparing;
        let changed = participants::set_readiness(
            &mut tx,
            programme,
            &reference(name),
            &ready,
            "Sam",
            second(5),
        )
        .await;
        assert!(matches!(changed, Err(StoreError::Changed { .. })), "{changed:?}");
    }
}

async fn a_word_nobody_knows_is_named_with_its_table_column_and_row(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[full_file(1)]).await;
    for (table, column) in [
        ("participant", "readiness"),
        ("participant", "ground"),
        ("participant", "adaptation"),
        ("member", "role"),
        ("wish", "strength"),
        ("tie", "kind"),
    ] {
        // Only the one column is odd at a time: the rest is put back by saving anew.
        fresh.tamper(&format!("update {table} set {column} = 'odd'")).await;
        let mut tx = fresh.read().await.unwrap();
        let error = participants::file(&mut tx, CITY, &reference("P-1")).await.unwrap_err();
        let expected =
            format!("table `{table}`, column `{column}`, row `P-1`: `odd` cannot be read");
        assert_eq!(error.to_string(), expected);
        drop(tx);
        let mut tx = fresh.write().await.unwrap();
        let (version,) = (i64::try_from(history(fresh, &full_file(1)).await.len()).unwrap(),);
        let file = ParticipantFile { version, ..full_file(1) };
        participants::save_file(&mut tx, CITY, &file, "Sam", second(5)).await.unwrap();
        tx.commit().await.unwrap();
    }
}

async fn a_damaged_history_is_named(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[full_file(1)]).await;
    assert_eq!(fresh.tamper("update participant_version set snapshot = '{'").await, 1);
    let mut tx = fresh.read().await.unwrap();
    let error = participants::history(&mut tx, CITY, full_file(1).id).await.unwrap_err();
    assert!(matches!(error, StoreError::Packed { what: "history", .. }), "{error:?}");
}

#[test]
fn people_are_counted_only_when_all_is_known() {
    let mut file = full_file(1);
    assert_eq!(file.people(), Answer::Unknown);
    file.members[3].moves_along = Answer::Known(true);
    assert_eq!(file.people(), Answer::Known(3));
    assert_eq!(file.head().map(|it| it.role), Some(MemberRole::Head));
    assert_eq!(bare_file(1, "Bo", "Bakker").people(), Answer::Known(1));
    file.members = vec![member("Bo", "Bakker", MemberRole::Head); 300];
    assert_eq!(file.people(), Answer::Known(u8::MAX));
}

#[test]
fn every_order_has_a_word_of_its_own() {
    let words: BTreeMap<_, _> =
        participants::Sort::ALL.into_iter().map(|it| (it.code(), it)).collect();
    assert_eq!(words.len(), participants::Sort::ALL.len());
    for (word, sort) in words {
        assert_eq!(participants::Sort::from_code(word), Some(sort));
    }
    assert_eq!(participants::Sort::from_code("family; drop table participant"), None);
}

#[test]
fn folded_text_is_the_same_however_it_was_typed() {
    assert_eq!(fold("É"), fold("e\u{301}"));
    assert_eq!(fold("İstanbul"), "istanbul");
}
