use jiff::civil::{Date, date};
use sleutel_domain::{
    Id, RouteCode, StepCode,
    agreements::{Agreement, EndReason, Kind, Links, State, Terms},
    cases::{Case, SpellEnd},
    homes::{Place, VacancyStatus},
    participants::{AreaWish, Direction, LivingSituation, Readiness, Strength},
    routes::Outcome,
};
use sleutel_store::{
    agreements::{self, AgreementRow},
    cases::{self, CaseRow},
    flow::{FlowRow, SpellRow, keep_flow},
    history::{self, FreeRow},
    homes,
};

use crate::{
    given::{
        self, CITY, ELSEWHERE, area, bare_file, dwelling, free_home, full_file, group, reference,
        second, uuid,
    },
    support::{Fresh, on_both},
};

on_both!(
    households_come_with_what_is_counted_of_them,
    steps_come_by_household_and_in_order,
    agreements_about_living_somewhere_come_with_how_they_ended,
    homes_come_with_their_rooms_and_where_they_lie,
    who_wants_to_live_in_one_part_only_is_told,
);

const LATER: Date = date(2027, 1, 1);

async fn households_come_with_what_is_counted_of_them(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut housed = bare_file(2, "Bo", "Bakker");
    housed.readiness = Readiness::Placed { on: date(2026, 4, 2) };
    given::save(fresh, &[full_file(1), housed.clone()]).await;
    let mut tx = fresh.read().await.unwrap();
    let all = history::people(&mut tx, CITY, LATER).await.unwrap();
    let [one, two] = &all[..] else { panic!("{all:?}") };
    assert_eq!((one.lives, one.placed_on), (Some(LivingSituation::WithOthers), None));
    assert_eq!((&two.reference, two.placed_on), (&reference("P-2"), Some(date(2026, 4, 2))));
    assert_eq!((&two.group, two.since), (&housed.group, housed.waiting_since));
    let before = housed.waiting_since.yesterday().unwrap();
    assert!(!history::people(&mut tx, CITY, before).await.unwrap().contains(two));
    assert!(history::people(&mut tx, ELSEWHERE, LATER).await.unwrap().is_empty());
}

async fn steps_come_by_household_and_in_order(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[full_file(1)]).await;
    let case = CaseRow {
        id: Id::<Case>::new(uuid(7001)),
        reference: reference("P-1"),
        route: RouteCode::new("omslag").unwrap(),
        version: 2,
        began: date(2025, 1, 5),
        standing: "open".to_owned(),
        step: Some(StepCode::new("live").unwrap()),
        kind: Some("evaluation".to_owned()),
        owner: None,
        since: Some(date(2025, 3, 8)),
        due: None,
        objection_due: None,
        next_due: None,
        extended: false,
        vacancy: None,
        association: None,
        changes: 1,
        changed_at: second(5),
    };
    let spell = |step: &str, kind: &str, opened, ended: Option<Date>| SpellRow {
        route: case.route.clone(),
        version: 2,
        step: StepCode::new(step).unwrap(),
        kind: kind.to_owned(),
        opened,
        due: None,
        rested: 0,
        rests_since: None,
        ended: ended.map(|on| (on, SpellEnd::Done)),
        outcome: ended.map(|_| "done".to_owned()),
    };
    let spells = [
        spell("keys", "keys", date(2025, 3, 1), Some(date(2025, 3, 8))),
        spell("live", "evaluation", date(2025, 3, 8), None),
    ];
    let flow = FlowRow { lived: None, housed: true, changes: 1 };
    let mut tx = fresh.write().await.unwrap();
    cases::add_case(&mut tx, CITY, &case).await.unwrap();
    keep_flow(&mut tx, CITY, case.id, &flow, &spells).await.unwrap();
    let all = history::stretches(&mut tx, CITY).await.unwrap();
    let [keys, live] = &all[..] else { panic!("{all:?}") };
    assert_eq!((&keys.reference, keys.began), (&reference("P-1"), date(2025, 1, 5)));
    assert_eq!((keys.kind.as_str(), keys.outcome), ("keys", Some(Outcome::Done)));
    assert_eq!(keys.ended, Some((date(2025, 3, 8), SpellEnd::Done)));
    assert_eq!((live.step.as_str(), live.ended, live.outcome), ("live", None, None));
    assert!(history::stretches(&mut tx, ELSEWHERE).await.unwrap().is_empty());
}

