//! Pilots: files that somebody follows together, with a log of how they stood.

mod change;
mod stood;

pub use change::{
    NoteDraft, PilotDraft, close_pilot, create_pilot, note_pilot, put_in_pilot, reopen_pilot,
    take_out_of_pilot,
};
pub use stood::{Phase, Stood};

use std::collections::BTreeMap;

use serde_json::json;
use sleutel_domain::Reference;
use sleutel_store::flow::{
    self as rows, FlowFilter, PilotCaseRow, PilotLogRow, PilotRow, StandRow,
};
use uuid::Uuid;

use super::within_reach;
use crate::{
    ActionError, App, Who,
    act::Act,
    policy::{self, Action, Reach},
};

/// A file in a pilot, as far as somebody may list it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PilotCase {
    /// Since when it is in it, and until when it was.
    pub row: PilotCaseRow,
    /// Where it stands on its road.
    pub stand: StandRow,
    /// How far that is.
    pub phase: Phase,
}

/// A pilot as somebody may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PilotView {
    /// Name, aim and days.
    pub row: PilotRow,
    /// The files in it within reach, by reference.
    pub cases: Vec<PilotCase>,
    /// Files that were taken out, within reach.
    pub taken_out: Vec<PilotCase>,
    /// How the files within reach stand.
    pub stood: Stood,
    /// Whether that is all of them.
    pub whole: bool,
    /// What happened, the latest first; empty for whoever does not see all files.
    pub log: Vec<PilotLogRow>,
}

/// Every pilot with its files within reach. A pilot without any is left out for whoever does not see
/// all files.
async fn all(act: &mut Act<'_>) -> Result<Vec<PilotView>, ActionError> {
    let programme = act.programme;
    let whole = policy::reach_of(act.who, Action::ListCases) == Reach::All;
    let pilots = rows::pilots(&mut act.tx, programme).await?;
    let members = rows::pilot_cases(&mut act.tx, programme).await?;
    let filter = within_reach(act.who, &FlowFilter::default());
    let mut wanted: Vec<String> = members.iter().map(|(_, it)| it.reference.to_string()).collect();
    wanted.sort();
    wanted.dedup();
    let stands = rows::stands(&mut act.tx, programme, &filter, &wanted).await?;
    let stands: BTreeMap<Reference, StandRow> =
        stands.into_iter().map(|it| (it.reference.clone(), it)).collect();
    let mut of: BTreeMap<Uuid, Vec<PilotCase>> = BTreeMap::new();
    for (pilot, row) in members {
        let Some(stand) = stands.get(&row.reference).cloned() else { continue };
        let phase = Phase::of(&stand);
        of.entry(pilot).or_default().push(PilotCase { row, stand, phase });
    }
    let views = pilots.into_iter().map(|row| {
        let cases = of.remove(&row.id).unwrap_or_default();
        let (taken_out, cases): (Vec<_>, Vec<_>) =
            cases.into_iter().partition(|it| it.row.removed_on.is_some());
        let stood = Stood::of(cases.iter().map(|it| it.phase));
        PilotView { row, cases, taken_out, stood, whole, log: Vec::new() }
    });
    Ok(views.filter(|it| whole || !it.cases.is_empty()).collect())
}

/// Every pilot that somebody may see, the newest first.
pub async fn pilots(app: &App, who: &Who) -> Result<Vec<PilotView>, ActionError> {
    let mut act = app.look(who, Action::ListCases).await?;
    all(&mut act).await
}

async fn one(act: &mut Act<'_>, id: Uuid) -> Result<PilotView, ActionError> {
    let views = all(act).await?;
    let mut view = views.into_iter().find(|it| it.row.id == id).ok_or(ActionError::NotFound)?;
    if view.whole {
        view.log = rows::pilot_log(&mut act.tx, act.programme, id).await?;
    }
    Ok(view)
}

/// One pilot, with its log. The log of the programme names the files that were shown.
pub async fn pilot(app: &App, who: &Who, id: Uuid) -> Result<PilotView, ActionError> {
    opened(app, who, id, Action::ListCases, "shown").await
}

/// The same, to be taken away as a file; for whoever may take away a list of files.
pub async fn export_pilot(app: &App, who: &Who, id: Uuid) -> Result<PilotView, ActionError> {
    opened(app, who, id, Action::ExportCases, "exported").await
}

async fn opened(
    app: &App,
    who: &Who,
    id: Uuid,
    action: Action,
    how: &str,
) -> Result<PilotView, ActionError> {
    let mut act = app.begin(who, action).await?;
    let view = one(&mut act, id).await?;
    let all = view.cases.iter().chain(&view.taken_out);
    let files: Vec<&str> = all.map(|it| it.row.reference.as_str()).collect();
    act.log("pilot", &id.to_string(), &json!({ how: files })).await?;
    act.commit().await?;
    Ok(view)
}
