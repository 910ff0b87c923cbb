//! What our own history says: the page, its files, and a what-if that begins with it.

use axum::http::StatusCode;
use sleutel_actions::what_if;
use sleutel_domain::Id;

use super::rounds::count;
use crate::town::Town;

const CITY: &str = "/steering/what-if/city";

#[tokio::test]
async fn only_who_may_run_a_what_if_sees_what_history_says() {
    let town = Town::new().await;
    for (login, expected) in [
        ("mia", StatusCode::OK),
        ("desk", StatusCode::OK),
        ("cor", StatusCode::OK),
        ("lex", StatusCode::FORBIDDEN),
        ("hans", StatusCode::FORBIDDEN),
        ("wil", StatusCode::FORBIDDEN),
        ("bea", StatusCode::FORBIDDEN),
    ] {
        let mut browser = town.browser(login).await;
        for path in [CITY, "/steering/what-if/city.csv"] {
            assert_eq!(browser.get(path).await.status, expected, "{login} {path}");
        }
        let list = browser.get("/steering/what-if").await;
        if list.status == StatusCode::OK {
            let link = list.text().contains("\"/steering/what-if/city\"");
            assert_eq!(link, expected == StatusCode::OK, "{login}");
        }
    }
}

#[tokio::test]
async fn a_what_if_begins_with_it_and_says_so() {
    let town = Town::new().await;
    let mut mia = town.browser("mia").await;
    let form = mia.page("/steering/what-if/new?from=city").await;
    assert_eq!(count(&form, "input[name=from][value=city]"), 2, "in the form and beside the areas");
    let fields = [
        ("from", "city"),
        ("name", "Eigen geschiedenis"),
        ("policies", "omslag"),
        ("first", "omslag"),
        ("years", "2"),
        ("replications", "2"),
        ("seed", "7"),
        ("value-homes.kept", "0,5"),
        ("back-homes.kept", "yes"),
    ];
    let answer = mia.post("/steering/what-if/new", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let address = answer.location().to_owned();
    let id = address.rsplit('/').next().unwrap().parse().unwrap();
    what_if::settled(&town.app, Id::new(id)).await;
    let page = mia.page(&address).await;
    assert!(page.contains("Begonnen met de cijfers uit de eigen geschiedenis"), "{page}");
    // What is wrong comes back on the same figures.
    let mut wrong = fields.to_vec();
    wrong.retain(|it| it.0 != "name");
    let answer = mia.post("/steering/what-if/new", &wrong).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("value=\"city\""));
}
