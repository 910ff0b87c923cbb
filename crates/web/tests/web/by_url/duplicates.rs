use axum::http::StatusCode;

use super::rounds::{attribute, count, is_there};
use crate::town::{Browser, Town};

/// A new file of Amina Visser, born 17 May 1980, who is `T-1` at De Brug; her name is
/// spelt another way.
const NEW: [(&str, &str); 9] = [
    ("reference", "T-10"),
    ("given", "Amina"),
    ("family", "de Fisser"),
    ("born", "1980-05-17"),
    ("group", "shelter"),
    ("waiting_since", "2026-06-01"),
    ("readiness", "preparing"),
    ("ground", "none"),
    ("want", "Een tuin."),
];

fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    NEW.iter().chain(more).copied().collect()
}

async fn pair_from_elsewhere(town: &Town) -> Browser {
    let mut ank = town.browser("ank").await;
    let fields = [("provider", "anker"), ("shown", "@brug"), ("someone_else", "pas in de stad")];
    let answer = ank.post("/participants/new", &with(&fields)).await;
    assert_eq!(answer.location(), "/participants/T-10");
    ank
}

#[tokio::test]
async fn a_new_file_that_looks_like_another_shows_it_with_reasons_before_it_is_kept() {
    let town = Town::new().await;
    let mut cor = town.browser("cor").await;
    let answer = cor.post("/participants/new", &with(&[("provider", "brug")])).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    for shown in [
        "Misschien is dit dezelfde persoon",
        "href=\"/participants/T-1\"",
        "Amina Visser, T-1",
        "heel waarschijnlijk dezelfde persoon",
        "achternamen klinken hetzelfde; dezelfde geboortedatum",
        "name=\"shown\" value=\"T-1\"",
        "Een tuin.",
    ] {
        assert!(text.contains(shown), "{shown}");
    }
    assert_eq!(cor.get("/participants/T-10").await.status, StatusCode::NOT_FOUND);

    let without = [("provider", "brug"), ("shown", "T-1"), ("someone_else", "")];
    let answer = cor.post("/participants/new", &with(&without)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("id=\"error-someone_else\""));

    // One more row in between loses neither what was typed nor the warning for long.
    let reason = [("provider", "brug"), ("shown", "T-1"), ("someone_else", "haar nicht")];
    let mut row = with(&reason);
    row.push(("add", "member"));
    let text = cor.post("/participants/new", &row).await.text();
    assert!(text.contains("name=\"someone_else\" value=\"haar nicht\""));

    let answer = cor.post("/participants/new", &with(&reason)).await;
    assert_eq!(answer.location(), "/participants/T-10");
    assert!(!cor.page("/participants/T-10").await.contains("Misschien is dit dezelfde persoon"));
}

#[tokio::test]
async fn of_a_file_elsewhere_only_the_organisation_is_shown() {
    let town = Town::new().await;
    let mut ank = town.browser("ank").await;
    let answer = ank.post("/participants/new", &with(&[("provider", "anker")])).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    assert!(text.contains("bij De Brug. U mag dat niet zien."));
    for hidden in ["T-1\"", "Visser", "klinken hetzelfde", "Wil Prins"] {
        assert!(!text.contains(hidden), "{hidden}");
    }
}

