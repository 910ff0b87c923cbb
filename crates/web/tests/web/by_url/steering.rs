//! How the year goes, what was agreed for it, and how its homes are shared out.

use axum::http::StatusCode;
use scraper::{Html, Selector};

use crate::town::{ACCOUNTS, Browser, Town};

/// The town stands on this day's year.
const PAGES: [&str; 3] = ["/steering", "/steering/year", "/steering/shares"];

fn texts(page: &str, selector: &str) -> Vec<String> {
    let all = Selector::parse(selector).unwrap();
    let page = Html::parse_document(page);
    let text = |it: scraper::ElementRef<'_>| {
        it.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    page.select(&all).map(text).collect()
}

fn year(town: &Town) -> i16 {
    town.app.today().year()
}

/// The fields of a form as they stand.
fn filled(page: &str) -> Vec<(String, String)> {
    let inputs = Selector::parse("form[data-guard] input[name]").unwrap();
    let page = Html::parse_document(page);
    let on = |it: &scraper::ElementRef<'_>| {
        let it = it.value();
        !matches!(it.attr("type"), Some("radio" | "checkbox")) || it.attr("checked").is_some()
    };
    let pair = |it: scraper::ElementRef<'_>| {
        let of = |name: &str| it.value().attr(name).unwrap_or_default().to_owned();
        (of("name"), of("value"))
    };
    page.select(&inputs).filter(on).map(pair).filter(|(name, _)| name != "_csrf").collect()
}

