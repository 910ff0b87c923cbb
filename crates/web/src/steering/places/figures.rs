//! Figures of a part of the city in words, and where they fall in the legend.

use sleutel_actions::steering::{PlaceYear, Places};
use sleutel_domain::steering::{Room, Told};
use sleutel_words::Words;

/// What the map shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    /// Homes given for each thousand.
    Placed,
    /// Homes that can still be given for each thousand.
    Room,
}

impl Measure {
    pub(super) const ALL: [Self; 2] = [Self::Placed, Self::Room];

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Placed => "placed",
            Self::Room => "room",
        }
    }

    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Placed => "places-measure-placed",
            Self::Room => "places-measure-room",
        }
    }

    pub(super) fn of(self, year: &PlaceYear) -> Option<f64> {
        match self {
            Self::Placed => year.rate(),
            Self::Room => year.room_rate(),
        }
    }
}

/// What the classes are measured by: what the city had a year for each thousand homes, over the
/// years before the one asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale(f64);

impl Scale {
    pub(super) fn of(places: &Places) -> Self {
        let all: Vec<f64> = places.whole.years.iter().filter_map(PlaceYear::rate).collect();
        let before = all.split_last().map_or(&[][..], |(_, before)| before);
        let known: Vec<f64> = before.iter().copied().filter(|it| *it > 0.0).collect();
        let known = if known.is_empty() { all } else { known };
        let count = f64::from(u32::try_from(known.len()).unwrap_or(u32::MAX));
        let mean = known.iter().sum::<f64>() / count;
        Self(if mean > 0.0 { mean } else { 1.0 })
    }

    /// Which look a part has: plain for what is not told, then from little to much, or from
    /// much room to none.
    pub(super) fn class(self, measure: Measure, year: &PlaceYear) -> usize {
        let Some(rate) = measure.of(year) else { return 0 };
        let of = rate / self.0;
        match measure {
            Measure::Placed if of < 0.5 => 1,
            Measure::Placed if of < 1.0 => 2,
            Measure::Placed if of < 1.5 => 3,
            Measure::Placed => 4,
            Measure::Room if year.room == Room::AtLeast(0) => 0,
            Measure::Room if rate <= 0.0 => 5,
            Measure::Room if of < 0.25 => 4,
            Measure::Room if of < 0.5 => 3,
            Measure::Room if of < 1.0 => 2,
            Measure::Room => 1,
        }
    }

    pub(super) fn legend(self, words: Words, measure: Measure) -> Vec<String> {
        let at = |part: f64| words.decimal(self.0 * part, 1);
        let below = |part| words.t_with("places-class-below", &[("to", at(part).into())]);
        let from = |part| words.t_with("places-class-from", &[("from", at(part).into())]);
        let between = |one, two| {
            let values = [("from", at(one).into()), ("to", at(two).into())];
            words.t_with("places-class-between", &values)
        };
        match measure {
            Measure::Placed => vec![
                words.t("places-class-hidden"),
                below(0.5),
                between(0.5, 1.0),
                between(1.0, 1.5),
                from(1.5),
            ],
            Measure::Room => vec![
                words.t("places-class-no-room"),
                from(1.0),
                between(0.5, 1.0),
                between(0.25, 0.5),
                below(0.25),
                words.t("places-class-full"),
            ],
        }
    }
}

/// A count, or that it is hidden.
pub(super) fn told(words: Words, told: Told) -> String {
    told.count().map_or_else(|| words.t("places-hidden"), |it| words.number(it))
}

pub(super) fn room(words: Words, room: Room) -> String {
    match room {
        Room::NoLimit => words.t("areas-room-none"),
        Room::Left(homes) => words.number(homes),
        Room::AtLeast(0) => words.t("places-hidden"),
        Room::AtLeast(homes) => words.t_with("places-at-least", &[("homes", homes.into())]),
    }
}

/// For each thousand homes; a dash where it is not told.
pub(super) fn rate(words: Words, rate: Option<f64>) -> String {
    rate.map_or_else(|| "–".to_owned(), |it| words.decimal(it, 1))
}

/// Floor and ceiling.
pub(super) fn bounds(words: Words, year: &PlaceYear) -> String {
    match (year.lower, year.upper) {
        (0, None) => words.t("areas-room-none"),
        (lower, None) => words.t_with("steering-goal-least", &[("least", lower.into())]),
        (lower, Some(upper)) => words
            .t_with("steering-goal-between", &[("least", lower.into()), ("most", upper.into())]),
    }
}

/// What a reader hears of a part on the map.
pub(super) fn title(words: Words, name: &str, year: &PlaceYear) -> String {
    let values = [
        ("name", name.into()),
        ("placed", told(words, year.placed).into()),
        ("rate", rate(words, year.rate()).into()),
        ("room", room(words, year.room).into()),
    ];
    let said = words.t_with("places-title-of", &values);
    if year.stands_out { format!("{said} {}", words.t("places-stands-out")) } else { said }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_go_from_little_to_much_and_from_room_to_none() {
        let year = |placed, room| PlaceYear {
            placed,
            lower: 0,
            upper: Some(40),
            room,
            homes: Some(1_000),
            stands_out: false,
        };
        let scale = Scale(10.0);
        let class = |placed, room| {
            let year = year(placed, room);
            Measure::ALL.map(|it| scale.class(it, &year))
        };
        assert_eq!(class(Told::Count(4), Room::Left(10)), [1, 1]);
        assert_eq!(class(Told::Count(9), Room::Left(9)), [2, 2]);
        assert_eq!(class(Told::Count(14), Room::Left(4)), [3, 3]);
        assert_eq!(class(Told::Count(15), Room::Left(2)), [4, 4]);
        assert_eq!(class(Told::Count(0), Room::Left(0)), [1, 5]);
        assert_eq!(class(Told::Hidden { most: 9 }, Room::AtLeast(0)), [0, 0]);
        assert_eq!(class(Told::Hidden { most: 9 }, Room::NoLimit), [0, 0]);
        assert_eq!(class(Told::Hidden { most: 9 }, Room::AtLeast(31)), [0, 1]);
    }
}
