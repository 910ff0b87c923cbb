use std::collections::BTreeMap;

use sleutel_domain::{
    FormCode, Id, LongText,
    forms::{FormAct, FormFile, FormStatus},
};
use sleutel_store::{
    StoreError, Tx,
    forms::{self, DraftRow, FormFileRow, FormFilter, FormScope, FormVersionRow},
    participants,
};

use crate::{
    given::{self, ALL, CITY, ELSEWHERE, party, reference, second, uuid},
    support::{Fresh, on_both},
};

on_both!(
    a_form_comes_back_with_every_field,
    the_forms_of_a_household_come_last_moved_first,
    of_two_who_move_a_form_the_second_is_told,
    a_draft_comes_back_letter_for_letter,
    of_two_who_save_a_draft_the_second_is_told_and_nothing_is_overwritten,
    versions_come_in_order_and_a_number_is_given_once,
    a_list_holds_what_its_scope_lets_through,
    a_list_is_filtered_and_counted_by_status,
    every_version_somebody_began_is_counted,
    a_row_that_makes_no_sense_is_named,
);

fn form_id(number: u128) -> Id<FormFile> {
    Id::new(uuid(7000 + number))
}

fn a_form(number: u128, person: &str, status: FormStatus) -> FormFileRow {
    FormFileRow {
        id: form_id(number),
        reference: reference(person),
        form: FormCode::new("omslag-match").unwrap(),
        form_version: 3,
        status,
        recipient: None,
        started_by: "Noor Testers (Zorg)".to_owned(),
        started_at: second(1),
        changed_at: second(i64::try_from(number).unwrap()),
        version: 1,
    }
}

fn a_draft() -> DraftRow {
    DraftRow {
        typed: vec![0, 159, 146, 150, b'"'],
        saved_by: "Noor Testers (Zorg)".to_owned(),
        account: None,
        saved_at: second(5),
        counter: 1,
    }
}

fn a_version(number: i64) -> FormVersionRow {
    FormVersionRow {
        number,
        act: FormAct::Send,
        status: FormStatus::Sent,
        remarks: Some(LongText::new("Zie\nvraag 3").unwrap()),
        recipient: Some(party("let")),
        actor: "Noor Testers (Zorg)".to_owned(),
        account: None,
        at: second(number),
        answers: vec![1, 2, 3],
    }
}

/// Two people at `care`, one of them of worker `sam`, and one at `other`.
async fn people(tx: &mut Tx) {
    for (number, worker, provider) in
        [(1, Some("sam"), "care"), (2, None, "care"), (3, None, "other")]
    {
        let mut file = given::bare_file(number, "Ada", "Één");
        file.worker = worker.map(given::phrase);
        file.provider = party(provider);
        participants::save_file(tx, CITY, &file, "Noor", second(0)).await.unwrap();
    }
}

async fn a_form_comes_back_with_every_field(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let row = FormFileRow { recipient: Some(party("let")), ..a_form(1, "P-1", FormStatus::Sent) };
    forms::add_file(&mut tx, CITY, &row).await.unwrap();
    assert_eq!(forms::file(&mut tx, CITY, form_id(1)).await.unwrap(), Some(row));
    assert_eq!(forms::file(&mut tx, ELSEWHERE, form_id(1)).await.unwrap(), None);
    assert_eq!(forms::file(&mut tx, CITY, form_id(2)).await.unwrap(), None);
}

async fn every_version_somebody_began_is_counted(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    people(&mut tx).await;
    assert_eq!(forms::versions_in_use(&mut tx, CITY).await.unwrap(), []);
    let older = FormFileRow { form_version: 1, ..a_form(3, "P-1", FormStatus::Draft) };
    for row in [a_form(1, "P-1", FormStatus::Draft), a_form(2, "P-1", FormStatus::Sent), older] {
        forms::add_file(&mut tx, CITY, &row).await.unwrap();
    }
    let code = FormCode::new("omslag-match").unwrap();
    let counted = forms::versions_in_use(&mut tx, CITY).await.unwrap();
    assert_eq!(counted, [(code.clone(), 1, 1), (code, 3, 2)]);
    assert_eq!(forms::versions_in_use(&mut tx, ELSEWHERE).await.unwrap(), []);
}

