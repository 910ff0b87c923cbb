use sleutel_actions::{
    ActionError, FieldFault, audit,
    steering::demand::{self, AnnounceDraft, OverruleDraft},
};
use sleutel_domain::{GroupCode, access::Role, steering::forecast::Month};
use sleutel_store::{Db, Window};

use crate::{
    postgres::Fresh,
    town::{Town, today},
};

const WINDOW: Window = Window { offset: 0, limit: 50 };

fn group() -> GroupCode {
    GroupCode::new("urgency").unwrap()
}

fn draft(expected: &str, was: u32) -> OverruleDraft {
    OverruleDraft {
        expected: expected.to_owned(),
        reason: "Er sluiten twee opvanglocaties".to_owned(),
        was: was.to_string(),
    }
}

fn announcement(month: Month) -> AnnounceDraft {
    AnnounceDraft {
        group: "urgency".to_owned(),
        month: month.code(),
        people: "25".to_owned(),
        reason: "Een opvang gaat dicht".to_owned(),
    }
}

fn faults(result: Result<(), ActionError>) -> Vec<(String, FieldFault)> {
    let Err(ActionError::Fields(errors)) = result else { panic!("{result:?}") };
    errors.into_iter().map(|it| (it.field, it.fault)).collect()
}

#[tokio::test]
async fn everyone_who_came_is_counted_and_a_year_is_what_came_with_what_is_to_come() {
    let town = Town::new().await;
    let year = demand::expected(&town.app, &town.operator, today().year()).await.unwrap();
    let outlook = demand::outlook(&town.app, &town.operator, today().year()).await.unwrap();
    assert_eq!(outlook.year, year);
    let counted: u32 =
        (outlook.past.groups().iter()).map(|it| it.counts.iter().sum::<u32>() + it.running).sum();
    assert!(counted > 0);
    assert!(!year.groups.is_empty());
    for it in &year.groups {
        assert!((it.whole.mean - it.still.mean - f64::from(it.came)).abs() < 1e-9);
        assert!((f64::from(it.holds) - it.whole.mean).abs() <= 0.5, "{:?}", it.group.code);
        assert_eq!(it.overruled, None);
    }
    let past = demand::expected(&town.app, &town.operator, today().year() - 1).await.unwrap();
    assert!(past.groups.iter().all(|it| it.still.high == 0), "a year that is over is known");
    let later = demand::expected(&town.app, &town.operator, today().year() + 2).await;
    assert!(matches!(later, Err(ActionError::NotFound)), "{later:?}");
}

#[tokio::test]
async fn a_manager_overrules_a_forecast_in_versions_and_takes_it_back_and_the_log_says_so() {
    overrules(&Town::new().await).await;
    if let Some(fresh) = Fresh::new("overrules") {
        let town = Town::on(Db::open(&fresh.url()).await.unwrap()).await;
        overrules(&town).await;
        town.app.db.close().await;
    }
}

async fn overrules(town: &Town) {
    let manager = town.person("manager", Role::ProgrammeManager, "gemeente").await;
    let year = today().year() + 1;
    let holds = async || {
        let found = demand::expected(&town.app, &manager, year).await.unwrap();
        let it = found.groups.into_iter().find(|it| it.group.code == group()).unwrap();
        (it.holds, it.overruled.and_then(|it| it.expected))
    };
    let before = holds().await;
    assert_eq!(before.1, None);
    let nothing = demand::overrule(&town.app, &manager, (&group(), year), &draft("", 0)).await;
    assert_eq!(faults(nothing), [("expected".to_owned(), FieldFault::Required)]);
    demand::overrule(&town.app, &manager, (&group(), year), &draft("210", 0)).await.unwrap();
    assert_eq!(holds().await, (210, Some(210)));
    let second = demand::overrule(&town.app, &manager, (&group(), year), &draft("190", 0)).await;
    assert!(matches!(second, Err(ActionError::Changed)), "{second:?}");
    demand::overrule(&town.app, &manager, (&group(), year), &draft("190", 1)).await.unwrap();
    demand::overrule(&town.app, &manager, (&group(), year), &draft("", 2)).await.unwrap();
    assert_eq!(holds().await, before);
    let all = demand::outlook(&town.app, &manager, year).await.unwrap().overrulings;
    let kept: Vec<_> = all.iter().map(|it| (it.version, it.expected)).collect();
    assert_eq!(kept, [(3, None), (2, Some(190)), (1, Some(210))]);
    let log = audit::lines(&town.app, &town.operator, "demand", "urgency", WINDOW).await.unwrap();
    assert_eq!(log.rows.len(), 3);
    assert!(
        log.rows.iter().all(|it| !it.line.detail.contains("opvang")),
        "no own words in the log"
    );
}

#[tokio::test]
async fn a_forecast_is_overruled_for_this_year_and_the_next_only_and_with_a_reason() {
    let town = Town::new().await;
    let desk = town.desk().await;
    for year in [today().year() - 1, today().year() + 2] {
        let refused = demand::overrule(&town.app, &desk, (&group(), year), &draft("5", 0)).await;
        assert!(matches!(refused, Err(ActionError::NotFound)), "{refused:?}");
    }
    let nobody = GroupCode::new("nobody").unwrap();
    let refused =
        demand::overrule(&town.app, &desk, (&nobody, today().year()), &draft("5", 0)).await;
    assert!(matches!(refused, Err(ActionError::NotFound)), "{refused:?}");
    let bad = OverruleDraft { reason: " ".to_owned(), ..draft("-3", 0) };
    let refused = demand::overrule(&town.app, &desk, (&group(), today().year()), &bad).await;
    let fields: Vec<String> = faults(refused).into_iter().map(|it| it.0).collect();
    assert_eq!(fields, ["expected", "reason"]);
}

#[tokio::test]
async fn announced_people_are_expected_on_top_until_that_is_withdrawn() {
    announces(&Town::new().await).await;
    if let Some(fresh) = Fresh::new("announces") {
        let town = Town::on(Db::open(&fresh.url()).await.unwrap()).await;
        announces(&town).await;
        town.app.db.close().await;
    }
}

async fn announces(town: &Town) {
    let desk = town.desk().await;
    let year = today().year() + 1;
    let mean = async || {
        let found = demand::expected(&town.app, &desk, year).await.unwrap();
        found.groups.into_iter().find(|it| it.group.code == group()).unwrap().whole.mean
    };
    let before = mean().await;
    let march = Month::new(year, 3).unwrap();
    demand::announce(&town.app, &desk, &announcement(march)).await.unwrap();
    assert!((mean().await - before - 25.0).abs() < 1e-9);
    let found = demand::outlook(&town.app, &desk, year).await.unwrap().announced;
    let id = found[0].id;
    let without = demand::withdraw(&town.app, &desk, id, "").await;
    assert_eq!(faults(without), [("reason".to_owned(), FieldFault::Required)]);
    demand::withdraw(&town.app, &desk, id, "Gaat niet door").await.unwrap();
    let again = demand::withdraw(&town.app, &desk, id, "Gaat niet door").await;
    assert!(matches!(again, Err(ActionError::Changed)), "{again:?}");
    assert!((mean().await - before).abs() < 1e-9);
    let found = demand::outlook(&town.app, &desk, year).await.unwrap().announced;
    assert!(found[0].withdrawn.is_some(), "it stays to be read");
    for month in [Month::of(today()).plus(-1), Month::of(today()).plus(24)] {
        let refused = demand::announce(&town.app, &desk, &announcement(month)).await;
        assert_eq!(faults(refused), [("month".to_owned(), FieldFault::NotAChoice)]);
    }
}
