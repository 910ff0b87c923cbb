use jiff::civil::date;
use sleutel_domain::{
    Cents, Id, LongText, PersonName,
    agreements::{
        Agreement, Dropped, EndReason, Kind, Links, RentKind, RentPart, Signatory, Signature,
        SignedHow, State, TemporaryGround, Terms,
    },
};
use sleutel_store::{
    Db, StoreError, Window,
    agreements::{self, AgreementRow, Filter, Sort},
    homes,
};

use crate::{
    given::{self, ALL, CITY, ELSEWHERE, home, party, phrase, reference, second, uuid},
    support::{Fresh, on_both},
};

on_both!(
    an_agreement_comes_back_as_it_was_kept,
    every_state_is_kept_with_its_facts,
    an_agreement_changed_by_somebody_else_is_not_written_over,
    a_party_signs_once,
    agreements_are_found_by_household_and_by_home,
    the_worklist_filters_sorts_and_pages,
);

/// One with everything in it that may be left out.
fn full(number: u128) -> AgreementRow {
    let rent = RentKind::ALL.into_iter().zip([56_000, 5_250, 4_000, 0]);
    AgreementRow {
        agreement: Agreement {
            id: Id::new(uuid(5000 + number)),
            terms: Terms {
                kind: Kind::TemporaryLease,
                household: reference("P-1"),
                association: Some(party("org-2")),
                provider: Some(party("org-1")),
                dwelling: Some(home("H-1")),
                from: date(2026, 3, 1),
                until: Some(date(2028, 2, 29)),
                rent: rent
                    .map(|(kind, cents)| RentPart { kind, amount: Cents::new(cents).unwrap() })
                    .collect(),
                deposit: Some(Cents::new(112_000).unwrap()),
                ground: Some(TemporaryGround::SecondChance),
                conditions: Some(LongText::new("Een kat mag.\nGeen #hond.").unwrap()),
            },
            links: Links {
                rests_on: Some(Id::new(uuid(1))),
                belongs_to: Some(Id::new(uuid(2))),
                replaces: Some(Id::new(uuid(3))),
            },
            signatures: Vec::new(),
            state: State::Drafted,
        },
        version: 1,
        made_by: "Noor Testers (Anker)".to_owned(),
        made_at: second(1),
        changed_at: second(2),
    }
}

/// One with as little in it as there may be.
fn bare(number: u128, kind: Kind, household: &str) -> AgreementRow {
    let mut row = full(number);
    row.agreement.links = Links::default();
    row.agreement.terms = Terms {
        kind,
        household: reference(household),
        association: None,
        provider: None,
        dwelling: None,
        until: None,
        rent: Vec::new(),
        deposit: None,
        ground: None,
        conditions: None,
        ..row.agreement.terms
    };
    row
}

async fn add(db: &Db, row: &AgreementRow) {
    let mut tx = db.write().await.unwrap();
    agreements::add(&mut tx, CITY, row).await.unwrap();
    tx.commit().await.unwrap();
}

async fn get(db: &Db, row: &AgreementRow) -> Option<AgreementRow> {
    let mut tx = db.read().await.unwrap();
    agreements::get(&mut tx, CITY, row.agreement.id).await.unwrap()
}

async fn an_agreement_comes_back_as_it_was_kept(fresh: &Fresh) {
    given::programmes(fresh).await;
    for row in [full(1), bare(2, Kind::Support, "P-2")] {
        add(fresh, &row).await;
        assert_eq!(get(fresh, &row).await.as_ref(), Some(&row));
        let mut tx = fresh.read().await.unwrap();
        let elsewhere = agreements::get(&mut tx, ELSEWHERE, row.agreement.id).await.unwrap();
        assert_eq!(elsewhere, None, "another programme's");
    }
}

