use axum::http::{StatusCode, header};
use scraper::{Html, Selector};

use crate::town::{ACCOUNTS, Browser, Town};

const PAGE: &str = "/steering/demand";
const GROUP: &str = "/steering/demand/groups/shelter";
const EDIT: &str = "/steering/demand/groups/shelter/2027/edit";
const ANNOUNCE: &str = "/steering/demand/announce";

fn count(text: &str, selector: &str) -> usize {
    Html::parse_document(text).select(&Selector::parse(selector).unwrap()).count()
}

fn overruling<'a>(expected: &'a str, was: &'a str) -> [(&'a str, &'a str); 3] {
    [("expected", expected), ("reason", "Er sluit een opvang"), ("was", was)]
}

const ANNOUNCED: [(&str, &str); 4] = [
    ("group", "shelter"),
    ("month", "2027-03"),
    ("people", "40"),
    ("reason", "Een opvang gaat dicht"),
];

async fn withdraw_href(browser: &mut Browser) -> String {
    let text = browser.page(PAGE).await;
    let rest = text.split_once("href=\"/steering/demand/announced/").unwrap().1;
    format!("/steering/demand/announced/{}", rest.split_once('"').unwrap().0)
}

#[tokio::test]
async fn everyone_on_staff_sees_what_is_expected_and_only_manager_and_desk_may_change_it() {
    let town = Town::new().await;
    for (login, ..) in ACCOUNTS {
        let mut browser = town.browser(login).await;
        let text = browser.page(PAGE).await;
        assert!(text.contains("href=\"/steering/demand/groups/shelter?year=2026\""), "{login}");
        assert!(count(&text, "svg[role=img]") >= 1, "{login}");
        let group = browser.page(GROUP).await;
        assert!(!group.contains("Bram") && !text.contains("T-1"), "no people, only counts");
        let may = ["mia", "desk"].contains(&login);
        assert_eq!(text.contains("href=\"/steering/demand/announce\""), may, "{login}");
        assert_eq!(group.contains(EDIT) || group.contains("/2026/edit"), may, "{login}");
        for (path, fields) in [(EDIT, &overruling("9", "0")[..]), (ANNOUNCE, &ANNOUNCED[..])] {
            let expected = if may { StatusCode::OK } else { StatusCode::FORBIDDEN };
            assert_eq!(browser.get(path).await.status, expected, "{login} {path}");
            if !may {
                let posted = browser.post(path, fields).await.status;
                assert_eq!(posted, StatusCode::FORBIDDEN, "{login} {path}");
            }
        }
    }
}

#[tokio::test]
async fn who_has_not_logged_in_goes_to_the_log_in_page() {
    let town = Town::new().await;
    let mut nobody = town.visitor();
    for path in [PAGE, "/steering/demand.csv", GROUP, EDIT, ANNOUNCE] {
        let status = nobody.get(path).await.status;
        assert!(status == StatusCode::SEE_OTHER || status == StatusCode::UNAUTHORIZED, "{path}");
    }
}

#[tokio::test]
async fn a_number_by_hand_holds_with_its_reason_and_is_taken_back() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    let done = mia.post(EDIT, &overruling("210", "0")).await;
    assert_eq!(done.location(), "/steering/demand/groups/shelter?year=2027", "{}", done.text());
    let page = mia.page("/steering/demand/groups/shelter?year=2027").await;
    assert!(page.contains("Er sluit een opvang") && page.contains("Mia de Wit"));
    assert_eq!(count(&page, "ol.history > li"), 1);
    assert!(mia.page("/steering/demand?year=2027").await.contains("210"));
    let late = mia.post(EDIT, &overruling("190", "0")).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text().contains("name=\"was\" value=\"1\""), "it shows what holds now");
    let back = mia.post(EDIT, &overruling("", "1")).await;
    assert_eq!(back.location(), "/steering/demand/groups/shelter?year=2027");
    let page = mia.page("/steering/demand/groups/shelter?year=2027").await;
    assert_eq!(count(&page, "ol.history > li"), 2, "what held stays to be read");
}

#[tokio::test]
async fn announced_people_are_put_down_and_withdrawn_with_a_reason() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    assert_eq!(desk.post(ANNOUNCE, &ANNOUNCED).await.location(), PAGE);
    let href = withdraw_href(&mut desk).await;
    assert!(desk.page(PAGE).await.contains("Een opvang gaat dicht"));
    assert!(town.browser("wil").await.page(PAGE).await.contains("Een opvang gaat dicht"));
    let without = desk.post(&href, &[("reason", "")]).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(without.text().contains("id=\"error-reason\""));
    assert_eq!(desk.post(&href, &[("reason", "Gaat niet door")]).await.location(), PAGE);
    let page = desk.page(PAGE).await;
    assert!(page.contains("Gaat niet door") && !page.contains("/withdraw\""));
    assert_eq!(desk.get(&href).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_mistake_stands_at_its_field_and_what_does_not_exist_is_not_found() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    let wrong = mia.post(EDIT, &[("expected", "veel"), ("reason", ""), ("was", "0")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["expected", "reason"] {
        assert!(wrong.text().contains(&format!("id=\"error-{field}\"")), "{field}");
    }
    assert!(wrong.text().contains("value=\"veel\""));
    let fields = [("group", "geen"), ("month", "2026-10"), ("people", "0"), ("reason", "")];
    let wrong = mia.post(ANNOUNCE, &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["group", "month", "people", "reason"] {
        assert!(wrong.text().contains(&format!("id=\"error-{field}\"")), "{field}");
    }
    for path in [
        "/steering/demand/groups/geen",
        "/steering/demand/groups/geen/2027/edit",
        "/steering/demand/groups/shelter/2025/edit",
        "/steering/demand/groups/shelter/2029/edit",
        "/steering/demand/groups/shelter/nu/edit",
        "/steering/demand/announced/1/withdraw",
        "/steering/demand/announced/00000000-0000-0000-0000-000000000000/withdraw",
    ] {
        assert_eq!(mia.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for odd in ["?year=1900", "?year=x&sort=-nothing", "?sort=-expected&year=2027"] {
        assert_eq!(mia.get(&format!("{PAGE}{odd}")).await.status, StatusCode::OK, "{odd}");
    }
}

#[tokio::test]
async fn the_page_is_there_in_both_languages_and_as_a_file() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    assert!(mia.page(PAGE).await.contains("Verwachte vraag in 2026"));
    let file = mia.get("/steering/demand.csv?year=2027").await;
    let disposition = file.header(header::CONTENT_DISPOSITION);
    assert_eq!(disposition, "attachment; filename=\"demand.csv\"");
    let text = file.text();
    assert!(text.contains("Jaar;Code;Doelgroep") && text.contains("2027;shelter;"), "{text}");
    mia.post("/language", &[("language", "en"), ("next", PAGE)]).await;
    assert!(mia.page(PAGE).await.contains("Expected demand in 2026"));
    assert!(mia.page(GROUP).await.contains("What was filled in by hand"));
}

#[tokio::test]
async fn so_few_people_that_somebody_could_be_picked_out_are_not_counted_exactly() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    // Three people are in the whole town.
    assert!(mia.page(PAGE).await.contains("&#60;5") || mia.page(PAGE).await.contains("&lt;5"));
}
