use axum::http::{StatusCode, header};

use crate::town::Town;

#[tokio::test]
async fn everybody_finds_their_own_people_and_no_others() {
    let town = Town::new().await;
    for (login, seen, unseen) in [
        ("cor", &["Amina Visser", "Bram Hofman"][..], &["Chaima"][..]),
        ("wil", &["Amina Visser", "Bram Hofman"][..], &["Chaima"][..]),
        ("ank", &["Chaima Postma"][..], &["Amina", "Bram"][..]),
        ("desk", &["Amina Visser", "Chaima Postma"][..], &[][..]),
        ("mia", &["T-1", "T-3"][..], &["Amina", "Visser", "Postma"][..]),
    ] {
        let text = town.browser(login).await.page("/participants").await;
        for name in seen {
            assert!(text.contains(name), "{login} misses {name}");
        }
        for name in unseen {
            assert!(!text.contains(name), "{login} sees {name}");
        }
    }
    for login in ["lex", "bea"] {
        let answer = town.browser(login).await.get("/participants").await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{login}");
    }
}

#[tokio::test]
async fn a_list_can_be_searched_and_filtered() {
    let town = Town::new().await;
    let mut cor = town.browser("cor").await;
    for (path, seen, unseen) in [
        ("/participants?q=hofman", "Bram", "Amina"),
        ("/participants?open=1", "Bram", "Amina"),
        ("/participants?readiness=paused", "Niemand gevonden", "Amina"),
    ] {
        let text = cor.page(path).await;
        assert!(text.contains(seen) && !text.contains(unseen), "{path}");
    }
}

#[tokio::test]
async fn a_list_can_be_downloaded_as_a_spreadsheet_by_who_may() {
    let town = Town::new().await;
    let answer = town.browser("cor").await.get("/participants/export?q=visser").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.header(header::CONTENT_DISPOSITION).contains("participants-2026-11-22.xlsx"));
    assert!(answer.bytes.starts_with(b"PK"));
    for login in ["wil", "mia", "lex"] {
        let answer = town.browser(login).await.get("/participants/export").await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{login}");
    }
}

#[tokio::test]
async fn a_file_out_of_reach_looks_like_a_file_that_is_not_there() {
    let town = Town::new().await;
    for login in ["ank", "wil"] {
        let (own, other) = if login == "ank" { ("T-3", "T-1") } else { ("T-1", "T-3") };
        let mut browser = town.browser(login).await;
        for part in ["", "/edit", "/history", "/answer/rent"] {
            let path = |reference| format!("/participants/{reference}{part}");
            assert_eq!(browser.get(&path(own)).await.status, StatusCode::OK, "{login} {part}");
            for missing in [other, "T-99"] {
                let status = browser.get(&path(missing)).await.status;
                assert_eq!(status, StatusCode::NOT_FOUND, "{login} {missing} {part}");
            }
        }
    }
    for login in ["mia", "lex", "bea"] {
        let mut browser = town.browser(login).await;
        for path in ["/participants/T-1", "/participants/T-1/history", "/participants/new"] {
            assert_eq!(browser.get(path).await.status, StatusCode::FORBIDDEN, "{login} {path}");
        }
    }
}

#[tokio::test]
async fn a_file_shows_words_wishes_household_and_what_is_still_to_ask() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let text = wil.page("/participants/T-1").await;
    for shown in
        ["Dicht bij de kinderen wonen.", "Oost", "Sami Visser", "€\u{a0}650,00", "verdieping 3"]
    {
        assert!(text.contains(shown), "{shown}");
    }
    assert!(!text.contains("Nog te vragen"));
    let text = wil.page("/participants/T-2").await;
    assert!(text.contains("Nog te vragen"));
    assert!(text.contains("/participants/T-2/answer/rent?next=%2Fparticipants%2FT-2"));
}

