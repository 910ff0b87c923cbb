use sleutel_domain::Id;
use sleutel_store::{
    StoreError, Window,
    audit::{self, ChainFault, ChainState, Line},
};

use crate::{
    given::{self, ALL, CITY, ELSEWHERE, second, uuid},
    support::{Fresh, on_both},
};

on_both!(
    a_line_comes_back_with_every_field,
    lines_are_asked_by_thing_by_kind_or_all_newest_first,
    a_page_of_lines_knows_how_many_there_are,
    a_new_chain_is_whole_and_empty,
    a_chain_of_more_than_one_helping_is_whole,
    two_programmes_in_one_transaction_keep_a_chain_each,
    a_programme_has_one_chain,
    a_programme_without_a_chain_gets_no_line,
    a_changed_line_is_found,
    a_missing_line_is_found,
    lines_taken_off_the_end_are_found,
    a_line_put_on_beside_the_product_is_found,
    a_line_that_follows_on_another_past_is_found,
    a_chain_without_its_head_is_found,
    what_is_rolled_back_leaves_no_line_and_no_trace_in_the_head,
    a_refused_line_leaves_the_chain_as_it_was,
    whoever_holds_the_head_keeps_other_writers_waiting,
);

fn line(number: i64) -> Line {
    Line {
        at: second(number),
        account: (number % 2 == 0).then(|| Id::new(uuid(201))),
        actor: "Noor (Zorg)".to_owned(),
        action: "participant.view".to_owned(),
        subject_kind: if number % 3 == 0 { "round" } else { "participant" }.to_owned(),
        subject: format!("P-{}", number % 2),
        purpose: "begeleiding – é".to_owned(),
        detail: format!("{{\"n\":{number}}}"),
        processing: uuid(7000),
    }
}

/// A chain of so many lines, each in a transaction of its own.
async fn chain(fresh: &Fresh, lines: i64) {
    given::programmes(fresh).await;
    for number in 1..=lines {
        let mut tx = fresh.write().await.unwrap();
        audit::append(&mut tx, CITY, &line(number)).await.unwrap();
        tx.commit().await.unwrap();
    }
}

async fn state(fresh: &Fresh) -> ChainState {
    let mut tx = fresh.read().await.unwrap();
    audit::verify(&mut tx, CITY).await.unwrap()
}

#[track_caller]
fn whole(state: &ChainState) -> u64 {
    let ChainState::Whole { lines, head } = state else { panic!("{state:?}") };
    assert_eq!(head.len(), 64);
    *lines
}

fn broken(seq: i64, fault: ChainFault) -> ChainState {
    ChainState::Broken { seq, fault }
}

async fn a_line_comes_back_with_every_field(fresh: &Fresh) {
    chain(fresh, 2).await;
    let mut tx = fresh.read().await.unwrap();
    let page = audit::lines(&mut tx, CITY, "", "", ALL).await.unwrap();
    let lines: Vec<_> = page.rows.iter().map(|it| (it.seq, it.line.clone())).collect();
    assert_eq!(lines, [(2, line(2)), (1, line(1))]);
    let ChainState::Whole { head, .. } = audit::verify(&mut tx, CITY).await.unwrap() else {
        panic!("the chain is broken")
    };
    assert_eq!(page.rows[0].hash, head);
    assert_ne!(page.rows[1].hash, head);
}

async fn lines_are_asked_by_thing_by_kind_or_all_newest_first(fresh: &Fresh) {
    chain(fresh, 7).await;
    let mut tx = fresh.read().await.unwrap();
    for (kind, subject, expected) in [
        ("", "", &[7, 6, 5, 4, 3, 2, 1][..]),
        ("round", "", &[6, 3]),
        ("participant", "P-1", &[7, 5, 1]),
        ("participant", "P-9", &[]),
        ("", "P-0", &[6, 4, 2]),
    ] {
        let page = audit::lines(&mut tx, CITY, kind, subject, ALL).await.unwrap();
        assert_eq!(page.rows.iter().map(|it| it.seq).collect::<Vec<_>>(), expected);
        assert_eq!(page.total, u64::try_from(expected.len()).unwrap());
    }
    assert_eq!(audit::lines(&mut tx, ELSEWHERE, "", "", ALL).await.unwrap().total, 0);
}

