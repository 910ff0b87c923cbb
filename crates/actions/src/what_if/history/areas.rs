//! Which parts of the city are areas of the table.

use std::collections::BTreeMap;

use sleutel_domain::{AreaCode, homes::AreaLevel};
use sleutel_store::homes::AreaRow;

/// Areas of the table at most: so that it can be read. Ours.
const MOST_AREAS: usize = 12;
/// Levels looked at, the largest parts first.
const LEVELS: [AreaLevel; 4] =
    [AreaLevel::District, AreaLevel::Area, AreaLevel::Quarter, AreaLevel::Neighbourhood];

/// The areas of the table, and which parts of the city lie in each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Areas {
    codes: Vec<String>,
    within: BTreeMap<AreaCode, usize>,
}

impl Areas {
    /// The parts of the largest level that has several, when there are not too many to read.
    pub(super) fn of_city(areas: &[AreaRow]) -> Self {
        let of_level = |level: AreaLevel| -> Vec<&AreaRow> {
            areas.iter().filter(|it| it.level == level).collect()
        };
        let largest = LEVELS.into_iter().map(of_level).find(|it| it.len() > 1);
        let chosen = largest.filter(|it| it.len() <= MOST_AREAS).unwrap_or_default();
        let parents: BTreeMap<&AreaCode, Option<&AreaCode>> =
            areas.iter().map(|it| (&it.code, it.parent.as_ref())).collect();
        let place = |code: &AreaCode| chosen.iter().position(|it| it.code == *code);
        let mut within = BTreeMap::new();
        for area in areas {
            // No deeper than there are levels, whatever the parents say.
            let mut at = Some(&area.code);
            for _ in 0..=LEVELS.len() {
                let Some(code) = at else { break };
                if let Some(place) = place(code) {
                    within.insert(area.code.clone(), place);
                    break;
                }
                at = parents.get(code).copied().flatten();
            }
        }
        Self { codes: chosen.iter().map(|it| it.code.to_string()).collect(), within }
    }

    pub(super) fn codes(&self) -> &[String] {
        &self.codes
    }

    /// In which area of the table a part of the city lies; `None` for a part that is larger.
    pub(super) fn of(&self, code: &AreaCode) -> Option<usize> {
        self.within.get(code).copied()
    }

    /// How many of these lie in each area of the table.
    pub(super) fn counts<'a>(&self, of: impl Iterator<Item = &'a AreaCode>) -> Vec<u32> {
        let mut counts = vec![0; self.codes.len()];
        for place in of.filter_map(|it| self.of(it)) {
            if let Some(count) = counts.get_mut(place) {
                *count += 1;
            }
        }
        counts
    }
}
