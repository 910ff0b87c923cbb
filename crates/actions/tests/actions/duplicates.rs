use jiff::civil::date;
use sleutel_actions::{
    ActionError, FieldFault, Hold, Who,
    import::{Incoming, bring_in},
    participants::{self, Alike, PairFilter, ParticipantDraft},
};
use sleutel_domain::{
    PersonName, Reference,
    access::Role,
    participants::{LikenessClass, LikenessReason},
};
use sleutel_exchange::{FindingKind, Kind, Records, Severity};
use sleutel_store::{Window, audit};

use crate::town::{Town, incoming, records, reference};

const WINDOW: Window = Window { offset: 0, limit: 10 };

/// A form for somebody with the name and date of birth of D-0003, at a provider.
async fn second_of(town: &Town, provider: &str) -> ParticipantDraft {
    let file = participants::view(&town.app, &town.operator, &reference("D-0003")).await.unwrap();
    let head = file.file.head().unwrap();
    ParticipantDraft {
        reference: "P-2026-9001".to_owned(),
        group: file.file.group.to_string(),
        provider: provider.to_owned(),
        given: head.given.to_string(),
        family: head.family.to_string(),
        born: head.born.unwrap().to_string(),
        waiting_since: "2026-03-01".to_owned(),
        readiness: "preparing".to_owned(),
        ..ParticipantDraft::default()
    }
}

async fn provider(town: &Town) -> String {
    let file = participants::view(&town.app, &town.operator, &reference("D-0003")).await.unwrap();
    file.file.provider.to_string()
}

async fn saved(town: &Town, who: &Who, draft: &ParticipantDraft) -> Result<Reference, ActionError> {
    participants::save_participant(&town.app, who, draft).await
}

fn held(result: Result<Reference, ActionError>) -> Vec<Alike> {
    match result {
        Err(ActionError::Hold(Hold::LooksAlike(alike))) => alike,
        other => panic!("{other:?}"),
    }
}

async fn pairs(town: &Town, who: &Who, judged: bool) -> Vec<(String, String)> {
    let filter = PairFilter { judged, words: "p-2026".to_owned(), ..PairFilter::default() };
    let found = participants::duplicates(&town.app, who, &filter, WINDOW).await.unwrap();
    let both =
        |it: &participants::Pair| (it.one.reference.to_string(), it.other.reference.to_string());
    found.page.rows.iter().map(both).collect()
}

fn pair() -> Vec<(String, String)> {
    vec![("D-0003".to_owned(), "P-2026-9001".to_owned())]
}

#[tokio::test]
async fn a_new_file_that_looks_like_another_is_kept_only_with_a_reason() {
    let town = Town::new().await;
    let own = provider(&town).await;
    let cor = town.person("cor", Role::PlacementCoordinator, &own).await;
    let mut draft = second_of(&town, &own).await;
    let alike = held(saved(&town, &cor, &draft).await);
    let [Alike::Within { reference: shown, likeness, .. }] = &alike[..] else {
        panic!("{alike:?}")
    };
    assert_eq!(shown, &reference("D-0003"));
    assert_eq!(likeness.class, LikenessClass::VeryLikely);
    assert_eq!(likeness.reasons, [LikenessReason::SameName, LikenessReason::SameBirthDate]);
    let missing = participants::view(&town.app, &cor, &reference("P-2026-9001")).await;
    assert!(matches!(missing, Err(ActionError::NotFound)));

    // A reason without having seen which file it looks like is none.
    draft.someone_else = "nicht met dezelfde naam".to_owned();
    assert_eq!(held(saved(&town, &cor, &draft).await), alike);
    draft.shown = alike.iter().map(Alike::token).collect();
    draft.someone_else = "x".repeat(2_000);
    let error = saved(&town, &cor, &draft).await.unwrap_err();
    let ActionError::Fields(errors) = error else { panic!("{error:?}") };
    assert_eq!(errors[0].field, "someone_else");

    draft.someone_else = "nicht met dezelfde naam".to_owned();
    let made = saved(&town, &cor, &draft).await.unwrap();
    assert!(pairs(&town, &cor, false).await.is_empty());
    assert_eq!(pairs(&town, &cor, true).await, pair());
    let view = participants::view(&town.app, &cor, &made).await.unwrap();
    assert!(view.alike.is_empty());
    // A change of a file that is there already is not held.
    let change = ParticipantDraft::from(&view.file);
    saved(&town, &cor, &change).await.unwrap();
}

