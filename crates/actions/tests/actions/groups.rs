//! The list of target groups: what is there when, and what follows from it.

use sleutel_actions::{
    ActionError, FieldFault, Who,
    import::bring_in,
    participants::{self, ParticipantDraft},
    steering::{
        self, YearDraft, agree_year,
        groups::{self, EndsDraft, GroupDraft, GroupQuery, NationalDraft},
        seen_below, year_form,
    },
};
use sleutel_domain::{
    GroupCode,
    access::Role,
    steering::groups::{GroupChange, GroupFault},
};
use sleutel_exchange::{FindingKind, Kind, Records};

use crate::town::{Town, incoming, records, reference, today};

fn code(text: &str) -> GroupCode {
    GroupCode::new(text).unwrap()
}

async fn manager(town: &Town) -> Who {
    town.person("manager", Role::ProgrammeManager, "gemeente").await
}

fn draft(code: &str) -> GroupDraft {
    GroupDraft {
        code: code.to_owned(),
        name_nl: "Na detentie".to_owned(),
        name_en: "After detention".to_owned(),
        main_group: "with-support".to_owned(),
        with_support: "yes".to_owned(),
        counts: "no".to_owned(),
        from: "2027-01-01".to_owned(),
        until: String::new(),
        ground: "Besluit stuurgroep".to_owned(),
        was: String::new(),
    }
}

fn faults<T: std::fmt::Debug>(result: Result<T, ActionError>) -> Vec<(String, FieldFault)> {
    let Err(ActionError::Fields(errors)) = result else { panic!("{result:?}") };
    errors.into_iter().map(|it| (it.field, it.fault)).collect()
}

fn fields(found: &[(String, FieldFault)]) -> Vec<&str> {
    found.iter().map(|(field, _)| field.as_str()).collect()
}

async fn ends(town: &Town, who: &Who, group: &str, until: &str) -> EndsDraft {
    let it = groups::one(&town.app, who, &code(group)).await.unwrap();
    let people = it.people.unwrap_or_default();
    EndsDraft {
        from: it.line.times.begins().map(|it| it.to_string()).unwrap_or_default(),
        until: until.to_owned(),
        ground: "Besluit stuurgroep".to_owned(),
        confirm: EndsDraft::seen(people.without_home, people.on_a_road),
        was: it.version.to_string(),
    }
}

async fn a_group_is_added_with_everything_wrong_told_at_once(town: &Town) {
    let who = manager(town).await;
    let (app, empty) = (&town.app, GroupDraft::default());
    let found = faults(groups::add(app, &who, &empty).await);
    let expected = ["code", "name_nl", "name_en", "main_group", "with_support", "counts", "from"];
    assert_eq!(fields(&found)[..7], expected, "{found:?}");
    let wrong = GroupDraft { until: "2026-12-31".to_owned(), ..draft("urgency") };
    assert_eq!(fields(&faults(groups::add(app, &who, &wrong).await)), ["code", "until"]);
    assert_eq!(
        groups::add(app, &who, &draft("after-detention")).await.unwrap().as_str(),
        "after-detention"
    );
    let it = groups::one(app, &who, &code("after-detention")).await.unwrap();
    assert_eq!((it.version, it.versions[0].change), (1, GroupChange::Added));
    // It begins next year: this year's form does not have it, the next one's does.
    for (year, there) in [(2026, false), (2027, true)] {
        let form = year_form(app, &who, year).await.unwrap();
        assert_eq!(
            form.draft.groups.iter().any(|it| it.code == "after-detention"),
            there,
            "{year}"
        );
    }
    let on = |day: &str| GroupQuery { day: day.parse().ok(), ..GroupQuery::default() };
    let has =
        |found: groups::Groups| found.rows.iter().any(|it| it.code.as_str() == "after-detention");
    assert!(!has(groups::list(app, &who, &on("2026-12-31")).await.unwrap()));
    assert!(has(groups::list(app, &who, &on("2027-01-01")).await.unwrap()));
    let counting = GroupQuery { counts: "yes".to_owned(), ..GroupQuery::default() };
    assert!(!has(groups::list(app, &who, &counting).await.unwrap()));
}

