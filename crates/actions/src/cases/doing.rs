use sleutel_domain::{
    FormCode, Reference,
    access::Party,
    cases::{Act as Happened, CaseFile, Refusal, State},
    routes::{Fact, Outcome, Step},
};

use super::{
    choices::by_hand,
    draft::{ActDraft, Doing},
    load::{Loaded, Whose, is_over, logged, new_row},
    tell,
};
use crate::{
    ActionError, App, Denied, Hold, Who,
    act::Act,
    fields::Fields,
    participants::{open_file, subject},
    policy::Action,
};

/// What somebody typed to begin a road.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BeginDraft {
    /// Code of the road.
    pub route: String,
    /// The day it begins; blank is today.
    pub on: String,
}

/// Puts a household on a road, at its first step. One that is on a road already is held, and so
/// is one whose objection on the road before is not answered yet.
pub async fn begin(
    app: &App,
    who: &Who,
    reference: &Reference,
    draft: &BeginDraft,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::BeginCase).await?;
    let file = open_file(&mut act, reference).await?;
    act.require(Action::BeginCase, subject(&file))?;
    // Upheld, it would put the household back on the road before; nobody is on two.
    let before = act.case_row(reference, true).await?;
    if before.is_some_and(|it| is_over(&it) && it.objection_due.is_some()) {
        return Err(Hold::ObjectionWaits.into());
    }
    let mut fields = Fields::default();
    let on = fields.date_opt("on", &draft.on).unwrap_or_else(|| act.today());
    let codes = app.routes.codes();
    let code = fields
        .choice("route", &draft.route, |text| codes.into_iter().find(|it| it.as_str() == text));
    let code = fields.done(code)?;
    let route = app
        .routes
        .in_force(code, on)
        .ok_or_else(|| ActionError::field("on", crate::FieldFault::NotAChoice))?;
    let (who, days, at) = (act.actor(None)?, (on, act.today()), act.at);
    let file = CaseFile::begin(&app.routes, route, who, days, at).map_err(Hold::Road)?;
    let row = new_row(reference, &file, at);
    let mut loaded = Loaded { row, file };
    act.keep_case(&mut loaded, 0).await?;
    log_last(&mut act, &loaded).await?;
    act.commit().await
}

/// Does something to a household's file. `changes` is how many events it had when the page
/// was made: somebody who comes second is told, and nothing is overwritten.
pub async fn act(
    app: &App,
    who: &Who,
    reference: &Reference,
    doing: Doing,
    draft: &ActDraft,
    changes: u32,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, doing.action()).await?;
    act_in(&mut act, reference, doing, draft, changes).await?;
    act.commit().await
}

/// The same within a transaction that is open; gives how many events the file has then.
pub(crate) async fn act_in(
    act: &mut Act<'_>,
    reference: &Reference,
    doing: Doing,
    draft: &ActDraft,
    changes: u32,
) -> Result<u32, ActionError> {
    let programme = act.programme;
    // A home may become free, which nobody else may take in the meantime.
    sleutel_store::audit::take_head(&mut act.tx, programme).await?;
    let (loaded, whose) = act.case_for(doing.action(), reference).await?;
    happens(act, loaded, &whose, doing, (draft, changes)).await
}

