//! Agreements by address: from a decided placement to the keys and a lease in own name.

use axum::http::{StatusCode, header};

use super::rounds::{attribute, count, first_line, is_there, proposed, round, words};
use crate::town::{Browser, Town};

/// A town where a home was agreed for T-1, and somebody at the desk.
async fn placed() -> (Town, Browser) {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    agreed(&mut desk).await;
    (town, desk)
}

/// Holds a round and agrees its first line, which is T-1's.
pub(super) async fn agreed(desk: &mut Browser) {
    let round = round(desk).await;
    let line = first_line(&proposed(desk, &round).await);
    let fields = [
        ("proposal", line.0.as_str()),
        ("line", line.1.as_str()),
        ("reason", "Past goed"),
        ("verdict", "agreed"),
    ];
    assert_eq!(desk.post(&round, &fields).await.status, StatusCode::SEE_OTHER);
}

/// Sends the form for a new agreement as it was filled in, with these fields changed.
async fn drafted(browser: &mut Browser, kind: &str, changed: &[(&str, &str)]) -> String {
    let form = browser.page(&format!("/agreements/new?household=T-1&kind={kind}")).await;
    let value = |name: &str| attribute(&form, &format!("[name={name}]"), "value");
    let dwelling = attribute(&form, "select[name=dwelling] option[selected]", "value");
    let (from, rent) = (value("from"), value("rent_bare"));
    let mut fields = vec![
        ("kind", kind),
        ("household", "T-1"),
        ("dwelling", dwelling.as_str()),
        ("from", from.as_str()),
        ("rent_bare", rent.as_str()),
        ("version", "0"),
    ];
    for (name, value) in changed {
        fields.retain(|(other, _)| other != name);
        fields.push((name, value));
    }
    let answer = browser.post("/agreements/new", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location().to_owned()
}

async fn step(browser: &mut Browser, agreement: &str, fields: &[(&str, &str)]) -> String {
    let page = browser.page(agreement).await;
    let version = attribute(&page, "form[action$='/step'] input[name=version]", "value");
    let mut fields = fields.to_vec();
    fields.push(("version", &version));
    let answer = browser.post(&format!("{agreement}/step"), &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    browser.page(agreement).await
}

async fn signed(browser: &mut Browser, agreement: &str, parties: &[&str]) -> String {
    let mut page = step(browser, agreement, &[("step", "offer")]).await;
    for party in parties {
        let fields = [
            ("step", "sign"),
            ("party", party),
            ("by", "A. Tekenaar"),
            ("on", "2026-11-22"),
            ("how", "in-person"),
        ];
        page = step(browser, agreement, &fields).await;
    }
    page
}

#[tokio::test]
async fn a_chain_is_drafted_signed_and_begun_from_the_file_of_somebody_placed() {
    let (_town, mut desk) = placed().await;
    let file = desk.page("/participants/T-1").await;
    assert!(file.contains("Nog geen overeenkomsten."), "{file}");
    assert_eq!(count(&file, "a[href='/agreements/new?household=T-1']"), 1);
    let lease = drafted(&mut desk, "intermediate-lease", &[]).await;
    let page = desk.page(&lease).await;
    is_there(&page, "De Vlier");
    is_there(&page, "Gebruiksovereenkomst: nog niet gemaakt.");
    assert_eq!(words(&page, ".steps [aria-current] strong"), "Concept");
    let page = signed(&mut desk, &lease, &["association"]).await;
    is_there(&page, "Wacht op handtekeningen");
    is_there(&page, "A. Tekenaar; opgeschreven door Dina Kramer");
    let by = [("step", "sign"), ("party", "provider"), ("by", "B. Tekenaar")];
    let more = [("on", "2026-11-22"), ("how", "on-paper")];
    step(&mut desk, &lease, &[by.as_slice(), &more].concat()).await;
    let page = step(&mut desk, &lease, &[("step", "start")]).await;
    assert_eq!(words(&page, ".steps [aria-current] strong"), "Loopt");
    let lower = drafted(&mut desk, "intermediate-use", &[]).await;
    signed(&mut desk, &lower, &["provider", "resident"]).await;
    let page = step(&mut desk, &lower, &[("step", "start")]).await;
    assert_eq!(count(&page, "#missing-title"), 0, "nothing is missing before the keys");

    let own = drafted(&mut desk, "own-lease", &[("from", "2027-12-01")]).await;
    let page = signed(&mut desk, &own, &["association", "resident"]).await;
    is_there(&page, "Omklappen");
    step(&mut desk, &own, &[("step", "start")]).await;
    is_there(&desk.page(&lease).await, "Omgeklapt op 1 december 2027.");
    is_there(&desk.page(&lower).await, "Beëindigd op 30 november 2027");
    let file = desk.page("/participants/T-1").await;
    assert_eq!(count(&file, "a[href^='/agreements/'] + .badge"), 3);
}

#[tokio::test]
async fn what_the_law_does_not_allow_is_told_with_figures_and_cannot_go_to_the_parties() {
    let (_town, mut desk) = placed().await;
    let changed = [("from", "2026-12-01"), ("until", "2029-01-01"), ("deposit", "9999")];
    let lease = drafted(&mut desk, "temporary-lease", &changed).await;
    let page = desk.page(&lease).await;
    is_there(&page, "hoogstens 24 maanden duren: tot en met 30 november 2028");
    is_there(&page, "twee keer de kale huur");
    is_there(&page, "Tijdelijke huur mag alleen om een reden die in de wet staat.");
    let page = step(&mut desk, &lease, &[("step", "offer")]).await;
    is_there(&page, "Er moet eerst iets worden verbeterd.");
    assert_eq!(words(&page, ".steps [aria-current] strong"), "Concept");
}

#[tokio::test]
async fn a_signature_with_a_fault_comes_back_as_it_was_typed() {
    let (_town, mut desk) = placed().await;
    let lease = drafted(&mut desk, "intermediate-lease", &[]).await;
    step(&mut desk, &lease, &[("step", "offer")]).await;
    let version =
        attribute(&desk.page(&lease).await, "form[action$='/step'] input[name=version]", "value");
    let typed = |on, by| {
        [
            ("step", "sign"),
            ("version", version.as_str()),
            ("party", "provider"),
            ("by", by),
            ("on", on),
            ("how", "in-person"),
        ]
    };
    let to = format!("{lease}/step");
    let answer = desk.post(&to, &typed("gisteren", "B. Tekenaar")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    assert_eq!(attribute(&page, "#field-by", "value"), "B. Tekenaar");
    assert_eq!(attribute(&page, "#field-on", "value"), "gisteren");
    assert_eq!(attribute(&page, "#field-party option[selected]", "value"), "provider");
    assert_eq!(attribute(&page, "#field-how option[selected]", "value"), "in-person");
    assert_eq!(count(&page, "#error-on"), 1);
    // So does one that the rules do not allow.
    let answer = desk.post(&to, &typed("2027-01-01", "B. Tekenaar")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    is_there(&page, "Die dag is er nog niet.");
    assert_eq!(attribute(&page, "#field-by", "value"), "B. Tekenaar");
}

#[tokio::test]
async fn a_form_with_faults_comes_back_as_it_was_typed_with_each_fault_at_its_field() {
    let (_town, mut desk) = placed().await;
    let fields = [
        ("kind", ""),
        ("household", "T-1"),
        ("from", "morgen"),
        ("rent_bare", "veel"),
        ("conditions", "Een #kat mag."),
        ("version", "0"),
    ];
    let answer = desk.post("/agreements/new", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    for field in ["kind", "from", "rent_bare"] {
        assert_eq!(count(&page, &format!("#field-{field}[aria-invalid=true]")), 1, "{field}");
    }
    assert!(page.contains("Een #kat mag.") && page.contains("value=\"veel\""), "{page}");
}

#[tokio::test]
async fn of_two_colleagues_the_second_is_told() {
    let (town, mut desk) = placed().await;
    let mut cor = town.browser("cor").await;
    let lease = drafted(&mut desk, "intermediate-lease", &[]).await;
    let seen = cor.page(&lease).await;
    let version = attribute(&seen, "form[action$='/step'] input[name=version]", "value");
    step(&mut desk, &lease, &[("step", "offer")]).await;
    let late = [("step", "cancel"), ("why", "toch niet"), ("version", version.as_str())];
    let answer = cor.post(&format!("{lease}/step"), &late).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let page = cor.page(&lease).await;
    is_there(&page, "Wacht op handtekeningen");
    assert_eq!(count(&page, ".alert-warning"), 1, "{page}");
}

#[tokio::test]
async fn an_agreement_is_had_on_paper_in_both_languages() {
    let (_town, mut desk) = placed().await;
    let lease = drafted(&mut desk, "intermediate-lease", &[("conditions", "Een #kat mag.")]).await;
    let page = desk.page(&lease).await;
    for (language, name, title) in [
        ("nl", "overeenkomst-nl.pdf", "Tussenhuur"),
        ("en", "agreement-en.pdf", "Intermediate lease"),
    ] {
        let address = format!("{lease}/agreement.pdf?language={language}");
        assert_eq!(count(&page, &format!("a[download][href='{address}']")), 1);
        let pdf = desk.get(&address).await;
        assert_eq!(pdf.headers[header::CONTENT_TYPE], "application/pdf");
        assert_eq!(
            pdf.headers[header::CONTENT_DISPOSITION],
            format!("attachment; filename=\"{name}\"")
        );
        let holds = |what: &str| pdf.bytes.windows(what.len()).any(|it| it == what.as_bytes());
        assert!(holds(title) && holds("pdfuaid:part"), "{title}");
    }
}

#[tokio::test]
async fn the_worklist_is_filtered_and_taken_along_by_those_who_may() {
    let (town, mut desk) = placed().await;
    let empty = desk.page("/agreements").await;
    is_there(&empty, "Nog geen overeenkomsten");
    let lease = drafted(&mut desk, "intermediate-lease", &[]).await;
    drafted(&mut desk, "support", &[]).await;
    let page = desk.page("/agreements").await;
    assert_eq!(count(&page, "tbody tr"), 2);
    is_there(&page, "Amina Visser");
    for (query, rows) in [
        ("kind=support", 1),
        ("state=drafted", 2),
        ("state=signed", 0),
        ("ending=yes", 0),
        ("association=vlier", 1),
        ("q=visser", 2),
        ("q=niemand", 0),
    ] {
        let page = desk.page(&format!("/agreements?{query}")).await;
        assert_eq!(count(&page, "tbody tr"), rows, "{query}");
    }
    is_there(&desk.page("/agreements?q=niemand").await, "Niets gevonden");
    let csv = desk.get("/agreements.csv?kind=support").await;
    assert_eq!(csv.text().lines().count(), 2, "{}", csv.text());
    let sheet = desk.get("/agreements.xlsx").await;
    assert!(sheet.bytes.starts_with(b"PK"), "a workbook is a packed folder");

    let mut lex = town.browser("lex").await;
    let page = lex.page("/agreements").await;
    assert_eq!(count(&page, "tbody tr"), 1, "those of its own association");
    is_there(&page, "Amina Visser");
    is_there(&lex.page(&lease).await, "Amina Visser");
    let mut mia = town.browser("mia").await;
    let page = mia.page("/agreements").await;
    assert_eq!(count(&page, "tbody tr"), 2);
    assert!(!page.contains("Visser") && count(&page, "tbody a") == 0, "{page}");
    assert_eq!(mia.get(&lease).await.status, StatusCode::FORBIDDEN);
    assert_eq!(mia.get("/agreements.xlsx").await.status, StatusCode::FORBIDDEN);
    let mut ank = town.browser("ank").await;
    assert_eq!(ank.get(&lease).await.status, StatusCode::NOT_FOUND, "another provider");
    let new = "/agreements/new?household=T-1";
    assert_eq!(ank.get(new).await.status, StatusCode::NOT_FOUND);
    for login in ["bea", "hans"] {
        let mut other = town.browser(login).await;
        for path in ["/agreements", lease.as_str(), new] {
            assert_eq!(other.get(path).await.status, StatusCode::FORBIDDEN, "{login} {path}");
        }
    }
}

#[tokio::test]
async fn an_agreement_that_is_not_there_is_not_found() {
    let (_town, mut desk) = placed().await;
    for path in [
        "/agreements/nothing",
        "/agreements/0192f3a0-0000-7000-8000-000000000000",
        "/agreements/nothing/agreement.pdf",
        "/agreements/nothing/edit",
        "/agreements/new",
        "/agreements/new?household=T-99",
    ] {
        assert_eq!(desk.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn every_page_of_agreements_has_one_heading_and_words_in_both_languages() {
    let (_town, mut desk) = placed().await;
    let lease = drafted(&mut desk, "intermediate-lease", &[]).await;
    let edit = format!("{lease}/edit");
    for path in ["/agreements", "/agreements/new?household=T-1", lease.as_str(), edit.as_str()] {
        for language in ["nl", "en"] {
            let account = [("language", language), ("next", path)];
            desk.post("/language", &account).await;
            let page = desk.page(path).await;
            assert_eq!((count(&page, "h1"), count(&page, "main")), (1, 1), "{path}");
            assert!(page.contains(&format!("<html lang=\"{language}\">")), "{path}");
        }
    }
}
