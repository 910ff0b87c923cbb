//! The list of target groups: the list, one of them, and its forms.

use axum::http::StatusCode;
use scraper::{Html, Selector};

use crate::town::{ACCOUNTS, Browser, Town};

const LIST: &str = "/steering/groups";
const NEW: &str = "/steering/groups/new";
const YOUTH: &str = "/steering/groups/youth";

fn texts(page: &str, selector: &str) -> Vec<String> {
    let all = Selector::parse(selector).unwrap();
    let page = Html::parse_document(page);
    let text = |it: scraper::ElementRef<'_>| {
        it.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    page.select(&all).map(text).collect()
}

fn value(page: &str, selector: &str) -> String {
    let all = Selector::parse(selector).unwrap();
    let page = Html::parse_document(page);
    let found = page.select(&all).next().and_then(|it| it.value().attr("value"));
    found.unwrap_or_default().to_owned()
}

async fn end(browser: &mut Browser, until: &str) {
    let path = format!("{YOUTH}/days");
    let page = browser.page(&path).await;
    let confirm = value(&page, "input[name=confirm]");
    let was = value(&page, "input[name=was]");
    let fields = [
        ("from", ""),
        ("until", until),
        ("ground", "Besluit"),
        ("confirm", confirm.as_str()),
        ("was", was.as_str()),
    ];
    let answer = browser.post(&path, &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

#[tokio::test]
async fn everyone_sees_the_list_and_the_programme_manager_changes_it() {
    let town = Town::new().await;
    for (login, ..) in ACCOUNTS {
        let mut browser = town.browser(login).await;
        let may = login == "mia";
        for path in [LIST, YOUTH] {
            let page = browser.page(path).await;
            assert!(!page.contains("groups-"), "{path}");
            assert!(page.contains("end-bar"), "{path}");
        }
        assert_eq!(browser.page(LIST).await.contains(NEW), may, "{login}");
        for path in [NEW, "/steering/groups/youth/change", "/steering/groups/youth/days"] {
            let expected = if may { StatusCode::OK } else { StatusCode::FORBIDDEN };
            assert_eq!(browser.get(path).await.status, expected, "{login} {path}");
        }
        let page = browser.page("/steering/year").await;
        assert!(page.contains(&format!("href=\"{LIST}\"")), "{login}");
    }
    assert_eq!(town.visitor().get(LIST).await.status, StatusCode::SEE_OTHER);
    let mut mia = town.browser("mia").await;
    for path in ["/steering/groups/none", "/steering/groups/none/days"] {
        assert_eq!(mia.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn everything_wrong_with_a_group_is_told_at_its_field() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    let answer =
        mia.post(NEW, &[("code", "youth"), ("until", "1-1-2020"), ("from", "1-1-2021")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    let found = texts(&page, "#errors li");
    assert_eq!(found.len(), 8, "{found:?}");
    for field in ["code", "name_nl", "main_group", "until", "ground"] {
        assert_eq!(texts(&page, &format!("#error-{field}")).len(), 1, "{field}");
    }
}

#[tokio::test]
async fn a_group_that_ended_is_found_by_day_and_goes_on_when_that_is_taken_back() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    end(&mut mia, "2026-12-31").await;
    let listed = |page: &str| texts(page, "tbody th a").len();
    assert_eq!(listed(&mia.page(LIST).await), 2);
    assert_eq!(listed(&mia.page(&format!("{LIST}?day=2026-12-31")).await), 2);
    assert_eq!(listed(&mia.page(&format!("{LIST}?day=2027-01-01")).await), 1);
    assert_eq!(listed(&mia.page(&format!("{LIST}?with_support=no")).await), 0);
    assert_eq!(texts(&mia.page(&format!("{LIST}?day=soon")).await, "#error-day").len(), 1);
    let file = mia.get("/steering/groups.csv?day=2027-01-01").await.text();
    assert!(file.contains("shelter") && !file.contains("youth"), "{file}");
    let page = mia.page(YOUTH).await;
    let was = value(&page, "form[action$='/reopen'] input[name=was]");
    let back = format!("{YOUTH}/reopen");
    assert_eq!(mia.post(&back, &[("was", was.as_str())]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(listed(&mia.page(&format!("{LIST}?day=2027-01-01")).await), 2);
    // Somebody who was second is told, and nothing changes.
    let answer = mia.post(&back, &[("was", was.as_str())]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(texts(&mia.page(YOUTH).await, ".history > li").len(), 3);
}

#[tokio::test]
async fn the_second_of_two_people_keeps_what_was_typed() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    let path = format!("{YOUTH}/change");
    let was = value(&mia.page(&path).await, "input[name=was]");
    end(&mut mia, "2027-12-31").await;
    let fields = [
        ("name_nl", "Jongvolwassenen"),
        ("name_en", "Young adults"),
        ("main_group", "with-support"),
        ("with_support", "yes"),
        ("counts", "yes"),
        ("from", "2027-01-01"),
        ("ground", "Besluit"),
    ];
    let with = |was: &str| {
        let mut all: Vec<(&str, String)> =
            fields.iter().map(|(a, b)| (*a, (*b).to_owned())).collect();
        all.push(("was", was.to_owned()));
        all
    };
    let first = with(&was);
    let first: Vec<_> = first.iter().map(|(a, b)| (*a, b.as_str())).collect();
    let answer = mia.post(&path, &first).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let page = answer.text();
    assert_eq!(value(&page, "input[name=name_nl]"), "Jongvolwassenen");
    let again = with(&value(&page, "input[name=was]"));
    let again: Vec<_> = again.iter().map(|(a, b)| (*a, b.as_str())).collect();
    assert_eq!(mia.post(&path, &again).await.status, StatusCode::SEE_OTHER);
    assert_eq!(texts(&mia.page(YOUTH).await, "section.card tbody tr").len(), 2);
}

#[tokio::test]
async fn a_national_target_stands_in_the_form_of_the_year_and_below_it_is_confirmed() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    let path = format!("{YOUTH}/national");
    let year = value(&mia.page(&path).await, "input[name=year]");
    let fields = [
        ("year", year.as_str()),
        ("part", "year"),
        ("homes", "12"),
        ("source", "Brief"),
        ("source_date", "2026-01-05"),
        ("was", "0"),
    ];
    let answer = mia.post(&path, &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let new = format!("/steering/year/{year}/new");
    let page = mia.page(&new).await;
    let codes = ["group-0", "group-1"].map(|it| value(&page, &format!("input[name={it}-code]")));
    let at = usize::from(codes[0] != "youth");
    assert_eq!(value(&page, &format!("input[name=group-{at}-floor]")), "12");
    let names = [0, 1].map(|it| format!("group-{it}-code"));
    let floor = format!("group-{at}-floor");
    let mut typed = vec![
        ("kind", "fixed"),
        ("homes", "50"),
        (names[0].as_str(), codes[0].as_str()),
        (names[1].as_str(), codes[1].as_str()),
        (floor.as_str(), "5"),
        ("target_rule", "none"),
        ("do", "save"),
    ];
    let answer = mia.post(&new, &typed).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    assert_eq!(texts(&page, &format!("#error-{floor}")).len(), 1);
    let seen = value(&page, "input[name=below]");
    typed.push(("below", seen.as_str()));
    let answer = mia.post(&new, &typed).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let page = mia.page(&format!("/steering/year?year={year}")).await;
    assert!(page.contains("Brief"), "what the state asks stands beside the floor");
    let file = mia.get("/steering/national-targets.csv").await.text();
    assert!(file.contains("youth") && file.contains(";12;"), "{file}");
}
