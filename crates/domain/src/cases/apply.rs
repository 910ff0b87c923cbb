//! One event on a state. A refusal leaves the state half changed, so callers throw it away.

use std::num::NonZeroU16;

use jiff::civil::Date;

use super::{
    Act, Event, Refusal,
    ending::{decided, ended},
    offers,
    refusal::Instead,
    state::{Ending, Objection, OfferEnd, OpenStep, PastOffer, Rest, Standing, State},
};
use crate::{
    Phrase, RouteCode, StepCode,
    access::Party,
    cases::ObjectionOutcome,
    routes::{EndReason, Fact, Outcome, Route, RouteSet, Step},
};

/// The parties that keep the file: they may hand it over, move it and begin it.
pub(super) const KEEPERS: [Party; 2] = [Party::Provider, Party::Municipality];

pub(super) fn start<'r>(routes: &'r RouteSet, event: &Event) -> Result<State<'r>, Refusal> {
    let Act::Started { route, version } = &event.act else { return Err(Refusal::NotStarted) };
    whose(event, &KEEPERS)?;
    let route = in_force(routes, route, *version, event.on)?;
    Ok(State {
        route,
        began: event.on,
        last: event.on,
        standing: Standing::UnderWay(opened(&route.start, event.on)),
        passed: Vec::new(),
        facts: std::collections::BTreeMap::new(),
        refused: 0,
        offer: None,
        offers: Vec::new(),
        home: None,
        decisions: Vec::new(),
        roads: Vec::new(),
    })
}

pub(super) fn apply<'r>(
    routes: &'r RouteSet,
    state: &mut State<'r>,
    event: &Event,
) -> Result<(), Refusal> {
    if !event.who.may_act_for() {
        let (party, for_party) = (event.who.party, event.who.acts_as());
        return Err(Refusal::CannotActFor { party, for_party });
    }
    if turns(&event.act) && event.on < state.last {
        return Err(Refusal::TooEarlyOnRoad { last: state.last });
    }
    match &event.act {
        Act::Started { .. } => return Err(Refusal::Started),
        Act::StepEnded { step, outcome, note } => {
            ended(state, event, step, *outcome, note.is_some())?;
        }
        Act::WentBack { from, to, .. } => went_back(state, event, from, to)?,
        Act::Paused { reason, until } => paused(state, event, reason, *until)?,
        Act::Resumed => resumed(state, event)?,
        Act::Withdrawn { reason } => withdrawn(state, event, reason)?,
        Act::HandedOver { municipality, accepted_by, accepted_on } => {
            handed_over(state, event, municipality, accepted_by, *accepted_on)?;
        }
        Act::MovedTo { route, version, .. } => moved(routes, state, event, route, *version)?,
        Act::TermExtended { step, .. } => extended(state, event, step)?,
        Act::Decided { step, outcome, reasons, conditions } => {
            decided(state, event, step, *outcome, reasons, conditions.as_ref())?;
        }
        Act::ObjectionLodged { decision, .. } => lodged(state, event, *decision)?,
        Act::ObjectionDecided { objection, outcome, .. } => {
            objection_decided(state, event, *objection, *outcome)?;
        }
        Act::Offered { vacancy, until } => offers::offered(state, event, vacancy, *until)?,
        Act::ViewingPlanned { at, place } => offers::viewing(state, event, *at, place)?,
        Act::Answered { answer, reason } => {
            offers::answered(state, event, *answer, reason.is_some())?;
        }
        Act::OfferExpired => offers::expired(state, event)?,
        Act::FactEstablished { fact } => established(state, event, *fact)?,
        Act::FactWithdrawn { fact, .. } => fact_withdrawn(state, event, *fact)?,
        // What it strikes out is left away before the fold; see `CaseFile`.
        Act::StruckOut { .. } => {}
    }
    if turns(&event.act) {
        state.last = event.on;
    }
    Ok(())
}

