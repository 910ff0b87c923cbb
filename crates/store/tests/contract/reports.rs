use jiff::civil::date;
use sleutel_domain::{
    LongText,
    steering::report::{Off, Stand},
};
use sleutel_store::{
    StoreError,
    reports::{self, Figures, ReportLine, ReportRow},
};

use crate::{
    given::{self, CITY, ELSEWHERE, second as at, uuid},
    support::{Fresh, on_both},
};

on_both!(a_report_is_kept_as_it_was_made, a_number_is_given_once);

fn row(id: u128, year: i16, number: u32) -> ReportRow {
    ReportRow {
        id: uuid(id),
        year,
        number,
        on: date(2026, 7, 1),
        days_left: 183,
        against: 10,
        agreement: (number > 1).then_some(2),
        note: (number > 1).then(|| LongText::new("Voor de vergadering van juli.").unwrap()),
        actor: "Bo Beheer (Gemeente)".to_owned(),
        at: at(number.into()),
    }
}

fn line(part: &str, code: &str, goal: Option<(u32, Option<u32>)>) -> ReportLine {
    let off = goal.map(|_| Off::Short);
    ReportLine {
        part: part.to_owned(),
        code: code.to_owned(),
        name_nl: "Urgent".to_owned(),
        name_en: "Urgency".to_owned(),
        counts: goal.is_some(),
        stand: Stand { realised: 40, ends: 80, goal, off },
        band: (70, 91),
        sure: off.map(|_| 930),
    }
}

async fn a_report_is_kept_as_it_was_made(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let (first, second) = (row(1, 2026, 1), row(2, 2026, 2));
    let lines = [
        line("group", "omslag", None),
        line("group", "urgency", Some((90, None))),
        line("total", "", Some((1_800, Some(1_800)))),
    ];
    let figures = Figures::from([("waiting".to_owned(), 412), ("below-zero".to_owned(), -3)]);
    reports::add_report(&mut tx, CITY, &first, &lines, &figures).await.unwrap();
    reports::add_report(&mut tx, CITY, &second, &[], &Figures::new()).await.unwrap();
    let found = reports::reports(&mut tx, CITY).await.unwrap();
    assert_eq!(found, [second, first.clone()], "the newest first");
    assert_eq!(reports::lines(&mut tx, CITY, first.id).await.unwrap(), lines);
    assert_eq!(reports::figures(&mut tx, CITY, first.id).await.unwrap(), figures);
    assert!(reports::reports(&mut tx, ELSEWHERE).await.unwrap().is_empty());
    assert!(reports::lines(&mut tx, ELSEWHERE, first.id).await.unwrap().is_empty());
    assert!(reports::figures(&mut tx, ELSEWHERE, first.id).await.unwrap().is_empty());
}

async fn a_number_is_given_once(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let none = Figures::new();
    reports::add_report(&mut tx, CITY, &row(1, 2026, 1), &[], &none).await.unwrap();
    reports::add_report(&mut tx, CITY, &row(2, 2025, 1), &[], &none).await.unwrap();
    let again = reports::add_report(&mut tx, CITY, &row(3, 2026, 1), &[], &none).await;
    assert!(matches!(again, Err(StoreError::Exists(_))), "{again:?}");
}
