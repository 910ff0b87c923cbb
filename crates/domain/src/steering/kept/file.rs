use jiff::civil::Date;

use super::{
    WorkAgreement,
    promise::{Promise, Rested, last_day, moved},
};
use crate::{
    StepCode,
    cases::{Act, CaseFile, Passed, Standing, State},
    routes::{Fact, LeaseKind, Next, Step, StepKind},
};

/// What is known of the agreements of a household, beside its file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SignedDays {
    /// Whether there are any at all. Where there are none, nothing is known.
    pub any: bool,
    /// The day from which both leases of intermediate letting were signed by everybody.
    pub intermediate: Option<Date>,
    /// The day from which the support agreement was signed by everybody.
    pub support: Option<Date>,
    /// The last day of the support agreement, when it ended.
    pub support_ended: Option<Date>,
}

impl WorkAgreement {
    /// Whether there is data to tell from how often it was kept. Of the others nothing is kept
    /// yet that could be counted.
    pub fn is_measured(self) -> bool {
        match self {
            Self::Offer
            | Self::Intermediate
            | Self::Tenancy
            | Self::Early
            | Self::Conversion
            | Self::Aftercare
            | Self::Privacy => true,
            Self::Measure | Self::Nuisance | Self::Money => false,
        }
    }
}

/// What an agreement promised to the household of a file, with what became of it. Terms are those
/// of the file's own road; a road without such a step promises nothing. Empty for an agreement
/// that is not measured.
pub fn promises(
    agreement: WorkAgreement,
    file: &CaseFile<'_>,
    signed: &SignedDays,
    today: Date,
) -> Vec<Promise> {
    let state = file.state();
    let rests = rests(file, today);
    let over = over(state);
    let one = |due: Option<Date>, done| due.map(|due| Promise { due, done, over });
    let found = match agreement {
        WorkAgreement::Offer => offer(state, &rests, over),
        WorkAgreement::Intermediate => {
            let through = state.route.leases().contains(&LeaseKind::Intermediate);
            let moved_in = fact(state, Fact::MovedIn).filter(|_| through && signed.any);
            moved_in.map(|due| at_once(due, signed.intermediate))
        }
        WorkAgreement::Tenancy => {
            let (due, done) = by_step(state, &rests, |it| it.kind == StepKind::Meeting);
            one(due, done)
        }
        WorkAgreement::Early => return evaluations(state, &rests, over),
        WorkAgreement::Conversion => {
            let converts = |it: &Step| matches!(it.kind, StepKind::Conversion(_));
            let (due, done) = by_step(state, &rests, converts);
            one(due, done)
        }
        WorkAgreement::Aftercare => {
            let converted = fact(state, Fact::Converted).filter(|_| signed.any);
            converted.map(|due| {
                let goes_on = signed.support_ended.is_none_or(|it| it > due);
                at_once(due, signed.support.filter(|_| goes_on))
            })
        }
        WorkAgreement::Privacy => {
            offers(state).min().map(|due| at_once(due, fact(state, Fact::PersonAgrees)))
        }
        WorkAgreement::Measure | WorkAgreement::Nuisance | WorkAgreement::Money => None,
    };
    found.into_iter().collect()
}

/// Something that had to be there by the day something else happened.
fn at_once(due: Date, done: Option<Date>) -> Promise {
    Promise { due, done, over: None }
}

fn fact(state: &State<'_>, fact: Fact) -> Option<Date> {
    state.facts.get(&fact).copied()
}

/// The times the file rested, what was struck out left out.
fn rests(file: &CaseFile<'_>, today: Date) -> Vec<Rested> {
    let struck = file.struck();
    let (mut found, mut since) = (Vec::new(), None);
    for event in file.events().iter().filter(|it| !struck.contains_key(&it.number)) {
        match event.act {
            Act::Paused { .. } => since = Some(event.on),
            Act::Resumed => {
                found.extend(since.take().map(|from| Rested { from, until: event.on }));
            }
            Act::Started { .. }
            | Act::StepEnded { .. }
            | Act::WentBack { .. }
            | Act::Withdrawn { .. }
            | Act::HandedOver { .. }
            | Act::MovedTo { .. }
            | Act::TermExtended { .. }
            | Act::Decided { .. }
            | Act::ObjectionLodged { .. }
            | Act::ObjectionDecided { .. }
            | Act::Offered { .. }
            | Act::ViewingPlanned { .. }
            | Act::Answered { .. }
            | Act::OfferExpired
            | Act::FactEstablished { .. }
            | Act::FactWithdrawn { .. }
            | Act::StruckOut { .. } => {}
        }
    }
    // A file that rests now goes on today at the soonest, and one that ended while it rested then.
    let until = over(file.state()).unwrap_or(today);
    found.extend(since.map(|from| Rested { from, until }));
    found
}