/// The form of a new file, filled in as far as it has to be.
const NEW: [(&str, &str); 9] = [
    ("reference", "T-10"),
    ("given", "Dirk"),
    ("family", "Zwart"),
    ("group", "shelter"),
    ("provider", "brug"),
    ("waiting_since", "1-6-2026"),
    ("readiness", "preparing"),
    ("ground", "none"),
    ("want", "Een tuin."),
];

fn with<'a>(fields: &[(&'a str, &'a str)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = fields.iter().filter(|(name, _)| !more.iter().any(|(other, _)| other == name));
    kept.chain(more).copied().collect()
}

#[tokio::test]
async fn a_new_file_of_a_support_worker_is_in_their_own_caseload() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    assert!(wil.page("/participants/new").await.contains("P-2026-0001"));
    let answer = wil.post("/participants/new", &NEW).await;
    assert_eq!(answer.location(), "/participants/T-10");
    let text = wil.page("/participants/T-10").await;
    assert!(
        text.contains("Dirk Zwart") && text.contains("Een tuin.") && text.contains("Wil Prins")
    );
}

#[tokio::test]
async fn every_fault_stands_at_its_field_and_what_was_typed_stays() {
    let town = Town::new().await;
    let mut cor = town.browser("cor").await;
    let faulty = with(
        &NEW,
        &[
            ("reference", "T-1"),
            ("family", ""),
            ("waiting_since", "morgen"),
            ("rent", "veel"),
            ("stairs", "-1"),
            ("member-1-given", "Bo"),
            ("wish-1-place", "Nergens"),
            ("wish-1-reason", "omdat <b>het</b> mooi is"),
            ("exclusion-1-place", "Oost (Stadsdeel) · K1"),
            ("exclusion-1-street", "Molenweg"),
        ],
    );
    let answer = cor.post("/participants/new", &faulty).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    for field in [
        "family",
        "waiting_since",
        "rent",
        "stairs",
        "member-1-family",
        "member-1-role",
        "wish-1-place",
        "wish-1-direction",
        "exclusion-1-street",
        "exclusion-1-reason",
    ] {
        assert!(text.contains(&format!("id=\"error-{field}\"")), "{field}");
        assert!(text.contains(&format!("href=\"#field-{field}\"")), "{field} in the summary");
        assert!(text.contains(&format!("id=\"field-{field}\"")), "{field} to go to");
    }
    for kept in
        ["value=\"Dirk\"", "value=\"morgen\"", "value=\"veel\"", "value=\"Nergens\"", "Een tuin."]
    {
        assert!(text.contains(kept), "{kept}");
    }
    assert!(!text.contains("<b>het</b>"));
    let taken = cor.post("/participants/new", &with(&NEW, &[("reference", "T-1")])).await;
    assert!(taken.text().contains("id=\"error-reference\""));
}

#[tokio::test]
async fn a_file_of_another_provider_cannot_be_made() {
    let town = Town::new().await;
    let mut cor = town.browser("cor").await;
    let answer = cor.post("/participants/new", &with(&NEW, &[("provider", "anker")])).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("id=\"error-provider\""));
}

