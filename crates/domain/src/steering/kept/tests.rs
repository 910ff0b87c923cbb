//! What a file on a small road was promised, and what became of it.

use jiff::{
    Span, Timestamp,
    civil::{Date, date},
};

use super::*;
use crate::{
    LongText, Phrase, RouteCode, StepCode, VacancyCode,
    access::Party,
    cases::{Act, Answered, CaseFile, Who},
    routes::{
        Fact, Need, Next, Outcome as Ends, RouteSet, StepKind, StepTerm,
        calendar::{Length, Term, Unit},
        tests::sound,
    },
};

const BEGAN: Date = date(2026, 1, 5);

fn step(text: &str) -> StepCode {
    StepCode::new(text).unwrap()
}

fn term(count: u16, unit: Unit, from: Fact) -> Option<StepTerm> {
    let length = Length::new(count, unit).unwrap();
    Some(StepTerm { term: Term { length, legal: false }, from: Some(Need::Fact(from)) })
}

/// The small road with the terms of the city's: three months to an offer, six weeks to a meeting
/// and to a lease of one's own, living there looked at after six weeks and then each year.
fn routes() -> RouteSet {
    let mut road = sound();
    road.steps[2].term = term(3, Unit::Months, Fact::UrgencyGranted);
    let mut meeting = road.steps[5].clone();
    (meeting.code, meeting.kind) = (step("meet"), StepKind::Meeting);
    meeting.outcomes.insert(Ends::Done, Next::Step(step("look")));
    meeting.term = term(6, Unit::Weeks, Fact::MovedIn);
    road.steps[5].outcomes.insert(Ends::Done, Next::Step(step("meet")));
    road.steps[9].term = term(6, Unit::Weeks, Fact::DefinitiveGranted);
    road.steps.insert(6, meeting);
    RouteSet::new(vec![road]).unwrap()
}

struct Walk<'r> {
    file: CaseFile<'r>,
    day: Date,
}

impl<'r> Walk<'r> {
    fn begun(routes: &'r RouteSet) -> Self {
        let route = routes.in_force(&RouteCode::new("small").unwrap(), BEGAN).unwrap();
        let who = Self::who(Party::Provider);
        let days = (BEGAN, BEGAN);
        let file = CaseFile::begin(routes, route, who, days, Timestamp::UNIX_EPOCH).unwrap();
        Self { file, day: BEGAN }
    }

    fn who(party: Party) -> Who {
        let written = matches!(party, Party::Participant | Party::ThirdPerson);
        Who {
            party: if written { Party::Provider } else { party },
            name: Phrase::new("somebody").unwrap(),
            for_party: written.then_some(party),
        }
    }

    fn later(&mut self, days: i32) -> &mut Self {
        self.day = self.day.saturating_add(Span::new().days(days));
        self
    }

    #[track_caller]
    fn does(&mut self, party: Party, act: Act) -> &mut Self {
        let days = (self.day, self.day);
        self.file.act(act, Self::who(party), days, Timestamp::UNIX_EPOCH).unwrap();
        self
    }

    #[track_caller]
    fn ends(&mut self, code: &str, outcome: Ends) -> &mut Self {
        let owner = self.file.state().step().unwrap().owner;
        let note = Some(LongText::new("said").unwrap());
        self.does(owner, Act::StepEnded { step: step(code), outcome, note })
    }

    #[track_caller]
    fn decides(&mut self, code: &str) -> &mut Self {
        let reasons = LongText::new("because").unwrap();
        let (step, outcome) = (step(code), Ends::Granted);
        self.does(Party::Municipality, Act::Decided { step, outcome, reasons, conditions: None })
    }

    #[track_caller]
    fn offered(&mut self) -> &mut Self {
        let until = self.day.saturating_add(Span::new().days(7));
        let vacancy = VacancyCode::new("V-1").unwrap();
        self.does(Party::Provider, Act::Offered { vacancy, until })
    }

    #[track_caller]
    fn moves_in(&mut self) -> &mut Self {
        self.ends("talk", Ends::Done).decides("decide").offered();
        let yes = Act::Answered { answer: Answered::Accepted, reason: None };
        self.does(Party::Participant, yes).ends("lease", Ends::Done).ends("keys", Ends::Done)
    }

    fn pauses(&mut self, days: i32) -> &mut Self {
        let until = self.day.saturating_add(Span::new().days(days));
        let reason = Phrase::new("admitted").unwrap();
        self.does(Party::Provider, Act::Paused { reason, until })
    }

    #[track_caller]
    fn check(&self, agreement: WorkAgreement, expected: &[(Date, Option<Date>, Outcome)]) {
        self.check_with(agreement, &SignedDays::default(), expected);
    }

