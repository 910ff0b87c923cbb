use jiff::civil::{Date, date};
use sleutel_domain::{Id, RouteCode, StepCode, access::Party, cases::Case};
use sleutel_store::{
    StoreError, Window,
    cases::{self, CaseFilter, CaseRow, CaseSort, EventRow, NextOfferRow, NextStanding},
};

use crate::{
    given::{
        self, ALL, CITY, ELSEWHERE, bare_file, full_file, party, phrase, reference, second, uuid,
        vacancy,
    },
    support::{Fresh, on_both},
};

on_both!(
    a_file_on_a_road_reads_back_with_every_field,
    a_household_is_on_one_road_at_a_time,
    the_second_of_two_people_at_once_is_told,
    events_read_back_in_order_and_a_number_goes_once,
    what_is_due_first_stands_first_and_what_has_no_term_last,
    every_order_of_files_runs_both_ways,
    filters_of_files_narrow_together,
    an_objection_waits_for_the_municipality_also_when_the_road_ended,
    late_files_are_counted,
    names_are_searched_only_where_they_may_be_seen,
    a_home_is_meant_for_one_household_at_a_time,
);

const TODAY: Date = date(2026, 3, 10);

fn case(number: u128, whose: &str) -> CaseRow {
    CaseRow {
        id: Id::new(uuid(7000 + number)),
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
        extended: true,
        vacancy: Some(vacancy("V-1")),
        association: Some(party("wbv")),
        changes: 1,
        changed_at: second(5),
    }
}

fn event(number: u32) -> EventRow {
    EventRow {
        number,
        recorded: second(i64::from(number)),
        on: date(2026, 2, 1),
        party: Party::Provider,
        for_party: (number == 2).then_some(Party::Participant),
        actor: phrase("Noor (care)"),
        account: (number == 1).then(|| Id::new(uuid(201))),
        kind: "step-ended".to_owned(),
        payload: r#"{"format":"x"}"#.to_owned(),
    }
}

/// The files of four households: late, this week, later, and without a term.
async fn four(fresh: &Fresh) -> Vec<CaseRow> {
    given::programmes(fresh).await;
    let mut people: Vec<_> = (2..=4).map(|it| bare_file(it, "Bo", "Bakker")).collect();
    people[0].provider = party("other");
    people.insert(0, full_file(1));
    given::save(fresh, &people).await;
    let mut rows: Vec<_> = (1..=4).map(|it| case(it, &format!("P-{it}"))).collect();
    rows[1].next_due = Some(date(2026, 3, 17));
    rows[1].owner = Some(Party::Participant);
    rows[2].next_due = Some(date(2026, 3, 18));
    rows[2].owner = Some(Party::Municipality);
    rows[2].kind = Some("decision".to_owned());
    rows[2].step = Some(StepCode::new("decide").unwrap());
    rows[2].association = None;
    rows[3].standing = "ended".to_owned();
    rows[3].step = None;
    rows[3].kind = None;
    rows[3].owner = None;
    rows[3].since = None;
    rows[3].due = None;
    rows[3].next_due = None;
    rows[3].route = RouteCode::new("housing-first").unwrap();
    let mut tx = fresh.write().await.unwrap();
    for row in &rows {
        cases::add_case(&mut tx, CITY, row).await.unwrap();
    }
    tx.commit().await.unwrap();
    rows
}

async fn listed(
    fresh: &Fresh,
    filter: &CaseFilter,
    sort: CaseSort,
    backwards: bool,
) -> Vec<String> {
    let mut tx = fresh.read().await.unwrap();
    let page = cases::list_cases(&mut tx, CITY, filter, sort, backwards, ALL).await.unwrap();
    assert_eq!(page.total, u64::try_from(page.rows.len()).unwrap());
    page.rows.iter().map(|it| it.reference.to_string()).collect()
}

async fn a_file_on_a_road_reads_back_with_every_field(fresh: &Fresh) {
    let rows = four(fresh).await;
    let mut tx = fresh.read().await.unwrap();
    for row in &rows {
        let read = cases::cases_of(&mut tx, CITY, &row.reference).await.unwrap();
        assert_eq!(read.first(), Some(row));
        assert_eq!(read.len(), 1);
        let open = cases::current_case(&mut tx, CITY, &row.reference).await.unwrap();
        assert_eq!(open.is_some(), row.standing != "ended");
        assert_eq!(cases::cases_of(&mut tx, ELSEWHERE, &row.reference).await.unwrap(), []);
    }
}