#[tokio::test]
async fn a_place_may_be_chosen_from_the_list_or_typed_by_its_name_or_code() {
    let town = Town::new().await;
    let mut cor = town.browser("cor").await;
    for (number, given, typed) in
        [(0, "Dirk", "Molenbuurt (Buurt) · K1A"), (1, "Kees", "K1A"), (2, "Sjoerd", "molenbuurt")]
    {
        let reference = format!("T-2{number}");
        let fields = with(
            &NEW,
            &[
                ("reference", &reference),
                ("given", given),
                ("wish-1-place", typed),
                ("wish-1-direction", "avoid"),
                ("wish-1-strength", "must"),
            ],
        );
        let answer = cor.post("/participants/new", &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{typed}");
        let text = cor.page(&format!("/participants/{reference}")).await;
        assert!(text.contains("<strong>Molenbuurt</strong>"), "{typed}");
    }
}

#[tokio::test]
async fn rows_are_added_and_taken_away_without_script_and_without_losing_anything() {
    let town = Town::new().await;
    let mut cor = town.browser("cor").await;
    let answer = cor.post("/participants/new", &with(&NEW, &[("add", "wish")])).await;
    assert_eq!(answer.status, StatusCode::OK);
    let text = answer.text();
    assert!(text.contains("name=\"wish-1-place\"") && text.contains("value=\"Dirk\""));
    let fields = with(
        &NEW,
        &[("wish-1-reason", "eerste"), ("wish-2-reason", "tweede"), ("remove", "wish-1")],
    );
    let text = cor.post("/participants/new", &fields).await.text();
    assert!(text.contains("value=\"tweede\"") && !text.contains("value=\"eerste\""));
    assert!(!cor.page("/participants").await.contains("Dirk"), "nothing was saved");
}

/// Every field of the form as a browser would send it back.
fn filled(page: &str) -> Vec<(String, String)> {
    use scraper::{Html, Selector};
    let document = Html::parse_document(page);
    let attribute = |element: &scraper::ElementRef<'_>, name: &str| {
        element.value().attr(name).unwrap_or_default().to_owned()
    };
    let mut fields = Vec::new();
    let selector = "form[data-guard] :is(input, select, textarea)[name]";
    for field in document.select(&Selector::parse(selector).unwrap()) {
        let name = attribute(&field, "name");
        let kind = attribute(&field, "type");
        if name == "_csrf"
            || (kind == "radio" && field.value().attr("checked").is_none())
            || (kind == "checkbox" && field.value().attr("checked").is_none())
        {
            continue;
        }
        let value = match field.value().name() {
            "select" => field
                .select(&Selector::parse("option[selected]").unwrap())
                .next()
                .map_or_else(String::new, |option| attribute(&option, "value")),
            "textarea" => field.text().collect(),
            _ => attribute(&field, "value"),
        };
        fields.push((name, value));
    }
    fields
}

fn lent(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[tokio::test]
async fn saving_a_form_that_was_not_touched_changes_nothing() {
    let town = Town::new().await;
    let mut cor = town.browser("cor").await;
    let before = filled(&cor.page("/participants/T-1/edit").await);
    let answer = cor.post("/participants/T-1/edit", &lent(&before)).await;
    assert_eq!(answer.location(), "/participants/T-1", "{}", answer.text());
    let mut after = filled(&cor.page("/participants/T-1/edit").await);
    let version = |fields: &mut Vec<(String, String)>| fields.retain(|(name, _)| name != "version");
    let mut before = before;
    version(&mut before);
    version(&mut after);
    assert_eq!(before, after);
    assert!(before.iter().any(|(name, value)| name == "wish-1-place" && value.ends_with("· K1")));
}

#[tokio::test]
async fn support_load_is_chosen_in_the_form_and_shown_on_the_file_and_in_its_history() {
    let town = Town::new().await;
    let mut cor = town.browser("cor").await;
    let form = filled(&cor.page("/participants/T-1/edit").await);
    let answer =
        cor.post("/participants/T-1/edit", &with(&lent(&form), &[("support_load", "3")])).await;
    assert_eq!(answer.location(), "/participants/T-1");
    let file = cor.page("/participants/T-1").await;
    assert!(file.contains("Steun uit de buurt") && file.contains("Zwaar (3 punten)"));
    let again = filled(&cor.page("/participants/T-1/edit").await);
    assert!(again.contains(&("support_load".to_owned(), "3".to_owned())), "{again:?}");
    assert!(cor.page("/participants/T-1/history").await.contains("Zwaar (3 punten)"));
    let refused =
        cor.post("/participants/T-1/edit", &with(&lent(&again), &[("support_load", "4")])).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("id=\"error-support_load\""));
    assert!(cor.page("/areas/K1A").await.contains("0 van hoogstens 6 punten"));
}

