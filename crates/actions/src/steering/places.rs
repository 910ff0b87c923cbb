//! Room and placements by part of the city, six years beside each other.

use std::collections::BTreeMap;

use sleutel_domain::{
    AreaCode, Id,
    access::Programme,
    homes::Place,
    placement::Agreed,
    steering::{Room, Told, per_thousand, protect, stands_out},
};
use sleutel_store::{
    Tx,
    homes::{self as rows, AreaFigures, AreaRow},
    numbers, placed,
};

use super::years;
use crate::{
    ActionError, App, Who,
    homes::{AreaNames, CityMap, MapArea},
    policy::{self, Action, Reach},
};

/// How many years are shown beside each other.
const YEARS: i16 = 6;

/// A part of the city in a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlaceYear {
    /// Homes given there: agreed for a household.
    pub placed: Told,
    /// At least so many.
    pub lower: u32,
    /// At most so many.
    pub upper: Option<u32>,
    /// What can still be given, here and in every part around it.
    pub room: Room,
    /// Homes there are: households of the figures of that year, or of the nearest before it.
    pub homes: Option<u32>,
    /// Whether it has room and few placements.
    pub stands_out: bool,
}

impl PlaceYear {
    /// Homes given for each thousand there are; `None` when either is not told.
    pub fn rate(&self) -> Option<f64> {
        per_thousand(self.placed.count()?, self.homes?)
    }

    /// Homes that can still be given for each thousand there are.
    pub fn room_rate(&self) -> Option<f64> {
        per_thousand(self.room.least()?, self.homes?)
    }
}

/// A part of the city over the years.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceYears {
    /// Each year, the oldest first.
    pub years: Vec<PlaceYear>,
    /// Homes on their way there now, whichever year they count in.
    pub under_way: Told,
}

/// The city over the years.
#[derive(Debug, Clone)]
pub struct Places {
    /// The parts with their shapes, largest level first.
    pub city: CityMap,
    /// Which years, the oldest first; the last is the one asked for.
    pub years: Vec<i16>,
    /// The figures of each part, in the same order.
    pub parts: Vec<PlaceYears>,
    /// The figures of the whole city.
    pub whole: PlaceYears,
    /// Whether small counts are shown as they are.
    pub exact: bool,
    /// Whether whoever looks may have them so.
    pub may_exact: bool,
}

/// What is known of every part in one year, the whole city before all of them.
struct Year {
    agreed: Vec<Agreed>,
    homes: Vec<Option<u32>>,
}

/// Room and placements of every part of the city in a year and the five before it. Counts under
/// ten are hidden, with others from which they could be worked out. Whoever works in the placement
/// rounds sees every placement there, and may ask for them as they are.
pub async fn places(app: &App, who: &Who, year: i16, exact: bool) -> Result<Places, ActionError> {
    let mut act = app.look(who, Action::SeeNumbers).await?;
    if !years(act.today()).contains(&year) {
        return Err(ActionError::NotFound);
    }
    let may_exact = policy::reach_of(who, Action::SeeRounds) != Reach::Nothing;
    let exact = exact && may_exact;
    let programme = act.programme;
    let areas = rows::areas(&mut act.tx, programme, true).await?;
    let parents = parents(&areas);
    let figures = rows::area_figures(&mut act.tx, programme).await?;
    let all: Vec<i16> = (year - YEARS + 1..=year).collect();
    let agreed = agreed(&mut act.tx, programme, &areas, &parents, &all).await?;
    let years = agreed
        .into_iter()
        .zip(&all)
        .map(|(agreed, at)| Year { agreed, homes: homes_there(&areas, &parents, &figures, *at) });
    let told: Vec<Vec<PlaceYear>> = years.map(|it| told(&it, &parents, exact)).collect();
    let under_way = under_way(&mut act.tx, programme, &areas, &parents).await?;
    let under_way = tell(&parents, &under_way, exact);
    let mut parts: Vec<PlaceYears> = under_way
        .into_iter()
        .enumerate()
        .map(|(at, under_way)| PlaceYears {
            years: told.iter().filter_map(|year| year.get(at)).copied().collect(),
            under_way,
        })
        .collect();
    let whole = parts.remove(0);
    let city = city(&areas, &parts, year)?;
    Ok(Places { city, years: all, parts, whole, exact, may_exact })
}

