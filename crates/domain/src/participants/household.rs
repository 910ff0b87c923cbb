use jiff::civil::Date;

use crate::{Answer, PersonName};

/// What somebody is within the household.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MemberRole {
    /// Whose file it is.
    Head,
    /// Partner of the head.
    Partner,
    /// Child of either.
    Child,
    /// Anybody else who moves along.
    Other,
}

impl MemberRole {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::Head, Self::Partner, Self::Child, Self::Other];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Partner => "partner",
            Self::Child => "child",
            Self::Other => "other",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// One person of a household.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Given name.
    pub given: PersonName,
    /// Family name, with its prefix ("tussenvoegsel") in front.
    pub family: PersonName,
    /// Date of birth, when known.
    pub born: Option<Date>,
    /// What this person is within the household.
    pub role: MemberRole,
    /// Whether this person moves along; for a child this follows custody.
    pub moves_along: Answer<bool>,
}

impl Member {
    /// Whole years on a date; `None` when the date of birth is unknown or later.
    pub fn age(&self, on: Date) -> Option<u8> {
        let born = self.born?;
        if born > on {
            return None;
        }
        let mut years = i32::from(on.year()) - i32::from(born.year());
        if (on.month(), on.day()) < (born.month(), born.day()) {
            years -= 1;
        }
        u8::try_from(years).ok()
    }
}

/// Rooms a household of this many people needs at least.
///
/// Ours, and marked as such: one for one, two for two, three for three or four,
/// then one more for each person up to six rooms. Agreements between partners
/// may say otherwise; see `docs/sources.md#rooms-needed`.
pub fn rooms_needed(people: u8) -> u8 {
    match people {
        0 | 1 => 1,
        2 => 2,
        3 | 4 => 3,
        5 => 4,
        6 => 5,
        _ => 6,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn born(on: Date) -> Member {
        Member {
            given: PersonName::new("Test").unwrap(),
            family: PersonName::new("Testers").unwrap(),
            born: Some(on),
            role: MemberRole::Head,
            moves_along: Answer::Known(true),
        }
    }

    #[test]
    fn the_day_before_a_birthday_somebody_is_still_a_year_younger() {
        let member = born(date(2000, 6, 15));
        assert_eq!(member.age(date(2018, 6, 14)), Some(17));
        assert_eq!(member.age(date(2018, 6, 15)), Some(18));
    }

    #[test]
    fn somebody_not_yet_born_has_no_age() {
        assert_eq!(born(date(2027, 1, 1)).age(date(2026, 1, 1)), None);
    }

    #[test]
    fn more_people_never_need_fewer_rooms() {
        for people in 0..20 {
            assert!(rooms_needed(people) <= rooms_needed(people + 1));
        }
    }
}
