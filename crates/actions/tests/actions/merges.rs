use sleutel_actions::{
    ActionError, FieldFault, Hold, Who,
    agreements::{self, AgreementDraft},
    cases::{self, ActDraft, BeginDraft, Doing},
    colleagues::{self, FileDraft, HandOverDraft},
    participants::{self, LinkDraft, MergeDraft, ParticipantDraft},
    tasks::{self, TaskDraft},
    window,
};
use sleutel_domain::{
    Reference,
    access::Role,
    messages::Message,
    participants::{MergeChoice, MergeHold, MergePart},
};
use sleutel_exchange::FindingKind;
use sleutel_store::{
    Window,
    participants::{Filter, ParticipantFile, Sort},
};

use crate::{
    messages::inbox,
    town::{Town, incoming, records, reference},
    window::enters,
};

const KEPT: &str = "D-0003";
const ASIDE: &str = "P-2026-9001";

async fn file(town: &Town, who: &Who, code: &str) -> ParticipantFile {
    participants::view(&town.app, who, &reference(code)).await.unwrap().file
}

/// A second file of D-0003, waiting since 2019, with words of its own; and who may change both.
async fn two_files(town: &Town) -> Who {
    let first = file(town, &town.operator, KEPT).await;
    let head = first.head().unwrap();
    let cor = town.person("cor", Role::PlacementCoordinator, first.provider.as_str()).await;
    let draft = ParticipantDraft {
        reference: ASIDE.to_owned(),
        group: first.group.to_string(),
        provider: first.provider.to_string(),
        given: head.given.to_string(),
        family: head.family.to_string(),
        born: head.born.unwrap().to_string(),
        waiting_since: "2019-03-01".to_owned(),
        readiness: "preparing".to_owned(),
        want: "Een plek aan het water.".to_owned(),
        shown: vec![KEPT.to_owned()],
        someone_else: "nog niet zeker".to_owned(),
        ..ParticipantDraft::default()
    };
    participants::save_participant(&town.app, &cor, &draft).await.unwrap();
    let (one, other) = (reference(KEPT), reference(ASIDE));
    participants::look_again(&town.app, &cor, &one, &other).await.unwrap();
    cor
}

/// As the form is first shown.
async fn draft(town: &Town, who: &Who) -> MergeDraft {
    let seen = participants::merge_view(&town.app, who, &reference(KEPT), &reference(ASIDE)).await;
    let seen = seen.unwrap();
    let choice = |(part, choice): (MergePart, MergeChoice)| {
        (part.code().to_owned(), choice.code().to_owned())
    };
    MergeDraft {
        choices: seen.differ.into_iter().map(choice).collect(),
        reason: "zelf bevestigd".to_owned(),
        kept_version: seen.kept.version,
        aside_version: seen.aside.version,
    }
}

async fn merge(town: &Town, who: &Who, draft: &MergeDraft) -> Result<(), ActionError> {
    participants::merge(&town.app, who, &reference(KEPT), &reference(ASIDE), draft).await
}

async fn listed(town: &Town, who: &Who, words: &str) -> usize {
    let filter = Filter { words: words.to_owned(), ..Filter::default() };
    let window = Window { offset: 0, limit: 10 };
    let found = participants::list(&town.app, who, &filter, Sort::Name, false, window).await;
    found.unwrap().page.rows.len()
}

#[tokio::test]
async fn one_file_goes_on_with_what_was_chosen_and_the_other_keeps_all_it_had() {
    let town = Town::new().await;
    let cor = two_files(&town).await;
    let (first, second) = (file(&town, &cor, KEPT).await, file(&town, &cor, ASIDE).await);
    let mut draft = draft(&town, &cor).await;
    // Nobody loses years of waiting for having two files.
    assert_eq!(draft.choices.get("waiting").map(String::as_str), Some("aside"));
    draft.choices.insert("words".to_owned(), "aside".to_owned());
    merge(&town, &cor, &draft).await.unwrap();

    let kept = file(&town, &cor, KEPT).await;
    assert_eq!(kept.waiting_since, second.waiting_since);
    assert_eq!(kept.questions, second.questions);
    assert_eq!((&kept.members, &kept.limits), (&first.members, &first.limits));
    let view = participants::view(&town.app, &cor, &reference(ASIDE)).await.unwrap();
    assert!(!view.may_change);
    assert_eq!(view.file.goes_on_as, Some(reference(KEPT)));
    // It is with whoever supports the person now; what it says itself is as it was.
    assert_eq!((&view.file.provider, &view.file.worker), (&kept.provider, &kept.worker));
    let (provider, worker) = (second.provider.clone(), second.worker.clone());
    let (goes_on_as, version) = (None, second.version);
    let before = ParticipantFile { goes_on_as, version, provider, worker, ..view.file };
    assert_eq!(before, second);
    assert_eq!((listed(&town, &cor, ASIDE).await, listed(&town, &cor, KEPT).await), (0, 1));
    let view = participants::view(&town.app, &cor, &reference(KEPT)).await.unwrap();
    assert_eq!(view.merges[0].reason.as_str(), "zelf bevestigd");
    assert!(view.merges[0].parts.contains(&MergePart::Words));
    assert!(view.alike.is_empty(), "the other is not shown as a likely second one");
}

