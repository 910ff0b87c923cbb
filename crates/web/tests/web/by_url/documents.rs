//! Documents by address: adding, opening, deciding, and who may.

use axum::http::{StatusCode, header};

use crate::town::{ACCOUNTS, Answered, Browser, Town, parts};

const LIST: &str = "/participants/T-1/documents";
const NEW: &str = "/participants/T-1/documents/new";
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

async fn add(browser: &mut Browser, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Answered {
    let csrf = browser.csrf.clone();
    browser.post_parts(NEW, &csrf, fields, files).await
}

/// Adds one, and gives its address.
async fn added(browser: &mut Browser, kind: &str, name: &str, bytes: &[u8]) -> String {
    let sent = add(browser, &[("kind", kind)], &[(name, bytes)]).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, LIST), "{}", sent.text());
    let text = browser.page(&format!("{LIST}?sort=-added")).await;
    let rest = text.split_once("<th scope=\"row\"><a href=\"").unwrap().1;
    rest.split_once('"').unwrap().0.to_owned()
}

/// The count of changes that stands in a page.
async fn changes(browser: &mut Browser, path: &str) -> String {
    let text = browser.page(path).await;
    let rest = text.split_once("name=\"changes\" value=\"").unwrap().1;
    rest.split_once('"').unwrap().0.to_owned()
}

async fn step(browser: &mut Browser, document: &str, fields: &[(&str, &str)]) -> Answered {
    let seen = changes(browser, document).await;
    let mut all = vec![("changes", seen.as_str())];
    all.extend(fields);
    browser.post(&format!("{document}/step"), &all).await
}

#[tokio::test]
async fn each_role_opens_its_own_pages_and_no_other() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let document = added(&mut wil, "other", "brief.pdf", PDF).await;
    for (login, ..) in ACCOUNTS {
        let mut browser = town.browser(login).await;
        let mut gets = async |path: &str| browser.get(path).await.status.as_u16();
        let (list, new, one, file, waiting) = match login {
            "wil" => (200, 200, 200, 200, 403),
            "cor" => (200, 200, 200, 200, 200),
            // The desk sees the file, and of its documents what is shared with it.
            "desk" => (200, 200, 404, 404, 403),
            // Another provider, and parties without a road or a home for this household.
            "ank" => (404, 404, 404, 404, 200),
            "hans" | "lex" => (404, 404, 404, 404, 403),
            "bea" => (403, 403, 403, 403, 200),
            _ => (403, 403, 403, 403, 403),
        };
        assert_eq!(gets(LIST).await, list, "{login} list");
        assert_eq!(gets(NEW).await, new, "{login} new");
        assert_eq!(gets(&document).await, one, "{login} one");
        assert_eq!(gets(&format!("{document}/versions/1?sure=yes")).await, file, "{login} file");
        assert_eq!(gets("/documents/quarantine").await, waiting, "{login} quarantine");
        let sent = add(&mut browser, &[("kind", "other")], &[("a.pdf", PDF)]).await.status;
        let expected = if new == 200 { 303 } else { new };
        assert_eq!(sent.as_u16(), expected, "{login} adds");
        let fields = [("step", "release"), ("number", "7"), ("reason", "x"), ("changes", "1")];
        let released = browser.post(&format!("{document}/step"), &fields).await.status;
        // Those who may are told that there is no such version, as of everything that is not.
        let expected = if matches!(login, "cor" | "bea" | "ank") { 404 } else { 403 };
        assert_eq!(released.as_u16(), expected, "{login} releases");
    }
    let nobody = town.visitor().get(LIST).await;
    assert!(nobody.location().starts_with("/login"));
}

