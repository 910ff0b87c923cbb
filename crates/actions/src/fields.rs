//! Turning what somebody typed into values, collecting every fault with its field.

use jiff::civil::Date;
use sleutel_domain::{Cents, CentsError, CodeError, LongText, Phrase, TextError};

use crate::{ActionError, FieldError, FieldFault};

/// Collects the faults of a form.
#[derive(Debug, Default)]
pub(crate) struct Fields {
    errors: Vec<FieldError>,
}

pub(crate) fn code_fault(error: &CodeError) -> FieldFault {
    match error {
        CodeError::Empty => FieldFault::Required,
        CodeError::TooLong { length } => FieldFault::TooLong { length: *length, most: 64 },
        CodeError::Character(_) => FieldFault::Character,
    }
}

pub(crate) fn text_fault(error: TextError) -> FieldFault {
    match error {
        TextError::Empty => FieldFault::Required,
        TextError::TooLong { length, most } => FieldFault::TooLong { length, most },
        TextError::Control => FieldFault::Character,
    }
}

impl Fields {
    pub(crate) fn bad(&mut self, field: &str, fault: FieldFault) {
        self.errors.push(FieldError { field: field.to_owned(), fault });
    }

    pub(crate) fn take<T>(&mut self, field: &str, value: Result<T, FieldFault>) -> Option<T> {
        match value {
            Ok(value) => Some(value),
            Err(fault) => {
                self.bad(field, fault);
                None
            }
        }
    }

    /// A code or text by its own constructor.
    pub(crate) fn code<T>(
        &mut self,
        field: &str,
        text: &str,
        make: impl FnOnce(&str) -> Result<T, CodeError>,
    ) -> Option<T> {
        self.take(field, make(text).map_err(|error| code_fault(&error)))
    }

    pub(crate) fn text<T>(
        &mut self,
        field: &str,
        text: &str,
        make: impl FnOnce(&str) -> Result<T, TextError>,
    ) -> Option<T> {
        self.take(field, make(text).map_err(text_fault))
    }

    /// Text that may be left out.
    pub(crate) fn phrase(&mut self, field: &str, text: &str) -> Option<Phrase> {
        self.take(field, Phrase::optional(text).map_err(text_fault)).flatten()
    }

    /// Long text that may be left out.
    pub(crate) fn words(&mut self, field: &str, text: &str) -> Option<LongText> {
        self.take(field, LongText::optional(text).map_err(text_fault)).flatten()
    }

    /// One of a list of choices; blank is no choice.
    pub(crate) fn choice<T>(
        &mut self,
        field: &str,
        text: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = text.trim();
        let value = if text.is_empty() {
            Err(FieldFault::Required)
        } else {
            read(text).ok_or(FieldFault::NotAChoice)
        };
        self.take(field, value)
    }

    /// One of a list of choices, or left open.
    pub(crate) fn choice_opt<T>(
        &mut self,
        field: &str,
        text: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        if text.trim().is_empty() { None } else { self.choice(field, text, read) }
    }

    /// Yes, no, or left open.
    pub(crate) fn yes_no(&mut self, field: &str, text: &str) -> Option<bool> {
        let text = if text == "unknown" { "" } else { text };
        self.choice_opt(field, text, |text| match text {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        })
    }

    /// A date as a browser sends it (`2026-05-01`) or as people write it (`1-5-2026`).
    pub(crate) fn date(&mut self, field: &str, text: &str) -> Option<Date> {
        let text = text.trim();
        if text.is_empty() {
            self.bad(field, FieldFault::Required);
            return None;
        }
        self.take(field, read_date(text).ok_or(FieldFault::NotADate))
    }

    /// A date that may be left out.
    pub(crate) fn date_opt(&mut self, field: &str, text: &str) -> Option<Date> {
        if text.trim().is_empty() { None } else { self.date(field, text) }
    }