async fn every_state_is_kept_with_its_facts(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut row = full(1);
    add(fresh, &row).await;
    let on = date(2026, 4, 1);
    let (from, until) = (row.agreement.terms.from, row.agreement.terms.until);
    let mut states = vec![
        State::Offered { on },
        State::Signed,
        State::InForce { from, until },
        State::Cancelled { on, why: Dropped::Said(phrase("toch een andere woning")) },
        State::Cancelled { on, why: Dropped::HomeNotTaken },
        State::Converted { on, into: Id::new(uuid(9)) },
        State::Drafted,
    ];
    states.extend(EndReason::ALL.map(|reason| State::Ended { on, reason }));
    for state in states {
        row.agreement.state = state;
        let mut tx = fresh.write().await.unwrap();
        row.version = agreements::save(&mut tx, CITY, &row).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(get(fresh, &row).await.as_ref(), Some(&row));
    }
}

async fn an_agreement_changed_by_somebody_else_is_not_written_over(fresh: &Fresh) {
    given::programmes(fresh).await;
    let row = full(1);
    add(fresh, &row).await;
    let mut tx = fresh.write().await.unwrap();
    assert_eq!(agreements::save(&mut tx, CITY, &row).await.unwrap(), 2);
    let second = agreements::save(&mut tx, CITY, &row).await;
    assert!(matches!(second, Err(StoreError::Changed { table: "agreement", .. })), "{second:?}");
    let newer = AgreementRow { version: 2, ..row };
    let elsewhere = agreements::save(&mut tx, ELSEWHERE, &newer).await;
    assert!(matches!(elsewhere, Err(StoreError::Changed { .. })), "{elsewhere:?}");
}

fn signature(party: Signatory, how: SignedHow) -> Signature {
    Signature {
        party,
        by: PersonName::new("Şahin").unwrap(),
        on: date(2026, 3, 2),
        how,
        recorded_by: "Noor Testers (Anker)".to_owned(),
    }
}

async fn a_party_signs_once(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut row = full(1);
    add(fresh, &row).await;
    let id = row.agreement.id;
    let by = |party, how| signature(party, how);
    let first = by(Signatory::Resident, SignedHow::InPerson);
    let then = by(Signatory::Association, SignedHow::OnPaper);
    for (at, signature) in [(1, &first), (2, &then)] {
        let mut tx = fresh.write().await.unwrap();
        agreements::add_signature(&mut tx, CITY, id, signature, second(at)).await.unwrap();
        tx.commit().await.unwrap();
    }
    let mut tx = fresh.write().await.unwrap();
    let again = agreements::add_signature(&mut tx, CITY, id, &first, second(3)).await;
    assert!(matches!(again, Err(StoreError::Exists(_))), "{again:?}");
    drop(tx);
    row.agreement.signatures = vec![first, then];
    assert_eq!(get(fresh, &row).await, Some(row));
}

async fn agreements_are_found_by_household_and_by_home(fresh: &Fresh) {
    given::programmes(fresh).await;
    let (one, two, three) = (full(1), bare(2, Kind::Support, "P-1"), bare(3, Kind::Support, "P-2"));
    for row in [&three, &two, &one] {
        add(fresh, row).await;
    }
    let mut tx = fresh.read().await.unwrap();
    let found = agreements::of_household(&mut tx, CITY, &reference("P-1")).await.unwrap();
    assert_eq!(found, [one.clone(), two]);
    let found = agreements::of_dwelling(&mut tx, CITY, &home("H-1")).await.unwrap();
    assert_eq!(found, [one]);
    assert_eq!(agreements::of_dwelling(&mut tx, ELSEWHERE, &home("H-1")).await.unwrap(), []);
}

