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
    names: Vec<String>,
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
        let names = chosen.iter().map(|it| it.name.to_string()).collect();
        Self { codes: codes(&chosen), names, within }
    }

    /// What the table calls them.
    pub(super) fn codes(&self) -> &[String] {
        &self.codes
    }

    /// Code and name of each.
    pub(super) fn names(&self) -> Vec<(String, String)> {
        self.codes.iter().cloned().zip(self.names.iter().cloned()).collect()
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

/// An area is called by its name in the table, as whoever types areas does, so that a row can be read
/// without a list; by its code where two have one name.
fn codes(chosen: &[&AreaRow]) -> Vec<String> {
    let named = |it: &AreaRow| {
        let kept = it.name.as_str().replace(|c: char| !c.is_alphanumeric(), " ");
        kept.split_whitespace().collect::<Vec<_>>().join("-")
    };
    let names: Vec<String> = chosen.iter().map(|it| named(it)).collect();
    let alone = |name: &String| names.iter().filter(|it| *it == name).count() == 1;
    let code = |(it, name): (&&AreaRow, &String)| {
        if alone(name) && !name.is_empty() { name.clone() } else { it.code.to_string() }
    };
    chosen.iter().zip(&names).map(code).collect()
}

#[cfg(test)]
mod tests {
    use sleutel_domain::Phrase;

    use super::*;

    fn area(code: &str, name: &str, level: AreaLevel, parent: Option<&str>) -> AreaRow {
        AreaRow {
            code: AreaCode::new(code).unwrap(),
            name: Phrase::new(name).unwrap(),
            level,
            parent: parent.map(|it| AreaCode::new(it).unwrap()),
            geometry: None,
        }
    }

    #[test]
    fn a_neighbourhood_lies_in_the_district_above_it() {
        let all = [
            area("CITY", "Stad", AreaLevel::Municipality, None),
            area("N", "Noord", AreaLevel::District, Some("CITY")),
            area("W", "Oud West", AreaLevel::District, Some("CITY")),
            area("W1", "Kinker", AreaLevel::Neighbourhood, Some("W")),
        ];
        let areas = Areas::of_city(&all);
        assert_eq!(areas.codes(), ["Noord", "Oud-West"]);
        let of: Vec<_> = all.iter().map(|it| areas.of(&it.code)).collect();
        assert_eq!(of, [None, Some(0), Some(1), Some(1)]);
        assert_eq!(areas.counts([&all[3].code, &all[3].code, &all[0].code].into_iter()), [0, 2]);
        assert_eq!(Areas::of_city(&all[..2]), Areas::default(), "one part is no division");
    }
}
