use jiff::civil::Date;
use sleutel_domain::{Answer, Cents, homes::Place};

pub(super) fn yes_no(value: bool) -> String {
    if value { "yes" } else { "no" }.to_owned()
}

pub(super) fn option<T: ToString>(value: Option<&T>) -> String {
    value.map(T::to_string).unwrap_or_default()
}

pub(super) fn date(value: Option<Date>) -> String {
    option(value.as_ref())
}

pub(super) fn amount(value: Cents) -> String {
    format!("{}.{:02}", value.get() / 100, value.get() % 100)
}

pub(super) fn answer<T>(value: &Answer<T>, write: impl Fn(&T) -> String) -> String {
    match value {
        Answer::Known(value) => write(value),
        Answer::Unknown => String::new(),
    }
}

/// The columns `area`, `street` and `complex`.
pub(super) fn place(place: &Place) -> [String; 3] {
    match place {
        Place::Area(code) => [code.to_string(), String::new(), String::new()],
        Place::Street { neighbourhood, street } => {
            [neighbourhood.to_string(), street.clone(), String::new()]
        }
        Place::Complex(code) => [String::new(), String::new(), code.to_string()],
    }
}
