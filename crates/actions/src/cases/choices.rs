//! What somebody may do to a file now, and what the road has against the rest: asked of the
//! road itself, with words that stand for what people will write.

use std::collections::BTreeSet;

use jiff::civil::Date;
use sleutel_domain::{
    LongText, Phrase, Reference, RouteCode, StepCode,
    access::Party,
    cases::{
        Act as Happened, Answered, Beside, CaseFile, Event, ObjectionOutcome, Refusal, State,
        Who as Actor,
    },
    forms::Library,
    routes::{Fact, Outcome, StepKind},
};

use super::draft::Doing;
use crate::{
    Who,
    policy::{self, Subject},
};

/// A way the open step can end, and what the road has against it now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// How.
    pub outcome: Outcome,
    /// `None` when it can.
    pub against: Option<Refusal>,
}

/// What somebody may do now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// How they may end the open step; empty when it is not theirs.
    pub ends: Vec<Open>,
    /// How they may decide.
    pub decides: Vec<Open>,
    /// The steps they may go back to.
    pub back: Vec<StepCode>,
    /// Roads and versions they may move the file to.
    pub moves: Vec<(RouteCode, u16)>,
    /// For whom they may take the file off the road.
    pub withdraw: Vec<Party>,
    /// Facts of the file they may say are true.
    pub establish: Vec<Fact>,
    /// Facts of the file they may take back.
    pub take_back: Vec<Fact>,
    /// Events they may strike out.
    pub strike: Vec<u32>,
    /// A decision they may object to.
    pub object: Option<u32>,
    /// An objection they may answer.
    pub objection: Option<u32>,
    /// What else they may do.
    pub others: Vec<Doing>,
}

impl Choices {
    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether this is among what else they may do.
    pub fn has(&self, doing: Doing) -> bool {
        self.others.contains(&doing)
    }
}

struct Asked<'a, 'r> {
    beside: &'a Beside,
    library: &'a Library,
    who: &'a Who,
    subject: Subject<'a>,
    reference: &'a Reference,
    file: &'a CaseFile<'r>,
    /// Of a guest the events they wrote down themselves; `None` for anybody else.
    guest: Option<BTreeSet<u32>>,
    actor: Actor,
    today: Date,
    reason: Phrase,
    words: LongText,
}

impl Asked<'_, '_> {
    fn may(&self, doing: Doing, act: Happened, for_party: Option<Party>) -> Result<(), Refusal> {
        let actor = Actor { for_party, ..self.actor.clone() };
        let action = doing.action_for(self.who);
        // At one's own window the file is one's own; there is no other to ask for.
        let may = match self.who.resident() {
            Some(_) => policy::may(self.who, action),
            None => policy::may_on_file(self.who, action, self.subject, self.reference),
        };
        let out_of_bounds =
            self.guest.is_some() && (for_party.is_some() || !Doing::OF_A_GUEST.contains(&doing));
        by_hand(&act, &actor)?;
        if !may || out_of_bounds {
            let party = self.actor.party;
            return Err(Refusal::NotThisParty { party, can: Vec::new() });
        }
        let at = self.file.events().first().map(|it| it.recorded).unwrap_or_default();
        let days = (self.today, self.today);
        self.file
            .may(act, actor, days, at)
            .and_then(|event: Event| self.file.held_by(&event.act, self.beside, self.library))
    }

    fn written(&self, for_party: Party) -> Option<Party> {
        (self.actor.party == Party::Provider).then_some(for_party)
    }
}

/// What several parties make true together follows from what each of them did. By hand a fact
/// of the file is said by the provider and the person only.
pub(super) fn by_hand(act: &Happened, actor: &Actor) -> Result<(), Refusal> {
    let fact = matches!(act, Happened::FactEstablished { .. } | Happened::FactWithdrawn { .. });
    let can = [Party::Provider, Party::Participant];
    if fact && !can.contains(&actor.acts_as()) {
        return Err(Refusal::NotThisParty { party: actor.acts_as(), can: can.to_vec() });
    }
    Ok(())
}

/// Everything somebody may do to a file today. `guest` has the events a guest wrote down.
pub(super) fn choices(
    who: &Who,
    (subject, reference): (Subject<'_>, &Reference),
    file: &CaseFile<'_>,
    (beside, library): (&Beside, &Library),
    guest: Option<BTreeSet<u32>>,
    today: Date,
) -> Choices {
    let (Ok(actor), Ok(reason), Ok(words)) =
        (super::load::actor(who, None), Phrase::new("-"), LongText::new("-"))
    else {
        return Choices::default();
    };
    let asked = Asked {
        beside,
        library,
        who,
        subject,
        reference,
        file,
        guest,
        actor,
        today,
        reason,
        words,
    };
    let state = file.state();
    let mut choices = Choices::default();
    of_the_step(&asked, state, &mut choices);
    of_the_file(&asked, state, &mut choices);
    of_an_offer(&asked, state, &mut choices);
    of_decisions(&asked, state, &mut choices);
    choices.strike = file
        .events()
        .iter()
        .map(|it| it.number)
        .filter(|event| asked.guest.as_ref().is_none_or(|own| own.contains(event)))
        .filter(|event| {
            let (event, reason) = (*event, asked.reason.clone());
            asked.may(Doing::StrikeOut, Happened::StruckOut { event, reason }, None).is_ok()
        })
        .collect();
    choices
}

/// Whether the refusal says that it is not theirs at all; other refusals are shown.
fn not_theirs(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::NotThisParty { .. }
            | Refusal::CannotActFor { .. }
            | Refusal::AlreadyEnded
            | Refusal::Paused { .. }
            | Refusal::Use(_)
            | Refusal::NotAnOutcome(_)
    )
}

