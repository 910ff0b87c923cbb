//! What a neighbourhood can carry, from files to a round on the server.

use sleutel_actions::{
    Hold, homes,
    import::bring_in,
    participants::{self, ParticipantDraft},
    rounds::{self, Pair, RoundDraft, RoundView},
};
use sleutel_domain::{
    Answer, Reference,
    homes::{AreaLevel, Place},
    placement::{LoadCeiling, SupportLoad, Verdict},
};
use sleutel_exchange::{
    Records,
    records::{CeilingRecord, Located},
};

use crate::town::{Town, incoming, records, reference, today};

/// Who is proposed a home in each neighbourhood.
fn neighbours(view: &RoundView, place: &Place) -> Vec<Pair> {
    let input = &view.current.as_ref().unwrap().1.input;
    let lies_in = |node: usize| {
        std::iter::successors(Some(node), |at| input.nodes[*at].parent)
            .any(|at| input.nodes[at].place == *place)
    };
    view.lines
        .iter()
        .map(|line| &line.placement)
        .filter(|it| {
            let home = input.homes.iter().find(|home| home.vacancy == it.vacancy).unwrap();
            lies_in(home.node)
        })
        .map(|it| Pair { reference: it.candidate.clone(), vacancy: it.vacancy.clone() })
        .collect()
}

fn ceiling(view: &RoundView, place: &Place) -> Option<LoadCeiling> {
    let input = &view.current.as_ref().unwrap().1.input;
    input.nodes.iter().find(|it| it.place == *place).unwrap().load
}

fn load(view: &RoundView, who: &Reference) -> Answer<SupportLoad> {
    let input = &view.current.as_ref().unwrap().1.input;
    input.candidates.iter().find(|it| it.reference == *who).unwrap().load
}

async fn bring(town: &Town, records: Vec<Records>) {
    let report = bring_in(&town.app, &town.operator, &incoming(records), false, &mut |_, _| {})
        .await
        .unwrap();
    assert!(report.kept, "{:?}", report.findings);
}

