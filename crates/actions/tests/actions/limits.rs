//! Main groups, targets of associations and households that move together: kept by people,
//! brought in by files, obeyed by rounds and by whoever decides.

use sleutel_actions::{
    ActionError, FieldFault, Hold, Who, audit,
    import::bring_in,
    numbers::{self, Numbered, NumbersDraft},
    participants::{self, LinkDraft},
    rounds::{self, Pair, RoundDraft, RoundView},
};
use sleutel_domain::{
    GroupCode, Id, OrganisationCode, Reference,
    access::Role,
    homes::AreaLevel,
    placement::{Bound, Round, Together, Verdict},
};
use sleutel_exchange::{
    Finding, FindingKind, Kind, Records,
    records::{AssociationTargetRecord, Located, MainGroup, MainGroupRecord, TogetherRecord},
};
use sleutel_store::Window;

use crate::town::{Town, incoming, is_placed, reference, today};

async fn make(town: &Town, desk: &Who) -> Id<Round> {
    let draft = RoundDraft {
        name: "Week 25".to_owned(),
        held_on: today().to_string(),
        seed: "7".to_owned(),
        vacancies: (1..=13).map(|it| format!("VH-{it:02}")).collect(),
        ..RoundDraft::default()
    };
    rounds::create(&town.app, desk, &draft).await.unwrap()
}

async fn propose(town: &Town, desk: &Who, round: Id<Round>) -> RoundView {
    let view = rounds::view(&town.app, desk, round, None).await.unwrap();
    rounds::propose(&town.app, desk, round, view.round.version).await.unwrap();
    rounds::view(&town.app, desk, round, None).await.unwrap()
}

fn pairs(view: &RoundView) -> Vec<Pair> {
    let lines = view.lines.iter().map(|it| &it.placement);
    lines.map(|it| Pair { reference: it.candidate.clone(), vacancy: it.vacancy.clone() }).collect()
}

async fn agree(town: &Town, who: &Who, view: &RoundView, pairs: &[Pair]) -> Vec<Option<Hold>> {
    let (row, _) = view.current.as_ref().unwrap();
    let told =
        rounds::decide(&town.app, who, view.round.id, row.id, pairs, Verdict::Agreed, "passend");
    told.await.unwrap().into_iter().map(|it| it.held).collect()
}

async fn link(town: &Town, who: &Who, one: &Reference, other: &Reference, within: AreaLevel) {
    let draft = LinkDraft {
        other: other.to_string(),
        within: within.code().to_owned(),
        reason: "moeder en dochter".to_owned(),
    };
    participants::link(&town.app, who, one, &draft).await.unwrap();
}

async fn placed(town: &Town, who: &Who, reference: &Reference) -> bool {
    let file = participants::view(&town.app, who, reference).await.unwrap();
    is_placed(&file.file.readiness)
}

/// Changes what was agreed, as it stands, in a form filled in again.
async fn agreed(
    town: &Town,
    who: &Who,
    what: &Numbered,
    change: impl FnOnce(&mut NumbersDraft),
) -> Result<(), ActionError> {
    let mut draft = numbers::numbers_form(&town.app, who, what).await.unwrap().draft;
    change(&mut draft);
    numbers::save_numbers(&town.app, who, what, &draft).await
}

fn faults(result: Result<(), ActionError>) -> Vec<(String, FieldFault)> {
    let Err(ActionError::Fields(errors)) = result else { panic!("{result:?}") };
    errors.into_iter().map(|it| (it.field, it.fault)).collect()
}

#[tokio::test]
async fn two_who_move_together_are_proposed_both_or_neither() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town, &desk).await;
    let before = pairs(&propose(&town, &desk, round).await);
    let (one, other) = (&before[0].reference, &before[1].reference);
    link(&town, &desk, one, other, AreaLevel::Municipality).await;
    let both = propose(&town, &desk, round).await;
    let input = &both.current.as_ref().unwrap().1.input;
    assert_eq!(input.together.len(), 1);
    let has = |view: &RoundView, who: &Reference| pairs(view).iter().any(|it| it.reference == *who);
    assert!(has(&both, one) && has(&both, other), "the plan without the link was one for both");

    // No two homes of the round stand in one complex.
    participants::unlink(&town.app, &desk, one, other).await.unwrap();
    link(&town, &desk, other, one, AreaLevel::Complex).await;
    let neither = propose(&town, &desk, round).await;
    assert!(!has(&neither, one) && !has(&neither, other));
    let apart = participants::unlink(&town.app, &desk, one, other).await;
    assert!(apart.is_ok());
    let again = participants::unlink(&town.app, &desk, one, other).await;
    assert!(matches!(again, Err(ActionError::Changed)), "{again:?}");
}

