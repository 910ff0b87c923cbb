//! Homes that are kept for somebody: offered, given back, meant for the next household.

use jiff::{Span, civil::Date};
use serde_json::json;
use sleutel_domain::{
    Id, Phrase, Reference, VacancyCode,
    access::Party,
    cases::{Act as Happened, State},
    homes::VacancyStatus,
    participants::Readiness,
    placement::{FixingKind, PairVerdict, Round, RoundInput, StoredProposal, Verdict},
    routes::{Next, Outcome, Step, StepKind},
};
use sleutel_store::{
    cases::{self as rows, NextOfferRow, NextStanding},
    homes, participants,
    placement::{self, DecisionRow},
};

use super::{doing::log_last, load::Loaded};
use crate::{
    ActionError, Hold,
    act::{Act, new_uuid},
    policy::Action,
    rounds::{Pair, as_it_is_now, moves_with_others, put_back, ready_before, round_row},
};

/// How long an offer stands when the road has no term for the answer. Ours, and marked as
/// such.
const DAYS_TO_ANSWER: i32 = 7;

/// An offer that would be allowed, not written down yet.
#[derive(Debug)]
pub(crate) struct Offering<'a>(Loaded<'a>, u32);

/// Whether the road of a household allows that this home is offered now: `None` when they
/// are on no road, and then nothing is asked.
pub(crate) async fn may_be_offered<'a>(
    act: &mut Act<'a>,
    reference: &Reference,
    vacancy: &VacancyCode,
) -> Result<Result<Option<Offering<'a>>, Hold>, ActionError> {
    let Some(mut loaded) = act.case(reference, false).await? else { return Ok(Ok(None)) };
    let before = loaded.row.changes;
    let (mut actor, days, at) = (act.actor(None)?, act.days(None), act.at);
    // Somebody who says no themselves offers nothing to the next household: that is thought of
    // only, until whoever places says yes.
    if actor.party == Party::Participant {
        actor.party = Party::Provider;
    }
    let until = answer_by(loaded.file.state(), days.0);
    let offered = Happened::Offered { vacancy: vacancy.clone(), until };
    Ok(match loaded.file.act(offered, actor, days, at) {
        Ok(_) => Ok(Some(Offering(loaded, before))),
        Err(refusal) => Err(Hold::NotOnTheirRoad { reference: reference.clone(), refusal }),
    })
}

/// Writes an offer down.
pub(crate) async fn offered(
    act: &mut Act<'_>,
    Offering(mut loaded, before): Offering<'_>,
) -> Result<(), ActionError> {
    act.keep_case(&mut loaded, before).await?;
    log_last(act, &loaded).await
}

/// The last day to answer: the term of the step in which the person answers, counted from
/// the offer.
fn answer_by(state: &State<'_>, on: Date) -> Date {
    let term = answering(state).and_then(|step| step.term.as_ref());
    let by_term = term.and_then(|it| it.due(on, |need| state.when(need)));
    by_term.unwrap_or_else(|| on.saturating_add(Span::new().days(DAYS_TO_ANSWER)))
}

fn answering<'r>(state: &State<'r>) -> Option<&'r Step> {
    let mut step = state.step()?;
    for _ in 0..3 {
        if step.kind == StepKind::Offer {
            return Some(step);
        }
        let Some(Next::Step(next)) = step.outcomes.get(&Outcome::Done) else { return None };
        step = state.route.step(next)?;
    }
    None
}

/// An agreement that is taken back takes the offer back, as long as nobody answered it.
pub(crate) async fn take_offer_back(
    act: &mut Act<'_>,
    reference: &Reference,
    vacancy: &VacancyCode,
    reason: &Phrase,
) -> Result<(), ActionError> {
    let Some(mut loaded) = act.case(reference, false).await? else { return Ok(()) };
    if loaded.file.state().held() != Some(vacancy) {
        return Ok(());
    }
    let struck = loaded.file.struck();
    let offer = loaded.file.events().iter().rev().find(|it| {
        let this = matches!(&it.act, Happened::Offered { vacancy: of, .. } if of == vacancy);
        this && !struck.contains_key(&it.number)
    });
    let Some(event) = offer.map(|it| it.number) else { return Ok(()) };
    let before = loaded.row.changes;
    let (actor, days, at) = (act.actor(None)?, act.days(None), act.at);
    let strike = Happened::StruckOut { event, reason: reason.clone() };
    let held = |refusal| Hold::NotOnTheirRoad { reference: reference.clone(), refusal };
    loaded.file.act(strike, actor, days, at).map_err(held)?;
    act.keep_case(&mut loaded, before).await?;
    log_last(act, &loaded).await
}

