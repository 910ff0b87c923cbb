use thiserror::Error;

/// One thing wrong with an answer, or with the question itself. People, homes, parts of
/// the city and groups are named by their place in the file, the first being 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Violation {
    /// The problem contradicts itself: no answer to it can be checked.
    #[error("the instance contradicts itself")]
    Question,
    /// A list of another length than what it is about.
    #[error("a list of {length} where {expected} belong")]
    Length {
        /// How long it is.
        length: usize,
        /// How long it has to be.
        expected: usize,
    },
    /// A pair that may not be.
    #[error("person {person} may not get home {home}")]
    NoSuchPair {
        /// The person.
        person: u32,
        /// The home.
        home: u32,
    },
    /// A home given twice.
    #[error("home {home} is given twice")]
    Twice {
        /// Which.
        home: u32,
    },
    /// A part of the city outside its bounds.
    #[error("node {node} has {placed} placements, outside {lower} to {upper}")]
    Node {
        /// Which.
        node: u32,
        /// Placements in it.
        placed: u64,
        /// Its floor.
        lower: u32,
        /// Its ceiling.
        upper: u32,
    },
    /// More load in a part of the city than it can carry.
    #[error("node {node} carries a load of {load}, more than {cap}")]
    Load {
        /// Which.
        node: u32,
        /// The loads together.
        load: u64,
        /// The most.
        cap: u32,
    },
    /// A group outside its bounds.
    #[error("group {group} has {placed} members placed, outside {lower} to {upper}")]
    Group {
        /// Which.
        group: u32,
        /// Members placed.
        placed: u64,
        /// Its floor.
        lower: u32,
        /// Its ceiling.
        upper: u32,
    },
    /// Not a unit of prices.
    #[error("a unit of prices of {0}")]
    Unit(i64),
    /// A price below zero.
    #[error("a price of {0}")]
    BelowZero(i64),
    /// A price of load where load is not limited.
    #[error("node {node} has a price of load, {price}, and no limit on it")]
    NoLimit {
        /// Which.
        node: u32,
        /// The price.
        price: i64,
    },
    /// Quarters that lie in each other or are not there, or in which no choice keeps the
    /// floors.
    #[error("the quarters of the prices cannot be worked out")]
    Quarters,
    /// Prices whose sums do not fit in 128 bits.
    #[error("the prices are too large to add up")]
    TooLarge,
}
