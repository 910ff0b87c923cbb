//! A round once more: what its lots come from, replay and check, and the letter.

use axum::http::{StatusCode, header};
use scraper::{Html, Selector};

use crate::town::{Browser, Town};

fn words(text: &str, selector: &str) -> String {
    let document = Html::parse_document(text);
    let selector = Selector::parse(selector).unwrap();
    let found = document.select(&selector);
    let texts: Vec<String> = found.map(|it| it.text().collect()).collect();
    texts.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A round of all three homes with a drawn number; its address.
async fn round(desk: &mut Browser) -> String {
    let fields = [
        ("name", "Ronde week 47"),
        ("held_on", "2026-11-22"),
        ("vacancies", "V-1"),
        ("vacancies", "V-2"),
        ("vacancies", "V-3"),
        ("then", "save"),
    ];
    let answer = desk.post("/rounds/new", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location().to_owned()
}

async fn propose(desk: &mut Browser, round: &str) {
    let answer = desk.post(&format!("{round}/propose"), &[("version", "1")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

#[tokio::test]
async fn anybody_sees_the_seal_of_a_round_at_once_and_its_number_with_the_first_proposal() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let mut visitor = town.visitor();
    assert!(visitor.page("/method/lots").await.contains("Er zijn nog geen rondes"));
    let round = round(&mut desk).await;
    let row = format!("tr[id='{}']", round.rsplit('/').next().unwrap());
    let before = words(&visitor.page("/method/lots").await, &row);
    assert!(before.contains("Nog verzegeld"), "{before}");
    assert!(words(&desk.page(&round).await, ".lead").contains("verzegeld tot het eerste voorstel"));
    let seal = before.split_whitespace().find(|it| it.len() == 64).unwrap();
    propose(&mut desk, &round).await;
    let after = words(&visitor.page("/method/lots").await, &row);
    assert!(after.contains(seal) && after.contains("sleutel-lot/1 "), "{after}");
    assert!(!after.contains("Ronde week 47"), "what people call a round is not for everyone");
    assert!(words(&desk.page(&round).await, ".lead").contains("Lotgetal van de ronde: "));
}

#[tokio::test]
async fn a_round_is_replayed_and_checked_by_a_button_and_the_result_is_in_words() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    propose(&mut desk, &round).await;
    let address = format!("{round}/check?proposal=1");
    let page = desk.page(&round).await;
    assert!(page.contains(&format!("href=\"{address}\"")), "{page}");
    for login in ["desk", "lex", "mia"] {
        let mut browser = town.browser(login).await;
        assert!(!browser.page(&address).await.contains("role=\"status\""));
        let answer = browser.post(&address, &[]).await;
        assert_eq!(answer.status, StatusCode::OK, "{login}");
        let said = words(&answer.text(), "[role=status]");
        for part in ["Hetzelfde antwoord, en in orde", "Elke regel", "Bewezen: beter kan niet."] {
            assert!(said.contains(part), "{login}: no `{part}` in {said}");
        }
    }
    let mut worker = town.browser("wil").await;
    assert_eq!(worker.post(&address, &[]).await.status, StatusCode::FORBIDDEN);
    let other = format!("{round}/check?proposal=2");
    assert_eq!(desk.get(&other).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_letter_tells_the_person_what_came_out_in_both_languages() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    propose(&mut desk, &round).await;
    let person = format!("{round}/people/T-1");
    let page = desk.page(&person).await;
    assert!(page.contains(&format!("href=\"{person}/letter\"")), "{page}");
    assert!(words(&page, "#lot + p").contains(" van 3 in deze ronde"), "{page}");
    let dutch = words(&desk.page(&format!("{person}/letter")).await, "article.letter[lang=nl]");
    for part in [
        "Beste Amina Visser,",
        "Deze woning is voor u voorgesteld: Havenkade 12",
        "Waar iemand wil wonen (400 punten)",
        "Een medewerker moet er nog over beslissen",
        "Uw lot in deze ronde is ",
        "U kunt altijd een mens spreken.",
        "Het aantal mensen dat meeverhuist2",
    ] {
        assert!(dutch.contains(part), "no `{part}` in {dutch}");
    }
    let english = desk.page(&format!("{person}/letter?language=en")).await;
    assert!(words(&english, "article.letter[lang=en]").contains("Dear Amina Visser,"));
    let text = desk.get(&format!("{person}/letter.txt?language=en")).await;
    assert_eq!(text.headers[header::CONTENT_TYPE], "text/plain; charset=utf-8");
    assert_eq!(text.headers[header::CONTENT_DISPOSITION], "attachment; filename=\"letter-en.txt\"");
    assert!(text.text().contains("This home was proposed for you: Havenkade 12"));
}

#[tokio::test]
async fn a_letter_can_be_had_on_paper_in_both_languages() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    propose(&mut desk, &round).await;
    let letter = format!("{round}/people/T-1/letter");
    let page = desk.page(&letter).await;
    assert!(page.contains(&format!("href=\"{letter}.pdf?language=nl\" download")), "{page}");
    for (language, name) in [("nl", "brief-nl.pdf"), ("en", "letter-en.pdf")] {
        let pdf = desk.get(&format!("{letter}.pdf?language={language}")).await;
        assert_eq!(pdf.status, StatusCode::OK);
        assert_eq!(pdf.headers[header::CONTENT_TYPE], "application/pdf");
        let attached = format!("attachment; filename=\"{name}\"");
        assert_eq!(pdf.headers[header::CONTENT_DISPOSITION], attached);
        assert!(pdf.bytes.starts_with(b"%PDF-"));
        let title =
            if language == "nl" { "Uw plek in de ronde" } else { "Your place in the round" };
        let holds = |what: &str| pdf.bytes.windows(what.len()).any(|it| it == what.as_bytes());
        assert!(holds(title) && holds("pdfuaid:part"), "{title}");
    }
    let mut manager = town.browser("mia").await;
    assert_eq!(manager.get(&format!("{letter}.pdf")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_letter_to_somebody_without_a_home_says_what_would_help_and_tells_nothing_of_others() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    propose(&mut desk, &round).await;
    for (reference, part) in
        [("T-2", "Hoeveel huur per maand"), ("T-3", "Uw dossier moet klaar worden gemaakt.")]
    {
        let letter = desk.page(&format!("{round}/people/{reference}/letter")).await;
        let said = words(&letter, "article.letter");
        assert!(said.contains(part), "no `{part}` in {said}");
        assert!(said.contains("In dit voorstel is er nog geen woning voor u."), "{said}");
        for other in ["T-1", "Amina", "Visser", "Havenkade", "Molenweg", "Tuinlaan", "V-2"] {
            assert!(!said.contains(other), "`{other}` in {said}");
        }
    }
}

#[tokio::test]
async fn only_who_may_see_a_file_writes_a_letter() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    let letter = format!("{round}/people/T-1/letter");
    assert_eq!(desk.get(&letter).await.status, StatusCode::NOT_FOUND, "before a proposal");
    propose(&mut desk, &round).await;
    for (login, status) in [
        ("cor", StatusCode::OK),
        ("ank", StatusCode::NOT_FOUND),
        ("mia", StatusCode::NOT_FOUND),
        ("lex", StatusCode::NOT_FOUND),
        ("wil", StatusCode::FORBIDDEN),
        ("bea", StatusCode::FORBIDDEN),
    ] {
        let mut browser = town.browser(login).await;
        for address in [letter.clone(), format!("{letter}.txt")] {
            assert_eq!(browser.get(&address).await.status, status, "{login} {address}");
        }
    }
    let manager = town.browser("mia").await.page(&format!("{round}/people/T-1")).await;
    assert!(!manager.contains("/letter"), "no link that is refused");
}
