//! The year's homes over target groups ("verdeling over doelgroepen"), by a stated rule.
//!
//! Each rule says what a group would get if homes could be cut in pieces: a beginning, and on
//! top of that a part of what is left in proportion to a weight. Whole homes are then given one
//! at a time, to the group that is furthest behind (the method of Webster and Sainte-Laguë,
//! with a floor and a ceiling for each group). So the sum is exact, more homes never mean fewer
//! for a group, and what was realised is never taken back: M. L. Balinski and H. P. Young, *Fair
//! Representation*, 1982, on why methods that divide have this and the largest remainder has
//! not.

use std::{cmp::Ordering, collections::BinaryHeap};

use crate::GroupCode;

/// The most people that can be expected in one group.
pub const MAX_DEMAND: u32 = 1_000_000;

/// Expected people ("verwachte vraag"), in thousandths, at most [`MAX_DEMAND`] people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Demand(u32);

impl Demand {
    /// Whole people; `None` above [`MAX_DEMAND`].
    pub fn people(people: u32) -> Option<Self> {
        Self::thousandths(people.checked_mul(1000)?)
    }

    /// Thousandths of people; `None` above [`MAX_DEMAND`] people.
    pub fn thousandths(thousandths: u32) -> Option<Self> {
        (thousandths <= MAX_DEMAND.saturating_mul(1000)).then_some(Self(thousandths))
    }

    /// The nearest to a number of people; `None` when it is no number, below nought, or above
    /// [`MAX_DEMAND`].
    pub fn nearest(people: f64) -> Option<Self> {
        let range = 0.0..=f64::from(MAX_DEMAND);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the range is looked at before"
        )]
        range.contains(&people).then(|| Self((people * 1000.0).round() as u32))
    }

    /// In people.
    pub fn in_people(self) -> f64 {
        f64::from(self.0) / 1000.0
    }

    /// In thousandths.
    pub fn in_thousandths(self) -> u32 {
        self.0
    }
}

/// How homes are shared out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// What is still to be given goes in proportion to what is expected in the year, on top of
    /// what was realised.
    Proportional,
    /// At the end of the year the same part of what was expected is helped in each group.
    EqualHelped,
    /// Whoever still waits waits as long in each group: what is still to be given goes in
    /// proportion to who is still to be helped.
    EqualWait,
    /// First each floor, then the rest in proportion to what is expected.
    FloorsFirst,
}

impl Rule {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::Proportional, Self::EqualHelped, Self::EqualWait, Self::FloorsFirst];

    /// The word in files and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Proportional => "proportional",
            Self::EqualHelped => "equal-helped",
            Self::EqualWait => "equal-wait",
            Self::FloorsFirst => "floors-first",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What is known of a group before the homes of a year are shared out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupDemand {
    /// Which group.
    pub group: GroupCode,
    /// Who is expected in the year.
    pub expected: Demand,
    /// Households that waited already when the year began and are not among the expected; only
    /// [`Rule::EqualWait`] looks at them.
    pub waiting: u32,
    /// Homes it gets at least.
    pub floor: u32,
    /// Homes it gets at most; without one there is no limit.
    pub ceiling: Option<u32>,
    /// Homes it got already this year.
    pub realised: u32,
}

impl GroupDemand {
    /// Who waited or is expected, and has no home yet; at most [`MAX_DEMAND`] people.
    pub fn still_to_help(&self) -> Demand {
        let there = self.expected.0.saturating_add(self.waiting.saturating_mul(1000));
        let left = there.saturating_sub(self.realised.saturating_mul(1000));
        Demand(left.min(MAX_DEMAND.saturating_mul(1000)))
    }

    /// Homes it cannot get less than: what was realised is not taken back.
    fn lower(&self) -> u32 {
        self.floor.max(self.realised)
    }

    /// Homes it cannot get more than. A ceiling that was passed already stays where it is.
    fn upper(&self) -> u32 {
        self.ceiling.map_or(u32::MAX, |it| it.max(self.realised))
    }

