use crate::{GroupCode, Reference, homes::DwellingFacts, homes::Place};

/// What a round expects of the weeks after it ("vooruitkijken"): the whole basis of
/// the forecast, kept with the round. The futures themselves are drawn from it with
/// the round's seed, so the same round always sees the same futures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    /// How many futures are drawn, 1 to [`Ahead::MOST_FUTURES`].
    pub futures: u8,
    /// How many weeks they reach, 1 to [`Ahead::MOST_WEEKS`].
    pub weeks: u8,
    /// Homes expected to come free in those weeks, in any order.
    pub homes: Vec<ExpectedHomes>,
    /// Households expected to join in those weeks. Who they are like is drawn from
    /// those of their group who wait now.
    pub newcomers: Vec<ExpectedNewcomers>,
}

/// Homes of one kind that are expected: often a home that came free before, standing
/// for others like it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedHomes {
    /// Index of the smallest node they lie in. Streets are not foreseen.
    pub node: usize,
    /// What they are like.
    pub facts: DwellingFacts,
    /// How many, in thousandths of a home.
    pub thousandths: u32,
}

/// Households of one group that are expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedNewcomers {
    /// Which group.
    pub group: GroupCode,
    /// How many.
    pub households: u32,
}

/// Why a forecast cannot be worked with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AheadError {
    /// No futures, or too many.
    #[error("{0} futures, it must be 1 to 20")]
    Futures(u8),
    /// No weeks, or too many.
    #[error("{0} weeks ahead, it must be 1 to 104")]
    Weeks(u8),
    /// A home outside the tree.
    #[error("an expected home names node {0}, which does not exist")]
    Node(usize),
    /// A group that has no share, or that stands there twice.
    #[error("newcomers are expected in group `{0}`, which has no share or stands there twice")]
    Group(GroupCode),
    /// More homes or households than a round can look ahead to.
    #[error("{0} homes or households are expected, it can be 50000 at most")]
    Many(u64),
}

impl Ahead {
    /// The most futures that can be drawn.
    pub const MOST_FUTURES: u8 = 20;
    /// The most weeks a future can reach.
    pub const MOST_WEEKS: u8 = 104;
    /// The most homes, and the most newcomers, in one future.
    pub const MOST: u64 = 50_000;

    /// How many homes a future holds: all that is expected, rounded to whole homes.
    pub fn homes_in_a_future(&self) -> u64 {
        let thousandths: u64 = self.homes.iter().map(|it| u64::from(it.thousandths)).sum();
        (thousandths + 500) / 1_000
    }

    /// Every contradiction with the numbers of nodes and the groups of a round.
    pub(super) fn errors(&self, nodes: usize, groups: &[&GroupCode]) -> Vec<AheadError> {
        let mut errors = Vec::new();
        if !(1..=Self::MOST_FUTURES).contains(&self.futures) {
            errors.push(AheadError::Futures(self.futures));
        }
        if !(1..=Self::MOST_WEEKS).contains(&self.weeks) {
            errors.push(AheadError::Weeks(self.weeks));
        }
        let outside = self.homes.iter().filter(|it| it.node >= nodes);
        errors.extend(outside.map(|it| AheadError::Node(it.node)));
        for (at, it) in self.newcomers.iter().enumerate() {
            let twice = self.newcomers[..at].iter().any(|other| other.group == it.group);
            if twice || !groups.contains(&&it.group) {
                errors.push(AheadError::Group(it.group.clone()));
            }
        }
        let households = self.newcomers.iter().map(|it| u64::from(it.households)).sum();
        let many = [self.homes_in_a_future(), households].into_iter().filter(|&it| it > Self::MOST);
        errors.extend(many.map(AheadError::Many));
        errors
    }
}

/// What looking ahead said: the points that waiting, room and shares are expected to
/// be worth later, on average over the futures. Only what is above 0, in the order of
/// the input. A proposal counts them against giving a home now ([`super::Fit::later`]).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AheadPrices {
    /// What waiting is worth to a household. Never of somebody with a priority ground.
    pub waiting: Vec<(Reference, i32)>,
    /// What one more place in a part of the city will be worth.
    pub areas: Vec<(Place, i32)>,
    /// What one more place in the share of a group will be worth.
    pub groups: Vec<(GroupCode, i32)>,
}
