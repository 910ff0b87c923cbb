use crate::Cents;

/// What a home is fitted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Adaptation {
    /// An ordinary home.
    Ordinary,
    /// No stairs inside or on the way in ("rollatortoegankelijk", "gelijkvloers").
    StepFree,
    /// Fitted for a wheelchair ("rolstoelwoning"); outside the yearly number.
    Wheelchair,
}

impl Adaptation {
    /// All of them, least first.
    pub const ALL: [Self; 3] = [Self::Ordinary, Self::StepFree, Self::Wheelchair];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ordinary => "ordinary",
            Self::StepFree => "step-free",
            Self::Wheelchair => "wheelchair",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Whom a home is meant for, as its association labels it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// Anyone.
    General,
    /// Head of household 18 up to and including 27 ("jongerenwoning").
    Youth,
    /// Somebody of 55 or older in the household ("55-pluswoning").
    FiftyFivePlus,
    /// A house shared with others, with common rooms ("gemengd wonen", "woongroep").
    CommunityHouse,
}

impl Target {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 4] =
        [Self::General, Self::Youth, Self::FiftyFivePlus, Self::CommunityHouse];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Youth => "youth",
            Self::FiftyFivePlus => "fifty-five-plus",
            Self::CommunityHouse => "community-house",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Energy label ("energielabel"), best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the letters are the label")]
pub enum EnergyLabel {
    A,
    B,
    C,
    D,
    E,
    F,
    G,
}

impl EnergyLabel {
    /// All of them, best first.
    pub const ALL: [Self; 7] = [Self::A, Self::B, Self::C, Self::D, Self::E, Self::F, Self::G];

    /// The letter.
    pub fn code(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
            Self::E => "E",
            Self::F => "F",
            Self::G => "G",
        }
    }

    /// Reads the letter back; `A+` to `A++++` count as `A`. `None` for anything else.
    pub fn from_code(code: &str) -> Option<Self> {
        let letter = code.trim_end_matches('+');
        Self::ALL.into_iter().find(|it| it.code() == letter)
    }
}

/// What the house allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct HouseRules {
    /// A dog or a cat is allowed.
    pub pets: bool,
    /// Smoking indoors is allowed.
    pub smoking: bool,
}

/// What a home is like, as far as a placement needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DwellingFacts {
    /// Rooms to live and sleep in, kitchen and bathroom not counted.
    pub rooms: u8,
    /// Floor area in square metres, when known.
    pub surface: Option<u16>,
    /// Storey of the front door: 0 is the ground floor.
    pub floor: u8,
    /// There is a lift to that storey.
    pub lift: bool,
    /// What it is fitted for.
    pub adaptation: Adaptation,
    /// Rent a month with service costs, in cents.
    pub rent: Cents,
    /// Whom it is meant for.
    pub target: Target,
    /// What the house allows.
    pub rules: HouseRules,
}

/// What has become of a vacancy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VacancyStatus {
    /// Can be proposed in a round.
    Open,
    /// Decided for somebody; the offer is under way.
    Decided,
    /// Taken back by the association.
    Withdrawn,
}

impl VacancyStatus {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Open, Self::Decided, Self::Withdrawn];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Decided => "decided",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}
