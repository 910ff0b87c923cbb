use jiff::civil::{Date, date};

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Months since January of the year 0.
    number: i32,
}

impl Month {
    /// A month by year and number, January is 1; `None` when there is no such month, or the year
    /// is not between 1 and 9998.
    pub fn new(year: i16, month: i8) -> Option<Self> {
        let known = (1..=9998).contains(&year) && (1..=12).contains(&month);
        known.then(|| Self { number: i32::from(year) * 12 + i32::from(month) - 1 })
    }

    /// The month a day is in.
    pub fn of(day: Date) -> Self {
        Self { number: i32::from(day.year()) * 12 + i32::from(day.month()) - 1 }
    }

    /// Reads `2027-03`; `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let (year, month) = text.trim().split_once('-')?;
        let digits = year.len() == 4 && month.len() == 2;
        digits.then(|| Self::new(year.parse().ok()?, month.parse().ok()?)).flatten()
    }

    /// The year.
    pub fn year(self) -> i16 {
        i16::try_from(self.number.div_euclid(12)).unwrap_or(i16::MAX)
    }

    /// The number in the year, January is 1.
    pub fn number(self) -> i8 {
        i8::try_from(self.number.rem_euclid(12) + 1).unwrap_or(1)
    }

    /// So many months later, or earlier when below nought.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        let (first, last) = (12, 9998 * 12 + 11);
        Self { number: self.number.saturating_add(months).clamp(first, last) }
    }

    /// Months from another to this one; below nought when this one is earlier.
    pub fn since(self, other: Self) -> i32 {
        self.number - other.number
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        Date::new(self.year(), self.number(), 1).unwrap_or_else(|_| date(1, 1, 1))
    }

    /// The word in files and addresses, `2027-03`.
    pub fn code(self) -> String {
        format!("{:04}-{:02}", self.year(), self.number())
    }
}
