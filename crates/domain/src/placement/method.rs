use super::{Goal, RoundSettings, RuleName};

/// An article of law a rule rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Law {
    /// Woningwet article 46 ("passend toewijzen").
    SuitableRent,
    /// Burgerlijk Wetboek 7:274c (the lease for young people, "jongerencontract").
    YouthLease,
}

impl Law {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::SuitableRent, Self::YouthLease];

    /// The word in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::SuitableRent => "suitable-rent",
            Self::YouthLease => "youth-lease",
        }
    }

    /// Where the text in force can be read.
    pub fn link(self) -> &'static str {
        match self {
            Self::SuitableRent => "https://wetten.overheid.nl/BWBR0005181",
            Self::YouthLease => "https://wetten.overheid.nl/BWBR0005290",
        }
    }
}

/// Where a rule or a figure comes from, so that it can be challenged at its origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// A law.
    Law(Law),
    /// What municipality, associations and providers agreed together.
    Agreement,
    /// What the association decides about its own house.
    House,
    /// What the person said, in the file.
    Person,
    /// What a member of staff laid down in this round, with a reason.
    Staff,
    /// Custom among housing associations, no law.
    Custom,
    /// Stated by us; partners may agree otherwise.
    Ours,
}

impl Source {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Law(Law::SuitableRent),
        Self::Law(Law::YouthLease),
        Self::Agreement,
        Self::House,
        Self::Person,
        Self::Staff,
        Self::Custom,
        Self::Ours,
    ];

    /// The word in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Law(law) => law.code(),
            Self::Agreement => "agreement",
            Self::House => "house",
            Self::Person => "person",
            Self::Staff => "staff",
            Self::Custom => "custom",
            Self::Ours => "ours",
        }
    }
}

/// A rule with where it comes from, most binding first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleInForce {
    /// Which rule.
    pub rule: RuleName,
    /// At least one.
    pub sources: Vec<Source>,
}

/// A fact about a household that the engine is told: all there are. What is not here
/// cannot count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "each is the field of `Candidate`, `Limits` or `RoundInput` of that name"
)]
pub enum Fact {
    Reference,
    Group,
    Ready,
    People,
    HeadAge,
    OldestAge,
    WaitingSince,
    Ground,
    Adaptation,
    Stairs,
    Rent,
    Sharing,
    Pets,
    Smokes,
    Wishes,
    Network,
    Exclusions,
    Offered,
    Load,
    Together,
}

impl Fact {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 20] = [
        Self::Reference,
        Self::Group,
        Self::Ready,
        Self::People,
        Self::HeadAge,
        Self::OldestAge,
        Self::WaitingSince,
        Self::Ground,
        Self::Adaptation,
        Self::Stairs,
        Self::Rent,
        Self::Sharing,
        Self::Pets,
        Self::Smokes,
        Self::Wishes,
        Self::Network,
        Self::Exclusions,
        Self::Offered,
        Self::Load,
        Self::Together,
    ];
}

/// What a part of the fit gives, in points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FitPoints {
    /// A strong wish, or a must; as much is taken off for a place to avoid.
    pub wish: i32,
    /// A slight wish, or a place one would rather not.
    pub slight_wish: i32,
    /// People or activities in the same building or neighbourhood.
    pub same_neighbourhood: i32,
    /// In the same quarter.
    pub same_quarter: i32,
    /// In the same district.
    pub same_district: i32,
    /// Exactly the rooms needed.
    pub rooms: i32,
    /// Each whole [`Self::rent_step`] a month below the limit.
    pub rent: i32,
    /// See [`Self::rent`]; in euro cents.
    pub rent_step: i64,
    /// For rent at most.
    pub rent_most: i32,
}

/// The ages a home can be meant for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetAges {
    /// Youngest head of household in a home for young people.
    pub youth_from: u8,
    /// Oldest.
    pub youth_to: u8,
    /// Age somebody of the household has at least in a home for seniors.
    pub senior_from: u8,
}

/// How proposals are made, as the engine works now: what is published about it is
/// written from these values and not beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Method {
    /// Name and version of the engine.
    pub engine: String,
    /// The hard rules, in the order they are tried and shown.
    pub rules: Vec<RuleInForce>,
    /// The goals, most important first.
    pub goals: Vec<Goal>,
    /// What the engine is told of a household.
    pub facts: Vec<Fact>,
    /// The parts of the fit.
    pub fit: FitPoints,
    /// See [`TargetAges`].
    pub ages: TargetAges,
    /// Rooms a household needs at least: people, rooms; the last line goes for more
    /// people too.
    pub rooms: Vec<(u8, u8)>,
    /// Weeks of waiting that count at most for one household.
    pub weeks_at_most: u32,
    /// Days before the end of a stay from which it goes before others.
    pub ground_days: i32,
    /// The stated choices a round is made with unless it states others.
    pub settings: RoundSettings,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_law_is_a_source_and_no_two_sources_share_a_word() {
        for law in Law::ALL {
            assert!(Source::ALL.contains(&Source::Law(law)), "{law:?}");
        }
        let words: BTreeSet<_> = Source::ALL.iter().map(|it| it.code()).collect();
        assert_eq!(words.len(), Source::ALL.len());
    }
}
