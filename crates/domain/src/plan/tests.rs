use jiff::civil::{Date, date};

use super::*;
use crate::{LongText, PersonName, Phrase, access::Party};

const TODAY: Date = date(2026, 6, 15);

fn words(text: &str) -> LongText {
    LongText::new(text).unwrap()
}

fn goal(number: u16, area: LifeArea, audience: Audience) -> Goal {
    Goal {
        number,
        area,
        audience,
        what: words("Rust in huis"),
        own_part: Some(words("Ik ben om tien uur stil")),
        others_part: None,
        by: Some(date(2026, 12, 1)),
        sign: Some(words("De buren groeten")),
    }
}

fn version(number: u32, goals: Vec<Goal>, parties: &[Party], proposed: Option<Date>) -> Version {
    let mut version =
        Version { number, goals, parties: Default::default(), proposed, answers: Vec::new() };
    version.ask(parties.iter().copied());
    version
}

fn says(version: &mut Version, party: Party, agrees: bool, day: i8) {
    let says = if agrees { Says::Agrees } else { Says::Disagrees { reason: words("Te snel") } };
    version.answers.push(Given {
        party,
        says,
        on: date(2026, 6, day),
        by: PersonName::new("Test Testers").unwrap(),
        way: Way::Themselves,
    });
}

fn home() -> Vec<Goal> {
    vec![goal(1, LifeArea::Home, Audience::Housing)]
}

const ASKED: [Party; 1] = [Party::Association];

#[test]
fn a_version_is_in_force_from_the_day_the_last_party_agreed() {
    let mut one = version(1, home(), &ASKED, Some(TODAY));
    says(&mut one, Party::Provider, true, 15);
    says(&mut one, Party::Association, true, 20);
    let plan = |one: &Version| Plan { versions: vec![one.clone()], ended: Vec::new() };
    let waiting = vec![Party::Participant];
    let open = VersionState::Open { since: TODAY, waiting, against: Vec::new() };
    assert_eq!(plan(&one).state(&one), open);
    says(&mut one, Party::Participant, true, 18);
    let in_force = VersionState::InForce { since: date(2026, 6, 20) };
    assert_eq!(plan(&one).state(&one), in_force);
    let refused = PlanRefusal::NotOpen { version: 1 };
    assert_eq!(plan(&one).may_answer(1, Party::Participant), Err(refused));
}

#[test]
fn one_party_that_does_not_agree_keeps_a_version_out_of_force_until_it_does() {
    let mut one = version(1, home(), &[], Some(TODAY));
    says(&mut one, Party::Provider, true, 15);
    says(&mut one, Party::Participant, false, 16);
    let plan = Plan { versions: vec![one.clone()], ended: Vec::new() };
    let against = vec![Party::Participant];
    let open = VersionState::Open { since: TODAY, waiting: Vec::new(), against };
    assert_eq!(plan.state(&one), open);
    assert_eq!(plan.may_answer(1, Party::Participant), Ok(()));
    says(&mut one, Party::Participant, true, 17);
    let plan = Plan { versions: vec![one], ended: Vec::new() };
    assert_eq!(plan.in_force().map(|it| it.number), Some(1));
}

#[test]
fn agreement_to_one_version_is_none_to_the_next() {
    let mut one = version(1, home(), &[], Some(TODAY));
    says(&mut one, Party::Provider, true, 15);
    says(&mut one, Party::Participant, true, 15);
    let mut two = version(2, home(), &[], Some(TODAY));
    says(&mut two, Party::Provider, true, 16);
    let plan = Plan { versions: vec![one.clone(), two.clone()], ended: Vec::new() };
    assert_eq!(plan.in_force().map(|it| it.number), Some(1), "the first stays until then");
    assert_eq!(plan.open().map(|it| it.number), Some(2));
    says(&mut two, Party::Participant, true, 17);
    let plan = Plan { versions: vec![one.clone(), two], ended: Vec::new() };
    let superseded = VersionState::Superseded { since: TODAY, by: 2 };
    assert_eq!(plan.state(&one), superseded);
}

#[test]
fn a_party_that_is_not_asked_cannot_answer() {
    let plan = Plan { versions: vec![version(1, home(), &[], Some(TODAY))], ended: Vec::new() };
    let refused = PlanRefusal::NotAsked { party: Party::Association };
    assert_eq!(plan.may_answer(1, Party::Association), Err(refused));
    assert_eq!(plan.may_answer(2, Party::Provider), Err(PlanRefusal::NotOpen { version: 2 }));
}

#[test]
fn a_version_that_nobody_waits_for_any_more_is_set_aside() {
    let one = version(1, home(), &[], Some(TODAY));
    let two = version(2, home(), &[], Some(TODAY));
    let plan = Plan { versions: vec![one.clone(), two], ended: Vec::new() };
    assert_eq!(plan.state(&one), VersionState::SetAside { by: 2 });
}