#[tokio::test]
async fn one_of_two_who_move_together_is_not_agreed_without_the_other() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town, &desk).await;
    let view = propose(&town, &desk, round).await;
    let all = pairs(&view);
    let (one, other) = (&all[0], &all[1]);
    link(&town, &desk, &one.reference, &other.reference, AreaLevel::Municipality).await;
    let alone = agree(&town, &desk, &view, std::slice::from_ref(one)).await;
    let hold =
        Hold::MovesTogether { reference: one.reference.clone(), other: other.reference.clone() };
    assert_eq!(alone, [Some(hold)]);
    assert!(!placed(&town, &desk, &one.reference).await);
    // Somebody between them in the list does not come between them.
    let three = [one.clone(), all[2].clone(), other.clone()];
    assert_eq!(agree(&town, &desk, &view, &three).await, [None, None, None]);
    for pair in &three {
        assert!(placed(&town, &desk, &pair.reference).await);
    }
}

#[tokio::test]
async fn when_one_of_two_who_move_together_is_held_both_are() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town, &desk).await;
    let view = propose(&town, &desk, round).await;
    let all = pairs(&view);
    let group = |at: usize| view.lines[at].household.group.clone();
    let at = (1..all.len()).find(|&at| group(at) != group(0)).unwrap();
    let two = [all[0].clone(), all[at].clone()];
    link(&town, &desk, &two[0].reference, &two[1].reference, AreaLevel::Municipality).await;
    let year = numbers::of_year(&town.app, &desk, today()).await.unwrap();
    let full = year.groups.iter().find(|it| it.group.code == group(at)).unwrap();
    let realised = full.share.agreed.realised.to_string();
    agreed(&town, &desk, &Numbered::Group(group(at)), |draft| {
        draft.lower = String::new();
        draft.upper = realised;
    })
    .await
    .unwrap();
    let told = agree(&town, &desk, &view, &two).await;
    let expected = [
        Hold::MovesTogether {
            reference: two[0].reference.clone(),
            other: two[1].reference.clone(),
        },
        Hold::NoRoomLeft { vacancy: two[1].vacancy.clone() },
    ];
    assert_eq!(told, expected.map(Some));
    assert!(!placed(&town, &desk, &two[0].reference).await);
}

#[tokio::test]
async fn a_link_laid_after_the_proposal_holds_homes_that_are_too_far_apart() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town, &desk).await;
    let view = propose(&town, &desk, round).await;
    let two = &pairs(&view)[..2];
    link(&town, &desk, &two[0].reference, &two[1].reference, AreaLevel::Complex).await;
    let told = agree(&town, &desk, &view, two).await;
    let (reference, other) = (two[0].reference.clone(), two[1].reference.clone());
    assert_eq!(told[0], Some(Hold::TooFarApart { reference, other }));
    assert!(told[1].is_some());
    // Turning down one of them is nobody else's business.
    let (row, _) = view.current.as_ref().unwrap();
    let verdict = Verdict::Rejected;
    let told = rounds::decide(&town.app, &desk, round, row.id, &two[..1], verdict, "te ver").await;
    assert_eq!(told.unwrap()[0].held, None);
}

