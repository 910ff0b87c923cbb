use sleutel_actions::{
    App, Who, audit,
    rounds::{self, LotView, RoundDraft},
};
use sleutel_domain::{Id, placement::Round};
use sleutel_exchange::lot::seal;
use sleutel_store::Window;

use crate::town::{Town, today};

pub(crate) fn draft(seed: &str) -> RoundDraft {
    RoundDraft {
        name: "Week 25".to_owned(),
        held_on: today().to_string(),
        seed: seed.to_owned(),
        vacancies: (1..=13).map(|it| format!("VH-{it:02}")).collect(),
        ..RoundDraft::default()
    }
}

async fn only(app: &App) -> LotView {
    let mut all = rounds::lots(app).await.unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

async fn logged(app: &App, who: &Who, round: Id<Round>) -> String {
    let window = Window { offset: 0, limit: 50 };
    let page = audit::lines(app, who, "round", &round.to_string(), window).await.unwrap();
    page.rows.iter().map(|it| it.line.detail.as_str()).collect()
}

/// The whole life of a number, on any database.
pub(crate) async fn lives_from_seal_to_number(town: &Town) {
    let (app, desk) = (&town.app, &town.desk().await);
    let round = rounds::create(app, desk, &draft("")).await.unwrap();
    let sealed = only(app).await;
    assert_eq!((sealed.round, sealed.shown.clone()), (round, None));
    let mark = sealed.seal.clone().unwrap();
    let before = logged(app, &town.operator, round).await;
    assert!(before.contains(&mark) && !before.contains("seed"), "{before}");

    // Homes may change as long as nobody knows the number.
    let twelve = &draft("").vacancies[..12];
    rounds::change_homes(app, desk, round, 1, twelve).await.unwrap();
    rounds::propose(app, desk, round, 2).await.unwrap();
    let known = only(app).await;
    let shown = known.shown.clone().unwrap();
    let number = u64::try_from(shown.seed).unwrap();
    assert_eq!(seal(&round.to_string(), number, shown.salt.as_deref().unwrap()), mark);
    assert!(shown.sealed.unwrap().starts_with(&format!("sleutel-lot/1 {round} {number} ")));
    let view = rounds::view(app, desk, round, None).await.unwrap();
    assert_eq!(view.current.unwrap().1.input.seed, number);
    let after = logged(app, &town.operator, round).await;
    assert!(after.contains(&format!("\"seed\":{number}")), "{after}");

    // Later proposals use the same number, and homes changed since are told.
    rounds::change_homes(app, desk, round, 3, &draft("").vacancies).await.unwrap();
    rounds::propose(app, desk, round, 4).await.unwrap();
    let later = only(app).await;
    assert_eq!((later.seal, later.shown.unwrap().seed), (Some(mark), shown.seed));
    assert!(later.homes_changed_after.is_some());
}

#[tokio::test]
async fn a_number_is_sealed_until_the_first_proposal_and_then_the_same_for_the_whole_round() {
    lives_from_seal_to_number(&Town::new().await).await;
}

#[tokio::test]
async fn a_number_that_people_stated_is_known_at_once_and_has_no_seal() {
    let town = Town::new().await;
    rounds::create(&town.app, &town.desk().await, &draft("4711")).await.unwrap();
    let lot = only(&town.app).await;
    let shown = lot.shown.unwrap();
    assert_eq!((shown.seed, shown.salt, lot.seal), (4711, None, None));
}

#[tokio::test]
async fn no_two_rounds_draw_the_same_number() {
    let town = Town::new().await;
    let desk = town.desk().await;
    for _ in 0..3 {
        rounds::create(&town.app, &desk, &draft("")).await.unwrap();
    }
    let all = rounds::lots(&town.app).await.unwrap();
    let seals: std::collections::BTreeSet<_> = all.iter().map(|it| it.seal.clone()).collect();
    assert_eq!(seals.len(), 3);
}

#[tokio::test]
async fn everybody_in_a_round_has_a_place_of_their_own_in_the_lot() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = rounds::create(&town.app, &desk, &draft("7")).await.unwrap();
    rounds::propose(&town.app, &desk, round, 1).await.unwrap();
    let view = rounds::view(&town.app, &desk, round, None).await.unwrap();
    let input = &view.current.unwrap().1.input;
    let mut places = Vec::new();
    for candidate in &input.candidates {
        let reference = &candidate.reference;
        let person = rounds::person(&town.app, &desk, round, reference, None, false).await.unwrap();
        let lot = person.lot.unwrap();
        assert_eq!(lot.number, sleutel_placement::lot_number(7, reference));
        places.push(lot.place);
    }
    places.sort_unstable();
    assert_eq!(places, (1..=input.candidates.len()).collect::<Vec<_>>());
}
