use std::{fs, path::Path};

use axum::http::StatusCode;
use sleutel_actions::{
    Who, access,
    import::uploads::{self, Sent, Steps},
};
use sleutel_exchange::Kind;
use sleutel_store::uploads::UploadState;

use crate::town::{ACCOUNTS, Answered, Browser, Town};

const HEADS: &str = "code;name;association;neighbourhood;street\n";

fn complexes(rows: &str) -> String {
    format!("{HEADS}{rows}")
}

async fn send(browser: &mut Browser, files: &[(&str, &[u8])]) -> Answered {
    let csrf = browser.csrf.clone();
    browser.post_files("/import", &csrf, files).await
}

/// Waits by asking for the page, as a browser that refreshes does.
async fn settled(browser: &mut Browser, path: &str) -> String {
    for _ in 0..10_000 {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, StatusCode::OK);
        if !answer.headers.contains_key("refresh") {
            return answer.text();
        }
        tokio::task::yield_now().await;
    }
    panic!("it never ended");
}

async fn looked_at(browser: &mut Browser, files: &[(&str, &[u8])]) -> (String, String) {
    let sent = send(browser, files).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let path = sent.location().to_owned();
    let text = settled(browser, &path).await;
    (path, text)
}

async fn who(town: &Town, browser: &Browser) -> Who {
    let token = &browser.cookies[0].1;
    access::session(&town.app, token).await.unwrap().unwrap().who
}

#[tokio::test]
async fn only_a_programme_manager_and_an_administrator_bring_files_in() {
    let town = Town::new().await;
    for (login, ..) in ACCOUNTS {
        let mut browser = town.browser(login).await;
        let may = matches!(login, "mia" | "bea");
        let expected = if may { StatusCode::OK } else { StatusCode::FORBIDDEN };
        for path in ["/import", "/import/formats", "/import/formats/participants.csv"] {
            assert_eq!(browser.get(path).await.status, expected, "{login} {path}");
        }
        let file = complexes("C-1;Molenhof;vlier;K1A;Molenweg\n");
        let sent = send(&mut browser, &[("complexes.csv", file.as_bytes())]).await.status;
        let expected = if may { StatusCode::SEE_OTHER } else { StatusCode::FORBIDDEN };
        assert_eq!(sent, expected, "{login}");
    }
}

#[tokio::test]
async fn looking_changes_nothing_bringing_in_does_and_a_second_time_changes_nothing() {
    let town = Town::new().await;
    let mut bea = town.browser("bea").await;
    let file = complexes("C-1;Molenhof;vlier;K1A;Molenweg\n");
    let files: [(&str, &[u8]); 1] = [("complexes.csv", file.as_bytes())];
    let (path, text) = looked_at(&mut bea, &files).await;
    assert!(text.contains("Er staat niets in de weg"), "{text}");
    assert!(!bea.page("/homes/complexes").await.contains("Molenhof"), "looking keeps nothing");
    assert_eq!(bea.post(&format!("{path}/keep"), &[]).await.location(), path);
    bea.post(&format!("{path}/keep"), &[]).await;
    assert!(settled(&mut bea, &path).await.contains("Alles is ingelezen"));
    assert!(bea.page("/homes/complexes").await.contains("Molenhof"));
    let (_, again) = looked_at(&mut bea, &files).await;
    assert!(again.contains("Inlezen verandert niets"), "{again}");
}

#[tokio::test]
async fn every_finding_of_every_file_is_shown_and_nothing_can_be_brought_in() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    let broken = complexes("C-1;ZoÃ«hof;vlier;K1A;Molenweg\nC 2;;vlier;K1A;Molenweg\n");
    let other = "code;dwelling;available_from\nV-9;H-99;2026-12-01\nV-8;H-1;31-2-2026\n";
    let files: [(&str, &[u8]); 2] =
        [("complexes.csv", broken.as_bytes()), ("export.csv", other.as_bytes())];
    let (path, text) = looked_at(&mut mia, &files).await;
    for code in ["E104", "E202", "E201", "E221", "E205"] {
        assert!(text.contains(code), "{code}: {text}");
    }
    assert!(text.contains("Windows-1252") && text.contains("Zoëhof"));
    assert!(!text.contains("/keep\""));
    let csv = mia.get(&format!("{path}/findings.csv")).await.text();
    assert!(csv.contains("complexes.csv;3;name;"), "{csv}");
    mia.post(&format!("{path}/keep"), &[]).await;
    let after = settled(&mut mia, &path).await;
    assert!(after.contains("fouten"), "pressing anyway does nothing");
}

