use axum::http::{StatusCode, header};

use crate::town::Town;

#[tokio::test]
async fn everybody_finds_their_own_people_and_no_others() {
    let town = Town::new().await;
    for (login, seen, unseen) in [
        ("cor", &["Amina Visser", "Bram Hofman"][..], &["Chaima"][..]),
        ("wil", &["Amina Visser", "Bram Hofman"][..], &["Chaima"][..]),
        ("ank", &["Chaima Postma"][..], &["Amina", "Bram"][..]),
        ("desk", &["Amina Visser", "Chaima Postma"][..], &[][..]),
        ("mia", &["T-1", "T-3"][..], &["Amina", "Visser", "Postma"][..]),
    ] {
        let text = town.browser(login).await.page("/participants").await;
        for name in seen {
            assert!(text.contains(name), "{login} misses {name}");
        }
        for name in unseen {
            assert!(!text.contains(name), "{login} sees {name}");
        }
    }
    for login in ["lex", "bea"] {
        let answer = town.browser(login).await.get("/participants").await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{login}");
    }
}

#[tokio::test]
async fn a_list_can_be_searched_and_filtered() {
    let town = Town::new().await;
    let mut cor = town.browser("cor").await;
    for (path, seen, unseen) in [
        ("/participants?q=hofman", "Bram", "Amina"),
        ("/participants?open=1", "Bram", "Amina"),
        ("/participants?readiness=paused", "Niemand gevonden", "Amina"),
    ] {
        let text = cor.page(path).await;
        assert!(text.contains(seen) && !text.contains(unseen), "{path}");
    }
}

#[tokio::test]
async fn a_list_can_be_downloaded_as_a_spreadsheet_by_who_may() {
    let town = Town::new().await;
    let answer = town.browser("cor").await.get("/participants/export?q=visser").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.header(header::CONTENT_DISPOSITION).contains("participants-2026-11-22.xlsx"));
    assert!(answer.bytes.starts_with(b"PK"));
    for login in ["wil", "mia", "lex"] {
        let answer = town.browser(login).await.get("/participants/export").await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{login}");
    }
}
