//! What if the numbers were others, two outcomes side by side, and who moves where.

use axum::http::StatusCode;

use super::rounds::{attribute, count, is_there, proposed, round, words};
use crate::town::{Browser, Town};

/// Tries a ceiling for the group of the first household; what is realised there is 4.
async fn tried(browser: &mut Browser, round: &str, upper: &str) -> String {
    let fields = [
        ("proposal", "1"),
        ("name", "Krap jaar"),
        ("lower-group-shelter", "0"),
        ("upper-group-shelter", upper),
    ];
    let answer = browser.post(&format!("{round}/what-if"), &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location().to_owned()
}

#[tokio::test]
async fn every_number_stands_in_the_form_as_agreed_with_a_slider_for_its_floor_and_its_ceiling() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    proposed(&mut desk, &round).await;
    let form = desk.page(&format!("{round}/what-if")).await;
    assert_eq!(attribute(&form, "input[name=upper-group-shelter]", "value"), "20");
    assert_eq!(attribute(&form, "input[name=lower-group-youth]", "value"), "10");
    assert_eq!(attribute(&form, "input[name=upper-area-K1A]", "value"), "3");
    assert_eq!(attribute(&form, "input[name=upper-area-K1B]", "value"), "");
    for (side, empty) in [("lower", "[data-empty='0']"), ("upper", "")] {
        let slider = format!("input[type=range][hidden][data-slide^=field-{side}-]{empty}");
        let fields = count(&form, &format!("input[type=number][name^={side}-]"));
        assert!(fields > 0 && fields == count(&form, &slider), "{side}");
    }
    let named = attribute(&form, "input[data-slide=field-lower-group-youth]", "aria-label");
    assert!(named.starts_with("Schuif het minimum van "), "{named}");
    assert_eq!(count(&form, "button[type=reset]"), 1);
}

#[tokio::test]
async fn a_trial_shows_the_difference_at_once_and_changes_nothing_agreed() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    proposed(&mut desk, &round).await;
    let to = tried(&mut desk, &round, "4").await;
    assert_eq!(to, format!("{round}/compare?from=p1&to=t1"));
    let page = desk.page(&to).await;
    is_there(&page, "minimaal 0, maximaal 4 in plaats van minimaal 10, maximaal 20");
    is_there(&page, "Krijgt geen woning meer");
    is_there(&page, "Amina Visser");
    assert_eq!(count(&page, "#list ~ .table tbody tr"), 1);
    let why = format!("a[href='{round}/people/T-1?trial=1']");
    assert_eq!(count(&page, &why), 1, "the way to the reasons in the trial");
    is_there(&desk.page(&format!("{round}/people/T-1?trial=1")).await, "Proef 1: Krap jaar");
    let homes = desk.page(&format!("{to}&list=homes")).await;
    is_there(&homes, "Blijft nu leeg");
    is_there(&homes, "Havenkade 12");
    assert!(!words(&homes, "#list ~ .table").contains("Molenweg"));
    let newest = desk.page(&round).await;
    is_there(&newest, "Voorstel 1");
    assert_eq!(count(&newest, "form.decide"), 1, "the proposal can still be decided");
}

