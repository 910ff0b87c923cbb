use jiff::civil::{Date, date};
use sleutel_domain::{
    Id, Reference, RouteCode,
    cases::Case,
    participants::Readiness,
    steering::{
        GroupTerms, YearTotal,
        groups::{GroupChange, GroupDescription, GroupPeriod, GroupTimes, YearPart},
    },
};
use sleutel_store::{
    StoreError,
    cases::{self, CaseRow},
    groups::{self, GroupHistory, GroupVersionRow, InGroup, NationalRow},
    numbers,
    year::{self, YearGroupRow, YearRow},
};

use crate::{
    given::{self, CITY, ELSEWHERE, bare_file, group, phrase, reference, second, uuid},
    support::{Fresh, on_both},
};

on_both!(
    a_group_without_a_version_is_there_all_the_time,
    the_newest_version_holds_and_every_version_stays,
    a_group_is_described_as_on_the_day_asked,
    a_version_is_written_once,
    numbers_of_the_state_come_by_group_in_the_order_of_writing,
    who_is_in_a_group_is_counted,
    the_newest_version_of_a_year_that_names_a_group_is_found,
);

fn described(name: &str, counts: bool) -> GroupDescription {
    GroupDescription {
        name_nl: phrase(name),
        name_en: phrase(&format!("{name} in English")),
        main_group: "with-support".to_owned(),
        with_support: !counts,
        counts,
    }
}

fn period(name: &str, from: Option<Date>, until: Option<Date>) -> GroupPeriod {
    GroupPeriod { from, until, described: described(name, from.is_some()) }
}

fn version(number: u32, periods: Vec<GroupPeriod>) -> GroupVersionRow {
    GroupVersionRow {
        id: uuid(number.into()),
        group: group("a"),
        version: number,
        change: if number == 1 { GroupChange::Added } else { GroupChange::Described },
        ground: (number > 1).then(|| phrase("Besluit")),
        actor: "Mia (gemeente)".to_owned(),
        at: second(number.into()),
        times: GroupTimes::new(periods).unwrap(),
    }
}

fn both() -> [GroupVersionRow; 2] {
    let (last, first) = (date(2025, 12, 31), date(2026, 1, 1));
    [
        version(1, vec![period("Een", None, None)]),
        version(2, vec![period("Een", None, Some(last)), period("Twee", Some(first), None)]),
    ]
}

async fn a_group_without_a_version_is_there_all_the_time(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let row = groups::described(group("a"), described("Een", true));
    numbers::save_group(&mut tx, CITY, uuid(1), &row).await.unwrap();
    let found = groups::group_histories(&mut tx, CITY).await.unwrap();
    let expected = GroupHistory { version: 0, times: GroupTimes::always(described("Een", true)) };
    assert_eq!(found.into_values().collect::<Vec<_>>(), [expected]);
    assert!(groups::group_histories(&mut tx, ELSEWHERE).await.unwrap().is_empty());
    assert!(groups::group_versions(&mut tx, CITY, &group("a")).await.unwrap().is_empty());
}

async fn the_newest_version_holds_and_every_version_stays(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let [one, two] = both();
    for row in [&two, &one] {
        groups::add_group_version(&mut tx, CITY, row).await.unwrap();
    }
    let found = groups::group_histories(&mut tx, CITY).await.unwrap();
    let expected = GroupHistory { version: 2, times: two.times.clone() };
    assert_eq!(found[&group("a")], expected);
    let all = groups::group_versions(&mut tx, CITY, &group("a")).await.unwrap();
    assert_eq!(all, [two, one]);
    assert!(groups::group_versions(&mut tx, CITY, &group("b")).await.unwrap().is_empty());
}

async fn a_group_is_described_as_on_the_day_asked(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    for row in both() {
        groups::add_group_version(&mut tx, CITY, &row).await.unwrap();
    }
    for (day, name) in [(date(2025, 12, 31), "Een"), (date(2026, 1, 1), "Twee")] {
        let found = groups::groups_on(&mut tx, CITY, day).await.unwrap();
        assert_eq!(found[0].name_nl, phrase(name), "{day}");
    }
}

