//! The parts of the city: invented, or somebody's own.

mod mesh;
mod plan;
mod streets;

use std::collections::BTreeMap;

use jiff::civil::Date;
use sleutel_domain::{
    AreaCode,
    homes::{AreaLevel, Place},
};
use sleutel_exchange::records::{AreaFigureRecord, AreaRecord, Geometry};

use crate::{chance::Chance, sure};
use mesh::Point;
pub(crate) use plan::{CITY, Style};
pub(crate) use streets::STREETS;

/// How many neighbourhoods the invented city has. Written people and homes name their
/// neighbourhood by its number here; another city is stretched over these numbers.
pub(crate) const SLOTS: usize = 61;

/// A neighbourhood with what people and homes need to know of it.
#[derive(Debug, Clone)]
pub(crate) struct Hood {
    pub(crate) code: AreaCode,
    /// Indices into the areas: itself first, the whole city last.
    pub(crate) path: Vec<usize>,
    pub(crate) households: u32,
    pub(crate) style: Style,
    pub(crate) streets: Vec<String>,
    /// The four digits its postcodes start with.
    pub(crate) post_digits: usize,
}

/// The city's parts and neighbourhoods.
#[derive(Debug)]
pub(crate) struct Town {
    pub(crate) areas: Vec<AreaRecord>,
    pub(crate) figures: Vec<AreaFigureRecord>,
    pub(crate) hoods: Vec<Hood>,
    /// The neighbourhoods with enough households to have homes and wishes in.
    lived_in: Vec<usize>,
}

impl Town {
    /// The invented city.
    pub(crate) fn invented(seed: u64, today: Date) -> Self {
        let (areas, styles, surfaces) = invented_areas(seed);
        let figures = invented_figures(&areas, &styles, &surfaces, today.year() - 1);
        Self::of(areas, figures, &styles)
    }

    /// A city from elsewhere.
    pub(crate) fn own(areas: Vec<AreaRecord>, figures: Vec<AreaFigureRecord>) -> Self {
        let styles = areas
            .iter()
            .enumerate()
            .map(|(at, area)| (area.code.clone(), Style::ALL[at % Style::ALL.len()]))
            .collect();
        Self::of(areas, figures, &styles)
    }

    fn of(
        areas: Vec<AreaRecord>,
        figures: Vec<AreaFigureRecord>,
        styles: &BTreeMap<AreaCode, Style>,
    ) -> Self {
        let index: BTreeMap<&AreaCode, usize> =
            areas.iter().enumerate().map(|(at, area)| (&area.code, at)).collect();
        let households = latest_households(&figures);
        let mut of_style = BTreeMap::new();
        let hoods: Vec<Hood> = smallest(&areas)
            .into_iter()
            .map(|at| {
                let area = &areas[at];
                let style = styles.get(&area.code).copied().unwrap_or(Style::PostWar);
                let nth = of_style.entry(style.density()).or_insert(0_usize);
                *nth += 1;
                let path = path(&areas, &index, at);
                let post_digits = path.get(1).copied().unwrap_or(at);
                Hood {
                    code: area.code.clone(),
                    path,
                    households: households.get(&area.code).copied().unwrap_or(1_000),
                    style,
                    streets: streets::streets(style, *nth),
                    post_digits,
                }
            })
            .collect();
        let mut lived_in: Vec<usize> =
            (0..hoods.len()).filter(|&hood| hoods[hood].households >= 200).collect();
        if lived_in.is_empty() {
            lived_in = (0..hoods.len()).collect();
        }
        Self { areas, figures, hoods, lived_in }
    }

    /// The neighbourhood a number of the plan stands for.
    pub(crate) fn slot(&self, slot: usize) -> usize {
        self.lived_in[slot % SLOTS * self.lived_in.len() / SLOTS]
    }

    /// A neighbourhood by lot, each as often as its households say.
    pub(crate) fn by_households(&self) -> Vec<u32> {
        let mut weights = vec![0; self.hoods.len()];
        for &hood in &self.lived_in {
            weights[hood] = self.hoods[hood].households;
        }
        weights
    }

    /// The part at this level a neighbourhood lies in, or the neighbourhood itself
    /// when the city has no such level.
    pub(crate) fn at(&self, hood: usize, level: AreaLevel) -> Place {
        let hood = &self.hoods[hood];
        let found = hood.path.iter().map(|&at| &self.areas[at]).find(|area| area.level == level);
        Place::Area(found.map_or_else(|| hood.code.clone(), |area| area.code.clone()))
    }

    /// A street of a neighbourhood.
    pub(crate) fn street(&self, hood: usize, street: usize) -> Place {
        let hood = &self.hoods[hood];
        Place::Street {
            neighbourhood: hood.code.clone(),
            street: hood.streets[street % STREETS].clone(),
        }
    }
}

/// The neighbourhoods; without any, whatever has nothing smaller within it.
fn smallest(areas: &[AreaRecord]) -> Vec<usize> {
    let of_level = |at: &usize| areas[*at].level == AreaLevel::Neighbourhood;
    let hoods: Vec<usize> = (0..areas.len()).filter(of_level).collect();
    if !hoods.is_empty() {
        return hoods;
    }
    let has_child = |code: &AreaCode| areas.iter().any(|area| area.parent.as_ref() == Some(code));
    (0..areas.len()).filter(|&at| !has_child(&areas[at].code)).collect()
}