async fn another_description_leaves_the_past_and_can_be_taken_back(town: &Town) {
    let who = manager(town).await;
    let app = &town.app;
    let group = code("urgency");
    let it = groups::one(app, &who, &group).await.unwrap();
    let was = it.version.to_string();
    let other = GroupDraft { was: was.clone(), counts: "yes".to_owned(), ..draft("") };
    groups::describe(app, &who, &group, &other).await.unwrap();
    let late = groups::describe(app, &who, &group, &other).await;
    assert!(matches!(late, Err(ActionError::Changed)), "{late:?}");
    let it = groups::one(app, &who, &group).await.unwrap();
    assert_eq!(it.line.times.periods().len(), 2);
    let this = year_form(app, &who, 2026).await.unwrap();
    let next = year_form(app, &who, 2027).await.unwrap();
    assert!(!this.groups[&group].with_support && next.groups[&group].with_support);
    groups::take_back(app, &who, &group, &it.version.to_string()).await.unwrap();
    let back = groups::one(app, &who, &group).await.unwrap();
    assert_eq!(back.line.times.periods().len(), 1);
    assert_eq!(back.versions.len(), 3, "nothing that was written down is gone");
    let again = groups::take_back(app, &who, &group, &back.version.to_string()).await;
    assert!(matches!(again, Err(ActionError::Changed)), "{again:?}");
}

async fn a_group_ends_for_newcomers_only(town: &Town) {
    let who = manager(town).await;
    let app = &town.app;
    let inside = participants::view(app, &town.desk().await, &reference("D-0001")).await.unwrap();
    let group = inside.file.group.to_string();
    let unknowing =
        EndsDraft { confirm: String::new(), ..ends(town, &who, &group, "2026-05-31").await };
    let found = faults(groups::set_ends(app, &who, &code(&group), &unknowing).await);
    assert!(matches!(found[..], [(_, FieldFault::StillInGroup { .. })]), "{found:?}");
    let backwards = EndsDraft { until: "1950-01-01".to_owned(), ..unknowing };
    let found = faults(groups::set_ends(app, &who, &code(&group), &backwards).await);
    assert_eq!(fields(&found), ["until", "confirm"]);
    let known = ends(town, &who, &group, "2026-05-31").await;
    groups::set_ends(app, &who, &code(&group), &known).await.unwrap();
    // Whoever is in it stays, and their file can be changed.
    let desk = town.person("desk2", Role::PlacementCoordinator, "gemeente").await;
    let mut file = ParticipantDraft::from(&inside.file);
    file.rent = "700".to_owned();
    participants::save_participant(app, &desk, &file).await.unwrap();
    let new = |waiting_since: &str| ParticipantDraft {
        reference: "P-2026-9001".to_owned(),
        group: group.clone(),
        provider: "dagwinst".to_owned(),
        given: "Noor".to_owned(),
        family: "van den Proef".to_owned(),
        waiting_since: waiting_since.to_owned(),
        readiness: "ready".to_owned(),
        ..ParticipantDraft::default()
    };
    let found = faults(participants::save_participant(app, &desk, &new("2026-06-01")).await);
    let [(field, FieldFault::Group(GroupFault::NotThereThen { until, .. }))] = &found[..] else {
        panic!("{found:?}")
    };
    assert_eq!(
        (field.as_str(), until.map(|it| it.to_string())),
        ("group", Some("2026-05-31".to_owned()))
    );
    participants::save_participant(app, &desk, &new("2026-03-01")).await.unwrap();
    // The last day is taken back: anybody can come into it again.
    let version = groups::one(app, &who, &code(&group)).await.unwrap().version.to_string();
    groups::reopen(app, &who, &code(&group), &version).await.unwrap();
    let other = ParticipantDraft {
        reference: "P-2026-9002".to_owned(),
        family: "Anders".to_owned(),
        ..new("2026-06-01")
    };
    participants::save_participant(app, &desk, &other).await.unwrap();
}

