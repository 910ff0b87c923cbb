use sleutel_actions::{
    ActionError, App, Hold, Who, audit,
    homes::{self, VacancyDraft},
    participants::{self, ParticipantDraft},
    rounds::{self, Pair, RoundDraft, RoundView, Which},
};
use sleutel_domain::{
    Id,
    access::Role,
    homes::VacancyStatus,
    placement::{FixingKind, Question, Round, Verdict},
};
use sleutel_store::Window;

use crate::town::{Town, is_placed, reference, today};

async fn make(app: &App, who: &Who) -> Id<Round> {
    let draft = RoundDraft {
        name: "Week 25".to_owned(),
        held_on: today().to_string(),
        seed: "7".to_owned(),
        vacancies: (1..=13).map(|it| format!("VH-{it:02}")).collect(),
        ..RoundDraft::default()
    };
    rounds::create(app, who, &draft).await.unwrap()
}

async fn propose(app: &App, who: &Who, round: Id<Round>) -> RoundView {
    let view = rounds::view(app, who, round, None).await.unwrap();
    rounds::propose(app, who, round, view.round.version).await.unwrap();
    rounds::view(app, who, round, None).await.unwrap()
}

fn pair(view: &RoundView, at: usize) -> Pair {
    let line = &view.lines[at].placement;
    Pair { reference: line.candidate.clone(), vacancy: line.vacancy.clone() }
}

async fn decide(
    app: &App,
    who: &Who,
    view: &RoundView,
    pairs: &[Pair],
    verdict: Verdict,
) -> Vec<Option<Hold>> {
    let proposal = view.current.as_ref().unwrap().0.id;
    rounds::decide(app, who, view.round.id, proposal, pairs, verdict, "passend")
        .await
        .unwrap()
        .into_iter()
        .map(|it| it.held)
        .collect()
}

#[tokio::test]
async fn a_round_goes_from_homes_to_a_proven_proposal_with_reasons() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town.app, &desk).await;
    let view = propose(&town.app, &desk, round).await;
    let (row, solved) = view.current.as_ref().unwrap();
    assert!(row.proven);
    assert!(row.placed >= 5, "{row:?}");
    assert_eq!(view.lines.len(), usize::try_from(row.placed).unwrap());
    assert_eq!(view.hidden, 0);
    let everyone = solved.proposal.placements.len() + solved.proposal.unplaced.len();
    assert_eq!(everyone, solved.input.candidates.len());
    let replayed = rounds::replay(&town.app, &desk, row.id).await.unwrap();
    assert!(replayed.sound() && !replayed.other_engine(), "{replayed:?}");
    let checked = rounds::check(&town.app, &desk, row.id).await.unwrap();
    assert_eq!((checked.violations, checked.goals), (vec![], solved.proposal.goals.clone()));
}

#[tokio::test]
async fn a_round_that_looks_ahead_expects_what_came_free_before_and_replays_the_same() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let draft = RoundDraft {
        name: "Week 26".to_owned(),
        held_on: today().to_string(),
        ahead: "2".to_owned(),
        vacancies: (1..=13).map(|it| format!("VH-{it:02}")).collect(),
        ..RoundDraft::default()
    };
    let round = rounds::create(&town.app, &desk, &draft).await.unwrap();
    let view = propose(&town.app, &desk, round).await;
    let (row, solved) = view.current.as_ref().unwrap();
    let ahead = solved.input.ahead.as_ref().unwrap();
    assert_eq!((view.round.ahead, ahead.futures), (2, 2));
    assert!(ahead.homes_in_a_future() > 0 && !ahead.newcomers.is_empty(), "{ahead:?}");
    let worth = &solved.proposal.ahead.as_ref().unwrap().waiting;
    assert!(!worth.is_empty());
    for it in &solved.input.candidates {
        let found =
            rounds::person(&town.app, &desk, round, &it.reference, Which::Newest, false).await;
        let waiting = found.unwrap().waiting.unwrap();
        let points = worth.iter().find(|(who, _)| *who == it.reference).map_or(0, |it| it.1);
        assert_eq!((waiting.points, waiting.weeks), (points, ahead.weeks));
        assert_eq!(waiting.on_ground, it.ground.counts(solved.input.date));
        assert!(!waiting.on_ground || points == 0);
    }
    let replayed = rounds::replay(&town.app, &desk, row.id).await.unwrap();
    assert!(replayed.sound(), "{replayed:?}");
}