async fn agreements_about_living_somewhere_come_with_how_they_ended(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[full_file(1)]).await;
    let row = |number: u128, kind: Kind, state: State| AgreementRow {
        agreement: Agreement {
            id: Id::new(uuid(5000 + number)),
            terms: Terms {
                kind,
                household: reference("P-1"),
                association: None,
                provider: None,
                dwelling: None,
                from: date(2026, 3, i8::try_from(number).unwrap()),
                until: None,
                rent: Vec::new(),
                deposit: None,
                ground: None,
                conditions: None,
            },
            links: Links::default(),
            signatures: Vec::new(),
            state,
        },
        version: 1,
        made_by: "Noor Testers (Anker)".to_owned(),
        made_at: second(1),
        changed_at: second(2),
    };
    let over = State::Ended { on: date(2026, 9, 9), reason: EndReason::Notice };
    let lives = State::InForce { from: date(2026, 3, 2), until: None };
    let mut tx = fresh.write().await.unwrap();
    for it in [
        row(1, Kind::OwnLease, over),
        row(2, Kind::IntermediateUse, lives.clone()),
        row(3, Kind::Support, lives),
        row(4, Kind::OwnLease, State::Drafted),
    ] {
        agreements::add(&mut tx, CITY, &it).await.unwrap();
    }
    let all = history::terms(&mut tx, CITY, LATER).await.unwrap();
    let [own, use_of] = &all[..] else { panic!("{all:?}") };
    assert_eq!(own.ended, Some((date(2026, 9, 9), Some(EndReason::Notice))));
    assert_eq!((own.kind, own.from), (Kind::OwnLease, date(2026, 3, 1)));
    assert_eq!((use_of.kind, use_of.ended), (Kind::IntermediateUse, None));
    assert!(history::terms(&mut tx, CITY, date(2026, 2, 1)).await.unwrap().is_empty());
    assert!(history::terms(&mut tx, ELSEWHERE, LATER).await.unwrap().is_empty());
}

async fn homes_come_with_their_rooms_and_where_they_lie(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let row = dwelling("H-1", "Kerkstraat", "1");
    homes::save_dwelling(&mut tx, CITY, uuid(2001), &row).await.unwrap();
    let free = free_home("V-1", "H-1", date(2026, 5, 1));
    homes::save_vacancy(&mut tx, CITY, uuid(2101), &free).await.unwrap();
    let all = history::free(&mut tx, CITY, LATER).await.unwrap();
    let expected = FreeRow {
        from: date(2026, 5, 1),
        status: VacancyStatus::Open,
        rooms: 3,
        area: area("AA01"),
    };
    assert_eq!(all, [expected]);
    assert!(history::free(&mut tx, CITY, date(2026, 4, 30)).await.unwrap().is_empty());
    assert!(history::free(&mut tx, ELSEWHERE, LATER).await.unwrap().is_empty());
}

async fn who_wants_to_live_in_one_part_only_is_told(fresh: &Fresh) {
    given::programmes(fresh).await;
    let wish = |code: &str, direction, strength| AreaWish {
        place: Place::Area(area(code)),
        direction,
        strength,
        reason: None,
    };
    let mut file = bare_file(1, "Bo", "Bakker");
    file.group = group("second");
    file.wishes = vec![
        wish("AA01", Direction::Prefer, Strength::Must),
        wish("BB01", Direction::Prefer, Strength::Slight),
        wish("AA02", Direction::Avoid, Strength::Must),
    ];
    given::save(fresh, &[file]).await;
    let mut tx = fresh.read().await.unwrap();
    let all = history::musts(&mut tx, CITY).await.unwrap();
    assert_eq!(all, [(reference("P-1"), area("AA01"))]);
    assert!(history::musts(&mut tx, ELSEWHERE).await.unwrap().is_empty());
}
