//! The ten work agreements: the page, one of them, how often it has to be kept.

use axum::http::StatusCode;

use crate::town::{ACCOUNTS, Town};

const PAGES: [&str; 3] =
    ["/steering/agreements", "/steering/agreements/4", "/steering/agreements/6?year=2020"];

#[tokio::test]
async fn everyone_sees_the_agreements_and_the_manager_sets_targets() {
    let town = Town::new().await;
    let path = "/steering/agreements/4/target?year=2026";
    for (login, _, role, _) in ACCOUNTS {
        let mut browser = town.browser(login).await;
        for path in PAGES {
            let page = browser.page(path).await;
            assert!(!page.contains("work-agreements-"), "a raw key on {path}");
        }
        let may = login == "mia";
        let one = browser.page(PAGES[1]).await;
        assert_eq!(one.contains("/agreements/4/target"), may, "{login}");
        let expected = if may { StatusCode::OK } else { StatusCode::FORBIDDEN };
        assert_eq!(browser.get(path).await.status, expected, "{login}");
        // A link that is shown leads somewhere.
        let files = browser.get("/steering/agreements/4/files?year=2026&quarter=2").await.status;
        let shown = one.contains("/agreements/4/files");
        assert_eq!(files == StatusCode::OK, shown, "{role:?}");
    }
    let mut mia = town.browser("mia").await;
    for path in
        ["/steering/agreements/0", "/steering/agreements/11", "/steering/agreements/6/target"]
    {
        assert_eq!(mia.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let file = mia.get("/steering/agreements.csv").await;
    assert_eq!(file.status, StatusCode::OK);
    // Seven agreements with a year and its quarters, three without figures, six years, a head.
    assert_eq!(file.text().lines().count(), 7 * 5 * 6 + 3 * 6 + 1);
}

#[tokio::test]
async fn a_target_is_set_and_what_was_typed_stays() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    let path = "/steering/agreements/4/target?year=2026";
    mia.page(path).await;
    let wrong = mia.post(path, &[("percent", "veel"), ("was", "0")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("value=\"veel\""));
    let fields = [("percent", "90"), ("reason", "Zo afgesproken"), ("was", "0")];
    let set = mia.post(path, &fields).await;
    assert_eq!(set.location(), "/steering/agreements/4?year=2026");
    let page = mia.page("/steering/agreements/4?year=2026").await;
    assert!(page.contains("Zo afgesproken") && page.contains("90\u{a0}%"));
    let late = mia.post(path, &[("percent", "70"), ("reason", "Anders"), ("was", "0")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let text = late.text();
    assert!(text.contains("value=\"70\"") && text.contains("name=\"was\" value=\"1\""));
}
