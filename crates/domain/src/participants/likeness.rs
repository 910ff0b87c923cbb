//! How alike two households are: whether their files may be about the same person.
//!
//! The answer is a class with reasons, never a number. Ours, and marked as such: which
//! agreement counts for how much is our own choice; see `docs/sources.md#likeness`.
//! Only names and dates of birth are read.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{
    Member,
    names::{Name, family_names_agree, first_names_agree, swapped},
};

/// How sure it is that two files are about one person. People decide, always.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LikenessClass {
    /// Names and date of birth agree, or nearly and a housemate is the same too.
    VeryLikely,
    /// Enough agrees to look at it.
    Possible,
}

impl LikenessClass {
    /// Both, the surest first.
    pub const ALL: [Self; 2] = [Self::VeryLikely, Self::Possible];

    /// The word in addresses and logs.
    pub fn code(self) -> &'static str {
        match self {
            Self::VeryLikely => "very-likely",
            Self::Possible => "possible",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Something in which two files agree, or differ as typing and habit make names differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LikenessReason {
    /// Given and family name are the same.
    SameName,
    /// The same given name, another family name: somebody married, or was entered by another
    /// of two names.
    OtherFamilyName,
    /// Given and family name are the other way round.
    NamesSwapped,
    /// The family names differ only in what goes before ("tussenvoegsel") or in signs.
    OtherPrefix,
    /// One family name is part of the other, as with a double name.
    DoubleName,
    /// Family names that sound the same.
    FamilySoundsAlike,
    /// Family names that are one letter apart.
    FamilyLetterOff,
    /// Given names that sound the same.
    GivenSoundsAlike,
    /// One given name is short for the other ("roepnaam").
    ShortName,
    /// One has more given names than the other, or others after the first.
    MoreGivenNames,
    /// One has only the first letter.
    Initial,
    /// Given names that are one letter apart.
    GivenLetterOff,
    /// The same date of birth.
    SameBirthDate,
    /// Day and month are the other way round.
    DayAndMonthSwapped,
    /// The dates of birth differ in one figure, or in two that changed places.
    OneFigureOff,
    /// One of them has no date of birth.
    BirthDateMissing,
    /// Somebody else of the household is in both.
    SameHousemate,
    /// Whose file the one is, is somebody of the household in the other.
    InTheHousehold,
}

impl LikenessReason {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 18] = [
        Self::SameName,
        Self::OtherFamilyName,
        Self::NamesSwapped,
        Self::OtherPrefix,
        Self::DoubleName,
        Self::FamilySoundsAlike,
        Self::FamilyLetterOff,
        Self::GivenSoundsAlike,
        Self::ShortName,
        Self::MoreGivenNames,
        Self::Initial,
        Self::GivenLetterOff,
        Self::SameBirthDate,
        Self::DayAndMonthSwapped,
        Self::OneFigureOff,
        Self::BirthDateMissing,
        Self::SameHousemate,
        Self::InTheHousehold,
    ];

    /// The word in keys of messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::SameName => "same-name",
            Self::OtherFamilyName => "other-family-name",
            Self::NamesSwapped => "names-swapped",
            Self::OtherPrefix => "other-prefix",
            Self::DoubleName => "double-name",
            Self::FamilySoundsAlike => "family-sounds-alike",
            Self::FamilyLetterOff => "family-letter-off",
            Self::GivenSoundsAlike => "given-sounds-alike",
            Self::ShortName => "short-name",
            Self::MoreGivenNames => "more-given-names",
            Self::Initial => "initial",
            Self::GivenLetterOff => "given-letter-off",
            Self::SameBirthDate => "same-birth-date",
            Self::DayAndMonthSwapped => "day-and-month-swapped",
            Self::OneFigureOff => "one-figure-off",
            Self::BirthDateMissing => "birth-date-missing",
            Self::SameHousemate => "same-housemate",
            Self::InTheHousehold => "in-the-household",
        }
    }
}

/// How alike two files are, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likeness {
    /// How sure.
    pub class: LikenessClass,
    /// What it rests on, each once, in the order of [`LikenessReason::ALL`].
    pub reasons: Vec<LikenessReason>,
}

/// Something that two files which may be about the same person have in common: whoever
/// looks for such files needs to compare only those that share one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LikenessKey {
    /// What they have in common, as text.
    pub text: String,
    /// Whether it is of the person whose file it is; of the others in the household
    /// it is looked up only against such a one.
    pub head: bool,
}