#[tokio::test]
async fn a_link_needs_two_different_files_within_reach_and_a_reason() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let own = town.person("coordinator", Role::PlacementCoordinator, "dagwinst").await;
    let first = reference("D-0001");
    let tried = async |who: &Who, other: &str, within: &str, reason: &str| {
        let draft = LinkDraft {
            other: other.to_owned(),
            within: within.to_owned(),
            reason: reason.to_owned(),
        };
        participants::link(&town.app, who, &first, &draft).await
    };
    let one = |field: &str, fault: FieldFault| vec![(field.to_owned(), fault)];
    let other = "D-0002";
    let nearby = "neighbourhood";
    let found = faults(tried(&own, "", "", "").await);
    let fields: Vec<_> = found.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["within", "reason", "other"]);
    // A file of another provider and one that is not there get the same answer.
    for unknown in ["D-0024", "D-9999"] {
        let found = faults(tried(&own, unknown, nearby, "zussen").await);
        assert_eq!(found, one("other", FieldFault::Unknown), "{unknown}");
    }
    let found = faults(tried(&own, "D-0001", nearby, "zussen").await);
    assert_eq!(found, one("other", FieldFault::NotAChoice));
    tried(&own, other, nearby, "zussen").await.unwrap();
    let found = faults(tried(&own, other, nearby, "zussen").await);
    assert_eq!(found, one("other", FieldFault::Taken));
    // The desk may lay what no single provider may; a provider sees that it is there.
    tried(&desk, "D-0024", nearby, "zussen").await.unwrap();
    let seen = participants::view(&town.app, &own, &first).await.unwrap().together;
    let seen: Vec<_> =
        seen.iter().map(|it| (it.reference.as_str(), it.may_see, it.may_unlink)).collect();
    assert_eq!(seen, [(other, true, true), ("D-0024", false, false)]);
    let denied = participants::unlink(&town.app, &own, &first, &reference("D-0024")).await;
    assert!(matches!(denied, Err(ActionError::NotFound)), "{denied:?}");
}

#[tokio::test]
async fn both_files_tell_of_a_link_in_their_log_and_neither_tells_why() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let (one, other) = (reference("D-0001"), reference("D-0002"));
    link(&town, &desk, &one, &other, AreaLevel::Quarter).await;
    participants::unlink(&town.app, &desk, &other, &one).await.unwrap();
    let window = Window { offset: 0, limit: 50 };
    for whose in [&one, &other] {
        let log = audit::lines(&town.app, &town.operator, "participant", whose.as_str(), window);
        let details: Vec<_> =
            log.await.unwrap().rows.into_iter().map(|it| it.line.detail).collect();
        assert!(details.iter().any(|it| it.contains("together")), "{details:?}");
        assert!(details.iter().any(|it| it.contains("apart")), "{details:?}");
        assert!(details.iter().all(|it| !it.contains("dochter")), "{details:?}");
    }
}

#[tokio::test]
async fn a_round_keeps_to_what_an_association_gives_at_most() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town, &desk).await;
    let view = propose(&town, &desk, round).await;
    let first = view.lines[0].home.association.clone();
    let what = Numbered::Association(first.clone());
    let realised = |year: numbers::Year| {
        year.associations.into_iter().find(|it| it.code == first).unwrap().agreed.realised
    };
    let year = numbers::of_year(&town.app, &desk, today()).await.unwrap();
    let full = realised(year).to_string();
    agreed(&town, &desk, &what, |draft| {
        draft.lower = String::new();
        draft.upper = full;
    })
    .await
    .unwrap();
    // Whoever agrees to a line of before is told.
    let line = &pairs(&view)[..1];
    let told = agree(&town, &desk, &view, line).await;
    assert_eq!(told, [Some(Hold::NoRoomLeft { vacancy: line[0].vacancy.clone() })]);
    let after = propose(&town, &desk, round).await;
    assert!(after.lines.iter().all(|it| it.home.association != first));
    let (_, solved) = after.current.as_ref().unwrap();
    let target = solved.input.associations.iter().find(|it| it.code == first).unwrap();
    assert_eq!(target.agreed.room(), Some(0));
    assert_ne!(target.name, target.code.as_str(), "called by the name of the organisation");

    // One more makes room for one, and what is agreed counts.
    agreed(&town, &desk, &what, |draft| {
        draft.upper = (draft.upper.parse::<u32>().unwrap() + 1).to_string();
    })
    .await
    .unwrap();
    let last = propose(&town, &desk, round).await;
    let at: Vec<_> =
        (0..last.lines.len()).filter(|&at| last.lines[at].home.association == first).collect();
    assert_eq!(at.len(), 1);
    let line = [pairs(&last)[at[0]].clone()];
    assert_eq!(agree(&town, &desk, &last, &line).await, [None]);
    let year = numbers::of_year(&town.app, &desk, today()).await.unwrap();
    let of = year.associations.iter().find(|it| it.code == first).unwrap();
    assert_eq!(of.agreed.room(), Some(0));
}

