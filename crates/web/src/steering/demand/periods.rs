//! Months put together to quarters or years, as long as a group has few people a month.

use std::ops::Range;

use sleutel_domain::steering::forecast::{Expected, Month};
use sleutel_words::Words;

use super::month;

/// Years of the past that are shown.
const YEARS_BACK: i32 = 6;
/// People that come in a period on average, at least, before a shorter one is shown.
const ENOUGH: f64 = 10.0;

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    Month,
    Quarter,
    Year,
}

impl Length {
    /// The shortest in which enough people came on average over the last two years.
    fn of(counts: &[u32]) -> Self {
        let last = counts.len().min(24);
        let came: u32 = counts.iter().rev().take(last).sum();
        let mean = f64::from(came) / f64::from(u32::try_from(last.max(1)).unwrap_or(1));
        match mean {
            it if it >= ENOUGH => Self::Month,
            it if it * 3.0 >= ENOUGH => Self::Quarter,
            _ => Self::Year,
        }
    }

    pub(super) fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }

    /// The key of "per month" and the like.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Month => "demand-per-month",
            Self::Quarter => "demand-per-quarter",
            Self::Year => "demand-per-year",
        }
    }

    fn name(self, words: Words, first: Month) -> String {
        let year = || ("year", first.year().to_string().into());
        match self {
            Self::Month => month(words, first),
            Self::Quarter => {
                let quarter = i32::from((first.number() - 1) / 3 + 1);
                words.t_with("demand-quarter", &[("quarter", quarter.into()), year()])
            }
            Self::Year => first.year().to_string(),
        }
    }
}

/// One period.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Period {
    pub(super) first: Month,
    pub(super) name: String,
    /// Who came, of as much as is over.
    pub(super) came: u32,
    /// The whole period, when it is not over.
    pub(super) expected: Option<Expected>,
}

/// The periods of one group, or of all together.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Periods {
    pub(super) length: Length,
    pub(super) list: Vec<Period>,
}

impl Periods {
    /// Of what came in each whole month since `from` and in the running one, and of what a
    /// forecast says of the months from the running one on, up to the end of next year. A first
    /// period that is not whole is left out.
    pub(super) fn new(
        words: Words,
        from: Month,
        (counts, running): (&[u32], u32),
        over: impl Fn(Range<usize>) -> Expected,
    ) -> Self {
        let length = Length::of(counts);
        let months = length.months();
        let until = from.plus(i32::try_from(counts.len()).unwrap_or(i32::MAX));
        let earliest = from.max(until.plus(-12 * YEARS_BACK));
        let into = i32::from(earliest.number() - 1) % months;
        let mut first = if into == 0 { earliest } else { earliest.plus(months - into) };
        let end = until.year().saturating_add(1);
        let mut list = Vec::new();
        while first.year() <= end {
            let (since, next) = (first.since(from), first.plus(months));
            let each = (since..since + months).filter_map(|at| usize::try_from(at).ok());
            let came = each.map(|at| match at.cmp(&counts.len()) {
                std::cmp::Ordering::Less => counts.get(at).copied().unwrap_or(0),
                std::cmp::Ordering::Equal => running,
                std::cmp::Ordering::Greater => 0,
            });
            let came = came.sum();
            let ahead = |month: Month| usize::try_from(month.since(until)).unwrap_or(0);
            let open = next > until;
            let expected = open.then(|| over(ahead(first)..ahead(next)).plus(came));
            list.push(Period { first, name: length.name(words, first), came, expected });
            first = next;
        }
        Self { length, list }
    }
}

#[cfg(test)]
mod tests {
    use sleutel_domain::access::Language;

    use super::*;

    fn periods(counts: &[u32]) -> Periods {
        let from = Month::new(2024, 2).unwrap();
        let over =
            |months: Range<usize>| Expected { mean: months.len() as f64, ..Expected::default() };
        Periods::new(Words::new(Language::English), from, (counts, 3), over)
    }

    #[test]
    fn a_large_group_is_shown_by_month_to_the_end_of_next_year() {
        let found = periods(&[20; 24]);
        assert_eq!(found.length, Length::Month);
        assert_eq!(found.list.len(), 24 + 23, "from February 2024 to December 2027");
        let running = &found.list[24];
        assert_eq!((running.first.code().as_str(), running.came), ("2026-02", 3));
        assert_eq!(running.expected.map(|it| it.mean), Some(4.0));
    }

    #[test]
    fn a_smaller_group_is_shown_by_quarter_or_year_and_only_whole_ones_of_the_past() {
        let found = periods(&[5; 24]);
        assert_eq!(found.length, Length::Quarter);
        let first = &found.list[0];
        assert_eq!((first.first.code().as_str(), first.came), ("2024-04", 15));
        let found = periods(&[1; 24]);
        assert_eq!(found.length, Length::Year);
        let came: Vec<u32> = found.list.iter().map(|it| it.came).collect();
        assert_eq!(came, [12, 4, 0], "2025, of 2026 a month and the running one, and 2027");
        let expected = found.list.last().and_then(|it| it.expected);
        assert_eq!(expected.map(|it| it.mean), Some(12.0));
    }
}
