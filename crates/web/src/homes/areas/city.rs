//! The city as a tree that can be looked at from any part and at any level.

use std::collections::BTreeMap;

use sleutel_actions::homes::{CityMap, MapArea as Part};
use sleutel_domain::{
    AreaCode,
    homes::{AreaLevel, Place},
};
use sleutel_words::Words;

use crate::{
    listing::encode,
    map::{self, MapArea},
};

/// The code of a part.
pub(crate) fn code(part: &Part) -> Option<&AreaCode> {
    match &part.place {
        Place::Area(code) => Some(code),
        Place::Street { .. } | Place::Complex(_) => None,
    }
}

/// The city with who lies in whom.
#[derive(Debug)]
pub(crate) struct City<'a> {
    map: &'a CityMap,
    index: BTreeMap<&'a Place, usize>,
    children: Vec<Vec<usize>>,
}

impl<'a> City<'a> {
    pub(crate) fn new(map: &'a CityMap) -> Self {
        let index: BTreeMap<_, _> =
            map.areas.iter().enumerate().map(|(at, part)| (&part.place, at)).collect();
        let mut children = vec![Vec::new(); map.areas.len()];
        for (at, part) in map.areas.iter().enumerate() {
            let parent = part.parent.as_ref().and_then(|it| index.get(it)).copied();
            if let Some(slot) = parent.and_then(|parent| children.get_mut(parent)) {
                slot.push(at);
            }
        }
        Self { map, index, children }
    }

    pub(crate) fn part(&self, at: usize) -> Option<&'a Part> {
        self.map.areas.get(at)
    }

    /// Where a code stands.
    pub(crate) fn find(&self, code: &str) -> Option<usize> {
        let code = AreaCode::new(code).ok()?;
        self.index.get(&Place::Area(code)).copied()
    }

    /// The part a part lies in.
    pub(crate) fn parent(&self, at: usize) -> Option<usize> {
        self.part(at)?.parent.as_ref().and_then(|it| self.index.get(it)).copied()
    }

    /// Everything in a part, itself left out; everything there is for `None`.
    pub(crate) fn below(&self, focus: Option<usize>) -> Vec<usize> {
        let Some(focus) = focus else { return (0..self.map.areas.len()).collect() };
        let mut found = Vec::new();
        let mut todo = self.children.get(focus).cloned().unwrap_or_default();
        while let Some(at) = todo.pop() {
            // A circle cannot be brought in; were it there, this would still end.
            if found.len() > self.map.areas.len() {
                break;
            }
            found.push(at);
            todo.extend(self.children.get(at).into_iter().flatten());
        }
        found.sort_unstable();
        found
    }

    /// Whether a part has smaller parts.
    pub(crate) fn has_children(&self, at: usize) -> bool {
        self.children.get(at).is_some_and(|it| !it.is_empty())
    }

    /// The levels there are in a part, largest first.
    pub(crate) fn levels(&self, focus: Option<usize>) -> Vec<AreaLevel> {
        let below = self.below(focus);
        AreaLevel::ALL
            .into_iter()
            .filter(|level| {
                below.iter().filter_map(|at| self.part(*at)).any(|it| it.level == *level)
            })
            .collect()
    }

    /// The parts of a level in a part.
    pub(crate) fn at_level(&self, focus: Option<usize>, level: AreaLevel) -> Vec<usize> {
        let below = self.below(focus);
        below.into_iter().filter(|at| self.part(*at).is_some_and(|it| it.level == level)).collect()
    }

    /// The outline of a part: its own, or that of all its parts together.
    pub(crate) fn rings(&self, at: usize) -> Vec<Vec<[f64; 2]>> {
        let Some(part) = self.part(at) else { return Vec::new() };
        if !part.shape.is_empty() {
            return part.shape.iter().flatten().cloned().collect();
        }
        let mut shapes = Vec::new();
        let mut todo = vec![at];
        while let Some(at) = todo.pop() {
            match self.part(at) {
                // A part with a shape of its own speaks for what is in it.
                Some(part) if !part.shape.is_empty() => shapes.extend(&part.shape),
                Some(_) | None => todo.extend(self.children.get(at).into_iter().flatten()),
            }
            if todo.len() > self.map.areas.len() {
                break;
            }
        }
        map::dissolve(shapes)
    }

    /// Households of a part: its own figure, or that of all its parts together.
    pub(super) fn households(&self, at: usize) -> Option<u32> {
        let own = self.part(at)?.figures.as_ref().and_then(|it| it.households);
        own.or_else(|| {
            let parts = self.children.get(at)?;
            let known: Vec<u32> = parts.iter().filter_map(|it| self.households(*it)).collect();
            (!known.is_empty()).then(|| known.iter().fold(0_u32, |sum, it| sum.saturating_add(*it)))
        })
    }

    /// Homes realised for each thousand households.
    pub(super) fn share(&self, at: usize) -> Option<f64> {
        let households = self.households(at).filter(|it| *it > 0)?;
        let realised = self.part(at)?.agreed.realised;
        Some(f64::from(realised) * 1000.0 / f64::from(households))
    }

    /// Name of the part a part lies in.
    pub(crate) fn within(&self, at: usize) -> String {
        self.parent(at).and_then(|it| self.part(it)).map(|it| it.name.clone()).unwrap_or_default()
    }
}

/// Where a number of homes falls in the legend: no limit, then from much room to none.
pub(super) fn class(room: Option<u32>) -> usize {
    match room {
        None => 0,
        Some(20..) => 1,
        Some(10..=19) => 2,
        Some(4..=9) => 3,
        Some(1..=3) => 4,
        Some(0) => 5,
    }
}

/// The words of each class.
pub(super) fn legend(words: Words) -> Vec<String> {
    [
        "areas-legend-none",
        "areas-legend-20",
        "areas-legend-10",
        "areas-legend-4",
        "areas-legend-1",
        "areas-legend-full",
    ]
    .map(|key| words.t(key))
    .to_vec()
}

/// A part as it is drawn.
pub(super) fn drawn(words: Words, city: &City<'_>, at: usize, current: bool) -> Option<MapArea> {
    let part = city.part(at)?;
    let code = code(part)?;
    let href = if city.has_children(at) && !current {
        format!("/areas?area={}", encode(code.as_str()))
    } else {
        super::super::shared::area_href(code)
    };
    let (name, free) = (("name", part.name.as_str().into()), ("free", part.free.into()));
    let title = match part.room {
        None => words.t_with("areas-title-none", &[name, free]),
        Some(0) => words.t_with("areas-title-full", &[name, free]),
        Some(room) => words.t_with("areas-title-room", &[name, free, ("room", room.into())]),
    };
    Some(MapArea {
        code: code.to_string(),
        name: part.name.clone(),
        rings: city.rings(at),
        class: class(part.room),
        href,
        title,
        mark: if part.free > 0 { part.free.to_string() } else { String::new() },
        current,
        outlined: false,
    })
}