/// Whether the road turns on it, so that it cannot lie before what it turned on last.
fn turns(act: &Act) -> bool {
    match act {
        Act::Started { .. }
        | Act::StepEnded { .. }
        | Act::WentBack { .. }
        | Act::Paused { .. }
        | Act::Resumed
        | Act::Withdrawn { .. }
        | Act::HandedOver { .. }
        | Act::MovedTo { .. }
        | Act::TermExtended { .. }
        | Act::Decided { .. }
        | Act::ObjectionDecided { .. }
        | Act::Offered { .. }
        | Act::Answered { .. }
        | Act::OfferExpired => true,
        Act::ObjectionLodged { .. }
        | Act::ViewingPlanned { .. }
        | Act::FactEstablished { .. }
        | Act::FactWithdrawn { .. }
        | Act::StruckOut { .. } => false,
    }
}

/// Refuses a party that is not among those who can.
pub(super) fn whose(event: &Event, can: &[Party]) -> Result<(), Refusal> {
    let party = event.who.acts_as();
    if can.contains(&party) {
        Ok(())
    } else {
        Err(Refusal::NotThisParty { party, can: can.to_vec() })
    }
}

/// The open step of a file that is under way.
pub(super) fn under_way<'r>(state: &State<'r>) -> Result<(OpenStep, &'r Step), Refusal> {
    match &state.standing {
        Standing::UnderWay(open) => match state.route.step(&open.step) {
            Some(step) => Ok((open.clone(), step)),
            None => Err(Refusal::StepNotThere(open.step.clone())),
        },
        Standing::Paused(_, rest) => Err(Refusal::Paused { until: rest.until }),
        Standing::Ended(..) => Err(Refusal::AlreadyEnded),
    }
}

/// The same, and it is the step somebody means: a colleague may have been first.
pub(super) fn open_is<'r>(state: &State<'r>, step: &StepCode) -> Result<&'r Step, Refusal> {
    let (open, found) = under_way(state)?;
    if open.step == *step { Ok(found) } else { Err(Refusal::NotTheOpenStep { open: open.step }) }
}

fn opened(step: &StepCode, since: Date) -> OpenStep {
    OpenStep { step: step.clone(), since, extended: false, rested: 0 }
}

/// Opens a step. An offer only stands while the home is seen or answered.
pub(super) fn enter(state: &mut State<'_>, step: &StepCode, on: Date) {
    let keeps = state.route.step(step).is_some_and(|it| offers::is_of_an_offer(it.kind));
    if !keeps {
        close_offer(state, on, OfferEnd::Lapsed);
    }
    state.standing = Standing::UnderWay(opened(step, on));
}

pub(super) fn finish(state: &mut State<'_>, ending: Ending, on: Date) {
    close_offer(state, on, OfferEnd::Lapsed);
    state.standing = Standing::Ended(ending, on);
}

pub(super) fn close_offer(state: &mut State<'_>, on: Date, end: OfferEnd) {
    if let Some(offer) = state.offer.take() {
        state.offers.push(PastOffer { offer, on, end });
    }
}

fn went_back(
    state: &mut State<'_>,
    event: &Event,
    from: &StepCode,
    to: &StepCode,
) -> Result<(), Refusal> {
    let step = open_is(state, from)?;
    whose(event, &[step.owner])?;
    let behind = state.passed.iter().rposition(|it| !it.undone && it.step == *to);
    let (true, Some(behind)) = (step.back_to.contains(to), behind) else {
        return Err(Refusal::NoWayBack { to: step.back_to.clone() });
    };
    undo_from(state, behind);
    enter(state, to, event.on);
    Ok(())
}

/// What was done from this place on counts no more, and neither does what it made true.
fn undo_from(state: &mut State<'_>, behind: usize) {
    for passed in state.passed.iter_mut().skip(behind).filter(|it| !it.undone) {
        passed.undone = true;
        if let Some(fact) = passed.gave {
            state.facts.remove(&fact);
        }
    }
    if !state.facts.contains_key(&Fact::OfferAccepted) {
        state.home = None;
    }
}