/// The rules by which [`likeness_keys`] makes keys. It goes up with every change of them, so
/// that keys kept before are made anew.
pub const LIKENESS_RULES: i64 = 1;

/// The keys of a household, the head first among its members.
pub fn likeness_keys(members: &[Member]) -> BTreeSet<LikenessKey> {
    let mut keys = BTreeSet::new();
    for (number, member) in members.iter().enumerate() {
        let head = number == 0;
        if let Some(born) = member.born {
            keys.insert(LikenessKey { text: format!("born {born}"), head });
        }
        if head {
            let name = Name::of(member);
            for text in name.keys() {
                keys.insert(LikenessKey { text, head });
            }
        }
    }
    keys
}

/// How alike two households are, the head first among the members of each; `None` when
/// there is no reason to think of one person.
pub fn likeness(one: &[Member], other: &[Member]) -> Option<Likeness> {
    let ([head, housemates @ ..], [other_head, other_housemates @ ..]) = (one, other) else {
        return None;
    };
    let mut found = heads(head, other_head).or_else(|| {
        let inside = is_among(head, other_housemates) || is_among(other_head, housemates);
        inside.then(|| Likeness {
            class: LikenessClass::Possible,
            reasons: vec![LikenessReason::InTheHousehold],
        })
    })?;
    if housemates.iter().any(|it| is_among(it, other_housemates)) {
        found.reasons.push(LikenessReason::SameHousemate);
        if !found.reasons.contains(&LikenessReason::InTheHousehold) {
            found.class = LikenessClass::VeryLikely;
        }
    }
    found.reasons.sort_unstable();
    found.reasons.dedup();
    Some(found)
}

/// Whether somebody is one of these: the same date of birth, and names that surely agree.
fn is_among(member: &Member, others: &[Member]) -> bool {
    member.born.is_some()
        && others.iter().any(|it| {
            it.born == member.born
                && heads(member, it).is_some_and(|it| it.class == LikenessClass::VeryLikely)
        })
}

/// How two dates of birth agree; `None` when they are of different people.
fn dates(one: Option<Date>, other: Option<Date>) -> Option<LikenessReason> {
    let (Some(one), Some(other)) = (one, other) else {
        return Some(LikenessReason::BirthDateMissing);
    };
    if one == other {
        return Some(LikenessReason::SameBirthDate);
    }
    if one.year() == other.year() && one.month() == other.day() && one.day() == other.month() {
        return Some(LikenessReason::DayAndMonthSwapped);
    }
    let figures = |date: Date| date.strftime("%Y%m%d").to_string();
    (strsim::osa_distance(&figures(one), &figures(other)) == 1)
        .then_some(LikenessReason::OneFigureOff)
}

