use jiff::{
    Span,
    civil::{Date, Weekday, date},
};

use crate::routes::coded::coded;

coded! {
    /// A day on which a legal term does not end ("algemeen erkende feestdag"), by article 3
    /// of the Algemene termijnenwet. Days the government equates with them for one year only
    /// are not here.
    Holiday {
        /// 1 January ("Nieuwjaarsdag").
        NewYear = "new-year",
        /// Two days before Easter ("Goede Vrijdag"), equated with the others by the act.
        GoodFriday = "good-friday",
        /// First day of Easter ("Eerste Paasdag"), always a Sunday.
        Easter = "easter",
        /// "Tweede Paasdag".
        EasterMonday = "easter-monday",
        /// 27 April, a day earlier when that is a Sunday ("Koningsdag"); to 2013 the
        /// Queen's Day, 30 April in the same way.
        KingsDay = "kings-day",
        /// 5 May ("Bevrijdingsdag"), every year.
        LiberationDay = "liberation-day",
        /// Thirty-nine days after Easter ("Hemelvaartsdag").
        Ascension = "ascension",
        /// Forty-nine days after Easter ("Eerste Pinksterdag"), always a Sunday.
        Whit = "whit",
        /// "Tweede Pinksterdag".
        WhitMonday = "whit-monday",
        /// 25 December ("Eerste Kerstdag").
        Christmas = "christmas",
        /// 26 December ("Tweede Kerstdag").
        BoxingDay = "boxing-day",
    }
}

/// Easter Sunday by the Gregorian calendar, for any year a [`Date`] can have: the rule of
/// the anonymous computus, after which Easter lies 0 to 34 days after 22 March.
pub fn easter(year: i16) -> Date {
    let year_number = i32::from(year);
    let (century, within) = (year_number.div_euclid(100), year_number.rem_euclid(100));
    let golden = year_number.rem_euclid(19);
    let leaps = century.div_euclid(4);
    let drift = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let moon = (19 * golden + century - leaps - drift + 15).rem_euclid(30);
    let to_sunday =
        (32 + 2 * century.rem_euclid(4) + 2 * (within / 4) - moon - within % 4).rem_euclid(7);
    let late = (golden + 11 * moon + 22 * to_sunday).div_euclid(451);
    later(date(year, 3, 22), moon + to_sunday - 7 * late)
}

/// The holidays of a year in the order of the calendar. Two can fall on one day.
pub fn holidays(year: i16) -> Vec<(Date, Holiday)> {
    let easter = easter(year);
    let royal = if year < 2014 { date(year, 4, 30) } else { date(year, 4, 27) };
    let royal = if royal.weekday() == Weekday::Sunday { later(royal, -1) } else { royal };
    let mut days = vec![
        (date(year, 1, 1), Holiday::NewYear),
        (later(easter, -2), Holiday::GoodFriday),
        (easter, Holiday::Easter),
        (later(easter, 1), Holiday::EasterMonday),
        (royal, Holiday::KingsDay),
        (date(year, 5, 5), Holiday::LiberationDay),
        (later(easter, 39), Holiday::Ascension),
        (later(easter, 49), Holiday::Whit),
        (later(easter, 50), Holiday::WhitMonday),
        (date(year, 12, 25), Holiday::Christmas),
        (date(year, 12, 26), Holiday::BoxingDay),
    ];
    days.sort();
    days
}

/// The holiday on this day; the first of two.
pub fn holiday_on(day: Date) -> Option<Holiday> {
    holidays(day.year()).into_iter().find(|(on, _)| *on == day).map(|(_, holiday)| holiday)
}

/// Neither Saturday, Sunday nor a holiday ("werkdag").
pub fn is_working_day(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && holiday_on(day).is_none()
}

fn later(day: Date, days: i32) -> Date {
    day.saturating_add(Span::new().days(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(on: Date, expected: Option<Holiday>) {
        assert_eq!(holiday_on(on), expected, "{on}");
    }

    #[test]
    fn easter_falls_where_published_calendars_have_it() {
        for (year, month, day) in [
            (1818, 3, 22),
            (1943, 4, 25),
            (1954, 4, 18),
            (1981, 4, 19),
            (2000, 4, 23),
            (2008, 3, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2038, 4, 25),
            (2049, 4, 18),
        ] {
            assert_eq!(easter(year), date(year, month, day));
        }
    }

    #[test]
    fn easter_is_a_sunday_between_22_march_and_25_april_in_every_year_there_is() {
        for year in -9999..=9999 {
            let day = easter(year);
            assert_eq!(day.weekday(), Weekday::Sunday, "{day}");
            assert!((date(year, 3, 22)..=date(year, 4, 25)).contains(&day), "{day}");
        }
    }

    #[test]
    fn the_kings_birthday_is_kept_on_saturday_when_it_is_a_sunday() {
        check(date(2025, 4, 26), Some(Holiday::KingsDay));
        check(date(2025, 4, 27), None);
        check(date(2026, 4, 27), Some(Holiday::KingsDay));
        check(date(2013, 4, 30), Some(Holiday::KingsDay));
        check(date(2006, 4, 29), Some(Holiday::KingsDay));
    }

    #[test]
    fn the_holidays_of_2026_are_those_of_the_act() {
        check(date(2026, 1, 1), Some(Holiday::NewYear));
        check(date(2026, 4, 3), Some(Holiday::GoodFriday));
        check(date(2026, 4, 6), Some(Holiday::EasterMonday));
        check(date(2026, 5, 5), Some(Holiday::LiberationDay));
        check(date(2026, 5, 14), Some(Holiday::Ascension));
        check(date(2026, 5, 25), Some(Holiday::WhitMonday));
        check(date(2026, 12, 26), Some(Holiday::BoxingDay));
        check(date(2026, 12, 24), None);
    }

    #[test]
    fn two_holidays_on_one_day_are_one_free_day() {
        // Ascension Day of 2016 was 5 May.
        let days = holidays(2016);
        assert_eq!(days.iter().filter(|(on, _)| *on == date(2016, 5, 5)).count(), 2);
        assert!(!is_working_day(date(2016, 5, 5)));
    }
}
