//! What lists share: the place they are narrowed by, views, searches, acts on many rows.

use jiff::civil::date;
use sleutel_domain::{Id, OrganisationCode, access::Account, homes::AreaLevel};
use sleutel_store::{
    StoreError, agreements,
    cases::{self, CaseFilter, CaseSort},
    forms::{self, FormFilter, FormScope},
    homes::AreaRow,
    lists::{self, ManyLine, ManyRow, ViewRow},
    participants,
};

use crate::{
    given::{
        self, ALL, CITY, ELSEWHERE, bare_file, full_file, party, phrase, reference, second, uuid,
    },
    support::{Fresh, on_both},
};

on_both!(
    people_are_found_by_the_part_of_the_city_they_wish_for,
    a_view_is_kept_renamed_thrown_away_and_put_back,
    a_view_of_one_is_not_the_other_s_and_one_of_the_organisation_is,
    a_search_is_its_maker_s_and_old_ones_go,
    an_act_on_many_rows_says_what_became_of_each,
);

async fn accounts(fresh: &Fresh) -> (Id<Account>, Id<Account>, OrganisationCode) {
    given::programmes(fresh).await;
    let organisation =
        given::organisation(1, "Zorg", sleutel_domain::access::OrganisationKind::Provider);
    let mut tx = fresh.write().await.unwrap();
    sleutel_store::access::save_organisation(&mut tx, CITY, &organisation).await.unwrap();
    for (number, login) in [(1, "noor"), (2, "sem")] {
        let account = given::account(number, login, &organisation);
        sleutel_store::access::add_account(&mut tx, &account, second(5)).await.unwrap();
    }
    tx.commit().await.unwrap();
    (Id::new(uuid(201)), Id::new(uuid(202)), organisation.code)
}

async fn people_are_found_by_the_part_of_the_city_they_wish_for(fresh: &Fresh) {
    given::programmes(fresh).await;
    let full = full_file(1);
    given::save(fresh, &[full, bare_file(2, "Bo", "Bakker")]).await;
    let mut tx = fresh.write().await.unwrap();
    let wished = participants::file(&mut tx, CITY, &reference("P-1")).await.unwrap().unwrap();
    let liked: Vec<_> = wished
        .wishes
        .iter()
        .filter(|it| it.direction == sleutel_domain::participants::Direction::Prefer)
        .filter_map(|it| match &it.place {
            sleutel_domain::homes::Place::Area(code) => Some(code.clone()),
            sleutel_domain::homes::Place::Street { neighbourhood, .. } => {
                Some(neighbourhood.clone())
            }
            sleutel_domain::homes::Place::Complex(_) => None,
        })
        .collect();
    let part = liked.first().expect("the full file likes an area").clone();
    let top = given::area("TOP");
    for (id, code, parent) in [(9001, top.clone(), None), (9002, part.clone(), Some(top.clone()))] {
        let row = AreaRow {
            code,
            name: phrase("Oord"),
            level: if parent.is_none() { AreaLevel::District } else { AreaLevel::Neighbourhood },
            parent,
            geometry: None,
        };
        sleutel_store::homes::save_area(&mut tx, CITY, uuid(id), &row).await.unwrap();
    }
    for (area, expected) in [
        (top.as_str(), vec!["P-1"]),
        (part.as_str(), vec!["P-1"]),
        ("nowhere", vec![]),
        ("", vec!["P-1", "P-2"]),
    ] {
        let filter = participants::Filter { area: area.to_owned(), ..Default::default() };
        let sort = participants::Sort::Reference;
        let page = participants::list(&mut tx, CITY, &filter, sort, false, ALL).await.unwrap();
        let found: Vec<_> = page.rows.iter().map(|it| it.reference.to_string()).collect();
        assert_eq!(found, expected, "{area}");
        assert_eq!(page.total, u64::try_from(expected.len()).unwrap());
        // The other lists take the same question; these have no rows.
        let today = date(2026, 3, 10);
        let filter = CaseFilter { area: area.to_owned(), ..CaseFilter::on(today) };
        let page = cases::list_cases(&mut tx, CITY, &filter, CaseSort::Due, false, ALL).await;
        assert_eq!(page.unwrap().total, 0);
        let filter = FormFilter { area: area.to_owned(), ..FormFilter::default() };
        let page = forms::list(&mut tx, CITY, &FormScope::default(), &filter, ALL).await;
        assert_eq!(page.unwrap().total, 0);
        let filter = agreements::Filter { area: area.to_owned(), ..Default::default() };
        let sort = agreements::Sort::Work;
        let page = agreements::list(&mut tx, CITY, &filter, sort, false, ALL).await;
        assert_eq!(page.unwrap().total, 0);
    }
}

fn view_row(number: u128, name: &str, account: Id<Account>, of: Option<&str>) -> ViewRow {
    ViewRow {
        id: uuid(number),
        list: "cases".to_owned(),
        name: phrase(name),
        query: "term=overdue".to_owned(),
        account,
        organisation: of.map(party),
        made_by: "Noor (Zorg)".to_owned(),
        at: second(10),
        gone_at: None,
    }
}