fn of_the_step(asked: &Asked<'_, '_>, state: &State<'_>, choices: &mut Choices) {
    let Some(step) = state.step() else { return };
    let for_party = match step.owner {
        it @ (Party::Participant | Party::ThirdPerson) => asked.written(it),
        Party::Provider | Party::Municipality | Party::Association => None,
    };
    for outcome in step.outcomes.keys().copied() {
        let code = step.code.clone();
        let (doing, act) = if let StepKind::Decision(_) = step.kind {
            let under = outcome == Outcome::GrantedUnderConditions;
            let conditions = under.then(|| asked.words.clone());
            let reasons = asked.words.clone();
            (Doing::Decide, Happened::Decided { step: code, outcome, reasons, conditions })
        } else {
            let note = Some(asked.words.clone());
            (Doing::EndStep, Happened::StepEnded { step: code, outcome, note })
        };
        let against = asked.may(doing, act, for_party).err();
        if against.as_ref().is_some_and(not_theirs) {
            continue;
        }
        let list = if doing == Doing::Decide { &mut choices.decides } else { &mut choices.ends };
        list.push(Open { outcome, against });
    }
    for to in &step.back_to {
        let (from, reason) = (step.code.clone(), asked.reason.clone());
        let act = Happened::WentBack { from, to: to.clone(), reason };
        if asked.may(Doing::GoBack, act, for_party).is_ok() {
            choices.back.push(to.clone());
        }
    }
    let act = Happened::TermExtended { step: step.code.clone(), reason: asked.words.clone() };
    if asked.may(Doing::Extend, act, None).is_ok() {
        choices.others.push(Doing::Extend);
    }
}

fn of_the_file(asked: &Asked<'_, '_>, state: &State<'_>, choices: &mut Choices) {
    let reason = || asked.reason.clone();
    let until = asked.today.saturating_add(jiff::Span::new().days(1));
    let over = Happened::HandedOver {
        municipality: reason(),
        accepted_by: reason(),
        accepted_on: asked.today,
    };
    let pauses = if state.route.may_pause.contains(&asked.actor.party) {
        None
    } else {
        asked.written(Party::Participant)
    };
    for (doing, act, for_party) in [
        (Doing::Pause, Happened::Paused { reason: reason(), until }, pauses),
        (Doing::Resume, Happened::Resumed, pauses),
        (Doing::HandOver, over, None),
    ] {
        if asked.may(doing, act, for_party).is_ok() {
            choices.others.push(doing);
        }
    }
    for (party, for_party) in
        [(Party::Participant, asked.written(Party::Participant)), (asked.actor.party, None)]
    {
        let act = Happened::Withdrawn { reason: reason() };
        let asks = for_party.is_some() || party == asked.actor.party;
        let known = choices.withdraw.contains(&party);
        if asks && !known && asked.may(Doing::Withdraw, act, for_party).is_ok() {
            choices.withdraw.push(party);
        }
    }
    for fact in Fact::ALL.iter().copied().filter(|it| !it.is_of_a_step()) {
        let says = Happened::FactEstablished { fact };
        let takes = Happened::FactWithdrawn { fact, reason: reason() };
        if asked.may(Doing::Establish, says, None).is_ok() {
            choices.establish.push(fact);
        }
        if asked.may(Doing::TakeFactBack, takes, None).is_ok() {
            choices.take_back.push(fact);
        }
    }
    if state.open().is_none() {
        return;
    }
    for (route, version) in asked.file.roads() {
        let act = Happened::MovedTo { route: route.clone(), version, reason: reason() };
        if asked.may(Doing::Move, act, None).is_ok() {
            choices.moves.push((route, version.get()));
        }
    }
}

fn of_an_offer(asked: &Asked<'_, '_>, state: &State<'_>, choices: &mut Choices) {
    if state.offer.is_none() {
        return;
    }
    let at = asked.today.at(12, 0, 0, 0);
    let person = asked.written(Party::Participant);
    let no = Happened::Answered { answer: Answered::Declined, reason: Some(asked.reason.clone()) };
    for (doing, act, for_party) in [
        (Doing::PlanViewing, Happened::ViewingPlanned { at, place: asked.reason.clone() }, None),
        (Doing::Answer, no, person),
        (Doing::Expire, Happened::OfferExpired, None),
    ] {
        if asked.may(doing, act, for_party).is_ok() {
            choices.others.push(doing);
        }
    }
}

fn of_decisions(asked: &Asked<'_, '_>, state: &State<'_>, choices: &mut Choices) {
    for decided in &state.decisions {
        let decision = decided.event;
        let lodge = Happened::ObjectionLodged { decision, grounds: None };
        let person = asked.written(Party::Participant);
        if asked.may(Doing::Object, lodge, person).is_ok() {
            choices.object = Some(decision);
        }
        let Some(objection) = &decided.objection else { continue };
        let answer = Happened::ObjectionDecided {
            objection: objection.event,
            outcome: ObjectionOutcome::Unfounded,
            reasons: asked.words.clone(),
        };
        if asked.may(Doing::AnswerObjection, answer, None).is_ok() {
            choices.objection = Some(objection.event);
        }
    }
}