#[tokio::test]
async fn of_another_provider_only_is_told_that_a_file_is_there_and_the_desk_looks() {
    let town = Town::new().await;
    let theirs = provider(&town).await;
    let ours = if theirs == "dagwinst" { "eigendrempel" } else { "dagwinst" };
    let ann = town.person("ann", Role::SupportWorker, ours).await;
    let desk = town.desk().await;
    let mut draft = second_of(&town, ours).await;
    let alike = held(saved(&town, &ann, &draft).await);
    let [Alike::Elsewhere { provider }] = &alike[..] else { panic!("{alike:?}") };
    assert_eq!(provider.as_str(), theirs);
    // Whoever has that file can read who was told of it.
    let log = participants::history(&town.app, &desk, &reference("D-0003")).await.unwrap().log;
    assert!(log.rows.iter().any(|it| it.line.detail.contains("known-to-exist-beside")));

    draft.shown = alike.iter().map(Alike::token).collect();
    draft.someone_else = "is vandaag pas in de stad".to_owned();
    let made = saved(&town, &ann, &draft).await.unwrap();
    // She cannot judge over a file she may not see: it is there for the desk, with her words.
    assert_eq!(participants::view(&town.app, &ann, &made).await.unwrap().alike, alike);
    assert!(pairs(&town, &ann, false).await.is_empty());
    let filter = PairFilter { words: "p-2026".to_owned(), ..PairFilter::default() };
    let found = participants::duplicates(&town.app, &desk, &filter, WINDOW).await.unwrap();
    let said = found.page.rows[0].said.clone().unwrap();
    assert!(!said.judged);
    assert_eq!(said.reason.as_str(), "is vandaag pas in de stad");
    // What is only possible is not told of a file out of reach at all.
    let possible = ParticipantDraft {
        reference: "P-2026-9002".to_owned(),
        born: String::new(),
        someone_else: String::new(),
        shown: Vec::new(),
        ..draft
    };
    let eva = town.person("eva", Role::SupportWorker, ours).await;
    saved(&town, &eva, &possible).await.unwrap();
}

#[tokio::test]
async fn two_files_are_told_apart_once_and_looked_at_again() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let own = provider(&town).await;
    bring_in_second(&town, |_| {}).await;
    assert_eq!(pairs(&town, &desk, false).await, pair());
    let (one, other) = (reference("D-0003"), reference("P-2026-9001"));
    let seen = participants::compare(&town.app, &desk, &other, &one).await.unwrap();
    assert!(seen.may_judge && seen.said.is_none());
    assert_eq!(seen.likeness.unwrap().class, LikenessClass::VeryLikely);

    let blank = participants::tell_apart(&town.app, &desk, &one, &other, " ").await;
    let Err(ActionError::Fields(errors)) = blank else { panic!("{blank:?}") };
    assert_eq!((errors[0].field.as_str(), &errors[0].fault), ("reason", &FieldFault::Required));
    participants::tell_apart(&town.app, &desk, &other, &one, "tweelingzus").await.unwrap();
    // The second of two colleagues is told, and nothing is written over.
    let again = participants::tell_apart(&town.app, &desk, &one, &other, "anders").await;
    assert!(matches!(again, Err(ActionError::Changed)));
    assert!(pairs(&town, &desk, false).await.is_empty());
    let seen = participants::compare(&town.app, &desk, &one, &other).await.unwrap();
    assert_eq!(seen.said.unwrap().reason.as_str(), "tweelingzus");
    for file in [&one, &other] {
        let log = participants::history(&town.app, &desk, file).await.unwrap().log;
        let lines: Vec<_> = log.rows.iter().map(|it| it.line.detail.as_str()).collect();
        assert!(lines.iter().any(|it| it.contains("not-the-same")), "{lines:?}");
        assert!(lines.iter().all(|it| !it.contains("tweelingzus")), "{lines:?}");
    }

    participants::look_again(&town.app, &desk, &one, &other).await.unwrap();
    let twice = participants::look_again(&town.app, &desk, &one, &other).await;
    assert!(matches!(twice, Err(ActionError::Changed)));
    assert_eq!(pairs(&town, &desk, false).await, pair());
    // Somebody who may see only one of the two knows nothing of the pair.
    let cor = town.person("cor", Role::PlacementCoordinator, &own).await;
    let seen = participants::compare(&town.app, &cor, &one, &other).await;
    assert!(matches!(seen, Err(ActionError::NotFound)));
    assert!(pairs(&town, &cor, false).await.is_empty());
    let same = participants::compare(&town.app, &desk, &one, &one).await;
    assert!(matches!(same, Err(ActionError::NotFound)));
    let mut tx = town.app.db.write().await.unwrap();
    let programme = sleutel_store::access::programmes(&mut tx).await.unwrap()[0].id;
    let state = audit::verify(&mut tx, programme).await.unwrap();
    assert!(matches!(state, audit::ChainState::Whole { .. }), "{state:?}");
}