fn paused(
    state: &mut State<'_>,
    event: &Event,
    reason: &Phrase,
    until: Date,
) -> Result<(), Refusal> {
    let (open, _) = under_way(state)?;
    whose(event, &state.route.may_pause)?;
    if until <= event.on {
        return Err(Refusal::UntilBefore { from: event.on.tomorrow().unwrap_or(event.on) });
    }
    let rest = Rest { reason: reason.clone(), since: event.on, until };
    state.standing = Standing::Paused(open, rest);
    Ok(())
}

fn resumed(state: &mut State<'_>, event: &Event) -> Result<(), Refusal> {
    whose(event, &state.route.may_pause)?;
    match &state.standing {
        Standing::Paused(open, rest) => {
            let days = rest.since.until(event.on).map_or(0, |span| span.get_days());
            let rested = open.rested.saturating_add(days.max(0));
            state.standing = Standing::UnderWay(OpenStep { rested, ..open.clone() });
            Ok(())
        }
        Standing::UnderWay(_) => Err(Refusal::NotPaused),
        Standing::Ended(..) => Err(Refusal::AlreadyEnded),
    }
}

fn withdrawn(state: &mut State<'_>, event: &Event, reason: &Phrase) -> Result<(), Refusal> {
    not_ended(state)?;
    whose(event, &state.route.may_withdraw)?;
    let ending = Ending::Withdrawn { by: event.who.acts_as(), reason: reason.clone() };
    finish(state, ending, event.on);
    Ok(())
}

fn not_ended(state: &State<'_>) -> Result<(), Refusal> {
    if state.open().is_some() { Ok(()) } else { Err(Refusal::AlreadyEnded) }
}

fn handed_over(
    state: &mut State<'_>,
    event: &Event,
    municipality: &Phrase,
    accepted_by: &Phrase,
    accepted_on: Date,
) -> Result<(), Refusal> {
    not_ended(state)?;
    whose(event, &KEEPERS)?;
    if accepted_on > event.on {
        return Err(Refusal::NotBefore { from: accepted_on });
    }
    let (municipality, accepted_by) = (municipality.clone(), accepted_by.clone());
    finish(state, Ending::HandedOver { municipality, accepted_by, accepted_on }, event.on);
    Ok(())
}

fn in_force<'r>(
    routes: &'r RouteSet,
    code: &RouteCode,
    version: NonZeroU16,
    on: Date,
) -> Result<&'r Route, Refusal> {
    let route = routes
        .get(code, version.get())
        .ok_or_else(|| Refusal::NoSuchRoute(code.clone(), version.get()))?;
    if route.valid.holds(on) {
        Ok(route)
    } else {
        Err(Refusal::NotInForce(code.clone(), version.get()))
    }
}

/// A newer version of the same road goes on at the step that is open; another road begins
/// at its first. What became true stays true; steps of another road count no more.
fn moved<'r>(
    routes: &'r RouteSet,
    state: &mut State<'r>,
    event: &Event,
    code: &RouteCode,
    version: NonZeroU16,
) -> Result<(), Refusal> {
    let (open, _) = under_way(state)?;
    whose(event, &KEEPERS)?;
    let route = in_force(routes, code, version, event.on)?;
    let (from, at) = state.route.label();
    if from != *code {
        state.passed.iter_mut().for_each(|it| it.undone = true);
        state.route = route;
        enter(state, &route.start, event.on);
    } else if version.get() <= at {
        return Err(Refusal::NotNewer { version: at });
    } else if route.step(&open.step).is_none() {
        return Err(Refusal::StepNotThere(open.step));
    } else {
        state.route = route;
    }
    state.roads.push((from, at, event.on));
    Ok(())
}

fn extended(state: &mut State<'_>, event: &Event, step: &StepCode) -> Result<(), Refusal> {
    let found = open_is(state, step)?;
    whose(event, &[Party::Municipality])?;
    let crate::routes::StepKind::Decision(_) = found.kind else {
        return Err(Refusal::NotTheOpenStep { open: step.clone() });
    };
    let due = state.due();
    let Standing::UnderWay(open) = &mut state.standing else { return Err(Refusal::AlreadyEnded) };
    if open.extended {
        return Err(Refusal::ExtendedBefore);
    }
    if let Some(due) = due.filter(|due| *due < event.on) {
        return Err(Refusal::TermOver { due });
    }
    open.extended = true;
    Ok(())
}

