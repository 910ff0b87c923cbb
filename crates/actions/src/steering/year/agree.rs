use serde_json::json;
use sleutel_domain::steering::{AreaException, AreaRule, AssociationTerms, terms_faults};
use sleutel_store::year::{self as rows, YearGroupRow, YearRow};

use super::{
    draft::{YearDraft, place, terms, total},
    groups::{BelowNational, groups_in},
    places::city,
};
use crate::{
    ActionError, App, Hold, Who, act::new_uuid, fields::Fields, policy::Action, steering::years,
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
    // What was agreed for a year that is over may still be written down, once.
    if newest.is_some() && year < act.today().year() {
        return Err(Hold::YearIsOver { year }.into());
    }
    let known = groups_in(&mut act, year).await?;
    let mut fields = Fields::default();
    let total = total(&mut fields, draft);
    let note = fields.words("note", &draft.note);
    let groups = terms(&mut fields, draft, &known);
    let agreed: Vec<_> = groups.iter().map(|it| it.terms.clone()).collect();
    let below = known.below(&mut fields, draft, &agreed);
    if let Some(total) = total {
        for fault in terms_faults(total, &agreed) {
            place(&mut fields, draft, fault);
        }
    }
    let city = city(&mut act).await?;
    let places = city.places(&mut fields, draft, total);
    let targets = city.targets(&mut fields, draft, total);
    let total = fields.done(total)?;
    let faults = city.faults(total, &places, targets.as_ref());
    if !faults.is_empty() {
        return Err(Hold::YearDoesNotFit { faults }.into());
    }
    let version = newest.map_or(1, |it| it.version.saturating_add(1));
    let (actor, at) = (act.who.label(), act.at);
    let row = YearRow { id: new_uuid(), year, version, total, note, actor, at };
    rows::add_version(&mut act.tx, programme, &row, &groups).await?;
    rows::add_places(&mut act.tx, programme, row.id, &places).await?;
    if let Some(targets) = &targets {
        rows::add_targets(&mut act.tx, programme, row.id, targets).await?;
    }
    let bounds = |it: &YearGroupRow| {
        json!({
            "group": it.terms.group.as_str(), "counts": it.terms.counts,
            "lower": it.terms.floor, "upper": it.terms.ceiling,
        })
    };
    let rule = |it: &AreaRule| {
        json!([it.level.code(), it.side.code(), it.measure.code(), it.amount, it.rounding.code()])
    };
    let named = |it: &AreaException| json!([it.area.as_str(), it.floor, it.ceiling]);
    let target =
        |it: &AssociationTerms| json!([it.association.as_str(), it.floor, it.target, it.ceiling]);
    let short = |it: &BelowNational| json!([it.group.as_str(), it.floor, it.homes]);
    let mut detail = json!({
        "year": year, "version": version, "kind": total.code(), "homes": total.homes(),
        "groups": groups.iter().map(bounds).collect::<Vec<_>>(),
        "rules": places.rules.iter().map(rule).collect::<Vec<_>>(),
        "named": places.named.iter().map(named).collect::<Vec<_>>(),
        "places": places.terms.len(), "missing": places.missing.len(),
        "targets": targets.iter().flat_map(|it| &it.terms).map(target).collect::<Vec<_>>(),
    });
    if let (false, Some(facts)) = (below.is_empty(), detail.as_object_mut()) {
        facts.insert("below_national".to_owned(), below.iter().map(short).collect());
    }
    act.log("year", &year.to_string(), &detail).await?;
    act.commit().await?;
    Ok(version)
}