#[tokio::test]
async fn agreeing_takes_the_home_and_places_the_household_and_taking_back_undoes_both() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town.app, &desk).await;
    let view = propose(&town.app, &desk, round).await;
    let first = pair(&view, 0);
    let before =
        participants::view(&town.app, &desk, &first.reference).await.unwrap().file.readiness;
    assert_eq!(
        decide(&town.app, &desk, &view, std::slice::from_ref(&first), Verdict::Agreed).await,
        [None]
    );
    let file = participants::view(&town.app, &desk, &first.reference).await.unwrap();
    assert!(is_placed(&file.file.readiness));
    let home = homes::vacancy(&town.app, &desk, &first.vacancy).await.unwrap();
    assert_eq!(home.vacancy.status, VacancyStatus::Decided);
    rounds::undo(&town.app, &desk, round, file.decisions[0].id).await.unwrap();
    let file = participants::view(&town.app, &desk, &first.reference).await.unwrap();
    assert_eq!(file.file.readiness, before);
    assert!(file.decisions.is_empty());
    let home = homes::vacancy(&town.app, &desk, &first.vacancy).await.unwrap();
    assert_eq!(home.vacancy.status, VacancyStatus::Open);
}

#[tokio::test]
async fn a_home_never_goes_twice_and_the_second_to_decide_is_told() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let other = town.person("desk2", Role::PlacementCoordinator, "gemeente").await;
    let round = make(&town.app, &desk).await;
    let view = propose(&town.app, &desk, round).await;
    let first = pair(&view, 0);
    assert_eq!(
        decide(&town.app, &desk, &view, std::slice::from_ref(&first), Verdict::Agreed).await,
        [None]
    );
    let told =
        decide(&town.app, &other, &view, std::slice::from_ref(&first), Verdict::Agreed).await;
    assert_eq!(told, [Some(Hold::AlreadyDecided)]);
    // The same home in another round, for somebody else, is out of the running altogether.
    let second = propose(&town.app, &other, round).await;
    assert!(second.lines.iter().all(|it| it.placement.vacancy != first.vacancy));
    assert!(second.lines.iter().all(|it| it.placement.candidate != first.reference));
}

#[tokio::test]
async fn two_who_agree_the_same_line_at_the_same_moment_place_it_once() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let other = town.person("desk2", Role::PlacementCoordinator, "gemeente").await;
    let round = make(&town.app, &desk).await;
    let view = propose(&town.app, &desk, round).await;
    let first = [pair(&view, 0)];
    let (one, two) = tokio::join!(
        decide(&town.app, &desk, &view, &first, Verdict::Agreed),
        decide(&town.app, &other, &view, &first, Verdict::Agreed),
    );
    let done = one.iter().chain(&two).filter(|it| it.is_none()).count();
    assert_eq!(done, 1, "{one:?} {two:?}");
}

#[tokio::test]
async fn a_pair_turned_down_is_not_proposed_again_in_this_round() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town.app, &desk).await;
    let view = propose(&town.app, &desk, round).await;
    let first = pair(&view, 0);
    assert_eq!(
        decide(&town.app, &desk, &view, std::slice::from_ref(&first), Verdict::Rejected).await,
        [None]
    );
    let again = propose(&town.app, &desk, round).await;
    let same = again.lines.iter().any(|it| {
        it.placement.vacancy == first.vacancy && it.placement.candidate == first.reference
    });
    assert!(!same);
    let file = participants::view(&town.app, &desk, &first.reference).await.unwrap().file;
    assert!(!is_placed(&file.readiness));
}