/// Of each area where the part around it stands; the whole city stands first.
fn parents(areas: &[AreaRow]) -> Vec<Option<usize>> {
    let index: BTreeMap<&AreaCode, usize> =
        areas.iter().enumerate().map(|(at, area)| (&area.code, at + 1)).collect();
    let of = |(at, area): (usize, &AreaRow)| {
        // Larger levels come first, so a parent does; one that does not is none.
        let parent = area.parent.as_ref().and_then(|it| index.get(it)).copied();
        Some(parent.filter(|it| *it <= at).unwrap_or(0))
    };
    std::iter::once(None).chain(areas.iter().enumerate().map(of)).collect()
}

/// A place and everything around it.
fn path(parents: &[Option<usize>], at: usize) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(Some(at), |at| parents.get(*at).copied().flatten())
}

/// Floor, ceiling and homes given of every part, year by year: what was brought in, and on top of
/// it what was agreed here.
async fn agreed(
    tx: &mut Tx,
    programme: Id<Programme>,
    areas: &[AreaRow],
    parents: &[Option<usize>],
    years: &[i16],
) -> Result<Vec<Vec<Agreed>>, ActionError> {
    let index: BTreeMap<&AreaCode, usize> =
        areas.iter().enumerate().map(|(at, area)| (&area.code, at + 1)).collect();
    let mut all = Vec::new();
    for year in years {
        let mut agreed = vec![Agreed::default(); parents.len()];
        for row in numbers::ceilings(tx, programme, *year).await? {
            let Place::Area(code) = &row.place else { continue };
            if let Some(slot) = index.get(code).and_then(|at| agreed.get_mut(*at)) {
                *slot = row.agreed;
            }
        }
        all.push(agreed);
    }
    let (first, last) = (years.first().copied(), years.last().copied());
    let span = (first.unwrap_or(0), last.unwrap_or(0));
    for row in placed::agreed_by_area(tx, programme, span).await? {
        let year = years.iter().position(|it| *it == row.year);
        let Some((year, at)) = year.zip(index.get(&row.area)) else { continue };
        for at in path(parents, *at) {
            if let Some(slot) = all.get_mut(year).and_then(|it| it.get_mut(at)) {
                slot.realised = slot.realised.saturating_add(row.homes);
            }
        }
    }
    // The whole city is what its largest parts are together.
    for year in &mut all {
        let tops = parents.iter().zip(year.iter()).filter(|(parent, _)| **parent == Some(0));
        let whole =
            tops.fold(Agreed { upper: Some(0), ..Agreed::default() }, |sum, (_, it)| Agreed {
                lower: sum.lower.saturating_add(it.lower),
                upper: sum.upper.zip(it.upper).map(|(a, b)| a.saturating_add(b)),
                realised: sum.realised.saturating_add(it.realised),
            });
        if let Some(slot) = year.first_mut() {
            *slot = whole;
        }
    }
    Ok(all)
}

/// Households of every part by the figures of the year, or of the nearest before it, or of the
/// first there are; of a part without figures those of its parts together.
fn homes_there(
    areas: &[AreaRow],
    parents: &[Option<usize>],
    figures: &[AreaFigures],
    year: i16,
) -> Vec<Option<u32>> {
    // By area, the newest year first.
    let mut known: BTreeMap<&AreaCode, u32> = BTreeMap::new();
    let mut settled: BTreeMap<&AreaCode, bool> = BTreeMap::new();
    for row in figures {
        let Some(households) = row.households else { continue };
        let done = settled.entry(&row.area).or_default();
        if !*done {
            known.insert(&row.area, households);
            *done = row.year <= year;
        }
    }
    let own = areas.iter().map(|area| known.get(&area.code).copied());
    let mut homes: Vec<Option<u32>> = std::iter::once(None).chain(own).collect();
    let has_own: Vec<bool> = homes.iter().map(Option::is_some).collect();
    for at in (1..homes.len()).rev() {
        let Some(part) = homes.get(at).copied().flatten() else { continue };
        let Some(parent) = parents.get(at).copied().flatten() else { continue };
        if !has_own.get(parent).copied().unwrap_or(true)
            && let Some(slot) = homes.get_mut(parent)
        {
            *slot = Some(slot.unwrap_or(0).saturating_add(part));
        }
    }
    homes
}

