//! What-ifs over years: asked for, worked out beside the pages, kept and checked.

use sleutel_actions::{
    ActionError, App, Clock, FieldFault, Who, audit,
    what_if::{self, Cause, Cut, Measure, PolicyName, Progress, Refused, WhatIfDraft, WhatIfState},
};
use sleutel_domain::{Id, access::Role};
use sleutel_store::{Db, Window};

use crate::town::{Town, now};

/// A small one: two policies, two years, two replications.
pub(crate) fn draft(name: &str) -> WhatIfDraft {
    WhatIfDraft {
        name: name.to_owned(),
        policies: vec!["omslag".to_owned(), "prevention".to_owned()],
        first: "omslag".to_owned(),
        years: "2".to_owned(),
        replications: "2".to_owned(),
        seed: "7".to_owned(),
        uncertain: true,
        areas: None,
        mix: [("young".to_owned(), "housing-first".to_owned())].into(),
        numbers: [("value-homes.small".to_owned(), "2.000".to_owned())].into(),
    }
}

async fn manager(town: &Town) -> Who {
    town.person("manager", Role::ProgrammeManager, "gemeente").await
}

async fn logged(town: &Town) -> Vec<String> {
    let window = Window { offset: 0, limit: 50 };
    let log = audit::lines(&town.app, &town.operator, "what-if", "", window).await.unwrap();
    let ours = log.rows.into_iter().filter(|it| it.line.action == "run-what-if");
    ours.rev().map(|it| it.line.detail).collect()
}