#[tokio::test]
async fn a_pin_is_kept_a_ban_is_kept_and_lifting_gives_the_first_answer_again() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town.app, &desk).await;
    let view = propose(&town.app, &desk, round).await;
    let first = pair(&view, 0);
    let reason = "te dicht bij de oude buurt";
    let vacancy_text = first.vacancy.to_string();
    rounds::fix(&town.app, &desk, round, FixingKind::Ban, &first.reference, &vacancy_text, reason)
        .await
        .unwrap();
    let banned = propose(&town.app, &desk, round).await;
    assert!(banned.lines.iter().all(|it| {
        it.placement.vacancy != first.vacancy || it.placement.candidate != first.reference
    }));
    assert_eq!(banned.fixings[0].fixing.reason.as_str(), reason);
    let twice = rounds::fix(
        &town.app,
        &desk,
        round,
        FixingKind::Pin,
        &first.reference,
        &vacancy_text,
        reason,
    )
    .await;
    assert!(matches!(twice, Err(ActionError::Hold(Hold::PairFixed))), "{twice:?}");
    rounds::lift(&town.app, &desk, round, banned.fixings[0].fixing.id).await.unwrap();
    rounds::fix(&town.app, &desk, round, FixingKind::Pin, &first.reference, &vacancy_text, reason)
        .await
        .unwrap();
    let pinned = propose(&town.app, &desk, round).await;
    let line = pinned.lines.iter().find(|it| it.placement.vacancy == first.vacancy).unwrap();
    assert_eq!(line.placement.candidate, first.reference);
    assert!(line.placement.pinned);
}

#[tokio::test]
async fn somebody_who_proposes_on_what_is_no_longer_so_is_told() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town.app, &desk).await;
    rounds::propose(&town.app, &desk, round, 1).await.unwrap();
    let late = rounds::propose(&town.app, &desk, round, 1).await;
    assert!(matches!(late, Err(ActionError::Changed)), "{late:?}");
}

#[tokio::test]
async fn an_older_proposal_is_not_decided() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town.app, &desk).await;
    let old = propose(&town.app, &desk, round).await;
    propose(&town.app, &desk, round).await;
    let (row, _) = old.current.as_ref().unwrap();
    let result = rounds::decide(
        &town.app,
        &desk,
        round,
        row.id,
        &[pair(&old, 0)],
        Verdict::Agreed,
        "passend",
    )
    .await;
    assert!(
        matches!(result, Err(ActionError::Hold(Hold::OlderProposal { newest: 2 }))),
        "{result:?}"
    );
}

#[tokio::test]
async fn a_decision_needs_a_reason() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town.app, &desk).await;
    let view = propose(&town.app, &desk, round).await;
    let (row, _) = view.current.as_ref().unwrap();
    let result =
        rounds::decide(&town.app, &desk, round, row.id, &[pair(&view, 0)], Verdict::Agreed, "  ")
            .await;
    assert!(matches!(result, Err(ActionError::Fields(_))), "{result:?}");
}

#[tokio::test]
async fn nothing_is_decided_in_a_closed_round_until_it_is_opened_again() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town.app, &desk).await;
    let view = propose(&town.app, &desk, round).await;
    rounds::close(&town.app, &desk, round, view.round.version).await.unwrap();
    let (row, _) = view.current.as_ref().unwrap();
    let pairs = [pair(&view, 0)];
    let result =
        rounds::decide(&town.app, &desk, round, row.id, &pairs, Verdict::Agreed, "passend").await;
    assert!(matches!(result, Err(ActionError::Hold(Hold::RoundClosed))), "{result:?}");
    rounds::reopen(&town.app, &desk, round, view.round.version + 1).await.unwrap();
    assert_eq!(decide(&town.app, &desk, &view, &pairs, Verdict::Agreed).await, [None]);
}

