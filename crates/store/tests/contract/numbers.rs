use sleutel_domain::{homes::Place, placement::Agreed};
use sleutel_store::{
    StoreError,
    numbers::{self, CeilingRow, GroupRow, MainGroupRow, QuotaRow, TargetRow},
};

use crate::{
    given::{self, CITY, ELSEWHERE, area, complex, group, party, phrase, uuid},
    support::{Fresh, on_both},
};

on_both!(
    groups_come_by_code_with_every_field,
    a_group_is_changed_by_its_code,
    quotas_come_by_group_for_the_year_asked,
    a_quota_is_replaced,
    ceilings_come_by_kind_and_code_for_the_year_asked,
    a_ceiling_is_replaced,
    a_street_has_no_ceiling,
    main_groups_have_numbers_for_a_year_that_are_replaced,
    targets_come_by_association_for_the_year_asked_and_are_replaced,
    a_number_that_cannot_be_is_named_with_its_table_column_and_row,
);

fn a_group(code: &str, with_support: bool, counts: bool) -> GroupRow {
    GroupRow {
        code: group(code),
        name_nl: phrase("Maatschappelijke opvang"),
        name_en: phrase("Shelter"),
        main_group: "hoofdgroep É".to_owned(),
        with_support,
        counts,
    }
}

fn quota(code: &str, year: i16, upper: Option<u32>) -> QuotaRow {
    QuotaRow {
        group: group(code),
        year,
        expected: 120,
        agreed: Agreed { lower: 40, upper, realised: 7 },
    }
}

fn ceiling(place: Place, year: i16, upper: Option<u32>) -> CeilingRow {
    CeilingRow { place, year, agreed: Agreed { lower: 1, upper, realised: 3 }, load: upper }
}

async fn groups_come_by_code_with_every_field(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let rows = [a_group("Z", true, false), a_group("a", false, true), a_group("é", true, true)];
    for (number, row) in (1..).zip(rows.iter().rev()) {
        numbers::save_group(&mut tx, CITY, uuid(number), row).await.unwrap();
    }
    assert_eq!(numbers::groups(&mut tx, CITY).await.unwrap(), rows);
    assert!(numbers::groups(&mut tx, ELSEWHERE).await.unwrap().is_empty());
}

async fn a_group_is_changed_by_its_code(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    numbers::save_group(&mut tx, CITY, uuid(1), &a_group("a", false, false)).await.unwrap();
    let changed = GroupRow {
        name_nl: phrase("Beschermd wonen"),
        name_en: phrase("Sheltered living"),
        main_group: "2".to_owned(),
        ..a_group("a", true, true)
    };
    numbers::save_group(&mut tx, CITY, uuid(2), &changed).await.unwrap();
    assert_eq!(numbers::groups(&mut tx, CITY).await.unwrap(), [changed]);
}

async fn quotas_come_by_group_for_the_year_asked(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let rows = [quota("B", 2026, None), quota("a", 2026, Some(u32::MAX))];
    for row in [&rows[1], &rows[0], &quota("a", 2027, Some(1))] {
        numbers::save_quota(&mut tx, CITY, row).await.unwrap();
    }
    assert_eq!(numbers::quotas(&mut tx, CITY, 2026).await.unwrap(), rows);
    assert!(numbers::quotas(&mut tx, CITY, 2025).await.unwrap().is_empty());
    assert!(numbers::quotas(&mut tx, ELSEWHERE, 2026).await.unwrap().is_empty());
}

async fn a_quota_is_replaced(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    numbers::save_quota(&mut tx, CITY, &quota("a", 2026, Some(9))).await.unwrap();
    let agreed = Agreed { lower: 0, upper: None, realised: 99 };
    let changed = QuotaRow { expected: 1, agreed, ..quota("a", 2026, None) };
    numbers::save_quota(&mut tx, CITY, &changed).await.unwrap();
    assert_eq!(numbers::quotas(&mut tx, CITY, 2026).await.unwrap(), std::slice::from_ref(&changed));
    let code = changed.group.clone();
    let gone = numbers::remove_quota(&mut tx, CITY, (&code, 2026)).await.unwrap();
    assert!(!gone, "homes were given");
    let agreed = Agreed { realised: 0, ..agreed };
    numbers::save_quota(&mut tx, CITY, &QuotaRow { agreed, ..changed }).await.unwrap();
    for (programme, year) in [(ELSEWHERE, 2026), (CITY, 2025)] {
        assert!(!numbers::remove_quota(&mut tx, programme, (&code, year)).await.unwrap());
    }
    assert!(numbers::remove_quota(&mut tx, CITY, (&code, 2026)).await.unwrap());
    assert!(numbers::quotas(&mut tx, CITY, 2026).await.unwrap().is_empty());
}

