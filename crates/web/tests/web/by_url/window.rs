//! The participant's own window in the pages: from the card to the answer, and shut to all else.

use axum::http::{StatusCode, header};
use jiff::civil::date;
use sleutel_actions::{
    access,
    cases::{self, Past, PastEvent},
};
use sleutel_domain::{
    LongText, Phrase, Reference, RouteCode, StepCode, VacancyCode,
    access::Party,
    cases::{Act, Who as Actor},
    routes::{Fact, Outcome},
};
use sleutel_web::session::{COOKIE, WINDOW_COOKIE};

use super::rounds::{attribute, count, is_there};
use crate::town::{Answered, Browser, Town};

/// What a card says: the code and the path of the link.
struct Card {
    code: String,
    link: String,
}

async fn card(town: &Town) -> Card {
    let mut wil = town.browser("wil").await;
    let answer = wil.post("/participants/T-1/window", &[("language", "nl")]).await;
    assert_eq!(answer.status, StatusCode::OK);
    let text = answer.text();
    let code = text.split("key-card-code\">").nth(1).unwrap().split('<').next().unwrap();
    let link = attribute(&text, "#field-link", "value");
    let (_, link) = link.split_once("/my/").unwrap();
    Card { code: code.to_owned(), link: format!("/my/{link}") }
}

/// A browser on somebody's phone, in by the code of a card.
async fn phone(town: &Town) -> Browser {
    let card = card(town).await;
    let mut phone = town.visitor();
    phone.take_token("/my/enter").await;
    let answer = phone.post("/my/enter", &[("code", &card.code)]).await;
    assert_eq!(answer.location(), "/my", "{}", answer.text());
    phone.take_token("/my").await;
    phone
}

fn who(party: Party) -> Actor {
    Actor { party, name: Phrase::new("Iemand").unwrap(), for_party: None }
}

/// Puts T-1 on the Omslag road, with the home V-1 on offer until the end of the month.
async fn offered(town: &Town) {
    let step = |text: &str| StepCode::new(text).unwrap();
    let long = |text: &str| LongText::new(text).unwrap();
    let facts = Fact::ALL.iter().filter(|it| !it.is_of_a_step());
    let facts = facts.map(|it| (Party::Provider, Act::FactEstablished { fact: *it }));
    let ended = |code: &str| {
        let act = Act::StepEnded { step: step(code), outcome: Outcome::Done, note: None };
        (Party::Provider, act)
    };
    let decided = Act::Decided {
        step: step("urgency"),
        outcome: Outcome::GrantedUnderConditions,
        reasons: long("Voldoet aan de regels."),
        conditions: Some(long("De doelen.")),
    };
    let vacancy = VacancyCode::new("V-1").unwrap();
    let at = date(2026, 11, 25).at(14, 30, 0, 0);
    let acts = facts.chain([
        ended("research"),
        ended("application"),
        (Party::Municipality, decided),
        ended("intake"),
        (Party::Provider, Act::Offered { vacancy, until: date(2026, 11, 30) }),
        (Party::Association, Act::ViewingPlanned { at, place: Phrase::new("Voordeur").unwrap() }),
    ]);
    let on = date(2026, 11, 20);
    let past = Past {
        reference: Reference::new("T-1").unwrap(),
        route: RouteCode::new("omslag-amsterdam").unwrap(),
        began: on,
        who: who(Party::Provider),
        events: acts.map(|(party, act)| PastEvent { on, who: who(party), act }).collect(),
        lived: None,
    };
    let operator = access::operator(&town.app, "tester", None).await.unwrap().unwrap();
    cases::bring_in(&town.app, &operator, &[past], cases::Recorded::Now).await.unwrap();
}

/// Sends the form of a page as it stands, as a browser would.
async fn sends(browser: &mut Browser, path: &str, typed: &[(&str, &str)]) -> Answered {
    let page = browser.page(path).await;
    let hidden = ["step", "changes"]
        .map(|name| (name, attribute(&page, &format!("form.card input[name={name}]"), "value")));
    let mut fields: Vec<(&str, &str)> =
        hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.extend_from_slice(typed);
    browser.post(path, &fields).await
}

