use std::collections::BTreeMap;

use jiff::{
    Span,
    civil::{Date, DateTime},
};

use super::ObjectionOutcome;
use crate::{
    LongText, Phrase, RouteCode, StepCode, VacancyCode,
    access::Party,
    routes::{
        Decision, EndReason, Fact, Need, Outcome, Route, Step, StepKind,
        calendar::{Length, Term, due},
    },
};

/// The step somebody has to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenStep {
    /// Which.
    pub step: StepCode,
    /// Since when.
    pub since: Date,
    /// Whether its term was put off.
    pub extended: bool,
    /// Days the file rested while this step was open.
    pub rested: i32,
}

/// A file that rests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rest {
    /// Why.
    pub reason: Phrase,
    /// Since when.
    pub since: Date,
    /// Until when at most.
    pub until: Date,
}

/// How a road ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// As the road has it.
    Road(EndReason),
    /// Somebody left it.
    Withdrawn {
        /// Who.
        by: Party,
        /// Why.
        reason: Phrase,
    },
    /// Another municipality took the person on.
    HandedOver {
        /// Which.
        municipality: Phrase,
        /// Who there.
        accepted_by: Phrase,
        /// When.
        accepted_on: Date,
    },
}

/// Where a file stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// A step is open.
    UnderWay(OpenStep),
    /// The step waits while the file rests.
    Paused(OpenStep, Rest),
    /// The road ended on this day.
    Ended(Ending, Date),
}

/// A step that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    /// Which.
    pub step: StepCode,
    /// Since when it was open.
    pub since: Date,
    /// When it was done.
    pub on: Date,
    /// How.
    pub outcome: Outcome,
    /// Number of the event that ended it.
    pub event: u32,
    /// What it made true.
    pub gave: Option<Fact>,
    /// Whether the file went back behind it since, so that it counts no more.
    pub undone: bool,
}

/// An objection to a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// Number of its event.
    pub event: u32,
    /// When it came in.
    pub on: Date,
    /// Whether that was after the term for objections.
    pub late: bool,
    /// By when it has to be answered.
    pub due: Date,
    /// How it was answered, and when.
    pub outcome: Option<(ObjectionOutcome, Date)>,
}

/// A decision of the municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// Number of its event.
    pub event: u32,
    /// The step.
    pub step: StepCode,
    /// On what, with the terms around it.
    pub decision: Decision,
    /// When.
    pub on: Date,
    /// What.
    pub outcome: Outcome,
    /// Why.
    pub reasons: LongText,
    /// Under which conditions.
    pub conditions: Option<LongText>,
    /// The last day of the term for objections.
    pub objections_until: Date,
    /// The objection, if there is one.
    pub objection: Option<Objection>,
}

/// When and where a home can be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewing {
    /// Day and time, on the clocks of the Netherlands.
    pub at: DateTime,
    /// Where to meet.
    pub place: Phrase,
    /// Number of its event.
    pub event: u32,
}

/// A home on offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Which.
    pub vacancy: VacancyCode,
    /// Since when.
    pub on: Date,
    /// The last day to answer.
    pub until: Date,
    /// When it can be seen; the last plan counts.
    pub viewing: Option<Viewing>,
}

/// How an offer ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfferEnd {
    /// The person took the home.
    Accepted,
    /// They did not.
    Declined,
    /// Nobody answered in time.
    Expired,
    /// The road ended or went another way.
    Lapsed,
}

/// An offer that ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastOffer {
    /// What was offered.
    pub offer: Offer,
    /// When it ended.
    pub on: Date,
    /// How.
    pub end: OfferEnd,
}

/// What somebody waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wait {
    /// The open step has to be done.
    Step,
    /// A home on offer has to be answered.
    Answer,
    /// An objection has to be answered.
    Objection,
}

/// Something a party has to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// What.
    pub what: Wait,
    /// Who.
    pub party: Party,
    /// The last day, when there is one.
    pub due: Option<Date>,
}

impl Waiting {
    /// Days after the last day; `None` while it is in time.
    pub fn overdue(&self, today: Date) -> Option<i32> {
        let due = self.due.filter(|due| *due < today)?;
        due.until(today).ok().map(|span| span.get_days())
    }
}

/// What follows from the events of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State<'r> {
    /// The version of the road the file is on.
    pub route: &'r Route,
    /// The day it began.
    pub began: Date,
    /// The day of the last event the road turned on.
    pub last: Date,
    /// Where it stands.
    pub standing: Standing,
    /// The steps that were done, in order.
    pub passed: Vec<Passed>,
    /// What is true, with the day it became so.
    pub facts: BTreeMap<Fact, Date>,
    /// Homes refused since the road last went back for it.
    pub refused: u8,
    /// The home on offer.
    pub offer: Option<Offer>,
    /// Offers that ended, in order.
    pub offers: Vec<PastOffer>,
    /// The home that was accepted, from the answer on.
    pub home: Option<VacancyCode>,
    /// The decisions, in order.
    pub decisions: Vec<Decided>,
    /// The roads and versions it was on before, with the day it left them.
    pub roads: Vec<(RouteCode, u16, Date)>,
}