async fn ceilings_come_by_kind_and_code_for_the_year_asked(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let rows = [
        ceiling(Place::Area(area("AA")), 2026, Some(0)),
        ceiling(Place::Area(area("aa")), 2026, None),
        ceiling(Place::Complex(complex("AA")), 2026, Some(4)),
    ];
    let next_year = ceiling(Place::Area(area("AA")), 2027, Some(5));
    for row in rows.iter().rev().chain([&next_year]) {
        numbers::save_ceiling(&mut tx, CITY, row).await.unwrap();
    }
    assert_eq!(numbers::ceilings(&mut tx, CITY, 2026).await.unwrap(), rows);
    assert_eq!(numbers::ceilings(&mut tx, CITY, 2027).await.unwrap(), [next_year]);
    assert!(numbers::ceilings(&mut tx, ELSEWHERE, 2026).await.unwrap().is_empty());
}

async fn a_ceiling_is_replaced(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let place = Place::Area(area("AA"));
    numbers::save_ceiling(&mut tx, CITY, &ceiling(place.clone(), 2026, Some(4))).await.unwrap();
    let agreed = Agreed { lower: 2, upper: None, realised: 0 };
    let changed = CeilingRow { place, year: 2026, agreed, load: Some(7) };
    numbers::save_ceiling(&mut tx, CITY, &changed).await.unwrap();
    assert_eq!(numbers::ceilings(&mut tx, CITY, 2026).await.unwrap(), [changed]);
}

async fn a_street_has_no_ceiling(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let place = Place::Street { neighbourhood: area("AA"), street: "Kerkstraat".to_owned() };
    let refused = numbers::save_ceiling(&mut tx, CITY, &ceiling(place, 2026, None)).await;
    assert!(matches!(refused, Err(StoreError::Row { table: "ceiling", .. })), "{refused:?}");
    assert!(numbers::ceilings(&mut tx, CITY, 2026).await.unwrap().is_empty());
}

async fn main_groups_have_numbers_for_a_year_that_are_replaced(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let row = |main_group: &str, year, upper| {
        let main_group = main_group.to_owned();
        MainGroupRow { main_group, year, lower: 2, upper }
    };
    let rows = [row("B", 2026, None), row("a", 2026, Some(u32::MAX))];
    for row in [&rows[1], &row("B", 2026, Some(1)), &row("a", 2027, Some(3)), &rows[0]] {
        numbers::save_main_group(&mut tx, CITY, row).await.unwrap();
    }
    assert_eq!(numbers::main_groups(&mut tx, CITY, 2026).await.unwrap(), rows);
    assert_eq!(numbers::main_groups(&mut tx, CITY, 2027).await.unwrap().len(), 1);
    assert!(numbers::main_groups(&mut tx, ELSEWHERE, 2026).await.unwrap().is_empty());
}

async fn targets_come_by_association_for_the_year_asked_and_are_replaced(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let row = |code: &str, year, upper| TargetRow {
        association: party(code),
        year,
        agreed: Agreed { lower: 4, upper, realised: 3 },
    };
    let rows = [row("B", 2026, None), row("a", 2026, Some(u32::MAX))];
    for row in [&rows[1], &row("B", 2026, Some(9)), &row("a", 2027, Some(5)), &rows[0]] {
        numbers::save_target(&mut tx, CITY, row).await.unwrap();
    }
    assert_eq!(numbers::targets(&mut tx, CITY, 2026).await.unwrap(), rows);
    assert_eq!(numbers::targets(&mut tx, CITY, 2027).await.unwrap().len(), 1);
    assert!(numbers::targets(&mut tx, ELSEWHERE, 2026).await.unwrap().is_empty());
}

async fn a_number_that_cannot_be_is_named_with_its_table_column_and_row(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    numbers::save_quota(&mut tx, CITY, &quota("a", 2026, None)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(fresh.tamper("update group_quota set expected = -1").await, 1);
    let mut tx = fresh.read().await.unwrap();
    let error = numbers::quotas(&mut tx, CITY, 2026).await.unwrap_err();
    let expected = "table `group_quota`, column `expected`, row `a 2026`: `-1` cannot be read";
    assert_eq!(error.to_string(), expected);
}
