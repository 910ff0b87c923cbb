use axum::http::{StatusCode, header};
use scraper::{Html, Selector};

use crate::town::{Browser, Town};

/// Begins a form for T-1 and gives its address.
async fn started(browser: &mut Browser, form: &str) -> String {
    let answer = browser.post("/participants/T-1/forms", &[("form", form)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let to = answer.location().to_owned();
    assert!(to.ends_with("/fill"), "{to}");
    to.trim_end_matches("/fill").to_owned()
}

/// What a match needs to be complete.
const MATCH: &[(&str, &str)] = &[
    ("address", "Sluiskade 12"),
    ("lease-from", "2026-12-01"),
    ("wishes-heard", "no"),
    ("wishes-why-not", "Er was maar één woning."),
    ("one-offer", "yes"),
    ("tenant", "De Brug"),
    ("tenant-contact", "Wil Prins"),
    ("resident", "Amina Visser"),
    ("people", "2"),
    ("partner", "no"),
    ("yearly-income", "16.850,50"),
    ("papers", "identity"),
    ("papers", "income"),
    ("resident-knows.name", "Amina Visser"),
    ("resident-knows.on", "2026-11-20"),
    ("provider-shares.name", "Wil Prins"),
    ("provider-shares.on", "2026-11-20"),
];

fn with<'a>(fields: &[(&'a str, &'a str)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().chain(more).copied().collect()
}

pub(super) async fn step(
    browser: &mut Browser,
    form: &str,
    act: &str,
    version: &str,
    more: &[(&str, &str)],
) -> StatusCode {
    let fields = with(&[("act", act), ("version", version)], more);
    browser.post(&format!("{form}/step"), &fields).await.status
}

/// An application of a single question.
const SMALL: &str = r#"
code = "omslag-application"
version = 1
from = 2026-01-01
to = "municipality"
title = { nl = "Aanvraag urgentie onder voorwaarden", en = "Application" }
purpose = { nl = "Voor een besluit.", en = "For a decision." }
ground = { nl = "Taak van de gemeente.", en = "A task of the municipality." }
sees = ["provider", "municipality"]

[[section]]
title = { nl = "Waarom", en = "Why" }

[[section.question]]
key = "why"
kind = "short"
label = { nl = "Waarom?", en = "Why?" }
required = true
"#;

/// The town with that application as its only form.
pub(super) async fn small_town() -> Town {
    let town = Town::new().await;
    let form = sleutel_exchange::forms::read_form("small.toml", SMALL.as_bytes()).form.unwrap();
    let app = town.app.with_forms(sleutel_domain::forms::Library::new(vec![form]));
    let router = sleutel_web::site(app.clone(), sleutel_web::Site::default());
    Town { app, router }
}

/// Begins the small application for T-1 and has it checked; gives its address.
pub(super) async fn checked(town: &Town) -> String {
    let mut wil = town.browser("wil").await;
    let form = started(&mut wil, "omslag-application").await;
    let fields = [("why", "Daarom"), ("counter", "1"), ("then", "done")];
    assert_eq!(wil.post(&format!("{form}/fill"), &fields).await.location(), form);
    assert_eq!(step(&mut wil, &form, "ask-check", "1", &[]).await, StatusCode::SEE_OTHER);
    let mut cor = town.browser("cor").await;
    assert_eq!(step(&mut cor, &form, "approve", "2", &[]).await, StatusCode::SEE_OTHER);
    form
}

/// Fills in and sends a match; gives its address.
async fn sent(town: &Town) -> String {
    let mut wil = town.browser("wil").await;
    let form = started(&mut wil, "omslag-match").await;
    let fields = with(MATCH, &[("counter", "1"), ("then", "done")]);
    let answer = wil.post(&format!("{form}/fill"), &fields).await;
    assert_eq!(answer.location(), form, "{}", answer.text());
    assert_eq!(step(&mut wil, &form, "ask-check", "1", &[]).await, StatusCode::SEE_OTHER);
    let mut cor = town.browser("cor").await;
    assert_eq!(step(&mut cor, &form, "approve", "2", &[]).await, StatusCode::SEE_OTHER);
    let to = [("recipient", "vlier")];
    assert_eq!(step(&mut wil, &form, "send", "3", &to).await, StatusCode::SEE_OTHER);
    form
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

#[tokio::test]
async fn a_form_is_begun_in_a_file_with_what_the_file_knows() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let file = wil.page("/participants/T-1").await;
    assert!(file.contains("Er zijn nog geen formulieren."));
    let form = started(&mut wil, "omslag-application").await;
    let text = wil.page(&format!("{form}/fill")).await;
    let page = Html::parse_document(&text);
    let name = all(&page, "input[name=name]")[0].value().attr("value");
    assert_eq!(name, Some("Amina Visser"));
    let child = all(&page, "input[name='children.1.child-name']")[0].value().attr("value");
    assert_eq!(child, Some("Sami Visser"));
    assert!(wil.page("/participants/T-1").await.contains("Concept"));
    let forgotten = wil.post("/participants/T-1/forms", &[("form", "")]).await;
    assert_eq!(forgotten.location(), "/participants/T-1");
    let twice = wil.post("/participants/T-1/forms", &[("form", "omslag-application")]).await;
    assert_eq!(twice.location(), "/participants/T-1");
}

#[tokio::test]
async fn each_question_says_who_can_see_it_and_each_long_one_why_nothing_medical() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let form = started(&mut wil, "omslag-application").await;
    let text = wil.page(&format!("{form}/fill")).await;
    let page = Html::parse_document(&text);
    let questions = all(&page, "[data-spot]").len();
    assert_eq!(all(&page, "details.who-sees").len(), questions);
    let long = all(&page, "textarea").len();
    assert!(long >= 5);
    assert_eq!(all(&page, "p.medical").len(), long);
    for area in all(&page, "textarea") {
        let described = area.value().attr("aria-describedby").unwrap();
        assert!(described.contains("medical-"), "{described}");
    }
}