impl<'r> State<'r> {
    /// The open step, also while the file rests.
    pub fn open(&self) -> Option<&OpenStep> {
        match &self.standing {
            Standing::UnderWay(open) | Standing::Paused(open, _) => Some(open),
            Standing::Ended(..) => None,
        }
    }

    /// The definition of the open step.
    pub fn step(&self) -> Option<&'r Step> {
        self.route.step(&self.open()?.step)
    }

    /// Who has the ball: nobody while the file rests or when the road ended.
    pub fn ball(&self) -> Option<Party> {
        match &self.standing {
            Standing::UnderWay(_) => self.step().map(|step| step.owner),
            Standing::Paused(..) | Standing::Ended(..) => None,
        }
    }

    /// The last day of the open step. Days the file rested are added, but not to a term by
    /// law. How often living there is looked at goes before the term of such a step.
    pub fn due(&self) -> Option<Date> {
        let (open, step) = (self.open()?, self.step()?);
        let rhythm = match (step.kind, self.route.evaluation, self.facts.get(&Fact::MovedIn)) {
            (StepKind::Evaluation, Some(rhythm), Some(moved_in)) => {
                Some(rhythm.next(*moved_in, self.last_evaluation()))
            }
            (_, _, _) => None,
        };
        let legal = step.term.as_ref().is_some_and(|it| it.term.legal);
        let end = match (rhythm, &step.term) {
            (Some(day), _) => day,
            (None, Some(term)) => term.due(open.since, |need| self.when(need))?,
            (None, None) => return None,
        };
        let end = if let (StepKind::Decision(decision), true) = (step.kind, open.extended) {
            due(Term { length: decision.extension, legal: true }, end)
        } else {
            end
        };
        Some(if legal { end } else { end.saturating_add(Span::new().days(open.rested)) })
    }

    fn last_evaluation(&self) -> Option<Date> {
        let evaluates = |it: &&Passed| {
            let step = self.route.step(&it.step);
            !it.undone && step.is_some_and(|step| step.kind == StepKind::Evaluation)
        };
        self.passed.iter().rev().find(evaluates).map(|it| it.on)
    }

    /// The day something came true.
    pub fn when(&self, need: &Need) -> Option<Date> {
        match need {
            Need::Fact(fact) => self.facts.get(fact).copied(),
            Need::Step(code) => {
                self.passed.iter().rev().find(|it| !it.undone && it.step == *code).map(|it| it.on)
            }
        }
    }

    /// What the open step needs and is not there.
    pub fn missing(&self, step: &Step) -> Vec<Need> {
        step.needs.iter().filter(|need| self.when(need).is_none()).cloned().collect()
    }

    /// What waits for somebody. An objection waits also when the road ended.
    pub fn waiting(&self) -> Vec<Waiting> {
        let mut waiting = Vec::new();
        if let (Standing::UnderWay(_), Some(step)) = (&self.standing, self.step()) {
            let answer = step.kind == StepKind::Offer && self.offer.is_some();
            let until = self.offer.as_ref().filter(|_| answer).map(|it| it.until);
            let what = if answer { Wait::Answer } else { Wait::Step };
            let due = match (until, self.due()) {
                (Some(until), Some(due)) => Some(until.min(due)),
                (until, due) => until.or(due),
            };
            waiting.push(Waiting { what, party: step.owner, due });
        }
        for objection in self.decisions.iter().filter_map(|it| it.objection.as_ref()) {
            if objection.outcome.is_none() {
                let due = Some(objection.due);
                let party = Party::Municipality;
                waiting.push(Waiting { what: Wait::Objection, party, due });
            }
        }
        waiting
    }

    /// The home that is kept for this household: on offer, or accepted and not lived in yet. A
    /// road that ended keeps none.
    pub fn held(&self) -> Option<&VacancyCode> {
        if matches!(self.standing, Standing::Ended(..)) {
            return None;
        }
        if let Some(offer) = &self.offer {
            return Some(&offer.vacancy);
        }
        self.home.as_ref().filter(|_| !self.facts.contains_key(&Fact::MovedIn))
    }

    /// How long the municipality has for an objection: six weeks from the end of the term
    /// for objections (article 7:10 of the Algemene wet bestuursrecht).
    pub(super) fn objection_due(objections_until: Date, lodged: Date) -> Date {
        let term = Term { length: Length::OBJECTION, legal: true };
        due(term, objections_until.max(lodged))
    }
}
