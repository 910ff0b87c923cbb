//! Choosing a place in a form: one text field with a list of suggestions.
//!
//! What the reader sees and sends is `Molenbuurt (Neighbourhood) · K1A`; the code after
//! the last mark is what counts. A bare code works too, and so does a name that only one
//! place has.

use sleutel_actions::homes::AreaNames;
use sleutel_domain::{AreaCode, ComplexCode, homes::Place};
use sleutel_store::fold;
use sleutel_words::Words;

const MARK: &str = " · ";

fn code_of(place: &Place) -> &str {
    match place {
        Place::Area(code) => code.as_str(),
        Place::Complex(code) => code.as_str(),
        Place::Street { neighbourhood, .. } => neighbourhood.as_str(),
    }
}

/// Every place as it can be chosen, largest level first, then by name.
pub fn choices(words: Words, names: &AreaNames) -> Vec<String> {
    names
        .all()
        .into_iter()
        .map(|(place, name, level)| {
            format!("{name} ({}){MARK}{}", words.name(&level), code_of(&place))
        })
        .collect()
}

/// A code as the field shows it; what is not a known code stays as it was typed.
pub fn shown(words: Words, names: &AreaNames, code: &str) -> String {
    let area = AreaCode::new(code).ok().map(Place::Area);
    let complex = ComplexCode::new(code).ok().map(Place::Complex);
    area.into_iter()
        .chain(complex)
        .find_map(|place| {
            let level = names.level(&place)?;
            let name = names.name(&place);
            Some(format!("{name} ({}){MARK}{}", words.name(&level), code_of(&place)))
        })
        .unwrap_or_else(|| code.to_owned())
}

/// The code in what was typed; what cannot be read stays as it is, to be refused by name.
pub fn code(names: &AreaNames, typed: &str) -> String {
    let typed = typed.trim();
    if let Some((_, code)) = typed.rsplit_once(MARK) {
        return code.trim().to_owned();
    }
    let wanted = fold(typed);
    let mut named = names.all().into_iter().filter(|(_, name, _)| fold(name) == wanted);
    match (named.next(), named.next()) {
        (Some((place, ..)), None) => code_of(&place).to_owned(),
        _ => typed.to_owned(),
    }
}
