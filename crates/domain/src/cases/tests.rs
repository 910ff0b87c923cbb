//! A small road walked by hand: what goes on, and what the road has against the rest.

use jiff::{Timestamp, civil::Date, civil::date};

use super::*;
use crate::{
    LongText, Phrase, StepCode, VacancyCode,
    access::Party,
    routes::{
        ConversionTest, Criterion, EndReason, Fact, Need, Next, Outcome, RefusalRule, RouteSet,
        StepTerm,
        calendar::{Length, Term, Unit},
        tests::sound,
    },
};

pub(super) fn step(text: &str) -> StepCode {
    StepCode::new(text).unwrap()
}

pub(super) fn phrase(text: &str) -> Phrase {
    Phrase::new(text).unwrap()
}

pub(super) fn long(text: &str) -> LongText {
    LongText::new(text).unwrap()
}

fn home(code: &str) -> VacancyCode {
    VacancyCode::new(code).unwrap()
}

/// Somebody of this party; for the person and the third person, the provider writes.
pub(super) fn of(party: Party) -> Who {
    let written = matches!(party, Party::Participant | Party::ThirdPerson);
    Who {
        party: if written { Party::Provider } else { party },
        name: phrase("somebody"),
        for_party: written.then_some(party),
    }
}

/// The small road, with an association that can write nothing down for anybody, and the
/// same road with other rules on refusing and converting.
pub(super) fn routes() -> RouteSet {
    let mut next = sound();
    next.code = crate::RouteCode::new("next-offer").unwrap();
    next.refusal = RefusalRule::NextOffer { most: 2.try_into().unwrap(), then: step("talk") };
    next.steps[3].outcomes.insert(Outcome::Declined, Next::Step(step("match")));
    next.explained.retain(|it| it.conflict != crate::routes::Conflict::OneOffer);
    let mut timed = next.clone();
    timed.code = crate::RouteCode::new("timed").unwrap();
    timed.refusal = RefusalRule::NoConsequence;
    timed.conversion = ConversionTest::AfterTime {
        after: Length::new(12, Unit::Months).unwrap(),
        conditions: vec![Criterion {
            code: crate::CriterionCode::new("tenant").unwrap(),
            text: sound().name,
            with_children: false,
        }],
    };
    timed.explained.retain(|it| it.conflict != crate::routes::Conflict::GoalsBeforeLease);
    timed.explained.push(crate::routes::Explained {
        conflict: crate::routes::Conflict::ConditionsBeforeLease,
        reason: sound().name,
    });
    let mut first = sound();
    first.valid = crate::routes::Validity::new(date(2026, 1, 1), Some(date(2026, 6, 30))).unwrap();
    first.steps[0].back_to = Vec::new();
    first.steps[2].back_to = vec![step("talk")];
    first.steps[2].needs = vec![Need::Fact(Fact::PersonAgrees)];
    first.may_pause = vec![Party::Provider];
    let mut second = first.clone();
    second.version = 2.try_into().unwrap();
    second.valid = crate::routes::Validity::new(date(2026, 7, 1), None).unwrap();
    second.steps[4].term = Some(StepTerm {
        term: Term { length: Length::new(2, Unit::Weeks).unwrap(), legal: false },
        from: None,
    });
    RouteSet::new(vec![first, second, next, timed]).unwrap()
}

struct Walk<'r> {
    file: CaseFile<'r>,
    day: Date,
}

impl<'r> Walk<'r> {
    fn on(routes: &'r RouteSet, code: &str) -> Self {
        let code = crate::RouteCode::new(code).unwrap();
        let route = routes.in_force(&code, date(2026, 1, 5)).unwrap();
        let day = date(2026, 1, 5);
        let file =
            CaseFile::begin(routes, route, of(Party::Provider), (day, day), Timestamp::UNIX_EPOCH)
                .unwrap();
        Self { file, day }
    }

