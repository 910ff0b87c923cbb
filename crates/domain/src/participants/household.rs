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

/// Nights out of every fourteen that a child sleeps with this household, 0 to 14.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nights(u8);

impl Nights {
    /// As many as there are.
    pub const MOST: u8 = 14;

    /// `None` above fourteen.
    pub fn new(nights: u8) -> Option<Self> {
        (nights <= Self::MOST).then_some(Self(nights))
    }

    /// The figure.
    pub fn get(self) -> u8 {
        self.0
    }
}

/// Who has the care of a child ("gezag en omgang").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Custody {
    /// This household alone.
    Sole,
    /// This household and the other parent ("co-ouderschap"); how it is shared, when agreed.
    Shared(Option<Nights>),
    /// Somebody else.
    Elsewhere,
}

impl Custody {
    /// The words in files and rows; the nights stand beside them.
    pub const CODES: [&'static str; 3] = ["sole", "shared", "elsewhere"];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Sole => "sole",
            Self::Shared(_) => "shared",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// Reads the word and the nights back; `None` for any other word. Nights say something
    /// only where care is shared.
    pub fn from_code(code: &str, nights: Option<Nights>) -> Option<Self> {
        match code {
            "sole" => Some(Self::Sole),
            "shared" => Some(Self::Shared(nights)),
            "elsewhere" => Some(Self::Elsewhere),
            _ => None,
        }
    }

    /// How care is shared, when it is and that was agreed.
    pub fn nights(self) -> Option<Nights> {
        match self {
            Self::Shared(nights) => nights,
            Self::Sole | Self::Elsewhere => None,
        }
    }

    /// Whether the child counts for the size of a home. Ours, and marked as such: a child
    /// counts that sleeps here half of the nights or more, one that never does counts not,
    /// and what lies between has to be asked; see `docs/sources.md#custody`.
    pub fn counts(self) -> Answer<bool> {
        match self {
            Self::Sole => Answer::Known(true),
            Self::Elsewhere => Answer::Known(false),
            Self::Shared(Some(Nights(0))) => Answer::Known(false),
            Self::Shared(Some(Nights(7..))) => Answer::Known(true),
            Self::Shared(Some(_) | None) => Answer::Unknown,
        }
    }
}

/// Whether anything stands open between the head and a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartnerStanding {
    /// Nothing does.
    Settled,
    /// The two are parting, and their divorce is not final ("nog niet gescheiden").
    Parting,
    /// One of them is still married to somebody else.
    MarriedElsewhere,
    /// One of them still holds another home, by lease or mortgage.
    HomeElsewhere,
}

impl PartnerStanding {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 4] =
        [Self::Settled, Self::Parting, Self::MarriedElsewhere, Self::HomeElsewhere];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Settled => "settled",
            Self::Parting => "parting",
            Self::MarriedElsewhere => "married-elsewhere",
            Self::HomeElsewhere => "home-elsewhere",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Whether the partner counts for the size of a home. Who are parting do not move
    /// together; the rest has to be asked, for partners may live apart.
    pub fn counts(self) -> Answer<bool> {
        match self {
            Self::Parting => Answer::Known(false),
            Self::Settled | Self::MarriedElsewhere | Self::HomeElsewhere => Answer::Unknown,
        }
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
    /// Who has the care of a child; unknown for anybody else.
    pub custody: Answer<Custody>,
    /// What stands open with a partner; unknown for anybody else.
    pub standing: Answer<PartnerStanding>,
    /// Whether this person moves along and counts for the size of a home. What somebody
    /// said stands; left open, it follows from custody or standing ([`Member::settled`]).
    pub moves_along: Answer<bool>,
}

impl Member {
    /// The same with what was left open filled in from what is known, and without facts
    /// that are not about somebody of this role.
    #[must_use]
    pub fn settled(self) -> Self {
        let custody = match self.role {
            MemberRole::Child => self.custody,
            MemberRole::Head | MemberRole::Partner | MemberRole::Other => Answer::Unknown,
        };
        let standing = match self.role {
            MemberRole::Partner => self.standing,
            MemberRole::Head | MemberRole::Child | MemberRole::Other => Answer::Unknown,
        };
        let follows = custody
            .known()
            .map(Custody::counts)
            .or_else(|| standing.known().map(PartnerStanding::counts));
        let moves_along = match (self.moves_along, follows) {
            (Answer::Unknown, Some(follows)) => follows,
            (said, _) => said,
        };
        Self { custody, standing, moves_along, ..self }
    }

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
            custody: Answer::Unknown,
            standing: Answer::Unknown,
            moves_along: Answer::Known(true),
        }
    }

    fn child(custody: Custody, said: Answer<bool>) -> Answer<bool> {
        let child = Member {
            role: MemberRole::Child,
            custody: Answer::Known(custody),
            moves_along: said,
            ..born(date(2019, 6, 15))
        };
        child.settled().moves_along
    }

    #[test]
    fn whether_a_child_counts_follows_from_custody_where_nobody_said() {
        let shared = |nights| Custody::Shared(Nights::new(nights));
        for (custody, counts) in [
            (Custody::Sole, Answer::Known(true)),
            (Custody::Elsewhere, Answer::Known(false)),
            (shared(0), Answer::Known(false)),
            (shared(6), Answer::Unknown),
            (shared(7), Answer::Known(true)),
            (shared(14), Answer::Known(true)),
            (Custody::Shared(None), Answer::Unknown),
        ] {
            assert_eq!(child(custody, Answer::Unknown), counts, "{custody:?}");
            assert_eq!(child(custody, Answer::Known(false)), Answer::Known(false), "said");
        }
        assert_eq!(Nights::new(15), None);
    }

    #[test]
    fn somebody_who_is_parting_from_the_head_does_not_count() {
        let partner = |standing| Member {
            role: MemberRole::Partner,
            standing: Answer::Known(standing),
            custody: Answer::Known(Custody::Sole),
            moves_along: Answer::Unknown,
            ..born(date(1990, 6, 15))
        };
        let parting = partner(PartnerStanding::Parting).settled();
        assert_eq!(parting.moves_along, Answer::Known(false));
        assert_eq!(parting.custody, Answer::Unknown, "custody is of a child");
        let other = partner(PartnerStanding::MarriedElsewhere).settled();
        assert_eq!(other.moves_along, Answer::Unknown);
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
