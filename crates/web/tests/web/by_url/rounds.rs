//! A round by address: from homes chosen to decisions, by several people at once.

use axum::http::{StatusCode, header};
use scraper::{Html, Selector};
use sleutel_actions::rounds;

use crate::town::{Browser, Town};

pub(super) fn count(text: &str, selector: &str) -> usize {
    Html::parse_document(text).select(&Selector::parse(selector).unwrap()).count()
}

pub(super) fn attribute(text: &str, selector: &str, name: &str) -> String {
    let document = Html::parse_document(text);
    let found = document.select(&Selector::parse(selector).unwrap()).next();
    found.unwrap_or_else(|| panic!("no {selector} in {text}")).attr(name).unwrap().to_owned()
}

pub(super) fn words(text: &str, selector: &str) -> String {
    let document = Html::parse_document(text);
    let selector = Selector::parse(selector).unwrap();
    let found = document.select(&selector);
    let texts: Vec<String> = found.map(|it| it.text().collect()).collect();
    texts.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn is_there(text: &str, wanted: &str) {
    let seen = words(text, "main");
    assert!(seen.contains(wanted), "no `{wanted}` in: {seen}");
}

/// Somebody at the desk, who may do everything in a round, makes one of all three homes.
pub(super) async fn round(browser: &mut Browser) -> String {
    round_with(browser, &[]).await
}

/// The same, with more filled in.
async fn round_with(browser: &mut Browser, more: &[(&str, &str)]) -> String {
    let form = browser.page("/rounds/new").await;
    assert_eq!(count(&form, "input[name=vacancies][checked]"), 3);
    let mut typed = vec![
        ("name", "Ronde week 47"),
        ("held_on", "2026-11-22"),
        ("spare_rooms", "1"),
        ("seed", "7"),
        ("vacancies", "V-1"),
        ("vacancies", "V-2"),
        ("vacancies", "V-3"),
        ("then", "save"),
    ];
    typed.extend(more);
    let answer = browser.post("/rounds/new", &typed).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location().to_owned()
}

pub(super) async fn proposed(browser: &mut Browser, round: &str) -> String {
    let page = browser.page(round).await;
    let version = attribute(&page, "form[action$='/propose'] input[name=version]", "value");
    let answer = browser.post(&format!("{round}/propose"), &[("version", &version)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    browser.page(round).await
}

/// What a form of the first line sends: the proposal and the pair.
pub(super) fn first_line(page: &str) -> (String, String) {
    (
        attribute(page, "form.decide input[name=proposal]", "value"),
        attribute(page, "form.decide input[name=line]", "value"),
    )
}

async fn decide(
    browser: &mut Browser,
    round: &str,
    line: &(String, String),
    verdict: &str,
) -> crate::town::Answered {
    let fields = [
        ("proposal", line.0.as_str()),
        ("line", line.1.as_str()),
        ("reason", "Past goed bij de wens"),
        ("verdict", verdict),
    ];
    browser.post(round, &fields).await
}

#[tokio::test]
async fn before_a_proposal_a_round_shows_who_is_in_out_and_to_be_asked() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    let page = desk.page(&round).await;
    for (standing, number) in [("in", "1"), ("ask", "1"), ("out", "1")] {
        let link = format!("a[href='{round}/people?standing={standing}'] .figure-number");
        assert_eq!(words(&page, &link), number, "{standing}");
    }
    let ask = desk.page(&format!("{round}/people?standing=ask")).await;
    assert_eq!(count(&ask, "tbody tr"), 1);
    let href = attribute(&ask, "tbody a[href*='/answer/']", "href");
    assert!(href.starts_with("/participants/T-2/answer/rent?next=%2Frounds%2F"), "{href}");
    assert!(href.contains("standing%3Dask"), "{href}");
}

#[tokio::test]
async fn a_round_without_a_name_or_homes_says_so_at_both_and_keeps_what_was_typed() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let typed = [("name", " "), ("held_on", "ooit"), ("seed", "4711"), ("then", "save")];
    let answer = desk.post("/rounds/new", &typed).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    assert_eq!(count(&text, "#errors li"), 3, "{text}");
    assert_eq!(attribute(&text, "input[name=held_on]", "value"), "ooit");
    assert_eq!(attribute(&text, "input[name=seed]", "value"), "4711");
    assert_eq!(count(&text, "input[name=vacancies][checked]"), 0);
}

#[tokio::test]
async fn a_filter_hides_homes_and_keeps_what_is_ticked() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let typed = [
        ("name", "Ronde"),
        ("vacancies", "V-1"),
        ("vacancies", "V-3"),
        ("district", "West"),
        ("then", "filter"),
    ];
    let answer = desk.post("/rounds/new", &typed).await;
    assert_eq!(answer.status, StatusCode::OK);
    let text = answer.text();
    assert_eq!(count(&text, "tbody tr"), 1, "only the home in West is in sight");
    assert_eq!(count(&text, "tbody input[name=vacancies][value=V-3][checked]"), 1);
    assert_eq!(count(&text, "input[type=hidden][name=vacancies][value=V-1]"), 1);
}

