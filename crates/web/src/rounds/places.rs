//! The parts of the city that a map of a round is drawn of.

use std::collections::BTreeMap;

use sleutel_actions::homes::{AreaNames, CityMap};
use sleutel_domain::{
    AreaCode,
    homes::{AreaLevel, Place},
};

use super::filter::around;
use crate::{
    Page, Query,
    homes::areas::city::{City, code},
    listing::encode,
    map::{self, MapArea, MapLine, MapView},
    show::Tab,
};

/// How many names fit on a map.
const NAMES: usize = 30;

/// The city at one level.
#[derive(Debug)]
pub(super) struct Parts<'a> {
    city: City<'a>,
    names: &'a AreaNames,
    pub level: AreaLevel,
    levels: Vec<AreaLevel>,
    rows: Vec<usize>,
}

/// How a part looks on the map and where its link leads.
#[derive(Debug, Clone, Default)]
pub(super) struct Look {
    pub class: usize,
    pub title: String,
    pub mark: String,
    pub outlined: bool,
    pub href: String,
}

impl<'a> Parts<'a> {
    /// At the level asked for; else at the smallest there is.
    pub(super) fn new(map: &'a CityMap, names: &'a AreaNames, query: &Query) -> Self {
        let city = City::new(map);
        let mut levels = city.levels(None);
        levels.retain(|it| *it != AreaLevel::Municipality);
        let level = AreaLevel::from_code(query.get("level"))
            .filter(|level| levels.contains(level))
            .or(levels.last().copied())
            .unwrap_or(AreaLevel::Neighbourhood);
        let rows = city.at_level(None, level);
        Self { city, names, level, levels, rows }
    }

    /// The codes and names of all parts.
    pub(super) fn all(&self) -> impl Iterator<Item = (&AreaCode, &str)> {
        self.rows
            .iter()
            .filter_map(|at| self.city.part(*at))
            .filter_map(|part| Some((code(part)?, part.name.as_str())))
    }

    /// The part a place is or lies in; `None` for one that is larger.
    pub(super) fn of(&self, place: &Place) -> Option<AreaCode> {
        let neighbourhood = match place {
            Place::Area(code) => code.clone(),
            Place::Street { neighbourhood, .. } => neighbourhood.clone(),
            Place::Complex(_) => match self.names.parent(place)? {
                Place::Area(code) => code.clone(),
                Place::Complex(_) | Place::Street { .. } => return None,
            },
        };
        around(self.names, &neighbourhood)
            .find(|it| self.names.level(it) == Some(self.level))
            .and_then(|it| match it {
                Place::Area(code) => Some(code),
                Place::Complex(_) | Place::Street { .. } => None,
            })
    }

    /// Name of the part a part lies in.
    pub(super) fn within(&self, code: &AreaCode) -> String {
        self.city.find(code.as_str()).map(|at| self.city.within(at)).unwrap_or_default()
    }

    /// One tab for each level.
    pub(super) fn tabs(&self, page: &Page, query: &Query, anchor: &str) -> Vec<Tab> {
        let tab = |level: &AreaLevel| Tab {
            href: format!("{}{anchor}", query.with("level", level.code())),
            label: page.words.name(level),
            current: *level == self.level,
        };
        if self.levels.len() < 2 { Vec::new() } else { self.levels.iter().map(tab).collect() }
    }

    /// The drawing; empty when no part has a shape.
    pub(super) fn draw(
        &self,
        page: &Page,
        looks: &BTreeMap<AreaCode, Look>,
        plain: &Look,
        mut view: MapView,
        lines: Vec<MapLine>,
    ) -> String {
        let areas: Vec<MapArea> = self
            .rows
            .iter()
            .filter_map(|at| {
                let part = self.city.part(*at)?;
                let code = code(part)?;
                let look = looks.get(code).unwrap_or(plain);
                let title = if look.title.is_empty() { &part.name } else { &look.title };
                Some(MapArea {
                    code: code.to_string(),
                    name: part.name.clone(),
                    rings: self.city.rings(*at),
                    class: look.class,
                    href: if look.href.is_empty() {
                        format!("/areas/{}", encode(code.as_str()))
                    } else {
                        look.href.clone()
                    },
                    title: title.clone(),
                    mark: look.mark.clone(),
                    current: false,
                    outlined: look.outlined,
                })
            })
            .collect();
        if areas.iter().all(|area| area.rings.is_empty()) {
            return String::new();
        }
        view.names = areas.len() <= NAMES;
        view.lines = lines;
        map::svg(page, &areas, &view)
    }
}