async fn a_view_is_kept_renamed_thrown_away_and_put_back(fresh: &Fresh) {
    let (noor, _, care) = accounts(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let row = view_row(1, "Te laat", noor, None);
    lists::add_view(&mut tx, CITY, &row).await.unwrap();
    assert_eq!(lists::view(&mut tx, CITY, row.id).await.unwrap(), Some(row.clone()));
    assert_eq!(lists::view(&mut tx, ELSEWHERE, row.id).await.unwrap(), None);
    lists::set_default_view(&mut tx, CITY, noor, "cases", Some(row.id)).await.unwrap();
    assert_eq!(lists::default_view(&mut tx, CITY, noor, "cases").await.unwrap(), Some(row.id));
    let (old, new) = (phrase("Te laat"), phrase("Vandaag"));
    lists::rename_view(&mut tx, CITY, row.id, &old, &new).await.unwrap();
    let second_one = lists::rename_view(&mut tx, CITY, row.id, &old, &new).await;
    assert!(matches!(second_one, Err(StoreError::Changed { .. })));
    lists::put_view_away(&mut tx, CITY, row.id, Some(second(20))).await.unwrap();
    let twice = lists::put_view_away(&mut tx, CITY, row.id, Some(second(21))).await;
    assert!(matches!(twice, Err(StoreError::Changed { .. })));
    assert!(lists::views(&mut tx, CITY, "cases", noor, &care).await.unwrap().is_empty());
    assert_eq!(lists::default_view(&mut tx, CITY, noor, "cases").await.unwrap(), None);
    lists::put_view_away(&mut tx, CITY, row.id, None).await.unwrap();
    let back = lists::views(&mut tx, CITY, "cases", noor, &care).await.unwrap();
    assert_eq!(back, [ViewRow { name: new, ..row.clone() }]);
    assert_eq!(lists::default_view(&mut tx, CITY, noor, "cases").await.unwrap(), Some(row.id));
    lists::set_default_view(&mut tx, CITY, noor, "cases", None).await.unwrap();
    assert_eq!(lists::default_view(&mut tx, CITY, noor, "cases").await.unwrap(), None);
}

async fn a_view_of_one_is_not_the_other_s_and_one_of_the_organisation_is(fresh: &Fresh) {
    let (noor, sem, care) = accounts(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let own = view_row(1, "Van mij", noor, None);
    let shared = view_row(2, "Van ons", noor, Some(care.as_str()));
    let others = view_row(3, "Van hen", sem, Some("elsewhere"));
    for row in [&own, &shared, &others] {
        lists::add_view(&mut tx, CITY, row).await.unwrap();
    }
    let of_noor = lists::views(&mut tx, CITY, "cases", noor, &care).await.unwrap();
    assert_eq!(of_noor, [own, shared.clone()]);
    assert_eq!(lists::views(&mut tx, CITY, "cases", sem, &care).await.unwrap(), [shared]);
    assert!(lists::views(&mut tx, CITY, "forms", noor, &care).await.unwrap().is_empty());
}

async fn a_search_is_its_maker_s_and_old_ones_go(fresh: &Fresh) {
    let (noor, sem, _) = accounts(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let old = (uuid(1), "visser");
    lists::keep_search(&mut tx, CITY, noor, old, second(10), second(0)).await.unwrap();
    let found = lists::kept_search(&mut tx, CITY, noor, uuid(1)).await.unwrap();
    assert_eq!(found.as_deref(), Some("visser"));
    assert_eq!(lists::kept_search(&mut tx, CITY, sem, uuid(1)).await.unwrap(), None);
    lists::keep_search(&mut tx, CITY, noor, (uuid(2), "dam"), second(90), second(50))
        .await
        .unwrap();
    assert_eq!(lists::kept_search(&mut tx, CITY, noor, uuid(1)).await.unwrap(), None);
}

async fn an_act_on_many_rows_says_what_became_of_each(fresh: &Fresh) {
    let (noor, sem, _) = accounts(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let row = ManyRow {
        id: uuid(1),
        account: noor,
        kind: "pause".to_owned(),
        at: second(10),
        undone_at: None,
    };
    lists::add_many(&mut tx, CITY, &row).await.unwrap();
    let line = |number: u32, mark: Option<i64>, refused: Option<&str>| ManyLine {
        number,
        subject: format!("P-{number}"),
        reference: reference(&format!("P-{number}")),
        mark,
        refused: refused.map(str::to_owned),
        undone: false,
        kept: None,
    };
    let lines = [line(1, Some(4), None), line(2, None, Some("changed")), line(3, Some(2), None)];
    for it in &lines {
        lists::add_line(&mut tx, CITY, row.id, it).await.unwrap();
    }
    assert_eq!(lists::lines_of(&mut tx, CITY, row.id).await.unwrap(), lines);
    assert_eq!(lists::many_of(&mut tx, CITY, noor, row.id).await.unwrap(), Some(row.clone()));
    assert_eq!(lists::many_of(&mut tx, CITY, sem, row.id).await.unwrap(), None);
    let recent = lists::recent_many(&mut tx, CITY, noor, second(10)).await.unwrap();
    assert_eq!(recent, std::slice::from_ref(&row));
    assert!(lists::recent_many(&mut tx, CITY, noor, second(11)).await.unwrap().is_empty());
    lists::close_many(&mut tx, CITY, row.id, second(30)).await.unwrap();
    let twice = lists::close_many(&mut tx, CITY, row.id, second(31)).await;
    assert!(matches!(twice, Err(StoreError::Changed { .. })));
    lists::settle_line(&mut tx, CITY, row.id, 1, None).await.unwrap();
    lists::settle_line(&mut tx, CITY, row.id, 3, Some("changed")).await.unwrap();
    let after = lists::lines_of(&mut tx, CITY, row.id).await.unwrap();
    assert_eq!((after[0].undone, after[0].kept.as_deref()), (true, None));
    assert_eq!((after[2].undone, after[2].kept.as_deref()), (false, Some("changed")));
    assert!(lists::recent_many(&mut tx, CITY, noor, second(10)).await.unwrap().is_empty());
}
