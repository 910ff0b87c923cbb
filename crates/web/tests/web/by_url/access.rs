use axum::http::StatusCode;
use scraper::{Html, Selector};
use sleutel_web::Site;

use crate::town::{ACCOUNTS, PASSPHRASE, Town};

#[tokio::test]
async fn logging_in_leads_to_the_page_that_was_asked_for() {
    let town = Town::new().await;
    let mut visitor = town.visitor();
    let asked = visitor.get("/participants?group=youth").await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER);
    let login = asked.location().to_owned();
    assert_eq!(login, "/login?next=%2Fparticipants%3Fgroup%3Dyouth");
    visitor.take_token(&login).await;
    let answer = visitor
        .post(
            "/login",
            &[
                ("login", " COR "),
                ("passphrase", PASSPHRASE),
                ("next", "/participants?group=youth"),
            ],
        )
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.location(), "/participants?group=youth");
    assert!(visitor.page("/").await.contains("Cor van Dijk"));
}

#[tokio::test]
async fn nobody_is_sent_to_another_site_after_logging_in() {
    let town = Town::new().await;
    let mut visitor = town.visitor();
    visitor.take_token("/login").await;
    let fields = [("login", "cor"), ("passphrase", PASSPHRASE), ("next", "//elsewhere.example/")];
    assert_eq!(visitor.post("/login", &fields).await.location(), "/");
}

