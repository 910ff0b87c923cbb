//! Flow: the pages by role, their files, and a pilot from beginning to end.

use axum::http::StatusCode;
use scraper::{Html, Selector};

use crate::town::{ACCOUNTS, Town};

const PAGES: [&str; 5] = [
    "/steering/flow",
    "/steering/flow/times",
    "/steering/flow/aim",
    "/steering/flow/freed",
    "/steering/flow/pilots",
];

fn texts(page: &str, selector: &str) -> Vec<String> {
    let all = Selector::parse(selector).unwrap();
    let page = Html::parse_document(page);
    let text = |it: scraper::ElementRef<'_>| {
        it.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    page.select(&all).map(text).collect()
}

#[tokio::test]
async fn whoever_lists_files_sees_flow_and_nobody_else_sees_its_tab() {
    let town = Town::new().await;
    for (login, ..) in ACCOUNTS {
        let mut browser = town.browser(login).await;
        let lists = browser.get("/cases").await.status == StatusCode::OK;
        let shown = browser.page("/steering").await.contains("\"/steering/flow\"");
        assert_eq!(shown, lists, "the tab for {login}");
        for path in PAGES {
            let answer = browser.get(path).await;
            let expected = if lists { StatusCode::OK } else { StatusCode::FORBIDDEN };
            assert_eq!(answer.status, expected, "{path} for {login}");
            assert!(!answer.text().contains(">flow-"), "a raw key on {path} for {login}");
        }
        let new = browser.get("/steering/flow/pilots/new").await.status;
        let may = ["mia", "desk"].contains(&login);
        assert_eq!(new == StatusCode::OK, may, "a new pilot for {login}");
    }
    let mut nobody = town.visitor();
    for path in PAGES {
        assert_eq!(nobody.get(path).await.status, StatusCode::SEE_OTHER, "{path}");
    }
}

#[tokio::test]
async fn every_table_is_a_file_too_and_strange_questions_are_no_fault() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    for path in ["", "/jams", "/times", "/aim", "/freed"] {
        let file = mia.get(&format!("/steering/flow{path}.csv")).await;
        assert_eq!(file.status, StatusCode::OK, "{path}");
        assert!(file.text().lines().count() >= 1);
    }
    for path in [
        "/steering/flow?group=x&provider=y",
        "/steering/flow/times?step=zz&since=always",
        "/steering/flow/aim?year=12345678",
        "/steering/flow/freed?by=week",
    ] {
        mia.page(path).await;
    }
    let strange = ["/steering/flow/times?route=nowhere", "/steering/flow/pilots/9"];
    for path in strange {
        assert_eq!(mia.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_pilot_is_begun_followed_closed_and_opened_again() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    assert_eq!(texts(&mia.page("/steering/flow/pilots").await, ".empty h2").len(), 1);
    mia.page("/steering/flow/pilots/new").await;
    let bare = mia.post("/steering/flow/pilots/new", &[("name", "Tien")]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.text().contains("value=\"Tien\""), "what was typed stays");
    let today = town.app.today().to_string();
    let draft = [
        ("name", "Tien"),
        ("aim", "Kan het?"),
        ("began", today.as_str()),
        ("references", "T-1 T-2"),
    ];
    let made = mia.post("/steering/flow/pilots/new", &draft).await;
    let one = made.location().to_owned();
    assert!(one.starts_with("/steering/flow/pilots/"), "{one}");
    let page = mia.page(&one).await;
    assert_eq!(texts(&page, "section[aria-labelledby=cases] tbody tr").len(), 2);
    assert!(!page.contains("Visser"), "a manager works with references");

    // Whoever is second is told; what is left out is said at its field.
    let note = [("was", "1"), ("note", "Het gaat goed.")];
    assert_eq!(mia.post(&format!("{one}/note"), &note).await.location(), one);
    assert_eq!(mia.post(&format!("{one}/note"), &note).await.location(), one);
    assert_eq!(texts(&mia.page(&one).await, ".alert-warning").len(), 1);
    let wordless = mia.post(&format!("{one}/close"), &[("was", "2")]).await;
    assert_eq!(wordless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(texts(&wordless.text(), "#error-end").len(), 1);
    let out = [("was", "2"), ("reference", "T-2"), ("out", "Verhuisd")];
    assert_eq!(mia.post(&format!("{one}/take-out"), &out).await.location(), one);
    let back = [("was", "3"), ("references", "T-2")];
    assert_eq!(mia.post(&format!("{one}/add"), &back).await.location(), one);
    let end = [("was", "4"), ("end", "Het kan.")];
    assert_eq!(mia.post(&format!("{one}/close"), &end).await.location(), one);
    assert!(!mia.page(&one).await.contains("/take-out"));
    assert_eq!(mia.post(&format!("{one}/reopen"), &[("was", "5")]).await.location(), one);
    let page = mia.page(&one).await;
    assert_eq!(texts(&page, "section[aria-labelledby=log] ol li").len(), 6);
    let file = mia.get(&format!("{one}/cases.csv")).await.text();
    assert_eq!(file.lines().count(), 3, "{file}");

    // The worker of T-1 sees that file, may change nothing, and reads no log.
    let mut wil = town.browser("wil").await;
    let page = wil.page(&one).await;
    assert!(page.contains("T-1") && !page.contains("/note\"") && texts(&page, "#log").is_empty());
    wil.page("/cases").await;
    let refused = wil.post(&format!("{one}/note"), &[("was", "6"), ("note", "x")]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}
