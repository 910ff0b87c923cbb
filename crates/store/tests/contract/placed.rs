use jiff::{Timestamp, civil::date};
use sleutel_domain::{
    Id, LongText, RouteCode, StepCode,
    access::Party,
    agreements::{Agreement, Kind, Links, State, Terms},
    participants::Readiness,
    placement::Verdict,
    steering::Stage,
};
use sleutel_store::{
    agreements::{self, AgreementRow},
    cases::{self, CaseRow, EventRow},
    homes::{self, ComplexRow},
    participants::ParticipantFile,
    placed::{self, AgreedMonths, AgreedThere, MovedInRow, UnderWayRow},
    placement::{self, DecisionRow},
};

use crate::{
    given::{
        self, CITY, ELSEWHERE, area, bare_file, complex, decision, free_home, group, home, party,
        phrase, reference, second, uuid, vacancy,
    },
    support::{Fresh, on_both},
};

on_both!(
    homes_agreed_are_counted_by_year_and_neighbourhood,
    homes_under_way_are_counted_by_how_far_they_are,
    homes_agreed_fall_in_the_month_they_were_agreed_in,
    households_that_moved_in_are_counted_by_group_and_day,
);

async fn decide(fresh: &Fresh, row: &DecisionRow) {
    let mut tx = fresh.write().await.unwrap();
    placement::add_decision(&mut tx, CITY, row).await.unwrap();
    tx.commit().await.unwrap();
}