#[test]
fn each_party_reads_the_goals_of_its_audience_and_no_others() {
    let goals = vec![
        goal(1, LifeArea::Home, Audience::Housing),
        goal(2, LifeArea::Money, Audience::Condition),
        goal(3, LifeArea::Wellbeing, Audience::Care),
    ];
    let plan = version(1, goals, &[], None);
    for (party, expected) in [
        (Party::Participant, vec![1, 2, 3]),
        (Party::Provider, vec![1, 2, 3]),
        (Party::Municipality, vec![1, 2]),
        (Party::Association, vec![1]),
        (Party::ThirdPerson, vec![2]),
    ] {
        let seen: Vec<_> = plan.goals_for(party).map(|it| it.number).collect();
        assert_eq!(seen, expected, "{party:?}");
    }
}

#[test]
fn how_somebody_feels_is_never_for_others_whatever_was_chosen() {
    for audience in [Audience::Housing, Audience::Condition] {
        let goals = vec![goal(4, LifeArea::Wellbeing, audience)];
        let faults = version(1, goals, &[], None).faults(TODAY);
        let area = LifeArea::Wellbeing;
        assert_eq!(faults, [PlanFault::AudienceTooWide { goal: 4, area, audience }]);
    }
    assert!(!LifeArea::Money.may_be(Audience::Housing), "an association reads of the home only");
}

#[test]
fn a_draft_is_told_everything_that_is_missing_at_once() {
    let mut bare = goal(7, LifeArea::People, Audience::Care);
    bare.own_part = None;
    bare.sign = None;
    bare.by = Some(date(2026, 6, 14));
    let draft = version(1, vec![bare], &ASKED, None);
    let expected = [
        PlanFault::NoSign { goal: 7 },
        PlanFault::NobodyActs { goal: 7 },
        PlanFault::DayIsOver { goal: 7, by: date(2026, 6, 14) },
        PlanFault::NothingToAgree { party: Party::Association },
    ];
    assert_eq!(draft.faults(TODAY), expected);
    assert_eq!(version(1, Vec::new(), &ASKED, None).faults(TODAY), [PlanFault::NoGoals]);
}

#[test]
fn a_new_draft_takes_along_the_goals_under_way_and_no_number_comes_back() {
    let goals =
        vec![goal(1, LifeArea::Home, Audience::Housing), goal(2, LifeArea::Day, Audience::Care)];
    let mut one = version(1, goals, &ASKED, Some(TODAY));
    for party in [Party::Provider, Party::Participant, Party::Association] {
        says(&mut one, party, true, 15);
    }
    let ended =
        GoalEnded { goal: 2, on: TODAY, how: GoalEnd::Reached, by: "Noor (De Brug)".to_owned() };
    let mut plan = Plan { versions: vec![one], ended: vec![ended] };
    assert_eq!(plan.may_end(1), Ok(()));
    assert_eq!(plan.may_end(2), Err(PlanRefusal::NotUnderWay { goal: 2 }));
    let draft = plan.begin().unwrap();
    assert_eq!(draft.goals.iter().map(|it| it.number).collect::<Vec<_>>(), [1]);
    assert!(draft.parties.contains(&Party::Association));
    assert_eq!(plan.next_goal(), 3);
    plan.versions.push(draft);
    assert_eq!(plan.begin(), Err(PlanRefusal::DraftOpen { version: 2 }));
}

#[test]
fn two_versions_differ_by_what_was_added_dropped_and_changed() {
    let (one, two) = (goal(1, LifeArea::Home, Audience::Housing), home().remove(0));
    let mut two = Goal { by: None, ..two };
    two.what = words("Rust, ook in het weekend");
    let gone = goal(2, LifeArea::Day, Audience::Care);
    let new = goal(3, LifeArea::Money, Audience::Condition);
    let (before, after) = ([&one, &gone], [&two, &new]);
    let fields = vec![GoalField::What, GoalField::By];
    let expected = [
        GoalChange::Changed { before: &one, after: &two, fields },
        GoalChange::Added(&new),
        GoalChange::Dropped(&gone),
    ];
    assert_eq!(differences(&before, &after), expected);
    assert!(differences(&before, &before).is_empty());
}

#[test]
fn a_line_of_the_list_is_read_by_whose_it_is_and_by_nobody_else() {
    for item in basics([]) {
        for party in Party::ALL {
            let own = matches!(party, Party::Participant | Party::Provider) || item.owner == party;
            assert_eq!(item.seen_by(party), own, "{:?} {party:?}", item.basic);
        }
    }
}

#[test]
fn the_list_is_ready_when_every_line_is_arranged_or_not_needed() {
    let phrase = |text| Phrase::new(text).unwrap();
    let mut items: Vec<_> = basics([])
        .into_iter()
        .map(|it| BasicItem { state: BasicState::Arranged { on: TODAY, by: phrase("Noor") }, ..it })
        .collect();
    assert!(Progress::of(&items, TODAY).is_ready());
    items[0].state = BasicState::NotNeeded { reason: phrase("heeft al loon") };
    assert!(Progress::of(&items, TODAY).is_ready());
    items[1].state = BasicState::Asked { on: TODAY };
    items[1].due = Some(date(2026, 6, 14));
    let progress = Progress::of(&items, TODAY);
    assert!(!progress.is_ready());
    assert_eq!((progress.settled, progress.asked, progress.late), (12, 1, 1));
}