#[tokio::test]
async fn what_nobody_checked_is_warned_of_and_then_only_downloaded() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let document = added(&mut wil, "other", "../Loon \u{202e}🏠.pdf", PDF).await;
    let file = format!("{document}/versions/1");
    let warned = wil.get(&file).await;
    assert!(warned.text().contains("Niemand heeft dit bestand gecontroleerd"));
    let answer = wil.get(&format!("{file}?sure=yes")).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.bytes, PDF);
    assert_eq!(answer.header(header::CONTENT_TYPE), "application/pdf");
    assert_eq!(
        answer.header(header::CONTENT_DISPOSITION),
        "attachment; filename=\"document.pdf\"; filename*=UTF-8''Loon%20%F0%9F%8F%A0%2Epdf"
    );
    assert_eq!(answer.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert_eq!(answer.header(header::CACHE_CONTROL), "private, no-store");
    let policy = answer.header(header::CONTENT_SECURITY_POLICY);
    assert!(policy.contains("sandbox") && !policy.contains("self"), "{policy}");
    let page = wil.page(&document).await;
    assert!(page.contains("Downloadde versie 1"), "who looked is told");
}

#[tokio::test]
async fn a_refused_form_comes_back_with_every_fault_at_its_file() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let large = vec![b'a'; 4_001];
    let files: [(&str, &[u8]); 3] =
        [("goed.pdf", PDF), ("<script>.exe", b"MZ\x90"), ("groot.txt", &large)];
    let answer = add(&mut wil, &[("kind", ""), ("share", "both")], &files).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    for said in [
        "Dit is een programma",
        "hooguit 4\u{a0}kB",
        "id=\"field-files-2\"",
        "href=\"#field-files-3\"",
        "<option value=\"both\" selected>",
        "Kies de bestanden opnieuw",
    ] {
        assert!(text.contains(said), "{said}");
    }
    assert!(!text.contains("<script>.exe"));
    assert!(wil.page(LIST).await.contains("Nog geen documenten"));
    // Exactly at the limit it fits.
    added(&mut wil, "other", "past.txt", &large[..4_000]).await;
}

#[tokio::test]
async fn sending_that_is_broken_off_or_comes_from_elsewhere_keeps_nothing() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let body = parts(&wil.csrf, &[("kind", "other")], &[("a.pdf", PDF)]);
    for end in [body.len() - 3, body.len() - 20, body.len() - 60, body.len() / 2] {
        let status = wil.post_raw(NEW, body[..end].to_vec()).await.status;
        assert!(status.is_client_error(), "{end}: {status}");
    }
    let foreign = wil.post_parts(NEW, "wrong", &[("kind", "other")], &[("a.pdf", PDF)]).await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    let most = vec![b'a'; 9_000];
    let large = add(&mut wil, &[("kind", "other")], &[("a.txt", &most)]).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    let none = add(&mut wil, &[("kind", "other")], &[]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = wil.page(LIST).await;
    assert!(text.contains("Nog geen documenten"), "something was kept");
}