    /// A whole number within a range.
    pub(crate) fn number(&mut self, field: &str, text: &str, least: i64, most: i64) -> Option<i64> {
        let text = text.trim();
        let value = if text.is_empty() {
            Err(FieldFault::Required)
        } else {
            match text.parse::<i64>() {
                Err(_) => Err(FieldFault::NotANumber),
                Ok(number) if (least..=most).contains(&number) => Ok(number),
                Ok(_) => Err(FieldFault::Range { least, most }),
            }
        };
        self.take(field, value)
    }

    /// A whole number that may be left out.
    pub(crate) fn number_opt(
        &mut self,
        field: &str,
        text: &str,
        least: i64,
        most: i64,
    ) -> Option<i64> {
        if text.trim().is_empty() { None } else { self.number(field, text, least, most) }
    }

    /// An amount in euros with at most two decimals, with a comma or a point.
    pub(crate) fn money(&mut self, field: &str, text: &str) -> Option<Cents> {
        if text.trim().is_empty() {
            self.bad(field, FieldFault::Required);
            return None;
        }
        self.take(field, read_money(text))
    }

    /// An amount that may be left out.
    pub(crate) fn money_opt(&mut self, field: &str, text: &str) -> Option<Cents> {
        if text.trim().is_empty() { None } else { self.money(field, text) }
    }

    /// All faults, or the value.
    pub(crate) fn done<T>(self, value: Option<T>) -> Result<T, ActionError> {
        match value {
            Some(value) if self.errors.is_empty() => Ok(value),
            _ => Err(ActionError::Fields(self.errors)),
        }
    }
}

pub(crate) fn read_date(text: &str) -> Option<Date> {
    let year = text.split('-').next().is_some_and(|first| first.len() == 4);
    let date = if year {
        text.parse::<Date>().ok()
    } else {
        let mut parts = text.split(['-', '/', '.']).map(|part| part.parse::<i16>().ok());
        let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    date.filter(|date| (1900..=2200).contains(&date.year()))
}

pub(crate) fn read_money(text: &str) -> Result<Cents, FieldFault> {
    let text: String =
        text.chars().filter(|c| !c.is_whitespace() && *c != '€' && *c != '\u{a0}').collect();
    // A comma or point is the decimal sign when at most two digits follow it; what else
    // there is groups thousands.
    let (whole, part) = match text.rfind([',', '.']) {
        Some(at) if text.len() - at <= 3 => (&text[..at], &text[at + 1..]),
        _ => (text.as_str(), ""),
    };
    let whole: String = whole.chars().filter(|c| !matches!(c, ',' | '.')).collect();
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || !digits(&whole) || !digits(part) {
        return Err(FieldFault::NotMoney);
    }
    let euros: i64 = whole.parse().map_err(|_| FieldFault::NotMoney)?;
    let cents: i64 = format!("{part:0<2}").parse().map_err(|_| FieldFault::NotMoney)?;
    let most = FieldFault::Range { least: 0, most: 1_000_000 };
    let sum = euros.checked_mul(100).and_then(|it| it.checked_add(cents)).ok_or(most.clone())?;
    Cents::new(sum).map_err(|error| match error {
        CentsError::Negative(_) => FieldFault::NotMoney,
        CentsError::TooLarge(_) => most,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, cents: i64) {
        assert_eq!(read_money(text).map(Cents::get), Ok(cents), "{text}");
    }

    #[test]
    fn money_is_read_as_people_type_it() {
        check("612", 61_200);
        check("612,5", 61_250);
        check("612.50", 61_250);
        check("€ 1.234,56", 123_456);
        check("1,234.56", 123_456);
        check("1.234", 123_400);
    }

    #[test]
    fn what_is_not_money_is_refused() {
        for text in ["twaalf", "-12", "12,345,6x", ",", "6 1 2 euro"] {
            assert!(read_money(text).is_err(), "{text}");
        }
    }

    #[test]
    fn dates_are_read_from_a_browser_and_from_people() {
        let day = jiff::civil::date(2026, 5, 1);
        for text in ["2026-05-01", "1-5-2026", "01/05/2026", "1.5.2026"] {
            assert_eq!(read_date(text), Some(day), "{text}");
        }
        assert_eq!(read_date("31-2-2026"), None);
        assert_eq!(read_date("0026-05-01"), None);
    }
}