#[tokio::test]
async fn nothing_is_done_any_more_with_a_file_that_was_set_aside() {
    let town = Town::new().await;
    let cor = two_files(&town).await;
    let stale = file(&town, &cor, ASIDE).await;
    merge(&town, &cor, &draft(&town, &cor).await).await.unwrap();
    let change = ParticipantDraft::from(&stale);
    goes_on(participants::save_participant(&town.app, &cor, &change).await.map(|_| ()));
    let link = LinkDraft {
        other: "D-0001".to_owned(),
        within: "district".to_owned(),
        reason: "zussen".to_owned(),
    };
    goes_on(participants::link(&town.app, &cor, &reference(ASIDE), &link).await);
    let begin = sleutel_actions::cases::BeginDraft {
        route: "omslag-amsterdam".to_owned(),
        on: String::new(),
    };
    goes_on(sleutel_actions::cases::begin(&town.app, &cor, &reference(ASIDE), &begin).await);
    let again = MergeDraft { reason: "nog eens".to_owned(), ..MergeDraft::default() };
    let held = merge(&town, &cor, &again).await;
    let Err(ActionError::Hold(Hold::Merge(holds))) = held else { panic!("{held:?}") };
    let goes_on_as = reference(KEPT);
    assert_eq!(holds, [MergeHold::SetAside { reference: reference(ASIDE), goes_on_as }]);
}

#[tokio::test]
async fn an_import_adds_nothing_to_a_file_that_was_set_aside() {
    let town = Town::new().await;
    let cor = two_files(&town).await;
    merge(&town, &cor, &draft(&town, &cor).await).await.unwrap();
    let mut people = records();
    people.retain(|it| it.kind() == sleutel_exchange::Kind::Participants);
    let sleutel_exchange::Records::Participants(rows) = &mut people[0] else { panic!() };
    rows.truncate(1);
    rows[0].record.reference = reference(ASIDE);
    let report = sleutel_actions::import::bring_in(
        &town.app,
        &town.operator,
        &incoming(people),
        false,
        &mut |_, _| {},
    )
    .await
    .unwrap();
    assert!(!report.kept);
    let expected = FindingKind::SetAside { reference: ASIDE.to_owned(), kept: KEPT.to_owned() };
    assert!(report.findings.iter().any(|it| it.what == expected), "{:?}", report.findings);
}

#[tokio::test]
async fn every_part_that_differs_is_chosen_with_a_reason_by_who_saw_it_as_it_is() {
    let town = Town::new().await;
    let cor = two_files(&town).await;
    let good = draft(&town, &cor).await;
    let mut bad = good.clone();
    bad.choices.insert("waiting".to_owned(), "both".to_owned());
    bad.choices.remove("words");
    bad.reason = " ".to_owned();
    let error = merge(&town, &cor, &bad).await.unwrap_err();
    let ActionError::Fields(errors) = error else { panic!("{error:?}") };
    let told: Vec<(&str, &FieldFault)> =
        errors.iter().map(|it| (it.field.as_str(), &it.fault)).collect();
    assert_eq!(
        told,
        [
            ("waiting", &FieldFault::NotAChoice),
            ("words", &FieldFault::Required),
            ("reason", &FieldFault::Required)
        ]
    );
    let change = ParticipantDraft::from(&file(&town, &cor, ASIDE).await);
    participants::save_participant(&town.app, &cor, &change).await.unwrap();
    let late = merge(&town, &cor, &good).await;
    assert!(matches!(late, Err(ActionError::Changed)), "{late:?}");
    assert_eq!(file(&town, &cor, ASIDE).await.goes_on_as, None);
}

