//! The plan, the people around and the list before a move, by address.

use axum::http::StatusCode;

use super::rounds::{attribute, count, is_there};
use crate::town::{Browser, Town};

const PLAN: &str = "/participants/T-1/plan";

fn goal<'a>(row: &'a [String; 6], values: [&'a str; 6]) -> Vec<(&'a str, &'a str)> {
    row.iter().map(String::as_str).zip(values).collect()
}

fn row(number: usize) -> [String; 6] {
    ["what", "area", "audience", "own_part", "sign", "by"]
        .map(|field| format!("goal-{number}-{field}"))
}

/// Writes a plan with a goal about the home and one of the support, and puts it before all.
pub(super) async fn proposed(wil: &mut Browser) {
    let (one, two) = (row(1), row(2));
    let home = ["Rust in huis", "home", "housing", "Ik ben stil na tienen", "Geen klacht", ""];
    let care = ["Beter slapen", "wellbeing", "care", "Ik ga op tijd", "Ik ben uitgerust", ""];
    let mut fields = goal(&one, home);
    fields.extend(goal(&two, care));
    fields.push(("changes", "0"));
    fields.push(("parties", "municipality"));
    let answer = wil.post(&format!("{PLAN}/edit"), &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let page = wil.page(PLAN).await;
    let changes = attribute(&page, "form[action$='/propose'] input[name=changes]", "value");
    let answer = wil.post(&format!("{PLAN}/propose"), &[("changes", &changes)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

async fn begun(wil: &mut Browser) {
    let fields = [("route", "omslag-amsterdam"), ("on", "")];
    let answer = wil.post("/cases/T-1/begin", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_plan_is_written_put_before_all_and_in_force_when_the_last_agrees() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    begun(&mut wil).await;
    is_there(&wil.page(PLAN).await, "Er is nog geen plan.");
    is_there(&wil.page("/participants/T-1").await, "nog geen plan");
    proposed(&mut wil).await;
    let page = wil.page(PLAN).await;
    is_there(&page, "Wacht op: Deelnemer, Zorgaanbieder en Gemeente");
    is_there(&page, "Wie ziet dit: Deelnemer en Zorgaanbieder.");
    let answer = |party: &str| format!("{PLAN}/versions/1/answer/{party}");
    let form = wil.page(&answer("participant")).await;
    assert_eq!(attribute(&form, "input[name=by]", "value"), "Amina Visser");
    let no = [("answer", "no"), ("reason", ""), ("by", "Amina Visser"), ("on", "2026-11-22")];
    let refused = wil.post(&answer("participant"), &no).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(count(&refused.text(), "#error-reason"), 1);
    for party in ["participant", "provider"] {
        let yes = [("answer", "yes"), ("by", "Amina Visser"), ("on", "2026-11-22")];
        let done = wil.post(&answer(party), &yes).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{party}: {}", done.text());
    }
    let mut hans = town.browser("hans").await;
    let theirs = hans.page(PLAN).await;
    is_there(&theirs, "Rust in huis");
    assert!(!theirs.contains("Beter slapen"), "a goal of the support left the provider");
    is_there(&theirs, "Eén ander doel is niet voor u.");
    is_there(&hans.page("/cases/T-1").await, "Plan en voorbereiding");
    assert_eq!(hans.get(&format!("{PLAN}/edit")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(hans.get(&answer("participant")).await.status, StatusCode::FORBIDDEN);
    let done = hans.post(&answer("municipality"), &[("answer", "yes")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let page = wil.page(PLAN).await;
    is_there(&page, "Iedereen heeft ingestemd.");
    is_there(&page, "opgeschreven door Wil Prins");
    is_there(&wil.page("/participants/T-1").await, "0 van 2 doelen afgesloten");
}

#[tokio::test]
async fn a_goal_is_closed_and_taken_up_again_and_a_new_version_shows_what_differs() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    begun(&mut wil).await;
    proposed(&mut wil).await;
    let yes = [("answer", "yes"), ("by", "Amina Visser"), ("on", "2026-11-22")];
    for party in ["participant", "provider"] {
        wil.post(&format!("{PLAN}/versions/1/answer/{party}"), &yes).await;
    }
    let mut hans = town.browser("hans").await;
    hans.post(&format!("{PLAN}/versions/1/answer/municipality"), &yes).await;
    let end = format!("{PLAN}/goals/1/end");
    is_there(&wil.page(&end).await, "Rust in huis");
    let empty = wil.post(&end, &[("how", "stopped"), ("reason", ""), ("on", "")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = wil.post(&end, &[("how", "reached"), ("reason", ""), ("on", "")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    is_there(&wil.page(PLAN).await, "Bereikt op 22 november 2026");
    let done = wil.post(&format!("{PLAN}/goals/1/again"), &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert!(!wil.page(PLAN).await.contains("Bereikt op"));

    let form = wil.page(&format!("{PLAN}/edit")).await;
    assert_eq!(attribute(&form, "[name=goal-2-number]", "value"), "2");
    let one = row(1);
    let home = ["Rust en groen", "home", "housing", "Ik ben stil na tienen", "Geen klacht", ""];
    let mut fields = goal(&one, home);
    fields.extend([("goal-1-number", "1"), ("changes", "0"), ("parties", "municipality")]);
    wil.post(&format!("{PLAN}/edit"), &fields).await;
    let page = wil.page(&format!("{PLAN}/versions/2")).await;
    is_there(&page, "Wat anders is dan in versie 1");
    assert_eq!(count(&page, "del"), 2, "what changed and what is no longer there");
    is_there(&page, "Doel 2 staat er niet meer in");
    assert_eq!(hans.get(&format!("{PLAN}/versions/2")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_draft_keeps_what_was_typed_with_each_fault_at_its_field() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let path = format!("{PLAN}/edit");
    let one = row(1);
    let wrong = ["Beter slapen", "wellbeing", "housing", "", "", "31-2-2027"];
    let mut fields = goal(&one, wrong);
    fields.push(("changes", "0"));
    let refused = wil.post(&path, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = refused.text();
    assert_eq!(count(&text, "#errors li"), 2);
    is_there(&text, "kan niet voor");
    assert_eq!(attribute(&text, "[name=goal-1-by]", "value"), "31-2-2027");
    fields.push(("add", "goal"));
    let more = wil.post(&path, &fields).await;
    assert_eq!(count(&more.text(), "textarea[name=goal-2-what]"), 1);
    is_there(&more.text(), "Dit is nog niet opgeslagen.");
    let right = goal(&one, ["Beter slapen", "wellbeing", "care", "", "", ""]);
    let keep = [right, vec![("changes", "0")]].concat();
    assert_eq!(wil.post(&path, &keep).await.status, StatusCode::SEE_OTHER);
    let late = wil.post(&path, &keep).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    is_there(&late.text(), "Iemand anders heeft dit concept veranderd");
    let page = wil.page(PLAN).await;
    is_there(&page, "Doel 1: schrijf op hoe u ziet dat het gelukt is.");
    assert_eq!(count(&page, "form[action$='/propose']"), 0, "it is not finished");
}

#[tokio::test]
async fn somebody_around_is_added_ends_and_stays_as_past() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let path = "/participants/T-1/network";
    is_there(&wil.page(path).await, "Nog niemand genoteerd.");
    let new = format!("{path}/new");
    let wrong = [("role", "practice"), ("phone", "bel maar"), ("from", "2026-01-01")];
    let refused = wil.post(&new, &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(count(&refused.text(), "#errors li"), 2);
    let right = [("role", "peer-expert"), ("name", "Sanne Bos"), ("from", "2026-01-01")];
    assert_eq!(wil.post(&new, &right).await.status, StatusCode::SEE_OTHER);
    let page = wil.page(path).await;
    is_there(&page, "Ervaringsdeskundige");
    is_there(&page, "Wie ziet dit: Deelnemer en Zorgaanbieder.");
    let edit = attribute(&page, ".contacts a", "href");
    let mut fields = right.to_vec();
    fields.extend([("until", "2026-11-01"), ("version", "1")]);
    assert_eq!(wil.post(&edit, &fields).await.status, StatusCode::SEE_OTHER);
    let page = wil.page(path).await;
    is_there(&page, "Eerder");
    is_there(&page, "van 1 januari 2026 tot en met 1 november 2026");
    assert_eq!(wil.post(&edit, &fields).await.status, StatusCode::CONFLICT);
    is_there(&wil.page(&edit).await, "Eerdere versies");
}

#[tokio::test]
async fn a_line_of_the_list_is_arranged_by_whose_it_is() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    begun(&mut wil).await;
    let path = "/participants/T-1/basics";
    is_there(&wil.page(path).await, "0 van 13 klaar");
    let income = format!("{path}/income");
    let bare = [("state", "not-needed"), ("owner", "participant"), ("version", "0")];
    let refused = wil.post(&income, &bare).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(count(&refused.text(), "#error-reason"), 1);
    let theirs = [("state", "to-do"), ("owner", "municipality"), ("due", "2026-11-01")];
    let theirs = [theirs.as_slice(), &[("version", "0")]].concat();
    assert_eq!(wil.post(&income, &theirs).await.status, StatusCode::SEE_OTHER);
    is_there(&wil.page(path).await, "Eén regel is te laat.");
    is_there(&wil.page("/participants/T-1").await, "één te laat");
    let mut hans = town.browser("hans").await;
    let page = hans.page(path).await;
    assert_eq!(count(&page, "tbody tr"), 1);
    assert_eq!(hans.get(&format!("{path}/debts")).await.status, StatusCode::NOT_FOUND);
    let done = [("state", "arranged"), ("on", ""), ("by", ""), ("version", "1")];
    assert_eq!(hans.post(&income, &done).await.status, StatusCode::SEE_OTHER);
    is_there(&wil.page(path).await, "geregeld op 22 november 2026 door Hans de Boer");
    assert_eq!(wil.post(&income, &done).await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_plan_out_of_reach_looks_like_a_plan_that_is_not_there() {
    let town = Town::new().await;
    for part in ["plan", "plan/edit", "network", "network/new", "basics", "basics/income"] {
        let path = format!("/participants/T-1/{part}");
        for login in ["ank", "lex", "hans"] {
            let status = town.browser(login).await.get(&path).await.status;
            let closed = matches!(status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN);
            assert!(closed, "{login} {part}: {status}");
        }
        for login in ["desk", "mia", "bea"] {
            let status = town.browser(login).await.get(&path).await.status;
            assert_eq!(status, StatusCode::FORBIDDEN, "{login} {part}");
        }
        for login in ["wil", "cor"] {
            let status = town.browser(login).await.get(&path).await.status;
            assert_eq!(status, StatusCode::OK, "{login} {part}");
        }
    }
}

#[tokio::test]
async fn what_is_known_of_a_child_and_a_partner_is_asked_shown_and_kept_as_history() {
    let town = Town::new().await;
    let mut wil = town.browser("wil").await;
    let form = wil.page("/participants/T-1/edit").await;
    let value = |name: &str| attribute(&form, &format!("[name={name}]"), "value");
    let (version, reference) = (value("version"), "T-1");
    let chosen = count(&form, "[name=member-1-custody] option[selected]");
    assert_eq!(chosen, 0, "nobody said");
    let fields = [
        ("version", version.as_str()),
        ("reference", reference),
        ("group", "shelter"),
        ("provider", "brug"),
        ("worker", "wil"),
        ("given", "Amina"),
        ("family", "Visser"),
        ("born", "1980-05-17"),
        ("waiting_since", "2026-01-15"),
        ("readiness", "ready"),
        ("ready_since", "2026-09-01"),
        ("ground", "none"),
        ("member-1-given", "Sami"),
        ("member-1-family", "Visser"),
        ("member-1-born", "2018-03-02"),
        ("member-1-role", "child"),
        ("member-1-custody", "shared"),
        ("member-1-nights", "8"),
        ("member-1-moves_along", "unknown"),
    ];
    let answer = wil.post("/participants/T-1/edit", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    is_there(&wil.page("/participants/T-1").await, "gedeeld, 8 van de veertien nachten hier");
    let history = wil.page("/participants/T-1/history").await;
    is_there(&history, "gedeeld, 8 van de veertien nachten hier, verhuist mee");
}
