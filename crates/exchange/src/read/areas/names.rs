use serde_json::{Map, Value};
use sleutel_domain::{AreaCode, Phrase, homes::AreaLevel};

use crate::{
    finding::{FindingKind, Log},
    read::city::level,
    table::cells,
};

/// A part of the city as a feature names it.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) code: AreaCode,
    pub(super) name: Option<Phrase>,
    /// Unknown for a larger part that only a code names.
    pub(super) level: Option<AreaLevel>,
}

type Properties = Map<String, Value>;

/// The feature's own part first, then every larger part it names. `None` when it
/// names nothing we know, which then stands in the log.
pub(super) fn parts(properties: &Properties, row: u32, log: &mut Log) -> Option<Vec<Part>> {
    if properties.contains_key("level") {
        return own_form(properties, row, log);
    }
    if let Some(code) = text(properties, "statcode") {
        return by_prefix(&code, "statcode", text(properties, "statnaam"), row, log);
    }
    let mut found = Vec::new();
    for (level, code_keys, name_keys, prefix) in LEVELS {
        let Some((key, value)) = first(properties, code_keys) else { continue };
        let name = first(properties, name_keys).map(|(_, name)| name);
        // The plain name is that of the feature, so of the smallest part only.
        let name = name.or_else(|| text(properties, "naam").filter(|_| found.is_empty()));
        let code = if value.starts_with(prefix) { value } else { format!("{prefix}{value}") };
        found.push(part(&code, key, name, *level, row, log)?);
    }
    if found.is_empty() {
        log.add(Some(row), None, FindingKind::NoAreaCode {});
        return None;
    }
    Some(found)
}

type Level = (AreaLevel, &'static [&'static str], &'static [&'static str], &'static str);

/// How Amsterdam and Statistics Netherlands call codes and names, smallest part first.
/// Amsterdam's codes of districts are single letters, so they get a prefix of ours.
const LEVELS: &[Level] = &[
    (AreaLevel::Neighbourhood, &["buurtcode"], &["buurtnaam"], ""),
    (AreaLevel::Quarter, &["wijkcode"], &["wijknaam"], ""),
    (AreaLevel::Area, &["gebied_id", "gebiedcode"], &["gebiednaam"], ""),
    (AreaLevel::District, &["stadsdeelcode"], &["stadsdeelnaam"], "SD-"),
    (AreaLevel::Municipality, &["gemeentecode"], &["gemeentenaam"], ""),
];

fn own_form(properties: &Properties, row: u32, log: &mut Log) -> Option<Vec<Part>> {
    let code = need(properties, "code", row, log);
    let name = need(properties, "name", row, log);
    let word = need(properties, "level", row, log);
    let found =
        word.and_then(|word| level(&word).map_err(|what| log.cell(row, "level", what)).ok());
    let (code, name, found) = (code?, name?, found?);
    let own = part(&code, "code", Some(name), found, row, log)?;
    let mut parts = vec![own];
    if let Some(parent) = text(properties, "parent") {
        let code = cells::code(AreaCode::new)(&parent);
        let code = code.map_err(|what| log.cell(row, "parent", what)).ok()?;
        parts.push(Part { code, name: None, level: None });
    }
    Some(parts)
}

/// `GM0363`, `WK036300`, `BU03630000`: the code tells level and larger parts.
fn by_prefix(
    code: &str,
    key: &str,
    name: Option<String>,
    row: u32,
    log: &mut Log,
) -> Option<Vec<Part>> {
    let level = match code.get(..2) {
        Some("GM") => AreaLevel::Municipality,
        Some("WK") => AreaLevel::Quarter,
        Some("BU") => AreaLevel::Neighbourhood,
        _ => {
            log.cell(row, key, FindingKind::NoAreaCode {});
            return None;
        }
    };
    let mut parts = vec![part(code, key, name, level, row, log)?];
    if level == AreaLevel::Neighbourhood
        && let Some(digits) = code.get(2..8)
    {
        parts.push(part(&format!("WK{digits}"), key, None, AreaLevel::Quarter, row, log)?);
    }
    if level != AreaLevel::Municipality
        && let Some(digits) = code.get(2..6)
    {
        parts.push(part(&format!("GM{digits}"), key, None, AreaLevel::Municipality, row, log)?);
    }
    Some(parts)
}

fn part(
    code: &str,
    key: &str,
    name: Option<String>,
    level: AreaLevel,
    row: u32,
    log: &mut Log,
) -> Option<Part> {
    let code = cells::code(AreaCode::new)(code).map_err(|what| log.cell(row, key, what)).ok()?;
    let name = match name {
        None => None,
        Some(name) => Some(
            cells::words(Phrase::new)(&name).map_err(|what| log.cell(row, "name", what)).ok()?,
        ),
    };
    Some(Part { code, name, level: Some(level) })
}

fn need(properties: &Properties, key: &'static str, row: u32, log: &mut Log) -> Option<String> {
    let value = text(properties, key);
    if value.is_none() {
        log.cell(row, key, FindingKind::Empty {});
    }
    value
}

fn first<'a>(properties: &Properties, keys: &[&'a str]) -> Option<(&'a str, String)> {
    keys.iter().find_map(|key| text(properties, key).map(|value| (*key, value)))
}

/// A property as text; a number counts as its digits, blanks as nothing.
fn text(properties: &Properties, key: &str) -> Option<String> {
    let text = match properties.get(key)? {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => return None,
    };
    (!text.is_empty()).then_some(text)
}
