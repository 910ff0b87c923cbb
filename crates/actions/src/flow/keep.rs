//! Keeping the times of a file beside its events.

use sleutel_domain::{cases::SpellEnd, participants::LivingSituation};
use sleutel_store::{
    cases,
    flow::{self as rows, FlowRow, SpellRow},
};

use crate::{ActionError, App, Who, act::Act, cases::Loaded, policy::Action};

impl Act<'_> {
    /// Works out the times of a file from its events. Where the household lived until the keys is
    /// what is `told`, or else what its participant's file says as long as there are no keys.
    pub(crate) async fn keep_flow(
        &mut self,
        loaded: &Loaded<'_>,
        told: Option<Option<LivingSituation>>,
    ) -> Result<(), ActionError> {
        let (programme, case) = (self.programme, loaded.row.id);
        let spells = loaded.file.spells();
        let housed = spells
            .iter()
            .any(|it| it.kind == "keys" && it.ended.is_some_and(|(_, how)| how == SpellEnd::Done));
        let before = rows::flow_of(&mut self.tx, programme, case).await?;
        let lived = match (told, before) {
            (Some(told), _) => told,
            (None, Some(before)) if before.housed && housed => before.lived,
            (None, _) => rows::lives(&mut self.tx, programme, &loaded.row.reference).await?,
        };
        let spells: Vec<SpellRow> = spells
            .into_iter()
            .map(|it| SpellRow {
                route: it.route.0,
                version: it.route.1.get(),
                step: it.step,
                kind: it.kind.to_owned(),
                opened: it.opened,
                due: it.due,
                rested: it.rested,
                rests_since: it.rests_since,
                ended: it.ended,
                outcome: it.outcome.map(|it| it.code().to_owned()),
            })
            .collect();
        let row = FlowRow { lived, housed, changes: loaded.row.changes };
        rows::keep_flow(&mut self.tx, programme, case, &row, &spells).await?;
        Ok(())
    }
}

/// Works out the times of files from before times were kept; gives how many. Where somebody lived
/// who has keys already is not known of these.
pub async fn catch_up(app: &App, who: &Who) -> Result<usize, ActionError> {
    let mut act = app.begin(who, Action::Import).await?;
    let behind = rows::behind(&mut act.tx, act.programme).await?;
    if behind.is_empty() {
        return Ok(0);
    }
    for (case, reference) in &behind {
        let files = cases::cases_of(&mut act.tx, act.programme, reference).await?;
        let Some(row) = files.into_iter().find(|it| it.id == *case) else { continue };
        let loaded = act.read_case(row).await?;
        let has_keys = |it: &sleutel_domain::cases::StepSpell| {
            it.kind == "keys" && it.ended.is_some_and(|(_, how)| how == SpellEnd::Done)
        };
        let housed = loaded.file.spells().iter().any(has_keys);
        act.keep_flow(&loaded, housed.then_some(None)).await?;
    }
    act.log("flow", "", &serde_json::json!({ "files": behind.len() })).await?;
    act.commit().await?;
    Ok(behind.len())
}