#[tokio::test]
async fn the_worklist_is_filtered_by_how_sure_provider_and_words() {
    let town = Town::new().await;
    let desk = town.desk().await;
    bring_in_second(&town, |_| {}).await;
    let found = async |filter: PairFilter| {
        participants::duplicates(&town.app, &desk, &filter, WINDOW).await.unwrap().page.total
    };
    let family = participants::view(&town.app, &desk, &reference("D-0003")).await.unwrap();
    let family = family.file.head().unwrap().family.to_string().to_uppercase();
    let blank = PairFilter::default;
    for (filter, expected) in [
        // Two of the written people have the same name and date of birth.
        (blank(), 2),
        (PairFilter { class: Some(LikenessClass::VeryLikely), ..blank() }, 2),
        (PairFilter { judged: true, ..blank() }, 0),
        (PairFilter { class: Some(LikenessClass::Possible), ..blank() }, 0),
        (PairFilter { provider: provider(&town).await, words: "p-2026".to_owned(), ..blank() }, 1),
        (PairFilter { provider: "nowhere".to_owned(), ..blank() }, 0),
        (PairFilter { words: family, ..blank() }, 1),
        (PairFilter { words: "p-2026-9001".to_owned(), ..blank() }, 1),
        (PairFilter { words: "zomaar".to_owned(), ..blank() }, 0),
    ] {
        let said = format!("{filter:?}");
        assert_eq!(found(filter).await, expected, "{said}");
    }
}

/// A file of participants with a second file of D-0003 at another provider, changed a little.
fn second(change: impl Fn(&mut sleutel_exchange::records::ParticipantRecord)) -> Vec<Incoming> {
    let mut all = records();
    all.retain(|it| it.kind() == Kind::Participants);
    for records in &mut all {
        if let Records::Participants(rows) = records {
            rows.retain(|it| it.record.reference == reference("D-0003"));
            let record = &mut rows[0].record;
            record.reference = reference("P-2026-9001");
            let elsewhere =
                if record.provider.as_str() == "dagwinst" { "eigendrempel" } else { "dagwinst" };
            record.provider = sleutel_domain::OrganisationCode::new(elsewhere).unwrap();
            change(record);
        }
    }
    incoming(all)
}

async fn bring_in_second(
    town: &Town,
    change: impl Fn(&mut sleutel_exchange::records::ParticipantRecord),
) -> Vec<FindingKind> {
    let report =
        bring_in(&town.app, &town.operator, &second(change), false, &mut |_, _| {}).await.unwrap();
    assert!(report.kept);
    assert!(report.findings.iter().all(|it| it.severity == Severity::Warning));
    report.findings.into_iter().map(|it| it.what).collect()
}

#[tokio::test]
async fn an_import_warns_of_likely_duplicates_and_is_kept_all_the_same() {
    let other = || "D-0003".to_owned();
    for (name, given, born, expected) in [
        ("the same", None, None, Some(FindingKind::VeryLikelyTheSame { other: other() })),
        (
            "one figure off",
            None,
            Some((1, 0)),
            Some(FindingKind::PossiblyTheSame { other: other() }),
        ),
        ("somebody else", Some("Bertrand"), Some((10, 7)), None),
    ] {
        let town = Town::new().await;
        let found = bring_in_second(&town, |record| {
            if let Some(given) = given {
                record.given = PersonName::new(given).unwrap();
            }
            if let Some((years, days)) = born {
                let old = record.born.unwrap();
                // Of the last figure of the year, so that only that one differs.
                let year = old.year() / 10 * 10 + (old.year() + years) % 10;
                record.born = Some(date(year, old.month(), (old.day() + days - 1) % 28 + 1));
            }
        })
        .await;
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{name}");
        // The second time it is no new file.
        let again = bring_in(&town.app, &town.operator, &second(|_| {}), true, &mut |_, _| {})
            .await
            .unwrap();
        assert!(again.findings.is_empty(), "{name}");
    }
}

#[tokio::test]
async fn two_new_files_of_one_person_in_the_same_import_are_told_of_both() {
    let town = Town::new().await;
    let mut both = second(|record| record.given = PersonName::new("Bertrand").unwrap());
    if let Records::Participants(rows) = &mut both[0].records {
        let mut row = rows[0].clone();
        row.record.reference = reference("P-2026-9002");
        row.row += 1;
        rows.push(row);
    }
    let report = bring_in(&town.app, &town.operator, &both, true, &mut |_, _| {}).await.unwrap();
    let told: Vec<_> = report.findings.iter().map(|it| it.what.clone()).collect();
    let like = |other: &str| FindingKind::VeryLikelyTheSame { other: other.to_owned() };
    assert_eq!(told, [like("P-2026-9002"), like("P-2026-9001")]);
}
