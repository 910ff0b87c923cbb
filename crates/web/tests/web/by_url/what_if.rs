//! What-ifs over years: the list, the form, what came of it, and several side by side.

use axum::http::{StatusCode, header};
use sleutel_actions::what_if;
use sleutel_domain::Id;

use super::rounds::{attribute, count, is_there, words};
use crate::town::{Browser, Town};

const HOME: &str = "/steering/what-if";

fn fields<'a>(name: &'a str, small: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("name", name),
        ("policies", "staircase"),
        ("policies", "omslag"),
        ("first", "staircase"),
        ("years", "3"),
        ("replications", "3"),
        ("seed", "7"),
        ("uncertain", "yes"),
        ("value-homes.small", small),
        ("low-homes.small", "1000"),
        ("high-homes.small", "1300"),
    ]
}

/// Asks for one and waits until it is done; gives its address.
async fn done(town: &Town, browser: &mut Browser, name: &str, small: &str) -> String {
    let answer = browser.post(&format!("{HOME}/new"), &fields(name, small)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let address = answer.location().to_owned();
    let id = address.rsplit('/').next().unwrap().parse().unwrap();
    what_if::settled(&town.app, Id::new(id)).await;
    address
}

#[tokio::test]
async fn who_has_nothing_to_do_with_it_sees_no_what_if_and_who_looks_only_cannot_make_one() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    let address = done(&town, &mut mia, "Meer woningen", "1500").await;
    for (login, list, form) in [
        ("mia", StatusCode::OK, StatusCode::OK),
        ("desk", StatusCode::OK, StatusCode::OK),
        ("cor", StatusCode::OK, StatusCode::OK),
        ("lex", StatusCode::OK, StatusCode::FORBIDDEN),
        ("hans", StatusCode::OK, StatusCode::FORBIDDEN),
        ("wil", StatusCode::FORBIDDEN, StatusCode::FORBIDDEN),
        ("bea", StatusCode::FORBIDDEN, StatusCode::FORBIDDEN),
    ] {
        let mut browser = town.browser(login).await;
        let compare = format!("{HOME}/compare?run={address}");
        let csv = format!("{address}/figures.csv");
        for path in [HOME, address.as_str(), csv.as_str(), compare.as_str()] {
            assert_eq!(browser.get(path).await.status, list, "{login} {path}");
        }
        let new = format!("{HOME}/new");
        assert_eq!(browser.get(&new).await.status, form, "{login}");
        if form != StatusCode::OK {
            for path in [&new, &format!("{address}/check"), &format!("{address}/throw-away")] {
                let answer = browser.post(path, &fields("Nee", "1500")).await;
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{login} {path}");
            }
        }
        if list == StatusCode::OK && form != StatusCode::OK {
            let page = browser.page(&address).await;
            assert_eq!(count(&page, "form[action$=throw-away], form[action$=check]"), 0);
        }
    }
    let mut nobody = town.visitor();
    assert_eq!(nobody.get(HOME).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_empty_list_says_what_to_do_and_the_form_has_every_assumption() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    let list = mia.page(HOME).await;
    is_there(&list, "Nog geen wat-als bewaard");
    assert_eq!(count(&list, &format!("a.button[href='{HOME}/new']")), 2);
    let form = mia.page(&format!("{HOME}/new")).await;
    assert_eq!(attribute(&form, "input[name='value-homes.small']", "value"), "1150");
    assert_eq!(attribute(&form, "input[name='value-homes.kept']", "value"), "0,115");
    let rows = what_if::Assumptions::city().rows().len();
    assert_eq!(count(&form, "table.assumptions input"), 3 * rows);
    assert_eq!(count(&form, "input[name=policies][checked]"), 2);
    is_there(&form, "Groep: jongeren");
    is_there(&form, "raakt de woning kwijt in het eerste jaar");
    is_there(&form, "Busch-Geertsema 2013");
    mia.post("/language", &[("language", "en"), ("next", "/")]).await;
    let english = mia.page(&format!("{HOME}/new")).await;
    assert_eq!(attribute(&english, "input[name='value-homes.kept']", "value"), "0.115");
    is_there(&english, "Group: young people");
}

#[tokio::test]
async fn what_is_wrong_is_said_at_once_at_its_field_and_nothing_typed_is_lost() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    let wrong = [
        ("name", ""),
        ("years", "50"),
        ("replications", "3"),
        ("seed", "abc"),
        ("value-homes.small", "veel"),
        ("high-omslag.returns", "1,5"),
        ("value-omslag.leaves", "7"),
        ("high-omslag.leaves", "6"),
    ];
    let answer = mia.post(&format!("{HOME}/new"), &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    for field in ["name", "policies", "years", "seed", "value-homes.small"] {
        assert_eq!(count(&text, &format!("#errors a[href='#field-{field}']")), 1, "{field}");
    }
    assert_eq!(attribute(&text, "input[name='value-homes.small']", "value"), "veel");
    assert_eq!(attribute(&text, "input[name='high-omslag.returns']", "value"), "1,5");
    assert_eq!(attribute(&text, "input[name=years]", "value"), "50");
    assert!(words(&text, "#errors").contains("Kleine woningen die vrijkomen: waarde"));

    let mut engine = fields("Onmogelijk", "1150");
    engine.push(("value-omslag.returns", "1,5"));
    let answer = mia.post(&format!("{HOME}/new"), &engine).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    assert!(words(&text, "#errors").contains("Omslag: wacht weer na verlies van de woning"));
    assert_eq!(count(&text, "input[name='value-omslag.returns'][aria-invalid=true]"), 1);
    is_there(&text, "1,5 kan niet. Vul een getal in van 0 tot en met 1.");

    let mut large = fields("Te veel", "1150");
    large.retain(|it| it.0 != "years" && it.0 != "replications");
    large.extend([("years", "20"), ("replications", "500")]);
    let answer = mia.post(&format!("{HOME}/new"), &large).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    is_there(&answer.text(), "Dit is te veel om in één keer door te rekenen");
    is_there(&answer.text(), "400 miljoen");
    is_there(&mia.page(HOME).await, "Nog geen wat-als bewaard");
}

#[tokio::test]
async fn what_came_of_it_stands_on_its_page_in_both_languages_with_pictures_and_tables() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    let address = done(&town, &mut mia, "Meer woningen", "1500").await;
    let page = mia.page(&address).await;
    assert!(words(&page, ".what-if-answer").contains("Omslag"));
    assert!(words(&page, ".what-if-answer").contains("in acht van de tien herhalingen"));
    assert!(words(&page, ".what-if-answer").contains("maanden"));
    is_there(&page, "Ja: in alle 6 herhalingen");
    // Nineteen measures, each by policy; and the differences of those with figures.
    assert!(count(&page, "figure.band-chart svg[role=img][aria-label]") > 30);
    assert_eq!(count(&page, "figure.band-chart"), count(&page, "figure.band-chart details table"));
    is_there(&page, "Krijgen sleutels, in het jaar");
    is_there(&page, "Krijgen sleutels: verschil met Trapmodel");
    is_there(&page, "1.500 (1.000 tot 1.500)");
    assert_eq!(count(&page, "table th .badge-info"), 2, "among the changed and among all");
    let list = mia.page(HOME).await;
    is_there(&list, "Klaar");
    is_there(&list, "Trapmodel, Omslag");
    is_there(&list, "Mia de Wit");

    mia.post("/language", &[("language", "en"), ("next", "/")]).await;
    let english = mia.page(&address).await;
    is_there(&english, "Yes: in all 6 replications");
    is_there(&english, "Get keys: difference with Staircase");
    is_there(&english, "1,500 (1,000 to 1,500)");
}

