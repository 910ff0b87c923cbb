//! Flow: who stands where, how long it takes, the three-month aim, places freed, and pilots.

use sleutel_actions::{
    ActionError, FieldFault, Who,
    cases::{BeginDraft, Doing, begin as begin_case},
    flow::{
        self, FlowFilter, NoteDraft, Pace, Phase, PilotDraft, Since, close_pilot, create_pilot,
        note_pilot, put_in_pilot, reopen_pilot, take_out_of_pilot,
    },
};
use sleutel_domain::{Reference, access::Role};
use uuid::Uuid;

use crate::{
    cases::{outcome, people, to_a_decision, try_to},
    town::{Town, reference, today},
};

const OMSLAG: &str = "omslag-amsterdam";

async fn manager(town: &Town) -> Who {
    town.person("manager", Role::ProgrammeManager, "gemeente").await
}

fn omslag() -> FlowFilter {
    FlowFilter { route: OMSLAG.to_owned(), ..FlowFilter::default() }
}

async fn on_the_road(town: &Town, whose: &Reference) -> Who {
    let people = people(town, whose).await;
    to_a_decision(town, &people.worker, whose).await;
    people.worker
}

async fn who_stands_where_is_counted_for_whoever_may_list_it(town: &Town) {
    let whose = reference("D-0001");
    let worker = on_the_road(town, &whose).await;
    let other = town.person("elders", Role::PlacementCoordinator, "naastedeur").await;
    let manager = manager(town).await;
    for (who, files) in [(&manager, 1), (&worker, 1), (&other, 0)] {
        let now = flow::now(&town.app, who, &omslag()).await.unwrap();
        let [road] = &now.roads[..] else { panic!("{now:?}") };
        assert_eq!(road.files(), files, "{}", who.label());
        let at = road.steps.iter().find(|it| it.step.as_str() == "urgency").unwrap();
        assert_eq!((at.files, at.came), (files, files));
        let before = road.steps.iter().find(|it| it.step.as_str() == "application").unwrap();
        assert_eq!((before.came, before.went, before.files), (files, files, 0));
    }
    let now = flow::now(&town.app, &manager, &FlowFilter::default()).await.unwrap();
    assert_eq!(now.roads.len(), 3, "roads without files are there too");
    let jams = flow::jams(&town.app, &now);
    let [jam] = &jams[..] else { panic!("{jams:?}") };
    assert_eq!((jam.now.step.as_str(), jam.now.late, jam.now.grows()), ("urgency", 0, 1));
    let admin = town.person("admin", Role::Administrator, "gemeente").await;
    let refused = flow::now(&town.app, &admin, &omslag()).await;
    assert!(matches!(refused, Err(ActionError::Denied(_))), "{refused:?}");
}

async fn a_step_that_is_done_has_ended_and_the_open_one_still_runs(town: &Town) {
    let whose = reference("D-0001");
    let worker = on_the_road(town, &whose).await;
    // The busiest road is shown when none is asked for.
    let times = flow::times(&town.app, &worker, &FlowFilter::default(), Since::Ever).await.unwrap();
    assert_eq!(times.route.as_str(), OMSLAG);
    let of = |step: &str| times.steps.iter().find(|it| it.step.as_str() == step).unwrap();
    assert_eq!((of("research").times, of("research").curve.ended()), (1, 1));
    assert_eq!((of("urgency").times, of("urgency").open, of("urgency").curve.ended()), (1, 1, 0));
    assert_eq!(of("match").times, 0);
    // What goes back is left, not done.
    let officer = town.person("officer2", Role::HousingOfficer, "gemeente").await;
    let back =
        sleutel_actions::cases::ActDraft { to: "application".to_owned(), ..crate::cases::said() };
    try_to(town, &officer, &whose, Doing::GoBack, &back).await.unwrap();
    let times = flow::times(&town.app, &worker, &omslag(), Since::Year).await.unwrap();
    let at = times.steps.iter().find(|it| it.step.as_str() == "urgency").unwrap();
    assert_eq!((at.open, at.left, at.curve.ended()), (0, 1, 0));
    let none = FlowFilter { route: "nowhere".to_owned(), ..FlowFilter::default() };
    let none = flow::times(&town.app, &worker, &none, Since::Ever).await;
    assert!(matches!(none, Err(ActionError::NotFound)), "{none:?}");
}