#[tokio::test]
async fn two_heavy_households_are_not_placed_in_a_neighbourhood_that_carries_one() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let draft = RoundDraft {
        name: "Week 27".to_owned(),
        held_on: today().to_string(),
        seed: "7".to_owned(),
        vacancies: (1..=13).map(|it| format!("VH-{it:02}")).collect(),
        ..RoundDraft::default()
    };
    let round = rounds::create(&town.app, &desk, &draft).await.unwrap();
    let propose = async || {
        let view = rounds::view(&town.app, &desk, round, None).await.unwrap();
        rounds::propose(&town.app, &desk, round, view.round.version).await.unwrap();
        rounds::view(&town.app, &desk, round, None).await.unwrap()
    };
    let before = propose().await;
    let nodes = &before.current.as_ref().unwrap().1.input.nodes;
    let place = nodes
        .iter()
        .filter(|it| it.level != AreaLevel::Complex)
        .rev()
        .map(|it| &it.place)
        .find(|place| neighbours(&before, place).len() >= 2)
        .unwrap()
        .clone();
    let two = neighbours(&before, &place);
    let mut people = records();
    people.retain(|it| matches!(it, Records::Participants(_)));
    let Records::Participants(rows) = &mut people[0] else { panic!("no participants") };
    rows.retain(|row| two.iter().any(|it| it.reference == row.record.reference));
    rows.iter_mut().for_each(|row| row.record.load = Answer::Known(SupportLoad::Heavy));
    let record = CeilingRecord {
        year: today().year(),
        place: place.clone(),
        lower: 0,
        upper: None,
        realised: 0,
        load: Some(3),
    };
    let again = record.clone();
    people.push(Records::Ceilings(vec![Located { row: 2, record: record.clone() }]));
    bring(&town, people).await;

    let after = propose().await;
    assert_eq!(ceiling(&after, &place), Some(LoadCeiling { upper: 3, carried: 0 }));
    assert_eq!(load(&after, &two[0].reference), Answer::Known(SupportLoad::Heavy));
    let there = neighbours(&after, &place);
    let points: u32 = there
        .iter()
        .map(|it| load(&after, &it.reference).known().unwrap_or(SupportLoad::Light).points())
        .sum();
    assert!(points <= 3 && !there.is_empty(), "{points} points: {there:?}");

    // A ceiling that was lowered after the proposal still holds when lines are agreed.
    let (row, _) = after.current.as_ref().unwrap();
    let none = CeilingRecord { load: Some(points - 1), ..record };
    bring(&town, vec![Records::Ceilings(vec![Located { row: 2, record: none }])]).await;
    let lines =
        rounds::decide(&town.app, &desk, round, row.id, &there, Verdict::Agreed, "passend").await;
    let (held, agreed): (Vec<_>, Vec<_>) =
        lines.unwrap().into_iter().partition(|it| it.held.is_some());
    assert_eq!((held.len(), agreed.len()), (1, there.len() - 1));
    assert!(matches!(held[0].held, Some(Hold::TooMuchLoad { .. })), "{held:?}");
    bring(&town, vec![Records::Ceilings(vec![Located { row: 2, record: again }])]).await;

    // Whoever is agreed there weighs in the next proposal, and on the map.
    let there = [held[0].pair.clone()];
    let lines =
        rounds::decide(&town.app, &desk, round, row.id, &there, Verdict::Agreed, "passend").await;
    assert!(lines.unwrap().iter().all(|it| it.held.is_none()));
    let last = propose().await;
    assert_eq!(ceiling(&last, &place), Some(LoadCeiling { upper: 3, carried: points }));
    let map = homes::city_map(&town.app, &desk).await.unwrap();
    let area = map.areas.iter().find(|it| it.place == place).unwrap();
    assert_eq!(area.load, Some(LoadCeiling { upper: 3, carried: points }));
}

#[tokio::test]
async fn bringing_in_a_file_of_people_sets_changes_and_empties_the_support_load() {
    let town = Town::new().await;
    let first = reference("D-0001");
    for told in [Answer::Known(SupportLoad::Medium), Answer::Unknown] {
        let mut all = records();
        all.retain(|it| matches!(it, Records::Participants(_)));
        let Records::Participants(rows) = &mut all[0] else { panic!("no participants") };
        rows.retain(|row| row.record.reference == first);
        rows[0].record.load = told;
        bring(&town, all).await;
        let file = participants::view(&town.app, &town.operator, &first).await.unwrap().file;
        assert_eq!(file.load, told);
    }
    let history = participants::history(&town.app, &town.operator, &first).await.unwrap();
    let kept: Vec<_> = history.versions.iter().map(|it| it.snapshot.support_load).take(2).collect();
    assert_eq!(kept, [None, Some(2)]);
}

#[tokio::test]
async fn a_form_takes_one_two_or_three_points_or_nothing() {
    let town = Town::new().await;
    let first = reference("D-0001");
    let desk = town.desk().await;
    for (typed, told) in [("3", Answer::Known(SupportLoad::Heavy)), ("", Answer::Unknown)] {
        let file = participants::view(&town.app, &desk, &first).await.unwrap().file;
        let mut draft = ParticipantDraft::from(&file);
        draft.support_load = typed.to_owned();
        participants::save_participant(&town.app, &desk, &draft).await.unwrap();
        let file = participants::view(&town.app, &desk, &first).await.unwrap().file;
        assert_eq!(file.load, told);
    }
    let file = participants::view(&town.app, &desk, &first).await.unwrap().file;
    let draft = ParticipantDraft { support_load: "4".to_owned(), ..ParticipantDraft::from(&file) };
    assert!(participants::save_participant(&town.app, &desk, &draft).await.is_err());
}
