//! Parts of the city from a map file (GeoJSON, RFC 7946).

mod names;
mod shape;

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};
use sleutel_domain::{AreaCode, Phrase, homes::AreaLevel};

use super::Progress;
use crate::{
    finding::{FindingKind, Log, Note},
    records::{AreaRecord, Geometry, Located},
    text::damage,
};
use names::{Part, parts};
use shape::Nested;

#[derive(Deserialize)]
struct Collection {
    #[serde(default)]
    features: Option<Vec<Feature>>,
}

#[derive(Deserialize)]
struct Feature {
    #[serde(default)]
    geometry: Option<Shape>,
    #[serde(default)]
    properties: Option<Map<String, Value>>,
}

#[derive(Deserialize)]
struct Shape {
    #[serde(rename = "type", default)]
    kind: String,
    #[serde(default)]
    coordinates: Option<Nested>,
}

/// Every part the features draw or name, larger parts first, otherwise in the order
/// of the file. A part that is only named has no shape.
pub(super) fn read(
    text: &str,
    log: &mut Log,
    progress: &mut dyn FnMut(Progress),
) -> Vec<Located<AreaRecord>> {
    if text.trim().is_empty() {
        log.file(FindingKind::EmptyFile {});
        return Vec::new();
    }
    let features = match serde_json::from_str::<Collection>(text) {
        Ok(Collection { features: Some(features) }) => features,
        Ok(Collection { features: None }) => {
            log.file(FindingKind::NotFeatures {});
            return Vec::new();
        }
        Err(error) if error.is_data() => {
            log.file(FindingKind::NotFeatures {});
            return Vec::new();
        }
        Err(error) => {
            let figure = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            let (line, position) = (figure(error.line()), figure(error.column()));
            log.file(FindingKind::NotJson { line, position });
            return Vec::new();
        }
    };
    if features.is_empty() {
        log.file(FindingKind::EmptyFile {});
    }
    let size = text.len();
    let mut tree = Tree::default();
    for (row, feature) in (1_u32..).zip(features) {
        if row % 1_000 == 0 {
            progress(Progress { rows: u64::from(row), read: size, size });
        }
        let properties = feature.properties.unwrap_or_default();
        letters(&properties, row, log);
        // In our own form a larger part may be listed without being drawn.
        let geometry = match feature.geometry {
            None if properties.contains_key("level") => None,
            shape => shape::geometry(shape.map(|it| (it.kind, it.coordinates)), row, log),
        };
        let Some(parts) = parts(&properties, row, log) else { continue };
        tree.add(parts, geometry, row, log);
    }
    let records = tree.into_records(log);
    progress(Progress { rows: u64::try_from(records.len()).unwrap_or(0), read: size, size });
    records
}

fn letters(properties: &Map<String, Value>, row: u32, log: &mut Log) {
    for (name, value) in properties {
        let Some(found) = value.as_str() else { continue };
        if found.contains('\u{fffd}') {
            log.cell(row, name, FindingKind::LostLetter { found: found.to_owned() });
        } else if let Some((damage, likely)) = damage(found) {
            log.cell(row, name, FindingKind::Damaged { damage, found: found.to_owned(), likely });
        }
    }
}

/// What is known of one part while the features go by.
struct Known {
    row: u32,
    drawn: bool,
    name: Option<Phrase>,
    level: Option<AreaLevel>,
    /// The larger parts it is said to lie in, smallest first.
    within: Vec<AreaCode>,
    geometry: Geometry,
    place: usize,
}

#[derive(Default)]
struct Tree {
    known: BTreeMap<AreaCode, Known>,
}

impl Tree {
    /// `parts` goes from the feature's own part to the largest that is named.
    fn add(&mut self, parts: Vec<Part>, geometry: Option<Geometry>, row: u32, log: &mut Log) {
        let codes: Vec<AreaCode> = parts.iter().map(|part| part.code.clone()).collect();
        let mut geometry = geometry;
        for (index, part) in parts.into_iter().enumerate() {
            let own = index == 0;
            let within = codes.get(index + 1..).unwrap_or_default().to_vec();
            let place = self.known.len();
            let Some(known) = self.known.get_mut(&part.code) else {
                let geometry = if own { geometry.take() } else { None }.unwrap_or_default();
                let (name, level) = (part.name, part.level);
                let known = Known { row, drawn: own, name, level, within, geometry, place };
                self.known.insert(part.code, known);
                continue;
            };
            if own && known.drawn {
                let what = FindingKind::Twice { key: part.code.to_string(), first: known.row };
                log.cell(row, "code", what);
                return;
            }
            let same_name = known.name.is_none() || part.name.is_none() || known.name == part.name;
            let same_level =
                known.level.is_none() || part.level.is_none() || known.level == part.level;
            if !same_name || !same_level {
                let what =
                    FindingKind::Contradiction { key: part.code.to_string(), first: known.row };
                log.cell(row, "code", what);
            }
            known.name = known.name.take().or(part.name);
            known.level = known.level.or(part.level);
            narrow(known, &part.code, &within, row, log);
            if own {
                known.drawn = true;
                known.geometry = geometry.take().unwrap_or_default();
            }
        }
    }

    fn into_records(self, log: &mut Log) -> Vec<Located<AreaRecord>> {
        self.check_levels(log);
        let mut known: Vec<(AreaCode, Known)> = self.known.into_iter().collect();
        // A larger part without a name was only pointed at: its own file says more.
        known.retain(|(_, it)| it.drawn || it.name.is_some());
        known.sort_by_key(|(_, it)| (it.level, it.place));
        let named = known.iter().filter(|(_, it)| !it.drawn).count();
        if named > 0 {
            log.notes.push(Note::PartsNamed(named));
        }
        let mut records = Vec::with_capacity(known.len());
        for (code, it) in known {
            if it.name.is_none() {
                log.cell(it.row, "name", FindingKind::NoAreaName { code: code.to_string() });
            }
            let name = it.name.or_else(|| Phrase::new(code.as_str()).ok());
            let (Some(name), Some(level)) = (name, it.level) else { continue };
            let parent = it.within.into_iter().next();
            let record = AreaRecord { code, name, level, parent, geometry: it.geometry };
            records.push(Located { row: it.row, record });
        }
        records
    }

    fn check_levels(&self, log: &mut Log) {
        for (code, it) in &self.known {
            let Some(parent) = it.within.first() else { continue };
            let above = self.known.get(parent).and_then(|parent| parent.level);
            if let (Some(above), Some(own)) = (above, it.level)
                && above >= own
            {
                let (code, parent) = (code.to_string(), parent.to_string());
                log.cell(it.row, "parent", FindingKind::LevelOrder { code, parent });
            }
        }
    }
}

/// A part that was said to lie in one larger part and now in another keeps only what
/// both have in common, so that the tree stays a tree.
fn narrow(known: &mut Known, code: &AreaCode, within: &[AreaCode], row: u32, log: &mut Log) {
    if known.within.is_empty() {
        known.within = within.to_vec();
    }
    let (Some(one), Some(other)) = (known.within.first(), within.first()) else { return };
    // A feature that names fewer larger parts does not say otherwise.
    if one == other || known.within.contains(other) || within.contains(one) {
        return;
    }
    let what = FindingKind::Spans {
        code: code.to_string(),
        one: one.to_string(),
        other: other.to_string(),
    };
    log.cell(row, "parent", what);
    known.within.retain(|it| within.contains(it));
}
