use jiff::civil::date;
use sleutel_domain::{
    Cents,
    homes::{Adaptation, AreaLevel, EnergyLabel, HouseRules, Target, VacancyStatus},
};
use sleutel_store::{
    Page, StoreError, Window,
    homes::{self, AreaFigures, AreaRow, ComplexRow, DwellingRow, VacancyFilter, VacancyRow},
    placement,
};

use crate::{
    given::{
        self, ALL, CITY, ELSEWHERE, area, complex, dwelling, free_home, home, party, phrase, uuid,
        vacancy,
    },
    support::{Fresh, on_both},
};

on_both!(
    areas_come_largest_first_with_shapes_only_when_asked,
    an_area_is_changed_by_its_code,
    figures_come_by_area_newest_year_first_and_unknown_stays_unknown,
    figures_of_a_year_are_replaced,
    complexes_come_by_code_and_are_changed_by_it,
    a_dwelling_comes_back_with_every_field,
    a_dwelling_of_which_little_is_known_comes_back_so,
    every_label_adaptation_and_target_comes_back,
    a_change_of_a_dwelling_counts_and_the_second_of_two_is_told,
    a_dwelling_code_that_is_taken_is_refused_within_its_programme,
    dwellings_come_by_code,
    dwellings_are_listed_by_street_and_number,
    dwellings_are_found_by_address_without_accents_and_by_association,
    a_page_of_dwellings_knows_how_many_there_are,
    a_vacancy_comes_back_with_every_field,
    a_change_of_a_vacancy_counts_and_the_second_of_two_is_told,
    a_vacancy_code_that_is_taken_is_refused,
    vacancies_come_by_code_and_open_ones_soonest_first,
    vacancies_are_listed_open_ones_soonest_first_then_the_newest,
    vacancies_are_found_by_address_code_association_and_status,
    a_status_moves_on_only_from_where_it_was_seen,
    homes_of_a_round_come_with_their_vacancy,
    free_homes_come_once_each_by_code,
);

fn an_area(code: &str, level: AreaLevel, parent: Option<&str>) -> AreaRow {
    AreaRow {
        code: area(code),
        name: phrase("Buurt 's-Gravé"),
        level,
        parent: parent.map(area),
        geometry: Some("[[[[4.9,52.37],[4.91,52.37],[4.9,52.38],[4.9,52.37]]]]".to_owned()),
    }
}

async fn areas_come_largest_first_with_shapes_only_when_asked(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let mut rows = [
        an_area("Z", AreaLevel::Municipality, None),
        an_area("K", AreaLevel::District, Some("Z")),
        an_area("J", AreaLevel::Area, Some("K")),
        an_area("I", AreaLevel::Quarter, Some("J")),
        an_area("A", AreaLevel::Neighbourhood, Some("I")),
        an_area("b", AreaLevel::Neighbourhood, Some("I")),
    ];
    rows[5].geometry = None;
    for (number, row) in (1..).zip(rows.iter().rev()) {
        homes::save_area(&mut tx, CITY, uuid(number), row).await.unwrap();
    }
    assert_eq!(homes::areas(&mut tx, CITY, true).await.unwrap(), rows);
    for row in &mut rows {
        row.geometry = None;
    }
    assert_eq!(homes::areas(&mut tx, CITY, false).await.unwrap(), rows);
    assert!(homes::areas(&mut tx, ELSEWHERE, true).await.unwrap().is_empty());
}

async fn an_area_is_changed_by_its_code(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let first = an_area("A", AreaLevel::Quarter, Some("Z"));
    homes::save_area(&mut tx, CITY, uuid(1), &first).await.unwrap();
    let mut changed = an_area("A", AreaLevel::Neighbourhood, None);
    changed.name = phrase("Nieuwe naam");
    changed.geometry = None;
    homes::save_area(&mut tx, CITY, uuid(2), &changed).await.unwrap();
    assert_eq!(homes::areas(&mut tx, CITY, true).await.unwrap(), [changed]);
}