    #[track_caller]
    fn check_with(
        &self,
        agreement: WorkAgreement,
        signed: &SignedDays,
        expected: &[(Date, Option<Date>, Outcome)],
    ) {
        let found = promises(agreement, &self.file, signed, self.day);
        let found: Vec<_> =
            found.iter().map(|it| (it.due, it.done, it.outcome(self.day))).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn a_home_is_to_be_offered_within_three_months_of_the_decision() {
    let routes = routes();
    let mut walk = Walk::begun(&routes);
    walk.check(WorkAgreement::Offer, &[]);
    walk.ends("talk", Ends::Done).decides("decide");
    let due = date(2026, 4, 5);
    walk.check(WorkAgreement::Offer, &[(due, None, Outcome::NotYet)]);
    walk.later(90);
    assert_eq!(walk.day, due);
    walk.check(WorkAgreement::Offer, &[(due, None, Outcome::NotYet)]);
    walk.later(1).check(WorkAgreement::Offer, &[(due, None, Outcome::NotKept)]);
    walk.offered();
    walk.check(WorkAgreement::Offer, &[(due, Some(date(2026, 4, 6)), Outcome::NotKept)]);
}

#[test]
fn a_file_that_rests_is_not_late_and_goes_on_with_the_days_it_had_left() {
    let routes = routes();
    let mut walk = Walk::begun(&routes);
    walk.ends("talk", Ends::Done).decides("decide").later(80).pauses(60).later(40);
    walk.check(WorkAgreement::Offer, &[(date(2026, 5, 15), None, Outcome::NotYet)]);
    walk.does(Party::Provider, Act::Resumed).later(10);
    let due = date(2026, 5, 15);
    walk.offered().later(1);
    walk.check(WorkAgreement::Offer, &[(due, Some(due), Outcome::Kept)]);
}

#[test]
fn whoever_leaves_in_time_was_promised_nothing_and_late_is_late() {
    let routes = routes();
    for (days, expected) in [(90, Outcome::FellAway), (91, Outcome::NotKept)] {
        let mut walk = Walk::begun(&routes);
        let leaves = Act::Withdrawn { reason: Phrase::new("elsewhere").unwrap() };
        walk.ends("talk", Ends::Done).decides("decide").later(days);
        walk.does(Party::Participant, leaves).later(30);
        walk.check(WorkAgreement::Offer, &[(date(2026, 4, 5), None, expected)]);
    }
}

#[test]
fn the_meeting_counts_from_moving_in_and_living_there_is_looked_at_again_and_again() {
    let routes = routes();
    let mut walk = Walk::begun(&routes);
    walk.moves_in();
    let due = date(2026, 2, 16);
    walk.check(WorkAgreement::Tenancy, &[(due, None, Outcome::NotYet)]);
    walk.check(WorkAgreement::Early, &[(due, None, Outcome::NotYet)]);
    walk.later(42).ends("meet", Ends::Done).later(1);
    walk.check(WorkAgreement::Tenancy, &[(due, Some(due), Outcome::Kept)]);
    walk.check(WorkAgreement::Early, &[(due, None, Outcome::NotKept)]);
    walk.ends("look", Ends::Continue);
    let first = (due, Some(date(2026, 2, 17)), Outcome::NotKept);
    let next = date(2027, 2, 17);
    walk.check(WorkAgreement::Early, &[first, (next, None, Outcome::NotYet)]);
    walk.later(365).ends("look", Ends::Ready).later(1);
    walk.check(WorkAgreement::Early, &[first, (next, Some(next), Outcome::Kept)]);
}

#[test]
fn a_lease_of_one_s_own_follows_within_six_weeks_of_the_decision() {
    let routes = routes();
    let mut walk = Walk::begun(&routes);
    walk.moves_in().ends("meet", Ends::Done).ends("look", Ends::Ready).ends("test", Ends::Met);
    walk.check(WorkAgreement::Conversion, &[]);
    walk.decides("own").later(43);
    let due = date(2026, 2, 16);
    walk.check(WorkAgreement::Conversion, &[(due, None, Outcome::NotKept)]);
    walk.ends("convert", Ends::Done);
    let done = Some(date(2026, 2, 17));
    walk.check(WorkAgreement::Conversion, &[(due, done, Outcome::NotKept)]);
}

#[test]
fn leases_and_support_are_told_from_the_agreements_and_nothing_is_told_without() {
    let routes = routes();
    let mut walk = Walk::begun(&routes);
    walk.moves_in().later(1);
    walk.check(WorkAgreement::Intermediate, &[]);
    let signed = |intermediate| SignedDays { any: true, intermediate, ..SignedDays::default() };
    for (day, expected) in [
        (None, Outcome::NotKept),
        (Some(BEGAN), Outcome::Kept),
        (Some(date(2026, 1, 6)), Outcome::NotKept),
    ] {
        walk.check_with(WorkAgreement::Intermediate, &signed(day), &[(BEGAN, day, expected)]);
    }
    walk.ends("meet", Ends::Done).ends("look", Ends::Ready).ends("test", Ends::Met);
    walk.decides("own").ends("convert", Ends::Done);
    let converted = walk.day;
    walk.later(1);
    let support = Some(BEGAN);
    for (support_ended, done, expected) in [
        (None, support, Outcome::Kept),
        (Some(converted), None, Outcome::NotKept),
        (Some(date(2026, 12, 31)), support, Outcome::Kept),
    ] {
        let signed = SignedDays { any: true, support, support_ended, ..SignedDays::default() };
        walk.check_with(WorkAgreement::Aftercare, &signed, &[(converted, done, expected)]);
    }
}

#[test]
fn whoever_is_offered_a_home_said_yes_to_sharing_before() {
    let routes = routes();
    let mut walk = Walk::begun(&routes);
    walk.ends("talk", Ends::Done).decides("decide");
    walk.check(WorkAgreement::Privacy, &[]);
    walk.offered().later(1);
    walk.check(WorkAgreement::Privacy, &[(BEGAN, None, Outcome::NotKept)]);
    let mut walk = Walk::begun(&routes);
    walk.does(Party::Provider, Act::FactEstablished { fact: Fact::PersonAgrees });
    walk.ends("talk", Ends::Done).decides("decide").offered().later(1);
    walk.check(WorkAgreement::Privacy, &[(BEGAN, Some(BEGAN), Outcome::Kept)]);
}

#[test]
fn of_what_is_not_measured_nothing_is_told() {
    let routes = routes();
    let mut walk = Walk::begun(&routes);
    walk.moves_in().later(400);
    for agreement in WorkAgreement::ALL.iter().filter(|it| !it.is_measured()) {
        walk.check(*agreement, &[]);
    }
    let measured = WorkAgreement::ALL.iter().filter(|it| it.is_measured()).count();
    assert_eq!(measured, 7);
}