async fn a_version_is_written_once(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let [one, _] = both();
    groups::add_group_version(&mut tx, CITY, &one).await.unwrap();
    let again = GroupVersionRow { id: uuid(9), ..one };
    let twice = groups::add_group_version(&mut tx, CITY, &again).await;
    assert!(matches!(twice, Err(StoreError::Exists(_))), "{twice:?}");
}

async fn numbers_of_the_state_come_by_group_in_the_order_of_writing(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let row = NationalRow {
        group: group("b"),
        number: 1,
        year: 2027,
        part: YearPart::First,
        homes: Some(305),
        people: Some(574),
        source: phrase("Brief"),
        source_date: date(2026, 10, 1),
        replaces: None,
        actor: "Mia (gemeente)".to_owned(),
        at: second(1),
    };
    let taken_back =
        NationalRow { number: 2, homes: None, people: None, replaces: Some(1), ..row.clone() };
    let other = NationalRow { group: group("a"), part: YearPart::Whole, ..row.clone() };
    for one in [&row, &taken_back, &other] {
        groups::add_national_target(&mut tx, CITY, one).await.unwrap();
    }
    let found = groups::national_targets(&mut tx, CITY).await.unwrap();
    assert_eq!(found, [other, row.clone(), taken_back]);
    assert!(groups::national_targets(&mut tx, ELSEWHERE).await.unwrap().is_empty());
    let twice = groups::add_national_target(&mut tx, CITY, &row).await;
    assert!(matches!(twice, Err(StoreError::Exists(_))), "{twice:?}");
}

fn case(number: u128, whose: &Reference, standing: &str) -> CaseRow {
    CaseRow {
        id: Id::<Case>::new(uuid(number)),
        reference: whose.clone(),
        route: RouteCode::new("omslag").unwrap(),
        version: 1,
        began: date(2026, 1, 5),
        standing: standing.to_owned(),
        step: None,
        kind: None,
        owner: None,
        since: None,
        due: None,
        objection_due: None,
        next_due: None,
        extended: false,
        vacancy: None,
        association: None,
        changes: 1,
        changed_at: second(5),
    }
}

async fn who_is_in_a_group_is_counted(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut files: Vec<_> = (1..=4).map(|it| bare_file(it, "Bo", "Bakker")).collect();
    for file in &mut files {
        file.group = group("a");
    }
    files[0].readiness = Readiness::Preparing;
    files[1].readiness = Readiness::Placed { on: date(2026, 1, 5) };
    files[3].group = group("b");
    given::save(fresh, &files).await;
    let mut tx = fresh.write().await.unwrap();
    for (number, standing) in [(1, "open"), (2, "ended"), (4, "open")] {
        let row = case(number, &reference(&format!("P-{number}")), standing);
        cases::add_case(&mut tx, CITY, &row).await.unwrap();
    }
    let found = groups::in_group(&mut tx, CITY, &group("a")).await.unwrap();
    assert_eq!(found, InGroup { without_home: 2, on_a_road: 1 });
    let none = groups::in_group(&mut tx, CITY, &group("c")).await.unwrap();
    assert_eq!(none, InGroup::default());
    let each = groups::group_of_each(&mut tx, CITY).await.unwrap();
    assert_eq!((each.len(), &each[&reference("P-4")]), (4, &group("b")));
}

async fn the_newest_version_of_a_year_that_names_a_group_is_found(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let add = |number: u32, year: i16, version: u32| YearRow {
        id: uuid(number.into()),
        year,
        version,
        total: YearTotal::Fixed(10),
        note: None,
        actor: "Mia (gemeente)".to_owned(),
        at: second(number.into()),
    };
    let names = |code: &str| YearGroupRow {
        terms: GroupTerms {
            group: group(code),
            counts: true,
            floor: 1,
            ceiling: None,
            ground: String::new(),
        },
        main_group: "with-support".to_owned(),
        with_support: true,
    };
    let rows = [(1, 2026, 1, "a"), (2, 2027, 1, "a"), (3, 2027, 2, "b"), (4, 2028, 1, "a")];
    for (number, year, version, code) in rows {
        let row = add(number, year, version);
        year::add_version(&mut tx, CITY, &row, &[names(code)]).await.unwrap();
    }
    let found = groups::named_in_years(&mut tx, CITY, &group("a")).await.unwrap();
    assert_eq!(found, [(2026, 1), (2028, 1)], "in 2027 a later version does not name it");
}