async fn the_forms_of_a_household_come_last_moved_first(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    for (number, person) in [(2, "P-1"), (1, "P-1"), (3, "P-2")] {
        let row = a_form(number, person, FormStatus::Draft);
        forms::add_file(&mut tx, CITY, &row).await.unwrap();
    }
    let found = forms::files_of(&mut tx, CITY, &reference("P-1")).await.unwrap();
    let ids: Vec<_> = found.iter().map(|it| it.id).collect();
    assert_eq!(ids, [form_id(2), form_id(1)]);
}

async fn of_two_who_move_a_form_the_second_is_told(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let row = a_form(1, "P-1", FormStatus::Draft);
    forms::add_file(&mut tx, CITY, &row).await.unwrap();
    let moved = FormFileRow {
        status: FormStatus::Sent,
        recipient: Some(party("let")),
        changed_at: second(90),
        ..row
    };
    forms::move_file(&mut tx, CITY, &moved).await.unwrap();
    let late = forms::move_file(&mut tx, CITY, &moved).await;
    assert!(matches!(late, Err(StoreError::Changed { table: "form_file", .. })), "{late:?}");
    let kept = forms::file(&mut tx, CITY, form_id(1)).await.unwrap().unwrap();
    assert_eq!(kept, FormFileRow { version: 2, ..moved });
}

async fn a_draft_comes_back_letter_for_letter(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    forms::add_file(&mut tx, CITY, &a_form(1, "P-1", FormStatus::Draft)).await.unwrap();
    assert_eq!(forms::draft(&mut tx, CITY, form_id(1)).await.unwrap(), None);
    forms::add_draft(&mut tx, CITY, form_id(1), &a_draft()).await.unwrap();
    assert_eq!(forms::draft(&mut tx, CITY, form_id(1)).await.unwrap(), Some(a_draft()));
    assert_eq!(forms::draft(&mut tx, ELSEWHERE, form_id(1)).await.unwrap(), None);
}

async fn of_two_who_save_a_draft_the_second_is_told_and_nothing_is_overwritten(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    forms::add_file(&mut tx, CITY, &a_form(1, "P-1", FormStatus::Draft)).await.unwrap();
    forms::add_draft(&mut tx, CITY, form_id(1), &a_draft()).await.unwrap();
    let first = DraftRow {
        typed: b"first".to_vec(),
        account: Some(Id::new(uuid(9))),
        saved_at: second(6),
        ..a_draft()
    };
    forms::save_draft(&mut tx, CITY, form_id(1), &first).await.unwrap();
    let second = DraftRow { typed: b"second".to_vec(), ..first.clone() };
    let late = forms::save_draft(&mut tx, CITY, form_id(1), &second).await;
    assert!(matches!(late, Err(StoreError::Changed { table: "form_draft", .. })), "{late:?}");
    let kept = forms::draft(&mut tx, CITY, form_id(1)).await.unwrap();
    assert_eq!(kept, Some(DraftRow { counter: 2, ..first }));
}

async fn versions_come_in_order_and_a_number_is_given_once(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    forms::add_file(&mut tx, CITY, &a_form(1, "P-1", FormStatus::Draft)).await.unwrap();
    let bare = FormVersionRow { remarks: None, recipient: None, ..a_version(1) };
    forms::add_version(&mut tx, CITY, form_id(1), &a_version(2)).await.unwrap();
    forms::add_version(&mut tx, CITY, form_id(1), &bare).await.unwrap();
    let all = forms::versions(&mut tx, CITY, form_id(1)).await.unwrap();
    assert_eq!(all, [bare.clone(), a_version(2)]);
    let one = forms::version(&mut tx, CITY, form_id(1), 2).await.unwrap();
    assert_eq!(one, Some(a_version(2)));
    assert_eq!(forms::version(&mut tx, ELSEWHERE, form_id(1), 2).await.unwrap(), None);
    tx.commit().await.unwrap();
    let mut tx = fresh.write().await.unwrap();
    let twice = forms::add_version(&mut tx, CITY, form_id(1), &bare).await;
    assert!(matches!(twice, Err(StoreError::Exists(_))), "{twice:?}");
}

