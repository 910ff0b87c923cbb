//! Numbers, money, shares and dates as each language writes them.

use jiff::civil::{Date, DateTime};
use sleutel_domain::{Cents, access::Language};

use crate::Words;

/// Keeps a sign and its amount on one line.
const NO_BREAK: char = '\u{a0}';

/// A number with so many decimals: `1.234,5` in Dutch, `1,234.5` in English.
pub fn decimal(language: Language, value: f64, digits: usize) -> String {
    let plain = format!("{:.digits$}", value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let (thousands, mark) = match language {
        Language::Dutch => ('.', ','),
        Language::English => (',', '.'),
    };
    let mut text = String::new();
    if value < 0.0 && plain.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        text.push('-');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            text.push(thousands);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(mark);
        text.push_str(fraction);
    }
    text
}

impl Words {
    /// A whole number with its thousands mark.
    pub fn number(self, value: impl Into<i64>) -> String {
        let value: i64 = value.into();
        let digits = value.unsigned_abs().to_string();
        let mark = match self.language() {
            Language::Dutch => '.',
            Language::English => ',',
        };
        let mut text = String::from(if value < 0 { "-" } else { "" });
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(mark);
            }
            text.push(digit);
        }
        text
    }

    /// A count of things in memory.
    pub fn count(self, value: usize) -> String {
        self.number(i64::try_from(value).unwrap_or(i64::MAX))
    }

    /// A number with so many decimals.
    pub fn decimal(self, value: f64, digits: usize) -> String {
        decimal(self.language(), value, digits)
    }

    /// An amount: `€ 612,50` in Dutch (the blank does not break), `€612.50` in English.
    pub fn money(self, amount: Cents) -> String {
        let cents = amount.get();
        let (whole, rest) = (self.number(cents / 100), cents % 100);
        match self.language() {
            Language::Dutch => format!("€{NO_BREAK}{whole},{rest:02}"),
            Language::English => format!("€{whole}.{rest:02}"),
        }
    }

    /// A part of a whole (1.0 is all of it) with so many decimals: `12,5%`.
    pub fn percent(self, part: f64, digits: usize) -> String {
        format!("{}%", self.decimal(part * 100.0, digits))
    }

    /// A date in full: `22 november 2026`, `22 November 2026`.
    pub fn date(self, date: Date) -> String {
        format!("{} {} {}", date.day(), self.month(date), date.year())
    }

    /// A date for tables: `22-11-2026` in Dutch, `22 Nov 2026` in English, where
    /// figures alone could be read two ways.
    pub fn date_short(self, date: Date) -> String {
        match self.language() {
            Language::Dutch => format!("{:02}-{:02}-{}", date.day(), date.month(), date.year()),
            Language::English => {
                let month: String = self.month(date).chars().take(3).collect();
                format!("{} {} {}", date.day(), month, date.year())
            }
        }
    }

    /// A date with the time of day, to the minute, on the clock of the place.
    pub fn moment(self, moment: DateTime) -> String {
        let time = format!("{:02}:{:02}", moment.hour(), moment.minute());
        self.t_with(
            "date-moment",
            &[("date", self.date(moment.date()).into()), ("time", time.into())],
        )
    }

    /// A list in a sentence: `a, b en c`. Empty for an empty list.
    pub fn list(self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => self
                .t_with("list-and", &[("first", first.join(", ").into()), ("last", last.into())]),
        }
    }

    /// The name of the date's month, as it stands inside a date.
    fn month(self, date: Date) -> String {
        let keys = [
            "date-month-1",
            "date-month-2",
            "date-month-3",
            "date-month-4",
            "date-month-5",
            "date-month-6",
            "date-month-7",
            "date-month-8",
            "date-month-9",
            "date-month-10",
            "date-month-11",
            "date-month-12",
        ];
        let at = usize::try_from(date.month()).unwrap_or(1) - 1;
        keys.get(at).map_or_else(String::new, |key| self.t(key))
    }
}
