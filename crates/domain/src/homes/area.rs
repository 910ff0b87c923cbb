use crate::{AreaCode, ComplexCode};

/// How large a part of the city is, largest first. Parts nest in this order; a
/// city may leave levels out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AreaLevel {
    /// "Gemeente".
    Municipality,
    /// "Stadsdeel".
    District,
    /// "Gebied".
    Area,
    /// "Wijk".
    Quarter,
    /// "Buurt".
    Neighbourhood,
    /// A building or block ("complex").
    Complex,
}

impl AreaLevel {
    /// All of them, largest first.
    pub const ALL: [Self; 6] = [
        Self::Municipality,
        Self::District,
        Self::Area,
        Self::Quarter,
        Self::Neighbourhood,
        Self::Complex,
    ];

    /// The word in files and rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::District => "district",
            Self::Area => "area",
            Self::Quarter => "quarter",
            Self::Neighbourhood => "neighbourhood",
            Self::Complex => "complex",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }
}

/// Somewhere a wish, a network tie or an exclusion points at, at any level.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A part of the city, from municipality to neighbourhood.
    Area(AreaCode),
    /// One street within one neighbourhood; compared without regard to case.
    Street {
        /// The neighbourhood ("buurt") it is in.
        neighbourhood: AreaCode,
        /// The street's name.
        street: String,
    },
    /// One building or block.
    Complex(ComplexCode),
}