    fn later(&mut self, days: i32) -> &mut Self {
        self.day = self.day.saturating_add(jiff::Span::new().days(days));
        self
    }

    fn try_as(&mut self, party: Party, act: Act) -> Result<(), Refusal> {
        let days = (self.day, self.day);
        self.file.act(act, of(party), days, Timestamp::UNIX_EPOCH).map(|_| ())
    }

    #[track_caller]
    fn does(&mut self, party: Party, act: Act) -> &mut Self {
        self.try_as(party, act).unwrap();
        self
    }

    #[track_caller]
    fn ends(&mut self, code: &str, outcome: Outcome) -> &mut Self {
        let owner = self.file.state().step().unwrap().owner;
        let note = Some(long("said"));
        self.does(owner, Act::StepEnded { step: step(code), outcome, note })
    }

    #[track_caller]
    fn decides(&mut self, code: &str, outcome: Outcome) -> &mut Self {
        let conditions = (outcome == Outcome::GrantedUnderConditions).then(|| long("these"));
        let step = step(code);
        let reasons = long("because");
        self.does(Party::Municipality, Act::Decided { step, outcome, reasons, conditions })
    }

    #[track_caller]
    fn agrees(&mut self) -> &mut Self {
        self.does(Party::Provider, Act::FactEstablished { fact: Fact::PersonAgrees })
    }

    #[track_caller]
    fn offered(&mut self, code: &str) -> &mut Self {
        let until = self.day.saturating_add(jiff::Span::new().days(7));
        self.does(Party::Provider, Act::Offered { vacancy: home(code), until })
    }

    #[track_caller]
    fn declines(&mut self) -> &mut Self {
        let reason = Some(phrase("too far"));
        self.does(Party::Participant, Act::Answered { answer: Answered::Declined, reason })
    }

    #[track_caller]
    fn stands_at(&self, code: &str) {
        assert_eq!(self.file.state().open().map(|it| it.step.as_str()), Some(code));
    }
}

fn ended(code: &str, outcome: Outcome) -> Act {
    Act::StepEnded { step: step(code), outcome, note: None }
}

#[test]
fn a_file_walks_from_the_first_conversation_to_a_lease_of_its_own() {
    let routes = routes();
    let mut walk = Walk::on(&routes, "small");
    walk.ends("talk", Outcome::Done).agrees().later(10).decides("decide", Outcome::Granted);
    walk.later(3).offered("V-1");
    let yes = Act::Answered { answer: Answered::Accepted, reason: None };
    walk.later(2).does(Party::Participant, yes);
    assert_eq!(walk.file.state().held(), Some(&home("V-1")));
    walk.ends("lease", Outcome::Done).ends("keys", Outcome::Done);
    assert_eq!(walk.file.state().held(), None);
    walk.later(30).ends("look", Outcome::Continue).later(300).ends("look", Outcome::Ready);
    walk.ends("test", Outcome::Met).decides("own", Outcome::Granted).ends("convert", Outcome::Done);
    let completed = Standing::Ended(Ending::Road(EndReason::Completed), walk.day);
    assert_eq!(walk.file.state().standing, completed);
    assert_eq!(walk.file.state().waiting(), Vec::new());
}

#[test]
fn only_the_owner_of_a_step_ends_it() {
    let routes = routes();
    let mut walk = Walk::on(&routes, "small");
    for party in [Party::Municipality, Party::Association, Party::Participant] {
        let refusal = Refusal::NotThisParty { party, can: vec![Party::Provider] };
        assert_eq!(walk.try_as(party, ended("talk", Outcome::Done)), Err(refusal));
    }
}