#[tokio::test]
async fn a_wrong_pass_phrase_and_an_unknown_name_get_the_same_answer() {
    let town = Town::new().await;
    for login in ["cor", "nobody"] {
        let mut visitor = town.visitor();
        visitor.take_token("/login").await;
        let answer = visitor.post("/login", &[("login", login), ("passphrase", "wrong")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{login}");
        let text = answer.text();
        assert!(text.contains("id=\"error-passphrase\""), "{login}");
        assert!(text.contains(&format!("value=\"{login}\"")), "what was typed stays");
        assert!(!text.contains("value=\"wrong\""));
    }
}

#[tokio::test]
async fn after_five_wrong_tries_even_the_right_pass_phrase_has_to_wait() {
    let town = Town::new().await;
    let mut visitor = town.visitor();
    visitor.take_token("/login").await;
    for _ in 0..5 {
        visitor.post("/login", &[("login", "cor"), ("passphrase", "wrong")]).await;
    }
    let answer = visitor.post("/login", &[("login", "cor"), ("passphrase", PASSPHRASE)]).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.headers["retry-after"], "900");
    assert!(answer.text().contains("15 minuten"));
}

#[tokio::test]
async fn a_form_without_the_token_of_the_session_is_refused() {
    let town = Town::new().await;
    let mut cor = town.browser("cor").await;
    for (path, fields) in [
        ("/logout", &[][..]),
        ("/language", &[("language", "en")][..]),
        ("/account", &[("old", PASSPHRASE), ("_csrf", "guess")][..]),
        ("/participants/new", &[("given", "X")][..]),
        ("/participants/T-1/edit", &[("given", "X")][..]),
    ] {
        let answer = cor.post_bare(path, fields).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert!(cor.page("/").await.contains("Cor van Dijk"), "still logged in");
}

#[tokio::test]
async fn logging_out_ends_the_session_and_not_only_the_cookie() {
    let town = Town::new().await;
    let mut cor = town.browser("cor").await;
    let mut thief = cor.clone();
    assert_eq!(cor.post("/logout", &[]).await.location(), "/login");
    assert_eq!(thief.get("/").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_language_stays_with_the_account() {
    let town = Town::new().await;
    let mut cor = town.browser("cor").await;
    assert!(cor.page("/account").await.contains("<html lang=\"nl\">"));
    let answer = cor.post("/language", &[("language", "en"), ("next", "/account")]).await;
    assert_eq!(answer.location(), "/account");
    let mut elsewhere = town.browser("cor").await;
    assert!(elsewhere.page("/account").await.contains("<html lang=\"en\">"));
}

#[tokio::test]
async fn a_visitor_can_choose_a_language_before_logging_in() {
    let town = Town::new().await;
    let mut visitor = town.visitor();
    visitor.take_token("/about").await;
    let answer = visitor.post("/language", &[("language", "en"), ("next", "/about")]).await;
    assert_eq!(answer.location(), "/about");
    assert!(visitor.page("/about").await.contains("How homes are shared out"));
}

#[tokio::test]
async fn the_first_page_is_there_for_everybody_and_all_its_links_lead_somewhere() {
    let town = Town::new().await;
    for (login, name, ..) in ACCOUNTS {
        let mut browser = town.browser(login).await;
        let text = browser.page("/").await;
        assert!(text.contains(name), "{login}");
        for link in links(&text) {
            assert_eq!(browser.get(&link).await.status, StatusCode::OK, "{login} {link}");
        }
    }
}

/// Every address of our own that a page leads to.
fn links(page: &str) -> Vec<String> {
    let document = Html::parse_document(page);
    document
        .select(&Selector::parse("a[href^='/']").unwrap())
        .map(|link| link.value().attr("href").unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn only_the_administrator_opens_accounts_and_the_log() {
    let town = Town::new().await;
    for (login, _, role, _) in ACCOUNTS {
        let mut browser = town.browser(login).await;
        for path in ["/accounts", "/accounts/new", "/log"] {
            let expected = if role == sleutel_domain::access::Role::Administrator {
                StatusCode::OK
            } else {
                StatusCode::FORBIDDEN
            };
            assert_eq!(browser.get(path).await.status, expected, "{login} {path}");
        }
    }
}

#[tokio::test]
async fn a_new_account_with_faults_comes_back_with_each_at_its_field() {
    let town = Town::new().await;
    let mut bea = town.browser("bea").await;
    let answer = bea
        .post(
            "/accounts/new",
            &[
                ("login", "cor"),
                ("name", " "),
                ("role", "support-worker"),
                ("organisation", "vlier"),
                ("passphrase", "kort"),
            ],
        )
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    for field in ["login", "name", "role", "passphrase"] {
        assert!(text.contains(&format!("id=\"error-{field}\"")), "{field}");
    }
    assert!(text.contains("value=\"cor\""));
}

#[tokio::test]
async fn a_closed_account_is_out_at_once_and_an_opened_one_may_come_back() {
    let town = Town::new().await;
    let (mut bea, mut wil) = (town.browser("bea").await, town.browser("wil").await);
    let close = [("account", "wil"), ("active", "no"), ("next", "/accounts")];
    assert_eq!(bea.post("/accounts/active", &close).await.location(), "/accounts");
    assert_eq!(wil.get("/").await.status, StatusCode::SEE_OTHER);
    let open = [("account", "wil"), ("active", "yes"), ("next", "/accounts")];
    bea.post("/accounts/active", &open).await;
    assert_eq!(wil.get("/").await.status, StatusCode::SEE_OTHER, "an ended session stays ended");
    assert_eq!(town.browser("wil").await.get("/").await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_administrator_cannot_shut_themselves_out() {
    let town = Town::new().await;
    let mut bea = town.browser("bea").await;
    bea.post("/accounts/active", &[("account", "bea"), ("active", "no")]).await;
    assert_eq!(bea.get("/accounts").await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_log_says_who_did_what_and_whether_its_chain_is_whole() {
    let town = Town::new().await;
    town.browser("cor").await.get("/participants/T-1").await;
    let mut bea = town.browser("bea").await;
    let text = bea.page("/log?kind=participant").await;
    assert!(text.contains("Cor van Dijk (De Brug)"));
    assert!(text.contains("Dossier bekeken"));
    assert!(!text.contains("Ingelogd"), "another kind");
    let answer = bea.post("/log", &[]).await;
    assert!(answer.text().contains("De keten is heel"));
}

#[tokio::test]
async fn another_pass_phrase_works_from_then_on_and_the_old_one_does_not() {
    let town = Town::new().await;
    let mut cor = town.browser("cor").await;
    let faulty = [("old", "wrong"), ("new", "kort"), ("again", "anders")];
    let answer = cor.post("/account", &faulty).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["old", "new", "again"] {
        assert!(answer.text().contains(&format!("id=\"error-{field}\"")), "{field}");
    }
    let new = "een heel andere zin";
    let right = [("old", PASSPHRASE), ("new", new), ("again", new)];
    assert_eq!(cor.post("/account", &right).await.location(), "/login");
    let mut visitor = town.visitor();
    visitor.take_token("/login").await;
    let old = visitor.post("/login", &[("login", "cor"), ("passphrase", PASSPHRASE)]).await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fresh = visitor.post("/login", &[("login", "cor"), ("passphrase", new)]).await;
    assert_eq!(fresh.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn only_a_demo_shows_its_accounts() {
    let account = sleutel_web::pages::DemoAccount {
        name: "Cor van Dijk".to_owned(),
        role: sleutel_domain::access::Role::PlacementCoordinator,
        organisation: "De Brug".to_owned(),
        login: "cor".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
    };
    for demo in [true, false] {
        let settings = Site { demo, demo_accounts: vec![account.clone()], ..Site::default() };
        let town = Town::with(settings).await;
        let text = town.visitor().page("/login").await;
        assert_eq!(text.contains("data-demo-login=\"cor\""), demo);
    }
}