#[tokio::test]
async fn the_desk_compares_a_pair_says_they_are_two_people_and_takes_it_back() {
    let town = Town::new().await;
    let mut ank = pair_from_elsewhere(&town).await;
    let pair = "/participants/T-1/alike/T-10";
    assert!(ank.page("/participants/duplicates").await.contains("Niets te bekijken"));
    assert_eq!(ank.get(pair).await.status, StatusCode::NOT_FOUND);

    let mut desk = town.browser("desk").await;
    assert!(desk.page("/participants").await.contains("href=\"/participants/duplicates\""));
    assert!(desk.page("/participants/T-10").await.contains("/participants/T-10/alike/T-1\""));
    let list = "/participants/duplicates";
    let text = desk.page(list).await;
    assert!(text.contains(pair) && text.contains("pas in de stad"));
    for (query, there) in [
        ("?class=possible", false),
        ("?class=very-likely", true),
        ("?provider=anker", true),
        ("?q=niemand", false),
        ("?state=judged", false),
    ] {
        let text = desk.page(&format!("{list}{query}")).await;
        assert_eq!(text.contains(pair), there, "{query}");
        assert_eq!(text.contains("Geen paar gevonden"), !there, "{query}");
    }

    let text = desk.page(pair).await;
    for shown in ["Amina Visser", "Amina de Fisser", "verschilt", "Sami Visser", "Het Anker"] {
        assert!(text.contains(shown), "{shown}");
    }
    let answer = desk.post(pair, &[("reason", " ")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("id=\"error-reason\""));
    assert_eq!(desk.post(pair, &[("reason", "gebeld met beiden")]).await.location(), pair);
    let text = desk.page(pair).await;
    assert!(text.contains("gebeld met beiden") && text.contains("Opnieuw bekijken"));
    assert!(desk.page(list).await.contains("Niets te bekijken"));
    assert!(desk.page(&format!("{list}?state=judged")).await.contains(pair));
    // A colleague with an old page is told.
    assert_eq!(desk.post(pair, &[("reason", "anders")]).await.location(), pair);
    assert!(desk.page(pair).await.contains("gebeld met beiden"));

    let again = format!("{pair}/again");
    assert_eq!(desk.post(&again, &[]).await.location(), pair);
    assert!(desk.page(list).await.contains(pair));
}

#[tokio::test]
async fn who_may_see_no_names_sees_no_pairs() {
    let town = Town::new().await;
    pair_from_elsewhere(&town).await;
    for login in ["mia", "lex", "bea", "hans"] {
        let mut browser = town.browser(login).await;
        for path in ["/participants/duplicates", "/participants/T-1/alike/T-10"] {
            assert_eq!(browser.get(path).await.status, StatusCode::FORBIDDEN, "{login} {path}");
        }
        let answer = browser.post("/participants/T-1/alike/T-10", &[("reason", "x")]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{login}");
    }
    let mut desk = town.browser("desk").await;
    for path in ["/participants/T-1/alike/T-1", "/participants/T-1/alike/%20"] {
        assert_eq!(desk.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn two_files_become_one_part_by_part_and_are_taken_apart_again() {
    let town = Town::new().await;
    pair_from_elsewhere(&town).await;
    let mut desk = town.browser("desk").await;
    let pair = desk.page("/participants/T-1/alike/T-10").await;
    let path = "/participants/T-1/merge/T-10";
    assert!(pair.contains(path) && pair.contains("/participants/T-10/merge/T-1\""));
    let page = desk.page(path).await;
    for shown in ["Uit T-1: Amina Visser", "Uit T-10: Amina de Fisser", "Een tuin.", "De Brug"] {
        assert!(page.contains(shown), "{shown}");
    }
    let versions = [
        ("kept_version", attribute(&page, "input[name=kept_version]", "value")),
        ("aside_version", attribute(&page, "input[name=aside_version]", "value")),
    ];
    let mut fields: Vec<(&str, &str)> = versions.iter().map(|(n, v)| (*n, v.as_str())).collect();
    for part in sleutel_domain::participants::MergePart::ALL {
        if part.code() == "words" {
            fields.push(("words", "aside"));
        } else {
            fields.push((part.code(), "kept"));
        }
    }
    let answer = desk.post(path, &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("id=\"error-reason\""));
    assert_eq!(count(&answer.text(), "input[name=words][value=aside][checked]"), 1);
    fields.push(("reason", "zelf bevestigd"));
    assert_eq!(desk.post(path, &fields).await.location(), "/participants/T-1");

    let kept = desk.page("/participants/T-1").await;
    for shown in
        ["zelf bevestigd", "Overgenomen: De drie vragen", "Een tuin.", "/participants/T-10"]
    {
        assert!(kept.contains(shown), "{shown}");
    }
    let aside = desk.page("/participants/T-10").await;
    assert!(aside.contains("Dit dossier is opzij gelegd"));
    assert_eq!(count(&aside, "a[href='/participants/T-10/edit']"), 0);
    assert_eq!(count(&aside, "a[href='/cases/T-10']"), 0);
    assert!(!desk.page("/participants?q=T-10").await.contains("de Fisser"));
    // Both files are with whoever supports the person now, and with nobody else.
    let mut ank = town.browser("ank").await;
    for file in ["/participants/T-10", "/participants/T-1"] {
        assert_eq!(ank.get(file).await.status, StatusCode::NOT_FOUND, "{file}");
    }

    let apart = format!("{path}/apart");
    is_there(&desk.page(&apart).await, "Zet ook T-1 terug zoals het was");
    let answer = desk.post(&apart, &[("reason", "")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = [("reason", "toch twee mensen"), ("put_back", "yes")];
    assert_eq!(desk.post(&apart, &done).await.location(), "/participants/T-1/alike/T-10");
    assert!(!desk.page("/participants/T-1").await.contains("Een tuin."));
    assert!(desk.page("/participants?q=T-10").await.contains("de Fisser"));
}

#[tokio::test]
async fn what_stops_two_files_from_becoming_one_stands_there_with_what_to_do() {
    let town = Town::new().await;
    pair_from_elsewhere(&town).await;
    let mut wil = town.browser("wil").await;
    wil.post("/cases/T-1/begin", &[("route", "omslag-amsterdam"), ("on", "")]).await;
    let mut desk = town.browser("desk").await;
    let page = desk.page("/participants/T-10/merge/T-1").await;
    is_there(&page, "Dit kan nu nog niet");
    is_there(&page, "is nog op een route");
    assert_eq!(count(&page, "form.card"), 0);
    assert_eq!(count(&page, "a[href='/participants/T-1/merge/T-10']"), 1);
    for login in ["ank", "wil", "cor"] {
        let mut browser = town.browser(login).await;
        let answer = browser.get("/participants/T-1/merge/T-10").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{login}");
    }
}