#[tokio::test]
async fn a_file_nobody_knows_is_asked_about() {
    let town = Town::new().await;
    let mut bea = town.browser("bea").await;
    let (path, text) = looked_at(&mut bea, &[("x.csv", b"code;naam\nA;B\n")]).await;
    assert!(text.contains("Wij weten niet wat voor bestand dit is"));
    bea.post(&format!("{path}/check"), &[("kind-0", "organisations")]).await;
    let text = settled(&mut bea, &path).await;
    assert!(text.contains("E106"), "{text}");
    assert_eq!(bea.post(&format!("{path}/discard"), &[]).await.location(), "/import");
    assert_eq!(bea.get(&path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn files_without_the_token_are_refused_and_no_file_is_said_kindly() {
    let town = Town::new().await;
    let mut bea = town.browser("bea").await;
    let file: [(&str, &[u8]); 1] = [("areas.csv", b"code")];
    let refused = bea.post_files("/import", "not-the-token", &file).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let none = send(&mut bea, &[]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.text().contains("Kies een bestand"));
}

#[tokio::test]
async fn nobody_sees_the_files_of_somebody_else() {
    let town = Town::new().await;
    let (mut bea, mut mia) = (town.browser("bea").await, town.browser("mia").await);
    let (path, _) = looked_at(&mut bea, &[("areas.csv", b"code;name;level\n")]).await;
    for path in [path.clone(), format!("{path}/findings.csv")] {
        assert_eq!(mia.get(&path).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(mia.post(&format!("{path}/keep"), &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_job_that_dies_half_way_leaves_nothing_and_says_so() {
    let town = Town::new().await;
    let mut bea = town.browser("bea").await;
    let who = who(&town, &bea).await;
    let file = complexes("C-1;Molenhof;vlier;K1A;Molenweg\n");
    let sent = Sent {
        name: "complexes.csv".to_owned(),
        kind: Some(Kind::Complexes),
        bytes: file.into_bytes(),
    };
    let app = &town.app;
    let id = uploads::receive(app, &who, vec![sent]).await.unwrap();
    let steps = std::sync::Arc::new(Steps::default());
    assert!(uploads::begin_check(app, &who, id).await.unwrap());
    uploads::check(app, &who, id, &steps).await.unwrap();
    assert!(uploads::begin_keep(app, &who, id).await.unwrap());
    assert!(!uploads::begin_keep(app, &who, id).await.unwrap(), "twice at once is once");
    // The process goes away: nobody works on it any more.
    let text = bea.page(&format!("/import/{id}")).await;
    assert!(text.contains("niets van bewaard"), "{text}");
    assert!(!bea.page("/homes/complexes").await.contains("Molenhof"));
    // Were it still alive after all, it could not keep anything either.
    assert!(uploads::keep(app, &who, id, &steps).await.is_err());
    assert!(!bea.page("/homes/complexes").await.contains("Molenhof"));
    bea.post(&format!("/import/{id}/check"), &[]).await;
    settled(&mut bea, &format!("/import/{id}")).await;
    let now = uploads::see(app, &who, id, false).await.unwrap();
    assert_eq!(now.state, UploadState::Checked, "and it can be tried again");
}

#[tokio::test]
async fn every_kind_has_a_page_part_and_an_empty_file_that_is_read_back() {
    let town = Town::new().await;
    let mut bea = town.browser("bea").await;
    let page = bea.page("/import/formats").await;
    for kind in Kind::ALL {
        let path = format!("/import/formats/{}.csv", kind.code());
        assert!(page.contains(&format!("href=\"{path}\"")), "{path}");
        let file = bea.get(&path).await.bytes;
        let name = format!("{}.csv", kind.code());
        let read = sleutel_exchange::read(kind, &name, &file, town.app.today(), &mut |_| {});
        assert_eq!(read.findings, [], "{name}");
    }
    assert_eq!(bea.get("/import/formats/secrets.csv").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_files_of_a_real_city_come_in_as_they_are_and_make_a_map() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let areas = fs::read(data.join("geo-amsterdam/amsterdam_buurten_2022.geojson"));
    let figures = fs::read(data.join("cbs-kwb-2024/amsterdam_buurten_kwb2024.csv"));
    let (Ok(areas), Ok(figures)) = (areas, figures) else {
        println!("skipped: the open data of the city is not beside the workspace");
        return;
    };
    let town = Town::new().await;
    let mut bea = town.browser("bea").await;
    let files: [(&str, &[u8]); 2] =
        [("amsterdam_buurten_2022.geojson", &areas), ("amsterdam_buurten_kwb2024.csv", &figures)];
    let (path, text) = looked_at(&mut bea, &files).await;
    assert!(text.contains("Er staat niets in de weg"), "{text}");
    bea.post(&format!("{path}/keep"), &[]).await;
    assert!(settled(&mut bea, &path).await.contains("Alles is ingelezen"));
    let city = bea.page("/areas").await;
    assert!(city.len() < 420_000, "{} bytes", city.len());
    assert!(city.matches("<a href=\"/areas/").count() > 500);
    let districts = bea.page("/areas?level=district").await;
    assert!(districts.matches("fill=\"url(#map-").count() >= 9, "their outlines are put together");
}