#[tokio::test]
async fn what_is_still_going_on_with_the_second_file_is_told_all_at_once() {
    let town = Town::new().await;
    let cor = two_files(&town).await;
    let begin = sleutel_actions::cases::BeginDraft {
        route: "omslag-amsterdam".to_owned(),
        on: String::new(),
    };
    sleutel_actions::cases::begin(&town.app, &cor, &reference(ASIDE), &begin).await.unwrap();
    let link = LinkDraft {
        other: KEPT.to_owned(),
        within: "district".to_owned(),
        reason: "zussen".to_owned(),
    };
    participants::link(&town.app, &cor, &reference(ASIDE), &link).await.unwrap();
    let (one, other) = (reference(KEPT), reference(ASIDE));
    participants::tell_apart(&town.app, &cor, &one, &other, "tweeling").await.unwrap();
    let agreement = AgreementDraft {
        kind: "support".to_owned(),
        household: ASIDE.to_owned(),
        from: "2026-07-01".to_owned(),
        ..AgreementDraft::default()
    };
    agreements::save(&town.app, &cor, None, &agreement).await.unwrap();
    let held = merge(&town, &cor, &draft(&town, &cor).await).await;
    let Err(ActionError::Hold(Hold::Merge(holds))) = held else { panic!("{held:?}") };
    assert!(matches!(holds[0], MergeHold::JudgedApart { .. }), "{holds:?}");
    let together = MergeHold::MovesTogether { other: one };
    assert_eq!(holds[1..], [MergeHold::OnARoad, MergeHold::AgreementRuns, together]);
}

#[tokio::test]
async fn two_files_are_taken_apart_as_they_were() {
    let town = Town::new().await;
    let cor = two_files(&town).await;
    let (first, second) = (file(&town, &cor, KEPT).await, file(&town, &cor, ASIDE).await);
    merge(&town, &cor, &draft(&town, &cor).await).await.unwrap();
    let (kept, aside) = (reference(KEPT), reference(ASIDE));
    let seen = participants::apart_view(&town.app, &cor, &kept, &aside).await.unwrap();
    assert!(seen.can_be_put_back);
    let how = (" ", true);
    let error = participants::take_apart(&town.app, &cor, &kept, &aside, how).await;
    assert!(matches!(error, Err(ActionError::Fields(_))), "{error:?}");
    let how = ("toch haar zus", true);
    participants::take_apart(&town.app, &cor, &kept, &aside, how).await.unwrap();
    for before in [first, second] {
        let now = file(&town, &cor, before.reference.as_str()).await;
        assert!(now.version > before.version);
        assert_eq!(ParticipantFile { version: before.version, ..now }, before);
    }
    assert_eq!(listed(&town, &cor, ASIDE).await, 1);
    let again = participants::take_apart(&town.app, &cor, &kept, &aside, how).await;
    assert!(matches!(again, Err(ActionError::NotFound)), "{again:?}");
}

#[tokio::test]
async fn what_was_changed_since_stays_when_two_files_are_taken_apart() {
    let town = Town::new().await;
    let cor = two_files(&town).await;
    merge(&town, &cor, &draft(&town, &cor).await).await.unwrap();
    let mut change = ParticipantDraft::from(&file(&town, &cor, KEPT).await);
    change.can = "Koken voor tien man.".to_owned();
    participants::save_participant(&town.app, &cor, &change).await.unwrap();
    let (kept, aside) = (reference(KEPT), reference(ASIDE));
    let seen = participants::apart_view(&town.app, &cor, &kept, &aside).await.unwrap();
    assert!(!seen.can_be_put_back);
    let how = ("toch haar zus", true);
    let refused = participants::take_apart(&town.app, &cor, &kept, &aside, how).await;
    assert!(matches!(refused, Err(ActionError::Changed)), "{refused:?}");
    let how = ("toch haar zus", false);
    participants::take_apart(&town.app, &cor, &kept, &aside, how).await.unwrap();
    let now = file(&town, &cor, KEPT).await;
    assert_eq!(now.questions.can.unwrap().as_str(), "Koken voor tien man.");
    assert_eq!(file(&town, &cor, ASIDE).await.goes_on_as, None);
}

fn goes_on<T: std::fmt::Debug>(result: Result<T, ActionError>) {
    let Err(ActionError::Hold(Hold::GoesOnAs { kept })) = result else { panic!("{result:?}") };
    assert_eq!(kept, reference(KEPT));
}

async fn act_on(town: &Town, who: &Who, doing: Doing, draft: &ActDraft) -> Result<(), ActionError> {
    let whose = reference(ASIDE);
    let changes = cases::view(&town.app, who, &whose).await.unwrap().unwrap().row.changes;
    cases::act(&town.app, who, &whose, doing, draft, changes).await
}

