use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use sleutel_domain::{
    Answer, Reference,
    participants::{Member, MemberRole, likeness_keys},
};
use sleutel_store::participants::{self, NotTheSame, ParticipantFile};

use crate::{
    given::{self, CITY, ELSEWHERE, bare_file, member, phrase, reference, second},
    support::{Fresh, on_both},
};

on_both!(
    files_with_a_key_in_common_are_found_also_after_a_change,
    a_key_of_a_housemate_makes_a_pair_only_with_a_head,
    whom_a_file_is_about_comes_back_head_first,
    files_from_before_get_their_keys_when_the_database_is_opened,
    that_two_are_not_the_same_is_found_from_both_sides_and_judged_once,
);

const DAY: Date = date(1980, 3, 12);

fn born(number: u128, given: &str, family: &str, on: Date) -> ParticipantFile {
    let mut file = bare_file(number, given, family);
    file.members[0].born = Some(on);
    file
}

fn named(numbers: &[u128]) -> BTreeSet<Reference> {
    numbers.iter().map(|it| reference(&format!("P-{it}"))).collect()
}

async fn found(fresh: &Fresh, file: &ParticipantFile) -> BTreeSet<Reference> {
    let mut tx = fresh.read().await.unwrap();
    let keys = likeness_keys(&file.members);
    assert!(participants::holders(&mut tx, ELSEWHERE, &keys).await.unwrap().is_empty());
    participants::holders(&mut tx, CITY, &keys).await.unwrap()
}

async fn paired(fresh: &Fresh) -> Vec<(Reference, Reference)> {
    let mut tx = fresh.read().await.unwrap();
    assert!(participants::pairs(&mut tx, ELSEWHERE).await.unwrap().is_empty());
    participants::pairs(&mut tx, CITY).await.unwrap().into_iter().collect()
}

async fn files_with_a_key_in_common_are_found_also_after_a_change(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut third = born(3, "Kees", "Bos", DAY);
    given::save(
        fresh,
        &[born(1, "Jan", "Jansen", DAY), bare_file(2, "Johan", "Janssen"), third.clone()],
    )
    .await;
    assert_eq!(found(fresh, &born(9, "Wim", "Smit", DAY)).await, named(&[1, 3]));
    assert_eq!(found(fresh, &bare_file(9, "Hans", "Jansen")).await, named(&[1, 2]));
    assert_eq!(
        paired(fresh).await,
        [(reference("P-1"), reference("P-2")), (reference("P-1"), reference("P-3"))]
    );
    third.version = 1;
    third.members[0].born = None;
    given::save(fresh, &[third]).await;
    assert_eq!(found(fresh, &born(9, "Wim", "Smit", DAY)).await, named(&[1]));
    assert_eq!(paired(fresh).await, [(reference("P-1"), reference("P-2"))]);
}

async fn a_key_of_a_housemate_makes_a_pair_only_with_a_head(fresh: &Fresh) {
    given::programmes(fresh).await;
    let with_child = |number, given: &str, family: &str| {
        let mut file = bare_file(number, given, family);
        let mut child = member("Noor", "Jansen", MemberRole::Child);
        child.born = Some(DAY);
        file.members.push(child);
        file
    };
    given::save(fresh, &[with_child(1, "Jan", "Jansen"), with_child(2, "Els", "Bos")]).await;
    assert!(paired(fresh).await.is_empty());
    given::save(fresh, &[born(3, "Noor", "Jansen", DAY)]).await;
    let third = || reference("P-3");
    assert_eq!(paired(fresh).await, [(reference("P-1"), third()), (reference("P-2"), third())]);
}

async fn whom_a_file_is_about_comes_back_head_first(fresh: &Fresh) {
    given::programmes(fresh).await;
    let (full, bare) = (given::full_file(1), bare_file(2, "Bo", "Bakker"));
    given::save(fresh, &[full.clone(), bare.clone()]).await;
    let mut tx = fresh.read().await.unwrap();
    let all = participants::all_identities(&mut tx, CITY).await.unwrap();
    assert_eq!(all.keys().cloned().collect::<BTreeSet<_>>(), named(&[1, 2]));
    for file in [&full, &bare] {
        let known = &all[&file.reference];
        let bare = |it: &Member| Member {
            custody: Answer::Unknown,
            standing: Answer::Unknown,
            ..it.clone()
        };
        assert_eq!(known.members, file.members.iter().map(bare).collect::<Vec<_>>());
        assert_eq!((&known.provider, &known.worker), (&file.provider, &file.worker));
    }
    let one = participants::identities(&mut tx, CITY, &named(&[2, 7])).await.unwrap();
    assert_eq!(one.len(), 1);
    assert_eq!(one[&bare.reference], all[&bare.reference]);
}

async fn files_from_before_get_their_keys_when_the_database_is_opened(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[born(1, "Jan", "Jansen", DAY), bare_file(2, "Els", "Bos")]).await;
    let behind = async || {
        let mut tx = fresh.read().await.unwrap();
        participants::keys_behind(&mut tx).await.unwrap()
    };
    assert!(!behind().await);
    fresh.tamper("delete from participant_key").await;
    assert!(behind().await);
    assert!(found(fresh, &born(9, "Wim", "Smit", DAY)).await.is_empty());
    fresh.again().await.close().await;
    assert!(!behind().await);
    assert_eq!(found(fresh, &born(9, "Wim", "Smit", DAY)).await, named(&[1]));
    // Keys by older rules are made anew.
    assert!(fresh.tamper("update participant_key set rules = 0").await > 2);
    let mut tx = fresh.write().await.unwrap();
    assert_eq!(participants::renew_keys(&mut tx).await.unwrap(), 2);
    assert_eq!(participants::renew_keys(&mut tx).await.unwrap(), 0);
}

fn said(one: &str, other: &str, judged: bool) -> NotTheSame {
    NotTheSame {
        one: reference(one),
        other: reference(other),
        reason: phrase("tweeling"),
        judged,
        actor: "Lotte (gemeente)".to_owned(),
        at: second(5),
    }
}

async fn that_two_are_not_the_same_is_found_from_both_sides_and_judged_once(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let first = said("P-1", "P-2", false);
    assert!(participants::save_not_the_same(&mut tx, CITY, &first).await.unwrap());
    let mut turned = said("P-2", "P-1", true);
    turned.reason = phrase("gebeld met beiden");
    assert!(participants::save_not_the_same(&mut tx, CITY, &turned).await.unwrap());
    assert!(!participants::save_not_the_same(&mut tx, CITY, &first).await.unwrap());
    let other = said("P-2", "P-3", true);
    assert!(participants::save_not_the_same(&mut tx, CITY, &other).await.unwrap());
    let kept = NotTheSame { reason: turned.reason, ..said("P-1", "P-2", true) };
    let all = [kept.clone(), other.clone()];
    assert_eq!(participants::not_the_same(&mut tx, CITY).await.unwrap(), all);
    assert!(participants::not_the_same(&mut tx, ELSEWHERE).await.unwrap().is_empty());
    for (whose, expected) in [("P-1", &all[..1]), ("P-2", &all[..]), ("P-3", &all[1..])] {
        let found = participants::not_the_same_as(&mut tx, CITY, &reference(whose)).await.unwrap();
        assert_eq!(found, expected, "{whose}");
    }
    let (one, two) = (reference("P-1"), reference("P-2"));
    for (programme, there) in [(ELSEWHERE, false), (CITY, true), (CITY, false)] {
        let gone = participants::remove_not_the_same(&mut tx, programme, &two, &one).await.unwrap();
        assert_eq!(gone, there);
    }
}
