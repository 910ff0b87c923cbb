use jiff::civil::{Date, date};
use sleutel_domain::{
    Id, Reference, RouteCode, StepCode,
    access::Party,
    cases::Case,
    participants::MergePart,
    steering::kept::{SignedDays, WorkAgreement},
};
use sleutel_store::{
    StoreError,
    cases::{self, CaseRow, EventRow},
    kept::{self, AgreementTargetRow},
    participants::{self, MergeRow},
};

use crate::{
    given::{self, CITY, ELSEWHERE, bare_file, party, phrase, reference, second, uuid},
    support::{Fresh, on_both},
};

on_both!(
    every_file_comes_with_whose_it_is_and_every_event_in_order,
    a_file_of_a_household_that_was_set_aside_is_left_out,
    nothing_is_known_of_agreements_that_are_not_there,
    how_often_an_agreement_has_to_be_kept_is_kept_in_versions,
);

fn row(number: u128, reference: &Reference) -> CaseRow {
    CaseRow {
        id: Id::<Case>::new(uuid(number)),
        reference: reference.clone(),
        route: RouteCode::new("omslag").unwrap(),
        version: 1,
        began: date(2026, 1, 5),
        standing: "open".to_owned(),
        step: Some(StepCode::new("match").unwrap()),
        kind: Some("match".to_owned()),
        owner: Some(Party::Association),
        since: Some(date(2026, 1, 5)),
        due: None,
        objection_due: None,
        next_due: None,
        extended: false,
        vacancy: None,
        association: Some(party("vlier")),
        changes: 2,
        changed_at: second(5),
    }
}

fn event(number: u32, on: Date) -> EventRow {
    EventRow {
        number,
        recorded: second(i64::from(number)),
        on,
        party: Party::Provider,
        for_party: Some(Party::Participant),
        actor: phrase("Noor"),
        account: None,
        kind: "started".to_owned(),
        payload: "{}".to_owned(),
    }
}

async fn given_files(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[bare_file(1, "Bo", "Bakker"), bare_file(2, "Al", "Arts")]).await;
    let mut tx = fresh.write().await.unwrap();
    for number in [1, 2] {
        let row = row(number, &reference(&format!("P-{number}")));
        cases::add_case(&mut tx, CITY, &row).await.unwrap();
        for at in [2, 1] {
            let event = event(at, date(2026, 1, 5));
            cases::add_event(&mut tx, CITY, row.id, &event).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
}

async fn every_file_comes_with_whose_it_is_and_every_event_in_order(fresh: &Fresh) {
    given_files(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let found = kept::cases_of_all(&mut tx, CITY).await.unwrap();
    let references: Vec<&str> = found.iter().map(|it| it.reference.as_str()).collect();
    assert_eq!(references, ["P-1", "P-2"]);
    assert_eq!(found[0].association, Some(party("vlier")));
    assert_eq!(found[0].provider, bare_file(1, "Bo", "Bakker").provider);
    assert!(kept::cases_of_all(&mut tx, ELSEWHERE).await.unwrap().is_empty());
    let events = kept::events_of_all(&mut tx, CITY).await.unwrap();
    assert_eq!(events.len(), 2);
    let day = date(2026, 1, 5);
    assert_eq!(events[&found[1].case], [event(1, day), event(2, day)]);
    assert!(kept::events_of_all(&mut tx, ELSEWHERE).await.unwrap().is_empty());
}

async fn a_file_of_a_household_that_was_set_aside_is_left_out(fresh: &Fresh) {
    given_files(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let merge = MergeRow {
        id: uuid(7),
        kept: reference("P-1"),
        aside: reference("P-2"),
        reason: phrase("confirmed"),
        parts: vec![MergePart::Waiting],
        version_before: 1,
        version_after: 1,
        actor: "Noor (care)".to_owned(),
        at: second(9),
    };
    let aside = participants::file(&mut tx, CITY, &reference("P-2")).await.unwrap().unwrap();
    participants::set_file_aside(&mut tx, CITY, &aside, &merge).await.unwrap();
    let found = kept::cases_of_all(&mut tx, CITY).await.unwrap();
    let references: Vec<&str> = found.iter().map(|it| it.reference.as_str()).collect();
    assert_eq!(references, ["P-1"]);
}

async fn nothing_is_known_of_agreements_that_are_not_there(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    assert!(kept::signed_days(&mut tx, CITY).await.unwrap().is_empty());
    assert!(!SignedDays::default().any);
}

fn target(version: u32, percent: Option<u8>) -> AgreementTargetRow {
    AgreementTargetRow {
        agreement: WorkAgreement::Tenancy,
        year: 2026,
        version,
        percent,
        reason: phrase("Afgesproken in de stuurgroep"),
        actor: "Ingrid (Gemeente)".to_owned(),
        at: second(i64::from(version)),
    }
}

async fn how_often_an_agreement_has_to_be_kept_is_kept_in_versions(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let other = AgreementTargetRow { agreement: WorkAgreement::Conversion, ..target(1, Some(80)) };
    let [first, second] = [target(1, Some(90)), target(2, None)];
    for row in [&first, &second, &other] {
        kept::add_agreement_target(&mut tx, CITY, row).await.unwrap();
    }
    let found = kept::agreement_targets(&mut tx, CITY).await.unwrap();
    assert_eq!(found, [other, second, first.clone()]);
    assert!(kept::agreement_targets(&mut tx, ELSEWHERE).await.unwrap().is_empty());
    let taken = kept::add_agreement_target(&mut tx, CITY, &first).await;
    assert!(matches!(taken, Err(StoreError::Exists(_))), "{taken:?}");
}
