use sleutel_domain::{
    Id, StepCode,
    documents::{
        Audience, Document, DocumentKind, FileKind, FileName, HowReleased, ScanFailure, Standing,
        Tie, VersionState, WhyRefused,
    },
};
use sleutel_store::{
    Db, StoreError, Window,
    documents::{self, DocumentFilter, DocumentRow, VersionRow, WrapRow},
};

use crate::{
    given::{self, ALL, CITY, ELSEWHERE, bare_file, party, phrase, reference, second, uuid},
    support::{Fresh, on_both},
};

on_both!(
    a_document_comes_back_as_it_was_kept,
    every_state_of_a_version_is_kept_with_its_facts,
    a_document_changed_by_somebody_else_is_not_written_over,
    a_number_of_a_version_is_given_once,
    sealed_chunks_come_back_byte_for_byte,
    keys_are_wrapped_anew_one_by_one,
    what_was_erased_leaves_a_line_and_nothing_else,
    the_list_over_all_files_filters_and_pages,
);

fn id(number: u128) -> Id<Document> {
    Id::new(uuid(7000 + number))
}

fn row(number: u128, household: &str) -> DocumentRow {
    DocumentRow {
        id: id(number),
        reference: reference(household),
        kind: DocumentKind::Lease,
        tie: Some(Tie::Step(StepCode::new("keys").unwrap())),
        audience: Audience { municipality: true, association: false },
        organisation: party("org-2"),
        standing: Standing::Kept,
        newest: 1,
        changes: 1,
        made_at: second(i64::try_from(number).unwrap()),
    }
}

fn version(document: u128, number: u32) -> VersionRow {
    VersionRow {
        document: id(document),
        number,
        name: FileName::clean("Huur 🏠.pdf", FileKind::Pdf),
        file: FileKind::Pdf,
        size: 1000,
        chunks: 2,
        added_by: "Noor (Anker)".to_owned(),
        added_at: second(i64::from(number)),
        why: (number > 1).then(|| phrase("met handtekening")),
        state: VersionState::InQuarantine { since: second(1) },
        tries: 0,
        failure: None,
    }
}

fn wrap(document: u128, number: u32, key: &str) -> WrapRow {
    let document = id(document);
    WrapRow { document, number, key: key.to_owned(), salt: vec![0, 255], sealed: vec![1, 0, 2] }
}

