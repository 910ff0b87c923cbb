//! Room and placements in the parts of the city, with small counts hidden.

use std::collections::BTreeMap;

use sleutel_actions::{
    ActionError, Who, homes,
    steering::{self, About, Places},
};
use sleutel_domain::{
    GroupCode,
    access::Role,
    homes::AreaLevel,
    steering::{FEW, Room, Stage, Told},
};

use crate::town::Town;

const YEAR: i16 = 2026;

async fn manager(town: &Town) -> Who {
    town.person("manager", Role::ProgrammeManager, "gemeente").await
}

async fn places(town: &Town, who: &Who, exact: bool) -> Places {
    steering::places(&town.app, who, YEAR, exact).await.unwrap()
}

async fn every_part_has_its_six_years(town: &Town) {
    let who = manager(town).await;
    let found = places(town, &who, true).await;
    assert_eq!(found.years, [2021, 2022, 2023, 2024, 2025, 2026]);
    assert!(found.exact && found.may_exact);
    let map = homes::city_map(&town.app, &who).await.unwrap();
    assert_eq!(found.parts.len(), map.areas.len());
    for (part, known) in found.parts.iter().zip(&map.areas) {
        let last = part.years.last().unwrap();
        assert_eq!(part.years.len(), 6);
        assert_eq!(last.placed, Told::Count(known.agreed.realised), "{}", known.name);
        assert_eq!((last.lower, last.upper), (known.agreed.lower, known.agreed.upper));
        assert_eq!(last.room.least(), known.room, "{}", known.name);
    }
    let whole = found.whole.years.last().unwrap();
    let top = map.areas.iter().find(|it| it.level == AreaLevel::Municipality).unwrap();
    assert_eq!(whole.placed, Told::Count(top.agreed.realised));
    let out = found.parts.iter().filter(|it| it.years.last().is_some_and(|it| it.stands_out));
    assert!(out.count() >= 1, "the demo city has quiet neighbourhoods");
    let far = steering::places(&town.app, &who, 1999, false).await;
    assert!(matches!(far, Err(ActionError::NotFound)));
}

async fn small_counts_are_hidden_unless_asked_for(town: &Town) {
    let who = manager(town).await;
    let (hidden, exact) = (places(town, &who, false).await, places(town, &who, true).await);
    let mut few = 0;
    for (told, true_one) in hidden.parts.iter().zip(&exact.parts) {
        for (told, true_one) in told.years.iter().zip(&true_one.years) {
            let count = true_one.placed.count().unwrap();
            assert!(told.placed.most() >= count);
            if (1..FEW).contains(&count) {
                few += 1;
                assert_eq!(told.placed.count(), None);
                assert!(!matches!(told.room, Room::Left(_)), "room would say it: {told:?}");
            }
            assert!(told.room.least() <= true_one.room.least());
            assert!(true_one.stands_out || !told.stands_out, "a mark says no more than figures");
        }
    }
    assert!(few > 0, "the demo city has neighbourhoods with few placements");
    let worker = town.person("worker", Role::SupportWorker, "dagwinst").await;
    let asked = places(town, &worker, true).await;
    assert!(!asked.exact && !asked.may_exact);
    assert_eq!(asked.parts, hidden.parts);
}

async fn the_months_of_a_year_add_up_to_it(town: &Town) {
    let who = manager(town).await;
    let of =
        async |about: &About| steering::year_by_month(&town.app, &who, YEAR, about.clone()).await;
    let all = of(&About::Everything).await.unwrap();
    let (group, association) = (all.groups[0].code.clone(), all.associations[0].0.clone());
    let others = [About::Group(group), About::Association(association)];
    for about in others.iter().chain([&About::Everything]) {
        let year = of(about).await.unwrap();
        let homes: u32 = year.months.iter().map(|it| it.known + it.spread).sum();
        assert_eq!(homes, year.line.realised, "{about:?}");
        // Today is the fifteenth of June.
        let begun = year.months.iter().filter(|it| it.sum.is_some()).count();
        let ahead = year.months.iter().filter(|it| it.ends.is_some()).count();
        assert_eq!((begun, ahead), (6, 7), "{about:?}");
        assert_eq!(year.months[5].sum, Some(year.line.realised));
        let last = year.months[11];
        assert_eq!(last.ends, Some(year.line.ends), "as the page of the year has it");
        let goal = year.goal.map(|it| f64::from(it.most.unwrap_or(it.least)));
        for which in [0, 1] {
            let paces: Vec<f64> =
                year.months.iter().filter_map(|it| it.pace).map(|it| it[which]).collect();
            assert!(paces.is_sorted());
            assert!(last.pace.zip(goal).is_none_or(|(it, goal)| (it[which] - goal).abs() < 1e-6));
        }
    }
    let stages = |counts: &BTreeMap<Stage, u32>| counts.values().sum::<u32>();
    let groups: u32 = all.by_group.values().map(stages).sum();
    assert_eq!(groups, all.by_association.values().map(stages).sum::<u32>());
    let next = steering::year_by_month(&town.app, &who, YEAR + 1, About::Everything).await.unwrap();
    assert!(next.months.iter().all(|it| it.sum.is_none() && it.ends.is_some()));
    let past = steering::year_by_month(&town.app, &who, YEAR - 1, About::Everything).await.unwrap();
    assert!(past.months.iter().all(|it| it.sum.is_some() && it.ends.is_none()));
    let nobody = of(&About::Group(GroupCode::new("nobody").unwrap())).await;
    assert!(matches!(nobody, Err(ActionError::NotFound)));
}

on_both!(
    every_part_has_its_six_years,
    small_counts_are_hidden_unless_asked_for,
    the_months_of_a_year_add_up_to_it,
);