#[test]
fn nobody_but_the_municipality_decides_and_nobody_writes_it_down_for_them() {
    let routes = routes();
    let mut walk = Walk::on(&routes, "small");
    walk.ends("talk", Outcome::Done);
    let act = Act::Decided {
        step: step("decide"),
        outcome: Outcome::Granted,
        reasons: long("because"),
        conditions: None,
    };
    let refusal = Refusal::NotThisParty { party: Party::Provider, can: vec![Party::Municipality] };
    assert_eq!(walk.try_as(Party::Provider, act.clone()), Err(refusal));
    let who = Who { for_party: Some(Party::Municipality), ..of(Party::Provider) };
    let days = (walk.day, walk.day);
    let refusal = Refusal::CannotActFor { party: Party::Provider, for_party: Party::Municipality };
    assert_eq!(walk.file.may(act, who, days, Timestamp::UNIX_EPOCH), Err(refusal));
    let refusal = Err(Refusal::Use(Instead::Decision));
    assert_eq!(walk.try_as(Party::Municipality, ended("decide", Outcome::Granted)), refusal);
}

#[test]
fn no_home_is_offered_before_urgency_is_granted() {
    let routes = routes();
    let mut walk = Walk::on(&routes, "small");
    walk.agrees();
    let offer = Act::Offered { vacancy: home("V-1"), until: walk.day };
    assert_eq!(walk.try_as(Party::Provider, offer.clone()), Err(Refusal::NoOfferHere));
    walk.ends("talk", Outcome::Done).decides("decide", Outcome::Granted);
    // Going back to the start takes back what was decided after it.
    let back = Act::WentBack { from: step("match"), to: step("talk"), reason: phrase("moved") };
    walk.does(Party::Provider, back);
    assert!(!walk.file.state().facts.contains_key(&Fact::UrgencyGranted));
    walk.stands_at("talk");
}

#[test]
fn a_home_is_not_looked_for_before_what_it_needs_is_there() {
    let routes = routes();
    let mut walk = Walk::on(&routes, "small");
    walk.ends("talk", Outcome::Done).decides("decide", Outcome::Granted);
    let offer = Act::Offered { vacancy: home("V-1"), until: walk.day };
    let missing = vec![Need::Fact(Fact::PersonAgrees)];
    assert_eq!(walk.try_as(Party::Provider, offer), Err(Refusal::NeedsMissing(missing)));
}

#[test]
fn what_a_no_means_is_known_before_it_is_said_and_comes_true() {
    let routes = routes();
    let on_offer = |code: &str| {
        let mut walk = Walk::on(&routes, code);
        walk.ends("talk", Outcome::Done).agrees().decides("decide", Outcome::Granted);
        assert_eq!(walk.file.state().declining(), None);
        walk.offered("V-1");
        walk
    };
    let mut ends = on_offer("small");
    assert_eq!(ends.file.state().declining(), Some(Declining::Ends(EndReason::OfferDeclined)));
    ends.declines();
    assert_eq!(ends.file.state().open(), None);
    let mut next = on_offer("next-offer");
    assert_eq!(next.file.state().declining(), Some(Declining::Another { left: 1 }));
    next.declines().offered("V-2");
    let last = Declining::LastOffer { then: step("talk") };
    assert_eq!(next.file.state().declining(), Some(last));
    next.declines().stands_at("talk");
    let mut free = on_offer("timed");
    assert_eq!(free.file.state().declining(), Some(Declining::NoConsequence));
    free.declines().stands_at("match");
}

#[test]
fn one_refused_home_ends_a_road_that_says_so() {
    let routes = routes();
    let mut walk = Walk::on(&routes, "small");
    walk.ends("talk", Outcome::Done).agrees().decides("decide", Outcome::Granted);
    walk.offered("V-1").declines();
    let ending = Ending::Road(EndReason::OfferDeclined);
    assert_eq!(walk.file.state().standing, Standing::Ended(ending, walk.day));
    assert_eq!(walk.file.state().held(), None);
}

#[test]
fn after_the_last_home_the_road_goes_back_and_counts_anew() {
    let routes = routes();
    let mut walk = Walk::on(&routes, "next-offer");
    walk.ends("talk", Outcome::Done).decides("decide", Outcome::Granted);
    walk.offered("V-1").declines().stands_at("match");
    assert_eq!(walk.file.state().refused, 1);
    walk.offered("V-2").declines().stands_at("talk");
    assert_eq!(walk.file.state().refused, 0);
}