fn path(areas: &[AreaRecord], index: &BTreeMap<&AreaCode, usize>, at: usize) -> Vec<usize> {
    let up = |&at: &usize| areas[at].parent.as_ref().and_then(|code| index.get(code)).copied();
    // No city nests deeper than its levels; the bound ends a ring of parents.
    std::iter::successors(Some(at), up).take(AreaLevel::ALL.len()).collect()
}

fn latest_households(figures: &[AreaFigureRecord]) -> BTreeMap<AreaCode, u32> {
    let mut sorted: Vec<_> = figures.iter().collect();
    sorted.sort_by_key(|figure| figure.year);
    sorted
        .into_iter()
        .filter_map(|figure| Some((figure.area.clone(), figure.households?)))
        .collect()
}

type Invented = (Vec<AreaRecord>, BTreeMap<AreaCode, Style>, BTreeMap<AreaCode, i64>);

fn invented_areas(seed: u64) -> Invented {
    let middles: Vec<Point> = plan::DISTRICTS
        .iter()
        .flat_map(|district| district.areas)
        .flat_map(|area| area.quarters)
        .flat_map(|quarter| quarter.hoods.iter().map(|&(_, x, y)| (x, y)))
        .collect();
    let mut outlines = mesh::outlines(&middles, &mut Chance::new(seed, "borders")).into_iter();
    let (mut areas, mut styles, mut surfaces) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
    let mut add = |code: &str, name: &str, level, parent: Option<&str>, rings: Vec<Vec<Point>>| {
        areas.push(AreaRecord {
            code: sure::area(code),
            name: sure::phrase(name),
            level,
            parent: parent.map(sure::area),
            geometry: on_the_map(&rings),
        });
        let doubled: i64 = rings.iter().map(|ring| mesh::doubled_surface(ring)).sum();
        surfaces.insert(sure::area(code), doubled / 20_000);
    };
    let none = Vec::new;
    add("GM9990", CITY, AreaLevel::Municipality, None, none());
    for (district, letter) in plan::DISTRICTS.iter().zip('A'..) {
        let district_code = format!("SD9990{letter}");
        add(&district_code, district.name, AreaLevel::District, Some("GM9990"), none());
        let mut quarter_letter = 'A'..;
        for (area, number) in district.areas.iter().zip(1..) {
            let area_code = format!("GA9990{letter}{number}");
            add(&area_code, area.name, AreaLevel::Area, Some(&district_code), none());
            for (quarter, second) in area.quarters.iter().zip(quarter_letter.by_ref()) {
                let code = format!("WK9990{letter}{second}");
                add(&code, quarter.name, AreaLevel::Quarter, Some(&area_code), none());
                for ((name, _, _), number) in quarter.hoods.iter().zip(1..) {
                    let hood = format!("BU9990{letter}{second}{number:02}");
                    let rings = outlines.next().unwrap_or_default();
                    add(&hood, name, AreaLevel::Neighbourhood, Some(&code), rings);
                    styles.insert(sure::area(&hood), quarter.style);
                }
            }
        }
    }
    (areas, styles, surfaces)
}

/// Puts metres on the map, in the middle of the IJsselmeer where no city is: rounded
/// to a millionth of a degree, in whole numbers until the last division.
fn on_the_map(rings: &[Vec<Point>]) -> Geometry {
    // Microdegrees for a kilometre at 52.76 degrees north.
    let degrees = |(x, y): Point| -> [f64; 2] {
        [millionths(5_410_000 + x * 14_850 / 1_000), millionths(52_760_000 + y * 8_990 / 1_000)]
    };
    let ring = |ring: &Vec<Point>| ring.iter().copied().map(degrees).collect();
    if rings.is_empty() {
        return Geometry::default();
    }
    Geometry(vec![rings.iter().map(ring).collect()])
}

fn millionths(whole: i64) -> f64 {
    // Well below 2^53, so that nothing is lost.
    i32::try_from(whole).map_or(0.0, f64::from) / 1e6
}

fn invented_figures(
    areas: &[AreaRecord],
    styles: &BTreeMap<AreaCode, Style>,
    surfaces: &BTreeMap<AreaCode, i64>,
    year: i16,
) -> Vec<AreaFigureRecord> {
    // Hectares, households, inhabitants and owned homes, summed from the children up:
    // children come after their parents, so the list is walked backwards.
    let mut sums: BTreeMap<&AreaCode, [u32; 4]> = BTreeMap::new();
    for area in areas.iter().rev() {
        if let Some(style) = styles.get(&area.code) {
            let (density, people, owned) = style.density();
            let hectares = u32::try_from(surfaces[&area.code]).unwrap_or(0);
            let households = hectares * density / 5 * 5;
            let figures =
                [hectares, households, households * people / 10, households * owned / 100];
            sums.insert(&area.code, figures);
        }
        let own = sums.get(&area.code).copied().unwrap_or_default();
        if let Some(parent) = &area.parent {
            let sum = sums.entry(parent).or_default();
            *sum = std::array::from_fn(|at| sum[at] + own[at]);
        }
    }
    let figure = |area: &AreaRecord| {
        let [hectares, households, inhabitants, owned] = sums[&area.code];
        AreaFigureRecord {
            area: area.code.clone(),
            year,
            households: Some(households),
            inhabitants: Some(inhabitants),
            average_household: Some(f64::from(inhabitants * 10 / households.max(1)) / 10.0),
            owner_occupied_percent: Some(f64::from(owned * 100 / households.max(1))),
            surface_ha: Some(hectares),
            // Four of five rented homes are an association's.
            association_homes: Some(households.saturating_sub(owned) * 4 / 5),
            source: sure::phrase("Wendelmonde, verzonnen"),
        }
    };
    areas.iter().map(figure).collect()
}