async fn a_page_of_lines_knows_how_many_there_are(fresh: &Fresh) {
    chain(fresh, 5).await;
    let mut tx = fresh.read().await.unwrap();
    let window = Window { offset: 1, limit: 2 };
    let page = audit::lines(&mut tx, CITY, "", "", window).await.unwrap();
    assert_eq!(page.rows.iter().map(|it| it.seq).collect::<Vec<_>>(), [4, 3]);
    assert_eq!(page.total, 5);
}

async fn a_new_chain_is_whole_and_empty(fresh: &Fresh) {
    chain(fresh, 0).await;
    assert_eq!(whole(&state(fresh).await), 0);
}

async fn a_chain_of_more_than_one_helping_is_whole(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    for number in 1..=1_001 {
        audit::append(&mut tx, CITY, &line(number)).await.unwrap();
    }
    tx.commit().await.unwrap();
    assert_eq!(whole(&state(fresh).await), 1_001);
    assert_eq!(fresh.tamper("update audit_line set actor = 'x' where seq = 1001").await, 1);
    assert_eq!(state(fresh).await, broken(1_001, ChainFault::Changed));
}

async fn two_programmes_in_one_transaction_keep_a_chain_each(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    for programme in [CITY, ELSEWHERE, CITY, CITY, ELSEWHERE] {
        audit::append(&mut tx, programme, &line(1)).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut tx = fresh.read().await.unwrap();
    assert_eq!(whole(&audit::verify(&mut tx, CITY).await.unwrap()), 3);
    assert_eq!(whole(&audit::verify(&mut tx, ELSEWHERE).await.unwrap()), 2);
}

async fn a_programme_has_one_chain(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let again = audit::begin_chain(&mut tx, CITY).await;
    assert!(matches!(again, Err(StoreError::Exists(_))), "{again:?}");
}

async fn a_programme_without_a_chain_gets_no_line(fresh: &Fresh) {
    let mut tx = fresh.write().await.unwrap();
    assert!(audit::append(&mut tx, CITY, &line(1)).await.is_err());
    assert!(tx.commit().await.is_err());
}

async fn a_changed_line_is_found(fresh: &Fresh) {
    for column in ["actor", "action", "subject_kind", "subject", "purpose", "detail"] {
        if column == "actor" {
            chain(fresh, 3).await;
        }
        let changed = format!("update audit_line set {column} = {column} || ' ' where seq = 2");
        assert_eq!(fresh.tamper(&changed).await, 1);
        assert_eq!(state(fresh).await, broken(2, ChainFault::Changed), "{column}");
        let back = format!(
            "update audit_line set {column} = substr({column}, 1, length({column}) - 1) \
             where seq = 2"
        );
        assert_eq!(fresh.tamper(&back).await, 1);
        assert_eq!(whole(&state(fresh).await), 3);
    }
    let swapped = "update audit_line set at = (select at from audit_line where seq = 1), \
                   account = null, processing = programme where seq = 2";
    assert_eq!(fresh.tamper(swapped).await, 1);
    assert_eq!(state(fresh).await, broken(2, ChainFault::Changed));
}

async fn a_missing_line_is_found(fresh: &Fresh) {
    chain(fresh, 4).await;
    assert_eq!(fresh.tamper("delete from audit_line where seq = 3").await, 1);
    assert_eq!(state(fresh).await, broken(3, ChainFault::Missing));
    assert_eq!(fresh.tamper("delete from audit_line where seq = 1").await, 1);
    assert_eq!(state(fresh).await, broken(1, ChainFault::Missing));
}

async fn lines_taken_off_the_end_are_found(fresh: &Fresh) {
    chain(fresh, 4).await;
    assert_eq!(fresh.tamper("delete from audit_line where seq > 2").await, 2);
    assert_eq!(state(fresh).await, broken(3, ChainFault::Head));
    assert_eq!(fresh.tamper("delete from audit_line").await, 2);
    assert_eq!(state(fresh).await, broken(1, ChainFault::Head));
}

/// A line made elsewhere, at the place given.
async fn put_on(fresh: &Fresh, seq: i64) {
    let forged = format!(
        "insert into audit_line (programme, seq, at, account, actor, action, subject_kind, \
         subject, purpose, detail, processing, previous, hash) select programme, {seq}, at, \
         account, actor, action, subject_kind, subject, purpose, detail, processing, hash, \
         hash from audit_line where seq = {}",
        seq - 1
    );
    assert_eq!(fresh.tamper(&forged).await, 1);
}

async fn a_line_put_on_beside_the_product_is_found(fresh: &Fresh) {
    chain(fresh, 3).await;
    put_on(fresh, 4).await;
    assert_eq!(state(fresh).await, broken(4, ChainFault::Changed));
    // Somebody who can make fingerprints still leaves the head behind.
    assert_eq!(fresh.tamper("delete from audit_line where seq = 4").await, 1);
    let behind = "update audit_head set seq = 2, \
                  hash = (select hash from audit_line where seq = 2) where seq = 3";
    assert_eq!(fresh.tamper(behind).await, 1);
    assert_eq!(state(fresh).await, broken(3, ChainFault::Head));
}

async fn a_line_that_follows_on_another_past_is_found(fresh: &Fresh) {
    chain(fresh, 3).await;
    let moved = "update audit_line set previous = hash where seq = 2";
    assert_eq!(fresh.tamper(moved).await, 1);
    assert_eq!(state(fresh).await, broken(2, ChainFault::Unlinked));
}

async fn a_chain_without_its_head_is_found(fresh: &Fresh) {
    chain(fresh, 2).await;
    assert_eq!(fresh.tamper("delete from audit_head").await, 2);
    assert_eq!(state(fresh).await, broken(3, ChainFault::Head));
}

async fn what_is_rolled_back_leaves_no_line_and_no_trace_in_the_head(fresh: &Fresh) {
    chain(fresh, 1).await;
    let before = state(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    audit::append(&mut tx, CITY, &line(2)).await.unwrap();
    audit::append(&mut tx, ELSEWHERE, &line(2)).await.unwrap();
    audit::append(&mut tx, CITY, &line(3)).await.unwrap();
    tx.rollback().await.unwrap();
    assert_eq!(state(fresh).await, before);
    let mut tx = fresh.write().await.unwrap();
    audit::append(&mut tx, CITY, &line(2)).await.unwrap();
    drop(tx);
    assert_eq!(state(fresh).await, before);
    let mut tx = fresh.write().await.unwrap();
    audit::append(&mut tx, CITY, &line(2)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(whole(&state(fresh).await), 2);
}

async fn a_refused_line_leaves_the_chain_as_it_was(fresh: &Fresh) {
    chain(fresh, 1).await;
    let mut tx = fresh.write().await.unwrap();
    let odd = Line { at: "2026-03-01T00:00:00.5Z".parse().unwrap(), ..line(2) };
    let refused = audit::append(&mut tx, CITY, &odd).await;
    assert!(matches!(refused, Err(StoreError::Fraction(_))), "{refused:?}");
    audit::append(&mut tx, CITY, &line(2)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(whole(&state(fresh).await), 2);
}

async fn whoever_holds_the_head_keeps_other_writers_waiting(fresh: &Fresh) {
    chain(fresh, 1).await;
    let mut first = fresh.write().await.unwrap();
    audit::take_head(&mut first, CITY).await.unwrap();
    audit::take_head(&mut first, CITY).await.unwrap();
    let other = fresh.again().await;
    let waits = async {
        let mut tx = other.write().await.unwrap();
        audit::take_head(&mut tx, CITY).await.unwrap();
        let seen = audit::lines(&mut tx, CITY, "", "", ALL).await.unwrap().total;
        audit::append(&mut tx, CITY, &line(9)).await.unwrap();
        tx.commit().await.unwrap();
        seen
    };
    let holds = async {
        audit::append(&mut first, CITY, &line(2)).await.unwrap();
        audit::append(&mut first, CITY, &line(3)).await.unwrap();
        first.commit().await.unwrap();
    };
    let (seen, ()) = tokio::join!(waits, holds);
    assert_eq!(seen, 3, "what the first wrote is there once the second has its turn");
    assert_eq!(whole(&state(fresh).await), 4);
}