#[tokio::test]
async fn a_round_keeps_to_what_was_agreed_for_a_main_group() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let round = make(&town, &desk).await;
    let view = propose(&town, &desk, round).await;
    let input = &view.current.as_ref().unwrap().1.input;
    let parent =
        |code: &GroupCode| input.groups.iter().find(|it| it.code == *code).unwrap().parent.clone();
    let at = (0..view.lines.len()).find(|&at| parent(&view.lines[at].household.group).is_some());
    let line = &view.lines[at.unwrap()];
    let code = parent(&line.household.group).unwrap();
    let main_group = MainGroup::from_share_code(&code).unwrap();
    let of_group = |year: &numbers::Year| {
        *year.main_groups.iter().find(|it| it.main_group == main_group).unwrap()
    };
    let year = numbers::of_year(&town.app, &desk, today()).await.unwrap();
    let realised = of_group(&year).agreed.realised;
    let parts: u32 = year
        .groups
        .iter()
        .filter(|it| it.share.parent.as_ref() == Some(&code))
        .map(|it| it.share.agreed.realised)
        .sum();
    assert_eq!(realised, parts);
    agreed(&town, &desk, &Numbered::MainGroup(main_group), |draft| {
        draft.lower = "0".to_owned();
        draft.upper = realised.to_string();
    })
    .await
    .unwrap();
    let pair = [pairs(&view)[at.unwrap()].clone()];
    let told = agree(&town, &desk, &view, &pair).await;
    assert_eq!(told, [Some(Hold::NoRoomLeft { vacancy: pair[0].vacancy.clone() })]);
    let after = propose(&town, &desk, round).await;
    assert!(after.lines.iter().all(|it| parent(&it.household.group).as_ref() != Some(&code)));
    let (_, solved) = after.current.as_ref().unwrap();
    let usage = solved.proposal.bounds.iter().find(|it| it.bound == Bound::Group(code.clone()));
    assert_eq!(usage.unwrap().upper, Some(realised));
}

#[tokio::test]
async fn a_group_can_be_moved_to_another_main_group() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let code = GroupCode::new("shelter-adults").unwrap();
    let what = Numbered::Group(code.clone());
    let told = async || {
        let year = numbers::of_year(&town.app, &desk, today()).await.unwrap();
        let group = year.groups.iter().find(|it| it.group.code == code).unwrap().clone();
        (group.share.parent.clone(), group.share.agreed, group.group.main_group)
    };
    let (_, agreed_before, _) = told().await;
    agreed(&town, &desk, &what, |draft| draft.main_group = "status-holders".to_owned())
        .await
        .unwrap();
    let (parent, agreed_after, main_group) = told().await;
    assert_eq!(parent, MainGroup::StatusHolders.share_code());
    assert_eq!((agreed_before, main_group.as_str()), (agreed_after, "status-holders"));
}

#[tokio::test]
async fn of_two_who_change_a_number_at_once_the_second_is_told_and_nothing_is_overwritten() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let manager = town.person("manager", Role::ProgrammeManager, "gemeente").await;
    let what = Numbered::Association(OrganisationCode::new("wendelhuis").unwrap());
    let form = numbers::numbers_form(&town.app, &desk, &what).await.unwrap();
    let save = async |who: &Who, upper: &str| {
        let draft =
            NumbersDraft { lower: "1".to_owned(), upper: upper.to_owned(), ..form.draft.clone() };
        numbers::save_numbers(&town.app, who, &what, &draft).await
    };
    save(&manager, "777").await.unwrap();
    let second = save(&desk, "888").await;
    assert!(matches!(second, Err(ActionError::Changed)), "{second:?}");
    let now = numbers::numbers_form(&town.app, &desk, &what).await.unwrap();
    assert_eq!(now.draft.upper, "777");
    let window = Window { offset: 0, limit: 10 };
    let log = audit::lines(&town.app, &town.operator, "numbers", "wendelhuis", window).await;
    let lines = log.unwrap().rows;
    assert_eq!(lines.len(), 1);
    assert!(lines[0].line.detail.contains("777"), "{}", lines[0].line.detail);
}