#[tokio::test]
async fn answering_the_open_question_puts_somebody_in() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town.app, &desk).await;
    // D-0003 waits for one answer: which storey can be reached by stairs.
    let third = reference("D-0003");
    propose(&town.app, &desk, round).await;
    let before = rounds::person(&town.app, &desk, round, &third, None, false).await.unwrap();
    assert!(before.placement.is_none());
    assert_eq!(before.questions, [Question::Stairs]);
    participants::answer_question(&town.app, &desk, &third, Question::Stairs, "4").await.unwrap();
    propose(&town.app, &desk, round).await;
    let after = rounds::person(&town.app, &desk, round, &third, None, false).await.unwrap();
    assert!(after.questions.is_empty());
    assert!(after.placement.is_some(), "{:?}", after.unplaced);
}

#[tokio::test]
async fn a_coordinator_of_a_provider_sees_the_lines_of_that_provider_only() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town.app, &desk).await;
    let all = propose(&town.app, &desk, round).await;
    let own = town.person("own", Role::PlacementCoordinator, "dagwinst").await;
    let some = rounds::view(&town.app, &own, round, None).await.unwrap();
    assert_eq!(some.lines.len() + some.hidden, all.lines.len());
    assert!(some.hidden > 0);
    for line in &some.lines {
        assert_eq!(line.household.provider.as_str(), "dagwinst");
        assert!(line.household.name.is_some());
        let strangers = line.runners_up.iter().filter(|it| it.provider.as_str() != "dagwinst");
        assert!(strangers.into_iter().all(|it| it.name.is_none()));
    }
}

#[tokio::test]
async fn a_consultant_learns_a_name_only_when_the_household_is_agreed() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town.app, &desk).await;
    let view = propose(&town.app, &desk, round).await;
    let first = pair(&view, 0);
    let association = view.lines[0].home.association.to_string();
    let consultant = town.person("consultant", Role::LettingConsultant, &association).await;
    let before = rounds::view(&town.app, &consultant, round, None).await.unwrap();
    assert!(before.lines.iter().all(|it| it.household.name.is_none() && !it.may_decide));
    assert!(before.lines.iter().all(|it| it.home.association.as_str() == association));
    decide(&town.app, &desk, &view, std::slice::from_ref(&first), Verdict::Agreed).await;
    let after = rounds::view(&town.app, &consultant, round, None).await.unwrap();
    for line in &after.lines {
        let agreed = line.placement.vacancy == first.vacancy;
        assert_eq!(line.household.name.is_some(), agreed);
    }
}

#[tokio::test]
async fn a_home_withdrawn_meanwhile_is_not_decided() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town.app, &desk).await;
    let view = propose(&town.app, &desk, round).await;
    let first = pair(&view, 0);
    let association = view.lines[0].home.association.to_string();
    let consultant = town.person("consultant", Role::LettingConsultant, &association).await;
    homes::withdraw_vacancy(&town.app, &consultant, &first.vacancy, true).await.unwrap();
    let told = decide(&town.app, &desk, &view, std::slice::from_ref(&first), Verdict::Agreed).await;
    assert_eq!(told, [Some(Hold::HomeNotOpen { vacancy: first.vacancy })]);
}

#[tokio::test]
async fn what_is_agreed_counts_in_the_numbers_at_every_level() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town.app, &desk).await;
    let view = propose(&town.app, &desk, round).await;
    let sum = |map: &homes::CityMap| -> u32 {
        map.areas.iter().filter(|it| it.parent.is_none()).map(|it| it.agreed.realised).sum()
    };
    let before = sum(&homes::city_map(&town.app, &desk).await.unwrap());
    decide(&town.app, &desk, &view, &[pair(&view, 0), pair(&view, 1)], Verdict::Agreed).await;
    let after = sum(&homes::city_map(&town.app, &desk).await.unwrap());
    assert_eq!(after, before + 2);
}