#[tokio::test]
async fn a_proposal_shows_each_home_with_its_household_and_the_reasons() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    let page = proposed(&mut desk, &round).await;
    assert_eq!(count(&page, "article.line"), 1);
    let line = words(&page, "article.line");
    for wanted in [
        "Havenkade 12",
        "Amina Visser",
        "T-1",
        "Uitstroom opvang",
        "2 personen",
        "Waar iemand wil wonen",
        "4 → 5 van hoogstens 20",
    ] {
        assert!(line.contains(wanted), "no `{wanted}` in {line}");
    }
    is_there(&page, "Bewezen: beter kan het niet");
    assert_eq!(count(&page, "#lines ~ .table tbody tr"), 2, "two homes stay empty");
    assert!(page.len() < 100_000);
}

#[tokio::test]
async fn a_line_is_agreed_by_a_named_person_and_taken_back() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    let page = proposed(&mut desk, &round).await;
    let line = first_line(&page);
    let answer = decide(&mut desk, &round, &line, "agreed").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let page = desk.page(&round).await;
    assert_eq!(count(&page, "form.decide"), 0);
    let decided = words(&page, "article.line .decided");
    assert!(decided.contains("Dina Kramer"), "{decided}");
    assert!(decided.contains("Past goed bij de wens"), "{decided}");
    assert_eq!(
        words(&desk.page("/homes?status=open").await, "tbody tr").matches("Havenkade").count(),
        0
    );
    let decision = attribute(&page, "form[action$='/undo'] input[name=decision]", "value");
    desk.post(&format!("{round}/undo"), &[("decision", &decision)]).await;
    let page = desk.page(&round).await;
    assert_eq!(count(&page, "form.decide"), 1);
    // A second time there is nothing to take back any more, and that is told.
    let again = desk.post(&format!("{round}/undo"), &[("decision", &decision)]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    is_there(&desk.page(&round).await, "Deze beslissing geldt niet meer");
}

#[tokio::test]
async fn two_who_move_together_are_decided_at_once_and_one_alone_is_held() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    for (question, answer) in [("pets", "no"), ("rent", "900")] {
        let path = format!("/participants/T-2/answer/{question}");
        let sent = desk.post(&path, &[("answer", answer)]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
    }
    let link = [("other", "T-2"), ("within", "municipality"), ("reason", "zussen")];
    let sent = desk.post("/participants/T-1/together", &link).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let round = round(&mut desk).await;
    let page = proposed(&mut desk, &round).await;
    assert_eq!(count(&page, "article.line"), 2);
    is_there(&page, "Verhuist samen met Amina Visser.");
    is_there(&page, "Verhuist samen met Bram Hofman.");
    is_there(&page, "geldt voor hun woningen tegelijk");
    let alone = decide(&mut desk, &round, &first_line(&page), "agreed").await;
    assert_eq!(alone.status, StatusCode::CONFLICT);
    is_there(&alone.text(), "allebei of geen van beide");
    // The form of one line sends both.
    assert_eq!(count(&page, "article.line:first-of-type form.decide input[name=line]"), 2);
    let lines: Vec<String> = Html::parse_document(&page)
        .select(
            &Selector::parse("article.line:first-of-type form.decide input[name=line]").unwrap(),
        )
        .map(|it| it.attr("value").unwrap().to_owned())
        .collect();
    let proposal = first_line(&page).0;
    let fields = [
        ("proposal", proposal.as_str()),
        ("line", &lines[0]),
        ("line", &lines[1]),
        ("reason", "samen"),
        ("verdict", "agreed"),
    ];
    assert_eq!(desk.post(&round, &fields).await.status, StatusCode::SEE_OTHER);
    let page = desk.page(&round).await;
    assert_eq!((count(&page, ".decided"), count(&page, "form.decide")), (2, 0));
}

#[tokio::test]
async fn a_decision_without_a_reason_is_refused_at_its_line() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    let page = proposed(&mut desk, &round).await;
    let (proposal, line) = first_line(&page);
    let fields = [("proposal", &*proposal), ("line", &*line), ("verdict", "agreed")];
    let answer = desk.post(&round, &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(count(&answer.text(), "form.decide input[aria-invalid=true]"), 1);
}

