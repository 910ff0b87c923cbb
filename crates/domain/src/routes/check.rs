use std::collections::{BTreeMap, BTreeSet};

use super::{
    Conflict, ConversionTest, DecisionKind, EndReason, Fact, Need, Next, Outcome, Paths,
    RefusalRule, Route, Step, StepKind,
};
use crate::{RouteCode, StepCode, access::Party};

/// Where in a route something is wrong: the key of the file, and for steps their place in
/// the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// A key of the route itself.
    Route(&'static str),
    /// A key of this step.
    Step(usize, &'static str),
    /// An outcome of this step.
    Outcome(usize, Outcome),
    /// One of the explanations.
    Explained(usize),
}

impl At {
    /// In the order of the file: the route, its steps, its explanations.
    fn order(&self) -> (usize, usize) {
        match self {
            Self::Route(_) => (0, 0),
            Self::Step(index, _) => (*index + 1, 0),
            Self::Outcome(index, _) => (*index + 1, 1),
            Self::Explained(index) => (usize::MAX, *index),
        }
    }
}

/// What is wrong with a route. Faults of a single value (a term of nothing, an end before
/// its beginning) cannot be written down at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// No step has this code.
    NoSuchStep(StepCode),
    /// The step of this code was there before, at this place in the list.
    StepTwice(usize),
    /// No way leads here from the start.
    Unreachable,
    /// From here no end can be reached.
    NoEnd,
    /// No way ends in a home of one's own.
    NeverCompleted,
    /// A step of this kind has no such outcome.
    NotAnOutcome(Outcome),
    /// A step of this kind has to say where this leads.
    OutcomeMissing(Outcome),
    /// No way to the step has this on it.
    NeverBefore(Need),
    /// Not every way to the step has this on it, so a file could get stuck.
    NotAlwaysBefore(Need),
    /// One cannot go back to a step that does not come before.
    BackToLater(StepCode),
    /// A decision is the municipality's.
    OwnerOfDecision(Party),
    /// A decision has a term.
    DecisionWithoutTerm,
    /// A party stands beside itself.
    PartyTwice(Party),
    /// A home is looked for or offered before urgency is decided, which the route asks.
    BeforeUrgency,
    /// The route asks urgency, and no step decides it.
    NobodyDecidesUrgency,
    /// The lease is converted and the test may not have been passed.
    BeforeTest,
    /// The lease is converted and the municipality may not have agreed.
    BeforeDecision,
    /// The route has a test and no step converts.
    NobodyConverts,
    /// The route has no conversion, and this step is part of one.
    NoConversion,
    /// Nobody who stands apart takes part in the test.
    TestWithoutThirdPerson,
    /// Keys before a lease was signed.
    KeysBeforeLease,
    /// Refusing ends the road, and this goes on.
    DeclinedGoesOn,
    /// Refusing does not end the road, and this does.
    DeclinedEnds,
    /// Living there is looked at, and nobody says how often.
    NoRhythm,
    /// The route says how often, and no step looks.
    NobodyEvaluates,
    /// The person themselves cannot withdraw.
    PersonCannotWithdraw,
    /// The route asks this, and does not say why.
    NotExplained(Conflict),
    /// The route explains what it does not ask.
    NothingToExplain(Conflict),
}

/// One thing that is wrong, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteFault {
    /// Where.
    pub at: At,
    /// What.
    pub what: Wrong,
}

impl Route {
    /// Everything that is wrong with it, in the order of the file; nothing when it is sound.
    /// While a way leads to a step that is not there, it is not told what can be reached.
    pub fn check(&self) -> Vec<RouteFault> {
        let known = |next: &Next| match next {
            Next::Step(code) => self.step(code).is_some(),
            Next::End(_) => true,
        };
        let joined = self.step(&self.start).is_some()
            && self.steps.iter().all(|it| it.outcomes.values().all(known));
        let mut check = Check { route: self, paths: Paths::of(self), joined, faults: Vec::new() };
        check.whole();
        for (index, step) in self.steps.iter().enumerate() {
            check.step(index, step);
        }
        check.faults.sort_by_key(|it| it.at.order());
        check.faults
    }

    /// Its code and version, as people write them.
    pub fn label(&self) -> (RouteCode, u16) {
        (self.code.clone(), self.version.get())
    }
}

