use sleutel_domain::{Reference, access::Party, cases::CaseFile, routes::Fact};

use super::{
    draft::{ActDraft, Doing},
    load::{Loaded, logged, new_row},
    tell,
};
use crate::{
    ActionError, App, Hold, Who,
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

/// Puts a household on a road, at its first step. One that is on a road already is held.
pub async fn begin(
    app: &App,
    who: &Who,
    reference: &Reference,
    draft: &BeginDraft,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::BeginCase).await?;
    let file = open_file(&mut act, reference).await?;
    act.require(Action::BeginCase, subject(&file))?;
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
    let programme = act.programme;
    // A home may become free, which nobody else may take in the meantime.
    sleutel_store::audit::take_head(&mut act.tx, programme).await?;
    let (mut loaded, whose) = act.case_for(doing.action(), reference).await?;
    if loaded.row.changes != changes {
        return Err(ActionError::Changed);
    }
    let party = who.kind().map_or(Party::Participant, Party::from);
    let (happened, on, for_party) = draft.read(doing, loaded.file.state(), party)?;
    let (actor, days, at) = (act.actor(for_party)?, act.days(on), act.at);
    let before = loaded.file.state().clone();
    loaded.file.act(happened, actor, days, at).map_err(Hold::Road)?;
    act.keep_case(&mut loaded, changes).await?;
    log_last(&mut act, &loaded).await?;
    tell::moved(&mut act, &loaded, &whose, &before).await?;
    let after = loaded.file.state();
    if before.held() != after.held() {
        if let Some(home) = after.held() {
            act.hold_home(reference, home).await?;
        }
        let lives_there = after.facts.contains_key(&Fact::MovedIn);
        if let Some(home) = before.held().filter(|_| !lives_there) {
            act.release_home(reference, home, after.open().is_none()).await?;
        }
    }
    act.commit().await
}

pub(super) async fn log_last(act: &mut Act<'_>, loaded: &Loaded<'_>) -> Result<(), ActionError> {
    let Some(event) = loaded.file.events().last() else { return Ok(()) };
    let detail = logged(&event.act);
    act.log("participant", loaded.row.reference.as_str(), &detail).await
}