#[tokio::test]
async fn numbers_that_cannot_be_are_told_at_their_fields() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let group = Numbered::Group(GroupCode::new("urgency").unwrap());
    let found = faults(
        agreed(&town, &desk, &group, |draft| {
            draft.lower = "veel".to_owned();
            draft.expected = "0".to_owned();
            draft.main_group = "hoog".to_owned();
        })
        .await,
    );
    let fields: Vec<_> = found.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["lower", "expected", "main_group"]);
    let main_group = Numbered::MainGroup(MainGroup::WithSupport);
    let found = faults(
        agreed(&town, &desk, &main_group, |draft| {
            draft.lower = "10".to_owned();
            draft.upper = "9".to_owned();
        })
        .await,
    );
    assert_eq!(found, [("upper".to_owned(), FieldFault::Range { least: 10, most: 1_000_000 })]);
    for what in [
        Numbered::Group(GroupCode::new("no-such").unwrap()),
        Numbered::Association(OrganisationCode::new("dagwinst").unwrap()),
    ] {
        let none = numbers::numbers_form(&town.app, &desk, &what).await;
        assert!(matches!(none, Err(ActionError::NotFound)), "{what:?}");
    }
}

fn files() -> [Records; 3] {
    let at = |row, record| Located { row, record };
    let target = AssociationTargetRecord {
        year: Some(2026),
        association: OrganisationCode::new("wendelhuis").unwrap(),
        name: None,
        lower: 3,
        upper: Some(4_000),
        realised: 1,
    };
    let main = MainGroupRecord {
        year: 2027,
        main_group: MainGroup::StatusHolders,
        lower: 0,
        upper: Some(5),
    };
    let link = Together {
        one: reference("D-0002"),
        other: reference("D-0001"),
        within: AreaLevel::District,
    };
    [
        Records::AssociationTargets(vec![Located { row: 2, record: target }]),
        Records::MainGroups(vec![Located { row: 2, record: main }]),
        Records::Together(vec![at(2, TogetherRecord { link, reason: None })]),
    ]
}

#[tokio::test]
async fn main_groups_targets_and_links_come_in_once_and_the_second_time_nothing_changes() {
    let town = Town::new().await;
    let bring = async |dry| {
        let files = incoming(files().into());
        bring_in(&town.app, &town.operator, &files, dry, &mut |_, _| {}).await.unwrap()
    };
    let dry = bring(true).await;
    assert!(!dry.kept);
    let counts = |report: &sleutel_actions::import::Report| {
        [Kind::MainGroups, Kind::AssociationTargets, Kind::Together]
            .map(|kind| report.counts[&kind])
            .map(|it| (it.added, it.changed, it.unchanged))
    };
    let first = bring(false).await;
    assert_eq!(counts(&dry), counts(&first));
    assert_eq!(counts(&first), [(1, 0, 0), (0, 1, 0), (1, 0, 0)]);
    assert_eq!(counts(&bring(false).await), [(0, 0, 1); 3]);
    let file = participants::view(&town.app, &town.operator, &reference("D-0001")).await.unwrap();
    let beside = &file.together[0];
    assert_eq!((beside.reference.as_str(), beside.within), ("D-0002", AreaLevel::District));
}

#[tokio::test]
async fn everything_wrong_between_the_files_is_told_at_once_and_nothing_is_kept() {
    let town = Town::new().await;
    let [targets, main, links] = files();
    let (Records::AssociationTargets(mut targets), Records::Together(mut links)) = (targets, links)
    else {
        panic!("other records")
    };
    targets[0].record.year = None;
    targets[0].record.association = OrganisationCode::new("dagwinst").unwrap();
    links[0].record.link.other = reference("D-9999");
    let files = vec![Records::AssociationTargets(targets), main, Records::Together(links)];
    let report =
        bring_in(&town.app, &town.operator, &incoming(files), false, &mut |_, _| {}).await.unwrap();
    assert!(!report.kept);
    let found: Vec<_> = report
        .findings
        .iter()
        .map(|Finding { file, column, what, .. }| {
            (file.as_str(), column.as_deref().unwrap(), what.code())
        })
        .collect();
    let target = "association-targets.csv";
    assert_eq!(
        found,
        [
            (target, "association", "E221"),
            (target, "year", "E111"),
            ("together.csv", "other", "E221")
        ]
    );
    assert!(matches!(report.findings[2].what, FindingKind::NoSuch { .. }));
    let year = numbers::of_year(&town.app, &town.operator, jiff::civil::date(2027, 1, 1)).await;
    assert!(year.unwrap().main_groups.iter().all(|it| !it.told || it.agreed.upper != Some(5)));
}
