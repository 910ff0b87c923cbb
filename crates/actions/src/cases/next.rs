use sleutel_domain::{Phrase, Reference, VacancyCode, homes::VacancyStatus, placement::Verdict};
use sleutel_store::{
    audit,
    cases::{self as rows, NextOfferRow, NextStanding},
    homes,
    placement::DecisionRow,
};
use uuid::Uuid;

use crate::{
    ActionError, App, Denied, Hold, Who,
    act::{Act, new_uuid},
    fields::Fields,
    participants::subject_of,
    policy::{self, Action, Subject},
    rounds::{Room, as_it_is_now, group_of, one, round_row},
};

/// A home that came back and is meant for the next household.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextView {
    /// What to confirm it by.
    pub id: Uuid,
    /// Which home.
    pub vacancy: VacancyCode,
    /// Where it is.
    pub address: String,
    /// For whom.
    pub reference: Reference,
    /// Their name, for who may see it.
    pub name: Option<String>,
    /// Which of the runners-up they were, from 1.
    pub place: u16,
}

/// Homes that wait for this person to say whether the next household gets them.
pub async fn next_offers(app: &App, who: &Who) -> Result<Vec<NextView>, ActionError> {
    let mut act = app.begin(who, Action::Decide).await?;
    let programme = act.programme;
    let mut views = Vec::new();
    for row in rows::next_offers(&mut act.tx, programme).await? {
        let (provider, worker) = subject_of(&mut act, &row.reference).await?;
        let subject = Subject { organisation: Some(&provider), worker: worker.as_deref() };
        if !policy::may_for(who, Action::Decide, subject) {
            continue;
        }
        let name = if policy::may_for(who, Action::SeeIdentity, subject) {
            super::load::name_of(&mut act.tx, programme, &row.reference).await?
        } else {
            None
        };
        let address = address(&mut act, &row.vacancy).await?;
        act.log("participant", row.reference.as_str(), &serde_json::json!({ "next": true }))
            .await?;
        let (id, vacancy, reference, place) = (row.id, row.vacancy, row.reference, row.place);
        views.push(NextView { id, vacancy, address, reference, name, place });
    }
    act.commit().await?;
    Ok(views)
}

pub(super) async fn address(act: &mut Act<'_>, code: &VacancyCode) -> Result<String, ActionError> {
    let programme = act.programme;
    let Some(vacancy) = homes::vacancy(&mut act.tx, programme, code).await? else {
        return Ok(code.to_string());
    };
    let dwelling = homes::dwelling(&mut act.tx, programme, &vacancy.dwelling).await?;
    Ok(dwelling.map_or_else(|| code.to_string(), |it| format!("{} {}", it.street, it.house_number)))
}

/// Says, as a named person, that the next household is offered the home, or that it is not:
/// then the one after them is looked for. A machine proposes, people decide.
pub async fn settle_next(
    app: &App,
    who: &Who,
    id: Uuid,
    confirm: bool,
    reason: &str,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::Decide).await?;
    let programme = act.programme;
    audit::take_head(&mut act.tx, programme).await?;
    let open = rows::next_offers(&mut act.tx, programme).await?;
    let next = open.into_iter().find(|it| it.id == id).ok_or(Hold::AlreadyDecided)?;
    let (provider, worker) = subject_of(&mut act, &next.reference).await?;
    let subject = Subject { organisation: Some(&provider), worker: worker.as_deref() };
    act.require(Action::Decide, subject)?;
    let mut fields = Fields::default();
    let reason = fields.text("reason", reason, Phrase::new);
    let reason = fields.done(reason)?;
    let standing = if confirm { NextStanding::Confirmed } else { NextStanding::TurnedDown };
    let by = (who.label(), act.at);
    let by = (by.0.as_str(), by.1);
    if !rows::settle_next_offer(&mut act.tx, programme, id, standing, by, &reason).await? {
        return Err(Hold::AlreadyDecided.into());
    }
    homes::set_vacancy_status(
        &mut act.tx,
        programme,
        &next.vacancy,
        VacancyStatus::Decided,
        VacancyStatus::Open,
    )
    .await?;
    if confirm {
        agree(&mut act, &next, reason).await?;
    } else {
        let detail = serde_json::json!({ "turned-down": next.vacancy.as_str() });
        act.log("participant", next.reference.as_str(), &detail).await?;
        act.mean_for_next(next.round, next.proposal, &next.vacancy).await?;
    }
    act.commit().await
}

async fn agree(act: &mut Act<'_>, next: &NextOfferRow, reason: Phrase) -> Result<(), ActionError> {
    let programme = act.programme;
    let denied = || Denied { action: Action::Decide, logged_in: false };
    let account = act.who.account().ok_or_else(denied)?;
    let round = round_row(act, next.round).await?;
    let solved = act.app.cache.get(&mut act.tx, programme, next.proposal).await?;
    let group = group_of(&solved.input, &next.reference).ok_or(Hold::NotALine)?;
    let now = as_it_is_now(act, &round).await?;
    let mut room = Room::read(act, &round).await?;
    let row = DecisionRow {
        id: new_uuid(),
        round: next.round,
        proposal: next.proposal,
        vacancy: next.vacancy.clone(),
        reference: next.reference.clone(),
        group,
        year: round.held_on.year(),
        verdict: Verdict::Agreed,
        reason,
        actor: act.who.label(),
        account,
        at: act.at,
    };
    match one(act, &row, now.as_ref(), &mut room, &solved.input).await? {
        None => Ok(()),
        Some(hold) => Err(hold.into()),
    }
}