#[tokio::test]
async fn a_question_appears_when_another_answer_asks_for_it() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let form = started(&mut wil, "omslag-match").await;
    let hidden = |text: &str, spot: &str| {
        let page = Html::parse_document(text);
        let question = all(&page, &format!("[data-spot='{spot}']"));
        question[0].value().attr("hidden").is_some()
    };
    assert!(hidden(&wil.page(&format!("{form}/fill")).await, "partner-name"));
    let fields = [("partner", "yes"), ("counter", "1"), ("then", "next")];
    let answer = wil.post(&format!("{form}/fill"), &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(answer.location().starts_with(&format!("{form}/fill#field-")));
    assert!(!hidden(&wil.page(&format!("{form}/fill")).await, "partner-name"));
}

#[tokio::test]
async fn rows_are_added_and_taken_away_without_script() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let form = started(&mut wil, "omslag-meeting").await;
    let fill = format!("{form}/fill");
    let rows = |text: &str| all(&Html::parse_document(text), "fieldset.one-row").len();
    assert_eq!(rows(&wil.page(&fill).await), 1, "one blank row to begin with");
    let one = [("goals.1.goal", "Rustig wonen"), ("counter", "1"), ("then", "add:goals")];
    let answer = wil.post(&fill, &one).await;
    assert_eq!(answer.location(), format!("{fill}?more=goals#field-goals"));
    assert_eq!(rows(&wil.page(&format!("{fill}?more=goals")).await), 2);
    let both = [("goals.1.goal", "Rustig wonen"), ("goals.2.goal", "De buren kennen")];
    let fields = with(&both, &[("counter", "2"), ("then", "remove:goals.1")]);
    wil.post(&fill, &fields).await;
    let text = wil.page(&fill).await;
    assert_eq!(rows(&text), 1);
    assert!(text.contains("De buren kennen") && !text.contains("Rustig wonen"));
}