#[test]
fn an_offer_expires_after_its_last_day_and_not_on_it() {
    let routes = routes();
    let mut walk = Walk::on(&routes, "timed");
    walk.ends("talk", Outcome::Done).decides("decide", Outcome::Granted).offered("V-1").later(7);
    let until = walk.day;
    let still = Err(Refusal::OfferStillOpen { until });
    assert_eq!(walk.try_as(Party::Association, Act::OfferExpired), still);
    walk.later(1);
    let yes = Act::Answered { answer: Answered::Accepted, reason: None };
    assert_eq!(walk.try_as(Party::Participant, yes), Err(Refusal::OfferOver { until }));
    walk.does(Party::Association, Act::OfferExpired).stands_at("match");
    assert_eq!(walk.file.state().offers[0].end, OfferEnd::Expired);
}

#[test]
fn a_test_after_time_is_not_met_before_that_time() {
    let routes = routes();
    let mut walk = Walk::on(&routes, "timed");
    walk.ends("talk", Outcome::Done).decides("decide", Outcome::Granted).offered("V-1");
    walk.does(Party::Participant, Act::Answered { answer: Answered::Accepted, reason: None });
    walk.ends("lease", Outcome::Done).ends("keys", Outcome::Done).ends("look", Outcome::Ready);
    let met =
        Act::StepEnded { step: step("test"), outcome: Outcome::Met, note: Some(long("all of it")) };
    let from = date(2027, 1, 5);
    let refusal = Err(Refusal::NotBefore { from });
    assert_eq!(walk.try_as(Party::ThirdPerson, met.clone()), refusal);
    walk.day = from;
    walk.does(Party::ThirdPerson, met).stands_at("own");
}

#[test]
fn what_a_third_person_judged_is_written_down_with_what_they_said() {
    let routes = routes();
    let mut walk = Walk::on(&routes, "small");
    walk.ends("talk", Outcome::Done).agrees().decides("decide", Outcome::Granted).offered("V-1");
    walk.does(Party::Participant, Act::Answered { answer: Answered::Accepted, reason: None });
    walk.ends("lease", Outcome::Done).ends("keys", Outcome::Done).ends("look", Outcome::Ready);
    let silent = ended("test", Outcome::Met);
    assert_eq!(walk.try_as(Party::ThirdPerson, silent), Err(Refusal::WordsMissing));
}

#[test]
fn a_decision_is_put_off_once_and_in_time() {
    let routes = routes();
    let mut walk = Walk::on(&routes, "small");
    walk.ends("talk", Outcome::Done);
    // Eight weeks after 5 January.
    assert_eq!(walk.file.state().due(), Some(date(2026, 3, 2)));
    let extend = Act::TermExtended { step: step("decide"), reason: long("a paper is missing") };
    walk.later(20).does(Party::Municipality, extend.clone());
    // Six weeks more end on Easter Monday's week: 13 April.
    assert_eq!(walk.file.state().due(), Some(date(2026, 4, 13)));
    assert_eq!(walk.try_as(Party::Municipality, extend.clone()), Err(Refusal::ExtendedBefore));
    let mut late = Walk::on(&routes, "small");
    late.ends("talk", Outcome::Done).later(57);
    let over = Err(Refusal::TermOver { due: date(2026, 3, 2) });
    assert_eq!(late.try_as(Party::Municipality, extend), over);
    assert_eq!(late.file.state().waiting()[0].overdue(late.day), Some(1));
}