/// On the database of the town, whichever it is.
pub(crate) async fn comes_out_the_same(town: &Town) {
    let who = manager(town).await;
    let id = what_if::create(&town.app, &who, None, &draft("Meer woningen")).await.unwrap();
    let begun = what_if::view(&town.app, &who, id).await.unwrap();
    assert_eq!((begun.row.state, begun.outcome.is_none()), (WhatIfState::Waiting, true));
    assert!(matches!(
        begun.progress,
        Some(Progress::InLine { before: 0 } | Progress::Running { all: 4, .. })
    ));
    what_if::settled(&town.app, id).await;
    let done = what_if::view(&town.app, &who, id).await.unwrap();
    assert_eq!((done.row.state, done.progress), (WhatIfState::Done, None));
    let outcome = done.outcome.unwrap();
    assert_eq!(outcome.variants.len(), 2);
    for replication in outcome.variants.iter().flatten() {
        let totals = replication.totals;
        assert_eq!(totals.entered, totals.left + totals.in_system);
    }
    assert!(outcome.band(0, 1, Measure::Housed).unwrap().middle > 0.0);
    let changed: Vec<_> = done.asked.changes().map(|it| it.name.as_str()).collect();
    assert_eq!(changed, ["homes.small"]);
    assert_eq!(done.row.changes, r#"{"homes.small":[2000.0,1000.0,2000.0]}"#);

    what_if::check(&town.app, &who, id).await.unwrap();
    what_if::settled(&town.app, id).await;
    let checked = what_if::view(&town.app, &who, id).await.unwrap();
    assert!(checked.row.checked.unwrap().same);
    let print = &checked.row.fingerprint;
    let lines = logged(town).await;
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(lines[0].contains(r#""homes.small":[2000.0"#), "{}", lines[0]);
    assert!(lines[1].contains(print.as_str()) && lines[2].contains(r#""again":true"#));
}

#[tokio::test]
async fn a_what_if_is_worked_out_kept_and_comes_out_the_same_to_the_last_bit() {
    comes_out_the_same(&Town::new().await).await;
}

#[tokio::test]
async fn the_first_policy_chosen_is_the_one_the_others_are_compared_with() {
    let town = Town::new().await;
    let who = manager(&town).await;
    let draft = WhatIfDraft { first: "prevention".to_owned(), ..draft("Preventie eerst") };
    let id = what_if::create(&town.app, &who, None, &draft).await.unwrap();
    let view = what_if::view(&town.app, &who, id).await.unwrap();
    assert_eq!(view.asked.policies(), [PolicyName::Prevention, PolicyName::Omslag]);
}

#[tokio::test]
async fn everything_that_is_wrong_is_said_at_once_and_nothing_is_kept() {
    let town = Town::new().await;
    let who = manager(&town).await;
    let wrong = WhatIfDraft {
        years: "21".to_owned(),
        replications: "veel".to_owned(),
        numbers: [
            ("value-homes.small".to_owned(), "veel".to_owned()),
            ("low-omslag.leaves".to_owned(), String::new()),
        ]
        .into(),
        policies: Vec::new(),
        ..draft("")
    };
    let told = what_if::create(&town.app, &who, None, &wrong).await;
    let Err(Refused::Draft { fields, .. }) = told else { panic!("{told:?}") };
    let at: Vec<_> = fields.iter().map(|it| it.field.as_str()).collect();
    let expected =
        ["name", "policies", "years", "replications", "value-homes.small", "low-omslag.leaves"];
    assert_eq!(at, expected);
    assert_eq!(fields[2].fault, FieldFault::Range { least: 1, most: 20 });

    let impossible = WhatIfDraft {
        numbers: [
            ("value-omslag.returns".to_owned(), "1,5".to_owned()),
            ("low-omslag.leaves".to_owned(), "0,2".to_owned()),
        ]
        .into(),
        ..draft("Onmogelijk")
    };
    let told = what_if::create(&town.app, &who, None, &impossible).await;
    let Err(Refused::Draft { findings, .. }) = told else { panic!("{told:?}") };
    let found: Vec<_> = findings.iter().map(|it| it.at.as_str()).collect();
    assert_eq!(found, ["omslag.leaves", "omslag.returns"]);
    assert!(matches!(findings[1].cause, Cause::ImpossibleValue { .. }));
    assert!(what_if::list(&town.app, &who, None).await.unwrap().0.is_empty());
}

#[tokio::test]
async fn one_that_would_keep_the_machine_busy_is_refused_with_its_figures() {
    let town = Town::new().await;
    let who = manager(&town).await;
    let large = WhatIfDraft {
        years: "20".to_owned(),
        replications: "500".to_owned(),
        policies: PolicyName::ALL.map(|it| it.code().to_owned()).to_vec(),
        ..draft("Alles tegelijk")
    };
    let told = what_if::create(&town.app, &who, None, &large).await;
    let Err(Refused::Draft { size: Some(size), .. }) = told else { panic!("{told:?}") };
    assert_eq!((size.policies, size.years, size.replications), (5, 20, 500));
    assert!(size.work > what_if::MOST_WORK);
}

#[tokio::test]
async fn one_that_starts_from_another_takes_its_numbers_over() {
    let town = Town::new().await;
    let who = manager(&town).await;
    let first = what_if::create(&town.app, &who, None, &draft("Meer woningen")).await.unwrap();
    let blank = what_if::blank(&town.app, &who, Some(first), None).await.unwrap();
    assert_eq!(blank.draft.seed, "7");
    assert!((blank.table.get("homes.small").unwrap().value - 2_000.0).abs() < 1e-9);
    let next = WhatIfDraft {
        numbers: [("value-homes.family".to_owned(), "700".to_owned())].into(),
        ..draft("En meer gezinswoningen")
    };
    let next = what_if::create(&town.app, &who, Some(first), &next).await.unwrap();
    let views = what_if::compare(&town.app, &who, &[next, first]).await.unwrap();
    let changed: Vec<_> = views[0].asked.changes().map(|it| it.name.as_str()).collect();
    assert_eq!(changed, ["homes.small", "homes.family"]);
    assert_eq!(views[1].asked.changes().count(), 1);
    let list = what_if::list(&town.app, &who, None).await.unwrap().0;
    assert_eq!(list.iter().map(|it| it.row.id).collect::<Vec<_>>(), [next, first]);
}

/// One process: what it still had to do when it is left is gone with it.
fn process<T>(does: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(does)
}

#[test]
fn what_was_waiting_when_the_process_stopped_is_taken_up_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let address = format!("sqlite:{}", folder.path().join("city.db").display());
    // It stops as soon as it has put one in line: nothing was begun.
    let (who, operator, id) = process(async {
        let town = Town::on(Db::open(&address).await.unwrap()).await;
        let who = manager(&town).await;
        let id = what_if::create(&town.app, &who, None, &draft("Afgebroken")).await.unwrap();
        (who, town.operator, id)
    });
    process(async {
        let after = App::new(Db::open(&address).await.unwrap(), Clock::Fixed(now()));
        let seen = what_if::view(&after, &who, id).await.unwrap();
        assert_eq!(seen.row.state, WhatIfState::Waiting);
        assert_eq!(seen.progress, None, "the new process knows of none");
        assert_eq!(what_if::take_up(&after, &operator).await.unwrap(), 1);
        what_if::settled(&after, id).await;
        let seen = what_if::view(&after, &who, id).await.unwrap();
        assert_eq!(seen.row.state, WhatIfState::Done);
        assert_eq!(what_if::take_up(&after, &operator).await.unwrap(), 0);
    });
}

#[tokio::test]
async fn what_is_thrown_away_is_gone_can_be_put_back_and_both_are_logged() {
    let town = Town::new().await;
    let who = manager(&town).await;
    let id = what_if::create(&town.app, &who, None, &draft("Weg ermee")).await.unwrap();
    what_if::throw_away(&town.app, &who, id).await.unwrap();
    what_if::settled(&town.app, id).await;
    let gone = what_if::view(&town.app, &who, id).await;
    assert!(matches!(gone, Err(ActionError::NotFound)), "{gone:?}");
    let (list, name) = what_if::list(&town.app, &who, Some(id)).await.unwrap();
    assert_eq!((list.len(), name.as_deref()), (0, Some("Weg ermee")));
    what_if::put_back(&town.app, &who, id).await.unwrap();
    what_if::settled(&town.app, id).await;
    let back = what_if::view(&town.app, &who, id).await.unwrap();
    assert_eq!(back.row.state, WhatIfState::Done, "it went in line again");
    let lines = logged(&town).await.join("\n");
    assert!(lines.contains("thrown_away") && lines.contains("put_back"), "{lines}");
    let strange = what_if::throw_away(&town.app, &who, Id::new(uuid::Uuid::nil())).await;
    assert!(matches!(strange, Err(ActionError::NotFound)));
}

#[tokio::test]
async fn a_mix_in_a_divided_city_is_kept_with_figures_by_group_and_area() {
    mixed_and_divided(&Town::new().await).await;
}

/// On the database of the town, whichever it is.
pub(crate) async fn mixed_and_divided(town: &Town) {
    let who = town.person("another-manager", Role::ProgrammeManager, "gemeente").await;
    let mixed = WhatIfDraft {
        policies: vec!["omslag".to_owned(), "mixed".to_owned()],
        areas: Some("Noord, Zuid".to_owned()),
        numbers: [("value-area.Noord.homes".to_owned(), "3".to_owned())].into(),
        ..draft("Jongeren eerst")
    };
    let first = what_if::create(&town.app, &who, None, &mixed).await.unwrap();
    what_if::settled(&town.app, first).await;
    let view = what_if::view(&town.app, &who, first).await.unwrap();
    let outcome = view.outcome.unwrap();
    let housed = |cut| outcome.part_band(1, 1, cut, Measure::Housed).map(|it| it.mean);
    assert!(housed(Cut::Area(0)) > housed(Cut::Area(1)) && housed(Cut::Group(2)).is_some());
    assert_eq!(outcome.variants[0][0].areas[1].len(), 3);
    let lines = logged(town).await;
    let said = [r#""young":"housing-first""#, r#""areas":2"#];
    assert!(lines.iter().any(|it| said.iter().all(|part| it.contains(part))), "{lines:?}");

    // Whoever starts from it goes on from its areas and roads, unless they say otherwise.
    let blank = what_if::blank(&town.app, &who, Some(first), None).await.unwrap();
    assert_eq!(blank.table.areas(), ["Noord", "Zuid"]);
    let road = |group: &str| blank.table.mix().find(|it| it.0.code == group).unwrap().1;
    assert_eq!([road("young"), road("adults")], [PolicyName::HousingFirst, PolicyName::Omslag]);
    let next = WhatIfDraft { areas: None, mix: [].into(), ..mixed.clone() };
    let next = what_if::create(&town.app, &who, Some(first), &next).await.unwrap();
    let views = what_if::compare(&town.app, &who, &[next, first]).await.unwrap();
    assert_eq!(views[0].asked.groups(), views[1].asked.groups());
    assert_eq!(views[0].asked.areas, views[1].asked.areas);

    let wrong = WhatIfDraft {
        mix: [
            ("young".to_owned(), "mixed".to_owned()),
            ("urgent".to_owned(), "staircase".to_owned()),
            ("adults".to_owned(), String::new()),
        ]
        .into(),
        ..mixed
    };
    let told = what_if::create(&town.app, &who, None, &wrong).await;
    let Err(Refused::Draft { fields, .. }) = told else { panic!("{told:?}") };
    let at: Vec<_> = fields.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(at, ["mix-adults", "mix-young", "mix-urgent"]);
    what_if::settled(&town.app, next).await;
}
