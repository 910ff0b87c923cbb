use std::fmt;

/// Something in the table that cannot be simulated.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The name of the assumption, or the common beginning of several.
    pub at: String,
    /// What is wrong.
    pub cause: Cause,
}

/// What can be wrong.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cause {
    /// Nothing has this name.
    NoSuchAssumption,
    /// The table has no such row, and it is needed.
    Missing,
    /// Two rows have this name.
    Twice,
    /// The value is no number, or one that cannot be.
    ImpossibleValue {
        /// The value.
        value: f64,
        /// The most it may be; the least is 0.
        most: f64,
    },
    /// An end of the range is no number, or one that cannot be.
    ImpossibleRange {
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
        /// The most it may be; the least is 0.
        most: f64,
    },
    /// The value lies outside its own range.
    OutsideRange {
        /// The value.
        value: f64,
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
    },
    /// None of these weights is above 0.
    NoWeight,
    /// There are no groups, or no kinds of home.
    Nothing,
    /// No group has this code.
    NoSuchGroup,
    /// A mix of roads is no road for one group.
    NoRoad,
    /// More people or homes than can be simulated.
    TooMany {
        /// About so many would come.
        expected: f64,
        /// At most so many can.
        most: f64,
    },
    /// Years, replications or threads outside their limits.
    OutsideLimits {
        /// What was asked for.
        value: f64,
        /// The least.
        least: f64,
        /// The most.
        most: f64,
    },
}

/// What to do about it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Remedy {
    /// Take a name of the table.
    TakeAName,
    /// Add a row.
    AddRow,
    /// Leave one of the rows out.
    KeepOne,
    /// Fill in a number between these.
    FillIn {
        /// The least.
        least: f64,
        /// The most.
        most: f64,
    },
    /// Widen the range, or take a value within it.
    WidenRange,
    /// Make one of the weights more than 0.
    RaiseAWeight,
    /// Fewer years, people or homes.
    AskForLess,
    /// Take a group of the table.
    TakeAGroup,
    /// Take one of the single policies.
    TakeARoad,
}

impl Cause {
    /// What to do about it.
    pub fn remedy(self) -> Remedy {
        match self {
            Self::NoSuchAssumption => Remedy::TakeAName,
            Self::Missing | Self::Nothing => Remedy::AddRow,
            Self::Twice => Remedy::KeepOne,
            Self::ImpossibleValue { most, .. } | Self::ImpossibleRange { most, .. } => {
                Remedy::FillIn { least: 0.0, most }
            }
            Self::OutsideRange { .. } => Remedy::WidenRange,
            Self::NoWeight => Remedy::RaiseAWeight,
            Self::NoSuchGroup => Remedy::TakeAGroup,
            Self::NoRoad => Remedy::TakeARoad,
            Self::TooMany { .. } => Remedy::AskForLess,
            Self::OutsideLimits { least, most, .. } => Remedy::FillIn { least, most },
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}; {}", self.at, self.cause, self.cause.remedy())
    }
}

impl std::error::Error for Finding {}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchAssumption => f.write_str("there is no such assumption"),
            Self::Missing => f.write_str("this assumption is missing"),
            Self::Twice => f.write_str("this assumption is there twice"),
            Self::ImpossibleValue { value, .. } => write!(f, "{value} is no possible value"),
            Self::ImpossibleRange { low, high, .. } => {
                write!(f, "{low} to {high} is no possible range")
            }
            Self::OutsideRange { value, low, high } => {
                write!(f, "{value} lies outside its range of {low} to {high}")
            }
            Self::NoWeight => f.write_str("none of these weights is above 0"),
            Self::Nothing => f.write_str("there is none"),
            Self::NoSuchGroup => f.write_str("there is no such group"),
            Self::NoRoad => f.write_str("a mix is no road for one group"),
            Self::TooMany { expected, most } => {
                write!(f, "about {expected:.0} would come, at most {most:.0} can")
            }
            Self::OutsideLimits { value, .. } => write!(f, "{value} cannot be done"),
        }
    }
}

impl fmt::Display for Remedy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TakeAName => f.write_str("take a name of the table"),
            Self::AddRow => f.write_str("add it"),
            Self::KeepOne => f.write_str("leave one out"),
            Self::FillIn { least, most } => write!(f, "fill in {least} to {most}"),
            Self::WidenRange => f.write_str("widen the range or take a value within it"),
            Self::RaiseAWeight => f.write_str("make one of them more than 0"),
            Self::TakeAGroup => f.write_str("take a group of the table"),
            Self::TakeARoad => f.write_str("take one of the single policies"),
            Self::AskForLess => f.write_str("ask for fewer years, people or homes"),
        }
    }
}
