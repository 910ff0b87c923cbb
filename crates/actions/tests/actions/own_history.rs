//! What-ifs that begin with what the city's own history says.

use sleutel_actions::{
    ActionError, Who,
    what_if::{self, WhatIfDraft, WhatIfState, back_field, history},
};
use sleutel_domain::access::Role;

use crate::{town::Town, what_if::draft};

async fn manager(town: &Town) -> Who {
    town.person("manager", Role::ProgrammeManager, "gemeente").await
}

/// On the database of the town, whichever it is.
pub(crate) async fn keeps_what_it_began_with(town: &Town) {
    let who = manager(town).await;
    let said = history::city_history(&town.app, &who).await.unwrap();
    assert_eq!(said.table.findings(), []);
    let (blank, again) = what_if::blank_from_city(&town.app, &who, None).await.unwrap();
    assert_eq!((&again.fingerprint, &blank.table), (&said.fingerprint, &said.table));
    let own = WhatIfDraft { numbers: [].into(), ..draft("Eigen geschiedenis") };
    let id = what_if::create_from_city(&town.app, &who, &own).await.unwrap();
    what_if::settled(&town.app, id).await;
    let done = what_if::view(&town.app, &who, id).await.unwrap();
    assert_eq!(done.row.state, WhatIfState::Done);
    let kept = done.asked.history.clone().unwrap();
    assert_eq!((kept.day, &kept.fingerprint), (said.day, &said.fingerprint));
    assert_eq!(kept.rows.len(), said.known());
    assert_eq!(kept.groups.len(), said.groups.len());
    what_if::check(&town.app, &who, id).await.unwrap();
    what_if::settled(&town.app, id).await;
    let checked = what_if::view(&town.app, &who, id).await.unwrap();
    assert!(checked.row.checked.unwrap().same);
    // One that goes on from it rests on the same.
    let next = what_if::create(&town.app, &who, Some(id), &own).await.unwrap();
    what_if::settled(&town.app, next).await;
    let next = what_if::view(&town.app, &who, next).await.unwrap();
    assert_eq!(next.asked.history, done.asked.history);
    assert_eq!(next.asked.assumptions, done.asked.assumptions);
}

#[tokio::test]
async fn a_what_if_keeps_the_history_it_began_with_and_comes_out_the_same() {
    keeps_what_it_began_with(&Town::new().await).await;
}

#[tokio::test]
async fn a_row_can_be_put_back_to_what_comes_with_the_product() {
    let town = Town::new().await;
    let who = manager(&town).await;
    let numbers = [
        ("value-homes.kept".to_owned(), "0,5".to_owned()),
        ("value-omslag.returns".to_owned(), "0,7".to_owned()),
        (back_field("homes.kept"), "yes".to_owned()),
    ];
    let own = WhatIfDraft { numbers: numbers.into(), ..draft("Teruggezet") };
    let id = what_if::create_from_city(&town.app, &who, &own).await.unwrap();
    let asked = what_if::view(&town.app, &who, id).await.unwrap().asked;
    let of = |name: &str| asked.assumptions.iter().find(|it| it.name == name).unwrap();
    assert!(!of("homes.kept").changed());
    assert!((of("omslag.returns").value - 0.7).abs() < 1e-9);
}

#[tokio::test]
async fn who_may_not_run_a_what_if_does_not_see_what_history_says() {
    let town = Town::new().await;
    let officer = town.person("officer", Role::HousingOfficer, "gemeente").await;
    let said = history::city_history(&town.app, &officer).await;
    assert!(matches!(said, Err(ActionError::Denied(_))), "{said:?}");
    let tested = history::back_test(&town.app, &officer).await;
    assert!(tested.is_err());
}