/// Does it, for somebody who may: at their own desk or, of their own file, at their own window.
pub(crate) async fn happens(
    act: &mut Act<'_>,
    mut loaded: Loaded<'_>,
    whose: &Whose,
    doing: Doing,
    (draft, changes): (&ActDraft, u32),
) -> Result<u32, ActionError> {
    if loaded.row.changes != changes {
        return Err(ActionError::Changed);
    }
    let party = act.who.party().unwrap_or(Party::Participant);
    let reference = loaded.row.reference.clone();
    let (happened, on, for_party) = draft.read(doing, loaded.file.state(), party)?;
    if whose.is_guest(act.who, doing.action()) {
        let struck =
            if let Happened::StruckOut { event, .. } = &happened { Some(event) } else { None };
        let own = match struck {
            Some(event) => act.wrote(&loaded.row).await?.contains(event),
            None => for_party.is_none() && Doing::OF_A_GUEST.contains(&doing),
        };
        if !own {
            return Err(Denied { action: doing.action(), logged_in: true }.into());
        }
    }
    let (actor, days, at) = (act.actor(for_party)?, act.days(on), act.at);
    let before = loaded.file.state().clone();
    let stored = act.beside(&reference, &before).await?;
    by_hand(&happened, &actor).map_err(Hold::Road)?;
    loaded.file.may(happened.clone(), actor.clone(), days, at).map_err(Hold::Road)?;
    loaded.file.held_by(&happened, &stored.beside, &act.app.forms).map_err(Hold::Road)?;
    loaded.file.act(happened, actor, days, at).map_err(Hold::Road)?;
    act.keep_case(&mut loaded, changes).await?;
    log_last(act, &loaded).await?;
    tell::moved(act, &loaded, whose, &before).await?;
    let after = loaded.file.state();
    agreements_follow(act, &reference, &before, after).await?;
    if before.held() != after.held() {
        if let Some(home) = after.held() {
            act.hold_home(&reference, home).await?;
        }
        let lives_there = after.facts.contains_key(&Fact::MovedIn);
        if let Some(home) = before.held().filter(|_| !lives_there) {
            act.release_home(&reference, home, after.open().is_none()).await?;
        }
    }
    Ok(loaded.row.changes)
}

/// A home that was taken begins the agreements of the road, and of another road the file moves
/// to; one that is not taken after all, or not lived
/// in by the end of the road, takes them back.
async fn agreements_follow(
    act: &mut Act<'_>,
    reference: &Reference,
    before: &State<'_>,
    after: &State<'_>,
) -> Result<(), ActionError> {
    let lives_there = |it: &State<'_>| it.facts.contains_key(&Fact::MovedIn);
    let over = |it: &State<'_>| it.open().is_none() && !lives_there(it);
    let had = before.home.as_ref().filter(|_| !over(before));
    let kept = after.home.as_ref().filter(|_| !over(after));
    if let Some(home) = had.filter(|it| kept != Some(*it)) {
        act.withdraw_agreements(reference, home).await?;
    }
    let road = |state: &State<'_>| (state.route.code.clone(), state.route.version);
    let moved = road(before) != road(after);
    match kept.filter(|_| !lives_there(after) && (moved || had != kept)) {
        Some(home) => act.begin_agreements(reference, after.route, home).await,
        None => Ok(()),
    }
}

/// Ends the open step as done for a form that was sent with it, as part of the act of sending.
pub(crate) async fn end_with_form(
    act: &mut Act<'_>,
    reference: &Reference,
    form: &FormCode,
) -> Result<(), ActionError> {
    let (mut loaded, whose) = act.case_for(Action::ActOnCase, reference).await?;
    let changes = loaded.row.changes;
    let state = loaded.file.state();
    let asks = |it: &&Step| it.forms.iter().any(|it| it.code == *form);
    let step = state.step().filter(asks).ok_or(Hold::Road(Refusal::NotStarted))?;
    let happened = ended_as_done(step);
    let before = state.clone();
    let stored = act.beside(reference, &before).await?;
    let (actor, days, at) = (act.actor(None)?, act.days(None), act.at);
    loaded.file.held_by(&happened, &stored.beside, &act.app.forms).map_err(Hold::Road)?;
    loaded.file.act(happened, actor, days, at).map_err(Hold::Road)?;
    act.keep_case(&mut loaded, changes).await?;
    if let Some(event) = loaded.file.events().last() {
        let detail = logged(&event.act);
        act.log_as(Action::ActOnCase, "participant", reference.as_str(), &detail).await?;
    }
    tell::moved(act, &loaded, &whose, &before).await
}

pub(crate) fn ended_as_done(step: &Step) -> Happened {
    Happened::StepEnded { step: step.code.clone(), outcome: Outcome::Done, note: None }
}

pub(super) async fn log_last(act: &mut Act<'_>, loaded: &Loaded<'_>) -> Result<(), ActionError> {
    let Some(event) = loaded.file.events().last() else { return Ok(()) };
    let detail = logged(&event.act);
    act.log("participant", loaded.row.reference.as_str(), &detail).await
}
