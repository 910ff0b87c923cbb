//! A version comes into force: its numbers become those the rounds keep to.

use std::collections::BTreeMap;

use serde_json::json;
use sleutel_domain::{
    OrganisationCode,
    homes::Place,
    placement::Agreed,
    steering::{Part, PartTerms, YearFault, area_faults},
};
use sleutel_exchange::stored::fingerprint;
use sleutel_store::{
    homes::AreaRow,
    numbers::{self, CeilingRow, TargetRow},
    year::{self as rows, AgreedPlaces, AgreedTargets, ForceRow, YearRow},
};

use super::{
    YearSubject,
    places::{City, city},
};
use crate::{
    ActionError, App, Hold, Who,
    act::{Act, new_uuid},
    policy::{Action, Subject},
    steering::years,
};

/// The bounds of something in the numbers of a year: before, and as a version has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// A place or an association.
    pub subject: YearSubject,
    /// As it stands; `None` when nothing was agreed.
    pub before: Option<Agreed>,
    /// As the version has it. What is realised is the same.
    pub after: Agreed,
}

/// What putting a version in force would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForceView {
    /// The newest version.
    pub version: YearRow,
    /// What would change, places first.
    pub moved: Vec<Moved>,
    /// What does not fit once they stand together with the bounds of which the version says nothing.
    pub faults: Vec<YearFault>,
    /// What was looked at, to say when putting it in force.
    pub seen: String,
    /// What was put in force before, the last first.
    pub force: Vec<ForceRow>,
    /// The parts of the city.
    pub areas: Vec<AreaRow>,
    /// What the associations are called.
    pub associations: BTreeMap<OrganisationCode, String>,
}

/// What putting the newest version of a year in force would change, number by number.
pub async fn force_view(app: &App, who: &Who, year: i16) -> Result<ForceView, ActionError> {
    let mut act = app.look(who, Action::DecideShares).await?;
    act.require(Action::DecideShares, Subject::default())?;
    let version = newest(&mut act, year).await?;
    let (places, targets) = contents(&mut act, &version).await?;
    let moved = moved(&mut act, year, &places, targets.as_ref()).await?;
    let programme = act.programme;
    let city = city(&mut act).await?;
    let faults = together(&mut act, &version, &city, &moved).await?;
    Ok(ForceView {
        seen: seen(&version, &moved),
        moved,
        faults,
        version,
        force: rows::in_force(&mut act.tx, programme, year).await?,
        areas: city.areas,
        associations: city.associations,
    })
}

/// What does not fit in the bounds of all places as they will stand.
async fn together(
    act: &mut Act<'_>,
    version: &YearRow,
    city: &City,
    moved: &[Moved],
) -> Result<Vec<YearFault>, ActionError> {
    let stands = numbers::ceilings(&mut act.tx, act.programme, version.year).await?;
    let term = |part: &Part| {
        let after = moved.iter().find(|it| it.subject == YearSubject::Area(part.area.clone()));
        let place = Place::Area(part.area.clone());
        let now = stands.iter().find(|it| it.place == place).map(|it| it.agreed);
        let agreed = after.map(|it| it.after).or(now)?;
        Some(PartTerms {
            area: part.area.clone(),
            level: part.level,
            floor: Some(agreed.lower).filter(|it| *it > 0),
            ceiling: agreed.upper,
            figure: None,
            ground: String::new(),
        })
    };
    let terms: Vec<PartTerms> = city.parts.iter().filter_map(term).collect();
    Ok(area_faults(version.total.homes(), &city.parts, &terms))
}

/// What stands otherwise in the numbers of a year than in the version that is in force; nothing when
/// none is. `before` is how it stands, `after` is as the version has it.
pub async fn differing(app: &App, who: &Who, year: i16) -> Result<Vec<Moved>, ActionError> {
    let mut act = app.look(who, Action::SeeNumbers).await?;
    let programme = act.programme;
    let Some(force) = rows::in_force(&mut act.tx, programme, year).await?.into_iter().next() else {
        return Ok(Vec::new());
    };
    let places = rows::places_of(&mut act.tx, programme, force.agreement).await?;
    let targets = rows::targets_of(&mut act.tx, programme, force.agreement).await?;
    moved(&mut act, year, &places, targets.as_ref()).await
}