#[tokio::test]
async fn the_history_tells_what_changed_in_words_and_who_looked() {
    let town = Town::new().await;
    let mut cor = town.browser("cor").await;
    let form = filled(&cor.page("/participants/T-1/edit").await);
    let changed = with(
        &lent(&form),
        &[("rent", "700"), ("pets", "yes"), ("wish-1-strength", "must"), ("smokes", "unknown")],
    );
    cor.post("/participants/T-1/edit", &changed).await;
    let text = town.browser("wil").await.page("/participants/T-1/history").await;
    for shown in [
        "Hoogste huur per maand",
        "€\u{a0}650,00",
        "€\u{a0}700,00",
        "Weten we nog niet",
        "Moet echt",
        "Cor van Dijk (De Brug)",
        "Dossier veranderd",
    ] {
        assert!(text.contains(shown), "{shown}");
    }
    for code in ["\"must\"", "see-participant", "K1,"] {
        assert!(!text.contains(code), "{code}");
    }
}

#[tokio::test]
async fn when_somebody_else_was_first_both_are_shown_and_nothing_is_lost() {
    let town = Town::new().await;
    let (mut cor, mut wil) = (town.browser("cor").await, town.browser("wil").await);
    let form = filled(&cor.page("/participants/T-1/edit").await);
    let first = with(&lent(&form), &[("rent", "700")]);
    assert_eq!(wil.post("/participants/T-1/edit", &first).await.status, StatusCode::SEE_OTHER);
    let second = with(&lent(&form), &[("want", "Een balkon.")]);
    let answer = cor.post("/participants/T-1/edit", &second).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let text = answer.text();
    assert!(text.contains("Een balkon.") && text.contains("€\u{a0}700,00"));
    assert!(!cor.page("/participants/T-1").await.contains("Een balkon."), "not saved yet");
    let again = filled(&text);
    let saved = cor.post("/participants/T-1/edit", &lent(&again)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    assert!(cor.page("/participants/T-1").await.contains("Een balkon."));
}

#[tokio::test]
async fn one_question_is_answered_on_its_own_page_and_leads_back() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let path = "/participants/T-2/answer/rent";
    let text = wil.page(&format!("{path}?next=%2Fparticipants%3Fopen%3D1")).await;
    assert!(text.contains("Waarom we dit vragen"));
    let next = ("next", "/participants?open=1");
    for wrong in ["", "veel"] {
        let answer = wil.post(path, &[("answer", wrong), next]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert!(answer.text().contains("id=\"error-answer\""));
    }
    let answer = wil.post(path, &[("answer", "612,50"), next]).await;
    assert_eq!(answer.location(), "/participants?open=1");
    assert!(wil.page("/participants/T-2").await.contains("€\u{a0}612,50"));
    for question in
        ["people", "adaptation", "stairs", "head-age", "oldest-age", "sharing", "pets", "smoking"]
    {
        wil.page(&format!("/participants/T-2/answer/{question}")).await;
    }
    assert_eq!(
        wil.get("/participants/T-2/answer/health").await.status,
        StatusCode::NOT_FOUND,
        "nothing else is asked"
    );
}

#[tokio::test]
async fn somebody_is_paused_with_a_reason_and_made_ready_again() {
    let town = Town::new().await;
    let mut cor = town.browser("cor").await;
    let path = "/participants/T-1/readiness";
    cor.post(path, &[("readiness", "paused"), ("version", "1")]).await;
    assert!(cor.page("/participants/T-1").await.contains("Klaar voor een woning sinds"));
    let paused =
        [("readiness", "paused"), ("paused_reason", "eerst op vakantie"), ("version", "1")];
    cor.post(path, &paused).await;
    assert!(cor.page("/participants/T-1").await.contains("Even niet: eerst op vakantie"));
    cor.post(path, &[("readiness", "ready"), ("version", "2")]).await;
    assert!(
        cor.page("/participants/T-1").await.contains("Klaar voor een woning sinds 22 november")
    );
    cor.post(path, &[("readiness", "placed"), ("version", "3")]).await;
    let text = cor.page("/participants/T-1").await;
    assert!(text.contains("Klaar voor een woning sinds 22 november"), "no form places anybody");
}

#[tokio::test]
async fn a_twin_with_a_name_of_their_own_is_kept_without_a_question() {
    let town = Town::new().await;
    let mut cor = town.browser("cor").await;
    let twin = with(&NEW, &[("family", "Visser"), ("born", "1980-05-17")]);
    assert_eq!(cor.post("/participants/new", &twin).await.location(), "/participants/T-10");
    assert!(!cor.page("/participants/T-10").await.contains("Misschien is dit dezelfde persoon"));
}

#[tokio::test]
async fn every_page_of_a_file_is_there_in_both_languages() {
    let town = Town::new().await;
    let mut cor = town.browser("cor").await;
    for (language, head) in [("nl", "In eigen woorden"), ("en", "In their own words")] {
        cor.post("/language", &[("language", language)]).await;
        assert!(cor.page("/participants/T-1").await.contains(head));
        for path in [
            "/participants",
            "/participants/new",
            "/participants/T-1/edit",
            "/participants/T-1/history",
            "/participants/T-2/answer/pets",
            "/account",
        ] {
            let text = cor.page(path).await;
            assert!(text.contains(&format!("<html lang=\"{language}\">")), "{path}");
            assert_eq!(text.matches("<h1").count(), 1, "{path}");
        }
    }
}

#[tokio::test]
async fn the_browsers_history_keeps_a_reference_and_no_name() {
    let town = Town::new().await;
    let text = town.browser("wil").await.page("/participants/T-1").await;
    let title = text.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
    assert_eq!(title, "T-1 – Sleutel");
}

#[tokio::test]
async fn who_moves_together_is_laid_shown_and_taken_away_on_the_page_of_a_file() {
    let town = Town::new().await;
    let mut cor = town.browser("cor").await;
    let file = cor.page("/participants/T-1").await;
    assert!(file.contains("Dit huishouden verhuist op zichzelf"));
    assert!(file.contains("/participants/T-1/together"));
    let form = cor.page("/participants/T-1/together").await;
    assert!(form.contains("in dezelfde buurt"));
    let path = "/participants/T-1/together";
    // One of another provider and one that is not there get the same answer.
    for other in ["T-3", "T-99"] {
        let fields = [("other", other), ("within", "quarter"), ("reason", "zussen")];
        let refused = cor.post(path, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("field-wrong"), "{other}");
    }
    let fields = [("other", "T-2"), ("within", "quarter"), ("reason", "zussen van elkaar")];
    assert_eq!(cor.post(path, &fields).await.status, StatusCode::SEE_OTHER);
    for (own, other) in [("T-1", "T-2"), ("T-2", "T-1")] {
        let file = cor.page(&format!("/participants/{own}")).await;
        assert!(file.contains(&format!("/participants/{other}\"")), "{own} names {other}");
        assert!(file.contains("in dezelfde wijk") && file.contains("zussen van elkaar"));
    }
    let mut ank = town.browser("ank").await;
    for path in ["/participants/T-1/together", "/participants/T-1/apart"] {
        let sent = ank.post(path, &[("other", "T-3"), ("within", "quarter")]).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND, "{path}");
    }
    let mia = town.browser("mia").await.get("/participants/T-1/together").await;
    assert_eq!(mia.status, StatusCode::FORBIDDEN);
    let apart = cor.post("/participants/T-2/apart", &[("other", "T-1")]).await;
    assert_eq!(apart.status, StatusCode::SEE_OTHER);
    let file = cor.page("/participants/T-1").await;
    assert!(file.contains("Dit huishouden verhuist op zichzelf"));
}
