use jiff::civil::date;
use sleutel_domain::{
    Id, LongText, RouteCode, StepCode,
    access::{OrganisationKind, Party},
    steering::{ObstacleCost, ObstacleKind, ObstacleStatus, ObstacleUpdate, kept::WorkAgreement},
};
use sleutel_store::{
    StoreError, access,
    cases::{self, CaseRow},
    obstacles::{self, ObstacleRow, ObstacleUpdateRow},
    tasks,
};

use crate::{
    given::{
        self, CITY, ELSEWHERE, area, bare_file, group, party, phrase, reference, second, uuid,
    },
    support::{Fresh, on_both},
};

on_both!(
    an_obstacle_is_kept_with_every_field_and_with_none_that_may_be_left_out,
    of_two_who_change_an_obstacle_the_second_is_told,
    what_was_written_down_is_only_added_to,
    an_obstacle_that_is_due_waits_for_its_owner_until_it_is_over,
    the_days_of_open_steps_are_told_without_files_that_rest,
);

async fn owner(fresh: &Fresh) {
    given::programmes(fresh).await;
    let organisation = given::organisation(1, "Zorg", OrganisationKind::Provider);
    let mut tx = fresh.write().await.unwrap();
    access::save_organisation(&mut tx, CITY, &organisation).await.unwrap();
    let account = given::account(1, "noor", &organisation);
    access::add_account(&mut tx, &account, second(5)).await.unwrap();
    tx.commit().await.unwrap();
}

fn bare(number: u32) -> ObstacleRow {
    let organisation = given::organisation(1, "Zorg", OrganisationKind::Provider);
    let account = given::account(1, "noor", &organisation);
    ObstacleRow {
        number,
        title: phrase("Te weinig kleine woningen"),
        description: None,
        kind: ObstacleKind::TooFewHomes,
        step: None,
        group: None,
        area: None,
        association: None,
        agreement: None,
        owner: account.id,
        owner_login: account.login,
        owner_name: account.name,
        owner_organisation: organisation.name.to_string(),
        owner_active: account.active,
        found: date(2026, 3, 1),
        due: date(2026, 6, 15),
        cost: None,
        ground: None,
        status: ObstacleStatus::Open,
        version: 1,
        made_by: "Noor (Zorg)".to_owned(),
        made_at: second(7),
    }
}

fn full(number: u32) -> ObstacleRow {
    ObstacleRow {
        description: LongText::optional("een\ntwee").unwrap(),
        kind: ObstacleKind::TermsNotKept,
        step: Some((RouteCode::new("omslag").unwrap(), StepCode::new("match").unwrap())),
        group: Some(group("a")),
        area: Some(area("K1A")),
        association: Some(party("vlier")),
        agreement: Some(WorkAgreement::Offer),
        cost: Some(ObstacleCost { people: 12, weeks: 6 }),
        ground: Some(phrase("geteld in mei")),
        status: ObstacleStatus::NotHere,
        ..bare(number)
    }
}