#[tokio::test]
async fn a_trial_can_be_looked_at_gone_on_from_and_thrown_away_but_never_decided() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    proposed(&mut desk, &round).await;
    tried(&mut desk, &round, "7").await;
    let trial = desk.page(&format!("{round}?trial=1")).await;
    is_there(&trial, "Dit is een proef met andere aantallen dan afgesproken");
    assert_eq!(count(&trial, "article.line"), 1);
    assert_eq!(count(&trial, "form.decide, .line input[type=checkbox], .line-links a"), 0);
    let on = desk.page(&format!("{round}/what-if?trial=1")).await;
    assert_eq!(attribute(&on, "input[name=upper-group-shelter]", "value"), "7");
    assert_eq!(attribute(&on, "input[name=proposal]", "value"), "1");
    // A form made up to decide on it is refused.
    let line = attribute(&desk.page(&round).await, "form.decide input[name=line]", "value");
    let mut tx = town.app.db.read().await.unwrap();
    let programme = sleutel_store::access::programmes(&mut tx).await.unwrap()[0].id;
    let id = sleutel_domain::Id::new(round.rsplit('/').next().unwrap().parse().unwrap());
    let kept = sleutel_store::placement::trials(&mut tx, programme, id).await.unwrap();
    drop(tx);
    let proposal = kept[0].made.id.to_string();
    let fields = [
        ("proposal", proposal.as_str()),
        ("line", line.as_str()),
        ("reason", "Past goed"),
        ("verdict", "agreed"),
    ];
    let answer = desk.post(&round, &fields).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    is_there(&answer.text(), "Over een proef kan niemand beslissen");
    let gone = desk.post(&format!("{round}/throw-away"), &[("trial", "1")]).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER);
    assert_eq!(desk.get(&format!("{round}?trial=1")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_number_that_cannot_be_is_refused_at_its_field_and_all_stays_as_typed() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    proposed(&mut desk, &round).await;
    let fields = [
        ("proposal", "1"),
        ("name", "Proef"),
        ("lower-group-shelter", "9"),
        ("upper-group-shelter", "6"),
        ("upper-area-K1A", "veel"),
    ];
    let answer = desk.post(&format!("{round}/what-if"), &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    assert_eq!(count(&text, "input[name=upper-group-shelter][aria-invalid=true]"), 1);
    assert_eq!(count(&text, "input[name=upper-area-K1A][aria-invalid=true]"), 1);
    assert_eq!(attribute(&text, "input[name=upper-area-K1A]", "value"), "veel");
    assert_eq!(attribute(&text, "input[name=lower-group-shelter]", "value"), "9");
    let same = [("proposal", "1"), ("name", "Proef"), ("upper-group-shelter", "20")];
    let answer = desk.post(&format!("{round}/what-if"), &same).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is another number");
}

#[tokio::test]
async fn two_proposals_are_laid_side_by_side_with_filters() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    proposed(&mut desk, &round).await;
    let fields = [
        ("kind", "ban"),
        ("person", "T-1"),
        ("vacancy", "V-2"),
        ("reason", "Te dicht bij een oude bekende"),
        ("then", "propose"),
    ];
    desk.post(&format!("{round}/fix"), &fields).await;
    let link = attribute(&desk.page(&round).await, "a[href*='/compare?']", "href");
    assert_eq!(link, format!("{round}/compare?from=p1&to=p2"));
    let page = desk.page(&link).await;
    is_there(&page, "Krijgt een andere woning");
    assert_eq!(count(&page, "figure.map"), 1);
    assert_eq!(count(&page, "#map ~ .beside tbody tr"), 2, "both neighbourhoods differ");
    let none = desk.page(&format!("{link}&kind=loses")).await;
    is_there(&none, "Geen verschil gevonden");
    let here = desk.page(&format!("{link}&list=homes&area=K1B")).await;
    assert_eq!(count(&here, "#list ~ .table tbody tr"), 1);
    assert_eq!(desk.get(&format!("{round}/compare?from=p1&to=t9")).await.status, 404);
}

#[tokio::test]
async fn the_map_shows_homes_room_and_wishes_and_each_part_leads_to_its_lines() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    proposed(&mut desk, &round).await;
    let map = desk.page(&format!("{round}/map")).await;
    assert_eq!(count(&map, "figure.map svg > a"), 3);
    assert_eq!(count(&map, "main tbody tr"), 1);
    is_there(&map, "Havenbuurt");
    let href = attribute(&map, "main tbody a", "href");
    assert_eq!(href, format!("{round}?proposal=1&area=K1B#lines"));
    let lines = desk.page(href.strip_suffix("#lines").unwrap()).await;
    assert_eq!(count(&lines, "article.line"), 1);
    is_there(&lines, "Alleen in Havenbuurt");
    let elsewhere = desk.page(&format!("{round}?area=K2")).await;
    assert_eq!(count(&elsewhere, "article.line"), 0);
    let districts = desk.page(&format!("{round}/map?level=district")).await;
    assert_eq!(count(&districts, "figure.map svg > a"), 2);
    is_there(&districts, "Oost");
}

#[tokio::test]
async fn others_see_the_same_pages_without_what_is_not_theirs() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    proposed(&mut desk, &round).await;
    let compare = tried(&mut desk, &round, "4").await;
    for (login, tries) in [("mia", StatusCode::OK), ("lex", StatusCode::FORBIDDEN)] {
        let mut browser = town.browser(login).await;
        assert_eq!(browser.get(&format!("{round}/what-if")).await.status, tries, "{login}");
        for address in [compare.as_str(), &format!("{compare}&list=homes"), &format!("{round}/map")]
        {
            let page = browser.page(address).await;
            assert!(!page.contains("Amina"), "{login} {address}");
        }
    }
    let mut ank = town.browser("ank").await;
    let page = ank.page(&compare).await;
    is_there(&page, "Ook voor 1 huishouden van een andere organisatie is het anders");
    assert!(!page.contains("T-1"));
    for login in ["wil", "bea"] {
        let mut browser = town.browser(login).await;
        for address in ["/compare", "/map", "/what-if"] {
            let status = browser.get(&format!("{round}{address}")).await.status;
            assert_eq!(status, StatusCode::FORBIDDEN, "{login} {address}");
        }
    }
}

#[tokio::test]
async fn all_lines_of_the_filters_are_decided_only_when_their_number_is_the_one_seen() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    let page = proposed(&mut desk, &round).await;
    let proposal = attribute(&page, "form.decide input[name=proposal]", "value");
    let all = |count: &'static str| {
        [
            ("proposal", proposal.clone()),
            ("many", "yes".to_owned()),
            ("all", count.to_owned()),
            ("reason", "Met iedereen besproken".to_owned()),
            ("verdict", "agreed".to_owned()),
        ]
    };
    fn plain<'a>(fields: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
        fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
    }
    let moved = desk.post(&round, &plain(&all("2"))).await;
    assert_eq!(moved.status, StatusCode::CONFLICT);
    is_there(&moved.text(), "Er zijn nu 1 regels te beslissen");
    let elsewhere = desk.post(&format!("{round}?area=K2"), &plain(&all("1"))).await;
    assert_eq!(elsewhere.status, StatusCode::CONFLICT, "no line of these filters");
    assert_eq!(count(&desk.page(&round).await, "article.line .decided"), 0);
    let done = desk.post(&format!("{round}?area=K1"), &plain(&all("1"))).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert_eq!(count(&desk.page(&round).await, "article.line .decided"), 1);
}

#[tokio::test]
async fn the_goals_say_in_order_what_they_reached_and_whether_more_is_possible() {
    let town = Town::new().await;
    let mut desk = town.browser("desk").await;
    let round = round(&mut desk).await;
    let page = proposed(&mut desk, &round).await;
    assert_eq!(count(&page, ".goals > li"), 9);
    is_there(&page, "1 woning krijgt een huishouden. Meer is niet mogelijk.");
    assert!(count(&page, ".goals .goal-bar") >= 3);
    assert_eq!(count(&page, ".goals .not-proven"), 0);
}