/// Puts the newest version of a year in force: the bounds of its places and associations become
/// those of the year, and the rounds keep to them at once. What was realised stays, and so does a
/// bound of which the version says nothing, unless it would cross one it does say. `looked_at` is
/// [`ForceView::seen`]. [`ActionError::Changed`] when there is another version than was looked at,
/// or somebody changed a number since.
pub async fn put_in_force(
    app: &App,
    who: &Who,
    year: i16,
    looked_at: &str,
) -> Result<u32, ActionError> {
    let mut act = app.begin_change(who, Action::DecideShares).await?;
    let programme = act.programme;
    let newest = newest(&mut act, year).await?;
    let (places, targets) = contents(&mut act, &newest).await?;
    let moved = moved(&mut act, year, &places, targets.as_ref()).await?;
    if seen(&newest, &moved) != looked_at {
        return Err(ActionError::Changed);
    }
    let loads: BTreeMap<Place, Option<u32>> = numbers::ceilings(&mut act.tx, programme, year)
        .await?
        .into_iter()
        .map(|it| (it.place, it.load))
        .collect();
    for one in &moved {
        match &one.subject {
            YearSubject::Area(area) => {
                let place = Place::Area(area.clone());
                let load = loads.get(&place).copied().flatten();
                let row = CeilingRow { place, year, agreed: one.after, load };
                numbers::save_ceiling(&mut act.tx, programme, &row).await?;
            }
            YearSubject::Association(association) => {
                let row = TargetRow { association: association.clone(), year, agreed: one.after };
                numbers::save_target(&mut act.tx, programme, &row).await?;
            }
            YearSubject::Total | YearSubject::Group(_) => {}
        }
    }
    let before = rows::in_force(&mut act.tx, programme, year).await?;
    let row = ForceRow {
        id: new_uuid(),
        year,
        number: before.first().map_or(1, |it| it.number.saturating_add(1)),
        agreement: newest.id,
        actor: act.who.label(),
        at: act.at,
    };
    rows::add_in_force(&mut act.tx, programme, &row).await?;
    let detail = json!({
        "year": year, "version": newest.version, "in_force": row.number,
        "changes": moved.iter().map(told).collect::<Vec<_>>(),
    });
    act.log("year", &year.to_string(), &detail).await?;
    act.commit().await?;
    Ok(newest.version)
}

/// A change in codes and figures.
fn told(it: &Moved) -> serde_json::Value {
    json!([
        it.subject.code(),
        it.before.map(|it| json!([it.lower, it.upper])),
        [Some(it.after.lower), it.after.upper],
    ])
}

/// A version with what it would change, as one word.
fn seen(version: &YearRow, moved: &[Moved]) -> String {
    let all = json!([version.version, moved.iter().map(told).collect::<Vec<_>>()]);
    fingerprint(all.to_string().as_bytes())
}

/// The newest version of a year that can still change.
async fn newest(act: &mut Act<'_>, year: i16) -> Result<YearRow, ActionError> {
    let today = act.today();
    if !years(today).contains(&year) {
        return Err(ActionError::NotFound);
    }
    if year < today.year() {
        return Err(Hold::YearIsOver { year }.into());
    }
    let programme = act.programme;
    let newest = rows::versions(&mut act.tx, programme, year).await?.into_iter().next();
    Ok(newest.ok_or(Hold::NoYearAgreed { year })?)
}

async fn contents(
    act: &mut Act<'_>,
    version: &YearRow,
) -> Result<(AgreedPlaces, Option<AgreedTargets>), ActionError> {
    let programme = act.programme;
    let places = rows::places_of(&mut act.tx, programme, version.id).await?;
    let targets = rows::targets_of(&mut act.tx, programme, version.id).await?;
    if places.terms.is_empty() && targets.is_none() {
        return Err(Hold::NothingToPutInForce.into());
    }
    Ok((places, targets))
}

/// What a version has otherwise than the numbers of the year.
async fn moved(
    act: &mut Act<'_>,
    year: i16,
    places: &AgreedPlaces,
    targets: Option<&AgreedTargets>,
) -> Result<Vec<Moved>, ActionError> {
    let programme = act.programme;
    let stands: BTreeMap<Place, Agreed> = numbers::ceilings(&mut act.tx, programme, year)
        .await?
        .into_iter()
        .map(|it| (it.place, it.agreed))
        .collect();
    let promised: BTreeMap<OrganisationCode, Agreed> =
        numbers::targets(&mut act.tx, programme, year)
            .await?
            .into_iter()
            .map(|it| (it.association, it.agreed))
            .collect();
    let areas = places.terms.iter().map(|it| {
        let before = stands.get(&Place::Area(it.area.clone())).copied();
        let was = before.unwrap_or_default();
        let upper = it.ceiling.or(was.upper);
        // A floor nothing was said about does not stay above a ceiling that was agreed.
        let kept = was.lower.min(upper.unwrap_or(u32::MAX));
        let lower = it.floor.unwrap_or(kept);
        // And the other way about.
        let upper = if it.ceiling.is_some() { upper } else { upper.map(|it| it.max(lower)) };
        let after = Agreed { lower, upper, realised: was.realised };
        Moved { subject: YearSubject::Area(it.area.clone()), before, after }
    });
    let associations = targets.into_iter().flat_map(|it| &it.terms).map(|it| {
        let before = promised.get(&it.association).copied();
        let realised = before.unwrap_or_default().realised;
        let after = Agreed { lower: it.floor, upper: it.ceiling, realised };
        Moved { subject: YearSubject::Association(it.association.clone()), before, after }
    });
    let all = areas.chain(associations);
    Ok(all.filter(|it| it.before != Some(it.after)).collect())
}
