//! A home on offer: seen, answered, expired.

use jiff::civil::{Date, DateTime};

use super::{
    Answered, Event, Refusal,
    apply::{close_offer, under_way, whose},
    ending::{advance, needs},
    state::{Offer, OfferEnd, State, Viewing},
};
use crate::{
    Phrase, StepCode, VacancyCode,
    access::Party,
    routes::{EndReason, Fact, Next, Outcome, RefusalRule, Step, StepKind},
};

/// What follows for somebody who does not take the home on offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Declining {
    /// The road ends.
    Ends(EndReason),
    /// Another home is looked for; after this one there are so many left to be offered.
    Another {
        /// At least one.
        left: u8,
    },
    /// It was the last home of the road; it goes back to this step.
    LastOffer {
        /// Where it goes on.
        then: StepCode,
    },
    /// Nothing: another home is looked for.
    NoConsequence,
}

impl State<'_> {
    /// What follows when the home on offer is not taken; `None` while no home can be answered.
    pub fn declining(&self) -> Option<Declining> {
        let step = answering(self).ok().filter(|_| self.offer.is_some())?;
        let next = self.route.after(step, Outcome::Declined, self.refused)?;
        let offered = self.refused.saturating_add(1);
        Some(match (next, &self.route.refusal) {
            (Next::End(reason), _) => Declining::Ends(reason),
            (Next::Step(then), RefusalRule::NextOffer { most, .. }) if offered >= most.get() => {
                Declining::LastOffer { then }
            }
            (Next::Step(_), RefusalRule::NextOffer { most, .. }) => {
                Declining::Another { left: most.get().saturating_sub(offered) }
            }
            (Next::Step(_), RefusalRule::NoConsequence | RefusalRule::EndsRoute) => {
                Declining::NoConsequence
            }
        })
    }
}

/// The parties that can offer a home and show it.
const OFFERERS: [Party; 3] = [Party::Provider, Party::Municipality, Party::Association];

/// Whether a home is on offer while a step of this kind is open.
pub(super) fn is_of_an_offer(kind: StepKind) -> bool {
    match kind {
        StepKind::Viewing | StepKind::Offer => true,
        StepKind::Conversation
        | StepKind::Form
        | StepKind::Decision(_)
        | StepKind::Match
        | StepKind::Agreement(_)
        | StepKind::Keys
        | StepKind::Meeting
        | StepKind::Evaluation
        | StepKind::Test
        | StepKind::Conversion(_)
        | StepKind::Task => false,
    }
}

/// Offering is how a step in which a home is looked for ends.
pub(super) fn offered(
    state: &mut State<'_>,
    event: &Event,
    vacancy: &VacancyCode,
    until: Date,
) -> Result<(), Refusal> {
    let (_, step) = under_way(state)?;
    whose(event, &OFFERERS)?;
    if state.offer.is_some() {
        return Err(Refusal::OfferOpen);
    }
    if step.kind != StepKind::Match && !is_of_an_offer(step.kind) {
        return Err(Refusal::NoOfferHere);
    }
    if state.route.urgency && !state.facts.contains_key(&Fact::UrgencyGranted) {
        return Err(Refusal::UrgencyNotGranted);
    }
    if until < event.on {
        return Err(Refusal::UntilBefore { from: event.on });
    }
    if step.kind == StepKind::Match {
        needs(state, step, Outcome::Done)?;
        advance(state, step, Outcome::Done, event);
    }
    state.offer = Some(Offer { vacancy: vacancy.clone(), on: event.on, until, viewing: None });
    Ok(())
}

pub(super) fn viewing(
    state: &mut State<'_>,
    event: &Event,
    at: DateTime,
    place: &Phrase,
) -> Result<(), Refusal> {
    under_way(state)?;
    whose(event, &OFFERERS)?;
    let offer = state.offer.as_mut().ok_or(Refusal::NoOffer)?;
    if at.date() < offer.on {
        return Err(Refusal::UntilBefore { from: offer.on });
    }
    offer.viewing = Some(Viewing { at, place: place.clone(), event: event.number });
    Ok(())
}

pub(super) fn answered(
    state: &mut State<'_>,
    event: &Event,
    answer: Answered,
    reasoned: bool,
) -> Result<(), Refusal> {
    let step = answering(state)?;
    whose(event, &[Party::Participant])?;
    let offer = state.offer.as_ref().ok_or(Refusal::NoOffer)?;
    if event.on > offer.until {
        return Err(Refusal::OfferOver { until: offer.until });
    }
    if answer == Answered::Declined && !reasoned {
        return Err(Refusal::WordsMissing);
    }
    match answer {
        Answered::Accepted => {
            needs(state, step, Outcome::Accepted)?;
            state.home = Some(offer.vacancy.clone());
            close_offer(state, event.on, OfferEnd::Accepted);
            advance(state, step, Outcome::Accepted, event);
        }
        Answered::Declined => {
            close_offer(state, event.on, OfferEnd::Declined);
            advance(state, step, Outcome::Declined, event);
        }
    }
    Ok(())
}

pub(super) fn expired(state: &mut State<'_>, event: &Event) -> Result<(), Refusal> {
    let step = answering(state)?;
    whose(event, &OFFERERS)?;
    let until = state.offer.as_ref().ok_or(Refusal::NoOffer)?.until;
    if event.on <= until {
        return Err(Refusal::OfferStillOpen { until });
    }
    close_offer(state, event.on, OfferEnd::Expired);
    advance(state, step, Outcome::Expired, event);
    Ok(())
}

/// The step that an answer ends: the open one, or the one after seeing the home, for who
/// knows without having seen it.
fn answering<'r>(state: &State<'r>) -> Result<&'r Step, Refusal> {
    let (_, step) = under_way(state)?;
    let found = match (step.kind, step.outcomes.get(&Outcome::Done)) {
        (StepKind::Offer, _) => Some(step),
        (StepKind::Viewing, Some(Next::Step(next))) => {
            state.route.step(next).filter(|it| it.kind == StepKind::Offer)
        }
        (_, _) => None,
    };
    found.ok_or(Refusal::NoOffer)
}