async fn a_household_is_on_one_road_at_a_time(fresh: &Fresh) {
    four(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    // The road of the fourth ended.
    cases::add_case(&mut tx, CITY, &case(8, "P-4")).await.unwrap();
    let newest = cases::cases_of(&mut tx, CITY, &reference("P-4")).await.unwrap();
    assert_eq!(newest[0].id, Id::<Case>::new(uuid(7008)));
    let twice = cases::add_case(&mut tx, CITY, &case(9, "P-1")).await;
    assert!(matches!(twice, Err(StoreError::Exists(_))));
}

async fn the_second_of_two_people_at_once_is_told(fresh: &Fresh) {
    let mut row = four(fresh).await.remove(0);
    row.changes = 2;
    row.standing = "paused".to_owned();
    row.owner = None;
    let mut tx = fresh.write().await.unwrap();
    cases::change_case(&mut tx, CITY, &row, 1).await.unwrap();
    let read = cases::cases_of(&mut tx, CITY, &row.reference).await.unwrap();
    assert_eq!(read.first(), Some(&row));
    assert_eq!(read.len(), 1);
    let second = cases::change_case(&mut tx, CITY, &row, 1).await;
    assert!(matches!(second, Err(StoreError::Changed { .. })));
    let elsewhere = cases::change_case(&mut tx, ELSEWHERE, &row, 2).await;
    assert!(matches!(elsewhere, Err(StoreError::Changed { .. })));
}

async fn events_read_back_in_order_and_a_number_goes_once(fresh: &Fresh) {
    let row = four(fresh).await.remove(0);
    let mut tx = fresh.write().await.unwrap();
    for number in [2, 1, 3] {
        cases::add_event(&mut tx, CITY, row.id, &event(number)).await.unwrap();
    }
    let read = cases::events(&mut tx, CITY, row.id).await.unwrap();
    assert_eq!(read, [event(1), event(2), event(3)]);
    assert_eq!(cases::events(&mut tx, ELSEWHERE, row.id).await.unwrap(), []);
    let twice = cases::add_event(&mut tx, CITY, row.id, &event(3)).await;
    assert!(matches!(twice, Err(StoreError::Exists(_))));
}

async fn what_is_due_first_stands_first_and_what_has_no_term_last(fresh: &Fresh) {
    four(fresh).await;
    let all = CaseFilter::on(TODAY);
    assert_eq!(listed(fresh, &all, CaseSort::Due, false).await, ["P-1", "P-2", "P-3", "P-4"]);
    let mut tx = fresh.read().await.unwrap();
    let window = Window { offset: 1, limit: 1 };
    let page = cases::list_cases(&mut tx, CITY, &all, CaseSort::Due, false, window).await.unwrap();
    assert_eq!((page.total, page.rows.len()), (4, 1));
    let row = &page.rows[0];
    assert_eq!((row.given.as_str(), row.provider.as_str()), ("Bo", "other"));
    assert_eq!((row.owner, row.version), (Some(Party::Participant), 2));
}

async fn every_order_of_files_runs_both_ways(fresh: &Fresh) {
    four(fresh).await;
    let all = CaseFilter::on(TODAY);
    for sort in CaseSort::ALL {
        assert_eq!(CaseSort::from_code(sort.code()), Some(sort));
        for backwards in [false, true] {
            assert_eq!(listed(fresh, &all, sort, backwards).await.len(), 4);
        }
    }
    let back = listed(fresh, &all, CaseSort::Reference, true).await;
    assert_eq!(back, ["P-4", "P-3", "P-2", "P-1"]);
}

async fn filters_of_files_narrow_together(fresh: &Fresh) {
    four(fresh).await;
    let all = CaseFilter::on(TODAY);
    let text = |it: &str| it.to_owned();
    for (filter, expected) in [
        (CaseFilter { standing: text("ended"), ..all.clone() }, vec!["P-4"]),
        (CaseFilter { route: text("housing-first"), ..all.clone() }, vec!["P-4"]),
        (CaseFilter { step: text("decide"), ..all.clone() }, vec!["P-3"]),
        (CaseFilter { owner: text("provider"), ..all.clone() }, vec!["P-1"]),
        (CaseFilter { owner: text("support"), ..all.clone() }, vec!["P-1", "P-2"]),
        (CaseFilter { provider: text("other"), ..all.clone() }, vec!["P-2"]),
        (CaseFilter { worker: text("noor"), ..all.clone() }, vec!["P-1"]),
        (CaseFilter { association: text("wbv"), ..all.clone() }, vec!["P-1", "P-2", "P-4"]),
        (CaseFilter { term: text("overdue"), ..all.clone() }, vec!["P-1"]),
        (CaseFilter { term: text("week"), ..all.clone() }, vec!["P-2"]),
        (CaseFilter { term: text("later"), ..all.clone() }, vec!["P-3"]),
        (CaseFilter { term: text("none"), ..all.clone() }, vec!["P-4"]),
        (CaseFilter { decisions: true, ..all.clone() }, vec!["P-3"]),
        (CaseFilter { term: text("nonsense"), ..all.clone() }, vec![]),
    ] {
        assert_eq!(
            listed(fresh, &filter, CaseSort::Reference, false).await,
            expected,
            "{filter:?}"
        );
    }
    let both = CaseFilter { owner: text("support"), provider: text("other"), ..all };
    assert_eq!(listed(fresh, &both, CaseSort::Reference, false).await, ["P-2"]);
}

async fn an_objection_waits_for_the_municipality_also_when_the_road_ended(fresh: &Fresh) {
    let mut row = four(fresh).await.remove(3);
    row.objection_due = Some(date(2026, 4, 1));
    row.next_due = row.objection_due;
    row.changes = 2;
    let mut tx = fresh.write().await.unwrap();
    cases::change_case(&mut tx, CITY, &row, 1).await.unwrap();
    tx.commit().await.unwrap();
    let ours = CaseFilter { owner: "municipality".to_owned(), ..CaseFilter::on(TODAY) };
    assert_eq!(listed(fresh, &ours, CaseSort::Due, false).await, ["P-3", "P-4"]);
    let ours = CaseFilter { decisions: true, ..CaseFilter::on(TODAY) };
    assert_eq!(listed(fresh, &ours, CaseSort::Due, false).await, ["P-3", "P-4"]);
}

async fn late_files_are_counted(fresh: &Fresh) {
    four(fresh).await;
    let mut tx = fresh.read().await.unwrap();
    let counts = cases::case_counts(&mut tx, CITY, &CaseFilter::on(TODAY)).await.unwrap();
    assert_eq!(counts, (4, 1));
    let later = CaseFilter::on(date(2026, 3, 18));
    assert_eq!(cases::case_counts(&mut tx, CITY, &later).await.unwrap(), (4, 2));
    assert_eq!(cases::case_counts(&mut tx, ELSEWHERE, &later).await.unwrap(), (0, 0));
}

async fn names_are_searched_only_where_they_may_be_seen(fresh: &Fresh) {
    four(fresh).await;
    let named = CaseFilter { words: "vries".to_owned(), ..CaseFilter::on(TODAY) };
    assert_eq!(listed(fresh, &named, CaseSort::Due, false).await, ["P-1"]);
    let unnamed = CaseFilter { reference_only: true, ..named };
    assert!(listed(fresh, &unnamed, CaseSort::Due, false).await.is_empty());
}

fn next(number: u128, whose: &str) -> NextOfferRow {
    NextOfferRow {
        id: uuid(8000 + number),
        vacancy: vacancy("V-1"),
        reference: reference(whose),
        round: Id::new(uuid(3001)),
        proposal: Id::new(uuid(4001)),
        place: 1,
        proposed_at: second(30),
        standing: NextStanding::Proposed,
    }
}

async fn a_home_is_meant_for_one_household_at_a_time(fresh: &Fresh) {
    given::a_round(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    cases::add_next_offer(&mut tx, CITY, &next(1, "P-1")).await.unwrap();
    assert_eq!(cases::next_offers(&mut tx, CITY).await.unwrap(), [next(1, "P-1")]);
    let reason = phrase("woont al ergens");
    for (done, standing) in [(true, NextStanding::TurnedDown), (false, NextStanding::Confirmed)] {
        let by = ("Noor (care)", second(40));
        let settled =
            cases::settle_next_offer(&mut tx, CITY, uuid(8001), standing, by, &reason).await;
        assert_eq!(settled.unwrap(), done);
    }
    cases::add_next_offer(&mut tx, CITY, &next(2, "P-2")).await.unwrap();
    let proposal = Id::new(uuid(4001));
    let tried = cases::next_offers_tried(&mut tx, CITY, proposal, &vacancy("V-1")).await.unwrap();
    let standings: Vec<_> = tried.iter().map(|it| it.standing).collect();
    assert_eq!(standings, [NextStanding::TurnedDown, NextStanding::Proposed]);
    // Nobody confirmed it, so it can be taken back; what somebody said stays.
    for whose in [Some(next(2, "P-2")), None] {
        let back = cases::take_next_offer_back(&mut tx, CITY, &vacancy("V-1")).await.unwrap();
        assert_eq!(back, whose);
    }
    cases::add_next_offer(&mut tx, CITY, &next(2, "P-2")).await.unwrap();
    let twice = cases::add_next_offer(&mut tx, CITY, &next(3, "P-3")).await;
    assert!(matches!(twice, Err(StoreError::Exists(_))));
}