async fn an_import_refuses_newcomers_of_an_ended_group_and_keeps_who_is_in_it(town: &Town) {
    let who = manager(town).await;
    let app = &town.app;
    let mut people = records();
    people.retain(|it| it.kind() == Kind::Participants);
    let Records::Participants(rows) = &mut people[0] else { panic!("{:?}", people[0].kind()) };
    rows.truncate(1);
    let group = rows[0].record.group.to_string();
    let known = ends(town, &who, &group, "2024-12-31").await;
    groups::set_ends(app, &who, &code(&group), &known).await.unwrap();
    let Records::Participants(rows) = &mut people[0] else { panic!("{:?}", people[0].kind()) };
    let mut newcomer = rows[0].clone();
    newcomer.record.reference = reference("P-NEW");
    newcomer.record.waiting_since = today();
    rows.push(newcomer);
    let report =
        bring_in(app, &town.operator, &incoming(people), false, &mut |_, _| {}).await.unwrap();
    let found: Vec<_> = report.findings.iter().filter(|it| it.what.code() == "E413").collect();
    assert_eq!(found.len(), 1, "{:?}", report.findings);
    let FindingKind::GroupNotThere { days, .. } = &found[0].what else { panic!("{found:?}") };
    assert!(days.ends_with("– 2024-12-31"), "{days}");
}

async fn days_come_with_a_file_and_a_second_time_changes_nothing(town: &Town) {
    let who = manager(town).await;
    let app = &town.app;
    let group = code("omslag-young-adults");
    let before = groups::one(app, &who, &group).await.unwrap();
    assert_eq!(before.line.times.periods().len(), 2, "described otherwise until 2023");
    let mut quotas = records();
    quotas.retain(|it| it.kind() == Kind::GroupQuotas);
    let again = incoming(quotas.clone());
    let report = bring_in(app, &town.operator, &again, false, &mut |_, _| {}).await.unwrap();
    assert!(report.kept);
    assert_eq!(groups::one(app, &who, &group).await.unwrap().version, before.version);
    let Records::GroupQuotas(rows) = &mut quotas[0] else { panic!("{:?}", quotas[0].kind()) };
    rows.retain(|it| it.record.quota.year == 2026);
    for row in rows.iter_mut() {
        (row.record.group.valid_from, row.record.group.valid_until) = (None, None);
    }
    let silent = incoming(quotas);
    let report = bring_in(app, &town.operator, &silent, false, &mut |_, _| {}).await.unwrap();
    assert!(report.kept);
    let after = groups::one(app, &who, &group).await.unwrap();
    assert_eq!(after.line.times, before.line.times, "a file without days changes none");
    let ended = groups::one(app, &who, &code("leaving-sex-work")).await.unwrap();
    assert!(ended.line.times.ends().is_some(), "and reopens no group");
}

fn national(part: &str, homes: &str, was: &str) -> NationalDraft {
    NationalDraft {
        year: "2027".to_owned(),
        part: part.to_owned(),
        homes: homes.to_owned(),
        people: String::new(),
        source: "Brief over de taakstelling".to_owned(),
        source_date: "2026-04-01".to_owned(),
        was: was.to_owned(),
    }
}