struct Check<'a> {
    route: &'a Route,
    paths: Paths,
    /// Whether every way leads somewhere.
    joined: bool,
    faults: Vec<RouteFault>,
}

impl Check<'_> {
    fn add(&mut self, at: At, what: Wrong) {
        self.faults.push(RouteFault { at, what });
    }

    fn whole(&mut self) {
        let route = self.route;
        let mut seen = BTreeMap::new();
        for (index, step) in route.steps.iter().enumerate() {
            if let Some(first) = seen.insert(&step.code, index) {
                self.add(At::Step(index, "code"), Wrong::StepTwice(first));
                seen.insert(&step.code, first);
            }
        }
        if route.step(&route.start).is_none() {
            self.add(At::Route("start"), Wrong::NoSuchStep(route.start.clone()));
        } else if self.joined && !self.paths.ends(&route.start).contains(&EndReason::Completed) {
            self.add(At::Route("steps"), Wrong::NeverCompleted);
        }
        if let RefusalRule::NextOffer { then, .. } = &route.refusal
            && route.step(then).is_none()
        {
            self.add(At::Route("refusal"), Wrong::NoSuchStep(then.clone()));
        }
        let has = |kind: &str| route.steps.iter().any(|it| it.kind.code() == kind);
        if route.urgency && !route.steps.iter().any(|it| decides(it, DecisionKind::Urgency)) {
            self.add(At::Route("urgency"), Wrong::NobodyDecidesUrgency);
        }
        if route.conversion != ConversionTest::None && !has("conversion") {
            self.add(At::Route("conversion"), Wrong::NobodyConverts);
        }
        if route.evaluation.is_some() && !has("evaluation") {
            self.add(At::Route("evaluation"), Wrong::NobodyEvaluates);
        }
        if !route.may_withdraw.contains(&Party::Participant) {
            self.add(At::Route("may_withdraw"), Wrong::PersonCannotWithdraw);
        }
        self.explanations();
    }

    fn explanations(&mut self) {
        let asked = self.route.conflicts();
        for conflict in &asked {
            if !self.route.explained.iter().any(|it| it.conflict == *conflict) {
                self.add(At::Route("explained"), Wrong::NotExplained(*conflict));
            }
        }
        let mut said = BTreeSet::new();
        for (index, it) in self.route.explained.iter().enumerate() {
            if !asked.contains(&it.conflict) || !said.insert(it.conflict) {
                self.add(At::Explained(index), Wrong::NothingToExplain(it.conflict));
            }
        }
    }

    fn step(&mut self, index: usize, step: &Step) {
        if self.paths.reaches(&step.code) {
            self.needs(index, step);
            self.order(index, step);
        } else if self.joined {
            self.add(At::Step(index, "code"), Wrong::Unreachable);
        }
        if self.joined && self.paths.ends(&step.code).is_empty() {
            self.add(At::Step(index, "outcomes"), Wrong::NoEnd);
        }
        self.outcomes(index, step);
        self.parties(index, step);
    }

    fn needs(&mut self, index: usize, step: &Step) {
        for need in &step.needs {
            self.need(index, "needs", step, need);
        }
        if let Some(need) = step.term.as_ref().and_then(|it| it.from.as_ref()) {
            self.need(index, "term", step, need);
        }
        for code in &step.back_to {
            if self.route.step(code).is_none() {
                self.add(At::Step(index, "back_to"), Wrong::NoSuchStep(code.clone()));
            } else if !self.paths.is_possible(&Need::Step(code.clone()), &step.code) {
                self.add(At::Step(index, "back_to"), Wrong::BackToLater(code.clone()));
            }
        }
    }

    fn need(&mut self, index: usize, key: &'static str, step: &Step, need: &Need) {
        let wrong = match need {
            Need::Fact(fact) if !fact.is_of_a_step() => return,
            Need::Step(code) if self.route.step(code).is_none() => Wrong::NoSuchStep(code.clone()),
            Need::Step(_) | Need::Fact(_) if self.paths.is_certain(need, &step.code) => return,
            Need::Step(_) | Need::Fact(_) if self.paths.is_possible(need, &step.code) => {
                Wrong::NotAlwaysBefore(need.clone())
            }
            Need::Step(_) | Need::Fact(_) => Wrong::NeverBefore(need.clone()),
        };
        self.add(At::Step(index, key), wrong);
    }

    /// What has to have gone before because of what the step is.
    fn order(&mut self, index: usize, step: &Step) {
        let lacks = |fact| !self.paths.is_certain(&Need::Fact(fact), &step.code);
        let homes = matches!(step.kind, StepKind::Match | StepKind::Viewing | StepKind::Offer);
        let converts = matches!(step.kind, StepKind::Conversion(_));
        let decides = decides(step, DecisionKind::Definitive);
        let mut wrong = Vec::new();
        if homes && self.route.urgency && lacks(Fact::UrgencyGranted) {
            wrong.push(Wrong::BeforeUrgency);
        }
        if step.kind == StepKind::Keys && lacks(Fact::LeaseSigned) {
            wrong.push(Wrong::KeysBeforeLease);
        }
        let part = converts || decides || step.kind == StepKind::Test;
        match &self.route.conversion {
            ConversionTest::None if part => wrong.push(Wrong::NoConversion),
            ConversionTest::None => {}
            ConversionTest::AllGoals { .. } | ConversionTest::AfterTime { .. } => {
                if (converts || decides) && lacks(Fact::TestMet) {
                    wrong.push(Wrong::BeforeTest);
                }
                let asked = self.route.steps.iter();
                let mut asked = asked.filter(|it| self::decides(it, DecisionKind::Definitive));
                if converts && asked.next().is_some() && lacks(Fact::DefinitiveGranted) {
                    wrong.push(Wrong::BeforeDecision);
                }
            }
        }
        for what in wrong {
            self.add(At::Step(index, "kind"), what);
        }
    }

    fn outcomes(&mut self, index: usize, step: &Step) {
        let (must, may) = step.kind.outcomes();
        for outcome in must.iter().filter(|it| !step.outcomes.contains_key(it)) {
            self.add(At::Step(index, "outcomes"), Wrong::OutcomeMissing(*outcome));
        }
        let urgency = decides(step, DecisionKind::Urgency);
        if urgency && !may.iter().any(|it| step.outcomes.contains_key(it)) {
            let missing = Wrong::OutcomeMissing(Outcome::Granted);
            self.add(At::Step(index, "outcomes"), missing);
        }
        for (outcome, next) in &step.outcomes {
            let at = At::Outcome(index, *outcome);
            if !must.contains(outcome) && !may.contains(outcome) {
                self.add(at, Wrong::NotAnOutcome(*outcome));
                continue;
            }
            match next {
                Next::Step(code) if self.route.step(code).is_none() => {
                    self.add(at, Wrong::NoSuchStep(code.clone()));
                }
                Next::Step(_) | Next::End(_) if *outcome != Outcome::Declined => {}
                Next::Step(_) if self.route.refusal == RefusalRule::EndsRoute => {
                    self.add(at, Wrong::DeclinedGoesOn);
                }
                Next::End(_) if self.route.refusal != RefusalRule::EndsRoute => {
                    self.add(at, Wrong::DeclinedEnds);
                }
                Next::Step(_) | Next::End(_) => {}
            }
        }
    }

    fn parties(&mut self, index: usize, step: &Step) {
        let mut seen = BTreeSet::from([step.owner]);
        for party in &step.involved {
            if !seen.insert(*party) {
                self.add(At::Step(index, "involved"), Wrong::PartyTwice(*party));
            }
        }
        if matches!(step.kind, StepKind::Decision(_)) {
            if step.owner != Party::Municipality {
                self.add(At::Step(index, "owner"), Wrong::OwnerOfDecision(step.owner));
            }
            if step.term.is_none() {
                self.add(At::Step(index, "term"), Wrong::DecisionWithoutTerm);
            }
        }
        let apart = matches!(self.route.conversion, ConversionTest::AllGoals { .. });
        if step.kind == StepKind::Test && apart && !seen.contains(&Party::ThirdPerson) {
            self.add(At::Step(index, "owner"), Wrong::TestWithoutThirdPerson);
        }
        if step.kind == StepKind::Evaluation && self.route.evaluation.is_none() {
            self.add(At::Step(index, "kind"), Wrong::NoRhythm);
        }
    }
}

fn decides(step: &Step, kind: DecisionKind) -> bool {
    matches!(step.kind, StepKind::Decision(decision) if decision.kind == kind)
}