#[tokio::test]
async fn a_card_is_made_by_who_supports_somebody_and_by_nobody_else() {
    let town = Town::new().await;
    for (login, may) in [("wil", true), ("cor", true), ("desk", true), ("ank", false)] {
        let mut browser = town.browser(login).await;
        let expected = if may { StatusCode::OK } else { StatusCode::NOT_FOUND };
        assert_eq!(browser.get("/participants/T-1/window").await.status, expected, "{login}");
        let answer = browser.post("/participants/T-1/window", &[("language", "en")]).await;
        assert_eq!(answer.status, expected, "{login}");
    }
    for login in ["hans", "lex", "mia", "bea"] {
        let mut browser = town.browser(login).await;
        for path in ["/participants/T-1/window", "/participants/T-1/window/shut"] {
            let answer = browser.post(path, &[]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{login} {path}");
        }
    }
    let mut wil = town.browser("wil").await;
    let page = wil.page("/participants/T-1").await;
    assert_eq!(count(&page, "a[href='/participants/T-1/window']"), 1);
    let bare = wil.post_bare("/participants/T-1/window", &[("language", "nl")]).await;
    assert_eq!(bare.status, StatusCode::FORBIDDEN);
    let page = wil.page("/participants/T-1/window").await;
    assert_eq!(count(&page, "form[action$='/withdraw']"), 1, "one open card at a time");
    let key = attribute(&page, "input[name=key]", "value");
    let path = "/participants/T-1/window/withdraw";
    assert_eq!(wil.post(path, &[("key", &key)]).await.location(), "/participants/T-1/window");
    is_there(&wil.page("/participants/T-1/window").await, "De kaart is ingetrokken");
    assert_eq!(wil.post(path, &[("key", "x")]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn looking_at_a_link_does_not_use_it_up_and_names_nobody() {
    let town = Town::new().await;
    let card = card(&town).await;
    let mut scanner = town.visitor();
    for _ in 0..3 {
        let page = scanner.page(&card.link).await;
        assert!(!page.contains("Amina") && !page.contains("T-1"));
        assert_eq!(count(&page, "main form button"), 1);
    }
    assert!(!card.link.contains("T-1"));
    let mut phone = town.visitor();
    phone.take_token(&card.link).await;
    assert_eq!(phone.post_bare(&card.link, &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(phone.post(&card.link, &[]).await.location(), "/my");
    is_there(&phone.page("/my").await, "Dag Amina");
    scanner.take_token(&card.link).await;
    let used = scanner.post(&card.link, &[]).await;
    assert_eq!(used.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(used.text().contains("werkt niet meer"));
}

#[tokio::test]
async fn a_wrong_code_comes_back_as_typed_and_too_many_have_to_wait() {
    let town = Town::new().await;
    let card = card(&town).await;
    let mut phone = town.visitor();
    phone.take_token("/my/enter").await;
    let blank = phone.post("/my/enter", &[("code", " ")]).await;
    assert_eq!(blank.status, StatusCode::UNPROCESSABLE_ENTITY);
    let wrong = format!("{}-0000-0000", &card.code[..4]);
    for _ in 0..5 {
        let answer = phone.post("/my/enter", &[("code", &wrong)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(attribute(&answer.text(), "#field-code", "value"), wrong);
    }
    let answer = phone.post("/my/enter", &[("code", &card.code)]).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.headers["retry-after"], "900");
}

#[tokio::test]
async fn every_page_of_the_window_opens_for_its_person_and_leads_to_the_door_for_others() {
    let town = Town::new().await;
    offered(&town).await;
    let mut phone = phone(&town).await;
    let home = phone.page("/my").await;
    let doors = ["road", "plan", "words", "file", "who-looked", "key", "help"];
    for door in doors {
        assert_eq!(count(&home, &format!(".doors a[href='/my/{door}']")), 1, "{door}");
    }
    let all = ["/my/offer", "/my/offer/yes", "/my/offer/no", "/my/stop", "/my/viewing.ics", "/my"];
    let pages: Vec<String> =
        doors.iter().map(|it| format!("/my/{it}")).chain(all.map(str::to_owned)).collect();
    for path in &pages {
        let answer = phone.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(answer.header(header::CACHE_CONTROL), "private, no-store", "{path}");
        assert!(!answer.text().contains("<script"), "{path}");
    }
    for mut other in [town.visitor(), town.browser("wil").await, town.browser("bea").await] {
        for path in &pages {
            assert_eq!(other.get(path).await.location(), "/my/enter", "{path}");
            assert_eq!(other.post(path, &[]).await.location(), "/my/enter", "{path}");
        }
    }
}

#[tokio::test]
async fn a_session_at_the_window_opens_nothing_else_under_any_cookie() {
    let town = Town::new().await;
    let mut phone = phone(&town).await;
    let (_, token) = phone.cookies.iter().find(|(name, _)| name == WINDOW_COOKIE).unwrap().clone();
    let staff = [
        "/",
        "/account",
        "/participants",
        "/participants/T-1",
        "/participants/T-1/window",
        "/participants/T-1/history",
        "/cases",
        "/cases/T-1",
        "/decisions",
        "/forms",
        "/homes",
        "/areas",
        "/rounds",
        "/agreements",
        "/import",
        "/accounts",
        "/outbox",
        "/log",
        "/messages",
        "/next-homes",
    ];
    for path in staff {
        let answer = phone.get(path).await;
        assert!(answer.location().starts_with("/login"), "{path}: {}", answer.status);
        let answer = phone.post(path, &[]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
    }
    phone.cookies = vec![(COOKIE.to_owned(), token.clone())];
    for path in staff {
        assert!(phone.get(path).await.location().starts_with("/login"), "{path}");
    }
    let desk = town.browser("desk").await;
    let mut thief = town.visitor();
    thief.cookies = vec![(WINDOW_COOKIE.to_owned(), desk.cookies[0].1.clone())];
    assert_eq!(thief.get("/my").await.location(), "/my/enter");
}

#[tokio::test]
async fn every_post_of_the_window_asks_for_the_token_of_its_session() {
    let town = Town::new().await;
    offered(&town).await;
    let mut phone = phone(&town).await;
    for path in [
        "/my/offer/yes",
        "/my/offer/no",
        "/my/step",
        "/my/stop",
        "/my/object/1",
        "/my/plan/1",
        "/my/words",
        "/my/key",
        "/my/leave",
        "/my/language",
        "/my/enter",
        "/my/enter/own",
        "/my/open/abc",
    ] {
        let answer = phone.post_bare(path, &[("_csrf", "guess")]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(phone.get("/my").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_home_is_seen_explained_and_accepted_by_the_person_themselves() {
    let town = Town::new().await;
    offered(&town).await;
    let mut phone = phone(&town).await;
    is_there(&phone.page("/my").await, "Er is een woning voor u");
    let offer = phone.page("/my/offer").await;
    for text in ["Molenweg 12", "€ 600", "25 november 2026", "krijgt u één woning", "Wil Prins"]
    {
        is_there(&offer, text);
    }
    let calendar = phone.get("/my/viewing.ics").await;
    assert!(calendar.text().contains("DTSTART:20261125T133000Z"));
    assert!(!calendar.text().contains("Visser"));
    let answer = sends(&mut phone, "/my/offer/yes", &[]).await;
    assert_eq!(answer.location(), "/my/road", "{}", answer.text());
    is_there(&phone.page("/my/road").await, "Uw antwoord is opgeslagen");
    assert_eq!(phone.get("/my/offer/yes").await.location(), "/my/offer");
    let mut wil = town.browser("wil").await;
    is_there(&wil.page("/cases/T-1").await, "De persoon van dossier T-1 zelf");
    is_there(&wil.page("/messages").await, "heeft zelf geantwoord over een woning");
}

#[tokio::test]
async fn a_no_without_a_reason_comes_back_and_the_second_of_two_is_told() {
    let town = Town::new().await;
    offered(&town).await;
    let mut phone = phone(&town).await;
    let short = sends(&mut phone, "/my/offer/no", &[("reason", "")]).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(count(&short.text(), "#error-reason"), 1);
    let page = phone.page("/my/offer/no").await;
    is_there(&page, "dan stopt deze weg");
    let changes = attribute(&page, "input[name=changes]", "value");
    let mut wil = town.browser("wil").await;
    let fields = [("changes", changes.as_str()), ("outcome", "declined"), ("reason", "Te ver.")];
    assert_eq!(wil.post("/cases/T-1/do/answer", &fields).await.location(), "/cases/T-1");
    let late = [("changes", changes.as_str()), ("reason", "Te klein.")];
    assert_eq!(phone.post("/my/offer/no", &late).await.location(), "/my/offer");
    is_there(&phone.page("/my/offer").await, "Intussen is er iets veranderd");
}

#[tokio::test]
async fn words_are_said_again_kept_and_never_lost_to_somebody_else() {
    let town = Town::new().await;
    let mut phone = phone(&town).await;
    let page = phone.page("/my/words").await;
    is_there(&page, "Dicht bij de kinderen wonen.");
    let version = attribute(&page, "input[name=version]", "value");
    let long = "a".repeat(4_001);
    let fields = [("want", long.as_str()), ("version", version.as_str())];
    let answer = phone.post("/my/words", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains(&long), "what was typed is kept");
    let fields = [("want", "Een tuin."), ("can", "Koken."), ("version", version.as_str())];
    assert_eq!(phone.post("/my/words", &fields).await.location(), "/my/words");
    let page = phone.page("/my/words").await;
    for text in ["Een tuin.", "Koken.", "Door u zelf", "Dicht bij de kinderen wonen."] {
        is_there(&page, text);
    }
    let answer = phone.post("/my/words", &[("want", "Rust."), ("version", &version)]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    is_there(&answer.text(), "Iemand anders was eerder");
    is_there(&answer.text(), "Rust.");
    let mut wil = town.browser("wil").await;
    is_there(&wil.page("/participants/T-1").await, "Een tuin.");
    is_there(&wil.page("/participants/T-1/history").await, "De persoon van dossier T-1 zelf");
}

#[tokio::test]
async fn the_record_and_who_looked_are_shown_in_plain_words() {
    let town = Town::new().await;
    town.browser("cor").await.page("/participants/T-1").await;
    let mut phone = phone(&town).await;
    let record = phone.page("/my/file").await;
    for text in ["Amina Visser", "Sami Visser", "de school is daar", "De Brug", "Wil Prins"] {
        is_there(&record, text);
    }
    assert!(count(&record, "details") >= 5, "who sees each part");
    assert!(!record.contains("Bram"), "nobody else's");
    let looks = phone.page("/my/who-looked").await;
    for text in ["Cor van Dijk (De Brug)", "22 november 2026", "u begeleiden", "Wil Prins"] {
        is_there(&looks, text);
    }
    assert!(!looks.contains("T-1 zelf"), "not what they did themselves");
}

#[tokio::test]
async fn a_secret_of_ones_own_opens_the_window_again_after_leaving() {
    let town = Town::new().await;
    let mut phone = phone(&town).await;
    let easy = phone.post("/my/key", &[("new", "17051980"), ("again", "17051980")]).await;
    assert_eq!(easy.status, StatusCode::UNPROCESSABLE_ENTITY);
    is_there(&easy.text(), "makkelijk te raden");
    let fields = [("new", "blauwe fiets"), ("again", "blauwe fiets")];
    assert_eq!(phone.post("/my/key", &fields).await.location(), "/my/key");
    let mut thief = phone.clone();
    assert_eq!(phone.post("/my/leave", &[]).await.location(), "/my/enter");
    assert_eq!(thief.get("/my").await.location(), "/my/enter", "the session ended too");
    phone.take_token("/my/enter/own").await;
    let wrong = [("reference", "T-1"), ("secret", "rode fiets")];
    let answer = phone.post("/my/enter/own", &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!answer.text().contains("rode fiets"), "a secret is not sent back");
    let right = [("reference", "t-1"), ("secret", "blauwe fiets")];
    assert_eq!(phone.post("/my/enter/own", &right).await.location(), "/my");
    let mut wil = town.browser("wil").await;
    wil.post("/participants/T-1/window/shut", &[]).await;
    assert_eq!(phone.get("/my").await.location(), "/my/enter", "shut out at once");
}

#[tokio::test]
async fn the_window_speaks_both_languages_inside_and_at_the_door() {
    let town = Town::new().await;
    let mut phone = phone(&town).await;
    let english = [("language", "en"), ("next", "/my/help")];
    assert_eq!(phone.post("/my/language", &english).await.location(), "/my/help");
    is_there(&phone.page("/my/help").await, "Help and questions");
    let elsewhere = [("language", "nl"), ("next", "/participants")];
    assert_eq!(phone.post("/my/language", &elsewhere).await.location(), "/my");
    let mut visitor = town.visitor();
    visitor.take_token("/my/enter").await;
    let english = [("language", "en"), ("next", "/my/enter")];
    assert_eq!(visitor.post("/my/language", &english).await.location(), "/my/enter");
    is_there(&visitor.page("/my/enter").await, "The code on your card");
}

#[tokio::test]
async fn what_is_not_there_says_so_in_the_windows_own_frame() {
    let town = Town::new().await;
    let mut phone = phone(&town).await;
    let answer = phone.get("/my/nothing").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(count(&answer.text(), "form[action='/my/leave']"), 1);
    assert_eq!(count(&answer.text(), ".menu"), 0);
}

#[tokio::test]
async fn the_plan_is_read_and_answered_by_the_person_themselves() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let mut phone = phone(&town).await;
    is_there(&phone.page("/my/plan").await, "Er is nog geen plan");
    assert_eq!(count(&phone.page("/my/plan").await, "form.card"), 0);
    assert!(!phone.page("/my").await.contains("Er ligt een plan"));
    super::plan::proposed(&mut wil).await;
    is_there(&phone.page("/my").await, "Er ligt een plan voor u klaar");
    let page = phone.page("/my/plan").await;
    for part in ["Dit plan ligt voor u klaar", "Rust in huis", "Beter slapen"] {
        is_there(&page, part);
    }
    assert_eq!(attribute(&page, "form.card", "action"), "/my/plan/1");
    let bare = phone.post("/my/plan/1", &[("answer", "no"), ("reason", "")]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(count(&bare.text(), "#error-reason"), 1);
    let no = [("answer", "no"), ("reason", "Het gaat mij te snel")];
    assert_eq!(phone.post("/my/plan/1", &no).await.location(), "/my/plan");
    is_there(&phone.page("/my/plan").await, "U hebt al antwoord gegeven");
    assert!(!phone.page("/my").await.contains("Er ligt een plan"));
    let plan = wil.page("/participants/T-1/plan").await;
    is_there(&plan, "Het gaat mij te snel");
    is_there(&plan, "Amina Visser, zelf, op 22 november 2026");
    is_there(&wil.page("/messages").await, "Er is geantwoord op het plan van dossier T-1");
    assert_eq!(phone.post("/my/plan/1", &[("answer", "yes")]).await.location(), "/my/plan");
    let gone = phone.post("/my/plan/7", &[("answer", "yes")]).await;
    assert_eq!(gone.location(), "/my/plan");
    is_there(&phone.page("/my/plan").await, "Versie 7");
    let nothing = phone.post("/my/plan/x", &[("answer", "yes")]).await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    for party in ["provider", "municipality"] {
        let mut who = town.browser(if party == "provider" { "wil" } else { "hans" }).await;
        let path = format!("/participants/T-1/plan/versions/1/answer/{party}");
        who.post(&path, &[("answer", "yes")]).await;
    }
    is_there(&phone.page("/my/who-looked").await, "Wil Prins");
}
