use std::{collections::BTreeMap, num::NonZeroU16};

use jiff::{Timestamp, civil::Date};

use super::{
    Act, Event, Refusal, State, StepSpell, Who,
    apply::{apply, start},
};
use crate::{
    RouteCode,
    routes::{Route, RouteSet},
};

/// Events that cannot have happened on their road: a version that is gone, or rows that
/// somebody changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Number of the first that cannot be.
    pub event: u32,
    /// Why.
    pub why: Refusal,
}

/// The events of one file and what follows from them.
#[derive(Debug, Clone)]
pub struct CaseFile<'r> {
    routes: &'r RouteSet,
    events: Vec<Event>,
    state: State<'r>,
}

impl<'r> CaseFile<'r> {
    /// Begins a file on a version of a road, at its first step.
    pub fn begin(
        routes: &'r RouteSet,
        route: &Route,
        who: Who,
        (on, today): (Date, Date),
        recorded: Timestamp,
    ) -> Result<Self, Refusal> {
        if on > today {
            return Err(Refusal::InFuture);
        }
        let act = Act::Started { route: route.code.clone(), version: route.version };
        let event = Event { number: 1, recorded, on, who, act };
        let state = start(routes, &event)?;
        Ok(Self { routes, events: vec![event], state })
    }

    /// Reads a file back from its events, in order. Refuses numbers with gaps and whatever
    /// its road does not allow.
    pub fn read(routes: &'r RouteSet, events: Vec<Event>) -> Result<Self, Broken> {
        let state = fold(routes, &events)?;
        Ok(Self { routes, events, state })
    }

    /// Everything that happened, in order; what was struck out among it.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Where it stands.
    pub fn state(&self) -> &State<'r> {
        &self.state
    }

    /// The events that were struck out, each with the number of the event that did so.
    pub fn struck(&self) -> BTreeMap<u32, u32> {
        struck(&self.events)
    }

    /// Every time a step was open, in order; see [`StepSpell`].
    pub fn spells(&self) -> Vec<StepSpell> {
        super::spells::spells(self.routes, &self.events, &self.struck())
    }

    /// The roads and versions there are.
    pub fn roads(&self) -> impl Iterator<Item = (RouteCode, NonZeroU16)> {
        self.routes.all().iter().map(|it| (it.code.clone(), it.version))
    }

    /// The event this act would be, or what the road has against it. Nothing changes.
    pub fn may(
        &self,
        act: Act,
        who: Who,
        (on, today): (Date, Date),
        recorded: Timestamp,
    ) -> Result<Event, Refusal> {
        self.tried(act, who, (on, today), recorded).map(|(event, _)| event)
    }

    /// Does it.
    pub fn act(
        &mut self,
        act: Act,
        who: Who,
        (on, today): (Date, Date),
        recorded: Timestamp,
    ) -> Result<&Event, Refusal> {
        let (event, state) = self.tried(act, who, (on, today), recorded)?;
        self.state = state;
        let last = self.events.len();
        self.events.push(event);
        self.events.get(last).ok_or(Refusal::NotStarted)
    }

    fn tried(
        &self,
        act: Act,
        who: Who,
        (on, today): (Date, Date),
        recorded: Timestamp,
    ) -> Result<(Event, State<'r>), Refusal> {
        if on > today {
            return Err(Refusal::InFuture);
        }
        let number = self.events.last().map_or(1, |it| it.number.saturating_add(1));
        let event = Event { number, recorded, on, who, act };
        let Act::StruckOut { event: target, .. } = &event.act else {
            let mut state = self.state.clone();
            apply(self.routes, &mut state, &event)?;
            return Ok((event, state));
        };
        self.may_strike(&event, *target)?;
        let mut events = self.events.clone();
        events.push(event.clone());
        match fold(self.routes, &events) {
            Ok(state) => Ok((event, state)),
            Err(broken) => Err(Refusal::LaterDependsOnIt { event: broken.event }),
        }
    }

    /// Only the party that did something says it was a mistake.
    fn may_strike(&self, event: &Event, target: u32) -> Result<(), Refusal> {
        let found = self.events.iter().find(|it| it.number == target);
        let found = found.filter(|_| !self.struck().contains_key(&target));
        let found = found.ok_or(Refusal::NoSuchEvent(target))?;
        match found.act {
            Act::Started { .. }
            | Act::Decided { .. }
            | Act::TermExtended { .. }
            | Act::ObjectionDecided { .. }
            | Act::StruckOut { .. } => return Err(Refusal::NeverStruckOut),
            Act::StepEnded { .. }
            | Act::WentBack { .. }
            | Act::Paused { .. }
            | Act::Resumed
            | Act::Withdrawn { .. }
            | Act::HandedOver { .. }
            | Act::MovedTo { .. }
            | Act::ObjectionLodged { .. }
            | Act::Offered { .. }
            | Act::ViewingPlanned { .. }
            | Act::Answered { .. }
            | Act::OfferExpired
            | Act::FactEstablished { .. }
            | Act::FactWithdrawn { .. } => {}
        }
        let (party, can) = (event.who.party, found.who.party);
        if party == can { Ok(()) } else { Err(Refusal::NotThisParty { party, can: vec![can] }) }
    }
}

fn struck(events: &[Event]) -> BTreeMap<u32, u32> {
    events
        .iter()
        .filter_map(|it| {
            let Act::StruckOut { event, .. } = &it.act else { return None };
            Some((*event, it.number))
        })
        .collect()
}

fn fold<'r>(routes: &'r RouteSet, events: &[Event]) -> Result<State<'r>, Broken> {
    let struck = struck(events);
    let Some((first, rest)) = events.split_first() else {
        return Err(Broken { event: 1, why: Refusal::NotStarted });
    };
    let broken = |event: &Event, why| Broken { event: event.number, why };
    let mut state = start(routes, first).map_err(|why| broken(first, why))?;
    for (before, event) in events.iter().zip(rest) {
        if event.number != before.number.saturating_add(1) {
            return Err(broken(event, Refusal::NoSuchEvent(event.number)));
        }
        if !struck.contains_key(&event.number) {
            apply(routes, &mut state, event).map_err(|why| broken(event, why))?;
        }
    }
    Ok(state)
}
