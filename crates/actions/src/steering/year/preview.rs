use sleutel_domain::steering::terms_faults;

use super::{
    Outcome,
    draft::{YearDraft, place, terms, total},
    groups::groups_in,
    places::city,
};
use crate::{
    ActionError, App, Who,
    fields::Fields,
    policy::{Action, Subject},
    steering::years,
};

/// What a version would come to, of what was typed so far. Nothing is written down, and what does not
/// fit is told with it.
pub async fn preview_year(
    app: &App,
    who: &Who,
    year: i16,
    draft: &YearDraft,
) -> Result<Outcome, ActionError> {
    let mut act = app.look(who, Action::ChangeNumbers).await?;
    act.require(Action::ChangeNumbers, Subject::default())?;
    if !years(act.today()).contains(&year) {
        return Err(ActionError::NotFound);
    }
    let known = groups_in(&mut act, year).await?;
    let city = city(&mut act).await?;
    let mut fields = Fields::default();
    let total = total(&mut fields, draft);
    let groups = terms(&mut fields, draft, &known);
    let agreed: Vec<_> = groups.into_iter().map(|it| it.terms).collect();
    known.below(&mut fields, draft, &agreed);
    if let Some(total) = total {
        for fault in terms_faults(total, &agreed) {
            place(&mut fields, draft, fault);
        }
    }
    let places = city.places(&mut fields, draft, total);
    let targets = city.targets(&mut fields, draft, total);
    let total = fields.done(total)?;
    let faults = city.faults(total, &places, targets.as_ref());
    Ok(Outcome { total, places, targets, faults })
}