impl Act<'_> {
    /// A home that was given back by what is now struck out is kept again, when nobody else
    /// has it. Whoever it was meant for next, and who was not confirmed yet, is not after all.
    pub(super) async fn hold_home(
        &mut self,
        reference: &Reference,
        code: &VacancyCode,
    ) -> Result<(), ActionError> {
        let programme = self.programme;
        let theirs = placement::decisions_of_household(&mut self.tx, programme, reference).await?;
        let agreed = |it: &&DecisionRow| it.verdict == Verdict::Agreed && it.vacancy == *code;
        if theirs.iter().any(|it| agreed(&it)) {
            return Ok(());
        }
        let gone = || Hold::HomeNotOpen { vacancy: code.clone() };
        let before = placement::undone_agreement(&mut self.tx, programme, reference, code).await?;
        let before = before.ok_or_else(gone)?;
        if let Some(next) = rows::take_next_offer_back(&mut self.tx, programme, code).await? {
            let (taken, open) = (VacancyStatus::Decided, VacancyStatus::Open);
            homes::set_vacancy_status(&mut self.tx, programme, code, taken, open).await?;
            let detail = json!({ "next-for-taken-back": code.as_str() });
            self.log("participant", next.reference.as_str(), &detail).await?;
        }
        let vacancy = homes::vacancy(&mut self.tx, programme, code).await?;
        let file = participants::file(&mut self.tx, programme, reference).await?;
        let open = vacancy.is_some_and(|it| it.status == VacancyStatus::Open);
        let placed = file.is_none_or(|it| matches!(it.readiness, Readiness::Placed { .. }));
        if !open || placed {
            return Err(gone().into());
        }
        put_back(self, DecisionRow { id: new_uuid(), ..before }).await
    }

    /// A home nobody takes: the agreement is undone, the household waits again or not, and
    /// the next household of the same proposal is looked for in the same transaction.
    pub(super) async fn release_home(
        &mut self,
        reference: &Reference,
        code: &VacancyCode,
        ended: bool,
    ) -> Result<(), ActionError> {
        let programme = self.programme;
        let (label, at) = (self.who.label(), self.at);
        let theirs = placement::decisions_of_household(&mut self.tx, programme, reference).await?;
        let agreed =
            theirs.into_iter().find(|it| it.verdict == Verdict::Agreed && it.vacancy == *code);
        let Some(agreed) = agreed else { return Ok(()) };
        let undone =
            placement::undo_decision(&mut self.tx, programme, agreed.id, &label, at).await?;
        if undone.is_none() {
            return Ok(());
        }
        let file = participants::file(&mut self.tx, programme, reference)
            .await?
            .ok_or(ActionError::NotFound)?;
        if matches!(file.readiness, Readiness::Placed { .. }) {
            let readiness =
                if ended { Readiness::Preparing } else { ready_before(self, reference).await? };
            participants::set_readiness(&mut self.tx, programme, reference, &readiness, &label, at)
                .await?;
        }
        if self.open_again(code).await? {
            self.mean_for_next(agreed.round, agreed.proposal, code).await?;
        }
        Ok(())
    }

    /// Whether the home is open again. A dwelling that was put on offer anew since then is
    /// open by that; the old time it came free is over.
    pub(super) async fn open_again(&mut self, code: &VacancyCode) -> Result<bool, ActionError> {
        let programme = self.programme;
        let vacancy =
            homes::vacancy(&mut self.tx, programme, code).await?.ok_or(ActionError::NotFound)?;
        if vacancy.status != VacancyStatus::Decided {
            return Ok(false);
        }
        let open = homes::open_vacancies(&mut self.tx, programme).await?;
        let anew = open.iter().any(|it| it.dwelling == vacancy.dwelling);
        let to = if anew { VacancyStatus::Withdrawn } else { VacancyStatus::Open };
        homes::set_vacancy_status(&mut self.tx, programme, code, VacancyStatus::Decided, to)
            .await?;
        let detail = json!({ "back": code.as_str(), "open": !anew });
        self.log_as(Action::Decide, "vacancy", code.as_str(), &detail).await?;
        Ok(!anew)
    }

    /// The rule: of the runners-up of the proposal, in its order, the first who still waits,
    /// still fits without an open question, was not turned down or kept apart for this home
    /// in the round, and whose road, if they are on one, allows an offer now. The home is
    /// kept for them until a named person says yes or no; with nobody it stays open.
    pub(super) async fn mean_for_next(
        &mut self,
        round: Id<Round>,
        proposal: Id<StoredProposal>,
        code: &VacancyCode,
    ) -> Result<(), ActionError> {
        let programme = self.programme;
        let solved = self.app.cache.get(&mut self.tx, programme, proposal).await?;
        let line = solved.proposal.placements.iter().find(|it| it.vacancy == *code);
        let Some(line) = line else { return Ok(()) };
        let row = round_row(self, round).await?;
        let Some(now) = as_it_is_now(self, &row).await? else { return Ok(()) };
        let tried = rows::next_offers_tried(&mut self.tx, programme, proposal, code).await?;
        for (place, runner) in (1u16..).zip(&line.runners_up) {
            let reference = &runner.candidate;
            if tried.iter().any(|it| it.reference == *reference)
                || !self.still_waits(&now, round, reference, code).await?
            {
                continue;
            }
            homes::set_vacancy_status(
                &mut self.tx,
                programme,
                code,
                VacancyStatus::Open,
                VacancyStatus::Decided,
            )
            .await?;
            let next = NextOfferRow {
                id: new_uuid(),
                vacancy: code.clone(),
                reference: reference.clone(),
                round,
                proposal,
                place,
                proposed_at: self.at,
                standing: NextStanding::Proposed,
            };
            rows::add_next_offer(&mut self.tx, programme, &next).await?;
            let detail = json!({ "next-for": code.as_str(), "place": place });
            return self.log("participant", reference.as_str(), &detail).await;
        }
        Ok(())
    }

    async fn still_waits(
        &mut self,
        now: &RoundInput,
        round: Id<Round>,
        reference: &Reference,
        code: &VacancyCode,
    ) -> Result<bool, ActionError> {
        let programme = self.programme;
        let candidate = now.candidates.iter().position(|it| it.reference == *reference);
        let home = now.homes.iter().position(|it| it.vacancy == *code);
        let Some((candidate, home)) = candidate.zip(home) else { return Ok(false) };
        if sleutel_placement::judge(now, candidate, home) != PairVerdict::Fits {
            return Ok(false);
        }
        let apart = placement::fixings(&mut self.tx, programme, round).await?;
        let banned = |it: &placement::FixingRow| {
            it.kind == FixingKind::Ban && it.reference == *reference && it.vacancy == *code
        };
        if apart.iter().any(banned) {
            return Ok(false);
        }
        let theirs = placement::decisions_of_household(&mut self.tx, programme, reference).await?;
        let placed = theirs.iter().any(|it| it.verdict == Verdict::Agreed);
        let turned_down = theirs.iter().any(|it| it.round == round && it.vacancy == *code);
        let file = participants::file(&mut self.tx, programme, reference).await?;
        let ready = file.is_some_and(|it| matches!(it.readiness, Readiness::Ready { .. }));
        if placed || turned_down || !ready {
            return Ok(false);
        }
        let pair = Pair { reference: reference.clone(), vacancy: code.clone() };
        if moves_with_others(Some(now), &pair).is_some() {
            return Ok(false);
        }
        Ok(may_be_offered(self, reference, code).await?.is_ok())
    }
}
