use sleutel_exchange::records::{AreaFigureRecord, AreaRecord, Geometry};
use sleutel_store::{homes, participants};

use crate::{ActionError, App, Who, policy::Action};

/// What was brought in before, as far as a demo has to know.
#[derive(Debug, Clone)]
pub struct Stored {
    /// The parts of the city, a part always before what lies within it.
    pub areas: Vec<AreaRecord>,
    /// Their public figures.
    pub figures: Vec<AreaFigureRecord>,
    /// How many people's files there are.
    pub participants: usize,
}

/// The city as it was brought in, with its shapes, and how many people are in it.
pub async fn stored(app: &App, who: &Who) -> Result<Stored, ActionError> {
    let mut act = app.look(who, Action::Import).await?;
    let programme = act.programme;
    let participants = participants::references(&mut act.tx, programme).await?.len();
    let mut areas = Vec::new();
    for row in homes::areas(&mut act.tx, programme, true).await? {
        let shape = row.geometry.as_deref().map(serde_json::from_str).transpose();
        let shape = shape
            .map_err(|cause| ActionError::Internal(format!("shape of `{}`: {cause}", row.code)))?;
        areas.push(AreaRecord {
            code: row.code,
            name: row.name,
            level: row.level,
            parent: row.parent,
            geometry: Geometry(shape.unwrap_or_default()),
        });
    }
    let figures = homes::area_figures(&mut act.tx, programme).await?.into_iter();
    let figures = figures
        .map(|row| AreaFigureRecord {
            area: row.area,
            year: row.year,
            households: row.households,
            inhabitants: row.inhabitants,
            average_household: row.average_household,
            owner_occupied_percent: row.owner_occupied,
            surface_ha: row.surface_ha,
            association_homes: row.association_homes,
            source: row.source,
        })
        .collect();
    Ok(Stored { areas, figures, participants })
}
