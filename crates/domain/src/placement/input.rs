use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};

use super::{Ahead, AheadError, AssociationTarget, Fixing, LoadCeiling, SupportLoad, Together};
use crate::{
    Answer, ComplexCode, DwellingCode, GroupCode, OrganisationCode, Reference, VacancyCode,
    homes::{AreaLevel, DwellingFacts, Place},
    participants::{Direction, Limits, PriorityGround, Strength},
};

/// Everything a round knows. The same input gives the same proposal, bit for bit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundInput {
    /// The day the round is held for; ages, terms and pauses are judged on it.
    pub date: Date,
    /// The seed of the lot, made known before the round.
    pub seed: u64,
    /// The stated choices rules leave open.
    pub settings: RoundSettings,
    /// The parts of the city, a parent always before its children.
    pub nodes: Vec<Node>,
    /// The target groups with their shares.
    pub groups: Vec<GroupShare>,
    /// Everyone who waits, ready or not.
    pub candidates: Vec<Candidate>,
    /// The homes to be shared out.
    pub homes: Vec<HomeOnOffer>,
    /// What people laid down beforehand.
    pub fixings: Vec<Fixing>,
    /// What associations promised; one that is not here has neither floor nor ceiling.
    pub associations: Vec<AssociationTarget>,
    /// Households that move together or not at all.
    pub together: Vec<Together>,
    /// What is expected of the weeks to come; `None`: this round does not look ahead.
    pub ahead: Option<Ahead>,
}

/// Choices the rules leave open, published with the round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoundSettings {
    /// How many rooms more than needed still fit.
    pub spare_rooms: u8,
    /// What a household counts for whose support load nobody has told.
    pub unknown_load: SupportLoad,
}

impl Default for RoundSettings {
    fn default() -> Self {
        Self { spare_rooms: 1, unknown_load: SupportLoad::Light }
    }
}

/// Yearly numbers with what has been realised already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Agreed {
    /// At least this many homes in the year (0: no floor).
    pub lower: u32,
    /// At most this many in the year; `None`: no ceiling.
    pub upper: Option<u32>,
    /// Homes that count already this year.
    pub realised: u32,
}

impl Agreed {
    /// How many more this round may add; `None`: no ceiling.
    pub fn room(self) -> Option<u32> {
        self.upper.map(|upper| upper.saturating_sub(self.realised))
    }

    /// How many this round must add so that the floor is kept pace with: the floor
    /// times the part of the year gone by, rounded down, less what is realised.
    /// On 31 December that is all of it.
    pub fn due(self, on: Date) -> u32 {
        let year = on.year();
        let days = date(year, 12, 31).day_of_year();
        let gone = on.day_of_year();
        let part = i64::from(self.lower) * i64::from(gone) / i64::from(days);
        u32::try_from(part).unwrap_or(self.lower).saturating_sub(self.realised)
    }
}

/// A part of the city with its ceiling and floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// An area or a complex, never a street.
    pub place: Place,
    /// What people call it.
    pub name: String,
    /// How large it is.
    pub level: AreaLevel,
    /// Index of the part it lies in; `None` for the root.
    pub parent: Option<usize>,
    /// Its numbers.
    pub agreed: Agreed,
    /// The support load it can carry; `None`: no limit.
    pub load: Option<LoadCeiling>,
}

/// A target group and its share of the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupShare {
    /// Which group.
    pub code: GroupCode,
    /// What people call it.
    pub name: String,
    /// Households expected to need a home in the year, at least 1. All groups are
    /// helped to a comparable degree: homes realised against this number.
    pub expected: u32,
    /// Its floor, its ceiling and what is realised; of a group with parts these hold
    /// for it and its parts together.
    pub agreed: Agreed,
    /// The group it is a part of, which comes before it in the list.
    pub parent: Option<GroupCode>,
}

/// One wish as the engine sees it: no words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CandidateWish {
    /// Where.
    pub place: Place,
    /// Towards or away from.
    pub direction: Direction,
    /// How much it weighs.
    pub strength: Strength,
}

/// A household that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Which file.
    pub reference: Reference,
    /// Which group it counts for.
    pub group: GroupCode,
    /// Whether it can be proposed on the round's date.
    pub ready: bool,
    /// People who move along, the head included; unknown when custody or a partner
    /// is still open.
    pub people: Answer<u8>,
    /// Age of the head on the round's date.
    pub head_age: Answer<u8>,
    /// Age of the oldest who moves along, on the round's date.
    pub oldest_age: Answer<u8>,
    /// Since when it waits.
    pub waiting_since: Date,
    /// Why it goes before others, if it does.
    pub ground: PriorityGround,
    /// What a home must have or may not have.
    pub limits: Limits,
    /// Where it wants to live or not.
    pub wishes: Vec<CandidateWish>,
    /// Where it has people.
    pub network: Vec<Place>,
    /// Where it cannot be housed on the round's date (ended exclusions left out).
    pub exclusions: Vec<Place>,
    /// Homes it was offered before and cannot be offered again.
    pub offered: Vec<DwellingCode>,
    /// How much support it takes from its surroundings.
    pub load: Answer<SupportLoad>,
}