async fn homes_agreed_are_counted_by_year_and_neighbourhood(fresh: &Fresh) {
    given::a_round(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let row = ComplexRow {
        code: complex("C-7"),
        name: phrase("Blok"),
        association: party("wbv"),
        neighbourhood: area("BB02"),
        street: phrase("Kerkstraat"),
    };
    homes::save_complex(&mut tx, CITY, uuid(1), &row).await.unwrap();
    tx.commit().await.unwrap();
    let rejected = DecisionRow { verdict: Verdict::Rejected, ..decision(3, "V-2", "P-3") };
    let last_year = DecisionRow { year: 2025, ..decision(2, "V-2", "P-2") };
    for row in [&decision(1, "V-1", "P-1"), &rejected, &last_year] {
        decide(fresh, row).await;
    }
    let mut tx = fresh.write().await.unwrap();
    let there = |year, code| AgreedThere { year, area: area(code), homes: 1 };
    let both = placed::agreed_by_area(&mut tx, CITY, (2020, 2026)).await.unwrap();
    assert_eq!(both, [there(2025, "AA01"), there(2026, "BB02")], "a complex says where it is");
    let one = placed::agreed_by_area(&mut tx, CITY, (2026, 2026)).await.unwrap();
    assert_eq!(one, [there(2026, "BB02")]);
    assert!(placed::agreed_by_area(&mut tx, ELSEWHERE, (2020, 2026)).await.unwrap().is_empty());
    placement::undo_decision(&mut tx, CITY, uuid(5001), "Noor", second(30)).await.unwrap();
    assert_eq!(placed::agreed_by_area(&mut tx, CITY, (2026, 2026)).await.unwrap(), []);
}

fn case(number: u128, kind: &str, standing: &str) -> CaseRow {
    CaseRow {
        id: Id::new(uuid(7000 + number)),
        reference: reference(&format!("P-{number}")),
        route: RouteCode::new("omslag").unwrap(),
        version: 1,
        began: date(2026, 1, 5),
        standing: standing.to_owned(),
        step: Some(StepCode::new("some").unwrap()),
        kind: Some(kind.to_owned()),
        owner: Some(Party::Provider),
        since: None,
        due: None,
        objection_due: None,
        next_due: None,
        extended: false,
        vacancy: Some(vacancy(&format!("V-{number}"))),
        association: Some(party("wbv")),
        changes: 1,
        changed_at: second(5),
    }
}

fn event(number: u32, kind: &str) -> EventRow {
    EventRow {
        number,
        recorded: second(i64::from(number)),
        on: date(2026, 2, 1),
        party: Party::Provider,
        for_party: None,
        actor: phrase("Noor (care)"),
        account: None,
        kind: kind.to_owned(),
        payload: "{}".to_owned(),
    }
}

async fn homes_under_way_are_counted_by_how_far_they_are(fresh: &Fresh) {
    given::a_round(fresh).await;
    let people: Vec<ParticipantFile> = (1..=10).map(|it| bare_file(it, "Bo", "Bakker")).collect();
    given::save(fresh, &people).await;
    let mut tx = fresh.write().await.unwrap();
    for number in 3..=10_u128 {
        let row = free_home(&format!("V-{number}"), "H-2", date(2026, 4, 1));
        homes::save_vacancy(&mut tx, CITY, uuid(2200 + number), &row).await.unwrap();
    }
    // One is agreed and on no road; one lives there; of one the road ended; one only looks.
    let rows = [
        case(2, "offer", "open"),
        case(3, "viewing", "paused"),
        case(4, "offer", "open"),
        case(5, "agreement", "open"),
        case(6, "agreement", "open"),
        case(7, "keys", "open"),
        case(8, "evaluation", "open"),
        case(9, "offer", "ended"),
        case(10, "offer", "open"),
    ];
    for row in &rows {
        cases::add_case(&mut tx, CITY, row).await.unwrap();
    }
    // Of the third a viewing is planned; the fourth has a home on offer again since it was.
    let planned = [(1, 1, "offered"), (1, 2, "viewing-planned")];
    let again = [(2, 1, "offered"), (2, 2, "viewing-planned"), (2, 3, "offered")];
    for (at, number, kind) in planned.into_iter().chain(again) {
        cases::add_event(&mut tx, CITY, rows[at].id, &event(number, kind)).await.unwrap();
    }
    // Of the tenth a viewing was planned by mistake, the twelfth thing that happened.
    let mistaken = [(11, "offered"), (12, "viewing-planned"), (13, "struck-out")];
    for (number, kind) in mistaken {
        let mut row = event(number, kind);
        if kind == "struck-out" {
            row.payload = r#"{"struck-out":{"event":12,"reason":"andere woning"}}"#.to_owned();
        }
        cases::add_event(&mut tx, CITY, rows[8].id, &row).await.unwrap();
    }
    let drafted = AgreementRow {
        agreement: Agreement {
            id: Id::new(uuid(5100)),
            terms: Terms {
                kind: Kind::TemporaryLease,
                household: reference("P-6"),
                association: Some(party("wbv")),
                provider: None,
                dwelling: Some(home("H-2")),
                from: date(2026, 3, 1),
                until: None,
                rent: Vec::new(),
                deposit: None,
                ground: None,
                conditions: None::<LongText>,
            },
            links: Links::default(),
            signatures: Vec::new(),
            state: State::Drafted,
        },
        version: 1,
        made_by: "Noor (care)".to_owned(),
        made_at: second(1),
        changed_at: second(2),
    };
    agreements::add(&mut tx, CITY, &drafted).await.unwrap();
    tx.commit().await.unwrap();
    decide(fresh, &decision(1, "V-1", "P-1")).await;
    decide(fresh, &decision(2, "V-2", "P-2")).await;
    let mut tx = fresh.read().await.unwrap();
    let found = placed::under_way(&mut tx, CITY).await.unwrap();
    let row = |stage, homes| UnderWayRow {
        group: people[0].group.clone(),
        association: party("wbv"),
        area: area("AA01"),
        stage,
        homes,
    };
    let mut all = found.clone();
    all.sort_by_key(|it| it.stage);
    let expected = [
        row(Stage::Agreed, 1),
        row(Stage::Offered, 3),
        row(Stage::Viewing, 1),
        row(Stage::Accepted, 1),
        row(Stage::Agreements, 1),
        row(Stage::Keys, 1),
    ];
    assert_eq!(all, expected);
    assert!(placed::under_way(&mut tx, ELSEWHERE).await.unwrap().is_empty());
}

async fn homes_agreed_fall_in_the_month_they_were_agreed_in(fresh: &Fresh) {
    given::a_round(fresh).await;
    let at = |text: &str| text.parse::<Timestamp>().unwrap();
    let ends: [Timestamp; 11] =
        std::array::from_fn(|month| at(&format!("2026-{:02}-01T00:00:00Z", month + 2)));
    // The year before in the first month, and the very first moment of March in March.
    let early = DecisionRow { at: at("2025-12-30T12:00:00Z"), ..decision(1, "V-1", "P-1") };
    let march = DecisionRow { at: at("2026-03-01T00:00:00Z"), ..decision(2, "V-2", "P-2") };
    for row in [&early, &march] {
        decide(fresh, row).await;
    }
    let mut tx = fresh.read().await.unwrap();
    let mut homes = [0; 12];
    (homes[0], homes[2]) = (1, 1);
    let row = AgreedMonths { group: group("shelter"), association: party("wbv"), homes };
    assert_eq!(placed::agreed_by_month(&mut tx, CITY, 2026, ends).await.unwrap(), [row]);
    assert!(placed::agreed_by_month(&mut tx, CITY, 2027, ends).await.unwrap().is_empty());
    assert!(placed::agreed_by_month(&mut tx, ELSEWHERE, 2026, ends).await.unwrap().is_empty());
}

async fn households_that_moved_in_are_counted_by_group_and_day(fresh: &Fresh) {
    given::a_round(fresh).await;
    let on = |number: u128, day| ParticipantFile {
        readiness: Readiness::Placed { on: date(2026, 2, day) },
        ..bare_file(number, "Bo", "Bakker")
    };
    let files = [on(1, 3), on(2, 3), on(3, 9), on(4, 9), bare_file(5, "Al", "Arts")];
    given::save(fresh, &files).await;
    decide(fresh, &decision(1, "V-1", "P-3")).await;
    let mut tx = fresh.read().await.unwrap();
    let row = |day, agreed_here, households| MovedInRow {
        group: files[0].group.clone(),
        on: date(2026, 2, day),
        agreed_here,
        households,
    };
    let found = placed::moved_in(&mut tx, CITY).await.unwrap();
    assert_eq!(found, [row(3, false, 2), row(9, false, 1), row(9, true, 1)]);
    assert!(placed::moved_in(&mut tx, ELSEWHERE).await.unwrap().is_empty());
}
