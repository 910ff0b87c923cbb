//! What if the numbers were others: kept beside the proposals, never decided on.

use std::collections::BTreeMap;

use sleutel_actions::{
    ActionError, App, FieldFault, Hold, Who, audit, numbers,
    rounds::{self, Given, Got, Limits, Pair, RoundDraft, Side, TrialDraft, Which},
};
use sleutel_domain::{
    Id,
    access::Role,
    placement::{Bound, Round, Verdict},
};
use sleutel_store::Window;

use crate::town::{Town, today};

/// A round with one proposal.
pub(crate) async fn proposed(app: &App, who: &Who) -> Id<Round> {
    let draft = RoundDraft {
        name: "Week 25".to_owned(),
        held_on: today().to_string(),
        seed: "7".to_owned(),
        vacancies: (1..=13).map(|it| format!("VH-{it:02}")).collect(),
        ..RoundDraft::default()
    };
    let round = rounds::create(app, who, &draft).await.unwrap();
    rounds::propose(app, who, round, 1).await.unwrap();
    round
}

/// The group with the most lines, and what it has realised.
async fn largest(app: &App, who: &Who, round: Id<Round>) -> (Bound, u32) {
    let view = rounds::view(app, who, round, None).await.unwrap();
    let mut lines = BTreeMap::new();
    for line in &view.lines {
        *lines.entry(line.household.group.clone()).or_insert(0) += 1;
    }
    let group = lines.into_iter().max_by_key(|it| it.1).unwrap().0;
    let (_, solved) = view.current.unwrap();
    let share = solved.input.groups.iter().find(|it| it.code == group).unwrap();
    (Bound::Group(group), share.agreed.realised)
}

fn draft(bound: &Bound, upper: u32) -> TrialDraft {
    TrialDraft {
        name: "Geen ruimte meer".to_owned(),
        numbers: [
            (rounds::number_field(Side::Upper, bound), upper.to_string()),
            (rounds::number_field(Side::Lower, bound), "0".to_owned()),
        ]
        .into(),
    }
}

/// Closes the largest group, so that nobody of it gets a home.
async fn closed(app: &App, who: &Who, round: Id<Round>) -> (Bound, u32) {
    let (group, realised) = largest(app, who, round).await;
    let number = rounds::try_numbers(app, who, round, 1, &draft(&group, realised)).await.unwrap();
    assert_eq!(number, 1);
    (group, realised)
}

#[tokio::test]
async fn a_trial_takes_the_other_number_and_leaves_what_is_agreed() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = proposed(&town.app, &desk).await;
    let before = numbers::groups(&town.app, &desk, today()).await.unwrap();
    let (group, realised) = closed(&town.app, &desk, round).await;
    let trial = rounds::view(&town.app, &desk, round, Which::Trial(1)).await.unwrap();
    assert!(!trial.lines.is_empty());
    for line in &trial.lines {
        assert_ne!(Bound::Group(line.household.group.clone()), group);
    }
    let (_, solved) = trial.current.as_ref().unwrap();
    let usage = solved.proposal.bounds.iter().find(|it| it.bound == group).unwrap();
    assert_eq!((usage.lower, usage.upper), (0, Some(realised)));
    let after = numbers::groups(&town.app, &desk, today()).await.unwrap();
    assert_eq!(format!("{before:?}"), format!("{after:?}"));
    let newest = rounds::view(&town.app, &desk, round, None).await.unwrap();
    assert_eq!(newest.outcomes.proposals.len(), 1, "a trial is no proposal");
    assert_eq!(newest.round.version, trial.round.version, "and moves nothing on");
}

#[tokio::test]
async fn a_trial_replays_bit_for_bit_and_its_changes_are_kept_and_logged() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = proposed(&town.app, &desk).await;
    let (group, realised) = closed(&town.app, &desk, round).await;
    let kept = rounds::trials(&town.app, &desk, round).await.unwrap();
    assert!(rounds::replay(&town.app, &desk, kept[0].made.id).await.unwrap().sound());
    let checked = rounds::check(&town.app, &desk, kept[0].made.id).await.unwrap();
    assert!(checked.violations.is_empty());
    let changes = rounds::changes_of(&kept[0]).unwrap();
    assert_eq!(changes[0].bound, group);
    assert_eq!(changes[0].after, Limits { lower: 0, upper: Some(realised) });
    let window = Window { offset: 0, limit: 50 };
    let log = audit::lines(&town.app, &town.operator, "", "", window).await.unwrap();
    let line = log.rows.iter().find(|it| it.line.action == "try-numbers").unwrap();
    assert!(line.line.detail.contains(r#""trial":1"#), "{}", line.line.detail);
    assert!(line.line.detail.contains(&kept[0].made.fingerprint), "{}", line.line.detail);
}

#[tokio::test]
async fn nobody_decides_on_a_trial() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = proposed(&town.app, &desk).await;
    closed(&town.app, &desk, round).await;
    let trial = rounds::view(&town.app, &desk, round, Which::Trial(1)).await.unwrap();
    let line = &trial.lines[0].placement;
    let pair = Pair { reference: line.candidate.clone(), vacancy: line.vacancy.clone() };
    let id = trial.current.as_ref().unwrap().0.id;
    let told =
        rounds::decide(&town.app, &desk, round, id, &[pair], Verdict::Agreed, "passend").await;
    assert!(matches!(told, Err(ActionError::Hold(Hold::OnlyATrial))), "{told:?}");
}

