/// Where somebody lives while waiting: the six categories of ETHOS Light
/// (European typology of homelessness, FEANTSA), in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LivingSituation {
    /// 1: on the street, in a public space.
    Rough,
    /// 2: a night shelter.
    Emergency,
    /// 3: a hostel, shelter or temporary stay meant for people without a home.
    Accommodation,
    /// 4: a health or penal institution, for lack of a home to go to.
    Institution,
    /// 5: something not meant to live in: a vehicle, a boat, a shed.
    NonConventional,
    /// 6: with family or friends for the time being, for lack of a home.
    WithOthers,
}

impl LivingSituation {
    /// All of them, in the order of the typology.
    pub const ALL: [Self; 6] = [
        Self::Rough,
        Self::Emergency,
        Self::Accommodation,
        Self::Institution,
        Self::NonConventional,
        Self::WithOthers,
    ];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Rough => "rough",
            Self::Emergency => "emergency",
            Self::Accommodation => "accommodation",
            Self::Institution => "institution",
            Self::NonConventional => "non-conventional",
            Self::WithOthers => "with-others",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}