/// A home to be shared out in this round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HomeOnOffer {
    /// Which vacancy.
    pub vacancy: VacancyCode,
    /// Which home.
    pub dwelling: DwellingCode,
    /// Who lets it.
    pub association: OrganisationCode,
    /// Index of the smallest node it lies in: its complex, or its neighbourhood.
    pub node: usize,
    /// Its street.
    pub street: String,
    /// What it is like.
    pub facts: DwellingFacts,
}

/// Why an input cannot be worked with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InputError {
    /// A parent that does not come before its child.
    #[error("node {node} names parent {parent}, which does not come before it")]
    Parent {
        /// The child's index.
        node: usize,
        /// The index it names.
        parent: usize,
    },
    /// More than one root, or none.
    #[error("the tree of areas has {0} roots, it must have exactly one")]
    Roots(usize),
    /// A home outside the tree.
    #[error("home `{vacancy}` names node {node}, which does not exist")]
    HomeNode {
        /// The home.
        vacancy: VacancyCode,
        /// The index it names.
        node: usize,
    },
    /// A candidate's group is not in the list.
    #[error("candidate `{candidate}` is of group `{group}`, which has no share")]
    Group {
        /// The candidate.
        candidate: Reference,
        /// Its group.
        group: GroupCode,
    },
    /// The same thing twice.
    #[error("`{0}` is in the input twice")]
    Twice(String),
    /// A pin or ban about somebody or something that is not in the round.
    #[error("a pin or ban names `{0}`, which is not in the round")]
    Fixing(String),
    /// A street as a node.
    #[error("node {0} is a street; only areas and complexes have numbers")]
    StreetNode(usize),
    /// A group that is part of one that does not come before it.
    #[error("group `{group}` is part of `{parent}`, which does not come before it")]
    GroupParent {
        /// The part.
        group: GroupCode,
        /// The group it names.
        parent: GroupCode,
    },
    /// Households that move together, of whom one is not in the round, or both are one.
    #[error("`{one}` and `{other}` cannot move together in this round")]
    Together {
        /// The one.
        one: Reference,
        /// The other.
        other: Reference,
    },
    /// A floor above its ceiling.
    #[error("`{name}` has floor {lower} above ceiling {upper}")]
    Bounds {
        /// The group or area.
        name: String,
        /// Its floor.
        lower: u32,
        /// Its ceiling.
        upper: u32,
    },
    /// The forecast of the weeks to come does not go with the round.
    #[error("looking ahead: {0}")]
    Ahead(AheadError),
}

impl RoundInput {
    /// Every contradiction in the input, in order; empty when it can be worked with.
    pub fn errors(&self) -> Vec<InputError> {
        let mut errors = Vec::new();
        self.tree_errors(&mut errors);
        let groups: BTreeSet<_> = self.groups.iter().map(|group| &group.code).collect();
        let mut seen = BTreeSet::new();
        for candidate in &self.candidates {
            if !seen.insert(&candidate.reference) {
                errors.push(InputError::Twice(candidate.reference.to_string()));
            }
            if !groups.contains(&candidate.group) {
                errors.push(InputError::Group {
                    candidate: candidate.reference.clone(),
                    group: candidate.group.clone(),
                });
            }
        }
        let mut vacancies = BTreeSet::new();
        let mut dwellings = BTreeSet::new();
        for home in &self.homes {
            if !vacancies.insert(&home.vacancy) {
                errors.push(InputError::Twice(home.vacancy.to_string()));
            }
            if !dwellings.insert(&home.dwelling) {
                errors.push(InputError::Twice(home.dwelling.to_string()));
            }
            if home.node >= self.nodes.len() {
                errors
                    .push(InputError::HomeNode { vacancy: home.vacancy.clone(), node: home.node });
            }
        }
        if groups.len() != self.groups.len() {
            errors.extend(twice(self.groups.iter().map(|group| group.code.as_str())));
        }
        let mut pairs = BTreeMap::new();
        for fixing in &self.fixings {
            if !seen.contains(&fixing.candidate) {
                errors.push(InputError::Fixing(fixing.candidate.to_string()));
            }
            if !vacancies.contains(&fixing.vacancy) {
                errors.push(InputError::Fixing(fixing.vacancy.to_string()));
            }
            if pairs.insert((&fixing.candidate, &fixing.vacancy), fixing.kind).is_some() {
                errors.push(InputError::Twice(format!("{} {}", fixing.candidate, fixing.vacancy)));
            }
        }
        errors.extend(twice(self.associations.iter().map(|it| it.code.as_str())));
        self.group_errors(&mut errors);
        for Together { one, other, .. } in &self.together {
            if one == other || !seen.contains(one) || !seen.contains(other) {
                errors.push(InputError::Together { one: one.clone(), other: other.clone() });
            }
        }
        let bounds = self
            .groups
            .iter()
            .map(|group| (&group.name, group.agreed))
            .chain(self.nodes.iter().map(|node| (&node.name, node.agreed)))
            .chain(self.associations.iter().map(|it| (&it.name, it.agreed)));
        for (name, agreed) in bounds {
            if let Some(upper) = agreed.upper
                && agreed.lower > upper
            {
                errors.push(InputError::Bounds { name: name.clone(), lower: agreed.lower, upper });
            }
        }
        if let Some(ahead) = &self.ahead {
            let groups: Vec<_> = groups.into_iter().collect();
            errors
                .extend(ahead.errors(self.nodes.len(), &groups).into_iter().map(InputError::Ahead));
        }
        errors
    }