async fn an_application_counts_from_the_day_it_was_complete(town: &Town) {
    let whose = reference("D-0001");
    let worker = on_the_road(town, &whose).await;
    let aim = flow::aim(&town.app, &worker, &FlowFilter::default(), None).await.unwrap();
    assert_eq!(aim.years, Some((today().year(), today().year())));
    assert_eq!((aim.all.complete, aim.all.waiting), (1, 1));
    assert_eq!((aim.all.offer.judged, aim.all.offer.share), (0, None), "too short ago to say");
    assert_eq!((aim.groups.len(), aim.quarters.len()), (1, 1));
    let other = flow::aim(&town.app, &worker, &FlowFilter::default(), Some(2020)).await.unwrap();
    assert_eq!((other.all.complete, other.quarters.len()), (0, 1));
    // Nobody has keys, so no place came free.
    let freed = flow::freed(&town.app, &worker, &FlowFilter::default(), Pace::Year).await.unwrap();
    assert!(freed.stretches.is_empty());
    assert_eq!(flow::catch_up(&town.app, &town.operator).await.unwrap(), 0, "nothing is behind");
}

fn pilot(references: &str) -> PilotDraft {
    PilotDraft {
        name: "Tien naar huis".to_owned(),
        aim: "Kan het?".to_owned(),
        began: today().to_string(),
        references: references.to_owned(),
    }
}

fn note(was: u32) -> NoteDraft {
    NoteDraft { note: "Het gaat goed.".to_owned(), was: was.to_string() }
}

fn faults<T: std::fmt::Debug>(result: Result<T, ActionError>) -> Vec<(String, FieldFault)> {
    let Err(ActionError::Fields(errors)) = result else { panic!("{result:?}") };
    errors.into_iter().map(|it| (it.field, it.fault)).collect()
}

async fn a_pilot_says_where_its_files_stand_and_keeps_a_log(town: &Town) {
    let app = &town.app;
    let worker = on_the_road(town, &reference("D-0001")).await;
    let who = manager(town).await;
    let empty = create_pilot(app, &who, &PilotDraft::default()).await;
    let fields: Vec<String> = faults(empty).into_iter().map(|it| it.0).collect();
    assert_eq!(fields, ["name", "aim", "began"]);
    let unknown = create_pilot(app, &who, &pilot("D-0001 Z-9")).await;
    assert_eq!(faults(unknown), [("references".to_owned(), FieldFault::Unknown)]);
    let denied = create_pilot(app, &worker, &pilot("D-0001")).await;
    assert!(matches!(denied, Err(ActionError::Denied(_))), "{denied:?}");
    let id = create_pilot(app, &who, &pilot("D-0001, D-0002\nD-0001")).await.unwrap();
    let view = flow::pilot(app, &who, id).await.unwrap();
    assert_eq!(view.stood.code(), "deciding:1 not-begun:1");
    assert_eq!((view.row.changes, view.log.len(), view.whole), (1, 1, true));
    assert_eq!(view.log[0].stood, "deciding:1 not-begun:1");

    // A support worker sees their own files in it, and no log; others see none of it.
    let own = flow::pilot(app, &worker, id).await.unwrap();
    let seen: Vec<&str> = own.cases.iter().map(|it| it.row.reference.as_str()).collect();
    assert!(seen.contains(&"D-0001") && own.log.is_empty() && !own.whole, "{seen:?}");
    let stranger = town.person("stranger", Role::SupportWorker, "naastedeur").await;
    assert!(flow::pilots(app, &stranger).await.unwrap().is_empty());
    let hidden = flow::pilot(app, &stranger, id).await;
    assert!(matches!(hidden, Err(ActionError::NotFound)), "{hidden:?}");
    changes_of(town, &who, id).await;
}