#[tokio::test]
async fn while_it_is_worked_out_the_page_looks_again_by_itself() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    let answer = mia.post(&format!("{HOME}/new"), &fields("Straks", "1150")).await;
    let address = answer.location().to_owned();
    let id = Id::new(address.rsplit('/').next().unwrap().parse().unwrap());
    let waiting = mia.get(&address).await;
    let text = waiting.text();
    if count(&text, "progress") == 1 {
        assert_eq!(waiting.header(header::REFRESH), "2");
        is_there(&text, "Kijk opnieuw");
        // There are figures as soon as it is done, which it may be by now, and not before.
        if mia.get(&format!("{address}/figures.csv")).await.status != StatusCode::NOT_FOUND {
            assert_eq!(count(&mia.page(&address).await, "progress"), 0);
        }
    }
    what_if::settled(&town.app, id).await;
    let after = mia.get(&address).await;
    assert_eq!(after.header(header::REFRESH), "");
    is_there(&after.text(), "Wat komt eruit?");
}

#[tokio::test]
async fn it_is_checked_taken_away_as_a_file_thrown_away_and_put_back() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    let address = done(&town, &mut mia, "Meer woningen", "1500").await;
    let id = Id::new(address.rsplit('/').next().unwrap().parse().unwrap());
    let answer = mia.post(&format!("{address}/check"), &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    what_if::settled(&town.app, id).await;
    is_there(&mia.page(&address).await, "precies hetzelfde, tot op de laatste bit");

    let file = mia.get(&format!("{address}/figures.csv")).await.text();
    let lines: Vec<_> = file.lines().collect();
    assert_eq!(lines.len(), 1 + 2 * (19 + 5 * 4) * 3, "all, and five groups");
    assert!(lines.iter().all(|it| it.split(';').count() == 13), "{}", lines[1]);
    assert!(lines[1].starts_with("Trapmodel;iedereen;Komen erbij;in het jaar;1;"), "{}", lines[1]);

    let answer = mia.post(&format!("{address}/throw-away"), &[]).await;
    let gone = answer.location().to_owned();
    is_there(&mia.page(&gone).await, "Meer woningen is weggegooid.");
    assert_eq!(mia.get(&address).await.status, StatusCode::NOT_FOUND);
    let back = mia.post(&format!("{address}/put-back"), &[]).await;
    assert_eq!(back.location(), address);
    is_there(&mia.page(&address).await, "Wat komt eruit?");
}

