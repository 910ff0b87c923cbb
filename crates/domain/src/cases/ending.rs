//! How a step ends: by its owner, by a decision, and where that leads.

use jiff::civil::Date;

use super::{
    Event, Refusal,
    apply::{enter, finish, instead, open_is, whose},
    refusal::Instead,
    state::{Decided, Ending, Passed, State},
};
use crate::{
    LongText, StepCode,
    access::Party,
    routes::{
        ConversionTest, DecisionKind, EndReason, Fact, Need, Next, Outcome, RefusalRule, Step,
        StepKind,
        calendar::{Term, due},
    },
};

pub(super) fn ended(
    state: &mut State<'_>,
    event: &Event,
    code: &StepCode,
    outcome: Outcome,
    noted: bool,
) -> Result<(), Refusal> {
    let step = open_is(state, code)?;
    whose(event, &[step.owner])?;
    let Some(next) = step.outcomes.get(&outcome) else {
        return Err(Refusal::NotAnOutcome(outcome));
    };
    match step.kind {
        StepKind::Decision(_) => return Err(instead(Instead::Decision)),
        StepKind::Match => return Err(instead(Instead::Offer)),
        StepKind::Offer => return Err(instead(Instead::Answer)),
        StepKind::Conversation
        | StepKind::Form
        | StepKind::Viewing
        | StepKind::Agreement(_)
        | StepKind::Keys
        | StepKind::Meeting
        | StepKind::Evaluation
        | StepKind::Test
        | StepKind::Conversion(_)
        | StepKind::Task => {}
    }
    if *next == Next::End(EndReason::Elsewhere) {
        return Err(instead(Instead::HandOver));
    }
    // What somebody from outside judged is worth as much as what they said about it.
    if event.who.for_party == Some(Party::ThirdPerson) && !noted {
        return Err(Refusal::WordsMissing);
    }
    needs(state, step, outcome)?;
    conversion(state, step, outcome, event.on)?;
    advance(state, step, outcome, event);
    Ok(())
}

/// Refuses what is done before what it needs; ways out of a step need nothing.
pub(super) fn needs(state: &State<'_>, step: &Step, outcome: Outcome) -> Result<(), Refusal> {
    let way_out = match outcome {
        Outcome::Elsewhere
        | Outcome::OtherRoute
        | Outcome::Declined
        | Outcome::Expired
        | Outcome::Ended => true,
        Outcome::Done
        | Outcome::Granted
        | Outcome::GrantedUnderConditions
        | Outcome::Refused
        | Outcome::Accepted
        | Outcome::Continue
        | Outcome::Ready
        | Outcome::Met
        | Outcome::NotMet => false,
    };
    let missing = state.missing(step);
    if way_out || missing.is_empty() { Ok(()) } else { Err(Refusal::NeedsMissing(missing)) }
}

/// No conversion without its test, no test before its time.
fn conversion(state: &State<'_>, step: &Step, outcome: Outcome, on: Date) -> Result<(), Refusal> {
    let lacks = |fact| !state.facts.contains_key(&fact);
    let tested = state.route.conversion != ConversionTest::None;
    match (step.kind, outcome) {
        (StepKind::Test, Outcome::Met) => {
            let ConversionTest::AfterTime { after, .. } = &state.route.conversion else {
                return Ok(());
            };
            let Some(moved_in) = state.facts.get(&Fact::MovedIn) else {
                return Err(Refusal::NeedsMissing(vec![Need::Fact(Fact::MovedIn)]));
            };
            let from = due(Term { length: *after, legal: false }, *moved_in);
            if on < from { Err(Refusal::NotBefore { from }) } else { Ok(()) }
        }
        (StepKind::Conversion(_), _) if tested && lacks(Fact::TestMet) => Err(Refusal::TestNotMet),
        (StepKind::Conversion(_), _) => {
            let mut steps = state.route.steps.iter();
            let asked = steps.any(|it| decides(it, DecisionKind::Definitive));
            if asked && lacks(Fact::DefinitiveGranted) {
                return Err(Refusal::DefinitiveNotGranted);
            }
            Ok(())
        }
        (StepKind::Decision(it), Outcome::Granted)
            if it.kind == DecisionKind::Definitive && tested && lacks(Fact::TestMet) =>
        {
            Err(Refusal::TestNotMet)
        }
        (_, _) => Ok(()),
    }
}

fn decides(step: &Step, kind: DecisionKind) -> bool {
    matches!(step.kind, StepKind::Decision(decision) if decision.kind == kind)
}

pub(super) fn decided(
    state: &mut State<'_>,
    event: &Event,
    code: &StepCode,
    outcome: Outcome,
    reasons: &LongText,
    conditions: Option<&LongText>,
) -> Result<(), Refusal> {
    let step = open_is(state, code)?;
    whose(event, &[Party::Municipality])?;
    let StepKind::Decision(decision) = step.kind else {
        return Err(Refusal::NotAnOutcome(outcome));
    };
    if !step.outcomes.contains_key(&outcome) {
        return Err(Refusal::NotAnOutcome(outcome));
    }
    if (outcome == Outcome::GrantedUnderConditions) != conditions.is_some() {
        return Err(Refusal::WordsMissing);
    }
    needs(state, step, outcome)?;
    conversion(state, step, outcome, event.on)?;
    let objection = Term { length: decision.objection, legal: true };
    state.decisions.push(Decided {
        event: event.number,
        step: code.clone(),
        decision,
        on: event.on,
        outcome,
        reasons: reasons.clone(),
        conditions: conditions.cloned(),
        objections_until: due(objection, event.on),
        objection: None,
    });
    advance(state, step, outcome, event);
    Ok(())
}

/// The step is done and the next opens, or the road ends.
pub(super) fn advance(state: &mut State<'_>, step: &Step, outcome: Outcome, event: &Event) {
    let on = event.on;
    let gave = step.kind.gives(outcome);
    for fact in Outcome::ALL.iter().filter_map(|it| step.kind.gives(*it)) {
        if gave != Some(fact) {
            state.facts.remove(&fact);
        }
    }
    if let Some(fact) = gave {
        state.facts.insert(fact, on);
    }
    let since = state.open().map_or(on, |open| open.since);
    state.passed.push(Passed {
        step: step.code.clone(),
        since,
        on,
        outcome,
        event: event.number,
        gave,
        undone: false,
    });
    let next = state.route.after(step, outcome, state.refused);
    if outcome == Outcome::Declined {
        state.refused = match &state.route.refusal {
            RefusalRule::NextOffer { most, .. }
                if state.refused.saturating_add(1) >= most.get() =>
            {
                0
            }
            RefusalRule::NextOffer { .. } | RefusalRule::EndsRoute | RefusalRule::NoConsequence => {
                state.refused.saturating_add(1)
            }
        };
    }
    match next {
        Some(Next::Step(code)) => enter(state, &code, on),
        Some(Next::End(reason)) => finish(state, Ending::Road(reason), on),
        None => {}
    }
}