fn figures(code: &str, year: i16) -> AreaFigures {
    AreaFigures {
        area: area(code),
        year,
        households: Some(1_234),
        inhabitants: Some(u32::MAX),
        average_household: Some(1.7),
        owner_occupied: Some(33.25),
        association_homes: Some(120),
        surface_ha: Some(0),
        source: phrase("CBS"),
    }
}

fn unknown_figures(code: &str, year: i16) -> AreaFigures {
    AreaFigures {
        households: None,
        inhabitants: None,
        average_household: None,
        owner_occupied: None,
        association_homes: None,
        surface_ha: None,
        ..figures(code, year)
    }
}

async fn figures_come_by_area_newest_year_first_and_unknown_stays_unknown(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let rows = [figures("B", 2025), unknown_figures("B", 2024), figures("a", 2024)];
    for row in rows.iter().rev() {
        homes::save_area_figures(&mut tx, CITY, row).await.unwrap();
    }
    assert_eq!(homes::area_figures(&mut tx, CITY).await.unwrap(), rows);
    assert!(homes::area_figures(&mut tx, ELSEWHERE).await.unwrap().is_empty());
}

async fn figures_of_a_year_are_replaced(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    homes::save_area_figures(&mut tx, CITY, &figures("B", 2025)).await.unwrap();
    let changed = AreaFigures { source: phrase("O&S"), ..unknown_figures("B", 2025) };
    homes::save_area_figures(&mut tx, CITY, &changed).await.unwrap();
    assert_eq!(homes::area_figures(&mut tx, CITY).await.unwrap(), [changed]);
}

async fn complexes_come_by_code_and_are_changed_by_it(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let row = |code, name| ComplexRow {
        code: complex(code),
        name: phrase(name),
        association: party("wbv"),
        neighbourhood: area("AA01"),
        street: phrase("Kerkstraat"),
    };
    for (number, code) in [(1, "b"), (2, "A")] {
        homes::save_complex(&mut tx, CITY, uuid(number), &row(code, "Blok")).await.unwrap();
    }
    let changed = ComplexRow {
        association: party("other"),
        neighbourhood: area("BB01"),
        street: phrase("Plein"),
        ..row("b", "De Tóren")
    };
    homes::save_complex(&mut tx, CITY, uuid(3), &changed).await.unwrap();
    assert_eq!(homes::complexes(&mut tx, CITY).await.unwrap(), [row("A", "Blok"), changed]);
    assert!(homes::complexes(&mut tx, ELSEWHERE).await.unwrap().is_empty());
}

