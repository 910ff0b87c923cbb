//! Who is on the way to a home in the demo city.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use sleutel_domain::{
    cases::{Act, CaseFile, Ending, ObjectionOutcome, Standing},
    participants::Readiness,
    routes::{EndReason, Fact, Outcome},
};

#[test]
fn the_written_people_and_some_others_are_on_every_road_and_in_many_steps() {
    let city = sleutel_demo::invented(1, date(2026, 11, 22));
    let routes = sleutel_exchange::routes::shipped();
    let roads = sleutel_demo::roads(&city, &routes);
    let readiness: BTreeMap<_, _> =
        city.participants.iter().map(|it| (&it.reference, &it.readiness)).collect();
    let written = roads.iter().filter(|it| it.reference.as_str().starts_with("D-")).count();
    assert_eq!(written, 30);
    assert!((500..800).contains(&roads.len()), "{}", roads.len());
    let (mut steps, mut codes, mut objections) = (BTreeSet::new(), BTreeSet::new(), 0);
    for road in &roads {
        let file = CaseFile::read(&routes, road.events.clone()).unwrap();
        let state = file.state();
        assert!(road.events.iter().all(|it| it.on <= city.today), "{}", road.reference);
        codes.insert(road.route.to_string());
        steps.extend(state.open().map(|it| it.step.to_string()));
        objections += state.decisions.iter().filter(|it| it.objection.is_some()).count();
        // A round may offer a home to everybody who is ready.
        if let Readiness::Ready { .. } = readiness[&road.reference] {
            let kind = state.step().map(|it| it.kind.code());
            assert_eq!(kind, Some("match"), "{}", road.reference);
            assert!(state.missing(state.step().unwrap()).is_empty(), "{}", road.reference);
            assert!(matches!(state.standing, Standing::UnderWay(_)));
        }
    }
    assert_eq!(codes.len(), 3);
    assert!(steps.len() >= 8, "{steps:?}");
    assert!(objections > 0);
}

#[test]
fn somebody_of_a_support_worker_has_a_home_to_answer_and_to_see() {
    let city = sleutel_demo::invented(1, date(2026, 11, 22));
    let routes = sleutel_exchange::routes::shipped();
    let roads = sleutel_demo::roads(&city, &routes);
    let open: Vec<_> = roads
        .iter()
        .filter_map(|road| {
            let file = CaseFile::read(&routes, road.events.clone()).unwrap();
            let offer = file.state().offer.clone()?;
            Some((road, offer))
        })
        .collect();
    let [(road, offer)] = open.as_slice() else { panic!("{} offers", open.len()) };
    let person = city.participants.iter().find(|it| it.reference == road.reference).unwrap();
    assert_eq!(person.worker.as_ref().unwrap().as_str(), "mees.kadelaar");
    assert!(offer.until >= date(2026, 12, 20), "{}", offer.until);
    assert_eq!(offer.viewing.as_ref().unwrap().at.date(), date(2026, 11, 25));
}

#[test]
fn six_years_of_files_went_every_way_a_road_can_go() {
    let city = sleutel_demo::invented(1, date(2026, 11, 22));
    let routes = sleutel_exchange::routes::shipped();
    let (mut years, mut ends) = (BTreeMap::new(), BTreeMap::new());
    let (mut own_lease, mut ended, mut upheld, mut extended, mut rested) = (0, 0, 0, 0, 0);
    for road in &sleutel_demo::roads(&city, &routes) {
        let file = CaseFile::read(&routes, road.events.clone()).unwrap();
        let state = file.state();
        *years.entry(state.began.year()).or_insert(0) += 1;
        own_lease += usize::from(state.facts.contains_key(&Fact::Converted));
        let has = |kind: &str| road.events.iter().any(|it| it.act.code() == kind);
        extended += usize::from(has("term-extended"));
        rested += usize::from(has("resumed"));
        upheld += state
            .decisions
            .iter()
            .filter_map(|it| it.objection.as_ref()?.outcome)
            .filter(|(it, _)| *it == ObjectionOutcome::Upheld)
            .count();
        let Standing::Ended(ending, _) = &state.standing else { continue };
        ended += 1;
        let word = match ending {
            Ending::Road(EndReason::Refused) => "refused",
            Ending::Road(_) => "road",
            Ending::Withdrawn { .. } => "withdrawn",
            Ending::HandedOver { .. } => "handed over",
        };
        *ends.entry(word).or_insert(0) += 1;
    }
    assert!((2020..=2026).all(|year| years.get(&year).is_some_and(|it| *it >= 5)), "{years:?}");
    assert!(ended >= 200, "{ended} ended: {ends:?}");
    assert!(
        ["refused", "road", "withdrawn", "handed over"].iter().all(|it| ends[it] >= 10),
        "{ends:?}"
    );
    assert!(own_lease >= 50 && upheld >= 3 && extended >= 5 && rested >= 5);
}

#[test]
fn a_household_is_on_one_road_at_a_time_and_a_home_is_taken_once() {
    let city = sleutel_demo::invented(1, date(2026, 11, 22));
    let routes = sleutel_exchange::routes::shipped();
    let mut last = BTreeMap::new();
    let mut homes = BTreeSet::new();
    for road in sleutel_demo::roads(&city, &routes) {
        let file = CaseFile::read(&routes, road.events.clone()).unwrap();
        let state = file.state();
        if let Some(before) = last.insert(road.reference.clone(), state.last) {
            assert!(before < state.began, "{}", road.reference);
        }
        if let Some(home) = &state.home {
            assert!(homes.insert(home.clone()), "{home} twice");
        }
        let refused = |it: &Act| matches!(it, Act::Decided { outcome: Outcome::Refused, .. });
        let refusals = road.events.iter().filter(|it| refused(&it.act)).count();
        assert!(refusals <= 1, "{}", road.reference);
    }
}
