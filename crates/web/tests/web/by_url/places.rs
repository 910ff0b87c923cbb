//! Room and placements on the map, in the table and in the file; the year month by month.

use axum::http::StatusCode;
use scraper::{Html, Selector};

use crate::town::{ACCOUNTS, Town};

const PAGE: &str = "/steering/map";

fn found(page: &str, selector: &str) -> usize {
    Html::parse_document(page).select(&Selector::parse(selector).unwrap()).count()
}

#[tokio::test]
async fn everyone_sees_the_map_and_only_who_works_in_the_rounds_sees_small_counts() {
    let town = Town::new().await;
    for (login, ..) in ACCOUNTS {
        let mut browser = town.browser(login).await;
        let page = browser.page(PAGE).await;
        assert!(!page.contains("places-"), "a raw key for {login}");
        let may = ["cor", "ank", "desk", "lex", "mia"].contains(&login);
        assert_eq!(page.contains("exact=yes"), may, "{login}");
        let asked = browser.page(&format!("{PAGE}?exact=yes")).await;
        assert_eq!(asked.contains("binnenshuis"), may, "{login}");
        assert!(browser.page("/steering").await.contains(PAGE));
    }
    let mut nobody = town.visitor();
    assert_eq!(nobody.get(PAGE).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn from_the_map_one_level_down_to_the_lists_of_a_part() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    let page = mia.page(PAGE).await;
    let shapes = found(&page, ".map svg a[aria-label]");
    assert!(shapes > 0, "every part is a link with a name");
    assert_eq!(found(&page, ".small-maps a"), 6);
    assert_eq!(found(&page, "section[aria-labelledby=figures] tbody tr") % shapes, 0);
    let first = Html::parse_document(&page);
    let link = Selector::parse("section[aria-labelledby=figures] tbody a").unwrap();
    let href = first.select(&link).next().unwrap().value().attr("href").unwrap().to_owned();
    let one = mia.page(&href).await;
    assert_eq!(found(&one, "section[aria-labelledby=one] a"), 2, "homes and files");
    // The administrator counts no files.
    let mut bea = town.browser("bea").await;
    assert_eq!(found(&bea.page(&href).await, "section[aria-labelledby=one] a"), 1);
    let links = Selector::parse("section[aria-labelledby=one] a").unwrap();
    for link in Html::parse_document(&one).select(&links) {
        mia.page(link.value().attr("href").unwrap()).await;
    }
}

#[tokio::test]
async fn the_table_sorts_filters_and_is_a_file_with_small_counts_hidden() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    for asked in [
        "?sort=-rate&measure=room",
        "?show=out",
        "?level=district",
        "?year=2022&sort=placed",
        "?sort=room&level=nonsense&measure=x",
        "?sort=under-way",
        "?sort=within",
    ] {
        mia.page(&format!("{PAGE}{asked}")).await;
    }
    assert_eq!(mia.get("/steering/map?area=nowhere").await.status, StatusCode::NOT_FOUND);
    let file = mia.get("/steering/map.csv?exact=yes").await;
    assert_eq!(file.status, StatusCode::OK);
    let text = file.text();
    assert!(text.starts_with("\u{feff}Code;"), "{text}");
    let heads = text.lines().next().unwrap().split(';').count();
    assert!(text.lines().all(|line| line.split(';').count() == heads), "{text}");
    assert_eq!(mia.get("/steering/map.csv?area=nowhere").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_year_month_by_month_of_all_a_group_and_an_association() {
    let town = Town::new().await;
    for (login, ..) in ACCOUNTS {
        let mut browser = town.browser(login).await;
        let page = browser.page("/steering/months").await;
        assert!(!page.contains("months-"), "a raw key for {login}");
        assert_eq!(found(&page, "section[aria-labelledby=sum] tbody tr"), 12);
    }
    let mut mia = town.browser("mia").await;
    for asked in ["group=shelter", "association=vlier", "year=2025", "year=2027", "group=&year=x"] {
        mia.page(&format!("/steering/months?{asked}")).await;
        let file = mia.get(&format!("/steering/months.csv?{asked}")).await;
        assert_eq!(file.status, StatusCode::OK);
        assert_eq!(file.text().lines().count(), 14, "heads, twelve months, the sum");
    }
    for path in ["/steering/months?group=nobody", "/steering/months?association=nobody"] {
        assert_eq!(mia.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    // The file is of everybody whatever is looked at: what one part hides, the others would say.
    let whole = mia.get("/steering/months.csv").await.text();
    assert_eq!(mia.get("/steering/months.csv?group=shelter").await.text(), whole);
    let file = mia.get("/steering/under-way.csv").await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(file.text().starts_with("\u{feff}Waar het over gaat;Naam;"), "{}", file.text());
    let mut nobody = town.visitor();
    assert_eq!(nobody.get("/steering/months").await.status, StatusCode::SEE_OTHER);
}