/// Keeps dwellings as new, with identifiers from 2001 on.
async fn keep(fresh: &Fresh, rows: &[DwellingRow]) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    for (number, row) in (2001..).zip(rows) {
        homes::save_dwelling(&mut tx, CITY, uuid(number), row).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn one(fresh: &Fresh, code: &str) -> Option<DwellingRow> {
    let mut tx = fresh.read().await.unwrap();
    homes::dwelling(&mut tx, CITY, &home(code)).await.unwrap()
}

async fn a_dwelling_comes_back_with_every_field(fresh: &Fresh) {
    let row = dwelling("H-1", "Kerkstraat", "12-III");
    keep(fresh, std::slice::from_ref(&row)).await;
    assert_eq!(one(fresh, "H-1").await, Some(DwellingRow { version: 1, ..row }));
    assert_eq!(one(fresh, "H-2").await, None);
    let mut tx = fresh.read().await.unwrap();
    assert_eq!(homes::dwelling(&mut tx, ELSEWHERE, &home("H-1")).await.unwrap(), None);
}

async fn a_dwelling_of_which_little_is_known_comes_back_so(fresh: &Fresh) {
    let mut row = DwellingRow {
        complex: None,
        postcode: None,
        bag_id: None,
        energy: None,
        ..dwelling("H-1", "Kerkstraat", "1")
    };
    row.facts.surface = None;
    row.facts.lift = false;
    row.facts.rules = HouseRules { pets: false, smoking: true };
    keep(fresh, std::slice::from_ref(&row)).await;
    assert_eq!(one(fresh, "H-1").await, Some(DwellingRow { version: 1, ..row }));
}

async fn every_label_adaptation_and_target_comes_back(fresh: &Fresh) {
    let mut rows = Vec::new();
    let adaptations = Adaptation::ALL.into_iter().cycle();
    let targets = Target::ALL.into_iter().cycle();
    for ((energy, adaptation), target) in EnergyLabel::ALL.into_iter().zip(adaptations).zip(targets)
    {
        let mut row = dwelling(&format!("H-{}", energy.code()), "Kerkstraat", "1");
        row.energy = Some(energy);
        row.facts.adaptation = adaptation;
        row.facts.target = target;
        rows.push(row);
    }
    keep(fresh, &rows).await;
    for row in &mut rows {
        row.version = 1;
    }
    let mut tx = fresh.read().await.unwrap();
    assert_eq!(homes::dwellings_by_code(&mut tx, CITY).await.unwrap(), rows);
}

async fn a_change_of_a_dwelling_counts_and_the_second_of_two_is_told(fresh: &Fresh) {
    keep(fresh, &[dwelling("H-1", "Kerkstraat", "1")]).await;
    let mut changed = DwellingRow {
        association: party("other"),
        complex: None,
        neighbourhood: area("BB01"),
        postcode: None,
        bag_id: None,
        energy: Some(EnergyLabel::A),
        version: 1,
        ..dwelling("H-1", "Plein", "2")
    };
    changed.facts.rooms = 5;
    changed.facts.rent = Cents::new(1).unwrap();
    let mut tx = fresh.write().await.unwrap();
    let version = homes::save_dwelling(&mut tx, CITY, uuid(9), &changed).await.unwrap();
    assert_eq!(version, 2);
    let late = homes::save_dwelling(&mut tx, CITY, uuid(9), &changed).await;
    let Err(StoreError::Changed { table: "dwelling", key }) = late else { panic!("{late:?}") };
    assert_eq!(key, "H-1");
    tx.commit().await.unwrap();
    assert_eq!(one(fresh, "H-1").await, Some(DwellingRow { version: 2, ..changed }));
    let mut tx = fresh.read().await.unwrap();
    let found = homes::dwellings(&mut tx, CITY, "kerkstraat", "", ALL).await.unwrap();
    assert_eq!(found.total, 0, "the old street is forgotten");
    assert_eq!(homes::dwellings(&mut tx, CITY, "plein 2", "", ALL).await.unwrap().total, 1);
}

async fn a_dwelling_code_that_is_taken_is_refused_within_its_programme(fresh: &Fresh) {
    let row = dwelling("H-1", "Kerkstraat", "1");
    keep(fresh, std::slice::from_ref(&row)).await;
    let mut tx = fresh.write().await.unwrap();
    homes::save_dwelling(&mut tx, ELSEWHERE, uuid(8), &row).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = fresh.write().await.unwrap();
    let refused = homes::save_dwelling(&mut tx, CITY, uuid(9), &row).await;
    assert!(matches!(refused, Err(StoreError::Exists(_))), "{refused:?}");
}

async fn dwellings_come_by_code(fresh: &Fresh) {
    let rows = ["b", "A", "é"].map(|code| dwelling(code, "Kerkstraat", "1"));
    keep(fresh, &rows).await;
    let mut tx = fresh.read().await.unwrap();
    let all = homes::dwellings_by_code(&mut tx, CITY).await.unwrap();
    assert_eq!(all.iter().map(|it| it.code.as_str()).collect::<Vec<_>>(), ["A", "b", "é"]);
    assert!(homes::dwellings_by_code(&mut tx, ELSEWHERE).await.unwrap().is_empty());
    let whose = rows[0].association.clone();
    let stocks = homes::stocks(&mut tx, CITY).await.unwrap();
    assert_eq!(stocks.into_iter().collect::<Vec<_>>(), [(whose, 3)]);
    assert!(homes::stocks(&mut tx, ELSEWHERE).await.unwrap().is_empty());
}

async fn listed(fresh: &Fresh, words: &str, association: &str) -> Vec<String> {
    let mut tx = fresh.read().await.unwrap();
    let page = homes::dwellings(&mut tx, CITY, words, association, ALL).await.unwrap();
    assert_eq!(page.total, u64::try_from(page.rows.len()).unwrap());
    page.rows.iter().map(|it| it.code.to_string()).collect()
}

async fn dwellings_are_listed_by_street_and_number(fresh: &Fresh) {
    let rows = [
        dwelling("g", "Zeedijk", "1"),
        dwelling("e", "Kerkstraat", "10"),
        dwelling("c", "Kerkstraat", "2"),
        dwelling("d", "kerkstraat", "2-A"),
        dwelling("b", "Élandsgracht", "7"),
        dwelling("a", "egelantiersgracht", "7"),
        dwelling("f", "Kerkstraat", "boot"),
    ];
    keep(fresh, &rows).await;
    assert_eq!(listed(fresh, "", "").await, ["a", "b", "f", "c", "d", "e", "g"]);
}

async fn dwellings_are_found_by_address_without_accents_and_by_association(fresh: &Fresh) {
    let mut rows = [
        dwelling("H-1", "Élandsgracht", "7"),
        dwelling("H-2", "Kerkstraat", "100%"),
        dwelling("H-3", "Kerk_straat", "8"),
    ];
    rows[1].association = party("other");
    rows[2].postcode = None;
    keep(fresh, &rows).await;
    assert_eq!(listed(fresh, " ÉLANDS ", "").await, ["H-1"]);
    assert_eq!(listed(fresh, "elandsgracht 7", "").await, ["H-1"]);
    assert_eq!(listed(fresh, "0%", "").await, ["H-2"]);
    assert_eq!(listed(fresh, "k_s", "").await, ["H-3"]);
    assert_eq!(listed(fresh, "1011 ab", "").await, ["H-1", "H-2"]);
    assert_eq!(listed(fresh, "h-", "other").await, ["H-2"]);
    assert!(listed(fresh, "", "nobody").await.is_empty());
    assert!(listed(fresh, "\\", "").await.is_empty());
}

async fn a_page_of_dwellings_knows_how_many_there_are(fresh: &Fresh) {
    let rows = ["1", "2", "3", "4", "5"].map(|it| dwelling(it, "Kerkstraat", it));
    keep(fresh, &rows).await;
    let mut tx = fresh.read().await.unwrap();
    for (offset, codes) in [(0, &["1", "2"][..]), (4, &["5"]), (5, &[])] {
        let window = Window { offset, limit: 2 };
        let Page { rows, total } =
            homes::dwellings(&mut tx, CITY, "kerk", "wbv", window).await.unwrap();
        assert_eq!(rows.iter().map(|it| it.code.as_str()).collect::<Vec<_>>(), codes);
        assert_eq!(total, 5);
    }
}

/// Three homes, and the vacancies given.
async fn keep_free(fresh: &Fresh, rows: &[VacancyRow]) {
    let mut dwellings = [
        dwelling("H-1", "Élandsgracht", "7"),
        dwelling("H-2", "Kerkstraat", "1"),
        dwelling("H-3", "Zeedijk", "9"),
    ];
    dwellings[2].association = party("other");
    keep(fresh, &dwellings).await;
    let mut tx = fresh.write().await.unwrap();
    for (number, row) in (2101..).zip(rows) {
        homes::save_vacancy(&mut tx, CITY, uuid(number), row).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn a_vacancy_comes_back_with_every_field(fresh: &Fresh) {
    let rows: Vec<_> = (1..)
        .zip(VacancyStatus::ALL)
        .map(|(number, status)| VacancyRow {
            status,
            year: 2030 + number,
            ..free_home(&format!("V-{number}"), "H-1", date(2026, 12, 31))
        })
        .collect();
    keep_free(fresh, &rows).await;
    let mut tx = fresh.read().await.unwrap();
    for row in rows {
        let found = homes::vacancy(&mut tx, CITY, &row.code).await.unwrap();
        assert_eq!(found, Some(VacancyRow { version: 1, ..row }));
    }
    assert_eq!(homes::vacancy(&mut tx, CITY, &vacancy("V-9")).await.unwrap(), None);
    assert_eq!(homes::vacancy(&mut tx, ELSEWHERE, &vacancy("V-1")).await.unwrap(), None);
}

async fn a_change_of_a_vacancy_counts_and_the_second_of_two_is_told(fresh: &Fresh) {
    keep_free(fresh, &[free_home("V-1", "H-1", date(2026, 4, 1))]).await;
    let changed = VacancyRow {
        year: 2027,
        status: VacancyStatus::Withdrawn,
        version: 1,
        ..free_home("V-1", "H-3", date(2026, 5, 2))
    };
    let changed = VacancyRow { year: 2027, ..changed };
    let mut tx = fresh.write().await.unwrap();
    assert_eq!(homes::save_vacancy(&mut tx, CITY, uuid(9), &changed).await.unwrap(), 2);
    let late = homes::save_vacancy(&mut tx, CITY, uuid(9), &changed).await;
    assert!(matches!(late, Err(StoreError::Changed { table: "vacancy", .. })), "{late:?}");
    let found = homes::vacancy(&mut tx, CITY, &changed.code).await.unwrap();
    assert_eq!(found, Some(VacancyRow { version: 2, ..changed }));
}

async fn a_vacancy_code_that_is_taken_is_refused(fresh: &Fresh) {
    let row = free_home("V-1", "H-1", date(2026, 4, 1));
    keep_free(fresh, std::slice::from_ref(&row)).await;
    let mut tx = fresh.write().await.unwrap();
    let refused = homes::save_vacancy(&mut tx, CITY, uuid(9), &row).await;
    assert!(matches!(refused, Err(StoreError::Exists(_))), "{refused:?}");
}

/// Open ones in May, in April (twice) and in June; a decided and a withdrawn one.
fn six() -> Vec<VacancyRow> {
    let mut rows = vec![
        free_home("c", "H-1", date(2026, 5, 1)),
        free_home("B", "H-2", date(2026, 4, 1)),
        free_home("a", "H-3", date(2026, 4, 1)),
        free_home("É", "H-3", date(2026, 6, 1)),
        free_home("d", "H-1", date(2025, 1, 1)),
        free_home("e", "H-2", date(2025, 2, 1)),
    ];
    rows[4].status = VacancyStatus::Decided;
    rows[5].status = VacancyStatus::Withdrawn;
    rows
}

fn codes(rows: &[VacancyRow]) -> Vec<&str> {
    rows.iter().map(|it| it.code.as_str()).collect()
}

async fn vacancies_come_by_code_and_open_ones_soonest_first(fresh: &Fresh) {
    keep_free(fresh, &six()).await;
    let mut tx = fresh.read().await.unwrap();
    let all = homes::vacancies(&mut tx, CITY).await.unwrap();
    assert_eq!(codes(&all), ["B", "a", "c", "d", "e", "É"]);
    let open = homes::open_vacancies(&mut tx, CITY).await.unwrap();
    assert_eq!(codes(&open), ["B", "a", "c", "É"]);
    assert!(homes::vacancies(&mut tx, ELSEWHERE).await.unwrap().is_empty());
    assert!(homes::open_vacancies(&mut tx, ELSEWHERE).await.unwrap().is_empty());
}

async fn vacancies_are_listed_open_ones_soonest_first_then_the_newest(fresh: &Fresh) {
    keep_free(fresh, &six()).await;
    let mut tx = fresh.read().await.unwrap();
    let filter = VacancyFilter::default();
    let page = homes::list_vacancies(&mut tx, CITY, &filter, ALL).await.unwrap();
    assert_eq!(codes(&page.rows), ["B", "a", "c", "É", "e", "d"]);
    let window = Window { offset: 3, limit: 2 };
    let page = homes::list_vacancies(&mut tx, CITY, &filter, window).await.unwrap();
    assert_eq!((codes(&page.rows), page.total), (vec!["É", "e"], 6));
}

async fn vacancies_are_found_by_address_code_association_and_status(fresh: &Fresh) {
    keep_free(fresh, &six()).await;
    let mut tx = fresh.read().await.unwrap();
    for (words, association, status, expected) in [
        ("elandsgracht 7", "", "", &["c", "d"][..]),
        ("élands", "", "decided", &["d"]),
        ("É", "other", "open", &["a", "É"]),
        ("", "other", "", &["a", "É"]),
        ("", "", "withdrawn", &["e"]),
        ("%", "", "", &[]),
        ("", "nobody", "", &[]),
    ] {
        let filter = VacancyFilter {
            words: words.to_owned(),
            association: association.to_owned(),
            status: status.to_owned(),
        };
        let page = homes::list_vacancies(&mut tx, CITY, &filter, ALL).await.unwrap();
        assert_eq!(codes(&page.rows), expected, "{filter:?}");
        assert_eq!(page.total, u64::try_from(expected.len()).unwrap(), "{filter:?}");
    }
}

async fn a_status_moves_on_only_from_where_it_was_seen(fresh: &Fresh) {
    keep_free(fresh, &six()).await;
    let (open, decided) = (VacancyStatus::Open, VacancyStatus::Decided);
    let mut tx = fresh.write().await.unwrap();
    let code = vacancy("c");
    homes::set_vacancy_status(&mut tx, CITY, &code, open, decided).await.unwrap();
    let late = homes::set_vacancy_status(&mut tx, CITY, &code, open, decided).await;
    assert!(matches!(late, Err(StoreError::Changed { table: "vacancy", .. })), "{late:?}");
    let found = homes::vacancy(&mut tx, CITY, &code).await.unwrap().unwrap();
    assert_eq!((found.status, found.version), (decided, 2));
    let none = homes::set_vacancy_status(&mut tx, ELSEWHERE, &code, decided, open).await;
    assert!(matches!(none, Err(StoreError::Changed { .. })), "{none:?}");
}

async fn homes_of_a_round_come_with_their_vacancy(fresh: &Fresh) {
    let round = given::a_round(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let found = homes::dwellings_of_round(&mut tx, CITY, round.id).await.unwrap();
    let pairs: Vec<_> =
        found.iter().map(|(vacancy, home)| (vacancy.as_str(), home.code.as_str())).collect();
    assert_eq!(pairs, [("V-1", "H-1"), ("V-2", "H-2")]);
    let whole = homes::dwelling(&mut tx, CITY, &home("H-1")).await.unwrap();
    assert_eq!(found.get(&vacancy("V-1")), whole.as_ref());
    placement::set_round_vacancies(&mut tx, CITY, round.id, &[vacancy("V-2")]).await.unwrap();
    let fewer = homes::dwellings_of_round(&mut tx, CITY, round.id).await.unwrap();
    assert_eq!(fewer.keys().map(|it| it.as_str()).collect::<Vec<_>>(), ["V-2"]);
    assert!(homes::dwellings_of_round(&mut tx, ELSEWHERE, round.id).await.unwrap().is_empty());
}

async fn free_homes_come_once_each_by_code(fresh: &Fresh) {
    let mut rows = six();
    rows[1].status = VacancyStatus::Decided;
    keep_free(fresh, &rows).await;
    let mut tx = fresh.read().await.unwrap();
    let found = homes::free_dwellings(&mut tx, CITY).await.unwrap();
    assert_eq!(found.iter().map(|it| it.code.as_str()).collect::<Vec<_>>(), ["H-1", "H-3"]);
    let whole = homes::dwelling(&mut tx, CITY, &home("H-1")).await.unwrap();
    assert_eq!(found.first(), whole.as_ref());
    assert!(homes::free_dwellings(&mut tx, ELSEWHERE).await.unwrap().is_empty());
}