/// Files in and out, a note, the end and a new beginning; whoever is second is told.
async fn changes_of(town: &Town, who: &Who, id: Uuid) {
    let app = &town.app;
    let gone = reference("D-0002");
    take_out_of_pilot(app, who, id, &gone, &note(1)).await.unwrap();
    let second = take_out_of_pilot(app, who, id, &gone, &note(1)).await;
    assert!(matches!(second, Err(ActionError::Changed)), "{second:?}");
    let view = flow::pilot(app, who, id).await.unwrap();
    assert_eq!((view.cases.len(), view.taken_out.len()), (1, 1));
    let twice = put_in_pilot(app, who, id, "D-0001", "2").await;
    assert_eq!(faults(twice), [("references".to_owned(), FieldFault::Taken)]);
    let bare = put_in_pilot(app, who, id, " ", "2").await;
    assert_eq!(faults(bare), [("references".to_owned(), FieldFault::Required)]);
    put_in_pilot(app, who, id, "D-0002 D-0003", "2").await.unwrap();
    note_pilot(app, who, id, &note(3)).await.unwrap();
    let bare = NoteDraft { was: "4".to_owned(), ..NoteDraft::default() };
    let wordless = close_pilot(app, who, id, &bare).await;
    assert_eq!(faults(wordless), [("note".to_owned(), FieldFault::Required)]);
    close_pilot(app, who, id, &note(4)).await.unwrap();
    let closed = note_pilot(app, who, id, &note(5)).await;
    assert!(matches!(closed, Err(ActionError::Changed)), "{closed:?}");
    reopen_pilot(app, who, id, "5").await.unwrap();
    let view = flow::pilot(app, who, id).await.unwrap();
    assert_eq!((view.cases.len(), view.taken_out.len(), view.row.closed_on), (3, 0, None));
    let kinds: Vec<&str> = view.log.iter().rev().map(|it| it.kind.as_str()).collect();
    assert_eq!(kinds, ["began", "taken-out", "added", "noted", "closed", "reopened"]);
    let reopen = reopen_pilot(app, who, id, "6").await;
    assert!(matches!(reopen, Err(ActionError::Changed)), "{reopen:?}");
}

async fn how_far_a_file_is_follows_its_road(town: &Town) {
    let whose = reference("D-0001");
    let worker = on_the_road(town, &whose).await;
    let who = manager(town).await;
    let other = reference("D-0002");
    let file = sleutel_actions::participants::view(&town.app, &town.operator, &other);
    let file = file.await.unwrap().file;
    let coordinator = town.person("own", Role::PlacementCoordinator, file.provider.as_str()).await;
    let draft = BeginDraft { route: "driehoek-haarlem".to_owned(), ..BeginDraft::default() };
    begin_case(&town.app, &coordinator, &other, &draft).await.unwrap();
    let id = create_pilot(&town.app, &who, &pilot("D-0001 D-0002")).await.unwrap();
    let phases = async || -> Vec<Phase> {
        let view = flow::pilot(&town.app, &who, id).await.unwrap();
        view.cases.iter().map(|it| it.phase).collect()
    };
    assert_eq!(phases().await, [Phase::Deciding, Phase::Talking]);
    let officer = town.person("officer3", Role::HousingOfficer, "gemeente").await;
    let granted = outcome("granted-under-conditions");
    try_to(town, &officer, &whose, Doing::Decide, &granted).await.unwrap();
    try_to(town, &worker, &whose, Doing::EndStep, &outcome("done")).await.unwrap();
    try_to(town, &coordinator, &other, Doing::Withdraw, &crate::cases::said()).await.unwrap();
    assert_eq!(phases().await, [Phase::Looking, Phase::Stopped]);
}

on_both!(
    who_stands_where_is_counted_for_whoever_may_list_it,
    a_step_that_is_done_has_ended_and_the_open_one_still_runs,
    an_application_counts_from_the_day_it_was_complete,
    a_pilot_says_where_its_files_stand_and_keeps_a_log,
    how_far_a_file_is_follows_its_road,
);
