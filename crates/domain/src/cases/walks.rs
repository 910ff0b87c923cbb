//! What holds on every way a file can go.

use jiff::{
    Span, Timestamp,
    civil::{Date, date},
};
use proptest::prelude::*;

use super::{
    tests::{long, of, phrase, routes},
    *,
};
use crate::{
    VacancyCode,
    access::Party,
    routes::{Fact, Outcome, RouteSet},
};

/// Everything somebody might try now, with the party that would; much of it is refused.
fn tries(file: &CaseFile<'_>, day: Date, pick: usize) -> Vec<(Party, Act)> {
    let state = file.state();
    let mut acts = vec![
        (Party::Provider, Act::Paused { reason: phrase("rest"), until: later(day, 30) }),
        (Party::Provider, Act::Resumed),
        (Party::Participant, Act::Answered { answer: Answered::Accepted, reason: None }),
        (
            Party::Participant,
            Act::Answered { answer: Answered::Declined, reason: Some(phrase("no")) },
        ),
        (Party::Association, Act::OfferExpired),
        (Party::Provider, Act::FactEstablished { fact: Fact::PersonAgrees }),
        (Party::Provider, Act::FactEstablished { fact: Fact::MovedIn }),
        (Party::Provider, Act::FactWithdrawn { fact: Fact::PersonAgrees, reason: phrase("no") }),
        (
            Party::Provider,
            Act::Offered {
                vacancy: VacancyCode::new(&format!("V-{}", file.events().len())).unwrap(),
                until: later(day, 7),
            },
        ),
    ];
    for number in 1..=u32::try_from(file.events().len()).unwrap() {
        let reason = phrase("a mistake");
        acts.push((Party::Provider, Act::StruckOut { event: number, reason }));
        acts.push((Party::Participant, Act::ObjectionLodged { decision: number, grounds: None }));
        let outcome = ObjectionOutcome::ALL[pick % 3];
        let decided = Act::ObjectionDecided { objection: number, outcome, reasons: long("so") };
        acts.push((Party::Municipality, decided));
    }
    for (code, version) in [("small", 1u16), ("small", 2), ("next-offer", 1), ("timed", 1)] {
        let route = crate::RouteCode::new(code).unwrap();
        let version = version.try_into().unwrap();
        if pick.is_multiple_of(17) {
            acts.push((Party::Provider, Act::MovedTo { route, version, reason: phrase("so") }));
        }
    }
    if let Some(step) = state.step() {
        for outcome in Outcome::ALL.iter().copied() {
            let (code, note) = (step.code.clone(), Some(long("note")));
            // Often: this is what moves the file on.
            for _ in 0..4 {
                let (step, note) = (code.clone(), note.clone());
                acts.push((state.step().unwrap().owner, Act::StepEnded { step, outcome, note }));
            }
            let conditions =
                (outcome == Outcome::GrantedUnderConditions).then(|| long("conditions"));
            let reasons = long("reasons");
            let decided = Act::Decided { step: code, outcome, reasons, conditions };
            acts.extend(vec![(Party::Municipality, decided); 4]);
        }
        for to in &step.back_to {
            let (from, to) = (step.code.clone(), to.clone());
            acts.push((step.owner, Act::WentBack { from, to, reason: phrase("again") }));
        }
        let put_off = Act::TermExtended { step: step.code.clone(), reason: long("later") };
        acts.push((Party::Municipality, put_off));
    }
    acts
}

fn later(day: Date, days: i32) -> Date {
    day.saturating_add(Span::new().days(days))
}

