use std::ops::AddAssign;

use jiff::civil::Date;

use super::promise::{Outcome, Promise};
use crate::steering::FEW;

/// How often something was kept, of how often it had to be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// How often it was kept.
    pub kept: u32,
    /// How often its last day came.
    pub counted: u32,
}

impl Tally {
    /// In whole percent, rounded down, so that only everything is 100; `None` of nothing.
    pub fn percent(self) -> Option<u8> {
        let percent = (u64::from(self.kept) * 100).checked_div(u64::from(self.counted))?;
        u8::try_from(percent).ok()
    }

    /// Whether somebody could be picked out.
    pub fn is_few(self) -> bool {
        (1..FEW).contains(&self.counted)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.kept = self.kept.saturating_add(other.kept);
        self.counted = self.counted.saturating_add(other.counted);
    }
}

/// What may be shown of a tally.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// Nothing was due.
    Nothing,
    /// So few that they are not shown.
    Few,
    /// Not shown, because another that may not be shown would follow from it.
    Held,
    /// This.
    Shown(Tally),
}

/// A year in figures that nobody can be picked out from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearKept {
    /// The whole year.
    pub whole: Figure,
    /// Its quarters.
    pub quarters: [Figure; 4],
}

/// The quarter of a year a day is in, 0 to 3.
pub fn quarter(day: Date) -> usize {
    usize::from(day.month().unsigned_abs().saturating_sub(1) / 3).min(3)
}

/// Counts promises whose last day lies in a year, by quarter, as it is known on a day.
pub fn tally(promises: &[Promise], year: i16, today: Date) -> [Tally; 4] {
    let mut quarters = [Tally::default(); 4];
    for promise in promises.iter().filter(|it| it.due.year() == year) {
        let kept = match promise.outcome(today) {
            Outcome::Kept => 1,
            Outcome::NotKept => 0,
            Outcome::NotYet | Outcome::FellAway => continue,
        };
        if let Some(at) = quarters.get_mut(quarter(promise.due)) {
            *at += Tally { kept, counted: 1 };
        }
    }
    quarters
}

/// What may be shown of a year. A quarter with few is hidden, and with it as many others as it
/// takes for all that is hidden together to be no few either: otherwise the year less the other
/// quarters would tell.
pub fn shown(quarters: &[Tally; 4]) -> YearKept {
    let mut whole = Tally::default();
    quarters.iter().for_each(|it| whole += *it);
    let figure = |it: Tally| match it.counted {
        0 => Figure::Nothing,
        _ if it.is_few() => Figure::Few,
        _ => Figure::Shown(it),
    };
    let mut figures = quarters.map(figure);
    loop {
        let hidden = |it: &&(usize, u32)| matches!(figures[it.0], Figure::Few | Figure::Held);
        let counts: Vec<(usize, u32)> = quarters.iter().map(|it| it.counted).enumerate().collect();
        let sum: u32 = counts.iter().filter(hidden).map(|it| it.1).sum();
        let several = counts.iter().filter(hidden).count() != 1;
        if sum == 0 || (sum >= FEW && several) {
            break;
        }
        let shown = counts.iter().filter(|it| matches!(figures[it.0], Figure::Shown(_)));
        let Some(&(least, _)) = shown.min_by_key(|it| it.1) else { break };
        figures[least] = Figure::Held;
    }
    YearKept { whole: figure(whole), quarters: figures }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn of(counts: [u32; 4]) -> YearKept {
        shown(&counts.map(|counted| Tally { kept: counted, counted }))
    }

    #[track_caller]
    fn check(counts: [u32; 4], expected: &str) {
        let word = |it: &Figure| match it {
            Figure::Nothing => '0',
            Figure::Few => 'f',
            Figure::Held => 'h',
            Figure::Shown(_) => 's',
        };
        let year = of(counts);
        let found: String = [year.whole].iter().chain(&year.quarters).map(word).collect();
        assert_eq!(found, expected, "{counts:?}");
    }

    #[test]
    fn no_quarter_of_few_follows_from_the_others() {
        check([0, 0, 0, 0], "00000");
        check([20, 20, 20, 20], "sssss");
        check([9, 0, 0, 0], "ff000");
        check([9, 20, 30, 40], "sfhss");
        check([9, 0, 30, 0], "sf0h0");
        check([3, 4, 30, 40], "sffhs");
        check([5, 5, 30, 40], "sffss");
        check([3, 4, 0, 0], "fff00");
        check([9, 9, 9, 9], "sffff");
    }

    #[test]
    fn ten_are_shown_and_nine_are_not() {
        check([10, 0, 0, 0], "ss000");
        check([9, 0, 0, 0], "ff000");
    }

    #[test]
    fn percent_is_100_only_when_all_were_kept() {
        assert_eq!(Tally { kept: 199, counted: 200 }.percent(), Some(99));
        assert_eq!(Tally { kept: 200, counted: 200 }.percent(), Some(100));
        assert_eq!(Tally::default().percent(), None);
    }

    #[test]
    fn a_promise_counts_in_the_quarter_of_its_last_day_once_that_is_over() {
        let today = date(2026, 6, 15);
        let promise = |due, done| Promise { due, done, over: None };
        let all = [
            promise(date(2025, 12, 31), Some(date(2025, 12, 1))),
            promise(date(2026, 1, 1), Some(date(2025, 12, 1))),
            promise(date(2026, 3, 31), None),
            promise(date(2026, 4, 1), Some(date(2026, 4, 2))),
            promise(date(2026, 6, 15), Some(date(2026, 6, 1))),
            Promise { over: Some(date(2026, 4, 1)), ..promise(date(2026, 5, 1), None) },
        ];
        let found = tally(&all, 2026, today);
        assert_eq!(found[0], Tally { kept: 1, counted: 2 });
        assert_eq!(found[1], Tally { kept: 0, counted: 1 });
        assert_eq!((found[2], found[3]), (Tally::default(), Tally::default()));
    }
}