#[tokio::test]
async fn the_second_of_two_coordinators_is_told_and_nothing_typed_is_lost() {
    let town = Town::new().await;
    let (mut desk, mut cor) = (town.browser("desk").await, town.browser("cor").await);
    let round = round(&mut desk).await;
    let line = first_line(&proposed(&mut desk, &round).await);
    assert_eq!(decide(&mut desk, &round, &line, "agreed").await.status, StatusCode::SEE_OTHER);
    let second = decide(&mut cor, &round, &line, "rejected").await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    is_there(&second.text(), "Over deze regel is al beslist");
    let decided = words(&cor.page(&round).await, "article.line .decided");
    assert!(decided.contains("Akkoord. Past goed bij de wens Dina Kramer"), "{decided}");
}

#[tokio::test]
async fn who_decides_on_an_older_proposal_sees_the_newest_with_the_reason_still_there() {
    let town = Town::new().await;
    let (mut desk, mut cor) = (town.browser("desk").await, town.browser("cor").await);
    let round = round(&mut desk).await;
    let line = first_line(&proposed(&mut desk, &round).await);
    proposed(&mut cor, &round).await;
    let late = decide(&mut desk, &round, &line, "agreed").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let text = late.text();
    is_there(&text, "Er is een nieuwer voorstel, nummer 2");
    assert_eq!(attribute(&text, "#many-reason", "value"), "Past goed bij de wens");
    assert_eq!(count(&text, "form.decide"), 1, "nothing was decided");
}

#[tokio::test]
async fn who_proposes_on_a_version_that_moved_is_told_and_makes_no_proposal() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    proposed(&mut desk, &round).await;
    let answer = desk.post(&format!("{round}/propose"), &[("version", "1")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let page = desk.page(&round).await;
    is_there(&page, "Niet gedaan: iemand anders heeft dit veranderd");
    is_there(&page, "Nummer 1 is het nieuwste");
}

#[tokio::test]
async fn a_pair_ruled_out_is_gone_from_the_proposal_made_at_once() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    let page = proposed(&mut desk, &round).await;
    let form = attribute(&page, ".line-links a[href*='kind=ban']", "href");
    let text = desk.page(&form).await;
    assert_eq!(count(&text, "input[name=kind][value=ban][checked]"), 1);
    assert_eq!(attribute(&text, "input[name=person]", "value"), "T-1");
    let mut fields = vec![("kind", "ban"), ("person", "T-1"), ("vacancy", "V-2")];
    fields.push(("then", "propose"));
    let answer = desk.post(&format!("{round}/fix"), &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "a reason is required");
    fields.push(("reason", "Te dicht bij een oude bekende"));
    let answer = desk.post(&format!("{round}/fix"), &fields).await;
    assert_eq!(answer.location(), round);
    let page = desk.page(&round).await;
    assert_eq!(count(&page, "#home-V-2.line"), 0);
    is_there(&page, "Voorstel 2");
    is_there(&page, "Te dicht bij een oude bekende Dina Kramer");
    is_there(&page, "anders dan in voorstel 1");
    // The same pair again: told on the form, with everything as typed.
    let answer = desk.post(&format!("{round}/fix"), &fields).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert_eq!(
        attribute(&answer.text(), "input[name=reason]", "value"),
        "Te dicht bij een oude bekende"
    );
    // Lifted and proposed again, it is back.
    let fixing = attribute(&page, "form[action$='/lift'] input[name=fixing]", "value");
    let fields = [("fixing", fixing.as_str()), ("then", "propose")];
    assert_eq!(desk.post(&format!("{round}/lift"), &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(count(&desk.page(&round).await, "#home-V-2.line"), 1);
}

#[tokio::test]
async fn a_pin_is_kept_and_an_older_proposal_can_be_seen_but_not_decided() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    proposed(&mut desk, &round).await;
    let fields = [
        ("kind", "pin"),
        ("person", "T-1"),
        ("vacancy", "V-3"),
        ("reason", "Haar moeder woont om de hoek"),
        ("then", "propose"),
    ];
    desk.post(&format!("{round}/fix"), &fields).await;
    let page = desk.page(&round).await;
    assert_eq!(count(&page, "#home-V-3.line"), 1);
    is_there(&page, "Vastgezet");
    let older = desk.page(&format!("{round}?proposal=1")).await;
    is_there(&older, "Dit is voorstel 1. Het nieuwste is voorstel 2");
    assert_eq!(count(&older, "form.decide, .line input[type=checkbox]"), 0);
    is_there(&older, "anders dan in voorstel 2");
}

#[tokio::test]
async fn a_pair_that_was_turned_down_is_not_proposed_again() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    let page = proposed(&mut desk, &round).await;
    let (proposal, line) = first_line(&page);
    // Through the form for several lines.
    let fields = [
        ("proposal", proposal.as_str()),
        ("line", line.as_str()),
        ("many", "yes"),
        ("reason", "De deelnemer kan nu niet verhuizen"),
        ("verdict", "rejected"),
    ];
    let answer = desk.post(&round, &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let page = proposed(&mut desk, &round).await;
    assert_eq!(count(&page, "#home-V-2.line"), 0);
    is_there(&page, "Andere beslissingen in deze ronde");
}

#[tokio::test]
async fn somebody_without_a_home_learns_why_and_what_would_help() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    let person = format!("{round}/people/T-2");
    is_there(&desk.page(&person).await, "Er is nog geen voorstel");
    proposed(&mut desk, &round).await;
    let list = desk.page(&format!("{round}/unplaced?why=ask-first")).await;
    assert_eq!(count(&list, "tbody tr"), 1);
    is_there(&list, "Bram Hofman");
    let page = desk.page(&person).await;
    is_there(&page, "Hoeveel huur per maand kan er hoogstens worden betaald?");
    assert_eq!(count(&page, "tbody tr"), 3, "every home of the round has its answer");
    let looked = desk.page(&format!("{person}?change=yes")).await;
    is_there(&looked, "Beantwoord deze vraag");
    is_there(&looked, "Dit is nagerekend");
    assert_eq!(count(&looked, "#waiting"), 0, "this round did not look ahead");
    let placed = desk.page(&format!("{round}/people/T-1")).await;
    is_there(&placed, "Er is een woning voorgesteld");
}

