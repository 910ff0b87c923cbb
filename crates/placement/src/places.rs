use std::collections::BTreeMap;

use sleutel_domain::{
    homes::{AreaLevel, Place},
    placement::RoundInput,
};

/// Which homes lie in a place, one bit a home.
#[derive(Debug, Clone, Default)]
struct HomeSet(Vec<u64>);

impl HomeSet {
    fn insert(&mut self, home: usize) {
        let word = home / 64;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (home % 64);
    }

    fn holds(&self, home: usize) -> bool {
        self.0.get(home / 64).is_some_and(|word| word >> (home % 64) & 1 == 1)
    }
}

/// Every place anybody names, with the homes in it, so that asking whether a home
/// lies somewhere is one look at one bit.
#[derive(Debug)]
pub(crate) struct Places {
    /// First the nodes, then the streets, last one place where nothing lies.
    sets: Vec<HomeSet>,
    nodes: BTreeMap<Place, usize>,
    streets: BTreeMap<(usize, String), usize>,
}

impl Places {
    pub(crate) fn new(input: &RoundInput) -> Self {
        let mut sets = vec![HomeSet::default(); input.nodes.len()];
        let mut streets: BTreeMap<(usize, String), HomeSet> = BTreeMap::new();
        for (at, home) in input.homes.iter().enumerate() {
            let street = home.street.to_lowercase();
            for node in input.path(home.node) {
                sets[node].insert(at);
                if input.nodes[node].level == AreaLevel::Neighbourhood
                    || matches!(input.nodes[node].place, Place::Area(_))
                {
                    streets.entry((node, street.clone())).or_default().insert(at);
                }
            }
        }
        let mut numbered = BTreeMap::new();
        for (key, homes) in streets {
            numbered.insert(key, sets.len());
            sets.push(homes);
        }
        sets.push(HomeSet::default());
        let nodes = input.nodes.iter().enumerate();
        let nodes = nodes.map(|(at, node)| (node.place.clone(), at)).collect();
        Self { sets, nodes, streets: numbered }
    }

    /// The number of a place; one without homes has a number too.
    pub(crate) fn number(&self, place: &Place) -> usize {
        let nowhere = self.sets.len() - 1;
        match place {
            Place::Area(_) | Place::Complex(_) => self.nodes.get(place).copied(),
            Place::Street { street, .. } => self
                .node(place)
                .and_then(|node| self.streets.get(&(node, street.to_lowercase())).copied()),
        }
        .unwrap_or(nowhere)
    }

    /// The part of the city a place is, or for a street the one it lies in.
    pub(crate) fn node(&self, place: &Place) -> Option<usize> {
        match place {
            Place::Area(_) | Place::Complex(_) => self.nodes.get(place).copied(),
            Place::Street { neighbourhood, .. } => {
                self.nodes.get(&Place::Area(neighbourhood.clone())).copied()
            }
        }
    }

    pub(crate) fn lies_in(&self, home: usize, number: usize) -> bool {
        self.sets[number].holds(home)
    }
}
