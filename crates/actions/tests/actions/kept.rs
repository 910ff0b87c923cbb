//! The work agreements: how often each was kept, of which files, and how often it has to be.

use sleutel_actions::{
    ActionError, Who,
    steering::kept::{self, TARGET, TargetDraft, set_target},
};
use sleutel_domain::{
    access::Role,
    steering::kept::{Figure, WorkAgreement},
};

use crate::town::{Town, today};

const AGREEMENT: WorkAgreement = WorkAgreement::Tenancy;

async fn manager(town: &Town) -> Who {
    town.person("manager", Role::ProgrammeManager, "gemeente").await
}

fn draft(percent: &str, was: &str) -> TargetDraft {
    TargetDraft {
        percent: percent.to_owned(),
        reason: "Afgesproken in de stuurgroep".to_owned(),
        was: was.to_owned(),
    }
}

async fn what_is_not_measured_has_no_figure_and_the_rest_has_six_years(town: &Town) {
    let who = manager(town).await;
    let year = today().year();
    let found = kept::view(&town.app, &who, year, None).await.unwrap();
    assert_eq!(found.agreements.len(), 10);
    for it in &found.agreements {
        assert_eq!(it.years.len(), 6);
        let measured = it.years.iter().all(|it| it.kept.is_some());
        let none = it.years.iter().all(|it| it.kept.is_none());
        assert!(if it.agreement.is_measured() { measured } else { none });
        // Nobody is on a road in this town.
        assert!(it.years.iter().filter_map(|it| it.kept).all(|it| it.whole == Figure::Nothing));
    }
    for year in [year + 1, year - 11] {
        let refused = kept::view(&town.app, &who, year, None).await;
        assert!(matches!(refused, Err(ActionError::NotFound)), "{year}");
    }
    let files = kept::files(&town.app, &who, AGREEMENT, (year, None)).await.unwrap();
    assert!(files.is_empty());
    let administrator = town.person("admin", Role::Administrator, "gemeente").await;
    let refused = kept::files(&town.app, &administrator, AGREEMENT, (year, None)).await;
    assert!(matches!(refused, Err(ActionError::Denied(_))), "{refused:?}");
}

async fn a_target_is_set_changed_and_taken_back_and_of_two_the_second_is_told(town: &Town) {
    let who = manager(town).await;
    let (app, year) = (&town.app, today().year());
    let target = async || {
        let found = kept::view(app, &who, year, Some(AGREEMENT)).await.unwrap();
        found.agreements[0].year().unwrap().target.clone()
    };
    assert_eq!((target().await.percent, target().await.set), (TARGET, None));
    set_target(app, &who, (AGREEMENT, year), &draft("90", "0")).await.unwrap();
    let set = target().await;
    assert_eq!((set.percent, set.version, set.set.is_some()), (90, 1, true));
    let late = set_target(app, &who, (AGREEMENT, year), &draft("80", "0")).await;
    assert!(matches!(late, Err(ActionError::Changed)), "{late:?}");
    set_target(app, &who, (AGREEMENT, year), &draft("", "1")).await.unwrap();
    let back = target().await;
    assert_eq!((back.percent, back.version, back.set), (TARGET, 2, None));
    for wrong in
        [draft("101", "2"), draft("", "2"), TargetDraft { reason: " ".into(), ..draft("9", "2") }]
    {
        let refused = set_target(app, &who, (AGREEMENT, year), &wrong).await;
        assert!(matches!(refused, Err(ActionError::Fields(_))), "{refused:?}");
    }
    let found = kept::view(app, &who, year, Some(AGREEMENT)).await.unwrap();
    assert_eq!(found.targets.len(), 2, "what was said stays to be read");
    let lex = town.person("lex", Role::LettingConsultant, "wendelhuis").await;
    let refused = set_target(app, &lex, (AGREEMENT, year), &draft("50", "2")).await;
    assert!(matches!(refused, Err(ActionError::Denied(_))), "{refused:?}");
}

on_both!(
    what_is_not_measured_has_no_figure_and_the_rest_has_six_years,
    a_target_is_set_changed_and_taken_back_and_of_two_the_second_is_told,
);