    fn group_errors(&self, errors: &mut Vec<InputError>) {
        let mut before = BTreeSet::new();
        for group in &self.groups {
            if let Some(parent) = group.parent.as_ref().filter(|it| !before.contains(it)) {
                let (group, parent) = (group.code.clone(), parent.clone());
                errors.push(InputError::GroupParent { group, parent });
            }
            before.insert(&group.code);
        }
    }

    fn tree_errors(&self, errors: &mut Vec<InputError>) {
        let roots = self.nodes.iter().filter(|node| node.parent.is_none()).count();
        if roots != 1 {
            errors.push(InputError::Roots(roots));
        }
        let mut places = BTreeSet::new();
        for (index, node) in self.nodes.iter().enumerate() {
            if let Some(parent) = node.parent
                && parent >= index
            {
                errors.push(InputError::Parent { node: index, parent });
            }
            match &node.place {
                Place::Street { .. } => errors.push(InputError::StreetNode(index)),
                place @ (Place::Area(_) | Place::Complex(_)) => {
                    if !places.insert(place) {
                        errors.push(InputError::Twice(node.name.clone()));
                    }
                }
            }
        }
    }

    /// The indices from a node up to and including the root.
    pub fn path(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(node), |&at| self.nodes.get(at).and_then(|node| node.parent))
    }

    /// The indices from a group up to and including the main group it is part of.
    pub fn group_path(&self, group: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(group), |&at| {
            let parent = self.groups.get(at)?.parent.as_ref()?;
            self.groups.iter().take(at).position(|group| group.code == *parent)
        })
    }

    /// The points a household's support load counts for, told or not.
    pub fn load_points(&self, candidate: &Candidate) -> u32 {
        candidate.load.known().unwrap_or(self.settings.unknown_load).points()
    }

    /// The part of the city of a size around a home; `None` where there is none.
    pub fn part_around(&self, home: &HomeOnOffer, level: AreaLevel) -> Option<usize> {
        self.path(home.node).find(|&at| self.nodes.get(at).is_some_and(|it| it.level == level))
    }

    /// Whether a home lies in a place.
    pub fn lies_in(&self, home: &HomeOnOffer, place: &Place) -> bool {
        let mut path = self.path(home.node).filter_map(|at| self.nodes.get(at));
        match place {
            Place::Area(_) | Place::Complex(_) => path.any(|node| node.place == *place),
            Place::Street { neighbourhood, street } => {
                home.street.to_lowercase() == street.to_lowercase()
                    && path.any(|node| node.place == Place::Area(neighbourhood.clone()))
            }
        }
    }

    /// The complex a home lies in, when it lies in one.
    pub fn complex(&self, home: &HomeOnOffer) -> Option<&ComplexCode> {
        match &self.nodes.get(home.node)?.place {
            Place::Complex(code) => Some(code),
            Place::Area(_) | Place::Street { .. } => None,
        }
    }
}

fn twice<'a>(codes: impl Iterator<Item = &'a str>) -> Vec<InputError> {
    let mut seen = BTreeSet::new();
    codes
        .filter(|code| !seen.insert(*code))
        .map(|code| InputError::Twice(code.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_floor_is_due_by_the_part_of_the_year_gone_by() {
        let agreed = Agreed { lower: 365, upper: None, realised: 10 };
        assert_eq!(agreed.due(date(2026, 1, 31)), 21);
        assert_eq!(agreed.due(date(2026, 12, 31)), 355);
    }

    #[test]
    fn what_is_realised_beyond_the_floor_leaves_nothing_due() {
        let agreed = Agreed { lower: 10, upper: Some(20), realised: 25 };
        assert_eq!(agreed.due(date(2026, 12, 31)), 0);
        assert_eq!(agreed.room(), Some(0));
    }
}
