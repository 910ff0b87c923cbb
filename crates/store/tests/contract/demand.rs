use jiff::civil::date;
use sleutel_domain::{participants::MergePart, steering::forecast::Month};
use sleutel_store::{
    StoreError,
    demand::{self, AnnouncedRow, OverrulingRow},
    participants::{self, MergeRow},
};

use crate::{
    given::{self, CITY, ELSEWHERE, bare_file, full_file, group, phrase, reference, second, uuid},
    support::{Fresh, on_both},
};

on_both!(
    arrivals_are_counted_by_group_and_day_without_files_set_aside,
    overrulings_are_kept_in_versions_that_are_never_overwritten,
    announced_people_come_by_month_and_stay_when_they_are_withdrawn,
);

async fn arrivals_are_counted_by_group_and_day_without_files_set_aside(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut third = bare_file(3, "Cy", "Cent");
    third.waiting_since = date(2025, 2, 28);
    let files = [bare_file(1, "Bo", "Bakker"), bare_file(2, "Al", "Arts"), third, full_file(4)];
    given::save(fresh, &files).await;
    let count = |rows: &[demand::ArrivalsRow]| rows.iter().map(|it| it.households).sum::<u32>();
    let mut tx = fresh.write().await.unwrap();
    let rows = demand::arrivals(&mut tx, CITY).await.unwrap();
    assert_eq!(count(&rows), 4);
    let same = &files[0];
    let of = |rows: &[demand::ArrivalsRow]| {
        let is = |it: &&demand::ArrivalsRow| it.group == same.group && it.on == same.waiting_since;
        rows.iter().find(is).map(|it| it.households)
    };
    let before = of(&rows).unwrap();
    assert!(before >= 2, "two who came on one day are one row");
    assert!(rows.iter().any(|it| it.on == date(2025, 2, 28) && it.households == 1));
    assert!(demand::arrivals(&mut tx, ELSEWHERE).await.unwrap().is_empty());
    let merge = MergeRow {
        id: uuid(7),
        kept: reference("P-4"),
        aside: reference("P-2"),
        reason: phrase("confirmed"),
        parts: vec![MergePart::Waiting],
        version_before: 1,
        version_after: 1,
        actor: "Noor (care)".to_owned(),
        at: second(9),
    };
    let second_file = participants::file(&mut tx, CITY, &reference("P-2")).await.unwrap().unwrap();
    participants::set_file_aside(&mut tx, CITY, &second_file, &merge).await.unwrap();
    let rows = demand::arrivals(&mut tx, CITY).await.unwrap();
    assert_eq!((count(&rows), of(&rows)), (3, Some(before - 1)));
}

fn overruling(version: u32, expected: Option<u32>) -> OverrulingRow {
    OverrulingRow {
        id: uuid(u128::from(version)),
        group: group("b"),
        year: 2027,
        version,
        expected,
        reason: phrase("Twee locaties sluiten"),
        actor: "Ingrid (Gemeente)".to_owned(),
        at: second(i64::from(version)),
    }
}

async fn overrulings_are_kept_in_versions_that_are_never_overwritten(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let other = OverrulingRow { id: uuid(9), group: group("a"), ..overruling(1, Some(4)) };
    let [first, second] = [overruling(1, Some(u32::MAX)), overruling(2, None)];
    for row in [&first, &second, &other] {
        demand::add_overruling(&mut tx, CITY, row).await.unwrap();
    }
    assert_eq!(demand::overrulings(&mut tx, CITY).await.unwrap(), [other, second, first.clone()]);
    assert!(demand::overrulings(&mut tx, ELSEWHERE).await.unwrap().is_empty());
    let again = OverrulingRow { id: uuid(10), ..first };
    let taken = demand::add_overruling(&mut tx, CITY, &again).await;
    assert!(matches!(taken, Err(StoreError::Exists(_))), "{taken:?}");
}

async fn announced_people_come_by_month_and_stay_when_they_are_withdrawn(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let row = |number: u32, month: &str| AnnouncedRow {
        id: uuid(u128::from(number)),
        group: group("a"),
        month: Month::read(month).unwrap(),
        people: number,
        reason: phrase("Een opvang gaat dicht"),
        actor: "Ingrid (Gemeente)".to_owned(),
        at: second(1),
        withdrawn: None,
    };
    let [later, sooner] = [row(40, "2027-10"), row(7, "2027-02")];
    for row in [&later, &sooner] {
        demand::announce(&mut tx, CITY, row).await.unwrap();
    }
    let found = demand::announced(&mut tx, CITY).await.unwrap();
    assert_eq!(found, [sooner.clone(), later.clone()]);
    assert!(demand::announced(&mut tx, ELSEWHERE).await.unwrap().is_empty());
    let why = phrase("Gaat niet door");
    let by = (second(5), "Ingrid (Gemeente)");
    for (programme, expected) in [(ELSEWHERE, false), (CITY, true), (CITY, false)] {
        let done = demand::withdraw_announced(&mut tx, programme, later.id, by, &why).await;
        assert_eq!(done.unwrap(), expected);
    }
    let found = demand::announced(&mut tx, CITY).await.unwrap();
    let withdrawn = Some((second(5), by.1.to_owned(), why.to_string()));
    assert_eq!(found, [sooner, AnnouncedRow { withdrawn, ..later }]);
}
