//! What is left, and who goes with whom, while several lines are decided.

use std::collections::{BTreeMap, BTreeSet};

use sleutel_domain::{
    Reference,
    placement::{Bound, RoundInput, Together},
};
use sleutel_store::{
    homes,
    placement::{DecisionRow, RoundRow},
};

use super::decide::Pair;
use crate::{ActionError, Hold, act::Act, numbers};

/// What is left for groups with their main groups, for associations and for areas.
#[derive(Clone)]
pub(crate) struct Room {
    bounds: BTreeMap<Bound, Option<u32>>,
    /// The main group a group is part of.
    parents: BTreeMap<Bound, Bound>,
    tree: numbers::Tree,
}

impl Room {
    pub(crate) async fn read(act: &mut Act<'_>, round: &RoundRow) -> Result<Self, ActionError> {
        let programme = act.programme;
        let year = round.held_on.year();
        let areas = homes::areas(&mut act.tx, programme, false).await?;
        let complexes = homes::complexes(&mut act.tx, programme).await?;
        let tree = numbers::tree(&mut act.tx, programme, year, &areas, &complexes).await?;
        let numbers = numbers::year(&mut act.tx, programme, year).await?;
        let mut bounds = BTreeMap::new();
        let mut parents = BTreeMap::new();
        for it in &numbers.groups {
            let group = Bound::Group(it.group.code.clone());
            if let Some(parent) = it.share.parent.clone() {
                parents.insert(group.clone(), Bound::Group(parent));
            }
            bounds.insert(group, it.share.agreed.room());
        }
        for it in &numbers.main_groups {
            if let Some(code) = it.main_group.share_code() {
                bounds.insert(Bound::Group(code), it.agreed.room());
            }
        }
        for it in numbers.associations {
            bounds.insert(Bound::Association(it.code), it.agreed.room());
        }
        Ok(Self { bounds, parents, tree })
    }

    /// Takes one place for a household that weighs so many points, or says that there is
    /// none, or that the part of the city cannot carry it.
    pub(super) fn take(
        &mut self,
        row: &DecisionRow,
        input: &RoundInput,
        points: u32,
    ) -> Result<(), Hold> {
        let full = || Hold::NoRoomLeft { vacancy: row.vacancy.clone() };
        let home = input.homes.iter().find(|home| home.vacancy == row.vacancy);
        let group = Bound::Group(row.group.clone());
        let mut on: Vec<Bound> = self.parents.get(&group).cloned().into_iter().collect();
        on.push(group);
        on.extend(home.map(|home| Bound::Association(home.association.clone())));
        if on.iter().any(|it| self.bounds.get(it) == Some(&Some(0))) {
            return Err(full());
        }
        let place = home.and_then(|home| input.nodes.get(home.node)).map(|node| &node.place);
        let at = place.and_then(|place| self.tree.index.get(place).copied());
        if let Some(at) = at {
            if self.tree.room(at) == Some(0) {
                return Err(full());
            }
            let path: Vec<usize> = self.tree.path(at).collect();
            let carries = |at: &usize| {
                let load = self.tree.nodes.get(*at).and_then(|node| node.load);
                load.is_none_or(|it| it.carried.saturating_add(points) <= it.upper)
            };
            if !path.iter().all(carries) {
                return Err(Hold::TooMuchLoad { vacancy: row.vacancy.clone() });
            }
            for at in path {
                if let Some(node) = self.tree.nodes.get_mut(at) {
                    node.agreed.realised += 1;
                    if let Some(load) = &mut node.load {
                        load.carried = load.carried.saturating_add(points);
                    }
                }
            }
        }
        for bound in on {
            if let Some(Some(room)) = self.bounds.get_mut(&bound) {
                *room -= 1;
            }
        }
        Ok(())
    }
}

/// Who moves together by what is known now, among the lines that are agreed at once. Of two
/// of whom one has a home already nothing holds the other any more; nor when lines are
/// turned down.
pub(super) struct Links<'a> {
    now: Option<&'a RoundInput>,
    pairs: &'a [Pair],
}

impl<'a> Links<'a> {
    /// `now` is what the round would be made from; `None`: nothing holds anybody together.
    pub(super) fn new(now: Option<&'a RoundInput>, pairs: &'a [Pair]) -> Self {
        Self { now, pairs }
    }

    fn of(&self, reference: &Reference) -> impl Iterator<Item = (&'a Together, &'a Reference)> {
        let links = self.now.into_iter().flat_map(|now| &now.together);
        links.filter_map(move |link| match reference {
            it if *it == link.one => Some((link, &link.other)),
            it if *it == link.other => Some((link, &link.one)),
            _ => None,
        })
    }

    /// The lines of everybody a line's household moves with, directly or through others, in
    /// their order and itself among them.
    pub(super) fn company(&self, at: usize) -> Vec<usize> {
        let Some(first) = self.pairs.get(at).map(|it| &it.reference) else { return Vec::new() };
        let mut company = BTreeSet::from([first]);
        let mut open = vec![first];
        while let Some(reference) = open.pop() {
            open.extend(self.of(reference).map(|(_, other)| other).filter(|it| company.insert(it)));
        }
        let lines = self.pairs.iter().enumerate();
        lines.filter(|(_, it)| company.contains(&it.reference)).map(|(at, _)| at).collect()
    }

    /// What holds a line because of those its household moves with.
    pub(super) fn hold(&self, at: usize) -> Option<Hold> {
        let pair = self.pairs.get(at)?;
        self.of(&pair.reference).find_map(|(link, other)| {
            let (reference, other) = (pair.reference.clone(), other.clone());
            let Some(beside) = self.pairs.iter().find(|it| it.reference == other) else {
                return Some(Hold::MovesTogether { reference, other });
            };
            self.far(link, pair, beside).then_some(Hold::TooFarApart { reference, other })
        })
    }

    fn far(&self, link: &Together, one: &Pair, other: &Pair) -> bool {
        let part = |pair: &Pair| {
            let now = self.now?;
            let home = now.homes.iter().find(|it| it.vacancy == pair.vacancy)?;
            now.part_around(home, link.within)
        };
        part(one).is_none() || part(one) != part(other)
    }
}
