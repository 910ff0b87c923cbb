//! What is in the way: the list, the form, one of them.

use axum::http::StatusCode;
use scraper::{Html, Selector};

use crate::town::{ACCOUNTS, Browser, Town};

const LIST: &str = "/steering/obstacles";
const NEW: &str = "/steering/obstacles/new";

fn texts(page: &str, selector: &str) -> Vec<String> {
    let all = Selector::parse(selector).unwrap();
    let page = Html::parse_document(page);
    let text = |it: scraper::ElementRef<'_>| {
        it.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    page.select(&all).map(text).collect()
}

/// The value of the choice in a form that has these words.
fn choice(page: &str, name: &str, words: &str) -> String {
    let all = Selector::parse(&format!("select[name={name}] option")).unwrap();
    let page = Html::parse_document(page);
    let found = page.select(&all).find(|it| it.text().collect::<String>().contains(words));
    found.and_then(|it| it.value().attr("value")).unwrap_or_default().to_owned()
}

async fn add(browser: &mut Browser, owner: &str, more: &[(&str, &str)]) -> String {
    let page = browser.page(NEW).await;
    let owner = choice(&page, "owner", owner);
    let mut fields = vec![
        ("title", "Te weinig kleine woningen"),
        ("kind", "too-few-homes"),
        ("found", "2026-11-01"),
        ("due", "2026-11-20"),
        ("owner", owner.as_str()),
    ];
    fields.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
    fields.extend_from_slice(more);
    let answer = browser.post(NEW, &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location().to_owned()
}

#[tokio::test]
async fn everyone_sees_the_obstacles_and_four_roles_change_them() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    assert_eq!(texts(&mia.page(LIST).await, ".empty h2").len(), 1);
    let one = add(&mut mia, "Lex Bakker", &[]).await;
    for (login, ..) in ACCOUNTS {
        let mut browser = town.browser(login).await;
        let may = !["wil", "bea"].contains(&login);
        for path in [LIST, one.as_str()] {
            let page = browser.page(path).await;
            assert!(!page.contains("obstacles-") && !page.contains("steering-tab"), "{path}");
            let all = texts(&page, "main form[method=post]").len();
            assert_eq!(all > 0, may && path != LIST, "{login} {path}");
        }
        assert_eq!(browser.page(LIST).await.contains(NEW), may, "{login}");
        for path in [NEW.to_owned(), format!("{one}/edit")] {
            let expected = if may { StatusCode::OK } else { StatusCode::FORBIDDEN };
            assert_eq!(browser.get(&path).await.status, expected, "{login} {path}");
        }
    }
    assert_eq!(town.visitor().get(LIST).await.status, StatusCode::SEE_OTHER);
    for path in ["/steering/obstacles/9", "/steering/obstacles/9/edit"] {
        assert_eq!(mia.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn an_obstacle_waits_on_the_start_page_of_its_owner() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    let one = add(&mut mia, "Lex Bakker", &[]).await;
    let mut lex = town.browser("lex").await;
    assert!(lex.page("/").await.contains(&one), "it is overdue");
    assert!(lex.page("/messages").await.contains("Knelpunt 1"));
    assert!(!mia.page("/").await.contains(&one));
    lex.page(&one).await;
    let done = [("status", "solved"), ("reason", "Er komen er twintig"), ("was", "1")];
    assert_eq!(lex.post(&format!("{one}/status"), &done).await.location(), one);
    assert!(!lex.page("/").await.contains(&one));
    let page = lex.page(&one).await;
    assert!(page.contains(&format!("{one}/back")));
    assert_eq!(lex.post(&format!("{one}/back"), &[("was", "2")]).await.location(), one);
    let page = lex.page(&one).await;
    assert!(!page.contains(&format!("{one}/back")));
    assert_eq!(texts(&page, "ol.history > li").len(), 3, "nothing is taken away");
}

#[tokio::test]
async fn what_was_typed_stays_when_it_is_wrong_or_somebody_was_first() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    mia.page(NEW).await;
    let wrong = [("title", "Huur te hoog"), ("kind", "money"), ("people", "veel")];
    let answer = mia.post(NEW, &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    assert!(text.contains("Huur te hoog") && text.contains("value=\"veel\""));
    let one = add(&mut mia, "Lex Bakker", &[]).await;
    let edit = format!("{one}/edit");
    let owner = choice(&mia.page(&edit).await, "owner", "Lex Bakker");
    let typed = |title: &'static str| {
        [
            ("title", title),
            ("kind", "money"),
            ("found", "2026-11-01"),
            ("due", "2026-12-20"),
            ("was", "1"),
        ]
    };
    let with = |title| {
        let mut fields = typed(title).to_vec();
        fields.push(("owner", owner.as_str()));
        fields
    };
    assert_eq!(mia.post(&edit, &with("Huur te hoog")).await.location(), one);
    let mut cor = town.browser("cor").await;
    cor.page(&edit).await;
    let late = cor.post(&edit, &with("Huur veel te hoog")).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let text = late.text();
    assert!(text.contains("Huur veel te hoog") && text.contains("Mia de Wit"));
    assert!(text.contains("name=\"was\" value=\"2\""), "a second try is about what is there now");
    mia.page(&one).await;
    let status = [("status", "solved"), ("reason", "Klaar ermee"), ("was", "1")];
    let late = mia.post(&format!("{one}/status"), &status).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text().contains("Klaar ermee"));
    let empty = mia.post(&format!("{one}/note"), &[("note", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_list_is_filtered_and_is_a_file_that_names_no_few() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    let ground = ("ground", "Geteld");
    add(&mut mia, "Lex", &[("people", "7"), ("weeks", "3"), ground]).await;
    add(&mut mia, "Mia", &[("people", "40"), ("weeks", "2"), ground, ("kind", "money")]).await;
    add(&mut mia, "Mia", &[("title", "Geen cijfers"), ("due", "2027-01-04")]).await;
    let titles = async |mia: &mut Browser, query: &str| {
        texts(&mia.page(&format!("{LIST}{query}")).await, "tbody th a").len()
    };
    assert_eq!(titles(&mut mia, "").await, 3);
    assert_eq!(titles(&mut mia, "?kind=money").await, 1);
    assert_eq!(titles(&mut mia, "?status=solved").await, 0);
    let first = texts(&mia.page(&format!("{LIST}?sort=cost")).await, "tbody th");
    assert!(first[0].starts_with("2."), "{first:?}");
    let file = mia.get("/steering/obstacles.csv?sort=cost").await;
    assert_eq!(file.status, StatusCode::OK);
    let text = file.text();
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[1].contains(";40;2;80;"), "{text}");
    assert!(lines[2].contains("minder dan 10") && !lines[2].contains("21"), "{text}");
    mia.page(&format!("{NEW}?agreement=4&year=2026")).await;
    let page = mia.page(&format!("{NEW}?agreement=4&year=2026")).await;
    assert_eq!(choice(&page, "agreement", "4."), "good-tenancy");
    assert!(texts(&page, "select[name=agreement] option[selected]")[0].starts_with("4."));
}
