use sleutel_actions::{
    audit,
    import::{Counts, Incoming, bring_in},
    participants,
};
use sleutel_domain::{
    AreaCode,
    homes::{Place, VacancyStatus},
};
use sleutel_exchange::{FindingKind, Kind, Records};
use sleutel_store::audit::ChainState;

use crate::town::{Town, incoming, records, reference};

#[tokio::test]
async fn bringing_in_the_same_files_again_changes_nothing() {
    let town = Town::new().await;
    let report = bring_in(&town.app, &town.operator, &incoming(records()), false, &mut |_, _| {})
        .await
        .unwrap();
    assert!(report.kept);
    for (kind, counts) in &report.counts {
        assert_eq!((counts.added, counts.changed), (0, 0), "{kind:?}");
        assert!(counts.unchanged > 0, "{kind:?}");
    }
}

#[tokio::test]
async fn a_dry_run_says_what_would_happen_and_keeps_nothing() {
    let town = Town::new().await;
    let mut all = records();
    for records in &mut all {
        if let Records::Participants(rows) = records {
            rows[0].record.family = sleutel_domain::PersonName::new("Anders").unwrap();
        }
    }
    let first = reference("D-0001");
    let before = participants::view(&town.app, &town.operator, &first).await.unwrap().file;
    let dry = bring_in(&town.app, &town.operator, &incoming(all.clone()), true, &mut |_, _| {})
        .await
        .unwrap();
    assert!(!dry.kept);
    let expected = Counts { added: 0, changed: 1, unchanged: 29 };
    assert_eq!(dry.counts[&Kind::Participants], expected);
    let after = participants::view(&town.app, &town.operator, &first).await.unwrap().file;
    assert_eq!(before, after);
    let wet =
        bring_in(&town.app, &town.operator, &incoming(all), false, &mut |_, _| {}).await.unwrap();
    assert_eq!(wet.counts, dry.counts);
    let after = participants::view(&town.app, &town.operator, &first).await.unwrap().file;
    assert_eq!(after.head().unwrap().family.as_str(), "Anders");
    assert_eq!(after.version, before.version + 1);
    assert_eq!(after.wishes, before.wishes);
}

#[tokio::test]
async fn a_code_nobody_has_is_told_with_its_place_and_nothing_is_kept() {
    let town = Town::new().await;
    let mut all = records();
    all.retain(|it| matches!(it.kind(), Kind::Wishes | Kind::Participants));
    for records in &mut all {
        match records {
            Records::Wishes(rows) => {
                rows[0].record.wish.place = Place::Area(AreaCode::new("BU0000XX99").unwrap());
            }
            Records::Participants(rows) => {
                rows[2].record.group = sleutel_domain::GroupCode::new("no-such").unwrap();
                rows[3].record.family = sleutel_domain::PersonName::new("Anders").unwrap();
            }
            Records::Organisations(_)
            | Records::Areas(_)
            | Records::AreaFigures(_)
            | Records::GroupQuotas(_)
            | Records::MainGroups(_)
            | Records::AssociationTargets(_)
            | Records::Ceilings(_)
            | Records::Complexes(_)
            | Records::Dwellings(_)
            | Records::Vacancies(_)
            | Records::Members(_)
            | Records::Network(_)
            | Records::Exclusions(_)
            | Records::Together(_) => unreachable!("only two kinds are kept"),
        }
    }
    let report =
        bring_in(&town.app, &town.operator, &incoming(all), false, &mut |_, _| {}).await.unwrap();
    assert!(!report.kept);
    assert_eq!(report.findings.len(), 2);
    for finding in &report.findings {
        assert!(matches!(finding.what, FindingKind::NoSuch { .. }), "{finding:?}");
        assert!(finding.row.is_some() && finding.column.is_some());
    }
    let fourth = reference("D-0004");
    let file = participants::view(&town.app, &town.operator, &fourth).await.unwrap().file;
    assert_ne!(file.head().unwrap().family.as_str(), "Anders");
}

#[tokio::test]
async fn files_may_come_in_any_order() {
    let town = Town::new().await;
    let mut all: Vec<Incoming> = incoming(records());
    all.reverse();
    let report = bring_in(&town.app, &town.operator, &all, false, &mut |_, _| {}).await.unwrap();
    assert!(report.kept);
}

#[tokio::test]
async fn an_import_writes_a_line_for_each_file_it_touches_and_the_chain_stays_whole() {
    let town = Town::new().await;
    let state = audit::verify(&town.app, &town.operator).await.unwrap();
    let ChainState::Whole { lines, .. } = state else { panic!("{state:?}") };
    assert!(lines > 30, "{lines}");
}

#[tokio::test]
async fn progress_reaches_the_end() {
    let town = Town::new().await;
    let mut last = (0, 1);
    bring_in(&town.app, &town.operator, &incoming(records()), true, &mut |done, total| {
        last = (done, total);
    })
    .await
    .unwrap();
    assert_eq!(last.0, last.1);
}

#[tokio::test]
async fn a_home_on_offer_is_not_brought_in_as_on_offer_once_more() {
    let town = Town::new().await;
    let mut all = records();
    all.retain(|it| it.kind() == Kind::Vacancies);
    let Records::Vacancies(rows) = &mut all[0] else { panic!("{:?}", all[0].kind()) };
    rows.truncate(1);
    rows[0].record.code = sleutel_domain::VacancyCode::new("VH-AGAIN").unwrap();
    let report = bring_in(&town.app, &town.operator, &incoming(all.clone()), false, &mut |_, _| {})
        .await
        .unwrap();
    assert!(!report.kept);
    let found = &report.findings[0];
    assert_eq!(found.column.as_deref(), Some("dwelling"));
    assert!(matches!(found.what, FindingKind::OfferedTwice { .. }), "{found:?}");
    // Withdrawn in the same file it stands in nobody's way.
    let mut both = records();
    both.retain(|it| it.kind() == Kind::Vacancies);
    let Records::Vacancies(old) = &mut both[0] else { panic!("{:?}", both[0].kind()) };
    old.truncate(1);
    old[0].record.status = VacancyStatus::Withdrawn;
    both.extend(all);
    let report =
        bring_in(&town.app, &town.operator, &incoming(both), false, &mut |_, _| {}).await.unwrap();
    assert!(report.kept, "{:?}", report.findings);
}