fn tell(parents: &[Option<usize>], counts: &[u32], exact: bool) -> Vec<Told> {
    if exact { counts.iter().copied().map(Told::Count).collect() } else { protect(parents, counts) }
}

/// What a reader is told of a year. All of it follows from counts that are told, so that no room
/// and no mark gives a hidden one away.
fn told(year: &Year, parents: &[Option<usize>], exact: bool) -> Vec<PlaceYear> {
    let counts: Vec<u32> = year.agreed.iter().map(|it| it.realised).collect();
    let placed = tell(parents, &counts, exact);
    let room = |at: usize| {
        // The sum over the largest parts is nothing anybody agreed for one of them.
        let around = path(parents, at).filter(|it| *it != 0 || at == 0);
        let limits = around.filter_map(|at| {
            let (upper, placed) = (year.agreed.get(at)?.upper?, placed.get(at)?);
            Some((upper.saturating_sub(placed.most()), placed.count().is_some()))
        });
        let limits: Vec<_> = limits.collect();
        match (limits.iter().map(|it| it.0).min(), limits.iter().all(|it| it.1)) {
            (None, _) => Room::NoLimit,
            (Some(least), true) => Room::Left(least),
            (Some(least), false) => Room::AtLeast(least),
        }
    };
    let city = placed.first().and_then(|it| it.count());
    let city = city.zip(year.homes.first().copied().flatten());
    let each = year.agreed.iter().zip(&placed).zip(&year.homes).enumerate();
    each.map(|(at, ((agreed, placed), homes))| {
        let room = room(at);
        let part = homes.map(|it| (placed.most(), it));
        PlaceYear {
            placed: *placed,
            lower: agreed.lower,
            upper: agreed.upper,
            room,
            homes: *homes,
            stands_out: part.zip(city).is_some_and(|(part, city)| stands_out(room, part, city)),
        }
    })
    .collect()
}

async fn under_way(
    tx: &mut Tx,
    programme: Id<Programme>,
    areas: &[AreaRow],
    parents: &[Option<usize>],
) -> Result<Vec<u32>, ActionError> {
    let index: BTreeMap<&AreaCode, usize> =
        areas.iter().enumerate().map(|(at, area)| (&area.code, at + 1)).collect();
    let mut counts = vec![0_u32; parents.len()];
    for row in placed::under_way(tx, programme).await? {
        let Some(at) = index.get(&row.area) else { continue };
        for at in path(parents, *at) {
            if let Some(slot) = counts.get_mut(at) {
                *slot = slot.saturating_add(row.homes);
            }
        }
    }
    Ok(counts)
}

/// The parts with their shapes, as the map of the city has them.
fn city(areas: &[AreaRow], parts: &[PlaceYears], year: i16) -> Result<CityMap, ActionError> {
    let part = |(area, figures): (&AreaRow, &PlaceYears)| {
        let shape = match &area.geometry {
            Some(text) => serde_json::from_str(text)
                .map_err(|cause| ActionError::Internal(format!("shape of an area: {cause}")))?,
            None => Vec::new(),
        };
        let last = figures.years.last();
        Ok(MapArea {
            place: Place::Area(area.code.clone()),
            name: area.name.to_string(),
            level: area.level,
            parent: area.parent.clone().map(Place::Area),
            shape,
            agreed: Agreed::default(),
            load: None,
            room: last.and_then(|it| it.room.least()),
            free: 0,
            figures: None,
        })
    };
    let map = areas.iter().zip(parts).map(part).collect::<Result<_, ActionError>>()?;
    Ok(CityMap { areas: map, names: AreaNames::new(areas, &[]), year })
}
