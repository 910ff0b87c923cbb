use std::collections::BTreeMap;

use sleutel_domain::{
    homes::{AreaLevel, Place},
    placement::{Agreed, LoadCeiling},
};
use sleutel_store::homes::{self as rows, AreaFigures};

use super::see::{AreaNames, neighbourhood, smallest_place};
use crate::{ActionError, App, Who, numbers, policy::Action};

/// A part of the city on the map.
#[derive(Debug, Clone)]
pub struct MapArea {
    /// Which part.
    pub place: Place,
    /// What people call it.
    pub name: String,
    /// How large it is.
    pub level: AreaLevel,
    /// The part it lies in.
    pub parent: Option<Place>,
    /// Polygons, of rings, of `[longitude, latitude]`; empty when it has no shape.
    pub shape: Vec<Vec<Vec<[f64; 2]>>>,
    /// The year's floor, ceiling and realised homes.
    pub agreed: Agreed,
    /// The most support load it can carry and what it carries; `None`: no such limit.
    pub load: Option<LoadCeiling>,
    /// The least room left here or in any part around it; `None` when nothing limits it.
    pub room: Option<u32>,
    /// Homes free now in it.
    pub free: u32,
    /// Public figures, newest year.
    pub figures: Option<AreaFigures>,
}

/// The city with homes free and room left at every level.
#[derive(Debug, Clone)]
pub struct CityMap {
    /// Largest level first, then by code. Complexes are left out.
    pub areas: Vec<MapArea>,
    /// Names of places.
    pub names: AreaNames,
    /// The year the numbers are of.
    pub year: i16,
}

/// The city with homes free and room left at every level, in the year of today.
pub async fn city_map(app: &App, who: &Who) -> Result<CityMap, ActionError> {
    let mut act = app.look(who, Action::SeeHomes).await?;
    let programme = act.programme;
    let year = act.today().year();
    let areas = rows::areas(&mut act.tx, programme, true).await?;
    let complexes = rows::complexes(&mut act.tx, programme).await?;
    let tree = numbers::tree(&mut act.tx, programme, year, &areas, &complexes).await?;
    let mut free = vec![0_u32; tree.nodes.len()];
    // A home has at most one open vacancy, so free homes are open vacancies.
    for dwelling in rows::free_dwellings(&mut act.tx, programme).await? {
        let start = tree
            .index
            .get(&smallest_place(&dwelling))
            .or_else(|| tree.index.get(&neighbourhood(&dwelling.neighbourhood)));
        for at in start.into_iter().flat_map(|start| tree.path(*start)) {
            if let Some(count) = free.get_mut(at) {
                *count += 1;
            }
        }
    }
    // Newest year first, so the first one met is the one to show.
    let mut figures: BTreeMap<_, AreaFigures> = BTreeMap::new();
    for row in rows::area_figures(&mut act.tx, programme).await? {
        figures.entry(row.area.clone()).or_insert(row);
    }
    let map = areas
        .iter()
        .map(|area| {
            let place = Place::Area(area.code.clone());
            let at = tree.index.get(&place).copied();
            let shape = match &area.geometry {
                Some(text) => serde_json::from_str(text)
                    .map_err(|cause| ActionError::Internal(format!("shape of an area: {cause}")))?,
                None => Vec::new(),
            };
            Ok(MapArea {
                name: area.name.to_string(),
                level: area.level,
                parent: area.parent.clone().map(Place::Area),
                shape,
                agreed: at
                    .and_then(|at| tree.nodes.get(at))
                    .map(|it| it.agreed)
                    .unwrap_or_default(),
                load: at.and_then(|at| tree.nodes.get(at)).and_then(|it| it.load),
                room: at.and_then(|at| tree.room(at)),
                free: at.and_then(|at| free.get(at)).copied().unwrap_or(0),
                figures: figures.remove(&area.code),
                place,
            })
        })
        .collect::<Result<_, ActionError>>()?;
    Ok(CityMap { areas: map, names: AreaNames::new(&areas, &complexes), year })
}