/// The day the road ended.
fn over(state: &State<'_>) -> Option<Date> {
    match &state.standing {
        Standing::Ended(_, on) => Some(*on),
        Standing::UnderWay(_) | Standing::Paused(..) => None,
    }
}

fn offers<'a>(state: &'a State<'_>) -> impl Iterator<Item = Date> + 'a {
    state.offers.iter().map(|it| it.offer.on).chain(state.offer.iter().map(|it| it.on))
}

/// The step that is open, or that was when the road ended, and since when.
fn current<'a>(state: &'a State<'_>) -> Option<(&'a StepCode, Date)> {
    if let Some(open) = state.open() {
        return Some((&open.step, open.since));
    }
    let last = state.passed.iter().rev().find(|it| !it.undone)?;
    match state.route.step(&last.step)?.outcomes.get(&last.outcome) {
        Some(Next::Step(code)) => Some((code, last.on)),
        Some(Next::End(_)) | None => None,
    }
}

/// Since when each step of a kind was open, in order: those that were done, then the open one.
fn opened<'a>(
    state: &'a State<'_>,
    is: impl Fn(&Step) -> bool + 'a,
) -> impl Iterator<Item = (&'a Step, Date)> + 'a {
    let route = state.route;
    let passed = state.passed.iter().map(|it| (&it.step, it.since));
    passed
        .chain(current(state))
        .filter_map(move |(code, since)| route.step(code).map(|step| (step, since)))
        .filter(move |(step, _)| is(step))
}

/// The first search for a home: its term, and the first home that was offered after it began.
fn offer(state: &State<'_>, rests: &[Rested], over: Option<Date>) -> Option<Promise> {
    let (step, since) = opened(state, |it| it.kind == StepKind::Match).next()?;
    let term = step.term.as_ref()?;
    let from = match &term.from {
        Some(need) => state.when(need)?,
        None => since,
    };
    let due = last_day(term.term, from, rests);
    let done = offers(state).filter(|it| *it >= since).min();
    Some(Promise { due, done, over })
}

/// The last day of the one step of a kind, and the day it was done. Something that counts from a
/// fact is promised from that day on, whichever step is open.
fn by_step(
    state: &State<'_>,
    rests: &[Rested],
    is: impl Fn(&Step) -> bool,
) -> (Option<Date>, Option<Date>) {
    let Some(step) = state.route.steps.iter().find(|it| is(it)) else { return (None, None) };
    let Some(term) = &step.term else { return (None, None) };
    let from = match &term.from {
        Some(need) => state.when(need),
        None => opened(state, |it| it.code == step.code).map(|it| it.1).next(),
    };
    let done = state.passed.iter().rev().find(|it| !it.undone && it.step == step.code);
    (from.map(|it| last_day(term.term, it, rests)), done.map(|it| it.on))
}

/// Each time living there had to be looked at: the first after moving in, the next after the last.
fn evaluations(state: &State<'_>, rests: &[Rested], over: Option<Date>) -> Vec<Promise> {
    let (Some(rhythm), Some(moved_in)) = (state.route.evaluation, fact(state, Fact::MovedIn))
    else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut last = None;
    let due = |last: Option<Date>| {
        let from = last.unwrap_or(moved_in);
        moved(rhythm.next(moved_in, last), false, from, rests)
    };
    for held in state.passed.iter().filter(|it| !it.undone && is_evaluation(state, it)) {
        found.push(Promise { due: due(last), done: Some(held.on), over: None });
        last = Some(held.on);
    }
    if is_looked_at(state) {
        found.push(Promise { due: due(last), done: None, over });
    }
    found
}

fn is_evaluation(state: &State<'_>, passed: &Passed) -> bool {
    state.route.step(&passed.step).is_some_and(|it| it.kind == StepKind::Evaluation)
}

/// Whether living there is still to be looked at: the step that is open, or that was when the
/// road ended, is that or one before it.
fn is_looked_at(state: &State<'_>) -> bool {
    let route = state.route;
    let at = |code: &StepCode| route.steps.iter().position(|it| it.code == *code);
    let evaluation = route.steps.iter().position(|it| it.kind == StepKind::Evaluation);
    let step = current(state).and_then(|(code, _)| at(code));
    step.zip(evaluation).is_some_and(|(step, evaluation)| step <= evaluation)
}