#[tokio::test]
async fn two_outcomes_side_by_side_say_who_gains_who_loses_and_which_numbers_differ() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = proposed(&town.app, &desk).await;
    let (group, _) = closed(&town.app, &desk, round).await;
    let found = rounds::compare(&town.app, &desk, round, Which::Newest, Which::Trial(1));
    let found = found.await.unwrap();
    assert_eq!(found.hidden, 0);
    assert_eq!(found.numbers.len(), 1);
    assert_eq!(found.numbers[0].bound, group);
    let loses = |it: &&rounds::Moved| matches!((&it.from, &it.to), (Got::Home(_), Got::Nothing));
    let losing: Vec<_> = found.people.iter().filter(loses).collect();
    assert!(!losing.is_empty());
    for it in &losing {
        assert_eq!(Bound::Group(it.household.group.clone()), group);
    }
    for it in &found.homes {
        assert_ne!(it.from, it.to);
        assert!(!matches!(it.from, Given::Another) && !matches!(it.to, Given::Another));
    }
    let same = rounds::compare(&town.app, &desk, round, Which::Newest, Which::Proposal(1));
    let same = same.await.unwrap();
    assert!(same.homes.is_empty() && same.people.is_empty() && same.numbers.is_empty());
}

#[tokio::test]
async fn somebody_of_one_provider_compares_own_people_and_learns_how_many_others_there_are() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = proposed(&town.app, &desk).await;
    closed(&town.app, &desk, round).await;
    let all = rounds::compare(&town.app, &desk, round, Which::Newest, Which::Trial(1));
    let all = all.await.unwrap();
    let own = town.person("own", Role::PlacementCoordinator, "dagwinst").await;
    let some = rounds::compare(&town.app, &own, round, Which::Newest, Which::Trial(1));
    let some = some.await.unwrap();
    assert_eq!(some.people.len() + some.hidden, all.people.len());
    assert!(some.people.iter().all(|it| it.household.provider.as_str() == "dagwinst"));
}

#[tokio::test]
async fn a_trial_thrown_away_is_gone_and_its_number_is_not_used_again() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = proposed(&town.app, &desk).await;
    let (group, realised) = closed(&town.app, &desk, round).await;
    let id = rounds::trials(&town.app, &desk, round).await.unwrap()[0].made.id;
    rounds::throw_away(&town.app, &desk, round, 1).await.unwrap();
    assert!(rounds::trials(&town.app, &desk, round).await.unwrap().is_empty());
    let gone = rounds::view(&town.app, &desk, round, Which::Trial(1)).await;
    assert!(matches!(gone, Err(ActionError::NotFound)), "{gone:?}");
    let gone = rounds::replay(&town.app, &desk, id).await;
    assert!(matches!(gone, Err(ActionError::NotFound)), "{gone:?}");
    let again = rounds::throw_away(&town.app, &desk, round, 1).await;
    assert!(matches!(again, Err(ActionError::NotFound)), "{again:?}");
    let next = rounds::try_numbers(&town.app, &desk, round, 1, &draft(&group, realised)).await;
    assert_eq!(next.unwrap(), 2);
}

#[tokio::test]
async fn a_trial_needs_a_name_and_a_number_that_is_another_one_and_can_be() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = proposed(&town.app, &desk).await;
    let (group, _) = largest(&town.app, &desk, round).await;
    let (upper, lower) =
        (rounds::number_field(Side::Upper, &group), rounds::number_field(Side::Lower, &group));
    let faults = async |name: &str, numbers: &[(&String, &str)]| {
        let numbers = numbers.iter().map(|(field, text)| ((*field).clone(), (*text).to_owned()));
        let draft = TrialDraft { name: name.to_owned(), numbers: numbers.collect() };
        match rounds::try_numbers(&town.app, &desk, round, 1, &draft).await {
            Err(ActionError::Fields(errors)) => {
                errors.into_iter().map(|it| (it.field, it.fault)).collect::<Vec<_>>()
            }
            other => panic!("{other:?}"),
        }
    };
    let none = ("numbers".to_owned(), FieldFault::Required);
    assert_eq!(faults(" ", &[]).await, [("name".to_owned(), FieldFault::Required), none.clone()]);
    let wrong = (upper.clone(), FieldFault::NotANumber);
    assert_eq!(faults("Proef", &[(&upper, "veel")]).await, [wrong, none]);
    let below = FieldFault::Range { least: 9, most: 1_000_000 };
    let both = faults("Proef", &[(&upper, "3"), (&lower, "9")]).await;
    assert_eq!(both, [(upper, below)]);
    assert!(rounds::trials(&town.app, &desk, round).await.unwrap().is_empty());
}

#[tokio::test]
async fn going_on_from_a_trial_starts_with_its_numbers_on_the_same_proposal() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = proposed(&town.app, &desk).await;
    let (group, _) = closed(&town.app, &desk, round).await;
    let view = rounds::numbers(&town.app, &desk, round, Which::Trial(1)).await.unwrap();
    assert_eq!(view.of.row.number, 1);
    assert!(view.of.trial.is_none());
    let (trial, changes) = view.from.unwrap();
    assert_eq!(trial.name.as_str(), "Geen ruimte meer");
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].bound, group);
}