fn heads(one: &Member, other: &Member) -> Option<Likeness> {
    let date = dates(one.born, other.born)?;
    let (name, other_name) = (Name::of(one), Name::of(other));
    if date != LikenessReason::SameBirthDate {
        // Without the same date only names that are surely alike count.
        let mut reasons = name.surely_alike(&other_name)?;
        reasons.push(date);
        return Some(Likeness { class: LikenessClass::Possible, reasons });
    }
    if swapped(&name, &other_name) {
        let reasons = vec![LikenessReason::NamesSwapped, date];
        return Some(Likeness { class: LikenessClass::VeryLikely, reasons });
    }
    let given = first_names_agree(&name, &other_name)?;
    let Some(family) = family_names_agree(&name, &other_name) else {
        // Twins have their given names to be told apart by, so these have to be the same.
        return given.is_same().then(|| Likeness {
            class: LikenessClass::Possible,
            reasons: vec![LikenessReason::OtherFamilyName, date],
        });
    };
    let class = if given.is_sure() && family.is_sure() {
        LikenessClass::VeryLikely
    } else {
        LikenessClass::Possible
    };
    let mut reasons: Vec<_> = given.reason().into_iter().chain(family.reason()).collect();
    if reasons.is_empty() {
        reasons.push(LikenessReason::SameName);
    }
    reasons.push(date);
    Some(Likeness { class, reasons })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::{Answer, PersonName, participants::MemberRole};
    use LikenessClass::{Possible, VeryLikely};
    use LikenessReason as R;

    fn person(given: &str, family: &str, born: Option<Date>) -> Member {
        Member {
            given: PersonName::new(given).unwrap(),
            family: PersonName::new(family).unwrap(),
            born,
            role: MemberRole::Head,
            custody: Answer::Unknown,
            standing: Answer::Unknown,
            moves_along: Answer::Known(true),
        }
    }

    type Row = (&'static str, &'static str, Option<Date>);
    type Found<'a> = Option<(LikenessClass, &'a [LikenessReason])>;

    fn check(rows: &[(Row, Row, Found<'_>)]) {
        for ((given, family, born), (other_given, other_family, other_born), expected) in rows {
            let one = [person(given, family, *born)];
            let other = [person(other_given, other_family, *other_born)];
            let found = likeness(&one, &other);
            let expected =
                expected.map(|(class, reasons)| Likeness { class, reasons: reasons.to_vec() });
            assert_eq!(found, expected, "{given} {family} and {other_given} {other_family}");
        }
    }

    const DAY: Option<Date> = Some(date(1980, 3, 12));

    #[test]
    fn with_the_same_date_of_birth_variants_of_a_name_are_very_likely_one_person() {
        check(&[
            (
                ("Jan", "Jansen", DAY),
                ("JAN", "jansen", DAY),
                Some((VeryLikely, &[R::SameName, R::SameBirthDate])),
            ),
            (
                ("Piet", "van der Meer", DAY),
                ("Piet", "Meer", DAY),
                Some((VeryLikely, &[R::OtherPrefix, R::SameBirthDate])),
            ),
            (
                ("Özgür", "Yılmaz", DAY),
                ("Ozgur", "Yilmaz", DAY),
                Some((VeryLikely, &[R::SameName, R::SameBirthDate])),
            ),
            (
                ("Els", "van Dijk", DAY),
                ("Els", "van Dyck", DAY),
                Some((VeryLikely, &[R::FamilySoundsAlike, R::SameBirthDate])),
            ),
            (
                ("Wim", "Bos", DAY),
                ("Willem", "Bos", DAY),
                Some((VeryLikely, &[R::ShortName, R::SameBirthDate])),
            ),
            (
                ("Mohammed", "el Amrani", DAY),
                ("Mohamed", "Amrani", DAY),
                Some((VeryLikely, &[R::OtherPrefix, R::GivenSoundsAlike, R::SameBirthDate])),
            ),
            (
                ("Anna", "Bakker-de Wit", DAY),
                ("Anna Maria", "Bakker", DAY),
                Some((VeryLikely, &[R::DoubleName, R::MoreGivenNames, R::SameBirthDate])),
            ),
            (
                ("Demir", "Emre", DAY),
                ("Emre", "Demir", DAY),
                Some((VeryLikely, &[R::NamesSwapped, R::SameBirthDate])),
            ),
        ]);
    }

    #[test]
    fn less_than_that_is_possible_and_says_what_is_off() {
        check(&[
            (
                ("J.", "Jansen", DAY),
                ("Jan", "Jansen", DAY),
                Some((Possible, &[R::Initial, R::SameBirthDate])),
            ),
            (
                ("Fatima", "Bouali", DAY),
                ("Fatima", "Bouhali", DAY),
                Some((Possible, &[R::FamilyLetterOff, R::SameBirthDate])),
            ),
            (
                ("Sofie", "Kramer", DAY),
                ("Sofie", "Willems", DAY),
                Some((Possible, &[R::OtherFamilyName, R::SameBirthDate])),
            ),
            (
                ("Jan", "Jansen", DAY),
                ("Jan", "Jansen", Some(date(1980, 12, 3))),
                Some((Possible, &[R::SameName, R::DayAndMonthSwapped])),
            ),
            (
                ("Jan", "Jansen", DAY),
                ("Jan", "Jansen", Some(date(1989, 3, 12))),
                Some((Possible, &[R::SameName, R::OneFigureOff])),
            ),
            (
                ("Jan", "Jansen", DAY),
                ("Johannes", "Jansen", None),
                Some((Possible, &[R::ShortName, R::BirthDateMissing])),
            ),
        ]);
    }

    #[test]
    fn twins_fathers_and_strangers_are_not_taken_for_one_person() {
        check(&[
            (("Lisa", "de Boer", DAY), ("Mark", "de Boer", DAY), None),
            (("Jan", "de Boer", DAY), ("Jan", "de Boer", Some(date(2004, 7, 1))), None),
            (("Jan", "de Boer", DAY), ("Kees", "Postma", DAY), None),
            (("Jan", "de Boer", None), ("Jan", "Postma", None), None),
        ]);
    }

    #[test]
    fn a_housemate_in_both_makes_a_possible_likeness_very_likely() {
        let child = person("Noor", "Jansen", Some(date(2015, 5, 5)));
        let one = [person("Jan", "Jansen", None), child.clone()];
        let other = [person("Johan", "Jansen", None), child];
        let found = likeness(&one, &other).unwrap();
        assert_eq!(found.class, VeryLikely);
        assert_eq!(found.reasons, [R::ShortName, R::BirthDateMissing, R::SameHousemate]);
    }

    #[test]
    fn a_child_of_two_parents_with_a_file_each_makes_them_no_duplicate() {
        let child = person("Noor", "Jansen", Some(date(2015, 5, 5)));
        let one = [person("Jan", "Jansen", DAY), child.clone()];
        let other = [person("Els", "Bos", Some(date(1983, 1, 1))), child];
        assert_eq!(likeness(&one, &other), None);
    }

    #[test]
    fn a_partner_with_a_file_of_their_own_is_shown_as_possible() {
        let partner = person("Els", "Bos", Some(date(1983, 1, 1)));
        let one = [person("Jan", "Jansen", DAY), partner.clone()];
        let found = likeness(&one, &[partner]).unwrap();
        assert_eq!(found, Likeness { class: Possible, reasons: vec![R::InTheHousehold] });
    }

    #[test]
    fn every_word_reads_back_and_none_is_used_twice() {
        for class in LikenessClass::ALL {
            assert_eq!(LikenessClass::from_code(class.code()), Some(class));
        }
        let codes: BTreeSet<_> = R::ALL.iter().map(|it| it.code()).collect();
        assert_eq!(codes.len(), R::ALL.len());
        assert!(R::ALL.is_sorted());
    }

    fn names() -> impl Strategy<Value = String> {
        let written = [
            "Jan",
            "Johannes",
            "J.",
            "Wim",
            "Willem",
            "Mohamed",
            "Mohammed",
            "van Dijk",
            "Dyck",
            "van der Meer",
            "Meer",
            "Jansen",
            "Janssen",
            "Bakker-de Wit",
            "de Wit",
            "'t Hart",
            "Yılmaz",
            "Anna Maria",
            "Anna",
            "van",
            "-",
            "山田",
        ];
        prop_oneof![
            3 => prop::sample::select(written.to_vec()).prop_map(str::to_owned),
            1 => "[a-zë'. -]{0,12}[a-z]",
        ]
    }

    fn born() -> impl Strategy<Value = Option<Date>> {
        let dates = [(1980, 3, 12), (1980, 12, 3), (1989, 3, 12), (2015, 5, 5)];
        prop::option::of(prop::sample::select(dates.to_vec()))
            .prop_map(|it| it.map(|(year, month, day)| date(year, month, day)))
    }

    fn household() -> impl Strategy<Value = Vec<Member>> {
        let member = (names(), names(), born())
            .prop_map(|(given, family, born)| person(&given, &family, born));
        prop::collection::vec(member, 1..4)
    }

    proptest! {
        #[test]
        fn likeness_is_the_same_from_both_sides(one in household(), other in household()) {
            prop_assert_eq!(likeness(&one, &other), likeness(&other, &one));
        }

        #[test]
        fn the_same_person_with_a_date_of_birth_is_very_likely(mut one in household()) {
            one[0].born = DAY;
            prop_assert_eq!(likeness(&one, &one).unwrap().class, VeryLikely);
            prop_assert_eq!(likeness(&one, &one[..1]).unwrap().class, VeryLikely);
        }

        #[test]
        fn without_a_date_of_birth_and_a_housemate_it_is_never_very_likely(
            mut one in household(), other in household(),
        ) {
            one[0].born = None;
            let found = likeness(&one[..1], &other);
            prop_assert!(found.is_none_or(|it| it.class == Possible));
        }

        #[test]
        fn whoever_is_alike_shares_a_key(one in household(), other in household()) {
            if likeness(&one, &other).is_some() {
                let (keys, others) = (likeness_keys(&one), likeness_keys(&other));
                let shared = keys.iter().any(|key| {
                    others.iter().any(|it| it.text == key.text && (it.head || key.head))
                });
                prop_assert!(shared);
            }
        }

        #[test]
        fn there_is_always_a_reason_and_each_only_once(one in household(), other in household()) {
            if let Some(found) = likeness(&one, &other) {
                prop_assert!(!found.reasons.is_empty());
                prop_assert!(found.reasons.is_sorted_by(|a, b| a < b));
            }
        }
    }
}