#[tokio::test]
async fn a_document_goes_its_whole_road_on_its_page() {
    let town = Town::new().await;
    let (mut wil, mut cor) = (town.browser("wil").await, town.browser("cor").await);
    let document = added(&mut wil, "lease", "huur.pdf", PDF).await;
    let empty = [("step", "release"), ("number", "1"), ("reason", "")];
    step(&mut cor, &document, &empty).await;
    assert!(cor.page(&document).await.contains("Nog niet gecontroleerd"));
    let release = [("step", "release"), ("number", "1"), ("reason", "zelf gezien")];
    let done = step(&mut cor, &document, &release).await;
    assert_eq!(done.location(), document);
    let text = cor.page(&document).await;
    assert!(text.contains("zelf gezien") && text.contains("Vrijgegeven"));
    assert_eq!(wil.get(&format!("{document}/versions/1")).await.bytes, PDF);
    // A new version: the old one stays.
    let seen = changes(&mut wil, &document).await;
    let path = format!("{document}/versions/new");
    let fields = [("changes", seen.as_str()), ("why", "getekend")];
    let csrf = wil.csrf.clone();
    let files: [(&str, &[u8]); 1] = [("nieuw.txt", b"getekend")];
    let sent = wil.post_parts(&path, &csrf, &fields, &files).await;
    assert_eq!(sent.location(), document);
    let late = cor.clone().post_parts(&path, &cor.csrf.clone(), &fields, &files).await;
    assert_eq!(late.location(), document, "the second is told on the document's page");
    let text = cor.page(&document).await;
    assert!(text.contains("Versie 2") && text.contains("Versie 1") && !text.contains("Versie 3"));
    assert!(cor.page(&format!("{LIST}?versions=all")).await.contains("huur.pdf"));
    assert!(!cor.page(LIST).await.contains("huur.pdf"));
    for (filter, there) in [
        ("kind=lease", true),
        ("kind=income", false),
        ("state=in-quarantine", true),
        ("state=withdrawn", false),
    ] {
        let text = cor.page(&format!("{LIST}?{filter}")).await;
        assert_eq!(text.contains("nieuw.txt"), there, "{filter}");
    }
    step(&mut wil, &document, &[("step", "withdraw"), ("why", "verkeerd")]).await;
    assert!(wil.page(&document).await.contains("verkeerd"));
    step(&mut wil, &document, &[("step", "bring-back")]).await;
    step(&mut wil, &document, &[("step", "withdraw"), ("why", "toch")]).await;
    let erase = [("step", "erase"), ("ground", "op verzoek"), ("sure", "yes")];
    step(&mut cor, &document, &erase).await;
    let text = cor.page(&document).await;
    assert!(text.contains("op verzoek") && !text.contains("huur.pdf"), "{text}");
    let gone = cor.get(&format!("{document}/versions/1?sure=yes")).await;
    assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(gone.text().contains("gewist"));
}

#[tokio::test]
async fn an_administrator_decides_without_seeing_what_a_file_is_called() {
    let town = Town::new().await;
    let (mut wil, mut bea) = (town.browser("wil").await, town.browser("bea").await);
    let document = added(&mut wil, "income", "loon-amina.pdf", PDF).await;
    let text = bea.page("/documents/quarantine").await;
    assert!(text.contains("T-1") && !text.contains("loon-amina") && !text.contains("Amina"));
    let seen = changes(&mut bea, "/documents/quarantine").await;
    let fields = [
        ("step", "refuse"),
        ("number", "1"),
        ("reason", "verdacht"),
        ("back", "quarantine"),
        ("changes", seen.as_str()),
    ];
    let done = bea.post(&format!("{document}/step"), &fields).await;
    assert_eq!(done.location(), "/documents/quarantine");
    assert!(bea.page("/documents/quarantine").await.contains("Er wacht niets"));
    let closed = wil.get(&format!("{document}/versions/1")).await;
    assert_eq!(closed.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn what_a_file_is_called_stays_with_who_added_it_until_it_can_be_opened() {
    let town = Town::new().await;
    let (mut wil, mut hans) = (town.browser("wil").await, town.browser("hans").await);
    wil.post("/cases/T-1/begin", &[("route", "omslag-amsterdam"), ("on", "")]).await;
    let document = added(&mut wil, "income", "loon-amina.pdf", PDF).await;
    for path in [LIST, document.as_str()] {
        assert!(wil.page(path).await.contains("loon-amina"), "{path}");
        let text = hans.page(path).await;
        assert!(text.contains("document.pdf") && !text.contains("loon-amina"), "{path}: {text}");
    }
    let release = [("step", "release"), ("number", "1"), ("reason", "zelf gezien")];
    step(&mut town.browser("cor").await, &document, &release).await;
    assert!(hans.page(LIST).await.contains("loon-amina"));
}

#[tokio::test]
async fn the_page_to_add_says_why_there_is_no_place_for_medical_papers() {
    let town = Town::new().await;
    let text = town.browser("wil").await.page(NEW).await;
    assert!(text.contains("Geen medische papieren"));
    assert!(text.contains("enctype=\"multipart/form-data\""));
    let file = town.browser("wil").await.page("/participants/T-1").await;
    assert!(file.contains(LIST));
}