#[tokio::test]
async fn somebody_agreed_a_home_waits_again_only_when_that_is_taken_back() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town.app, &desk).await;
    let view = propose(&town.app, &desk, round).await;
    let first = pair(&view, 0);
    decide(&town.app, &desk, &view, std::slice::from_ref(&first), Verdict::Agreed).await;
    let ready = async || {
        let file = participants::view(&town.app, &desk, &first.reference).await.unwrap();
        let draft = ParticipantDraft {
            readiness: "ready".to_owned(),
            ..ParticipantDraft::from(&file.file)
        };
        participants::save_participant(&town.app, &desk, &draft).await
    };
    let held = ready().await;
    assert!(matches!(held, Err(ActionError::Hold(Hold::HouseholdPlaced { .. }))), "{held:?}");
    let file = participants::view(&town.app, &desk, &first.reference).await.unwrap();
    assert!(is_placed(&file.file.readiness));
    rounds::undo(&town.app, &desk, round, file.decisions[0].id).await.unwrap();
    ready().await.unwrap();
}

#[tokio::test]
async fn a_decision_is_not_taken_back_once_the_home_is_on_offer_again() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town.app, &desk).await;
    let view = propose(&town.app, &desk, round).await;
    let first = pair(&view, 0);
    decide(&town.app, &desk, &view, std::slice::from_ref(&first), Verdict::Agreed).await;
    let home = homes::vacancy(&town.app, &desk, &first.vacancy).await.unwrap();
    let association = home.dwelling.association.to_string();
    let consultant = town.person("consultant", Role::LettingConsultant, &association).await;
    let again = VacancyDraft {
        code: "VH-AGAIN".to_owned(),
        version: 0,
        ..VacancyDraft::from(&home.vacancy)
    };
    homes::save_vacancy(&town.app, &consultant, &again).await.unwrap();
    let file = participants::view(&town.app, &desk, &first.reference).await.unwrap();
    let held = rounds::undo(&town.app, &desk, round, file.decisions[0].id).await;
    assert!(matches!(held, Err(ActionError::Hold(Hold::VacancyOpen { .. }))), "{held:?}");
    let file = participants::view(&town.app, &desk, &first.reference).await.unwrap();
    assert_eq!(file.decisions.len(), 1);
}

#[tokio::test]
async fn the_log_names_who_was_decided_before_the_proposal_looked_at() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town.app, &desk).await;
    let view = propose(&town.app, &desk, round).await;
    let first = pair(&view, 0);
    decide(&town.app, &desk, &view, std::slice::from_ref(&first), Verdict::Agreed).await;
    let view = propose(&town.app, &desk, round).await;
    assert_eq!(view.decided_before.len(), 1);
    let window = Window { offset: 0, limit: 1 };
    let about = round.to_string();
    let lines =
        audit::lines(&town.app, &town.operator, "round", &about, window).await.unwrap().rows;
    assert!(lines[0].line.detail.contains(first.reference.as_str()), "{}", lines[0].line.detail);
}

#[tokio::test]
async fn a_pair_that_a_later_exclusion_forbids_is_not_agreed() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town.app, &desk).await;
    let view = propose(&town.app, &desk, round).await;
    let first = pair(&view, 0);
    let file = participants::view(&town.app, &desk, &first.reference).await.unwrap().file;
    let mut draft = participants::ParticipantDraft::from(&file);
    draft.exclusions.push(participants::ExclusionDraft {
        place: view.lines[0].home.neighbourhood.to_string(),
        reason: "Niet veilig".to_owned(),
        ..participants::ExclusionDraft::default()
    });
    participants::save_participant(&town.app, &desk, &draft).await.unwrap();
    let told = decide(&town.app, &desk, &view, std::slice::from_ref(&first), Verdict::Agreed).await;
    assert_eq!(told, [Some(Hold::NoLongerFits { reference: first.reference.clone() })]);
    let told = decide(&town.app, &desk, &view, &[first], Verdict::Rejected).await;
    assert_eq!(told, [None]);
}