#[tokio::test]
async fn two_stand_side_by_side_with_what_was_filled_in_differently() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    let one = done(&town, &mut mia, "Meer woningen", "1500").await;
    let from = one.rsplit('/').next().unwrap().to_owned();
    let form = mia.page(&format!("{HOME}/new?from={from}")).await;
    assert_eq!(attribute(&form, "input[name='value-homes.small']", "value"), "1500");
    assert_eq!(attribute(&form, "input[name=seed]", "value"), "7");
    is_there(&form, "Komt mee: 1.150 (1.000 tot 1.300)");
    let two = done(&town, &mut mia, "Minder woningen", "900").await;
    let list = mia.page(HOME).await;
    assert_eq!(count(&list, "input[name=run]"), 2);
    let id = |it: &str| it.rsplit('/').next().unwrap().to_owned();
    let both = format!("{HOME}/compare?run={}&run={}", id(&one), id(&two));
    let page = mia.page(&both).await;
    is_there(&page, "Omslag in Meer woningen");
    is_there(&page, "Omslag in Minder woningen");
    is_there(&page, "Kleine woningen die vrijkomen");
    is_there(&page, "900 (900 tot 1.300)");
    assert_eq!(count(&page, "figure .legend li"), 4 * count(&page, "figure"));
    let few = mia.page(&format!("{HOME}/compare?run={}", id(&one))).await;
    is_there(&few, "Kies er twee, drie of vier die klaar zijn.");
}

#[tokio::test]
async fn each_group_can_go_its_own_road_in_a_city_that_is_divided() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    let form = mia.page(&format!("{HOME}/new?areas=Noord%2C+Oud+West")).await;
    assert_eq!(attribute(&form, "input[type=hidden][name=areas]", "value"), "Noord, Oud-West");
    assert_eq!(attribute(&form, "input[name='value-area.Oud-West.homes']", "value"), "1");
    is_there(&form, "Noord: hier komen woningen vrij");
    is_there(&form, "Wil overal wonen");
    assert_eq!(count(&form, "select[name^='mix-']"), 5);
    assert_eq!(count(&form, "select[name='mix-urgent'] option"), 2, "no support, no road");

    let mut filled = fields("Jongeren eerst", "1150");
    filled.retain(|it| it.0 != "policies" && it.0 != "first");
    filled.extend([
        ("policies", "omslag"),
        ("policies", "mixed"),
        ("first", "omslag"),
        ("areas", "Noord, Oud-West"),
        ("mix-young", "housing-first"),
        ("value-area.Noord.homes", "3"),
    ]);
    let mut wrong = filled.clone();
    wrong.retain(|it| it.0 != "mix-young");
    wrong.extend([("mix-young", "trap"), ("value-wanted.anywhere", "2")]);
    let answer = mia.post(&format!("{HOME}/new"), &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    assert!(
        words(&text, "#errors").contains("Beleid voor jongeren"),
        "{}",
        words(&text, "#errors")
    );
    assert_eq!(count(&text, "select[name='mix-young'][aria-invalid=true]"), 1);
    assert_eq!(count(&text, "input[name='value-wanted.anywhere'][aria-invalid=true]"), 1);
    assert_eq!(attribute(&text, "input[name='value-area.Noord.homes']", "value"), "3");

    let answer = mia.post(&format!("{HOME}/new"), &filled).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let address = answer.location().to_owned();
    let id = address.rsplit('/').next().unwrap().to_owned();
    what_if::settled(&town.app, Id::new(id.parse().unwrap())).await;
    let page = mia.page(&address).await;
    is_there(&page, "Per gebied");
    is_there(&page, "jongeren: Housing First");
    is_there(&page, "wil overal wonen");
    let file = mia.get(&format!("{address}/figures.csv")).await.text();
    assert!(file.contains("Per groep een eigen beleid;Oud-West;Krijgen sleutels"), "{file}");
    assert!(file.contains("Omslag;jongeren;"), "{file}");

    // Who starts from it finds areas and roads again, and beside another they stand out.
    let again = mia.page(&format!("{HOME}/new?from={id}")).await;
    assert_eq!(attribute(&again, "input[type=hidden][name=areas]", "value"), "Noord, Oud-West");
    assert_eq!(
        attribute(&again, "select[name='mix-young'] option[selected]", "value"),
        "housing-first"
    );
    let other = done(&town, &mut mia, "Niet ingedeeld", "1150").await;
    let other = other.rsplit('/').next().unwrap();
    let both = mia.page(&format!("{HOME}/compare?run={id}&run={other}")).await;
    is_there(&both, "Gebieden");
    is_there(&both, "Per groep");
    mia.post("/language", &[("language", "en"), ("next", "/")]).await;
    let english = mia.page(&address).await;
    is_there(&english, "By area");
    is_there(&english, "young people: Housing First");
}