#[test]
fn an_objection_that_is_right_opens_a_refused_decision_again() {
    let routes = routes();
    for (outcome, open) in [
        (ObjectionOutcome::Upheld, true),
        (ObjectionOutcome::Partly, true),
        (ObjectionOutcome::Unfounded, false),
    ] {
        let mut walk = Walk::on(&routes, "small");
        walk.ends("talk", Outcome::Done).decides("decide", Outcome::Refused);
        assert_eq!(walk.file.state().open(), None);
        walk.later(10)
            .does(Party::Participant, Act::ObjectionLodged { decision: 3, grounds: None });
        let waiting = walk.file.state().waiting();
        assert_eq!((waiting[0].what, waiting[0].party), (Wait::Objection, Party::Municipality));
        let act = Act::ObjectionDecided { objection: 4, outcome, reasons: long("heard") };
        walk.later(10).does(Party::Municipality, act.clone());
        assert_eq!(walk.file.state().open().is_some(), open, "{outcome:?}");
        assert_eq!(walk.try_as(Party::Municipality, act), Err(Refusal::ObjectionAnswered));
        assert_eq!(walk.file.state().decisions.len(), 1);
    }
}

#[test]
fn an_objection_after_six_weeks_is_taken_in_and_marked() {
    let routes = routes();
    for (days, late) in [(42, false), (43, true)] {
        let mut walk = Walk::on(&routes, "small");
        walk.ends("talk", Outcome::Done).decides("decide", Outcome::Refused).later(days);
        walk.does(Party::Participant, Act::ObjectionLodged { decision: 3, grounds: None });
        let objection = walk.file.state().decisions[0].objection.clone().unwrap();
        assert_eq!(objection.late, late, "{days}");
    }
}

#[test]
fn a_file_that_rests_has_no_ball_and_its_term_waits() {
    let routes = routes();
    let mut walk = Walk::on(&routes, "small");
    walk.ends("talk", Outcome::Done).agrees().decides("decide", Outcome::Granted).offered("V-1");
    walk.does(Party::Participant, Act::Answered { answer: Answered::Accepted, reason: None });
    let version = 2.try_into().unwrap();
    walk.later(180);
    let (route, reason) = (crate::RouteCode::new("small").unwrap(), phrase("new agreements"));
    walk.does(Party::Provider, Act::MovedTo { route, version, reason });
    let before = walk.file.state().due().unwrap();
    let until = walk.day.saturating_add(jiff::Span::new().days(30));
    walk.does(Party::Provider, Act::Paused { reason: phrase("in hospital"), until });
    assert_eq!(walk.file.state().ball(), None);
    let paused = Err(Refusal::Paused { until });
    assert_eq!(walk.try_as(Party::Provider, ended("lease", Outcome::Done)), paused);
    walk.later(5).does(Party::Provider, Act::Resumed);
    let after = walk.file.state().due().unwrap();
    assert_eq!(before.until(after).unwrap().get_days(), 5);
}

#[test]
fn a_hand_over_is_complete_with_who_accepted_and_when() {
    let routes = routes();
    let mut walk = Walk::on(&routes, "small");
    let over = |accepted_on| Act::HandedOver {
        municipality: phrase("Haarlem"),
        accepted_by: phrase("loket wonen"),
        accepted_on,
    };
    let tomorrow = walk.day.tomorrow().unwrap();
    let refusal = Err(Refusal::NotBefore { from: tomorrow });
    assert_eq!(walk.try_as(Party::Provider, over(tomorrow)), refusal);
    let today = walk.day;
    walk.does(Party::Provider, over(today));
    assert!(matches!(
        walk.file.state().standing,
        Standing::Ended(Ending::HandedOver { .. }, on) if on == today
    ));
    assert_eq!(walk.try_as(Party::Provider, Act::Resumed), Err(Refusal::AlreadyEnded));
}

