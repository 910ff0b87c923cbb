//! Reading what was typed.

use std::fmt::Display;

use jiff::civil::Date;
use sleutel_domain::{Answer, Cents};

use super::{FieldError, Form};

/// Reading: each gives the value, or `None` after noting the error at the field.
impl Form {
    /// A field that has to be filled in, by a constructor of the domain.
    pub fn required<T, E: Into<FieldError>>(
        &mut self,
        name: &str,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        if self.value(name).trim().is_empty() {
            self.refuse(name, FieldError::Required);
            return None;
        }
        read(self.value(name)).map_err(|error| self.refuse(name, error)).ok()
    }

    /// A field that may stay empty. `Some(None)` when it did.
    pub fn optional<T, E: Into<FieldError>>(
        &mut self,
        name: &str,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<Option<T>> {
        if self.value(name).trim().is_empty() {
            return Some(None);
        }
        self.required(name, read).map(Some)
    }

    /// One of a list of codes.
    pub fn choice<T>(&mut self, name: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let value = read(self.value(name).trim());
        if value.is_none() {
            self.refuse(name, FieldError::Choose);
        }
        value
    }

    /// Yes, no or not known; anything else counts as not known.
    pub fn answer(&self, name: &str) -> Answer<bool> {
        match self.value(name) {
            "yes" => Answer::Known(true),
            "no" => Answer::Known(false),
            _ => Answer::Unknown,
        }
    }

    /// Whether a box is ticked.
    pub fn ticked(&self, name: &str) -> bool {
        !self.value(name).is_empty()
    }

    /// A date, as a date field sends it or as people type it; see [`date`].
    pub fn date(&mut self, name: &str) -> Option<Date> {
        self.required(name, date)
    }

    /// A whole number between two bounds, both included.
    pub fn number<T>(&mut self, name: &str, least: T, most: T) -> Option<T>
    where
        T: std::str::FromStr + PartialOrd + Display + Copy + Into<i64>,
    {
        self.required(name, |text| {
            let refused = FieldError::Number { least: least.into(), most: most.into() };
            let number = text.trim().parse::<T>().map_err(|_| refused.clone())?;
            if number < least || number > most { Err(refused) } else { Ok(number) }
        })
    }

    /// An amount in euro; see [`money`].
    pub fn money(&mut self, name: &str) -> Option<Cents> {
        self.required(name, money)
    }
}

/// `2026-11-22`, `22-11-2026`, `22/11/2026` or `22.11.2026`.
pub fn date(text: &str) -> Result<Date, FieldError> {
    let text = text.trim();
    if let Ok(date) = text.parse() {
        return Ok(date);
    }
    let parts: Vec<_> = text.split(['-', '/', '.']).collect();
    let [day, month, year] = parts[..] else { return Err(FieldError::Date) };
    if year.len() != 4 {
        return Err(FieldError::Date);
    }
    let whole = |part: &str| part.parse::<i16>().map_err(|_| FieldError::Date);
    let small = |part: &str| part.parse::<i8>().map_err(|_| FieldError::Date);
    Date::new(whole(year)?, small(month)?, small(day)?).map_err(|_| FieldError::Date)
}

/// `612`, `612,50`, `612.5`, `€ 1.612,50` or `1,612.50`. A mark followed by one or
/// two digits at the end stands before the cents; any other is a thousands mark.
pub fn money(text: &str) -> Result<Cents, FieldError> {
    let text: String =
        text.chars().filter(|c| !c.is_whitespace() && *c != '€' && *c != '\u{a0}').collect();
    let (whole, cents) = match text.rfind([',', '.']) {
        Some(at) if (1..=2).contains(&(text.len() - at - 1)) => (&text[..at], &text[at + 1..]),
        Some(_) | None => (text.as_str(), ""),
    };
    let groups: Vec<_> = whole.split([',', '.']).collect();
    let grouped = groups.len() == 1 || groups[1..].iter().all(|group| group.len() == 3);
    let digits: String = groups.concat();
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if digits.is_empty() || !grouped || !plain(&digits) || !plain(cents) {
        return Err(FieldError::Money);
    }
    let amount = format!("{digits}{cents:0<2}");
    let amount = amount.parse::<i64>().map_err(|_| FieldError::Money)?;
    Ok(Cents::new(amount)?)
}

#[cfg(test)]
mod tests {
    use jiff::civil;

    use super::*;

    #[test]
    fn an_amount_may_be_typed_the_dutch_or_the_english_way() {
        for (typed, cents) in [
            ("612", 61_200),
            ("612,50", 61_250),
            ("612.5", 61_250),
            ("€ 1.612,50", 161_250),
            ("1,612.50", 161_250),
            ("1.612", 161_200),
            (" 0,05 ", 5),
        ] {
            assert_eq!(money(typed).map(Cents::get), Ok(cents), "{typed}");
        }
    }

    #[test]
    fn an_amount_that_could_be_read_two_ways_is_refused() {
        for typed in ["", "abc", "12,5,0", "1.61,200", "-5", "1.2.3", "6e2"] {
            assert_eq!(money(typed), Err(FieldError::Money), "{typed}");
        }
    }

    #[test]
    fn a_date_is_read_as_a_browser_sends_it_and_as_people_type_it() {
        let expected = Ok(civil::date(2026, 3, 4));
        for typed in ["2026-03-04", "4-3-2026", "04/03/2026", " 4.3.2026 "] {
            assert_eq!(date(typed), expected, "{typed}");
        }
        for typed in ["31-2-2026", "4-3-26", "tomorrow", ""] {
            assert_eq!(date(typed), Err(FieldError::Date), "{typed}");
        }
    }

    #[test]
    fn a_number_outside_its_bounds_is_refused_with_the_bounds() {
        let mut form = Form::new().filled("rooms", "40");
        assert_eq!(form.number("rooms", 1_u8, 20), None);
        assert_eq!(form.error("rooms"), Some(&FieldError::Number { least: 1, most: 20 }));
        assert_eq!(form.value("rooms"), "40");
    }

    #[test]
    fn an_unanswered_question_is_not_known_rather_than_no() {
        assert_eq!(Form::new().answer("pets"), Answer::Unknown);
    }
}
