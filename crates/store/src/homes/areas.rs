use sleutel_domain::{AreaCode, Id, Phrase, access::Programme, homes::AreaLevel};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::At,
};

/// A part of the city as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaRow {
    /// Its code.
    pub code: AreaCode,
    /// What people call it.
    pub name: Phrase,
    /// How large it is.
    pub level: AreaLevel,
    /// The part it lies in.
    pub parent: Option<AreaCode>,
    /// Its shape as JSON: polygons, of rings, of `[longitude, latitude]`.
    pub geometry: Option<String>,
}

/// Public figures of a part of the city in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaFigures {
    /// Which part.
    pub area: AreaCode,
    /// Which year.
    pub year: i16,
    /// Private households.
    pub households: Option<u32>,
    /// Inhabitants.
    pub inhabitants: Option<u32>,
    /// Mean household size.
    pub average_household: Option<f64>,
    /// Homes owned by who lives in them, percent.
    pub owner_occupied: Option<f64>,
    /// Land in hectares.
    pub surface_ha: Option<u32>,
    /// Homes of housing associations.
    pub association_homes: Option<u32>,
    /// Who published it.
    pub source: Phrase,
}

#[derive(sqlx::FromRow)]
struct Row {
    code: String,
    name: String,
    level: String,
    parent: Option<String>,
    geometry: Option<String>,
}

/// All parts of the city, largest level first, then by code; a parent comes before
/// its children. Shapes only when asked for: they are large.
pub async fn areas(
    tx: &mut Tx,
    programme: Id<Programme>,
    with_geometry: bool,
) -> Result<Vec<AreaRow>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select code, name, level, parent, case when $2 then geometry end as geometry \
         from area where programme = $1 order by code",
        programme.uuid(),
        with_geometry
    )?;
    let mut areas = rows
        .into_iter()
        .map(|row| {
            let key = row.code.clone();
            let at = At { table: "area", key: &key };
            Ok(AreaRow {
                code: at.read("code", row.code, |it| AreaCode::new(it).ok())?,
                name: at.read("name", row.name, |it| Phrase::new(it).ok())?,
                level: at.read("level", row.level, |it| AreaLevel::from_code(it))?,
                parent: at.read_opt("parent", row.parent, |it| AreaCode::new(it).ok())?,
                geometry: row.geometry,
            })
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    areas.sort_by(|a, b| (a.level, &a.code).cmp(&(b.level, &b.code)));
    Ok(areas)
}

/// Adds a part of the city, or changes the one with this code.
pub async fn save_area(
    tx: &mut Tx,
    programme: Id<Programme>,
    id: Uuid,
    row: &AreaRow,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into area (id, programme, code, name, level, parent, geometry) \
         values ($1, $2, $3, $4, $5, $6, $7) \
         on conflict (programme, code) do update set name = excluded.name, \
         level = excluded.level, parent = excluded.parent, geometry = excluded.geometry",
        id,
        programme.uuid(),
        row.code.as_str(),
        row.name.as_str(),
        row.level.code(),
        row.parent.as_ref().map(AreaCode::as_str),
        row.geometry.as_deref()
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct FigureRow {
    area: String,
    year: i64,
    households: Option<i64>,
    inhabitants: Option<i64>,
    average_household: Option<f64>,
    owner_occupied: Option<f64>,
    surface_ha: Option<i64>,
    association_homes: Option<i64>,
    source: String,
}

/// All figures, by area, newest year first.
pub async fn area_figures(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<AreaFigures>, StoreError> {
    let rows = run!(
        tx,
        FigureRow,
        fetch_all,
        "select area, year, households, inhabitants, average_household, owner_occupied, \
         surface_ha, association_homes, source from area_figure where programme = $1 order by area, year desc",
        programme.uuid()
    )?;
    rows.into_iter()
        .map(|row| {
            let key = row.area.clone();
            let at = At { table: "area_figure", key: &key };
            Ok(AreaFigures {
                area: at.read("area", row.area, |it| AreaCode::new(it).ok())?,
                year: at.small("year", row.year)?,
                households: at.small_opt("households", row.households)?,
                inhabitants: at.small_opt("inhabitants", row.inhabitants)?,
                average_household: row.average_household,
                owner_occupied: row.owner_occupied,
                surface_ha: at.small_opt("surface_ha", row.surface_ha)?,
                association_homes: at.small_opt("association_homes", row.association_homes)?,
                source: at.read("source", row.source, |it| Phrase::new(it).ok())?,
            })
        })
        .collect()
}

/// Adds the figures of an area in a year, or replaces them.
pub async fn save_area_figures(
    tx: &mut Tx,
    programme: Id<Programme>,
    row: &AreaFigures,
) -> Result<(), StoreError> {
    exec!(
        tx,
        "insert into area_figure (programme, area, year, households, inhabitants, \
         average_household, owner_occupied, surface_ha, association_homes, source) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
         on conflict (programme, area, year) do update set households = excluded.households, \
         inhabitants = excluded.inhabitants, average_household = excluded.average_household, \
         owner_occupied = excluded.owner_occupied, surface_ha = excluded.surface_ha, \
         association_homes = excluded.association_homes, source = excluded.source",
        programme.uuid(),
        row.area.as_str(),
        i64::from(row.year),
        row.households.map(i64::from),
        row.inhabitants.map(i64::from),
        row.average_household,
        row.owner_occupied,
        row.surface_ha.map(i64::from),
        row.association_homes.map(i64::from),
        row.source.as_str()
    )?;
    Ok(())
}
