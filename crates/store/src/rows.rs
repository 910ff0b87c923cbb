use jiff::{Timestamp, civil::Date};
use sleutel_domain::{AreaCode, Cents, ComplexCode, homes::Place};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::StoreError;

/// Text as it is searched: lower case, accents off. `Özgür` is found by `ozgur`.
pub fn fold(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// Text from outside as a value to compare with: PostgreSQL refuses the character zero
/// with an error, where SQLite finds nothing.
pub(crate) fn plain(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// A list of texts as a value for `dialect::within_list`.
pub(crate) fn list_of(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|it| plain(it)).collect();
    serde_json::json!(texts).to_string()
}

/// The search pattern for words typed by a person; `%` and `_` lose their power.
pub(crate) fn pattern(typed: &str) -> String {
    let folded = fold(plain(typed).trim());
    let mut pattern = String::with_capacity(folded.len() + 2);
    pattern.push('%');
    for c in folded.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

pub(crate) fn date(date: Date) -> jiff_sqlx::Date {
    date.into()
}

pub(crate) fn date_opt(date: Option<Date>) -> Option<jiff_sqlx::Date> {
    date.map(Into::into)
}

/// Refuses a time with a fraction: as text it would sort wrongly on SQLite.
pub(crate) fn time(at: Timestamp) -> Result<jiff_sqlx::Timestamp, StoreError> {
    if at.subsec_nanosecond() != 0 {
        return Err(StoreError::Fraction(at.to_string()));
    }
    Ok(at.into())
}

/// Names the place of a value that cannot be read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct At<'a> {
    pub(crate) table: &'static str,
    pub(crate) key: &'a str,
}

impl At<'_> {
    pub(crate) fn bad<V: ToString + ?Sized>(self, column: &'static str, value: &V) -> StoreError {
        StoreError::Row {
            table: self.table,
            column,
            key: self.key.to_owned(),
            value: value.to_string(),
        }
    }

    #[expect(clippy::needless_pass_by_value, reason = "callers are taking a row apart")]
    pub(crate) fn read<T, V: ToString>(
        self,
        column: &'static str,
        value: V,
        read: impl FnOnce(&V) -> Option<T>,
    ) -> Result<T, StoreError> {
        match read(&value) {
            Some(it) => Ok(it),
            None => Err(self.bad(column, &value)),
        }
    }

    pub(crate) fn read_opt<T>(
        self,
        column: &'static str,
        value: Option<String>,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, StoreError> {
        value.map(|value| self.read(column, value, |it| read(it.as_str()))).transpose()
    }

    pub(crate) fn small<T: TryFrom<i64>>(
        self,
        column: &'static str,
        value: i64,
    ) -> Result<T, StoreError> {
        T::try_from(value).map_err(|_| self.bad(column, &value))
    }

    pub(crate) fn small_opt<T: TryFrom<i64>>(
        self,
        column: &'static str,
        value: Option<i64>,
    ) -> Result<Option<T>, StoreError> {
        value.map(|value| self.small(column, value)).transpose()
    }

    pub(crate) fn cents(self, column: &'static str, value: i64) -> Result<Cents, StoreError> {
        Cents::new(value).map_err(|_| self.bad(column, &value))
    }

    pub(crate) fn place(
        self,
        kind: &str,
        code: &str,
        street: Option<&str>,
    ) -> Result<Place, StoreError> {
        let bad = || self.bad("place", &format!("{kind} {code}"));
        let area = || AreaCode::new(code).map_err(|_| bad());
        match (kind, street) {
            ("area", _) => Ok(Place::Area(area()?)),
            ("complex", _) => Ok(Place::Complex(ComplexCode::new(code).map_err(|_| bad())?)),
            ("street", Some(street)) => {
                Ok(Place::Street { neighbourhood: area()?, street: street.to_owned() })
            }
            _ => Err(bad()),
        }
    }
}

/// A place as its three columns: kind, code, street.
pub(crate) fn place_columns(place: &Place) -> (&'static str, &str, Option<&str>) {
    match place {
        Place::Area(code) => ("area", code.as_str(), None),
        Place::Complex(code) => ("complex", code.as_str(), None),
        Place::Street { neighbourhood, street } => {
            ("street", neighbourhood.as_str(), Some(street.as_str()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_capitals_do_not_matter_in_a_search() {
        assert_eq!(fold("Özgür DE Víries"), "ozgur de viries");
    }

    #[test]
    fn signs_with_a_meaning_to_the_database_lose_it() {
        assert_eq!(pattern("50%_a"), "%50\\%\\_a%");
    }

    #[test]
    fn a_time_with_a_fraction_is_refused() {
        assert!(time("2026-01-01T00:00:00.5Z".parse().unwrap()).is_err());
        assert!(time("2026-01-01T00:00:00Z".parse().unwrap()).is_ok());
    }
}
