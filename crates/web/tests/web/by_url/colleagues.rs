//! Standing in, handing over, guests and tasks, by address.

use axum::http::StatusCode;
use sleutel_actions::access::{self, NewAccount};
use sleutel_domain::{OrganisationCode, access::Role};

use crate::town::{Browser, PASSPHRASE, Town};

/// A second support worker of provider `brug`.
async fn with_sam() -> Town {
    let town = Town::new().await;
    let operator = access::operator(&town.app, "test", None).await.unwrap().unwrap();
    let account = NewAccount {
        login: "sam".to_owned(),
        name: "Sam Groen".to_owned(),
        role: Role::SupportWorker,
        organisation: OrganisationCode::new("brug").unwrap(),
        passphrase: PASSPHRASE.to_owned(),
    };
    access::add_account(&town.app, &operator, &account).await.unwrap();
    town
}

/// The value of the choice, or the ticked box, whose words begin so.
fn choice(text: &str, words: &str) -> String {
    let end = text.find(&format!(">{words}")).unwrap_or_else(|| panic!("{words}: {text}"));
    let start = text[..end].rfind("value=\"").unwrap() + 7;
    text[start..].split('"').next().unwrap().to_owned()
}

fn action(text: &str, start: &str, end: &str) -> String {
    let found = text.split("action=\"").skip(1).filter_map(|it| it.split('"').next());
    let mut found = found.filter(|it| it.starts_with(start) && it.ends_with(end));
    found.next().unwrap_or_else(|| panic!("no form {start} {end}: {text}")).to_owned()
}

async fn refused(browser: &mut Browser, path: &str, fields: &[(&str, &str)], with: StatusCode) {
    assert_eq!(browser.post(path, fields).await.status, with, "{path}");
}

/// Wil lets a colleague of another organisation in on T-1, who says yes.
pub(super) async fn let_in(town: &Town, login: &str, called: &str, role: &str) -> Browser {
    let mut wil = town.browser("wil").await;
    let guest = choice(&wil.page("/participants/T-1/guests").await, called);
    let fields =
        [("guest", guest.as_str()), ("role", role), ("purpose", "samen"), ("until", "2026-12-31")];
    wil.post("/participants/T-1/guests", &fields).await;
    let mut guest = town.browser(login).await;
    let answer = action(&guest.page("/colleagues/guest").await, "/colleagues/guest/", "/answer");
    guest.post(&answer, &[("version", "1"), ("answer", "yes")]).await;
    guest
}

#[tokio::test]
async fn everybody_opens_their_own_pages_about_colleagues_and_no_others() {
    let town = Town::new().await;
    let pages = ["/colleagues/leave", "/colleagues/hand-over", "/colleagues/guest", "/tasks"];
    for (login, may) in [
        ("cor", [true, true, true, true]),
        ("desk", [true, false, true, true]),
        ("hans", [true, false, false, true]),
        ("lex", [true, false, true, true]),
        ("mia", [true, false, false, false]),
        ("wil", [true, true, true, true]),
        ("bea", [true, false, false, false]),
    ] {
        let mut browser = town.browser(login).await;
        for (page, may) in pages.iter().zip(may) {
            let status = browser.get(page).await.status;
            let expected = if may { StatusCode::OK } else { StatusCode::FORBIDDEN };
            assert_eq!(status, expected, "{login} {page}");
        }
    }
    for (login, status) in [
        ("wil", StatusCode::OK),
        ("cor", StatusCode::OK),
        ("ank", StatusCode::NOT_FOUND),
        ("lex", StatusCode::FORBIDDEN),
        ("mia", StatusCode::FORBIDDEN),
    ] {
        let mut browser = town.browser(login).await;
        assert_eq!(browser.get("/participants/T-1/guests").await.status, status, "{login}");
    }
    let mut nobody = town.visitor();
    assert!(nobody.get("/tasks").await.location().starts_with("/login"));
}