/// A file after as many tries; each number picks what is tried and how much later.
fn walked<'r>(routes: &'r RouteSet, code: &str, picks: &[(u16, u8)]) -> (CaseFile<'r>, Date) {
    let mut day = date(2026, 2, 2);
    let route = routes.in_force(&crate::RouteCode::new(code).unwrap(), day).unwrap();
    let who = of(Party::Provider);
    let mut file = CaseFile::begin(routes, route, who, (day, day), Timestamp::UNIX_EPOCH).unwrap();
    for (pick, days) in picks {
        day = later(day, i32::from(*days));
        let tries = tries(&file, day, usize::from(*pick));
        let (party, act) = tries[usize::from(*pick) % tries.len()].clone();
        let before = file.clone();
        match file.act(act.clone(), of(party), (day, day), Timestamp::UNIX_EPOCH) {
            Ok(_) => step_is_lawful(&before, &file, &act, day),
            Err(_) => assert_eq!(file.state(), before.state(), "a refusal changes nothing"),
        }
    }
    (file, day)
}

fn step_is_lawful(before: &CaseFile<'_>, after: &CaseFile<'_>, act: &Act, day: Date) {
    let (old, new) = (before.state(), after.state());
    assert_eq!(&after.events()[..before.events().len()], before.events(), "history is kept");
    assert_eq!(after.events().len(), before.events().len() + 1);
    if let Some(open) = new.open() {
        assert!(new.route.step(&open.step).is_some(), "the open step is one of the road");
        assert!(open.since <= day);
        assert!(new.due().is_none_or(|due| due >= new.began), "{:?}", new.due());
    }
    assert!(new.offer.is_none() || new.open().is_some(), "no offer without a road");
    assert!(new.waiting().iter().filter(|it| it.what != Wait::Objection).count() <= 1);
    match act {
        Act::TermExtended { .. } | Act::Resumed => assert!(new.due() >= old.due()),
        Act::Offered { .. } => {
            assert!(!new.route.urgency || new.facts.contains_key(&Fact::UrgencyGranted));
        }
        Act::StepEnded { .. } => {
            let converted = new.facts.contains_key(&Fact::Converted);
            assert!(!converted || new.facts.contains_key(&Fact::TestMet));
        }
        Act::StruckOut { event, .. } => assert!(after.struck().contains_key(event)),
        Act::Decided { .. } => assert_eq!(new.decisions.len(), old.decisions.len() + 1),
        Act::Started { .. }
        | Act::WentBack { .. }
        | Act::Paused { .. }
        | Act::Withdrawn { .. }
        | Act::HandedOver { .. }
        | Act::MovedTo { .. }
        | Act::ObjectionLodged { .. }
        | Act::ObjectionDecided { .. }
        | Act::ViewingPlanned { .. }
        | Act::Answered { .. }
        | Act::OfferExpired
        | Act::FactEstablished { .. }
        | Act::FactWithdrawn { .. } => {}
    }
}

fn road() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["small", "next-offer", "timed"])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_tried_the_file_keeps_to_its_road(
        code in road(), picks in prop::collection::vec((any::<u16>(), 0..40u8), 0..60),
    ) {
        let routes = routes();
        let (file, day) = walked(&routes, code, &picks);
        // Read back from its events it is the same.
        let read = CaseFile::read(&routes, file.events().to_vec()).unwrap();
        prop_assert_eq!(read.state(), file.state());
        // From everywhere there is a way out, for the person themselves.
        if file.state().open().is_some() {
            let out = Act::Withdrawn { reason: phrase("enough") };
            let who = of(Party::Participant);
            prop_assert!(file.may(out, who, (day, day), Timestamp::UNIX_EPOCH).is_ok());
        }
    }

    #[test]
    fn a_decision_is_only_ever_the_municipalitys(
        code in road(), picks in prop::collection::vec((any::<u16>(), 0..9u8), 0..40),
        outcome in prop::sample::select(Outcome::ALL),
    ) {
        let routes = routes();
        let (file, day) = walked(&routes, code, &picks);
        let open = file.state().open().map(|it| it.step.clone());
        for party in [Party::Participant, Party::Provider, Party::Association, Party::ThirdPerson] {
            let step = open.clone().unwrap_or_else(|| super::tests::step("decide"));
            let act =
                Act::Decided { step, outcome, reasons: long("mine"), conditions: None };
            prop_assert!(file.may(act, of(party), (day, day), Timestamp::UNIX_EPOCH).is_err());
        }
    }
}
