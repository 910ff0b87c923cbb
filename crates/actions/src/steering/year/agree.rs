use serde_json::json;
use sleutel_domain::steering::terms_faults;
use sleutel_store::year::{self as rows, YearGroupRow, YearRow};

use super::{
    draft::{YearDraft, place, terms, total},
    names,
};
use crate::{
    ActionError, App, Who, act::new_uuid, fields::Fields, policy::Action, steering::years,
};

/// Writes down another version of what is agreed for a year; nobody agrees with it yet. Gives
/// its number. [`ActionError::Changed`] when somebody wrote one since the form was made.
pub async fn agree_year(
    app: &App,
    who: &Who,
    year: i16,
    draft: &YearDraft,
) -> Result<u32, ActionError> {
    let mut act = app.begin_change(who, Action::ChangeNumbers).await?;
    let programme = act.programme;
    if !years(act.today()).contains(&year) {
        return Err(ActionError::NotFound);
    }
    let newest = rows::versions(&mut act.tx, programme, year).await?.into_iter().next();
    let was = newest.as_ref().map(|it| it.version.to_string()).unwrap_or_default();
    if was != draft.was {
        return Err(ActionError::Changed);
    }
    let names = names(&mut act).await?;
    let mut fields = Fields::default();
    let total = total(&mut fields, draft);
    let note = fields.words("note", &draft.note);
    let groups = terms(&mut fields, draft, &names);
    if let Some(total) = total {
        let terms: Vec<_> = groups.iter().map(|it| it.terms.clone()).collect();
        for fault in terms_faults(total, &terms) {
            place(&mut fields, draft, fault);
        }
    }
    let total = fields.done(total)?;
    let version = newest.map_or(1, |it| it.version.saturating_add(1));
    let (actor, at) = (act.who.label(), act.at);
    let row = YearRow { id: new_uuid(), year, version, total, note, actor, at };
    rows::add_version(&mut act.tx, programme, &row, &groups).await?;
    let bounds = |it: &YearGroupRow| {
        json!({
            "group": it.terms.group.as_str(), "counts": it.terms.counts,
            "lower": it.terms.floor, "upper": it.terms.ceiling,
        })
    };
    let detail = json!({
        "year": year, "version": version, "kind": total.code(), "homes": total.homes(),
        "groups": groups.iter().map(bounds).collect::<Vec<_>>(),
    });
    act.log("year", &year.to_string(), &detail).await?;
    act.commit().await?;
    Ok(version)
}