#[test]
fn a_file_moves_to_a_newer_version_and_never_back() {
    let routes = routes();
    let mut walk = Walk::on(&routes, "small");
    let to = |code: &str, version: u16| Act::MovedTo {
        route: crate::RouteCode::new(code).unwrap(),
        version: version.try_into().unwrap(),
        reason: phrase("agreed"),
    };
    let early = Refusal::NotInForce(crate::RouteCode::new("small").unwrap(), 2);
    assert_eq!(walk.try_as(Party::Provider, to("small", 2)), Err(early));
    walk.later(180).does(Party::Provider, to("small", 2)).stands_at("talk");
    assert_eq!(walk.try_as(Party::Provider, to("small", 2)), Err(Refusal::NotNewer { version: 2 }));
    walk.ends("talk", Outcome::Done).does(Party::Provider, to("timed", 1)).stands_at("talk");
    assert_eq!(walk.file.state().roads.len(), 2);
}

#[test]
fn a_mistake_is_struck_out_by_who_made_it_and_stays_readable() {
    let routes = routes();
    let mut walk = Walk::on(&routes, "small");
    walk.ends("talk", Outcome::Done);
    let strike = |event| Act::StruckOut { event, reason: phrase("wrong file") };
    let refusal = Refusal::NotThisParty { party: Party::Municipality, can: vec![Party::Provider] };
    assert_eq!(walk.try_as(Party::Municipality, strike(2)), Err(refusal));
    walk.does(Party::Provider, strike(2)).stands_at("talk");
    assert_eq!(walk.file.events().len(), 3);
    assert_eq!(walk.file.struck().into_iter().collect::<Vec<_>>(), [(2, 3)]);
    assert_eq!(walk.try_as(Party::Provider, strike(2)), Err(Refusal::NoSuchEvent(2)));
    assert_eq!(walk.try_as(Party::Provider, strike(3)), Err(Refusal::NeverStruckOut));
    walk.ends("talk", Outcome::Done).decides("decide", Outcome::Granted);
    let depends = Err(Refusal::LaterDependsOnIt { event: 5 });
    assert_eq!(walk.try_as(Party::Provider, strike(4)), depends);
    assert_eq!(walk.try_as(Party::Municipality, strike(5)), Err(Refusal::NeverStruckOut));
}

#[test]
fn a_colleague_who_was_first_is_told_of_by_the_step_that_is_open() {
    let routes = routes();
    let mut walk = Walk::on(&routes, "small");
    walk.ends("talk", Outcome::Done);
    let refusal = Refusal::NotTheOpenStep { open: step("decide") };
    assert_eq!(walk.try_as(Party::Provider, ended("talk", Outcome::Done)), Err(refusal));
}

#[test]
fn nothing_is_written_down_before_it_happened() {
    let routes = routes();
    let walk = Walk::on(&routes, "small");
    let days = (walk.day.tomorrow().unwrap(), walk.day);
    let act = ended("talk", Outcome::Done);
    let refused = walk.file.may(act, of(Party::Provider), days, Timestamp::UNIX_EPOCH);
    assert_eq!(refused, Err(Refusal::InFuture));
}

#[test]
fn events_that_cannot_have_happened_are_not_read() {
    let routes = routes();
    let mut walk = Walk::on(&routes, "small");
    walk.ends("talk", Outcome::Done).decides("decide", Outcome::Granted);
    let mut events = walk.file.events().to_vec();
    events.remove(1);
    let broken = CaseFile::read(&routes, events).unwrap_err();
    assert_eq!(broken.event, 3);
}

#[test]
fn an_association_reads_no_decision_and_no_reason() {
    let routes = routes();
    let mut walk = Walk::on(&routes, "next-offer");
    walk.ends("talk", Outcome::Done).decides("decide", Outcome::Granted).offered("V-1").declines();
    let route = walk.file.state().route;
    let seen = |party| walk.file.events().iter().map(|it| it.seen_by(party, route)).collect();
    let association: Vec<Seen> = seen(Party::Association);
    use Seen::{Nothing, Whole, WithoutWords};
    assert_eq!(association, [WithoutWords, Nothing, Nothing, Whole, WithoutWords]);
    let municipality: Vec<Seen> = seen(Party::Municipality);
    assert_eq!(municipality, [Whole, WithoutWords, Whole, Whole, WithoutWords]);
}
