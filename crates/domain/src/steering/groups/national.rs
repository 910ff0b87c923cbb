//! What the state asks of a municipality for a target group ("landelijke taakstelling").

/// The part of a year a number is for. The national target for refugees with a status comes by
/// half-year ([Huisvestingswet 2014](https://wetten.overheid.nl/BWBR0035303), article 29).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum YearPart {
    /// All of it.
    Whole,
    /// January to June.
    First,
    /// July to December.
    Second,
}

impl YearPart {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Whole, Self::First, Self::Second];

    /// The word in the database and in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Whole => "year",
            Self::First => "first-half",
            Self::Second => "second-half",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// The homes a year needs at least for the national target: the two halves together when both are
/// known, else the number for the year, else the half that is known. `None` without any number.
/// Which of them goes first is ours, and marked as such.
pub fn national_floor(numbers: &[(YearPart, u32)]) -> Option<u32> {
    let of = |part: YearPart| numbers.iter().rfind(|it| it.0 == part).map(|it| it.1);
    match (of(YearPart::First), of(YearPart::Second)) {
        (Some(first), Some(second)) => Some(first.saturating_add(second)),
        (first, second) => of(YearPart::Whole).or(first).or(second),
    }
}