#[tokio::test]
async fn a_road_that_ended_stays_ended_and_nothing_is_added_to_a_file_that_was_set_aside() {
    let town = Town::new().await;
    let cor = two_files(&town).await;
    let whose = reference(ASIDE);
    let begin = BeginDraft { route: "omslag-amsterdam".to_owned(), ..BeginDraft::default() };
    cases::begin(&town.app, &cor, &whose, &begin).await.unwrap();
    let leaves = ActDraft { reason: "dubbel".to_owned(), ..ActDraft::default() };
    act_on(&town, &cor, Doing::Withdraw, &leaves).await.unwrap();
    merge(&town, &cor, &draft(&town, &cor).await).await.unwrap();
    let strike = ActDraft { event: "2".to_owned(), ..leaves };
    goes_on(act_on(&town, &cor, Doing::StrikeOut, &strike).await);
    let seen = cases::view(&town.app, &cor, &whose).await.unwrap().unwrap();
    assert_eq!(seen.goes_on_as, Some(reference(KEPT)));
    assert_eq!(seen.row.standing, "ended");
    let task =
        TaskDraft { what: "bellen".to_owned(), due: "2026-06-18".to_owned(), owner: String::new() };
    goes_on(tasks::add(&town.app, &cor, &whose, &task).await);
    goes_on(window::give_key(&town.app, &cor, &whose).await);
    goes_on(sleutel_actions::plan::draft(&town.app, &cor, &whose).await);
    let agreement = AgreementDraft {
        kind: "support".to_owned(),
        household: ASIDE.to_owned(),
        from: "2026-07-01".to_owned(),
        ..AgreementDraft::default()
    };
    goes_on(agreements::save(&town.app, &cor, None, &agreement).await);
}

/// Hands the file that goes on over from who supports it to somebody new.
async fn handed_over(town: &Town, cor: &Who) -> Who {
    let first = file(town, cor, KEPT).await;
    let from = first.worker.as_ref().unwrap().to_string();
    let new = town.person("new-worker", Role::SupportWorker, first.provider.as_str()).await;
    let lines = colleagues::workers(&town.app, cor).await.unwrap();
    let key = |login: &str| lines.iter().find(|it| it.login == login).unwrap().key.clone();
    let to = [key("new-worker")];
    let seen = colleagues::preview(&town.app, cor, &key(&from), &to, None).await.unwrap();
    let there: Vec<Reference> = seen.files.iter().map(|it| it.0.reference.clone()).collect();
    assert!(there.contains(&reference(KEPT)) && !there.contains(&reference(ASIDE)), "{there:?}");
    let one = seen.files.iter().find(|it| it.0.reference == reference(KEPT)).unwrap();
    let files = vec![FileDraft {
        reference: KEPT.to_owned(),
        to: to[0].clone(),
        note: String::new(),
        version: one.0.version,
    }];
    let wanted = HandOverDraft { from: key(&from), files, ..HandOverDraft::default() };
    colleagues::hand_over(&town.app, cor, &wanted).await.unwrap();
    new
}

#[tokio::test]
async fn the_papers_of_a_file_set_aside_follow_whoever_supports_the_person() {
    let town = Town::new().await;
    let cor = two_files(&town).await;
    let first = file(&town, &cor, KEPT).await;
    let login = first.worker.as_ref().unwrap().to_string();
    let before = town.person(&login, Role::SupportWorker, first.provider.as_str()).await;
    merge(&town, &cor, &draft(&town, &cor).await).await.unwrap();
    assert!(participants::view(&town.app, &before, &reference(ASIDE)).await.is_ok());
    let new = handed_over(&town, &cor).await;
    assert!(participants::view(&town.app, &new, &reference(ASIDE)).await.is_ok());
    let gone = participants::view(&town.app, &before, &reference(ASIDE)).await;
    assert!(matches!(gone, Err(ActionError::NotFound)), "{gone:?}");
}

#[tokio::test]
async fn the_window_at_a_file_that_is_set_aside_is_shut_and_a_new_card_is_asked_for() {
    let town = Town::new().await;
    let cor = two_files(&town).await;
    let first = file(&town, &cor, KEPT).await;
    let login = first.worker.as_ref().unwrap().to_string();
    let worker = town.person(&login, Role::SupportWorker, first.provider.as_str()).await;
    let person = enters(&town, &cor, &reference(ASIDE)).await;
    window::choose_secret(&town.app, &person, "", "groene trui", "groene trui").await.unwrap();
    let unused = window::give_key(&town.app, &cor, &reference(ASIDE)).await.unwrap();
    merge(&town, &cor, &draft(&town, &cor).await).await.unwrap();
    let shut = window::open_with_link(&town.app, &unused.token).await;
    assert!(matches!(shut, Err(ActionError::Hold(Hold::WrongKey))), "{shut:?}");
    let secret = window::open_with_secret(&town.app, ASIDE, "groene trui", "192.0.2.9").await;
    assert!(matches!(secret, Err(ActionError::Hold(Hold::WrongLogin))), "{secret:?}");
    let asked = Message::NewCardNeeded { reference: reference(KEPT) };
    assert!(inbox(&town.app, &worker).await.contains(&asked));
}