/// Forms 1 to 4: of `sam`'s person in draft; of the other at `care`, to be checked; of the
/// one at `other`, sent to `let`; and of `sam`'s person, given back by `let`.
async fn four(tx: &mut Tx) {
    people(tx).await;
    let sent = |row: FormFileRow| FormFileRow { recipient: Some(party("let")), ..row };
    for row in [
        a_form(1, "P-1", FormStatus::Draft),
        a_form(2, "P-2", FormStatus::CheckAsked),
        sent(a_form(3, "P-3", FormStatus::Sent)),
        sent(a_form(4, "P-1", FormStatus::Returned)),
    ] {
        forms::add_file(tx, CITY, &row).await.unwrap();
    }
}

async fn a_list_holds_what_its_scope_lets_through(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    four(&mut tx).await;
    let scope = |provider: &str, worker: &str, receiver: &str, with_checks| FormScope {
        provider: provider.to_owned(),
        workers: (!worker.is_empty()).then(|| worker.to_owned()).into_iter().collect(),
        receiver: receiver.to_owned(),
        with_checks,
    };
    let cases = [
        (scope("", "", "", false), vec![4, 3, 2, 1]),
        (scope("care", "", "", false), vec![4, 2, 1]),
        (scope("care", "sam", "", false), vec![4, 1]),
        (scope("care", "sam", "", true), vec![4, 2, 1]),
        (scope("", "", "let", false), vec![3]),
        (scope("", "", "somebody", false), vec![]),
    ];
    for (scope, expected) in cases {
        let page = forms::list(&mut tx, CITY, &scope, &FormFilter::default(), ALL).await.unwrap();
        let ids: Vec<_> = page.rows.iter().map(|row| row.file.id).collect();
        let expected: Vec<_> = expected.into_iter().map(form_id).collect();
        assert_eq!(ids, expected, "{scope:?}");
        assert_eq!(page.total, u64::try_from(ids.len()).unwrap());
    }
    let (scope, filter) = (FormScope::default(), FormFilter::default());
    let page = forms::list(&mut tx, CITY, &scope, &filter, ALL).await.unwrap();
    assert_eq!(page.rows[0].name, "Ada Één");
    assert_eq!(page.rows[0].worker.as_ref().map(ToString::to_string).as_deref(), Some("sam"));
    assert_eq!(page.rows[1].provider, party("other"));
}

async fn a_list_is_filtered_and_counted_by_status(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    four(&mut tx).await;
    let all = FormScope::default();
    let cases = [
        (FormFilter { form: "omslag-match".into(), ..FormFilter::default() }, 4),
        (FormFilter { form: "another".into(), ..FormFilter::default() }, 0),
        (FormFilter { status: "sent".into(), ..FormFilter::default() }, 1),
        (FormFilter { owner: "sam".into(), ..FormFilter::default() }, 2),
        (FormFilter { owner: "sam\0".into(), ..FormFilter::default() }, 0),
    ];
    for (filter, expected) in cases {
        let page = forms::list(&mut tx, CITY, &all, &filter, ALL).await.unwrap();
        assert_eq!(page.total, expected, "{filter:?}");
    }
    let filter = FormFilter { owner: "sam".into(), status: "sent".into(), ..FormFilter::default() };
    let counts = forms::form_counts(&mut tx, CITY, &all, &filter).await.unwrap();
    assert_eq!(counts, BTreeMap::from([(FormStatus::Draft, 1), (FormStatus::Returned, 1)]));
}

async fn a_row_that_makes_no_sense_is_named(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    forms::add_file(&mut tx, CITY, &a_form(1, "P-1", FormStatus::Draft)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(fresh.tamper("update form_file set status = 'lost'").await, 1);
    let mut tx = fresh.read().await.unwrap();
    let Err(StoreError::Row { table, column, value, .. }) =
        forms::file(&mut tx, CITY, form_id(1)).await
    else {
        panic!("a status nobody knows was read");
    };
    assert_eq!((table, column, value.as_str()), ("form_file", "status", "lost"));
}