#[tokio::test]
async fn who_is_away_chooses_a_colleague_and_the_colleagues_start_page_says_for_whom() {
    let town = with_sam().await;
    let mut sam = town.browser("sam").await;
    assert_eq!(sam.get("/participants/T-1").await.status, StatusCode::NOT_FOUND);
    let mut wil = town.browser("wil").await;
    let deputy = choice(&wil.page("/colleagues/leave").await, "Sam Groen");
    let wrong = [("deputy", deputy.as_str()), ("from", "2026-11-25"), ("until", "2026-11-23")];
    let answer = wil.post("/colleagues/leave", &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    assert!(text.contains("id=\"error-until\"") && text.contains("2026-11-25"), "{text}");
    let right = [("deputy", deputy.as_str()), ("from", "2026-11-22"), ("until", "2026-11-29")];
    assert_eq!(wil.post("/colleagues/leave", &right).await.location(), "/colleagues/leave");
    assert!(sam.page("/").await.contains("U neemt waar voor Wil Prins"));
    assert!(sam.page("/participants").await.contains("Amina Visser"));
    sam.page("/participants/T-1").await;
    let mut cor = town.browser("cor").await;
    let history = cor.page("/participants/T-1/history").await;
    assert!(history.contains("Sam Groen (De Brug), voor Wil Prins"), "{history}");
    let end = action(&wil.page("/colleagues/leave").await, "/colleagues/leave/", "/end");
    refused(&mut sam, &end, &[], StatusCode::NOT_FOUND).await;
    assert_eq!(wil.post(&end, &[]).await.location(), "/colleagues/leave");
    assert_eq!(sam.get("/participants/T-1").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn files_are_looked_at_handed_over_and_taken_back() {
    let town = with_sam().await;
    let mut cor = town.browser("cor").await;
    let start = cor.page("/colleagues/hand-over").await;
    let (from, to) = (choice(&start, "Wil Prins (2"), choice(&start, "Sam Groen"));
    let address = format!("/colleagues/hand-over?from={from}&to={to}");
    assert!(!address.contains("wil"), "no name in an address");
    let preview = cor.page(&address).await;
    assert!(preview.contains("Amina Visser") && preview.contains("krijgt 2 dossiers"), "{preview}");
    let file = |at: usize, name: &str| format!("file-{at}-{name}");
    let names: Vec<String> =
        (1..=2).flat_map(|at| ["reference", "version", "to"].map(|name| file(at, name))).collect();
    let mut fields = vec![("from", from.as_str()), ("on", "2026-11-22"), ("note", "nieuw team")];
    for (name, value) in names.iter().zip(["T-2", "1", to.as_str(), "T-1", "1", to.as_str()]) {
        fields.push((name, value));
    }
    let none = cor.post("/colleagues/hand-over", &fields).await;
    assert_eq!(none.location(), "/colleagues/hand-over", "nothing is ticked");
    assert!(cor.page("/colleagues/hand-over").await.contains("Er is geen dossier gekozen"));
    fields.push(("file-2-take", "yes"));
    let mut wrong: Vec<_> = fields.clone();
    wrong.retain(|(name, _)| *name != "file-2-to" && *name != "on");
    wrong.extend([("on", "2027-01-01"), ("shown", "T-2"), ("shown", "T-1")]);
    let answer = cor.post("/colleagues/hand-over", &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    assert!(text.contains("error-file-2-to") && text.contains("nieuw team"), "{text}");
    let done = cor.post("/colleagues/hand-over", &fields).await;
    let one = done.location().to_owned();
    assert!(one.starts_with("/colleagues/hand-over/"), "{one} {}", done.text());
    let mut sam = town.browser("sam").await;
    let history = sam.page("/participants/T-1/history").await;
    assert!(history.contains("Van Wil Prins naar Sam Groen"), "{history}");
    assert!(history.contains("nieuw team"), "{history}");
    assert_eq!(sam.get("/participants/T-2").await.status, StatusCode::NOT_FOUND);
    assert_eq!(sam.get(&one).await.status, StatusCode::OK);
    assert_eq!(town.browser("ank").await.get(&one).await.status, StatusCode::NOT_FOUND);
    refused(&mut sam, &format!("{one}/undo"), &[], StatusCode::NOT_FOUND).await;
    assert_eq!(cor.post(&format!("{one}/undo"), &[]).await.location(), one);
    assert!(cor.page(&one).await.contains("al teruggedraaid"));
    assert_eq!(sam.get("/participants/T-1").await.status, StatusCode::NOT_FOUND);
    let by_file = cor.page("/colleagues/hand-over?file=T-1").await;
    assert!(by_file.contains("Amina Visser") && !by_file.contains("Bram Hofman"), "{by_file}");
}

#[tokio::test]
async fn a_closed_account_with_files_says_so_and_leads_to_the_hand_over() {
    let town = with_sam().await;
    let mut bea = town.browser("bea").await;
    let fields = [("account", "wil"), ("active", "no"), ("next", "/accounts")];
    bea.post("/accounts/active", &fields).await;
    let text = bea.page("/accounts").await;
    assert!(text.contains("2 dossiers staan nog op deze naam"), "{text}");
    let mut cor = town.browser("cor").await;
    assert!(cor.page("/messages").await.contains("2 dossiers staan nog op die naam"));
}

#[tokio::test]
async fn a_guest_is_asked_says_yes_looks_and_stops() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    wil.post("/cases/T-1/begin", &[("route", "omslag-amsterdam"), ("on", "")]).await;
    let page = wil.page("/participants/T-1/guests").await;
    assert!(page.contains("begeleider Wil Prins") && page.contains("Wie er altijd bij kan"));
    let guest = choice(&page, "De Vlier: Lex Bakker");
    let empty = wil.post("/participants/T-1/guests", &[("guest", &guest), ("purpose", "")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.text().contains("error-purpose") && empty.text().contains("error-role"));
    let fields = [
        ("guest", guest.as_str()),
        ("role", "look"),
        ("purpose", "de verhuizing voorbereiden"),
        ("until", "2026-12-31"),
    ];
    let sent = wil.post("/participants/T-1/guests", &fields).await;
    assert_eq!(sent.location(), "/participants/T-1/guests");
    let mut lex = town.browser("lex").await;
    assert_eq!(lex.get("/cases/T-1").await.status, StatusCode::NOT_FOUND);
    assert!(lex.page("/").await.contains("U bent gevraagd om mee te doen in 1 dossier"));
    let asked = lex.page("/colleagues/guest").await;
    let answer = action(&asked, "/colleagues/guest/", "/answer");
    refused(&mut wil, &answer, &[("version", "1"), ("answer", "yes")], StatusCode::NOT_FOUND).await;
    lex.post(&answer, &[("version", "1"), ("answer", "yes")]).await;
    let road = lex.page("/cases/T-1").await;
    assert!(road.contains("U bent hier te gast tot en met 31 december 2026"), "{road}");
    for secret in ["Amina", "Visser", "Dicht bij de kinderen", "/tasks/on/T-1"] {
        assert!(!road.contains(secret), "{secret}: {road}");
    }
    assert_eq!(lex.get("/participants/T-1").await.status, StatusCode::FORBIDDEN);
    let page = wil.page("/participants/T-1/guests").await;
    let prolong = action(&page, "/participants/T-1/guests/", "/prolong");
    wil.post(&prolong, &[("version", "2"), ("until", "2028-01-01")]).await;
    assert!(lex.page("/cases/T-1").await.contains("31 december 2026"), "too far away");
    wil.post(&prolong, &[("version", "2"), ("until", "2027-01-31")]).await;
    assert!(lex.page("/cases/T-1").await.contains("31 januari 2027"));
    let end = action(&page, "/participants/T-1/guests/", "/end");
    refused(&mut town.browser("ank").await, &end, &[("version", "3")], StatusCode::NOT_FOUND).await;
    let stop = action(&lex.page("/colleagues/guest").await, "/colleagues/guest/", "/end");
    lex.post(&stop, &[("version", "3")]).await;
    assert_eq!(lex.get("/cases/T-1").await.status, StatusCode::NOT_FOUND);
    wil.post(&end, &[("version", "3")]).await;
    let told = wil.page("/participants/T-1/guests").await;
    assert!(told.contains("iemand anders heeft dit veranderd"), "{told}");
}

#[tokio::test]
async fn a_task_is_set_on_a_file_shown_in_the_list_and_done() {
    let town = with_sam().await;
    let mut wil = town.browser("wil").await;
    let page = wil.page("/tasks/on/T-1").await;
    assert!(!page.contains("Sam Groen"), "who may not open the file cannot be chosen: {page}");
    let past = wil.post("/tasks/on/T-1", &[("what", "bellen"), ("due", "2026-11-21")]).await;
    assert_eq!(past.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(past.text().contains("error-due") && past.text().contains("value=\"bellen\""));
    let mut cor = town.browser("cor").await;
    let owner = choice(&cor.page("/tasks/on/T-1").await, "Wil Prins");
    let fields = [("what", "bel de gemeente"), ("due", "2026-11-22"), ("owner", owner.as_str())];
    assert_eq!(cor.post("/tasks/on/T-1", &fields).await.location(), "/tasks/on/T-1");
    let home = wil.page("/").await;
    assert!(home.contains("T-1: bel de gemeente") && home.contains("Vandaag"), "{home}");
    let list = wil.page("/tasks").await;
    assert!(list.contains("1 voor vandaag") && list.contains("Amina Visser"), "{list}");
    assert!(wil.page("/tasks?term=overdue").await.contains("Geen taken"));
    let done = action(&list, "/tasks/", "/done");
    let mut lex = town.browser("lex").await;
    let fields = [("version", "1"), ("done", "yes"), ("next", "/tasks")];
    refused(&mut lex, &done, &fields, StatusCode::NOT_FOUND).await;
    assert_eq!(wil.post(&done, &fields).await.location(), "/tasks");
    cor.post(&done, &fields).await;
    assert!(cor.page("/tasks").await.contains("iemand anders heeft dit veranderd"));
    assert!(wil.page("/tasks?show=done").await.contains("bel de gemeente"));
    wil.post(&done, &[("version", "2"), ("done", "no"), ("next", "/tasks")]).await;
    assert!(wil.page("/tasks").await.contains("bel de gemeente"));
    assert_eq!(town.browser("ank").await.get("/tasks/on/T-1").await.status, StatusCode::NOT_FOUND);
}