async fn a_national_target_is_the_floor_that_is_proposed(town: &Town) {
    let who = manager(town).await;
    let app = &town.app;
    let group = code("status-holders");
    let empty = faults(
        groups::set_national(
            app,
            &who,
            &group,
            &NationalDraft { was: "0".to_owned(), ..NationalDraft::default() },
        )
        .await,
    );
    assert_eq!(fields(&empty), ["year", "part", "homes", "source", "source_date"]);
    groups::set_national(app, &who, &group, &national("first-half", "30", "0")).await.unwrap();
    let late = groups::set_national(app, &who, &group, &national("year", "60", "0")).await;
    assert!(matches!(late, Err(ActionError::Changed)), "{late:?}");
    groups::set_national(app, &who, &group, &national("second-half", "31", "1")).await.unwrap();
    // The year before is agreed with a ceiling that the target of the next year goes beyond.
    let mut before = year_form(app, &who, 2026).await.unwrap().draft;
    let at = before.groups.iter().position(|it| it.code == "status-holders").unwrap();
    before.homes = "1800".to_owned();
    (before.groups[at].floor, before.groups[at].ceiling) = ("20".to_owned(), "40".to_owned());
    agree_year(app, &who, 2026, &before).await.unwrap();
    let form = year_form(app, &who, 2027).await.unwrap();
    let at = form.draft.groups.iter().position(|it| it.code == "status-holders").unwrap();
    let proposed = &form.draft.groups[at];
    assert_eq!((proposed.floor.as_str(), proposed.ceiling.as_str()), ("61", ""));
    assert_eq!(form.crossed, [(group.clone(), 40)].into());
    let mut draft = YearDraft { homes: "1800".to_owned(), ..form.draft };
    draft.groups[at].floor = "50".to_owned();
    let found = faults(agree_year(app, &who, 2027, &draft).await);
    assert_eq!(fields(&found), [format!("group-{at}-floor")]);
    assert!(matches!(found[0].1, FieldFault::BelowNational { homes: 61 }), "{found:?}");
    let below = steering::BelowNational { group: group.clone(), floor: 50, homes: 61 };
    draft.below = seen_below(&[below]);
    // Confirmed for another floor is not confirmed.
    draft.groups[at].floor = "40".to_owned();
    assert_eq!(faults(agree_year(app, &who, 2027, &draft).await).len(), 1);
    draft.groups[at].floor = "50".to_owned();
    agree_year(app, &who, 2027, &draft).await.unwrap();
    groups::withdraw_national(app, &who, &group, 1).await.unwrap();
    let twice = groups::withdraw_national(app, &who, &group, 1).await;
    assert!(matches!(twice, Err(ActionError::Changed)), "{twice:?}");
    let it = groups::one(app, &who, &group).await.unwrap();
    assert_eq!((it.line.national.len(), it.national.len()), (1, 3));
}

async fn a_version_that_names_a_group_that_is_not_there_is_told_so(town: &Town) {
    let who = manager(town).await;
    let app = &town.app;
    let form = year_form(app, &who, 2027).await.unwrap();
    let draft = YearDraft { homes: "1800".to_owned(), ..form.draft };
    agree_year(app, &who, 2027, &draft).await.unwrap();
    let group = code("violence");
    let known = ends(town, &who, "violence", "2026-12-31").await;
    groups::set_ends(app, &who, &group, &known).await.unwrap();
    let year = steering::year_of(app, &who, 2027, None).await.unwrap();
    assert_eq!(year.not_there, std::slice::from_ref(&group));
    let it = groups::one(app, &who, &group).await.unwrap();
    assert_eq!(it.still_named, [(2027, 1)]);
    let form = year_form(app, &who, 2027).await.unwrap();
    assert_eq!(form.left_out, std::slice::from_ref(&group));
    // A form from before names it still, and is told at its field.
    let late = YearDraft { was: "1".to_owned(), ..draft };
    let found = faults(agree_year(app, &who, 2027, &late).await);
    assert!(matches!(found[0].1, FieldFault::GroupNotInYear { year: 2027 }), "{found:?}");
    agree_year(app, &who, 2027, &form.draft).await.unwrap();
    assert!(steering::year_of(app, &who, 2027, None).await.unwrap().not_there.is_empty());
    let this = steering::year_of(app, &who, 2026, None).await.unwrap();
    assert!(this.groups.contains_key(&group), "figures keep its name");
}

on_both!(
    a_group_is_added_with_everything_wrong_told_at_once,
    another_description_leaves_the_past_and_can_be_taken_back,
    a_group_ends_for_newcomers_only,
    an_import_refuses_newcomers_of_an_ended_group_and_keeps_who_is_in_it,
    days_come_with_a_file_and_a_second_time_changes_nothing,
    a_national_target_is_the_floor_that_is_proposed,
    a_version_that_names_a_group_that_is_not_there_is_told_so,
);
