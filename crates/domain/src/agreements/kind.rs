use jiff::{ToSpan, civil::Date};

/// Who can sign an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signatory {
    /// The housing association ("woningcorporatie").
    Association,
    /// The care provider ("zorgaanbieder").
    Provider,
    /// Who lives there ("bewoner").
    Resident,
}

impl Signatory {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Association, Self::Provider, Self::Resident];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Association => "association",
            Self::Provider => "provider",
            Self::Resident => "resident",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What kind of agreement it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The association lets the home to the provider ("tussenhuur").
    IntermediateLease,
    /// The provider gives the home to the resident ("onderhuur", "gebruiksovereenkomst"), under
    /// an intermediate lease.
    IntermediateUse,
    /// Association, provider and resident agree who does what beside a lease of the
    /// resident's own ("driehoekscontract").
    ThreeParty,
    /// The provider supports the resident ("begeleidingsovereenkomst").
    Support,
    /// A lease in the resident's name that ends by itself ("tijdelijke huur"); only on a
    /// ground the law names.
    TemporaryLease,
    /// A lease in the resident's name without end ("vaste huur op eigen naam").
    OwnLease,
    /// A lease of five years for somebody of 18 up to and including 27
    /// ("jongerencontract", art. 7:274c of the civil code).
    YouthLease,
}

/// How long an agreement of a kind may run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// With or without an end.
    Free,
    /// Without an end.
    Indefinite,
    /// It has an end, at most so many months after the start.
    AtMost {
        /// Months.
        months: i32,
    },
    /// It has an end, exactly so many months after the start.
    Exactly {
        /// Months.
        months: i32,
    },
}

impl Kind {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 7] = [
        Self::IntermediateLease,
        Self::IntermediateUse,
        Self::ThreeParty,
        Self::Support,
        Self::TemporaryLease,
        Self::OwnLease,
        Self::YouthLease,
    ];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::IntermediateLease => "intermediate-lease",
            Self::IntermediateUse => "intermediate-use",
            Self::ThreeParty => "three-party",
            Self::Support => "support",
            Self::TemporaryLease => "temporary-lease",
            Self::OwnLease => "own-lease",
            Self::YouthLease => "youth-lease",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Who has to sign, in the order they are shown.
    pub fn parties(self) -> &'static [Signatory] {
        use Signatory::{Association, Provider, Resident};
        match self {
            Self::IntermediateLease => &[Association, Provider],
            Self::IntermediateUse | Self::Support => &[Provider, Resident],
            Self::ThreeParty => &[Association, Provider, Resident],
            Self::TemporaryLease | Self::OwnLease | Self::YouthLease => &[Association, Resident],
        }
    }

    /// Whether it is about a home; support goes on when somebody moves.
    pub fn needs_home(self) -> bool {
        self != Self::Support
    }

    /// Whether somebody pays rent by it.
    pub fn has_rent(self) -> bool {
        match self {
            Self::IntermediateLease
            | Self::IntermediateUse
            | Self::TemporaryLease
            | Self::OwnLease
            | Self::YouthLease => true,
            Self::ThreeParty | Self::Support => false,
        }
    }

    /// Whether it is a lease in the resident's own name.
    pub fn in_own_name(self) -> bool {
        matches!(self, Self::TemporaryLease | Self::OwnLease | Self::YouthLease)
    }

    /// How long it may run. Two years for a temporary lease: art. 7:271 of the civil code
    /// since 1 July 2024, for the groups of Stb. 2024, 152.
    pub fn length(self) -> Length {
        match self {
            Self::IntermediateLease | Self::IntermediateUse | Self::ThreeParty | Self::Support => {
                Length::Free
            }
            Self::TemporaryLease => Length::AtMost { months: 24 },
            Self::OwnLease => Length::Indefinite,
            Self::YouthLease => Length::Exactly { months: 60 },
        }
    }

    /// The latest last day of one that begins on a day; `None` where it has no end or any.
    pub fn latest_end(self, from: Date) -> Option<Date> {
        match self.length() {
            Length::Free | Length::Indefinite => None,
            Length::AtMost { months } | Length::Exactly { months } => Some(last_day(from, months)),
        }
    }

    /// What it can be converted into ("omklap"): a lease in the resident's own name.
    pub fn converts_into(self, other: Self) -> bool {
        match self {
            Self::IntermediateLease => other.in_own_name(),
            Self::TemporaryLease | Self::YouthLease => other == Self::OwnLease,
            Self::IntermediateUse | Self::ThreeParty | Self::Support | Self::OwnLease => false,
        }
    }
}

/// The last day of so many months that begin on a day; the last day there is when that is
/// beyond the calendar.
pub(super) fn last_day(from: Date, months: i32) -> Date {
    let after = from.checked_add(months.months());
    after.and_then(|it| it.yesterday()).unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn two_years_from_the_first_of_march_end_on_the_last_of_february() {
        assert_eq!(last_day(date(2026, 3, 1), 24), date(2028, 2, 29));
        assert_eq!(last_day(date(2026, 11, 30), 3), date(2027, 2, 27));
        assert_eq!(last_day(Date::MAX, 3), Date::MAX);
    }

    #[test]
    fn a_word_for_a_kind_is_read_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_code(kind.code()), Some(kind));
        }
        assert_eq!(Kind::from_code("lease"), None);
    }

    #[test]
    fn only_a_lease_that_is_not_for_good_can_be_converted() {
        assert!(Kind::IntermediateLease.converts_into(Kind::OwnLease));
        assert!(Kind::TemporaryLease.converts_into(Kind::OwnLease));
        assert!(!Kind::TemporaryLease.converts_into(Kind::YouthLease));
        for kind in Kind::ALL {
            assert!(!Kind::OwnLease.converts_into(kind));
            assert!(!Kind::Support.converts_into(kind));
        }
    }
}
