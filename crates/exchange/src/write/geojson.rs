use std::fmt::Write;

use serde_json::Value;

use crate::records::{AreaRecord, Located};

/// A map file in our own form: one feature a line, longitude and latitude with six
/// decimals (about ten centimetres).
pub fn write_areas(areas: &[Located<AreaRecord>]) -> Vec<u8> {
    let mut text = "{\"type\":\"FeatureCollection\",\"features\":[".to_owned();
    for (index, area) in areas.iter().enumerate() {
        text.push_str(if index > 0 { ",\n" } else { "\n" });
        feature(&mut text, &area.record);
    }
    text.push_str("\n]}\n");
    text.into_bytes()
}

fn feature(text: &mut String, area: &AreaRecord) {
    let words = |word: &str| Value::from(word).to_string();
    let parent = area.parent.as_ref().map_or(Value::Null, |parent| Value::from(parent.as_str()));
    let _ = write!(
        text,
        "{{\"type\":\"Feature\",\"properties\":{{\"code\":{},\"name\":{},\"level\":{},\"parent\":{parent}}},\"geometry\":",
        words(area.code.as_str()),
        words(area.name.as_str()),
        words(area.level.code()),
    );
    if area.geometry.0.is_empty() {
        text.push_str("null}");
        return;
    }
    text.push_str("{\"type\":\"MultiPolygon\",\"coordinates\":");
    list(text, &area.geometry.0, |text, polygon| {
        list(text, polygon, |text, ring| {
            list(text, ring, |text, [x, y]| {
                let _ = write!(text, "[{},{}]", six(*x), six(*y));
            });
        });
    });
    text.push_str("}}");
}

fn list<T>(text: &mut String, items: &[T], item: impl Fn(&mut String, &T)) {
    text.push('[');
    for (index, it) in items.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        item(text, it);
    }
    text.push(']');
}

fn six(number: f64) -> String {
    let text = format!("{number:.6}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}
