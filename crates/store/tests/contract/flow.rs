use jiff::civil::{Date, date};
use sleutel_domain::{
    Id, LongText, RouteCode, StepCode,
    access::Party,
    cases::{Case, SpellEnd},
    participants::LivingSituation,
};
use sleutel_store::{
    StoreError,
    cases::{self, CaseRow},
    flow::{
        self, FlowFilter, FlowRow, PilotCaseRow, PilotLogRow, PilotRow, SpellRow, add_pilot,
        add_pilot_log, change_pilot, flow_of, keep_flow, lives, pilot_cases, pilot_log, pilots,
        put_pilot_case, spell_times, stands,
    },
};

use crate::{
    given::{
        self, CITY, ELSEWHERE, bare_file, full_file, group, party, phrase, reference, second, uuid,
    },
    support::{Fresh, on_both},
};

on_both!(
    times_of_a_file_take_the_place_of_those_before,
    files_whose_times_are_behind_are_named,
    who_stands_where_is_counted_within_the_filter,
    times_of_steps_and_what_came_and_went_are_read_within_the_filter,
    what_a_file_came_past_is_read_in_order_with_the_last_of_an_ended_road,
    who_got_keys_is_counted_by_day_and_where_they_lived,
    a_pilot_reads_back_and_the_second_of_two_people_is_told,
    files_go_into_a_pilot_out_of_it_and_back,
    where_files_stand_is_read_of_the_last_within_the_filter,
);

const TODAY: Date = date(2026, 3, 10);
const OLD: Date = date(2020, 1, 1);

fn case(number: u128, whose: &str) -> CaseRow {
    CaseRow {
        id: Id::<Case>::new(uuid(7000 + number)),
        reference: reference(whose),
        route: RouteCode::new("omslag").unwrap(),
        version: 2,
        began: date(2026, 1, 5),
        standing: "open".to_owned(),
        step: Some(StepCode::new("talk").unwrap()),
        kind: Some("conversation".to_owned()),
        owner: Some(Party::Provider),
        since: Some(date(2026, 2, 1)),
        due: Some(date(2026, 3, 9)),
        objection_due: None,
        next_due: Some(date(2026, 3, 9)),
        extended: false,
        vacancy: None,
        association: Some(party("wbv")),
        changes: 3,
        changed_at: second(5),
    }
}

fn spell(step: &str, kind: &str, opened: Date, ended: Option<(Date, SpellEnd)>) -> SpellRow {
    SpellRow {
        route: RouteCode::new("omslag").unwrap(),
        version: 2,
        step: StepCode::new(step).unwrap(),
        kind: kind.to_owned(),
        opened,
        due: Some(date(2026, 3, 9)),
        rested: 4,
        rests_since: None,
        ended,
        outcome: ended.map(|_| "done".to_owned()),
    }
}

fn kept(housed: bool) -> FlowRow {
    FlowRow { lived: Some(LivingSituation::Emergency), housed, changes: 3 }
}

fn done(on: Date) -> Option<(Date, SpellEnd)> {
    Some((on, SpellEnd::Done))
}

/// A file that is under way at `care`, and one of another provider that ended after the keys.
async fn two(fresh: &Fresh) -> [CaseRow; 2] {
    given::programmes(fresh).await;
    let mut other = bare_file(2, "Bo", "Bakker");
    other.provider = party("other");
    other.group = group("second");
    given::save(fresh, &[full_file(1), other]).await;
    let mut rows = [case(1, "P-1"), case(2, "P-2")];
    rows[1].standing = "ended".to_owned();
    (rows[1].step, rows[1].kind, rows[1].owner, rows[1].since) = (None, None, None, None);
    (rows[1].due, rows[1].next_due, rows[1].association) = (None, None, None);
    let mut tx = fresh.write().await.unwrap();
    for row in &rows {
        cases::add_case(&mut tx, CITY, row).await.unwrap();
    }
    let first = [
        spell("paper", "form", date(2026, 1, 5), done(date(2026, 2, 1))),
        spell("talk", "conversation", date(2026, 2, 1), None),
    ];
    let second = [
        spell("look", "match", date(2025, 1, 5), done(date(2025, 3, 1))),
        spell("keys", "keys", date(2025, 3, 1), done(date(2025, 3, 8))),
        spell("live", "evaluation", date(2025, 3, 8), Some((date(2026, 1, 9), SpellEnd::Left))),
    ];
    keep_flow(&mut tx, CITY, rows[0].id, &kept(false), &first).await.unwrap();
    keep_flow(&mut tx, CITY, rows[1].id, &kept(true), &second).await.unwrap();
    tx.commit().await.unwrap();
    rows
}

fn of_provider(code: &str) -> FlowFilter {
    FlowFilter { provider: code.to_owned(), ..FlowFilter::default() }
}