    /// Where a rule begins, in homes, and by what it shares on, in thousandths of people.
    fn by(&self, rule: Rule) -> (u32, u32) {
        let expected = self.expected.0;
        match rule {
            Rule::Proportional => (self.realised, expected),
            Rule::EqualHelped => (0, expected),
            Rule::EqualWait => (self.realised, self.still_to_help().0),
            Rule::FloorsFirst => (self.lower(), expected),
        }
    }
}

/// Why a group did not get what the rule alone would give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// It did.
    Free,
    /// Its floor is higher.
    Floor,
    /// More was realised already.
    Realised,
    /// Its ceiling is lower.
    Ceiling,
    /// Nobody is left to be helped, so the rule gives nothing.
    Nobody,
}

impl Bound {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Free, Self::Floor, Self::Realised, Self::Ceiling, Self::Nobody];

    /// The word in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Floor => "floor",
            Self::Realised => "realised",
            Self::Ceiling => "ceiling",
            Self::Nobody => "nobody",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What a group gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// What was known.
    pub demand: GroupDemand,
    /// Homes in the year, what was realised among them.
    pub homes: u32,
    /// What held the rule back, or lifted it.
    pub bound: Bound,
}

impl Share {
    /// Which part of the expected people gets a home, 1.0 for all of them and more where there
    /// are more homes; `None` when nobody is expected.
    pub fn helped(&self) -> Option<f64> {
        let expected = self.demand.expected;
        (expected.0 > 0).then(|| f64::from(self.homes) / expected.in_people())
    }
}

/// A year's homes, shared out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareOut {
    /// How.
    pub rule: Rule,
    /// Homes in the year; the shares add up to this.
    pub total: u32,
    /// What each group gets, in the order the groups came in.
    pub shares: Vec<Share>,
}

/// Why homes cannot be shared out. All that is wrong is told at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShareFault {
    /// There is no group.
    NoGroups,
    /// A group is there twice.
    Twice {
        /// Which.
        group: GroupCode,
    },
    /// A floor above the ceiling.
    FloorAboveCeiling {
        /// Which group.
        group: GroupCode,
        /// Homes at least.
        floor: u32,
        /// Homes at most.
        ceiling: u32,
    },
    /// Floors and what was realised ask for more homes than there are.
    TooFew {
        /// Homes there are.
        total: u32,
        /// Homes asked for.
        needed: u64,
    },
    /// More homes than the groups that need any may get.
    TooMany {
        /// Homes there are.
        total: u32,
        /// Homes that can be given.
        room: u64,
    },
}

/// The group that is furthest behind comes first: the one that reaches half of its next home
/// at the lowest level of the rule. Of two that are as far the one named first.
#[derive(Debug, PartialEq, Eq)]
struct Next {
    /// Twice what lies between the beginning and half of the next home, in homes.
    way: u64,
    weight: u32,
    at: usize,
}

impl Ord for Next {
    fn cmp(&self, other: &Self) -> Ordering {
        let mine = u128::from(self.way) * u128::from(other.weight);
        let theirs = u128::from(other.way) * u128::from(self.weight);
        theirs.cmp(&mine).then(other.at.cmp(&self.at))
    }
}

