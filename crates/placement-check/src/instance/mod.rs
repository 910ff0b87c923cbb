//! Checks an answer to a placement problem in figures, whoever made it: every rule,
//! what the plan is worth, and what the prices prove.
//!
//! Nothing here knows the engine or its types. The problem comes as the columns of its
//! file (`docs/formats/instance.md`), the pairs one by one, so that millions of them
//! need not be held; all sums are whole numbers of 128 bits.

mod answer;
mod bound;
mod quarters;
mod violation;

pub use answer::{Answer, Prices};
pub use quarters::{QuarterPrices, quarter_bound};
pub use violation::Violation;

use bound::Gains;

/// A placement problem but for its pairs: a value for each group, part of the city,
/// person and home.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// Floor of each group.
    pub group_lower: &'a [u32],
    /// Ceiling of each group.
    pub group_upper: &'a [u32],
    /// The part each part of the city lies in; parts may stand in any order.
    pub parent: &'a [Option<u32>],
    /// Floor of each part.
    pub node_lower: &'a [u32],
    /// Ceiling of each part.
    pub node_upper: &'a [u32],
    /// The most load each part can carry.
    pub load_cap: &'a [Option<u32>],
    /// The group of each person.
    pub group: &'a [u32],
    /// The load of each person.
    pub load: &'a [u32],
    /// The part each home lies in.
    pub complex: &'a [u32],
}

/// A pair that may be, and what it is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Which person.
    pub person: u32,
    /// Which home.
    pub home: u32,
    /// What it is worth.
    pub weight: i64,
}

/// What checking found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Everything wrong, in order of people, homes, parts of the city and groups.
    pub violations: Vec<Violation>,
    /// People with a home.
    pub placed: u32,
    /// What the plan is worth: the weights of its pairs together.
    pub objective: i128,
    /// What no plan can pass, by the prices: a number of price units and how many of
    /// them go in one of weight. `None` without prices, or with prices that prove
    /// nothing.
    pub bound: Option<(i128, i64)>,
}

impl Verdict {
    /// The largest whole worth the bound leaves room for.
    pub fn most(&self) -> Option<i128> {
        self.bound.map(|(of, unit)| of.div_euclid(i128::from(unit)))
    }

    /// Whether the plan keeps every rule and nothing can be better.
    pub fn proven(&self) -> bool {
        self.violations.is_empty() && self.most() == Some(self.objective)
    }
}

/// Checks an answer. The limits on load count when `answer.loads` says so.
pub fn check(
    question: &Question<'_>,
    pairs: impl IntoIterator<Item = Pair>,
    answer: &Answer<'_>,
) -> Verdict {
    let mut verdict = Verdict { violations: Vec::new(), placed: 0, objective: 0, bound: None };
    let lengths = answer.wrong_lengths(question);
    let Some(order) = parents_first(question.parent) else {
        verdict.violations.push(Violation::Question);
        return verdict;
    };
    if !question.whole() {
        verdict.violations.push(Violation::Question);
        return verdict;
    }
    if !lengths.is_empty() {
        verdict.violations = lengths;
        return verdict;
    }
    let mut gains = answer.prices.map(|prices| Gains::new(question, prices, answer.loads, &order));
    let mut weights: Vec<Option<i64>> = vec![None; question.group.len()];
    for Pair { person, home, weight } in pairs {
        let (at, home_at) = (person as usize, home as usize);
        if at >= question.group.len() || home_at >= question.complex.len() {
            verdict.violations.push(Violation::Question);
            return verdict;
        }
        if answer.assignment[at] == Some(home) {
            weights[at] = Some(weight);
        }
        if let Some(gains) = &mut gains {
            gains.pair(at, home_at, weight);
        }
    }
    plan(question, answer, &order, &weights, &mut verdict);
    if let Some(prices) = answer.prices {
        let wrong = prices.wrong(question, answer.loads);
        if wrong.is_empty() {
            verdict.bound = gains.and_then(Gains::bound).map(|bound| (bound, prices.unit));
            if verdict.bound.is_none() {
                verdict.violations.push(Violation::TooLarge);
            }
        }
        verdict.violations.extend(wrong);
    }
    verdict
}

/// Every rule on the plan, and what it is worth.
fn plan(
    question: &Question<'_>,
    answer: &Answer<'_>,
    order: &[usize],
    weights: &[Option<i64>],
    verdict: &mut Verdict,
) {
    let found = &mut verdict.violations;
    let mut taken = vec![false; question.complex.len()];
    let mut placed = vec![0_u64; question.parent.len()];
    let mut load = vec![0_u64; question.parent.len()];
    let mut members = vec![0_u64; question.group_lower.len()];
    for ((person, home), weight) in (0..).zip(answer.assignment).zip(weights) {
        let Some(home) = *home else { continue };
        match weight {
            Some(weight) => verdict.objective += i128::from(*weight),
            None => found.push(Violation::NoSuchPair { person, home }),
        }
        let Some(complex) = question.complex.get(home as usize) else { continue };
        if std::mem::replace(&mut taken[home as usize], true) {
            found.push(Violation::Twice { home });
        }
        verdict.placed += 1;
        members[question.group[person as usize] as usize] += 1;
        placed[*complex as usize] += 1;
        load[*complex as usize] += u64::from(question.load[person as usize]);
    }
    // From the smallest parts up, each to the part it lies in.
    for &at in order.iter().rev() {
        if let Some(parent) = question.parent[at] {
            placed[parent as usize] += placed[at];
            load[parent as usize] += load[at];
        }
    }
    for (node, at) in (0..).zip(0..question.parent.len()) {
        let (lower, upper) = (question.node_lower[at], question.node_upper[at]);
        if !(u64::from(lower)..=u64::from(upper)).contains(&placed[at]) {
            found.push(Violation::Node { node, placed: placed[at], lower, upper });
        }
        if let Some(cap) = question.load_cap[at].filter(|_| answer.loads)
            && load[at] > u64::from(cap)
        {
            found.push(Violation::Load { node, load: load[at], cap });
        }
    }
    for (group, at) in (0..).zip(0..members.len()) {
        let (lower, upper) = (question.group_lower[at], question.group_upper[at]);
        if !(u64::from(lower)..=u64::from(upper)).contains(&members[at]) {
            found.push(Violation::Group { group, placed: members[at], lower, upper });
        }
    }
}

impl Question<'_> {
    /// Whether the columns are of one length and name only what is there.
    fn whole(&self) -> bool {
        let nodes = self.parent.len();
        self.group_lower.len() == self.group_upper.len()
            && [self.node_lower.len(), self.node_upper.len(), self.load_cap.len()] == [nodes; 3]
            && self.group.len() == self.load.len()
            && self.group.iter().all(|&it| (it as usize) < self.group_lower.len())
            && self.complex.iter().all(|&it| (it as usize) < nodes)
    }
}

/// Every part of the city after the part it lies in; `None` when one lies in itself or
/// in nothing known.
fn parents_first(parent: &[Option<u32>]) -> Option<Vec<usize>> {
    let mut children = vec![Vec::new(); parent.len()];
    let mut order = Vec::with_capacity(parent.len());
    for (at, up) in parent.iter().enumerate() {
        match up {
            None => order.push(at),
            Some(up) => children.get_mut(*up as usize)?.push(at),
        }
    }
    let mut next = 0;
    while let Some(&at) = order.get(next) {
        order.append(&mut children[at]);
        next += 1;
    }
    // Who lies in a circle is below no root.
    (order.len() == parent.len()).then_some(order)
}