async fn times_of_a_file_take_the_place_of_those_before(fresh: &Fresh) {
    let [first, _] = two(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    assert_eq!(flow_of(&mut tx, CITY, first.id).await.unwrap(), Some(kept(false)));
    assert_eq!(flow_of(&mut tx, ELSEWHERE, first.id).await.unwrap(), None);
    let row = FlowRow { lived: None, housed: true, changes: 9 };
    let only = [spell("keys", "keys", TODAY, None)];
    keep_flow(&mut tx, CITY, first.id, &row, &only).await.unwrap();
    assert_eq!(flow_of(&mut tx, CITY, first.id).await.unwrap(), Some(row));
    let filter = FlowFilter { route: "omslag".to_owned(), ..of_provider("care") };
    let times = spell_times(&mut tx, CITY, &filter, OLD).await.unwrap();
    let steps: Vec<&str> = times.iter().map(|it| it.step.as_str()).collect();
    assert_eq!(steps, ["keys"]);
    let lived = lives(&mut tx, CITY, &reference("P-1")).await.unwrap();
    assert_eq!(lived, Some(LivingSituation::WithOthers));
    assert_eq!(lives(&mut tx, CITY, &reference("P-2")).await.unwrap(), None);
}

async fn files_whose_times_are_behind_are_named(fresh: &Fresh) {
    let [first, _] = two(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    assert!(flow::behind(&mut tx, CITY).await.unwrap().is_empty());
    let more = CaseRow { changes: 4, ..first.clone() };
    cases::change_case(&mut tx, CITY, &more, 3).await.unwrap();
    let behind = flow::behind(&mut tx, CITY).await.unwrap();
    assert_eq!(behind, [(first.id, reference("P-1"))]);
    assert!(flow::behind(&mut tx, ELSEWHERE).await.unwrap().is_empty());
}

async fn who_stands_where_is_counted_within_the_filter(fresh: &Fresh) {
    two(fresh).await;
    let mut tx = fresh.read().await.unwrap();
    let all = flow::now(&mut tx, CITY, &FlowFilter::default()).await.unwrap();
    let [one] = &all[..] else { panic!("what ended stands nowhere: {all:?}") };
    assert_eq!((one.route.as_str(), one.step.as_str(), one.files), ("omslag", "talk", 1));
    assert_eq!((one.rests, one.due), (false, Some(date(2026, 3, 9))));
    let own = |association: &str| FlowFilter {
        association: association.to_owned(),
        ..FlowFilter::default()
    };
    assert_eq!(flow::now(&mut tx, CITY, &own("wbv")).await.unwrap().len(), 1);
    for filter in [
        own("elders"),
        of_provider("other"),
        FlowFilter { group: "second".to_owned(), ..FlowFilter::default() },
        FlowFilter { route: "omsl".to_owned(), ..FlowFilter::default() },
        FlowFilter { caseload: vec!["nobody".to_owned()], ..FlowFilter::default() },
    ] {
        assert!(flow::now(&mut tx, CITY, &filter).await.unwrap().is_empty(), "{filter:?}");
    }
    assert!(flow::now(&mut tx, ELSEWHERE, &FlowFilter::default()).await.unwrap().is_empty());
}

async fn times_of_steps_and_what_came_and_went_are_read_within_the_filter(fresh: &Fresh) {
    two(fresh).await;
    let mut tx = fresh.read().await.unwrap();
    let all = spell_times(&mut tx, CITY, &FlowFilter::default(), OLD).await.unwrap();
    assert_eq!(all.len(), 5);
    let since = date(2026, 1, 1);
    let late = spell_times(&mut tx, CITY, &FlowFilter::default(), since).await.unwrap();
    let [paper, talk] = &late[..] else { panic!("{late:?}") };
    assert_eq!((paper.opened, paper.ended), (date(2026, 1, 5), done(date(2026, 2, 1))));
    assert_eq!((talk.rested, talk.rests_since, talk.ended), (4, None, None));
    let traffic = flow::traffic(&mut tx, CITY, &FlowFilter::default(), since).await.unwrap();
    let found: Vec<_> = traffic.iter().map(|it| (it.step.as_str(), it.came, it.went)).collect();
    assert_eq!(found, [("live", 0, 1), ("paper", 1, 1), ("talk", 1, 0)]);
    let other = flow::traffic(&mut tx, CITY, &of_provider("other"), since).await.unwrap();
    assert_eq!(other.len(), 1);
}

async fn what_a_file_came_past_is_read_in_order_with_the_last_of_an_ended_road(fresh: &Fresh) {
    two(fresh).await;
    let mut tx = fresh.read().await.unwrap();
    let all = flow::milestones(&mut tx, CITY, &FlowFilter::default()).await.unwrap();
    let found: Vec<_> = all.iter().map(|it| (it.kind.as_str(), it.over)).collect();
    let expected = [("form", false), ("match", true), ("keys", true), ("evaluation", true)];
    assert_eq!(found, expected, "a conversation says nothing, but the last of an ended road does");
    assert_eq!(all[3].ended, Some((date(2026, 1, 9), SpellEnd::Left)));
    assert_eq!(all[1].group, "second");
    let own = flow::milestones(&mut tx, CITY, &of_provider("other")).await.unwrap();
    assert_eq!(own.len(), 3);
}

async fn who_got_keys_is_counted_by_day_and_where_they_lived(fresh: &Fresh) {
    two(fresh).await;
    let mut tx = fresh.read().await.unwrap();
    let found = flow::freed(&mut tx, CITY, &FlowFilter::default()).await.unwrap();
    let [one] = &found[..] else { panic!("{found:?}") };
    assert_eq!(
        (one.lived.as_deref(), one.on, one.households),
        (Some("emergency"), date(2025, 3, 8), 1)
    );
    assert!(flow::freed(&mut tx, CITY, &of_provider("care")).await.unwrap().is_empty());
}

fn pilot() -> PilotRow {
    PilotRow {
        id: uuid(31),
        name: phrase("Tien"),
        aim: LongText::new("Kan het?").unwrap(),
        began: date(2026, 1, 2),
        actor: "Mia (city)".to_owned(),
        at: second(7),
        closed_on: None,
        changes: 0,
    }
}

async fn a_pilot_reads_back_and_the_second_of_two_people_is_told(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    add_pilot(&mut tx, CITY, &pilot()).await.unwrap();
    assert_eq!(pilots(&mut tx, CITY).await.unwrap(), [pilot()]);
    assert!(pilots(&mut tx, ELSEWHERE).await.unwrap().is_empty());
    change_pilot(&mut tx, CITY, uuid(31), Some(TODAY), 0).await.unwrap();
    let closed = PilotRow { closed_on: Some(TODAY), changes: 1, ..pilot() };
    assert_eq!(pilots(&mut tx, CITY).await.unwrap(), [closed]);
    for (programme, before) in [(CITY, 0), (ELSEWHERE, 1)] {
        let late = change_pilot(&mut tx, programme, uuid(31), None, before).await;
        assert!(matches!(late, Err(StoreError::Changed { .. })), "{late:?}");
    }
    let line = |number| PilotLogRow {
        number,
        at: second(9),
        actor: "Mia (city)".to_owned(),
        kind: "noted".to_owned(),
        reference: (number == 2).then(|| reference("P-1")),
        note: (number == 1).then(|| LongText::new("Het gaat goed.").unwrap()),
        stood: "living:1".to_owned(),
    };
    add_pilot_log(&mut tx, CITY, uuid(31), &line(1)).await.unwrap();
    add_pilot_log(&mut tx, CITY, uuid(31), &line(2)).await.unwrap();
    assert_eq!(pilot_log(&mut tx, CITY, uuid(31)).await.unwrap(), [line(2), line(1)]);
    let twice = add_pilot_log(&mut tx, CITY, uuid(31), &line(2)).await;
    assert!(matches!(twice, Err(StoreError::Exists(_))), "{twice:?}");
}

async fn files_go_into_a_pilot_out_of_it_and_back(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    add_pilot(&mut tx, CITY, &pilot()).await.unwrap();
    let row = |removed_on| PilotCaseRow {
        reference: reference("P-1"),
        added_on: date(2026, 1, 2),
        removed_on,
    };
    for removed_on in [None, Some(TODAY), None] {
        put_pilot_case(&mut tx, CITY, uuid(31), &row(removed_on)).await.unwrap();
        let found = pilot_cases(&mut tx, CITY).await.unwrap();
        assert_eq!(found, [(uuid(31), row(removed_on))]);
    }
    assert!(pilot_cases(&mut tx, ELSEWHERE).await.unwrap().is_empty());
}

async fn where_files_stand_is_read_of_the_last_within_the_filter(fresh: &Fresh) {
    two(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let wanted = ["P-1", "P-2", "P-9"].map(str::to_owned);
    let all = stands(&mut tx, CITY, &FlowFilter::default(), &wanted).await.unwrap();
    let [first, second] = &all[..] else { panic!("{all:?}") };
    assert_eq!((first.standing.as_str(), first.kind.as_str()), ("open", "conversation"));
    assert_eq!((first.owner, first.housed), (Some(Party::Provider), false));
    assert_eq!((second.standing.as_str(), second.housed, second.own_lease), ("ended", true, false));
    let own = stands(&mut tx, CITY, &of_provider("other"), &wanted).await.unwrap();
    assert_eq!(own, std::slice::from_ref(second));
    assert!(stands(&mut tx, CITY, &FlowFilter::default(), &[]).await.unwrap().is_empty());
    // A file that began after it is the last.
    let again = CaseRow { changes: 1, ..case(3, "P-2") };
    cases::add_case(&mut tx, CITY, &again).await.unwrap();
    let last = stands(&mut tx, CITY, &FlowFilter::default(), &wanted[1..2]).await.unwrap();
    assert_eq!((last[0].standing.as_str(), last[0].housed), ("open", false));
}