impl PartialOrd for Next {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Shares `total` homes out over groups by a rule. The homes add up to the total, each group
/// gets at least its floor and what it got already, and at most its ceiling. Takes time in
/// proportion to the homes.
///
/// # Errors
///
/// Everything that makes it impossible, with the figures.
///
/// ```
/// use sleutel_domain::{GroupCode, steering::{Demand, GroupDemand, Rule, share_out}};
///
/// let group = |code: &str, people| GroupDemand {
///     group: GroupCode::new(code).unwrap(),
///     expected: Demand::people(people).unwrap(),
///     waiting: 0,
///     floor: 0,
///     ceiling: None,
///     realised: 0,
/// };
/// let groups = vec![group("omslag", 300), group("urgent", 100)];
/// let year = share_out(Rule::EqualHelped, 200, groups).unwrap();
/// let homes: Vec<u32> = year.shares.iter().map(|it| it.homes).collect();
/// assert_eq!(homes, [150, 50]);
/// ```
pub fn share_out(
    rule: Rule,
    total: u32,
    groups: Vec<GroupDemand>,
) -> Result<ShareOut, Vec<ShareFault>> {
    faults(rule, total, &groups)?;
    let mut shares: Vec<Share> = groups
        .into_iter()
        .map(|demand| Share { homes: demand.lower(), bound: Bound::Free, demand })
        .collect();
    let given: u64 = shares.iter().map(|it| u64::from(it.homes)).sum();
    let left = u64::from(total).saturating_sub(given);
    let mut heap: BinaryHeap<Next> =
        shares.iter().enumerate().filter_map(|(at, share)| next(rule, share, at)).collect();
    let mut last = None;
    for _ in 0..left {
        let Some(first) = heap.pop() else { break };
        let Some(share) = shares.get_mut(first.at) else { break };
        share.homes = share.homes.saturating_add(1);
        heap.extend(next(rule, share, first.at));
        last = Some(first);
    }
    for (at, share) in shares.iter_mut().enumerate() {
        share.bound = bound(rule, share, last.as_ref(), at);
    }
    Ok(ShareOut { rule, total, shares })
}

fn next(rule: Rule, share: &Share, at: usize) -> Option<Next> {
    let (from, weight) = share.demand.by(rule);
    let open = weight > 0 && share.homes < share.demand.upper();
    let way = 2 * u64::from(share.homes.saturating_sub(from)) + 1;
    open.then_some(Next { way, weight, at })
}

/// What held the rule back for a group, by the level the last home was given at.
fn bound(rule: Rule, share: &Share, last: Option<&Next>, at: usize) -> Bound {
    let demand = &share.demand;
    let (from, weight) = demand.by(rule);
    // A home less or more, had it been allowed, would the level have given it?
    let level =
        |homes: u32| Next { way: 2 * u64::from(homes.saturating_sub(from)) + 1, weight, at };
    let reached = |homes: u32| last.is_some_and(|last| level(homes) >= *last);
    if share.homes == demand.upper() && weight > 0 && reached(share.homes) {
        return Bound::Ceiling;
    }
    let above = share.homes > from && !(weight > 0 && reached(share.homes.saturating_sub(1)));
    match (share.homes == demand.lower() && above, demand.floor > demand.realised) {
        (true, true) => Bound::Floor,
        (true, false) => Bound::Realised,
        (false, _) if weight == 0 => Bound::Nobody,
        (false, _) => Bound::Free,
    }
}

fn faults(rule: Rule, total: u32, groups: &[GroupDemand]) -> Result<(), Vec<ShareFault>> {
    let mut faults = Vec::new();
    if groups.is_empty() {
        faults.push(ShareFault::NoGroups);
    }
    for (at, it) in groups.iter().enumerate() {
        let group = || it.group.clone();
        let before = groups.iter().take(at);
        if before.into_iter().any(|other| other.group == it.group) {
            faults.push(ShareFault::Twice { group: group() });
        }
        if let Some(ceiling) = it.ceiling.filter(|ceiling| *ceiling < it.floor) {
            faults.push(ShareFault::FloorAboveCeiling { group: group(), floor: it.floor, ceiling });
        }
    }
    let needed: u64 = groups.iter().map(|it| u64::from(it.lower())).sum();
    if needed > u64::from(total) {
        faults.push(ShareFault::TooFew { total, needed });
    }
    let most = |it: &GroupDemand| if it.by(rule).1 > 0 { it.upper() } else { it.lower() };
    let room: u64 = groups.iter().map(|it| u64::from(most(it))).sum();
    if !groups.is_empty() && needed <= u64::from(total) && room < u64::from(total) {
        faults.push(ShareFault::TooMany { total, room });
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

#[cfg(test)]
mod tests;
