//! The report for the steering group: made, kept, as page, as PDF and as figures.

use axum::http::{StatusCode, header};
use scraper::{Html, Selector};

use crate::town::{ACCOUNTS, Town};

const HOME: &str = "/steering/report";

fn many(page: &str, selector: &str) -> usize {
    let all = Selector::parse(selector).unwrap();
    Html::parse_document(page).select(&all).count()
}

#[tokio::test]
async fn everyone_reads_reports_and_the_manager_makes_them() {
    let town = Town::new().await;
    let year = town.app.today().year().to_string();
    for (login, ..) in ACCOUNTS {
        let mut browser = town.browser(login).await;
        let page = browser.page(HOME).await;
        let may = ["mia", "desk"].contains(&login);
        assert_eq!(many(&page, "form[action='/steering/report']") == 1, may, "{login}");
        let answer = browser.post(HOME, &[("year", year.as_str()), ("note", "")]).await;
        let expected = if may { StatusCode::SEE_OTHER } else { StatusCode::FORBIDDEN };
        assert_eq!(answer.status, expected, "{login}");
    }
    let one = format!("{HOME}/{year}/1");
    for (login, ..) in ACCOUNTS {
        let mut browser = town.browser(login).await;
        for path in [HOME, &one, &format!("{one}?for=public")] {
            assert!(
                !browser.page(path).await.contains("steering-report-"),
                "a raw key for {login}"
            );
        }
    }
    let mut nobody = town.visitor();
    for path in ["", "/report.pdf", "/report.csv"] {
        assert_eq!(nobody.get(&format!("{one}{path}")).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn a_report_is_a_page_a_pdf_and_figures_in_both_languages() {
    let town = Town::new().await;
    let year = town.app.today().year().to_string();
    let mut mia = town.browser("mia").await;
    assert!(mia.page(HOME).await.contains("name=\"note\""));
    let draft = [("year", year.as_str()), ("note", "Voor de vergadering van juli.")];
    let one = mia.post(HOME, &draft).await.location().to_owned();
    assert_eq!(one, format!("{HOME}/{year}/1"));
    let page = mia.page(&one).await;
    assert!(page.contains("Voor de vergadering van juli."));
    assert!(many(&page, "svg.end-bar") > 2 && many(&page, ".columns-picture svg") == 1);
    assert!(many(&page, "h2") >= 8);
    assert!(page.contains("Waar in de stad") && page.contains("Binnen drie maanden"));
    // Nothing of a handful of homes is left for everybody.
    let open = mia.page(&format!("{one}?for=public")).await;
    assert!(many(&open, "svg.end-bar") < many(&page, "svg.end-bar"));
    assert!(open.contains("minder dan 10"), "the town has a few homes only");
    for language in ["nl", "en"] {
        for audience in ["partners", "public"] {
            let path = format!("{one}/report.pdf?language={language}&for={audience}");
            let pdf = mia.get(&path).await;
            assert_eq!(pdf.status, StatusCode::OK, "{path}");
            assert_eq!(pdf.header(header::CONTENT_TYPE), "application/pdf");
            assert!(pdf.bytes.starts_with(b"%PDF-1.7"), "{path}");
        }
    }
    let figures = mia.get(&format!("{one}/report.csv")).await.text();
    assert!(figures.lines().count() > 5, "{figures}");
    let few = mia.get(&format!("{one}/report.csv?for=public")).await.text();
    assert!(few.contains("minder dan 10"), "{few}");

    // The second says what changed: nothing yet.
    let two = mia.post(HOME, &draft).await.location().to_owned();
    assert!(mia.page(&two).await.contains("niets veranderd"));
    for path in [format!("{HOME}/{year}/9"), format!("{HOME}/1066/1"), format!("{HOME}/x/1")] {
        let status = mia.get(&path).await.status;
        assert!(status == StatusCode::NOT_FOUND || status == StatusCode::BAD_REQUEST, "{path}");
    }
    let late = [("year", "2999"), ("note", "")];
    assert_eq!(mia.post(HOME, &late).await.status, StatusCode::NOT_FOUND);
}
