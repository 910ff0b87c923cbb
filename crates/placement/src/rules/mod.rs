//! The rules about one household and one home, one file a rule.
//!
//! A rule answers from what is known. What is not known is asked for, unless every
//! possible answer would fit; it never refuses.

mod adaptation;
mod area_limit;
mod ban;
mod exclusion;
mod offered_before;
mod pets;
mod rent;
mod rooms;
mod smoking;
mod stairs;
mod target;
#[cfg(test)]
mod tests;

pub(crate) use target::AGES;

use sleutel_domain::placement::{Question, Refusal, RuleName, Source};

use crate::judge::{Home, Judge, Person};

/// What one rule says of one household and one home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RuleAnswer {
    Fits,
    Ask(Question),
    Refuses(Refusal),
}

impl RuleAnswer {
    pub(crate) fn refuses(&self) -> bool {
        matches!(self, Self::Refuses(_))
    }
}

/// One household beside one home.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair<'a> {
    pub(crate) judge: &'a Judge<'a>,
    pub(crate) person: &'a Person<'a>,
    pub(crate) home: &'a Home<'a>,
    /// The home's place in the input.
    pub(crate) at: usize,
}

impl Pair<'_> {
    pub(crate) fn lies_in(&self, place: usize) -> bool {
        self.judge.places.lies_in(self.at, place)
    }
}

/// Asks one rule.
pub(crate) fn ask(rule: RuleName, pair: &Pair<'_>) -> RuleAnswer {
    match rule {
        RuleName::Rooms => rooms::answer(pair),
        RuleName::Adaptation => adaptation::answer(pair),
        RuleName::Stairs => stairs::answer(pair),
        RuleName::Rent => rent::answer(pair),
        RuleName::Target => target::answer(pair),
        RuleName::AreaLimit => area_limit::answer(pair),
        RuleName::Exclusion => exclusion::answer(pair),
        RuleName::Pets => pets::answer(pair),
        RuleName::Smoking => smoking::answer(pair),
        RuleName::OfferedBefore => offered_before::answer(pair),
        RuleName::Ban => ban::answer(pair),
    }
}

/// Where a rule comes from, most binding first.
pub(crate) fn sources(rule: RuleName) -> &'static [Source] {
    match rule {
        RuleName::Rooms => rooms::SOURCES,
        RuleName::Adaptation => adaptation::SOURCES,
        RuleName::Stairs => stairs::SOURCES,
        RuleName::Rent => rent::SOURCES,
        RuleName::Target => target::SOURCES,
        RuleName::AreaLimit => area_limit::SOURCES,
        RuleName::Exclusion => exclusion::SOURCES,
        RuleName::Pets => pets::SOURCES,
        RuleName::Smoking => smoking::SOURCES,
        RuleName::OfferedBefore => offered_before::SOURCES,
        RuleName::Ban => ban::SOURCES,
    }
}
