//! The roads to a home, without logging in.

use axum::http::{StatusCode, header};
use scraper::{Html, Selector};
use sleutel_exchange::routes::{SHIPPED, read, read_set};
use sleutel_web::{Site, site};

use crate::town::Town;

fn texts(page: &str, selector: &str) -> Vec<String> {
    let document = Html::parse_document(page);
    let selector = Selector::parse(selector).unwrap();
    let found = document.select(&selector);
    found.map(|it| it.text().collect::<String>().trim().to_owned()).collect()
}

fn links(page: &str, selector: &str) -> Vec<String> {
    let document = Html::parse_document(page);
    let selector = Selector::parse(selector).unwrap();
    let found = document.select(&selector);
    found.map(|it| it.value().attr("href").unwrap_or_default().to_owned()).collect()
}

/// A town whose Omslag route has a second version, with a longer term for the meeting.
async fn with_two_versions() -> Town {
    let town = Town::new().await;
    let first = SHIPPED[0].1.replacen("2020-06-01", "2020-06-01\nuntil = 2026-12-31", 1);
    let second = SHIPPED[0].1.replacen("version = 1", "version = 2", 1);
    let second = second.replacen("2020-06-01", "2027-01-01", 1);
    let second = second.replacen(
        "\"6 weeks\", from_fact = \"moved-in\"",
        "\"8 weeks\", from_fact = \"moved-in\"",
        1,
    );
    let files = [("one.toml", first.as_bytes()), ("two.toml", second.as_bytes())];
    let app = town.app.with_routes(read_set(files).0.unwrap());
    Town { router: site(app.clone(), Site::default()), app }
}

#[tokio::test]
async fn anybody_sees_which_roads_there_are() {
    let town = Town::new().await;
    let page = town.visitor().page("/routes").await;
    assert_eq!(
        texts(&page, "main h2"),
        ["Compacte driehoek Haarlem", "Housing First", "Omslag Amsterdam"]
    );
    assert_eq!(texts(&page, "footer a[href='/routes']").len(), 1);
    assert!(page.contains("Heeft geen gevolgen; het zoeken gaat door"));
}

#[tokio::test]
async fn a_road_is_drawn_and_every_box_and_arrow_leads_to_a_step_that_is_explained() {
    let town = Town::new().await;
    let mut visitor = town.visitor();
    for (file, text) in SHIPPED {
        let route = read(file, text.as_bytes()).route.unwrap();
        let page = visitor.page(&format!("/routes/{}", route.code)).await;
        let steps = route.steps.len();
        assert_eq!(texts(&page, ".route-steps > li").len(), steps, "{file}");
        assert_eq!(texts(&page, ".table tbody tr").len(), steps, "{file}");
        assert_eq!(texts(&page, "main h1").len(), 1);
        let boxes = links(&page, ".route-frame svg a");
        assert_eq!(boxes.len(), steps, "{file}");
        for href in boxes.iter().chain(&links(&page, ".route-ways a")) {
            assert_eq!(texts(&page, &format!("li{href}")).len(), 1, "{file}: {href}");
        }
        let ways: usize = route.steps.iter().map(|it| route.ways(it).len()).sum();
        assert_eq!(texts(&page, ".route-ways li").len(), ways, "{file}");
        assert_eq!(texts(&page, "main .plain li").len(), route.explained.len(), "{file}");
    }
}

#[tokio::test]
async fn a_step_says_who_has_the_ball_by_when_and_what_it_asks() {
    let town = Town::new().await;
    let page = town.visitor().page("/routes/omslag-amsterdam").await;
    let step = texts(&page, "#step-meeting").concat();
    for part in [
        "Zorgaanbieder",
        "6 weken nadat de bewoner is verhuisd",
        "Gesprek met de corporatie",
        "gedaan: Woonevaluatie",
    ] {
        assert!(step.contains(part), "{part} is not in {step}");
    }
    let decision = texts(&page, "#step-urgency").concat();
    assert!(decision.contains("8 weken vanaf het begin van deze stap (wettelijke termijn)"));
    assert!(decision.contains("afgewezen: Einde: afgewezen"), "{decision}");
}

#[tokio::test]
async fn a_road_is_downloaded_as_the_file_that_reads_back_as_the_same() {
    let town = Town::new().await;
    let mut visitor = town.visitor();
    let page = visitor.page("/routes/housing-first").await;
    let href = links(&page, "a[download]").remove(0);
    let answer = visitor.get(&href).await;
    assert_eq!(answer.status, StatusCode::OK);
    let name = answer.header(header::CONTENT_DISPOSITION);
    assert_eq!(name, "attachment; filename=\"housing-first-1.toml\"");
    let again = read("again.toml", &answer.bytes).route;
    assert_eq!(again.as_ref(), town.app.routes().all().get(1));
}

#[tokio::test]
async fn an_older_and_a_newer_version_can_be_seen_and_what_is_different() {
    let town = with_two_versions().await;
    let mut visitor = town.visitor();
    let page = visitor.page("/routes/omslag-amsterdam").await;
    assert!(page.contains("6 weken nadat de bewoner is verhuisd"), "the one in force today");
    let later = visitor.page("/routes/omslag-amsterdam?version=2").await;
    assert!(later.contains("8 weken nadat de bewoner is verhuisd"));
    assert_eq!(texts(&later, ".badge-attention").first().unwrap(), "Vandaag niet geldig");
    let href = "/routes/omslag-amsterdam/differences?from=1&to=2";
    assert!(links(&page, "main ul a").contains(&href.to_owned()));
    let differences = visitor.page(href).await;
    assert_eq!(texts(&differences, "main h2"), ["Wat er geldt", "Kennismaken met de corporatie"]);
    assert_eq!(texts(&differences, "tbody th"), ["Geldig", "Termijn"]);
    assert_eq!(
        texts(&differences, "tbody td")[2..],
        ["6 weken nadat de bewoner is verhuisd", "8 weken nadat de bewoner is verhuisd"]
    );
    let same = visitor.page("/routes/omslag-amsterdam/differences?from=1&to=1").await;
    assert_eq!(texts(&same, ".empty h2"), ["Geen verschil"]);
}

#[tokio::test]
async fn a_road_or_a_version_that_is_not_there_is_not_found() {
    let town = Town::new().await;
    let mut visitor = town.visitor();
    for path in [
        "/routes/omslag",
        "/routes/omslag-amsterdam?version=9",
        "/routes/omslag-amsterdam/toml?version=9",
        "/routes/omslag-amsterdam/differences?from=1&to=2",
        "/routes/a%20b",
    ] {
        assert_eq!(visitor.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
