use std::collections::BTreeMap;

use sleutel_domain::{
    DwellingCode, OrganisationCode, VacancyCode,
    placement::{
        Agreed, Ahead, ExpectedHomes, ExpectedNewcomers, GroupShare, HomeOnOffer, RoundInput,
        RuleName,
    },
};

use crate::{
    judge::Judge,
    ranks,
    rules::{RuleAnswer, ask},
};

/// What all futures of a round have in common: who fits which kind of home, and how
/// much room there is for the groups and in the parts of the city.
#[derive(Debug)]
pub(super) struct Imagined<'a> {
    pub(super) input: &'a RoundInput,
    pub(super) ahead: &'a Ahead,
    /// Kinds of home, candidates who are ready and groups that get newcomers, each in an
    /// order that does not hang on the order of the input.
    pub(super) kinds: Vec<usize>,
    pub(super) people: Vec<usize>,
    pub(super) newcomers: Vec<&'a ExpectedNewcomers>,
    /// For each candidate the kinds of home that fit, by their place in `kinds`, best first, with the points of the
    /// fit. An open question is not a fit: nothing is expected of what we do not know.
    pub(super) fits: Vec<Vec<(u32, i32)>>,
    /// The group of each candidate, and the candidates of each group.
    pub(super) group_of: Vec<usize>,
    pub(super) members: Vec<Vec<usize>>,
    /// The most of each group and in each part of the city in the weeks looked at.
    pub(super) group_room: Vec<u32>,
    pub(super) node_room: Vec<u32>,
}

impl<'a> Imagined<'a> {
    pub(super) fn new(input: &'a RoundInput, ahead: &'a Ahead) -> Self {
        let groups: BTreeMap<_, _> =
            input.groups.iter().enumerate().map(|(at, group)| (&group.code, at)).collect();
        let group_of: Vec<_> = input
            .candidates
            .iter()
            .map(|it| groups.get(&it.group).copied().unwrap_or_default())
            .collect();
        let mut people: Vec<_> = (0..input.candidates.len()).collect();
        people.sort_by_key(|&at| &input.candidates[at].reference);
        let mut members = vec![Vec::new(); input.groups.len()];
        for &candidate in &people {
            members[group_of[candidate]].push(candidate);
        }
        people.retain(|&at| input.candidates[at].ready);
        let mut newcomers: Vec<_> = ahead.newcomers.iter().collect();
        newcomers.sort_by_key(|it| &it.group);
        let room = |agreed| room(agreed, input, ahead).unwrap_or(u32::MAX);
        let node_room = input.nodes.iter().map(|node| room(node.agreed)).collect();
        let kinds = in_order(&ahead.homes);
        Self {
            input,
            ahead,
            fits: fits(input, ahead, &kinds),
            kinds,
            people,
            newcomers,
            group_of,
            members,
            group_room: shares(input, ahead),
            node_room,
        }
    }
}

/// The kinds by where they lie and what they are like.
fn in_order(homes: &[ExpectedHomes]) -> Vec<usize> {
    let mut kinds: Vec<_> = (0..homes.len()).collect();
    kinds.sort_by_key(|&at| {
        let ExpectedHomes { node, facts, thousandths } = &homes[at];
        let house = (facts.target, facts.rules.pets, facts.rules.smoking);
        let door = (facts.floor, facts.lift, facts.adaptation);
        (*node, facts.rooms, facts.rent, door, house, facts.surface, *thousandths)
    });
    kinds
}

/// Every kind of home as if it were on offer, to ask the rules of the round about it.
fn fits(input: &RoundInput, ahead: &Ahead, kinds: &[usize]) -> Vec<Vec<(u32, i32)>> {
    let imagined = RoundInput {
        homes: kinds
            .iter()
            .zip(1_u32..)
            .filter_map(|(&at, number)| {
                let expected = &ahead.homes[at];
                let code = format!("expected-{number}");
                Some(HomeOnOffer {
                    vacancy: VacancyCode::new(&code).ok()?,
                    dwelling: DwellingCode::new(&code).ok()?,
                    association: OrganisationCode::new("expected").ok()?,
                    node: expected.node,
                    street: String::new(),
                    facts: expected.facts.clone(),
                })
            })
            .collect(),
        fixings: Vec::new(),
        ahead: None,
        ..input.clone()
    };
    let judge = Judge::new(&imagined);
    let kinds = u32::try_from(imagined.homes.len()).unwrap_or(u32::MAX);
    let of = |candidate: usize| {
        let mut fits: Vec<(u32, i32)> = (0..kinds)
            .filter_map(|kind| {
                let pair = judge.pair(candidate, kind as usize);
                let all =
                    RuleName::ALL.into_iter().all(|rule| ask(rule, &pair) == RuleAnswer::Fits);
                all.then(|| (kind, judge.fit(candidate, kind as usize).total()))
            })
            .collect();
        fits.sort_unstable_by_key(|&(kind, points)| (-points, kind));
        fits
    };
    (0..input.candidates.len()).map(of).collect()
}

/// What a ceiling leaves in the weeks looked at: what is left of this year, and of the
/// weeks after New Year their part of a year like this one. `None`: no ceiling.
fn room(agreed: Agreed, input: &RoundInput, ahead: &Ahead) -> Option<u32> {
    let left = agreed.room()?;
    let gone = u64::from(input.date.day_of_year().unsigned_abs()).div_ceil(7);
    let over = (gone + u64::from(ahead.weeks)).saturating_sub(52);
    let next = u64::from(agreed.upper?) * over / 52;
    Some(left.saturating_add(u32::try_from(next).unwrap_or(u32::MAX)))
}

/// The least room a group and the groups it is a part of leave.
fn group_room(group: &GroupShare, input: &RoundInput, ahead: &Ahead) -> u32 {
    let around = std::iter::successors(Some(group), |it| {
        input.groups.iter().find(|other| Some(&other.code) == it.parent.as_ref())
    });
    around.filter_map(|it| room(it.agreed, input, ahead)).min().unwrap_or(u32::MAX)
}

/// How many homes each group can expect: the goal of comparable help comes before the
/// fit in every round, so the homes of the round and of the weeks after it are handed
/// out one by one to the group that is least far, as that goal does
/// (`docs/decisions/0004-comparable-help.md`).
fn shares(input: &RoundInput, ahead: &Ahead) -> Vec<u32> {
    let homes = u64::try_from(input.homes.len()).unwrap_or(u64::MAX);
    let homes = u32::try_from(homes + ahead.homes_in_a_future()).unwrap_or(u32::MAX);
    let mut units = Vec::new();
    let mut of = Vec::new();
    for (at, group) in input.groups.iter().enumerate() {
        let members = input.candidates.iter().filter(|it| it.ready && it.group == group.code);
        let coming = ahead.newcomers.iter().find(|it| it.group == group.code);
        let members = u32::try_from(members.count()).unwrap_or(u32::MAX);
        let most = members
            .saturating_add(coming.map_or(0, |it| it.households))
            .min(group_room(group, input, ahead))
            .min(homes);
        for more in 0..most {
            let before = group.agreed.realised.saturating_add(more);
            units.push(ranks::Unit { before, out_of: group.expected });
            of.push(at);
        }
    }
    let mut order: Vec<_> = of.into_iter().zip(ranks::rewards(&units)).collect();
    order.sort_by_key(|&(_, reward)| std::cmp::Reverse(reward));
    let mut shares = vec![0; input.groups.len()];
    for (at, _) in order.into_iter().take(homes as usize) {
        shares[at] += 1;
    }
    shares
}