async fn the_worklist_filters_sorts_and_pages(fresh: &Fresh) {
    given::programmes(fresh).await;
    let people = [given::bare_file(1, "Amina", "Visser"), given::bare_file(2, "Bo", "Zwart")];
    given::save(fresh, &people).await;
    let mut tx = fresh.write().await.unwrap();
    let row = given::dwelling("H-1", "Kerkstraat", "12");
    homes::save_dwelling(&mut tx, CITY, uuid(2001), &row).await.unwrap();
    tx.commit().await.unwrap();
    let mut first = bare(1, Kind::OwnLease, "P-1");
    first.agreement.state = State::InForce { from: first.agreement.terms.from, until: None };
    let mut next = full(2);
    next.agreement.terms.household = reference("P-2");
    next.agreement.terms.from = date(2026, 5, 1);
    let (from, until) = (next.agreement.terms.from, next.agreement.terms.until);
    next.agreement.state = State::InForce { from, until };
    let draft = bare(3, Kind::Support, "P-1");
    for row in [&first, &next, &draft] {
        add(fresh, row).await;
    }
    let mut tx = fresh.write().await.unwrap();
    let resident = signature(Signatory::Resident, SignedHow::OnPaper);
    agreements::add_signature(&mut tx, CITY, next.agreement.id, &resident, second(1))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let ids = |rows: &[agreements::ListRow]| -> Vec<u128> {
        rows.iter().map(|it| it.id.uuid().as_u128() - 5000).collect()
    };
    let check = async |filter: Filter, sort: Sort, backwards: bool, wanted: &[u128]| {
        let mut tx = fresh.read().await.unwrap();
        let page = agreements::list(&mut tx, CITY, &filter, sort, backwards, ALL).await.unwrap();
        assert_eq!(ids(&page.rows), wanted, "{filter:?} {sort:?} {backwards}");
        assert_eq!(page.total, u64::try_from(wanted.len()).unwrap());
    };
    let any = Filter::default;
    check(any(), Sort::Work, false, &[3, 1, 2]).await;
    check(any(), Sort::Work, true, &[2, 1, 3]).await;
    check(any(), Sort::Name, false, &[1, 3, 2]).await;
    check(any(), Sort::Name, true, &[2, 1, 3]).await;
    check(any(), Sort::From, false, &[1, 3, 2]).await;
    check(any(), Sort::From, true, &[2, 1, 3]).await;
    check(any(), Sort::Until, false, &[2, 1, 3]).await;
    check(any(), Sort::Until, true, &[2, 1, 3]).await;
    check(Filter { kind: "support".into(), ..any() }, Sort::Work, false, &[3]).await;
    check(Filter { state: "in-force".into(), ..any() }, Sort::Work, false, &[1, 2]).await;
    check(Filter { association: "org-2".into(), ..any() }, Sort::Work, false, &[2]).await;
    check(Filter { provider: "care".into(), ..any() }, Sort::Work, false, &[3, 1, 2]).await;
    check(Filter { provider: "org-9".into(), ..any() }, Sort::Work, false, &[]).await;
    check(Filter { worker: "nobody".into(), ..any() }, Sort::Work, false, &[]).await;
    check(Filter { words: "visser".into(), ..any() }, Sort::Work, false, &[3, 1]).await;
    let hidden = Filter { words: "visser".into(), without_names: true, ..any() };
    check(hidden, Sort::Work, false, &[]).await;
    check(Filter { words: "kerkstraat".into(), ..any() }, Sort::Work, false, &[2]).await;
    check(Filter { words: "p-2".into(), ..any() }, Sort::Work, false, &[2]).await;
    let by = |day| Filter { ends_by: Some(day), ..any() };
    check(by(date(2028, 2, 29)), Sort::Work, false, &[2]).await;
    check(by(date(2028, 2, 28)), Sort::Work, false, &[]).await;
    let mut tx = fresh.read().await.unwrap();
    let window = Window { offset: 1, limit: 1 };
    let page = agreements::list(&mut tx, CITY, &any(), Sort::Work, false, window).await.unwrap();
    assert_eq!((ids(&page.rows), page.total), (vec![1], 3));
    let window = Window { offset: 2, limit: 1 };
    let page = agreements::list(&mut tx, CITY, &any(), Sort::Work, false, window).await.unwrap();
    let row = &page.rows[0];
    assert_eq!((row.signed, row.state.as_str()), (1, "in-force"));
    assert_eq!((row.given.as_str(), row.address.as_str()), ("Bo", "Kerkstraat 12"));
}
