use serde_json::json;
use sleutel_domain::{
    Id, Reference,
    placement::{Round, Unplaced},
};
use sleutel_store::participants;

use super::{
    see::{Household, RoundView, household, load, may_for},
    which::Which,
};
use crate::{ActionError, App, Who, policy::Action};

/// Everything of a round that leaves the product in one file.
#[derive(Debug, Clone)]
pub struct RoundExport {
    /// The round with the proposal asked for.
    pub view: RoundView,
    /// Those not placed, within reach, in the order of the proposal.
    pub unplaced: Vec<(Household, Unplaced)>,
}

/// A round to take along, on paper or as a spreadsheet: only what this person may see, and
/// with a line in the log that names everybody in it.
pub async fn export(
    app: &App,
    who: &Who,
    id: Id<Round>,
    which: impl Into<Which>,
) -> Result<RoundExport, ActionError> {
    let mut act = app.begin(who, Action::ExportRound).await?;
    let programme = act.programme;
    let view = load(&mut act, who, id, which.into()).await?;
    let mut unplaced = Vec::new();
    if let Some((_, solved)) = &view.current {
        let all = &solved.proposal.unplaced;
        let references: Vec<&Reference> = all.iter().map(|it| &it.candidate).collect();
        let briefs = participants::briefs(&mut act.tx, programme, &references).await?;
        for it in all {
            let Some(row) = briefs.get(&it.candidate) else { continue };
            if may_for(who, Action::SeeProposal, row) {
                unplaced.push((household(who, row, false), it.clone()));
            }
        }
    }
    let mut shown = view.shown();
    shown.extend(unplaced.iter().map(|(it, _)| it.reference.as_str()));
    act.log("round", &id.to_string(), &json!({ "taken_along": shown })).await?;
    act.commit().await?;
    Ok(RoundExport { view, unplaced })
}

/// A round on paper: only its lines, and a line in the log that names everybody on them.
pub async fn paper(
    app: &App,
    who: &Who,
    id: Id<Round>,
    which: impl Into<Which>,
) -> Result<RoundView, ActionError> {
    let mut act = app.begin(who, Action::ExportRound).await?;
    let view = load(&mut act, who, id, which.into()).await?;
    act.log("round", &id.to_string(), &json!({ "taken_along": view.shown() })).await?;
    act.commit().await?;
    Ok(view)
}
