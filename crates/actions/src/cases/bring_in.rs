use jiff::civil::Date;
use sleutel_domain::{
    Reference, RouteCode,
    cases::{Act as Happened, CaseFile, Who as Actor},
    participants::LivingSituation,
    routes::Fact,
};

use super::load::{Loaded, new_row};
use crate::{ActionError, App, Denied, Hold, Who, policy::Action};

/// Something that happened before the file came here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastEvent {
    /// The day.
    pub on: Date,
    /// Who did it.
    pub who: Actor,
    /// What.
    pub act: Happened,
}

/// When what happened before counts as written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recorded {
    /// Now, as it is: the days they are true from are the days of then.
    Now,
    /// In the afternoon of the day itself, as it would have been. Only an invented city can be
    /// told so; elsewhere it would be untrue.
    OnTheDay,
}

/// A file that was under way before it came here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Whose.
    pub reference: Reference,
    /// The road.
    pub route: RouteCode,
    /// The day it began.
    pub began: Date,
    /// Who began it.
    pub who: Actor,
    /// What happened since, in order.
    pub events: Vec<PastEvent>,
    /// Where they lived until the keys, when that is not where the participant's file says they
    /// live now.
    pub lived: Option<LivingSituation>,
}

/// Brings in files that were under way before, all of them or none. Each has to be possible
/// on its road; the first that is not says which and why. A home that was accepted and is not
/// lived in yet begins its agreements, as it does for a file that walked here.
pub async fn bring_in(
    app: &App,
    who: &Who,
    files: &[Past],
    recorded: Recorded,
) -> Result<usize, ActionError> {
    let mut act = app.begin(who, Action::Import).await?;
    let invented = who.programme().is_some_and(|it| it.demo);
    if recorded == Recorded::OnTheDay && !invented {
        return Err(Denied { action: Action::Import, logged_in: true }.into());
    }
    let (now, today) = (act.at, act.today());
    let written = |on: Date| match recorded {
        Recorded::Now => now,
        Recorded::OnTheDay => {
            let at = on.at(15, 0, 0, 0).to_zoned(app.zone.clone());
            at.map_or(now, |it| it.timestamp()).min(now)
        }
    };
    for past in files {
        let held = |refusal| Hold::NotOnTheirRoad { reference: past.reference.clone(), refusal };
        crate::participants::subject_of(&mut act, &past.reference).await?;
        let route = app.routes.in_force(&past.route, past.began).ok_or_else(|| {
            held(sleutel_domain::cases::Refusal::NoSuchRoute(past.route.clone(), 0))
        })?;
        let (days, at) = ((past.began, today), written(past.began));
        let mut file =
            CaseFile::begin(&app.routes, route, past.who.clone(), days, at).map_err(held)?;
        for it in &past.events {
            let at = written(it.on);
            file.act(it.act.clone(), it.who.clone(), (it.on, today), at).map_err(held)?;
        }
        let row = new_row(&past.reference, &file, at);
        let mut loaded = Loaded { row, file };
        act.at = loaded.file.events().last().map_or(now, |it| it.recorded);
        act.keep_case(&mut loaded, 0).await?;
        if past.lived.is_some() {
            act.keep_flow(&loaded, Some(past.lived)).await?;
        }
        act.at = now;
        let state = loaded.file.state();
        let waits = state.open().is_some() && !state.facts.contains_key(&Fact::MovedIn);
        if let Some(home) = state.home.as_ref().filter(|_| waits) {
            act.begin_agreements(&past.reference, state.route, home).await?;
        }
        let detail =
            serde_json::json!({ "route": past.route.as_str(), "events": past.events.len() });
        act.log("participant", past.reference.as_str(), &detail).await?;
    }
    act.commit().await?;
    Ok(files.len())
}
