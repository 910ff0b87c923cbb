use sleutel_actions::{
    ActionError, audit,
    rounds::{self, Pair},
};
use sleutel_domain::placement::Verdict;
use sleutel_store::Window;

use crate::{
    lots::draft,
    town::{Town, reference},
};

#[tokio::test]
async fn a_letter_tells_what_came_out_what_was_decided_and_what_would_help() {
    let town = Town::new().await;
    let (app, desk) = (&town.app, &town.desk().await);
    let round = rounds::create(app, desk, &draft("7")).await.unwrap();
    let proposal = rounds::propose(app, desk, round, 1).await.unwrap();
    let view = rounds::view(app, desk, round, None).await.unwrap();
    let line = &view.lines[0].placement;
    let letter = rounds::letter(app, desk, round, &line.candidate).await.unwrap();
    assert_eq!(letter.placement.as_ref(), Some(line));
    assert_eq!((letter.weeks, letter.seed, letter.homes), (line.weeks_waited, 7, 13));
    assert!(letter.decision.is_none() && letter.possible > 0);
    assert_eq!(Some(letter.name), view.lines[0].household.name);

    let pair = Pair { reference: line.candidate.clone(), vacancy: line.vacancy.clone() };
    rounds::decide(app, desk, round, proposal, &[pair], Verdict::Agreed, "past").await.unwrap();
    let letter = rounds::letter(app, desk, round, &line.candidate).await.unwrap();
    assert_eq!(letter.decision.map(|it| it.verdict), Some(Verdict::Agreed));

    let unplaced = &view.current.as_ref().unwrap().1.proposal.unplaced;
    let mut helped = 0;
    for it in unplaced.iter().take(6) {
        let letter = rounds::letter(app, desk, round, &it.candidate).await.unwrap();
        let told = letter.unplaced.unwrap();
        assert_eq!(told.why, it.why);
        helped += usize::from(told.change.is_some());
    }
    assert!(helped > 0, "a change that would help was found for nobody");
}

#[tokio::test]
async fn a_letter_stands_in_the_log_with_whom_it_is_about() {
    let town = Town::new().await;
    let (app, desk) = (&town.app, &town.desk().await);
    let round = rounds::create(app, desk, &draft("7")).await.unwrap();
    let person = reference("D-0001");
    let early = rounds::letter(app, desk, round, &person).await;
    assert!(matches!(early, Err(ActionError::NotFound)), "{early:?}");
    rounds::propose(app, desk, round, 1).await.unwrap();
    rounds::letter(app, desk, round, &person).await.unwrap();
    let window = Window { offset: 0, limit: 5 };
    let lines = audit::lines(app, &town.operator, "participant", "D-0001", window).await.unwrap();
    assert!(lines.rows[0].line.detail.contains("\"letter\":1"), "{:?}", lines.rows[0].line);
}
