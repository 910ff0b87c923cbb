use sleutel_actions::{
    ActionError, App, Clock, Hold, access,
    import::{bring_in, stored},
};
use sleutel_domain::access::Role;
use sleutel_exchange::{Kind, Records};
use sleutel_store::Db;

use crate::town::{Town, incoming, now, records};

/// A programme with the parts of a city and nobody in it.
async fn empty_city() -> Town {
    let app = App::new(Db::open("sqlite::memory:").await.unwrap(), Clock::Fixed(now()));
    let operator = access::start_programme(&app, "test", "city", "City", false).await.unwrap();
    let parts = records().into_iter();
    let parts = parts.filter(|it| matches!(it.kind(), Kind::Areas | Kind::AreaFigures)).collect();
    bring_in(&app, &operator, &incoming(parts), false, &mut |_, _| {}).await.unwrap();
    Town { app, operator }
}

#[tokio::test]
async fn a_city_without_people_can_become_a_demo() {
    let city = empty_city().await;
    let who = access::become_demo(&city.app, &city.operator, "demo-4", "Stad").await.unwrap();
    let programme = access::greeting(&city.app).await.unwrap().unwrap();
    assert_eq!(who.programme(), Some(&programme));
    assert_eq!((programme.code.as_str(), programme.demo), ("demo-4", true));
}

#[tokio::test]
async fn a_programme_with_people_or_accounts_never_becomes_a_demo() {
    let town = Town::new().await;
    let refused = access::become_demo(&town.app, &town.operator, "demo-4", "Stad").await;
    assert!(matches!(refused, Err(ActionError::Hold(Hold::NotEmpty))), "{refused:?}");
    let desk = town.person("beheer", Role::Administrator, "gemeente").await;
    let by_a_person = access::become_demo(&town.app, &desk, "demo-4", "Stad").await;
    assert!(matches!(by_a_person, Err(ActionError::NotFound)), "{by_a_person:?}");
}

#[tokio::test]
async fn a_city_comes_back_as_it_was_brought_in() {
    let city = empty_city().await;
    let stored = stored(&city.app, &city.operator).await.unwrap();
    assert_eq!(stored.participants, 0);
    for records in records() {
        if let Records::Areas(rows) = records {
            assert_eq!(stored.areas.len(), rows.len());
            for row in rows {
                assert!(stored.areas.contains(&row.record), "{}", row.record.code);
            }
        } else if let Records::AreaFigures(rows) = records {
            assert_eq!(stored.figures.len(), rows.len());
            for row in rows {
                assert!(stored.figures.contains(&row.record), "{}", row.record.area);
            }
        }
    }
    let town = Town::new().await;
    let people = sleutel_actions::import::stored(&town.app, &town.operator).await.unwrap();
    assert_eq!(people.participants, 30);
}