async fn an_obstacle_is_kept_with_every_field_and_with_none_that_may_be_left_out(fresh: &Fresh) {
    owner(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    assert_eq!(obstacles::next_obstacle(&mut tx, CITY).await.unwrap(), 1);
    for row in [bare(1), full(2)] {
        obstacles::add_obstacle(&mut tx, CITY, &row).await.unwrap();
    }
    assert_eq!(obstacles::next_obstacle(&mut tx, CITY).await.unwrap(), 3);
    assert_eq!(obstacles::next_obstacle(&mut tx, ELSEWHERE).await.unwrap(), 1);
    assert_eq!(obstacles::obstacles(&mut tx, CITY).await.unwrap(), [bare(1), full(2)]);
    assert!(obstacles::obstacles(&mut tx, ELSEWHERE).await.unwrap().is_empty());
    assert_eq!(obstacles::obstacle(&mut tx, CITY, 2).await.unwrap(), Some(full(2)));
    assert_eq!(obstacles::obstacle(&mut tx, ELSEWHERE, 2).await.unwrap(), None);
    access::set_active(&mut tx, Id::new(uuid(201)), false).await.unwrap();
    let left = obstacles::obstacle(&mut tx, CITY, 1).await.unwrap().unwrap();
    assert!(!left.owner_active, "whose owner left is told");
    let again = obstacles::add_obstacle(&mut tx, CITY, &bare(1)).await;
    assert!(matches!(again, Err(StoreError::Exists(_))), "{again:?}");
}

async fn of_two_who_change_an_obstacle_the_second_is_told(fresh: &Fresh) {
    owner(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    obstacles::add_obstacle(&mut tx, CITY, &bare(1)).await.unwrap();
    obstacles::save_obstacle(&mut tx, CITY, &full(1)).await.unwrap();
    let kept = obstacles::obstacle(&mut tx, CITY, 1).await.unwrap().unwrap();
    assert_eq!(kept, ObstacleRow { version: 2, ..full(1) });
    let late = obstacles::save_obstacle(&mut tx, CITY, &bare(1)).await;
    assert!(matches!(late, Err(StoreError::Changed { .. })), "{late:?}");
    let elsewhere = obstacles::save_obstacle(&mut tx, ELSEWHERE, &kept).await;
    assert!(matches!(elsewhere, Err(StoreError::Changed { .. })), "{elsewhere:?}");
    obstacles::save_obstacle(&mut tx, CITY, &ObstacleRow { version: 2, ..bare(1) }).await.unwrap();
    let back = obstacles::obstacle(&mut tx, CITY, 1).await.unwrap().unwrap();
    assert_eq!(back, ObstacleRow { version: 3, ..bare(1) });
}

async fn what_was_written_down_is_only_added_to(fresh: &Fresh) {
    owner(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    obstacles::add_obstacle(&mut tx, CITY, &bare(1)).await.unwrap();
    let made = ObstacleUpdateRow {
        number: 1,
        at: second(7),
        actor: "Noor (Zorg)".to_owned(),
        kind: ObstacleUpdate::Made,
        status: None,
        words: None,
        changes: "[]".to_owned(),
    };
    let moved = ObstacleUpdateRow {
        number: 2,
        kind: ObstacleUpdate::Moved,
        status: Some((ObstacleStatus::Open, ObstacleStatus::Solved)),
        words: LongText::optional("De gemeente\nbouwt").unwrap(),
        ..made.clone()
    };
    for row in [&moved, &made] {
        obstacles::add_obstacle_update(&mut tx, CITY, 1, row).await.unwrap();
    }
    let found = obstacles::obstacle_updates(&mut tx, CITY, 1).await.unwrap();
    assert_eq!(found, [made.clone(), moved]);
    assert!(obstacles::obstacle_updates(&mut tx, ELSEWHERE, 1).await.unwrap().is_empty());
    let again = obstacles::add_obstacle_update(&mut tx, CITY, 1, &made).await;
    assert!(matches!(again, Err(StoreError::Exists(_))), "{again:?}");
}

async fn an_obstacle_that_is_due_waits_for_its_owner_until_it_is_over(fresh: &Fresh) {
    owner(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let due = |number, day| ObstacleRow { due: date(2026, 6, day), ..bare(number) };
    for row in [due(1, 14), due(2, 15), due(3, 22), due(4, 23), full(5)] {
        obstacles::add_obstacle(&mut tx, CITY, &row).await.unwrap();
    }
    let noor = Id::new(uuid(201));
    let waiting = tasks::waiting(&mut tx, CITY, &[noor], date(2026, 6, 15)).await.unwrap();
    assert_eq!((waiting.overdue, waiting.today, waiting.week), (1, 1, 1));
    let none = tasks::waiting(&mut tx, ELSEWHERE, &[noor], date(2026, 6, 15)).await.unwrap();
    assert_eq!(none.total(), 0);
}

async fn the_days_of_open_steps_are_told_without_files_that_rest(fresh: &Fresh) {
    given::programmes(fresh).await;
    given::save(fresh, &[bare_file(1, "Bo", "Bakker"), bare_file(2, "Al", "Arts")]).await;
    let mut tx = fresh.write().await.unwrap();
    let row = |number: u128, standing: &str| CaseRow {
        id: Id::new(uuid(number)),
        reference: reference(&format!("P-{number}")),
        route: RouteCode::new("omslag").unwrap(),
        version: 1,
        began: date(2026, 1, 5),
        standing: standing.to_owned(),
        step: Some(StepCode::new("match").unwrap()),
        kind: Some("match".to_owned()),
        owner: Some(Party::Association),
        since: Some(date(2026, 1, 5)),
        due: Some(date(2026, 4, 6)),
        objection_due: None,
        next_due: Some(date(2026, 4, 6)),
        extended: false,
        vacancy: None,
        association: None,
        changes: 1,
        changed_at: second(5),
    };
    for it in [row(1, "open"), row(2, "paused")] {
        cases::add_case(&mut tx, CITY, &it).await.unwrap();
    }
    let (route, step) = (RouteCode::new("omslag").unwrap(), StepCode::new("match").unwrap());
    let found = obstacles::days_of_steps(&mut tx, CITY).await.unwrap();
    assert_eq!(found, [(route, step, date(2026, 4, 6))]);
    assert!(obstacles::days_of_steps(&mut tx, ELSEWHERE).await.unwrap().is_empty());
}