#[tokio::test]
async fn somebody_without_a_home_learns_what_waiting_is_worth_when_the_round_looked_ahead() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round_with(&mut desk, &[("ahead", "2")]).await;
    proposed(&mut desk, &round).await;
    let page = desk.page(&format!("{round}/people/T-2")).await;
    let waiting = words(&page, "#waiting");
    assert!(waiting.starts_with("Deze ronde keek vooruit. "), "{waiting}");
}

#[tokio::test]
async fn a_provider_sees_its_own_lines_and_how_many_there_are_beside_them() {
    let town = Town::new().await;
    let (mut desk, mut ank) = (town.browser("desk").await, town.browser("ank").await);
    let round = round(&mut desk).await;
    let page = proposed(&mut desk, &round).await;
    let line = first_line(&page);
    let theirs = ank.page(&round).await;
    assert_eq!(count(&theirs, "article.line"), 0);
    is_there(&theirs, "Er is nog 1 regel van andere organisaties");
    assert!(!theirs.contains("Amina") && !theirs.contains("T-1"));
    let refused = decide(&mut ank, &round, &line, "agreed").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let other = ank.get(&format!("{round}/people/T-1")).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_association_learns_a_name_only_once_its_home_is_agreed() {
    let town = Town::new().await;
    let (mut desk, mut lex) = (town.browser("desk").await, town.browser("lex").await);
    let round = round(&mut desk).await;
    let line = first_line(&proposed(&mut desk, &round).await);
    let before = lex.page(&round).await;
    assert_eq!(count(&before, "article.line"), 1);
    assert!(!before.contains("Amina"));
    assert_eq!(count(&before, "form.decide, form[action$='/propose']"), 0);
    decide(&mut desk, &round, &line, "agreed").await;
    is_there(&lex.page(&round).await, "Amina Visser");
}

#[tokio::test]
async fn a_programme_manager_sees_every_line_without_names_or_buttons() {
    let town = Town::new().await;
    let (mut desk, mut mia) = (town.browser("desk").await, town.browser("mia").await);
    let round = round(&mut desk).await;
    proposed(&mut desk, &round).await;
    let page = mia.page(&round).await;
    assert_eq!(count(&page, "article.line"), 1);
    assert!(page.contains("T-1") && !page.contains("Amina"));
    assert_eq!(count(&page, "main form:not(.filters)"), 0);
    for address in ["/people", "/unplaced", "/people/T-1", "/print"] {
        let page = mia.page(&format!("{round}{address}")).await;
        assert!(!page.contains("Amina") && !page.contains("Bram"), "{address}");
    }
}

#[tokio::test]
async fn a_support_worker_and_an_administrator_have_no_way_in() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    for login in ["wil", "bea"] {
        let mut browser = town.browser(login).await;
        for address in ["", "/people", "/unplaced", "/people/T-1", "/print", "/export.xlsx"] {
            let status = browser.get(&format!("{round}{address}")).await.status;
            assert_eq!(status, StatusCode::FORBIDDEN, "{login} {address}");
        }
        for address in ["/rounds", "/rounds/new"] {
            assert_eq!(browser.get(address).await.status, StatusCode::FORBIDDEN, "{address}");
        }
    }
}