async fn add(db: &Db, row: &DocumentRow, versions: &[VersionRow]) {
    let mut tx = db.write().await.unwrap();
    documents::add(&mut tx, CITY, row).await.unwrap();
    for version in versions {
        let number = row.id.uuid().as_u128() - 7000;
        let wrap = wrap(number, version.number, "key-1");
        documents::add_version(&mut tx, CITY, version, &wrap).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn a_document_comes_back_as_it_was_kept(fresh: &Fresh) {
    given::programmes(fresh).await;
    let full = row(1, "P-1");
    let withdrawn = DocumentRow {
        tie: None,
        standing: Standing::Withdrawn {
            by: "Noor (Anker)".to_owned(),
            why: phrase("verkeerde persoon"),
            at: second(9),
        },
        ..row(2, "P-1")
    };
    for (row, number) in [(&full, 1), (&withdrawn, 2)] {
        add(fresh, row, &[version(number, 1), version(number, 2)]).await;
    }
    let mut tx = fresh.read().await.unwrap();
    for row in [&full, &withdrawn] {
        let found = documents::document(&mut tx, CITY, row.id).await.unwrap();
        assert_eq!(found.as_ref(), Some(row));
        assert_eq!(documents::document(&mut tx, ELSEWHERE, row.id).await.unwrap(), None);
    }
    let of = documents::documents_of(&mut tx, CITY, &reference("P-1")).await.unwrap();
    assert_eq!(of, [withdrawn, full]);
    assert!(documents::documents_of(&mut tx, CITY, &reference("P-2")).await.unwrap().is_empty());
    let versions = documents::versions(&mut tx, CITY, id(1)).await.unwrap();
    assert_eq!(versions, [version(1, 2), version(1, 1)]);
    assert!(documents::versions(&mut tx, ELSEWHERE, id(1)).await.unwrap().is_empty());
    let all = documents::versions_of_household(&mut tx, CITY, &reference("P-1")).await.unwrap();
    assert_eq!(all, [version(1, 2), version(1, 1), version(2, 2), version(2, 1)]);
    assert_eq!(documents::size_of(&mut tx, CITY, &reference("P-1")).await.unwrap(), 4000);
    assert_eq!(documents::size_of(&mut tx, CITY, &reference("P-2")).await.unwrap(), 0);
}

async fn every_state_of_a_version_is_kept_with_its_facts(fresh: &Fresh) {
    given::programmes(fresh).await;
    add(fresh, &row(1, "P-1"), &[version(1, 1)]).await;
    let (by, at) = ("Noor (Anker)".to_owned(), second(5));
    let person = |text| HowReleased::Person { reason: phrase(text) };
    let states = [
        VersionState::Released { by: by.clone(), how: HowReleased::Scanner, at },
        VersionState::Released { by: by.clone(), how: person("zelf gezien"), at },
        VersionState::Refused {
            by: by.clone(),
            why: WhyRefused::Scanner { found: phrase("Eicar") },
            at,
        },
        VersionState::Refused { by, why: WhyRefused::Person { reason: phrase("niet goed") }, at },
        VersionState::InQuarantine { since: at },
    ];
    let mut before = version(1, 1).state;
    for state in states {
        let mut tx = fresh.write().await.unwrap();
        assert!(documents::set_state(&mut tx, id(1), 1, &before, &state).await.unwrap());
        if before.code() != state.code() {
            assert!(!documents::set_state(&mut tx, id(1), 1, &before, &state).await.unwrap());
        }
        documents::note_failure(&mut tx, id(1), 1, ScanFailure::TooLate).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = fresh.read().await.unwrap();
        let found = documents::versions(&mut tx, CITY, id(1)).await.unwrap().remove(0);
        assert_eq!(found.state, state);
        assert_eq!(found.failure, Some(ScanFailure::TooLate));
        before = state;
    }
    let mut tx = fresh.read().await.unwrap();
    assert_eq!(documents::versions(&mut tx, CITY, id(1)).await.unwrap()[0].tries, 5);
}

async fn a_document_changed_by_somebody_else_is_not_written_over(fresh: &Fresh) {
    given::programmes(fresh).await;
    add(fresh, &row(1, "P-1"), &[version(1, 1)]).await;
    let changed = DocumentRow { audience: Audience::BOTH, newest: 2, ..row(1, "P-1") };
    let mut tx = fresh.write().await.unwrap();
    documents::save(&mut tx, CITY, &changed).await.unwrap();
    let second = documents::save(&mut tx, CITY, &row(1, "P-1")).await;
    assert!(matches!(second, Err(StoreError::Changed { table: "document", .. })));
    let elsewhere = DocumentRow { changes: 2, ..changed.clone() };
    assert!(documents::save(&mut tx, ELSEWHERE, &elsewhere).await.is_err());
    tx.commit().await.unwrap();
    let mut tx = fresh.read().await.unwrap();
    let found = documents::document(&mut tx, CITY, id(1)).await.unwrap();
    assert_eq!(found, Some(DocumentRow { changes: 2, ..changed }));
}

async fn a_number_of_a_version_is_given_once(fresh: &Fresh) {
    given::programmes(fresh).await;
    add(fresh, &row(1, "P-1"), &[version(1, 1)]).await;
    let mut tx = fresh.write().await.unwrap();
    let again = documents::add_version(&mut tx, CITY, &version(1, 1), &wrap(1, 1, "key-1")).await;
    assert!(matches!(again, Err(StoreError::Exists(_))), "{again:?}");
}

async fn sealed_chunks_come_back_byte_for_byte(fresh: &Fresh) {
    given::programmes(fresh).await;
    add(fresh, &row(1, "P-1"), &[version(1, 1)]).await;
    let sealed: Vec<u8> = (0..300_000_u32).map(|it| u8::try_from(it % 256).unwrap()).collect();
    let mut tx = fresh.write().await.unwrap();
    documents::add_chunk(&mut tx, id(1), 1, 0, &sealed).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = fresh.read().await.unwrap();
    assert!(documents::chunk(&mut tx, id(1), 1, 0).await.unwrap() == Some(sealed));
    assert_eq!(documents::chunk(&mut tx, id(1), 1, 1).await.unwrap(), None);
    assert_eq!(documents::wrapped(&mut tx, id(1), 1).await.unwrap(), Some(wrap(1, 1, "key-1")));
    assert_eq!(documents::wrapped(&mut tx, id(1), 2).await.unwrap(), None);
}

async fn keys_are_wrapped_anew_one_by_one(fresh: &Fresh) {
    given::programmes(fresh).await;
    add(fresh, &row(1, "P-1"), &[version(1, 1), version(1, 2)]).await;
    let mut tx = fresh.write().await.unwrap();
    assert!(documents::to_rewrap(&mut tx, CITY, "key-1", 9).await.unwrap().is_empty());
    assert!(documents::to_rewrap(&mut tx, ELSEWHERE, "key-2", 9).await.unwrap().is_empty());
    let waiting = documents::to_rewrap(&mut tx, CITY, "key-2", 1).await.unwrap();
    assert_eq!(waiting, [wrap(1, 1, "key-1")]);
    let anew = WrapRow { sealed: vec![9], ..wrap(1, 1, "key-2") };
    assert!(documents::set_wrapped(&mut tx, &anew, "key-1").await.unwrap());
    assert!(!documents::set_wrapped(&mut tx, &anew, "key-1").await.unwrap());
    let waiting = documents::to_rewrap(&mut tx, CITY, "key-2", 9).await.unwrap();
    assert_eq!(waiting, [wrap(1, 2, "key-1")]);
    let used = documents::keys_in_use(&mut tx, CITY).await.unwrap();
    assert_eq!(used, [("key-1".to_owned(), 1), ("key-2".to_owned(), 1)].into());
}

async fn what_was_erased_leaves_a_line_and_nothing_else(fresh: &Fresh) {
    given::programmes(fresh).await;
    add(fresh, &row(1, "P-1"), &[version(1, 1), version(1, 2)]).await;
    let mut tx = fresh.write().await.unwrap();
    documents::add_chunk(&mut tx, id(1), 1, 0, b"sealed").await.unwrap();
    documents::erase_content(&mut tx, id(1), "document").await.unwrap();
    let (by, ground, at) = (String::new(), phrase("op verzoek"), second(7));
    let gone = DocumentRow { standing: Standing::Erased { by, ground, at }, ..row(1, "P-1") };
    documents::save(&mut tx, CITY, &gone).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = fresh.read().await.unwrap();
    assert_eq!(documents::chunk(&mut tx, id(1), 1, 0).await.unwrap(), None);
    assert_eq!(documents::wrapped(&mut tx, id(1), 1).await.unwrap(), None);
    assert_eq!(documents::size_of(&mut tx, CITY, &reference("P-1")).await.unwrap(), 0);
    let versions = documents::versions(&mut tx, CITY, id(1)).await.unwrap();
    assert_eq!(versions.len(), 2);
    assert_eq!(versions[0].name.as_str(), "document.pdf");
    assert_eq!(versions[0].why, None);
}

async fn the_list_over_all_files_filters_and_pages(fresh: &Fresh) {
    given::programmes(fresh).await;
    let file = bare_file(1, "Noor", "Testers");
    let household = file.reference.to_string();
    let mut tx = fresh.write().await.unwrap();
    sleutel_store::participants::save_file(&mut tx, CITY, &file, "Noor", second(0)).await.unwrap();
    tx.commit().await.unwrap();
    add(fresh, &row(1, &household), &[version(1, 1), version(1, 2)]).await;
    let released =
        VersionState::Released { by: String::new(), how: HowReleased::Scanner, at: second(3) };
    let mut tx = fresh.write().await.unwrap();
    let before = version(1, 1).state;
    documents::set_state(&mut tx, id(1), 2, &before, &released).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = fresh.read().await.unwrap();
    let mut found = async |provider: &str, state: &str, window| {
        let filter = DocumentFilter { provider: provider.to_owned(), state: state.to_owned() };
        let page = documents::list(&mut tx, CITY, &filter, window).await.unwrap();
        let numbers: Vec<u32> = page.rows.iter().map(|it| it.version.number).collect();
        (numbers, page.total)
    };
    assert_eq!(found("", "", ALL).await, (vec![1, 2], 2));
    assert_eq!(found("", "in-quarantine", ALL).await, (vec![1], 1));
    assert_eq!(found(file.provider.as_str(), "released", ALL).await, (vec![2], 1));
    assert_eq!(found("org-9", "", ALL).await, (vec![], 0));
    assert_eq!(found("", "", Window { offset: 1, limit: 1 }).await, (vec![2], 2));
}
