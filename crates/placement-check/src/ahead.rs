use std::collections::BTreeMap;

use sleutel_domain::{
    GroupCode, Reference,
    homes::Place,
    placement::{Candidate, HomeOnOffer, Proposal, RoundInput},
};

use crate::Violation;

/// The prices a proposal says it counted with, looked up by what they are of. That they are
/// the right ones only a replay can say; here everything else is made to follow from them.
pub(crate) struct Later<'a> {
    input: &'a RoundInput,
    waiting: BTreeMap<&'a Reference, i32>,
    areas: BTreeMap<&'a Place, i32>,
    groups: BTreeMap<&'a GroupCode, i32>,
}

impl<'a> Later<'a> {
    pub(crate) fn new(input: &'a RoundInput, proposal: &'a Proposal) -> Self {
        fn found<T: Ord>(prices: Option<&Vec<(T, i32)>>) -> BTreeMap<&T, i32> {
            prices.into_iter().flatten().map(|(it, price)| (it, *price)).collect()
        }
        let prices = proposal.ahead.as_ref();
        Self {
            input,
            waiting: found(prices.map(|it| &it.waiting)),
            areas: found(prices.map(|it| &it.areas)),
            groups: found(prices.map(|it| &it.groups)),
        }
    }

    /// What has to be taken off a pair.
    pub(crate) fn of(&self, who: &Candidate, home: &HomeOnOffer) -> i32 {
        let mut points = self.waiting.get(&who.reference).copied().unwrap_or_default();
        points += self.groups.get(&who.group).copied().unwrap_or_default();
        for node in self.input.path(home.node) {
            points += self.areas.get(&self.input.nodes[node].place).copied().unwrap_or_default();
        }
        -points
    }
}

/// Prices only in a round that looks ahead, above nothing, each once and in the order of the
/// input, and none of somebody with a ground.
pub(crate) fn check(input: &RoundInput, proposal: &Proposal, found: &mut Vec<Violation>) {
    let good = match (&input.ahead, &proposal.ahead) {
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
        (Some(_), Some(prices)) => {
            let may_wait = input.candidates.iter().filter(|it| !it.ground.counts(input.date));
            in_order(&prices.waiting, may_wait.map(|it| &it.reference))
                && in_order(&prices.areas, input.nodes.iter().map(|it| &it.place))
                && in_order(&prices.groups, input.groups.iter().map(|it| &it.code))
        }
    };
    if !good {
        found.push(Violation::Ahead);
    }
}

fn in_order<'a, T: Eq + 'a>(prices: &[(T, i32)], mut known: impl Iterator<Item = &'a T>) -> bool {
    prices.iter().all(|(it, price)| *price > 0 && known.any(|known| known == it))
}
