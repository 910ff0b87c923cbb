//! Files under way: begun, moved on and decided in the pages, by whose turn it is.

use axum::http::StatusCode;

use super::rounds::{attribute, count, is_there};
use crate::town::{Browser, Town};

/// Does something on the page as it stands, as a browser would.
async fn does(browser: &mut Browser, path: &str, typed: &[(&str, &str)]) {
    let page = browser.page(path).await;
    let hidden = ["step", "changes"]
        .map(|name| (name, attribute(&page, &format!("form.card input[name={name}]"), "value")));
    let mut fields: Vec<(&str, &str)> =
        hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fields.extend_from_slice(typed);
    let answer = browser.post(path, &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.text());
}

async fn begun(town: &Town) -> Browser {
    let mut wil = town.browser("wil").await;
    let answer = wil.post("/cases/T-1/begin", &[("route", "omslag-amsterdam"), ("on", "")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    wil
}

async fn to_the_application(wil: &mut Browser) {
    for fact in ["questions-asked", "household-known", "person-agrees"] {
        does(wil, "/cases/T-1/do/fact", &[("fact", fact)]).await;
    }
    does(wil, "/cases/T-1/do/step", &[("outcome", "done"), ("reason", "")]).await;
}

async fn to_a_decision(town: &Town, wil: &mut Browser) {
    to_the_application(wil).await;
    let form = super::forms::checked(town).await;
    let page = wil.page(&form).await;
    is_there(&page, "Rond met het versturen ook de stap");
    assert_eq!(count(&page, "a[href='/cases/T-1']"), 1);
    let more = [("recipient", "gemeente"), ("ends-step", "yes")];
    super::forms::step(wil, &form, "send", "3", &more).await;
}

#[tokio::test]
async fn a_road_is_begun_from_the_file_and_drawn_there() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let file = wil.page("/participants/T-1").await;
    assert_eq!(count(&file, "a[href='/cases/T-1/begin']"), 1);
    is_there(&wil.page("/cases/T-1/begin").await, "nog niet onderweg");
    let none = wil.post("/cases/T-1/begin", &[("route", ""), ("on", "")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    begun(&town).await;
    let page = wil.page("/cases/T-1").await;
    is_there(&page, "Onderzoek vooraf");
    assert_eq!(count(&page, "ol.road li[aria-current=step]"), 1);
    assert!(count(&page, "ol.road li.road-next") >= 10);
    assert_eq!(count(&wil.page("/participants/T-1").await, "ol.road li[aria-current=step]"), 1);
    is_there(&wil.page("/cases").await, "T-1");
    is_there(&wil.page("/").await, "T-1: Onderzoek vooraf");
}

#[tokio::test]
async fn what_is_missing_is_said_before_somebody_tries() {
    let town = Town::new().await;
    let mut wil = begun(&town).await;
    does(&mut wil, "/cases/T-1/do/step", &[("outcome", "done")]).await;
    let page = wil.page("/cases/T-1").await;
    is_there(&page, "Eerst nodig");
    assert_eq!(count(&page, "a[href='/cases/T-1/do/step']"), 0);
    let fields = [("step", "application"), ("changes", "2"), ("outcome", "done")];
    let answer = wil.post("/cases/T-1/do/step", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    is_there(&wil.page("/cases/T-1").await, "Aanvraag urgentie onder voorwaarden");
}

#[tokio::test]
async fn the_housing_officer_decides_and_nobody_else_whatever_the_address_says() {
    let town = super::forms::small_town().await;
    let mut wil = begun(&town).await;
    to_a_decision(&town, &mut wil).await;
    let mut officer = town.browser("hans").await;
    is_there(&officer.page("/decisions").await, "Amina Visser");
    is_there(&officer.page("/").await, "T-1: Besluit over urgentie");
    let fields = [
        ("step", "urgency"),
        ("changes", "6"),
        ("outcome", "granted-under-conditions"),
        ("reason", "Voldoet."),
        ("conditions", "De doelen."),
    ];
    for login in ["wil", "cor", "desk"] {
        let mut other = town.browser(login).await;
        let answer = other.post("/cases/T-1/do/decide", &fields).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{login}");
    }
    let mut short = fields;
    short[4] = ("conditions", "");
    let answer = officer.post("/cases/T-1/do/decide", &short).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("Voldoet."), "what was typed is kept");
    does(&mut officer, "/cases/T-1/do/extend", &[("reason", "Er mist een papier.")]).await;
    does(&mut officer, "/cases/T-1/do/decide", &fields[2..]).await;
    let page = officer.page("/cases/T-1").await;
    is_there(&page, "toegekend onder voorwaarden");
    is_there(&officer.page("/decisions").await, "Niets wacht op u");
}

#[tokio::test]
async fn the_forms_of_a_step_stand_on_the_file_with_what_there_is_to_do() {
    let town = super::forms::small_town().await;
    let mut wil = begun(&town).await;
    to_the_application(&mut wil).await;
    let page = wil.page("/cases/T-1").await;
    is_there(&page, "Nog niet begonnen");
    assert_eq!(count(&page, "form[action='/participants/T-1/forms']"), 1);
    let blank = "/blank-forms/omslag-application?version=1";
    assert_eq!(count(&page, &format!("a[href='{blank}']")), 1);
    let waits = "Eerst versturen: Aanvraag urgentie onder voorwaarden (nu: nog niet begonnen)";
    is_there(&page, waits);
    let form = super::forms::checked(&town).await;
    let page = wil.page("/cases/T-1").await;
    assert_eq!(count(&page, &format!(".step-form a[href='{form}']")), 1);
    is_there(
        &page,
        "Formulier ‘Aanvraag urgentie onder voorwaarden’: Gecontroleerd en goed bevonden",
    );
    // The municipality knows that it is still to come, and nothing of its way there.
    let mut hans = town.browser("hans").await;
    let page = hans.page("/cases/T-1").await;
    is_there(&page, "Nog niet verstuurd");
    assert_eq!(count(&page, &format!("a[href='{form}']")), 0);
    assert!(!page.contains("Gecontroleerd en goed bevonden"));
}

/// A road of Housing First on which a home is on offer.
async fn offered(town: &Town, wil: &mut Browser) {
    wil.post("/cases/T-1/begin", &[("route", "housing-first"), ("on", "")]).await;
    for fact in ["questions-asked", "household-known", "person-agrees"] {
        does(wil, "/cases/T-1/do/fact", &[("fact", fact)]).await;
    }
    for _ in ["conversation", "wishes"] {
        does(wil, "/cases/T-1/do/step", &[("outcome", "done"), ("reason", "")]).await;
    }
    super::agreements::agreed(&mut town.browser("desk").await).await;
}

#[tokio::test]
async fn a_home_that_is_taken_puts_its_agreements_on_the_file() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    offered(&town, &mut wil).await;
    assert_eq!(count(&wil.page("/cases/T-1").await, "#agreements"), 0);
    does(&mut wil, "/cases/T-1/do/answer", &[("outcome", "accepted"), ("reason", "")]).await;
    let page = wil.page("/cases/T-1").await;
    is_there(&page, "Huur op eigen naam");
    is_there(&page, "Woningcorporatie: nalezen, aanvullen en voorleggen.");
    is_there(&page, "Huur op eigen naam: nog een concept.");
    assert_eq!(count(&page, "[aria-labelledby=agreements] a[href^='/agreements/']"), 2);
    // The association knows of the support and reads the lease.
    let page = town.browser("lex").await.page("/cases/T-1").await;
    is_there(&page, "Begeleidingsovereenkomst");
    assert_eq!(count(&page, "[aria-labelledby=agreements] a[href^='/agreements/']"), 1);
    is_there(&page, "Eerst nodig. Huur op eigen naam: nog een concept.");
}

#[tokio::test]
async fn an_association_learns_neither_group_nor_worker_from_a_list_a_file_or_a_filter() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    offered(&town, &mut wil).await;
    does(&mut wil, "/cases/T-1/do/answer", &[("outcome", "accepted"), ("reason", "")]).await;
    let (mut lex, mut cor) = (town.browser("lex").await, town.browser("cor").await);
    for (browser, told) in [(&mut cor, true), (&mut lex, false)] {
        let text = browser.get("/cases.csv?view=all").await.text();
        assert!(text.contains("T-1"), "{text}");
        for word in ["Uitstroom opvang", "Wil Prins"] {
            assert_eq!(text.contains(word), told, "{word}: {text}");
        }
        let page = browser.page("/cases?view=all").await;
        assert_eq!(
            count(&page, "select[name=group]") + count(&page, "input[name=group]") > 0,
            told
        );
        // A filter that finds nothing for who may ask it is no filter for who may not.
        for filter in ["group=youth", "worker=nobody"] {
            for list in ["cases", "agreements"] {
                let text = browser.get(&format!("/{list}.csv?view=all&{filter}")).await.text();
                assert_eq!(text.contains("T-1"), !told, "{list} {filter}: {text}");
            }
        }
    }
}

#[tokio::test]
async fn the_second_of_two_people_is_told_and_sees_how_it_stands_now() {
    let town = Town::new().await;
    let mut wil = begun(&town).await;
    let mut cor = town.browser("cor").await;
    let fields = [("step", "research"), ("changes", "1"), ("outcome", "done"), ("reason", "")];
    wil.post("/cases/T-1/do/step", &fields).await;
    let answer = cor.post("/cases/T-1/do/step", &fields).await;
    assert_eq!(answer.location(), "/cases/T-1");
    is_there(&cor.page("/cases/T-1").await, "Intussen is er iets veranderd");
}

#[tokio::test]
async fn a_file_out_of_reach_is_not_there() {
    let town = Town::new().await;
    begun(&town).await;
    for login in ["ank", "lex"] {
        let mut other = town.browser(login).await;
        let answer = other.get("/cases/T-1").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{login}");
        assert_eq!(count(&other.page("/cases?view=all").await, "tbody tr"), 0, "{login}");
    }
    let mut manager = town.browser("mia").await;
    let list = manager.page("/cases?view=all").await;
    is_there(&list, "T-1");
    assert_eq!(count(&list, "a[href='/cases/T-1']"), 0);
    assert!(!list.contains("Visser"), "a manager sees no names");
}

#[tokio::test]
async fn a_line_is_struck_out_and_stays_readable() {
    let town = Town::new().await;
    let mut wil = begun(&town).await;
    does(&mut wil, "/cases/T-1/do/step", &[("outcome", "done"), ("reason", "Goed gesprek")]).await;
    let strike = "/cases/T-1/do/strike?event=2";
    does(&mut wil, strike, &[("event", "2"), ("reason", "Verkeerd dossier")]).await;
    let page = wil.page("/cases/T-1").await;
    is_there(&page, "Goed gesprek");
    is_there(&page, "Doorgehaald");
    assert_eq!(count(&page, "ol.history del"), 1);
    assert_eq!(count(&page, "li.road-now"), 1);
}

#[tokio::test]
async fn every_act_the_page_offers_has_a_page_of_its_own() {
    let town = Town::new().await;
    let mut wil = begun(&town).await;
    let page = wil.page("/cases/T-1").await;
    for doing in ["step", "fact", "pause", "hand-over", "withdraw", "move"] {
        let path = format!("/cases/T-1/do/{doing}");
        assert_eq!(count(&page, &format!("a[href='{path}']")), 1, "{doing}");
        assert_eq!(count(&wil.page(&path).await, "form.card button[type=submit]"), 1, "{doing}");
    }
    let answer = wil.get("/cases/T-1/do/decide").await;
    assert_eq!(answer.location(), "/cases/T-1");
}

#[tokio::test]
async fn a_guest_of_another_provider_reads_what_was_decided_and_not_why() {
    let town = super::forms::small_town().await;
    let mut wil = begun(&town).await;
    to_a_decision(&town, &mut wil).await;
    let mut ank = super::colleagues::let_in(&town, "ank", "Het Anker: Ank Boersma", "look").await;
    let mut hans = town.browser("hans").await;
    let fields = [
        ("outcome", "granted-under-conditions"),
        ("reason", "Woont nu in de opvang."),
        ("conditions", "Werkt aan de schulden."),
    ];
    does(&mut hans, "/cases/T-1/do/decide", &fields).await;
    for (browser, whole) in [(&mut wil, true), (&mut hans, true), (&mut ank, false)] {
        let page = browser.page("/cases/T-1").await;
        is_there(&page, "toegekend onder voorwaarden");
        for words in ["Woont nu in de opvang.", "Werkt aan de schulden."] {
            assert_eq!(page.contains(words), whole, "{words}: {page}");
        }
    }
    let over = [
        ("municipality", "Verweggerdam"),
        ("accepted_by", "Piet Ontvanger"),
        ("accepted_on", "2026-11-20"),
    ];
    does(&mut wil, "/cases/T-1/do/hand-over", &over).await;
    let page = ank.page("/cases/T-1").await;
    is_there(&page, "Overgedragen aan een andere gemeente");
    assert!(!page.contains("Verweggerdam") && !page.contains("Piet Ontvanger"), "{page}");
    is_there(&wil.page("/cases/T-1").await, "Verweggerdam");
}

#[tokio::test]
async fn a_guest_who_takes_part_finds_no_button_for_what_is_the_persons() {
    let town = Town::new().await;
    let mut wil = begun(&town).await;
    to_the_application(&mut wil).await;
    let mut ank =
        super::colleagues::let_in(&town, "ank", "Het Anker: Ank Boersma", "take-part").await;
    let page = ank.page("/cases/T-1").await;
    assert_eq!(count(&page, "a[href='/cases/T-1/do/fact']"), 1);
    let own = wil.page("/cases/T-1").await;
    for doing in ["withdraw", "hand-over", "pause", "move", "fact-back"] {
        let button = format!("a[href='/cases/T-1/do/{doing}']");
        assert_eq!((count(&page, &button), count(&own, &button)), (0, 1), "{doing}");
    }
    let changes = attribute(
        &wil.page("/cases/T-1/do/withdraw").await,
        "form.card input[name=changes]",
        "value",
    );
    let typed = [("changes", changes.as_str()), ("reason", "namens Amina"), ("by", "participant")];
    let answer = ank.post("/cases/T-1/do/withdraw", &typed).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(wil.post("/cases/T-1/do/withdraw", &typed).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_objection_on_a_file_without_a_step_has_a_term_and_an_owner_in_the_worklist() {
    let town = super::forms::small_town().await;
    let mut wil = begun(&town).await;
    to_a_decision(&town, &mut wil).await;
    let mut officer = town.browser("hans").await;
    let refused = [("outcome", "refused"), ("reason", "Woont elders."), ("conditions", "")];
    does(&mut officer, "/cases/T-1/do/decide", &refused).await;
    is_there(&officer.page("/decisions").await, "Niets wacht op u");
    let page = wil.page("/cases/T-1/do/object").await;
    let event = attribute(&page, "form.card input[name=event]", "value");
    let typed = [("event", event.as_str()), ("reason", "Dat klopt niet."), ("on", "")];
    does(&mut wil, "/cases/T-1/do/object", &typed).await;
    let list = officer.page("/decisions").await;
    assert_eq!(count(&list, "tbody tr"), 1);
    is_there(&list, "bezwaar");
    is_there(&list, "gemeente");
    assert_eq!(count(&list, "td.keep .badge"), 1, "the term stands there");
    assert!(!list.contains("niemand"), "somebody has the ball");
}

#[tokio::test]
async fn homes_for_the_next_household_wait_for_a_coordinator_only() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    is_there(&desk.page("/next-homes").await, "Er staat niets klaar");
    let mut wil = town.browser("wil").await;
    assert_eq!(wil.get("/next-homes").await.status, StatusCode::FORBIDDEN);
}
