//! The years of a group as a bar: when it is there, where it is described otherwise, and today. The
//! table beside it says the same.

use jiff::civil::Date;
use sleutel_domain::steering::groups::GroupTimes;

/// The width of a picture in units of its own.
const WIDTH: i64 = 1_000;

/// The years all bars of a page show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) first: i16,
    pub(super) last: i16,
    today: Date,
}

/// A part of a bar: its place, its width, and how it is filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) x: i64,
    pub(super) width: i64,
    pub(super) class: &'static str,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bar {
    pub(super) stretches: Vec<Stretch>,
    /// Where each year begins.
    pub(super) years: Vec<i64>,
    pub(super) today: i64,
}

impl Frame {
    /// The years around today in which something begins or ends, at least five back and two ahead.
    pub(super) fn around<'a>(all: impl Iterator<Item = &'a GroupTimes>, today: Date) -> Self {
        let (mut first, mut last) = (today.year() - 5, today.year() + 2);
        for period in all.flat_map(GroupTimes::periods) {
            for day in [period.from, period.until].into_iter().flatten() {
                first = first.min(day.year());
                last = last.max(day.year());
            }
        }
        Self { first: first.max(today.year() - 12), last: last.min(today.year() + 12), today }
    }

    fn x(self, day: Date) -> i64 {
        let (from, until) = (self.first.into(), i64::from(self.last) + 1);
        let year = i64::from(day.year());
        if year < from {
            return 0;
        }
        if year >= until {
            return WIDTH;
        }
        let gone = i64::from(day.day_of_year()) - 1;
        ((year - from) * 366 + gone) * WIDTH / ((until - from) * 366)
    }

    pub(super) fn bar(self, times: &GroupTimes) -> Bar {
        let stretch = |(at, it): (usize, &sleutel_domain::steering::groups::GroupPeriod)| {
            let from = it.from.map_or(0, |it| self.x(it));
            let until = it.until.and_then(|it| it.tomorrow().ok()).map_or(WIDTH, |it| self.x(it));
            let class = match (it.described.counts, at % 2 == 0) {
                (true, true) => "bar-done",
                (true, false) => "group-changed",
                (false, _) => "group-apart",
            };
            Stretch { x: from, width: (until - from).max(0), class }
        };
        let begins = |year: i16| Date::new(year, 1, 1).map_or(0, |it| self.x(it));
        Bar {
            stretches: times.periods().iter().enumerate().map(stretch).collect(),
            years: (self.first..=self.last).skip(1).map(begins).collect(),
            today: self.x(self.today),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use sleutel_domain::{
        Phrase,
        steering::groups::{GroupDescription, GroupPeriod},
    };

    use super::*;

    fn times(from: Option<Date>, until: Option<Date>) -> GroupTimes {
        let name = Phrase::new("a").unwrap();
        let described = GroupDescription {
            name_nl: name.clone(),
            name_en: name,
            main_group: String::new(),
            with_support: true,
            counts: true,
        };
        GroupTimes::new(vec![GroupPeriod { from, until, described }]).unwrap()
    }

    #[test]
    fn a_bar_runs_from_the_first_day_to_the_last() {
        let today = date(2026, 6, 15);
        let ended = times(Some(date(2024, 1, 1)), Some(date(2025, 12, 31)));
        let frame = Frame::around([&ended].into_iter(), today);
        assert_eq!((frame.first, frame.last), (2021, 2028));
        let bar = frame.bar(&ended);
        let expected = Stretch { x: 375, width: 250, class: "bar-done" };
        assert_eq!(bar.stretches, [expected]);
        assert_eq!(bar.years.len(), 7);
        let always = frame.bar(&times(None, None));
        assert_eq!((always.stretches[0].x, always.stretches[0].width), (0, WIDTH));
    }

    #[test]
    fn a_day_long_ago_or_far_ahead_does_not_stretch_the_picture() {
        let long = times(Some(date(1950, 1, 1)), Some(date(2190, 1, 1)));
        let frame = Frame::around([&long].into_iter(), date(2026, 6, 15));
        assert_eq!((frame.first, frame.last), (2014, 2038));
        assert_eq!(frame.bar(&long).stretches[0].width, WIDTH);
    }
}