fn lodged(state: &mut State<'_>, event: &Event, decision: u32) -> Result<(), Refusal> {
    whose(event, &[Party::Participant])?;
    let found = state.decisions.iter_mut().find(|it| it.event == decision);
    let found = found.ok_or(Refusal::NoSuchEvent(decision))?;
    if found.objection.is_some() {
        return Err(Refusal::ObjectedBefore);
    }
    if event.on < found.on {
        return Err(Refusal::TooEarlyOnRoad { last: found.on });
    }
    let until = found.objections_until;
    found.objection = Some(Objection {
        event: event.number,
        on: event.on,
        late: event.on > until,
        due: State::objection_due(until, event.on),
        outcome: None,
    });
    Ok(())
}

/// An objection that is right, even in part, opens a refused decision again, unless the
/// file was decided on anew, or ended another way. A decision that was granted stands; what
/// was objected to is mended in its conditions.
fn objection_decided(
    state: &mut State<'_>,
    event: &Event,
    number: u32,
    outcome: ObjectionOutcome,
) -> Result<(), Refusal> {
    whose(event, &[Party::Municipality])?;
    let of = |it: &super::Decided| it.objection.as_ref().is_some_and(|it| it.event == number);
    let at = state.decisions.iter().position(of).ok_or(Refusal::NoSuchEvent(number))?;
    let last = state.decisions.len() == at.saturating_add(1);
    let Some(decided) = state.decisions.get_mut(at) else {
        return Err(Refusal::NoSuchEvent(number));
    };
    let Some(objection) = &mut decided.objection else { return Err(Refusal::NoSuchEvent(number)) };
    if objection.outcome.is_some() {
        return Err(Refusal::ObjectionAnswered);
    }
    if event.on < objection.on {
        return Err(Refusal::TooEarlyOnRoad { last: objection.on });
    }
    objection.outcome = Some((outcome, event.on));
    let step = decided.step.clone();
    let refused = decided.outcome == Outcome::Refused;
    let stands = match &state.standing {
        Standing::UnderWay(open) => open.step != step,
        Standing::Ended(Ending::Road(EndReason::Refused), _) => true,
        Standing::Paused(..) | Standing::Ended(..) => false,
    };
    let again = outcome != ObjectionOutcome::Unfounded && refused && last && stands;
    if again && state.route.step(&step).is_some() {
        enter(state, &step, event.on);
    }
    Ok(())
}

fn established(state: &mut State<'_>, event: &Event, fact: Fact) -> Result<(), Refusal> {
    not_ended(state)?;
    of_the_file(state, event, fact)?;
    if state.facts.contains_key(&fact) {
        return Err(Refusal::FactUnchanged);
    }
    state.facts.insert(fact, event.on);
    Ok(())
}

fn fact_withdrawn(state: &mut State<'_>, event: &Event, fact: Fact) -> Result<(), Refusal> {
    not_ended(state)?;
    of_the_file(state, event, fact)?;
    state.facts.remove(&fact).map(|_| ()).ok_or(Refusal::FactUnchanged)
}

/// Facts of the file are the provider's to say, and the person's own. What several parties
/// make true together is said by whichever of them is last.
fn of_the_file(state: &State<'_>, event: &Event, fact: Fact) -> Result<(), Refusal> {
    if !matches!(fact, Fact::PlanAgreed | Fact::BasicsReady) {
        whose(event, &[Party::Provider, Party::Participant])?;
    }
    if fact.is_of_a_step() {
        return Err(Refusal::FactOfAStep);
    }
    if event.on < state.began {
        return Err(Refusal::TooEarlyOnRoad { last: state.began });
    }
    Ok(())
}

/// What a step says too little for.
pub(super) fn instead(instead: Instead) -> Refusal {
    Refusal::Use(instead)
}