#[tokio::test]
async fn a_round_is_taken_along_as_a_spreadsheet_and_on_paper_and_the_log_says_so() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    proposed(&mut desk, &round).await;
    let file = desk.get(&format!("{round}/export.xlsx?proposal=1")).await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(&file.bytes[..2], b"PK");
    assert!(file.header(header::CONTENT_DISPOSITION).contains("round-2026-11-22.xlsx"));
    // The names of a zip's entries stand in it as they are.
    let sheets = (1..).take_while(|number| {
        let name = format!("xl/worksheets/sheet{number}.xml");
        file.bytes.windows(name.len()).any(|part| part == name.as_bytes())
    });
    assert_eq!(sheets.count(), 6);
    is_there(&desk.page(&format!("{round}/print")).await, "Amina Visser");
    let mut bea = town.browser("bea").await;
    let log = bea.page("/log").await;
    assert!(words(&log, "main").contains(round.rsplit('/').next().unwrap()), "{log}");
}

#[tokio::test]
async fn homes_are_changed_and_who_was_late_keeps_the_choice() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    let address = format!("{round}/homes");
    assert_eq!(count(&desk.page(&address).await, "input[name=vacancies][checked]"), 3);
    let fields = [("version", "1"), ("vacancies", "V-1"), ("then", "save")];
    assert_eq!(desk.post(&address, &fields).await.status, StatusCode::SEE_OTHER);
    let late = [("version", "1"), ("vacancies", "V-2"), ("then", "save")];
    let answer = desk.post(&address, &late).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let text = answer.text();
    assert_eq!(attribute(&text, "input[name=vacancies][checked]", "value"), "V-2");
    assert_eq!(attribute(&text, "input[name=version]", "value"), "2");
    assert_eq!(count(&desk.page(&address).await, "input[name=vacancies][checked]"), 1);
}

#[tokio::test]
async fn a_closed_round_decides_nothing_until_it_is_opened_again() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    let line = first_line(&proposed(&mut desk, &round).await);
    desk.post(&format!("{round}/close"), &[("version", "2")]).await;
    let page = desk.page(&round).await;
    assert_eq!(count(&page, "form.decide, form[action$='/propose']"), 0);
    let answer = decide(&mut desk, &round, &line, "agreed").await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    is_there(&answer.text(), "Deze ronde is gesloten");
    desk.post(&format!("{round}/reopen"), &[("version", "3")]).await;
    assert_eq!(count(&desk.page(&round).await, "form.decide"), 1);
}

#[tokio::test]
async fn every_page_of_a_round_has_one_heading_and_words_in_both_languages() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    proposed(&mut desk, &round).await;
    let fields = [
        ("proposal", "1"),
        ("name", "Proef"),
        ("upper-group-shelter", "4"),
        ("lower-group-shelter", "0"),
    ];
    desk.post(&format!("{round}/what-if"), &fields).await;
    for language in ["en", "nl"] {
        desk.post("/language", &[("language", language), ("next", "/rounds")]).await;
        for address in [
            "/rounds".to_owned(),
            "/rounds/new".to_owned(),
            round.clone(),
            format!("{round}/homes"),
            format!("{round}/people"),
            format!("{round}/unplaced"),
            format!("{round}/people/T-1"),
            format!("{round}/people/T-2?change=yes"),
            format!("{round}/fix?kind=pin"),
            format!("{round}/print"),
            format!("{round}?trial=1"),
            format!("{round}/what-if"),
            format!("{round}/compare?from=p1&to=t1"),
            format!("{round}/compare?from=p1&to=t1&list=homes"),
            format!("{round}/map?lines=wish"),
        ] {
            let page = desk.page(&address).await;
            assert_eq!(count(&page, &format!("html[lang={language}] main h1")), 1, "{address}");
            for text in Html::parse_document(&page).root_element().text() {
                let word = text.trim();
                assert!(!word.starts_with("rounds-") && !word.contains("{ $"), "{address}: {word}");
            }
        }
    }
}

#[tokio::test]
async fn a_round_that_is_not_there_is_not_found() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    for address in ["/rounds/nonsense", "/rounds/00000000-0000-7000-8000-000000000000"] {
        assert_eq!(desk.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    let who = sleutel_actions::Who::Nobody;
    assert!(rounds::list(&town.app, &who).await.is_err());
}