async fn write_down(
    browser: &mut Browser,
    year: i16,
    changes: &[(&str, &str)],
) -> (StatusCode, String) {
    let path = format!("/steering/year/{year}/new");
    let mut fields = filled(&browser.page(&path).await);
    for (name, value) in changes {
        fields.retain(|(other, _)| other != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let answer = browser.post(&path, &fields).await;
    (answer.status, answer.text())
}

#[tokio::test]
async fn everyone_sees_the_year_and_the_manager_changes_it() {
    let town = Town::new().await;
    let new = format!("/steering/year/{}/new", year(&town));
    for (login, ..) in ACCOUNTS {
        let mut browser = town.browser(login).await;
        for path in PAGES {
            let page = browser.page(path).await;
            assert!(!page.contains("steering-"), "a raw key on {path} for {login}");
        }
        let open = browser.get("/steering/what-if").await.status == StatusCode::OK;
        let shown = browser.page("/steering").await.contains("/steering/what-if");
        assert_eq!(shown, open, "a tab that {login} cannot open");
        let may = ["mia", "desk"].contains(&login);
        assert_eq!(browser.page("/steering/year").await.contains(&new), may, "{login}");
        let expected = if may { StatusCode::OK } else { StatusCode::FORBIDDEN };
        assert_eq!(browser.get(&new).await.status, expected, "{login}");
    }
    let mut nobody = town.visitor();
    for path in PAGES {
        assert_eq!(nobody.get(path).await.status, StatusCode::SEE_OTHER, "{path}");
    }
}

#[tokio::test]
async fn from_nothing_agreed_to_a_share_out_that_was_decided() {
    let town = Town::new().await;
    let year = year(&town);
    let mut mia = town.browser("mia").await;
    assert_eq!(texts(&mia.page("/steering/shares").await, ".empty h2").len(), 1);
    let (status, text) = write_down(&mut mia, year, &[("kind", "fixed"), ("homes", "x")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text.contains("value=\"x\""), "what was typed stays");
    let (status, _) = write_down(&mut mia, year, &[("kind", "fixed"), ("homes", "20")]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let page = mia.page("/steering/year").await;
    assert_eq!(texts(&page, "#versions + ol li").len(), 1);

    // Cor agrees for his own organisation, Mia for another, saying who told her.
    let assent = format!("/steering/year/{year}/assent");
    let mut cor = town.browser("cor").await;
    cor.page("/steering/year").await;
    let brug = [("organisation", "brug"), ("version", "1")];
    assert_eq!(cor.post(&assent, &brug).await.status, StatusCode::SEE_OTHER);
    let vlier = [("organisation", "vlier"), ("version", "1")];
    assert_eq!(cor.post(&assent, &vlier).await.status, StatusCode::FORBIDDEN);
    let bare = mia.post(&assent, &vlier).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(texts(&bare.text(), ".field-error").len(), 1);
    let told = [vlier[0], vlier[1], ("said_by-vlier", "Directeur")];
    assert_eq!(mia.post(&assent, &told).await.status, StatusCode::SEE_OTHER);
    assert_eq!(mia.post(&assent, &told).await.status, StatusCode::SEE_OTHER);
    let twice = mia.page("/steering/year").await;
    assert_eq!(texts(&twice, ".alert-warning").len(), 1, "it is said that Vlier agreed before");

    // Put forward by one, decided by the manager only.
    let mut desk = town.browser("desk").await;
    let shares = desk.page("/steering/shares?rule=proportional").await;
    assert!(texts(&shares, "#rules ~ div tbody tr").len() >= 2);
    let year_text = year.to_string();
    let draft = [("year", year_text.as_str()), ("version", "1"), ("rule", "proportional")];
    let made = desk.post("/steering/shares", &draft).await;
    let one = format!("/steering/shares/{year}/1");
    assert_eq!(made.location(), one);
    assert!(!desk.page(&one).await.contains("value=\"decide\""));
    let decide = [("do", "decide"), ("why", "Akkoord")];
    assert_eq!(desk.post(&one, &decide).await.status, StatusCode::FORBIDDEN);
    assert!(mia.page("/steering").await.contains(&one), "it waits for the steering group");
    assert!(mia.page(&one).await.contains("value=\"decide\""));
    assert_eq!(mia.post(&one, &decide).await.location(), one);
    let homes: u32 = texts(&mia.page(&one).await, "td .bar-text")
        .iter()
        .map(|it| it.parse::<u32>().unwrap())
        .sum();
    assert_eq!(homes, 20);
    assert_eq!(mia.post(&one, &decide).await.location(), one);
    assert_eq!(texts(&mia.page(&one).await, ".alert-warning").len(), 1, "decided once");
    assert!(!mia.page("/steering").await.contains(&one));

    // Put back by whoever may decide, with a reason.
    assert!(!desk.page(&one).await.contains("value=\"put-back\""));
    let back = [("do", "put-back"), ("why", "")];
    assert_eq!(desk.post(&one, &back).await.status, StatusCode::FORBIDDEN);
    let bare = mia.post(&one, &back).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(texts(&bare.text(), ".field-error").len(), 1);
    let back = [("do", "put-back"), ("why", "Verkeerde regel")];
    assert_eq!(mia.post(&one, &back).await.location(), one);
    let page = mia.page(&one).await;
    assert!(page.contains("Verkeerde regel") && !page.contains("value=\"put-back\""));
}

#[tokio::test]
async fn two_at_once_the_second_keeps_what_was_typed() {
    let town = Town::new().await;
    let year = year(&town);
    let path = format!("/steering/year/{year}/new");
    let mut mia = town.browser("mia").await;
    let before = filled(&mia.page(&path).await);
    let (status, _) = write_down(&mut mia, year, &[("homes", "20")]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let mut late: Vec<_> = before
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .filter(|(a, _)| *a != "homes")
        .collect();
    late.push(("homes", "31"));
    let answer = mia.post(&path, &late).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.text().contains("value=\"31\""));
}

#[tokio::test]
async fn the_figures_are_a_file_too_and_strange_addresses_are_no_fault() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    let file = mia.get("/steering.csv").await;
    assert_eq!(file.status, StatusCode::OK);
    let text = file.text();
    assert!(text.lines().count() > 4 && text.contains("Alle groepen die meetellen;"), "{text}");
    assert!(text.starts_with("\u{feff}Waar het over gaat;Code;"), "{text}");
    let ends = |page: &str| -> Vec<u32> {
        let cells = texts(page, "section[aria-labelledby=groups] td:nth-of-type(2)");
        let middle = |it: &String| it.split(' ').next().unwrap().replace('.', "").parse().unwrap();
        cells.iter().map(middle).collect()
    };
    let sorted = ends(&mia.page("/steering?sort=ends").await);
    assert!(sorted.len() > 1 && sorted.is_sorted(), "{sorted:?}");
    for path in ["/steering?year=1066&margin=99", "/steering?year=x", "/steering/shares?rule=loten"]
    {
        mia.page(path).await;
    }
    for path in ["/steering/year?version=9", "/steering/shares/2026/99", "/steering/year/1066/new"]
    {
        assert_eq!(mia.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn places_and_associations_are_looked_at_written_down_and_put_in_force() {
    let town = Town::new().await;
    let year = year(&town);
    let mut mia = town.browser("mia").await;
    let path = format!("/steering/year/{year}/new");
    let force = format!("/steering/year/{year}/force");
    let form = mia.page(&path).await;
    // The line of the rule for the ceilings of the smallest level.
    let names = filled(&form);
    let side = names.iter().rev().find(|(name, it)| name.ends_with("-side") && it == "ceiling");
    let line = side.unwrap().0.trim_end_matches("-side").to_owned();
    let (measure, amount) = (format!("{line}-measure"), format!("{line}-amount"));
    let rounding = format!("{line}-rounding");
    let rule = [
        ("kind", "fixed"),
        ("homes", "100"),
        (measure.as_str(), "each"),
        (amount.as_str(), "70"),
        (rounding.as_str(), "up"),
        ("target_rule", "none"),
    ];
    let mut look = rule.to_vec();
    look.push(("do", "look"));
    let (status, seen) = write_down(&mut mia, year, &look).await;
    assert_eq!(status, StatusCode::OK, "{seen}");
    assert_eq!(texts(&seen, "#outcome").len(), 1);
    assert!(texts(&mia.page("/steering/year").await, "#versions").is_empty(), "only looked at");
    // A place whose floor is above its ceiling is told, and nothing is written down.
    let area = texts(&seen, "#area-list option").pop().unwrap();
    let mut odd = rule.to_vec();
    let named =
        [("named-0-area", area.as_str()), ("named-0-floor", "90"), ("named-0-ground", "School")];
    odd.extend(named);
    let (status, seen) = write_down(&mut mia, year, &odd).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(texts(&seen, "#faults li").len(), 1, "{:?}", texts(&seen, "#faults li"));
    let (status, _) = write_down(&mut mia, year, &rule).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let page = mia.page("/steering/year").await;
    assert!(page.contains(&force));
    assert!(!texts(&page, "main").concat().contains("year-"), "a raw key");
    let file = mia.get(&format!("/steering/year.csv?year={year}&version=1")).await;
    assert!(
        file.text().lines().any(|it| it.starts_with("Deel van de stad;") && it.contains(";70;"))
    );

    // Whoever writes a version down does not put it in force; the manager does, after a look.
    let mut desk = town.browser("desk").await;
    assert!(!desk.page("/steering/year").await.contains(&force));
    assert_eq!(desk.get(&force).await.status, StatusCode::FORBIDDEN);
    assert_eq!(desk.post(&force, &[("seen", "1")]).await.status, StatusCode::FORBIDDEN);
    let looked = mia.page(&force).await;
    assert!(texts(&looked, "#changes ~ div tbody tr").len() > 1);
    assert_eq!(mia.post(&force, &[("seen", "9")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(texts(&mia.page("/steering/year").await, ".alert-warning").len(), 1);
    let seen = looked.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(mia.post(&force, &[("seen", seen)]).await.status, StatusCode::SEE_OTHER);
    assert!(texts(&mia.page(&force).await, "#changes ~ div tbody tr").is_empty());
    assert_eq!(texts(&mia.page("/numbers").await, ".alert-info").len(), 0, "nothing differs");
    let past = format!("/steering/year/{}/force", year - 1);
    assert_eq!(mia.get(&past).await.status, StatusCode::SEE_OTHER, "a year that is over");
}