#[tokio::test]
async fn what_cannot_be_read_is_kept_and_told_at_its_field_with_a_link() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let form = started(&mut wil, "omslag-match").await;
    let fields =
        [("lease-from", "31-2-26"), ("people", "veel"), ("counter", "1"), ("then", "save")];
    let answer = wil.post(&format!("{form}/fill"), &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    let page = Html::parse_document(&text);
    let links: Vec<_> =
        all(&page, "#errors a").iter().map(|it| it.value().attr("href").unwrap()).collect();
    assert_eq!(links, ["#field-lease-from", "#field-people"]);
    for link in links {
        let field = all(&page, &format!("[id='{}']", &link[1..]))[0].value();
        assert_eq!(field.attr("aria-invalid"), Some("true"), "{link}");
    }
    assert!(text.contains("value=\"31-2-26\"") && text.contains("value=\"veel\""));
    // It was saved all the same.
    assert!(wil.page(&format!("{form}/fill")).await.contains("value=\"veel\""));
    let fields = [("people", "2"), ("counter", "2"), ("then", "done")];
    let answer = wil.post(&format!("{form}/fill"), &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    assert!(
        text.contains("Adres van de woning – Vul dit in."),
        "what is missing is said when asked"
    );
}

#[tokio::test]
async fn of_two_who_fill_in_at_once_the_second_sees_what_the_first_saved() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let form = started(&mut wil, "omslag-match").await;
    let fill = format!("{form}/fill");
    wil.post(&fill, &[("address", "Sluiskade 1"), ("counter", "1"), ("then", "save")]).await;
    let mut cor = town.browser("cor").await;
    let late = [("address", "Sluiskade 2"), ("counter", "1"), ("then", "save")];
    let answer = cor.post(&fill, &late).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let text = answer.text();
    let page = Html::parse_document(&text);
    let own = all(&page, "input[name=address]")[0].value().attr("value");
    assert_eq!(own, Some("Sluiskade 2"), "what was typed is not lost");
    let told: String = all(&page, "#errors")[0].text().collect();
    assert!(told.contains("Wil Prins") && told.contains("Sluiskade 1"), "{told}");
    let counter = all(&page, "input[name=counter]")[0].value().attr("value");
    assert_eq!(counter, Some("2"), "saving again is a choice");
    cor.accept = "application/json";
    let answer = cor.post(&fill, &late).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_script_saves_and_learns_which_questions_to_show() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let form = started(&mut wil, "omslag-match").await;
    wil.accept = "application/json";
    let fields = [("partner", "yes"), ("counter", "1")];
    let answer = wil.post(&format!("{form}/fill"), &fields).await;
    assert_eq!(answer.status, StatusCode::OK);
    let told: serde_json::Value = serde_json::from_slice(&answer.bytes).unwrap();
    assert_eq!(told["counter"], 2);
    let asked: Vec<&str> =
        told["asked"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
    assert!(asked.contains(&"partner-name") && !asked.contains(&"wishes-why-not"));
    assert!(told["complete"].as_str().unwrap().contains("verplichte antwoorden"));
}

#[tokio::test]
async fn a_match_goes_to_the_association_which_sees_only_its_own_answers() {
    let town = Town::new().await;
    let form = sent(&town).await;
    let mut lex = town.browser("lex").await;
    let list = lex.page("/forms").await;
    assert!(list.contains("T-1") && list.contains("Verstuurd door"));
    let text = lex.page(&form).await;
    assert!(text.contains("Sluiskade 12") && text.contains("16.850,50"));
    assert!(!text.contains("Waarom kon dat niet?") && !text.contains("maar één woning"));
    assert!(!text.contains("om controle gevraagd"), "what went on at the provider");
    let wil = town.browser("wil").await.page(&form).await;
    assert!(wil.contains("Er was maar één woning.") && wil.contains("om controle gevraagd"));
    for login in ["hans", "ank", "desk", "mia", "bea"] {
        let answer = town.browser(login).await.get(&form).await;
        let closed = [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN];
        assert!(closed.contains(&answer.status), "{login}: {}", answer.status);
    }
}

#[tokio::test]
async fn giving_back_needs_a_reason_which_is_kept_when_something_is_wrong() {
    let town = Town::new().await;
    let form = sent(&town).await;
    let mut lex = town.browser("lex").await;
    let fields = [("act", "return"), ("version", "4"), ("remarks", " ")];
    let answer = lex.post(&format!("{form}/step"), &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    let page = Html::parse_document(&text);
    let field = all(&page, "#field-remarks-return")[0].value();
    assert_eq!(field.attr("aria-invalid"), Some("true"));
    let why = [("remarks", "Het adres klopt niet")];
    assert_eq!(step(&mut lex, &form, "return", "4", &why).await, StatusCode::SEE_OTHER);
    assert_eq!(lex.get(&form).await.status, StatusCode::NOT_FOUND, "it is the sender's again");
    let mut wil = town.browser("wil").await;
    let text = wil.page(&format!("{form}/fill")).await;
    assert!(text.contains("Het adres klopt niet"));
    let home = wil.page("/").await;
    assert!(home.contains("Eén formulier is teruggestuurd"), "{home}");
    // The earlier answer stands beside the new one.
    let fields = with(&MATCH[1..], &[("address", "Kade 9"), ("counter", "2"), ("then", "save")]);
    wil.post(&format!("{form}/fill"), &fields).await;
    let text = wil.page(&format!("{form}/fill")).await;
    assert!(text.contains("Eerder antwoord: Sluiskade 12"));
    let text = wil.page(&format!("{form}/compare?from=1&to=2")).await;
    assert!(text.contains("Sluiskade 12"));
}

#[tokio::test]
async fn a_step_on_an_old_page_is_not_taken() {
    let town = Town::new().await;
    let form = sent(&town).await;
    let mut lex = town.browser("lex").await;
    assert_eq!(step(&mut lex, &form, "receive", "4", &[]).await, StatusCode::SEE_OTHER);
    let why = [("remarks", "Toch niet")];
    let answer = town.browser("wil").await;
    let mut wil = answer;
    assert_eq!(step(&mut wil, &form, "take-back", "4", &why).await, StatusCode::SEE_OTHER);
    assert!(wil.page(&form).await.contains("In behandeling"), "nothing was taken back");
    assert_eq!(step(&mut wil, &form, "fly", "5", &[]).await, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_worklist_is_filtered_and_says_when_it_is_empty() {
    let town = Town::new().await;
    let form = sent(&town).await;
    let mut wil = town.browser("wil").await;
    let rows = |text: &str| all(&Html::parse_document(text), "tbody tr").len();
    for (path, expected) in [
        ("/forms", 1),
        ("/forms?status=sent", 1),
        ("/forms?status=draft", 0),
        ("/forms?form=omslag-match", 1),
        ("/forms?form=omslag-meeting", 0),
    ] {
        let text = wil.page(path).await;
        assert_eq!(rows(&text), expected, "{path}");
        assert_eq!(text.contains("Geen formulieren"), expected == 0, "{path}");
    }
    assert!(wil.page("/forms").await.contains(&form));
    assert_eq!(rows(&town.browser("cor").await.page("/forms?owner=wil").await), 1);
    assert_eq!(rows(&town.browser("ank").await.page("/forms").await), 0);
    for login in ["desk", "mia", "bea"] {
        let answer = town.browser(login).await.get("/forms").await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{login}");
    }
}

#[tokio::test]
async fn every_page_of_a_form_has_one_heading_in_both_languages() {
    let town = Town::new().await;
    let form = sent(&town).await;
    let mut wil = town.browser("wil").await;
    let draft = started(&mut wil, "omslag-evaluation").await;
    for language in ["en", "nl"] {
        wil.post("/language", &[("language", language), ("next", "/")]).await;
        for path in [
            "/forms".to_owned(),
            form.clone(),
            format!("{form}/compare"),
            format!("{draft}/fill"),
            format!("{draft}/fill?check=1"),
        ] {
            let text = wil.page(&path).await;
            let page = Html::parse_document(&text);
            assert_eq!(all(&page, "h1").len(), 1, "{path}");
            let lang = all(&page, "html")[0].value().attr("lang");
            assert_eq!(lang, Some(language), "{path}");
            let mut ids: Vec<_> =
                all(&page, "[id]").iter().map(|it| it.value().attr("id").unwrap()).collect();
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), count, "{path}: an id twice");
        }
    }
}

#[tokio::test]
async fn an_address_that_is_no_form_is_not_found() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    for path in ["/forms/1", "/forms/00000000-0000-0000-0000-000000000000/fill"] {
        assert_eq!(wil.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let form = started(&mut wil, "omslag-match").await;
    assert_eq!(wil.get(&format!("{form}/compare?from=1&to=9")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_form_is_taken_along_as_pdf_by_who_may_read_it() {
    let town = Town::new().await;
    let form = sent(&town).await;
    let pdf = format!("{form}/form.pdf");
    for login in ["wil", "lex"] {
        let answer = town.browser(login).await.get(&pdf).await;
        assert_eq!(answer.status, StatusCode::OK, "{login}");
        assert_eq!(answer.header(header::CONTENT_TYPE), "application/pdf");
        assert!(answer.bytes.starts_with(b"%PDF-"), "{login}");
    }
    for login in ["ank", "mia", "hans"] {
        let status = town.browser(login).await.get(&pdf).await.status;
        assert!([StatusCode::NOT_FOUND, StatusCode::FORBIDDEN].contains(&status), "{login}");
    }
    assert_eq!(town.visitor().get(&pdf).await.status, StatusCode::SEE_OTHER);
    assert!(town.browser("bea").await.page("/log").await.contains("Formulier gedownload"));
}

#[tokio::test]
async fn everybody_reads_what_a_form_asks_and_who_sees_it() {
    let town = Town::new().await;
    let mut visitor = town.visitor();
    let route = visitor.page("/routes/omslag-amsterdam").await;
    let blank = "/blank-forms/omslag-match?version=1";
    assert!(route.contains(&format!("href=\"{blank}\"")), "{route}");
    let text = visitor.page(blank).await;
    let page = Html::parse_document(&text);
    let questions = all(&page, "section h3").len();
    assert!(questions > 10, "{questions}");
    assert_eq!(text.matches("Wie ziet het").count(), questions);
    assert!(text.contains("Kies er één") && text.contains("Moet worden ingevuld."));
    let pdf = "/blank-forms/omslag-match/form.pdf?version=1";
    assert_eq!(all(&page, &format!("a[href='{pdf}']")).len(), 0, "for who has logged in");
    let answer = town.browser("wil").await.get(pdf).await;
    assert!(answer.bytes.starts_with(b"%PDF-"));
    for missing in ["/blank-forms/nothing", "/blank-forms/omslag-match?version=9"] {
        assert_eq!(visitor.get(missing).await.status, StatusCode::NOT_FOUND, "{missing}");
    }
}
