//! The inbox, what one wants to be mailed, and the outbox.

use axum::http::StatusCode;
use sleutel_actions::{
    Who, access, messages,
    participants::{self, ParticipantDraft},
};
use sleutel_domain::{
    Reference,
    messages::{MailFailure, MailFault},
};
use sleutel_web::Site;

use crate::town::{Browser, PASSPHRASE, Town};

async fn who(town: &Town, login: &str) -> Who {
    let session = access::log_in(&town.app, login, PASSPHRASE, "192.0.2.9").await.unwrap();
    access::session(&town.app, &session.token).await.unwrap().unwrap().who
}

/// Cor changes a file in Wil's caseload.
async fn change(town: &Town) {
    let cor = who(town, "cor").await;
    let reference = Reference::new("T-1").unwrap();
    let file = participants::view(&town.app, &cor, &reference).await.unwrap().file;
    let draft = ParticipantDraft::from(&file);
    participants::save_participant(&town.app, &cor, &draft).await.unwrap();
}

/// The address of the first form that ends in `end`.
fn action(text: &str, end: &str) -> String {
    let starts = text.split("action=\"").skip(1);
    let found = starts.filter_map(|it| it.split('"').next()).find(|it| it.ends_with(end));
    found.unwrap_or_else(|| panic!("no form for {end}: {text}")).to_owned()
}

async fn wants_mail(browser: &mut Browser) {
    let fields = [("email", "wil@brug.example"), ("mail", "each")];
    assert_eq!(browser.post("/account/mail", &fields).await.location(), "/account");
}

#[tokio::test]
async fn a_new_message_is_counted_on_every_page_and_opened_from_the_inbox() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let text = wil.page("/messages").await;
    assert!(text.contains("U bent bij") && !text.contains("bell-count"), "{text}");
    change(&town).await;
    let text = wil.page("/homes").await;
    assert!(text.contains("1 nieuw bericht"), "{text}");
    let text = wil.page("/messages").await;
    assert!(text.contains("Iemand anders heeft dossier T-1 veranderd."), "{text}");
    let read = action(&text, "/read");
    assert_eq!(read, "/messages/read", "the first is that for everything");
    let one = text.split("action=\"/messages/").nth(2).unwrap().split('/').next().unwrap();
    let page = wil.page(&format!("/messages/{one}")).await;
    assert!(page.contains("dossier T-1"), "where a mail leads");
    assert!(wil.page("/homes").await.contains("1 nieuw bericht"), "looking changes nothing");
    let opened = wil.post(&format!("/messages/{one}/read"), &[("open", "yes")]).await;
    assert_eq!(opened.location(), "/participants/T-1");
    assert!(!wil.page("/homes").await.contains("bell-count"));
    assert!(wil.page("/messages").await.contains("U bent bij"));
    assert!(wil.page("/messages?show=all").await.contains("dossier T-1"));
    let mut cor = town.browser("cor").await;
    for path in [format!("/messages/{one}"), "/messages/nobody".to_owned()] {
        assert_eq!(cor.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn everything_is_marked_as_read_at_once() {
    let town = Town::new().await;
    change(&town).await;
    let mut wil = town.browser("wil").await;
    assert_eq!(wil.post("/messages/read", &[]).await.location(), "/messages");
    assert!(wil.page("/messages").await.contains("1 bericht staat op gelezen."));
}

#[tokio::test]
async fn what_one_wants_mailed_is_kept_and_a_strange_address_refused() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let strange = "wil@brug.example, bea@gemeente.example";
    let answer = wil.post("/account/mail", &[("email", strange), ("mail", "each")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    assert!(text.contains("id=\"error-email\"") && text.contains(strange), "{text}");
    assert!(text.contains("Dit is geen e-mailadres"), "{text}");
    wants_mail(&mut wil).await;
    let text = wil.page("/account").await;
    assert!(text.contains("value=\"wil@brug.example\""), "{text}");
    assert!(text.contains("value=\"each\" checked"), "{text}");
    let answer = wil.post("/account", &[("old", ""), ("new", ""), ("again", "")]).await;
    let text = answer.text();
    assert!(text.contains("value=\"each\" checked"), "the other form of the page stays: {text}");
}

#[tokio::test]
async fn the_administrator_sees_where_each_mail_stands_and_nobody_else_does() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let mut bea = town.browser("bea").await;
    let text = bea.page("/outbox").await;
    assert!(text.contains("Geen mail") && text.contains("de mailserver is niet ingesteld"));
    wants_mail(&mut wil).await;
    change(&town).await;
    let operator = access::operator(&town.app, "test", None).await.unwrap().unwrap();
    let letter = messages::take_mail(&town.app, &operator).await.unwrap().unwrap();
    let held = bea.post(&format!("/outbox/{}/give-up", letter.id), &[]).await;
    assert_eq!(held.location(), "/outbox", "a try is under way");
    let failure = MailFailure { fault: MailFault::Refused, reply: Some(550) };
    messages::settle_mail(&town.app, &operator, &letter, Err(failure)).await.unwrap();
    let text = bea.page("/outbox?state=given-up").await;
    for part in ["wil@brug.example", "Opgegeven (1)", "weigert deze mail", "550"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    for secret in ["Amina", "Visser", "T-1", "Wil Prins"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
    assert_eq!(bea.post(&action(&text, "/again"), &[]).await.location(), "/outbox");
    let text = bea.page("/outbox?state=waiting").await;
    assert!(text.contains("wil@brug.example"), "{text}");
    assert_eq!(bea.post(&action(&text, "/give-up"), &[]).await.location(), "/outbox");
    let state = bea.page("/outbox?state=given-up").await;
    assert!(state.contains("wil@brug.example"), "{state}");
    for path in [format!("/outbox/{}/again", letter.id), format!("/outbox/{}/give-up", letter.id)] {
        assert_eq!(wil.post(&path, &[]).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(wil.get("/outbox").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_outbox_says_nothing_of_settings_that_are_right() {
    let town = Town::with(Site { sends_mail: true, ..Site::default() }).await;
    let text = town.browser("bea").await.page("/outbox").await;
    assert!(!text.contains("de mailserver is niet ingesteld"), "{text}");
}
